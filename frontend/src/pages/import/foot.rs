//! The foot: how far work is, and the one button that goes on.

use super::drafts::tally;
use super::handle::{Busy, Import, Step};
use super::work::{check, run};
use crate::platform::intl;
use crate::ui::{Note, Tone};
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::import::plan::Counts;

/// Records that would be written.
fn writes(counts: &Counts) -> usize {
    counts.creates + counts.updates + counts.restores + counts.made
}

#[component]
pub fn Foot(import: Import) -> impl IntoView {
    let counts = import.counts;
    tally(import);
    let rows = Memo::new(move |_| import.rows());
    let busy = move || import.busy.get() != Busy::No;
    let shown = move || match import.step.get() {
        Step::Files => !import.files.with(Vec::is_empty),
        Step::Check => true,
        Step::Done => false,
    };
    view! {
        <Show when=shown>
            <footer class="import-foot">
                <div>
                    {move || import.failed.get().map(|error| view! { <Note tone=Tone::Bad words=Signal::derive(move || t(error.key()))/> })}
                    {move || match import.busy.get() {
                        Busy::No => view! { <span class="faint">{t("import-kept")}</span> }.into_any(),
                        Busy::Reading => view! { <Bar words=t("import-reading") done=None/> }.into_any(),
                        Busy::Planning(progress) => {
                            let (done, all) = (progress.done / 2, progress.total / 2);
                            let words = t_with("import-checking", &[("done", intl::number(done).into()), ("all", intl::number(all).into())]);
                            view! { <Bar words done=Some((done, all))/> }.into_any()
                        }
                        Busy::Writing(done, all) => {
                            let done = (all > 0).then_some((done, all));
                            view! { <Bar words=t_with("import-writing", &[("count", all.into())]) done/> }.into_any()
                        }
                    }}
                </div>
                <div class="btns">
                    {move || matches!(import.busy.get(), Busy::Planning(_) | Busy::Writing(..)).then(|| view! {
                        <button type="button" class="btn quiet" on:click=move |_| import.cancelled.set(true)>{t("cancel")}</button>
                    })}
                    {move || match import.step.get() {
                        Step::Files => view! {
                            <button type="button" class="btn primary" disabled=move || busy() || rows.get() == 0 on:click=move |_| check(import)>
                                {move || t_with("import-check", &[("count", rows.get().into())])}
                            </button>
                        }.into_any(),
                        Step::Check => view! {
                            <button type="button" class="btn quiet" disabled=busy on:click=move |_| import.step.set(Step::Files)>{t("back")}</button>
                            <button
                                type="button"
                                class="btn primary"
                                disabled=move || busy() || counts.with(writes) == 0
                                on:click=move |_| run(import)
                            >
                                {move || t_with("import-write", &[("count", counts.with(writes).into())])}
                            </button>
                        }.into_any(),
                        Step::Done => ().into_any(),
                    }}
                </div>
            </footer>
        </Show>
    }
}

#[component]
fn Bar(words: String, done: Option<(usize, usize)>) -> impl IntoView {
    view! {
        <div class="progress" role="status">
            <div class="line"><span class="grow soft">{words.clone()}</span></div>
            {match done {
                Some((done, all)) => view! { <progress max=all.to_string() value=done.to_string() aria-label=words></progress> }.into_any(),
                None => view! { <progress aria-label=words></progress> }.into_any(),
            }}
        </div>
    }
}
