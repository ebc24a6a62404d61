//! One moment of the timeline: who, what, and what was said.

use super::several::{Text, TextView};
use super::shown::Shown;
use super::timeline::when_words;
use super::told::{Told, What};
use crate::platform::intl;
use crate::state::{App, Mark};
use crate::ui::value::{choice_name, field_name, plain, title_or_gone};
use crate::ui::{Icon, MarkSign, activity_icon, entity_icon};
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::change::{Effect as Did, Entry};
use outrider_app::device::FieldEdit;
use outrider_app::id::{Millis, RecordId};
use outrider_app::mention;
use outrider_app::record::Record;
use outrider_app::registry::MERGED_INTO;
use outrider_app::value::Value;

/// Fields named before "and 2 more".
const NAMED: usize = 2;

#[component]
pub fn MomentView(shown: Shown, told: Told) -> impl IntoView {
    let app = shown.app;
    let kind = told.kind.clone();
    let icon = if kind == "deal" { entity_icon("deal") } else { activity_icon(&kind) };
    let (at, plan) = (told.at, told.plan);
    let record = match told.what {
        What::Record(id) => Some(id),
        What::Entry(_) => None,
    };
    let body = match told.what.clone() {
        What::Record(id) => {
            let record = Memo::new(move |_| app.record(id));
            let told = move || match record.get() {
                Some(record) if record.entity == "task" => view! { <TaskMoment shown record/> }.into_any(),
                Some(record) => view! { <ActivityMoment shown record/> }.into_any(),
                None => ().into_any(),
            };
            told.into_any()
        }
        What::Entry(entry) => {
            let deal = (entry.record != shown.id).then_some(entry.record);
            view! {
                <p class="lead">
                    {move || change_words(shown, &entry)}
                    {deal.map(|deal| view! {
                        " " <a href=format!("/record/deal/{deal}")>{move || title_or_gone(app, deal)}</a>
                    })}
                </p>
            }
            .into_any()
        }
    };
    view! {
        <div
            class="moment"
            class:plan=plan
            data-kind=kind
            data-record=record.map(|id| id.to_string())
        >
            <time class="when" title=move || intl::date_time(at)>{move || when_words(&told)}</time>
            <span class="sort"><Icon name=icon/></span>
            <div class="told">{body}</div>
        </div>
    }
}

#[component]
fn ActivityMoment(shown: Shown, record: Record) -> impl IntoView {
    let app = shown.app;
    let id = record.id;
    let kind = record.text("kind").to_owned();
    let incoming = record.text("direction") == "in";
    let who = record.reference("owner").or(Some(record.by).filter(|by| !by.is_nil()));
    // What was called off was only ever planned.
    let planned = is_open(&record) || record.text("outcome") == "cancelled";
    let late = is_open(&record) && record.get::<Millis>("starts_at").is_some_and(|at| at < app.now());
    let subject = record.text("subject").to_owned();
    let href = format!("/record/activity/{id}");
    let outcome = record.text("outcome").to_owned();
    let place = record.text("place").to_owned();
    let text = record.text("text").to_owned();
    let of = text_of(app, &record, "activity");
    let (mentions, said) = mentions_of(&record, "subject");
    let mark = Signal::derive(move || app.mark(id));
    let others = ["contact", "customer", "deal"].map(|field| record.reference(field));
    let mut about: Vec<RecordId> = others.into_iter().flatten().filter(|other| *other != shown.id).collect();
    about.dedup();
    about.truncate(2);
    let soft = move || {
        let outcome = (!outcome.is_empty()).then(|| choice_name("activity", "outcome", &outcome));
        let place = (!place.is_empty()).then(|| place.clone());
        let parts: Vec<String> = [outcome, place].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| format!(", {}", parts.join(", ")))
    };
    let verb = move || {
        let key = match (planned, incoming) {
            (true, _) => format!("planned-{kind}"),
            (false, true) => format!("told-{kind}-in"),
            (false, false) => format!("told-{kind}"),
        };
        crate::words::find(&key)
            .or_else(|| crate::words::find(&format!("told-{kind}")))
            .unwrap_or_else(|| choice_name("activity", "kind", &kind))
    };
    view! {
        <p class="lead">
            <b>{move || who.map(|who| title_or_gone(app, who))}</b> " " {verb} <span class="soft">{soft}</span>
            {late.then(late_badge)}
            <Show when=move || mark.get() != Mark::None><MarkSign mark/></Show>
        </p>
        {(!subject.is_empty()).then(|| view! { <p class="lead"><a href=href>{subject}</a></p> })}
        {(!text.is_empty()).then(|| view! { <div class="text"><TextView app of text mentions=mentions.clone()/></div> })}
        <Mentioned app mentions said/>
        {(!about.is_empty()).then(|| view! {
            <div class="under">{about.into_iter().map(|other| view! { <About shown other/> }).collect_view()}</div>
        })}
    }
}

#[component]
fn About(shown: Shown, other: RecordId) -> impl IntoView {
    let app = shown.app;
    move || match app.record(other) {
        Some(record) => {
            view! { <a href=format!("/record/{}/{other}", record.entity)>{title_or_gone(app, other)}</a> }
                .into_any()
        }
        None => view! { <span>{title_or_gone(app, other)}</span> }.into_any(),
    }
}

fn is_open(record: &Record) -> bool {
    record.value("done") == &Value::Bool(false)
}

fn late_badge() -> impl IntoView {
    view! { " " <span class="badge" data-tone="bad">{move || t("late")}</span> }
}

