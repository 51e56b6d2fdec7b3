//! Attached files: cleaned, bounded, and in the encrypted store.

use serde_json::{Value, json};
use support::{World, base64};

use super::id;
use crate::{list, text};

/// A PNG of one chunk of drawing, with a text of the camera's.
fn png(secret: &str) -> Vec<u8> {
    let chunk = |kind: &[u8; 4], body: &[u8]| {
        [&u32::try_from(body.len()).unwrap().to_be_bytes()[..], kind, body, b"crc!"].concat()
    };
    let parts = [
        chunk(b"IHDR", &[0, 0, 2, 128, 0, 0, 1, 224, 8, 2, 0, 0, 0]),
        chunk(b"tEXt", secret.as_bytes()),
        chunk(b"IDAT", b"drawing"),
        chunk(b"IEND", b""),
    ];
    [&b"\x89PNG\r\n\x1a\n"[..], &parts.concat()].concat()
}

#[tokio::test]
async fn a_picture_is_kept_without_what_it_says_of_its_maker() {
    let mut world = World::new().await;
    let live = world.start(&world.candidate("Ana Ruiz").await).await;
    let id = id(&live);
    let secret = "GPS 52.2297 N 21.0122 E";
    let id_of_picture = world.attach(&id, "general", "C:\\Photos\\board.png", &png(secret)).await;
    let text_id = world.attach(&id, "candidate_questions", "plan.txt", "1. naïve 計画\n".as_bytes()).await;
    world.restart().await;
    let whole = world.ok("attachment_get", json!({ "attachment_id": id_of_picture })).await;
    assert_eq!(text(&whole["attachment"]["name"]), "board.png");
    assert_eq!((&whole["attachment"]["kind"], &whole["attachment"]["place"]), (&json!("png"), &json!("general")));
    let kept = text(&whole["bytes"]);
    let clean = png("").len() - 12;
    assert_eq!(whole["attachment"]["size"], json!(clean), "the whole part of the camera is gone");
    assert!(!kept.contains(&base64(secret.as_bytes())[..20]), "{kept}");
    let plan = world.ok("attachment_get", json!({ "attachment_id": text_id })).await;
    assert_eq!(text(&plan["bytes"]), base64("1. naïve 計画\n".as_bytes()));

    let names = async |world: &World| {
        let list = world.ok("attachment_list", json!({ "interview_id": id })).await;
        list["attachments"].as_array().unwrap().iter().map(|a| text(&a["name"])).collect::<Vec<_>>()
    };
    assert_eq!(names(&world).await, ["board.png", "plan.txt"]);
    assert_eq!(list(&world.interview(&id).await["attachments"]).len(), 2);
    assert_eq!(world.refused("interview_discard", json!({ "interview_id": id })).await.0, "conflict");
    world.ok("attachment_remove", json!({ "attachment_id": id_of_picture })).await;
    assert_eq!(names(&world).await, ["plan.txt"]);
    let gone = json!({ "attachment_id": id_of_picture });
    assert_eq!(world.refused("attachment_get", gone.clone()).await.0, "not_found");
    assert_eq!(world.refused("attachment_remove", gone).await.0, "not_found");
    world.become_colleague("Olga Petrova").await;
    let theirs = json!({ "attachment_id": text_id });
    assert_eq!(world.refused("attachment_get", theirs).await.0, "hidden", "not before it is submitted");
}

#[tokio::test]
async fn what_is_no_picture_or_text_or_too_much_is_refused_with_the_reason() {
    let world = World::new().await;
    let live = world.start(&world.candidate("Ana Ruiz").await).await;
    let id = id(&live);
    let add = |name: &str, bytes: &[u8]| json!({ "interview_id": id, "place": "general", "name": name, "bytes": base64(bytes) });
    let cut = png("")[..40].to_vec();
    let mut huge = png("");
    huge[16..24].copy_from_slice(&[0, 1, 0x86, 0xA0, 0, 1, 0x86, 0xA0]);
    let large = vec![b'x'; 10_000_001];
    for (name, bytes, says) in [
        ("empty.txt", &b""[..], "is empty"),
        ("cut.png", &cut, "is damaged or cut off"),
        ("huge.png", &huge, "says that it is 100000 × 100000 pixels. The most is 30000 a side and 50 million in all"),
        ("a.pdf", b"%PDF-1.7\n\xe2\xe3", "is a PDF. Attach a picture of the page"),
        ("IMG_0001.HEIC", b"\0\0\0\x18ftypheic\0\0\0\0mif1", "is a HEIC picture. Attach it as a JPEG instead"),
        ("b.webp", b"RIFF\x24\0\0\0WEBPVP8 ", "is a WebP picture. Export it as PNG or JPEG"),
        ("c.gif", b"GIF89a\x01\0\x01\0", "is a GIF picture"),
        ("d.dng", b"II*\0\x08\0\0\0\xff", "is a TIFF or raw picture"),
        ("e.avif", b"\0\0\0\x1cftypavif", "is an AVIF picture"),
        ("f.zip", b"PK\x03\x04\xff", "is neither a PNG or JPEG picture nor plain text"),
        ("bell.txt", b"a\x07b", "is neither"),
        ("large.txt", &large, "has 10.1 MB. The most is 10 MB"),
    ] {
        let (code, message) = world.refused("attachment_add", add(name, bytes)).await;
        assert_eq!(code, "invalid", "{message}");
        assert!(message.starts_with(&format!("\"{name}\" {says}")), "{message}");
        assert!(message.ends_with("Nothing was attached."), "{message}");
    }
    let change = |key: &str, value: Value| {
        let mut request = add("a.txt", b"a");
        request[key] = value;
        request
    };
    for (what, request, code) in [
        ("no base64", change("bytes", json!("a!")), "invalid"),
        ("no name", change("name", json!("folder/")), "invalid"),
        ("no such place", change("place", json!("elsewhere")), "not_found"),
        ("an id of another kind", change("attachment_id", json!("a1")), "invalid"),
    ] {
        assert_eq!(world.refused("attachment_add", request).await.0, code, "{what}");
    }
    assert_eq!(list(&world.interview(&id).await["attachments"]).len(), 0);

    // Sent again after a lost answer, it is attached once; another file under the id is refused.
    let known = json!("019ab7c4-5d00-7abc-8def-0123456789ab");
    let first = world.ok("attachment_add", change("attachment_id", known.clone())).await;
    let again = world.ok("attachment_add", change("attachment_id", known.clone())).await;
    assert_eq!(first["attachment"], again["attachment"]);
    let mut other = add("b.txt", b"b");
    other["attachment_id"] = known;
    assert_eq!(world.refused("attachment_add", other).await.0, "conflict");
    for n in 1..20 {
        world.attach(&id, "general", &format!("{n}.txt"), b"x").await;
    }
    let (code, message) = world.refused("attachment_add", add("21.txt", b"x")).await;
    assert_eq!(code, "conflict");
    assert!(message.contains("20 attachments, which is the most"), "{message}");
}
