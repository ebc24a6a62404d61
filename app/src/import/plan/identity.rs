//! Which record a row is: one that is there, or a new one whose id every device derives alike.
//!
//! A row's keys, surest first: its external key; its unique values; its name with what else tells
//! such records apart; its whole content. The record is the first that exists under an id derived
//! from one of them, then the one that holds a unique value, then (where the mapping says so) the
//! one of that name. Otherwise it is new, under its first key.

use super::job::{Job, cell, joined};
use crate::id::RecordId;
use crate::import::cell::{Defaults, Reading, read_cell};
use crate::import::lookup::Lookup;
use crate::import::read::Row;
use crate::record::Record;
use crate::registry::{MERGED_INTO, REDIRECTS, fold, unique_key};

/// What a row was found to be.
#[derive(Clone, Debug)]
pub(super) struct Ident {
    pub record: RecordId,
    pub key: String,
    pub standing: Standing,
    /// Unique values: (field, key).
    pub unique: Vec<(String, String)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    New,
    Here,
    Deleted,
    /// So many records have its name.
    Several(usize),
}

/// A key of the row's content, for rows that have no better one.
fn content_key(row: &Row) -> String {
    let parts: Vec<String> = row.cells.iter().map(|cell| fold(cell)).collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    format!("row {}", RecordId::derived(&parts))
}

pub(super) fn derived(job: &Job, key: &str) -> RecordId {
    RecordId::derived(&[&job.def.id, &job.source, key])
}

/// The record at the end of a chain of merges.
pub(super) fn resolve(book: &dyn Lookup, mut record: Record) -> Record {
    for _ in 0..REDIRECTS {
        match record.reference(MERGED_INTO).and_then(|id| book.by_id(id)) {
            Some(next) => record = next,
            None => break,
        }
    }
    record
}

/// Finds out which record a row is.
pub(super) fn identify(job: &Job, row: &Row, book: &dyn Lookup, defaults: &Defaults) -> Ident {
    let unique = unique_values(job, row, defaults);
    let ident = |record, key, standing| Ident { record, key, standing, unique: unique.clone() };
    let standing = |record: &Record| match record.deleted {
        None => Standing::Here,
        Some(_) => Standing::Deleted,
    };
    let of_ours = |record: &Record| record.entity == job.def.id;
    if let Some(own) = job.own_id.and_then(|at| RecordId::parse(cell(row, at)))
        && let Some(record) = book.by_id(own).filter(of_ours)
    {
        let record = resolve(book, record);
        return ident(record.id, own.to_string(), standing(&record));
    }
    let keys = keys(job, row, &unique);
    for key in &keys {
        let derived = book.by_id(derived(job, key)).filter(of_ours);
        let found =
            derived.or_else(|| book.by_source(&job.def.id, &job.source, key).and_then(|id| book.by_id(id)));
        if let Some(record) = found {
            let record = resolve(book, record);
            return ident(record.id, key.clone(), standing(&record));
        }
    }
    let key = keys.into_iter().next().unwrap_or_default();
    let by_unique = unique.iter().find_map(|(field, value)| book.by_unique(&job.def.id, field, value));
    if let Some(record) = by_unique.and_then(|id| book.by_id(id)) {
        return ident(resolve(book, record).id, key, Standing::Here);
    }
    let mut state = Standing::New;
    if job.match_by_name {
        let name = job.folded_title(row);
        let mut named: Vec<RecordId> =
            if name.is_empty() { Vec::new() } else { book.by_name(&job.def.id, &name) };
        named = named
            .into_iter()
            .filter_map(|id| book.by_id(id))
            .map(|record| resolve(book, record).id)
            .collect();
        named.sort_unstable();
        named.dedup();
        match named.as_slice() {
            [] => {}
            [one] => return ident(*one, key, Standing::Here),
            several => state = Standing::Several(several.len()),
        }
    }
    ident(derived(job, &key), key, state)
}

/// The row's keys, surest first; its content where nothing names it.
fn keys(job: &Job, row: &Row, unique: &[(String, String)]) -> Vec<String> {
    if let Some(key) = job.key.or(job.own_id).map(|at| cell(row, at)).filter(|key| !key.is_empty()) {
        return vec![key.to_owned()];
    }
    let mut keys: Vec<String> = unique.iter().map(|(_, value)| value.clone()).collect();
    if !job.folded_title(row).is_empty() {
        keys.push(fold(&joined(row, &job.identity, " | ")));
    }
    keys.retain(|key| !key.is_empty());
    if keys.is_empty() {
        keys.push(content_key(row));
    }
    keys
}

fn unique_values(job: &Job, row: &Row, defaults: &Defaults) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for col in &job.cols {
        let Some(field) = col.field.as_ref().filter(|field| field.unique) else { continue };
        let text = cell(row, col.at);
        if text.is_empty() {
            continue;
        }
        if let Reading::Value(value) = read_cell(field, text, col.format, defaults)
            && let Some(key) = unique_key(&value)
        {
            found.push((field.id.to_string(), key));
        }
    }
    found
}
