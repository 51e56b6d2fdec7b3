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

#[test]
fn the_columns_of_a_form_are_questions_themselves() {
    let text = "Timestamp;Question;What is a good answer?;What would be a red flag?;What else?\n\
        3/11/2026;What is a thread?;shares memory;guesses;no\n";
    let read = read("form.csv", text);
    let fields: Vec<Option<Field>> = read.columns.iter().map(|column| column.field).collect();
    assert_eq!(fields, [None, Some(Field::Prompt), Some(Field::Indicators), Some(Field::RedFlags), None]);
    let german = read_bytes(
        "f.csv",
        "Frage;Stichwörter;Schwierigkeit;Warnsignal;Beschreibung\nWas ist ein „Thread“?;a, b;schwer;rät;frei\n"
            .as_bytes(),
        &Options::default(),
    );
    let one = &german.questions[0];
    assert_eq!((one.tags.len(), one.level.as_str(), one.red_flags.len()), (2, "schwer", 1));
    assert_eq!(one.guidance, "Beschreibung: frei");
}

#[test]
fn a_text_beside_a_title_is_what_is_asked() {
    let questions = good("issues.csv", "Title,Body,Labels\nExplain CAP,Where does the theorem mislead?,db\n");
    assert_eq!(
        (questions[0].title.as_str(), questions[0].prompt.as_str()),
        ("Explain CAP", "Where does the theorem mislead?")
    );
}

#[test]
fn a_table_without_a_column_for_what_is_asked_is_refused_with_its_columns() {
    for (text, line, columns) in [
        ("Fruit,Price\nApple,3\nPear,4\n", 1, "there are “Fruit”, “Price”"),
        // One text that asks makes no table of questions.
        ("City,Remark\nOslo,Why?\nBergen,ok\nBodø,fine\n", 1, "there are “City”, “Remark”"),
        ("\n\nFruit\nApple\nPear\n", 3, "there is “Column 1”"),
    ] {
        let read = read("list.csv", text);
        assert_eq!(read.questions.len(), 0, "{text}");
        let told: Vec<_> = read.problems.iter().filter(|problem| problem.severity == Error).collect();
        assert_eq!(told.len(), 1, "{text}: {:?}", read.problems);
        assert_eq!(told[0].place, format!("list.csv:{line}"), "{text}");
        assert!(told[0].what.contains(columns) && told[0].what.contains("Call it “Question”"), "{}", told[0].what);
        assert_eq!(read.columns.iter().filter(|one| one.field == Some(Field::Title)).count(), 0, "{text}");
    }
}

#[test]
fn a_table_of_people_is_refused_with_the_column_that_gives_it_away() {
    for (text, line, columns) in [
        ("Name,Email,Notes\nAna Li,ana@example.org,Can she come in May?\n", 1, "the column “Email”"),
        ("Name,Title,Phone\nAna Li,Engineer,1\n", 1, "the column “Phone”"),
        ("Candidate,Interviewer,Attribute,Rating\nAna,Ida,SQL,4\n", 1, "the column “Candidate”"),
        ("\n\nName;E-Mail;Frage\nAna Li;ana@example.org;Kommt sie?\n", 3, "the column “E-Mail”"),
        (
            "Name,Title,Company,Stage\nAna Li,Engineer,Ek,Onsite\n",
            1,
            "the columns “Name”, “Title”, “Company” and “Stage”",
        ),
        // The comparison that this program writes.
        ("row,candidate,mean,questions,ratings\nComposite,Ana Li,3.5,,\nSQL,Ana Li,4,1,4 Above\n", 1, "“candidate”"),
    ] {
        let read = read("list.csv", text);
        assert_eq!(read.questions.len(), 0, "{text}");
        assert_eq!(places(&read.problems), [(format!("list.csv:{line}").as_str(), Error)], "{text}");
        let what = &read.problems[0].what;
        assert!(
            what.contains(columns) && what.contains("candidate import") && what.contains("in the first row"),
            "{what}"
        );
        assert!(read.columns.iter().all(|one| one.field.is_none()), "{text}");
    }
    // A person may say all the same what is asked.
    let columns = Some(vec![Some(Field::Title), None, Some(Field::Prompt)]);
    let text = "Name,Email,Notes\nLocks,x,What is a lock?\n";
    let said = read_bytes("q.csv", text.as_bytes(), &Options { columns, ..Options::default() });
    assert_eq!(prompts(&said.questions), ["What is a lock?"]);
    // Whose column of questions is named has whatever else beside it, and a list of one column asks.
    assert_eq!(good("q.csv", "Question,Author,Email\nWhat is a lock?,Ida,i@example.org\n").len(), 1);
    assert_eq!(read("q.csv", "What is a lock?\nExplain a mutex.\n").questions.len(), 2);
}
