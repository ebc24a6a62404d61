//! Pushes from a device that says whatever it likes: numbers at their edges and used twice, versions
//! that never were, values of other kinds, records of others. Each item gets one answer, a retry the
//! same one, and what comes of it all is the same on every device that may see it.

use super::draw::{Draw, some_id};
use crate::simulation::People;
use crate::simulation::desk::Desk;
use outrider_app::change::{Base, Change, Item, Op, Unit, Verdict};
use outrider_app::id::{ClientId, UnitId};
use outrider_app::pack::decode_chunk;
use outrider_app::protocol::{Page, Push};
use outrider_app::record::Record;
use outrider_app::sync;
use std::collections::BTreeMap;

/// A rep, a rep of another team, and the admin.
const PEOPLE: [usize; 3] = [2, 4, 0];

pub fn run(bytes: &[u8]) {
    let mut draw = Draw::new(bytes);
    let mut desk = Desk::new(&PEOPLE);
    for _ in 0..6 {
        if draw.is_empty() {
            break;
        }
        let phone = draw.below(PEOPLE.len());
        let push = push(&mut draw, phone);
        let head = desk.server.run(false, sync::head);
        let pushed = desk.push(phone, &push);
        let items: Vec<&Item> = push.units.iter().flat_map(|unit| &unit.items).collect();
        assert_eq!(pushed.outcomes.len(), items.len());
        let mut last = head;
        for (item, outcome) in items.iter().zip(&pushed.outcomes) {
            assert_eq!(outcome.n, item.n);
            assert_eq!(outcome.seq.is_none(), matches!(outcome.result, Verdict::Rejected(_)), "{outcome:?}");
            last = last.max(outcome.seq.unwrap_or(0));
        }
        assert_eq!(pushed.head, last, "the order is dense");
        let again = desk.push(phone, &push);
        assert_eq!((again.head, &again.outcomes), (pushed.head, &pushed.outcomes), "a retry is harmless");
        if draw.flag() {
            desk.sync(phone);
        }
        if draw.below(8) == 0 {
            desk.server.purge(draw.number());
        }
    }
    desk.sync_all();
    agree(&mut desk);
}

fn push(draw: &mut Draw, phone: usize) -> Push {
    let client = ClientId::random([0x70 + phone as u8 + draw.below(2) as u8; 16]);
    let mut n = draw.number();
    let units = (0..draw.below(3) + 1).map(|_| {
        let items = (0..draw.below(4)).map(|_| {
            let item = item(draw, n);
            n = match draw.below(8) {
                0 => draw.number(),
                1 => n,
                _ => n.wrapping_add(item.changes.len() as u64),
            };
            item
        });
        let items = items.collect();
        let ways = draw.byte();
        Unit {
            id: UnitId(some_id(1).0),
            act: draw.text(),
            all_or_nothing: ways & 1 == 1,
            guarded: ways & 6 == 6,
            clock_jumped: ways & 24 == 24,
            items,
        }
    });
    let units = units.collect();
    Push { client, now: draw.signed(), units }
}

fn item(draw: &mut Draw, n: u64) -> Item {
    let def = draw.def();
    let entity = if draw.below(16) == 0 { draw.text() } else { def.id.to_string() };
    let record = match draw.below(8) {
        0 => People::person(draw.below(5)),
        1 => People::stage(draw.below(3)),
        _ => draw.id(),
    };
    let mut changes = Vec::new();
    for _ in 0..draw.below(6) {
        let op =
            draw.pick(&[Op::Create, Op::Set, Op::Set, Op::Set, Op::Add, Op::Remove, Op::Delete, Op::Restore]);
        let known = &def.fields[draw.below(def.fields.len())];
        let field = match draw.below(16) {
            0 => draw.text(),
            1 => String::new(),
            _ => known.id.to_string(),
        };
        let value = if draw.below(4) == 0 { draw.value() } else { draw.value_of(known) };
        let base = if draw.flag() { Base::Seq(draw.number()) } else { Base::Own(draw.number()) };
        changes.push(Change { op, field, value, base });
    }
    Item { n, entity, record, at: draw.signed(), changes }
}

/// Every device holds what a new one is given, and every page can be said and read.
fn agree(desk: &mut Desk) {
    for (place, phone) in desk.phones.iter().enumerate() {
        let Some((_, _, chunks)) = desk.server.cut(phone.user) else { continue };
        let whole: Vec<Record> =
            chunks.iter().flat_map(|bytes| decode_chunk(bytes).expect("what was cut")).collect();
        let whole: BTreeMap<_, _> = whole.into_iter().map(|record| (record.id, record)).collect();
        let held = phone.base.0.values().filter(|record| record.deleted.is_none());
        let held: BTreeMap<_, _> = held.map(|record| (record.id, record.clone())).collect();
        assert_eq!(held.keys().collect::<Vec<_>>(), whole.keys().collect::<Vec<_>>(), "phone {place}");
        for (id, record) in &held {
            let (here, there) = (&record.fields, &whole[id].fields);
            assert!(
                here.iter().all(|(field, cell)| there
                    .get(field)
                    .is_some_and(|other| other.value == cell.value && other.seq == cell.seq)),
                "{here:?} is not {there:?}"
            );
            assert_eq!(here.len(), there.len());
        }
        let frames = desk.pull(place).expect("still has access");
        let text: String =
            frames.iter().map(|frame| serde_json::to_string(frame).expect("can be said") + "\n").collect();
        assert_eq!(Page::read(&text).expect("a whole page").frames, frames);
    }
}
