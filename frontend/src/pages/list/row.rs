//! One row: its mark in the margin, its name, its values. On a phone two lines of at most four.

use super::Listing;
use super::layout::pin_class;
use crate::platform::intl;
use crate::state::Mark;
use crate::ui::value::{ValueView, field_name, plain, title_or_gone};
use crate::ui::{InPlace, MarkSign, first_focusable, focus, is_phone};
use crate::words::t_with;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use outrider_app::id::RecordId;
use outrider_app::record::Record;
use outrider_app::registry::{EntityDef, FieldDef, Kind};
use outrider_app::value::{Address, Value};

/// The columns, each with its place on a phone; and whether the time at the end has one.
#[derive(Clone, PartialEq)]
pub struct Shape {
    pub columns: Vec<(&'static FieldDef, Option<&'static str>)>,
    pub pinned: usize,
    pub time_at_end: bool,
}

/// Which columns stay on a phone: under the name what it belongs to, at the end an amount or date
/// (else when it was touched), under that its status.
pub fn shape_of(columns: &[&'static FieldDef], pinned: usize) -> Shape {
    let find = |test: &dyn Fn(&FieldDef) -> bool| columns.iter().position(|field| test(field));
    let refers =
        |field: &FieldDef, of: &[&str]| field.targets().iter().any(|target| of.contains(&target.as_ref()));
    let sub = find(&|field| refers(field, &["company", "contact", "deal", "pipeline", "team"]))
        .or_else(|| find(&|field| matches!(field.kind, Kind::Text | Kind::Email)));
    let note = find(&|field| matches!(field.kind, Kind::Choice(_)) || refers(field, &["stage"]));
    let end = find(&|field| matches!(field.kind, Kind::Money))
        .or_else(|| find(&|field| matches!(field.kind, Kind::Date | Kind::DateTime)));
    let place = |index: usize| match Some(index) {
        at if at == sub => Some("sub"),
        at if at == note => Some("note"),
        at if at == end => Some("end"),
        _ => None,
    };
    let columns = columns.iter().enumerate().map(|(index, field)| (*field, place(index))).collect();
    Shape { columns, pinned, time_at_end: end.is_none() }
}

#[component]
pub fn Row(listing: Listing, index: usize, line: usize, id: RecordId, shape: Memo<Shape>) -> impl IntoView {
    let (app, def) = (listing.app, listing.def);
    let record = Memo::new(move |_| app.record(id));
    let mark = Memo::new(move |_| app.mark(id));
    let title = move || title_or_gone(app, id);
    let chosen = move || listing.chosen.with(|chosen| chosen.contains(&id));
    let go = use_navigate();
    let href = format!("/record/{}/{id}", def.id);
    let open = {
        let (go, href) = (go.clone(), href.clone());
        move |event: MouseEvent| {
            listing.cursor.set(index);
            if event.shift_key() {
                listing.choose_range(listing.anchor.get_value(), index);
            } else if event.ctrl_key() || event.meta_key() {
                listing.toggle(index);
            } else if is_phone() {
                go(&href, Default::default());
            } else {
                listing.anchor.set_value(index);
                listing.peek.set(Some(id));
            }
        }
    };
    // Where the keys stand in this row, and what is written in it.
    let at = Memo::new(move |_| listing.cell.get().filter(|_| listing.cursor.get() == index));
    let editing = Memo::new(move |_| {
        listing
            .editing
            .with(|editing| editing.filter(|(row, _)| *row == id).map(|(_, field)| field.id.as_ref()))
    });
    let cells = move || {
        let shape = shape.get();
        record.get().map(|record| {
            let cell = |(place, (field, phone)): (usize, &(&'static FieldDef, Option<&'static str>))| {
                let stand = Stand { place, pinned: shape.pinned, at, editing };
                cell(listing, field, *phone, &record, stand)
            };
            let cells: Vec<_> = shape.columns.iter().enumerate().map(cell).collect();
            (cells, touched(&record, shape.time_at_end))
        })
    };
    view! {
        <div
            class="row"
            role="row"
            data-record=id.to_string()
            aria-rowindex=(line + 2).to_string()
            aria-selected=move || chosen().to_string()
            data-open=move || (listing.peek.get() == Some(id)).then_some("")
            data-gone=move || record.with(Option::is_none).then_some("")
            tabindex=move || if listing.cursor.get() == index { 0 } else { -1 }
            on:click=open
            on:dblclick=move |_| go(&href, Default::default())
        >
            <span class="gutter" role="gridcell">
                <input
                    type="checkbox"
                    tabindex="-1"
                    aria-label=move || t_with("select-one", &[("name", title().into())])
                    prop:checked=chosen
                    on:click=move |event| {
                        event.stop_propagation();
                        if event.shift_key() {
                            listing.choose_range(listing.anchor.get_value(), index);
                        } else {
                            listing.toggle(index);
                        }
                    }
                    on:dblclick=|event| event.stop_propagation()
                />
                <Show when=move || mark.get() != Mark::None><MarkSign mark/></Show>
            </span>
            <span class="cell name" role="gridcell" data-phone="title" title=title><span>{title}</span></span>
            {cells}
        </div>
    }
}

/// Where a cell stands in its row, and what the row knows of the keys.
#[derive(Clone, Copy)]
struct Stand {
    place: usize,
    pinned: usize,
    at: Memo<Option<usize>>,
    editing: Memo<Option<&'static str>>,
}

fn cell(
    listing: Listing,
    field: &'static FieldDef,
    phone: Option<&'static str>,
    record: &Record,
    stand: Stand,
) -> impl IntoView + use<> {
    let (app, def, id) = (listing.app, listing.def, record.id);
    let whole = record.value(&field.id).clone();
    let look = match &field.kind {
        Kind::Money | Kind::Number | Kind::Date | Kind::DateTime => "cell num",
        _ => "cell",
    };
    // A due date that has passed, while the work is open.
    let late = matches!(&whole, Value::Date(date) if field.id == "due_on" && *date < app.today())
        && record.value("done") != &Value::Bool(true);
    let shown = match &whole {
        // A town says enough in a list.
        Value::Address(Address { city, .. }) if !city.is_empty() => Value::text(city.clone()),
        value => value.clone(),
    };
    let editing = move || stand.editing.get() == Some(field.id.as_ref());
    let done = move |()| {
        listing.editing.set(None);
        super::table::focus_row(listing);
    };
    let write = move |event: MouseEvent| {
        if !is_phone() && listing.edit(id, field) {
            event.stop_propagation();
        }
    };
    view! {
        <span
            class=format!("{look} {}", pin_class(stand.place, stand.pinned))
            class:late=late
            role="gridcell"
            data-phone=phone
            data-at=move || (stand.at.get() == Some(stand.place)).then_some("")
            data-edit=move || editing().then_some("")
            title=move || plain(app, &def.id, field, &whole)
            on:dblclick=write
        >
            <ValueView entity=def.id.as_ref() field value=shown/>
            {move || editing().then(|| view! {
                <Written id def field on_done=done/>
            })}
        </span>
    }
}

/// The value being written, over its cell.
#[component]
fn Written(
    id: RecordId,
    def: &'static EntityDef,
    field: &'static FieldDef,
    #[prop(into)] on_done: Callback<()>,
) -> impl IntoView {
    let float = NodeRef::<leptos::html::Div>::new();
    Effect::new(move |_| {
        if let Some(first) = float.get().and_then(|float| first_focusable(&float)) {
            focus(&first);
        }
    });
    view! {
        <div
            node_ref=float
            class="cell-edit"
            role="group"
            aria-label=move || field_name(&def.id, &field.id)
            on:click=|event| event.stop_propagation()
            on:dblclick=|event| event.stop_propagation()
        >
            <InPlace id def field on_done/>
        </div>
    }
}

/// When it was last touched, as people say it.
fn touched(record: &Record, on_phone: bool) -> impl IntoView + use<> {
    let at = record.at;
    view! {
        <span class="cell num soft" role="gridcell" data-phone=on_phone.then_some("end")>
            <time title=move || intl::date_time(at)>{move || intl::when(at)}</time>
        </span>
    }
}
