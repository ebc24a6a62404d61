//! How a field is declared: its kind, its merge rule, and what it is used for.

use std::borrow::Cow;

/// A name known at compile time, or one that came with a custom definition.
pub type Name = Cow<'static, str>;

/// What a field holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    Text,
    /// Several lines; merged word by word.
    LongText,
    Number,
    Money,
    Date,
    DateTime,
    /// One (or with `many` several) of these stable tags.
    Choice(Vec<Name>),
    Bool,
    Email,
    Phone,
    Link,
    Address,
    /// One (or with `many` several) records of these entities.
    Ref(Vec<Name>),
}

/// Who wins where two people wrote a field at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergeRule {
    /// The later time; ties by the author's id.
    LastWriter,
    /// Every addition stands unless someone who saw it took it away.
    AddWins,
    /// Both texts, woven together by words; of the same words both passages stand, marked, until
    /// somebody settles it (`sync::merge`).
    ThreeWayText,
    /// Additions only.
    AppendOnly,
    /// Only the server writes it.
    ServerOnly,
}

/// Who may write a field, beyond being allowed to write its record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldAccess {
    Anyone,
    Managers,
    Admins,
}

/// One field of an entity.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldDef {
    pub id: Name,
    pub kind: Kind,
    /// Holds a set instead of one value.
    pub many: bool,
    pub merge: MergeRule,
    pub access: FieldAccess,
    /// Forms ask for it; the server flags its absence. A required *reference* must exist.
    pub required: bool,
    /// Part of the search over everything.
    pub search: bool,
    /// No two living records of the entity may share it (case and spaces aside).
    pub unique: bool,
    /// A column of the entity's first list.
    pub column: bool,
    /// Not offered in forms and tables.
    pub hidden: bool,
    /// The server draws the next number when the record is created: pending until then.
    pub drawn: bool,
    /// Fields that share this name make sense only together and merge as one.
    pub together: Option<Name>,
}

impl FieldDef {
    pub fn new(id: impl Into<Name>, kind: Kind) -> Self {
        let merge = match kind {
            Kind::LongText => MergeRule::ThreeWayText,
            _ => MergeRule::LastWriter,
        };
        Self {
            id: id.into(),
            kind,
            many: false,
            merge,
            access: FieldAccess::Anyone,
            required: false,
            search: false,
            unique: false,
            column: false,
            hidden: false,
            drawn: false,
            together: None,
        }
    }

    /// Holds several values; merges by add-wins.
    pub fn many(mut self) -> Self {
        self.many = true;
        self.merge = MergeRule::AddWins;
        self
    }

    pub fn append_only(mut self) -> Self {
        self.many = true;
        self.merge = MergeRule::AppendOnly;
        self
    }

    pub fn server_only(mut self) -> Self {
        self.merge = MergeRule::ServerOnly;
        self
    }

    /// A number the server draws when the record is created, without gaps.
    pub fn drawn(mut self) -> Self {
        self.drawn = true;
        self.server_only()
    }

    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    pub fn search(mut self) -> Self {
        self.search = true;
        self
    }

    pub fn unique(mut self) -> Self {
        self.unique = true;
        self
    }

    pub fn column(mut self) -> Self {
        self.column = true;
        self
    }

    pub fn hidden(mut self) -> Self {
        self.hidden = true;
        self
    }

    pub fn together(mut self, group: &'static str) -> Self {
        self.together = Some(group.into());
        self
    }

    pub fn managers(mut self) -> Self {
        self.access = FieldAccess::Managers;
        self
    }

    pub fn admins(mut self) -> Self {
        self.access = FieldAccess::Admins;
        self
    }

    /// Does it point to records? One without targets points to its own entity.
    pub fn refers(&self) -> bool {
        matches!(self.kind, Kind::Ref(_))
    }

    /// The entities a reference may point to; empty for every other kind.
    pub fn targets(&self) -> &[Name] {
        match &self.kind {
            Kind::Ref(targets) => targets,
            _ => &[],
        }
    }
}

/// The kind of a choice among these tags.
pub fn choice(tags: &[&'static str]) -> Kind {
    Kind::Choice(tags.iter().map(|tag| Name::Borrowed(tag)).collect())
}

/// The kind of a reference to these entities.
pub fn to(entities: &[&'static str]) -> Kind {
    Kind::Ref(entities.iter().map(|entity| Name::Borrowed(entity)).collect())
}
