//! Packs the table of the file's objects, which the writer leaves as it is: half of what the tags would cost.

use std::io::Write as _;

use flate2::{Compression, write::ZlibEncoder};

/// Packs the table that ends the file, and puts a line of comment behind it. Nothing stands behind it, so no place in the file moves. None where the file does
/// not end as the writer ends files.
pub(crate) fn table(file: &mut Vec<u8>, comment: &str) -> Option<()> {
    let name = b"startxref";
    let end = file.windows(name.len()).rposition(|window| window == name)? + name.len();
    let start: usize = text(&file[end..])?.split_whitespace().next()?.parse().ok()?;
    let of_table = file.get(start..)?;
    let begin = of_table.windows(6).position(|window| window == b"stream")?;
    let dictionary = text(&of_table[..begin])?.to_owned();
    let length: usize = after(&dictionary, "/Length ")?.first().copied()?;
    // Three numbers a row: what kind of object, and where it is.
    let row: usize = after(&dictionary, "/W")?.iter().sum();
    let body = of_table.get(begin + 6..)?;
    let body = body.strip_prefix(b"\r\n").or_else(|| body.strip_prefix(b"\n"))?;
    let rows = body.get(..length).filter(|_| row > 0 && length.is_multiple_of(row))?;
    // Each row as what it adds to the one before: most add little. Gathered first: each write costs the packer much.
    let mut added = Vec::with_capacity(rows.len() + rows.len() / row);
    let mut before = &vec![0; row][..];
    for now in rows.chunks(row) {
        added.push(2);
        added.extend(now.iter().zip(before).map(|(now, before)| now.wrapping_sub(*before)));
        before = now;
    }
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
    packed.write_all(&added).ok()?;
    let packed = packed.finish().ok()?;
    let how = format!("/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns {row}>>/Length {}", packed.len());
    let dictionary = dictionary.replace(&format!("/Length {length}"), &how);
    file.truncate(start);
    file.extend(dictionary.as_bytes());
    file.extend(b"stream\n");
    file.extend(packed);
    write!(file, "\nendstream\nendobj\n{comment}startxref\n{start}\n%%EOF\n").ok()
}

fn text(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok()
}

/// The numbers behind a name: one, or a list of them.
fn after(dictionary: &str, name: &str) -> Option<Vec<usize>> {
    let (_, rest) = dictionary.split_once(name)?;
    let rest = match rest.trim_start().strip_prefix('[') {
        Some(list) => list.split_once(']')?.0,
        None => rest.trim_start().split(|c: char| !c.is_ascii_digit()).next()?,
    };
    rest.split_whitespace().map(|number| number.parse().ok()).collect()
}
