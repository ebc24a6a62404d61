//! Messages: what is read and said again is the same message, and what a newer version adds to one
//! is skipped.

use outrider_app::book::Query;
use outrider_app::change::Entry;
use outrider_app::import::Mapping;
use outrider_app::protocol::{Frame, Push, Pushed, Refusal, Snapshot};
use outrider_app::record::Record;
use outrider_app::sync::Scope;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use std::fmt::Debug;

pub fn run(bytes: &[u8]) {
    if let Some(push) = message::<Push>(bytes) {
        let again: Push = said_again(&push);
        // A retry is known by its digest: it must not depend on how often the item was written.
        let digests = |push: &Push| -> Vec<String> {
            push.units.iter().flat_map(|unit| &unit.items).map(|item| item.digest()).collect()
        };
        assert_eq!(digests(&push), digests(&again));
    }
    message::<Pushed>(bytes);
    message::<Snapshot>(bytes);
    message::<Refusal>(bytes);
    message::<Entry>(bytes);
    message::<Record>(bytes);
    message::<Scope>(bytes);
    message::<Query>(bytes);
    message::<Mapping>(bytes);
    // A frame is told by its key: it has no room for another.
    if let Ok(frame) = serde_json::from_slice::<Frame>(bytes) {
        assert_eq!(said_again(&frame), frame);
    }
}

fn message<T: Serialize + DeserializeOwned + PartialEq + Debug>(bytes: &[u8]) -> Option<T> {
    let message: T = serde_json::from_slice(bytes).ok()?;
    assert_eq!(said_again(&message), message);
    let mut newer = serde_json::to_value(&message).expect("can be said");
    if let Value::Object(object) = &mut newer {
        object.insert("~newer".to_owned(), Value::Bool(true));
        assert_eq!(serde_json::from_value::<T>(newer).expect("skips what it does not know"), message);
    }
    Some(message)
}

fn said_again<T: Serialize + DeserializeOwned>(message: &T) -> T {
    let text = serde_json::to_string(message).expect("can be said");
    serde_json::from_str(&text).expect("what was said can be read")
}
