//! A packet that is signed, and everything that someone may do to its file.

use std::fs;

use serde_json::{Value, json};
use support::{World, base64, pdf_text};

use crate::{list, text};

const MARK: &[u8] = b"\n%workbench-signature/1 ed25519 ";

/// A signed packet's bytes, and the fingerprint of whose it is.
async fn signed(world: &World) -> (Vec<u8>, String) {
    let candidate = world.candidate("Zoë Đorđević").await;
    world.held(&candidate, &[json!(4)], "yes").await;
    let path = world.beside("packet.pdf");
    world.ok("packet_export", json!({ "candidate_id": candidate, "path": path })).await;
    let own = world.ok("signing_key_get", json!({})).await;
    (fs::read(path).unwrap(), text(&own["fingerprint"]))
}

async fn verify(world: &World, file: &[u8]) -> Value {
    world.ok("packet_verify", json!({ "bytes": base64(file) })).await
}

fn place(file: &[u8], what: &[u8]) -> usize {
    file.windows(what.len()).position(|window| window == what).unwrap()
}

/// The state of the signature, and whether the file is called good.
fn state(verified: &Value) -> (String, bool) {
    (text(&verified["signature"]), verified["good"] == json!(true))
}

fn is(verified: &Value, wanted: &str) {
    assert_eq!(state(verified), (wanted.to_owned(), false), "{verified}");
    assert_eq!(verified["signer"]["known"].as_bool().unwrap_or(false), wanted == "appended_to", "{verified}");
}

#[tokio::test]
async fn a_packet_is_signed_with_one_key_that_its_pages_name() {
    let world = World::new().await;
    assert_eq!(world.ok("signing_key_get", json!({})).await["fingerprint"], Value::Null, "made when it is needed");
    let (file, fingerprint) = signed(&world).await;
    let verified = verify(&world, &file).await;
    assert_eq!(state(&verified), ("whole".to_owned(), true), "{verified}");
    assert_eq!(
        (&verified["kind"], &verified["data"], &verified["pages"]),
        (&json!("packet"), &json!("whole"), &json!("same"))
    );
    let signer = json!({ "name": "Ana Ruiz", "fingerprint": fingerprint, "known": true });
    assert_eq!(verified["signer"], signer);
    if let Some(said) = pdf_text(&world.beside("packet.pdf")) {
        let words = format!("Signed by Ana Ruiz, key fingerprint {fingerprint}");
        assert_eq!(said.matches(&words).count(), said.matches('\u{c}').count(), "on every page: {said}");
    }
    // Other documents have the same key.
    let path = world.beside("guide.pdf");
    world.ok("guide_export", json!({ "kit_id": support::KIT, "path": path })).await;
    let guide = verify(&world, &fs::read(path).unwrap()).await;
    assert_eq!((state(&guide), &guide["kind"]), (("whole".to_owned(), true), &json!("guide")), "{guide}");
    assert_eq!(guide["signer"], signer);
}

#[tokio::test]
async fn a_comparison_is_signed_and_its_data_come_back() {
    let world = World::new().await;
    let (first, second) = (world.candidate("Ana Ruiz").await, world.candidate("Jan Kowalski").await);
    world.held(&first, &[json!(5), json!(4)], "strong_yes").await;
    world.held(&second, &[json!(2), json!(3)], "no").await;
    let path = world.beside("comparison.pdf");
    world.ok("comparison_export", json!({ "candidate_ids": [first, second], "path": path })).await;
    let verified = verify(&world, &fs::read(path).unwrap()).await;
    assert_eq!(state(&verified), ("whole".to_owned(), true), "{verified}");
    assert_eq!((&verified["kind"], &verified["pages"]), (&json!("comparison"), &json!("same")));
}

