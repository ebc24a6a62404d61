//! Which language a page that the server renders itself is in, and its words: those of `app/words`.

use axum::http::{HeaderMap, header};
pub use outrider_app::words::{Language, Words};
use std::sync::OnceLock;

/// What the browser asks for first that we speak; English otherwise.
pub fn language_of(headers: &HeaderMap) -> Language {
    let said = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut wanted: Vec<(f32, &str)> = said
        .split(',')
        .filter_map(|range| {
            let (tag, weight) = range.split_once(';').unwrap_or((range, ""));
            let weight = weight.trim().strip_prefix("q=").map_or(Some(1.0), |weight| weight.parse().ok())?;
            Some((weight, tag.trim()))
        })
        .collect();
    wanted.sort_by(|a, b| b.0.total_cmp(&a.0));
    Language::preferred(wanted.into_iter().map(|(_, tag)| tag))
}

/// The words of a language, read once.
pub fn words_of(language: Language) -> &'static Words {
    static READ: [OnceLock<Words>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];
    let place = Language::ALL.iter().position(|one| *one == language).unwrap_or_default();
    READ[place].get_or_init(|| Words::new(language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_asked_for_first_is_spoken() {
        let of = |said: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_LANGUAGE, said.parse().expect("a value"));
            language_of(&headers).tag()
        };
        assert_eq!(of("fr-FR, de;q=0.5, pt-BR;q=0.8"), "pt-BR");
        assert_eq!(of("hi-IN,en;q=0.9"), "hi");
        assert_eq!(of("xx, q=;;"), "en");
    }
}
