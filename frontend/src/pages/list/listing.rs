//! What one list shows and where the person stands in it. A `Copy` handle that its parts share.

use super::group::{Found, groupable, in_order};
use super::layout::Widths;
use super::saved::{Laid, Mine, read_view};
use super::views::first_view;
use crate::pages::board::lane_fields;
use crate::state::App;
use crate::ui::Sight;
use leptos::prelude::*;
use outrider_app::book::{Direction, Query, TITLE, TOUCHED};
use outrider_app::id::RecordId;
use outrider_app::registry::{EntityDef, FieldDef, Kind};
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
    pub widths: Widths,
    /// Shown as a board, and by which field.
    pub board: RwSignal<bool>,
    pub lanes: RwSignal<Option<&'static FieldDef>>,
    /// The pipeline whose board is shown; the first where none was chosen.
    pub pipeline: RwSignal<Option<RecordId>>,
    pub viewed: RwSignal<Viewed>,
    /// The field whose values the rows stand together by, and the groups of it that are folded.
    pub group: RwSignal<Option<&'static FieldDef>>,
    pub folded: RwSignal<BTreeSet<String>>,
    /// What answers the query.
    pub found: Memo<Found>,
    pub ids: Memo<Arc<Vec<RecordId>>>,
    /// Where the keys stand.
    pub cursor: RwSignal<usize>,
    /// The column where the keys stand, and the value being written.
    pub cell: RwSignal<Option<usize>>,
    pub editing: RwSignal<Option<(RecordId, &'static FieldDef)>>,
    /// Where a selection by Shift began.
    pub anchor: StoredValue<usize>,
    pub chosen: RwSignal<BTreeSet<RecordId>>,
    /// The record shown beside the list.
    pub peek: RwSignal<Option<RecordId>>,
    pub creating: RwSignal<bool>,
    /// On a phone the search is opened for writing; it stays while it narrows the list.
    pub searching: RwSignal<bool>,
    pub scroller: NodeRef<leptos::html::Div>,
    pub sight: Sight,
}

