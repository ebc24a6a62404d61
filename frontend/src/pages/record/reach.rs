//! How to get hold of someone: the record's own addresses, else those of the person or customer it
//! is about.

use crate::state::App;
use crate::ui::value::link_href;
use outrider_app::record::Record;
use outrider_app::registry::{FieldDef, Kind};
use outrider_app::value::{Address, Value};

/// Where each button leads; none where nothing is known.
#[derive(Clone, Default)]
pub struct Reach {
    pub call: Option<String>,
    pub mail: Option<String>,
    pub message: Option<String>,
    pub visit: Option<String>,
}

pub fn reach(app: App, record: &Record) -> Reach {
    let own = own(app, record);
    let behind = ["contact", "customer"].iter().filter_map(|field| app.record(record.reference(field)?));
    behind.map(|other| self::own(app, &other)).fold(own, |reach, other| Reach {
        call: reach.call.or(other.call),
        mail: reach.mail.or(other.mail),
        message: reach.message.or(other.message),
        visit: reach.visit.or(other.visit),
    })
}

fn own(app: App, record: &Record) -> Reach {
    let Some(def) = app.registry().entity(&record.entity) else { return Reach::default() };
    let first = |kind: &Kind| {
        let fields = def.fields.iter().filter(|field| field.kind == *kind && !field.hidden);
        fields.filter_map(|field| href(field, record.value(&field.id))).next()
    };
    let call = first(&Kind::Phone);
    let visit = def.fields.iter().find_map(|field| match record.value(&field.id) {
        Value::Address(address) if field.kind == Kind::Address => map(address),
        _ => None,
    });
    // Without a messenger's address, a text message to the phone.
    let message =
        call.as_ref().and_then(|call| call.strip_prefix("tel:")).map(|number| format!("sms:{number}"));
    Reach { call, mail: first(&Kind::Email), message, visit }
}

fn href(field: &FieldDef, value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => link_href(field, text),
        Value::Set(set) => {
            let single = FieldDef { many: false, ..field.clone() };
            set.iter().find_map(|text| link_href(&single, text))
        }
        _ => None,
    }
}

/// A map that finds the address.
fn map(address: &Address) -> Option<String> {
    let text = address.parts().into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let query = js_sys::encode_uri_component(&text);
    (!address.city.is_empty() || !address.street.is_empty())
        .then(|| format!("https://www.openstreetmap.org/search?query={query}"))
}