#[tokio::test]
async fn a_byte_changed_anywhere_is_found() {
    let world = World::new().await;
    let (file, _) = signed(&world).await;
    let mark = place(&file, MARK);
    let steps = (0..file.len()).step_by(file.len() / 60).chain((mark..file.len()).step_by(5));
    for at in steps {
        let mut changed = file.clone();
        changed[at] ^= 1;
        let verified = verify(&world, &changed).await;
        assert!(!state(&verified).1 && verified["signer"]["known"] != json!(true), "{at}: {verified}");
        let found = ["changed", "taken_out", "appended_to"].contains(&state(&verified).0.as_str());
        assert!(found, "{at}: {verified}");
    }
}

#[tokio::test]
async fn what_is_added_behind_is_told_and_the_data_are_those_that_were_signed() {
    let world = World::new().await;
    let (file, _) = signed(&world).await;
    let whole = verify(&world, &file).await;
    // An incremental update that brings another attachment and says how much of the file is covered.
    let update = b"9 0 obj\n<</Type/EmbeddedFile/Length 2>>stream\n{}\nendstream\nendobj\n\
        10 0 obj\n<</Type/Sig/ByteRange[0 18446744073709551615 18446744073709551615 9]/Contents<00>>>\nendobj\n\
        xref\n0 0\ntrailer\n<</Size 1>>\nstartxref\n0\n%%EOF\n";
    let verified = verify(&world, &[file.as_slice(), update].concat()).await;
    is(&verified, "appended_to");
    assert_eq!(verified["appended_bytes"], json!(update.len()));
    assert_eq!(verified["data_sha256"], whole["data_sha256"]);
    assert!(text(&verified["says"][0]).contains("Added to after it was signed"), "{verified}");
    is(&verify(&world, &[file.as_slice(), b"\n"].concat()).await, "appended_to");
}

#[tokio::test]
async fn a_signature_that_is_cut_off_taken_out_or_doubled_is_told() {
    let world = World::new().await;
    let (file, _) = signed(&world).await;
    let mark = place(&file, MARK);
    let end = mark + MARK.len() + 64 + 1 + 128;
    is(&verify(&world, &[&file[..mark], &file[end..]].concat()).await, "taken_out");
    for (cut, wanted) in [(mark, "taken_out"), (end - 100, "changed"), (end, "changed"), (file.len() - 3, "changed")] {
        let verified = verify(&world, &file[..cut]).await;
        is(&verified, wanted);
        assert!(text(&verified["says"][0]).starts_with("It is cut off"), "{verified}");
    }
    is(&verify(&world, &file[..file.len() - 1]).await, "changed");
    let line = &file[mark..end];
    is(&verify(&world, &[&file[..end], line, &file[end..]].concat()).await, "several");
    is(&verify(&world, &[file.as_slice(), line, b"\nstartxref\n0\n%%EOF\n"].concat()).await, "several");
}

#[tokio::test]
async fn another_key_signs_nothing_in_its_owners_name() {
    let (world, other) = (World::new().await, World::new().await);
    // Chance repeats in tests: what was made before makes another key.
    other.candidate("Jan Kowalski").await;
    let (file, fingerprint) = signed(&world).await;
    let (theirs, their_fingerprint) = signed(&other).await;
    assert_ne!(fingerprint, their_fingerprint);
    let verified = verify(&other, &file).await;
    assert_eq!((state(&verified), &verified["signer"]["known"]), (("whole".to_owned(), true), &json!(false)));
    assert!(list(&verified["says"]).iter().any(|line| text(line).contains("not known here")), "{verified}");
    // The line of one file in the other; and another key in the line, over which no signature holds.
    let (mark, their_mark) = (place(&file, MARK), place(&theirs, MARK));
    let length = MARK.len() + 64 + 1 + 128;
    let line = &theirs[their_mark..their_mark + length];
    is(&verify(&world, &[&file[..mark], line, &file[mark + length..]].concat()).await, "changed");
    // A whole signature of their key over our file.
    let mut again = file.clone();
    let key = mark + MARK.len()..mark + MARK.len() + 64;
    let seed = workbench_vault::Key::new([3; 32]);
    let forger = workbench_vault::SigningKey::of(&seed);
    let hex: String = forger.public().iter().map(|byte| format!("{byte:02x}")).collect();
    again[key].copy_from_slice(hex.as_bytes());
    workbench_report::sign(&mut again, |message| forger.sign(message));
    let verified = verify(&world, &again).await;
    is(&verified, "other_key");
}

