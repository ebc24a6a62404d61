//! Saved views as records keep them: the query as JSON, and the columns beside it.

use outrider_app::book::{Filter, Query, Test};
use outrider_app::id::RecordId;
use outrider_app::record::Record;
use outrider_app::registry::{EntityDef, FieldDef};
use outrider_app::value::Value;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Whose records "mine" are.
pub struct Mine(pub RecordId);

impl Mine {
    pub fn filter(&self) -> Filter {
        Filter::Field { field: "owner".to_owned(), test: Test::Is(Value::Ref(self.0)) }
    }
}

/// How a view's table is laid out, beside its query.
#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Laid {
    pub columns: Vec<String>,
    /// In pixels; other columns are as wide as what stands in them asks for.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub widths: BTreeMap<String, u16>,
    /// So many columns after the name stay where they are.
    #[serde(skip_serializing_if = "is_zero")]
    pub pinned: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// The field whose values are the lanes of a board.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lanes: Option<String>,
}

fn is_zero(number: &usize) -> bool {
    *number == 0
}

impl Laid {
    /// The columns that this version knows.
    pub fn fields(&self, def: &'static EntityDef) -> Vec<&'static FieldDef> {
        let named = self.columns.iter().filter_map(|name| def.field(name));
        named.filter(|field| !def.title.contains(&field.id)).collect()
    }
}

/// The query and the layout of a saved view; what does not read shows everything.
pub fn read_view(def: &'static EntityDef, view: &Record) -> (Query, Laid) {
    let text = view.text("query");
    let with_entity = serde_json::from_str::<serde_json::Value>(text).ok().map(|mut json| {
        if let Some(object) = json.as_object_mut() {
            object.insert("entity".to_owned(), def.id.as_ref().into());
        }
        json
    });
    let query = with_entity.and_then(|json| serde_json::from_value(json).ok());
    (query.unwrap_or_else(|| Query::all(def.id.as_ref())), serde_json::from_str(text).unwrap_or_default())
}

/// What a view's `query` field holds.
pub fn write_view(query: &Query, laid: &Laid) -> String {
    let query = Query { search: None, limit: None, ..query.clone() };
    let mut json = serde_json::to_value(query).unwrap_or_default();
    let laid = serde_json::to_value(laid).unwrap_or_default();
    if let (Some(json), serde_json::Value::Object(laid)) = (json.as_object_mut(), laid) {
        json.extend(laid);
    }
    json.to_string()
}
