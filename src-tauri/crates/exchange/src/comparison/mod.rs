//! The comparison as a table for spreadsheets (CSV) and for documents (Markdown): the same figures under the same names as
//! on screen. The columns stand in the order of the table; who is to stay unnamed has another name in it already.

mod lines;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    compare::{Caution, CompareCandidate, CompareTable, OWN_LETTERS, Opinion, SAMPLE},
    formula::printed,
    ids::CandidateId,
    text::{isolate, nouns},
};
use workbench_tabular::csv;

use lines::{Cell, Line, lines};

/// How it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ComparisonForm")]
pub enum Form {
    /// A line for each row and candidate, so that a spreadsheet can reckon with it.
    Csv,
    /// A table a page wide, with what must be known above it.
    Markdown,
}

impl Form {
    /// What the name of its file ends in.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Markdown => "md",
        }
    }
}

/// What is written of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct View {
    /// Questions as rows instead of competencies.
    pub questions: bool,
    /// Only rows in which two candidates differ.
    pub differences_only: bool,
    /// Whether the table names nobody: whose letters they are may have to be said.
    pub hide_names: bool,
}

/// What is said below the table, in the words of whoever has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Below {
    /// Its heading.
    pub heading: String,
    /// A sentence each.
    pub lines: Vec<String>,
    /// What stands over its columns: whom a row is about, and what is said of them.
    pub head: [String; 3],
    /// Its rows.
    pub rows: Vec<[String; 3]>,
}

/// The comparison in a form.
#[must_use]
pub fn comparison(table: &CompareTable, view: View, form: Form, below: Option<&Below>) -> String {
    let mut lines = lines(table, view.questions);
    lines.retain(|line| line.differs || !view.differences_only);
    let letters = (view.hide_names && table.own_letters).then_some(OWN_LETTERS);
    let sample = table.candidates.iter().any(|one| one.sample).then_some(SAMPLE);
    let notes: Vec<_> =
        sample.map(|words| ("Sample", words)).into_iter().chain(letters.map(|words| ("Letters", words))).collect();
    match form {
        Form::Csv => long(table, &lines, &notes, below),
        Form::Markdown => wide(table, &lines, &notes, below),
    }
}

/// Why a column has nothing to show; none where it has.
fn silent(candidate: &CompareCandidate) -> Option<&'static str> {
    match (candidate.hidden, candidate.submitted) {
        (true, _) => Some("hidden until you submit"),
        (_, 0) => Some("no scorecard"),
        _ => None,
    }
}

fn percent(part: u32, whole: u32) -> String {
    let share = if whole == 0 { 0.0 } else { 100.0 * f64::from(part) / f64::from(whole) };
    if share > 0.0 && share < 0.5 { "< 1 %".to_owned() } else { format!("{:.0} %", (share + 1e-9).round()) }
}

/// What a composite rests on, and how far it can be off.
fn rests_on(candidate: &CompareCandidate) -> Vec<String> {
    let Some(composite) = &candidate.composite else { return Vec::new() };
    let mut words = vec![
        format!("{} of {} rated", composite.competencies_rated, composite.competencies),
        format!("{} of weight", percent(composite.weight_rated, composite.weight)),
    ];
    if candidate.compared.is_some() {
        words.push(candidate.error.map_or_else(|| "error not known".to_owned(), |e| format!("error {}", printed(e))));
    }
    if let Some(value) = composite.value
        && candidate.compared.is_none_or(|compared| (value - compared).abs() > 1e-9)
    {
        words.push(format!("{} over all rated", printed(value)));
    }
    let groups: Vec<String> = candidate.groups.iter().map(u32::to_string).collect();
    if !groups.is_empty() {
        words.push(format!("{} {}", nouns(groups.len(), "tie group"), groups.join(", ")));
    }
    words
}

