//! The line one types into and what it finds: records by kind, then what can be done.

use super::acts::acts;
use super::hit::{Act, Hit, HitLine, line_id};
use crate::platform::marks;
use crate::shell::use_shell;
use crate::state::{App, use_app};
use crate::ui::value::entity_many;
use crate::ui::{Icon, IconButton, focus_within};
use crate::words::{t, t_with};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use outrider_app::book::{Direction, Query, TOUCHED};
use wasm_bindgen::JsCast;

/// Records shown at once.
const HITS: usize = 40;
/// Of these, the recently touched stand there before one types.
const RECENT: [&str; 3] = ["contact", "company", "deal"];
const RECENT_EACH: usize = 4;

/// Lines under one head, with the place of the first among all.
type Group = (String, usize, Vec<Hit>);

#[component]
pub fn Search(
    #[prop(into)] on_done: Callback<()>,
    /// Shows how to close it.
    #[prop(optional)]
    closes: bool,
) -> impl IntoView {
    let app = use_app();
    let shell = use_shell();
    let go = use_navigate();
    let typed = RwSignal::new(String::new());
    let pressed = StoredValue::new(None::<f64>);
    let chosen = RwSignal::new(0usize);
    let groups = Memo::new(move |_| groups(app, &typed.get()));
    let count =
        Memo::new(move |_| groups.with(|groups| groups.iter().map(|(_, _, hits)| hits.len()).sum::<usize>()));
    measure(groups, pressed);
    let choose = Callback::new(move |hit: Hit| {
        on_done.run(());
        match hit.act {
            Act::Go(href) => go(&href, Default::default()),
            Act::Make(entity) => shell.make(entity, Vec::new()),
            Act::Sync => app.sync_now(),
            Act::Keys => shell.keys.set(true),
        }
    });
    let step = move |by: isize| {
        let last = count.get_untracked().saturating_sub(1);
        let at = chosen.get_untracked().saturating_add_signed(by).min(last);
        chosen.set(at);
        reveal(at);
    };
    let keydown = move |event: KeyboardEvent| {
        match event.key().as_str() {
            "ArrowDown" => step(1),
            "ArrowUp" => step(-1),
            "Enter" => {
                let at = chosen.get_untracked();
                let hit = groups
                    .with_untracked(|groups| groups.iter().flat_map(|(_, _, hits)| hits).nth(at).cloned());
                hit.into_iter().for_each(|hit| choose.run(hit));
            }
            _ => return,
        }
        event.prevent_default();
    };
    let line = NodeRef::<leptos::html::Label>::new();
    focus_within(line);
    let group = move |(head, from, hits): Group| {
        view! {
            <div role="group" aria-label=head.clone()>
                <div class="hits-head" aria-hidden="true">{head.clone()}</div>
                {hits.into_iter().enumerate().map(|(at, hit)| view! {
                    <HitLine hit typed=typed.get_untracked() number=from + at chosen on_choose=choose/>
                }).collect_view()}
            </div>
        }
    };
    view! {
        <label class="palette-line" node_ref=line>
            <Icon name="search"/>
            <input
                class="bare"
                type="search"
                role="searchbox"
                autocomplete="off"
                spellcheck="false"
                placeholder=move || t("search-everything")
                aria-label=move || t("search-everything")
                aria-controls="hits"
                aria-activedescendant=move || (count.get() > 0).then(|| line_id(chosen.get()))
                on:keydown=keydown
                on:input=move |event| {
                    pressed.set_value(Some(marks::now()));
                    chosen.set(0);
                    typed.set(event_target_value(&event));
                }
            />
            {closes.then(|| view! {
                <kbd class="kbd wide-only" aria-hidden="true">"Esc"</kbd>
                <span class="phone-only">
                    <IconButton icon="close" label=Signal::derive(|| t("close")) on_click=move |_| on_done.run(())/>
                </span>
            })}
        </label>
        <div class="hits">
            <div id="hits" role="listbox" aria-label=move || t("search-found")>
                {move || groups.get().into_iter().map(group).collect_view()}
            </div>
            <p class="visually-hidden" role="status">
                {move || (!typed.with(String::is_empty)).then(|| t_with("found", &[("count", count.get().into())]))}
            </p>
            {move || (count.get() == 0).then(|| view! {
                <p class="hits-head">{t_with("search-none", &[("query", typed.get().into())])}</p>
            })}
        </div>
    }
}

fn groups(app: App, typed: &str) -> Vec<Group> {
    let typed = typed.trim();
    let mut found: Vec<(String, Vec<Hit>)> = Vec::new();
    if typed.is_empty() {
        for entity in RECENT {
            let recent = app.list(&Query::all(entity).sort(TOUCHED, Direction::Desc).limit(RECENT_EACH));
            found.push((entity.to_owned(), recent.iter().filter_map(|id| Hit::record(app, *id)).collect()));
        }
    } else {
        // The kind with the best hit stands first.
        for hit in app.search(typed, HITS) {
            let Some(line) = Hit::record(app, hit.id) else { continue };
            match found.iter_mut().find(|(entity, _)| *entity == hit.entity) {
                Some((_, lines)) => lines.push(line),
                None => found.push((hit.entity, vec![line])),
            }
        }
    }
    let heads = found.into_iter().map(|(entity, hits)| (entity_many(&entity), hits));
    let mut from = 0;
    heads
        .chain([(t("search-acts"), acts(app, typed))])
        .filter(|(_, hits)| !hits.is_empty())
        .map(|(head, hits)| {
            let group = (head, from, hits);
            from += group.2.len();
            group
        })
        .collect()
}

/// From the key to the rows on the screen.
fn measure(groups: Memo<Vec<Group>>, pressed: StoredValue<Option<f64>>) {
    Effect::new(move |_| {
        groups.track();
        if let Some(start) = pressed.get_value() {
            pressed.set_value(None);
            // The rows of this change are painted before the second frame.
            request_animation_frame(move || {
                request_animation_frame(move || marks::measure("outrider:search", start))
            });
        }
    });
}

fn reveal(number: usize) {
    let line = document().get_element_by_id(&line_id(number));
    if let Some(line) = line.and_then(|line| line.dyn_into::<web_sys::HtmlElement>().ok()) {
        // Its place within the scroller, which is its offset parent or shares it.
        let Some(hits) = line.closest(".hits").ok().flatten() else { return };
        let (row, port) = (line.get_bounding_client_rect(), hits.get_bounding_client_rect());
        if row.bottom() > port.bottom() {
            hits.set_scroll_top(hits.scroll_top() + (row.bottom() - port.bottom()).ceil() as i32);
        } else if row.top() < port.top() {
            hits.set_scroll_top(hits.scroll_top() - (port.top() - row.top()).ceil() as i32);
        }
    }
}
