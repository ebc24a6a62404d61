//! Where the data is: what is unsent, what needs the person, what gave way, and this device's
//! storage. Nothing here is lost by looking away; what is discarded is asked for first.

mod device;
mod discard;
mod drafts;
mod hand;
mod keep;
mod mend;
mod notices;
mod tray;
mod unsent;

pub use device::StorageFacts;
pub use drafts::use_drafts;
pub use keep::export_unsent;
pub use notices::Notices;
pub use tray::TrayList;

use crate::shell::{sync_words, use_shell};
use crate::state::{Trouble, use_app};
use crate::ui::{Button, Note, Tone, TopBar};
use crate::words::t;
use device::ThisDevice;
use drafts::Drafts;
use leptos::prelude::*;
use unsent::{Latest, Unsent};

#[component]
pub fn SyncPage() -> impl IntoView {
    let app = use_app();
    let shell = use_shell();
    let trouble = Memo::new(move |_| app.trouble());
    let signs_in = |trouble: Trouble| matches!(trouble, Trouble::SignedOut | Trouble::OtherPerson);
    view! {
        <TopBar title=Signal::derive(|| t("nav-sync"))/>
        <div class="body">
            <div class="page sync">
                <div class="sheet">
                    <div class="sync-now">
                        <p class="sync-sign"><span class="words">{move || sync_words(app.sync_state())}</span></p>
                        <Button icon="sync" on_click=move |_| app.sync_now()>{move || t("sync-now")}</Button>
                    </div>
                    {move || trouble.get().map(|trouble| view! {
                        <Note tone=Tone::Warn words=Signal::derive(move || t(trouble.key()))/>
                        {signs_in(trouble).then(|| view! {
                            <p><button type="button" class="btn" on:click=move |_| shell.again.set(true)>{t("sign-in")}</button></p>
                        })}
                    })}
                    <TrayList/>
                    <Unsent/>
                    <Drafts/>
                    <Notices/>
                    <Latest/>
                    <ThisDevice/>
                </div>
            </div>
        </div>
    }
}
