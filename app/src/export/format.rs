//! The formats files come and go in, and which of them an entity has.

use serde::{Deserialize, Serialize};

/// What a file is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileFormat {
    /// Text in columns, by whatever character they are divided.
    #[default]
    Csv,
    /// A workbook.
    Xlsx,
    /// Address cards.
    Vcard,
    /// Events and tasks.
    Icalendar,
}

impl FileFormat {
    /// The formats records of an entity can be written in, the one for everything first.
    pub fn of(entity: &str) -> &'static [Self] {
        match entity {
            "contact" | "company" => &[Self::Csv, Self::Xlsx, Self::Vcard],
            "activity" | "task" => &[Self::Csv, Self::Xlsx, Self::Icalendar],
            _ => &[Self::Csv, Self::Xlsx],
        }
    }

    /// The tag its words are found by.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Vcard => "vcard",
            Self::Icalendar => "icalendar",
        }
    }

    /// The usual ending of such a file's name.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Vcard => "vcf",
            Self::Icalendar => "ics",
        }
    }

    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Vcard => "text/vcard",
            Self::Icalendar => "text/calendar",
        }
    }

    /// Whether its cells are divided by a character and written in an encoding a person may know better.
    pub fn is_text(self) -> bool {
        self == Self::Csv
    }
}
