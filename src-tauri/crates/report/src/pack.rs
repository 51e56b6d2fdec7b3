//! Packs the table of the file's objects, which the writer leaves as it is: half of what the tags would cost. A file with a
//! password is encrypted on the way: the writer encrypts nothing that it gathers in streams of objects.

use std::io::Write as _;

use flate2::{Compression, write::ZlibEncoder};

use crate::seal::Seal;

/// A row of the table: what kind of object, where it is, and its generation.
const ROW: [usize; 3] = [1, 4, 2];
/// The kind of an object that stands in the file for itself.
const PLAIN: u8 = 1;

/// Packs the table that ends the file, and puts a line of comment behind it. Nothing stands behind it, so no place in the
/// file moves but by encryption. None where the file is not as the writer writes files.
pub(crate) fn table(file: &mut Vec<u8>, comment: &str, seal: Option<&Seal>) -> Option<()> {
    let name = b"startxref";
    let end = file.windows(name.len()).rposition(|window| window == name)? + name.len();
    let mut start: usize = text(&file[end..])?.split_whitespace().next()?.parse().ok()?;
    let of_table = file.get(start..)?;
    let begin = of_table.windows(6).position(|window| window == b"stream")?;
    let dictionary = text(&of_table[..begin])?.to_owned();
    let length: usize = after(&dictionary, "/Length ")?.first().copied()?;
    let row: usize = ROW.iter().sum();
    let body = of_table.get(begin + 6..)?;
    let body = body.strip_prefix(b"\r\n").or_else(|| body.strip_prefix(b"\n"))?;
    let is_ours = after(&dictionary, "/W")? == ROW && length.is_multiple_of(row);
    let mut rows = body.get(..length).filter(|_| is_ours)?.to_vec();
    if let Some(seal) = seal {
        file.truncate(start);
        start = sealed(file, start, &mut rows, seal)?;
    }
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

/// Encrypts every stream of a file that ends before its table, and says in the table's rows where each object is now.
/// Returns where the table is. All text but theirs lies in streams: that of what the file says of its encryption stays as it
/// is.
fn sealed(file: &mut Vec<u8>, table: usize, rows: &mut [u8], seal: &Seal) -> Option<usize> {
    let whole = std::mem::take(file);
    let place = |row: &[u8]| Some(u32::from_be_bytes(row.get(1..5)?.try_into().ok()?) as usize);
    let mut objects: Vec<(usize, &mut [u8])> = Vec::new();
    for row in rows.chunks_exact_mut(ROW.iter().sum()).filter(|row| row[0] == PLAIN) {
        objects.push((place(row)?, row));
    }
    objects.sort_unstable_by_key(|(at, _)| *at);
    let ends: Vec<usize> = objects.iter().skip(1).map(|(at, _)| *at).collect();
    file.extend(whole.get(..objects.first()?.0)?);
    for (number, (at, row)) in objects.into_iter().enumerate() {
        row[1..5].copy_from_slice(&u32::try_from(file.len()).ok()?.to_be_bytes());
        match ends.get(number) {
            Some(end) => object(whole.get(at..*end)?, seal, file)?,
            None if at == table => return Some(file.len()),
            None => return None,
        }
    }
    None
}

/// Writes an object with its stream encrypted, if it has one.
fn object(whole: &[u8], seal: &Seal, out: &mut Vec<u8>) -> Option<()> {
    let name = b"stream\n";
    let Some(begin) = whole.windows(name.len()).position(|window| window == name) else {
        out.extend(whole);
        return Some(());
    };
    let dictionary = text(&whole[..begin])?;
    let number: u32 = dictionary.split(' ').next()?.parse().ok()?;
    let length = *after(dictionary, "/Length ")?.first()?;
    let content = whole.get(begin + name.len()..)?.get(..length)?;
    // A text in the dictionary would have to be encrypted too.
    if dictionary.contains('(') || whole.get(begin + name.len() + length..)? != b"\nendstream \nendobj\n" {
        return None;
    }
    let encrypted = seal.encrypt(number, content);
    let dictionary = dictionary.replacen(&format!("/Length {length}"), &format!("/Length {}", encrypted.len()), 1);
    out.extend(dictionary.as_bytes());
    out.extend(name);
    out.extend(encrypted);
    out.extend(b"\nendstream\nendobj\n");
    Some(())
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
