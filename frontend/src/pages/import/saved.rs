//! A mapping under a name: given here, and chosen for files whose columns are called alike.

use super::handle::Import;
use super::kept;
use crate::words::t;
use leptos::prelude::*;
use outrider_app::import::Mapping;

#[component]
pub fn Saved(import: Import, number: u64, mapping: Memo<Option<Mapping>>) -> impl IntoView {
    let named = StoredValue::new(kept::named());
    let called = Memo::new(move |_| {
        mapping.with(|mapping| mapping.as_ref().and_then(|mapping| mapping.called.clone()))
    });
    let choose = move |event| {
        let chosen = event_target_value(&event)
            .parse::<usize>()
            .ok()
            .and_then(|at| named.with_value(|named| named.get(at).cloned()));
        if let Some(chosen) = chosen {
            import.remap(number, |mapping| mapping.follow(&chosen));
        }
    };
    let name = move |event| {
        let name = event_target_value(&event).trim().to_owned();
        import.remap(number, |mapping| mapping.called = Some(name).filter(|name| !name.is_empty()));
    };
    let options = move || {
        let names =
            named.with_value(|named| named.iter().filter_map(|one| one.called.clone()).collect::<Vec<_>>());
        let option = |(at, name): (usize, String)| {
            let selected = called.get().as_ref() == Some(&name);
            view! { <option value=at.to_string() selected=selected>{name}</option> }
        };
        names.into_iter().enumerate().map(option).collect_view()
    };
    view! {
        <div class="fields two">
            <label class="field">
                <span class="label">{move || t("import-mapping-name")}</span>
                <input type="text" maxlength="80" prop:value=move || called.get().unwrap_or_default() on:change=name/>
            </label>
            <Show when=move || named.with_value(|named| !named.is_empty())>
                <label class="field">
                    <span class="label">{move || t("import-mapping-choose")}</span>
                    <select on:change=choose>
                        <option value="" selected=move || called.get().is_none()></option>
                        {options}
                    </select>
                </label>
            </Show>
        </div>
    }
}
