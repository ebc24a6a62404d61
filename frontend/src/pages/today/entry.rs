//! One line of the day: in the margin its hour or its box, beside it what and with whom.

use crate::pages::record::{LogCall, takes_call};
use crate::platform::intl;
use crate::state::{App, use_app};
use crate::ui::value::{plain, title_or_gone};
use crate::ui::{Acts, Icon, MarkSign, fail_words};
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::device::FieldEdit;
use outrider_app::id::{Millis, RecordId};
use outrider_app::record::Record;
use outrider_app::value::Value;

/// What stands in the margin.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Margin {
    /// A box that finishes it.
    Tick,
    Hour,
    Nothing,
}

#[component]
pub fn Entry(
    id: RecordId,
    margin: Margin,
    /// What stands at the end of the line; `true` where it is late.
    end: Option<(String, bool)>,
) -> impl IntoView {
    let app = use_app();
    let record = Memo::new(move |_| app.record(id));
    let entity = record
        .with_untracked(|record| record.as_ref().map(|record| record.entity.clone()).unwrap_or_default());
    let title = Memo::new(move |_| {
        record.with(|record| record.as_ref().map(|record| line_words(app, record)).unwrap_or_default())
    });
    let with = Memo::new(move |_| {
        record.with(|record| record.as_ref().map(|record| beside(app, record)).unwrap_or_default())
    });
    let phone =
        Memo::new(move |_| record.with(|record| record.as_ref().and_then(|record| phone_of(app, record))));
    let calls = Memo::new(move |_| record.with(|record| record.as_ref().is_some_and(takes_call)));
    let (words, late) = end.unwrap_or_default();
    let failed = RwSignal::new(None::<String>);
    view! {
        <div class="entry" data-record=id.to_string()>
            <span class="at">
                {match margin {
                    Margin::Tick => view! { <Tick id title failed/> }.into_any(),
                    Margin::Hour => hour(record.with_untracked(|record| record.as_ref().and_then(|r| r.get("starts_at")))).into_any(),
                    Margin::Nothing => ().into_any(),
                }}
            </span>
            <div class="do">
                <a class="what" href=format!("/record/{entity}/{id}") title=move || title.get()>{move || title.get()}</a>
                <span class="for">{move || with.get()}</span>
            </div>
            <span class="due" class:late=late>
                {move || failed.get().map(|words| view! { <span class="error" role="alert">{words}</span> })}
                {words}
                <MarkSign mark=Signal::derive(move || app.mark(id))/>
            </span>
            <div class="acts">
                <Show when=move || calls.get()><LogCall id look="quiet small"/></Show>
                {move || phone.get().map(|number| view! {
                    <a class="btn quiet icon small" href=format!("tel:{number}") title=t("call") aria-label=t("call")>
                        <Icon name="phone"/>
                    </a>
                })}
            </div>
        </div>
    }
}

/// The box: it is done at once, and the toast takes it back.
#[component]
fn Tick(id: RecordId, title: Memo<String>, failed: RwSignal<Option<String>>) -> impl IntoView {
    let acts = Acts::new();
    let tick = move |_| {
        let name = title.get_untracked();
        let edits = vec![FieldEdit::Set("done".to_owned(), Value::Bool(true))];
        let words = t_with("today-ticked", &[("name", name.clone().into())]);
        let drafts = acts.edit(id, edits).into_iter().collect();
        acts.act(drafts, "edit", name, Some(words), move |saved| {
            if let Err(error) = saved {
                let _ = failed.try_set(Some(fail_words(&error)));
            }
        });
    };
    view! {
        <input
            type="checkbox"
            class="task"
            aria-label=move || t_with("today-tick", &[("name", title.get().into())])
            on:change=tick
        />
    }
}

fn hour(at: Option<Millis>) -> impl IntoView {
    at.map(|at| view! { <time title=move || intl::date_time(at)>{move || intl::time(at)}</time> })
}

/// What is done: the subject, or the kind where none was written.
pub fn line_words(app: App, record: &Record) -> String {
    let title = app.title(record.id);
    match (title.is_empty(), record.text("kind")) {
        (true, "") => title_or_gone(app, record.id),
        (true, kind) => crate::ui::value::choice_name(&record.entity, "kind", kind),
        _ => title,
    }
}

/// With whom: the contact and the customer; of a deal the customer and the amount.
fn beside(app: App, record: &Record) -> String {
    let mut parts: Vec<String> = ["contact", "customer", "deal"]
        .iter()
        .filter_map(|field| record.reference(field))
        .map(|id| app.title(id))
        .filter(|title| !title.is_empty())
        .collect();
    let amount =
        app.registry().field(&record.entity, "amount").filter(|_| !record.value("amount").is_empty());
    parts.extend(amount.map(|field| plain(app, &record.entity, field, record.value("amount"))));
    parts.dedup();
    parts.join(" · ")
}

/// The number to call: the contact's, else the customer's.
fn phone_of(app: App, record: &Record) -> Option<String> {
    let people = ["contact", "customer"].iter().filter_map(|field| record.reference(field));
    let numbers = people.filter_map(|id| app.record(id)).map(|person| person.text("phone").to_owned());
    numbers
        .map(|number| number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>())
        .find(|number| !number.is_empty())
}
