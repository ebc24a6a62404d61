//! The pairs, the surest first: both names, and what says that they are one.

use super::doubles::Doubles;
use crate::ui::value::title_or_gone;
use crate::ui::{Windowed, focus, on_scroll, why_words};
use crate::words::t;
use leptos::prelude::*;
use outrider_app::duplicates::{Pair, SURE};
use wasm_bindgen::JsCast;

/// Below this a pair is only perhaps one.
const PERHAPS: u8 = 70;

#[component]
pub fn Pairs(doubles: Doubles) -> impl IntoView {
    let count = Signal::derive(move || doubles.pairs.with(|pairs| pairs.len()));
    let key = move |index: usize| doubles.pairs.with(|pairs| pairs.get(index).cloned()).map(Key);
    view! {
        <div
            class="pairs"
            role="group"
            aria-label=move || t("doubles-pairs")
            node_ref=doubles.scroller
            on:scroll=on_scroll(doubles.sight)
        >
            <Windowed sight=doubles.sight count key row=move |index, Key(pair)| view! { <Line doubles index pair/> }.into_any()/>
        </div>
    }
}

/// A pair is named by its two records.
#[derive(Clone)]
struct Key(Pair);

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl Eq for Key {}

impl std::hash::Hash for Key {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        (self.0.one, self.0.other).hash(state);
    }
}

#[component]
fn Line(doubles: Doubles, index: usize, pair: Pair) -> impl IntoView {
    let app = doubles.app;
    let here =
        move || doubles.cursor.get().min(doubles.pairs.with(|pairs| pairs.len().saturating_sub(1))) == index;
    let open = move |_| {
        doubles.cursor.set(index);
        doubles.open.set(true);
    };
    let (tone, sure) = match pair.score {
        SURE.. => (Some("good"), "doubles-sure"),
        PERHAPS.. => (None, "doubles-likely"),
        _ => (None, "doubles-perhaps"),
    };
    let why = pair.why.clone();
    let names = move || {
        let (one, other) = (title_or_gone(app, pair.one), title_or_gone(app, pair.other));
        let second = (one != other).then(|| view! { " / " <b>{other}</b> });
        let twice = second.is_none().then(|| view! { <span class="soft">" 2×"</span> });
        view! { <b>{one}</b> {second} {twice} }
    };
    view! {
        <button
            type="button"
            class="pair"
            data-index=index.to_string()
            data-record=pair.one.to_string()
            data-other=pair.other.to_string()
            aria-current=move || here().then_some("true")
            on:click=open
        >
            <span class="names">{names}</span>
            <span class="badge" data-tone=tone>{move || t(sure)}</span>
            <span class="why">{move || why_words(&why)}</span>
        </button>
    }
}

/// Puts focus on the pair the keys stand on.
pub fn focus_pair(doubles: Doubles) {
    request_animation_frame(move || {
        let Some(index) = doubles.cursor.try_get_untracked() else { return };
        let line = document().query_selector(&format!(".pair[data-index='{index}']")).ok().flatten();
        if let Some(line) = line.and_then(|line| line.dyn_into::<web_sys::HtmlElement>().ok()) {
            focus(&line);
        }
    });
}
