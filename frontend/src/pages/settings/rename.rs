//! A name that is changed where it stands.

use crate::state::use_app;
use crate::ui::{Acts, fail_words};
use leptos::prelude::*;
use outrider_app::device::FieldEdit;
use outrider_app::id::RecordId;
use outrider_app::value::Value;

#[component]
pub fn Rename(id: RecordId, #[prop(into)] label: Signal<String>) -> impl IntoView {
    let app = use_app();
    let acts = Acts::new();
    let name =
        Memo::new(move |_| app.record(id).map(|record| record.text("name").to_owned()).unwrap_or_default());
    let failed = RwSignal::new(None::<String>);
    let input = NodeRef::<leptos::html::Input>::new();
    let save = move |event| {
        let text = event_target_value(&event).trim().to_owned();
        // A name cannot be nothing: it stays what it was.
        if text.is_empty() {
            input.get_untracked().into_iter().for_each(|input| input.set_value(&name.get_untracked()));
            return;
        }
        if let Some(record) = untrack(|| app.record(id)) {
            acts.set(&record, vec![FieldEdit::Set("name".to_owned(), Value::text(text))], move |saved| {
                let _ = failed.try_set(saved.err().map(|error| fail_words(&error)));
            });
        }
    };
    view! {
        <label class="field">
            <input node_ref=input aria-label=move || label.get() prop:value=move || name.get() on:change=save/>
            {move || failed.get().map(|words| view! { <span class="error" role="alert">{words}</span> })}
        </label>
    }
}
