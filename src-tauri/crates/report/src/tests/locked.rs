//! A file with a password: nothing of it can be read without, everything with it.

use std::process::Command;

use workbench_domain::{canonical, data, data::DocumentData};

use super::*;
use crate::{NotOpened, Print, Seal, carried, find_signature, is_encrypted, render_packet, sign};

/// Composed and not: every reader knows the same password.
const PASSWORD: &str = "Grüße aus 東京";

fn seal(password: &str) -> Seal {
    let mut chance = [0; Seal::CHANCE];
    chance.iter_mut().zip(1_u8..).for_each(|(byte, number)| *byte = number.wrapping_mul(37));
    Seal::new(password, &chance).unwrap()
}

fn locked(packet: &Packet, seal: Seal) -> Vec<u8> {
    let print = Print { seal: Some(seal), ..Print::default() };
    render_packet(packet, print, &Fonts::bundled_only()).unwrap().bytes
}

/// What a reader of the file says, where it is installed.
fn read(program: &str, arguments: &[&str], file: &[u8]) -> Option<std::process::Output> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("packet.pdf");
    std::fs::write(&path, file).unwrap();
    let out = folder.path().join("out");
    let arguments = arguments.iter().map(|one| match *one {
        "FILE" => path.as_os_str().to_owned(),
        "OUT" => out.as_os_str().to_owned(),
        other => other.into(),
    });
    Command::new(program).args(arguments).output().ok()
}

#[test]
fn the_password_gives_the_data_back_and_another_gives_nothing() {
    let packet = people::eventful();
    let file = locked(&packet, seal(PASSWORD));
    assert!(is_encrypted(&file));
    assert!(carried(&file, None).is_err());
    for wrong in ["", "Grüße aus 京都", "grüße aus 東京", " "] {
        assert_eq!(Seal::of(&file, wrong).err(), Some(NotOpened::Wrong), "{wrong:?}");
    }
    let opened = Seal::of(&file, "Gru\u{308}ße aus\u{3000}東京").unwrap();
    let found = carried(&file, Some(&opened)).unwrap();
    assert_eq!(found.hash, Some(canonical::hash_bytes(&found.data)));
    assert_eq!(data::read(&found.data).unwrap(), DocumentData::Packet(Box::new(packet.clone())));
    assert_eq!(locked(&packet, opened), file, "drawn again, it is the same to the byte");
}

#[test]
fn a_reader_that_decrypts_by_itself_finds_the_same_objects() {
    let file = locked(&small(), seal(PASSWORD));
    let pdf = lopdf::Document::load_mem_with_options(&file, lopdf::LoadOptions::with_password(PASSWORD)).unwrap();
    let plain = lopdf::Document::load_mem(&render_packet(&small(), Paper::A4, &Fonts::bundled_only()).unwrap().bytes);
    assert_eq!(pdf.get_pages().len(), plain.unwrap().get_pages().len());
    let info = pdf.get_dictionary(pdf.trailer.get(b"Info").unwrap().as_reference().unwrap()).unwrap();
    assert!(info.get(b"Title").is_ok());
}

#[test]
fn nothing_of_a_packet_stands_plainly_in_its_file() {
    let packet = people::eventful();
    let file = locked(&packet, seal(PASSWORD));
    let whole = render_packet(&packet, Paper::A4, &Fonts::bundled_only()).unwrap();
    let there = |file: &[u8], text: &str| {
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        [text.as_bytes(), &wide].iter().any(|what| file.windows(what.len()).any(|window| window == *what))
    };
    let hash = data::bytes(&packet);
    let hash = canonical::hash_bytes(&hash);
    // The metadata of a file without a password say it.
    assert!(there(&whole.bytes, &hash));
    let texts = packet.printed_texts();
    let words = texts.iter().flat_map(|(_, text)| text.split_whitespace()).filter(|word| word.len() > 5);
    for text in words.chain([hash.as_str(), &hash[..16], "Interview Workbench", "pdfaid", "2026", "packet.json"]) {
        assert!(!there(&file, text), "{text}");
    }
}

#[test]
fn it_claims_to_be_accessible_but_not_archival() {
    let seal = seal("x");
    let file = locked(&small(), seal.clone());
    let name = b"/Type/Metadata";
    let at = file.windows(name.len()).position(|window| window == name).unwrap();
    let start = at + file[at..].windows(7).position(|window| window == b"stream\n").unwrap() + 7;
    let end = start + file[start..].windows(10).position(|window| window == b"\nendstream").unwrap();
    let metadata = String::from_utf8(seal.decrypt(&file[start..end]).unwrap()).unwrap();
    assert!(metadata.contains("<pdfuaid:part>1</pdfuaid:part>") && !metadata.contains("pdfaid"), "{metadata}");
}

#[test]
fn a_signature_covers_the_encrypted_file() {
    let signer = Some(workbench_domain::signer::Signer::new("Ana", &[7; 32]));
    let mut file = locked(&Packet { signer, ..small() }, seal("x"));
    sign(&mut file, |_| [9; 64]);
    let crate::Found::One(signed) = find_signature(&file) else { panic!("it is not signed") };
    assert_eq!((signed.signature, signed.end), ([9; 64], file.len()));
}

#[test]
fn poppler_and_qpdf_open_it_with_its_password_and_with_no_other() {
    let packet = people::eventful();
    let file = locked(&packet, seal(PASSWORD));
    let whole = render_packet(&packet, Paper::A4, &Fonts::bundled_only()).unwrap().bytes;
    let text = |file: &[u8], arguments: &[&str]| read("pdftotext", arguments, file);
    let Some(plain) = text(&whole, &["-enc", "UTF-8", "FILE", "-"]) else { return };
    let opened = text(&file, &["-enc", "UTF-8", "-upw", PASSWORD, "FILE", "-"]).unwrap();
    assert!(opened.status.success(), "{}", String::from_utf8_lossy(&opened.stderr));
    assert_eq!(opened.stdout, plain.stdout, "all its text");
    for wrong in ["", "Grüße aus 京都"] {
        let refused = text(&file, &["-upw", wrong, "FILE", "-"]).unwrap();
        assert!(!refused.status.success() && refused.stdout.is_empty());
    }
    let password = format!("--password={PASSWORD}");
    let Some(checked) = read("qpdf", &[&password, "--check", "FILE"], &file) else { return };
    let said = String::from_utf8_lossy(&checked.stdout).into_owned() + &String::from_utf8_lossy(&checked.stderr);
    assert!(checked.status.success() && said.contains("AESv3"), "{said}");
    assert!(said.contains("extract for accessibility: allowed") && said.contains("extract for any purpose: allowed"));
    let refused = read("qpdf", &["--password=x", "--check", "FILE"], &file).unwrap();
    assert!(!refused.status.success());
}
