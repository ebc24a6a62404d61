//! The workbook as the archive it is: which of its parts is what, and no more of them unpacked than
//! can be held.

use super::super::{MAX_BYTES, ReadError};
use super::xml::{self, Xml};
use quick_xml::events::Event;
use std::cell::Cell;
use std::collections::HashMap;
use std::io::{BufReader, Cursor, Read};
use std::rc::Rc;
use zip::ZipArchive;

pub(super) struct Package {
    archive: ZipArchive<Cursor<Vec<u8>>>,
    /// Bytes that may still be unpacked.
    left: Rc<Cell<u64>>,
}

/// What a workbook says about itself.
#[derive(Debug, Default)]
pub(super) struct Book {
    /// Each sheet's name and part.
    pub sheets: Vec<(String, String)>,
    pub strings: Option<String>,
    pub styles: Option<String>,
    /// Days are counted from 1904.
    pub from_1904: bool,
}

/// A part being unpacked, within what is left.
pub(super) struct Bounded<R> {
    inner: R,
    left: Rc<Cell<u64>>,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(buffer)?;
        match self.left.get().checked_sub(read as u64) {
            Some(left) => self.left.set(left),
            None => {
                self.left.set(0);
                return Err(std::io::Error::other("unpacks to too much"));
            }
        }
        Ok(read)
    }
}

impl Package {
    pub fn open(bytes: Vec<u8>, limit: usize) -> Result<Self, ReadError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ReadError::BrokenWorkbook)?;
        Ok(Self { archive, left: Rc::new(Cell::new(limit as u64)) })
    }

    /// A part as XML.
    pub fn part(&mut self, path: &str) -> Result<Xml<impl std::io::BufRead + '_>, ReadError> {
        let left = self.left.clone();
        let inner = self.archive.by_name(path).map_err(|_| ReadError::BrokenWorkbook)?;
        Ok(xml::reader(BufReader::with_capacity(1 << 16, Bounded { inner, left })))
    }

    /// What a part that could not be read to its end is refused with.
    pub fn refusal(&self) -> ReadError {
        match self.left.get() {
            0 => ReadError::TooLargeUnpacked { max: MAX_BYTES as u64 },
            _ => ReadError::BrokenWorkbook,
        }
    }

    /// Finds out where everything is.
    pub fn book(&mut self) -> Result<Book, ReadError> {
        let main = self.targets("_rels/.rels", "")?.into_iter().find(|(_, kind, _)| kind == "officeDocument");
        let main = main.map_or_else(|| "xl/workbook.xml".to_owned(), |(_, _, path)| path);
        let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
        let mut book = Book::default();
        let mut parts = HashMap::new();
        let around = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        for (id, kind, path) in self.targets(&format!("{around}_rels/{file}.rels"), folder)? {
            match kind.as_str() {
                "sharedStrings" => book.strings = Some(path),
                "styles" => book.styles = Some(path),
                "worksheet" => _ = parts.insert(id, path),
                _ => {}
            }
        }
        let mut xml = self.part(&main)?;
        let mut buffer = Vec::new();
        let read = loop {
            match xml.read_event_into(&mut buffer) {
                Ok(Event::Start(tag) | Event::Empty(tag)) => match tag.local_name().into_inner() {
                    "workbookPr" => {
                        book.from_1904 =
                            matches!(xml::attribute(&tag, "date1904").as_deref(), Some("1" | "true"));
                    }
                    "sheet" => {
                        let path = xml::attribute(&tag, "id").and_then(|id| parts.get(&id).cloned());
                        let name = xml::attribute(&tag, "name").unwrap_or_default();
                        book.sheets.extend(path.map(|path| (name, path)));
                    }
                    _ => {}
                },
                Ok(Event::Eof) => break true,
                Ok(_) => {}
                Err(_) => break false,
            }
            buffer.clear();
        };
        drop(xml);
        if read && !book.sheets.is_empty() { Ok(book) } else { Err(self.refusal()) }
    }

    /// A part's relations: id, last word of the kind, path in the archive.
    fn targets(&mut self, path: &str, folder: &str) -> Result<Vec<(String, String, String)>, ReadError> {
        let mut found = Vec::new();
        let mut xml = self.part(path)?;
        let mut buffer = Vec::new();
        loop {
            match xml.read_event_into(&mut buffer) {
                Ok(Event::Start(tag) | Event::Empty(tag))
                    if tag.local_name().into_inner() == "Relationship" =>
                {
                    let of = |name: &str| xml::attribute(&tag, name).unwrap_or_default();
                    let kind = of("Type").rsplit('/').next().unwrap_or_default().to_owned();
                    found.push((of("Id"), kind, absolute(folder, &of("Target"))));
                }
                Ok(Event::Eof) => return Ok(found),
                Ok(_) => {}
                Err(_) => break,
            }
            buffer.clear();
        }
        drop(xml);
        Err(self.refusal())
    }
}

/// A path beside a folder's files as one from the archive's root.
fn absolute(folder: &str, target: &str) -> String {
    if let Some(from_root) = target.strip_prefix('/') {
        return from_root.to_owned();
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "." | "" => {}
            ".." => _ = parts.pop(),
            part => parts.push(part),
        }
    }
    parts.join("/")
}
