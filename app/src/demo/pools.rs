//! The words records are made of, read once from the text files in `data/`: sections `[name]`,
//! one entry a line (its fields parted by `; `) or one line of entries (parted by `, ` or ` | `).

use std::collections::BTreeMap;
use std::sync::LazyLock;

type Words = Vec<&'static str>;

/// A name as it is written, and in ASCII for addresses.
#[derive(Clone, Debug)]
pub struct Word {
    pub written: &'static str,
    pub ascii: String,
}

/// The names people have in one culture.
pub struct Names {
    pub female: Vec<Word>,
    pub male: Vec<Word>,
    pub family: Vec<Word>,
}

pub struct City {
    pub name: &'static str,
    pub postcode: &'static str,
    pub region: &'static str,
    pub phone: &'static str,
}

pub struct Country {
    pub code: &'static str,
    pub currency: &'static str,
    pub cities: Vec<City>,
    pub streets: Words,
    pub trades: Words,
    pub forms: Words,
    /// Index of the language its people write in, in the pools.
    pub talk: usize,
    /// Index of its people's usual names in the pools.
    pub names: usize,
    pub titles: Words,
}

/// Subjects and texts of activities in one language.
pub struct Talk {
    /// In the order of `KINDS`.
    pub kinds: Vec<Vec<Told>>,
    /// Subjects of what is planned, by kind.
    pub plans: Vec<Words>,
    pub next: Words,
}

/// What was done: whether it came from the customer, its subject and its text.
#[derive(Clone, Copy)]
pub struct Told {
    pub incoming: bool,
    pub subject: &'static str,
    pub text: &'static str,
}

pub struct ProductWords {
    pub code: &'static str,
    pub name: &'static str,
    pub category: &'static str,
    pub cents: i64,
    pub text: &'static str,
}

pub struct Pools {
    pub names: Vec<Names>,
    pub countries: Vec<Country>,
    /// How many in a hundred companies stand in each country.
    pub country_weights: Vec<usize>,
    pub industries: Words,
    pub products: Vec<ProductWords>,
    pub talk: Vec<Talk>,
    pub staff: Vec<(Word, Word, &'static str, usize)>,
    texts: BTreeMap<&'static str, Words>,
}

/// So many products, the first, are things that are delivered; services and consumables follow.
pub const GOODS: usize = 18;

/// The kinds of an activity.
pub const KINDS: [&str; 5] = ["call", "visit", "meeting", "email", "note"];

const NAMES: [&str; 11] = ["de", "pt", "en", "fr", "pl", "in", "hi", "uk", "el", "ar", "zh"];
const TALK: [&str; 4] = ["en", "de", "pt", "hi"];
/// Code, currency, weight, words of trade, forms of company, talk, names, titles.
type CountryLine =
    (&'static str, &'static str, usize, &'static str, &'static str, usize, usize, &'static str);
const COUNTRIES: [CountryLine; 9] = [
    ("de", "EUR", 31, "de", "de", 1, 0, "de"),
    ("at", "EUR", 9, "de", "at", 1, 0, "de"),
    ("ch", "EUR", 7, "de", "ch", 1, 0, "de"),
    ("br", "BRL", 12, "pt", "pt", 2, 1, "pt"),
    ("in", "INR", 12, "en", "in", 0, 5, "en"),
    ("us", "USD", 10, "en", "us", 0, 2, "en"),
    ("gb", "EUR", 7, "en", "gb", 0, 2, "en"),
    ("fr", "EUR", 7, "fr", "fr", 0, 3, "fr"),
    ("pl", "EUR", 5, "pl", "pl", 0, 4, "pl"),
];

/// The pools, read at first use.
pub fn pools() -> &'static Pools {
    static POOLS: LazyLock<Pools> = LazyLock::new(Pools::read);
    &POOLS
}

impl Pools {
    /// A list of `texts.txt` by its name.
    pub fn list(&self, name: &str) -> &[&'static str] {
        self.texts.get(name).map_or(&[""], Vec::as_slice)
    }

