//! The team: who works here, in which teams. Admins add people, set what they may do, and give and
//! take access.

mod access;
mod person;
mod taken;
mod teams;

use crate::shell::use_shell;
use crate::state::use_app;
use crate::ui::value::entity_new;
use crate::ui::{Button, Empty, TopBar};
use crate::words::t;
use leptos::prelude::*;
use teams::Teams;

#[component]
pub fn TeamPage() -> impl IntoView {
    let app = use_app();
    let shell = use_shell();
    let admin = Memo::new(move |_| app.may_create("employee"));
    view! {
        <TopBar title=Signal::derive(|| t("nav-team")) count=Signal::derive(move || Some(app.count("employee").to_string()))>
            <div class="actions">
                <Show when=move || admin.get()>
                    <Button on_click=move |_| shell.make("team", Vec::new())>{move || entity_new("team")}</Button>
                    <Button look="primary" icon="plus" on_click=move |_| shell.make("employee", Vec::new())>{move || entity_new("employee")}</Button>
                </Show>
            </div>
        </TopBar>
        <div class="body">
            <div class="page settings">
                <div class="sheet wide">
                    <Teams admin/>
                    <Show when=move || app.count("employee") < 2>
                        <Empty words=Signal::derive(|| t("team-empty"))/>
                    </Show>
                </div>
            </div>
        </div>
    }
}
