//! One cell's text for every kind of field: what it is read as fits its field, and a value written
//! plainly is read as itself.

use super::draw::Draw;
use outrider_app::import::cell::{
    DateOrder, Decimals, Defaults, Format, Look, Reading, read_cell, read_money, read_number,
};
use outrider_app::registry::{FieldDef, Kind, Registry, validate};
use outrider_app::value::{Currency, Money, Value};

const ORDERS: [DateOrder; 2] = [DateOrder::DayFirst, DateOrder::MonthFirst];
const SIGNS: [Decimals; 2] = [Decimals::Point, Decimals::Comma];

pub fn run(bytes: &[u8]) {
    let mut draw = Draw::new(bytes);
    let defaults = Defaults {
        currency: draw.pick(&[Currency::EUR, Currency::USD]),
        dates: draw.pick(&ORDERS),
        decimals: draw.pick(&SIGNS),
        zone_minutes: draw.signed() as i32,
    };
    let format = Format {
        dates: draw.flag().then(|| draw.pick(&ORDERS)),
        decimals: draw.flag().then(|| draw.pick(&SIGNS)),
    };
    numbers(&mut draw.clone());
    let drawn = draw.clone().text();
    let raw = String::from_utf8_lossy(draw.rest());
    for text in [drawn.as_str(), &raw] {
        Look::of(text);
        for def in Registry::standard().entities() {
            for field in &def.fields {
                fits(field, text, format, &defaults);
            }
        }
    }
}

fn fits(field: &FieldDef, text: &str, format: Format, defaults: &Defaults) {
    // References are looked up, not read; an empty cell is no value.
    if matches!(field.kind, Kind::Ref(_)) || text.trim().is_empty() {
        return;
    }
    let values = match read_cell(field, text, format, defaults) {
        Reading::Value(value) => vec![value],
        Reading::EitherDate(one, other) => {
            assert_ne!(one, other);
            vec![one, other]
        }
        Reading::Unreadable(_, suggestion) => suggestion.into_iter().collect(),
    };
    for value in values {
        assert_eq!(validate(field, &value), Ok(()), "{} read {text:?} as {value:?}", field.id);
        assert_ne!(value, Value::None, "{} lost {text:?}", field.id);
    }
}

fn numbers(draw: &mut Draw) {
    let number = draw.decimal();
    let mut plain = number.normalize();
    if plain.scale() == 3 {
        plain.rescale(4); // as the export does: three digits may be a group
    }
    for decimals in SIGNS {
        assert_eq!(read_number(&plain.to_string(), decimals), Some(number), "{plain}");
    }
    let money = Money::new(draw.signed(), draw.pick(&[Currency::EUR, Currency::USD]));
    let text = format!("{} {}", money.major(), money.currency.code());
    assert_eq!(read_money(&text, Decimals::Point, Currency::EUR), Some(money), "{text}");
}
