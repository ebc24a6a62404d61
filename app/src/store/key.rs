//! Keys: parts in order, numbers before texts. Ids are held as their sixteen bytes and stand, in
//! every order and on every disk, where their text would.

use crate::id::{ClientId, RecordId};
use std::borrow::Cow;
use std::cmp::Ordering;
use uuid::Uuid;

/// One part of a key. Parts order numbers before texts.
///
/// A text in the usual form of an id is always an [`Part::Id`]: make parts by `from`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// At most 2^53, so that every store can hold it.
    Num(u64),
    Id(Uuid),
    Text(Cow<'static, str>),
}

impl Part {
    /// The part as a store holds it that knows numbers and texts only; `None` for a number.
    pub fn to_text(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Num(_) => None,
            Self::Id(id) => Some(Cow::Owned(id.to_string())),
            Self::Text(text) => Some(Cow::Borrowed(text)),
        }
    }
}

impl Ord for Part {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Num(one), Self::Num(other)) => one.cmp(other),
            (Self::Num(_), _) => Ordering::Less,
            (_, Self::Num(_)) => Ordering::Greater,
            (Self::Id(one), Self::Id(other)) => one.cmp(other),
            (Self::Text(one), Self::Text(other)) => one.cmp(other),
            (Self::Id(id), Self::Text(text)) => written(id, &mut Uuid::encode_buffer()).cmp(text),
            (Self::Text(text), Self::Id(id)) => (**text).cmp(written(id, &mut Uuid::encode_buffer())),
        }
    }
}

impl PartialOrd for Part {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

fn written<'a>(id: &Uuid, buffer: &'a mut [u8]) -> &'a str {
    id.hyphenated().encode_lower(buffer)
}

/// The id that a text is the usual form of.
fn usual_id(text: &str) -> Option<Uuid> {
    let id = Uuid::try_parse(text).ok().filter(|_| text.len() == 36)?;
    (written(&id, &mut Uuid::encode_buffer()) == text).then_some(id)
}

impl From<u64> for Part {
    fn from(number: u64) -> Self {
        Self::Num(number)
    }
}

impl From<Cow<'static, str>> for Part {
    fn from(text: Cow<'static, str>) -> Self {
        match usual_id(&text) {
            Some(id) => Self::Id(id),
            None => Self::Text(text),
        }
    }
}

impl From<&'static str> for Part {
    fn from(text: &'static str) -> Self {
        Cow::Borrowed(text).into()
    }
}

impl From<String> for Part {
    fn from(text: String) -> Self {
        Cow::<'static, str>::Owned(text).into()
    }
}

impl From<RecordId> for Part {
    fn from(id: RecordId) -> Self {
        Self::Id(id.0)
    }
}

impl From<ClientId> for Part {
    fn from(id: ClientId) -> Self {
        Self::Id(id.0)
    }
}

/// A key: parts compared from the left; a shorter key stands before its extensions.
#[derive(Clone, Default)]
pub struct Key(Parts);

/// Most keys have one part or two, and need no room of their own.
#[derive(Clone)]
enum Parts {
    One([Part; 1]),
    Two([Part; 2]),
    Many(Vec<Part>),
}

impl Default for Parts {
    fn default() -> Self {
        Self::Many(Vec::new())
    }
}

impl Key {
    pub fn parts(&self) -> &[Part] {
        match &self.0 {
            Parts::One(parts) => parts,
            Parts::Two(parts) => parts,
            Parts::Many(parts) => parts,
        }
    }

    /// The end of the keys that extend this one: none of them stands at or behind it. `None` for
    /// the key of no parts, which all others extend.
    pub(super) fn end(&self) -> Option<Self> {
        let (last, before) = self.parts().split_last()?;
        let last = match last {
            Part::Num(number) => Part::Num(number + 1),
            Part::Id(_) | Part::Text(_) => Part::Text((last.to_text()?.into_owned() + "\u{0}").into()),
        };
        Some(before.iter().cloned().chain([last]).collect())
    }

    /// The last part, where it is a number.
    pub fn last_number(&self) -> Option<u64> {
        match self.parts().last() {
            Some(Part::Num(number)) => Some(*number),
            _ => None,
        }
    }

    /// The last part, where it is a record's id.
    pub fn last_id(&self) -> Option<RecordId> {
        match self.parts().last() {
            Some(Part::Id(id)) => Some(RecordId(*id)),
            _ => None,
        }
    }
}

impl FromIterator<Part> for Key {
    fn from_iter<I: IntoIterator<Item = Part>>(parts: I) -> Self {
        let mut parts = parts.into_iter();
        Self(match (parts.next(), parts.next(), parts.next()) {
            (Some(one), None, _) => Parts::One([one]),
            (Some(one), Some(two), None) => Parts::Two([one, two]),
            (one, two, three) => Parts::Many([one, two, three].into_iter().flatten().chain(parts).collect()),
        })
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.parts() == other.parts()
    }
}

impl Eq for Key {}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Key {
    fn cmp(&self, other: &Self) -> Ordering {
        self.parts().cmp(other.parts())
    }
}

impl std::hash::Hash for Key {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.parts().hash(state);
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.parts()).finish()
    }
}

/// Makes a [`Key`] of its parts: `key!["title", 7]`.
#[macro_export]
macro_rules! key {
    ($($part:expr),* $(,)?) => {
        [$($crate::store::Part::from($part)),*].into_iter().collect::<$crate::store::Key>()
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_stands_where_its_text_would() {
        let (low, high) = (RecordId::from_bytes([1; 16]), RecordId::from_bytes([0xab; 16]));
        assert_eq!(key![low], key![low.to_string()]);
        assert_ne!(key![high], key![high.to_string().to_uppercase()], "only the usual form is an id");
        let mut keys =
            [key!["b"], key![high], key!["a"], key![9], key![low, 2], key![low], key![low].end().unwrap()];
        keys.sort();
        let text = |key: &Key| key.parts()[0].to_text().map(Cow::into_owned);
        let texts: Vec<_> = keys.iter().map(|key| (text(key), key.parts().len())).collect();
        let mut sorted = texts.clone();
        sorted.sort();
        assert_eq!(texts, sorted);
    }
}