    fn read() -> Self {
        let names = sections(include_str!("data/names.txt"));
        let places = sections(include_str!("data/places.txt"));
        let firms = sections(include_str!("data/companies.txt"));
        let texts = sections(include_str!("data/texts.txt"));
        let commas = |from: &BTreeMap<&str, Words>, name: String| split(from, &name, ", ");
        Self {
            names: NAMES
                .iter()
                .map(|id| {
                    let part = |part| commas(&names, format!("{id}.{part}")).into_iter().map(word).collect();
                    Names { female: part("female"), male: part("male"), family: part("family") }
                })
                .collect(),
            countries: COUNTRIES
                .iter()
                .map(|&(code, currency, _, trades, forms, talk, names, titles)| Country {
                    code,
                    currency,
                    talk,
                    names,
                    cities: places
                        .get(format!("{code}.cities").as_str())
                        .into_iter()
                        .flatten()
                        .map(city)
                        .collect(),
                    streets: commas(&places, format!("{code}.streets")),
                    trades: commas(&firms, format!("{trades}.trades")),
                    forms: commas(&firms, format!("{forms}.forms")),
                    titles: commas(&firms, format!("{titles}.titles")),
                })
                .collect(),
            country_weights: COUNTRIES.iter().map(|country| country.2).collect(),
            industries: commas(&firms, "industries".to_owned()),
            products: lines(include_str!("data/products.txt")).map(product).collect(),
            talk: TALK
                .iter()
                .map(|lang| {
                    let list = |of: &str| texts.get(format!("{lang}.{of}").as_str()).into_iter().flatten();
                    let plans = |kind| {
                        let plans = list("plan").filter_map(|line| line.split_once("; "));
                        plans.filter(|(of, _)| of == kind).map(|(_, subject)| subject).collect()
                    };
                    Talk {
                        kinds: KINDS.iter().map(|kind| list(kind).map(told).collect()).collect(),
                        plans: KINDS.iter().map(plans).collect(),
                        next: list("next").copied().collect(),
                    }
                })
                .collect(),
            staff: lines(include_str!("data/staff.txt"))
                .map(|line| {
                    let [given, family, title, team] = fields(line);
                    (word(given), word(family), title, team.parse().unwrap_or_default())
                })
                .collect(),
            texts: texts
                .iter()
                .filter(|(name, _)| !TALK.iter().any(|lang| name.split('.').next() == Some(lang)))
                .map(|(name, lines)| (*name, lines.iter().flat_map(|line| line.split(" | ")).collect()))
                .collect(),
        }
    }
}

fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn sections(file: &'static str) -> BTreeMap<&'static str, Words> {
    let mut found: BTreeMap<&str, Words> = BTreeMap::new();
    let mut name = "";
    for line in lines(file) {
        match line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            Some(section) => name = section,
            None => found.entry(name).or_default().push(line),
        }
    }
    found
}

fn split(from: &BTreeMap<&str, Words>, name: &str, by: &str) -> Words {
    from.get(name).into_iter().flatten().flat_map(|line| line.split(by)).collect()
}

fn fields<const N: usize>(line: &'static str) -> [&'static str; N] {
    let mut parts = line.split("; ");
    std::array::from_fn(|_| parts.next().unwrap_or_default())
}

fn city(line: &&'static str) -> City {
    let [name, postcode, region, phone] = fields(line);
    City { name, postcode, region, phone }
}

fn told(line: &&'static str) -> Told {
    let (subject, text) = line.split_once("; ").unwrap_or((line, ""));
    let incoming = subject.strip_prefix('<');
    Told { incoming: incoming.is_some(), subject: incoming.unwrap_or(subject), text }
}

fn product(line: &'static str) -> ProductWords {
    let mut parts = line.splitn(5, "; ");
    let mut next = || parts.next().unwrap_or_default();
    let (code, name, category) = (next(), next(), next());
    ProductWords { code, name, category, cents: next().parse().unwrap_or_default(), text: next() }
}

fn word(entry: &'static str) -> Word {
    match entry.split_once('=') {
        Some((written, ascii)) => Word { written, ascii: ascii.to_owned() },
        None => Word { written: entry, ascii: slug(entry, '-') },
    }
}

/// A text in lower-case ASCII, its gaps as one `gap`, as German and its neighbours spell it.
pub fn slug(text: &str, gap: char) -> String {
    use unicode_normalization::UnicodeNormalization;
    let mut slug = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        let spelt = match c {
            'ä' => "ae",
            'ö' => "oe",
            'ü' => "ue",
            'ß' => "ss",
            'ø' => "o",
            'ł' => "l",
            'ı' => "i",
            'œ' => "oe",
            '\'' | '.' | ',' => "",
            _ => {
                match c.nfd().next() {
                    Some(base) if base.is_ascii_alphanumeric() => slug.push(base),
                    _ if !slug.is_empty() && !slug.ends_with(gap) => slug.push(gap),
                    _ => {}
                }
                ""
            }
        };
        slug.push_str(spelt);
    }
    slug.trim_end_matches(gap).to_owned()
}
