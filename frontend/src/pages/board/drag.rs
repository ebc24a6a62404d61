//! Dragging a card, with a mouse at once, with a finger after a moment's rest (so that scrolling
//! stays scrolling). What moves is a likeness over the page; the card stays until it is dropped.

use super::lanes::Lane;
use crate::ui::follow_pointer;
use leptos::ev::PointerEvent;
use leptos::prelude::*;
use outrider_app::id::RecordId;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// A press becomes a drag after so many pixels.
const SLACK: f64 = 5.0;
/// A finger's press becomes a drag after resting so long.
const REST: Duration = Duration::from_millis(350);
/// So close to the board's edge it scrolls, by so much a move.
const EDGE: f64 = 48.0;
const STEP: i32 = 14;

#[derive(Clone, Copy)]
pub struct Drag {
    pub board: NodeRef<leptos::html::Div>,
    /// The card being dragged, and the lane under it.
    pub held: RwSignal<Option<RecordId>>,
    pub over: RwSignal<Option<Lane>>,
    /// What a screen reader says.
    pub said: RwSignal<String>,
    dropped: StoredValue<bool>,
    press: StoredValue<Option<Press>, LocalStorage>,
}

struct Press {
    id: RecordId,
    card: HtmlElement,
    ghost: Option<HtmlElement>,
    /// Where the pointer is within the card, and where it began.
    grip: (f64, f64),
    from: (f64, f64),
    finger: bool,
    drop: Box<dyn Fn(Lane)>,
}

impl Drag {
    pub fn new() -> Self {
        let drag = Self {
            board: NodeRef::new(),
            held: RwSignal::new(None),
            over: RwSignal::new(None),
            said: RwSignal::new(String::new()),
            dropped: StoredValue::new(false),
            press: StoredValue::new_local(None),
        };
        let held = move || drag.held.get_untracked().is_some();
        follow_pointer(move |event| drag.moved(event), move |event| drag.end(event), held);
        drag
    }

    /// A card was pressed; `drop` is told the lane it is let go over.
    pub fn press(self, event: PointerEvent, id: RecordId, drop: impl Fn(Lane) + 'static) {
        self.dropped.set_value(false);
        if event.button() != 0 || !event.is_primary() {
            return;
        }
        let Some(card) = event.current_target().and_then(|target| target.dyn_into::<HtmlElement>().ok())
        else {
            return;
        };
        let at = (f64::from(event.client_x()), f64::from(event.client_y()));
        let place = card.get_bounding_client_rect();
        let finger = event.pointer_type() == "touch";
        let press = Press {
            id,
            card,
            ghost: None,
            grip: (at.0 - place.left(), at.1 - place.top()),
            from: at,
            finger,
            drop: Box::new(drop),
        };
        self.press.set_value(Some(press));
        if finger {
            set_timeout(
                move || {
                    let rests =
                        self.press.try_with_value(|press| press.as_ref().is_some_and(|press| press.id == id));
                    if rests == Some(true) {
                        self.lift(at);
                    }
                },
                REST,
            );
        }
    }

    /// Did the press that is now a click end a drag?
    pub fn just_dropped(self) -> bool {
        let dropped = self.dropped.get_value();
        self.dropped.set_value(false);
        dropped
    }

    fn moved(self, event: &PointerEvent) {
        let at = (f64::from(event.client_x()), f64::from(event.client_y()));
        let state = self.press.try_with_value(|press| {
            press.as_ref().map(|press| {
                let far = (at.0 - press.from.0).hypot(at.1 - press.from.1) > SLACK;
                (press.ghost.is_some(), far, press.finger)
            })
        });
        match state.flatten() {
            Some((true, ..)) => self.follow(at),
            Some((false, true, false)) => {
                event.prevent_default();
                self.lift(at);
            }
            // The finger moved before it rested: it scrolls.
            Some((false, true, true)) => self.press.set_value(None),
            _ => {}
        }
    }

    /// The card's likeness leaves the board.
    fn lift(self, at: (f64, f64)) {
        let lifted = self.press.try_update_value(|press| {
            let press = press.as_mut()?;
            let place = press.card.get_bounding_client_rect();
            let ghost = press.card.clone_node_with_deep(true).ok()?.dyn_into::<HtmlElement>().ok()?;
            let style = ghost.style();
            let width = format!("{}px", place.width());
            for (name, value) in [
                ("position", "fixed"),
                ("left", "0"),
                ("top", "0"),
                ("z-index", "60"),
                ("pointer-events", "none"),
                ("width", &width),
            ] {
                let _ = style.set_property(name, value);
            }
            let _ = ghost.set_attribute("aria-grabbed", "true");
            let _ = ghost.set_attribute("aria-hidden", "true");
            let _ = ghost.remove_attribute("data-record");
            document().body()?.append_child(&ghost).ok()?;
            let _ = press.card.style().set_property("opacity", "0.35");
            press.ghost = Some(ghost);
            Some(press.id)
        });
        if let Some(Some(id)) = lifted {
            self.held.set(Some(id));
            self.follow(at);
        }
    }

    fn follow(self, at: (f64, f64)) {
        self.press.with_value(|press| {
            if let Some((ghost, grip)) =
                press.as_ref().and_then(|press| Some((press.ghost.as_ref()?, press.grip)))
            {
                let _ = ghost.style().set_property(
                    "transform",
                    &format!("translate({}px, {}px)", at.0 - grip.0, at.1 - grip.1),
                );
            }
        });
        let under = document().element_from_point(at.0 as f32, at.1 as f32);
        let lane = under.and_then(|under| under.closest("[data-lane]").ok().flatten());
        let lane = lane.and_then(|lane| lane.get_attribute("data-lane"));
        if self.over.get_untracked() != lane {
            self.over.set(lane);
        }
        if let Some(board) = self.board.get_untracked() {
            let place = board.get_bounding_client_rect();
            if at.0 < place.left() + EDGE {
                board.set_scroll_left(board.scroll_left() - STEP);
            } else if at.0 > place.right() - EDGE {
                board.set_scroll_left(board.scroll_left() + STEP);
            }
        }
    }

    /// Let go over a lane, or given up.
    fn end(self, event: Option<&PointerEvent>) {
        let Some(press) = self.press.try_update_value(Option::take).flatten() else { return };
        let Some(ghost) = press.ghost else { return };
        ghost.remove();
        let _ = press.card.style().remove_property("opacity");
        let over = self.over.get_untracked();
        self.held.set(None);
        self.over.set(None);
        self.dropped.set_value(event.is_some());
        if let (Some(lane), Some(_)) = (over, event) {
            (press.drop)(lane);
        }
    }
}
