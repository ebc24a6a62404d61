//! What people do: edits of every kind on a few records, so that they meet.

use super::device::Phone;
use super::handset::Told;
use super::people::{People, called, create, generated, made};
use super::plan::{Act, Seen, Shape};
use super::story::deeds;
use super::tab::Undone;
use super::world::{Doer, World};
use outrider_app::change::{Change, Item};
use outrider_app::device::tabs::Hand;
use outrider_app::device::{Draft, FieldEdit, Stamp};
use outrider_app::id::UnitId;
use outrider_app::record::Record;
use outrider_app::value::Value;
use std::collections::BTreeMap;

fn text(number: u32) -> Value {
    Value::text(format!("value {number}"))
}

/// Everyone's addresses are few: an address must be unique, and only the server can know.
fn email(number: u8) -> Value {
    Value::text(format!("a{number}@acme.example"))
}

fn set(field: &str, value: Value) -> FieldEdit {
    FieldEdit::Set(field.into(), value)
}

impl World<'_> {
    /// A person does something on their device, online or not.
    pub fn do_act(&mut self, doer: Doer, act: &Act, no: u16) {
        match act {
            Act::Company { record, name } => {
                self.save(doer, &[create("company", made(*record), &[("name", text(*name))])], no, false);
            }
            Act::Generated { term } => {
                let title = Value::text(format!("Follow up {term}"));
                self.save(doer, &[create("task", generated(*term), &[("title", title)])], no, false);
            }
            Act::Case { record, name } if self.phones[doer.phone].registry.entity("case").is_some() => {
                self.save(doer, &[create("case", made(*record), &[("name", text(*name))])], no, false);
            }
            Act::Case { .. } => {}
            Act::Family { first, text, email, stage, whole } => {
                self.save(doer, &family(*first, *text, *email, *stage), no, *whole);
            }
            Act::Set { of, kind, text } => {
                let Some(record) = self.seen(doer, of) else { return };
                let edits = self.edits_of(doer, &record, *kind, *text);
                self.edit(doer, &record, edits, no);
            }
            Act::Tag { of, phone, add } => {
                let Some(record) = self.seen(doer, of).filter(|record| record.entity == "contact") else {
                    return;
                };
                let (field, phone) =
                    ("more_phones".to_owned(), format!("+49 30 {}", 1000 + u32::from(*phone)));
                let edit = if *add { FieldEdit::Add(field, phone) } else { FieldEdit::Remove(field, phone) };
                self.edit(doer, &record, vec![edit], no);
            }
            // The record gets another owner and team: it may leave its author's own sight.
            Act::HandOver { of, to } => {
                let Some(record) = self.seen(doer, of) else { return };
                let (person, team) = [(2, 1), (4, 2), (0, 0)][usize::from(*to) % 3];
                let owner = set("owner", Value::Ref(People::person(person)));
                self.edit(doer, &record, vec![owner, set("team", Value::Ref(People::team(team)))], no);
            }
            Act::Delete { of } => {
                let Some(record) = self.seen(doer, of) else { return };
                self.edit(doer, &record, vec![FieldEdit::Delete], no);
            }
            Act::Restore { record } => {
                let memory = &self.phones[doer.phone].tabs[doer.tab].memory;
                let Some(record) = memory.base.0.get(&made(*record)).cloned() else { return };
                self.edit(doer, &record, vec![FieldEdit::Restore], no);
            }
            Act::Undo => self.undo(doer, no),
            Act::Mend { text } => self.mend(doer, *text),
            Act::Discard => self.discard(doer),
            Act::Merge { of, into } => {
                let (Some(one), Some(other)) = (self.seen(doer, of), self.seen(doer, into)) else { return };
                if one.entity == other.entity && one.id != other.id {
                    self.edit(doer, &one, vec![set("merged_into", Value::Ref(other.id))], no);
                }
            }
            Act::Stage { of, stage } => {
                let Some(record) = self.seen(doer, of).filter(|record| record.entity == "deal") else {
                    return;
                };
                self.edit(doer, &record, vec![set("stage", Value::Ref(People::stage((*stage).into())))], no);
            }
        }
    }

    /// The first of these records that this person sees.
    fn seen(&self, doer: Doer, of: &Seen) -> Option<Record> {
        let memory = &self.phones[doer.phone].tabs[doer.tab].memory;
        of.iter().find_map(|number| memory.device.shown(&memory.base, made(*number)))
    }

    fn edits_of(&self, doer: Doer, record: &Record, kind: u8, number: u32) -> Vec<FieldEdit> {
        let newer = self.phones[doer.phone].registry.field("company", "mood").is_some();
        match (record.entity.as_str(), kind) {
            ("company", 0) => vec![set("name", text(number))],
            ("company" | "contact", 1) => {
                let before = record.text("remarks");
                let after = match number % 2 {
                    0 => format!("start{number} {before}"),
                    _ => format!("{before} end{number}"),
                };
                vec![set("remarks", Value::text(after))]
            }
            ("company", 2) if newer => vec![set("mood", text(number))],
            ("company", 3) if newer => vec![FieldEdit::Add("log".into(), format!("line {number}"))],
            ("company", _) => vec![set("industry", text(number))],
            ("contact", 2) => vec![set("email", email((number % 4) as u8))],
            ("contact", _) => vec![set("job_title", text(number))],
            ("activity", 0) => vec![set("starts_at", Value::Time(self.now))],
            ("activity", 1) => vec![set("ends_at", Value::Time(self.now))],
            ("activity", _) => vec![set("subject", text(number))],
            ("deal", _) => vec![set("next_step", text(number))],
            ("task", _) => vec![set("title", text(number))],
            ("case", _) => vec![set("name", text(number))],
            _ => vec![set("note", text(number))],
        }
    }

    fn edit(&mut self, doer: Doer, record: &Record, edits: Vec<FieldEdit>, no: u16) {
        let draft = Draft { entity: record.entity.clone(), record: record.id, create: false, edits };
        self.save(doer, &[draft], no, false);
    }

    fn stamp(&self, doer: Doer, act: &str, no: u16, all_or_nothing: bool) -> Stamp {
        let mut unit = [0x0a; 16];
        unit[..2].copy_from_slice(&no.to_be_bytes());
        let at = self.now + self.phones[doer.phone].skew;
        Stamp {
            unit: UnitId::random(unit),
            act: act.into(),
            label: String::new(),
            at,
            all_or_nothing,
            part_of: None,
        }
    }

    /// The person is told that these drafts are saved, once the store has them.
    fn save(&mut self, doer: Doer, drafts: &[Draft], no: u16, whole: bool) {
        self.tell(|world| format!("{} {}", world.who(doer.phone), deeds(drafts)));
        let stamp = self.stamp(
            doer,
            if drafts.iter().any(|draft| draft.create) { "create" } else { "edit" },
            no,
            whole,
        );
        let registry = self.phones[doer.phone].registry;
        let done = self.commit(doer, Hand::Person, |memory| {
            memory.device.enqueue(registry, &memory.base, drafts, &stamp)
        });
        let phone = &mut self.phones[doer.phone];
        let written = match done {
            Ok(step) => !step.outbox.is_empty(),
            // Nobody told the person, and still it must not be lost once it is on the disk.
            Err(Undone::Died) => Phone::open(phone.store.clone())
                .device
                .outbox
                .values()
                .any(|queued| queued.unit.id == stamp.unit),
            // Only a planted fault has it shown all the same.
            Err(_) => self.fault == Some(super::faults::Fault::EarlyAbsorb),
        };
        if written {
            phone.told.extend(drafts.iter().flat_map(told));
        }
    }

    fn undo(&mut self, doer: Doer, no: u16) {
        let Some((n, _)) = self.device(doer).latest_undo() else { return };
        self.tell(|world| format!("{} takes back act {n}", world.who(doer.phone)));
        let stamp = self.stamp(doer, "undo", no, false);
        let _ = self.commit(doer, Hand::Person, |memory| memory.device.undo(n, &stamp));
    }

    /// Something refused is sent again, changed or not.
    fn mend(&mut self, doer: Doer, number: u32) {
        let Some((n, tray)) = self.device(doer).tray.first_key_value().map(|(n, tray)| (*n, tray.clone()))
        else {
            return;
        };
        let mut mended = BTreeMap::new();
        if tray.item.entity == "contact" {
            mended.insert("email".to_owned(), Value::text(format!("free{number}@acme.example")));
        }
        self.tell(|world| {
            let record = called(&tray.item.entity, tray.item.record);
            format!("{} mends {record}, refused since {}", world.who(doer.phone), tray.reason)
        });
        let (registry, at) = (self.phones[doer.phone].registry, self.now + self.phones[doer.phone].skew);
        let done = self
            .commit(doer, Hand::Person, |memory| memory.device.retry(registry, &memory.base, n, &mended, at));
        // Also where the tab died of it: whether it was written is not asked.
        if done != Err(Undone::Refused) {
            self.give_up(doer.phone, &tray.item, |field| mended.contains_key(field));
        }
    }

    /// Something refused is let go of.
    fn discard(&mut self, doer: Doer) {
        let Some((n, tray)) = self.device(doer).tray.first_key_value().map(|(n, tray)| (*n, tray.clone()))
        else {
            return;
        };
        let record = called(&tray.item.entity, tray.item.record);
        self.tell(|world| format!("{} gives up what was refused of {record}", world.who(doer.phone)));
        let _ = self.commit(doer, Hand::Person, |memory| memory.device.discard(n));
        self.give_up(doer.phone, &tray.item, |_| true);
    }

    /// The person gave up their own values of these fields in a refused item.
    fn give_up(&mut self, phone: usize, item: &Item, fields: impl Fn(&str) -> bool) {
        let given_up = |told: &Told| {
            let same = |change: &Change| change.field == told.field && change.value == told.value;
            told.record == item.record && fields(&told.field) && item.changes.iter().any(same)
        };
        self.phones[phone].told.retain(|told| !given_up(told));
    }

    /// The admin changes who works where, who reads what, and which stages there are.
    pub fn shape(&mut self, doer: Doer, shape: &Shape, no: u16) {
        let draft =
            |entity: &str, record, edits| Draft { entity: entity.into(), record, create: false, edits };
        let draft = match shape {
            Shape::Team { person, team } => {
                let team = set("team", Value::Ref(People::team((*team).into())));
                draft("employee", People::person((*person).into()), vec![team])
            }
            Shape::Role { person, manager } => {
                let role = set("role", Value::text(if *manager { "manager" } else { "rep" }));
                draft("employee", People::person((*person).into()), vec![role])
            }
            Shape::Reads { entity, reach } => {
                let name = |all: [&str; 3], i: u8| Value::text(all[usize::from(i) % 3]);
                let fields = [
                    ("entity", name(["company", "contact", "deal"], *entity)),
                    ("role", Value::text("rep")),
                    ("reach", name(["all", "team", "own"], *reach)),
                ];
                create("read_rule", People::rule((*entity).into()), &fields)
            }
            Shape::Archived { stage, archived } => {
                let archived = set("archived", Value::Bool(*archived));
                draft("stage", People::stage((*stage).into()), vec![archived])
            }
            Shape::Under { team, parent } => {
                let parent = parent.map_or(Value::None, |parent| Value::Ref(People::team(parent.into())));
                draft("team", People::team((*team).into()), vec![set("parent", parent)])
            }
        };
        self.save(doer, &[draft], no, false);
    }
}

