//! Editing one field: one editor for each kind, all writing into an [`Input`]. What does not fit
//! is said under the control, in place.

mod address;
mod choice;
mod moment;
mod money;
mod number;
mod pick;
mod reference;
mod said;
mod several;
mod text;
mod together;

pub use said::{MORNING, Said};
pub use together::Together;

use super::value::field_name;
use crate::words::t;
use leptos::attr::Attribute;
use leptos::prelude::*;
use outrider_app::change::Flaw;
use outrider_app::registry::{EntityDef, FieldDef, Kind, validate};
use outrider_app::value::Value;
use std::sync::atomic::{AtomicU32, Ordering};

static NEXT: AtomicU32 = AtomicU32::new(1);

/// A field being written: what it holds now, and what is wrong with it.
#[derive(Clone, Copy)]
pub struct Input {
    pub def: &'static EntityDef,
    pub field: &'static FieldDef,
    pub value: RwSignal<Value>,
    /// Shown under the control.
    pub flaw: RwSignal<Option<Flaw>>,
    /// What was typed does not read as a value of this kind; `value` is older than it.
    pub unread: RwSignal<Option<Flaw>>,
    number: u32,
}

impl Input {
    pub fn new(def: &'static EntityDef, field: &'static FieldDef, value: Value) -> Self {
        Self {
            def,
            field,
            value: RwSignal::new(value),
            flaw: RwSignal::new(None),
            unread: RwSignal::new(None),
            number: NEXT.fetch_add(1, Ordering::Relaxed),
        }
    }

    /// The control's id in the page.
    pub fn id(self) -> String {
        format!("field-{}", self.number)
    }

    fn error_id(self) -> String {
        format!("field-{}-error", self.number)
    }

    /// Takes a value that was read; what was wrong is forgotten until the next check.
    pub fn set(self, value: Value) {
        self.unread.set(None);
        self.flaw.set(None);
        self.value.set(if value.is_empty() { Value::None } else { value });
    }

    /// What was typed reads as nothing of this kind.
    pub fn refuse(self, flaw: Flaw) {
        self.unread.set(Some(flaw));
    }

    /// Checks it and shows what is wrong; `true` where it can be saved.
    pub fn check(self) -> bool {
        let flaw = self.unread.get_untracked().or_else(|| {
            self.value.with_untracked(|value| match validate(self.field, value) {
                Err(flaw) => Some(flaw),
                Ok(()) if self.field.required && value.is_empty() => Some(Flaw::Required),
                Ok(()) => None,
            })
        });
        self.flaw.set(flaw);
        flaw.is_none()
    }

    /// As [`Self::check`], where nothing given is a value too: it empties the field.
    pub fn check_given(self) -> bool {
        let empty = self.value.with_untracked(Value::is_empty) && self.unread.get_untracked().is_none();
        if empty && !self.field.required {
            self.flaw.set(None);
            return true;
        }
        self.check()
    }

    /// The name a person reads.
    pub fn label(self) -> String {
        field_name(&self.def.id, &self.field.id)
    }
}

/// What is wrong and the way out, in the person's words.
pub fn flaw_words(field: &FieldDef, flaw: Flaw) -> String {
    t(match (flaw, &field.kind) {
        (Flaw::Kind, Kind::Number | Kind::Money) => "wrong-number",
        (Flaw::Kind, Kind::Date | Kind::DateTime) => "wrong-date",
        (Flaw::TooLong, _) => "wrong-too-long",
        (Flaw::Choice, _) => "wrong-choice",
        (Flaw::Email, _) => "wrong-email",
        (Flaw::Phone, _) => "wrong-phone",
        (Flaw::Link, _) => "wrong-link",
        (Flaw::Range, _) => "wrong-range",
        (Flaw::Required, _) => "wrong-required",
        (Flaw::Target, _) => "wrong-target",
        _ => "wrong-other",
    })
}

/// The control of a field without its label; the error stands under it.
#[component]
pub fn FieldEditor(input: Input) -> impl IntoView {
    let (kind, many) = (&input.field.kind, input.field.many);
    let control = match kind {
        Kind::Ref(_) if many => view! { <reference::References input/> }.into_any(),
        Kind::Ref(_) => view! { <reference::Reference input/> }.into_any(),
        Kind::Choice(tags) if many => view! { <choice::Choices input tags/> }.into_any(),
        Kind::Choice(tags) => view! { <choice::OneChoice input tags/> }.into_any(),
        _ if many => view! { <several::Several input/> }.into_any(),
        Kind::LongText => view! { <text::LongText input/> }.into_any(),
        Kind::Number => view! { <number::Number input/> }.into_any(),
        Kind::Money => view! { <money::MoneyInput input/> }.into_any(),
        Kind::Date => view! { <moment::DateInput input/> }.into_any(),
        Kind::DateTime => view! { <moment::TimeInput input/> }.into_any(),
        Kind::Bool => view! { <choice::Flag input/> }.into_any(),
        Kind::Address => view! { <address::AddressInput input/> }.into_any(),
        Kind::Text | Kind::Email | Kind::Phone | Kind::Link => view! { <text::Text input/> }.into_any(),
    };
    view! {
        {control}
        {move || input.flaw.get().map(|flaw| view! {
            <span class="error" role="alert" id=input.error_id()>{move || flaw_words(input.field, flaw)}</span>
        })}
    }
}

/// A field of a form: its label, its control, its error.
#[component]
pub fn FormField(input: Input) -> impl IntoView {
    // An address has a label for each of its parts.
    let parts = input.field.kind == Kind::Address;
    let full = matches!(input.field.kind, Kind::LongText | Kind::Address) || input.field.many;
    let state = move || input.flaw.get().map(|_| "error");
    view! {
        <div class="field" class:full=full data-state=state>
            <label class="label" for=(!parts).then(|| input.id())>
                {move || input.label()}
                {(!input.field.required && full).then(|| view! { " " <span class="faint">{move || t("optional")}</span> })}
            </label>
            <FieldEditor input/>
        </div>
    }
}

/// The attributes every control shares.
fn control(input: Input) -> impl Attribute + Clone {
    let label = move || input.label();
    let invalid = move || input.flaw.get().map(|_| "true");
    let described = move || input.flaw.get().map(|_| input.error_id());
    view! { <{..} id=input.id() aria-label=label aria-invalid=invalid aria-describedby=described/> }
}
