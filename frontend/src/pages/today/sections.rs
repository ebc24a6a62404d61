//! The day's sections: planned, due, and deals without a next step.

use super::asks;
use super::entry::{Entry, Margin};
use super::visits::city_of;
use crate::platform::intl;
use crate::shell::use_shell;
use crate::state::{App, use_app};
use crate::ui::Empty;
use crate::ui::value::{choice_name, entity_new};
use crate::words::{t, t_with};
use jiff::civil::Date;
use leptos::prelude::*;
use outrider_app::book::Query;
use outrider_app::id::RecordId;
use outrider_app::value::Value;

/// A section of the agenda: its head with how many, its lines, or what belongs there.
#[component]
fn Section(
    /// The key of its head's words.
    head: &'static str,
    ids: fn(App) -> Vec<RecordId>,
    line: fn(App, RecordId) -> AnyView,
    /// What stands where there is nothing; without it the section goes.
    #[prop(optional, into)]
    empty: Option<ViewFn>,
) -> impl IntoView {
    let app = use_app();
    let ids = Memo::new(move |_| ids(app));
    let none = move || ids.with(Vec::is_empty);
    let shown = empty.is_some();
    view! {
        <Show when=move || shown || !none()>
            <section class="agenda">
                <h2>
                    {move || t(head)} " "
                    {move || (!none()).then(|| view! { <span class="count">{intl::number(ids.with(Vec::len))}</span> })}
                </h2>
                <For each=move || ids.get() key=|id| *id children=move |id| line(app, id)/>
                {
                    let empty = empty.clone();
                    move || empty.as_ref().filter(|_| none()).map(|empty| view! { <div class="near">{empty.run()}</div> })
                }
            </section>
        </Show>
    }
}

fn listed(app: App, query: fn(App) -> Query) -> Vec<RecordId> {
    app.list(&query(app)).as_ref().clone()
}

/// Calls, visits and meetings of today.
#[component]
pub fn Planned() -> impl IntoView {
    let line = |app: App, id| {
        let town = untrack(|| city_of(app, id)).map(|town| (town, false));
        view! { <Entry id margin=Margin::Hour end=town/> }.into_any()
    };
    let empty = || {
        let shell = use_shell();
        let plan = move |_| {
            shell.make(
                "activity",
                vec![("kind".to_owned(), Value::text("call")), ("done".to_owned(), Value::Bool(false))],
            );
        };
        view! {
            <Empty small=true words=Signal::derive(|| t("today-none-planned"))>
                <button type="button" class="btn small" on:click=plan>{move || t("today-plan")}</button>
            </Empty>
        }
    };
    view! { <Section head="today-planned" ids=|app| listed(app, asks::planned) line empty/> }
}

/// Tasks that are due, the latest first.
#[component]
pub fn Due() -> impl IntoView {
    let line = |app: App, id| {
        let due = untrack(|| app.record(id)).and_then(|task| task.get::<Date>("due_on"));
        let end = due.map(|due| due_words(app, due));
        view! { <Entry id margin=Margin::Tick end/> }.into_any()
    };
    let empty = || {
        let (app, shell) = (use_app(), use_shell());
        let add = move |_| shell.make("task", vec![("due_on".to_owned(), Value::Date(app.today()))]);
        view! {
            <Empty small=true words=Signal::derive(|| t("today-none-due"))>
                <button type="button" class="btn small" on:click=add>{move || entity_new("task")}</button>
            </Empty>
        }
    };
    view! { <Section head="today-due" ids=|app| listed(app, asks::due) line empty/> }
}

/// "today", "yesterday", "3 days late"; and whether that is late.
fn due_words(app: App, due: Date) -> (String, bool) {
    match due.until(app.today()).map_or(0, |span| span.get_days()) {
        late @ ..=1 => (intl::day(due), late > 0),
        days => (t_with("today-late", &[("count", days.into())]), true),
    }
}

/// Open deals that nobody has a next step for.
#[component]
pub fn Stuck() -> impl IntoView {
    let line = |app: App, id| {
        let close = untrack(|| app.record(id)).and_then(|deal| deal.get::<Date>("expected_close"));
        let end = close.map(|close| (intl::date(close), close < app.today()));
        view! { <Entry id margin=Margin::Nothing end/> }.into_any()
    };
    view! { <Section head="today-stuck" ids=|app| listed(app, asks::stuck) line/> }
}

/// Leads that came in lately, with where they came from.
#[component]
pub fn Leads() -> impl IntoView {
    let line = |app: App, id| {
        let origin =
            untrack(|| app.record(id)).map(|lead| (lead.entity.clone(), lead.text("origin").to_owned()));
        let end = origin.filter(|(_, origin)| !origin.is_empty());
        let end = end.map(|(entity, origin)| (choice_name(&entity, "origin", &origin), false));
        view! { <Entry id margin=Margin::Nothing end/> }.into_any()
    };
    view! { <Section head="today-leads" ids=asks::leads line/> }
}

/// Whose birthday it is, today and in the days to come.
#[component]
pub fn Birthdays() -> impl IntoView {
    let line = |app: App, id| {
        let end = untrack(|| asks::next_birthday(app, id)).map(|(day, age)| {
            (
                format!("{}, {}", intl::day(day), t_with("birthday-age", &[("age", i64::from(age).into())])),
                false,
            )
        });
        view! { <Entry id margin=Margin::Nothing end/> }.into_any()
    };
    view! { <Section head="today-birthdays" ids=asks::birthdays line/> }
}
