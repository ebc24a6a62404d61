//! The search as a dialog above the page.

use super::Search;
use crate::shell::use_shell;
use crate::ui::Modal;
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
    let label = Signal::derive(|| t("search-everything"));
    let close = move |()| shell.palette.set(false);
    view! {
        <Show when=move || shell.palette.get()>
            <Modal class="palette" label on_close=close light=true><Search on_done=close closes=true/></Modal>
        </Show>
    }
}
