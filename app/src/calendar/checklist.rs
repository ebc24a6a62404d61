//! A checklist: steps of a task, each by itself. Two fields hold it, so that two people's offline edits
//! merge step by step by the rules that sets have anyway: `checklist` holds the steps (place, name,
//! words), `checked` the names of those that are done. Ticking adds a name and unticking takes it away;
//! rewording a step replaces its element and leaves its tick. Where two people reword the same step,
//! both wordings stand, one below the other, with one tick.

use crate::device::FieldEdit;
use crate::record::Record;

/// The field of the steps, and of those that are done.
pub const STEPS: &str = "checklist";
pub const CHECKED: &str = "checked";

/// One step.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CheckStep {
    /// Its place among the others.
    pub place: u32,
    /// Tells it from the others; no spaces.
    pub name: String,
    pub words: String,
    pub done: bool,
}

/// A record's steps, in their order.
pub fn steps(record: &Record) -> Vec<CheckStep> {
    let set = |field: &str| record.value(field).as_set().cloned().unwrap_or_default();
    let checked = set(CHECKED);
    let mut steps: Vec<CheckStep> = set(STEPS).iter().map(|element| read(element)).collect();
    steps.iter_mut().for_each(|step| step.done = checked.contains(&step.name));
    steps.sort_by(|a, b| (a.place, &a.name, &a.words).cmp(&(b.place, &b.name, &b.words)));
    steps
}

/// How many are done, of how many; `None` where there are none.
pub fn progress(record: &Record) -> Option<(usize, usize)> {
    let steps = steps(record);
    (!steps.is_empty()).then(|| (steps.iter().filter(|step| step.done).count(), steps.len()))
}

/// Puts a step behind the others. `name` is drawn by the caller.
pub fn add(record: &Record, name: &str, words: &str) -> Vec<FieldEdit> {
    let place = steps(record).last().map_or(0, |step| step.place) + 10;
    vec![FieldEdit::Add(STEPS.to_owned(), element(place, name, words))]
}

/// Ticks a step, or takes the tick away.
pub fn tick(step: &CheckStep, done: bool) -> Vec<FieldEdit> {
    let (field, name) = (CHECKED.to_owned(), step.name.clone());
    vec![if done { FieldEdit::Add(field, name) } else { FieldEdit::Remove(field, name) }]
}

/// Words a step otherwise; no words take it away.
pub fn reword(step: &CheckStep, words: &str) -> Vec<FieldEdit> {
    let foreign = step.place == u32::MAX;
    let before = if foreign { step.words.clone() } else { element(step.place, &step.name, &step.words) };
    let mut edits = vec![FieldEdit::Remove(STEPS.to_owned(), before)];
    if !words.trim().is_empty() {
        let after = if foreign { words.trim().to_owned() } else { element(step.place, &step.name, words) };
        edits.push(FieldEdit::Add(STEPS.to_owned(), after));
    }
    edits
}

fn element(place: u32, name: &str, words: &str) -> String {
    format!("{place:05} {name} {}", words.trim())
}

/// What was not written by this app is its own name.
fn read(element: &str) -> CheckStep {
    let mut parts = element.splitn(3, ' ');
    let place = parts.next().and_then(|place| place.parse().ok());
    match (place, parts.next(), parts.next()) {
        (Some(place), Some(name), Some(words)) => {
            CheckStep { place, name: name.to_owned(), words: words.to_owned(), done: false }
        }
        _ => CheckStep { place: u32::MAX, name: element.to_owned(), words: element.to_owned(), done: false },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::RecordId;
    use crate::value::Value;

    /// As add-wins sets merge: what each side added stands, what each took away is gone.
    fn after(record: &Record, edits: &[&[FieldEdit]]) -> Record {
        let mut after = record.clone();
        for edit in edits.iter().copied().flatten() {
            let (field, item, add) = match edit {
                FieldEdit::Add(field, item) => (field, item, true),
                FieldEdit::Remove(field, item) => (field, item, false),
                _ => continue,
            };
            let mut set = after.value(field).as_set().cloned().unwrap_or_default();
            if add {
                set.insert(item.clone())
            } else {
                set.remove(item)
            };
            after = after.with(field, Value::Set(set));
        }
        after
    }

    fn said(record: &Record) -> Vec<(String, bool)> {
        steps(record).into_iter().map(|step| (step.words, step.done)).collect()
    }

    fn list() -> Record {
        let elements = [element(10, "a", "Measure"), element(20, "b", "Quote it")];
        Record::new(RecordId::derived(&["t"]), "task").with(STEPS, Value::Set(elements.into()))
    }

    #[test]
    fn one_ticks_what_another_rewords_and_both_stand() {
        let list = list();
        let [a, b] = steps(&list).try_into().unwrap();
        let merged = after(&list, &[&tick(&a, true), &reword(&a, "Measure twice"), &tick(&b, true)]);
        assert_eq!(said(&merged), [("Measure twice".to_owned(), true), ("Quote it".to_owned(), true)]);
        assert_eq!(progress(&merged), Some((2, 2)));
        assert_eq!(progress(&after(&merged, &[&tick(&b, false)])), Some((1, 2)));
    }

    #[test]
    fn two_wordings_of_one_step_stand_below_each_other_and_nothing_is_lost() {
        let list = list();
        let [a, _] = steps(&list).try_into().unwrap();
        let merged = after(&list, &[&reword(&a, "Measure twice"), &reword(&a, "Measure all")]);
        let words: Vec<String> = said(&merged).into_iter().map(|(words, _)| words).collect();
        assert_eq!(words, ["Measure all", "Measure twice", "Quote it"]);
    }

    #[test]
    fn what_two_add_both_stand_and_what_has_no_words_goes() {
        let list = list();
        let merged = after(&list, &[&add(&list, "c", "Send it"), &add(&list, "d", "Call back")]);
        assert_eq!(steps(&merged).len(), 4);
        let [a, _] = steps(&list).try_into().unwrap();
        assert_eq!(steps(&after(&list, &[&reword(&a, " ")])).len(), 1);
    }

    #[test]
    fn what_was_written_elsewhere_is_a_step_too() {
        let odd = Record::new(RecordId::derived(&["t"]), "task")
            .with(STEPS, Value::Set(["Call Anna back".to_owned()].into()));
        let [step] = steps(&odd).try_into().unwrap();
        assert_eq!(step.words, "Call Anna back");
        assert_eq!(steps(&after(&odd, &[&tick(&step, true)])).iter().filter(|step| step.done).count(), 1);
    }
}
