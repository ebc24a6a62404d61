//! A fact's marks and its past: what it was, who changed it and when, whose value gave way; any of
//! them can be restored, which is a new edit.

use super::shown::{FieldMark, Shown};
use crate::platform::intl;
use crate::state::Mark;
use crate::ui::value::{field_name, plain};
use crate::ui::{IconButton, MarkSign, Pop, Popover, edits_to};
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::change::{Effect as Did, Entry};
use outrider_app::id::{Millis, RecordId};
use outrider_app::registry::FieldDef;
use outrider_app::value::Value;

#[component]
pub fn Past(
    shown: Shown,
    field: &'static FieldDef,
    #[prop(into)] mark: Signal<Option<FieldMark>>,
) -> impl IntoView {
    let def = shown.def;
    let pop = Pop::form();
    let name = move || field_name(&def.id, &field.id);
    let label = Signal::derive(move || t_with("history-of", &[("name", name().into())]));
    let sign = move || match mark.get()? {
        FieldMark::Unsent => Some(view! { <MarkSign mark=Mark::Unsent/> }.into_any()),
        FieldMark::Refused => Some(view! { <a href="/sync"><MarkSign mark=Mark::Refused/></a> }.into_any()),
        FieldMark::Two => Some(
            view! {
                <button
                    type="button"
                    class="mark-two"
                    title=move || t("two-changed")
                    aria-label=move || t("two-changed")
                    on:click=move |_| pop.open.set(true)
                ></button>
            }
            .into_any(),
        ),
    };
    // Looked at, the notice is read.
    Effect::new(move |_| {
        if pop.open.get() && mark.get_untracked() == Some(FieldMark::Two) {
            let mut notices = untrack(|| shown.app.notices());
            notices
                .retain(|(_, notice)| notice.record == shown.id && notice.field == field.id && !notice.read);
            for (at, _) in notices {
                leptos::task::spawn_local(async move {
                    let _ = shown.app.read_notice(at).await;
                });
            }
        }
    });
    view! {
        <span class="marks">
            {sign}
            <IconButton icon="history" look="quiet small past" label pop/>
        </span>
        <Popover pop look="history" label>
            <h3>{name}</h3>
            <p class="faint known">{move || t(if shown.whole.get() { "history-whole" } else { "history-known" })}</p>
            <ol>{move || lines(shown, field).into_iter().map(|line| view! { <Line shown field line pop/> }).collect_view()}</ol>
        </Popover>
    }
}

/// One value of the past.
#[derive(Clone)]
struct Was {
    value: Value,
    by: Option<RecordId>,
    at: Option<Millis>,
    /// It does not stand as it was written: it gave way to another, or was woven into one. The key of
    /// the words for it.
    lost: Option<&'static str>,
    now: bool,
    unsent: bool,
}

#[component]
fn Line(shown: Shown, field: &'static FieldDef, line: Was, pop: Pop) -> impl IntoView {
    let (app, def) = (shown.app, shown.def);
    let value = line.value.clone();
    let words = untrack(|| plain(app, &def.id, field, &line.value));
    let empty = words.is_empty();
    let words = if empty { t("history-empty") } else { words };
    let by = [
        line.by.map(|by| untrack(|| app.title(by))).filter(|name| !name.is_empty()),
        line.at.map(intl::when),
        line.lost.map(t),
        line.unsent.then(|| t("record-unsent")),
    ];
    let by: Vec<String> = by.into_iter().flatten().collect();
    let exact = line.at.map(intl::date_time);
    let restore = move |_| {
        let Some(record) = shown.record.get_untracked() else { return };
        let edits = edits_to(&field.id, record.value(&field.id), &value, field.many);
        pop.close();
        shown.acts.set(&record, edits, |_| {});
    };
    view! {
        <li class="was" data-now=line.now.then_some("")>
            <span class="before" class:faint=empty>{words}</span>
            <span class="by" title=exact>{by.join(" · ")}</span>
            {(!line.now && shown.may_edit(field)).then(|| view! {
                <button type="button" class="btn small" on:click=restore>{t("restore")}</button>
            })}
        </li>
    }
}

/// What the field was, the latest first.
fn lines(shown: Shown, field: &FieldDef) -> Vec<Was> {
    let current = shown.value(&field.id);
    let mut lines = shown.entries.with(|entries| of_field(entries, &field.id));
    let known = lines.iter().position(|line| line.lost.is_none() && line.value == current);
    match known {
        Some(at) if lines.iter().take(at).all(|line| line.lost.is_some()) => {
            if let Some(line) = lines.get_mut(at) {
                line.now = true;
            }
        }
        _ => {
            let unsent = shown.marks.with(|marks| marks.get(field.id.as_ref()) == Some(&FieldMark::Unsent));
            let by = if unsent { shown.app.me().map(|me| me.user) } else { None };
            lines.insert(0, Was { value: current, by, at: None, lost: None, now: true, unsent });
        }
    }
    lines
}

fn of_field(entries: &[Entry], field: &str) -> Vec<Was> {
    let mut lines = Vec::new();
    let mut first = None;
    for entry in entries {
        for effect in &entry.effects {
            match effect {
                Did::Set { field: of, value, before } if of == field => {
                    let (by, at) = (Some(entry.by), Some(entry.at));
                    lines.push(Was { value: value.clone(), by, at, lost: None, now: false, unsent: false });
                    first = Some(before.clone());
                }
                Did::Lost { field: of, value, by, at, .. } if of == field => {
                    let (by, at) = (Some(*by), Some(*at));
                    let lost = Some("history-lost");
                    lines.push(Was { value: value.clone(), by, at, lost, now: false, unsent: false });
                }
                Did::Wrote { field: of, value } if of == field => {
                    let (by, at, lost) = (Some(entry.by), Some(entry.at), Some("history-woven"));
                    lines.push(Was { value: value.clone(), by, at, lost, now: false, unsent: false });
                }
                _ => {}
            }
        }
    }
    // What stood before anything that is known.
    if let Some(value) = first.filter(|value| !value.is_empty()) {
        lines.push(Was { value, by: None, at: None, lost: None, now: false, unsent: false });
    }
    lines
}
