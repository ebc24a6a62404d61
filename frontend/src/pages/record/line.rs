//! A related record in two lines: its name and amount, its status and what else tells it apart.

use crate::platform::intl;
use crate::state::App;
use crate::ui::MarkSign;
use crate::ui::value::{ValueView, title_or_gone};
use leptos::prelude::*;
use outrider_app::id::RecordId;
use outrider_app::record::Record;
use outrider_app::registry::{FieldDef, Kind};
use outrider_app::value::Value;

#[component]
pub fn Line(app: App, id: RecordId) -> impl IntoView {
    let record = Memo::new(move |_| app.record(id));
    let title = move || title_or_gone(app, id);
    let mark = Signal::derive(move || app.mark(id));
    move || match record.get() {
        Some(record) => {
            let amount = amount(&record);
            let sub = sub_fields(app, &record).into_iter().map(|(entity, field, value)| {
                view! { <ValueView entity field value/> }
            });
            view! {
                <a class="rel" href=format!("/record/{}/{id}", record.entity) data-record=id.to_string()>
                    <span class="what" title=title>{title}</span>
                    <span class="num">{amount}</span>
                    <span class="sub">{sub.collect_view()} <MarkSign mark/></span>
                </a>
            }
            .into_any()
        }
        None => view! { <div class="rel"><span class="what">{title}</span></div> }.into_any(),
    }
}

fn amount(record: &Record) -> Option<String> {
    ["amount", "price"].iter().find_map(|field| match record.value(field) {
        Value::Money(money) => Some(intl::money(money)),
        _ => None,
    })
}

/// Its stage or status, then the first texts of its list that are filled.
fn sub_fields(app: App, record: &Record) -> Vec<(&'static str, &'static FieldDef, Value)> {
    let Some(def) = app.registry().entity(&record.entity) else { return Vec::new() };
    let is_status = |field: &&FieldDef| matches!(field.kind, Kind::Choice(_)) || field.id == "stage";
    let columns = || def.visible_fields().filter(|field| field.column && !def.title.contains(&field.id));
    let status = columns().find(is_status);
    let rest =
        columns().filter(|field| matches!(field.kind, Kind::Text | Kind::Date | Kind::Phone | Kind::Address));
    status
        .into_iter()
        .chain(rest)
        .map(|field| (def.id.as_ref(), field, short(record.value(&field.id))))
        .filter(|(_, _, value)| !value.is_empty())
        .take(2)
        .collect()
}

fn short(value: &Value) -> Value {
    match value {
        Value::Address(address) => Value::text(address.city.clone()),
        value => value.clone(),
    }
}

/// Open ones first, then the latest touched.
pub fn sort_lines(app: App, mut ids: Vec<RecordId>) -> Vec<RecordId> {
    let closed = |id: &RecordId| {
        app.with_book(|book| book.get(*id)).is_some_and(|record| {
            !record.value("closed_on").is_empty() || record.value("archived") == &Value::Bool(true)
        })
    };
    ids.sort_by_cached_key(closed);
    ids
}
