//! Records as bytes: sealed segments on the wire, chunks and delta rows on the device, the server's
//! stored state.
//!
//! A chunk is a header (magic, format version, [`Detail`], and each entity with its fields by name)
//! and rows, each with its length before it; rows name entities and fields by their place in the
//! header. So a reader takes what it knows by name, keeps what it does not, and reads one field
//! without decoding the others. Equal records in equal order make equal bytes.
//!
//! What always holds: a chunk that was opened can be read to its end; no bytes make this module
//! panic, and no length in them is believed before the bytes are there.

mod bytes;
pub(crate) use bytes::{Reader, put_varint};
mod chunk;
mod layout;
mod put;
mod row;
#[cfg(test)]
mod tests;
mod value;

pub use chunk::{Chunk, Packer};
pub use layout::{EntityLayout, FieldLayout, Layout};
pub use row::{CellRef, RowRef};
pub use value::{RawValue, tag};

use crate::record::Record;

/// The first four bytes of every chunk.
const MAGIC: [u8; 4] = *b"ORpk";
/// The format's version: a reader refuses others.
const VERSION: u8 = 1;

/// How much of each cell is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Value and version: devices and segments.
    Lean = 0,
    /// Also time, author and additions: the server's state.
    Full = 1,
}

/// Why bytes are not a chunk.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    #[error("these bytes are not packed records")]
    Magic,
    #[error("the records are packed in format {0}, which this version of the app does not read")]
    Version(u8),
    #[error("the packed records end too soon")]
    Short,
    #[error("the packed records are damaged: {0}")]
    Malformed(&'static str),
}

/// Packs records in the order given.
pub fn encode_chunk<'a>(records: impl IntoIterator<Item = &'a Record>, detail: Detail) -> Vec<u8> {
    let mut packer = Packer::new(detail);
    for record in records {
        packer.push(record);
    }
    packer.finish()
}

/// Every record of a chunk, in order.
pub fn decode_chunk(bytes: &[u8]) -> Result<Vec<Record>, PackError> {
    Chunk::open(bytes)?.rows().map(|(_, row)| row.to_record()).collect()
}

/// One value's bytes, for [`RawValue::of`].
pub fn encode_value(value: &crate::value::Value) -> Vec<u8> {
    let mut out = Vec::new();
    put::put_value(&mut out, value);
    out
}

/// Packs one record by itself: a chunk of one.
pub fn encode_row(record: &Record, detail: Detail) -> Vec<u8> {
    encode_chunk([record], detail)
}

/// The record of [`encode_row`]. Errors also where there is none or more than one.
pub fn decode_row(bytes: &[u8]) -> Result<Record, PackError> {
    let mut reader = bytes::Reader(bytes);
    let layout = Layout::read(&mut reader)?;
    let row = RowRef::read(&layout, reader.bytes()?)?;
    row.check()?;
    let record = row.to_record()?;
    if reader.is_empty() { Ok(record) } else { Err(PackError::Malformed("more than one row")) }
}
