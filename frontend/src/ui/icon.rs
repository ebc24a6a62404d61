//! Icons: one sprite in the page, each use a reference into it.

use leptos::prelude::*;

/// The sprite, once a page; every [`Icon`] points into it.
#[component]
pub fn Sprite() -> impl IntoView {
    view! { <div hidden aria-hidden="true" inner_html=include_str!("../../../style/icons.svg")></div> }
}

/// One icon of the sprite, said by words beside it or by its button's label.
#[component]
pub fn Icon(#[prop(into)] name: Signal<&'static str>) -> impl IntoView {
    view! { <svg class="ico" aria-hidden="true"><use href=move || format!("#i-{}", name.get())/></svg> }
}

/// The sprite's icon for an entity.
pub fn entity_icon(entity: &str) -> &'static str {
    match entity {
        "company" => "company",
        "contact" | "employee" => "contact",
        "deal" | "deal_line" | "pipeline" | "stage" => "deal",
        "activity" => "activity",
        "task" => "task",
        "product" => "product",
        "team" => "team",
        "tag" => "tag",
        "view" => "filter",
        "read_rule" => "key",
        _ => "file",
    }
}

/// The sprite's icon for a kind of activity.
pub fn activity_icon(kind: &str) -> &'static str {
    match kind {
        "call" => "phone",
        "visit" => "visit",
        "meeting" => "meeting",
        "email" => "mail",
        "note" => "note",
        "task" => "task",
        "change" => "change",
        _ => "activity",
    }
}
