//! The data that a packet's file carries come back, and files that are none end in words.

use workbench_domain::{
    canonical,
    data::{self, DocumentData},
};

use super::*;
use crate::{NotCarried, carried, render_comparison, render_guide, render_packet};

fn file() -> Vec<u8> {
    render_packet(&people::eventful(), Paper::A4, &Fonts::bundled_only()).unwrap().bytes
}

fn place(file: &[u8], what: &str) -> usize {
    file.windows(what.len()).position(|window| window == what.as_bytes()).unwrap()
}

#[test]
fn the_data_come_back_and_their_hash_stands_on_every_page() {
    let found = carried(&file(), None).unwrap();
    assert_eq!(data::read(&found.data).unwrap(), DocumentData::Packet(Box::new(people::eventful())));
    let hash = canonical::hash_bytes(&found.data);
    assert_eq!(found.hash.as_ref(), Some(&hash));
    for page in pages(&people::eventful()) {
        let text = page.text();
        assert!(text.contains(&hash) && text.contains("Unsigned"), "{text}");
    }
}

#[test]
fn a_comparison_and_a_guide_carry_their_data_too() {
    let fonts = Fonts::bundled_only();
    let comparison = side_by_side::comparison(6);
    let found = carried(&render_comparison(&comparison, Paper::A4, &fonts).unwrap().bytes, None).unwrap();
    assert_eq!(found.hash, Some(canonical::hash_bytes(&found.data)));
    assert_eq!(data::read(&found.data).unwrap(), DocumentData::Comparison(Box::new(comparison)));
    let guide = hard::guide();
    let found = carried(&render_guide(&guide, Paper::A4, &fonts).unwrap().bytes, None).unwrap();
    assert_eq!(found.hash, Some(canonical::hash_bytes(&found.data)));
    assert_eq!(data::read(&found.data).unwrap(), DocumentData::Guide(Box::new(guide)));
}

#[test]
fn what_is_no_document_of_ours_says_so() {
    assert_eq!(carried(b"hello", None), Err(NotCarried::NoPdf));
    assert_eq!(carried(b"", None), Err(NotCarried::NoPdf));
    let other = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\nstartxref\n0\n%%EOF\n";
    assert_eq!(carried(other, None), Err(NotCarried::Nothing));
    assert_eq!(carried(&other[..other.len() - 6], None), Err(NotCarried::CutOff));
    let twice = [file(), file()].concat();
    assert_eq!(carried(&twice, None), Err(NotCarried::Several));
}

#[test]
fn a_file_that_is_cut_or_changed_anywhere_near_its_data_never_gives_other_data() {
    let whole = file();
    let start = place(&whole, "/EmbeddedFile");
    for end in (start + 13..start + 900).step_by(7).chain((5..start).step_by(997)) {
        assert_eq!(carried(&whole[..end], None), Err(NotCarried::CutOff), "{end}");
    }
    for at in (start - 10..start + 900).step_by(3) {
        let mut changed = whole.clone();
        changed[at] ^= 0x15;
        if let Ok(found) = carried(&changed, None)
            && let Ok(read) = data::read(&found.data)
            && Some(canonical::hash_bytes(&found.data)) == found.hash
        {
            assert_eq!(read, DocumentData::Packet(Box::new(people::eventful())), "{at}");
        }
    }
}

#[test]
fn a_small_file_of_endless_data_is_refused() {
    use std::io::Write as _;
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    let zeros = vec![0; 1 << 20];
    (0..40).for_each(|_| packed.write_all(&zeros).unwrap());
    let packed = packed.finish().unwrap();
    let head = format!("%PDF-1.7\n1 0 obj\n<</Type/EmbeddedFile/Filter/FlateDecode/Length {}>>stream\n", packed.len());
    let file = [head.as_bytes(), &packed, b"\nendstream"].concat();
    assert_eq!(carried(&file, None), Err(NotCarried::TooLarge));
}
