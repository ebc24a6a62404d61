//! Who sees and writes what: a person's [`Scope`], and a record's [`Place`] in it.

use crate::entities::{Employee, ReadRule, Team};
use crate::id::RecordId;
use crate::record::{EntityId, Record};
use crate::registry::{EntityAccess, EntityDef, FieldAccess, FieldDef, Reads, Registry};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    #[default]
    Rep,
    Manager,
    Admin,
}

impl Role {
    /// Reads the tag of the field `employee.role`; what it does not know is the least.
    pub fn of(tag: &str) -> Self {
        match tag {
            "admin" => Role::Admin,
            "manager" => Role::Manager,
            _ => Role::Rep,
        }
    }
}

/// How far a person's reading reaches for one entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum Reach {
    #[default]
    All,
    Team,
    Own,
}

/// What one person may see and do. Equal scopes of one person see the same records.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scope {
    pub user: RecordId,
    pub role: Role,
    /// Their own team.
    pub team: Option<RecordId>,
    /// The teams whose records they write: their own, and for managers those below it.
    pub teams: BTreeSet<RecordId>,
    /// Entities whose reading a rule narrows.
    pub reads: BTreeMap<EntityId, Reach>,
    /// False once access was taken away: sees and writes nothing.
    pub active: bool,
}

/// Where a record stands for the question who may see and write it. For a record that hangs on
/// another these are the other's.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
pub struct Place {
    pub entity: EntityId,
    pub owner: Option<RecordId>,
    pub team: Option<RecordId>,
}

impl Place {
    /// A record's own place.
    pub fn of(record: &Record) -> Self {
        Self {
            entity: record.entity.clone(),
            owner: record.reference("owner"),
            team: record.reference("team"),
        }
    }
}

/// The record this one hangs on: the first of its entity's parent fields that is set.
pub fn parent_of(def: &EntityDef, record: &Record) -> Option<RecordId> {
    def.parents.iter().find_map(|field| record.reference(field))
}

impl Scope {
    /// The scope that follows from the people, teams and read rules of a workspace; `None` for
    /// someone who is not among the people.
    pub fn derive(
        user: RecordId,
        people: &[Arc<Record>],
        teams: &[Arc<Record>],
        rules: &[Arc<Record>],
    ) -> Option<Self> {
        let person = people.iter().find(|person| person.id == user && person.deleted.is_none())?;
        let role = Role::of(Employee::of(person).role.as_deref().unwrap_or_default());
        let team = person.reference("team");
        let mut reach: BTreeSet<RecordId> = team.into_iter().collect();
        if role != Role::Rep {
            let parents: Vec<(RecordId, Option<RecordId>)> = teams
                .iter()
                .filter(|team| team.deleted.is_none())
                .map(|team| (team.id, Team::of(team).parent))
                .collect();
            // Grows until no team below is missing; a circle of teams ends it too.
            while let Some(below) = parents.iter().find(|(id, parent)| {
                !reach.contains(id) && parent.is_some_and(|parent| reach.contains(&parent))
            }) {
                reach.insert(below.0);
            }
        }
        let reads = rules
            .iter()
            .filter(|rule| rule.deleted.is_none())
            .map(|rule| ReadRule::of(rule))
            .filter(|rule| role != Role::Admin && Role::of(rule.role.as_deref().unwrap_or_default()) == role)
            .filter_map(|rule| match rule.reach.as_deref() {
                Some("team") => Some((rule.entity?, Reach::Team)),
                Some("own") => Some((rule.entity?, Reach::Own)),
                _ => None,
            })
            .collect();
        Some(Self {
            user,
            role,
            team,
            teams: reach,
            reads,
            active: Employee::of(person).active.unwrap_or(false),
        })
    }

    /// May this person see a record at this place?
    pub fn sees(&self, registry: &Registry, place: &Place) -> bool {
        if !self.active {
            return false;
        }
        let reads = registry.entity(&place.entity).map_or(Reads::Everyone, |def| def.reads);
        match (reads, self.reads.get(&place.entity).copied().unwrap_or_default()) {
            (Reads::Always, _) | (Reads::Everyone, Reach::All) => true,
            (Reads::Everyone, Reach::Team) | (Reads::Private, _) => self.holds(place),
            (Reads::Everyone, Reach::Own) => place.owner == Some(self.user),
        }
    }

    /// Is it this person's own, or of a team they write for?
    fn holds(&self, place: &Place) -> bool {
        place.owner == Some(self.user) || place.team.is_some_and(|team| self.teams.contains(&team))
    }

    /// May this person write a record of this entity? `own` is the record's own place, `parent`
    /// the place it inherits where it hangs on another.
    pub fn writes(&self, def: &EntityDef, own: &Place, parent: Option<&Place>) -> bool {
        self.active
            && (self.role == Role::Admin
                || match def.access {
                    EntityAccess::OwnAndTeam => {
                        self.holds(own) || parent.is_some_and(|parent| self.holds(parent))
                    }
                    EntityAccess::Parent => parent.is_some_and(|parent| self.holds(parent)),
                    EntityAccess::Anyone => true,
                    EntityAccess::Managers => self.role == Role::Manager,
                    EntityAccess::Admins => false,
                })
    }

    /// May this person write this field, where they may write the record?
    pub fn writes_field(&self, field: &FieldDef) -> bool {
        match field.access {
            FieldAccess::Anyone => true,
            FieldAccess::Managers => self.role >= Role::Manager,
            FieldAccess::Admins => self.role == Role::Admin,
        }
    }
}
