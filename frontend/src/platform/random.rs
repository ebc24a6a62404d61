//! New ids, from the browser's cryptographic randomness.

use outrider_app::id::{ClientId, RecordId, UnitId};

pub fn record_id() -> RecordId {
    RecordId::random(bytes())
}

pub fn client_id() -> ClientId {
    ClientId::random(bytes())
}

pub fn unit_id() -> UnitId {
    UnitId::random(bytes())
}

/// Sixteen random bytes.
pub fn bytes() -> [u8; 16] {
    let mut bytes = [0; 16];
    let drawn = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !drawn {
        // No browser we know lacks it; two devices would still not meet here.
        bytes.fill_with(|| (js_sys::Math::random() * 256.0) as u8);
    }
    bytes
}
