//! What is exported comes back as it was, and nothing that is imported ends the program.

use proptest::prelude::*;
use workbench_domain::{
    import::Format,
    question::{Question, QuestionType},
};

use crate::{
    export::export,
    import::{Options, read_bytes},
    shipped,
};

/// Pieces that mean something to one format or another.
const PIECES: &[&str] = &[
    "a",
    "GIL",
    " ",
    "  ",
    "\n",
    "\n\n",
    "?",
    ":",
    "# ",
    "## Answer",
    "- ",
    "* ",
    "1. ",
    "> ",
    "```",
    "~~~",
    "`",
    "**",
    "_",
    "[x](y)",
    "<details>",
    "<summary>",
    "</details>",
    "<!-- tags: x -->",
    "-->",
    "|",
    "---",
    "===",
    "\"",
    "\"\"\"",
    "'",
    "'''",
    ",",
    ";",
    "\t",
    "=",
    "+",
    "-",
    "@",
    "\\",
    "\\n",
    "• ",
    "{",
    "}",
    "[[question]]",
    "Question:",
    "Red flags:",
    "Q1: ",
    "&lt;",
    "\u{FEFF}",
    "\u{FFFD}",
    "é",
    "e\u{301}",
    "山田",
    "العربية",
    "👩‍👩‍👧‍👦",
    "\u{202E}",
    "\u{2028}",
    "\u{A0}",
    "verbatim",
    "    code",
    "$x^2$",
    "~~no~~",
    "<b>",
    "http://a.b/c",
    "#tag",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![3 => proptest::sample::select(PIECES).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn id() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z0-9-]{1,12}/[a-z0-9-]{1,12}", "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}"]
}

fn question() -> impl Strategy<Value = Question> {
    let list = || proptest::collection::vec(text(), 0..4);
    let kind = proptest::option::of(proptest::sample::select(QuestionType::ALL.to_vec()));
    let names = (id(), text(), text(), kind, text(), text());
    let rest = (text(), list(), 0_u32..=120, list(), list(), list(), proptest::array::uniform5(text()), text());
    (names, rest).prop_filter_map("a title and a prompt are there", |(names, rest)| {
        let (id, section, level, question_type, title, prompt) = names;
        let (competency, tags, minutes, indicators, red_flags, probes, anchors, guidance) = rest;
        let title: String = title.chars().take(20).collect();
        let question = Question {
            id: id.into(),
            section,
            level,
            question_type,
            title,
            prompt,
            competency: competency.into(),
            tags,
            minutes,
            indicators,
            red_flags,
            probes,
            anchors,
            guidance,
        };
        question.tidied().ok()
    })
}

fn questions() -> impl Strategy<Value = Vec<Question>> {
    proptest::collection::vec(question(), 1..4).prop_map(|mut list| {
        let mut seen = std::collections::HashSet::new();
        list.retain(|question| seen.insert(question.id.clone()));
        list
    })
}

fn comes_back(questions: &[Question], format: Format) -> Result<(), TestCaseError> {
    let text = export(questions, format);
    let name = format!("bank.{}", format.extension());
    let read = read_bytes(&name, text.as_bytes(), &Options::default());
    prop_assert_eq!(&read.questions, questions, "{:?}\n{}", read.problems, text);
    prop_assert_eq!(read.problems, vec![], "{}", text);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn toml_comes_back_as_it_was(questions in questions()) {
        comes_back(&questions, Format::Toml)?;
    }

    #[test]
    fn markdown_comes_back_as_it_was(questions in questions()) {
        comes_back(&questions, Format::Markdown)?;
    }

    #[test]
    fn csv_comes_back_as_it_was(questions in questions()) {
        comes_back(&questions, Format::Csv)?;
    }

    #[test]
    fn json_comes_back_as_it_was(questions in questions()) {
        comes_back(&questions, Format::Json)?;
    }

    #[test]
    fn any_bytes_end_in_questions_or_problems(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        for format in Format::ALL {
            let options = Options { format: Some(format), ..Options::default() };
            let read = read_bytes("any", &bytes, &options);
            prop_assert!(!read.questions.is_empty() || !read.problems.is_empty());
        }
    }

    #[test]
    fn any_text_is_imported_twice_alike(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..60)) {
        let text = pieces.concat();
        for format in Format::ALL {
            let options = Options { format: Some(format), ..Options::default() };
            let read = read_bytes("any", text.as_bytes(), &options);
            prop_assert!(!read.questions.is_empty() || !read.problems.is_empty());
            let mut ids: Vec<_> = read.questions.iter().map(|question| &question.id).collect();
            ids.sort();
            ids.dedup();
            prop_assert_eq!(ids.len(), read.questions.len(), "no id twice");
            for question in &read.questions {
                prop_assert_eq!(question.clone().tidied(), Ok(question.clone()), "tidied");
            }
            // What was imported can be exported, and comes back.
            for other in Format::ALL {
                if !read.questions.is_empty() {
                    comes_back(&read.questions, other)?;
                }
            }
        }
    }
}

#[test]
fn the_shipped_pack_comes_back_in_every_format() {
    for format in Format::ALL {
        comes_back(&shipped().questions, format).unwrap();
    }
}

#[test]
fn what_people_write_is_exported_as_people_write_it() {
    let text = export(&shipped().questions, Format::Markdown);
    assert!(!text.contains("verbatim"), "only texts that need it are written in blocks of their own");
    assert!(text.contains("## The GIL and what it does to threads\n"));
    assert!(text.contains("\n### Red flags\n\n- "));
}

#[test]
fn a_cell_never_begins_as_a_formula() {
    let mut question = shipped().questions[0].clone();
    question.title = "=HYPERLINK(\"http://a\")".to_owned();
    question.guidance = "@SUM(A1)".to_owned();
    question.anchors = ["+1", "-1", "=1", "@x", "'=2"].map(str::to_owned);
    let text = export(std::slice::from_ref(&question), Format::Csv);
    let table = workbench_tabular::table(text.trim_start_matches('\u{FEFF}'));
    assert_eq!(table.rows.len(), 2);
    assert!(table.rows.iter().flat_map(|row| &row.cells).all(|cell| !cell.starts_with(['=', '+', '-', '@'])));
    comes_back(&[question], Format::Csv).unwrap();
}
