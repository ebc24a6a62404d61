//! The database's own numbered steps, each run once, in order, on start.
//!
//! A step is never changed once released: a later need is a further step.

use super::store::SurrealStore;
use outrider_app::key;
use outrider_app::store::{Batch, Store, StoreError, Table};

/// Each step's statements. Step n is at index n - 1.
fn steps() -> Vec<String> {
    vec![first()]
}

/// Every table, without a schema: what a row means is the domain's business.
fn first() -> String {
    Table::ALL.map(|table| format!("DEFINE TABLE IF NOT EXISTS {} SCHEMALESS;", table.name())).join("\n")
}

/// Runs the steps this database has not seen.
pub async fn run(store: &SurrealStore) -> Result<(), StoreError> {
    let at = key!["schema"];
    // Before the first step there is no table to ask.
    let stored =
        store.get(&[(Table::Meta, at.clone())]).await.ok().and_then(|rows| rows.into_iter().next()?);
    let done: usize = match &stored {
        Some(bytes) => {
            serde_json::from_slice(bytes).map_err(|error| StoreError::Failed(error.to_string()))?
        }
        None => 0,
    };
    let steps = steps();
    if done > steps.len() {
        let words =
            format!("it was made by a newer outrider (its schema is {done}, this one knows {})", steps.len());
        return Err(StoreError::Failed(words));
    }
    for (index, statements) in steps.into_iter().enumerate().skip(done) {
        store.execute(&statements).await?;
        let mut batch = Batch { durable: true, ..Batch::default() };
        batch.put(Table::Meta, at.clone(), (index + 1).to_string().into_bytes());
        store.commit(batch).await?;
        tracing::info!(step = index + 1, "database step done");
    }
    Ok(())
}
