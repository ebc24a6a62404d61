//! What a plan writes, made in slices: a large file must not freeze the page.

use super::doubt::Doubt;
use super::emit::Fate;
use super::row::{Action, PlannedRow};
use super::{Counts, Draft, Plan};
use crate::id::RecordId;
use std::collections::{BTreeSet, HashSet};

impl Plan {
    /// Every record to be created, changed or brought back, others' targets first.
    pub fn drafts(&self) -> Vec<Draft> {
        Emit::all(self).0
    }

    /// Lets go of at most so many rows; false once none are left. To free a large plan at once would
    /// freeze the page.
    pub fn shed(&mut self, rows: usize) -> bool {
        self.rows.truncate(self.rows.len().saturating_sub(rows));
        !self.rows.is_empty()
    }
}

/// Drafts in the making: [`Plan::drafts`] in slices.
#[derive(Debug, Default)]
pub struct Emit {
    at: usize,
    drafts: Vec<(usize, Draft)>,
    out: HashSet<RecordId>,
    used: BTreeSet<String>,
    counts: Counts,
}

impl Emit {
    /// What a plan writes and how much that is, in one go.
    pub(super) fn all(plan: &Plan) -> (Vec<Draft>, Counts) {
        let mut emit = Self::default();
        while emit.step(plan, usize::MAX) {}
        emit.finish(plan)
    }

    /// Makes the drafts of about so many rows; false once all are made.
    pub fn step(&mut self, plan: &Plan, rows: usize) -> bool {
        let end = plan.rows.len().min(self.at.saturating_add(rows));
        for row in plan.rows.get(self.at..end).unwrap_or_default() {
            let (fate, fields) = plan.settle(row);
            let entity = plan.jobs.get(row.job).map(|job| job.def.id.to_string()).unwrap_or_default();
            self.tally(plan, row, fate);
            match fate {
                Fate::Out if row.action != Action::Update => {
                    self.out.insert(row.record);
                }
                Fate::Out | Fate::Unchanged => {}
                _ => {
                    if plan.mark.is_some() {
                        let sets = fields.iter().filter_map(|(_, value)| value.as_set());
                        self.used.extend(sets.flatten().cloned());
                    }
                    let (create, restore) = (fate == Fate::Create, fate == Fate::Restore);
                    let rank = plan.rank(&entity);
                    self.drafts.push((rank, Draft { record: row.record, entity, create, restore, fields }));
                }
            }
        }
        self.at = end;
        end < plan.rows.len()
    }

    fn tally(&mut self, plan: &Plan, row: &PlannedRow, fate: Fate) {
        let count = match fate {
            Fate::Create => &mut self.counts.creates,
            Fate::Update => &mut self.counts.updates,
            Fate::Restore => &mut self.counts.restores,
            Fate::Unchanged => &mut self.counts.unchanged,
            Fate::Out => &mut self.counts.out,
        };
        *count += 1;
        let open = row.doubts().any(|doubt| plan.doubts.get(doubt).is_some_and(Doubt::is_open));
        self.counts.doubtful += usize::from(open);
    }

    /// All of them, targets of references first, and how much that is.
    pub fn finish(mut self, plan: &Plan) -> (Vec<Draft>, Counts) {
        let made = plan.made.iter().enumerate().filter(|(at, made)| {
            let marks = plan.mark == Some(*at) && !plan.mark_is_there;
            plan.wanted(made) || marks && self.used.contains(&made.record.to_string())
        });
        let made = made.map(|(_, made)| {
            let draft = Draft {
                record: made.record,
                entity: made.entity.clone(),
                create: true,
                restore: false,
                fields: made.fields.clone(),
            };
            (plan.rank(&made.entity), draft)
        });
        self.drafts.extend(made.collect::<Vec<_>>());
        // Stable: among records of one entity the rows stand before what they named.
        self.drafts.sort_by_key(|(rank, _)| *rank);
        let mut drafts: Vec<Draft> = self.drafts.into_iter().map(|(_, draft)| draft).collect();
        if !self.out.is_empty() {
            for draft in &mut drafts {
                draft.fields.retain(|(_, value)| value.as_ref_id().is_none_or(|id| !self.out.contains(&id)));
            }
        }
        let mut counts = self.counts;
        for draft in drafts.iter().filter(|draft| draft.create) {
            *counts.by_entity.entry(draft.entity.clone()).or_default() += 1;
        }
        counts.made = counts.by_entity.values().sum::<usize>().saturating_sub(counts.creates);
        (drafts, counts)
    }
}
