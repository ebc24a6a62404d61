//! What columns meant in earlier files, kept on this device by the header's signature.

use crate::platform::settings;
use outrider_app::import::Mapping;

const KEY: &str = "outrider.mappings";
/// Mappings kept, the latest last.
const KEPT: usize = 30;

pub fn mappings() -> Vec<Mapping> {
    // What another version kept otherwise is guessed anew.
    settings::get(KEY).and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

/// Keeps these in place of older ones of the same header.
pub fn keep(mappings_now: &[Mapping]) {
    let mut kept = mappings();
    kept.retain(|old| mappings_now.iter().all(|new| new.signature != old.signature));
    kept.extend(mappings_now.iter().filter(|mapping| mapping.entity.is_some()).cloned());
    let surplus = kept.len().saturating_sub(KEPT);
    kept.drain(..surplus);
    if let Ok(text) = serde_json::to_string(&kept) {
        settings::set(KEY, &text);
    }
}
