//! What a planned row needs beside its cells: unique values, source, owner, team, name.

use super::build::Builder;
use super::doubt::Why;
use super::identity::Ident;
use super::job::cell;
use super::row::{Action, PlannedRow};
use crate::id::RecordId;
use crate::import::hints;
use crate::import::mapping::Target;
use crate::registry::EntityAccess;
use crate::value::Value;

impl Builder<'_> {
    /// A unique value that another record holds is left out.
    pub(super) fn unique(&mut self, ident: &Ident) {
        for (field, key) in &ident.unique {
            let holder = self.shop.links.known.unique(&self.job.def.id, field, key, ident.record);
            let there = self.world.book.by_unique(&self.job.def.id, field, key);
            if holder == ident.record && there.is_none_or(|there| there == ident.record) {
                continue;
            }
            let Some(at) = self.out.fields.iter().position(|(known, _)| known == field) else { continue };
            let (_, value) = self.out.fields.swap_remove(at);
            let col = self.job.cols.iter().find(|col| matches!(&col.target, Target::Field(f) if f == field));
            let column = col.map(|col| col.at);
            let text = column.map(|at| cell(self.row, at)).unwrap_or_default();
            let why = || (Why::Taken { field: field.clone() }, None, None);
            let doubt = self.shop.doubts.add((self.job.sheet, column), self.at, text, why, "taken", text);
            if let Some(field) = col.and_then(|col| col.field.as_ref()) {
                self.pend(field, None, doubt, (Value::None, value), text);
            }
        }
    }

    /// What a new record needs beside its cells: source, owner, team, name.
    pub(super) fn complete(&mut self, ident: &Ident) {
        let def = &self.job.def;
        self.out.fields.push(("source_system".to_owned(), Value::text(&self.job.source)));
        self.out.fields.push(("external_key".to_owned(), Value::text(&ident.key)));
        let has = |out: &PlannedRow, field: &str| out.fields.iter().any(|(known, _)| known == field);
        if let Some((field, tag)) = hints::initial(&def.id, None).filter(|(field, _)| !has(&self.out, field))
        {
            self.out.fields.push((field.to_owned(), Value::text(tag)));
        }
        if def.access == EntityAccess::OwnAndTeam {
            if !has(&self.out, "owner") {
                self.out.fields.extend(self.options.owner.map(|id| ("owner".to_owned(), Value::Ref(id))));
            }
            let owner =
                self.out.fields.iter().find(|(field, _)| field == "owner").and_then(|(_, v)| v.as_ref_id());
            if !has(&self.out, "team") {
                let team = owner.and_then(|owner| self.team_of(owner)).or(self.options.team);
                self.out.fields.extend(team.map(|id| ("team".to_owned(), Value::Ref(id))));
            }
        }
        if self.job.title.iter().all(|at| cell(self.row, *at).is_empty()) {
            self.compose();
        }
        self.hand_on();
    }

    pub(super) fn team_of(&mut self, person: RecordId) -> Option<RecordId> {
        let known = self.shop.teams.get(&person).copied();
        known.or_else(|| self.world.book.by_id(person)?.reference("team"))
    }

    pub(super) fn compose(&mut self) {
        for at in &self.job.name_from {
            let text = cell(self.row, *at);
            if !text.is_empty() {
                let field = self.job.cols.iter().find(|col| col.at == *at).and_then(|col| col.target.field());
                let pending = self.out.pending.iter().find(|pending| Some(&pending.field) == field);
                self.out.name.push((text.to_owned(), pending.map(|pending| pending.doubt)));
            }
        }
        let mapped =
            |title: &str| self.job.cols.iter().any(|c| matches!(&c.target, Target::Field(f) if f == title));
        if let Some(title) =
            self.job.def.title.first().filter(|title| !mapped(title) && self.out.name.is_empty())
        {
            let why = Why::MissingRequired { field: title.to_string() };
            let doubt = self.shop.doubts.plain((self.job.sheet, None), self.at, why, "");
            self.out.marks.push(doubt);
        }
    }

    /// The team of the row's person, for their deals and for the manager the row made.
    pub(super) fn hand_on(&mut self) {
        let team = self.out.fields.iter().find(|(field, _)| field == "team").map(|(_, value)| value.clone());
        if let Some(team) = team.as_ref().and_then(Value::as_ref_id).filter(|_| self.job.def.id == "employee")
        {
            self.shop.teams.insert(self.out.record, team);
        }
        for (entity, through, carried) in hints::CARRIED {
            let Some(id) = (self.job.def.id == *entity)
                .then(|| self.out.fields.iter().find(|(field, _)| field == through))
                .flatten()
                .and_then(|(_, value)| value.as_ref_id())
            else {
                continue;
            };
            for field in *carried {
                let value =
                    self.out.fields.iter().find(|(known, _)| known == field).map(|(_, value)| value.clone());
                if let Some(value) = value {
                    self.shop.makers.carry(id, field, value);
                }
            }
        }
    }

    /// A record typed by hand that a row was found to be carries the row's key from now on.
    pub(super) fn claim(&mut self, ident: &Ident) {
        let unclaimed = self.existing.as_ref().is_some_and(|record| record.text("external_key").is_empty());
        if unclaimed && self.job.own_id.is_none() {
            self.out.fields.push(("source_system".to_owned(), Value::text(&self.job.source)));
            self.out.fields.push(("external_key".to_owned(), Value::text(&ident.key)));
        }
        let writable = self.existing.as_ref().is_none_or(|record| self.world.book.may_write(record));
        if !writable {
            if !self.out.fields.is_empty() || !self.out.pending.is_empty() {
                let doubt = self.shop.doubts.plain((self.job.sheet, None), self.at, Why::MayNotWrite, "");
                self.out.doubts.push(doubt);
            }
            self.out.action = Action::Refused;
        }
    }
}
