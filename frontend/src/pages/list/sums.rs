//! What the amounts of many records come to, added up a piece at a time, so that nothing waits.

use crate::platform::intl;
use crate::state::App;
use leptos::prelude::*;
use outrider_app::id::RecordId;
use outrider_app::registry::FieldDef;
use outrider_app::value::{Currency, Money, Value};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Rows added up at once.
const PIECE: usize = 1_500;

/// The sums of some money fields, by currency.
#[derive(Clone, Default)]
pub struct Sums(pub Vec<(&'static FieldDef, BTreeMap<Currency, i64>)>);

impl Sums {
    /// The first field's sum as words.
    pub fn words(&self) -> String {
        self.0.first().map(|(_, sum)| amounts(sum)).unwrap_or_default()
    }
}

/// Amounts of several currencies, side by side.
pub fn amounts(sum: &BTreeMap<Currency, i64>) -> String {
    let each = sum.iter().map(|(currency, minor)| intl::money(&Money::new(*minor, *currency)));
    each.collect::<Vec<_>>().join(" + ")
}

/// The sums of these fields over these records; follows both.
pub fn sums(
    app: App,
    ids: Signal<Arc<Vec<RecordId>>>,
    fields: Signal<Vec<&'static FieldDef>>,
) -> RwSignal<Sums> {
    let shown = RwSignal::new(Sums::default());
    let run = StoredValue::new(0_u32);
    Effect::new(move |_| {
        let (fields, ids) = (fields.get(), ids.get());
        run.update_value(|run| *run = run.wrapping_add(1));
        if fields.is_empty() {
            shown.set(Sums::default());
        } else {
            let this = run.get_value();
            leptos::task::spawn_local(add_up(app, ids, fields, shown, move || {
                run.try_get_value() == Some(this)
            }));
        }
    });
    shown
}

async fn add_up(
    app: App,
    ids: Arc<Vec<RecordId>>,
    fields: Vec<&'static FieldDef>,
    shown: RwSignal<Sums>,
    stands: impl Fn() -> bool,
) {
    let mut all: Vec<(&'static FieldDef, BTreeMap<Currency, i64>)> =
        fields.into_iter().map(|field| (field, BTreeMap::new())).collect();
    for piece in ids.chunks(PIECE) {
        app.with_book(|book| {
            for record in piece.iter().filter_map(|id| book.get(*id)) {
                for (field, sum) in &mut all {
                    if let Value::Money(money) = record.value(&field.id) {
                        let total: &mut i64 = sum.entry(money.currency).or_default();
                        *total = total.saturating_add(money.minor);
                    }
                }
            }
        });
        if ids.len() > PIECE {
            gloo_timers::future::TimeoutFuture::new(0).await;
        }
        // The list has changed meanwhile, or is gone.
        if !stands() {
            return;
        }
    }
    shown.try_set(Sums(all));
}
