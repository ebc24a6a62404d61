//! Text in columns: RFC 4180 quoting, CRLF.

use super::{ExportOptions, guard};

/// The header.
pub(super) fn begin(names: impl Iterator<Item = String>, options: &ExportOptions) -> String {
    let mut out = String::new();
    if options.bom {
        out.push('\u{feff}');
    }
    line(&mut out, options.delimiter, names.map(|name| guard(&name).into_owned()));
    out
}

pub(super) fn line(out: &mut String, delimiter: char, cells: impl Iterator<Item = String>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(delimiter);
        }
        let quoted =
            cell.contains(['"', '\n', '\r', delimiter]) || cell.starts_with(' ') || cell.ends_with(' ');
        if quoted {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
}
