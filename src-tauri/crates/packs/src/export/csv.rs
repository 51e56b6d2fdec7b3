//! A table for spreadsheets.

use workbench_domain::{
    import::Field,
    question::{Question, QuestionType},
};
use workbench_tabular::csv;

use crate::import::{of_list, of_tags};

/// The names of the columns, in the order of [`Field::ALL`].
const NAMES: [&str; 18] = [
    "Id",
    "Section",
    "Level",
    "Type",
    "Title",
    "Question",
    "Competency",
    "Tags",
    "Minutes",
    "Good signals",
    "Red flags",
    "Follow-ups",
    "Anchor 1",
    "Anchor 2",
    "Anchor 3",
    "Anchor 4",
    "Anchor 5",
    "Guidance",
];

pub(super) fn write(questions: &[Question]) -> String {
    let head = NAMES.map(str::to_owned).to_vec();
    let row = |question| Field::ALL.map(|field| cell(question, field)).to_vec();
    csv(std::iter::once(head).chain(questions.iter().map(row)))
}

fn cell(question: &Question, field: Field) -> String {
    match field {
        Field::Id => question.id.to_string(),
        Field::Section => question.section.clone(),
        Field::Level => question.level.clone(),
        Field::Type => question.question_type.map_or("", QuestionType::code).to_owned(),
        Field::Title => question.title.clone(),
        Field::Prompt => question.prompt.clone(),
        Field::Competency => question.competency.to_string(),
        Field::Tags => of_tags(&question.tags),
        Field::Minutes if question.minutes == 0 => String::new(),
        Field::Minutes => question.minutes.to_string(),
        Field::Indicators => of_list(&question.indicators),
        Field::RedFlags => of_list(&question.red_flags),
        Field::Probes => of_list(&question.probes),
        Field::Anchor1 => question.anchors[0].clone(),
        Field::Anchor2 => question.anchors[1].clone(),
        Field::Anchor3 => question.anchors[2].clone(),
        Field::Anchor4 => question.anchors[3].clone(),
        Field::Anchor5 => question.anchors[4].clone(),
        Field::Guidance => question.guidance.clone(),
    }
}
