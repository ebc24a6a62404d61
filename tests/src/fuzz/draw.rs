//! Drawing values from a fuzzer's bytes: each decision takes the next of them, so that a small change
//! of the bytes is a small change of what is drawn. Where they end, everything drawn is the least.

use outrider_app::id::RecordId;
use outrider_app::registry::{EntityDef, FieldDef, Kind, Registry};
use outrider_app::value::{Address, Currency, Money, Value};
use rust_decimal::Decimal;

/// Texts that have meant trouble somewhere: formulas, quotes, separators, marks, other scripts,
/// numbers and dates that can be read in two ways.
const ODD: [&str; 40] = [
    "Acme",
    " ",
    "=1+1",
    "'",
    "\"",
    ",",
    ";",
    "; ",
    "\r",
    "\n",
    "\r\n",
    "\t",
    "-",
    "+49 30 123",
    "@x",
    "1.250",
    "03/04/2016",
    "true",
    "a@b.example",
    "\n[",
    "]",
    "\u{feff}",
    "\0",
    "\u{a0}",
    "\u{200d}",
    "Zoë",
    "Å",
    "ß",
    "İ",
    "ﬁ",
    "प्रिया",
    "東京",
    "１２",
    "😀",
    "sep=;",
    "www.x.example",
    "(0)",
    "00:00",
    "&amp;",
    "\u{2028}",
];

/// Numbers at the edges of what fits somewhere.
const EDGES: [u64; 9] = [0, 1, 2, 1 << 31, 1 << 53, (1 << 53) + 1, i64::MAX as u64, u64::MAX - 1, u64::MAX];

/// The bytes that are left.
#[derive(Clone, Debug)]
pub struct Draw<'a>(&'a [u8]);

impl<'a> Draw<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is left, as it is.
    pub fn rest(&self) -> &'a [u8] {
        self.0
    }

    /// At most so many bytes.
    pub fn take(&mut self, len: usize) -> &'a [u8] {
        let (taken, rest) = self.0.split_at(len.min(self.0.len()));
        self.0 = rest;
        taken
    }

    pub fn byte(&mut self) -> u8 {
        self.take(1).first().copied().unwrap_or(0)
    }

    pub fn flag(&mut self) -> bool {
        self.byte() & 1 == 1
    }

    /// Below `n`, which is at most 256.
    pub fn below(&mut self, n: usize) -> usize {
        usize::from(self.byte()) % n.max(1)
    }

    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    /// Mostly small, often at an edge, sometimes anything.
    pub fn number(&mut self) -> u64 {
        match self.byte() {
            byte @ 0..160 => u64::from(byte % 40),
            byte @ 160..220 => EDGES[usize::from(byte) % EDGES.len()],
            _ => self.take(8).iter().fold(0, |number, byte| number << 8 | u64::from(*byte)),
        }
    }

    pub fn signed(&mut self) -> i64 {
        let number = self.number() as i64;
        if self.flag() { number.wrapping_neg() } else { number }
    }

    /// A few pieces, odd or raw.
    pub fn text(&mut self) -> String {
        let mut text = String::new();
        for _ in 0..self.below(6) {
            match self.byte() {
                byte @ 0..200 => text.push_str(ODD[usize::from(byte) % ODD.len()]),
                byte => text.push_str(&String::from_utf8_lossy(self.take(usize::from(byte - 200)))),
            }
        }
        text
    }

    /// One of a few ids, so that records meet; now and then nobody's.
    pub fn id(&mut self) -> RecordId {
        match self.byte() {
            byte @ 0..240 => some_id(byte % 12),
            byte => RecordId::random([byte; 16]),
        }
    }

    pub fn def(&mut self) -> &'static EntityDef {
        let defs: Vec<&EntityDef> = Registry::standard().entities().collect();
        self.pick(&defs)
    }

    /// A value of this field's kind. Whether it fits besides is not said.
    pub fn value_of(&mut self, field: &FieldDef) -> Value {
        if field.many {
            let element = |draw: &mut Self| match &field.kind {
                Kind::Ref(_) => draw.id().to_string(),
                kind => draw.text_of(kind),
            };
            return Value::Set((0..self.below(4)).map(|_| element(self)).collect());
        }
        match &field.kind {
            Kind::Number => Value::Number(self.decimal()),
            Kind::Money => {
                let code = self.pick(&["EUR", "JPY", "KWD", "USD", "XXX"]);
                Value::Money(Money::new(self.signed(), Currency::parse(code).unwrap_or(Currency::EUR)))
            }
            Kind::Date => match self.date() {
                Some(date) => Value::Date(date),
                None => Value::None,
            },
            Kind::DateTime => Value::Time(self.signed()),
            Kind::Bool => Value::Bool(self.flag()),
            Kind::Address => {
                let [street, postcode, city, region, country] = std::array::from_fn(|_| self.text());
                Value::Address(Address { street, postcode, city, region, country })
            }
            Kind::Ref(_) => Value::Ref(self.id()),
            kind => Value::Text(self.text_of(kind)),
        }
    }

    /// A text as a field of this kind holds it, more or less.
    fn text_of(&mut self, kind: &Kind) -> String {
        match kind {
            Kind::Choice(tags) => tags[self.below(tags.len())].to_string(),
            Kind::Email => format!("{}@{}.example", self.below(9), self.text()),
            Kind::Phone => format!("+49 {}{}", self.number(), self.pick(&["", ";ext 7", ",1", "#"])),
            Kind::Link => format!("{}x.example/{}", self.pick(&["", "https://"]), self.text()),
            _ => self.text(),
        }
    }

    /// A value of any kind, also of kinds that are not known yet.
    pub fn value(&mut self) -> Value {
        match self.below(4) {
            0 => Value::None,
            1 => Value::Opaque(serde_json::json!({ self.text(): self.number() })),
            _ => {
                let def = self.def();
                let field = &def.fields[self.below(def.fields.len())];
                self.value_of(field)
            }
        }
    }

    pub fn decimal(&mut self) -> Decimal {
        let scale = self.below(29) as u32;
        let digits = i128::from(self.signed());
        Decimal::try_from_i128_with_scale(digits, scale).unwrap_or_default()
    }

    fn date(&mut self) -> Option<jiff::civil::Date> {
        let year = self.pick(&[1799, 1800, 1970, 2016, 2020, 2200, 2201]);
        jiff::civil::Date::new(year, self.below(12) as i8 + 1, self.below(31) as i8 + 1).ok()
    }
}

/// The ids that [`Draw::id`] draws.
pub fn some_id(n: u8) -> RecordId {
    RecordId::derived(&["fuzz", &n.to_string()])
}
