//! Where files are dropped or chosen.

use super::accept::accept;
use super::handle::{Busy, Import};
use crate::ui::Icon;
use crate::words::t;
use leptos::ev::DragEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// What the file picker offers.
const TAKEN: &str = ".csv,.tsv,.txt,.xlsx,.xlsm,.vcf,.ics,text/csv,text/vcard,text/calendar";

#[component]
pub fn Drop(import: Import) -> impl IntoView {
    let over = RwSignal::new(false);
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        if let Some(files) = event.data_transfer().and_then(|data| data.files()) {
            accept(import, &files);
        }
    };
    let chosen = move |event: web_sys::Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
            return;
        };
        if let Some(files) = input.files() {
            accept(import, &files);
        }
        // The same file may be chosen again.
        input.set_value("");
    };
    view! {
        <label
            class="drop"
            data-over=move || over.get().then_some("")
            on:dragover=move |event: DragEvent| { event.prevent_default(); over.set(true) }
            on:dragleave=move |_| over.set(false)
            on:drop=dropped
        >
            <input type="file" class="visually-hidden" multiple accept=TAKEN on:change=chosen/>
            <Icon name="import"/>
            <b>{move || t(if import.busy.get() == Busy::Reading { "import-reading" } else { "import-drop" })}</b>
            <span>{move || t("import-choose")}</span>
            <span class="faint">{move || t("import-offline")}</span>
        </label>
    }
}
