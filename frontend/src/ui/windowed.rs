//! A list of any length of which only the rows in sight are in the page. Rows have one height,
//! which the style says (`--h`); heights and offsets go through the CSSOM.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Rows kept above and below what is in sight.
const OVERSCAN: usize = 8;
/// The window moves by so many rows at once, so that scrolling seldom touches the page.
const STRIDE: usize = 4;
/// A row's height until the style was read.
const ROW: f64 = 36.0;

/// The part of a list that is in sight, and how to move it. A `Copy` handle.
#[derive(Clone, Copy)]
pub struct Sight {
    scroller: NodeRef<leptos::html::Div>,
    top: RwSignal<f64>,
    height: RwSignal<f64>,
    row: RwSignal<f64>,
}

impl Sight {
    /// Watches the element that scrolls: its `--h` is a row's height.
    pub fn new(scroller: NodeRef<leptos::html::Div>) -> Self {
        let sight =
            Self { scroller, top: RwSignal::new(0.0), height: RwSignal::new(800.0), row: RwSignal::new(ROW) };
        Effect::new(move |_| {
            if scroller.get().is_some() {
                sight.measure();
                // Once more when the page is laid out.
                request_animation_frame(move || sight.measure());
            }
        });
        let resized = window_event_listener(leptos::ev::resize, move |_| sight.measure());
        on_cleanup(move || resized.remove());
        sight
    }

    /// Reads the scroller's size and place.
    pub fn measure(self) {
        let Some(Some(element)) = self.scroller.try_get_untracked() else { return };
        let style = window().get_computed_style(&element).ok().flatten();
        let row = style.and_then(|style| style.get_property_value("--h").ok());
        if let Some(row) =
            row.and_then(|row| row.trim().strip_suffix("px")?.parse().ok()).filter(|row| *row > 0.0)
        {
            set_if_new(self.row, row);
        }
        set_if_new(self.height, f64::from(element.client_height()));
        set_if_new(self.top, f64::from(element.scroll_top()));
    }

    /// The rows to show of a list of so many: from (included) and to (not included).
    pub fn range(self, count: usize) -> (usize, usize) {
        let row = self.row.get();
        let first = (self.top.get() / row) as usize / STRIDE * STRIDE;
        let seen = (self.height.get() / row).ceil() as usize + STRIDE;
        let from = first.saturating_sub(OVERSCAN).min(count);
        (from, (first + seen + OVERSCAN).min(count))
    }

    /// Scrolls so that the row stands in sight, under the sticky head.
    pub fn reveal(self, index: usize) {
        let Some(Some(element)) = self.scroller.try_get_untracked() else { return };
        let head = element
            .query_selector(".thead")
            .ok()
            .flatten()
            .and_then(|head| head.dyn_into::<HtmlElement>().ok())
            .map_or(0.0, |head| f64::from(head.offset_height()));
        let (row, top) = (self.row.get_untracked(), f64::from(element.scroll_top()));
        let (start, height) = (index as f64 * row, f64::from(element.client_height()) - head);
        if start < top {
            element.set_scroll_top(start as i32);
        } else if start + row > top + height {
            element.set_scroll_top((start + row - height).ceil() as i32);
        }
        self.measure();
    }
}

fn set_if_new(signal: RwSignal<f64>, value: f64) {
    if (signal.get_untracked() - value).abs() > 0.5 {
        signal.set(value);
    }
}

/// The rows in sight, inside the scroller of `sight`. `key` names a row by what it shows, so that
/// rows that stay in sight stay in the page.
#[component]
pub fn Windowed<K, F, V>(
    sight: Sight,
    #[prop(into)] count: Signal<usize>,
    /// What stands at an index; `None` past the end.
    key: F,
    /// The row of an index and its key.
    row: V,
) -> impl IntoView
where
    K: Clone + Eq + std::hash::Hash + Send + Sync + 'static,
    F: Fn(usize) -> Option<K> + Send + Sync + 'static,
    V: Fn(usize, K) -> AnyView + Send + Sync + Clone + 'static,
{
    let range = Memo::new(move |_| sight.range(count.get()));
    let keys = Memo::new(move |_| {
        let (from, to) = range.get();
        (from..to).filter_map(|index| Some((index, key(index)?))).collect::<Vec<_>>()
    });
    view! {
        <div class="rows" role="presentation" style:height=move || format!("{}px", count.get() as f64 * sight.row.get())>
            <div
                class="window"
                role="presentation"
                style:transform=move || format!("translateY({}px)", range.get().0 as f64 * sight.row.get())
            >
                <For each=move || keys.get() key=|entry| entry.clone() children=move |(index, key)| row(index, key)/>
            </div>
        </div>
    }
}

/// Follows a scroller; give it to `on:scroll`. Reads at most once a frame.
pub fn on_scroll(sight: Sight) -> impl Fn(web_sys::Event) + 'static {
    let waiting = StoredValue::new(false);
    move |_| {
        if !waiting.get_value() {
            waiting.set_value(true);
            request_animation_frame(move || {
                let _ = waiting.try_set_value(false);
                sight.measure();
            });
        }
    }
}
