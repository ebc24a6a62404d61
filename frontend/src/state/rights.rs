//! What this person may write, by the same rules the server judges by. The server's word counts:
//! this decides what is offered.

use super::App;
use outrider_app::book::{Book, Query};
use outrider_app::id::RecordId;
use outrider_app::record::Record;
use outrider_app::registry::{EntityDef, FieldDef, MergeRule, Registry};
use outrider_app::sync::scope::parent_of;
use outrider_app::sync::{Place, Scope};
use std::sync::Arc;

/// As far up as the server looks.
const DEPTH: usize = 4;

impl App {
    /// May this person change the record?
    pub fn may_write(self, record: &Record) -> bool {
        let Some(def) = self.registry().entity(&record.entity) else { return false };
        let Some(scope) = self.me().and_then(|me| me.scope) else { return false };
        self.with_book(|book| scope.writes(def, &Place::of(record), place_above(book, def, record).as_ref()))
    }

    /// May this person change this field, where they may write its record?
    pub fn may_edit(self, field: &FieldDef) -> bool {
        let scope = self.me().and_then(|me| me.scope);
        field.merge != MergeRule::ServerOnly && scope.is_some_and(|scope| scope.writes_field(field))
    }

    /// Does a colleague see this record? By the people, teams and rules that every device holds.
    pub fn colleague_sees(self, colleague: RecordId, record: &Record) -> bool {
        let all = |entity: &str| -> Vec<Arc<Record>> {
            self.list(&Query::all(entity)).iter().filter_map(|id| self.record(*id)).map(Arc::new).collect()
        };
        let Some(def) = self.registry().entity(&record.entity) else { return false };
        let Some(scope) = Scope::derive(colleague, &all("employee"), &all("team"), &all("read_rule")) else {
            return false;
        };
        let above = self.with_book(|book| place_above(book, def, record));
        scope.sees(self.registry(), &above.unwrap_or_else(|| Place::of(record)))
    }

    /// May this person make records of this entity, at least some?
    pub fn may_create(self, entity: &str) -> bool {
        let Some(def) = self.registry().entity(entity) else { return false };
        self.me().and_then(|me| me.scope).is_some_and(|scope| creates(&scope, def))
    }
}

fn creates(scope: &Scope, def: &EntityDef) -> bool {
    let own = Place { entity: def.id.to_string(), owner: Some(scope.user), team: scope.team };
    scope.writes(def, &own, Some(&own))
}

/// The place of the last record above this one, where it hangs on any.
fn place_above(book: &Book, def: &EntityDef, record: &Record) -> Option<Place> {
    let mut above = book.get(parent_of(def, record)?)?;
    for _ in 1..DEPTH {
        let next = Registry::standard().entity(&above.entity).and_then(|def| parent_of(def, &above));
        let Some(next) = next.and_then(|next| book.get(next)) else { break };
        above = next;
    }
    Some(Place::of(&above))
}
