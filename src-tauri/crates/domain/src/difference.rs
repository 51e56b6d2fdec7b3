//! What changed between two versions of a question, field by field and line by line.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{filter::QuestionField, question::Question};

/// What became of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LineKind {
    /// It is in both versions.
    Kept,
    /// It is in the first version alone.
    Removed,
    /// It is in the second version alone.
    Added,
}

/// One line of a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangedLine {
    /// What became of it.
    pub kind: LineKind,
    /// For an anchor: the level that it is for, 1 to 5.
    pub level: Option<u32>,
    /// What it says.
    pub text: String,
}

/// A field that is not the same in both versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FieldChange {
    /// Which.
    pub field: QuestionField,
    /// Its lines in reading order: a line that changed is removed and then added. Of the anchors, only the levels that
    /// changed.
    pub lines: Vec<ChangedLine>,
}

/// Every field that differs, in the order in which a question is read. Nothing where the versions are the same.
#[must_use]
pub fn difference(from: &Question, to: &Question) -> Vec<FieldChange> {
    let one = |text: &str| if text.is_empty() { Vec::new() } else { vec![text.to_owned()] };
    let text = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let minutes = |q: &Question| if q.minutes == 0 { Vec::new() } else { vec![q.minutes.to_string()] };
    let kind = |q: &Question| q.question_type.map(|kind| kind.code().to_owned()).into_iter().collect::<Vec<_>>();
    let fields = [
        (QuestionField::Title, one(&from.title), one(&to.title)),
        (QuestionField::Section, one(&from.section), one(&to.section)),
        (QuestionField::Type, kind(from), kind(to)),
        (QuestionField::Competency, one(from.competency.as_str()), one(to.competency.as_str())),
        (QuestionField::Level, one(&from.level), one(&to.level)),
        (QuestionField::Minutes, minutes(from), minutes(to)),
        (QuestionField::Prompt, text(&from.prompt), text(&to.prompt)),
        (QuestionField::Probes, from.probes.clone(), to.probes.clone()),
        (QuestionField::Indicators, from.indicators.clone(), to.indicators.clone()),
        (QuestionField::RedFlags, from.red_flags.clone(), to.red_flags.clone()),
    ];
    let listed = |(field, from, to): (QuestionField, Vec<String>, Vec<String>)| {
        (from != to).then(|| FieldChange { field, lines: lines(&from, &to) })
    };
    let mut changes: Vec<FieldChange> = fields.into_iter().filter_map(listed).collect();
    changes.extend(anchors(from, to));
    changes.extend(listed((QuestionField::Guidance, text(&from.guidance), text(&to.guidance))));
    changes.extend(listed((QuestionField::Tags, from.tags.clone(), to.tags.clone())));
    changes
}

fn anchors(from: &Question, to: &Question) -> Option<FieldChange> {
    let levels = from.anchors.iter().zip(&to.anchors).zip(1..).filter(|((from, to), _)| from != to);
    let lines: Vec<ChangedLine> = levels
        .flat_map(|((from, to), level)| [(LineKind::Removed, from, level), (LineKind::Added, to, level)])
        .filter(|(_, text, _)| !text.is_empty())
        .map(|(kind, text, level)| ChangedLine { kind, level: Some(level), text: text.clone() })
        .collect();
    (!lines.is_empty()).then_some(FieldChange { field: QuestionField::Anchors, lines })
}

/// Above so many pairs of lines nobody reads a comparison, and it would fill the memory.
const PAIRS_MAX: usize = 1_000_000;

/// The longest run of lines that both have in order is kept; the rest is removed or added, removed first.
fn lines(from: &[String], to: &[String]) -> Vec<ChangedLine> {
    if from.len().saturating_mul(to.len()) > PAIRS_MAX {
        let all = |kind, lines: &[String]| {
            lines.iter().map(|text| ChangedLine { kind, level: None, text: text.clone() }).collect::<Vec<_>>()
        };
        return [all(LineKind::Removed, from), all(LineKind::Added, to)].concat();
    }
    let width = to.len() + 1;
    // How many lines the rest of both has in common, from each pair of places.
    let mut common = vec![0_usize; (from.len() + 1) * width];
    for i in (0..from.len()).rev() {
        for j in (0..to.len()).rev() {
            common[i * width + j] = if from[i] == to[j] {
                common[(i + 1) * width + j + 1] + 1
            } else {
                common[(i + 1) * width + j].max(common[i * width + j + 1])
            };
        }
    }
    let mut lines = Vec::new();
    let mut push = |kind, text: &String| lines.push(ChangedLine { kind, level: None, text: text.clone() });
    let (mut i, mut j) = (0, 0);
    while i < from.len() || j < to.len() {
        if i < from.len() && j < to.len() && from[i] == to[j] {
            push(LineKind::Kept, &from[i]);
            (i, j) = (i + 1, j + 1);
        } else if i < from.len() && (j == to.len() || common[(i + 1) * width + j] >= common[i * width + j + 1]) {
            push(LineKind::Removed, &from[i]);
            i += 1;
        } else {
            push(LineKind::Added, &to[j]);
            j += 1;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::content;

    fn shown(changes: &[FieldChange]) -> Vec<String> {
        let sign = |kind| match kind {
            LineKind::Kept => " ",
            LineKind::Removed => "-",
            LineKind::Added => "+",
        };
        let line = |line: &ChangedLine| {
            format!("{}{}{}", sign(line.kind), line.level.map_or(String::new(), |level| format!("{level}:")), line.text)
        };
        let field = |change: &FieldChange| {
            format!("{:?} {}", change.field, change.lines.iter().map(line).collect::<Vec<_>>().join("|"))
        };
        changes.iter().map(field).collect()
    }

    #[test]
    fn only_what_changed_is_shown_field_by_field() {
        let from = content().questions.remove(0);
        assert_eq!(difference(&from, &from), []);
        let mut to = from.clone();
        to.title = "Other".to_owned();
        to.prompt = format!("{}\nAnd why?", from.prompt);
        to.indicators = vec!["says zero".to_owned(), "says two".to_owned(), "says three".to_owned()];
        to.red_flags = Vec::new();
        to.question_type = None;
        to.minutes = 8;
        to.anchors[4] = "new top".to_owned();
        to.anchors[0] = String::new();
        to.tags = vec!["tag".to_owned()];
        assert_eq!(
            shown(&difference(&from, &to)),
            [
                "Title -Title of q1|+Other",
                "Type -knowledge",
                "Minutes -5|+8",
                "Prompt  Prompt of q1?|+And why?",
                "Indicators -says one|+says zero| says two|+says three",
                "RedFlags -wrong",
                "Anchors -1:a1|-5:a5|+5:new top",
                "Tags +tag",
            ]
        );
    }

    #[test]
    fn a_line_that_moved_is_removed_and_added() {
        let list = |text: &str| text.chars().map(String::from).collect::<Vec<_>>();
        let change = FieldChange { field: QuestionField::Probes, lines: lines(&list("abcd"), &list("bcda")) };
        assert_eq!(shown(&[change]), ["Probes -a| b| c| d|+a"]);
    }
}
