//! Requests drawn at random, each from its own number, so that one that fails can be asked again.

use super::office::Office;
use super::table::{ELSEWHERE, METHODS, ROUTES, Route, filled};
use crate::http::Ask;
use oorandom::Rand64;
use serde_json::{Value, json};

/// In whose name it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Name {
    Nobody,
    Nonsense,
    Ended,
    Disabled,
    Bob,
    /// Bob's session for another person's work.
    Other,
    Admin,
}

/// A request, and what tells of it in one line.
pub struct Drawn {
    pub route: Route,
    pub name: Name,
    pub ask: Ask,
    pub told: String,
}

/// Parts of a path that are no id, or one of another's.
const PARTS: [&str; 16] = [
    "..",
    "%2e%2e%2f",
    "..%2f..%2fetc%2fpasswd",
    "%00",
    "%ff%fe",
    "%",
    "%zz",
    "{name}",
    "%3Cscript%3E",
    "%0d%0ax-injected:%20yes",
    "a.json",
    "00000000-0000-0000-0000-000000000000",
    "0",
    "%2f",
    "~",
    "a%20b",
];
const QUERIES: [&str; 18] = [
    "",
    "?",
    "?seq=0&scope=1",
    "?seq=0&scope=2",
    "?seq=1&scope=1&limit=1",
    "?seq=9&scope=3&mark=7",
    "?seq=-1",
    "?seq=18446744073709551615&scope=18446744073709551615",
    "?seq=99999999999999999999999",
    "?scope=9007199254740993",
    "?limit=0&scope=1",
    "?limit=18446744073709551615&scope=1",
    "?mark=4294967296",
    "?seq=%00",
    "?seq=1&seq=2",
    "?seq=%ff",
    "?a[b]=c&&&=",
    "?seq=1e3&scope=+1",
];
const HEADERS: [(&str, &str); 12] = [
    ("x-outrider-protocol", "0"),
    ("x-outrider-protocol", "2"),
    ("x-outrider-protocol", "-1"),
    ("x-outrider-protocol", "1.0"),
    ("x-outrider-protocol", ""),
    ("x-outrider-protocol", "\u{ff}"),
    ("content-type", "text/xml"),
    ("content-type", "multipart/form-data"),
    ("accept-encoding", "br;q=nan, gzip;q=2"),
    ("accept-language", "de;q=nan,\u{ff},*;q=-1,pt-"),
    ("x-forwarded-for", "::1, nonsense"),
    ("range", "bytes=9-1"),
];
/// Numbers at the edges of what fits somewhere.
const EDGES: [u64; 7] = [0, 1, 1 << 53, (1 << 53) + 1, i64::MAX as u64, 1 << 63, u64::MAX];

pub struct Chance(Rand64);

impl Chance {
    pub fn new(number: u64) -> Self {
        Self(Rand64::new(u128::from(number)))
    }

    pub fn below(&mut self, n: usize) -> usize {
        self.0.rand_range(0..n.max(1) as u64) as usize
    }

    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }
}

/// The request of this number.
pub fn draw(office: &Office, number: u64) -> Drawn {
    let mut chance = Chance::new(number);
    let route = if chance.one_in(5) { chance.pick(&ELSEWHERE) } else { chance.pick(&ROUTES) };
    let usual = route.methods.first().copied().unwrap_or("GET");
    let method = match chance.below(6) {
        0 => chance.pick(&METHODS),
        _ if route.methods.is_empty() => usual,
        _ => chance.pick(route.methods),
    };
    let mut name = chance.pick(&[
        Name::Nobody,
        Name::Nonsense,
        Name::Ended,
        Name::Disabled,
        Name::Bob,
        Name::Bob,
        Name::Bob,
        Name::Other,
        Name::Admin,
    ]);
    // Signing them out would end the questions.
    if (route.path, method) == ("/api/v1/session", "DELETE") && matches!(name, Name::Bob | Name::Admin) {
        name = Name::Ended;
    }
    let path = path(office, &mut chance, route.path) + chance.pick(&QUERIES);
    let mut told = format!("{method} {path} as {name:?}");
    let mut ask = identified(Ask::new(method, &path), office, name);
    for _ in 0..chance.below(3) {
        let (header, value) = chance.pick(&HEADERS);
        told += &format!(", {header}: {value}");
        ask = ask.header(header, value);
    }
    if !matches!(method, "GET" | "HEAD") || chance.one_in(8) {
        let body = body(office, &mut chance, route.path);
        told += &format!(", {} bytes {:.300}", body.len(), String::from_utf8_lossy(&body));
        ask = ask.body(body);
    }
    Drawn { route, name, ask, told }
}

fn identified(ask: Ask, office: &Office, name: Name) -> Ask {
    match name {
        Name::Nobody => ask,
        Name::Nonsense => ask.cookie("outrider_session=%00\u{ff}; outrider_session==;;=; a"),
        Name::Ended => ask.cookie(&office.ended),
        Name::Disabled => ask.cookie(&office.disabled),
        Name::Bob => ask.cookie(&office.bob).header("outrider-person", &office.bob_id),
        Name::Other => {
            ask.cookie(&office.bob).header("outrider-person", "00000000-0000-4000-8000-000000000000")
        }
        Name::Admin => ask.cookie(&office.admin),
    }
}

