//! A row's cells into fields: read, linked, compared with what is there; what is doubtful waits.

use super::compare::{same, union};
use super::doubt::{Doubts, Suggestion, Why};
use super::identity::{Ident, Standing};
use super::job::{Col, Job, cell};
use super::links::{Link, Links};
use super::made::Makers;
use super::row::{Action, Pending, PlannedRow};
use super::{Options, World};
use crate::id::RecordId;
use crate::import::cell::{Reading, read_cell};
use crate::import::hints;
use crate::import::mapping::Target;
use crate::import::read::Row;
use crate::record::{FieldId, Record};
use crate::registry::{FieldDef, Kind};
use crate::value::{Address, Currency, Value};
use std::collections::HashMap;

/// What building rows shares across the rows of all sheets.
#[derive(Debug, Default)]
pub(super) struct Shop {
    pub links: Links,
    pub makers: Makers,
    pub doubts: Doubts,
    /// By sheet and column: what each text was found to mean.
    pub seen: HashMap<(usize, usize), HashMap<String, Link>>,
    /// By sheet and column: likely typos and what was meant.
    pub typos: HashMap<(usize, usize), HashMap<String, String>>,
    /// The team of people this import knows.
    pub teams: HashMap<RecordId, RecordId>,
    /// What a reference to a record says about the same fields of who refers (a stage's pipeline).
    pub implied: HashMap<RecordId, Vec<(FieldId, Value)>>,
}

/// One row being built.
pub(super) struct Builder<'a> {
    pub world: &'a World<'a>,
    pub options: &'a Options,
    pub shop: &'a mut Shop,
    pub job: &'a Job,
    pub row: &'a Row,
    pub at: u32,
    pub collection: &'a str,
    pub out: PlannedRow,
    pub existing: Option<Record>,
    currency: Currency,
    addresses: Vec<(FieldId, Address)>,
}

