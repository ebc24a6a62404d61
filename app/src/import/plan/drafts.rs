//! What a plan writes, made in slices: a large file must not freeze the page.

use super::emit::Fate;
use super::row::Action;
use super::{Draft, Plan};
use crate::id::RecordId;
use std::collections::{BTreeSet, HashSet};

impl Plan {
    /// Every record to be created, changed or brought back, others' targets first.
    pub fn drafts(&self) -> Vec<Draft> {
        let mut emit = Emit::default();
        while emit.step(self, usize::MAX) {}
        emit.finish(self)
    }
}

/// Drafts in the making: [`Plan::drafts`] in slices.
#[derive(Debug, Default)]
pub struct Emit {
    at: usize,
    drafts: Vec<(usize, Draft)>,
    out: HashSet<RecordId>,
    used: BTreeSet<String>,
}

impl Emit {
    /// Makes the drafts of about so many rows; false once all are made.
    pub fn step(&mut self, plan: &Plan, rows: usize) -> bool {
        let end = plan.rows.len().min(self.at.saturating_add(rows));
        for row in plan.rows.get(self.at..end).unwrap_or_default() {
            let (fate, fields) = plan.settle(row);
            let entity = plan.jobs.get(row.job).map(|job| job.def.id.to_string()).unwrap_or_default();
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

    /// All of them, targets of references first.
    pub fn finish(mut self, plan: &Plan) -> Vec<Draft> {
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
        drafts
    }
}
