//! The work itself: planning in slices, so that the page is never frozen and can be told to stop;
//! then everything as one act, durable before it is said.

use super::accept::usual;
use super::drafts::{acts, planned};
use super::handle::{Busy, Import, Step};
use super::kept;
use crate::platform::clock::mono;
use crate::platform::idle::Turns;
use crate::platform::marks;
use crate::state::Saved;
use crate::words::t;
use leptos::prelude::*;
use leptos::task::spawn_local;
use outrider_app::import::plan::World;
use outrider_app::import::{Mapping, Options, Plan, Planner, Sheet};

/// Rows between two looks at the clock.
const ROWS: usize = 50;

/// Plans the import and shows it.
pub fn check(import: Import) {
    if import.busy.get_untracked() != Busy::No {
        return;
    }
    import.busy.set(Busy::Reading);
    import.cancelled.set(false);
    import.failed.set(None);
    spawn_local(async move {
        let start = mono();
        if plan(import).await {
            import.took.set_value(mono() - start);
            import.step.set(Step::Check);
        }
        import.busy.set(Busy::No);
    });
}

/// `false` where it was told to stop.
async fn plan(import: Import) -> bool {
    let index = import.index().await;
    let world = World { registry: import.app.registry(), book: index.as_ref() };
    let (sheets, mappings): (Vec<Sheet>, Vec<Mapping>) = import.files.with_untracked(|files| {
        let each = files
            .iter()
            .filter_map(|file| Some((file.sheet.as_ref().as_ref().ok()?.clone(), file.mapping.clone()?)));
        each.unzip()
    });
    kept::keep(&mappings);
    let me = untrack(|| import.app.me());
    let options = Options {
        owner: me.as_ref().map(|me| me.user),
        team: me.and_then(|me| me.scope?.team),
        mark: Some(t("import-mark")),
        usual: Some(usual(import)),
        ..Options::default()
    };
    let mut planner = Planner::new(&world, sheets, mappings, options);
    let turns = Turns::begin();
    loop {
        let progress = planner.step(&world, ROWS);
        if progress.finished() {
            break;
        }
        if turns.over() {
            if import.busy.try_set(Busy::Planning(progress)).is_some() || import.cancelled.get_untracked() {
                return false;
            }
            turns.breathe().await;
        }
    }
    import.plan.set(Some(planner.finish(&world)));
    true
}

/// Writes the plan as one act. The mark counts the work (planning and writing), not the time in
/// which a person looked at it.
pub fn run(import: Import) {
    if import.busy.get_untracked() != Busy::No {
        return;
    }
    let start = marks::now() - import.took.get_value();
    let Some(mappings) = import.plan.with_untracked(|plan| plan.as_ref().map(Plan::mappings)) else { return };
    import.busy.set(Busy::Writing(0, 0));
    import.failed.set(None);
    import.cancelled.set(false);
    spawn_local(async move {
        let Some((planned, counts)) = planned(import, || true).await else {
            import.busy.try_set(Busy::No);
            return;
        };
        let all = planned.len();
        // It goes on where the person has gone to another page, and stops only where they say so.
        let going = |done| {
            import.busy.try_set(Busy::Writing(done, all));
            import.cancelled.try_get_untracked() != Some(true)
        };
        match import.app.act_long(acts(import.app, planned), "import", &import.label(), going).await {
            Ok(Saved { n: Some(n) }) if import.cancelled.try_get_untracked() == Some(true) => {
                import.failed.set(import.app.undo(n).await.err());
            }
            Ok(saved) => {
                marks::measure("outrider:import", start);
                kept::keep(&mappings);
                import.written.set(Some((counts, saved.n)));
                import.step.set(Step::Done);
                let plan = import.plan.try_update(Option::take).flatten();
                shed(plan).await;
            }
            Err(error) => import.failed.set(Some(error)),
        }
        import.busy.set(Busy::No);
    });
}

/// Frees a plan in turns with the page.
async fn shed(plan: Option<Plan>) {
    let Some(mut plan) = plan else { return };
    let turns = Turns::begin();
    while plan.shed(ROWS) {
        turns.breathe().await;
    }
}
