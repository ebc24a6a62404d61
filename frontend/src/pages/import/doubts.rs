//! What is doubtful, each thing once with all of its rows; the likely ones taken with one press.

use super::decide::Decide;
use super::handle::Import;
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::import::plan::{Decision, Doubt, DoubtId, Why};

/// Doubts shown at first, those of most rows.
const FIRST: usize = 12;

/// Is the suggestion likely what was meant? Then one press takes all of these.
fn likely(doubt: &Doubt) -> bool {
    doubt.decision.is_none()
        && doubt.suggestion.is_some()
        && matches!(doubt.why, Why::Typo | Why::UnknownReference { .. })
}

/// Is it missing, and could it be made?
fn makeable(doubt: &Doubt) -> bool {
    doubt.decision.is_none() && doubt.suggestion.is_none() && doubt.can_create()
}

#[component]
pub fn Doubts(import: Import) -> impl IntoView {
    let all = RwSignal::new(false);
    let ids = Memo::new(move |_| {
        import.plan.with(|plan| {
            let mut doubts: Vec<(usize, DoubtId)> =
                plan.iter().flat_map(|plan| &plan.doubts).map(|doubt| (doubt.rows.len(), doubt.id)).collect();
            doubts.sort_by_key(|(rows, id)| (std::cmp::Reverse(*rows), *id));
            doubts.into_iter().map(|(_, id)| id).collect::<Vec<_>>()
        })
    });
    let count = move |which: fn(&Doubt) -> bool| {
        import
            .plan
            .with(|plan| plan.iter().flat_map(|plan| &plan.doubts).filter(|doubt| which(doubt)).count())
    };
    let settle = move |decision: Decision, which: fn(&Doubt) -> bool| {
        import.plan.update(|plan| plan.iter_mut().for_each(|plan| plan.decide_all(&decision, which)));
    };
    let shown = move || {
        ids.with(|ids| {
            ids.iter().copied().take(if all.get() { usize::MAX } else { FIRST }).collect::<Vec<_>>()
        })
    };
    view! {
        <section class="section">
            <div class="section-head">
                <h2>
                    {move || match ids.with(Vec::len) {
                        0 => t("import-no-doubts"),
                        count => t_with("import-doubts", &[("count", count.into())]),
                    }}
                </h2>
                <span class="btns">
                    <Show when=move || { count(likely) > 1 }>
                        <button type="button" class="btn small" on:click=move |_| settle(Decision::Accept, likely)>
                            {move || t_with("import-accept-all", &[("count", count(likely).into())])}
                        </button>
                    </Show>
                    <Show when=move || { count(makeable) > 1 }>
                        <button type="button" class="btn small" on:click=move |_| settle(Decision::Create, makeable)>
                            {move || t_with("import-create-all", &[("count", count(makeable).into())])}
                        </button>
                    </Show>
                </span>
            </div>
            <For each=shown key=|id| *id children=move |id| view! {
                <div class="tray"><span class="flag-tray" aria-hidden="true"></span><div class="line"><Decide import id/></div></div>
            }/>
            <Show when=move || { !all.get() && ids.with(Vec::len) > FIRST }>
                <button type="button" class="btn small quiet" on:click=move |_| all.set(true)>
                    {move || t_with("import-all-doubts", &[("count", ids.with(Vec::len).into())])}
                </button>
            </Show>
        </section>
    }
}
