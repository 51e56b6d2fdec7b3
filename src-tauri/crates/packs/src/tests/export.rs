//! A role with its kits and questions as a pack: clean, and the same when it is read again.

use std::{fs, path::Path};

use workbench_domain::{
    kit::{Competency, Kit, KitContent, KitQuestion, Role},
    problem::Problem,
    question::{Question, QuestionType},
    rating::Level,
};

use crate::{Pack, check, export, export::PackFiles, read_folder, shipped};

const OWN: &str = "01932b1e-7c1a-7000-8000-00000000000a";
const KIT: &str = "01932b1e-7c1a-7000-8000-00000000000b";

fn write(pack: &PackFiles, folder: &Path) {
    fs::create_dir(folder.join("kits")).unwrap();
    for (name, text) in &pack.files {
        fs::write(folder.join(name), text).unwrap();
    }
}

/// Writes a pack, checks that nothing is said of it that was not said already, and reads it.
fn again(pack: &PackFiles) -> Pack {
    let folder = tempfile::tempdir().unwrap();
    write(pack, folder.path());
    let said: Vec<&Problem> = pack.problems.iter().filter(|one| one.place.contains(".toml:")).collect();
    let checked = check(folder.path());
    assert_eq!(checked.problems.iter().collect::<Vec<_>>(), said);
    assert_eq!((checked.questions, checked.kits), (pack.questions, pack.kits));
    read_folder(folder.path()).0.unwrap()
}

fn question(id: &str, section: &str) -> Question {
    Question {
        id: id.into(),
        section: section.to_owned(),
        level: "mid".to_owned(),
        question_type: Some(QuestionType::Scenario),
        title: format!("Title of {id}"),
        prompt: "Zwei Zeilen:\n\n\"Żółć\" \\ \u{2029}?".to_owned(),
        competency: "c0".into(),
        tags: vec!["太郎".to_owned()],
        minutes: 7,
        indicators: vec!["says 'one'".to_owned()],
        red_flags: vec!["[[question]]".to_owned()],
        probes: vec!["And then?".to_owned()],
        anchors: ["1", "2", "3", "4", "5"].map(|n| format!("Level {n}\nmore")),
        guidance: "```\ncode\n```".to_owned(),
    }
}

fn role() -> Role {
    let competency = |n: u32| Competency {
        id: format!("c{n}").into(),
        name: format!("كفاءة {n}"),
        definition: "What it\nmeans.".to_owned(),
        weight: if n == 0 { 3 } else { 1 },
        weight_reason: if n == 0 { "Most of it.".to_owned() } else { String::new() },
        must_have: Level::new(3).filter(|_| n == 1),
    };
    Role {
        id: OWN.into(),
        title: "Ingénieur".to_owned(),
        level: String::new(),
        competencies: (0..5).map(competency).collect(),
        submit_within_hours: Some(24),
    }
}

fn kit(role: &Role, questions: &[Question]) -> KitContent {
    let place = |(n, question): (usize, &Question)| KitQuestion {
        question_id: question.id.clone(),
        required: n == 0,
        section: ["Opening", ""][n % 2].to_owned(),
        minutes: [Some(3), None][n % 2],
    };
    let kit = Kit {
        id: KIT.into(),
        role_id: role.id.clone(),
        title: "Erstes Gespräch".to_owned(),
        slot_minutes: 45,
        background: workbench_domain::kit::Background::BeforeInterview,
        opening: "Welcome.\n\nReady?".to_owned(),
        closing: "Thank you.".to_owned(),
        ready: vec!["Paper".to_owned(), "A pen".to_owned()],
        candidate_minutes: Some(5),
        questions: questions.iter().enumerate().map(place).collect(),
    };
    KitContent { kit, role: Role { submit_within_hours: None, ..role.clone() }, questions: questions.to_vec() }
}

#[test]
fn the_shipped_pack_comes_back_as_it_was() {
    let ours = shipped();
    let pack = export::pack(&ours.role, &ours.kits, &ours.questions);
    assert_eq!((pack.id.as_str(), pack.problems.as_slice()), ("senior-python", &[][..]));
    let read = again(&pack);
    assert_eq!((&read.role, &read.questions), (&ours.role, &ours.questions));
    assert_eq!(read.kits, ours.kits);
}

#[test]
fn what_was_made_here_or_came_from_elsewhere_keeps_its_ids() {
    let role = role();
    let questions = [
        question("01932b1e-7c1a-7000-8000-00000000000c", "Żółć"),
        question("thirty-seconds/what-is-a-closure-0123456789ab", ""),
        question("ingenieur/own", "Zolc"),
    ];
    let kits = [kit(&role, &questions)];
    let pack = export::pack(&role, &kits, &questions);
    let read = again(&pack);
    assert_eq!(read.questions, questions);
    assert_eq!((read.role, read.kits.as_slice()), (role, &kits[..]));
    let said: Vec<_> = pack.problems.iter().map(|one| one.what.as_str()).collect();
    assert_eq!(said.len(), 4, "four competencies without a question: {said:?}");
}

#[test]
fn what_a_pack_cannot_hold_is_left_out_and_said() {
    let role = role();
    let good = question("p/good", "");
    let mut gaps = question("p/gaps", "");
    (gaps.minutes, gaps.anchors[2]) = (0, String::new());
    let broken = Question { indicators: vec!["two\nlines".to_owned()], ..question("p/broken", "") };
    let stray = Question { competency: "none".into(), ..question("p/stray", "") };
    let named = question("Ö/x_y", "");
    let kits = [kit(&role, &[good.clone(), broken.clone()]), kit(&role, std::slice::from_ref(&good))];
    let pack = export::pack(&role, &kits, &[gaps, good.clone(), broken, stray, named]);
    let said: Vec<_> = pack.problems.iter().filter(|one| one.what.starts_with("Left out")).collect();
    let about: Vec<_> = said.iter().map(|one| one.place.as_str()).collect();
    let expected = ["Title of p/gaps", "Title of p/stray", "Title of p/broken", "Title of Ö/x_y", "Erstes Gespräch"];
    assert_eq!(about, expected);
    assert!(said[0].what.contains("no planned time, no anchor for some level"), "{}", said[0].what);
    assert!(said[2].what.contains("line break"), "{}", said[2].what);
    let read = again(&pack);
    assert_eq!((read.questions.as_slice(), read.kits.len()), (std::slice::from_ref(&good), 1));
}

#[test]
fn a_kit_that_was_published_before_its_question_changed_says_so() {
    let role = role();
    let question = question("p/q", "");
    let old = kit(&role, &[Question { prompt: "Before?".to_owned(), ..question.clone() }]);
    let pack = export::pack(&role, &[old], &[question]);
    let said = pack.problems.iter().filter(|one| one.what.contains("changed since it was published")).count();
    assert_eq!((said, pack.kits), (1, 1));
}
