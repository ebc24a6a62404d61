//! What the shell and its pages share: what is open above the page.

use super::news::News;
use crate::state::use_app;
use leptos::prelude::*;
use outrider_app::registry::EntityDef;
use outrider_app::value::Value;

/// A record being made from anywhere: its entity and what it begins with.
#[derive(Clone)]
pub struct Making {
    pub def: &'static EntityDef,
    pub given: Vec<(String, Value)>,
}

/// A `Copy` handle.
#[derive(Clone, Copy)]
pub struct Shell {
    /// The search over everything is open.
    pub palette: RwSignal<bool>,
    /// The list of keys is open.
    pub keys: RwSignal<bool>,
    /// The form to sign in again is open.
    pub again: RwSignal<bool>,
    pub making: RwSignal<Option<Making>>,
    /// What asks for the person.
    pub news: RwSignal<News>,
}

impl Shell {
    /// Gives it to the context. Once, at the root.
    pub fn provide() {
        provide_context(Self {
            palette: RwSignal::new(false),
            keys: RwSignal::new(false),
            again: RwSignal::new(false),
            making: RwSignal::new(None),
            news: RwSignal::new(News::default()),
        });
    }

    /// Opens the dialog that makes a record.
    pub fn make(self, entity: &str, given: Vec<(String, Value)>) {
        if let Some(def) = use_app().registry().entity(entity) {
            self.making.set(Some(Making { def, given }));
        }
    }
}

pub fn use_shell() -> Shell {
    expect_context::<Shell>()
}
