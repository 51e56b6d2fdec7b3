//! Takes one face out of a collection: layout knows fonts by their file, and a file in a document has one face.

use skrifa::FontRef;

/// The face as a font file of its own. A file that is no collection stays as it is.
pub(super) fn single(bytes: Vec<u8>, index: u32) -> Option<Vec<u8>> {
    if !bytes.starts_with(b"ttcf") {
        return Some(bytes);
    }
    let font = FontRef::from_index(&bytes, index).ok()?;
    let tables: Vec<_> = font
        .table_directory()
        .table_records()
        .iter()
        .filter_map(|record| Some((record.tag().to_be_bytes(), font.table_data(record.tag())?)))
        .collect();
    let count = u16::try_from(tables.len()).ok()?;
    let mut out = font.table_directory().sfnt_version().to_be_bytes().to_vec();
    out.extend(count.to_be_bytes());
    // What helps a binary search through the tables; readers do without, and so do checksums.
    out.extend([0; 6]);
    let mut offset = 12 + tables.len() * 16;
    for (tag, data) in &tables {
        out.extend(tag);
        out.extend([0; 4]);
        out.extend(u32::try_from(offset).ok()?.to_be_bytes());
        out.extend(u32::try_from(data.len()).ok()?.to_be_bytes());
        offset += data.len().next_multiple_of(4);
    }
    for (_, data) in &tables {
        out.extend_from_slice(data.as_bytes());
        out.resize(out.len().next_multiple_of(4), 0);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use skrifa::{MetadataProvider, raw::TableProvider};

    use super::*;

    /// A collection of whole font files: their directories' offsets are moved on by where each file starts.
    fn collection(files: &[&[u8]]) -> Vec<u8> {
        let mut out = b"ttcf\0\x01\0\0".to_vec();
        out.extend((files.len() as u32).to_be_bytes());
        let mut start = 12 + files.len() * 4;
        for file in files {
            out.extend((start as u32).to_be_bytes());
            start += file.len();
        }
        for file in files {
            let start = out.len();
            out.extend_from_slice(file);
            let tables = usize::from(u16::from_be_bytes([file[4], file[5]]));
            for place in (0..tables).map(|table| start + 12 + table * 16 + 8) {
                let offset = u32::from_be_bytes(out[place..place + 4].try_into().unwrap()) + start as u32;
                out[place..place + 4].copy_from_slice(&offset.to_be_bytes());
            }
        }
        out
    }

    #[test]
    fn each_face_of_a_collection_becomes_a_font_of_its_own() {
        let faces = super::super::bundled::faces();
        let (latin, hebrew) = (faces[0].data.as_ref(), faces[7].data.as_ref());
        let both = collection(&[latin, hebrew]);
        for (index, file, letter) in [(0, latin, 'a'), (1, hebrew, 'א')] {
            let alone = single(both.clone(), index).unwrap();
            let (alone, whole) = (FontRef::new(&alone).unwrap(), FontRef::new(file).unwrap());
            assert_eq!(alone.maxp().unwrap().num_glyphs(), whole.maxp().unwrap().num_glyphs());
            assert_eq!(alone.charmap().map(letter), whole.charmap().map(letter));
            assert!(alone.charmap().map(letter).is_some());
        }
        assert_eq!(single(both, 2), None);
        assert_eq!(single(latin.to_vec(), 0).as_deref(), Some(latin));
    }
}
