//! Times the book at 100,000 contacts of 24 fields (and 20,000 companies):
//! `cargo run --release -p outrider-app --example book_bench [contacts]`.
//! Built for `wasm32-wasip1` it runs in node too (`node --experimental-wasi-unstable-preview1`).

use outrider_app::book::{Book, Direction, Query, Test};
use outrider_app::duplicates;
use outrider_app::id::RecordId;
use outrider_app::pack::{Chunk, Detail, encode_chunk};
use outrider_app::record::Record;
use outrider_app::registry::Registry;
use outrider_app::value::{Address, Value};
use std::time::Instant;

struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % n
    }

    /// A made-up word; small numbers are much more frequent.
    fn word(&mut self, vocabulary: u64) -> String {
        let n = (self.below(vocabulary) * self.below(vocabulary)) / vocabulary;
        word(n)
    }
}

fn word(n: u64) -> String {
    const PARTS: [&str; 20] = [
        "an", "ber", "do", "el", "fi", "gar", "ho", "in", "jo", "ka", "lü", "mar", "no", "ol", "per", "ra",
        "san", "ti", "ul", "wen",
    ];
    let mut rest = n.wrapping_mul(2_654_435_761) % 160_000 + 400;
    let mut word = String::new();
    while rest > 0 {
        word.push_str(PARTS[(rest % 20) as usize]);
        rest /= 20;
    }
    word
}

fn title(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

fn id(kind: &str, n: u64) -> RecordId {
    RecordId::derived(&[kind, &n.to_string()])
}

fn contact(dice: &mut Dice, n: u64, companies: u64) -> Record {
    let given = title(&dice.word(3_000));
    let family = title(&dice.word(20_000));
    let company = dice.below(companies);
    let text = |dice: &mut Dice, words: u64| {
        let words: Vec<String> = (0..words).map(|_| dice.word(15_000)).collect();
        words.join(" ")
    };
    let pick = |dice: &mut Dice, from: &[&str]| Value::text(from[dice.below(from.len() as u64) as usize]);
    let values = [
        ("email", Value::text(format!("{}.{}@{}.example", given.to_lowercase(), n, word(company)))),
        ("phone", Value::text(format!("+49 {} {}", 30 + dice.below(900), 1_000_000 + dice.below(8_999_999)))),
        ("job_title", Value::text(text(dice, 2))),
        ("company", Value::Ref(id("company", company))),
        ("more_phones", Value::Set([format!("0{} {}", 150 + dice.below(30), dice.below(99_999_999))].into())),
        (
            "address",
            Value::Address(Address {
                street: format!("{}straße {}", title(&dice.word(5_000)), dice.below(200)),
                postcode: format!("{:05}", dice.below(99_999)),
                city: title(&dice.word(2_000)),
                region: String::new(),
                country: "DE".to_owned(),
            }),
        ),
        ("salutation", pick(dice, &["Dr.", "Prof.", ""])),
        ("gender", pick(dice, &["female", "male", "diverse"])),
        ("language", pick(dice, &["en", "de", "pt-BR", "hi"])),
        ("age", Value::Number((dice.below(60) + 20).into())),
        ("lifecycle", pick(dice, &["lead", "prospect", "customer", "former"])),
        ("origin", pick(dice, &["website", "fair", "referral", "import"])),
        ("origin_detail", Value::text(text(dice, 2))),
        ("needs", Value::text(text(dice, 5))),
        ("concerns", Value::text(text(dice, 4))),
        ("remarks", Value::text(text(dice, 8))),
        ("owner", Value::Ref(id("employee", dice.below(200)))),
        ("team", Value::Ref(id("team", dice.below(20)))),
        ("created_at", Value::Time(1_700_000_000_000 + n as i64)),
        ("created_by", Value::Ref(id("employee", dice.below(200)))),
        ("source_system", Value::text("crm")),
        ("external_key", Value::text(n.to_string())),
        ("given_name", Value::text(given)),
        ("family_name", Value::text(family)),
    ];
    let mut record = Record::new(id("contact", n), "contact");
    (record.seq, record.at) = (n + 1, 1_700_000_000_000 + (dice.below(1 << 30)) as i64);
    for (field, value) in values {
        record = record.with(field, value);
    }
    record.fields.values_mut().for_each(|cell| cell.seq = n + 1);
    record
}

fn time<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = work();
    println!("{what:<44} {:>9.2} ms", start.elapsed().as_secs_f64() * 1e3);
    result
}