fn path(office: &Office, chance: &mut Chance, pattern: &str) -> String {
    if !pattern.contains('{') {
        return pattern.to_owned();
    }
    let part = match chance.below(4) {
        0 => some_id(office, chance),
        1 => some_id(office, chance).to_uppercase(),
        2 if chance.one_in(4) => "a".repeat(5_000),
        _ => chance.pick(&PARTS).to_owned(),
    };
    filled(pattern, &part)
}

fn some_id(office: &Office, chance: &mut Chance) -> String {
    match chance.one_in(2) {
        true => known_id(office, chance),
        false => office.hidden[chance.below(office.hidden.len())].1.clone(),
    }
}

/// Bob's, or nobody's.
fn known_id(office: &Office, chance: &mut Chance) -> String {
    match chance.one_in(2) {
        true => office.own[chance.below(office.own.len())].1.clone(),
        false => format!("{:08x}-0000-4000-8000-000000000000", chance.below(1 << 30)),
    }
}

/// A body as the address takes it, spoiled more or less.
fn body(office: &Office, chance: &mut Chance, route: &str) -> Vec<u8> {
    let good = match route {
        "/api/v1/push" => push(office, chance),
        "/api/v1/access" => json!({ "employee": some_id(office, chance) }),
        "/join/{token}" => return b"password=%ff%00&again=%zz&password=2".to_vec(),
        "/api/v1/setup" => crate::world::setup("eve@acme.example"),
        _ => json!({ "email": text(chance), "password": text(chance) }),
    };
    let mut bytes = good.to_string().into_bytes();
    match chance.below(8) {
        0 => bytes.truncate(chance.below(bytes.len())),
        1 => {
            let at = chance.below(bytes.len());
            bytes[at] = chance.below(256) as u8;
        }
        2 => return "[".repeat(chance.below(50_000)).into_bytes(),
        3 => return [b"{\"a\":".repeat(120), b"1".to_vec(), b"}".repeat(120)].concat(),
        4 if chance.one_in(6) => return vec![b'9'; 17 * 1024 * 1024],
        5 => return [&b"\xef\xbb\xbf"[..], &bytes].concat(),
        _ => {}
    }
    bytes
}

/// Work on records of one's own, of others and of nobody, with whatever in it.
fn push(office: &Office, chance: &mut Chance) -> Value {
    let ops = ["create", "set", "add", "remove", "delete", "restore", "fly"];
    let mut n = if chance.one_in(3) { chance.pick(&EDGES) } else { chance.below(9) as u64 };
    let items = (0..chance.below(4)).map(|_| {
        let entity = chance.pick(&["company", "contact", "deal", "employee", "read_rule", "view", "nothing"]);
        let changes = (0..chance.below(4)).map(|_| {
            let base = if chance.one_in(2) { "seq" } else { "own" };
            json!({
                "op": chance.pick(&ops), "field": field(chance), "value": value(office, chance),
                "base": { base: chance.pick(&EDGES) },
            })
        });
        let changes: Vec<Value> = changes.collect();
        let at = chance.pick(&[0, i64::MIN, i64::MAX, 1_700_000_000_000]);
        let item = json!({ "n": n, "entity": entity, "record": some_id(office, chance), "at": at, "changes": changes });
        n = n.wrapping_add(chance.below(3) as u64);
        item
    });
    let items: Vec<Value> = items.collect();
    let unit = json!({
        "id": "00000000-0000-4000-8000-000000000001", "act": text(chance), "items": items,
        "all_or_nothing": chance.one_in(2), "guarded": chance.one_in(4), "clock_jumped": chance.one_in(4),
    });
    let client = format!("{:08x}-0000-4000-8000-000000000002", chance.below(4));
    json!({ "client": client, "now": chance.pick(&[0, i64::MIN, i64::MAX]), "units": [unit] })
}

fn field(chance: &mut Chance) -> &'static str {
    chance.pick(&[
        "",
        "name",
        "email",
        "owner",
        "team",
        "parent",
        "customer",
        "tags",
        "remarks",
        "amount",
        "stage",
        "role",
        "active",
        "created_by",
        "number",
        "merged_into",
        "more_emails",
        "query",
        "`",
        "⟩;DROP",
        "\0",
    ])
}

/// Never one that points to what is hidden: whoever knows an id is told its name (`sight`).
fn value(office: &Office, chance: &mut Chance) -> Value {
    match chance.below(9) {
        0 => json!({ "ref": known_id(office, chance) }),
        1 => json!({ "number": chance.pick(&["0", "-0.0", "79228162514264337593543950335", "1e9", "x"]) }),
        2 => json!({ "money": { "minor": i64::MIN, "currency": chance.pick(&["EUR", "eu", "ÄÖ"]) } }),
        3 => json!({ "date": chance.pick(&["2020-02-30", "-9999-01-01", "9999-12-31"]) }),
        4 => json!({ "time": chance.pick(&[i64::MIN, i64::MAX, 0]) }),
        5 => json!({ "set": [known_id(office, chance), text(chance)] }),
        6 => json!({ "newer": { "deep": [1.5e300, null] } }),
        7 => json!("none"),
        _ => json!({ "text": text(chance) }),
    }
}

fn text(chance: &mut Chance) -> String {
    let part = chance.pick(&[
        "",
        "a",
        "Bob's",
        "bob@acme.example",
        "\0",
        "\u{1}",
        "é",
        "⟨⟩",
        "'; THROW 1; --",
        "$ids",
        "😀",
    ]);
    part.repeat(chance.pick(&[1, 1, 1, 2, 40, 3_000]))
}
