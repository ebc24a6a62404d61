//! What holds of every answer, whatever was asked.

use super::office::{Office, SECRET};
use super::table::Speaks;
use crate::http::Answer;
use outrider_app::protocol::Refusal;
use outrider_app::words::{Language, Words};
use std::cell::OnceCell;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

thread_local! {
    static WORDS: OnceCell<Words> = const { OnceCell::new() };
}

/// An answer that a healthy server may give.
pub fn is_ours(speaks: Speaks, answer: &Answer, asked: &str) {
    let says = || format!("{asked}\n{} {:?}\n{:.400}", answer.status, answer.headers, answer.text());
    assert!(answer.status < 500, "{}", says());
    assert!(answer.header("content-security-policy").is_some(), "{}", says());
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{}", says());
    assert!(!answer.headers.iter().any(|(name, _)| name.contains("injected")), "{}", says());
    if speaks == Speaks::Api {
        assert_eq!(answer.header("cache-control"), Some("no-store"), "{}", says());
        if answer.status >= 400 && !asked.starts_with("HEAD ") {
            assert_eq!(answer.header("content-type"), Some("application/json"), "{}", says());
            let refusal: Refusal =
                serde_json::from_slice(&answer.body).unwrap_or_else(|_| panic!("{}", says()));
            assert!(has_words(&refusal.error), "{} is no tag that has words\n{}", refusal.error, says());
        }
    }
}

fn has_words(tag: &str) -> bool {
    WORDS.with(|words| {
        words.get_or_init(|| Words::new(Language::En)).find(&format!("refusal-{tag}")).is_some()
    })
}

/// Nothing in it tells Bob of what he may not see: no value, and not that it is there.
pub fn tells_nothing(office: &Office, answer: &Answer, asked: &str) {
    let mut text = answer.text();
    text.extend(answer.headers.iter().flat_map(|(name, value)| [name.as_str(), value]));
    assert!(!text.contains(SECRET), "{asked}\ntells a secret: {text:.2000}");
    for id in office.unknown_to_bob() {
        // What was asked for may be said back.
        let said = asked.to_lowercase().contains(&id.to_string());
        assert!(said || !text.contains(&id.to_string()), "{asked}\ntells of {id}: {text:.2000}");
        assert!(!answer.body.windows(16).any(|bytes| bytes == id.0.as_bytes()), "{asked}\ntells of {id}");
    }
}

/// Panics in the product's own code, caught or not, since the first call.
pub fn panics() -> usize {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    static WATCH: LazyLock<()> = LazyLock::new(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            let of_a_test = panic.location().is_some_and(|place| place.file().contains("tests"));
            COUNT.fetch_add(usize::from(!of_a_test), Ordering::Relaxed);
            before(panic);
        }));
    });
    LazyLock::force(&WATCH);
    COUNT.load(Ordering::Relaxed)
}
