//! When there is far too much of something, before it is read.

/// The most parts (lines, cells, values, brackets) of one file. A file of the largest size that is read, as people and programs
/// write them, has 1 to 3 million; one of 30 million brackets would fill the memory.
pub const PARTS_MAX: usize = 4_000_000;

/// The line, counted from 1, at which these bytes have more than `most` of these signs; none where they do not. What is read
/// takes many times the memory of the sign that makes it, so that a file of one sign would fill a machine.
#[must_use]
pub fn line_past(bytes: &[u8], signs: &[u8], most: usize) -> Option<usize> {
    let (mut found, mut line) = (0, 1);
    for byte in bytes {
        found += usize::from(signs.contains(byte));
        if found > most {
            return Some(line);
        }
        line += usize::from(*byte == b'\n');
    }
    None
}

/// What to say where a file has more than [`PARTS_MAX`] of these signs, and at which line; none where it has not.
#[must_use]
pub fn too_many(bytes: &[u8], signs: &[u8]) -> Option<(usize, String)> {
    let line = line_past(bytes, signs, PARTS_MAX)?;
    let what = format!(
        "This file has more than {PARTS_MAX} parts (lines, values). Split it, or look whether it is the right file; nothing of it was read."
    );
    Some((line, what))
}

#[cfg(test)]
mod tests {
    use super::line_past;

    #[test]
    fn the_line_of_the_first_sign_too_many_is_told() {
        assert_eq!(line_past(b"a,b\nc;d,e\n,", b",;", 2), Some(2));
        assert_eq!(line_past(b"a,b\nc;d,e\n,", b",;", 3), Some(3));
        assert_eq!(line_past(b"a,b\nc;d,e\n,", b",;", 4), None);
    }
}
