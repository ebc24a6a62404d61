//! What people do: edits of every kind on a few records, so that they meet.

use super::world::{People, World, create};
use outrider_app::device::{Draft, FieldEdit};
use outrider_app::id::RecordId;
use outrider_app::record::Record;
use outrider_app::value::Value;

impl World {
    /// A person does something on their device, online or not.
    pub fn act(&mut self, phone: usize) {
        match self.random.rand_range(0..20) {
            0..3 => self.make_company(phone),
            3 => self.make_generated(phone),
            4..6 => self.make_with_children(phone),
            6..12 => self.set_something(phone),
            12..14 => self.change_tags(phone),
            14 => self.hand_over(phone),
            15 => self.delete_or_restore(phone),
            16 => self.undo(phone),
            17 => self.mend(phone),
            18 => self.merge_two(phone),
            _ => self.move_stage(phone),
        }
    }

    fn fresh(&mut self, entity: &'static str) -> RecordId {
        let n = self.number();
        let id = RecordId::derived(&["made", &n.to_string()]);
        self.records.push((id, entity));
        id
    }

    fn text(&mut self) -> Value {
        let n = self.number();
        Value::text(format!("value {n}"))
    }

    fn make_company(&mut self, phone: usize) {
        let id = self.fresh("company");
        let name = self.text();
        self.save(phone, &[create("company", id, &[("name", name)])], "create");
    }

    /// The same made-once record on any device: its id follows from what it is about.
    fn make_generated(&mut self, phone: usize) {
        let term = self.pick(2).to_string();
        let id = RecordId::derived(&["rule", "follow-up", &term]);
        if !self.records.contains(&(id, "task")) {
            self.records.push((id, "task"));
        }
        self.save(
            phone,
            &[create("task", id, &[("title", Value::text(format!("Follow up {term}")))])],
            "generate",
        );
    }

    /// A company with its contact, deal and call, in one unit.
    fn make_with_children(&mut self, phone: usize) {
        let [company, contact, deal, call] =
            ["company", "contact", "deal", "activity"].map(|entity| self.fresh(entity));
        // Often the same address: it must be unique, and only the server can know.
        let email = Value::text(format!("a{}@acme.example", self.pick(4)));
        let stage = People::stage(self.pick(3));
        let drafts = [
            create("company", company, &[("name", self.text())]),
            create(
                "contact",
                contact,
                &[("family_name", self.text()), ("company", Value::Ref(company)), ("email", email)],
            ),
            create(
                "deal",
                deal,
                &[("name", self.text()), ("customer", Value::Ref(company)), ("stage", Value::Ref(stage))],
            ),
            create(
                "activity",
                call,
                &[("kind", Value::text("call")), ("customer", Value::Ref(contact)), ("subject", self.text())],
            ),
        ];
        let line = self.fresh("deal_line");
        let mut drafts = drafts.to_vec();
        drafts.push(create("deal_line", line, &[("deal", Value::Ref(deal)), ("note", self.text())]));
        self.save(phone, &drafts, "create");
    }

    /// A record this person sees.
    fn seen(&mut self, phone: usize) -> Option<(Record, &'static str)> {
        for _ in 0..4 {
            if self.records.is_empty() {
                return None;
            }
            // The latest ones more often, so that people meet.
            let back = self.pick(self.records.len().min(8));
            let (id, entity) = self.records[self.records.len() - 1 - back];
            let phone = &self.phones[phone];
            if let Some(record) = phone.device.shown(&phone.base, id) {
                return Some((record, entity));
            }
        }
        None
    }

    fn edit(&mut self, phone: usize, record: RecordId, entity: &str, edits: Vec<FieldEdit>) {
        self.save(phone, &[Draft { entity: entity.into(), record, create: false, edits }], "edit");
    }

    fn set_something(&mut self, phone: usize) {
        let Some((record, entity)) = self.seen(phone) else { return };
        let set = |field: &str, value: Value| FieldEdit::Set(field.into(), value);
        let edits = match (entity, self.pick(4)) {
            ("company", 0) => vec![set("name", self.text())],
            ("company" | "contact", 1) => {
                let mut text = record.text("remarks").to_owned();
                let n = self.number();
                text = if self.chance(2) { format!("start{n} {text}") } else { format!("{text} end{n}") };
                vec![set("remarks", Value::text(text))]
            }
            ("company", _) => vec![set("industry", self.text())],
            ("contact", 2) => vec![set("email", Value::text(format!("a{}@acme.example", self.pick(4))))],
            ("contact", _) => vec![set("job_title", self.text())],
            ("activity", 0) => {
                let start = self.now;
                vec![set("starts_at", Value::Time(start))]
            }
            ("activity", 1) => {
                let end = self.now;
                vec![set("ends_at", Value::Time(end))]
            }
            ("activity", _) => vec![set("subject", self.text())],
            ("deal", _) => vec![set("next_step", self.text())],
            ("task", _) => vec![set("title", self.text())],
            _ => vec![set("note", self.text())],
        };
        self.edit(phone, record.id, entity, edits);
    }

