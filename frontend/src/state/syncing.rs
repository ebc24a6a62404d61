//! The sync page: what is unsent, what was refused, what gave way, and how storage stands.

use super::App;
use crate::local;
use crate::sync::{Progress, Trouble, remembered};
use outrider_app::device::{Device, Notice, Queued, Tray};
use outrider_app::id::{ClientId, Millis, Seq};
use serde_json::json;

/// A record's own mark in lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Mark {
    #[default]
    None,
    /// Saved here, not sent yet.
    Unsent,
    /// The server refused something: it waits in the tray.
    Refused,
}

/// How the device stands towards the server, in one word. The gravest counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyncState {
    /// Everything is on this device; the server was not met yet.
    Saved,
    /// So many items are on their way.
    Sending(usize),
    /// All was sent and all was fetched, last at this time.
    Synced(Millis),
    /// So many items wait in the tray.
    NeedsYou(usize),
    Offline {
        unsent: usize,
    },
    /// Nothing outlives the page.
    MemoryOnly,
    /// The last edit found no room.
    Full,
    /// The store was closed: no edit is taken until the page is loaded anew.
    Killed,
    /// The store was deleted. What was not sent is only on this page.
    Lost,
}

/// This device's storage and how far it has come.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct StorageState {
    pub memory_only: bool,
    /// The browser will not clear it by itself; `None` where it does not say.
    pub persisted: Option<bool>,
    /// Bytes, by the browser's estimate.
    pub usage: Option<f64>,
    pub quota: Option<f64>,
    pub client: Option<ClientId>,
    /// When the server was last met.
    pub last_sync: Option<Millis>,
    /// Records held, of all entities.
    pub records: usize,
}

impl App {
    /// Own work until its results are here, oldest first, by number.
    pub fn outbox(self) -> Vec<(u64, Queued)> {
        self.own(|device| device.outbox.iter().map(|(n, row)| (*n, row.clone())).collect())
    }

    /// What the server refused, by number.
    pub fn tray(self) -> Vec<(u64, Tray)> {
        self.own(|device| device.tray.iter().map(|(n, row)| (*n, row.clone())).collect())
    }

    /// Values that gave way, the latest first.
    pub fn notices(self) -> Vec<((u64, u64), Notice)> {
        self.own(|device| device.notices.iter().rev().map(|(at, row)| (*at, row.clone())).collect())
    }

    /// How far in the order this device has come.
    pub fn head(self) -> Seq {
        self.own(|device| device.cursor.map_or(0, |cursor| cursor.seq))
    }

    /// How many items were not sent yet.
    pub fn unsent(self) -> usize {
        self.own(Device::unsent)
    }

    pub fn sync_state(self) -> SyncState {
        self.track();
        self.core(|core| {
            let full = core.full.get();
            let Some(replica) = core.replica() else { return SyncState::Saved };
            let status = replica.status();
            let (unsent, refused) = (replica.device().unsent(), replica.device().tray.len());
            if replica.is_lost() {
                SyncState::Lost
            } else if replica.is_killed() {
                SyncState::Killed
            } else if full {
                SyncState::Full
            } else if replica.store().memory_only() {
                SyncState::MemoryOnly
            } else if refused > 0 {
                SyncState::NeedsYou(refused)
            } else if !status.online || status.trouble.is_some() {
                SyncState::Offline { unsent }
            } else if unsent > 0 {
                SyncState::Sending(unsent)
            } else {
                status.synced.map_or(SyncState::Saved, SyncState::Synced)
            }
        })
    }

    /// What stands in the way of syncing beyond a missing network; its `key()` names the words.
    pub fn trouble(self) -> Option<Trouble> {
        self.track();
        self.core(|core| core.replica()).and_then(|replica| replica.status().trouble)
    }

    /// What a first sync has fetched, while it runs.
    pub fn progress(self) -> Option<Progress> {
        self.track();
        self.core(|core| core.replica()).and_then(|replica| replica.status().progress)
    }

    /// Asks the browser, so it takes a moment.
    pub async fn storage(self) -> StorageState {
        let Some(replica) = self.core(|core| core.replica()) else { return StorageState::default() };
        let room = local::storage_state(&replica.store()).await;
        let records = self.registry().entities().map(|def| replica.book().borrow().count(&def.id)).sum();
        StorageState {
            memory_only: room.memory_only,
            persisted: room.persisted,
            usage: room.usage,
            quota: room.quota,
            client: Some(replica.device().client),
            last_sync: replica.met(),
            records,
        }
    }

    /// Outbox, tray and drafts as a JSON file, to be kept elsewhere.
    pub async fn export_outbox(self) -> Vec<u8> {
        let (drafts, name) = (self.drafts().await, self.device_name().await);
        let file = self.with_device(|device| {
            json!({
                "outrider": "outbox",
                "client": device.client,
                "device": name,
                "user": device.user,
                "exported_at": super::now(),
                "outbox": device.outbox.values().collect::<Vec<_>>(),
                "tray": device.tray.values().collect::<Vec<_>>(),
                "drafts": drafts,
            })
        });
        file.and_then(|file| serde_json::to_vec_pretty(&file).ok()).unwrap_or_default()
    }

    /// What people call this device; `None` where nobody named it.
    pub async fn device_name(self) -> Option<String> {
        remembered::device_name().await
    }

    /// Names this device; an empty name takes it back.
    pub async fn name_device(self, name: &str) {
        remembered::name_device(name).await;
    }

    /// Asks the browser that it clear nothing by itself; true where that is granted.
    pub async fn keep_storage(self) -> bool {
        local::ask_persist().await
    }

    /// Asks the server now, whatever was waited for.
    pub fn sync_now(self) {
        if let Some(replica) = self.core(|core| core.replica()) {
            replica.hurry();
        }
    }

    fn own<T: Default>(self, f: impl FnOnce(&Device) -> T) -> T {
        self.track();
        self.with_device(f).unwrap_or_default()
    }
}
