//! A record's head: what it is called, where it belongs, one-tap call, mail, message and visit, and
//! what else can be done with it.

use super::call::{LogCall, takes_call};
use super::doubles::LooksLike;
use super::reach::{Reach, reach};
use super::shown::Shown;
use super::stages::Stages;
use crate::ui::value::{ValueView, entity_name, plain, title_or_gone};
use crate::ui::{Avatar, Icon, IconButton, MarkSign, Pop, Popover};
use crate::words::{t, t_with};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use outrider_app::device::FieldEdit;
use outrider_app::id::RecordId;
use outrider_app::value::Value;

#[component]
pub fn Head(shown: Shown) -> impl IntoView {
    let (app, def, id) = (shown.app, shown.def, shown.id);
    let firm = !matches!(def.id.as_ref(), "contact" | "employee");
    let ends = def.field("done").is_some();
    let title = move || shown.title();
    let mark = Signal::derive(move || app.mark(id));
    let name = if shown.peek {
        view! { <h2 class="name">{title} " " <MarkSign mark/></h2> }.into_any()
    } else {
        view! { <h1 class="name">{title} " " <MarkSign mark/></h1> }.into_any()
    };
    let calls = Memo::new(move |_| shown.record.with(|record| record.as_ref().is_some_and(takes_call)));
    let tags = move || {
        let field = def.field("tags")?;
        let value = shown.value("tags");
        (!value.is_empty()).then(|| view! { <ValueView entity=def.id.as_ref() field value/> })
    };
    view! {
        <header class="record-head" data-ends=ends.then_some("")>
            <Avatar id size="l" firm/>
            <div class="who">
                {name}
                <p class="sub"><Sub shown/></p>
                {tags}
                {def.doubles.then(|| view! { <LooksLike shown/> })}
            </div>
            <div class="reach">
                {move || shown.record.with(|record| record.as_ref().map(|record| reach(app, record))).map(|reach| view! { <Buttons reach/> })}
                <Show when=move || calls.get()><LogCall id look="phone-only"/></Show>
                {ends.then(|| view! { <Done shown/> })}
                <More shown/>
            </div>
            {(def.id == "deal").then(|| view! { <Stages shown/> })}
        </header>
    }
}

/// Where it belongs: the job and company of a person, a company's trade and town, a deal's
/// customer and amount; else what it is.
#[component]
fn Sub(shown: Shown) -> impl IntoView {
    let (app, def) = (shown.app, shown.def);
    let words = move |field: &str| {
        let def_field = def.field(field)?;
        let value = shown.value(field);
        let words = match &value {
            Value::Address(address) => address.city.clone(),
            value => plain(app, &def.id, def_field, value),
        };
        (!words.is_empty()).then_some(words)
    };
    let link = move |field: &str| shown.value(field).as_ref_id();
    let fields: (&'static [&'static str], Option<&'static str>) = match def.id.as_ref() {
        "contact" => (&["lifecycle", "job_title"], Some("company")),
        "company" => (&["lifecycle", "industry", "address"], None),
        "deal" => (&["amount", "next_step"], Some("customer")),
        "activity" => (&["kind", "starts_at"], Some("customer")),
        "task" => (&["due_on"], Some("customer")),
        "employee" => (&["job_title", "region"], None),
        "product" => (&["code", "category", "price"], None),
        _ => (&[], None),
    };
    move || {
        let mut parts: Vec<AnyView> =
            fields.0.iter().filter_map(|field| words(field)).map(IntoAny::into_any).collect();
        if let Some(target) = fields.1.and_then(link) {
            parts.push(linked(shown, target));
        }
        if parts.is_empty() {
            parts.push(entity_name(&def.id).into_any());
        }
        let dot = |at: usize| (at > 0).then_some(" · ");
        parts.into_iter().enumerate().map(|(at, part)| (dot(at), part)).collect_view()
    }
}

fn linked(shown: Shown, target: RecordId) -> AnyView {
    let app = shown.app;
    let entity = app.record(target).map(|record| record.entity);
    match entity {
        Some(entity) => {
            view! { <a href=format!("/record/{entity}/{target}")>{title_or_gone(app, target)}</a> }.into_any()
        }
        None => title_or_gone(app, target).into_any(),
    }
}

#[component]
fn Buttons(reach: Reach) -> impl IntoView {
    let button = |icon: &'static str, key: &'static str, href: Option<String>, away: bool| {
        href.map(|href| view! {
            <a class="btn" href=href target=away.then_some("_blank") rel=away.then_some("noopener noreferrer")>
                <Icon name=icon/>{t(key)}
            </a>
        })
    };
    view! {
        {button("phone", "reach-call", reach.call, false)}
        {button("mail", "reach-mail", reach.mail, false)}
        {button("message", "reach-message", reach.message, false)}
        {button("visit", "reach-visit", reach.visit, true)}
    }
}

/// Finishes a task or a planned activity, or opens it again.
#[component]
fn Done(shown: Shown) -> impl IntoView {
    let done = move || shown.value("done") == Value::Bool(true);
    let toggle = move |_| {
        let set = FieldEdit::Set("done".to_owned(), Value::Bool(!done()));
        let draft = shown.acts.edit(shown.id, vec![set]);
        let words =
            t_with(if done() { "reopened-one" } else { "done-one" }, &[("name", shown.title().into())]);
        shown.acts.act(draft.into_iter().collect(), "edit", shown.title(), Some(words), |_| {});
    };
    view! {
        <Show when=move || shown.may_write.get()>
            <button type="button" class="btn" on:click=toggle>
                <Icon name=Signal::derive(move || if done() { "undo" } else { "check" })/>
                {move || t(if done() { "reopen" } else { "mark-done" })}
            </button>
        </Show>
    }
}

#[component]
fn More(shown: Shown) -> impl IntoView {
    let pop = Pop::menu();
    let label = Signal::derive(|| t("more"));
    let go = use_navigate();
    let delete = Callback::new(move |()| {
        pop.close();
        let words = t_with("deleted-one", &[("name", shown.title().into())]);
        let (go, list) = (go.clone(), format!("/list/{}", shown.def.id));
        shown.acts.delete(&[shown.id], words, move |saved| {
            if saved.is_ok() && !shown.peek {
                go(&list, Default::default());
            }
        });
    });
    view! {
        <Show when=move || shown.may_write.get()>
            <IconButton icon="more" look="" label pop/>
            <Popover pop label>
                <button type="button" class="item danger" role="menuitem" on:click=move |_| delete.run(())>
                    <Icon name="trash"/>
                    <span class="label">{move || t_with("delete-one", &[("name", shown.title().into())])}</span>
                </button>
            </Popover>
        </Show>
    }
}