impl Listing {
    pub fn new(app: App, def: &'static EntityDef) -> Self {
        let query = RwSignal::new(Query::all(def.id.as_ref()));
        let board = RwSignal::new(is_first_a_board(def));
        let group = RwSignal::new(None::<&'static FieldDef>);
        let folded = RwSignal::new(BTreeSet::new());
        let by = Memo::new_with_compare(
            move |_| group.get().filter(|_| !board.get()),
            |before, after| before.flatten().map(|field| &field.id) != after.flatten().map(|field| &field.id),
        );
        let groups = Memo::new(move |_| {
            let field = by.get()?;
            Some(in_order(app, query.with(|query| app.grouped(query, &field.id))))
        });
        let found = Memo::new(move |_| match groups.get() {
            Some(groups) => folded.with(|folded| Found::grouped(groups, folded)),
            None => Found::flat(query.with(|query| app.list(query).as_ref().clone())),
        });
        let ids = Memo::new(move |_| found.with(|found| found.ids.clone()));
        let scroller = NodeRef::new();
        let listing = Self {
            app,
            def,
            query,
            columns: RwSignal::new(first_columns(def)),
            widths: Widths::new(),
            board,
            lanes: RwSignal::new(first_lanes(def)),
            group,
            folded,
            found,
            pipeline: RwSignal::new(None),
            viewed: RwSignal::new(Viewed::All),
            ids,
            cursor: RwSignal::new(0),
            cell: RwSignal::new(None),
            editing: RwSignal::new(None),
            anchor: StoredValue::new(0),
            chosen: RwSignal::default(),
            peek: RwSignal::new(None),
            creating: RwSignal::new(false),
            searching: RwSignal::new(false),
            scroller,
            sight: Sight::new(scroller),
        };
        listing.show(first_view(app, def));
        listing
    }

    /// Shows a view: its query, order, columns and layout.
    pub fn show(self, viewed: Viewed) {
        let mut query = Query::all(self.def.id.as_ref());
        let mut columns = first_columns(self.def);
        let mut laid = Laid::default();
        match viewed {
            Viewed::All => {}
            Viewed::Mine => query.filters.extend(self.mine()),
            Viewed::Saved(id) => {
                if let Some(view) = untrack(|| self.app.record(id)) {
                    let (saved, how) = read_view(self.def, &view);
                    (query, laid) = (saved, how);
                    let named = laid.fields(self.def);
                    if !named.is_empty() {
                        columns = named;
                    }
                    let board = match view.text("layout") {
                        "table" => false,
                        "board" => true,
                        _ => is_first_a_board(self.def),
                    };
                    self.board.set(board && lane_fields(self.def).next().is_some());
                }
            }
        }
        query.search = self.query.with_untracked(|query| query.search.clone());
        self.viewed.set(viewed);
        self.columns.set(columns);
        self.widths.lay(&laid);
        self.folded.update(BTreeSet::clear);
        let named =
            laid.lanes.as_ref().and_then(|name| lane_fields(self.def).find(|field| field.id == *name));
        self.lanes.set(named.or_else(|| first_lanes(self.def)));
        self.group.set(laid.group.and_then(|name| groupable(self.def).find(|field| field.id == name)));
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

    /// Sorts by a field; pressed again the other way round, and then not by it again. With `then` it
    /// decides after those that decide already.
    pub fn sort_by(self, field: &str, then: bool) {
        self.query.update(|query| {
            let stands = query.sort.iter().position(|(by, _)| by == field);
            let was = stands.and_then(|at| query.sort.get(at)).map(|(_, direction)| *direction);
            if !then {
                query.sort.retain(|(by, _)| by == field);
            }
            let stands = if then { stands } else { was.map(|_| 0) };
            match (was, stands) {
                (Some(Direction::Asc), Some(at)) if field != TOUCHED => query.sort[at].1 = Direction::Desc,
                (Some(_), Some(at)) => drop(query.sort.remove(at)),
                // The latest first is what one wants of times.
                _ if field == TOUCHED => query.sort.push((field.to_owned(), Direction::Desc)),
                _ => query.sort.push((field.to_owned(), Direction::Asc)),
            }
        });
        self.home();
    }

    /// Turns one of the fields it is sorted by round.
    pub fn sort_at(self, at: usize, field: &str, direction: Direction) {
        self.query.update(|query| {
            if let Some(key) = query.sort.get_mut(at) {
                *key = (field.to_owned(), direction);
            }
        });
        self.home();
    }

    /// One field less to sort by.
    pub fn unsort(self, at: usize) {
        self.query.update(|query| {
            if at < query.sort.len() {
                query.sort.remove(at);
            }
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
        self.sight.reveal(self.found.with_untracked(|found| found.line_of(to)));
        if self.peek.with_untracked(Option::is_some) {
            self.peek.set(self.id_at(to));
        }
    }

    /// Moves the keys' place along the row; before its first value it is the row's own again.
    pub fn step_cell(self, by: isize) {
        let last = self.columns.with_untracked(Vec::len).checked_sub(1);
        self.cell.update(|cell| {
            *cell = match (*cell, by) {
                (None, ..0) => None,
                (None, _) => last.map(|_| 0),
                (Some(at), by) => at.checked_add_signed(by).map(|at| at.min(last.unwrap_or(0))),
            };
        });
    }

    /// Opens a value for writing, where this person may.
    pub fn edit(self, id: RecordId, field: &'static FieldDef) -> bool {
        let may = untrack(|| {
            self.app.may_edit(field) && self.app.record(id).is_some_and(|record| self.app.may_write(&record))
        });
        if may {
            self.editing.set(Some((id, field)));
        }
        may
    }

    /// Writes the value where the keys stand.
    pub fn edit_cell(self) -> bool {
        let field = self
            .cell
            .get_untracked()
            .and_then(|at| self.columns.with_untracked(|columns| columns.get(at).copied()));
        let id = self.id_at(self.cursor.get_untracked());
        id.zip(field).is_some_and(|(id, field)| self.edit(id, field))
    }

    /// A column takes the place of another.
    pub fn move_column(self, field: &str, to: usize) {
        self.columns.update(|columns| {
            if let Some(from) = columns.iter().position(|column| column.id == field) {
                let column = columns.remove(from);
                columns.insert(to.min(columns.len()), column);
            }
        });
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

    /// The columns whose amounts are added up.
    pub fn money(self) -> Vec<&'static FieldDef> {
        let money = |field: &&FieldDef| field.kind == Kind::Money;
        self.columns.with(|columns| columns.iter().copied().filter(money).collect())
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
        let me = untrack(|| self.app.me()).map(|me| me.user);
        super::asked::given(&self.query.get_untracked(), me).into_iter().filter_map(fits).collect()
    }
}

/// Is it a board at first? Deals are, by their stages.
fn is_first_a_board(def: &EntityDef) -> bool {
    def.field("stage").is_some()
}

/// The lanes of the first board: the stage where there is one.
fn first_lanes(def: &'static EntityDef) -> Option<&'static FieldDef> {
    lane_fields(def).find(|field| field.id == "stage").or_else(|| lane_fields(def).next())
}

/// The columns of the entity's first list, without what names it.
pub fn first_columns(def: &'static EntityDef) -> Vec<&'static FieldDef> {
    def.visible_fields().filter(|field| field.column && !def.title.contains(&field.id)).collect()
}
