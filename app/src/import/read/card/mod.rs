//! Address cards (vCard 2.1 to 4.0): each becomes a row of a contact, or of a company where it says
//! that it is one.
//!
//! What has no column of its own stands in the remarks, under its own name; files inside are counted
//! and said.

mod fields;

use super::content::{Line, Lines};
use super::named::Table;
use super::{Note, ReadError, Sheet, Trouble};
use crate::export::FileFormat;

/// The columns of people, and of companies, in the order they are shown.
const CONTACT: &[&str] = &[
    "outrider_id",
    "uid",
    "given_name",
    "family_name",
    "company",
    "job_title",
    "email",
    "more_emails",
    "phone",
    "more_phones",
    "messaging",
    "address_street",
    "address_postcode",
    "address_city",
    "address_region",
    "address_country",
    "salutation",
    "gender",
    "language",
    "birthday",
    "tags",
    "remarks",
];
const COMPANY: &[&str] = &[
    "outrider_id",
    "uid",
    "name",
    "phone",
    "email",
    "website",
    "address_street",
    "address_postcode",
    "address_city",
    "address_region",
    "address_country",
    "tags",
    "remarks",
];

/// A card being read.
#[derive(Debug, Default)]
struct Card {
    line: u32,
    lines: Vec<Line>,
    /// Cards inside it that are read first.
    outer: Option<Box<Card>>,
}

/// What becomes no row, and is said.
#[derive(Debug, Default)]
struct LeftOut {
    photos: u32,
    files: u32,
    groups: u32,
    /// Lines outside of any card.
    outside: u32,
}

pub(super) struct Cards {
    lines: Lines,
    open: Option<Card>,
    people: Table,
    companies: Table,
    left: LeftOut,
}

impl Cards {
    pub fn begin(bytes: &[u8], label: Option<&str>) -> Self {
        Self {
            lines: Lines::of(bytes, label),
            open: None,
            people: Table::new(CONTACT),
            companies: Table::new(COMPANY),
            left: LeftOut::default(),
        }
    }

    /// Reads about so many more cards; false at the end of the file.
    pub fn step(&mut self, cards: usize) -> bool {
        let mut read = 0;
        while read < cards {
            let Some(line) = self.lines.next() else {
                while let Some(card) = self.open.take() {
                    self.close(card, Some(Trouble::NoEnd));
                }
                return false;
            };
            let value = line.raw().to_uppercase();
            match (line.name.as_str(), value.as_str()) {
                ("BEGIN", "VCARD") => read += self.begin_card(line.number),
                ("END", "VCARD") => {
                    if let Some(card) = self.open.take() {
                        self.close(card, None);
                        read += 1;
                    }
                }
                _ => self.take(line),
            }
        }
        true
    }

    /// Opens a card; one that is open has no end, unless the new one is its `AGENT`.
    fn begin_card(&mut self, line: u32) -> usize {
        self.lines.old = false;
        let card = Card { line, ..Card::default() };
        match self.open.take() {
            Some(outer) if outer.lines.last().is_some_and(|last| last.name == "AGENT") => {
                self.open = Some(Card { outer: Some(Box::new(outer)), ..card });
                0
            }
            Some(open) => {
                self.close(open, Some(Trouble::NoEnd));
                self.open = Some(card);
                1
            }
            None => {
                self.open = Some(card);
                0
            }
        }
    }

    fn take(&mut self, line: Line) {
        if line.name == "VERSION" {
            self.lines.old = line.raw().starts_with('2');
        }
        match &mut self.open {
            Some(card) => card.lines.push(line),
            None => self.left.outside += 1,
        }
    }

    fn close(&mut self, mut card: Card, trouble: Option<Trouble>) {
        self.open = card.outer.take().map(|outer| *outer);
        fields::row(card, trouble, self);
    }

    pub fn finish(self, name: &str) -> Result<Vec<Sheet>, ReadError> {
        let Self { lines, people, companies, left, .. } = self;
        let (encoding, mut notes) = lines.told();
        notes.extend((left.photos > 0).then_some(Note::PhotosLeftOut { count: left.photos }));
        notes.extend((left.files > 0).then_some(Note::FilesLeftOut { count: left.files }));
        let part =
            |name: &str, count| (count > 0).then(|| Note::PartsLeftOut { name: name.to_owned(), count });
        notes.extend(part("KIND:group", left.groups));
        notes.extend((left.outside > 0).then_some(Note::LinesLeftOut { count: left.outside }));
        let mut told = (encoding, notes);
        let people = people.sheet(name, "contact", FileFormat::Vcard, &told)?;
        if people.is_some() {
            // What was noted is of the file: it is said once.
            told.1.clear();
        }
        let companies = companies.sheet(name, "company", FileFormat::Vcard, &told)?;
        Ok(people.into_iter().chain(companies).collect())
    }
}

#[cfg(test)]
mod tests;
