//! Saved views as records keep them: the query as JSON, and the columns beside it.

use outrider_app::book::{Filter, Query, Test};
use outrider_app::id::RecordId;
use outrider_app::record::Record;
use outrider_app::registry::{EntityDef, FieldDef};
use outrider_app::value::Value;
use serde::Deserialize;

/// Whose records "mine" are.
pub struct Mine(pub RecordId);

impl Mine {
    pub fn filter(&self) -> Filter {
        Filter::Field { field: "owner".to_owned(), test: Test::Is(Value::Ref(self.0)) }
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Columns {
    columns: Vec<String>,
}

/// The query and the columns of a saved view; what does not read shows everything.
pub fn read_view(def: &'static EntityDef, view: &Record) -> (Query, Vec<&'static FieldDef>) {
    let text = view.text("query");
    let with_entity = serde_json::from_str::<serde_json::Value>(text).ok().map(|mut json| {
        if let Some(object) = json.as_object_mut() {
            object.insert("entity".to_owned(), def.id.as_ref().into());
        }
        json
    });
    let query = with_entity.and_then(|json| serde_json::from_value(json).ok());
    let columns: Columns = serde_json::from_str(text).unwrap_or_default();
    let columns = columns
        .columns
        .iter()
        .filter_map(|name| def.field(name))
        .filter(|field| !def.title.contains(&field.id));
    (query.unwrap_or_else(|| Query::all(def.id.as_ref())), columns.collect())
}

/// What a view's `query` field holds.
pub fn write_view(query: &Query, columns: &[&'static FieldDef]) -> String {
    let mut query = query.clone();
    query.search = None;
    query.limit = None;
    let mut json = serde_json::to_value(query).unwrap_or_default();
    if let Some(object) = json.as_object_mut() {
        object.insert("columns".to_owned(), columns.iter().map(|field| field.id.as_ref()).collect());
    }
    json.to_string()
}
