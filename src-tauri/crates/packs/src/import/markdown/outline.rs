//! Which headings of a file ask something, which are labels and which are chapters.

use super::{
    about::is_about,
    blocks::{Block, Kind},
    items, lists,
    words::{self, Label},
};

/// What a heading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Question,
    /// "Question 3": what is asked stands under it.
    Waiting,
    Label,
    /// A chapter, or a part of an answer.
    Other,
}

struct Heading {
    at: usize,
    level: u8,
    /// The block behind the last one of its chapter.
    end: usize,
    parent: Option<usize>,
    role: Role,
    /// Whether labels stand right under it.
    labelled: bool,
    /// Whether several questions, or a table of them, stand right under it.
    holds: bool,
    /// Whether it has anything of its own under it.
    has_body: bool,
}

/// The roles of the blocks that are headings. `all` takes the headings of the lowest chapters for questions, for files in
/// which nothing says that it is one.
pub(super) fn roles(blocks: &[Block], all: bool) -> Vec<Option<Role>> {
    let mut headings = outline(blocks, all);
    for index in 0..headings.len() {
        let words = words_of(blocks, headings[index].at);
        let labelled = headings[index].labelled;
        let under =
            ancestors(&headings, index).find(|parent| matches!(headings[*parent].role, Role::Question | Role::Waiting));
        // A question about an answer is a part of it, unless it has labels of its own.
        let inside = under.is_some_and(|parent| headings[parent].has_body || headings[parent].labelled);
        headings[index].role = match label_of(blocks, headings[index].at) {
            Some(Label::Question) => Role::Waiting,
            Some(Label::Field(workbench_domain::import::Field::Prompt)) => Role::Other,
            Some(_) => Role::Label,
            None if inside && !labelled => Role::Other,
            None if labelled || words::ends_as_question(words) || words::is_request(words) => Role::Question,
            None => Role::Other,
        };
        // What holds questions is a chapter, whatever its name.
        if headings[index].role == Role::Question
            && let Some(parent) = headings[index].parent.filter(|parent| {
                headings[*parent].role == Role::Question && !headings[*parent].has_body && !headings[*parent].labelled
            })
        {
            headings[parent].role = Role::Other;
        }
    }
    siblings(blocks, &mut headings);
    if all && !headings.iter().any(|heading| matches!(heading.role, Role::Question | Role::Waiting)) {
        for heading in
            headings.iter_mut().filter(|heading| heading.role == Role::Other && heading.has_body && !heading.holds)
        {
            if is_about(words_of(blocks, heading.at)) {
                continue;
            }
            heading.role = Role::Question;
        }
    }
    let mut roles = vec![None; blocks.len()];
    headings.iter().for_each(|heading| roles[heading.at] = Some(heading.role));
    roles
}

fn ancestors(headings: &[Heading], of: usize) -> impl Iterator<Item = usize> + '_ {
    std::iter::successors(headings[of].parent, |at| headings[*at].parent)
}

fn words_of(blocks: &[Block], at: usize) -> &str {
    if let Kind::Heading { words, .. } = &blocks[at].kind { &words.words } else { "" }
}

/// The label that a heading is, or begins with, as in "Answer: B".
fn label_of(blocks: &[Block], at: usize) -> Option<Label> {
    let Kind::Heading { words: line, .. } = &blocks[at].kind else { return None };
    words::label(&line.words).or_else(|| words::split_heading(line).map(|(label, ..)| label))
}

