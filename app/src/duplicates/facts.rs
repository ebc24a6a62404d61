//! What a record is compared by, in the forms of `normal`.

use super::normal::{Phone, email, firm_words, host, name_words};
use crate::book::belongs_by;
use crate::id::RecordId;
use crate::pack::{RawValue, encode_value, tag};
use crate::record::Record;
use crate::registry::{EntityDef, Kind, Registry};
use crate::value::Value;
use jiff::civil::Date;

/// What a field tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tells {
    Name,
    Email,
    Phone,
    Link,
    Where,
    /// What it belongs to: a contact's company.
    Belongs,
    Born,
}

/// The fields of an entity that tell something, in the order they are read.
pub(super) struct Plan {
    fields: Vec<(String, Tells)>,
    /// Named by several fields, as persons are: their words may stand in any order.
    pub person: bool,
}

impl Plan {
    pub fn of(registry: &Registry, def: &EntityDef) -> Self {
        let tells = |name: &str| {
            let field = def.field(name)?;
            Some(match field.kind {
                _ if field.hidden => return None,
                Kind::Email => Tells::Email,
                Kind::Phone => Tells::Phone,
                Kind::Link => Tells::Link,
                Kind::Address => Tells::Where,
                Kind::Date if !field.many => Tells::Born,
                Kind::Ref(_) if !field.many && belongs_by(registry, def, name) => Tells::Belongs,
                _ => return None,
            })
        };
        let mut fields: Vec<(String, Tells)> =
            def.title.iter().map(|field| (field.to_string(), Tells::Name)).collect();
        let rest = def.fields.iter().filter(|field| !def.title.contains(&field.id));
        fields.extend(rest.filter_map(|field| Some((field.id.to_string(), tells(&field.id)?))));
        Self { fields, person: def.title.len() > 1 }
    }

    pub fn fields(&self) -> Vec<&str> {
        self.fields.iter().map(|(field, _)| field.as_str()).collect()
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Facts {
    /// The name's words in the order they stand.
    pub words: Vec<String>,
    pub emails: Vec<String>,
    pub phones: Vec<Phone>,
    pub hosts: Vec<String>,
    pub town: String,
    pub belongs: Option<RecordId>,
    pub born: Option<Date>,
}

impl Facts {
    /// Of a record; `resolve` follows redirects.
    pub fn of(plan: &Plan, record: &Record, resolve: impl Fn(RecordId) -> RecordId) -> Self {
        let bytes: Vec<Vec<u8>> =
            plan.fields.iter().map(|(field, _)| encode_value(record.value(field))).collect();
        let raws: Vec<RawValue<'_>> = bytes.iter().map(|bytes| RawValue::of(bytes)).collect();
        Self::read(plan, &raws, resolve)
    }

    /// Of the plan's fields, as they are packed.
    pub fn read(plan: &Plan, raws: &[RawValue<'_>], resolve: impl Fn(RecordId) -> RecordId) -> Self {
        let mut facts = Self::default();
        for ((_, tells), raw) in plan.fields.iter().zip(raws) {
            let texts = || raw.text().into_iter().chain(raw.texts());
            match tells {
                Tells::Name => {
                    let text = raw.text().unwrap_or_default();
                    facts.words.extend(if plan.person { name_words(text) } else { firm_words(text) });
                }
                Tells::Email => facts.emails.extend(texts().filter_map(email)),
                Tells::Phone => facts.phones.extend(texts().filter_map(Phone::read)),
                Tells::Link => facts.hosts.extend(texts().filter_map(host)),
                Tells::Where => {
                    let city = raw.address().map_or("", |[_, _, city, ..]| city);
                    facts.town = name_words(city).concat();
                }
                Tells::Belongs => facts.belongs = raw.ref_id().map(&resolve),
                Tells::Born => {
                    let date = (raw.tag == tag::DATE).then(|| raw.decode().ok()).flatten();
                    facts.born = match date {
                        Some(Value::Date(date)) => Some(date),
                        _ => facts.born,
                    };
                }
            }
        }
        facts
    }

    /// The name in one piece, its words in alphabetic order.
    pub fn name(&self) -> String {
        let mut words: Vec<&str> = self.words.iter().map(String::as_str).collect();
        words.sort_unstable();
        words.concat()
    }
}
