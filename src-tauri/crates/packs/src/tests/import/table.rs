use super::{good, places, prompts, read};
use crate::import::{Options, read_bytes};
use workbench_domain::{
    import::Field,
    problem::Severity::{Error, Warning},
};

#[test]
fn columns_are_matched_by_name_whatever_the_delimiter() {
    for sign in [",", ";", "\t", "|"] {
        let text = ["No", "Question", "Good answer", "Red Flags", "Tags", "Remark"].join(sign)
            + "\n"
            + &["1", "What is X?", "\"says a\nsays b\"", "guesses", "x", "ours"].join(sign)
            + "\n";
        let questions = good("q.csv", &text);
        assert_eq!(prompts(&questions), ["What is X?"], "{sign:?}");
        assert_eq!(questions[0].indicators, ["says a", "says b"]);
        assert_eq!(questions[0].red_flags, ["guesses"]);
        assert_eq!(questions[0].guidance, "Remark: ours", "a column that is not known is kept as text");
    }
}

#[test]
fn a_person_can_correct_the_match() {
    let text = "Frage an Bewerber,Worauf achten\nWas ist ein Lock?,Ausschluss\n";
    let first = read("q.csv", text);
    assert_eq!(first.columns.len(), 2);
    assert_eq!(
        (first.columns[0].field, first.columns[1].field),
        (Some(Field::Prompt), None),
        "the one that asks is guessed"
    );
    assert_eq!(first.columns[1].samples, ["Ausschluss"]);
    let columns = Some(vec![Some(Field::Prompt), Some(Field::Indicators)]);
    let again = read_bytes("q.csv", text.as_bytes(), &Options { columns, ..Options::default() });
    assert_eq!(again.questions[0].indicators, ["Ausschluss"]);
    assert_eq!(again.questions[0].id, first.questions[0].id);
}

#[test]
fn a_quotation_mark_that_is_never_closed_costs_its_own_line() {
    let read = read("q.csv", "Question,Answer\nOne?,a\n\"Two?,b\nThree?,c\nFour?,d\n");
    assert_eq!(prompts(&read.questions), ["One?", "\"Two?", "Three?", "Four?"]);
    assert_eq!(places(&read.problems), [("q.csv:3", Warning)]);
}

#[test]
fn a_row_without_a_question_is_told_with_its_line() {
    let read = read("q.csv", "Question,Good answer\nOne?,a\n,b\n\nTwo?,c\n");
    assert_eq!(prompts(&read.questions), ["One?", "Two?"]);
    assert_eq!(places(&read.problems), [("q.csv:3", Error)]);
}

#[test]
fn what_spreadsheets_write_is_read() {
    let windows = b"sep=;\r\nQuestion;Red flags\r\nQu'est-ce qu'un d\xE9corateur ?;\"h\xE9site; devine\"\r\n";
    let read = read_bytes("q.csv", windows, &Options::default());
    assert_eq!(prompts(&read.questions), ["Qu'est-ce qu'un décorateur ?"]);
    assert_eq!(read.questions[0].red_flags, ["hésite", "devine"]);
    let marked = "\u{FEFF}Question\r\nWas ist ein Ü?\r\n";
    assert_eq!(prompts(&good("q.csv", marked)), ["Was ist ein Ü?"]);
}