fn outline(blocks: &[Block], all: bool) -> Vec<Heading> {
    let mut headings: Vec<Heading> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        let Kind::Heading { level, .. } = block.kind else { continue };
        while let Some(last) = open.last().copied().filter(|last| headings[*last].level >= level) {
            headings[last].end = at;
            open.pop();
        }
        let has_body = matches!(blocks.get(at + 1), Some(next) if !matches!(next.kind, Kind::Heading { .. }));
        headings.push(Heading {
            at,
            level,
            end: blocks.len(),
            parent: open.last().copied(),
            role: Role::Other,
            labelled: false,
            holds: false,
            has_body,
        });
        open.push(headings.len() - 1);
    }
    for index in 0..headings.len() {
        let (at, next) = (headings[index].at, headings.get(index + 1).map_or(blocks.len(), |next| next.at));
        let own = &blocks[at + 1..next.max(at + 1)];
        // What stands over several questions, or over a table of them, asks nothing itself.
        headings[index].holds = holds_questions(own, all);
        let direct = !headings[index].holds && own.iter().any(is_labelled);
        // The first label among its own headings counts; below a heading that is none, it is that one's.
        headings[index].labelled |= direct;
        if let Some(parent) = headings[index].parent
            && !is_plural(words_of(blocks, at))
            && matches!(label_of(blocks, at), Some(Label::Field(field)) if !matches!(field, workbench_domain::import::Field::Section | workbench_domain::import::Field::Level | workbench_domain::import::Field::Competency))
        {
            headings[parent].labelled = true;
        }
        if matches!(label_of(blocks, at), Some(Label::Question | Label::Anchors))
            && let Some(parent) = headings[index].parent
            && !words_of(blocks, at).trim_end_matches(':').ends_with(|c: char| c.is_ascii_digit())
        {
            headings[parent].labelled = true;
        }
    }
    headings
}

/// "Questions", which is over several and no label of one.
fn is_plural(words: &str) -> bool {
    words.to_lowercase().trim_end_matches([':', ' ']).ends_with("questions")
        && matches!(words::label(words), Some(Label::Field(workbench_domain::import::Field::Prompt)))
}

/// Whether two lines or more ask by themselves, or a table has a column of questions. `all` counts lines that are not set apart.
fn holds_questions(blocks: &[Block], all: bool) -> bool {
    let asking = |block: &Block| match &block.kind {
        Kind::Para(lines) => {
            let plain = |line: &&super::inline::Line| all && words::ends_as_question(&line.words);
            lines.iter().filter(|line| lists::asks_alone(line) || plain(line)).count()
        }
        Kind::Table { head, .. } if lists::is_question_table(head) => 2,
        _ => 0,
    };
    blocks.iter().map(asking).sum::<usize>() > 1
}

/// Whether a block under a heading says that the heading is a question.
fn is_labelled(block: &Block) -> bool {
    use workbench_domain::import::Field;
    let counts = |label: &Label| {
        matches!(
            label,
            Label::Field(Field::Guidance | Field::Indicators | Field::RedFlags | Field::Probes) | Label::Anchors
        )
    };
    match &block.kind {
        Kind::Para(lines) => lines.iter().any(|line| words::split(line).is_some_and(|(label, ..)| counts(&label))),
        Kind::Summary(line) => words::label(&line.words).is_some_and(|label| counts(&label)),
        // Items that are labels, and not items that are questions with labels of their own.
        Kind::List(items) => items.iter().any(|item| items::item_label(item).is_some_and(|(label, ..)| counts(&label))),
        _ => false,
    }
}

/// Headings beside questions are questions as well, when most of them are and nothing is below them but their answer.
fn siblings(blocks: &[Block], headings: &mut [Heading]) {
    let mut groups: std::collections::BTreeMap<(Option<usize>, u8), Vec<usize>> = std::collections::BTreeMap::new();
    for (index, heading) in headings.iter().enumerate() {
        groups.entry((heading.parent, heading.level)).or_default().push(index);
    }
    for ((parent, _), group) in groups {
        if parent.is_some_and(|parent| headings[parent].role == Role::Question) {
            continue;
        }
        let asking = group.iter().filter(|index| headings[**index].role == Role::Question).count();
        if asking * 2 < group.len() || asking == 0 {
            continue;
        }
        for index in group {
            let heading = &headings[index];
            let below = heading.at + 1..heading.end;
            let has_questions = headings.iter().any(|other| below.contains(&other.at) && other.role == Role::Question);
            let is_contents = words_of(blocks, heading.at).to_lowercase().contains("content");
            if heading.role == Role::Other
                && heading.has_body
                && !heading.holds
                && !has_questions
                && !is_contents
                && !is_about(words_of(blocks, heading.at))
                && !holds_list_of_questions(&blocks[below])
            {
                headings[index].role = Role::Question;
            }
        }
    }
}

/// Whether a chapter is a list of questions, so that its heading is none.
fn holds_list_of_questions(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| matches!(&block.kind, Kind::List(items) if lists::is_question_list(items)))
}
