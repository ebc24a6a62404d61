//! What the page of duplicates shows and where the person stands in it. A `Copy` handle its parts share.

use super::compare::Compared;
use crate::state::App;
use crate::ui::{Acts, Sight};
use leptos::prelude::*;
use leptos::task::spawn_local;
use outrider_app::duplicates::Pair;
use outrider_app::id::RecordId;
use outrider_app::registry::EntityDef;
use std::sync::Arc;
use std::time::Duration;

/// So long after the last change the book is looked through again.
const QUIET: Duration = Duration::from_secs(2);
/// Of one record, so many are shown.
const OF_ONE: usize = 20;

#[derive(Clone, Copy)]
pub struct Doubles {
    pub app: App,
    pub acts: Acts,
    pub def: &'static EntityDef,
    /// Those that are still to be decided.
    pub pairs: Memo<Arc<Vec<Pair>>>,
    /// How far the first search is, of 1; `None` once it is done.
    pub progress: RwSignal<Option<f64>>,
    pub cursor: RwSignal<usize>,
    /// On a phone: the pair stands in the place of the list.
    pub open: RwSignal<bool>,
    /// The pair that is looked at, with what was chosen.
    pub compared: RwSignal<Option<Compared>>,
    pub scroller: NodeRef<leptos::html::Div>,
    pub sight: Sight,
}

impl Doubles {
    pub fn new(app: App, def: &'static EntityDef, of: Option<RecordId>) -> Self {
        let found = RwSignal::new(Arc::new(Vec::<Pair>::new()));
        let progress = RwSignal::new(Some(0.0));
        let pairs = Memo::new(move |_| {
            let living = |pair: &&Pair| app.is_pair(pair.one, pair.other);
            Arc::new(found.with(|found| found.iter().filter(living).cloned().collect::<Vec<_>>()))
        });
        match of {
            Some(id) => {
                found.set(Arc::new(untrack(|| of_one(app, def, id))));
                progress.set(None);
            }
            None => follow(app, def, found, progress),
        }
        let scroller = NodeRef::new();
        Self {
            app,
            acts: Acts::new(),
            def,
            pairs,
            progress,
            cursor: RwSignal::new(0),
            open: RwSignal::new(of.is_some()),
            compared: RwSignal::new(None),
            scroller,
            sight: Sight::new(scroller),
        }
    }

    /// The pair the keys stand on.
    pub fn current(self) -> Option<Pair> {
        self.pairs.with(|pairs| pairs.get(self.cursor.get().min(pairs.len().saturating_sub(1))).cloned())
    }

    pub fn step(self, by: isize) {
        let last = self.pairs.with_untracked(|pairs| pairs.len().saturating_sub(1));
        let to = self.cursor.get_untracked().min(last).saturating_add_signed(by).min(last);
        self.cursor.set(to);
        self.sight.reveal(to);
        super::list::focus_pair(self);
    }

    /// After a decision the next pair has come up: the keys stand on it.
    pub fn go_on(self) {
        self.open.set(false);
        request_animation_frame(move || self.step(0));
    }
}

/// The pairs of one record.
fn of_one(app: App, def: &EntityDef, id: RecordId) -> Vec<Pair> {
    let Some(record) = app.record(id) else { return Vec::new() };
    let likes = app.likes(def, &record, OF_ONE);
    let pair = |like: outrider_app::duplicates::Like| Pair {
        one: record.id,
        other: like.id,
        score: like.score,
        why: like.why,
    };
    likes.into_iter().map(pair).collect()
}

/// Looks through the book, and again when it has changed and come to rest.
fn follow(
    app: App,
    def: &'static EntityDef,
    found: RwSignal<Arc<Vec<Pair>>>,
    progress: RwSignal<Option<f64>>,
) {
    let round = StoredValue::new(0u32);
    let look = move || {
        let _ = round.try_update_value(|round| *round += 1);
        let mine = round.try_get_value();
        spawn_local(async move {
            // Whoever left the page, or a later round, ends this one.
            let going = |done: f64| {
                let goes = mine.is_some() && round.try_get_value() == mine;
                if goes && progress.try_get_untracked().flatten().is_some() {
                    let _ = progress.try_set(Some(done));
                }
                goes
            };
            if let Some(pairs) = app.pairs(def, going).await
                && going(1.0)
            {
                let _ = found.try_set(Arc::new(pairs));
                let _ = progress.try_set(None);
            }
        });
    };
    Effect::new(move |before: Option<Option<TimeoutHandle>>| {
        // Every change of records is told.
        let _ = app.count(&def.id);
        match before {
            None => {
                look();
                None
            }
            Some(timer) => {
                if let Some(timer) = timer {
                    timer.clear();
                }
                set_timeout_with_handle(look, QUIET).ok()
            }
        }
    });
}
