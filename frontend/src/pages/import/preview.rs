//! The rows as they stand in the files; doubtful ones with why, the doubtful cell marked.

use super::check::Shown;
use super::decide::{Decide, entity_of};
use super::handle::Import;
use super::target::target_words;
use crate::ui::value::entity_many;
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::import::Target;
use outrider_app::import::plan::{Action, Doubt, Plan, PlannedRow};

/// Rows shown at once.
const ROWS: usize = 60;
/// Columns shown, the first that go anywhere.
const COLUMNS: usize = 8;

/// A row for the screen.
#[derive(Clone, PartialEq)]
struct Line {
    number: u32,
    cells: Vec<(String, bool)>,
    /// Its open doubts, and whether one keeps it out for good.
    doubts: Vec<usize>,
    bad: bool,
}

/// One sheet's part of the table.
#[derive(Clone, PartialEq)]
struct Part {
    head: String,
    columns: Vec<String>,
    lines: Vec<Line>,
}

#[component]
pub fn Preview(import: Import, shown: RwSignal<Shown>) -> impl IntoView {
    let limit = RwSignal::new(ROWS);
    Effect::new(move |_| {
        shown.track();
        limit.set(ROWS);
    });
    let found = Memo::new(move |_| {
        import.plan.with(|plan| {
            plan.as_ref().map(|plan| parts(import, plan, shown.get(), limit.get())).unwrap_or_default()
        })
    });
    let more = move || found.with(|(_, more)| *more);
    view! {
        {move || found.get().0.into_iter().map(|part| table(import, part)).collect_view()}
        <Show when=move || { more() > 0 }>
            <button type="button" class="btn small quiet" on:click=move |_| limit.update(|limit| *limit += ROWS * 4)>
                {move || t_with("import-more-rows", &[("count", more().into())])}
            </button>
        </Show>
    }
}

/// The tables, and how many rows are not in them.
fn parts(import: Import, plan: &Plan, shown: Shown, limit: usize) -> (Vec<Part>, usize) {
    let rows: Vec<&PlannedRow> = plan.rows.iter().filter(|row| shown.takes(plan, row)).collect();
    let mappings = plan.mappings();
    let mut parts: Vec<(usize, Part)> = Vec::new();
    for row in rows.iter().take(limit) {
        let Some(def) = import.app.registry().entity(&entity_of(plan, row.sheet)) else { continue };
        let Some((mapping, sheet)) = mappings.get(row.sheet).zip(plan.sheets.get(row.sheet)) else {
            continue;
        };
        let columns: Vec<usize> = (0..mapping.columns.len())
            .filter(|at| mapping.columns.get(*at).is_some_and(|column| column.target != Target::Ignore))
            .take(COLUMNS)
            .collect();
        let place = parts.iter().position(|(of, _)| *of == row.sheet).unwrap_or_else(|| {
            let words = columns
                .iter()
                .filter_map(|at| mapping.columns.get(*at))
                .map(|column| target_words(def, &column.target));
            let part = Part {
                head: format!("{} · {}", sheet.name, entity_many(&def.id)),
                columns: words.collect(),
                lines: Vec::new(),
            };
            parts.push((row.sheet, part));
            parts.len() - 1
        });
        if let Some((_, part)) = parts.get_mut(place) {
            part.lines.extend(line(plan, row, &columns));
        }
    }
    (parts.into_iter().map(|(_, part)| part).collect(), rows.len().saturating_sub(limit))
}

fn line(plan: &Plan, planned: &PlannedRow, columns: &[usize]) -> Option<Line> {
    let row = plan.sheets.get(planned.sheet)?.rows.get(planned.row as usize)?;
    let mut ids: Vec<usize> = planned.doubts().collect();
    ids.sort_unstable();
    ids.dedup();
    let doubts: Vec<&Doubt> = ids.iter().filter_map(|id| plan.doubts.get(*id)).collect();
    let odd = |at: usize| doubts.iter().any(|doubt| doubt.column == Some(at) && doubt.is_open());
    let cell = |at: &usize| {
        (row.cells.get(*at).map(|cell| cell.chars().take(80).collect()).unwrap_or_default(), odd(*at))
    };
    Some(Line {
        number: row.line,
        cells: columns.iter().map(cell).collect(),
        bad: planned.action == Action::Refused || doubts.iter().any(|doubt| doubt.why.is_final()),
        doubts: ids,
    })
}

fn table(import: Import, part: Part) -> impl IntoView {
    let span = part.columns.len().to_string();
    let rows = part.lines.into_iter().map(|line| {
        let tone = (!line.doubts.is_empty()).then_some(if line.bad { "bad" } else { "warn" });
        let span = span.clone();
        view! {
            <tr data-doubt=tone>
                <td class="n">{line.number}</td>
                {line.cells.into_iter().map(|(cell, odd)| view! { <td class:odd=odd>{cell}</td> }).collect_view()}
            </tr>
            {tone.map(|tone| view! {
                <tr class="why" data-doubt=tone>
                    <td class="n"></td>
                    <td colspan=span>
                        {line.doubts.into_iter().map(|id| view! { <div class="line"><Decide import id/></div> }).collect_view()}
                    </td>
                </tr>
            })}
        }
    });
    view! {
        <section class="section">
            <h2>{part.head}</h2>
            <div class="preview-box" tabindex="0" role="region" aria-label=t("import-step-check")>
                <table class="preview">
                    <thead>
                        <tr>
                            <th class="n" scope="col">{t("import-line-short")}</th>
                            {part.columns.into_iter().map(|words| view! { <th scope="col">{words}</th> }).collect_view()}
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
}
