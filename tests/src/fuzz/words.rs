//! What a server or a record says, put into sentences: shown as it is, never read as a pattern.

use super::draw::Draw;
use outrider_app::change::{Flaw, Reason};
use outrider_app::protocol::Refusal;
use outrider_app::words::{Arg, Language, Words};
use std::cell::RefCell;

thread_local! {
    static SPOKEN: RefCell<Vec<Words>> = RefCell::new(Language::ALL.into_iter().map(Words::new).collect());
}

pub fn run(bytes: &[u8]) {
    let mut draw = Draw::new(bytes);
    let (error, message, name) = (draw.text(), draw.text(), draw.text());
    let key = if draw.flag() { "board-moved".to_owned() } else { draw.text() };
    let reason = match draw.below(3) {
        0 => Reason::UnknownField { field: name.clone() },
        1 => Reason::Invalid { field: name.clone(), detail: Flaw::Email },
        _ => serde_json::from_slice(draw.rest()).unwrap_or(Reason::Forbidden),
    };
    let number = draw.signed();
    Language::preferred([error.as_str(), &message]);
    SPOKEN.with_borrow(|spoken| {
        for words in spoken {
            let refusal = Refusal { error: error.clone(), message: message.clone() };
            let said = words.refusal(&refusal);
            assert!(said == message || words.find(&format!("refusal-{error}")).is_some(), "{said}");
            words.say_with(&key, &[("name", Arg::from(name.as_str())), ("count", Arg::from(number))]);
            let said = words.reason(&name, &reason);
            if let Reason::UnknownField { field } = &reason
                && words.field(&name, field) == *field
            {
                assert!(said.contains(field.as_str()), "{field:?} is not in {said:?}");
            }
        }
    });
}
