//! Hostile requests to every address: in no name, in another's, for another's records, of other
//! versions, huge, cut off and of any form. Nothing panics, every refusal is ours, and nobody learns
//! of a record that they may not see.

mod ask;
mod check;
mod office;
mod routes;
mod sight;
mod table;

use crate::http::Ask;
use crate::world::run;
use ask::{Name, draw};
use office::Office;
use outrider_app::protocol::Page;
use std::collections::BTreeSet;
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::time::timeout;

/// Requests drawn. `OUTRIDER_REQUESTS=100000 cargo test --workspace --exclude xtask --test it hostile`
/// draws more; `OUTRIDER_REQUEST=n` begins at that number.
const REQUESTS: u64 = 1_500;

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

#[test]
fn whatever_is_asked_the_answer_is_ours_and_tells_nothing() {
    run(async {
        let before = check::panics();
        let office = Office::open().await;
        let first = number("OUTRIDER_REQUEST", 1);
        let mut taken = BTreeSet::new();
        for n in first..first + number("OUTRIDER_REQUESTS", REQUESTS) {
            let drawn = draw(&office, n);
            let told = format!("request {n}: {}", drawn.told);
            // A stream of events has no end: what there is after a moment will do.
            let answer = timeout(Duration::from_secs(30), async {
                match drawn.route.path {
                    "/api/v1/events" => drawn.ask.begin(office.world.addr).await,
                    _ => drawn.ask.send(office.world.addr).await,
                }
            });
            let answer = answer.await.unwrap_or_else(|_| panic!("no answer: {told}"));
            check::is_ours(drawn.route.speaks, &answer, &drawn.told);
            if drawn.name != Name::Admin {
                check::tells_nothing(&office, &answer, &drawn.told);
            }
            assert_eq!(check::panics(), before, "something panicked: {told}");
            if answer.status < 400 {
                taken.insert((drawn.route.path, drawn.name));
            }
        }
        // After all that the order is whole, and read to its end by who may.
        let pulled = office.world.get("/api/v1/pull?seq=0&scope=1&limit=5000", &office.admin).await;
        let page = Page::read(&pulled.text()).expect("a whole page");
        assert_eq!(page.cursor.seq, page.head);
        // Not all of it was nonsense: behind every door that opens to Bob something was asked that is
        // answered, and answered to nobody without a session.
        if first == 1 {
            for path in ["push", "pull", "snapshot", "history/{record}", "events", "session"] {
                let path = format!("/api/v1/{path}");
                let whom = |name| taken.contains(&(path.as_str(), name));
                assert!(whom(Name::Bob), "{path}");
                let shut = [Name::Nobody, Name::Nonsense, Name::Ended, Name::Disabled, Name::Other];
                assert!(path.ends_with("session") || !shut.into_iter().any(whom), "{path}");
            }
        }
    });
}

#[test]
fn a_body_that_breaks_off_takes_nothing_down() {
    run(async {
        let before = check::panics();
        let office = Office::open().await;
        for (said, sent) in
            [("1000", "{\"client\":"), ("99999999999999999999", "{"), ("-1", "{}"), ("0x10", "{}")]
        {
            for cookie in [&office.bob, ""] {
                let head = format!(
                    "POST /api/v1/push HTTP/1.1\r\nhost: x\r\ncookie: {cookie}\r\ncontent-length: {said}\r\n\r\n{sent}"
                );
                let mut stream = tokio::net::TcpStream::connect(office.world.addr).await.unwrap();
                stream.write_all(head.as_bytes()).await.unwrap();
                stream.shutdown().await.unwrap();
                let mut answer = Vec::new();
                let read = stream.read_to_end(&mut answer);
                timeout(Duration::from_secs(30), read).await.expect("an end").unwrap_or_default();
                assert!(!answer.starts_with(b"HTTP/1.1 5"), "{}", String::from_utf8_lossy(&answer));
            }
        }
        assert_eq!(office.world.ask(Ask::new("GET", "/health")).await.status, 200);
        assert_eq!(check::panics(), before);
    });
}
