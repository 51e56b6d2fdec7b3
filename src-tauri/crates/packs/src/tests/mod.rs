//! Tests as tables: a small good pack, one edit, and the problems that it must give.

mod disk;
mod drill;
mod export;
mod hostile;
mod import;
mod kit;
mod manifest;
mod one_file;
mod question;
mod references;
mod shipped;
mod syntax;
mod words;

use std::fmt::Write;

use expect_test::Expect;
use tempfile::TempDir;
use workbench_domain::problem::{Problem, Severity};

use crate::{Pack, read_folder};

const PACK: &str = r#"format = 1
id = "demo"
title = "Demo"
version = "1.0.0"
language = "en"
questions = [
    "gil",
    "copy",
]

[role]
id = "developer"
title = "Developer"
level = "senior"

[[section]]
id = "technical"
title = "Technical knowledge"

[[competency]]
id = "concurrency"
name = "Concurrency"
definition = "Chooses between threads and processes."
weight = 2
weight_reason = "Most of the work is concurrent."

[[competency]]
id = "language"
name = "Language"
definition = "Knows the language."
"#;

const GIL: &str = r#"id = "gil"
section = "technical"
type = "knowledge"
title = "The GIL"
prompt = """
What is it?
What does it do?
"""
competency = "concurrency"
tags = ["gil"]
minutes = 6
indicators = [
    "One thread at a time",
    "Input and output release it",
]
red_flags = ["Says threads are always faster"]
probes = ["And in free-threaded builds?"]

[anchors]
1 = "one"
2 = "two"
3 = "three"
4 = "four"
5 = "five"
"#;

const KIT: &str = r#"id = "short"
title = "Short"
slot_minutes = 15
opening = "Hello."
closing = "Goodbye."

[[question]]
id = "copy"

[[question]]
id = "gil"
required = false
"#;

/// A pack's folder on the disk.
struct World {
    dir: TempDir,
}

impl World {
    fn good() -> Self {
        let world = Self { dir: tempfile::tempdir().expect("a temporary folder") };
        world.write("pack.toml", PACK);
        world.write("gil.toml", GIL);
        world.write("copy.toml", copy());
        world.write("kits/short.toml", KIT);
        world
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.dir.path().join(name)
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("make the folder");
        std::fs::write(path, text).expect("write the file");
    }

    fn edit(&self, name: &str, from: &str, to: &str) -> &Self {
        let text = std::fs::read_to_string(self.path(name)).expect("read the file");
        assert!(text.contains(from), "{name} has no {from:?}");
        self.write(name, text.replacen(from, to, 1));
        self
    }

    fn remove(&self, name: &str) {
        std::fs::remove_file(self.path(name)).expect("remove the file");
    }

    fn read(&self) -> (Option<Pack>, Vec<Problem>) {
        read_folder(self.dir.path())
    }

    fn expect(&self, expected: &Expect) {
        let (pack, problems) = self.read();
        expected.assert_eq(&(told(&problems) + &kept(pack.as_ref())));
    }
}

/// A second good question.
fn copy() -> String {
    let text = GIL.replace("gil\"\nsection", "copy\"\nsection").replace("The GIL", "Copies");
    text.replace("\"concurrency\"", "\"language\"")
}

/// Edits one file of a good pack, and compares what is told and what is kept.
fn check(name: &str, from: &str, to: &str, expected: &Expect) {
    World::good().edit(name, from, to).expect(expected);
}

fn told(problems: &[Problem]) -> String {
    let mut out = String::new();
    for problem in problems {
        let severity = if problem.severity == Severity::Error { "error" } else { "warning" };
        writeln!(out, "{} {severity}: {}", problem.place, problem.what).expect("write to a text");
    }
    out
}

fn kept(pack: Option<&Pack>) -> String {
    let Some(pack) = pack else { return "no pack\n".to_owned() };
    let questions: Vec<&str> = pack.questions.iter().map(|q| q.id.as_str()).collect();
    let kits: Vec<&str> = pack.kits.iter().map(|k| k.kit.id.as_str()).collect();
    let kits = if kits.is_empty() { "no kit".to_owned() } else { kits.join(" ") };
    format!("kept: {}; {kits}\n", questions.join(" "))
}

#[test]
fn a_good_pack_is_read_whole_and_without_a_word() {
    let (pack, problems) = World::good().read();
    assert_eq!(problems, []);
    let pack = pack.expect("a pack");
    expect_test::expect_file!["good.txt"].assert_eq(&format!("{pack:#?}\n"));
}

#[test]
fn a_byte_order_mark_and_foreign_line_ends_change_nothing() {
    let world = World::good();
    let (before, _) = world.read();
    for name in ["pack.toml", "gil.toml", "copy.toml", "kits/short.toml"] {
        let text = std::fs::read_to_string(world.path(name)).expect("read the file");
        world.write(name, format!("\u{FEFF}{}", text.replace('\n', "\r\n")));
    }
    assert_eq!(world.read(), (before, vec![]));
    // Lines are counted as before, too.
    world.edit("gil.toml", "minutes = 6", "minutes = 0").expect(&expect_test::expect![[r#"
        gil.toml:11 error: The field "minutes" is 0. Write a number, from 1 to 120.
        kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
        kept: demo/copy; no kit
    "#]]);
}
