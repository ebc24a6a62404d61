//! What the registry and the sync rules have to say: entities, fields and choices by their names,
//! reasons, flaws, flags and refusals as sentences.

use super::{Arg, Words};
use crate::change::{Flaw, Reason};
use crate::protocol::Refusal;
use crate::registry::Flag;

impl Words {
    /// What one record of an entity is called; an entity without words (a custom one) by its id.
    pub fn entity(&self, entity: &str) -> String {
        self.find(&format!("entity-{entity}")).unwrap_or_else(|| entity.to_owned())
    }

    /// What several records of an entity are called.
    pub fn entities(&self, entity: &str) -> String {
        self.find(&format!("entity-{entity}-many")).unwrap_or_else(|| entity.to_owned())
    }

    /// "3 contacts".
    pub fn count(&self, entity: &str, count: usize) -> String {
        self.find_with(&format!("entity-{entity}-count"), &[("count", count.into())])
            .unwrap_or_else(|| format!("{count} {entity}"))
    }

    pub fn field(&self, entity: &str, field: &str) -> String {
        self.find(&format!("field-{entity}-{field}"))
            .or_else(|| self.find(&format!("field-{field}")))
            .unwrap_or_else(|| field.to_owned())
    }

    pub fn choice(&self, entity: &str, field: &str, tag: &str) -> String {
        self.find(&format!("choice-{entity}-{field}-{tag}"))
            .or_else(|| self.find(&format!("choice-{field}-{tag}")))
            .unwrap_or_else(|| tag.to_owned())
    }

    /// Why an item of this entity was rejected, and what mends it.
    pub fn reason(&self, entity: &str, reason: &Reason) -> String {
        let (tag, field) = reason_tag(reason);
        let field = field.map(|field| self.field(entity, field)).unwrap_or_default();
        let flaw = match reason {
            Reason::Invalid { detail, .. } => self.flaw(*detail),
            _ => String::new(),
        };
        let args = [("field", Arg::from(field)), ("flaw", flaw.into())];
        self.say_with(&format!("reason-{tag}"), &args)
    }

    /// What is wrong with a value.
    pub fn flaw(&self, flaw: Flaw) -> String {
        self.say(&format!("flaw-{}", flaw_tag(flaw)))
    }

    /// Which rule across fields a record breaks.
    pub fn flag(&self, entity: &str, flag: &Flag) -> String {
        self.say_with(&format!("flag-{}", flag.rule), &[("field", self.field(entity, flag.field).into())])
    }

    /// What the server said no with; in its own English where this version has no words for it.
    pub fn refusal(&self, refusal: &Refusal) -> String {
        self.find(&format!("refusal-{}", refusal.error)).unwrap_or_else(|| refusal.message.clone())
    }
}

/// The stable tag of a reason (`why` on the wire), and the field it is about.
pub fn reason_tag(reason: &Reason) -> (&'static str, Option<&str>) {
    match reason {
        Reason::UnknownEntity { .. } => ("unknown_entity", None),
        Reason::UnknownField { field } => ("unknown_field", Some(field)),
        Reason::Invalid { field, .. } => ("invalid", Some(field)),
        Reason::Forbidden => ("forbidden", None),
        Reason::ForbiddenField { field } => ("forbidden_field", Some(field)),
        Reason::NoSuchRecord => ("no_such_record", None),
        Reason::Deleted => ("deleted", None),
        Reason::Needs { field, .. } => ("needs", Some(field)),
        Reason::Archived { field, .. } => ("archived", Some(field)),
        Reason::Taken { field } => ("taken", Some(field)),
        Reason::Together => ("together", None),
        Reason::LastAdmin => ("last_admin", None),
        Reason::TooLarge => ("too_large", None),
        Reason::Failing => ("failing", None),
        Reason::NumberReused => ("number_reused", None),
        Reason::Unknown => ("unknown", None),
    }
}

/// The stable tag of a flaw.
pub fn flaw_tag(flaw: Flaw) -> &'static str {
    match flaw {
        Flaw::Kind => "kind",
        Flaw::TooLong => "too_long",
        Flaw::Choice => "choice",
        Flaw::Email => "email",
        Flaw::Phone => "phone",
        Flaw::Link => "link",
        Flaw::Range => "range",
        Flaw::Required => "required",
        Flaw::Target => "target",
        Flaw::Other => "other",
    }
}
