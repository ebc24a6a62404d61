//! What one list shows and where the person stands in it. A `Copy` handle that its parts share.

use super::saved::{Mine, read_view};
use crate::state::App;
use crate::ui::Sight;
use leptos::prelude::*;
use outrider_app::book::{Direction, Query, TITLE, TOUCHED};
use outrider_app::id::RecordId;
use outrider_app::registry::{EntityDef, FieldDef};
use outrider_app::value::Value;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Which tab of views stands: everything, one's own, or a saved one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Viewed {
    All,
    Mine,
    Saved(RecordId),
}

#[derive(Clone, Copy)]
pub struct Listing {
    pub app: App,
    pub def: &'static EntityDef,
    pub query: RwSignal<Query>,
    /// The columns after the name.
    pub columns: RwSignal<Vec<&'static FieldDef>>,
    /// Shown as a board of stages (deals only).
    pub board: RwSignal<bool>,
    /// The pipeline whose board is shown; the first where none was chosen.
    pub pipeline: RwSignal<Option<RecordId>>,
    pub viewed: RwSignal<Viewed>,
    /// What answers the query.
    pub ids: Memo<Arc<Vec<RecordId>>>,
    /// Where the keys stand.
    pub cursor: RwSignal<usize>,
    /// Where a selection by Shift began.
    pub anchor: StoredValue<usize>,
    pub chosen: RwSignal<BTreeSet<RecordId>>,
    /// The record shown beside the list.
    pub peek: RwSignal<Option<RecordId>>,
    pub creating: RwSignal<bool>,
    pub scroller: NodeRef<leptos::html::Div>,
    pub sight: Sight,
}

impl Listing {
    pub fn new(app: App, def: &'static EntityDef) -> Self {
        let query = RwSignal::new(Query::all(def.id.as_ref()));
        let ids = Memo::new(move |_| query.with(|query| Arc::new(app.list(query).as_ref().clone())));
        let scroller = NodeRef::new();
        let listing = Self {
            app,
            def,
            query,
            columns: RwSignal::new(first_columns(def)),
            board: RwSignal::new(has_board(def)),
            pipeline: RwSignal::new(None),
            viewed: RwSignal::new(Viewed::All),
            ids,
            cursor: RwSignal::new(0),
            anchor: StoredValue::new(0),
            chosen: RwSignal::default(),
            peek: RwSignal::new(None),
            creating: RwSignal::new(false),
            scroller,
            sight: Sight::new(scroller),
        };
        listing.show(Viewed::All);
        listing
    }

    /// Shows a view: its query, order, columns and layout.
    pub fn show(self, viewed: Viewed) {
        let mut query = Query::all(self.def.id.as_ref());
        let mut columns = first_columns(self.def);
        match viewed {
            Viewed::All => {}
            Viewed::Mine => query.filters.extend(self.mine()),
            Viewed::Saved(id) => {
                if let Some(view) = untrack(|| self.app.record(id)) {
                    let (saved, named) = read_view(self.def, &view);
                    query = saved;
                    if !named.is_empty() {
                        columns = named;
                    }
                    self.board.set(has_board(self.def) && view.text("layout") != "table");
                }
            }
        }
        query.search = self.query.with_untracked(|query| query.search.clone());
        self.viewed.set(viewed);
        self.columns.set(columns);
        self.query.set(query);
        self.home();
    }

    /// The filter of one's own records.
    pub fn mine(self) -> Option<outrider_app::book::Filter> {
        untrack(|| self.app.me()).map(|me| Mine(me.user).filter())
    }

    /// Goes back to the first row; what was chosen is let go.
    pub fn home(self) {
        self.cursor.set(0);
        self.chosen.update(BTreeSet::clear);
        if let Some(Some(element)) = self.scroller.try_get_untracked() {
            element.set_scroll_top(0);
        }
        self.sight.measure();
    }

    pub fn id_at(self, index: usize) -> Option<RecordId> {
        self.ids.with_untracked(|ids| ids.get(index).copied())
    }

    pub fn count(self) -> usize {
        self.ids.with(|ids| ids.len())
    }

    /// Sorts by a field; pressed again the other way round, and then by name again.
    pub fn sort_by(self, field: &str) {
        self.query.update(|query| {
            query.sort = match query.sort.first() {
                Some((by, Direction::Asc)) if by == field => vec![(field.to_owned(), Direction::Desc)],
                Some((by, Direction::Desc)) if by == field => Vec::new(),
                // The latest first is what one wants of times.
                _ if field == TOUCHED => vec![(field.to_owned(), Direction::Desc)],
                _ => vec![(field.to_owned(), Direction::Asc)],
            };
        });
        self.home();
    }

    /// The field it is sorted by and which way.
    pub fn sorted(self) -> (String, Direction) {
        self.query.with(|query| query.sort.first().cloned()).unwrap_or((TITLE.to_owned(), Direction::Asc))
    }

    /// Moves the keys' place and brings it into sight; with Shift held, choosing what is passed.
    pub fn step(self, by: isize, choosing: bool) {
        let Some(last) = self.ids.with_untracked(|ids| ids.len().checked_sub(1)) else { return };
        let from = self.cursor.get_untracked().min(last);
        let to = from.saturating_add_signed(by).min(last);
        self.cursor.set(to);
        if choosing {
            self.choose_range(from, to);
        } else {
            self.anchor.set_value(to);
        }
        self.sight.reveal(to);
        if self.peek.with_untracked(Option::is_some) {
            self.peek.set(self.id_at(to));
        }
    }

    /// Chooses a row or lets it go.
    pub fn toggle(self, index: usize) {
        let Some(id) = self.id_at(index) else { return };
        self.anchor.set_value(index);
        self.chosen.update(|chosen| {
            if !chosen.remove(&id) {
                chosen.insert(id);
            }
        });
    }

    /// Chooses every row between two, both included.
    pub fn choose_range(self, from: usize, to: usize) {
        let (from, to) = (from.min(to), from.max(to));
        let ids: Vec<RecordId> =
            self.ids.with_untracked(|ids| ids.iter().skip(from).take(to - from + 1).copied().collect());
        self.chosen.update(|chosen| chosen.extend(ids));
    }

    /// Chooses everything that is listed, or nothing.
    pub fn toggle_all(self) {
        let all = self.ids.with_untracked(|ids| ids.as_ref().clone());
        self.chosen.update(|chosen| {
            *chosen = if chosen.len() == all.len() { BTreeSet::new() } else { all.into_iter().collect() };
        });
    }

    /// What the person may add here.
    pub fn may_create(self) -> bool {
        self.app.may_create(&self.def.id)
    }

    /// What a record made in this view begins with: the values its filters ask for.
    pub fn given(self) -> Vec<(String, Value)> {
        let fits = |(field, value): (String, Value)| {
            let many = self.def.field(&field)?.many;
            let value = match value {
                Value::Ref(id) if many => Value::Set([id.to_string()].into()),
                Value::Text(text) if many => Value::Set([text].into()),
                value => value,
            };
            Some((field, value))
        };
        super::asked::given(&self.query.get_untracked()).into_iter().filter_map(fits).collect()
    }
}

/// Deals have stages to stand on.
pub fn has_board(def: &EntityDef) -> bool {
    def.field("stage").is_some()
}

/// The columns of the entity's first list, without what names it.
pub fn first_columns(def: &'static EntityDef) -> Vec<&'static FieldDef> {
    def.visible_fields().filter(|field| field.column && !def.title.contains(&field.id)).collect()
}
