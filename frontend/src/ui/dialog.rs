//! A dialog: for making something new. The browser keeps focus inside, closes it on Esc and gives
//! focus back.

use super::button::IconButton;
use crate::words::t;
use leptos::prelude::*;

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
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    let foot = foot.clone();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get()
            && !dialog.open()
        {
            let _ = dialog.show_modal();
        }
    });
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    view! {
        <dialog
            node_ref=dialog
            class="dialog"
            data-size=if large { "l" } else { "m" }
            aria-label=move || title.get()
            on:close=move |_| on_close.run(())
        >
            <form novalidate on:submit=move |event| { event.prevent_default(); on_submit.run(()) }>
                <header class="dialog-head">
                    <h2>{move || title.get()}</h2>
                    <IconButton icon="close" label=Signal::derive(move || t("close")) on:click=move |_| close()/>
                </header>
                <div class="dialog-body">{children()}</div>
                <footer class="dialog-foot">{foot.run()}</footer>
            </form>
        </dialog>
    }
}
