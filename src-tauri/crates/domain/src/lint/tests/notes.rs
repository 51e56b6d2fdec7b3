//! Whole notes, and the kinds that must be found in them.

use super::*;

const TECHNICAL: [&str; 3] =
    [include_str!("technical.txt"), include_str!("held_out_1_technical.txt"), include_str!("held_out_2_technical.txt")];
const ALARMING: [&str; 3] =
    [include_str!("alarming.txt"), include_str!("held_out_1_alarming.txt"), include_str!("held_out_2_alarming.txt")];
const BORDERLINE: &str = include_str!("borderline.txt");

fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.starts_with('#') && !line.is_empty())
}

/// The kinds that a line expects, and the note.
fn expected(line: &'static str) -> (Vec<Kind>, &'static str) {
    let (names, note) = line.split_once(": ").unwrap_or_else(|| panic!("no kind before {line:?}"));
    let mut kinds: Vec<Kind> = names.split(',').filter(|name| *name != "none").map(kind).collect();
    kinds.sort();
    (kinds, note)
}

fn kind(name: &str) -> Kind {
    if name == "verdict" {
        return Kind::Verdict;
    }
    Kind::Protected(serde_json::from_value(name.into()).unwrap_or_else(|_| panic!("{name:?} is no kind")))
}

/// Each note that finds other kinds than its line expects.
fn wrong(file: &'static str) -> Vec<String> {
    let wrong = lines(file).map(expected).filter(|(kinds_expected, note)| kinds(note) != *kinds_expected);
    wrong.map(|(expected, note)| format!("{note}\n    expected {expected:?}\n    found    {}", told(note))).collect()
}

#[test]
fn technical_english_raises_no_alarm() {
    assert!(TECHNICAL.into_iter().flat_map(lines).count() >= 420);
    let alarms: Vec<String> = TECHNICAL
        .into_iter()
        .flat_map(lines)
        .filter(|note| !kinds(note).is_empty())
        .map(|note| format!("{note}\n    {}", told(note)))
        .collect();
    assert!(alarms.is_empty(), "{} alarms:\n{}", alarms.len(), alarms.join("\n"));
}

#[test]
fn technical_notes_one_after_another_raise_no_alarm_either() {
    for between in ["\n", " "] {
        let all = TECHNICAL.into_iter().flat_map(lines).collect::<Vec<&str>>().join(between);
        assert_eq!(told(&all), "", "joined by {between:?}");
    }
}

#[test]
fn verdicts_and_protected_topics_are_found() {
    assert!(ALARMING.into_iter().flat_map(lines).count() >= 300);
    let wrong: Vec<String> = ALARMING.into_iter().flat_map(wrong).collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_topic_is_found_in_five_notes_at_least() {
    let found: Vec<Kind> = ALARMING.into_iter().flat_map(lines).flat_map(|line| expected(line).0).collect();
    for topic in Topic::ALL {
        let count = found.iter().filter(|kind| **kind == Kind::Protected(topic)).count();
        assert!(count >= 5, "{topic:?} has {count}");
    }
}

#[test]
fn borderline_speech_is_decided() {
    assert!(lines(BORDERLINE).count() >= 40);
    let wrong = wrong(BORDERLINE);
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn code_is_not_read() {
    let fenced = "Wrote this:\n```\nif she is pregnant { leave }\nshe has two kids\n```\nand explained the guard.";
    assert_eq!(told(fenced), "");
    assert_eq!(told("He named the flag `is pregnant` at first."), "");
    assert_eq!(told("A lone ` is no code; she is pregnant."), "Protected(Pregnancy) \"pregnant\"");
    assert_eq!(told("```\nnever closed: she is pregnant"), "Protected(Pregnancy) \"pregnant\"");
}

#[test]
fn a_finding_is_what_a_reader_would_underline() {
    let table: &[(&str, &str)] = &[
        ("He's about 55, and sharp.", "Protected(Age) \"He's about 55\""),
        ("She seemed nervous about joins.", "Verdict \"She seemed\""),
        ("Very smart.", "Verdict \"Very smart\""),
        ("Strong accent, but clear steps.", "Protected(Accent) \"Strong accent\""),
        ("Her husband is an engineer.", "Protected(Family) \"Her husband\""),
        ("She makes 120k now, and more in a good year.", "Protected(SalaryHistory) \"She makes 120k\""),
    ];
    for (note, found) in table {
        assert_eq!(told(note), *found, "{note}");
    }
}

#[test]
fn a_finding_says_what_to_do() {
    let found = check("Nice guy. He goes to church.", Language::English);
    let advice: Vec<Advice> = found.iter().map(|finding| finding.advice).collect();
    assert_eq!(advice, [Advice::WriteWhatWasSaidOrDone, Advice::Hide]);
    assert_eq!(
        serde_json::to_value(&found[1]).unwrap(),
        serde_json::json!({
            "kind": { "kind": "protected", "topic": "religion" },
            "start": 13, "end": 27, "words": "goes to church", "advice": "hide",
        })
    );
}
