//! The page's keys: j k move, Enter merges, n says that they are two, s lets the other one stay.

use super::doubles::Doubles;
use crate::ui::on_key;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

pub fn listen(doubles: Doubles) {
    on_key(move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let on =
            |what: &str| target.as_ref().is_some_and(|target| target.closest(what).ok().flatten().is_some());
        let compared = doubles.compared.get_untracked();
        match event.key().as_str() {
            "j" => doubles.step(1),
            "k" => doubles.step(-1),
            // Arrows choose among values where those are in focus.
            "ArrowDown" if !on("input") => doubles.step(1),
            "ArrowUp" if !on("input") => doubles.step(-1),
            "Escape" if doubles.open.get_untracked() => doubles.open.set(false),
            "Enter" if on("button:not(.pair), a[href], summary") => return false,
            "Enter" => match compared {
                Some(compared) => compared.merge(),
                None => return false,
            },
            "n" => compared.into_iter().for_each(|compared| compared.part()),
            "s" => compared.into_iter().for_each(|compared| compared.swap()),
            _ => return false,
        }
        true
    });
}
