//! How an entity is declared, and the macro that makes its typed struct beside it.

use super::{FieldDef, Kind, Name, to};
use crate::record::Record;

/// The field that redirects a merged record to the one that stands for it.
pub const MERGED_INTO: &str = "merged_into";
/// Redirects are followed this far at most.
pub const REDIRECTS: usize = 32;
/// The records a person said are no duplicates of this one.
pub const DISTINCT_FROM: &str = "distinct_from";

/// Who may write an entity's records, beyond what each field says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntityAccess {
    /// The owner, the owner's team and who is above it; admins everything.
    OwnAndTeam,
    /// Whoever may write the record it is a part of.
    Parent,
    /// Whoever is signed in.
    Anyone,
    Managers,
    Admins,
}

/// How far reading reaches where no rule of the workspace narrows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reads {
    /// Everyone, and a workspace may narrow it.
    Everyone,
    /// Everyone, always: what the app itself needs (teams, stages, tags).
    Always,
    /// Its owner, and the team it is shared with.
    Private,
}

/// A rule across fields that a record breaks: a key of the words, and the field to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flag {
    pub rule: &'static str,
    pub field: &'static str,
}

/// One entity: everything else about it is derived from this.
#[derive(Clone, Debug)]
pub struct EntityDef {
    pub id: Name,
    /// The icon's name in the frontend's set.
    pub icon: &'static str,
    pub fields: Vec<FieldDef>,
    /// The fields a record is named by, in order.
    pub title: Vec<Name>,
    /// References to the record it hangs on: the first that is set decides who may see it.
    pub parents: Vec<Name>,
    pub access: EntityAccess,
    pub reads: Reads,
    /// Few records that shape the workspace: the server keeps a list of them.
    pub small: bool,
    /// Its records are looked through for duplicates.
    pub doubles: bool,
    /// Rules across fields: a record that breaks one is kept and flagged.
    pub rules: fn(&Record) -> Vec<Flag>,
}

impl EntityDef {
    /// An entity of these fields and those every record has (owner, team, import source,
    /// redirect). The first field names it.
    pub fn new(id: impl Into<Name>, icon: &'static str, fields: Vec<FieldDef>) -> Self {
        let title = fields.first().map(|field| field.id.clone()).into_iter().collect();
        let mut all = fields;
        all.extend([
            FieldDef::new("owner", to(&["employee"])).column(),
            FieldDef::new("team", to(&["team"])),
            FieldDef::new("source_system", Kind::Text).hidden().together("source"),
            FieldDef::new("external_key", Kind::Text).hidden().together("source"),
            FieldDef::new(MERGED_INTO, to(&[])).hidden(),
            FieldDef::new("created_at", Kind::DateTime).server_only().hidden(),
            FieldDef::new("created_by", to(&["employee"])).server_only().hidden(),
        ]);
        Self {
            id: id.into(),
            icon,
            fields: all,
            title,
            parents: Vec::new(),
            access: EntityAccess::OwnAndTeam,
            reads: Reads::Everyone,
            small: false,
            doubles: false,
            rules: |_| Vec::new(),
        }
    }

    pub fn titled(mut self, fields: &[&'static str]) -> Self {
        self.title = fields.iter().map(|field| Name::Borrowed(field)).collect();
        self
    }

    pub fn hangs_on(mut self, fields: &[&'static str]) -> Self {
        self.parents = fields.iter().map(|field| Name::Borrowed(field)).collect();
        self
    }

    pub fn access(mut self, access: EntityAccess) -> Self {
        self.access = access;
        self
    }

    pub fn private(mut self) -> Self {
        self.reads = Reads::Private;
        self
    }

    /// Configuration-like: always readable, listed by the server.
    pub fn small(mut self) -> Self {
        self.small = true;
        self.reads = Reads::Always;
        self
    }

    /// The same person or firm may be entered twice: duplicates are looked for.
    pub fn doubles(mut self) -> Self {
        self.doubles = true;
        self.fields.push(FieldDef::new(DISTINCT_FROM, to(&[])).many().hidden());
        self
    }

    pub fn rules(mut self, rules: fn(&Record) -> Vec<Flag>) -> Self {
        self.rules = rules;
        self
    }

    pub fn field(&self, id: &str) -> Option<&FieldDef> {
        self.fields.iter().find(|field| field.id == id)
    }

    /// The fields a person sees in forms and tables.
    pub fn visible_fields(&self) -> impl Iterator<Item = &FieldDef> {
        self.fields.iter().filter(|field| !field.hidden)
    }

    /// The fields that merge as one with this one, itself among them.
    pub fn group<'a>(&'a self, field: &'a FieldDef) -> impl Iterator<Item = &'a FieldDef> {
        self.fields.iter().filter(move |other| {
            other.id == field.id || (field.together.is_some() && other.together == field.together)
        })
    }

    /// What a record is called: its title fields that are filled, in order.
    pub fn title_of(&self, record: &Record) -> String {
        let parts: Vec<&str> =
            self.title.iter().map(|field| record.text(field)).filter(|text| !text.is_empty()).collect();
        parts.join(" ")
    }
}

/// Declares an entity: its typed struct and its definition, from one list of fields.
///
/// ```ignore
/// entity! {
///     /// Something sold.
///     Product = "product", icon "box" {
///         name: String = Kind::Text, required search column;
///         price: Money = Kind::Money, column;
///     }
///     => |def| def.access(EntityAccess::Managers)
/// }
/// ```
/// Every struct field but `id` is an `Option`: a record may lack any of them.
#[macro_export]
macro_rules! entity {
    (
        $(#[$doc:meta])*
        $name:ident = $id:literal, icon $icon:literal {
            $($field:ident: $type:ty = $kind:expr $(, $($word:ident $(($arg:expr))?)+)?;)*
        }
        $(=> $refine:expr)?
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            pub id: $crate::id::RecordId,
            pub owner: Option<$crate::id::RecordId>,
            pub team: Option<$crate::id::RecordId>,
            $(pub $field: Option<$type>,)*
        }

        impl $name {
            /// The entity's stable name.
            pub const ENTITY: &'static str = $id;

            /// Reads a record of this entity; fields of another kind read as empty.
            pub fn of(record: &$crate::record::Record) -> Self {
                Self {
                    id: record.id,
                    owner: record.get("owner"),
                    team: record.get("team"),
                    $($field: record.get(stringify!($field)),)*
                }
            }
        }

        /// The entity's declaration.
        pub fn def() -> $crate::registry::EntityDef {
            let def = $crate::registry::EntityDef::new(
                $id,
                $icon,
                vec![$($crate::registry::FieldDef::new(stringify!($field), $kind)$($(.$word($($arg)?))+)?),*],
            );
            $(let refine: fn($crate::registry::EntityDef) -> $crate::registry::EntityDef = $refine; let def = refine(def);)?
            def
        }
    };
}
