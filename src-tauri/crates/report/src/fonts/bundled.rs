//! The faces inside the program. Their sources and how they were cut: `assets/fonts/README.md`.

use std::sync::{Arc, OnceLock};

use parley::fontique::Blob;

use super::Face;

macro_rules! faces {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_bytes!(concat!("../../assets/fonts/", $name, ".ttf")).as_slice())),*]
    };
}

const FILES: [(&str, &[u8]); 13] = faces![
    "NotoSans-Regular",
    "NotoSans-Italic",
    "NotoSans-SemiBold",
    "NotoSansArabic-Regular",
    "NotoSansArabic-SemiBold",
    "NotoSansDevanagari-Regular",
    "NotoSansDevanagari-SemiBold",
    "NotoSansHebrew-Regular",
    "NotoSansHebrew-SemiBold",
    "NotoSansMath-Regular",
    "NotoSansSymbols-Regular",
    "NotoSansSymbols2-Regular",
    "NotoSansMono-Regular",
];

/// Which faces to try for upright, italic and semibold text and for code, in order; the places are those of [`FILES`]. Scripts
/// without an italic stay upright in italic text, and what the face for code lacks stands in the others.
pub(super) const ORDER: [&[usize]; 4] = [
    &[0, 3, 5, 7, 9, 10, 11],
    &[1, 0, 3, 5, 7, 9, 10, 11],
    &[2, 4, 6, 8, 0, 3, 5, 7, 9, 10, 11],
    &[12, 0, 3, 5, 7, 9, 10, 11],
];

/// The bundled faces, parsed once.
pub(super) fn faces() -> &'static [Arc<Face>] {
    static FACES: OnceLock<Vec<Arc<Face>>> = OnceLock::new();
    FACES.get_or_init(|| {
        FILES.iter().filter_map(|(name, bytes)| Face::new(name, Blob::new(Arc::new(*bytes))).map(Arc::new)).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bundled_file_is_a_face_and_may_be_embedded() {
        use skrifa::raw::TableProvider;
        assert_eq!(faces().len(), FILES.len());
        for face in faces() {
            assert_eq!(face.font().unwrap().os2().unwrap().fs_type(), 0, "{}", face.name);
        }
    }
}
