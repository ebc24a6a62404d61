//! A schedule as data: who is there, and what happens one thing after the other. A step means the
//! same whichever of those before it are left out, so that a schedule that fails can be made short.

/// A schedule.
#[derive(Clone, Debug)]
pub struct Plan {
    pub phones: Vec<Owner>,
    /// The server is of the next version.
    pub newer: bool,
    /// Entries a pull's page covers: few, so that pages end in odd places.
    pub page: u64,
    /// Pulls load their rows as production does, and begin anew for each that is missing. Elsewhere
    /// the rows are at hand, which is a good deal faster.
    pub loads: bool,
    /// Where faults that do not always show begin.
    pub luck: u32,
    pub steps: Vec<Step>,
}

/// Whose device it is.
#[derive(Clone, Debug)]
pub struct Owner {
    /// By number: see [`NAMES`](super::people::NAMES).
    pub person: usize,
    /// How far its clock is off, in milliseconds.
    pub skew: i64,
    /// Its app is of the next version.
    pub newer: bool,
    /// It has yet to meet the server.
    pub new: bool,
    /// Then it takes the whole file first, instead of pulling from the beginning.
    pub by_cut: bool,
}

/// One thing that happens.
#[derive(Clone, Debug)]
pub struct Step {
    /// Its number in the schedule that was drawn.
    pub no: u16,
    /// Milliseconds after the step before.
    pub after: u32,
    pub phone: u8,
    /// Which of the device's tabs does it.
    pub tab: u8,
    /// What goes wrong where the device writes to its store.
    pub trouble: Option<Trouble>,
    pub what: What,
}

/// What can go wrong with one commit of a device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The store is full: nothing is written, and the tab lives on.
    Refused,
    /// Another was faster, or so the store says.
    Conflict,
    /// The tab dies before the batch is written, or after.
    DiesBefore,
    DiesAfter,
    /// Nobody can tell whether the batch was written. It was, or not.
    UnknownWritten,
    UnknownLost,
}

impl Trouble {
    pub const ALL: [Self; 6] = [
        Self::Refused,
        Self::Conflict,
        Self::DiesBefore,
        Self::DiesAfter,
        Self::UnknownWritten,
        Self::UnknownLost,
    ];
}

/// What can go wrong where the server writes a push.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mishap {
    /// Nothing is written, and the device learns that it failed.
    Refused,
    /// Another server on the same database writes another message first, if there is one.
    Overtaken,
    /// Nobody can tell whether it was written: it is judged again.
    UnknownWritten,
    UnknownLost,
}

impl Mishap {
    pub const ALL: [Self; 4] = [Self::Refused, Self::Overtaken, Self::UnknownWritten, Self::UnknownLost];
}

#[derive(Clone, Debug)]
pub enum What {
    /// The person does something.
    Act(Act),
    /// The admin changes who works where and reads what.
    Shape(Shape),
    /// The leading tab sends at most so many items.
    Send {
        most: u8,
    },
    /// One of the messages on their way reaches the server.
    Arrive(Arrival),
    /// The leading tab asks for what is missing.
    Ask,
    /// One of the answers on their way reaches the tab that asked.
    Answer {
        which: u8,
        again: bool,
    },
    /// All of this goes well, until the device knows all and has said all.
    Sync,
    /// The leading tab asks for the whole file, as it does where it cannot read what it holds.
    BeginAgain,
    /// The network comes or goes.
    Network,
    /// The device is switched off and on.
    Restart,
    Tab(TabDoes),
    /// The clock is set: so far it is off from now on. The device sees that it jumped, or not.
    Clock {
        skew: i64,
        seen: bool,
    },
    /// The device notices a jump where there was none.
    Jumpy,
    /// The server's own clock is set back by so much.
    ServerClock {
        back: u32,
    },
    /// What was deleted more than so many items ago is forgotten.
    Purge {
        horizon: u8,
    },
    /// The device, or the server, is upgraded.
    Upgrade,
    UpgradeServer,
}

/// A message reaches the server.
#[derive(Clone, Copy, Debug)]
pub struct Arrival {
    pub which: u8,
    /// Not for the last time.
    pub again: bool,
    pub answered: bool,
    pub mishap: Option<Mishap>,
    /// A message of this phone, too: judged with it and written in one batch, or written by the
    /// other server in between.
    pub with: Option<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TabDoes {
    Open,
    Close,
    /// Falls silent, or wakes up.
    Hang,
    /// Takes the lead, from whoever has it.
    Lead,
    /// Looks again at what others wrote.
    Look,
}

/// Records by number, the likeliest first: the first that the person sees is meant.
pub type Seen = [u16; 4];

/// What a person does. Texts are numbers, so that no two are alike.
#[derive(Clone, Debug)]
pub enum Act {
    Company {
        record: u16,
        name: u32,
    },
    /// A record that every device makes alike.
    Generated {
        term: u8,
    },
    /// A company with contact, deal, call and line, of numbers from `first` on, in one unit.
    Family {
        first: u16,
        text: u32,
        email: u8,
        stage: u8,
        whole: bool,
    },
    /// Something of the next version.
    Case {
        record: u16,
        name: u32,
    },
    Set {
        of: Seen,
        kind: u8,
        text: u32,
    },
    Tag {
        of: Seen,
        phone: u8,
        add: bool,
    },
    HandOver {
        of: Seen,
        to: u8,
    },
    Delete {
        of: Seen,
    },
    Restore {
        record: u16,
    },
    Undo,
    Mend {
        text: u32,
    },
    Discard,
    Merge {
        of: Seen,
        into: Seen,
    },
    Stage {
        of: Seen,
        stage: u8,
    },
}

/// What the admin changes.
#[derive(Clone, Debug)]
pub enum Shape {
    Team {
        person: u8,
        team: u8,
    },
    Role {
        person: u8,
        manager: bool,
    },
    Reads {
        entity: u8,
        reach: u8,
    },
    Archived {
        stage: u8,
        archived: bool,
    },
    /// A team comes to stand under another, or under none.
    Under {
        team: u8,
        parent: Option<u8>,
    },
}
