//! Tabs: words on a rule. Arrow keys move between them.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// One tab: what it stands for, what it is called, how many wait behind it.
#[derive(Clone)]
pub struct Tab {
    pub id: &'static str,
    pub label: Signal<String>,
    pub count: Signal<Option<String>>,
}

impl Tab {
    pub fn new(id: &'static str, label: impl Fn() -> String + Send + Sync + 'static) -> Self {
        Self { id, label: Signal::derive(label), count: Signal::stored(None) }
    }

    pub fn counted(mut self, count: impl Fn() -> Option<String> + Send + Sync + 'static) -> Self {
        self.count = Signal::derive(count);
        self
    }
}

#[component]
pub fn Tabs(
    tabs: Vec<Tab>,
    chosen: RwSignal<&'static str>,
    #[prop(into)] label: Signal<String>,
) -> impl IntoView {
    let each = tabs.into_iter().map(|Tab { id, label, count }| {
        let is_chosen = move || chosen.get() == id;
        view! {
            <button
                type="button"
                class="tab"
                role="tab"
                aria-selected=move || is_chosen().to_string()
                tabindex=move || if is_chosen() { 0 } else { -1 }
                on:click=move |_| chosen.set(id)
            >
                {move || label.get()}
                {move || count.get().map(|count| view! { <span class="count">{count}</span> })}
            </button>
        }
    });
    view! {
        <div class="tabs" role="tablist" aria-label=move || label.get() on:keydown=step>
            {each.collect_view()}
        </div>
    }
}

/// Left and right choose the tab beside.
fn step(event: KeyboardEvent) {
    let Some(tab) = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok()) else {
        return;
    };
    let beside = match event.key().as_str() {
        "ArrowRight" => tab.next_element_sibling(),
        "ArrowLeft" => tab.previous_element_sibling(),
        _ => return,
    };
    event.prevent_default();
    if let Some(beside) = beside.and_then(|tab| tab.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = beside.focus();
        beside.click();
    }
}
