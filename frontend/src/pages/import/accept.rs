//! Files come in: read as bytes, made into sheets, their columns guessed or remembered.

use super::handle::{Busy, File, Import};
use super::kept;
use crate::platform::clock;
use crate::platform::idle::Turns;
use crate::platform::intl;
use crate::ui::value::{entity_many, home_currency};
use js_sys::Uint8Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use outrider_app::import::cell::{DateOrder, Decimals};
use outrider_app::import::read::{MAX_BYTES, Reading};
use outrider_app::import::{Guesser, Here, ReadError, ReadOptions, Sheet, Usual, remembered};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::FileList;

/// Takes the files of a picker or a drop.
pub fn accept(import: Import, list: &FileList) {
    let files: Vec<web_sys::File> = (0..list.length()).filter_map(|at| list.get(at)).collect();
    if files.is_empty() || import.busy.get_untracked() != Busy::No {
        return;
    }
    import.busy.set(Busy::Reading);
    spawn_local(async move {
        for file in files {
            let name = file.name();
            let bytes = if file.size() > MAX_BYTES as f64 {
                Err(ReadError::TooLarge { bytes: file.size() as u64, max: MAX_BYTES as u64 })
            } else {
                Ok(Arc::new(bytes_of(&file).await))
            };
            let options = ReadOptions::default();
            let sheets = match &bytes {
                Ok(bytes) => in_turns(&name, bytes, &options).await,
                Err(error) => Err(error.clone()),
            };
            let bytes = bytes.unwrap_or_default();
            let file = |part: usize, name: String, sheet| File {
                number: import.number(),
                name,
                bytes: bytes.clone(),
                part,
                options: options.clone(),
                sheet: Arc::new(sheet),
                mapping: None,
            };
            let several = sheets.as_ref().is_ok_and(|sheets| sheets.len() > 1);
            let read: Vec<File> = match sheets {
                Ok(sheets) => {
                    let named = |sheet: &Sheet| if several { part_name(&name, sheet) } else { name.clone() };
                    sheets
                        .into_iter()
                        .enumerate()
                        .map(|(part, sheet)| file(part, named(&sheet), Ok(sheet)))
                        .collect()
                }
                Err(error) => vec![file(0, name.clone(), Err(error))],
            };
            import.files.update(|files| files.extend(read));
        }
        guess(import).await;
        import.busy.set(Busy::No);
    });
}

/// Rows read between two looks at the clock.
const ROWS: usize = 500;

/// What one of a file's sheets is called: by what its rows are, else by its own name.
fn part_name(file: &str, sheet: &Sheet) -> String {
    let own = sheet.rows_are.as_ref().map_or_else(|| sheet.name.clone(), |are| entity_many(&are.entity));
    format!("{file} · {own}")
}

/// What only this machine knows.
fn here() -> Here {
    Here { now: clock::now(), offset: intl::offset }
}

async fn in_turns(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Vec<Sheet>, ReadError> {
    let turns = Turns::begin();
    let mut reading = Reading::begin(name, bytes, options, here())?;
    while reading.step(ROWS)? {
        turns.breathe().await;
    }
    reading.finish()
}

/// An unreadable file reads as empty, and that is said.
async fn bytes_of(file: &web_sys::File) -> Vec<u8> {
    let read = JsFuture::from(file.array_buffer()).await;
    read.map(|buffer| Uint8Array::new(buffer.unchecked_ref()).to_vec()).unwrap_or_default()
}

/// Reads a file again with what the person knows better.
pub fn reread(import: Import, number: u64, options: ReadOptions) {
    if import.busy.get_untracked() != Busy::No {
        return;
    }
    let found = import.files.with_untracked(|files| files.iter().find(|file| file.number == number).cloned());
    let Some(file) = found else { return };
    import.busy.set(Busy::Reading);
    spawn_local(async move {
        let read = in_turns(&file.name, &file.bytes, &options).await;
        let sheet = read.and_then(|sheets| sheets.into_iter().nth(file.part).ok_or(ReadError::Empty));
        import.files.update(|files| {
            if let Some(file) = files.iter_mut().find(|file| file.number == number) {
                file.sheet = Arc::new(sheet);
                file.options = options;
                file.mapping = None;
            }
        });
        guess(import).await;
        import.busy.set(Busy::No);
    });
}

/// Fills in what the columns of new files mean. Names in one file help to read the others.
async fn guess(import: Import) {
    let index = import.index().await;
    let kept = kept::mappings();
    let guesser = Guesser { registry: import.app.registry(), book: index.as_ref(), usual: usual(import) };
    let read: Vec<(u64, Sheet)> = import.files.with_untracked(|files| {
        let sheet = |file: &File| Some((file.number, file.sheet.as_ref().as_ref().ok()?.clone()));
        files.iter().filter_map(sheet).collect()
    });
    let (numbers, sheets): (Vec<u64>, Vec<Sheet>) = read.into_iter().unzip();
    let guessed = guesser.guess_all(&sheets);
    for ((number, sheet), guessed) in numbers.into_iter().zip(&sheets).zip(guessed) {
        let mapping = remembered(&kept, sheet).cloned().unwrap_or(guessed);
        import.files.update(|files| {
            if let Some(file) = files.iter_mut().find(|file| file.number == number) {
                file.mapping.get_or_insert(mapping);
            }
        });
    }
}

/// The rows of a file are something else: its columns are guessed for that.
pub fn become_entity(import: Import, number: u64, entity: Option<String>) {
    let Some(entity) = entity else {
        import.remap(number, |mapping| mapping.entity = None);
        return;
    };
    spawn_local(async move {
        let index = import.index().await;
        let guesser = Guesser { registry: import.app.registry(), book: index.as_ref(), usual: usual(import) };
        let sheet = import.files.with_untracked(|files| {
            files.iter().find(|file| file.number == number).map(|file| file.sheet.clone())
        });
        if let Some(Ok(sheet)) = sheet.as_deref() {
            let guessed = guesser.guess_as(sheet, &entity);
            import.remap(number, |mapping| *mapping = guessed);
        }
    });
}

/// How this person usually writes, by the language and what the book holds.
pub fn usual(import: Import) -> Usual {
    let comma = intl::number("1.5").contains(',');
    Usual {
        currency: home_currency(import.app),
        dates: if intl::locale() == "en-US" { DateOrder::MonthFirst } else { DateOrder::DayFirst },
        decimals: if comma { Decimals::Comma } else { Decimals::Point },
        zone_minutes: -(js_sys::Date::new_0().get_timezone_offset() as i32),
    }
}
