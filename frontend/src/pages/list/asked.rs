//! What can be asked of a field, by its kind: the tests offered, their words, and the fields in
//! which their operands are written.

use crate::state::App;
use crate::ui::value::{field_name, plain};
use crate::words::t;
use outrider_app::book::{Filter, Period, Query, Test};
use outrider_app::id::RecordId;
use outrider_app::registry::{EntityDef, FieldDef, Kind};
use outrider_app::value::Value;
use rust_decimal::prelude::ToPrimitive as _;
use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Op {
    Contains,
    Is,
    Starts,
    Before,
    After,
    Between,
    During,
    LastDays,
    NextDays,
    Me,
    MyTeam,
    AnyOf,
    HasAny,
    HasAll,
    Yes,
    No,
    Empty,
    NotEmpty,
}

/// The tests of a field, the most useful first.
pub fn ops(field: &FieldDef) -> &'static [Op] {
    use Op::*;
    match &field.kind {
        Kind::Ref(_) | Kind::Choice(_) if field.many => &[HasAny, HasAll, Empty, NotEmpty],
        Kind::Ref(targets) if targets.iter().any(|target| target == "employee") => {
            &[HasAny, Me, MyTeam, Empty, NotEmpty]
        }
        Kind::Ref(targets) if targets.iter().any(|target| target == "team") => {
            &[HasAny, MyTeam, Empty, NotEmpty]
        }
        Kind::Ref(_) => &[HasAny, Empty, NotEmpty],
        Kind::Choice(_) => &[AnyOf, Empty, NotEmpty],
        Kind::Number | Kind::Money => &[After, Before, Between, Empty, NotEmpty],
        Kind::Date | Kind::DateTime => &[During, LastDays, NextDays, After, Before, Between, Empty, NotEmpty],
        Kind::Bool => &[Yes, No],
        Kind::LongText | Kind::Address => &[Contains, Empty, NotEmpty],
        _ if field.many => &[Contains, Empty, NotEmpty],
        _ => &[Contains, Is, Starts, Empty, NotEmpty],
    }
}

impl Op {
    pub fn name(self) -> &'static str {
        use Op::*;
        match self {
            Contains => "contains",
            Is => "is",
            Starts => "starts",
            Before => "before",
            After => "after",
            Between => "between",
            During => "during",
            LastDays => "last-days",
            NextDays => "next-days",
            Me => "me",
            MyTeam => "my-team",
            AnyOf => "any-of",
            HasAny => "has-any",
            HasAll => "has-all",
            Yes => "yes",
            No => "no",
            Empty => "empty",
            NotEmpty => "not-empty",
        }
    }

    pub fn named(name: &str, field: &FieldDef) -> Option<Op> {
        ops(field).iter().copied().find(|op| op.name() == name)
    }

    /// How it reads between the field and its operand.
    pub fn words(self, field: &FieldDef) -> String {
        let amount = matches!(field.kind, Kind::Number | Kind::Money);
        t(match self {
            Op::Before if amount => "test-less",
            Op::After if amount => "test-more",
            Op::Before => "test-before",
            Op::After => "test-after",
            Op::Contains => "test-contains",
            Op::Is | Op::AnyOf | Op::HasAny => "test-is",
            Op::Starts => "test-starts",
            Op::Between => "test-between",
            Op::During => "test-during",
            Op::LastDays => "test-last-days",
            Op::NextDays => "test-next-days",
            Op::Me => "test-me",
            Op::MyTeam => "test-my-team",
            Op::HasAll => "test-has-all",
            Op::Yes => "test-yes",
            Op::No => "test-no",
            Op::Empty => "test-empty",
            Op::NotEmpty => "test-not-empty",
        })
    }

    /// How many operands it takes.
    pub fn operands(self) -> usize {
        match self {
            Op::Empty | Op::NotEmpty | Op::Yes | Op::No | Op::Me | Op::MyTeam => 0,
            Op::Between => 2,
            _ => 1,
        }
    }
}

