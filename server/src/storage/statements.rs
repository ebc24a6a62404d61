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

/// How rows are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// Rows of some tables are taken to be new, which fails where one is not.
    Fast,
    /// Whatever was there before is replaced.
    Sure,
}

/// The statements of a transaction, put together step by step.
struct Statements {
    text: String,
    pace: Pace,
    parameters: Parameters,
}

/// Rows of these are written once and never replaced. Saying so is a quarter faster.
fn always_new(table: Table) -> bool {
    matches!(table, Table::Log | Table::Trail | Table::Seen | Table::Child)
}

/// A batch as the text of a query and its parameters.
pub fn transaction(batch: &Batch, pace: Pace) -> (String, Parameters) {
    let mut statements = Statements { text: "BEGIN;\n".to_owned(), pace, parameters: Vec::new() };
    statements.expect(batch);
    for (index, range) in batch.clears.iter().enumerate() {
        statements.clear(index, range);
    }
    statements.write(&batch.writes);
    statements.text.push_str("COMMIT;");
    (statements.text, statements.parameters)
}

impl Statements {
    /// Ends the transaction where a row is not as expected.
    fn expect(&mut self, batch: &Batch) {
        if batch.expect.is_empty() {
            return;
        }
        let pairs = batch.expect.iter().map(|(table, key, bytes)| {
            let bytes = bytes.clone().map_or(Value::None, |bytes| Value::Bytes(bytes.into()));
            Array::from(vec![Value::RecordId(keys::record_id(*table, key)), bytes])
        });
        self.parameters.push(("expect".to_owned(), pairs.collect::<Vec<_>>().into_value()));
        self.text
            .push_str(&format!("FOR $e IN $expect {{ IF $e[0].v != $e[1] {{ THROW '{EXPECTATION}' }} }};\n"));
    }

    /// Removes a range.
    fn clear(&mut self, index: usize, range: &Range) {
        let (name, bounds) = keys::range(range, &format!("c{index}"));
        self.text.push_str(&format!("DELETE {name} RETURN NONE;\n"));
        self.parameters.extend(bounds);
    }

    /// Removes and writes rows.
    fn write(&mut self, writes: &BTreeMap<(Table, Key), Option<Vec<u8>>>) {
        let mut gone: Vec<RecordId> = Vec::new();
        let mut rows: BTreeMap<Table, Vec<Value>> = BTreeMap::new();
        for ((table, key), bytes) in writes {
            let id = keys::record_id(*table, key);
            match bytes {
                None => gone.push(id),
                Some(bytes) => {
                    let mut row = Object::new();
                    row.insert("id", id);
                    row.insert("v", Bytes::from(bytes.clone()));
                    rows.entry(*table).or_default().push(Value::Object(row));
                }
            }
        }
        if !gone.is_empty() {
            self.text.push_str("DELETE $gone RETURN NONE;\n");
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
        let is_new = self.pace == Pace::Fast && always_new(table);
        let replace = if is_new { "" } else { " ON DUPLICATE KEY UPDATE v = $input.v" };
        self.text.push_str(&format!("INSERT INTO {name} ${parameter}{replace} RETURN NONE;\n"));
        self.parameters.push((parameter, rows.into_value()));
    }
}
