//! The search as a dialog above the page.

use super::Search;
use crate::shell::use_shell;
use crate::words::t;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

#[component]
pub fn Palette() -> impl IntoView {
    let shell = use_shell();
    let path = use_location().pathname;
    Effect::new(move |_| {
        path.track();
        shell.palette.set(false);
    });
    view! { <Show when=move || shell.palette.get()><Above/></Show> }
}

#[component]
fn Above() -> impl IntoView {
    let shell = use_shell();
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get()
            && !dialog.open()
        {
            let _ = dialog.show_modal();
        }
    });
    let close = move || shell.palette.set(false);
    // A press on the ground beside it closes it; the dialog itself is then the target.
    let outside = move |event: web_sys::MouseEvent| {
        let on_ground = event.target().zip(event.current_target()).is_some_and(|(target, own)| target == own);
        if on_ground {
            close();
        }
    };
    view! {
        <dialog
            node_ref=dialog
            class="palette"
            aria-label=move || t("search-everything")
            on:close=move |_| close()
            on:click=outside
        >
            <Search on_done=move |()| close() closes=true/>
        </dialog>
    }
}
