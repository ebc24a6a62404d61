//! What columns meant in earlier files, kept on this device by the header's signature.

use crate::platform::settings;
use outrider_app::import::Mapping;

const KEY: &str = "outrider.mappings";
/// Mappings kept without a name, the latest last; those with one are kept besides.
const KEPT: usize = 30;

pub fn mappings() -> Vec<Mapping> {
    // What another version kept otherwise is guessed anew.
    settings::get(KEY).and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

/// Keeps these in place of older ones of the same header.
pub fn keep(mappings_now: &[Mapping]) {
    let mut kept = mappings();
    let replaces = |new: &Mapping, old: &Mapping| {
        new.signature == old.signature || new.called.is_some() && new.called == old.called
    };
    kept.retain(|old| mappings_now.iter().all(|new| !replaces(new, old)));
    kept.extend(mappings_now.iter().filter(|mapping| mapping.entity.is_some()).cloned());
    let mut surplus = kept.iter().filter(|mapping| mapping.called.is_none()).count().saturating_sub(KEPT);
    kept.retain(|mapping| {
        let goes = mapping.called.is_none() && surplus > 0;
        surplus -= usize::from(goes);
        !goes
    });
    if let Ok(text) = serde_json::to_string(&kept) {
        settings::set(KEY, &text);
    }
}

/// Those that have a name, by it.
pub fn named() -> Vec<Mapping> {
    let mut named = mappings();
    named.retain(|mapping| mapping.called.is_some());
    named.sort_by(|a, b| a.called.cmp(&b.called));
    named
}
