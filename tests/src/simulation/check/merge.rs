//! What the merge rules come to, told a second time and more simply: every item in the order is
//! held against what stood before it and what its author had seen.

use super::super::people::called;
use super::super::story::Broken;
use super::super::world::World;
use super::order::Order;
use outrider_app::change::{Base, Change, Effect, Entry, Item, Op, Unit};
use outrider_app::id::{ClientId, Millis, RecordId, Seq};
use outrider_app::registry::{EntityDef, FieldDef, MergeRule};
use outrider_app::value::Value;
use std::collections::{BTreeMap, HashMap};

/// A field as it stands, and what it stood at before.
#[derive(Clone, Default)]
struct Cell<'a> {
    past: Vec<(Seq, &'a Value)>,
    at: Millis,
    by: RecordId,
    /// The item that last added each element.
    adds: BTreeMap<&'a str, Seq>,
    /// What an author wrote where it was woven into what they had not seen.
    wrote: BTreeMap<Seq, &'a Value>,
}

static NONE: Value = Value::None;

impl<'a> Cell<'a> {
    fn seq(&self) -> Seq {
        self.past.last().map_or(0, |(seq, _)| *seq)
    }

    fn value(&self) -> &'a Value {
        self.past.last().map_or(&NONE, |(_, value)| value)
    }

    /// The value right after an item.
    fn then(&self, seq: Seq) -> &'a Value {
        self.past.iter().rev().find(|(at, _)| *at <= seq).map_or(&NONE, |(_, value)| value)
    }
}

#[derive(Default)]
struct Past<'a> {
    deleted: bool,
    fields: HashMap<&'a str, Cell<'a>>,
}

/// What became of a change.
#[derive(Debug, PartialEq)]
enum Fate<'a> {
    Stands(&'a Value),
    GaveWay,
    Same,
}

/// By item and field; `None` where it is not known: what left no entry is not in the order.
type Numbers<'a> = HashMap<(ClientId, u64), HashMap<&'a str, Option<Seq>>>;

pub fn by_the_rules(world: &World, order: &Order) -> Result<(), Broken> {
    let mut items: HashMap<(ClientId, u64), (&Unit, &Item)> = HashMap::new();
    for push in &world.judged {
        for unit in &push.units {
            items.extend(unit.items.iter().map(|item| ((push.client, item.n), (unit, item))));
        }
    }
    let mut records: HashMap<RecordId, Past> = HashMap::new();
    // The version that later edits of the same author build on, by item and field.
    let mut own: Numbers = HashMap::new();
    for entry in order.entries() {
        let past = records.entry(entry.record).or_default();
        // What was purged is made as if it had never been.
        if entry.effects.contains(&Effect::Created) {
            *past = Past::default();
        }
        let def = world.server.registry.entity(&entry.entity);
        if let (Some((unit, item)), Some(def)) = (items.get(&(entry.client, entry.n)), def) {
            let case = Case { entry, unit, item, def, past };
            let results = case.judge(&own).map_err(|says| {
                let record = called(&entry.entity, entry.record);
                let says = format!("item {} of {record}, by {}: {says}", entry.seq, called("", entry.by));
                Broken::new("the merge rules decide", says)
            })?;
            own.insert((entry.client, entry.n), results);
        }
        past.take(entry, items.get(&(entry.client, entry.n)).map(|(_, item)| *item));
    }
    Ok(())
}

impl<'a> Past<'a> {
    fn take(&mut self, entry: &'a Entry, item: Option<&'a Item>) {
        for effect in &entry.effects {
            match effect {
                Effect::Deleted => self.deleted = true,
                Effect::Restored => self.deleted = false,
                Effect::Set { field, value, .. } => {
                    let cell = self.fields.entry(field).or_default();
                    cell.past.push((entry.seq, value));
                    (cell.at, cell.by) = (cell.at.max(entry.at), entry.by);
                    let added = item.into_iter().flat_map(|item| &item.changes);
                    let added = added.filter(|change| change.op == Op::Add && change.field == *field);
                    cell.adds.extend(added.filter_map(|change| Some((change.value.as_text()?, entry.seq))));
                }
                Effect::Wrote { field, value } => {
                    self.fields.entry(field).or_default().wrote.insert(entry.seq, value);
                }
                _ => {}
            }
        }
    }
}

/// An entry, the item it was made of, and its record as it stood before.
struct Case<'a, 'b> {
    entry: &'a Entry,
    unit: &'a Unit,
    item: &'a Item,
    def: &'a EntityDef,
    past: &'b Past<'a>,
}

