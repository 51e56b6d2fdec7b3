//! Documents with a password: written, signed, and looked at with it and without.

use std::fs;

use serde_json::{Value, json};
use support::{KIT, World, base64};

use crate::{list, text};

const PASSWORD: &str = "Grüße aus 東京";

/// A signed packet with a password.
async fn sealed(world: &World) -> Vec<u8> {
    let candidate = world.candidate("Zoë Đorđević").await;
    world.held(&candidate, &[json!(4)], "yes").await;
    let path = world.beside("packet.pdf");
    let request = json!({ "candidate_id": candidate, "path": path, "password": PASSWORD });
    world.ok("packet_export", request).await;
    fs::read(path).unwrap()
}

async fn verify(world: &World, file: &[u8], password: Option<&str>) -> Value {
    world.ok("packet_verify", json!({ "bytes": base64(file), "password": password })).await
}

fn says(verified: &Value, words: &str) -> bool {
    list(&verified["says"]).iter().any(|line| text(line).contains(words))
}

#[tokio::test]
async fn the_signature_is_checked_without_the_password_and_everything_with_it() {
    let world = World::new().await;
    let file = sealed(&world).await;
    let without = verify(&world, &file, None).await;
    let seen = |of: &Value| [&of["good"], &of["signature"], &of["data"], &of["pages"]].map(Clone::clone);
    assert_eq!(seen(&without), [json!(true), json!("whole"), json!("encrypted"), json!("unknown")], "{without}");
    assert!(says(&without, "That is your own key") && says(&without, "It has a password"), "{without}");
    let with = verify(&world, &file, Some(PASSWORD)).await;
    assert_eq!(seen(&with), [json!(true), json!("whole"), json!("whole"), json!("same")], "{with}");
    assert_eq!((&with["kind"], &with["signer"]["name"]), (&json!("packet"), &json!("Ana Ruiz")));
    for wrong in ["grüße aus 東京", "x", "a\nb"] {
        let request = json!({ "bytes": base64(&file), "password": wrong });
        let (code, message) = world.refused("packet_verify", request).await;
        assert_eq!((code.as_str(), message.as_str()), ("invalid", "That is not the password of this file."));
    }
    // A file without one takes any.
    assert!(!workbench_report::is_encrypted(b"%PDF-1.7"));
}

#[tokio::test]
async fn a_byte_changed_anywhere_in_an_encrypted_file_is_found() {
    let world = World::new().await;
    let file = sealed(&world).await;
    let mut found = std::collections::BTreeSet::new();
    for at in (0..file.len()).step_by(997) {
        let mut changed = file.clone();
        changed[at] ^= 0x15;
        let answer = world.app().call("packet_verify", &json!({ "bytes": base64(&changed) }).to_string()).await;
        let Ok(answer) = answer else { continue };
        let verified: Value = serde_json::from_str(&answer).unwrap();
        assert_eq!(verified["good"], json!(false), "{at}: {verified}");
        found.insert(text(&verified["signature"]));
    }
    assert!(found.contains("changed"), "{found:?}");
    let more = [file.as_slice(), b"1 0 obj\n<<>>\nendobj\n"].concat();
    let verified = verify(&world, &more, Some(PASSWORD)).await;
    assert_eq!((&verified["signature"], &verified["good"]), (&json!("appended_to"), &json!(false)));
}

#[tokio::test]
async fn a_signature_that_was_taken_out_is_missed_with_the_password() {
    let world = World::new().await;
    let file = sealed(&world).await;
    let mark = b"%workbench-signature/1 ed25519 ";
    let at = file.windows(mark.len()).position(|window| window == mark).unwrap();
    let end = at + file[at..].iter().position(|byte| *byte == b'\n').unwrap() + 1;
    let without = [&file[..at], &file[end..]].concat();
    let verified = verify(&world, &without, Some(PASSWORD)).await;
    assert_eq!((&verified["signature"], &verified["good"]), (&json!("taken_out"), &json!(false)), "{verified}");
}

#[tokio::test]
async fn every_document_takes_a_password_and_no_two_files_are_alike() {
    let world = World::new().await;
    let (first, second) = (world.candidate("Ana Ruiz").await, world.candidate("Jan Kowalski").await);
    world.held(&first, &[json!(5)], "strong_yes").await;
    world.held(&second, &[json!(2)], "no").await;
    let path = world.beside("one.pdf");
    for (command, of, kind) in [
        ("comparison_export", json!({ "candidate_ids": [first, second] }), "comparison"),
        ("guide_export", json!({ "kit_id": KIT }), "guide"),
    ] {
        let mut files = Vec::new();
        for _ in 0..2 {
            let mut request = of.clone();
            (request["path"], request["password"]) = (json!(path), json!("correct horse"));
            world.ok(command, request).await;
            files.push(fs::read(&path).unwrap());
        }
        assert_ne!(files[0], files[1], "their keys are fresh");
        let verified = verify(&world, &files[1], Some("correct horse")).await;
        assert_eq!((&verified["kind"], &verified["pages"]), (&json!(kind), &json!("same")), "{verified}");
    }
}

#[tokio::test]
async fn a_password_that_cannot_be_one_is_refused_with_words_and_nothing_is_written() {
    let world = World::new().await;
    let path = world.beside("guide.pdf");
    for (password, words) in
        [("", "is empty"), ("\u{AD}", "is empty"), ("a\nb", "has a sign"), (&"x".repeat(128), "too long")]
    {
        let request = json!({ "kit_id": KIT, "path": path, "password": password });
        let (code, message) = world.refused("guide_export", request).await;
        assert!(code == "invalid" && message.contains(words), "{password:?}: {message}");
        assert!(!path.exists());
    }
}

#[tokio::test]
async fn a_language_that_there_is_not_is_refused_with_those_that_there_are() {
    let world = World::new().await;
    let path = world.beside("guide.pdf");
    let request = |language: &str| json!({ "kit_id": KIT, "path": path, "language": language });
    let (code, message) = world.refused("guide_export", request("tlh")).await;
    assert_eq!(code, "invalid");
    assert_eq!(message, "Documents cannot be printed in the language “tlh”. There are: en.");
    world.ok("guide_export", request("en")).await;
    assert!(path.exists());
}