/// The field in which an operand is written: several of a choice or reference, a plain number for
/// an amount of any currency, a plain text for a part of one. Made once for each field and test.
pub fn operand_field(entity: &str, field: &'static FieldDef, op: Op) -> &'static FieldDef {
    type Made = HashMap<(String, String, &'static str), &'static FieldDef>;
    static MADE: LazyLock<Mutex<Made>> = LazyLock::new(Mutex::default);
    let (kind, many) = match (&field.kind, op) {
        (_, Op::During) => (Kind::Text, false),
        (_, Op::LastDays | Op::NextDays) => (Kind::Number, false),
        (Kind::Ref(_) | Kind::Choice(_), _) => (field.kind.clone(), true),
        (Kind::Money, _) => (Kind::Number, false),
        (Kind::Number | Kind::Date | Kind::DateTime, _) => return field,
        _ => (Kind::Text, false),
    };
    let make = || -> &'static FieldDef {
        let made = FieldDef::new(field.id.clone(), kind.clone());
        Box::leak(Box::new(if many { made.many() } else { made }))
    };
    match MADE.lock() {
        Ok(mut made) => made.entry((entity.to_owned(), field.id.to_string(), op.name())).or_insert_with(make),
        Err(_) => field,
    }
}

/// The test of an operation and its operands.
pub fn build(op: Op, first: Value, second: Value) -> Option<Test> {
    let texts =
        || first.as_set().map(|set| set.iter().cloned().collect::<Vec<_>>()).filter(|all| !all.is_empty());
    let text = || first.as_text().filter(|text| !text.is_empty()).map(str::to_owned);
    let filled = |value: &Value| (!value.is_empty()).then(|| value.clone());
    Some(match op {
        Op::Contains => Test::Contains(text()?),
        Op::Starts => Test::Starts(text()?),
        Op::Is => Test::Is(filled(&first)?),
        Op::Before => Test::Before(filled(&first)?),
        Op::After => Test::After(filled(&first)?),
        Op::Between => Test::Between(filled(&first)?, filled(&second)?),
        Op::During => Test::During(period(first.as_text()?)?),
        Op::LastDays => Test::During(Period::LastDays(days(&first)?)),
        Op::NextDays => Test::During(Period::NextDays(days(&first)?)),
        Op::Me => Test::Me,
        Op::MyTeam => Test::MyTeam,
        Op::AnyOf => Test::AnyOf(texts()?.into_iter().map(Value::Text).collect()),
        Op::HasAny => Test::HasAny(texts()?),
        Op::HasAll => Test::HasAll(texts()?),
        Op::Yes => Test::True,
        Op::No => Test::Is(Value::Bool(false)),
        Op::Empty => Test::Empty,
        Op::NotEmpty => Test::NotEmpty,
    })
}

/// The operation and operands of a test; `None` for one this version has no editor for.
pub fn take_apart(test: &Test) -> Option<(Op, Value, Value)> {
    let set = |items: Vec<String>| Value::Set(items.into_iter().collect());
    let (op, first, second) = match test {
        Test::Contains(text) => (Op::Contains, Value::text(text), Value::None),
        Test::Starts(text) => (Op::Starts, Value::text(text), Value::None),
        Test::Is(Value::Bool(false)) => (Op::No, Value::None, Value::None),
        Test::Is(Value::Bool(true)) | Test::True => (Op::Yes, Value::None, Value::None),
        Test::Is(Value::Ref(id)) => (Op::HasAny, set(vec![id.to_string()]), Value::None),
        Test::Is(value) => (Op::Is, value.clone(), Value::None),
        Test::AnyOf(values) => {
            let texts = values.iter().filter_map(|value| value.as_text().map(str::to_owned)).collect();
            (Op::AnyOf, set(texts), Value::None)
        }
        Test::Before(value) => (Op::Before, value.clone(), Value::None),
        Test::After(value) => (Op::After, value.clone(), Value::None),
        Test::Between(from, to) => (Op::Between, from.clone(), to.clone()),
        Test::During(Period::LastDays(days)) => (Op::LastDays, Value::Number((*days).into()), Value::None),
        Test::During(Period::NextDays(days)) => (Op::NextDays, Value::Number((*days).into()), Value::None),
        Test::During(period) => (Op::During, Value::text(tag(*period)), Value::None),
        Test::Me => (Op::Me, Value::None, Value::None),
        Test::MyTeam => (Op::MyTeam, Value::None, Value::None),
        Test::HasAny(items) => (Op::HasAny, set(items.clone()), Value::None),
        Test::HasAll(items) => (Op::HasAll, set(items.clone()), Value::None),
        Test::Empty => (Op::Empty, Value::None, Value::None),
        Test::NotEmpty => (Op::NotEmpty, Value::None, Value::None),
        Test::IsNot(_) | Test::Anniversary(..) | Test::Opaque(_) => return None,
    };
    Some((op, first, second))
}

/// The periods offered, by their tags.
pub const PERIODS: [&str; 17] = [
    "today",
    "yesterday",
    "tomorrow",
    "this_week",
    "last_week",
    "next_week",
    "this_month",
    "last_month",
    "next_month",
    "this_quarter",
    "last_quarter",
    "next_quarter",
    "this_year",
    "last_year",
    "next_year",
    "past",
    "future",
];

pub fn period_words(tag: &str) -> String {
    t(&format!("period-{tag}"))
}

fn period(tag: &str) -> Option<Period> {
    serde_json::from_value(tag.into()).ok()
}

fn tag(period: Period) -> String {
    serde_json::to_value(period).ok().and_then(|tag| tag.as_str().map(str::to_owned)).unwrap_or_default()
}

/// A number of days, from one to ten years.
fn days(value: &Value) -> Option<u16> {
    let Value::Number(number) = value else { return None };
    number.to_u16().filter(|days| (1..=3_660).contains(days))
}

/// A condition as a few words: "Town contains Berlin".
pub fn condition_words(app: App, def: &'static EntityDef, filter: &Filter) -> String {
    let Filter::Field { field, test } = filter else { return t("filter-more") };
    let Some((field, (op, ..))) = def.field(field).zip(take_apart(test)) else { return t("filter-more") };
    let operand = operand_words(app, &def.id, field, test);
    format!("{} {} {operand}", field_name(&def.id, &field.id), op.words(field)).trim_end().to_owned()
}

/// The operands as words.
pub fn operand_words(app: App, entity: &str, field: &'static FieldDef, test: &Test) -> String {
    let Some((op, first, second)) = take_apart(test) else { return String::new() };
    let one = |value: &Value| plain(app, entity, operand_field(entity, field, op), value);
    match op.operands() {
        0 => String::new(),
        _ if op == Op::During => first.as_text().map(period_words).unwrap_or_default(),
        1 => one(&first),
        _ => format!("{} – {}", one(&first), one(&second)),
    }
}

/// The values that a record must have to be seen in a query: what a new one begins with.
pub fn given(query: &Query, me: Option<RecordId>) -> Vec<(String, Value)> {
    let one = |filter: &Filter| {
        let Filter::Field { field, test } = filter else { return None };
        let value = match test {
            Test::Is(value) => value.clone(),
            Test::True => Value::Bool(true),
            Test::Me => Value::Ref(me?),
            Test::AnyOf(values) if values.len() == 1 => values.first()?.clone(),
            Test::HasAny(items) if items.len() == 1 => Value::Ref(RecordId::parse(items.first()?)?),
            _ => return None,
        };
        Some((field.clone(), value))
    };
    query.filters.iter().filter_map(one).collect()
}