/// A task, which can be finished here.
#[component]
fn TaskMoment(shown: Shown, record: Record) -> impl IntoView {
    let app = shown.app;
    let id = record.id;
    let done = record.value("done") == &Value::Bool(true);
    let may_write = untrack(|| app.may_write(&record));
    let title = record.text("title").to_owned();
    let text = record.text("text").to_owned();
    let of = text_of(app, &record, "task");
    let (mentions, said) = mentions_of(&record, "title");
    let owner = record.reference("owner");
    let late = !done && matches!(record.value("due_on"), Value::Date(due) if *due < app.today());
    let mark = Signal::derive(move || app.mark(id));
    let label = title.clone();
    let toggle = move |_| {
        let draft = shown.acts.edit(id, vec![FieldEdit::Set("done".to_owned(), Value::Bool(!done))]);
        let words = t_with(if done { "reopened-one" } else { "done-one" }, &[("name", app.title(id).into())]);
        shown.acts.act(draft.into_iter().collect(), "edit", app.title(id), Some(words), |_| {});
    };
    view! {
        <p class="lead">
            <input
                type="checkbox"
                class="task"
                disabled=!may_write
                prop:checked=done
                aria-label=move || t_with("mark-done-one", &[("name", label.clone().into())])
                on:change=toggle
            />
            " " <b><a href=format!("/record/task/{id}")>{title}</a></b>
            " " <span class="soft">{move || owner.map(|owner| title_or_gone(app, owner))}</span>
            {late.then(late_badge)}
            <Show when=move || mark.get() != Mark::None><MarkSign mark/></Show>
        </p>
        {(!text.is_empty()).then(|| view! { <div class="text"><TextView app of text mentions=mentions.clone()/></div> })}
        <Mentioned app mentions said/>
    }
}

/// Who is mentioned, by the name they have now, where the text has another.
#[component]
fn Mentioned(app: App, mentions: Vec<RecordId>, said: String) -> impl IntoView {
    let people = mentions.into_iter().map(|id| (id, untrack(|| app.title(id))));
    let missing: Vec<_> = people.filter(|(_, name)| !said.contains(&format!("@{name}"))).collect();
    (!missing.is_empty()).then(|| view! {
        <div class="under">
            {missing.into_iter().map(|(id, _)| view! {
                <a class="mention" href=format!("/record/employee/{id}")>"@" {move || title_or_gone(app, id)}</a>
            }).collect_view()}
        </div>
    })
}

/// Whom a record mentions, and all that is written in it.
fn mentions_of(record: &Record, title: &str) -> (Vec<RecordId>, String) {
    let ids = record.value(mention::FIELD).as_set().into_iter().flatten();
    let said = [record.text(title), record.text("text")].join("\n");
    (ids.filter_map(|id| RecordId::parse(id)).collect(), said)
}

fn text_of(app: App, record: &Record, entity: &'static str) -> Text {
    Text { record: record.id, entity, field: "text", may_write: untrack(|| app.may_write(record)) }
}

/// "Anna changed Phone to …", "Anna changed Phone, Town and 2 more".
fn change_words(shown: Shown, entry: &Entry) -> impl IntoView + use<> {
    let app = shown.app;
    let def = app.registry().entity(&entry.entity).unwrap_or(shown.def);
    let who = title_or_gone(app, entry.by);
    let whole = entry.effects.iter().find_map(|effect| match effect {
        Did::Created => Some("change-created"),
        Did::Deleted => Some("change-deleted"),
        Did::Restored => Some("change-restored"),
        _ => None,
    });
    let set: Vec<(&str, &Value)> = entry
        .effects
        .iter()
        .filter_map(|effect| match effect {
            Did::Set { field, value, .. } => Some((field.as_str(), value)),
            _ => None,
        })
        .filter(|(field, _)| def.field(field).is_some_and(|field| !field.hidden))
        .collect();
    // What was merged into this one, or taken out of it again.
    let merged = entry.effects.iter().find_map(|effect| match effect {
        Did::Set { field, value, .. } if field == MERGED_INTO => Some(!value.is_empty()),
        _ => None,
    });
    let merged = merged.map(|merged| {
        let name = app.own_record(entry.record).map(|record| def.title_of(&record)).unwrap_or_default();
        t_with(if merged { "change-merged" } else { "change-parted" }, &[("name", name.into())])
    });
    let words = match (whole, set.as_slice()) {
        (Some(key), _) => t(key),
        (None, []) if let Some(words) = merged => words,
        (None, [(field, value)]) => {
            let words = def.field(field).map(|field| plain(app, &def.id, field, value)).unwrap_or_default();
            let name = field_name(&def.id, field);
            if words.is_empty() || words.chars().count() > 80 {
                t_with(
                    if words.is_empty() { "change-cleared" } else { "change-one" },
                    &[("field", name.into())],
                )
            } else {
                t_with("change-to", &[("field", name.into()), ("value", words.into())])
            }
        }
        (None, []) => t("change-lost"),
        (None, all) => {
            let names: Vec<String> =
                all.iter().take(NAMED).map(|(field, _)| field_name(&def.id, field)).collect();
            let more = all.len().saturating_sub(NAMED);
            let names = names.join(", ");
            match more {
                0 => t_with("change-one", &[("field", names.into())]),
                more => t_with("change-more", &[("field", names.into()), ("count", more.into())]),
            }
        }
    };
    view! { <b>{who}</b> " " {words} }
}