/// A company with its contact, deal, call and line, in one unit.
fn family(first: u16, number: u32, address: u8, stage: u8) -> Vec<Draft> {
    let [company, contact, deal, call, line] = std::array::from_fn(|i| made(first + i as u16));
    let texts: [Value; 5] = std::array::from_fn(|i| text(number + i as u32));
    let [name, family_name, deal_name, subject, note] = texts;
    let of = |id| Value::Ref(id);
    let stage = of(People::stage(stage.into()));
    vec![
        create("company", company, &[("name", name)]),
        create(
            "contact",
            contact,
            &[("family_name", family_name), ("company", of(company)), ("email", email(address))],
        ),
        create("deal", deal, &[("name", deal_name), ("customer", of(company)), ("stage", stage)]),
        create(
            "activity",
            call,
            &[("kind", Value::text("call")), ("customer", of(contact)), ("subject", subject)],
        ),
        create("deal_line", line, &[("deal", of(deal)), ("note", note)]),
    ]
}

/// What the person is told is saved of a draft.
fn told(draft: &Draft) -> impl Iterator<Item = Told> + use<'_> {
    let traced = super::people::is_made(draft.record);
    draft.edits.iter().filter(move |_| traced).filter_map(|edit| match edit {
        FieldEdit::Set(field, value) if !value.is_empty() => {
            Some(Told { record: draft.record, field: field.clone(), value: value.clone() })
        }
        _ => None,
    })
}
