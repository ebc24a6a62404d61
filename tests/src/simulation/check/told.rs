//! What people were told holds: what is saved stays, and what gave way is said.

use super::super::handset::Told;
use super::super::people::called;
use super::super::story::Broken;
use super::super::world::World;
use super::order::Order;
use outrider_app::change::{Change, Effect, Item};
use outrider_app::id::RecordId;
use outrider_app::key;
use outrider_app::store::Table;
use outrider_app::value::Value;
use std::collections::BTreeMap;

/// Every value a person was told is saved stands in the current state, the history or a tray.
pub fn nothing_is_lost(world: &World, phone: usize, order: &Order) -> Result<(), Broken> {
    let mut effects: BTreeMap<RecordId, Vec<&Effect>> = BTreeMap::new();
    for entry in order.entries() {
        effects.entry(entry.record).or_default().extend(&entry.effects);
    }
    let handset = &world.phones[phone];
    let Some(tab) = handset.tabs.first() else { return Ok(()) };
    for told in &handset.told {
        let remembered = effects
            .get(&told.record)
            .is_some_and(|effects| effects.iter().any(|effect| holds(effect, &told.field, &told.value)));
        let same = |change: &Change| change.field == told.field && change.value == told.value;
        let waits = |item: &Item| item.record == told.record && item.changes.iter().any(same);
        if !remembered && !tab.memory.device.tray.values().any(|tray| waits(&tray.item)) {
            return Err(Broken::new("what was told saved is somewhere", says(world, phone, told)));
        }
    }
    Ok(())
}

fn says(world: &World, phone: usize, told: &Told) -> String {
    let record = called("record", told.record);
    format!("{}: {} {:?} of {record} is nowhere", world.who(phone), told.field, told.value)
}

fn holds(effect: &Effect, name: &str, wanted: &Value) -> bool {
    match effect {
        Effect::Set { field, value, before } => {
            field == name && (value == wanted || before == wanted || woven(value, wanted))
        }
        Effect::Lost { field, value, .. } | Effect::Wrote { field, value } => {
            field == name && value == wanted
        }
        _ => false,
    }
}

/// A text woven from two edits holds every word of both.
fn woven(value: &Value, wanted: &Value) -> bool {
    let (Some(value), Some(wanted)) = (value.as_text(), wanted.as_text()) else { return false };
    wanted.contains(' ') && wanted.split_whitespace().all(|word| value.contains(word))
}

/// Where a value gave way, a device that has the entry has a notice of it for both people.
pub fn both_are_told(world: &World, phone: usize, order: &Order) -> Result<(), Broken> {
    let handset = &world.phones[phone];
    let Some(tab) = handset.tabs.first() else { return Ok(()) };
    for entry in order.entries() {
        for (index, effect) in entry.effects.iter().enumerate() {
            let Effect::Lost { field, by, over, .. } = effect else { continue };
            let concerned = *by == handset.user || *over == handset.user;
            let knows = tab.memory.device.notices.contains_key(&(entry.seq, index as u64));
            if concerned
                && !knows
                && handset.store.row(Table::History, &key![entry.record, entry.seq]).is_some()
            {
                let record = called(&entry.entity, entry.record);
                let says = format!("{}: {field} of {record} gave way in {}", world.who(phone), entry.seq);
                return Err(Broken::new("both people are told what gave way", says));
            }
        }
    }
    Ok(())
}