#[tokio::test]
async fn a_fingerprint_that_was_read_out_is_asked_for() {
    let world = World::new().await;
    let (file, fingerprint) = signed(&world).await;
    let bytes = base64(&file);
    let ask = |fingerprint: &str| json!({ "bytes": bytes, "fingerprint": fingerprint });
    let verified = world.ok("packet_verify", ask(&fingerprint.to_lowercase())).await;
    assert!(state(&verified).1 && verified["signer"]["known"] == json!(true), "{verified}");
    let verified = world.ok("packet_verify", ask(&fingerprint.replace(|c: char| c != ' ', "7"))).await;
    assert!(!state(&verified).1 && verified["signer"]["known"] == json!(false), "{verified}");
    assert!(list(&verified["says"]).iter().any(|line| text(line).contains("NOT the fingerprint")), "{verified}");
    assert_eq!(world.refused("packet_verify", ask("Ana's key")).await.0, "invalid");
    assert_eq!(world.refused("packet_verify", json!({ "bytes": "%" })).await.0, "invalid");
    for garbage in [&b""[..], b"hello", b"%PDF-1.7\n", &[0xFF; 4096]] {
        let request = json!({ "bytes": base64(garbage) });
        assert_eq!(world.refused("packet_verify", request).await.0, "invalid");
    }
}

#[tokio::test]
async fn a_packet_that_hides_names_is_not_signed() {
    let world = World::new().await;
    let candidate = world.candidate("Zoë Đorđević").await;
    world.held(&candidate, &[json!(4)], "yes").await;
    let blind = json!({ "audience": "blind" });
    let nameless = json!({ "audience": "candidate", "own_copy": { "names_left_out": "They are afraid." } });
    for mut options in [blind, nameless] {
        let path = world.beside("hidden.pdf");
        let found = world.ok("packet_check", json!({ "candidate_id": candidate, "options": options })).await;
        let all = list(&found["mentions"]);
        options["decisions"] = all.iter().map(|one| json!({ "key": one["key"], "replace": true })).collect();
        world.ok("packet_export", json!({ "candidate_id": candidate, "path": path, "options": options })).await;
        let file = fs::read(path).unwrap();
        let verified = verify(&world, &file).await;
        assert_eq!(
            (state(&verified), &verified["signer"]),
            (("unsigned".to_owned(), true), &Value::Null),
            "{verified}"
        );
        let asked = json!({ "bytes": base64(&file), "fingerprint": "7".repeat(32) });
        assert!(!state(&world.ok("packet_verify", asked).await).1, "asked for a signature, there is none");
    }
}

#[tokio::test]
async fn the_key_stays_the_same_when_the_store_gets_a_passphrase() {
    let world = World::new().await;
    let (file, fingerprint) = signed(&world).await;
    world.ok("protection_begin", json!({ "passphrase": "four words of no sense" })).await;
    assert_eq!(world.ok("signing_key_get", json!({})).await["fingerprint"], json!(fingerprint));
    assert_eq!(verify(&world, &file).await["signer"]["known"], json!(true));
    world.ok("store_lock", json!({})).await;
    let locked = world.refused("packet_verify", json!({ "bytes": base64(&file) })).await;
    assert_eq!(locked.0, "locked_store");
}

#[tokio::test]
async fn each_person_on_a_laptop_has_a_key_of_their_own() {
    let mut world = World::new().await;
    let (file, _) = signed(&world).await;
    world.become_colleague("Jan Kowalski").await;
    assert_eq!(world.ok("signing_key_get", json!({})).await["fingerprint"], Value::Null);
    assert_eq!(verify(&world, &file).await["signer"]["known"], json!(false));
}
