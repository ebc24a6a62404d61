//! Who points to whom: reference fields turned around, made when first asked for and mended by
//! the records that changed since.

use super::find::{LayoutKey, layout_key};
use super::ids::Slot;
use super::rows::Rows;
use crate::id::RecordId;
use crate::pack::tag;
use std::collections::{HashMap, HashSet};

/// A field's number in [`Refs::names`].
pub(super) type FieldNo = u16;

#[derive(Clone, Debug, Default)]
pub(super) struct Refs {
    built: bool,
    /// By target slot: where its edges begin; one more at the end.
    starts: Vec<u32>,
    sources: Vec<Slot>,
    fields: Vec<FieldNo>,
    names: Vec<String>,
    /// Sources whose edges above no longer count, with those that do.
    changed: HashMap<Slot, Vec<(Slot, FieldNo)>>,
    /// The same, by target.
    side: HashMap<Slot, Vec<(Slot, FieldNo)>>,
    /// Sources to be read again.
    dirty: HashSet<Slot>,
    /// By place in the layout last seen: a field's number, where it counts.
    plan: (Option<LayoutKey>, Vec<Option<FieldNo>>),
}

impl Refs {
    pub fn touch(&mut self, slot: Slot) {
        if self.built {
            self.dirty.insert(slot);
        }
    }

    pub fn forget(&mut self) {
        *self = Self { names: std::mem::take(&mut self.names), ..Self::default() };
    }

    /// Brings the index up to date.
    pub fn refresh(&mut self, rows: &mut Rows) {
        if !self.built || self.dirty.len() + self.changed.len() > 1_000 + rows.len() / 8 {
            self.forget();
            self.build(rows);
        }
        for slot in std::mem::take(&mut self.dirty) {
            for (target, _) in self.changed.remove(&slot).unwrap_or_default() {
                if let Some(edges) = self.side.get_mut(&target) {
                    edges.retain(|(source, _)| *source != slot);
                }
            }
            let mut found = Vec::new();
            self.edges_of(rows, slot, &mut found);
            let edges: Vec<(Slot, FieldNo)> =
                found.into_iter().map(|(target, field)| (rows.intern(target), field)).collect();
            for (target, field) in &edges {
                self.side.entry(*target).or_default().push((slot, *field));
            }
            self.changed.insert(slot, edges);
        }
    }

    fn build(&mut self, rows: &mut Rows) {
        let mut edges: Vec<(Slot, Slot, FieldNo)> = Vec::new();
        let mut found = Vec::new();
        for slot in 0..rows.len() as u32 {
            self.edges_of(rows, slot, &mut found);
            edges.extend(found.drain(..).map(|(target, field)| (rows.intern(target), slot, field)));
        }
        let mut starts = vec![0_u32; rows.len() + 1];
        for (target, ..) in &edges {
            starts[*target as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        self.sources = vec![0; edges.len()];
        self.fields = vec![0; edges.len()];
        for (target, source, field) in edges {
            let at = &mut next[target as usize];
            self.sources[*at as usize] = source;
            self.fields[*at as usize] = field;
            *at += 1;
        }
        self.starts = starts;
        self.built = true;
    }

    /// What a record's shown row points to. Hidden fields (the redirect, the creator) do not count.
    fn edges_of(&mut self, rows: &Rows, slot: Slot, out: &mut Vec<(RecordId, FieldNo)>) {
        let Some((shelf, row)) = rows.row_on(slot) else { return };
        let key = layout_key(shelf, &row);
        if self.plan.0 != Some(key) {
            let def = rows.registry.entity(row.entity());
            let hidden = |name: &str| def.and_then(|def| def.field(name)).is_some_and(|field| field.hidden);
            let fields = row.entity_layout().fields.iter();
            let plan = fields.map(|field| (!hidden(&field.name)).then(|| self.number(&field.name))).collect();
            self.plan = (Some(key), plan);
        }
        for cell in row.cells().filter(|cell| matches!(cell.value.tag, tag::REF | tag::ID_SET)) {
            if let Some(Some(no)) = self.plan.1.get(cell.field) {
                out.extend(cell.value.ref_ids().map(|id| (id, *no)));
            }
        }
    }

    fn number(&mut self, name: &str) -> FieldNo {
        let at = self.names.iter().position(|held| held == name).unwrap_or_else(|| {
            self.names.push(name.to_owned());
            self.names.len() - 1
        });
        at as FieldNo
    }

    pub fn name(&self, field: FieldNo) -> &str {
        self.names.get(field as usize).map_or("", String::as_str)
    }

    /// The fields' names, by number.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// What points to a slot by its own id, as (source, field). Up to date after
    /// [`Self::refresh`].
    pub fn pointing(&self, target: Slot) -> impl Iterator<Item = (Slot, FieldNo)> {
        let at = |ix: usize| self.starts.get(ix).map_or(self.sources.len(), |at| *at as usize);
        let range = at(target as usize)..at(target as usize + 1);
        let range = if self.built { range } else { 0..0 };
        range
            .map(|at| (self.sources[at], self.fields[at]))
            .filter(|(source, _)| !self.changed.contains_key(source))
            .chain(self.side.get(&target).into_iter().flatten().copied())
    }
}
