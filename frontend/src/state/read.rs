//! Reading: at once, from memory. Whoever reads is told when anything changes.

use super::{App, Core, Mark, Me, Phase};
use crate::platform::intl;
use crate::platform::local::Here;
use leptos::prelude::*;
use outrider_app::book::{Asker, Book, Filter, Hit, Query, Span, Test};
use outrider_app::calendar::{Dated, When};
use outrider_app::device::Queued;
use outrider_app::id::RecordId;
use outrider_app::record::{FieldId, Record};
use outrider_app::registry::Registry;
use outrider_app::value::Value;
use std::borrow::Cow;
use std::collections::HashMap;
use std::rc::Rc;

/// Answers to queries kept for the version of the book they are of.
const KEPT: usize = 32;

impl App {
    /// Who is signed in on this device.
    pub fn me(self) -> Option<Me> {
        self.core(|core| core.me.get())
    }

    pub fn phase(self) -> Phase {
        self.core(|core| core.phase.get())
    }

    pub fn registry(self) -> &'static Registry {
        Registry::standard()
    }

    /// The record as it is shown, redirects followed; `None` where it is not here or was deleted.
    pub fn record(self, id: RecordId) -> Option<Record> {
        self.any_record(id).filter(|record| record.deleted.is_none())
    }

    /// The same, deleted ones too: for "deleted, restore".
    pub fn any_record(self, id: RecordId) -> Option<Record> {
        self.tracked(|book| book.get(book.resolve(id)))
    }

    /// What a record is called; the name it is known by where one may not see it; else nothing.
    pub fn title(self, id: RecordId) -> String {
        if let Some(title) = self.tracked(|book| book.title(id)) {
            return title;
        }
        self.with_device(|device| {
            let refused = device.tray.values().find(|row| row.item.record == id).map(|row| row.label.clone());
            refused.or_else(|| device.outbox.values().find_map(|row| row.labels.get(&id).cloned()))
        })
        .flatten()
        .unwrap_or_default()
    }

    /// The records that answer a query, in its order.
    pub fn list(self, query: &Query) -> Rc<Vec<RecordId>> {
        let query: &Query = &self.worked_out(query);
        self.core(|core| {
            let version = core.book.get();
            if let Some(kept) = core.kept(query, version) {
                return kept;
            }
            let found = Rc::new(core.change_book(|book| book.query(query)).unwrap_or_default());
            let mut kept = core.lists.borrow_mut();
            kept.retain(|(_, of, _)| *of == version);
            if kept.len() >= KEPT {
                kept.remove(0);
            }
            kept.push((query.clone(), version, found.clone()));
            found
        })
    }

    /// The records that answer a query, those together that share a value of a field.
    pub fn grouped(self, query: &Query, field: &str) -> Vec<(Value, Vec<RecordId>)> {
        let query = self.worked_out(query);
        self.tracked_mut(|book| book.grouped(&query, field))
    }

    /// The query as it means for this person today.
    fn worked_out<'a>(self, query: &'a Query) -> Cow<'a, Query> {
        let me = self.me().filter(|_| query.is_relative());
        let (Some(me), Some(def)) = (me, self.registry().entity(&query.entity)) else {
            return Cow::Borrowed(query);
        };
        let mut team: Vec<RecordId> = me.scope.into_iter().flat_map(|scope| scope.teams).collect();
        let teams = team.iter().map(RecordId::to_string).collect();
        let people = Query::all("employee").filter("team", Test::HasAny(teams));
        team.extend(self.list(&people).iter());
        let (today, week_begins) = (self.today(), intl::first_weekday());
        let asker = Asker { today, week_begins, zone: &Here, me: me.user, team: &team };
        Cow::Owned(query.worked_out(def, &asker))
    }

    /// An entity's records that are on the calendar in a span, with when they are.
    pub fn on_calendar(
        self,
        entity: &str,
        dated: &Dated<'_>,
        span: Span,
        filters: &[Filter],
    ) -> Vec<(RecordId, When)> {
        self.tracked_mut(|book| book.on_calendar(entity, dated, span, filters))
    }

    /// The best hits over everything.
    pub fn search(self, text: &str, limit: usize) -> Vec<Hit> {
        self.tracked_mut(|book| book.search(text, None, limit))
    }

    /// What points to a record, recently touched first.
    pub fn referencing(self, id: RecordId) -> Vec<(RecordId, FieldId)> {
        self.tracked_mut(|book| book.referencing(id))
    }

    /// How many records of an entity lists show.
    pub fn count(self, entity: &str) -> usize {
        self.tracked(|book| book.count(entity))
    }

    /// Does the record carry own work that is not confirmed?
    pub fn mark(self, id: RecordId) -> Mark {
        self.core(|core| {
            let version = core.book.get();
            let mut marks = core.marks.borrow_mut();
            if marks.0 != version {
                *marks = (version, core.marks_now());
            }
            marks.1.get(&id).copied().unwrap_or_default()
        })
    }

    /// The book itself, without being told of changes. Ask the app nothing meanwhile that
    /// searches or lists: it would find nothing.
    pub fn with_book<T>(self, f: impl FnOnce(&Book) -> T) -> T {
        self.core(|core| core.with_book(f))
    }

    pub(super) fn tracked<T>(self, f: impl FnOnce(&Book) -> T) -> T {
        self.core(|core| {
            core.book.track();
            core.with_book(f)
        })
    }

    pub(super) fn tracked_mut<T: Default>(self, f: impl FnOnce(&mut Book) -> T) -> T {
        self.core(|core| {
            core.book.track();
            core.change_book(f).unwrap_or_default()
        })
    }
}

impl Core {
    fn kept(&self, query: &Query, version: u64) -> Option<Rc<Vec<RecordId>>> {
        let lists = self.lists.borrow();
        let kept = lists.iter().find(|(of, at, _)| *at == version && of == query);
        kept.map(|(_, _, found)| found.clone())
    }

    /// Every record with own work, gathered once for a whole list of rows.
    fn marks_now(&self) -> HashMap<RecordId, Mark> {
        let Some(replica) = self.replica() else { return HashMap::new() };
        let device = replica.device();
        let unsent = device.outbox.values().flat_map(Queued::unsettled);
        let mut marks: HashMap<RecordId, Mark> = unsent.map(|item| (item.record, Mark::Unsent)).collect();
        marks.extend(device.tray.values().map(|row| (row.item.record, Mark::Refused)));
        marks
    }

    pub(super) fn with_book<T>(&self, f: impl FnOnce(&Book) -> T) -> T {
        let replica = self.replica();
        match replica.as_ref().and_then(|replica| replica.book().try_borrow().ok()) {
            Some(book) => f(&book),
            None => f(&self.empty),
        }
    }

    /// Queries and searches keep what they derive. `None` where the book is being read.
    pub(super) fn change_book<T>(&self, f: impl FnOnce(&mut Book) -> T) -> Option<T> {
        let replica = self.replica()?;
        let mut book = replica.book().try_borrow_mut().ok()?;
        Some(f(&mut book))
    }
}
