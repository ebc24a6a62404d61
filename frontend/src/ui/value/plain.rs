//! A value as words: for titles, sentences, sums and what is read aloud.

use super::names::choice_name;
use crate::platform::intl;
use crate::state::App;
use crate::words::t;
use outrider_app::id::RecordId;
use outrider_app::passages::{Passage, Piece, may_be_marked, pieces};
use outrider_app::registry::{FieldDef, Kind};
use outrider_app::value::{Address, Value};

/// The value in the person's language; empty where nothing was entered.
pub fn plain(app: App, entity: &str, field: &FieldDef, value: &Value) -> String {
    match value {
        Value::None => String::new(),
        Value::Text(text) if matches!(field.kind, Kind::Choice(_)) && !text.is_empty() => {
            choice_name(entity, &field.id, text)
        }
        Value::Text(text) if may_be_marked(text) => {
            pieces(text).iter().map(|piece| piece_words(app, piece)).collect::<Vec<_>>().join("\n")
        }
        Value::Text(text) => text.clone(),
        // Years are not grouped.
        Value::Number(number) if field.id == "founded" || field.id == "number" => {
            number.normalize().to_string()
        }
        Value::Number(number) => intl::number(*number),
        Value::Money(money) => intl::money(money),
        Value::Date(date) => intl::date(*date),
        Value::Time(at) => intl::date_time(*at),
        Value::Bool(flag) => t(if *flag { "yes" } else { "no" }),
        Value::Address(address) => address_lines(address).join(", "),
        Value::Ref(id) => title_or_gone(app, *id),
        Value::Set(set) => {
            let item = |item: &String| match &field.kind {
                Kind::Ref(_) => {
                    RecordId::parse(item).map_or_else(|| item.clone(), |id| title_or_gone(app, id))
                }
                Kind::Choice(_) => choice_name(entity, &field.id, item),
                _ => item.clone(),
            };
            set.iter().map(item).collect::<Vec<_>>().join(", ")
        }
        Value::Opaque(_) => t("value-newer"),
    }
}

/// Lines of a text; of passages that stand side by side, each with its author and time.
fn piece_words(app: App, piece: &Piece) -> String {
    match piece {
        Piece::Plain(lines) => lines.join("\n"),
        Piece::Several(passages) => {
            let one = |passage: &Passage| {
                let (name, when) = (title_or_gone(app, passage.by), intl::when(passage.at));
                format!("{name}, {when}: {}", passage.lines.join("\n"))
            };
            passages.iter().map(one).collect::<Vec<_>>().join("\n")
        }
    }
}

/// What a record is called; words where it has no name or is out of sight.
pub fn title_or_gone(app: App, id: RecordId) -> String {
    let title = app.title(id);
    if title.is_empty() { t("untitled") } else { title }
}

/// An address as it stands on an envelope.
pub fn address_lines(address: &Address) -> Vec<String> {
    let town = [address.postcode.as_str(), address.city.as_str()].join(" ");
    let lines = [address.street.as_str(), town.trim(), &address.region, &address.country];
    lines.into_iter().filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
