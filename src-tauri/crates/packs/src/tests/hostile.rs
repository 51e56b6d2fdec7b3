//! Whatever a file holds, reading it ends, and quickly.

use proptest::prelude::*;

use super::{GIL, KIT, PACK, World, copy, drill::DRILL};
use crate::{
    disk::{File, Folder},
    notes, pack,
};

/// Reads a pack of which one file is something else, without a disk.
fn read_with(which: usize, bytes: &[u8]) {
    let copy = copy();
    let texts = [
        ("pack.toml", PACK),
        ("gil.toml", GIL),
        ("copy.toml", copy.as_str()),
        ("kits/short.toml", KIT),
        ("drills/gil.toml", DRILL),
    ];
    let file = |index: usize| {
        let (name, good) = texts[index];
        let bytes = if index == which { bytes } else { good.as_bytes() };
        File { bytes: Some(bytes.to_vec().into()), ..File::embedded(name, &[]) }
    };
    let reading = pack::read(Folder {
        manifest: Some(file(0)),
        questions: vec![file(1), file(2)],
        kits: vec![file(3)],
        drills: vec![file(4)],
        notes: Vec::new(),
    });
    let problems = notes::problems(reading.notes);
    for problem in &problems {
        let (file, line) = problem.place.rsplit_once(':').expect("file:line");
        let most = if texts[which].0 == file { bytes.iter().filter(|b| **b == b'\n').count() + 1 } else { 40 };
        assert!((1..=most).contains(&line.parse().expect("a line")), "{problem:?}");
        assert!(!problem.what.contains('\n'), "{problem:?}");
    }
}

/// A text made of pieces that mean something to the reader.
fn tomlish() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("\n".to_owned()),
        Just(" = ".to_owned()),
        prop::sample::select(vec![
            "id",
            "format",
            "title",
            "questions",
            "question",
            "role",
            "section",
            "competency",
            "anchors",
            "minutes",
            "prompt",
            "type",
            "weight",
            "probes",
            "1",
            "[",
            "]",
            "[[",
            "]]",
            "{",
            "}",
            ",",
            ".",
            "\"",
            "'",
            "\"\"\"",
            "'''",
            "#",
            "\\",
            "\\u0000",
            "\r",
            "\u{FEFF}",
            "\u{202E}",
            "inf",
            "nan",
            "true",
            "-0",
            "0x",
            "1e999",
            "1979-05-27",
            "07:32:00",
        ])
        .prop_map(str::to_owned),
        "[a-z]{1,5} = (\"[a-z ]{0,9}\"|[0-9]{1,20}|\\[\\]|\\{\\})\n",
        "\\PC{0,6}",
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn any_bytes_are_survived(which in 0_usize..5, bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        read_with(which, &bytes);
    }

    #[test]
    fn any_text_like_ours_is_survived(which in 0_usize..5, text in tomlish()) {
        read_with(which, text.as_bytes());
    }

    #[test]
    fn a_good_file_with_a_piece_changed_is_survived(
        which in 0_usize..5, at in 0.0..1.0_f64, cut in 0_usize..30, text in tomlish(),
    ) {
        let copy = copy();
        let good = [PACK, GIL, &copy, KIT, DRILL][which].as_bytes();
        let from = (good.len() as f64 * at) as usize;
        let to = (from + cut).min(good.len());
        read_with(which, &[&good[..from], text.as_bytes(), &good[to..]].concat());
    }
}

#[test]
fn the_worst_files_are_survived() {
    // Large enough to run out of stack or time if anything here were recursive or quadratic.
    let most = 64 * 1024;
    let fill = |piece: &str| piece.repeat(most / piece.len());
    let worst = [
        fill("["),
        fill("a=["),
        format!("a={}", fill("[")),
        format!("a={}", fill("{a=")),
        format!("{}a=1", fill("a.")),
        format!("[{}a]", fill("a.")),
        fill("[[a]]\n"),
        fill("[[question]]\n"),
        fill("=\n"),
        fill("\"\n"),
        fill("\u{0}"),
        format!("questions=[{}]", fill("1,")),
        format!("indicators=[{}]", fill("'',")),
        (0..most / 10).map(|n| format!("k{n}=1\n")).collect(),
        (0..most / 22).map(|n| format!("[[section]]\nid='{n}'\n")).collect(),
        format!("a=\"{}\"", fill("\\u0041")),
        format!("minutes={}", fill("9")),
    ];
    for text in &worst {
        for which in 0..5 {
            read_with(which, text.as_bytes());
        }
    }
}

#[test]
fn kits_that_repeat_large_questions_do_not_fill_the_memory() {
    let world = World::good();
    world.edit("gil.toml", "What is it?", &"x".repeat(1_000_000));
    for number in 0..80 {
        world.write(&format!("kits/k{number}.toml"), KIT.replace("short", &format!("k{number}")));
    }
    let (pack, problems) = world.read();
    assert_eq!((pack.expect("a pack").kits.len(), problems.len()), (67, 14));
    expect_test::expect![[r#"
        kits/k7.toml:1 error: The kits of this pack repeat more than 64 MiB of questions, so this one was left out. Use fewer kits, or shorter texts.
    "#]].assert_eq(&super::told(&problems[..1]));
}

#[test]
fn ten_thousand_wrong_names_are_told_in_time() {
    let world = World::good();
    let names: String = (0..100_000).map(|n| format!("'n{n}',")).collect();
    world.write("pack.toml", PACK.replace("    \"gil\",", &names));
    for number in 0..2_000 {
        world.write(&format!("m{number}.toml"), format!("id = 'm{number}'\nsection = 'none'\ncompetency = 'none'\n"));
    }
    let rows: String = (0..1_000).map(|n| format!("[[question]]\nid = 'x{n}'\n")).collect();
    world.write("kits/short.toml", format!("{KIT}{rows}"));
    let (pack, problems) = world.read();
    assert_eq!((pack.expect("a pack").questions.len(), problems.len()), (2, 2001));
}

#[test]
fn so_many_problems_are_counted_and_not_all_told() {
    let world = World::good();
    let many: String = (0..500).map(|n| format!("unknown-{n} = 1\n")).collect();
    for number in 0..30 {
        world.write(&format!("q{number:02}.toml"), &many);
    }
    let (_, problems) = world.read();
    assert_eq!(problems.len(), 2001);
    expect_test::expect![[r#"
        q00.toml:91 warning: This file has 410 more problems. Correct those above first.
        pack.toml:1 error: Not named here: 1030 more problems. Correct those above first.
    "#]]
    .assert_eq(&super::told(&[problems[100].clone(), problems[2000].clone()]));
}
