//! Following a pointer over the whole page, from a press to its end.

use leptos::ev::PointerEvent;
use leptos::prelude::*;

/// Tells of every move and of the end while the caller is mounted: `end` has the event where the
/// pointer was let go, and none where the gesture was given up. Escape gives up what `is_on`.
pub fn follow_pointer(
    moved: impl Fn(&PointerEvent) + 'static,
    end: impl Fn(Option<&PointerEvent>) + Copy + 'static,
    is_on: impl Fn() -> bool + 'static,
) {
    let listeners = [
        window_event_listener(leptos::ev::pointermove, move |event| moved(&event)),
        window_event_listener(leptos::ev::pointerup, move |event| end(Some(&event))),
        window_event_listener(leptos::ev::pointercancel, move |_| end(None)),
        window_event_listener(leptos::ev::keydown, move |event| {
            if event.key() == "Escape" && is_on() {
                event.prevent_default();
                end(None);
            }
        }),
    ];
    on_cleanup(move || listeners.into_iter().for_each(|listener| listener.remove()));
}
