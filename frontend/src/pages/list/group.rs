//! Rows of one value together, under a head with their number and sums.

use super::Listing;
use super::sums::{amounts, sums};
use crate::platform::intl;
use crate::state::App;
use crate::ui::value::{ValueView, field_name};
use crate::ui::{Button, Icon, Pop, Popover};
use crate::words::t;
use leptos::prelude::*;
use outrider_app::id::RecordId;
use outrider_app::registry::{EntityDef, FieldDef, Kind};
use outrider_app::value::Value;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What a list found: its records in order, and where its groups begin.
#[derive(Clone, Default, PartialEq)]
pub struct Found {
    /// Those that are listed: a folded group's are not.
    pub ids: Arc<Vec<RecordId>>,
    pub groups: Arc<Vec<Part>>,
}

/// One group.
#[derive(Clone, PartialEq)]
pub struct Part {
    pub value: Value,
    pub ids: Arc<Vec<RecordId>>,
    pub folded: bool,
    /// The line its head stands on, and the place of its first record among those listed.
    line: usize,
    first: usize,
}

/// What stands on a line.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Line {
    Head(usize),
    Row(usize, RecordId),
}

impl Found {
    pub fn flat(ids: Vec<RecordId>) -> Self {
        Self { ids: Arc::new(ids), groups: Arc::default() }
    }

    pub fn grouped(groups: Vec<(Value, Vec<RecordId>)>, folded: &BTreeSet<String>) -> Self {
        let (mut ids, mut parts, mut line) = (Vec::new(), Vec::new(), 0);
        for (value, members) in groups {
            let folded = folded.contains(&fold_key(&value));
            parts.push(Part { value, ids: Arc::new(Vec::new()), folded, line, first: ids.len() });
            line += 1;
            if !folded {
                line += members.len();
                ids.extend_from_slice(&members);
            }
            if let Some(part) = parts.last_mut() {
                part.ids = Arc::new(members);
            }
        }
        Self { ids: Arc::new(ids), groups: Arc::new(parts) }
    }

    pub fn lines(&self) -> usize {
        self.ids.len() + self.groups.len()
    }

    /// What stands on a line; `None` past the end.
    pub fn line(&self, line: usize) -> Option<Line> {
        let group = self.groups.partition_point(|part| part.line <= line);
        let index = match group.checked_sub(1).and_then(|group| self.groups.get(group)) {
            Some(part) if part.line == line => return Some(Line::Head(group - 1)),
            Some(part) => part.first + (line - part.line - 1),
            None => line,
        };
        self.ids.get(index).map(|id| Line::Row(index, *id))
    }

    /// The line of a record by its place among those listed.
    pub fn line_of(&self, index: usize) -> usize {
        let part = self.groups.iter().rfind(|part| !part.folded && part.first <= index);
        part.map_or(index, |part| part.line + 1 + index - part.first)
    }
}

/// By what a folded group is remembered.
pub fn fold_key(value: &Value) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// The fields a list can be grouped by: those with few values.
pub fn groupable(def: &'static EntityDef) -> impl Iterator<Item = &'static FieldDef> {
    let few = |field: &&FieldDef| {
        !field.many && matches!(field.kind, Kind::Choice(_) | Kind::Ref(_) | Kind::Bool | Kind::Date)
    };
    def.visible_fields().filter(few)
}

/// Groups in the order people expect: stages as their pipeline has them.
pub fn in_order(app: App, mut groups: Vec<(Value, Vec<RecordId>)>) -> Vec<(Value, Vec<RecordId>)> {
    let position = |value: &Value| match app.record(value.as_ref_id()?)?.value("position") {
        Value::Number(position) => Some(*position),
        _ => None,
    };
    groups.sort_by_cached_key(|(value, _)| (value.is_empty(), position(value)));
    groups
}

/// Chooses the field.
#[component]
pub fn Group(listing: Listing) -> impl IntoView {
    let def = listing.def;
    let pop = Pop::menu();
    let label = Signal::derive(|| t("group"));
    let item = move |field: Option<&'static FieldDef>| {
        let is = move || listing.group.get().map(|field| &field.id) == field.map(|field| &field.id);
        view! {
            <button
                type="button"
                class="item"
                role="menuitemradio"
                aria-checked=move || is().to_string()
                on:click=move |_| { listing.group.set(field); listing.home(); pop.close() }
            >
                <span class="label">{move || field.map_or_else(|| t("group-none"), |field| field_name(&def.id, &field.id))}</span>
            </button>
        }
    };
    let shown =
        move || listing.group.get().map_or_else(|| t("group"), |field| field_name(&def.id, &field.id));
    view! {
        <Show when=move || !listing.board.get()>
            <Button look="quiet small" icon="list" label=Signal::derive(move || format!("{}: {}", t("group"), shown())) pop>{shown}</Button>
        </Show>
        <Popover pop label>
            {item(None)}
            {groupable(def).map(|field| item(Some(field))).collect_view()}
        </Popover>
    }
}

/// A group's head: pressed, it folds.
#[component]
pub fn Head(listing: Listing, group: usize, line: usize) -> impl IntoView {
    let (app, def) = (listing.app, listing.def);
    let part = Memo::new(move |_| listing.found.with(|found| found.groups.get(group).cloned()));
    let ids = Signal::derive(move || part.get().map(|part| part.ids).unwrap_or_default());
    let sums = sums(app, ids, Signal::derive(move || listing.money()));
    let totals = move || {
        let filled = sums.get().0.into_iter().filter(|(_, sum)| !sum.is_empty());
        filled
            .map(|(field, sum)| view! { <span>{field_name(&def.id, &field.id)} " " <b class="num">{amounts(&sum)}</b></span> })
            .collect_view()
    };
    let words = move || {
        let (field, value) = (listing.group.get()?, part.get()?.value);
        Some(if value.is_empty() {
            view! { <span class="faint">{t("group-without")}</span> }.into_any()
        } else {
            view! { <ValueView entity=def.id.as_ref() field value/> }.into_any()
        })
    };
    let open = move || part.with(|part| part.as_ref().is_some_and(|part| !part.folded));
    let fold = move |_| {
        if let Some(part) = part.get_untracked() {
            let key = fold_key(&part.value);
            listing.folded.update(|folded| {
                if !folded.remove(&key) {
                    folded.insert(key);
                }
            });
        }
    };
    view! {
        <div class="group-head" role="row" aria-rowindex=(line + 2).to_string()>
            <div role="gridcell">
                <button type="button" aria-expanded=move || open().to_string() on:click=fold>
                    <Icon name=Signal::derive(move || if open() { "down" } else { "next" })/>
                    <b>{words}</b>
                    <span class="num faint">{move || intl::number(ids.with(|ids| ids.len()))}</span>
                </button>
                {totals}
            </div>
        </div>
    }
}