impl<'a> Case<'a, '_> {
    /// Holds every change against the rules; answers the version of each field for later edits.
    fn judge(&self, own: &Numbers<'a>) -> Result<HashMap<&'a str, Option<Seq>>, String> {
        let mut results: HashMap<&str, Option<Seq>> = [("", Some(self.entry.seq))].into();
        let restores = self.item.changes.iter().any(|change| change.op == Op::Restore);
        for change in &self.item.changes {
            let base = self.base(change, own);
            results.insert(&change.field, base);
            let Some(base) = base else { continue };
            let Some(field) = self.def.field(&change.field) else { continue };
            let again = self.item.changes.iter().filter(|other| other.field == change.field).count() > 1;
            if again || change.field == "merged_into" {
                continue;
            }
            let set = self.entry.effects.iter().find_map(|effect| match effect {
                Effect::Set { field, value, .. } if *field == change.field => Some(value),
                _ => None,
            });
            if self.past.deleted && !restores {
                match set {
                    Some(_) => return Err(format!("{} was set, and it is deleted", change.field)),
                    None => continue,
                }
            }
            let cell = self.past.fields.get(change.field.as_str()).cloned().unwrap_or_default();
            self.compare(field, change, &cell, base, set)?;
            let wrote =
                |effect: &Effect| matches!(effect, Effect::Wrote { field, .. } if *field == change.field);
            if set.is_some() || self.entry.effects.iter().any(wrote) {
                results.insert(&change.field, Some(self.entry.seq));
            } else if !self.unit.guarded && *cell.value() == change.value {
                results.insert(&change.field, Some(cell.seq()));
            }
        }
        Ok(results)
    }

    /// The version the author saw; `None` where it is not known.
    fn base(&self, change: &Change, own: &Numbers) -> Option<Seq> {
        match change.base {
            Base::Seq(seq) => Some(seq),
            Base::Own(n) => {
                let results = own.get(&(self.entry.client, n))?;
                *results.get(change.field.as_str()).or(results.get(""))?
            }
        }
    }

    fn compare(
        &self,
        field: &FieldDef,
        change: &'a Change,
        cell: &Cell<'a>,
        base: Seq,
        set: Option<&Value>,
    ) -> Result<(), String> {
        let members = || self.def.group(field).filter_map(|member| self.past.fields.get(member.id.as_ref()));
        let version = members().map(Cell::seq).max().unwrap_or(0);
        let own = matches!(change.base, Base::Own(_));
        let wrote = cell.wrote.get(&base).copied().filter(|_| own && field.merge == MergeRule::ThreeWayText);
        let unseen = version > base || wrote.is_some();
        if self.unit.guarded && unseen {
            // Within one item the fields of a group are taken back one by one: one of them may be set to
            // what it stands at.
            return match set {
                Some(set) if set != cell.value() => {
                    Err(format!("{} was taken back over another's value", change.field))
                }
                _ => Ok(()),
            };
        }
        if field.many {
            return elements(change, cell, base, set);
        }
        if unseen && field.merge == MergeRule::ThreeWayText && *cell.value() != change.value {
            return self.words(change, wrote.unwrap_or_else(|| cell.then(base)), cell.value(), set);
        }
        let fate = if !unseen {
            Fate::Stands(&change.value)
        } else if *cell.value() == change.value {
            Fate::Same
        } else {
            let mine = (self.entry.at, self.entry.by);
            let theirs = members().map(|cell| (cell.at, cell.by)).max().unwrap_or_default();
            if mine > theirs { Fate::Stands(&change.value) } else { Fate::GaveWay }
        };
        let fits = match (&fate, set) {
            (Fate::Stands(value), Some(set)) => *value == set,
            (Fate::GaveWay, None) => self.is_kept(change, &change.value),
            (Fate::Same, None) => true,
            // Within one item a field of a group may be set to what it stands at.
            (Fate::Same, Some(set)) => set == cell.value(),
            _ => false,
        };
        // What someone wrote and the author had not seen is kept where it gives way.
        let loses = unseen && cell.seq() > base && *cell.value() != change.value;
        let kept = !matches!(fate, Fate::Stands(_)) || !loses || self.is_kept(change, cell.value());
        if fits && kept {
            Ok(())
        } else {
            Err(format!(
                "{change:?} on {base} came to {set:?}, not {fate:?}; it stood at {version} as {:?}, and the item came to {:?}",
                cell.value(),
                self.entry.effects
            ))
        }
    }

    /// Of a text that two wrote at once every word stands that one of them put in, or the text it stood
    /// in is kept.
    fn words(
        &self,
        change: &Change,
        began: &Value,
        before: &Value,
        set: Option<&Value>,
    ) -> Result<(), String> {
        let text = |value: &'_ Value| value.as_text().unwrap_or_default().to_owned();
        let (began, stands) = (text(began), text(set.unwrap_or(before)));
        for value in [&change.value, before] {
            let lost = text(value)
                .split_whitespace()
                .find(|word| !began.contains(word) && !stands.contains(word))
                .map(str::to_owned);
            if let Some(word) = lost.filter(|_| !self.is_kept(change, value)) {
                return Err(format!("{word:?} of {} went, of {value:?}: {stands:?}", change.field));
            }
        }
        Ok(())
    }

    fn is_kept(&self, change: &Change, lost: &Value) -> bool {
        self.entry.effects.iter().any(
            |effect| matches!(effect, Effect::Lost { field, value, .. } if *field == change.field && value == lost),
        )
    }
}

/// An element that was added stands; one goes only where its remover saw its latest addition.
fn elements(change: &Change, cell: &Cell, base: Seq, set: Option<&Value>) -> Result<(), String> {
    let Some(element) = change.value.as_text() else { return Ok(()) };
    let has = |value: &Value| value.as_set().is_some_and(|set| set.contains(element));
    let (before, after) = (has(cell.value()), has(set.unwrap_or(cell.value())));
    let goes = cell.adds.get(element).copied().unwrap_or(0) <= base;
    let fits = match change.op {
        Op::Add => after,
        Op::Remove => after == (before && !goes),
        _ => true,
    };
    if fits { Ok(()) } else { Err(format!("{element:?} of {} was {:?}", change.field, change.op)) }
}
