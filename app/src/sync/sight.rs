//! What a scope sees, and what it saw since a cursor: told from where records stood when.
//!
//! A cursor is a claim. Whatever it claims, nothing is told of a record that the scope never saw, or
//! that came after the scope had ended: not even that it left.

use super::past::Past;
use super::rows::{self, DEPTH, LogRow, Then};
use super::scope::Scope;
use crate::id::{RecordId, SEQ_END, Seq};
use crate::registry::{EntityDef, FieldDef, Reads, Registry};
use crate::store::view::{Miss, View, for_each};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// A scope, seen from a cursor.
pub(super) struct Sight<'a> {
    pub registry: &'a Registry,
    pub scope: &'a Scope,
    /// Where the device says that it stands.
    from: Seq,
    then: Then,
    /// Where the order stood when the scope ended.
    until: Seq,
    /// Entities of which this scope sees everything.
    open: BTreeSet<&'a str>,
    known: BTreeMap<RecordId, Rc<Past>>,
}

/// Whether a record was in sight since the cursor, and whether it was out of it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Course {
    pub seen: bool,
    pub unseen: bool,
}

impl<'a> Sight<'a> {
    pub fn new(registry: &'a Registry, scope: &'a Scope, from: Seq, until: Seq) -> Self {
        let from = from.min(until);
        let unnarrowed = scope.active && scope.reads.is_empty();
        let open = registry.entities().filter(|def| unnarrowed && is_open(registry, def, DEPTH));
        let open = open.map(|def| def.id.as_ref()).collect();
        Self { registry, scope, from, then: Then::at(from), until, open, known: BTreeMap::new() }
    }

    /// Notes an entry after the cursor, oldest first: most records need no look at their trail then.
    pub fn note(&mut self, row: &LogRow) {
        self.then.note(row);
    }

    /// Does the scope see this record now?
    pub fn sees(&self, view: &mut View, id: RecordId) -> Result<bool, Miss> {
        self.saw(view, id, &Then::now())
    }

    /// Did it see this record at the cursor?
    pub fn saw_then(&self, view: &mut View, id: RecordId) -> Result<bool, Miss> {
        self.saw(view, id, &self.then)
    }

    /// Is it in this scope's sight wherever it stands? Then its trail need not be read.
    fn always_sees(&self, view: &mut View, id: RecordId) -> Result<bool, Miss> {
        Ok(rows::load_record(view, id)?.is_some_and(|record| self.open.contains(record.entity.as_str())))
    }

    fn saw(&self, view: &mut View, id: RecordId, then: &Then) -> Result<bool, Miss> {
        let place = rows::place_at(self.registry, view, id, then)?;
        Ok(place.is_some_and(|place| self.scope.sees(self.registry, &place)))
    }

    /// A record's course in this scope's sight, from the cursor to the scope's end. A device may hold
    /// what was in sight for a while: it was given that as it stood then.
    pub fn course(&mut self, view: &mut View, id: RecordId) -> Result<Course, Miss> {
        if self.until == SEQ_END && self.always_sees(view, id)? {
            let held = self.saw_then(view, id)?;
            return Ok(Course { seen: true, unseen: !held });
        }
        let mut times: BTreeSet<Seq> = [self.from].into();
        self.turns(view, (id, self.from), DEPTH, &mut times)?;
        times.retain(|at| *at <= self.until);
        let mut course = Course::default();
        for_each(times, |at| {
            let seen = self.in_sight(view, id, at)?;
            course.seen |= seen;
            course.unseen |= !seen;
            Ok(())
        })?;
        Ok(course)
    }

    /// When a record, or what it hangs on, came to stand elsewhere. From what it left it was seen
    /// whenever that was in sight: there all times count, also before the cursor, where nobody was
    /// told of it that had not hung there still.
    fn turns(
        &mut self,
        view: &mut View,
        (id, since): (RecordId, Seq),
        above: usize,
        times: &mut BTreeSet<Seq>,
    ) -> Result<(), Miss> {
        let past = self.past(view, id, since)?;
        let mut parents: BTreeMap<RecordId, Seq> = BTreeMap::new();
        let mut hung = |parent: Option<RecordId>, since: Seq| {
            if let Some(parent) = parent {
                let known = parents.entry(parent).or_insert(since);
                *known = since.min(*known);
            }
        };
        hung(past.at(since).and_then(|standing| standing.parent), since);
        for row in past.later.iter().filter(|row| row.turns()) {
            times.insert(row.entry.seq);
            hung(row.now.parent, since);
            let left = row.was.as_ref().and_then(|was| was.parent).filter(|was| row.now.parent != Some(*was));
            hung(left, 0);
        }
        for_each(parents, |parent| match above {
            0 => Ok(()),
            _ => self.turns(view, parent, above - 1, times),
        })
    }

    /// Was it in sight right after `at`?
    fn in_sight(&mut self, view: &mut View, id: RecordId, at: Seq) -> Result<bool, Miss> {
        let since = at.min(self.from);
        let past = self.past(view, id, since)?;
        let Some(mut standing) = past.at(at).cloned() else { return Ok(false) };
        for _ in 0..DEPTH {
            let Some(parent) = standing.parent else { break };
            match self.past(view, parent, since)?.at(at) {
                Some(above) if !above.deleted => standing = above.clone(),
                _ => break,
            }
        }
        Ok(self.scope.sees(self.registry, &standing.place))
    }

    fn past(&mut self, view: &mut View, id: RecordId, since: Seq) -> Result<Rc<Past>, Miss> {
        if let Some(known) = self.known.get(&id).filter(|known| known.since <= since) {
            return Ok(known.clone());
        }
        // Before the cursor all of it is read at once.
        let since = if since < self.from { 0 } else { since };
        let past = Rc::new(Past::of(self.registry, view, id, since)?);
        self.known.insert(id, past.clone());
        Ok(past)
    }
}

/// Is neither this entity private, nor any that it may hang on?
fn is_open(registry: &Registry, def: &EntityDef, above: usize) -> bool {
    let parents = def.parents.iter().filter_map(|field| def.field(field)).flat_map(FieldDef::targets);
    let mut parents = parents.filter_map(|parent| registry.entity(parent));
    def.reads != Reads::Private && (above == 0 || parents.all(|parent| is_open(registry, parent, above - 1)))
}
