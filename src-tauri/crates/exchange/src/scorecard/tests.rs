use workbench_domain::{
    problem::Severity,
    rating::Level,
    scorecard::Recommendation,
    shared::{SharedAnswer, SharedPerson, SharedRating, SharedScorecard},
};

use super::{Format, scorecards, write};

fn rating(name: &str, said: &str, level: Option<u8>) -> SharedRating {
    SharedRating {
        kind: "Skills, \"soft\"".to_owned(),
        name: name.to_owned(),
        said: said.to_owned(),
        level: level.and_then(Level::new),
        note: "=HYPERLINK(\"x\")\n- and a second line; with | signs\t".to_owned(),
    }
}

/// Scorecards with everything that is hard to write down.
fn some() -> Vec<SharedScorecard> {
    let person =
        |name: &str| SharedPerson { id: "+7".to_owned(), name: name.to_owned(), email: "a@example.org".to_owned() };
    vec![
        SharedScorecard {
            source: "interview-workbench".to_owned(),
            id: "a-1".to_owned(),
            candidate: person("محمد علی\u{200c}پور"),
            interviewer: person("@Ida 'quoted'"),
            interview: " Systems ".to_owned(),
            held_at: "2026-11-20T10:00:00.5Z".parse().ok(),
            submitted_at: "2026-11-20T11:00:00Z".parse().ok(),
            overall_said: "strong_yes".to_owned(),
            overall: Some(Recommendation::StrongYes),
            reason: "-1 is a number\n\n# not a heading".to_owned(),
            ratings: vec![rating("'=1+1", "4", Some(4)), rating("山田", "maybe", None), rating("", "", None)],
            answers: vec![SharedAnswer { question: "Where?".to_owned(), answer: "London, \"Dubai\"".to_owned() }],
        },
        SharedScorecard {
            source: "table".to_owned(),
            id: "b".to_owned(),
            candidate: person("Bo"),
            ..SharedScorecard::default()
        },
    ]
}

fn read(name: &str, text: &str) -> super::Scorecards {
    scorecards(name, text.as_bytes(), None)
}

fn plain(found: &super::Scorecards) -> Vec<SharedScorecard> {
    found.scorecards.iter().map(|one| one.scorecard.clone()).collect()
}

#[test]
fn what_is_exported_comes_back_as_it_was() {
    for format in [Format::Json, Format::Csv] {
        for all in [some(), some()[1..].to_vec(), Vec::new()] {
            let written = write(&all, format);
            let found = read(&format!("a.{}", format.ending()), &written);
            assert_eq!((found.format, plain(&found)), (Some(format), all), "{written}");
            assert!(found.problems.iter().all(|one| one.severity == Severity::Warning), "{:?}", found.problems);
        }
    }
}

#[test]
fn no_cell_of_a_csv_is_run_by_a_spreadsheet() {
    let written = write(&some(), Format::Csv);
    let table = workbench_tabular::table(&workbench_tabular::text(written.as_bytes()).unwrap().text);
    for cell in table.rows.iter().flat_map(|row| &row.cells) {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
    }
}

const GREENHOUSE: &str = r#"[
  {"id": 11, "candidate_id": 5, "interview": "Phone", "interviewed_at": "2026-03-01T10:00:00Z",
   "submitted_at": "2026-03-01T12:00:00Z", "interviewer": {"id": 8, "name": "Ola Nordmann"},
   "overall_recommendation": "no_decision",
   "attributes": [{"name": "Clear speech", "type": "Skills", "note": null, "rating": "mixed"},
                  {"name": "SQL", "type": "Skills", "note": "joins", "rating": "definitely_not"},
                  {"name": "Rust", "type": "Skills", "note": null, "rating": "no_decision"}],
   "questions": [{"id": null, "question": "Key Take-Aways", "answer": "Try again."},
                 {"id": 3, "question": "Where?", "answer": ["Oslo", "Bergen"]}]},
  {"id": 12, "candidate_id": 5, "submitted_at": null, "overall_recommendation": "yes", "attributes": []},
  {"id": 13, "candidate_id": 5, "submitted_at": "soon", "overall_recommendation": "yes", "attributes": []},
  17,
  {"id": 5, "first_name": "Kari", "last_name": "Lind", "email_addresses": [{"value": "kari@example.org", "type": "personal"}]},
  {"id": 14, "candidate_id": 6, "submitted_at": "2026-03-02T12:00:00Z", "overall_recommendation": "strong_yes",
   "interview_step": {"name": "Onsite"}, "submitted_by": {"first_name": "Eva", "last_name": "Noor"},
   "attributes": [{"name": "SQL", "type": "Skills", "note": null, "rating": "perhaps"}]}
]"#;

