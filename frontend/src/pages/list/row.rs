//! One row: its mark in the margin, its name, its values. On a phone two lines of at most four.

use super::Listing;
use crate::platform::intl;
use crate::state::Mark;
use crate::ui::value::{ValueView, plain, title_or_gone};
use crate::ui::{MarkSign, is_phone};
use crate::words::t_with;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use outrider_app::id::RecordId;
use outrider_app::record::Record;
use outrider_app::registry::{FieldDef, Kind};
use outrider_app::value::{Address, Value};

/// The columns, each with its place on a phone; and whether the time at the end has one.
#[derive(Clone, PartialEq)]
pub struct Shape {
    pub columns: Vec<(&'static FieldDef, Option<&'static str>)>,
    pub time_at_end: bool,
}

/// Which columns stay on a phone: under the name what it belongs to, at the end an amount or date
/// (else when it was touched), under that its status.
pub fn shape_of(columns: &[&'static FieldDef]) -> Shape {
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
    Shape { columns, time_at_end: end.is_none() }
}

#[component]
pub fn Row(listing: Listing, index: usize, id: RecordId, shape: Memo<Shape>) -> impl IntoView {
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
    let cells = move || {
        let shape = shape.get();
        record.get().map(|record| {
            let cells: Vec<_> =
                shape.columns.iter().map(|(field, place)| cell(listing, field, *place, &record)).collect();
            (cells, touched(&record, shape.time_at_end))
        })
    };
    view! {
        <div
            class="row"
            role="row"
            data-record=id.to_string()
            aria-rowindex=(index + 2).to_string()
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

fn cell(
    listing: Listing,
    field: &'static FieldDef,
    place: Option<&'static str>,
    record: &Record,
) -> impl IntoView + use<> {
    let (app, def) = (listing.app, listing.def);
    let value = record.value(&field.id).clone();
    let class = match (&field.kind, &value) {
        (Kind::Money | Kind::Number | Kind::Date | Kind::DateTime, _) => "cell num",
        _ => "cell",
    };
    // A due date that has passed, while the work is open.
    let late = matches!(&value, Value::Date(date) if field.id == "due_on" && *date < app.today())
        && record.value("done") != &Value::Bool(true);
    let shown = match &value {
        // A town says enough in a list.
        Value::Address(Address { city, .. }) if !city.is_empty() => Value::text(city.clone()),
        value => value.clone(),
    };
    let whole = value;
    view! {
        <span
            class=class
            class:late=late
            role="gridcell"
            data-phone=place
            title=move || plain(app, &def.id, field, &whole)
        >
            <ValueView entity=def.id.as_ref() field value=shown/>
        </span>
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
