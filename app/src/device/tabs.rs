//! Several tabs over one store: what a tab's batch expects of the others, and what it reads anew
//! where they were faster.
//!
//! What always holds: every change of own work expects the *turn* (a token that each such change
//! draws anew) it was computed from, so that two tabs never write over each other; the leader's
//! changes also expect its *epoch*, and those of confirmed records the *edition* of them that the
//! tab holds.

use super::{LeaderRow, Step};
use crate::key;
use crate::store::{Batch, Key, Table};

/// Who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// Any tab, for the person.
    Person,
    /// The leader, for the server.
    Leader,
}

/// Why a tab cannot go on as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TabError {
    #[error("another tab took the lead")]
    Deposed,
    #[error("which edition of the confirmed records this is cannot be read")]
    Damaged,
}

/// The rows by which tabs agree, as this tab last read or wrote them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stand {
    pub turn: Option<Vec<u8>>,
    /// Which state of the confirmed records it holds: each change of them brings out the next, and
    /// the number never goes back. The cursor tells nothing of them: it is read apart.
    pub edition: u64,
    /// The turn in which notices last changed.
    pub noticed: Option<Vec<u8>>,
    /// While it leads.
    pub epoch: Option<u64>,
}

/// Where the tabs' rows stand now, and what is to be read anew because of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Behind {
    /// What the tab stands at once it has read.
    pub stand: Stand,
    /// Everything: the confirmed records are another edition. Else only own work.
    pub base: bool,
    /// Besides own work also the notices.
    pub notices: bool,
}

impl Stand {
    /// The rows that [`Stand::behind`] looks at, in its order.
    pub fn keys() -> [(Table, Key); 4] {
        [turn_key(), leader_key(), edition_key(), noticed_key()].map(|key| (Table::Meta, key))
    }

    /// Ties a step's batch to what the step was computed from. `turn` is drawn anew. Answers where
    /// the tab stands once the batch is committed.
    ///
    /// # Errors
    /// [`TabError::Deposed`] where it does not lead and acts as the leader.
    pub fn tie(&self, hand: Hand, step: &Step, batch: &mut Batch, turn: Vec<u8>) -> Result<Self, TabError> {
        let mut next = Self { turn: Some(turn.clone()), ..self.clone() };
        batch.expect(Table::Meta, turn_key(), self.turn.clone());
        batch.put(Table::Meta, turn_key(), turn.clone());
        if !step.notices.is_empty() {
            batch.put(Table::Meta, noticed_key(), turn.clone());
            next.noticed = Some(turn);
        }
        self.expect_lead(hand, batch)?;
        if !step.records.is_empty() || step.cursor.is_some() {
            self.expect_base(batch);
            next.edition += 1;
            batch.put(Table::Meta, edition_key(), number_row(next.edition));
        }
        Ok(next)
    }

    /// The leader's batch stands only while it leads.
    ///
    /// # Errors
    /// [`TabError::Deposed`] where it does not lead and acts as the leader.
    pub fn expect_lead(&self, hand: Hand, batch: &mut Batch) -> Result<(), TabError> {
        if hand == Hand::Leader {
            batch.expect(Table::Meta, leader_key(), Some(epoch_row(self.epoch.ok_or(TabError::Deposed)?)));
        }
        Ok(())
    }

    /// The batch stands only on the confirmed records that the tab holds.
    pub fn expect_base(&self, batch: &mut Batch) {
        let edition = Some(self.edition).filter(|edition| *edition > 0);
        batch.expect(Table::Meta, edition_key(), edition.map(number_row));
    }

    /// What another tab changed, by the rows of [`Stand::keys`].
    /// Read before anything else: what is read after them can only be newer, and then the next
    /// commit conflicts and this is asked again.
    ///
    /// # Errors
    /// [`TabError`]'s two.
    pub fn behind(&self, hand: Hand, rows: &[Option<Vec<u8>>]) -> Result<Behind, TabError> {
        let row = |at: usize| rows.get(at).cloned().flatten();
        if hand == Hand::Leader && row(1) != self.epoch.map(epoch_row) {
            return Err(TabError::Deposed);
        }
        let edition = row(2).map_or(Ok(0), |bytes| serde_json::from_slice(&bytes));
        let edition = edition.map_err(|_| TabError::Damaged)?;
        let stand = Self { turn: row(0), edition, noticed: row(3), epoch: self.epoch };
        Ok(Behind { base: edition != self.edition, notices: stand.noticed != self.noticed, stand })
    }

    /// The batch by which a tab takes the lead, from the leader row that it found; and its epoch.
    pub fn lead(found: Option<Vec<u8>>) -> (Batch, u64) {
        let last = found.as_ref().and_then(|bytes| serde_json::from_slice::<LeaderRow>(bytes).ok());
        let epoch = last.map_or(0, |last| last.epoch) + 1;
        let mut batch = Batch::default();
        batch.expect(Table::Meta, leader_key(), found);
        batch.put(Table::Meta, leader_key(), epoch_row(epoch));
        (batch, epoch)
    }
}

/// The names of the tabs' rows in [`Table::Meta`].
pub fn turn_key() -> Key {
    key!["turn"]
}

pub fn leader_key() -> Key {
    key!["leader"]
}

pub fn edition_key() -> Key {
    key!["edition"]
}

pub fn noticed_key() -> Key {
    key!["noticed"]
}

/// A number as the tabs' rows hold it.
pub fn number_row(number: u64) -> Vec<u8> {
    number.to_string().into_bytes()
}

/// The leader's row.
pub fn epoch_row(epoch: u64) -> Vec<u8> {
    super::rows::json(&LeaderRow { epoch })
}
