//! The composer's text, and the people one names in it: "@" opens a list of the team, which the keys
//! or a finger choose from.

use super::composer::TEXT;
use crate::state::{App, Unfinished, use_app};
use crate::ui::{Avatar, Offer, moves_offer};
use crate::words::t;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use outrider_app::book::Query;
use outrider_app::id::RecordId;
use outrider_app::mention::begun;
use outrider_app::registry::fold;
use outrider_app::value::Value;

/// So many people are offered.
const OFFERED: usize = 6;

/// Who can be mentioned: everyone of the team who is not shut out, by name.
pub fn team(app: App) -> Vec<(RecordId, String)> {
    let active =
        |id: &RecordId| app.record(*id).is_some_and(|person| person.value("active") != &Value::Bool(false));
    let all = app.list(&Query::all("employee"));
    let mut people: Vec<_> = all
        .iter()
        .copied()
        .filter(active)
        .map(|id| (id, app.title(id)))
        .filter(|(_, name)| !name.is_empty())
        .collect();
    people.sort_by(|(_, one), (_, two)| crate::platform::intl::compare(one, two));
    people
}

fn offered(app: App, typed: &str) -> Vec<(RecordId, String)> {
    let typed = fold(typed);
    let me = app.me().map(|me| me.user);
    let fits = |name: &str| {
        let name = fold(name);
        name.starts_with(&typed) || name.split(' ').any(|word| word.starts_with(&typed))
    };
    let others = team(app).into_iter().filter(|(id, name)| Some(*id) != me && fits(name));
    others.take(OFFERED).collect()
}

#[component]
pub fn Writing(
    draft: RwSignal<Unfinished>,
    #[prop(into)] placeholder: Signal<String>,
    /// The text is written in.
    #[prop(into)]
    on_write: Callback<()>,
    #[prop(into)] on_focus: Callback<()>,
) -> impl IntoView {
    let app = use_app();
    let line = NodeRef::<leptos::html::Textarea>::new();
    // What stands before the caret, while a name is begun there.
    let before = RwSignal::new(None::<String>);
    let at = RwSignal::new(0_usize);
    let offers = Memo::new(move |_| {
        before
            .with(|before| before.as_deref().and_then(begun).map(|typed| offered(app, typed)))
            .unwrap_or_default()
    });
    let open = Memo::new(move |_| offers.with(|offers| !offers.is_empty()));
    let look = move || {
        let text = line.get_untracked().map(|line| {
            let end = line.selection_start().ok().flatten().unwrap_or_default() as usize;
            let units: Vec<u16> = line.value().encode_utf16().take(end).collect();
            String::from_utf16_lossy(&units)
        });
        let begins = text.filter(|text| begun(text).is_some());
        if before.with_untracked(|before| *before != begins) {
            at.set(0);
            before.set(begins);
        }
    };
    let choose = move |(id, name): (RecordId, String)| {
        let Some(text) = before.get_untracked() else { return };
        let Some((start, _)) = text.rsplit_once('@') else { return };
        let whole = draft.with_untracked(|draft| draft.text.clone());
        let rest = whole.strip_prefix(text.as_str()).unwrap_or_default();
        let space = if rest.starts_with(char::is_whitespace) { "" } else { " " };
        let start = format!("{start}@{name}{space}");
        let caret = start.encode_utf16().count() as u32;
        let text = format!("{start}{rest}");
        // At once: who types on at speed types behind the name.
        if let Some(line) = line.get_untracked() {
            line.set_value(&text);
            let _ = line.set_selection_range(caret, caret);
        }
        draft.update(|draft| {
            draft.text = text;
            draft.mentions.insert(id);
        });
        before.set(None);
    };
    let on_keydown = move |event: KeyboardEvent| {
        let count = offers.with_untracked(Vec::len);
        if count == 0 || event.is_composing() {
            return;
        }
        match event.key().as_str() {
            key if moves_offer(key, at, count) => {}
            "Enter" | "Tab" if !event.ctrl_key() && !event.meta_key() && !event.shift_key() => {
                match offers.with_untracked(|offers| offers.get(at.get_untracked()).cloned()) {
                    Some(one) => choose(one),
                    None => return,
                }
            }
            "Escape" => before.set(None),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let option_id = |index: usize| format!("{TEXT}-person-{index}");
    let rows = move || {
        let row = |(index, (id, name)): (usize, (RecordId, String))| {
            let one = (id, name.clone());
            view! {
                <Offer id=option_id(index) index at on_take=move |()| choose(one.clone())>
                    <Avatar id size="s"/>
                    <span class="label">{name}</span>
                </Offer>
            }
        };
        offers.get().into_iter().enumerate().map(row).collect_view()
    };
    view! {
        <textarea
            node_ref=line
            class="bare"
            id=TEXT
            aria-label=move || placeholder.get()
            aria-autocomplete="list"
            aria-haspopup="listbox"
            aria-controls=move || open.get().then(|| format!("{TEXT}-people"))
            aria-activedescendant=move || open.get().then(|| option_id(at.get()))
            placeholder=move || placeholder.get()
            prop:value=move || draft.with(|draft| draft.text.clone())
            on:focus=move |_| on_focus.run(())
            on:blur=move |_| before.set(None)
            on:input=move |event| {
                draft.update(|draft| draft.text = event_target_value(&event));
                on_write.run(());
                look();
            }
            on:keyup=move |event: KeyboardEvent| if event.key() != "Escape" { look() }
            on:click=move |_| look()
            on:keydown=on_keydown
        ></textarea>
        <Show when=move || open.get()>
            <div class="people" role="listbox" id=format!("{TEXT}-people") aria-label=move || t("mention-whom")>
                {rows}
            </div>
        </Show>
    }
}
