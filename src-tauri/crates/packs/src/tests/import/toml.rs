use super::{places, prompts, read};
use workbench_domain::problem::Severity::Error;

use std::path::Path;

use crate::import::{Imported, Options, read_path};

fn read_all(path: &Path) -> Imported {
    read_path(path, &Options::default(), &mut |_, _| true).unwrap()
}

#[test]
fn a_slip_in_one_question_loses_no_other() {
    let text = "format = 1\n\n[[question]]\nprompt = \"One?\"\n\n[[question]]\nprompt = \"Two?\n\n[[question]]\nprompt = \"Three?\"\nminutes = 5\n";
    let read = read("q.toml", text);
    assert_eq!(prompts(&read.questions), ["One?", "Three?"]);
    assert_eq!(read.questions[1].minutes, 5);
    assert_eq!(places(&read.problems), [("q.toml:7", Error)]);
}

#[test]
fn the_folder_of_a_pack_gives_its_role_and_kits_too_and_one_file_its_question() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../questions/senior-python");
    let pack = read_all(&folder);
    assert_eq!(pack.questions, crate::shipped().questions);
    assert_eq!((pack.role.as_ref(), &pack.kits), (Some(&crate::shipped().role), &crate::shipped().kits));
    let one = read_all(&folder.join("py-gil.toml"));
    assert_eq!(one.questions.len(), 1);
    assert!(pack.questions.contains(&one.questions[0]), "with the pack's id and section");
}

#[test]
fn the_files_of_a_folder_are_one_source() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("My bank");
    std::fs::create_dir_all(root.join("sub")).unwrap();
    std::fs::write(root.join("a.md"), "- What is A?\n").unwrap();
    std::fs::write(root.join("sub/b.csv"), "Question,Good answer\nWhat is B?,b\n").unwrap();
    std::fs::write(root.join("LICENSE.md"), "- What may you do?\n").unwrap();
    let read = read_all(&root);
    assert_eq!((prompts(&read.questions), &read.problems), (vec!["What is A?", "What is B?"], &vec![]));
    assert!(read.questions.iter().all(|question| question.id.as_str().starts_with("my-bank/")));
}

#[test]
fn who_waits_for_a_folder_is_told_how_far_it_is_and_can_end_it() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["a.md", "b.md", "c.md"] {
        std::fs::write(folder.path().join(name), "- What is it?\n").unwrap();
    }
    let mut told = Vec::new();
    let read = read_path(folder.path(), &Options::default(), &mut |done, of| {
        told.push((done, of));
        done < 1
    });
    assert_eq!((read, told), (None, vec![(0, 3), (1, 3)]));
}

#[test]
fn a_file_that_is_too_large_is_told_and_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.md");
    let file = std::fs::File::create(&path).unwrap();
    file.set_len(100 * 1024 * 1024).unwrap();
    let read = read_all(&path);
    assert_eq!(read.questions, []);
    assert_eq!(read.problems[0].what, "This file has 100 MiB; the most is 32 MiB. Shorten it, or split it.");
}
