//! Many rows behind one header: read in place ([`Chunk`]) or still growing ([`Packer`]).

use super::bytes::{Reader, put_varint};
use super::layout::{FieldLayout, Layout};
use super::row::{RowRef, put_row};
use super::{Detail, PackError};
use crate::record::Record;
use std::sync::Arc;

/// A chunk: one that was opened was checked to its last byte. Cheap to clone: clones share the bytes.
#[derive(Clone, Debug)]
pub struct Chunk(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    layout: Layout,
    bytes: Vec<u8>,
    /// Where the rows begin.
    start: usize,
    len: usize,
}

impl Chunk {
    /// Takes a chunk's bytes over and reads each once. Errors: [`PackError`] for anything that
    /// [`encode_chunk`](super::encode_chunk) would not have written.
    pub fn open(bytes: impl Into<Vec<u8>>) -> Result<Self, PackError> {
        let chunk = Self::skim(bytes)?;
        chunk.check()?;
        Ok(chunk)
    }

    /// Takes over bytes that were a chunk when they were stored: each row is found, and what stands in
    /// it is looked at by [`Self::check`], which costs more than all else. Reading it before that
    /// misses damaged values and nothing worse.
    pub fn skim(bytes: impl Into<Vec<u8>>) -> Result<Self, PackError> {
        let bytes: Vec<u8> = bytes.into();
        if u32::try_from(bytes.len()).is_err() {
            return Err(PackError::Malformed("a chunk is larger than 4 GiB"));
        }
        let mut reader = Reader(&bytes);
        let layout = Layout::read(&mut reader)?;
        let start = bytes.len() - reader.0.len();
        let mut len = 0;
        while !reader.is_empty() {
            RowRef::read(&layout, reader.bytes()?)?;
            len += 1;
        }
        Ok(Self(Arc::new(Inner { layout, bytes, start, len })))
    }

    /// Reads each byte once: after this nothing of it can fail.
    pub fn check(&self) -> Result<(), PackError> {
        self.rows().try_for_each(|(_, row)| row.check())
    }

    pub fn layout(&self) -> &Layout {
        &self.0.layout
    }

    /// How many rows it has.
    pub fn len(&self) -> usize {
        self.0.len
    }

    pub fn is_empty(&self) -> bool {
        self.0.len == 0
    }

    pub fn bytes(&self) -> &[u8] {
        &self.0.bytes
    }

    /// The rows, each with its place for [`Self::row_at`].
    pub fn rows(&self) -> impl Iterator<Item = (u32, RowRef<'_>)> {
        rows(&self.0.layout, &self.0.bytes, self.0.start)
    }

    /// The row at a place that [`Self::rows`] told; `None` elsewhere.
    #[inline]
    pub fn row_at(&self, place: u32) -> Option<RowRef<'_>> {
        row_at(&self.0.layout, &self.0.bytes, place)
    }
}

/// A chunk that grows row by row and can be read meanwhile.
#[derive(Clone, Debug)]
pub struct Packer {
    layout: Layout,
    rows: Vec<u8>,
    buffer: Vec<u8>,
    len: usize,
}

impl Packer {
    pub fn new(detail: Detail) -> Self {
        Self { layout: Layout::new(detail), rows: Vec::new(), buffer: Vec::new(), len: 0 }
    }

    /// Adds a row and answers its place for [`Self::row_at`].
    pub fn push(&mut self, record: &Record) -> u32 {
        let place = self.rows.len() as u32;
        self.buffer.clear();
        put_row(&mut self.buffer, &mut self.layout, record);
        put_varint(&mut self.rows, self.buffer.len() as u64);
        self.rows.extend_from_slice(&self.buffer);
        self.len += 1;
        place
    }

    /// For rows of one entity whose fields are known beforehand, so that equal rows make equal bytes
    /// whatever came before them.
    pub fn of<'a>(detail: Detail, entity: &str, fields: impl Iterator<Item = &'a str>) -> Self {
        let mut packer = Self::new(detail);
        let entity = packer.layout.entity_or_new(entity);
        let fields = fields.map(|name| FieldLayout { name: name.into(), tag: 0 });
        packer.layout.entities[entity].fields.extend(fields);
        packer
    }

    /// Without its rows, for some of them to be copied.
    pub fn emptied(&self) -> Self {
        Self { layout: self.layout.clone(), rows: Vec::new(), buffer: Vec::new(), len: 0 }
    }

    /// Takes a row over from the packer this one is the [`Self::emptied`] form of; answers its place.
    pub fn copy(&mut self, from: &Self, place: u32) -> u32 {
        let at = self.rows.len() as u32;
        self.rows.extend_from_slice(from.raw(place));
        self.len += 1;
        at
    }

    /// A chunk of these rows, in this order.
    pub fn pick(&self, places: impl Iterator<Item = u32>) -> Vec<u8> {
        let mut out = Vec::new();
        self.layout.write(&mut out);
        places.for_each(|place| out.extend_from_slice(self.raw(place)));
        out
    }

    /// A row with its length before it; nothing where no row begins.
    fn raw(&self, place: u32) -> &[u8] {
        let rest = self.rows.get(place as usize..).unwrap_or_default();
        let mut reader = Reader(rest);
        match reader.bytes() {
            Ok(_) => rest.get(..rest.len() - reader.0.len()).unwrap_or_default(),
            Err(_) => &[],
        }
    }

    /// How many rows it has.
    pub fn len(&self) -> usize {
        self.len
    }

    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The bytes of its rows, without the header.
    pub fn size(&self) -> usize {
        self.rows.len()
    }

    pub fn rows(&self) -> impl Iterator<Item = (u32, RowRef<'_>)> {
        rows(&self.layout, &self.rows, 0)
    }

    #[inline]
    pub fn row_at(&self, place: u32) -> Option<RowRef<'_>> {
        row_at(&self.layout, &self.rows, place)
    }

    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// Gives back the room it grew in advance.
    pub fn shrink(&mut self) {
        self.rows.shrink_to_fit();
        self.buffer = Vec::new();
    }

    /// The chunk's bytes.
    pub fn finish(self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.rows.len() + 1024);
        self.layout.write(&mut out);
        out.extend_from_slice(&self.rows);
        out
    }
}

fn rows<'a>(
    layout: &'a Layout,
    bytes: &'a [u8],
    start: usize,
) -> impl Iterator<Item = (u32, RowRef<'a>)> + use<'a> {
    let mut reader = Reader(bytes.get(start..).unwrap_or_default());
    std::iter::from_fn(move || {
        let place = bytes.len() - reader.0.len();
        let row = reader.bytes().ok()?;
        Some((place as u32, RowRef::read(layout, row).ok()?))
    })
}

#[inline]
fn row_at<'a>(layout: &'a Layout, bytes: &'a [u8], place: u32) -> Option<RowRef<'a>> {
    let mut reader = Reader(bytes.get(place as usize..)?);
    RowRef::read(layout, reader.bytes().ok()?).ok()
}
