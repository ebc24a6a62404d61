//! Which currencies an amount is written in, and with which one it begins.

use crate::platform::intl;
use crate::state::App;
use leptos::prelude::*;
use outrider_app::book::{Direction, Query, TOUCHED, Test};
use outrider_app::value::{Currency, Value};
use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex};

/// Currencies offered first, with the regions that pay in them; any other that a record holds is
/// offered with it.
const CURRENCIES: [(&str, &[&str]); 12] = [
    ("EUR", &[]),
    ("USD", &["US"]),
    ("GBP", &["GB"]),
    ("CHF", &["CH", "LI"]),
    ("BRL", &["BR"]),
    ("INR", &["IN"]),
    ("JPY", &["JP"]),
    ("CNY", &["CN"]),
    ("SEK", &["SE"]),
    ("DKK", &["DK"]),
    ("PLN", &["PL"]),
    ("CZK", &["CZ"]),
];
/// So many of the latest deals say what is usual.
const USUAL: usize = 200;

static LAST: LazyLock<Mutex<Option<Currency>>> = LazyLock::new(Mutex::default);

pub fn currencies() -> Vec<Currency> {
    CURRENCIES.iter().filter_map(|(code, _)| Currency::parse(code)).collect()
}

/// The currency a new amount begins with becomes this one.
pub fn remember_currency(currency: Currency) {
    if let Ok(mut last) = LAST.lock() {
        *last = Some(currency);
    }
}

/// The currency a new amount begins with: the one last written here, else the most frequent of
/// one's own deals, of everybody's, and where there are none the region's.
pub fn home_currency(app: App) -> Currency {
    let last = LAST.lock().ok().and_then(|last| *last);
    let deals = || Query::all("deal").sort(TOUCHED, Direction::Desc).limit(USUAL);
    let own = || usual(app, &deals().filter("owner", Test::Is(Value::Ref(app.me()?.user))));
    untrack(|| last.or_else(own).or_else(|| usual(app, &deals())).or_else(of_region)).unwrap_or(Currency::EUR)
}

fn usual(app: App, deals: &Query) -> Option<Currency> {
    let mut uses: BTreeMap<Currency, usize> = BTreeMap::new();
    for id in app.list(deals).iter() {
        if let Some(Value::Money(money)) = app.record(*id).map(|deal| deal.value("amount").clone()) {
            *uses.entry(money.currency).or_default() += 1;
        }
    }
    uses.into_iter().max_by_key(|(_, uses)| *uses).map(|(currency, _)| currency)
}

fn of_region() -> Option<Currency> {
    let locale = intl::locale();
    let region = locale.split('-').skip(1).find(|part| part.len() == 2)?.to_uppercase();
    let (code, _) = CURRENCIES.iter().find(|(_, regions)| regions.contains(&region.as_str()))?;
    Currency::parse(code)
}