    fn change_tags(&mut self, phone: usize) {
        let Some((record, entity)) = self.seen(phone) else { return };
        if entity != "contact" {
            return;
        }
        let phone_number = format!("+49 30 {}", self.pick(6) + 1000);
        let add = self.chance(2);
        let field = "more_phones".to_owned();
        let edit =
            if add { FieldEdit::Add(field, phone_number) } else { FieldEdit::Remove(field, phone_number) };
        self.edit(phone, record.id, entity, vec![edit]);
    }

    /// The record gets another owner and team: it may leave its author's own sight.
    fn hand_over(&mut self, phone: usize) {
        let Some((record, entity)) = self.seen(phone) else { return };
        let (person, team) = [(2, 1), (4, 2), (0, 0)][self.pick(3)];
        let edits = vec![
            FieldEdit::Set("owner".into(), Value::Ref(People::person(person))),
            FieldEdit::Set("team".into(), Value::Ref(People::team(team))),
        ];
        self.edit(phone, record.id, entity, edits);
    }

    fn delete_or_restore(&mut self, phone: usize) {
        if let Some((record, entity)) = self.seen(phone) {
            return self.edit(phone, record.id, entity, vec![FieldEdit::Delete]);
        }
        let which = self.pick(self.records.len());
        if let Some((id, entity)) = self.records.get(which).copied() {
            self.edit(phone, id, entity, vec![FieldEdit::Restore]);
        }
    }

    fn undo(&mut self, phone: usize) {
        let Some((n, _)) = self.phones[phone].device.latest_undo() else { return };
        let stamp = self.stamp(phone, "undo");
        let step = self.phones[phone].device.undo(n, &stamp);
        self.phones[phone].commit(&step, None);
    }

    /// Something refused is sent again, changed or not.
    fn mend(&mut self, phone: usize) {
        let Some((n, tray)) =
            self.phones[phone].device.tray.iter().next().map(|(n, tray)| (*n, tray.clone()))
        else {
            return;
        };
        let mut mended = std::collections::BTreeMap::new();
        if tray.item.entity == "contact" {
            let free = self.number();
            mended.insert("email".to_owned(), Value::text(format!("free{free}@acme.example")));
        }
        let (registry, now) = (self.server.registry, self.now);
        let phone = &mut self.phones[phone];
        let step = phone.device.retry(registry, &phone.base, n, &mended, now + phone.skew);
        phone.commit(&step, None);
        // The person replaced what was refused: that value is theirs to give up.
        phone.told.retain(|told| told.record != tray.item.record || !mended.contains_key(&told.field));
    }

    fn merge_two(&mut self, phone: usize) {
        let (Some((one, entity)), Some((other, same))) = (self.seen(phone), self.seen(phone)) else { return };
        if entity == same && one.id != other.id {
            self.edit(
                phone,
                one.id,
                entity,
                vec![FieldEdit::Set("merged_into".into(), Value::Ref(other.id))],
            );
        }
    }

    fn move_stage(&mut self, phone: usize) {
        let Some((record, entity)) = self.seen(phone) else { return };
        if entity == "deal" {
            let stage = Value::Ref(People::stage(self.pick(3)));
            self.edit(phone, record.id, entity, vec![FieldEdit::Set("stage".into(), stage)]);
        }
    }

    /// The admin changes who works where, who reads what, and which stages there are.
    pub fn shape(&mut self) {
        let admin = 0;
        let edits = |edits: &[(&str, Value)]| -> Vec<FieldEdit> {
            edits.iter().map(|(field, value)| FieldEdit::Set((*field).into(), value.clone())).collect()
        };
        match self.pick(4) {
            0 => {
                let person = People::person([2, 3, 4][self.pick(3)]);
                let team = Value::Ref(People::team(self.pick(3)));
                self.edit(admin, person, "employee", edits(&[("team", team)]));
            }
            1 => {
                let person = People::person([2, 3, 4][self.pick(3)]);
                let role = Value::text(["rep", "manager"][self.pick(2)]);
                self.edit(admin, person, "employee", edits(&[("role", role)]));
            }
            2 => {
                let which = self.pick(3);
                let entity = ["company", "contact", "deal"][which];
                let reach = Value::text(["all", "team", "own"][self.pick(3)]);
                let fields =
                    [("entity", Value::text(entity)), ("role", Value::text("rep")), ("reach", reach)];
                self.save(admin, &[create("read_rule", People::rule(which), &fields)], "settings");
            }
            _ => {
                let stage = People::stage(self.pick(3));
                let archived = Value::Bool(self.chance(2));
                self.edit(admin, stage, "stage", edits(&[("archived", archived)]));
            }
        }
    }
}