/// What stands below the competencies or questions: its name, and each candidate's cell.
fn overall(table: &CompareTable) -> [(&'static str, Vec<String>); 2] {
    let said = |words: fn(&CompareCandidate) -> String| {
        table.candidates.iter().map(|one| silent(one).map_or_else(|| words(one), str::to_owned)).collect()
    };
    let opinions = |one: &CompareCandidate| match one.opinions.as_slice() {
        [] => "none yet".to_owned(),
        all => all.iter().map(Opinion::words).collect::<Vec<_>>().join("; "),
    };
    [("Red flags seen", said(|one| one.red_flags.to_string())), ("Recommendation", said(opinions))]
}

fn long(table: &CompareTable, lines: &[Line], notes: &[(&str, &str)], below: Option<&Below>) -> String {
    const HEAD: [&str; 8] = [
        "row",
        "candidate",
        "mean",
        "scorecards rated",
        "scorecards asking",
        "questions rated",
        "questions",
        "ratings",
    ];
    let number = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
    let mut rows = vec![HEAD.map(str::to_owned)];
    for candidate in &table.candidates {
        let words: Vec<String> = silent(candidate).map(str::to_owned).into_iter().chain(rests_on(candidate)).collect();
        let [a, b, c, d] = [""; 4].map(str::to_owned);
        let mean = number(candidate.compared);
        rows.push(["Composite".to_owned(), candidate.name.clone(), mean, a, b, c, d, words.join("; ")]);
    }
    for line in lines {
        for (cell, candidate) in line.cells.iter().zip(&table.candidates) {
            let [a, b, c, d] = cell.counts.map_or_else(|| [""; 4].map(str::to_owned), |all| all.map(|n| n.to_string()));
            let said = silent(candidate).map_or_else(|| cell.said.join("; "), str::to_owned);
            rows.push([line.name.clone(), candidate.name.clone(), number(cell.mean), a, b, c, d, said]);
        }
    }
    let beside = |row: &str, candidate: &str, said: String| {
        let [mean, a, b, c, d] = [""; 5].map(str::to_owned);
        [row.to_owned(), candidate.to_owned(), mean, a, b, c, d, said]
    };
    for (row, said) in overall(table) {
        let cells = table.candidates.iter().zip(said);
        rows.extend(cells.map(|(candidate, said)| beside(row, &candidate.name, said)));
    }
    if let Some(Below { heading, lines, head: [_, any, near], rows: shares }) = below {
        rows.extend(lines.iter().map(|line| beside(heading, "", line.clone())));
        let share = |[who, a, b]: &[String; 3]| beside(heading, who, format!("{any}: {a}; {near}: {b}"));
        rows.extend(shares.iter().map(share));
    }
    rows.extend(notes.iter().map(|(row, words)| beside(row, "", (*words).to_owned())));
    csv(rows)
}

/// Text in a table of a Markdown file: nothing of it is read as a mark.
fn marked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' => out.push(' '),
            '\\' | '|' | '*' | '_' | '`' | '<' | '[' | ']' => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
}

/// A table of Markdown, its first row the head.
fn table_of(rows: &[Vec<String>]) -> String {
    let mut out = String::new();
    for (at, row) in rows.iter().enumerate() {
        out.push_str(&format!("| {} |\n", row.iter().map(|cell| marked(cell)).collect::<Vec<_>>().join(" | ")));
        if at == 0 {
            out.push_str(&format!("|{}\n", " --- |".repeat(row.len())));
        }
    }
    out
}

fn wide(table: &CompareTable, lines: &[Line], notes: &[(&str, &str)], below: Option<&Below>) -> String {
    let all = &table.candidates;
    let name_of =
        |id: &CandidateId| all.iter().find(|one| one.id == *id).map(|one| isolate(&one.name)).unwrap_or_default();
    let caution = |one: &Caution| match &one.candidate_id {
        Some(id) => format!("{}: {}", name_of(id), one.words),
        None => one.words.clone(),
    };
    let mut before: Vec<String> = notes.iter().map(|(_, words)| (*words).to_owned()).collect();
    before.extend(table.cautions.iter().map(caution));
    before.extend(
        table.order.comparable.left_out.iter().map(|one| format!("{} is not compared: {}.", one.name, one.words)),
    );
    before.extend(
        table
            .order
            .groups
            .iter()
            .map(|group| format!("Not told apart: {}.", group.iter().map(name_of).collect::<Vec<_>>().join(", "))),
    );
    let composite = |one: &CompareCandidate| {
        silent(one)
            .map(str::to_owned)
            .unwrap_or_else(|| one.compared.map_or_else(|| "not compared".to_owned(), printed))
    };
    let short = |(cell, candidate): (&Cell, &CompareCandidate)| match silent(candidate) {
        Some(why) => why.to_owned(),
        None if cell.levels.is_empty() => "not assessed".to_owned(),
        None => format!("{} ({})", cell.mean.map_or_else(|| "–".to_owned(), printed), cell.levels.join(", ")),
    };
    let mut rows: Vec<Vec<String>> = vec![
        std::iter::once(String::new()).chain(all.iter().map(|one| one.name.clone())).collect(),
        std::iter::once("Composite".to_owned()).chain(all.iter().map(composite)).collect(),
        std::iter::once(String::new()).chain(all.iter().map(|one| rests_on(one).join("; "))).collect(),
    ];
    for line in lines {
        let left = line.left.as_ref().map_or_else(String::new, |words| format!(" (not compared: {words})"));
        let cells = line.cells.iter().zip(all).map(short);
        rows.push(std::iter::once(format!("{}{left}", line.name)).chain(cells).collect());
    }
    rows.extend(overall(table).map(|(row, said)| std::iter::once(row.to_owned()).chain(said).collect()));
    let mut out = String::new();
    for line in &before {
        out.push_str(&format!("- {}\n", marked(line)));
    }
    if !before.is_empty() {
        out.push('\n');
    }
    out.push_str(&table_of(&rows));
    if let Some(Below { heading, lines, head, rows: shares }) = below {
        out.push_str(&format!("\n## {}\n\n", marked(heading)));
        lines.iter().for_each(|line| out.push_str(&format!("- {}\n", marked(line))));
        let rows: Vec<Vec<String>> = std::iter::once(head).chain(shares).map(|row| row.to_vec()).collect();
        out.push_str(&format!("\n{}", table_of(&rows)));
    }
    out
}
