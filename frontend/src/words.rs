//! The words on the screen, in the person's language, which changes at once.
//!
//! `t("key")` read inside a closure of a view follows the language; elsewhere it is what the
//! language is now. One language for the page: no context has to be handed down.

use crate::platform::settings;
use leptos::prelude::*;
use leptos::reactive::graph::Observer;
use outrider_app::words::{Arg, Language, Words};
use std::sync::Arc;

thread_local! {
    static WORDS: ArcRwSignal<Arc<Words>> = ArcRwSignal::new(Arc::new(Words::new(first())));
}

/// The language chosen on this device, or the browser's.
fn first() -> Language {
    let chosen = settings::language();
    chosen.unwrap_or_else(|| {
        let languages = web_sys::window().map(|window| window.navigator().languages()).unwrap_or_default();
        let tags: Vec<String> = languages.iter().filter_map(|tag| tag.as_string()).collect();
        Language::preferred(tags.iter().map(String::as_str))
    })
}

/// The words as they are now; follows the language where something reacts.
pub fn words() -> Arc<Words> {
    WORDS.with(|words| match Observer::get() {
        Some(_) => words.get(),
        None => words.get_untracked(),
    })
}

pub fn language() -> Language {
    words().language()
}

/// Speaks another language from now on, on this device.
pub fn set_language(language: Language) {
    settings::set_language(language);
    mark(language);
    WORDS.with(|words| words.set(Arc::new(Words::new(language))));
}

/// Tells the document its language. Call it once at the start.
pub fn mark_language() {
    mark(language());
}

fn mark(language: Language) {
    if let Some(root) = web_sys::window().and_then(|window| window.document()?.document_element()) {
        let _ = root.set_attribute("lang", language.tag());
    }
}

/// The words of this key.
pub fn t(key: &str) -> String {
    t_with(key, &[])
}

/// The words of this key with these values in them: `t_with("found", &[("count", 3.into())])`.
pub fn t_with(key: &str, args: &[(&str, Arg)]) -> String {
    words().find_with(key, args).unwrap_or_else(|| {
        if cfg!(debug_assertions) {
            leptos::logging::warn!("no words for {key:?}");
        }
        key.to_owned()
    })
}

/// The words of this key, where there are any.
pub fn find(key: &str) -> Option<String> {
    words().find(key)
}
