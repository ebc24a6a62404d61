//! Conventions of how files leave out what a record needs: one line each.

/// Entities nobody brings along in a file.
pub(crate) const EXCLUDED: &[&str] = &["view", "read_rule"];

/// Where a second column of the same meaning goes: (field, its list of more).
pub(crate) const MORE: &[(&str, &str)] = &[("email", "more_emails"), ("phone", "more_phones")];

/// A record made because (entity, field) names it takes these fields of the row along.
pub(crate) const CARRIED: &[(&str, &str, &[&str])] = &[("employee", "manager", &["team"])];

/// Entities whose rows often have no name: what it is put together from.
pub(crate) const COMPOSED: &[(&str, &[&str])] =
    &[("deal", &["customer", "product"]), ("activity", &["kind", "customer"])];

/// The fields that tell two records without an external key apart, if not their title alone.
pub(crate) fn identity(entity: &str) -> &'static [&'static str] {
    match entity {
        "contact" => &["given_name", "family_name", "company"],
        "deal" => &["name", "customer"],
        "activity" => &["subject", "customer", "starts_at"],
        "task" => &["title", "customer", "due_on"],
        "stage" => &["name", "pipeline"],
        _ => &[],
    }
}

/// Entities whose hand-typed records an imported row of the same name is taken to be.
pub(crate) fn matched_by_name(entity: &str) -> bool {
    ["company", "product", "employee", "team", "pipeline", "stage", "tag"].contains(&entity)
}

/// References whose missing records are made without asking, where the person may make them.
pub(crate) fn creates_missing(entity: &str, field: &str, target: &str) -> bool {
    ["pipeline", "stage", "tag", "team"].contains(&target) || (entity, field) == ("employee", "manager")
}

/// What a record made by an import holds where the file says nothing: (field, tag). `through` is
/// the (entity, field) whose reference called for it.
pub(crate) fn initial(entity: &str, through: Option<(&str, &str)>) -> Option<(&'static str, &'static str)> {
    match (entity, through) {
        ("employee", Some((_, "manager" | "lead"))) => Some(("role", "manager")),
        ("employee", _) => Some(("role", "rep")),
        _ => None,
    }
}

/// Fields a row is marked for when their column is there and the cell is empty.
pub(crate) fn expected(entity: &str, field: &str) -> bool {
    matches!(
        (entity, field),
        ("deal", "customer" | "opened_on" | "closed_on" | "expected_close")
            | ("activity", "customer" | "starts_at")
    )
}
