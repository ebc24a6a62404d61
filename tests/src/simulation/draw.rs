//! Drawing a schedule from a seed.

use super::people::{HOUR, OWNERS, TASKS, YEAR};
use super::plan::{Act, Arrival, Mishap, Owner, Plan, Seen, Shape, Step, TabDoes, Trouble, What};
use oorandom::Rand64;

/// What a schedule is drawn with.
struct Draw {
    random: Rand64,
    /// How many records were named, and how many texts.
    records: u16,
    texts: u32,
}

impl Plan {
    /// The schedule of a seed.
    pub fn draw(seed: u64) -> Self {
        let mut draw = Draw { random: Rand64::new(u128::from(seed)), records: 0, texts: 0 };
        let skew = draw.chance(3);
        let many = 3 + draw.pick(3) as usize;
        let phones: Vec<Owner> = OWNERS
            .into_iter()
            .take(many)
            .map(|person| Owner {
                person,
                skew: [0, 0, -YEAR, YEAR][draw.pick(4) as usize],
                newer: skew && draw.chance(2),
                new: draw.chance(3),
                by_cut: draw.chance(2),
            })
            .collect();
        let newer = skew && draw.chance(2);
        let page = [5, 13, 13, 40][draw.pick(4) as usize];
        let length = 20 + draw.pick(70) as u16;
        let steps = (0..length).map(|no| draw.step(no, phones.len() as u64)).collect();
        Self { phones, newer, page, loads: seed.is_multiple_of(8), luck: seed as u32, steps }
    }
}

impl Draw {
    /// A number below `many`.
    fn pick(&mut self, many: u64) -> u64 {
        self.random.rand_range(0..many)
    }

    fn chance(&mut self, one_in: u64) -> bool {
        self.pick(one_in) == 0
    }

    fn small(&mut self, many: u64) -> u8 {
        self.pick(many) as u8
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.pick(all.len() as u64) as usize]
    }

    fn step(&mut self, no: u16, phones: u64) -> Step {
        let after = 1 + self.pick(HOUR as u64) as u32;
        let phone = self.small(phones);
        let tab = if self.chance(3) { self.small(3) } else { 0 };
        let what = self.what(phones);
        let trouble = self.chance(25).then(|| self.one_of(&Trouble::ALL));
        Step { no, after, phone, tab, trouble, what }
    }

    fn what(&mut self, phones: u64) -> What {
        match self.pick(100) {
            0..38 => What::Act(self.act()),
            38..46 => What::Sync,
            46..56 => What::Send { most: 1 + self.small(5) },
            56..66 => What::Arrive(Arrival {
                which: self.small(8),
                again: self.chance(4),
                answered: !self.chance(4),
                mishap: self.chance(8).then(|| self.one_of(&Mishap::ALL)),
                with: self.chance(3).then(|| self.small(phones)),
            }),
            66..76 => What::Ask,
            76..87 => What::Answer { which: self.small(8), again: self.chance(6) },
            87..89 => What::Network,
            89 => What::Restart,
            90..94 => What::Tab(self.one_of(&[
                TabDoes::Open,
                TabDoes::Close,
                TabDoes::Hang,
                TabDoes::Lead,
                TabDoes::Look,
            ])),
            94 => What::Clock { skew: self.one_of(&[0, -YEAR, YEAR, HOUR, -HOUR]), seen: self.chance(2) },
            95 => match self.pick(4) {
                0 => What::ServerClock { back: self.pick(2 * HOUR as u64) as u32 },
                1 => What::Upgrade,
                2 => What::UpgradeServer,
                _ => What::Jumpy,
            },
            96..98 => What::Purge { horizon: self.small(8) },
            98 => What::BeginAgain,
            _ => What::Shape(self.shape()),
        }
    }

    fn act(&mut self) -> Act {
        match self.pick(20) {
            0..3 => Act::Company { record: self.names(1), name: self.text() },
            3 => Act::Generated { term: self.small(2) },
            4..6 => Act::Family {
                first: self.names(5),
                text: self.texts(5),
                // Often the same address: it must be unique, and only the server can know.
                email: self.small(4),
                stage: self.small(3),
                whole: self.chance(4),
            },
            6..12 => Act::Set { of: self.seen(), kind: self.small(6), text: self.text() },
            12..14 => Act::Tag { of: self.seen(), phone: self.small(6), add: self.chance(2) },
            14 => Act::HandOver { of: self.seen(), to: self.small(3) },
            15 => Act::Delete { of: self.seen() },
            16 if self.chance(3) => Act::Restore { record: self.pick(u64::from(self.records.max(1))) as u16 },
            16 => Act::Undo,
            17 if self.chance(5) => Act::Discard,
            17 => Act::Mend { text: self.text() },
            18 if self.chance(4) => Act::Case { record: self.names(1), name: self.text() },
            18 => Act::Merge { of: self.seen(), into: self.seen() },
            _ => Act::Stage { of: self.seen(), stage: self.small(3) },
        }
    }

    fn shape(&mut self) -> Shape {
        match self.pick(9) {
            0..2 => Shape::Team { person: self.one_of(&[2, 3, 4]), team: self.small(3) },
            2..4 => Shape::Role { person: self.one_of(&[2, 3, 4]), manager: self.chance(2) },
            4..6 => Shape::Reads { entity: self.small(3), reach: self.small(3) },
            6..8 => Shape::Archived { stage: self.small(3), archived: self.chance(2) },
            _ => {
                let (team, parent) =
                    self.one_of(&[(1, Some(0)), (2, Some(0)), (2, Some(1)), (1, None), (2, None)]);
                Shape::Under { team, parent }
            }
        }
    }

    /// The first of so many new records' numbers.
    fn names(&mut self, many: u16) -> u16 {
        self.records += many;
        self.records - many
    }

    fn text(&mut self) -> u32 {
        self.texts(1)
    }

    fn texts(&mut self, many: u32) -> u32 {
        self.texts += many;
        self.texts - many
    }

    /// The latest records more often, so that people meet.
    fn seen(&mut self) -> Seen {
        let latest = u64::from(self.records.clamp(1, 8));
        [(); 4].map(|()| match self.pick(16) {
            0 => TASKS + self.pick(2) as u16,
            _ => self.records.saturating_sub(1 + self.pick(latest) as u16),
        })
    }
}
