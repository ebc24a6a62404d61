//! Dialogs: for making something new. The browser keeps focus inside, closes them on Esc and gives
//! focus back.

use super::button::IconButton;
use super::place::{first_focusable, focus};
use crate::words::t;
use leptos::prelude::*;

/// The dialog itself, above the page for as long as it is in the view.
#[component]
pub fn Modal(
    class: &'static str,
    #[prop(optional)] size: Option<&'static str>,
    #[prop(into)] label: Signal<String>,
    /// It was closed, however: take it out of the view.
    #[prop(into)]
    on_close: Callback<()>,
    /// A press on the ground beside it closes it; not where something could be lost.
    #[prop(optional)]
    light: bool,
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get().filter(|dialog| !dialog.open()) else { return };
        let _ = dialog.show_modal();
        // The browser would begin with the button that closes it.
        let body = dialog.query_selector(".dialog-body").ok().flatten();
        if let Some(first) = first_focusable(body.as_ref().unwrap_or(&dialog)) {
            focus(&first);
        }
    });
    // Taken out of the view it gives focus back too.
    on_cleanup(move || {
        if let Some(Some(dialog)) = dialog.try_get_untracked() {
            dialog.close();
        }
    });
    // A press on the ground has the dialog itself as its target.
    let outside = move |event: web_sys::MouseEvent| {
        let on_ground = event.target().zip(event.current_target()).is_some_and(|(target, own)| target == own);
        if light && on_ground {
            on_close.run(());
        }
    };
    view! {
        <dialog
            node_ref=dialog
            class=class
            data-size=size
            aria-label=move || label.get()
            on:close=move |_| { let _ = on_close.try_run(()); }
            on:click=outside
        >
            {children()}
        </dialog>
    }
}

/// A dialog's title and the way out.
#[component]
pub fn DialogHead(
    #[prop(into)] title: Signal<String>,
    #[prop(into)] on_close: Callback<()>,
) -> impl IntoView {
    view! {
        <header class="dialog-head">
            <h2>{move || title.get()}</h2>
            <IconButton icon="close" label=Signal::derive(move || t("close")) on_click=move |_| on_close.run(())/>
        </header>
    }
}

/// A dialog that is a form.
#[component]
pub fn Dialog(
    #[prop(into)] title: Signal<String>,
    /// It was closed, however: take it out of the view.
    #[prop(into)]
    on_close: Callback<()>,
    /// The form was sent.
    #[prop(into)]
    on_submit: Callback<()>,
    /// What stands at its foot: a hint, then buttons.
    #[prop(into)]
    foot: ViewFn,
    #[prop(optional)] large: bool,
    /// It holds only words: keys scroll them.
    #[prop(optional)]
    words: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <Modal class="dialog" size=if large { "l" } else { "m" } label=title on_close>
            <form novalidate on:submit=move |event| { event.prevent_default(); on_submit.run(()) }>
                <DialogHead title on_close/>
                <div class="dialog-body" tabindex=words.then_some("0")>{children()}</div>
                <footer class="dialog-foot">{foot.run()}</footer>
            </form>
        </Modal>
    }
}
