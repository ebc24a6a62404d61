//! Varints and a reader that borrows. Numbers are LEB128, seven bits a byte, lowest first; signed
//! ones are zigzagged first.

use super::PackError;

/// Appends a number, 1 to 10 bytes.
pub(crate) fn put_varint(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Appends a signed number; small magnitudes are short.
pub(crate) fn put_signed(out: &mut Vec<u8>, number: i64) {
    put_varint(out, ((number << 1) ^ (number >> 63)) as u64);
}

/// Appends bytes with their length before them.
pub(crate) fn put_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    put_varint(out, bytes.len() as u64);
    out.extend_from_slice(bytes);
}

/// Reads from the front of borrowed bytes; never past their end.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'a>(pub &'a [u8]);

impl<'a> Reader<'a> {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    #[inline]
    pub fn byte(&mut self) -> Result<u8, PackError> {
        let (first, rest) = self.0.split_first().ok_or(PackError::Short)?;
        self.0 = rest;
        Ok(*first)
    }

    #[inline]
    pub fn varint(&mut self) -> Result<u64, PackError> {
        let first = self.byte()?;
        if first < 0x80 {
            return Ok(u64::from(first));
        }
        let mut number = u64::from(first & 0x7f);
        let mut shift = 7;
        loop {
            let byte = self.byte()?;
            if shift == 63 && byte > 1 {
                return Err(PackError::Malformed("a number is too long"));
            }
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
            shift += 7;
        }
    }

    pub fn signed(&mut self) -> Result<i64, PackError> {
        let number = self.varint()?;
        Ok((number >> 1) as i64 ^ -((number & 1) as i64))
    }

    #[inline]
    pub fn take(&mut self, len: u64) -> Result<&'a [u8], PackError> {
        let len = usize::try_from(len).map_err(|_| PackError::Short)?;
        let (taken, rest) = self.0.split_at_checked(len).ok_or(PackError::Short)?;
        self.0 = rest;
        Ok(taken)
    }

    pub fn array<const N: usize>(&mut self) -> Result<[u8; N], PackError> {
        let (taken, rest) = self.0.split_first_chunk::<N>().ok_or(PackError::Short)?;
        self.0 = rest;
        Ok(*taken)
    }

    /// Bytes with their length before them.
    #[inline]
    pub fn bytes(&mut self) -> Result<&'a [u8], PackError> {
        let len = self.varint()?;
        self.take(len)
    }

    /// A text with its length before it.
    pub fn text(&mut self) -> Result<&'a str, PackError> {
        str::from_utf8(self.bytes()?).map_err(|_| PackError::Malformed("a text is not UTF-8"))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_every_size_read_back() {
        for number in [0, 1, 127, 128, 300, 1 << 32, u64::MAX - 1, u64::MAX] {
            let mut out = Vec::new();
            put_varint(&mut out, number);
            assert_eq!(Reader(&out).varint(), Ok(number));
            put_signed(&mut out, number as i64);
            let mut reader = Reader(&out);
            reader.varint().unwrap();
            assert_eq!(reader.signed(), Ok(number as i64));
            assert!(reader.is_empty());
        }
    }

    #[test]
    fn numbers_beyond_64_bits_and_cut_ones_are_errors() {
        assert!(Reader(&[0xff; 11]).varint().is_err());
        assert!(Reader(&[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 2]).varint().is_err());
        assert_eq!(Reader(&[0x80]).varint(), Err(PackError::Short));
    }
}
