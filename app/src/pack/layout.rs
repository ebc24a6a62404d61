//! The header of a chunk: which entities and fields its rows speak of.

use super::bytes::{Reader, put_bytes, put_varint};
use super::{Detail, MAGIC, PackError, VERSION};
use std::collections::BTreeSet;

/// A field of an entity, as rows name it by its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldLayout {
    pub name: Box<str>,
    /// The tag of its first value in the chunk, 0 where none has one. Rows may hold others.
    pub tag: u8,
}

/// An entity, as rows name it by its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntityLayout {
    pub name: Box<str>,
    pub fields: Vec<FieldLayout>,
}

/// What a chunk's rows speak of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    pub detail: Detail,
    pub entities: Vec<EntityLayout>,
}

impl EntityLayout {
    /// The place of a field; `None` where no row of the chunk has it.
    pub fn field(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| &*field.name == name)
    }
}

impl Layout {
    pub fn new(detail: Detail) -> Self {
        Self { detail, entities: Vec::new() }
    }

    /// The place of an entity; `None` where the chunk has no row of it.
    pub fn entity(&self, name: &str) -> Option<usize> {
        self.entities.iter().position(|entity| &*entity.name == name)
    }

    pub(crate) fn entity_or_new(&mut self, name: &str) -> usize {
        self.entity(name).unwrap_or_else(|| {
            self.entities.push(EntityLayout { name: name.into(), fields: Vec::new() });
            self.entities.len() - 1
        })
    }

    /// Appends magic, version, detail, and the names.
    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&MAGIC);
        out.push(VERSION);
        out.push(self.detail as u8);
        put_varint(out, self.entities.len() as u64);
        for entity in &self.entities {
            put_bytes(out, entity.name.as_bytes());
            put_varint(out, entity.fields.len() as u64);
            for field in &entity.fields {
                put_bytes(out, field.name.as_bytes());
                out.push(field.tag);
            }
        }
    }

    pub(crate) fn read(reader: &mut Reader<'_>) -> Result<Self, PackError> {
        if reader.array::<4>()? != MAGIC {
            return Err(PackError::Magic);
        }
        match reader.byte()? {
            VERSION => {}
            other => return Err(PackError::Version(other)),
        }
        let detail = match reader.byte()? {
            0 => Detail::Lean,
            1 => Detail::Full,
            _ => return Err(PackError::Malformed("an unknown detail")),
        };
        // No list is sized by a count that was only claimed: each turn takes at least one byte.
        let mut layout = Self::new(detail);
        let mut names = BTreeSet::new();
        for _ in 0..reader.varint()? {
            let name = reader.text()?;
            if !names.insert(name) {
                return Err(PackError::Malformed("an entity is listed twice"));
            }
            let mut entity = EntityLayout { name: name.into(), fields: Vec::new() };
            let mut fields = BTreeSet::new();
            for _ in 0..reader.varint()? {
                let name = reader.text()?;
                if !fields.insert(name) {
                    return Err(PackError::Malformed("a field is listed twice"));
                }
                entity.fields.push(FieldLayout { name: name.into(), tag: reader.byte()? });
            }
            layout.entities.push(entity);
        }
        Ok(layout)
    }
}