impl<'a> Builder<'a> {
    #[allow(clippy::too_many_arguments)]
    pub fn new(
        world: &'a World<'a>,
        options: &'a Options,
        shop: &'a mut Shop,
        job: &'a Job,
        place: usize,
        row: (&'a Row, u32),
        collection: &'a str,
        currency: Currency,
        ident: &Ident,
    ) -> Self {
        let there = matches!(ident.standing, Standing::Here | Standing::Deleted);
        let existing = there.then(|| world.book.by_id(ident.record)).flatten();
        let action = match ident.standing {
            Standing::Here => Action::Update,
            Standing::Deleted => Action::Restore,
            Standing::New | Standing::Several(_) => Action::Create,
        };
        let out = PlannedRow {
            sheet: job.sheet,
            row: row.1,
            job: place,
            record: ident.record,
            action,
            fields: Vec::new(),
            pending: Vec::new(),
            doubts: Vec::new(),
            marks: Vec::new(),
            notes: Vec::new(),
            name: Vec::new(),
        };
        let addresses = Vec::new();
        let (row, at) = row;
        Self { world, options, shop, job, row, at, collection, out, existing, currency, addresses }
    }

    /// Reads every cell of the row.
    pub fn build(mut self, ident: &Ident) -> PlannedRow {
        let job = self.job;
        for col in &job.cols {
            let text = cell(self.row, col.at);
            if text.is_empty() {
                self.empty(col);
                continue;
            }
            match (&col.target, &col.field) {
                (Target::Currency(_), _) => match Currency::parse(&text.to_ascii_uppercase()) {
                    Some(currency) => self.currency = currency,
                    None => self.unreadable(col, text, "currency", crate::change::Flaw::Kind, None),
                },
                (Target::Part(..), Some(field)) => self.part(col, field, text),
                (Target::Field(_), Some(field)) if field.targets().is_empty() => self.value(col, field, text),
                (Target::Field(_), Some(field)) => self.reference(col, field, text),
                _ => {}
            }
        }
        for (field, address) in std::mem::take(&mut self.addresses) {
            self.set(&field, Value::Address(address));
        }
        self.unique(ident);
        self.imply();
        match self.out.action {
            Action::Create => self.complete(ident),
            _ => self.claim(ident),
        }
        self.out
    }

    pub(super) fn empty(&mut self, col: &Col) {
        let Some(field) = col.field.as_ref().filter(|_| self.out.action == Action::Create) else { return };
        let composed = self.job.def.title.contains(&field.id) && !self.job.name_from.is_empty();
        let why = if hints::expected(&self.job.def.id, &field.id) {
            Why::Missing { field: field.id.to_string() }
        } else if field.required && !composed {
            Why::MissingRequired { field: field.id.to_string() }
        } else {
            return;
        };
        let doubt = self.shop.doubts.plain((self.job.sheet, Some(col.at)), self.at, why, "");
        self.out.marks.push(doubt);
    }

    pub(super) fn current(&self, field: &str) -> Value {
        self.existing.as_ref().map_or(Value::None, |record| record.value(field).clone())
    }

    /// Plans a value, unless the record holds it already. What several columns say of a list is one list.
    pub(super) fn set(&mut self, field: &str, value: Value) {
        let planned = self.out.fields.iter_mut().find(|(known, _)| known == field);
        if let (Some((_, planned @ Value::Set(_))), Value::Set(_)) = (planned, &value) {
            *planned = union(std::mem::take(planned), value);
            return;
        }
        let current = self.current(field);
        if !same(&current, &value) {
            self.out.fields.push((field.to_owned(), union(current, value)));
        }
    }

    pub(super) fn value(&mut self, col: &Col, field: &FieldDef, text: &str) {
        let mut defaults = self.options.defaults();
        defaults.currency = self.currency;
        match read_cell(field, text, col.format, &defaults) {
            Reading::Value(value) => match self.meant(col, text) {
                Some(meant) if same(&self.current(&field.id), &Value::text(&meant)) => {}
                Some(meant) => self.typo(col, field, None, text, value, meant),
                None => self.set(&field.id, value),
            },
            Reading::EitherDate(usual, other) => {
                let current = self.current(&field.id);
                if same(&current, &other) || same(&current, &usual) {
                    return;
                }
                let why = || (Why::AmbiguousDate, Some(Suggestion::OtherOrder), None);
                let place = (self.job.sheet, Some(col.at));
                let doubt = self.shop.doubts.add(place, self.at, "", why, "ambiguous_date", text);
                self.pend(field, None, doubt, (usual, other), text);
            }
            Reading::Unreadable(flaw, meant) => {
                if meant.as_ref().is_some_and(|meant| same(&self.current(&field.id), meant)) {
                    return;
                }
                self.unreadable(col, text, kind_tag(&field.kind), flaw, meant);
            }
        }
    }

    pub(super) fn meant(&self, col: &Col, text: &str) -> Option<String> {
        self.shop.typos.get(&(self.job.sheet, col.at))?.get(text).cloned()
    }

    pub(super) fn typo(
        &mut self,
        col: &Col,
        field: &FieldDef,
        part: Option<usize>,
        text: &str,
        keep: Value,
        meant: String,
    ) {
        let accept = Value::Text(meant);
        let why = || (Why::Typo, Some(Suggestion::Value(accept.clone())), None);
        let doubt = self.shop.doubts.add((self.job.sheet, Some(col.at)), self.at, text, why, "typo", text);
        self.pend(field, part, doubt, (keep, accept), text);
    }

    pub(super) fn unreadable(
        &mut self,
        col: &Col,
        text: &str,
        kind: &str,
        flaw: crate::change::Flaw,
        meant: Option<Value>,
    ) {
        let suggestion = meant.clone().map(Suggestion::Value);
        let why = || (Why::Unreadable { kind: kind.to_owned(), flaw }, suggestion, None);
        let doubt =
            self.shop.doubts.add((self.job.sheet, Some(col.at)), self.at, text, why, "unreadable", text);
        if let Some(field) = &col.field {
            self.pend(field, None, doubt, (Value::None, meant.unwrap_or_default()), text);
        }
    }

    pub(super) fn pend(
        &mut self,
        field: &FieldDef,
        part: Option<usize>,
        doubt: usize,
        values: (Value, Value),
        text: &str,
    ) {
        self.out.pending.push(Pending {
            field: field.id.to_string(),
            part,
            doubt,
            before: self.current(&field.id),
            keep: values.0,
            accept: values.1,
            original: text.to_owned(),
        });
    }

    pub(super) fn part(&mut self, col: &Col, field: &FieldDef, text: &str) {
        let Target::Part(_, part) = col.target else { return };
        let here = match self.current(&field.id) {
            Value::Address(address) => address,
            _ => Address::default(),
        };
        let meant = self.meant(col, text).filter(|_| self.current(&field.id).is_empty());
        let known = self.meant(col, text).filter(|meant| here.parts().get(part) == Some(&meant.as_str()));
        let text = known.as_deref().unwrap_or(text);
        if let Some(meant) = meant {
            self.typo(col, field, Some(part), text, Value::text(text), meant);
        }
        let at = self.addresses.iter().position(|(id, _)| *id == field.id).unwrap_or_else(|| {
            self.addresses.push((field.id.to_string(), here));
            self.addresses.len() - 1
        });
        if let Some((_, address)) = self.addresses.get_mut(at) {
            set_part(address, part, text);
        }
    }
}

fn kind_tag(kind: &Kind) -> &'static str {
    match kind {
        Kind::Text | Kind::LongText => "text",
        Kind::Number => "number",
        Kind::Money => "money",
        Kind::Date => "date",
        Kind::DateTime => "date_time",
        Kind::Choice(_) => "choice",
        Kind::Bool => "bool",
        Kind::Email => "email",
        Kind::Phone => "phone",
        Kind::Link => "link",
        Kind::Address => "address",
        Kind::Ref(_) => "reference",
    }
}

pub(super) fn set_part(address: &mut Address, part: usize, text: &str) {
    let slot = match part {
        0 => &mut address.street,
        1 => &mut address.postcode,
        2 => &mut address.city,
        3 => &mut address.region,
        _ => &mut address.country,
    };
    slot.clear();
    slot.push_str(text);
}
