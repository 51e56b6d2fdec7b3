use super::*;
use crate::{
    entry::{Entry, EntryKind, EntryLink},
    evidence::Reason,
    independence::OpenInterview,
    phase::Phase,
    rating::Level,
    testing::{entry, interview, record},
    tick::TickTarget,
};
use InterviewState::{Open, Submitted};

fn table(records: &[CandidateRecord], reader: Option<&Reader>) -> CompareTable {
    super::table(records, &Beside::default(), reader)
}

/// Ratings of one row, a text a candidate: codes in order, `-` for unrated.
fn row(table: &CompareTable, competency: &str) -> Vec<String> {
    let row = table.rows.iter().find(|r| r.competency.id.as_str() == competency).unwrap();
    let code = |r: &CellRating| r.rating.map_or_else(|| "-".to_owned(), Rating::code);
    row.cells.iter().map(|cell| cell.ratings.iter().map(code).collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn a_cell_lists_ratings_in_kit_order_beside_the_mean_of_the_formula() {
    let records = [
        record("Ana", vec![interview("Ida", Submitted, ["4", "2", "not_asked"])]),
        record(
            "Bo",
            vec![
                interview("Ida", Submitted, ["3", "-", "5"]),
                interview("Jan", Submitted, ["could_not_judge", "1", "2"]),
            ],
        ),
    ];
    let table = table(&records, None);
    assert_eq!(row(&table, "craft"), ["4 2", "3 - could_not_judge 1"]);
    assert_eq!(row(&table, "talk"), ["not_asked", "5 2"]);
    let means: Vec<_> = table.rows[0].cells.iter().map(|cell| cell.figure.mean).collect();
    assert_eq!(means, [Some(3.0), Some(2.0)], "Ida's 3 and Jan's 1");
    let by = |place: u32| table.scorecards[place as usize].interviewer.as_str();
    let dots: Vec<_> = table.rows[0].cells[1].dots.iter().map(|dot| (by(dot.scorecard), dot.mean)).collect();
    assert_eq!(dots, [("Ida", Some(3.0)), ("Jan", Some(1.0))]);
    assert!(table.rows[0].cells[1].far_apart && !table.rows[1].cells[0].far_apart && table.rows[0].differs);
    let talk = &table.rows[1];
    assert_eq!((talk.cells[0].figure.mean, talk.cells[0].dots[0].mean), (None, None), "the dot is hollow");
    assert!(table.rows[0].compared && !talk.compared && !talk.differs, "nothing of Ana's communication is rated");
    let columns: Vec<_> = table.candidates.iter().map(|c| (c.composite.as_ref().unwrap().value, c.compared)).collect();
    assert_eq!(columns, [(Some(3.0), Some(3.0)), (Some(2.75), Some(2.0))], "all of it, and what is compared");
    assert_eq!(table.candidates[1].red_flags, 2);
    assert_eq!(table.candidates[1].opinions.len(), 2);
    assert_eq!(said(&table), Vec::<String>::new());
}

/// The cautions, each with whom it is about before it.
fn said(table: &CompareTable) -> Vec<String> {
    let name = |id| &table.candidates.iter().find(|one| one.id == id).unwrap().name;
    let whole = |one: &Caution| match &one.candidate_id {
        Some(id) => format!("{}: {}", name(id.clone()), one.words),
        None => one.words.clone(),
    };
    table.cautions.iter().map(whole).collect()
}

#[test]
fn nothing_of_an_unsubmitted_scorecard_is_shown() {
    let records = [
        record("Ana", vec![interview("Ida", Open, ["4", "2", "1"]), interview("Jan", Submitted, ["3", "3", "3"])]),
        record("Bo", vec![]),
    ];
    let table = table(&records, None);
    assert_eq!(row(&table, "craft"), ["3 3", ""]);
    assert_eq!((table.candidates[0].submitted, table.candidates[0].missing), (1, 1));
    assert_eq!(
        said(&table),
        ["Ana: one scorecard is not submitted yet.".to_owned(), "Bo: no interview yet.".to_owned()]
    );
}

#[test]
fn ratings_are_hidden_while_ones_own_scorecard_of_the_round_is_open() {
    let jans = || interview("Jan", Submitted, ["3", "3", "3"]);
    let mine = |state| record("Ana", vec![interview("Me", state, ["4", "2", "1"]), jans()]);
    let owed = OpenInterview {
        candidate_id: "Ana".into(),
        candidate: "Ana".to_owned(),
        role_id: "p/dev".into(),
        round_id: None,
        sample: false,
    };
    let me = |open| Reader { id: "Me".into(), open };
    let before = table(&[mine(Open), record("Bo", vec![jans()])], Some(&me(vec![owed.clone()])));
    assert_eq!(row(&before, "craft"), ["", ""], "neither of the same candidate nor of another");
    for candidate in &before.candidates {
        assert!(candidate.hidden && candidate.opinions.is_empty() && candidate.red_flags == 0);
        assert!(candidate.composite.is_none() && candidate.compared.is_none() && candidate.groups.is_empty());
    }
    assert_eq!((&before.order, before.questions.len()), (&Order::default(), 0), "no order, no figure, no quote");
    assert!(before.scorecards.is_empty(), "nor who rated");
    assert!(before.rows.iter().all(|row| !row.differs && !row.compared));
    let cells = || before.rows.iter().flat_map(|row| &row.cells);
    assert!(cells().all(|c| c.dots.is_empty() && c.figure.mean.is_none() && c.figure.questions == 0 && !c.falls_short));
    assert_eq!(
        said(&before),
        [
            "Ana: ratings are hidden until you submit your own scorecard.",
            "Bo: ratings are hidden until you submit your scorecard on Ana."
        ]
    );
    assert!(evidence(&mine(Open), &"craft".into(), Some(&me(vec![owed]))).is_empty());
    let after = table(&[mine(Submitted), record("Bo", vec![jans()])], Some(&me(vec![])));
    assert_eq!(row(&after, "craft"), ["4 2 3 3", "3 3"]);
    assert_eq!(evidence(&mine(Submitted), &"craft".into(), Some(&me(vec![]))).len(), 4);
}

#[test]
fn one_that_was_called_off_is_not_missing() {
    for (phase, missing) in [(Phase::NoShow, 0), (Phase::Withdrawn, 0), (Phase::Interrupted, 1)] {
        let mut called_off = interview("Ida", Open, ["-", "-", "-"]);
        called_off.meeting.phase = phase;
        let table = table(&[record("Ana", vec![called_off]), record("Bo", vec![])], None);
        assert_eq!(table.candidates[0].missing, missing, "{phase:?}");
        let said = said(&table).contains(&"Ana: one scorecard is not submitted yet.".to_owned());
        assert_eq!(said, missing > 0, "{phase:?}");
    }
}

#[test]
fn a_reader_is_warned_of_what_cannot_be_compared() {
    let other_kit = Interview { kit_hash: "other".to_owned(), ..interview("Ida", Submitted, ["1", "1", "1"]) };
    let mut other_role = record("Cy", vec![interview("Ida", Submitted, ["1", "1", "1"])]);
    other_role.role.id = "p/other".into();
    let ana = || record("Ana", vec![interview("Ida", Submitted, ["4", "2", "1"])]);
    let kits = said(&table(&[ana(), record("Bo", vec![other_kit])], None));
    assert!(kits[0].starts_with("Not everyone was asked the same questions"), "{kits:?}");
    let roles = said(&table(&[ana(), other_role], None));
    assert_eq!(roles, ["These candidates are interviewed for different roles."]);
}

#[test]
fn what_was_not_asked_and_a_must_have_that_is_missed_are_named() {
    let mut ana = record("Ana", vec![interview("Ida", Submitted, ["2", "not_asked", "5"])]);
    ana.role.competencies[0].must_have = Level::new(3);
    let mut bo = record("Bo", vec![interview("Ida", Submitted, ["4", "3", "5"])]);
    bo.role = ana.role.clone();
    let mut cy = record("Cy", vec![]);
    cy.role = ana.role.clone();
    let table = table(&[ana.clone(), bo, cy], None);
    assert_eq!(
        said(&table),
        [
            "Ana: a required question was not asked: “Title of q2”.",
            "Ana: Craft is a must-have at 3, and the mean is 2.00.",
            "Cy: no interview yet."
        ]
    );
    let short: Vec<_> = table.rows[0].cells.iter().map(|cell| cell.falls_short).collect();
    assert_eq!(short, [true, false, false], "nothing can be said of Cy");
    ana.interviews.push(interview("Jan", Submitted, ["5", "5", "5"]));
    let after = self::table(&[ana], None);
    assert_eq!(said(&after), Vec::<String>::new(), "somebody asked it, and the mean is 3.5");
}

#[test]
fn whoever_was_asked_something_else_than_most_is_named() {
    let with = |name: &str, kit: &str, version| {
        let mut held = interview("Ida", Submitted, ["3", "3", "3"]);
        (held.kit_hash, held.kit_version) = (kit.to_owned(), version);
        record(name, vec![held])
    };
    let table = table(&[with("Ana", "one", 1), with("Bo", "two", 2), with("Cy", "one", 1)], None);
    assert_eq!(said(&table)[1..], ["Bo: was asked Kit (version 2)."]);
    let even = self::table(&[with("Ana", "one", 1), with("Bo", "two", 2)], None);
    assert_eq!(said(&even)[1..], ["Ana: was asked Kit (version 1).", "Bo: was asked Kit (version 2)."]);
}

#[test]
fn the_quote_in_a_cell_is_the_one_that_a_reason_rests_on() {
    let quote = |id: &str, linked: bool| Entry {
        link: linked.then_some(EntryLink { target: TickTarget::Indicator, number: 1 }),
        ..entry(id, "p/q1", EntryKind::Quote, id)
    };
    let mut held = interview("Ida", Submitted, ["4", "2", "5"]);
    held.entries = vec![
        entry("note", "p/q1", EntryKind::Note, "note"),
        quote("first", false),
        quote("signal", true),
        quote("cited", false),
    ];
    let said = |held: &Interview| {
        let table = table(&[record("Ana", vec![held.clone()])], None);
        table.questions[0].cells[0].quote.as_ref().map(|quote| quote.text.clone())
    };
    held.scorecard.reasons_for = vec![Reason { entry_ids: vec!["cited".into()], ..Reason::default() }];
    assert_eq!(said(&held).as_deref(), Some("cited"));
    held.scorecard.reasons_for.clear();
    assert_eq!(said(&held).as_deref(), Some("signal"));
    held.entries.remove(2);
    assert_eq!(said(&held).as_deref(), Some("first"));
    held.entries.truncate(1);
    assert_eq!(said(&held), None, "a note is not the candidate's words");
}

#[test]
fn a_question_has_a_row_with_every_rating_and_their_mean() {
    let ana = record(
        "Ana",
        vec![interview("Ida", Submitted, ["4", "2", "-"]), interview("Jan", Submitted, ["1", "not_asked", "-"])],
    );
    let table = table(&[ana, record("Bo", vec![])], None);
    let means: Vec<_> = table.questions.iter().map(|row| row.cells[0].mean).collect();
    assert_eq!(means, [Some(2.5), Some(2.0), None]);
    let rated = |column: usize, question: u32| {
        let ratings = table.rows.iter().flat_map(move |row| &row.cells[column].ratings);
        let of = ratings.filter(move |rating| rating.question == question);
        of.map(|rating| (table.source(rating).unwrap(), rating.rating.map(Rating::code)))
            .map(|((card, title), code)| (card.interviewer.clone(), title.to_owned(), code))
            .collect::<Vec<_>>()
    };
    let of = |who: &str, code: &str| (who.to_owned(), "Title of q2".to_owned(), Some(code.to_owned()));
    assert_eq!(rated(0, 1), [of("Ida", "2"), of("Jan", "not_asked")]);
    assert!((0..3).all(|question| rated(1, question).is_empty()), "Bo was asked nothing");
}

#[test]
fn the_order_of_columns_and_of_interviews_changes_no_figure_and_an_empty_column_none_either() {
    let people = || {
        vec![
            record(
                "Ana",
                vec![interview("Ida", Submitted, ["4", "2", "5"]), interview("Jan", Submitted, ["5", "5", "3"])],
            ),
            record(
                "Bo",
                vec![interview("Ida", Submitted, ["3", "3", "4"]), interview("Kim", Submitted, ["1", "-", "2"])],
            ),
            record("Cy", vec![interview("Jan", Submitted, ["2", "could_not_judge", "1"])]),
        ]
    };
    let before = table(&people(), None);
    assert_eq!(before.order.placed.len(), 3);
    let means = |table: &CompareTable, name: &str| {
        let at = table.candidates.iter().position(|c| c.name == name).unwrap();
        let cells: Vec<_> = table.rows.iter().map(|row| row.cells[at].figure.clone()).collect();
        (
            cells,
            table.candidates[at].composite.clone(),
            table.candidates[at].compared,
            table.candidates[at].groups.clone(),
        )
    };
    for turn in 0..3 {
        let mut turned = people();
        turned.rotate_left(turn);
        turned.iter_mut().for_each(|one| one.interviews.reverse());
        turned.insert(turn, record("Di", vec![interview("Ida", Submitted, ["-", "not_asked", "could_not_judge"])]));
        turned.push(record("Ed", vec![]));
        let after = table(&turned, None);
        assert_eq!(after.order, before.order);
        for name in ["Ana", "Bo", "Cy"] {
            assert_eq!(means(&after, name), means(&before, name), "{name}");
        }
        assert!(
            said(&after).contains(&"Di: nothing is rated in what was submitted.".to_owned()),
            "{:?}",
            after.cautions
        );
    }
}
