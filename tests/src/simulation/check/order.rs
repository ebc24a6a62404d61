//! The order of items, and the state that follows from it.

use super::super::people::called;
use super::super::story::Broken;
use super::super::world::World;
use outrider_app::change::{Effect, Entry};
use outrider_app::id::{RecordId, Seq};
use outrider_app::record::Record;
use outrider_app::store::{Range, Table};
use outrider_app::sync::{self, LogRow};
use outrider_app::value::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Everything the server took in, and every record as it stands.
pub struct Order {
    log: Vec<Arc<LogRow>>,
    pub records: BTreeMap<RecordId, Arc<Record>>,
}

/// A record as its entries make it.
#[derive(Default)]
pub struct Replayed<'a> {
    pub deleted: Option<Seq>,
    pub fields: BTreeMap<&'a str, (&'a Value, Seq)>,
}

impl<'a> Replayed<'a> {
    /// Takes an entry; its values must stand on those before.
    pub fn take(&mut self, entry: &'a Entry) -> Result<(), Broken> {
        for effect in &entry.effects {
            match effect {
                // After a purge it is made anew.
                Effect::Created => *self = Self::default(),
                Effect::Deleted => self.deleted = Some(entry.seq),
                Effect::Restored => self.deleted = None,
                Effect::Set { field, value, before } => {
                    let stood = self.fields.insert(field, (value, entry.seq)).map(|(value, _)| value);
                    if *stood.unwrap_or(&Value::None) != *before {
                        let says = format!("item {} found {before:?} in {field}, not {stood:?}", entry.seq);
                        return Err(Broken::new("the history is one chain", says));
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }
}

impl Order {
    /// Reads it: dense, and each item once.
    pub fn read(world: &World) -> Result<Self, Broken> {
        let head = world.server.read(sync::head);
        let mut log = Vec::new();
        let mut seen = BTreeSet::new();
        for seq in 1..=head {
            let row = world.server.read(|view| sync::logged(view, seq));
            let Some(row) = row.filter(|row| row.entry.seq == seq) else {
                return Err(Broken::new("the order has no gaps", format!("{seq} of {head}")));
            };
            if !seen.insert((row.entry.client, row.entry.n)) {
                let says = format!("number {} of client {}", row.entry.n, row.entry.client);
                return Err(Broken::new("an item is applied once", says));
            }
            log.push(row);
        }
        let rows = world.server.store.rows_of(&Range::all(Table::Record));
        let ids = rows.iter().filter_map(|(key, _)| key.last_id());
        let load = |id| Some((id, world.server.read(|view| sync::load_record(view, id))?));
        Ok(Self { log, records: ids.filter_map(load).collect() })
    }

    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.log.iter().map(|row| &row.entry)
    }

    /// The state that grew step by step is what the order makes of nothing.
    pub fn equals_state(&self, world: &World) -> Result<(), Broken> {
        let mut rebuilt: BTreeMap<RecordId, Replayed> = BTreeMap::new();
        for entry in self.entries() {
            rebuilt.entry(entry.record).or_default().take(entry)?;
        }
        for (id, record) in &self.records {
            let Some(replayed) = rebuilt.get(id) else {
                return Err(Broken::new("a record came from somewhere", called(&record.entity, *id)));
            };
            let same = record.deleted == replayed.deleted
                && record
                    .fields
                    .iter()
                    .map(|(field, cell)| (field.as_str(), (&cell.value, cell.seq)))
                    .eq(replayed.fields.iter().map(|(field, cell)| (*field, *cell)));
            if !same {
                return Err(Broken::new("the state is what the order makes", called(&record.entity, *id)));
            }
        }
        // Only a purge takes a record away, and only a deleted one.
        let missing = rebuilt
            .iter()
            .find(|(id, replayed)| replayed.deleted.is_none() && !self.records.contains_key(id));
        match missing {
            Some((id, _)) => Err(Broken::new("a living record is there", called("record", *id))),
            None => world
                .server
                .store
                .rows_of(&Range::all(Table::Trail))
                .len()
                .eq(&self.log.len())
                .then_some(())
                .ok_or_else(|| Broken::new("the trail has every item", String::new())),
        }
    }
}
