//! What the engine found, in words.

use crate::platform::intl;
use crate::ui::value::{entity_name, field_name};
use crate::words::{t, t_with, words};
use outrider_app::import::plan::{Doubt, Suggestion, Why};
use outrider_app::import::read::Note;
use outrider_app::import::{Issue, Mapping, ReadError};

pub fn read_error_words(error: &ReadError) -> String {
    match error {
        ReadError::Empty => t("import-error-empty"),
        ReadError::TooLarge { .. } => t("import-error-too_large"),
        ReadError::TooManyColumns { columns, max } => {
            t_with("import-error-too_many_columns", &[("columns", (*columns).into()), ("max", (*max).into())])
        }
        ReadError::NotText { kind } => {
            t_with("import-error-not_text", &[("kind", kind.to_uppercase().into())])
        }
        ReadError::TooManyCells { max, .. } => {
            t_with("import-error-too_many_cells", &[("max", intl::number(*max).into())])
        }
        ReadError::TooLargeUnpacked { .. } => t("import-error-too_large_unpacked"),
        ReadError::BrokenWorkbook => t("import-error-broken_workbook"),
    }
}

pub fn note_words(note: &Note) -> String {
    match note {
        Note::EncodingGuessed { encoding } => {
            t_with("import-note-encoding_guessed", &[("encoding", encoding.clone().into())])
        }
        Note::UnreadableBytes { places } => {
            t_with("import-note-unreadable_bytes", &[("count", (*places).into())])
        }
        Note::NulBytesRemoved { count } => {
            t_with("import-note-nul_bytes_removed", &[("count", (*count).into())])
        }
        Note::UnclosedQuote { line } => t_with("import-note-unclosed_quote", &[("line", (*line).into())]),
        Note::NoHeader => t("import-note-no_header"),
        Note::ColumnRenamed { from, to, .. } => {
            t_with("import-note-column_renamed", &[("from", from.clone().into()), ("to", to.clone().into())])
        }
        Note::PhotosLeftOut { count } => t_with("import-note-photos_left_out", &[("count", (*count).into())]),
        Note::FilesLeftOut { count } => t_with("import-note-files_left_out", &[("count", (*count).into())]),
        Note::PartsLeftOut { name, count } => {
            t_with("import-note-parts_left_out", &[("name", name.clone().into()), ("count", (*count).into())])
        }
        Note::LinesLeftOut { count } => t_with("import-note-lines_left_out", &[("count", (*count).into())]),
        Note::NotCalculated { cells } => t_with("import-note-not_calculated", &[("count", (*cells).into())]),
    }
}

/// Whether a note is of something that does not come in: it stands beside the rows to be checked too.
pub fn leaves_out(note: &Note) -> bool {
    matches!(
        note,
        Note::PhotosLeftOut { .. }
            | Note::FilesLeftOut { .. }
            | Note::PartsLeftOut { .. }
            | Note::LinesLeftOut { .. }
            | Note::NotCalculated { .. }
    )
}

pub fn issue_words(issue: &Issue, mapping: &Mapping) -> String {
    let entity = mapping.entity.as_deref().unwrap_or_default();
    let header =
        |column: &usize| mapping.columns.get(*column).map(|column| column.header.clone()).unwrap_or_default();
    match issue {
        Issue::NoEntity => t("issue-no_entity"),
        Issue::NoName { field } => t_with("issue-no_name", &[("field", field_name(entity, field).into())]),
        Issue::NoKey => t("issue-no_key"),
        Issue::Twice { field } => t_with("issue-twice", &[("field", field_name(entity, field).into())]),
        Issue::AmbiguousDates { column } => {
            t_with("issue-ambiguous_dates", &[("column", header(column).into())])
        }
        Issue::AmbiguousNumbers { column } => {
            t_with("issue-ambiguous_numbers", &[("column", header(column).into())])
        }
    }
}

/// Why something is doubtful; `entity` is what the rows become.
pub fn doubt_words(doubt: &Doubt, entity: &str) -> String {
    let mut args = vec![("value", doubt.value.clone().into())];
    match &doubt.why {
        Why::UnknownReference { entity, .. } | Why::MayNotCreate { entity } => {
            args.push(("entity", entity_name(entity).into()));
        }
        Why::SeveralMatches { entity, count } => {
            args.push(("entity", entity_name(entity).into()));
            args.push(("count", (*count).into()));
        }
        Why::MissingRequired { field } | Why::Missing { field } | Why::Taken { field } => {
            args.push(("field", field_name(entity, field).into()));
        }
        Why::Unreadable { flaw, .. } => args.push(("flaw", words().flaw(*flaw).into())),
        Why::SameRow { line } | Why::SameKey { line } => args.push(("line", (*line).into())),
        _ => {}
    }
    t_with(&format!("doubt-{}", doubt.why.tag()), &args)
}

/// What one press would do.
pub fn suggestion_words(
    suggestion: &Suggestion,
    value_words: impl FnOnce(&outrider_app::value::Value) -> String,
) -> String {
    match suggestion {
        Suggestion::Value(value) => t_with("decide-value", &[("value", value_words(value).into())]),
        Suggestion::Record { name, .. } => t_with("decide-record", &[("name", name.clone().into())]),
        Suggestion::OtherOrder => t("decide-other_order"),
        Suggestion::BringIn => t("decide-bring_in"),
    }
}
