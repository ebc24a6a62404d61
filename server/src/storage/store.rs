//! Reading and writing rows.

use super::connection::Connection;
use super::error::{self, unreadable};
use super::keys;
use super::statements::{Pace, Parameters, transaction};
use outrider_app::store::{Batch, Key, Range, Row, Store, StoreError, Table};
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;
use surrealdb::engine::any::Any;
use surrealdb::method::Query;
use surrealdb::types::{Bytes, RecordId, SurrealValue};

/// The most rows asked for by one statement.
const CHUNK: usize = 2_000;

/// A row as SurrealDB holds it.
#[derive(SurrealValue)]
struct Stored {
    id: RecordId,
    v: Bytes,
}

/// The store on SurrealDB. Clones share one database.
#[derive(Clone)]
pub struct SurrealStore {
    connection: Arc<Connection>,
}

impl SurrealStore {
    pub(super) fn new(connection: Connection) -> Self {
        Self { connection: Arc::new(connection) }
    }

    /// Does only this process write it? An embedded database is locked by whoever opened it.
    pub fn is_ours_alone(&self) -> bool {
        self.connection.is_embedded()
    }

    /// The folder of an embedded database.
    pub(super) fn folder(&self) -> Option<&Path> {
        self.connection.folder()
    }

    /// Opens an embedded database anew where a write to it failed. To be called before anything is
    /// judged: until then what failed may be read as if it were there.
    pub async fn mend(&self) -> Result<(), StoreError> {
        self.connection.mend().await
    }

    /// Looks after the disk; to be called every minute.
    pub async fn look(&self) -> Result<(), StoreError> {
        self.connection.look().await
    }

    /// Runs statements that have no parameters.
    pub(super) async fn execute(&self, statements: &str) -> Result<(), StoreError> {
        run(self.connection.database().await.query(statements)).await.map(|_| ())
    }
}

async fn run(query: Query<'_, Any>) -> Result<surrealdb::IndexedResults, StoreError> {
    let mut results = query.await.map_err(error::of)?;
    let errors = results.take_errors();
    if errors.is_empty() { Ok(results) } else { Err(error::of_all(errors.into_values())) }
}

impl Store for SurrealStore {
    async fn get(&self, keys: &[(Table, Key)]) -> Result<Vec<Option<Vec<u8>>>, StoreError> {
        #[expect(clippy::mutable_key_type, reason = "nothing changes an id through its cells")]
        let mut found: HashMap<RecordId, Vec<u8>> = HashMap::new();
        let database = self.connection.database().await;
        for chunk in keys.chunks(CHUNK) {
            let ids: Vec<RecordId> = chunk.iter().map(|(table, key)| keys::record_id(*table, key)).collect();
            let query = database.query("SELECT * FROM $ids").bind(("ids", ids));
            let rows: Vec<Stored> = run(query).await?.take(0).map_err(error::of)?;
            found.extend(rows.into_iter().map(|row| (row.id, row.v.into_inner().into())));
        }
        Ok(keys.iter().map(|(table, key)| found.get(&keys::record_id(*table, key)).cloned()).collect())
    }

    async fn range(&self, range: &Range) -> Result<Vec<Row>, StoreError> {
        let (name, parameters) = keys::range(range, "");
        let database = self.connection.database().await;
        let mut query = database.query(format!("SELECT * FROM {name}"));
        for parameter in parameters {
            query = query.bind(parameter);
        }
        let rows: Vec<Stored> = run(query).await?.take(0).map_err(error::of)?;
        rows.into_iter().map(|row| Ok((keys::key(row.id)?, row.v.into_inner().into()))).collect()
    }

    async fn commit(&self, batch: Batch) -> Result<(), StoreError> {
        let _turn = self.connection.turn(batch.durable).await?;
        let done = match self.run_all(transaction(&batch, Pace::Fast)).await {
            // A row of a table of new rows was there before: only a repair writes that.
            Err(Failure::Exists) => self.run_all(transaction(&batch, Pace::Sure)).await,
            done => done,
        };
        match done.map_err(Failure::into_error) {
            Err(StoreError::Unknown(why)) => {
                self.connection.broke(&why);
                // Why the log could not be written is not passed on: the disk itself is asked.
                Err(if self.connection.is_disk_full().await {
                    StoreError::Full
                } else {
                    StoreError::Unknown(why)
                })
            }
            done => done,
        }
    }
}

enum Failure {
    Exists,
    Other(StoreError),
}

impl Failure {
    fn into_error(self) -> StoreError {
        match self {
            Self::Exists => unreadable("a row that cannot be replaced"),
            Self::Other(error) => error,
        }
    }
}

impl SurrealStore {
    async fn run_all(&self, (text, parameters): (String, Parameters)) -> Result<(), Failure> {
        let database = self.connection.database().await;
        let mut query = database.query(text);
        for parameter in parameters {
            query = query.bind(parameter);
        }
        let mut results = query.await.map_err(|error| Failure::Other(error::of(error)))?;
        let errors = results.take_errors();
        if errors.is_empty() {
            Ok(())
        } else if errors.values().any(surrealdb::Error::is_already_exists) {
            Err(Failure::Exists)
        } else {
            Err(Failure::Other(error::of_all(errors.into_values())))
        }
    }
}
