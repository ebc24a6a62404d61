//! Making a record from anywhere: the dialog above the page, then the record.

use super::state::use_shell;
use crate::ui::CreateDialog;
use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_navigate};

#[component]
pub fn Creating() -> impl IntoView {
    let shell = use_shell();
    let go = use_navigate();
    let path = use_location().pathname;
    move || {
        let making = shell.making.get()?;
        let go = go.clone();
        let def = making.def;
        // From today and the calendar one goes on with the day; from elsewhere one wants to see what was made.
        let stays = untrack(|| matches!(path.get().as_str(), "/" | "/calendar"))
            && matches!(def.id.as_ref(), "task" | "activity");
        let made = Callback::new(move |id| {
            if !stays {
                go(&format!("/record/{}/{id}", def.id), Default::default());
            }
        });
        Some(view! {
            <CreateDialog def given=making.given on_close=move |()| shell.making.set(None) on_made=made/>
        })
    }
}
