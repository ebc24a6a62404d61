//! Import: files, columns, check, done. All of it happens on the device, with or without a
//! network; nothing is written before the last button, and one press takes all of it back.

mod accept;
mod check;
mod columns;
mod decide;
mod doubts;
mod drafts;
mod drop;
mod files;
mod finished;
mod foot;
mod handle;
mod index;
mod kept;
mod preview;
mod saved;
mod target;
mod words;
mod work;

use crate::ui::TopBar;
use crate::words::t;
use handle::{Import, Step};
use leptos::prelude::*;

#[component]
pub fn ImportPage() -> impl IntoView {
    let import = Import::new();
    view! {
        <TopBar title=Signal::derive(|| t("import-title"))/>
        <div class="body">
            <div class="page import">
                <div class="sheet wide">
                    <Steps import/>
                    {move || match import.step.get() {
                        Step::Files => view! { <drop::Drop import/> <files::Files import/> <columns::AllColumns import/> }.into_any(),
                        Step::Check => view! { <check::Check import/> }.into_any(),
                        Step::Done => view! { <finished::Finished import/> }.into_any(),
                    }}
                </div>
                <foot::Foot import/>
            </div>
        </div>
    }
}

/// Where one is on the way.
#[component]
fn Steps(import: Import) -> impl IntoView {
    const STEPS: [&str; 4] =
        ["import-step-file", "import-step-columns", "import-step-check", "import-step-done"];
    let at = Memo::new(move |_| match import.step.get() {
        Step::Files if import.files.with(Vec::is_empty) => 0,
        Step::Files => 1,
        Step::Check => 2,
        Step::Done => 3,
    });
    let state = move |number: usize| match number.cmp(&at.get()) {
        std::cmp::Ordering::Less => Some("done"),
        std::cmp::Ordering::Equal => Some("now"),
        std::cmp::Ordering::Greater => None,
    };
    view! {
        <ol class="steps">
            {STEPS.into_iter().enumerate().map(|(number, key)| view! {
                <li data-state=move || state(number) aria-current=move || (at.get() == number).then_some("step")>{move || t(key)}</li>
            }).collect_view()}
        </ol>
    }
}
