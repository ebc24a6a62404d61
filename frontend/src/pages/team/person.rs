//! One person: name, role, team; for admins with what they may change.

use super::access::GiveAccess;
use super::taken::TakeAccess;
use crate::state::{App, use_app};
use crate::ui::value::{choice_name, field_name};
use crate::ui::{Acts, Avatar, MarkSign, fail_words};
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::book::Query;
use outrider_app::device::FieldEdit;
use outrider_app::id::RecordId;
use outrider_app::value::Value;

const ROLES: [&str; 3] = ["rep", "manager", "admin"];

#[component]
pub fn Person(id: RecordId, admin: Memo<bool>) -> impl IntoView {
    let app = use_app();
    let record = Memo::new(move |_| app.record(id));
    let text = move |field: &'static str| {
        record.with(|record| record.as_ref().map(|record| record.text(field).to_owned()).unwrap_or_default())
    };
    let active = Memo::new(move |_| {
        record.with(|record| record.as_ref().and_then(|record| record.get::<bool>("active")).unwrap_or(false))
    });
    let hint = move || {
        let role = Some(text("role"))
            .filter(|role| !role.is_empty())
            .map(|role| choice_name("employee", "role", &role));
        let parts = [role, Some(text("job_title")), Some(text("email"))];
        parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    view! {
        <div class="setting" data-record=id.to_string()>
            <div class="line">
                <Avatar id/>
                <div class="cut">
                    <a class="label" href=format!("/record/employee/{id}")>{move || app.title(id)}</a> " "
                    <MarkSign mark=Signal::derive(move || app.mark(id))/>
                    <Show when=move || !active.get()><span class="badge">{t("team-inactive")}</span></Show>
                    <p class="hint cut">{hint}</p>
                </div>
            </div>
            <Show when=move || admin.get()><Rights id active/></Show>
        </div>
    }
}

/// What an admin changes.
#[component]
fn Rights(id: RecordId, active: Memo<bool>) -> impl IntoView {
    let app = use_app();
    let failed = RwSignal::new(None::<String>);
    let (giving, taking) = (RwSignal::new(false), RwSignal::new(false));
    let mine = move || app.me().is_some_and(|me| me.user == id);
    view! {
        <div class="line">
            {move || failed.get().map(|words| view! { <span class="error" role="alert">{words}</span> })}
            <RoleChoice id failed/>
            <TeamChoice id failed/>
            <button type="button" class="btn small" on:click=move |_| giving.set(true)>{move || t("access-give")}</button>
            <Show when=move || active.get() && !mine()>
                <button type="button" class="btn small quiet" on:click=move |_| taking.set(true)>{t("access-take")}</button>
            </Show>
        </div>
        <Show when=move || giving.get()><GiveAccess id open=giving/></Show>
        <Show when=move || taking.get()><TakeAccess id open=taking/></Show>
    }
}

fn set(app: App, id: RecordId, field: &'static str, value: Value, failed: RwSignal<Option<String>>) {
    let acts = Acts::new();
    let name = untrack(|| app.title(id));
    let words = t_with(
        "team-changed",
        &[("name", name.clone().into()), ("field", field_name("employee", field).into())],
    );
    let drafts =
        untrack(|| acts.edit(id, vec![FieldEdit::Set(field.to_owned(), value)])).into_iter().collect();
    acts.act(drafts, "edit", name, Some(words), move |saved| {
        let _ = failed.try_set(saved.err().map(|error| fail_words(&error)));
    });
}

#[component]
fn RoleChoice(id: RecordId, failed: RwSignal<Option<String>>) -> impl IntoView {
    let app = use_app();
    let held =
        Memo::new(move |_| app.record(id).map(|record| record.text("role").to_owned()).unwrap_or_default());
    view! {
        <select
            aria-label=move || format!("{}: {}", field_name("employee", "role"), app.title(id))
            on:change=move |event| set(app, id, "role", Value::text(event_target_value(&event)), failed)
        >
            {ROLES.map(|role| view! {
                <option value=role selected=move || held.get() == role>{move || choice_name("employee", "role", role)}</option>
            })}
        </select>
    }
}

#[component]
fn TeamChoice(id: RecordId, failed: RwSignal<Option<String>>) -> impl IntoView {
    let app = use_app();
    let held = Memo::new(move |_| app.record(id).and_then(|record| record.reference("team")));
    let teams = Memo::new(move |_| app.list(&Query::all("team")).as_ref().clone());
    let choose = move |event| {
        let team = RecordId::parse(&event_target_value(&event)).map_or(Value::None, Value::Ref);
        set(app, id, "team", team, failed);
    };
    view! {
        <select aria-label=move || format!("{}: {}", field_name("employee", "team"), app.title(id)) on:change=choose>
            <option value="" selected=move || held.get().is_none()>{move || t("team-none")}</option>
            <For each=move || teams.get() key=|team| *team children=move |team| view! {
                <option value=team.to_string() selected=move || held.get() == Some(team)>{move || app.title(team)}</option>
            }/>
        </select>
    }
}
