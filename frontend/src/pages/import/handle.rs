//! One import as the page holds it: its files, what their columns mean, the plan, and how far
//! work is. A `Copy` handle that the page's parts share.

use super::index::Index;
use crate::state::{App, SaveError, use_app};
use leptos::prelude::*;
use outrider_app::import::plan::Counts;
use outrider_app::import::{Mapping, Plan, Progress, ReadError, ReadOptions, Sheet};
use std::rc::Rc;
use std::sync::Arc;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    Files,
    Check,
    Done,
}

/// A file as it was read.
#[derive(Clone)]
pub struct File {
    /// Tells files of one name apart.
    pub number: u64,
    pub name: String,
    pub bytes: Arc<Vec<u8>>,
    /// Which of the file's sheets.
    pub part: usize,
    pub options: ReadOptions,
    pub sheet: Arc<Result<Sheet, ReadError>>,
    /// What its columns mean; stands where the file could be read.
    pub mapping: Option<Mapping>,
}

/// What runs now.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Busy {
    No,
    /// Files are being read, or names gathered.
    Reading,
    Planning(Progress),
    /// So many records of all; of none while they are being put together.
    Writing(usize, usize),
}

#[derive(Clone, Copy)]
pub struct Import {
    pub app: App,
    pub step: RwSignal<Step>,
    pub files: RwSignal<Vec<File>>,
    pub plan: RwSignal<Option<Plan>>,
    /// How much the plan does, under the decisions taken so far.
    pub counts: RwSignal<Counts>,
    pub busy: RwSignal<Busy>,
    /// Planning ends at its next pause.
    pub cancelled: RwSignal<bool>,
    /// How long planning took, in milliseconds.
    pub took: StoredValue<f64>,
    /// What was written, and by which number it is taken back.
    pub written: RwSignal<Option<(Counts, Option<u64>)>>,
    pub failed: RwSignal<Option<SaveError>>,
    /// Names of the book, gathered once for its version.
    index: StoredValue<Option<Rc<Index>>, LocalStorage>,
    next: StoredValue<u64>,
}

impl Import {
    pub fn new() -> Self {
        Self {
            app: use_app(),
            step: RwSignal::new(Step::Files),
            files: RwSignal::new(Vec::new()),
            plan: RwSignal::new(None),
            counts: RwSignal::new(Counts::default()),
            busy: RwSignal::new(Busy::No),
            cancelled: RwSignal::new(false),
            took: StoredValue::new(0.0),
            written: RwSignal::new(None),
            failed: RwSignal::new(None),
            index: StoredValue::new_local(None),
            next: StoredValue::new(0),
        }
    }

    /// The names of the book as it is now.
    pub async fn index(self) -> Rc<Index> {
        let version = self.app.with_book(|book| book.version());
        if let Some(Some(index)) = self
            .index
            .try_get_value()
            .filter(|index| index.as_ref().is_some_and(|index| index.version == version))
        {
            return index;
        }
        let index = Rc::new(Index::gather(self.app).await);
        let _ = self.index.try_set_value(Some(index.clone()));
        index
    }

    pub fn number(self) -> u64 {
        self.next.update_value(|next| *next += 1);
        self.next.get_value()
    }

    /// Changes one file's mapping.
    pub fn remap(self, number: u64, change: impl FnOnce(&mut Mapping)) {
        self.files.update(|files| {
            if let Some(mapping) =
                files.iter_mut().find(|file| file.number == number).and_then(|file| file.mapping.as_mut())
            {
                change(mapping);
            }
        });
    }

    pub fn remove(self, number: u64) {
        self.files.update(|files| files.retain(|file| file.number != number));
    }

    /// Rows of the files that take part.
    pub fn rows(self) -> usize {
        self.files.with(|files| {
            let takes_part =
                |file: &&File| file.mapping.as_ref().is_some_and(|mapping| mapping.entity.is_some());
            files
                .iter()
                .filter(takes_part)
                .filter_map(|file| file.sheet.as_ref().as_ref().ok())
                .map(|sheet| sheet.rows.len())
                .sum()
        })
    }

    /// The files' names, for the undo list.
    pub fn label(self) -> String {
        self.files
            .with_untracked(|files| files.iter().map(|file| file.name.clone()).collect::<Vec<_>>().join(", "))
    }

    /// Begins anew with no file.
    pub fn reset(self) {
        self.files.set(Vec::new());
        self.plan.set(None);
        self.written.set(None);
        self.failed.set(None);
        self.step.set(Step::Files);
    }
}
