//! Keys as IndexedDB arrays of numbers and strings: numbers stand before strings, and an array
//! before its extensions, exactly as [`Key`] orders.

use super::request::failure;
use js_sys::Array;
use outrider_app::store::{Key, Part, Range, StoreError};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::IdbKeyRange;

pub fn to_js(key: &Key) -> JsValue {
    let parts = key.parts().iter().map(|part| match part {
        // At most 2^53, as `Part` says.
        Part::Num(number) => JsValue::from_f64(*number as f64),
        Part::Id(id) => JsValue::from_str(&id.to_string()),
        Part::Text(text) => JsValue::from_str(text),
    });
    parts.collect::<Array>().into()
}

pub fn from_js(value: &JsValue) -> Result<Key, StoreError> {
    let part = |part: JsValue| match (part.as_f64(), part.as_string()) {
        (Some(number), _) => Ok(Part::Num(number as u64)),
        (_, Some(text)) => Ok(text.into()),
        _ => Err(StoreError::Failed("a key of a kind this version does not know".to_owned())),
    };
    let parts = value
        .dyn_ref::<Array>()
        .ok_or_else(|| StoreError::Failed("a key that this version did not make".to_owned()))?;
    parts.iter().map(part).collect()
}

/// The bounds of a range that is not empty.
pub fn key_range(range: &Range) -> Result<IdbKeyRange, StoreError> {
    match &range.to {
        Some(to) => {
            IdbKeyRange::bound_with_lower_open_and_upper_open(&to_js(&range.from), &to_js(to), false, true)
        }
        None => IdbKeyRange::lower_bound(&to_js(&range.from)),
    }
    .map_err(failure)
}
