//! Where things stand on the screen: floats beside their button, focus, the phone's width.
//! Sizes go through the CSSOM; the page's policy forbids style attributes.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Room kept between a float and the window's edge.
const MARGIN: f64 = 8.0;

/// Puts a float under its anchor, above it where there is no room, always inside the window.
pub fn place_under(float: &HtmlElement, anchor: &Element) {
    let (at, size) = (anchor.get_bounding_client_rect(), float.get_bounding_client_rect());
    let (width, height) = window_size();
    let left = if at.left() + size.width() > width - MARGIN { at.right() - size.width() } else { at.left() };
    let below = at.bottom() + 4.0;
    let top = if below + size.height() > height - MARGIN {
        (at.top() - 4.0 - size.height()).max(MARGIN)
    } else {
        below
    };
    let style = float.style();
    let _ = style.set_property("left", &format!("{}px", left.max(MARGIN)));
    let _ = style.set_property("top", &format!("{top}px"));
}

/// The window's inner size.
pub fn window_size() -> (f64, f64) {
    let side = |value: Result<wasm_bindgen::JsValue, _>| {
        value.ok().and_then(|value| value.as_f64()).unwrap_or(1000.0)
    };
    (side(window().inner_width()), side(window().inner_height()))
}

/// Is this a phone's width? (The number of style/tokens.css.)
pub fn is_phone() -> bool {
    window_size().0 < 720.0
}

/// The first thing in an element that takes focus.
pub fn first_focusable(within: &Element) -> Option<HtmlElement> {
    const TAKES: &str = "input:not([disabled]), select, textarea, button:not([disabled]), a[href]";
    within.query_selector(TAKES).ok().flatten()?.dyn_into().ok()
}

pub fn focus(element: &HtmlElement) {
    let _ = element.focus();
}

/// Focuses the first control of an element once it stands in the page.
pub fn focus_within<E>(node: NodeRef<E>)
where
    E: leptos::html::ElementType,
    E::Output: JsCast + Clone + AsRef<Element> + 'static,
{
    Effect::new(move |_| {
        if let Some(element) = node.get()
            && let Some(first) = first_focusable(element.as_ref())
        {
            focus(&first);
        }
    });
}
