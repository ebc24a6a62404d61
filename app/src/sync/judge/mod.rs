//! Judging one item against what stands: refused, or what it changes and what it loses.

mod check;
mod work;

use super::rows::{self, SeenRow};
use super::scope::Scope;
use crate::change::{Base, Entry, Item, Reason, Unit, Verdict};
use crate::id::{ClientId, Millis, Seq};
use crate::key;
use crate::record::{FieldId, Record};
use crate::registry::{EntityDef, Registry};
use crate::store::Table;
use crate::store::view::{Miss, View};
use check::{check_changes, check_record, check_result};
use std::collections::BTreeMap;
use std::sync::Arc;
use work::Work;

/// Who did it, and when by the server's reckoning.
pub(super) struct Author<'a> {
    pub scope: &'a Scope,
    pub system: bool,
    pub client: ClientId,
    pub unit: &'a Unit,
    pub at: Millis,
}

/// An item that is judged: who does what to which record.
struct Case<'a> {
    registry: &'a Registry,
    author: &'a Author<'a>,
    def: &'a EntityDef,
    item: &'a Item,
    before: Option<&'a Record>,
}

/// What becomes of an item. `own` gives the version its author's later edits of a field build on.
#[expect(clippy::large_enum_variant, reason = "one at a time, and most are taken")]
pub(super) enum Judged {
    Rejected(Reason, BTreeMap<FieldId, Seq>),
    /// Allowed, and changes nothing.
    Idle(BTreeMap<FieldId, Seq>),
    Taken {
        before: Option<Arc<Record>>,
        after: Record,
        entry: Entry,
        verdict: Verdict,
        own: BTreeMap<FieldId, Seq>,
    },
}

pub(super) fn judge(
    registry: &Registry,
    view: &mut View,
    author: &Author,
    item: &Item,
    seq: Seq,
) -> Result<Judged, Miss> {
    let own = bases(view, author, item)?;
    let Some(def) = registry.entity(&item.entity) else {
        let entity = item.entity.clone();
        return Ok(Judged::Rejected(Reason::UnknownEntity { entity }, own));
    };
    let before = rows::load_record(view, item.record)?;
    let case = Case { registry, author, def, item, before: before.as_deref() };
    let checked = match check_record(&case, view)? {
        Ok(()) => check_changes(&case, view)?,
        refused => refused,
    };
    if let Err(reason) = checked {
        return Ok(Judged::Rejected(reason, own));
    }
    let checkpoint = view.checkpoint();
    let mut work = Work::new(&case, own.clone(), seq);
    work.apply(view)?;
    let judged = work.finish(before.clone());
    if let Judged::Taken { after, .. } = &judged
        && let Err(reason) = check_result(&case, view, after)?
    {
        view.rollback(checkpoint);
        return Ok(Judged::Rejected(reason, own));
    }
    Ok(judged)
}

/// The version each change builds on, with one's own earlier items resolved to their results.
fn bases(view: &mut View, author: &Author, item: &Item) -> Result<BTreeMap<FieldId, Seq>, Miss> {
    let mut bases = BTreeMap::new();
    for change in &item.changes {
        let base = match change.base {
            Base::Seq(seq) => seq,
            Base::Own(n) => rows::read::<SeenRow>(view, Table::Seen, &key![author.client, n])?
                .and_then(|seen| seen.own.get(&change.field).copied().or(seen.own.get("").copied()))
                .unwrap_or(0),
        };
        let lowest = bases.entry(change.field.clone()).or_insert(base);
        *lowest = base.min(*lowest);
    }
    Ok(bases)
}
