//! Making the server's own work: units of items that go through the ordinary accept path.

use crate::clock;
use crate::engine::{Engine, EngineError, Work};
use outrider_app::change::{Base, Change, Item, Op, Reason, Unit, Verdict};
use outrider_app::id::{ClientId, Millis, RecordId, SEQ_END, UnitId};
use outrider_app::protocol::{Push, Pushed};
use outrider_app::record::Record;
use outrider_app::store::Batch;
use outrider_app::value::Value;

/// A change to one field, whatever stands there.
pub fn set(field: &str, value: Value) -> Change {
    Change { op: Op::Set, field: field.to_owned(), value, base: Base::Seq(SEQ_END) }
}

/// The item that creates a record as it stands.
fn create(n: u64, record: Record, at: Millis) -> Item {
    let begin = Change { op: Op::Create, field: String::new(), value: Value::None, base: Base::Seq(0) };
    let fields = record.fields.into_iter().map(|(field, cell)| set(&field, cell.value));
    Item {
        n,
        entity: record.entity,
        record: record.id,
        at,
        changes: [begin].into_iter().chain(fields).collect(),
    }
}

/// The items that create these records, each at its own time.
pub fn creates(records: impl IntoIterator<Item = Record>) -> Vec<Item> {
    let mut n = 1;
    let items = records.into_iter().map(|record| {
        let at = record.at;
        let item = create(n, record, at);
        n += item.changes.len() as u64;
        item
    });
    items.collect()
}

/// A push of one unit under a client id of its own.
pub fn push(act: &str, items: Vec<Item>) -> Push {
    let unit = Unit {
        id: UnitId::random(clock::random()),
        act: act.to_owned(),
        all_or_nothing: false,
        clock_jumped: false,
        guarded: false,
        items,
    };
    Push { client: ClientId::random(clock::random()), now: clock::now(), units: vec![unit] }
}

/// Has the server's own work done in the name of `user`, with rows beside the order in the same
/// batch. Where an item is refused and there are such rows, nothing is written.
pub async fn submit(
    engine: &Engine,
    user: RecordId,
    push: Push,
    also: Batch,
) -> Result<Result<Pushed, Reason>, EngineError> {
    let pushed = engine.submit(Work { user, system: true, push, also }).await?;
    let refused = pushed.outcomes.iter().find_map(|outcome| match &outcome.result {
        Verdict::Rejected(reason) => Some(reason.clone()),
        _ => None,
    });
    Ok(refused.map_or(Ok(pushed), Err))
}