#[test]
fn greenhouses_shape_is_read_and_a_bad_one_loses_no_good_one() {
    let found = read("g.json", GREENHOUSE);
    assert_eq!(found.format, Some(Format::Greenhouse));
    let ids: Vec<&str> = found.scorecards.iter().map(|one| one.scorecard.id.as_str()).collect();
    assert_eq!(ids, ["11", "14"]);
    let first = &found.scorecards[0].scorecard;
    let ratings: Vec<_> = first.ratings.iter().map(|r| (r.said.as_str(), r.level.map(Level::number))).collect();
    assert_eq!(ratings, [("mixed", Some(3)), ("definitely_not", Some(1)), ("no_decision", None)]);
    assert_eq!((first.overall, first.overall_said.as_str()), (None, "no_decision"));
    assert_eq!((first.reason.as_str(), first.answers[0].answer.as_str()), ("Try again.", "Oslo, Bergen"));
    let second = &found.scorecards[1].scorecard;
    assert_eq!((second.interviewer.name.as_str(), second.interview.as_str()), ("Eva Noor", "Onsite"));
    assert_eq!((found.people.len(), found.people[0].name.as_str()), (1, "Kari Lind"));
    let told: Vec<_> = found.problems.iter().map(|p| (p.place.as_str(), p.severity == Severity::Error)).collect();
    assert_eq!(told, [("g.json:10", true), ("g.json:11", true), ("g.json:12", true)]);
    // A word that no table has is no problem of the file: whoever imports it says what it means.
    let [rating] = &second.ratings[..] else { panic!("{:?}", second.ratings) };
    assert_eq!((rating.said.as_str(), rating.level), ("perhaps", None));
}

#[test]
fn what_is_written_for_greenhouse_says_the_same_there() {
    let found = plain(&read("g.json", GREENHOUSE));
    let again = plain(&read("again.json", &write(&found, Format::Greenhouse)));
    let first = |all: &[SharedScorecard]| (all[0].clone(), all[1].overall);
    assert_eq!(first(&again), first(&found));
    let strong_no = SharedScorecard {
        overall: Some(Recommendation::StrongNo),
        overall_said: "strong_no".to_owned(),
        ..found[0].clone()
    };
    assert!(write(&[strong_no], Format::Greenhouse).contains("\"overall_recommendation\": \"definitely_not\""));
}

#[test]
fn a_table_of_someone_else_is_read_by_its_headings_and_comes_again_as_the_same() {
    let text = "Candidate;Rater;Attribute;Rating;Overall\nBo;Ida;SQL;strong_yes;yes\nBo;Ida;Rust;2;yes\n;Ida;SQL;4;yes\nAn;Ida;SQL;4;no\n";
    let found = read("t.csv", text);
    let all = plain(&found);
    let levels: Vec<Vec<_>> =
        all.iter().map(|one| one.ratings.iter().map(|r| r.level.map(Level::number)).collect()).collect();
    assert_eq!(levels, [vec![Some(5), Some(2)], vec![Some(4)]]);
    assert_eq!(all[1].overall, Some(Recommendation::No));
    assert_eq!((found.problems.len(), found.problems[0].place.as_str()), (1, "t.csv:4"));
    assert_eq!(plain(&read("other.csv", text)), all);
    assert!(all[0].id != all[1].id);
    let useless = read("u.csv", "a,b\n1,2\n");
    assert_eq!((useless.scorecards.len(), useless.problems[0].severity), (0, Severity::Error));
}

#[test]
fn broken_files_end_in_a_problem_and_never_in_a_panic() {
    let whole = write(&some(), Format::Json);
    for text in ["", "[", "{", "[1,", "{\"format\":\"interview-workbench.scorecards\"", "\u{0}", "[[[[", "null"] {
        for format in [None, Some(Format::Json), Some(Format::Csv), Some(Format::Greenhouse), Some(Format::Markdown)] {
            let found = scorecards("x", text.as_bytes(), format);
            assert!(found.scorecards.is_empty(), "{text} {format:?}");
        }
    }
    for end in (0..whole.len()).filter(|end| whole.is_char_boundary(*end)) {
        let _ = scorecards("x.json", &whole.as_bytes()[..end], None);
    }
    let later = whole.replacen("\"version\": 1", "\"version\": 2", 1);
    assert!(read("x.json", &later).problems[0].what.contains("later"));
}

#[test]
fn broken_letters_are_told_with_their_line() {
    let found = scorecards("b.csv", b"\xEF\xBB\xBFCandidate,Interviewer,Overall\nAda,Zo\xFFe,yes\n", None);
    let place = |what: &str| found.problems.iter().find(|p| p.what.contains(what)).map(|p| p.place.as_str());
    assert_eq!(place("not valid UTF-8"), Some("b.csv:2"), "{:?}", found.problems);
}

#[test]
fn a_file_of_nothing_but_signs_is_not_read() {
    for sign in ["[", "{", ",", "\n", ":"] {
        let found = scorecards("x", sign.repeat(workbench_tabular::PARTS_MAX + 1).as_bytes(), None);
        assert!(found.problems[0].what.starts_with("This file has more than"), "{sign:?}: {:?}", found.problems);
    }
}

#[test]
fn markdown_shows_what_was_said_there_beside_the_level() {
    let written = write(&some(), Format::Markdown);
    assert!(written.contains("| '=1+1 |") && written.contains("4 Above"), "{written}");
    assert!(written.contains("\\# not a heading") && written.contains("| maybe |"), "{written}");
}
