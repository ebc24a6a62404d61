//! One line of what was found.

use crate::state::App;
use crate::ui::value::plain;
use crate::ui::{Icon, entity_icon};
use leptos::prelude::*;
use outrider_app::id::RecordId;
use outrider_app::registry::fold;
use outrider_app::value::Value;

/// What choosing a line does.
#[derive(Clone, PartialEq)]
pub enum Act {
    Go(String),
    Make(&'static str),
    Sync,
    Keys,
}

#[derive(Clone, PartialEq)]
pub struct Hit {
    pub record: Option<RecordId>,
    icon: &'static str,
    pub what: String,
    beside: String,
    key: String,
    pub act: Act,
}

impl Hit {
    pub fn act(icon: &'static str, what: String, key: &str, act: Act) -> Self {
        Self { record: None, icon, what, beside: String::new(), key: key.to_owned(), act }
    }

    /// A record by its name, with what tells it from others beside it.
    pub fn record(app: App, id: RecordId) -> Option<Self> {
        let record = app.record(id)?;
        let def = app.registry().entity(&record.entity)?;
        let telling = def.visible_fields().filter(|field| {
            let value = record.value(&field.id);
            // A plain yes or no tells nothing without its name.
            let tells = !value.is_empty() && !matches!(value, Value::Bool(_));
            field.column && field.id != "owner" && !def.title.contains(&field.id) && tells
        });
        let beside: Vec<String> =
            telling.map(|field| plain(app, &record.entity, field, record.value(&field.id))).take(2).collect();
        Some(Self {
            record: Some(id),
            icon: entity_icon(&record.entity),
            what: crate::ui::value::title_or_gone(app, id),
            beside: beside.join(" · "),
            key: String::new(),
            act: Act::Go(format!("/record/{}/{id}", record.entity)),
        })
    }
}

/// One line; `number` is its place among all lines.
#[component]
pub fn HitLine(
    hit: Hit,
    typed: String,
    number: usize,
    chosen: RwSignal<usize>,
    #[prop(into)] on_choose: Callback<Hit>,
) -> impl IntoView {
    let href = match &hit.act {
        Act::Go(href) => Some(href.clone()),
        _ => None,
    };
    let marks = marked(&hit.what, &typed);
    let (icon, beside, key) = (hit.icon, hit.beside.clone(), hit.key.clone());
    let record = hit.record.map(|id| id.to_string());
    let press = move |event: web_sys::MouseEvent| {
        // With Ctrl or Cmd it opens beside, as links do.
        if !event.ctrl_key() && !event.meta_key() {
            event.prevent_default();
            on_choose.run(hit.clone());
        }
    };
    view! {
        <a
            class="hit"
            id=line_id(number)
            role="option"
            tabindex="-1"
            href=href
            data-record=record
            aria-selected=move || (chosen.get() == number).to_string()
            on:click=press
            on:pointermove=move |_| if chosen.get_untracked() != number { chosen.set(number) }
        >
            <Icon name=icon/>
            <span class="what">
                {marks.into_iter().map(|(mark, part)| if mark {
                    view! { <mark>{part}</mark> }.into_any()
                } else {
                    part.into_any()
                }).collect_view()}
            </span>
            <span class="where">{beside}</span>
            {(!key.is_empty()).then(|| view! { <kbd class="kbd" aria-hidden="true">{key}</kbd> })}
        </a>
    }
}

pub fn line_id(number: usize) -> String {
    format!("hit-{number}")
}

/// The name in parts; `true` where a word begins with what was typed.
fn marked(name: &str, typed: &str) -> Vec<(bool, String)> {
    let wanted: Vec<String> = fold(typed).split_whitespace().map(str::to_owned).collect();
    let mut parts = Vec::new();
    for word in name.split_inclusive([' ', '-']) {
        let folded = fold(word);
        let found = wanted
            .iter()
            .filter(|want| folded.starts_with(want.as_str()))
            .map(|want| want.chars().count())
            .max();
        let count = found.unwrap_or(0);
        if count > 0 {
            parts.push((true, word.chars().take(count).collect()));
        }
        parts.push((false, word.chars().skip(count).collect()));
    }
    parts
}
