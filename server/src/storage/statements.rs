//! A batch as one transaction of few, large statements.

use super::error::EXPECTATION;
use super::keys;
use outrider_app::store::{Batch, Key, Range, Table};
use std::collections::BTreeMap;
use surrealdb::types::{Array, Bytes, Object, RecordId, SurrealValue, Value};

/// The most rows written by one statement.
const CHUNK: usize = 2_000;

/// Named values of a query.
pub type Parameters = Vec<(String, Value)>;

/// The statements of a transaction, put together step by step.
pub struct Statements {
    text: String,
    /// As `text`, but for tables whose rows are always new.
    fast: String,
    parameters: Parameters,
}

impl Default for Statements {
    fn default() -> Self {
        Self { text: "BEGIN;\n".to_owned(), fast: "BEGIN;\n".to_owned(), parameters: Vec::new() }
    }
}

/// Rows of these are written once and never replaced. Saying so is a quarter faster.
fn always_new(table: Table) -> bool {
    matches!(table, Table::Log | Table::Trail)
}

impl Statements {
    fn both(&mut self, statement: &str) {
        self.text.push_str(statement);
        self.fast.push_str(statement);
    }

    /// Ends the transaction where a row is not as expected.
    pub fn expect(&mut self, batch: &Batch) {
        if batch.expect.is_empty() {
            return;
        }
        let pairs = batch.expect.iter().map(|(table, key, bytes)| {
            let bytes = bytes.clone().map_or(Value::None, |bytes| Value::Bytes(bytes.into()));
            Array::from(vec![Value::RecordId(keys::record_id(*table, key)), bytes])
        });
        self.parameters.push(("expect".to_owned(), pairs.collect::<Vec<_>>().into_value()));
        self.both(&format!("FOR $e IN $expect {{ IF $e[0].v != $e[1] {{ THROW '{EXPECTATION}' }} }};\n"));
    }

    /// Removes a range.
    pub fn clear(&mut self, index: usize, range: &Range) {
        let (name, bounds) = keys::range(range, &format!("c{index}"));
        self.both(&format!("DELETE {name} RETURN NONE;\n"));
        self.parameters.extend(bounds);
    }

    /// Removes and writes rows.
    pub fn write(&mut self, writes: BTreeMap<(Table, Key), Option<Vec<u8>>>) {
        let mut gone: Vec<RecordId> = Vec::new();
        let mut rows: BTreeMap<Table, Vec<Value>> = BTreeMap::new();
        for ((table, key), bytes) in writes {
            let id = keys::record_id(table, &key);
            match bytes {
                None => gone.push(id),
                Some(bytes) => {
                    let mut row = Object::new();
                    row.insert("id", id);
                    row.insert("v", Bytes::from(bytes));
                    rows.entry(table).or_default().push(Value::Object(row));
                }
            }
        }
        if !gone.is_empty() {
            self.both("DELETE $gone RETURN NONE;\n");
            self.parameters.push(("gone".to_owned(), gone.into_value()));
        }
        for (table, mut rows) in rows {
            let mut index = 0;
            while !rows.is_empty() {
                let rest = rows.split_off(CHUNK.min(rows.len()));
                self.insert(table, index, std::mem::replace(&mut rows, rest));
                index += 1;
            }
        }
    }

    fn insert(&mut self, table: Table, index: usize, rows: Vec<Value>) {
        let name = table.name();
        let parameter = format!("{name}{index}");
        let insert = format!("INSERT INTO {name} ${parameter}");
        let replace = if always_new(table) { "" } else { " ON DUPLICATE KEY UPDATE v = $input.v" };
        self.text.push_str(&format!("{insert} ON DUPLICATE KEY UPDATE v = $input.v RETURN NONE;\n"));
        self.fast.push_str(&format!("{insert}{replace} RETURN NONE;\n"));
        self.parameters.push((parameter, rows.into_value()));
    }

    /// The text to try first and the one that always works, each with the parameters.
    pub fn finish(mut self) -> ((String, Parameters), (String, Parameters)) {
        self.both("COMMIT;");
        ((self.fast, self.parameters.clone()), (self.text, self.parameters))
    }
}