/// Median, p95 and worst of many runs, in milliseconds.
fn spread(what: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
    println!("{what:<44} {:>9.2} ms   p95 {:.2}   worst {:.2}", at(0.5), at(0.95), at(1.0));
}

fn timed(work: impl FnOnce()) -> f64 {
    let start = Instant::now();
    work();
    start.elapsed().as_secs_f64() * 1e3
}

fn main() {
    let contacts: u64 = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(100_000);
    let companies = contacts / 5;
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    let mut chunks: Vec<Vec<u8>> = Vec::new();
    let (mut json, mut encoding) = (0, 0.0);
    for from in (0..contacts).step_by(400) {
        let part: Vec<Record> =
            (from..contacts.min(from + 400)).map(|n| contact(&mut dice, n, companies)).collect();
        if from == 0 {
            let fields = |record: &Record| {
                let values: std::collections::BTreeMap<_, _> =
                    record.fields.iter().map(|(name, cell)| (name, &cell.value)).collect();
                serde_json::to_string(&values).map_or(0, |json| json.len())
            };
            json = part.iter().map(fields).sum::<usize>() / part.len();
        }
        encoding += timed(|| chunks.push(encode_chunk(&part, Detail::Lean)));
    }
    for from in (0..companies).step_by(1000) {
        let part: Vec<Record> = (from..from + 1000)
            .map(|n| {
                let name = format!("{} {} GmbH", title(&word(n)), title(&dice.word(9_000)));
                Record::new(id("company", n), "company").with("name", Value::text(name))
            })
            .collect();
        chunks.push(encode_chunk(&part, Detail::Lean));
    }
    let bytes: usize = chunks.iter().map(Vec::len).sum();
    println!(
        "{contacts} contacts ({json} B as JSON), {companies} companies, {} MB packed",
        bytes / 1_000_000
    );
    println!("{:<44} {encoding:>9.2} ms", "packing the contacts");

    time("checking every chunk", || {
        chunks.iter().for_each(|chunk| drop(Chunk::open(chunk.as_slice()).expect("opens")));
    });
    let mut book = Book::new(Registry::standard().clone());
    time("loading every chunk", || {
        for chunk in &chunks {
            book.load_chunk(chunk.as_slice()).expect("loads");
        }
    });
    drop(chunks);
    let first = Query::all("contact").limit(50);
    time("first 50 by title (who points to whom, column)", || book.query(&first));
    let mut steps = Vec::new();
    let start = Instant::now();
    loop {
        let mut done = false;
        steps.push(timed(|| done = book.index_step(1_000)));
        if done {
            break;
        }
    }
    println!("{:<44} {:>9.2} ms", "search index", start.elapsed().as_secs_f64() * 1e3);
    spread("  a step of 1,000 rows", steps);

    let fields = [
        "family_name",
        "email",
        "phone",
        "company",
        "owner",
        "age",
        "address",
        "lifecycle",
        "created_at",
        "remarks",
    ];
    for field in fields {
        let query = Query::all("contact").sort(field, Direction::Asc);
        time(&format!("sorted by {field}, cold"), || book.query(&query));
    }
    duplicates(&mut book);
    let mut warm = Vec::new();
    for field in fields {
        let query = Query::all("contact").sort(field, Direction::Desc);
        warm.push(timed(|| drop(book.query(&query))));
    }
    spread("any column sorted, warm, all rows", warm);
    let two = Query::all("contact").sort("lifecycle", Direction::Asc).sort("family_name", Direction::Desc);
    time("sorted by two columns, warm", || book.query(&two));

    let text = |text: &str| text.to_owned();
    let filters = [
        ("lifecycle", Test::Is(Value::text("lead"))),
        ("family_name", Test::Starts(text("an"))),
        ("remarks", Test::Contains(text("garber"))),
        ("age", Test::Between(Value::Number(30.into()), Value::Number(40.into()))),
        ("company", Test::Is(Value::Ref(id("company", 7)))),
        ("company", Test::Contains(text("gar"))),
        ("phone", Test::NotEmpty),
        ("address", Test::Contains(text("berlin"))),
    ];
    let mut times = Vec::new();
    for (field, test) in filters {
        let what = format!("  {field} {}", serde_json::to_string(&test).unwrap_or_default());
        let query = Query::all("contact").filter(field, test).sort("family_name", Direction::Asc);
        let took = timed(|| drop(book.query(&query)));
        println!("{what:<60.60} {took:>9.2} ms");
        times.push(took);
    }
    spread("any filter, sorted", times);
    time("groups by lifecycle", || book.groups(&Query::all("contact"), "lifecycle", None));

    let mut one_letter = Vec::new();
    let mut typing = Vec::new();
    for n in 0..200 {
        let full = format!("{} {}", word(n * 7), word(n * 3));
        let letters: Vec<char> = full.chars().collect();
        for len in 1..=letters.len() {
            let typed: String = letters[..len].iter().collect();
            let took = timed(|| drop(book.search(&typed, None, 50)));
            if len == 1 {
                one_letter.push(took);
            }
            typing.push(took);
        }
    }
    spread("search as you type, two words", typing);
    spread("  of these, one letter", one_letter);
    let run = |book: &mut Book, texts: &[&str]| -> Vec<f64> {
        texts.iter().map(|text| timed(|| drop(book.search(text, None, 50)))).collect()
    };
    let times =
        run(&mut book, &["@anber", "030 123", "1234567", "99", "150", "+49 30 12", "gmbh", "example"]);
    spread("pieces of e-mails, phones, frequent words", times);
    let times =
        run(&mut book, &["xanbr", "garbrdo", "annberdooel", "marsantti", "xyzzyxyzzy", "kaholu garbrdo"]);
    spread("with typos", times);

    let mut edits = Vec::new();
    let mut after = Vec::new();
    for n in 0..200 {
        let mut record = book.get(id("contact", n * 311 % contacts)).expect("is there");
        record = record.with("family_name", Value::text(title(&dice.word(20_000))));
        edits.push(timed(|| book.set_overlay(record.id, Some(&record))));
        after.push(timed(|| drop(book.query(&first))));
    }
    spread("an edit laid over", edits);
    spread("  the first 50 after it", after);
    time("a search after 200 edits", || book.search("anber", None, 50));
    let part: Vec<Record> =
        (0..contacts / 100).map(|n| contact(&mut dice, n * 97 % contacts, companies)).collect();
    time("1 % changed", || part.iter().for_each(|record| book.put(record)));
    time("  the first 50 after it", || book.query(&first));
    time("  a search after it", || book.search("anber", None, 50));
    time("what points to a company", || book.referencing(id("company", 7)).len());
    println!("{:?}", book.held());
    memory();
}

