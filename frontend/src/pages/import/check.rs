//! The check: how much would be done, what is doubtful, and the rows themselves.

use super::doubts::Doubts;
use super::handle::Import;
use super::preview::Preview;
use super::words::{leaves_out, note_words};
use crate::platform::intl;
use crate::ui::{Note, Tone};
use crate::words::t_with;
use leptos::prelude::*;
use outrider_app::import::plan::{Doubt, Fate, Plan, PlannedRow};

/// Which rows are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    All,
    New,
    Changed,
    Unchanged,
    Doubtful,
    Out,
}

impl Shown {
    pub fn takes(self, plan: &Plan, row: &PlannedRow) -> bool {
        let fate = || plan.fate(row);
        match self {
            Shown::All => true,
            Shown::New => fate() == Fate::Create,
            Shown::Changed => matches!(fate(), Fate::Update | Fate::Restore),
            Shown::Unchanged => fate() == Fate::Unchanged,
            Shown::Doubtful => row.doubts().any(|doubt| plan.doubts.get(doubt).is_some_and(Doubt::is_open)),
            Shown::Out => fate() == Fate::Out,
        }
    }
}

#[component]
pub fn Check(import: Import) -> impl IntoView {
    let counts = import.counts;
    let shown = RwSignal::new(Shown::All);
    let rows = Memo::new(move |_| import.plan.with(|plan| plan.as_ref().map_or(0, |plan| plan.rows.len())));
    view! {
        <div class="tallies" role="group">
            <Tally shown which=Shown::All key="import-rows" count=rows tone=None/>
            <Tally shown which=Shown::New key="import-new" count=Memo::new(move |_| counts.with(|c| c.creates)) tone=None/>
            <Tally shown which=Shown::Changed key="import-changed" count=Memo::new(move |_| counts.with(|c| c.updates + c.restores)) tone=None/>
            <Tally shown which=Shown::Unchanged key="import-unchanged" count=Memo::new(move |_| counts.with(|c| c.unchanged)) tone=None/>
            <Tally shown which=Shown::Doubtful key="import-doubtful" count=Memo::new(move |_| counts.with(|c| c.doubtful)) tone=Some("warn")/>
            <Tally shown which=Shown::Out key="import-out" count=Memo::new(move |_| counts.with(|c| c.out)) tone=Some("bad")/>
        </div>
        {move || counts.with(|counts| counts.made).checked_sub(1).map(|_| view! {
            <p class="soft">{t_with("import-made", &[("count", counts.with(|counts| counts.made).into())])}</p>
        })}
        <LeftOut import/>
        <Doubts import/>
        <Preview import shown/>
    }
}

/// What stands in the files and does not come in.
#[component]
fn LeftOut(import: Import) -> impl IntoView {
    let notes = move || {
        import.plan.with(|plan| {
            let notes = plan.iter().flat_map(|plan| &plan.sheets).flat_map(|sheet| &sheet.notes);
            notes.filter(|note| leaves_out(note)).cloned().collect::<Vec<_>>()
        })
    };
    let one = |note| view! { <Note tone=Tone::Info words=Signal::derive(move || note_words(&note))/> };
    move || notes().into_iter().map(one).collect_view()
}

/// How many, as a filter of the rows below.
#[component]
fn Tally(
    shown: RwSignal<Shown>,
    which: Shown,
    key: &'static str,
    count: Memo<usize>,
    tone: Option<&'static str>,
) -> impl IntoView {
    // The number stands out; the words have it in them.
    let words = move || {
        let (count, plain) = (count.get(), intl::number(count.get()));
        let said = t_with(key, &[("count", count.into())]);
        match said.split_once(plain.as_str()) {
            Some((before, after)) => {
                view! { {before.to_owned()} <b class="num">{plain.clone()}</b> {after.to_owned()} }.into_any()
            }
            None => said.into_any(),
        }
    };
    view! {
        <Show when=move || { which == Shown::All || count.get() > 0 }>
            <button
                type="button"
                class="tally"
                data-tone=tone
                aria-pressed=move || (shown.get() == which).to_string()
                on:click=move |_| shown.set(which)
            >{words}</button>
        </Show>
    }
}
