//! Messages: sent, lost, doubled, late, and out of turn.

use super::faults::Fault;
use super::people::BEGIN;
use super::plan::{Arrival, Mishap, Trouble};
use super::server::Trial;
use super::story::Broken;
use super::tab::Answer;
use super::world::{Doer, World};
use outrider_app::device::Step;
use outrider_app::device::tabs::Hand;
use outrider_app::id::RecordId;
use outrider_app::pack::decode_chunk;
use outrider_app::protocol::{Cursor, Frame, Push};
use outrider_app::sync;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::sync::Arc;

/// Entries a page covers once all come to rest.
const WHOLE: u64 = 1_000;
/// How often everyone sends and asks until nothing moves any more.
const ROUNDS: usize = 5;
/// How many messages of one device that may take.
const PATIENCE: usize = 400;

impl World<'_> {
    /// A push leaves the device.
    pub fn send(&mut self, doer: Doer, most: usize) {
        let phone = &self.phones[doer.phone];
        let now = self.now + phone.skew;
        if let Some(push) = self.device(doer).push(now, most).filter(|_| phone.online) {
            let items = push.units.iter().map(|unit| unit.items.len()).sum::<usize>();
            self.tell(|world| format!("{} sends {items} items", world.who(doer.phone)));
            let tab = self.phones[doer.phone].tabs[doer.tab].id;
            self.phones[doer.phone].sent.push((tab, push));
        }
    }

    /// A push reaches the server: any of those on their way, perhaps not for the last time, perhaps
    /// with one of another device.
    pub fn arrive(&mut self, phone: usize, arrival: Arrival) {
        let Arrival { which, again, answered, mishap, with } = arrival;
        let Some((tab, mut push)) = self.take_message(phone, which, again) else { return };
        // Once in a while is often enough to see that all of it can be said.
        let said = which.is_multiple_of(4);
        if said {
            push = over_the_wire(&push);
        }
        let other = with.map(usize::from).filter(|other| *other < self.phones.len());
        let other = other.and_then(|other| {
            let (tab, push) = self.take_message(other, which, again)?;
            Some((other, tab, push))
        });
        let forgets = self.fault == Some(Fault::LostAcknowledgement) && self.unlucky(4);
        let mut trial = Trial { mishap, fault: self.fault, forgets, other: None };
        let first = (self.phones[phone].user, &push);
        let second = other.as_ref().map(|(other, _, push)| (self.phones[*other].user, push));
        let mut group: Vec<(RecordId, &Push)> = vec![first];
        match mishap {
            Some(Mishap::Overtaken) => trial.other = second,
            _ => group.extend(second),
        }
        let answers = self.server.write(&group, self.now, trial);
        self.tell(|world| {
            let together = other.as_ref().map(|(other, ..)| format!(", with one of {}", world.who(*other)));
            let mishap = mishap.map(|mishap| format!(" ({mishap:?})")).unwrap_or_default();
            let together = together.unwrap_or_default();
            let what = match &answers {
                Some(answers) => format!("answers {}", verdicts(answers)),
                None => "fails".to_owned(),
            };
            let lost = if answered { "" } else { ", and the answer is lost" };
            format!("the message of {}{together} arrives; the server{mishap} {what}{lost}", world.who(phone))
        });
        let to = [Some((phone, tab)), other.as_ref().map(|(other, tab, _)| (*other, *tab))];
        for ((phone, tab), pushed) in to.into_iter().flatten().zip(answers.into_iter().flatten()) {
            let tab = self.phones[phone].tabs.iter_mut().find(|waits| waits.id == tab);
            if let (true, Some(tab)) = (answered, tab) {
                tab.answers.push(Answer::Pushed(if said { over_the_wire(&pushed) } else { pushed }));
            }
        }
        self.judged.push(push);
        self.judged.extend(other.map(|(.., push)| push));
    }

    fn take_message(&mut self, phone: usize, which: u8, again: bool) -> Option<(u32, Push)> {
        let sent = &mut self.phones[phone].sent;
        if sent.is_empty() {
            return None;
        }
        let at = usize::from(which) % sent.len();
        Some(if again { sent[at].clone() } else { sent.remove(at) })
    }

    /// The device asks for what it is missing; the answer is on its way.
    pub fn ask(&mut self, doer: Doer, no: u16) {
        let cursor = self.device(doer).cursor;
        if !self.phones[doer.phone].online {
            return;
        }
        if cursor.is_none() && self.phones[doer.phone].by_cut {
            return self.begin_again(doer);
        }
        if let Some(mut frames) = self.pull(doer.phone, cursor) {
            self.tell(|world| format!("{} asks from {:?}", world.who(doer.phone), cursor.map(|at| at.seq)));
            if no.is_multiple_of(4) {
                frames = over_the_wire(&frames);
            }
            self.phones[doer.phone].tabs[doer.tab].answers.push(Answer::Pulled(cursor, frames));
        }
    }

    /// The device asks for the whole file.
    pub fn begin_again(&mut self, doer: Doer) {
        if !self.phones[doer.phone].online {
            return;
        }
        if let Some((scope, cut, chunks)) = self.server.cut(self.phones[doer.phone].user) {
            self.tell(|world| format!("{} asks for the whole file", world.who(doer.phone)));
            self.phones[doer.phone].tabs[doer.tab].answers.push(Answer::Cut(scope, Arc::new((cut, chunks))));
        }
    }

    fn pull(&mut self, phone: usize, cursor: Option<Cursor>) -> Option<Vec<Frame>> {
        // A first sync begins at nothing, with the first scope the person ever had.
        let cursor = cursor.unwrap_or(Cursor { seq: 0, scope: 1, mark: 0 });
        let user = Fault::whose(self.fault, self.phones[phone].user);
        let mut frames = self.server.pull(user, cursor).ok()?;
        let skips = self.fault == Some(Fault::SkippingCursor) && self.unlucky(10);
        Fault::spoil_page(self.fault, skips, &mut frames);
        Some(frames)
    }

    /// An answer reaches the tab that asked: any of those on their way, perhaps not for the last time.
    pub fn answer(&mut self, phone: usize, which: u8, again: bool, trouble: Option<Trouble>) {
        let Some(at) = self.phones[phone].waiting(which) else { return };
        let answer = self.phones[phone].take_answer(at, again);
        self.tell(|world| {
            let what = match &answer {
                Answer::Pushed(pushed) => format!("what became of {} items", pushed.outcomes.len()),
                Answer::Pulled(_, frames) => format!("a page of {} frames", frames.len()),
                Answer::Cut(..) => "the whole file".to_owned(),
            };
            format!("{} receives {what}", world.who(phone))
        });
        self.take(Doer { phone, tab: at.0, trouble }, &answer);
    }

    fn take(&mut self, doer: Doer, answer: &Answer) {
        let _ = self.commit(doer, Hand::Leader, |memory| match answer {
            Answer::Pushed(pushed) => memory.device.settle(pushed),
            Answer::Pulled(asked, frames) => memory.device.apply(&memory.base, *asked, frames),
            Answer::Cut(scope, whole) => {
                let (cut, chunks) = &**whole;
                let frames = [
                    Frame::Scope(scope.clone()),
                    Frame::Labels(cut.labels.clone()),
                    Frame::Cursor { cursor: cut.cursor, head: cut.cursor.seq },
                ];
                let mut step = memory.device.restart(&memory.base, &frames, false);
                step.records = memory.base.0.keys().map(|id| (*id, None)).collect();
                for bytes in chunks {
                    let records = decode_chunk(bytes).expect("what was cut can be read");
                    step.records.extend(records.into_iter().map(|record| (record.id, Some(record))));
                }
                forget_gone(&mut step);
                step
            }
        });
    }

    /// Everyone comes online and syncs until nothing moves any more.
    pub fn calm_down(&mut self) -> Result<(), Broken> {
        self.now = self.now.max(BEGIN);
        for phone in &mut self.phones {
            phone.online = true;
            phone.sent.clear();
            for tab in &mut phone.tabs {
                tab.answers.clear();
                tab.hung = false;
            }
        }
        self.look_again();
        // It was odd for long enough.
        self.server.page = WHOLE;
        for _ in 0..ROUNDS {
            let before = self.server.read(sync::head);
            (0..self.phones.len()).for_each(|phone| self.send_all(phone));
            (0..self.phones.len()).try_for_each(|phone| self.ask_all(phone))?;
            if self.server.read(sync::head) == before {
                break;
            }
        }
        self.look_again();
        Ok(())
    }

    /// Every tab reads what others wrote.
    fn look_again(&mut self) {
        for tab in self.phones.iter_mut().flat_map(|phone| &mut phone.tabs) {
            let _ = tab.catch_up(Hand::Person);
        }
    }

    /// The device sends all and takes in all.
    pub fn sync(&mut self, phone: usize) -> Result<(), Broken> {
        self.send_all(phone);
        self.ask_all(phone)
    }

    fn send_all(&mut self, phone: usize) {
        for _ in 0..PATIENCE {
            let doer = Doer { phone, tab: self.phones[phone].leader(0), trouble: None };
            let now = self.now + self.phones[phone].skew;
            let Some(push) = self.device(doer).push(now, 50) else { return };
            let trial = Trial { fault: self.fault, ..Trial::default() };
            let answers = self.server.write(&[(self.phones[phone].user, &push)], self.now, trial);
            self.judged.push(push);
            if let Some(pushed) = answers.and_then(|mut answers| answers.pop()) {
                self.take(doer, &Answer::Pushed(pushed));
            }
        }
    }

    fn ask_all(&mut self, phone: usize) -> Result<(), Broken> {
        for _ in 0..PATIENCE {
            let doer = Doer { phone, tab: self.phones[phone].leader(0), trouble: None };
            let before = self.device(doer).cursor;
            let Some(frames) = self.pull(phone, before) else { return Ok(()) };
            // A change of scope comes alone, and what happened since after it.
            let end = frames.iter().find_map(|frame| match frame {
                Frame::Cursor { cursor, head } => (cursor.seq == *head).then_some(*cursor),
                _ => None,
            });
            let end = end.filter(|end| before.is_some_and(|before| before.scope == end.scope));
            self.take(doer, &Answer::Pulled(before, frames));
            if end.is_some() && self.device(doer).cursor == end {
                return Ok(());
            }
        }
        Err(Broken::new("everything comes to rest", self.who(phone)))
    }
}

/// Records that left take their history with them.
fn forget_gone(step: &mut Step) {
    let gone = step.records.iter().filter(|(_, record)| record.is_none());
    step.forget.extend(gone.map(|(id, _)| *id));
}

fn verdicts(answers: &[outrider_app::protocol::Pushed]) -> String {
    let all = answers.iter().flat_map(|pushed| &pushed.outcomes);
    all.map(|outcome| format!("{:?}", outcome.result)).collect::<Vec<_>>().join(", ")
}

/// A message as it arrives.
fn over_the_wire<T: Serialize + DeserializeOwned>(message: &T) -> T {
    serde_json::from_slice(&serde_json::to_vec(message).expect("can be said")).expect("can be read")
}
