//! SurrealDB's errors as the store's: what to retry, what to tell, what never to guess.

use outrider_app::store::StoreError;
use surrealdb::types::{Error, QueryError};

/// What a batch throws where an expectation does not hold.
pub const EXPECTATION: &str = "outrider: expectation";

/// What SurrealDB begins with where the statements were fine and the commit failed: what is there of
/// it now is not said.
const COMMIT: &str = "Cannot COMMIT";

/// What it says of a commit that was not tried, since a statement before it failed.
const PRIOR: &str = "aborted due to a prior error";

/// A row that cannot be ours.
pub fn unreadable(what: &str) -> StoreError {
    StoreError::Failed(format!("the database holds {what}"))
}

/// The one error that says what happened, of all that the statements of a transaction report: the
/// others only say that they were not executed because of it.
pub fn of_all(errors: impl IntoIterator<Item = Error>) -> StoreError {
    let mut worst: Option<StoreError> = None;
    for error in errors {
        let found = of(error);
        if worst.as_ref().is_none_or(|worst| rank(&found) > rank(worst)) {
            worst = Some(found);
        }
    }
    worst.unwrap_or_else(|| StoreError::Failed("no reason given".to_owned()))
}

/// One error.
pub fn of(error: Error) -> StoreError {
    let text = error.to_string();
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    match error.query_details() {
        Some(QueryError::TransactionConflict) => return StoreError::Conflict,
        _ if says(&[PRIOR]) => return StoreError::Failed(String::new()),
        _ if says(&[COMMIT]) => return StoreError::Unknown(text),
        Some(QueryError::NotExecuted | QueryError::Cancelled) => return StoreError::Failed(String::new()),
        _ => {}
    }
    if says(&[EXPECTATION, "This transaction can be retried"]) {
        StoreError::Conflict
    } else if says(&["commit outcome is unknown"]) {
        StoreError::Unknown(text)
    } else if says(&["No space left", "os error 28", "read-and-deletion-only", "quota", "os error 122"]) {
        StoreError::Full
    } else if error.is_connection() || says(&["shutting down"]) {
        // A connection that broke may have broken after the commit arrived.
        StoreError::Unknown(text)
    } else if says(&["not executed", "cancelled transaction"]) {
        StoreError::Failed(String::new())
    } else {
        StoreError::Failed(text)
    }
}

fn rank(error: &StoreError) -> u8 {
    match error {
        StoreError::Failed(text) if text.is_empty() => 0,
        StoreError::Conflict => 2,
        StoreError::Failed(_) | StoreError::Damaged(_) => 3,
        StoreError::Full => 4,
        StoreError::Closed(_) | StoreError::Unknown(_) => 5,
    }
}
