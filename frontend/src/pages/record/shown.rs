//! The record on the screen and what its parts share. A `Copy` handle.

use super::attach::attach;
use crate::state::{App, Mark};
use crate::ui::Acts;
use crate::ui::value::title_or_gone;
use leptos::prelude::*;
use outrider_app::change::{Entry, Op};
use outrider_app::device::NoticeKind;
use outrider_app::id::RecordId;
use outrider_app::record::Record;
use outrider_app::registry::{EntityDef, FieldDef};
use outrider_app::value::Value;
use std::collections::{BTreeMap, BTreeSet};

/// So long a record is looked at before its history is read, in milliseconds.
const PAUSE: u32 = 120;
/// Deals whose changes are told with their customer, at most.
const DEALS: usize = 50;

/// A field's own mark.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FieldMark {
    Unsent,
    /// Two people wrote it at once; one value gave way.
    Two,
    Refused,
}

#[derive(Clone, Copy)]
pub struct Shown {
    pub app: App,
    pub acts: Acts,
    pub id: RecordId,
    pub def: &'static EntityDef,
    pub peek: bool,
    pub record: Memo<Option<Record>>,
    pub may_write: Memo<bool>,
    /// What is known to have happened to it, the latest first.
    pub entries: RwSignal<Vec<Entry>>,
    /// What this device knows to have happened to the deals that hang on it.
    pub deals: RwSignal<Vec<Entry>>,
    /// All of its history is in `entries`, as the server has it.
    pub whole: RwSignal<bool>,
    pub marks: Memo<BTreeMap<String, FieldMark>>,
    pub tab: RwSignal<&'static str>,
    /// The field being edited.
    pub editing: RwSignal<Option<String>>,
    /// What the composer writes; `None` while it is closed on a phone.
    pub composing: RwSignal<Option<&'static str>>,
}

impl Shown {
    pub fn new(app: App, id: RecordId, def: &'static EntityDef, peek: bool) -> Self {
        let record = Memo::new(move |_| app.record(id));
        let may_write = Memo::new(move |_| {
            record.with(|record| record.as_ref().is_some_and(|record| app.may_write(record)))
        });
        let marks = Memo::new(move |_| {
            record.with(|record| record.as_ref().map(|record| marks(app, record)).unwrap_or_default())
        });
        let (entries, deals) = (RwSignal::new(Vec::new()), RwSignal::new(Vec::new()));
        let whole = RwSignal::new(false);
        let version = Memo::new(move |_| record.with(|record| record.as_ref().map(|record| record.seq)));
        Effect::new(move |_| {
            version.track();
            leptos::task::spawn_local(async move {
                // Who only passes by asks nothing.
                gloo_timers::future::TimeoutFuture::new(PAUSE).await;
                if entries.try_get_untracked().is_none() {
                    return;
                }
                let (known, all) = app.history(id).await;
                entries.try_set(known);
                whole.try_set(all);
            });
        });
        let own_deals = Memo::new(move |_| deals_of(app, id));
        Effect::new(move |_| {
            let of = own_deals.get();
            leptos::task::spawn_local(async move {
                gloo_timers::future::TimeoutFuture::new(PAUSE).await;
                if deals.try_get_untracked().is_some() {
                    deals.try_set(
                        app.known_history(&of.into_iter().map(|(id, _)| id).collect::<Vec<_>>()).await,
                    );
                }
            });
        });
        Self {
            app,
            acts: Acts::new(),
            id,
            def,
            peek,
            record,
            may_write,
            entries,
            deals,
            whole,
            marks,
            tab: RwSignal::new(super::first_tab(peek)),
            editing: RwSignal::new(None),
            composing: RwSignal::new((!crate::ui::is_phone() && !peek).then_some("note")),
        }
    }

    pub fn title(self) -> String {
        title_or_gone(self.app, self.id)
    }

    pub fn value(self, field: &str) -> Value {
        self.record
            .with(|record| record.as_ref().map(|record| record.value(field).clone()).unwrap_or_default())
    }

    /// May this person change this field?
    pub fn may_edit(self, field: &FieldDef) -> bool {
        self.app.may_edit(field) && self.may_write.get()
    }

    /// Opens the composer for a kind of writing, where this record takes any.
    pub fn compose(self, kind: &'static str) {
        if self.record.with_untracked(|record| record.as_ref().is_some_and(|record| attach(record).is_some()))
        {
            self.tab.set("timeline");
            self.composing.set(Some(kind));
            request_animation_frame(super::composer::focus_text);
        }
    }
}

/// The deals that hang on a record, the latest touched first, with their versions.
fn deals_of(app: App, id: RecordId) -> Vec<(RecordId, u64)> {
    let ids: BTreeSet<RecordId> = app.referencing(id).into_iter().map(|(id, _)| id).collect();
    let is_deal = |id: &RecordId| app.with_book(|book| book.entity_of(*id) == Some("deal"));
    let deals = ids.into_iter().filter(is_deal).filter_map(|id| app.with_book(|book| book.get(id)));
    let mut deals: Vec<_> = deals.map(|deal| (deal.id, deal.seq)).collect();
    deals.sort_by_key(|(_, seq)| std::cmp::Reverse(*seq));
    deals.truncate(DEALS);
    deals
}

/// The marks of a record's fields: what differs from what the server confirmed, what it refused,
/// and what gave way and was not looked at yet.
fn marks(app: App, record: &Record) -> BTreeMap<String, FieldMark> {
    let mut marks: BTreeMap<String, FieldMark> = BTreeMap::new();
    let mark = app.mark(record.id);
    if mark != Mark::None {
        let confirmed = app.with_book(|book| book.confirmed(record.id)).unwrap_or_default();
        let differing = record.fields.keys().filter(|field| confirmed.value(field) != record.value(field));
        marks.extend(differing.map(|field| (field.clone(), FieldMark::Unsent)));
    }
    for (_, notice) in app.notices() {
        if notice.record == record.id && !notice.read && notice.kind != NoticeKind::Kept {
            marks.insert(notice.field, FieldMark::Two);
        }
    }
    if mark == Mark::Refused {
        let refused = app.tray().into_iter().filter(|(_, row)| row.item.record == record.id);
        let changes = refused.flat_map(|(_, row)| row.item.changes);
        let fields = changes.filter(|change| change.op != Op::Create && !change.field.is_empty());
        marks.extend(fields.map(|change| (change.field, FieldMark::Refused)));
    }
    marks
}
