use super::*;
use crate::registry::{choice, to};
use jiff::civil::date;

#[test]
fn dates_are_read_in_the_ways_people_write_them() {
    let expected = DateReading::Sure(date(2020, 3, 12));
    for text in [
        "2020-03-12",
        "2020/3/12",
        "20200312",
        "12.03.2020",
        "12.3.20",
        "12 Mar 2020",
        "March 12, 2020",
        "12. März 2020",
        "12 de março de 2020",
        "12 मार्च 2020",
        "Thu, 12 Mar 2020",
        "2020-03-12T10:00:00Z",
        "2020-03-12 10:00",
        "43902",
        "१२.०३.२०२०",
        "12th of March 2020",
    ] {
        assert_eq!(read_date(text, Some(DateOrder::MonthFirst)), expected, "{text}");
    }
    let either = DateReading::Either(date(2020, 4, 3), date(2020, 3, 4));
    assert_eq!(read_date("3/4/2020", None), either);
    assert_eq!(read_date("3/4/2020", Some(DateOrder::DayFirst)), DateReading::Sure(date(2020, 4, 3)));
    assert_eq!(read_date("10/20/2016", None), DateReading::Sure(date(2016, 10, 20)));
    for text in ["", "soon", "31.02.2020", "0000-00-00", "1.2", "12", "2020", "13/13/2020", "Room 12 A 2020"]
    {
        assert_eq!(read_date(text, Some(DateOrder::DayFirst)), DateReading::Unreadable, "{text}");
    }
}

#[test]
fn times_without_a_zone_are_the_persons_own() {
    let read = |text, zone| read_time(text, DateOrder::DayFirst, zone);
    let utc = read("2020-03-12T10:00:00Z", 0);
    assert_eq!(read("12.03.2020 11:00", 60), utc);
    assert_eq!(read("2020-03-12 10:00 PM", 12 * 60), utc);
    assert_eq!(read("12.03.2020 25:00", 0), None);
}

#[test]
fn numbers_are_read_with_either_sign_and_any_grouping() {
    for (text, decimals, number) in [
        ("1,234.50", Decimals::Comma, "1234.50"),
        ("1.234,50", Decimals::Point, "1234.50"),
        ("1,234", Decimals::Point, "1234"),
        ("1,234", Decimals::Comma, "1.234"),
        ("1,5", Decimals::Point, "1.5"),
        ("0.125", Decimals::Comma, "0.125"),
        ("1 234 567", Decimals::Point, "1234567"),
        ("12,34,567.5", Decimals::Point, "1234567.5"),
        ("1'234.5", Decimals::Point, "1234.5"),
        ("(15)", Decimals::Point, "-15"),
        ("−3", Decimals::Point, "-3"),
        ("40 %", Decimals::Point, "40"),
        ("१२३", Decimals::Point, "123"),
    ] {
        assert_eq!(read_number(text, decimals), number.parse().ok(), "{text}");
    }
    for text in ["", "abc", "1.2.3,4,5", "1-2", "12 kg", "--", ".", "1e5", &"9".repeat(40)] {
        assert_eq!(read_number(text, Decimals::Point), None, "{text}");
    }
}

#[test]
fn amounts_name_their_currency_or_take_the_usual_one() {
    let read = |text| {
        read_money(text, Decimals::Point, Currency::USD).map(|m| format!("{} {}", m.minor, m.currency.code()))
    };
    for (text, money) in [
        ("4514", "451400 USD"),
        ("$1,100.04", "110004 USD"),
        ("1.100,04 €", "110004 EUR"),
        ("R$ 10,50", "1050 BRL"),
        ("EUR 12", "1200 EUR"),
        ("12 jpy", "12 JPY"),
        ("-$5", "-500 USD"),
        ("₹ 1,00,000", "10000000 INR"),
    ] {
        assert_eq!(read(text).as_deref(), Some(money), "{text}");
    }
    let canada = Currency::parse("CAD").unwrap();
    assert_eq!(read_money("$5", Decimals::Point, canada).unwrap().currency, canada);
    assert_eq!(read("about 5"), None);
}

#[test]
fn choices_are_found_by_their_words_and_near_misses_suggested() {
    let field = FieldDef::new("lifecycle", choice(&["lead", "prospect", "customer", "former"]));
    let defaults = crate::import::Options::default().defaults();
    let read = |text| read_cell(&field, text, Format::default(), &defaults);
    for text in ["Customer", "Kunde", "cliente", "ग्राहक"] {
        assert_eq!(read(text), Reading::Value(Value::text("customer")), "{text}");
    }
    assert_eq!(read("custommer"), Reading::Unreadable(Flaw::Choice, Some(Value::text("customer"))));
    assert_eq!(read("whatever"), Reading::Unreadable(Flaw::Choice, None));
}

#[test]
fn any_text_can_be_read_for_any_kind_without_panic() {
    let defaults = crate::import::Options::default().defaults();
    let kinds = [
        Kind::Text,
        Kind::LongText,
        Kind::Number,
        Kind::Money,
        Kind::Date,
        Kind::DateTime,
        Kind::Bool,
        Kind::Email,
        Kind::Phone,
        Kind::Link,
        Kind::Address,
        choice(&["a"]),
        to(&["company"]),
    ];
    let texts = [
        "",
        "'",
        "'=",
        "€",
        "ü€",
        "€ü",
        "1/2/3",
        "99999999999/99999999999/99999999999",
        "-",
        "(",
        "()",
        "९९९९",
        "\u{0}",
        "😀😀",
        "a@",
        "<@>",
        "1.1.1.1",
        "२०२०-१३-४५",
        "ABC",
        "$$",
        "R$",
        "12:99",
        "1:2:3:4:5 1.1.2020",
    ];
    for kind in kinds {
        for many in [false, true] {
            let field =
                if many { FieldDef::new("x", kind.clone()).many() } else { FieldDef::new("x", kind.clone()) };
            for text in texts {
                let _ = (read_cell(&field, text, Format::default(), &defaults), Look::of(text));
            }
        }
    }
}
