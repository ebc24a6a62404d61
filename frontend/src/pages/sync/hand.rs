//! Handing what was refused to a colleague: a task of theirs, with all that was written in words
//! and, where they see it, the record it is about. An act as any other: it needs no network.

use crate::pages::record::attach_edits;
use crate::state::{App, SaveError, use_app};
use crate::ui::value::{field_name, plain};
use crate::ui::{Dialog, Note, Tone, fail_words};
use crate::words::{t, t_with, words};
use leptos::prelude::*;
use leptos::task::spawn_local;
use outrider_app::book::Query;
use outrider_app::change::{Change, Item, Op};
use outrider_app::device::{Draft, FieldEdit, Tray};
use outrider_app::id::RecordId;
use outrider_app::value::Value;

/// What an item writes, in words, a line for each change.
pub fn written(app: App, item: &Item) -> Vec<String> {
    let line = |change: &Change| {
        let sign = match change.op {
            Op::Set => "",
            Op::Add => "+ ",
            Op::Remove => "− ",
            Op::Delete => return Some(t("act-delete")),
            Op::Restore => return Some(t("act-restore")),
            Op::Create => return None,
        };
        let field = app.registry().field(&item.entity, &change.field).filter(|field| !field.hidden)?;
        let value = plain(app, &item.entity, field, &change.value);
        let value = if value.is_empty() { t("none") } else { value };
        Some(format!("{}: {sign}{value}", field_name(&item.entity, &field.id)))
    };
    item.changes.iter().filter_map(line).collect()
}

#[component]
pub fn Hand(n: u64, row: Tray, name: Memo<String>, open: RwSignal<bool>) -> impl IntoView {
    let app = use_app();
    let colleagues = Memo::new(move |_| colleagues(app));
    let chosen = RwSignal::new(None::<RecordId>);
    let failed = RwSignal::new(None::<SaveError>);
    let hand = move |()| {
        let Some(to) = chosen.get_untracked() else { return };
        let title = t_with("hand-title", &[("name", name.get_untracked().into())]);
        let draft = untrack(|| task(app, &row, title.clone(), to));
        spawn_local(async move {
            match app.hand(n, &[draft], &title).await {
                Ok(()) => drop(open.try_set(false)),
                Err(error) => drop(failed.try_set(Some(error))),
            }
        });
    };
    let foot = move || {
        view! {
            <button type="button" class="btn" on:click=move |_| open.set(false)>{move || t("cancel")}</button>
            <button type="submit" class="btn primary" disabled=move || chosen.get().is_none()>{move || t("hand-over")}</button>
        }
    };
    view! {
        <Dialog
            title=Signal::derive(|| t("tray-hand"))
            on_close=move |()| open.set(false)
            on_submit=hand
            foot=foot
        >
            <div class="fields">
                <p>{move || t("hand-lead")}</p>
                <label class="field">
                    <span class="label">{move || t("hand-to")}</span>
                    <select on:change=move |event| chosen.set(RecordId::parse(&event_target_value(&event)))>
                        <option value=""></option>
                        <For each=move || colleagues.get() key=|(id, _)| *id children=|(id, name)| view! {
                            <option value=id.to_string()>{name}</option>
                        }/>
                    </select>
                </label>
                <Show when=move || colleagues.with(Vec::is_empty)><p class="faint">{move || t("hand-nobody")}</p></Show>
                {move || failed.get().map(|error| view! { <Note tone=Tone::Bad words=Signal::derive(move || fail_words(&error))/> })}
            </div>
        </Dialog>
    }
}

/// Who else works here, by name.
fn colleagues(app: App) -> Vec<(RecordId, String)> {
    let me = app.me().map(|me| me.user);
    let people = app.list(&Query::all("employee"));
    let others = people.iter().filter(|id| Some(**id) != me).filter_map(|id| app.record(*id));
    let active = others.filter(|person| *person.value("active") == Value::Bool(true));
    active.map(|person| (person.id, app.title(person.id))).collect()
}

/// The colleague's task.
fn task(app: App, row: &Tray, title: String, to: RecordId) -> Draft {
    let reason = words().reason(&row.item.entity, &row.reason);
    let mut text = vec![t_with("hand-text", &[("reason", reason.into())]), String::new()];
    text.extend(written(app, &row.item));
    let mut edits = links(app, row.item.record, to);
    let mut set = |field: &str, value: Value| edits.push(FieldEdit::Set(field.to_owned(), value));
    set("title", Value::Text(title));
    set("text", Value::Text(text.join("\n")));
    set("owner", Value::Ref(to));
    set("due_on", Value::Date(app.today()));
    set("done", Value::Bool(false));
    Draft { entity: "task".to_owned(), record: app.new_id(), create: true, edits }
}

/// The record, or what it hangs on, as far as the server has it and the colleague sees it: a task
/// that hung on anything else would be out of their sight itself.
fn links(app: App, id: RecordId, to: RecordId) -> Vec<FieldEdit> {
    let Some(record) = app.any_record(id) else { return Vec::new() };
    let mut edits = attach_edits("task", &record);
    if edits.is_empty() {
        let of = |field: &str| FieldEdit::Set(field.to_owned(), record.value(field).clone());
        edits = ["customer", "deal"].map(of).into();
    }
    let sees = |id: RecordId| {
        let confirmed = app.with_book(|book| book.confirmed(id));
        confirmed.is_some_and(|record| record.deleted.is_none() && app.colleague_sees(to, &record))
    };
    edits.retain(|edit| matches!(edit, FieldEdit::Set(_, Value::Ref(id)) if sees(*id)));
    edits
}