/// Every likely pair, in slices as the page takes them; and what one contact is like.
fn duplicates(book: &mut Book) {
    for entity in ["contact", "company"] {
        let def = Registry::standard().entity(entity).expect("a standard entity");
        let mut search = duplicates::Search::new(book, def);
        let mut steps = Vec::new();
        let start = Instant::now();
        let found = loop {
            let begun = Instant::now();
            let found = search.step(book, 500);
            steps.push(begun.elapsed().as_secs_f64() * 1e3);
            if let Some(found) = found {
                break found;
            }
        };
        let sure = found.iter().filter(|pair| pair.score >= duplicates::SURE).count();
        let what = format!("duplicates: {} pairs of {entity}, {sure} nearly sure", found.len());
        println!("{what:<44} {:>9.2} ms", start.elapsed().as_secs_f64() * 1e3);
        spread("  a step of 500", steps);
    }
    let def = Registry::standard().entity("contact").expect("a standard entity");
    let records: Vec<Record> = (0..200).filter_map(|n| book.get(id("contact", n * 37))).collect();
    let likes = records.iter().map(|record| timed(|| drop(duplicates::like(book, def, record, 3)))).collect();
    spread("what a contact is like", likes);
}

#[cfg(target_os = "linux")]
fn memory() {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status
        .lines()
        .filter(|line| line.starts_with("VmHWM") || line.starts_with("VmRSS"))
        .for_each(|l| println!("{l}"));
}

#[cfg(target_arch = "wasm32")]
fn memory() {
    println!("{} MB of linear memory", core::arch::wasm32::memory_size(0) * 65536 / 1_000_000);
}

#[cfg(not(any(target_os = "linux", target_arch = "wasm32")))]
fn memory() {}
