//! What floats: menus, small forms, a field's history. Stands in the browser's top layer beside the
//! button that opened it; Esc, a press elsewhere or leaving it with Tab closes it, and focus goes
//! back to the button.

use super::place::{first_focusable, focus, place_under};
use leptos::attr::Attribute;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// A float and the button it belongs to. A `Copy` handle.
#[derive(Clone, Copy)]
pub struct Pop {
    pub open: RwSignal<bool>,
    /// `menu` or `dialog`.
    role: &'static str,
    anchor: NodeRef<leptos::html::Button>,
}

impl Pop {
    /// Things to choose from.
    pub fn menu() -> Self {
        Self { open: RwSignal::new(false), role: "menu", anchor: NodeRef::new() }
    }

    /// A small form, or something to read.
    pub fn form() -> Self {
        Self { role: "dialog", ..Self::menu() }
    }

    /// What makes a plain button the float's own; [`Button`](super::Button) takes the float itself.
    pub fn button(self) -> impl Attribute + Clone {
        let Self { open, role, anchor } = self;
        view! {
            <{..}
                node_ref=anchor
                type="button"
                aria-haspopup=role
                aria-expanded=move || open.get().to_string()
                on:click=move |_| self.toggle()
            />
        }
    }

    /// The same float, holding a form by now.
    pub fn as_form(self) -> Self {
        Self { role: "dialog", ..self }
    }

    pub(super) fn role(self) -> &'static str {
        self.role
    }

    pub(super) fn anchor(self) -> NodeRef<leptos::html::Button> {
        self.anchor
    }

    pub(super) fn toggle(self) {
        self.open.update(|open| *open = !*open);
    }

    pub fn close(self) {
        self.open.set(false);
    }
}

/// The float, there while it is open.
#[component]
pub fn Popover(
    pop: Pop,
    /// What it looks like beside `menu` or `pop`.
    #[prop(optional)]
    look: &'static str,
    #[prop(into)] label: Signal<String>,
    children: ChildrenFn,
) -> impl IntoView {
    let children = StoredValue::new(children);
    let class = format!("{} {look}", if pop.role == "menu" { "menu" } else { "pop" });
    view! {
        <Show when=move || pop.open.get()>
            <Float pop class=class.clone() label>{children.with_value(|children| children())}</Float>
        </Show>
    }
}

#[component]
fn Float(pop: Pop, class: String, label: Signal<String>, children: Children) -> impl IntoView {
    let Pop { open, role, anchor } = pop;
    let float = NodeRef::<leptos::html::Div>::new();
    Effect::new(move |_| {
        let (Some(float), Some(anchor)) = (float.get(), anchor.get_untracked()) else { return };
        let _ = float.show_popover();
        place_under(&float, &anchor);
        if let Some(first) = first_focusable(&float) {
            focus(&first);
        }
    });
    let close = move |back: bool| {
        open.set(false);
        if let (true, Some(anchor)) = (back, anchor.get_untracked()) {
            focus(&anchor);
        }
    };
    let inside = move |target: Option<web_sys::EventTarget>| {
        let target = target.and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        let within =
            |element: Option<&Element>| element.is_some_and(|element| element.contains(target.as_ref()));
        within(float.get_untracked().as_deref().map(AsRef::as_ref))
            || within(anchor.get_untracked().as_deref().map(AsRef::as_ref))
    };
    // What is in it may have grown by what was pressed or written: it stays inside the window.
    let again = move || {
        request_animation_frame(move || {
            let float = float.try_get_untracked().flatten();
            if let Some((float, anchor)) = float.zip(anchor.try_get_untracked().flatten()) {
                place_under(&float, &anchor);
            }
        });
    };
    let outside = window_event_listener(leptos::ev::pointerdown, move |event| {
        if !inside(event.target()) {
            open.set(false);
        }
    });
    on_cleanup(move || outside.remove());
    let on_keydown = move |event: KeyboardEvent| match event.key().as_str() {
        "Escape" => {
            event.prevent_default();
            event.stop_propagation();
            close(true);
        }
        "ArrowDown" if role == "menu" => step(&event, true),
        "ArrowUp" if role == "menu" => step(&event, false),
        _ => {}
    };
    view! {
        <div
            node_ref=float
            class=class
            popover="manual"
            role=role
            aria-label=move || label.get()
            on:keydown=on_keydown
            on:click=move |_| again()
            on:input=move |_| again()
            on:focusout=move |event| {
                if event.related_target().is_some() && !inside(event.related_target()) {
                    open.set(false);
                }
            }
        >
            {children()}
        </div>
    }
}

/// Moves focus to the item below or above, around the ends.
fn step(event: &KeyboardEvent, down: bool) {
    event.prevent_default();
    let Some(float) = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()) else {
        return;
    };
    let Ok(found) = float.query_selector_all(".item") else { return };
    let items: Vec<HtmlElement> = (0..found.length())
        .filter_map(|at| found.get(at)?.dyn_into::<HtmlElement>().ok())
        .map(|item| first_focusable(&item).unwrap_or(item))
        .collect();
    let Some(last) = items.len().checked_sub(1) else { return };
    let active = document().active_element();
    let at =
        items.iter().position(|item| active.as_ref().is_some_and(|active| item.is_same_node(Some(active))));
    let next = match (at, down) {
        (None, _) => 0,
        (Some(at), true) => {
            if at == last {
                0
            } else {
                at + 1
            }
        }
        (Some(at), false) => at.checked_sub(1).unwrap_or(last),
    };
    if let Some(item) = items.get(next) {
        focus(item);
    }
}
