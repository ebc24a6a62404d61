//! Reading enums of one stable tag (`{"set":{..}}`, `"created"`) that keep what a newer version
//! says as it came. Serde's own `untagged` copies all it reads into a buffer first, and takes a
//! message it should understand and does not for one of a newer version; here that is an error.

use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, Visitor};
use serde_json::{Map, Value as Json};
use std::fmt;
use std::marker::PhantomData;

/// How an enum is read by its tag.
pub(crate) trait Tagged: Sized {
    /// The tags this version knows.
    const TAGS: &'static [&'static str];
    /// Reads a value whose tag is one of them.
    fn known<'de, D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error>;
    /// Keeps any other.
    fn opaque(value: Json) -> Self;
    /// Reads an object whose tag is one of them and was just read.
    fn begun<'de, A: MapAccess<'de>>(tag: &'static str, map: A) -> Result<Self, A::Error> {
        Self::known(MapAccessDeserializer::new(Begun { tag: Some(tag), map }))
    }
}

/// Serializes and deserializes an enum that derives both with `#[serde(remote = "Self")]`, but for
/// its variant `Opaque`. Without its tags it must be [`Tagged`] already.
macro_rules! tagged {
    ($name:ty, $($tag:literal),+) => {
        impl $crate::tagged::Tagged for $name {
            const TAGS: &'static [&'static str] = &[$($tag),+];
            fn known<'de, D: serde::Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
                <$name>::deserialize(reader)
            }
            fn opaque(value: serde_json::Value) -> Self {
                Self::Opaque(value)
            }
        }

        $crate::tagged::tagged!($name);
    };
    ($name:ty) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
                $crate::tagged::read(reader)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, writer: S) -> Result<S::Ok, S::Error> {
                match self {
                    Self::Opaque(value) => value.serialize(writer),
                    known => <$name>::serialize(known, writer),
                }
            }
        }
    };
}
pub(crate) use tagged;

pub(crate) fn read<'de, T: Tagged, D: Deserializer<'de>>(reader: D) -> Result<T, D::Error> {
    reader.deserialize_any(Reader(PhantomData))
}

struct Reader<T>(PhantomData<T>);

impl<'de, T: Tagged> Visitor<'de> for Reader<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a tag, or an object of one tag")
    }

    fn visit_str<E: Error>(self, tag: &str) -> Result<T, E> {
        if T::TAGS.contains(&tag) { T::known(tag.into_deserializer()) } else { Ok(T::opaque(tag.into())) }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        match map.next_key_seed(TagOf(T::TAGS))? {
            Some(Tag::Known(tag)) => T::begun(tag, map),
            Some(Tag::Other(tag)) => {
                let first = (tag, map.next_value()?);
                Ok(T::opaque(rest([first], map)?))
            }
            None => Ok(T::opaque(Json::Object(Map::new()))),
        }
    }
}

/// An object of which these entries were read already.
pub(crate) fn rest<'de, A: MapAccess<'de>, const N: usize>(
    begun: [(String, Json); N],
    mut map: A,
) -> Result<Json, A::Error> {
    let mut object = Map::from_iter(begun);
    while let Some((tag, content)) = map.next_entry()? {
        object.insert(tag, content);
    }
    Ok(Json::Object(object))
}

enum Tag {
    Known(&'static str),
    Other(String),
}

struct TagOf(&'static [&'static str]);

impl<'de> DeserializeSeed<'de> for TagOf {
    type Value = Tag;
    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Tag, D::Error> {
        reader.deserialize_str(self)
    }
}

impl Visitor<'_> for TagOf {
    type Value = Tag;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a tag")
    }

    fn visit_str<E: Error>(self, tag: &str) -> Result<Tag, E> {
        let known = self.0.iter().find(|known| **known == tag);
        Ok(known.map_or_else(|| Tag::Other(tag.to_owned()), |known| Tag::Known(known)))
    }
}

/// An object whose tag was read already: it is told once more.
struct Begun<A> {
    tag: Option<&'static str>,
    map: A,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Begun<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        match self.tag.take() {
            Some(tag) => seed.deserialize(tag.into_deserializer()).map(Some),
            None => self.map.next_key_seed(seed),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.map.next_value_seed(seed)
    }
}
