//! Everyone of a large comparison in one table, a line each: what stands in the tables after it, side by side, is too much to
//! be seen at once.

use workbench_domain::{
    compare::{CompareCandidate, CompareCell, CompareRow, CompareTable},
    scorecard::Recommendation,
};

use crate::{
    blocks::{Block, Cell, Para, Row, Style, Table, isolate},
    display::Ink,
    labels::Say,
    packet_blocks::{cell, flags, heading, no_scorecard, row},
};

/// The name's column.
const NAME: f32 = 140.0;
/// From one bar of a tie group to the next, and where the groups' numbers begin.
pub(crate) const BAR_STEP: f32 = 5.0;
/// More groups than this have no bars: the numbers say it.
const BARS: usize = 12;
/// Room for a figure beside its dots.
const FIGURE: f32 = 30.0;
/// Competencies side by side.
const ABREAST: usize = 8;

/// The tables, for this measure.
pub(crate) fn blocks(table: &CompareTable, width: f32, say: Say, blocks: &mut Vec<Block>) {
    blocks.push(heading(say.text("overview.heading")));
    blocks.push(Block::Table(standing(table, width, say)));
    let parts = table.rows.len().div_ceil(ABREAST).max(1);
    for (place, rows) in table.rows.chunks(table.rows.len().div_ceil(parts).max(1)).enumerate() {
        if place == 0 {
            blocks.push(heading(say.text("overview.means")));
        }
        blocks.push(Block::Table(means(table, rows, width, say)));
    }
}

/// A column: its width, its head, and what it says of a candidate.
type Column<'t> = (f32, Cell, Box<dyn Fn(&CompareCandidate) -> Cell + 't>);

fn standing(table: &CompareTable, width: f32, say: Say) -> Table {
    let label = |key: &'static str| cell(say.text(key), Style::LABEL);
    let mut columns: Vec<Column<'_>> =
        vec![(NAME, label("comparison.candidate"), Box::new(|of| cell(isolate(&of.name), Style::TABLE.strong())))];
    let groups = table.order.groups.len();
    if groups > 0 {
        let bars = if groups > BARS { 0 } else { groups };
        let column = move |of: &CompareCandidate| tied(of, bars, say);
        columns.push((bars as f32 * BAR_STEP + 64.0, label("overview.tie_groups"), Box::new(column)));
    }
    columns.push((148.0, label("overview.composite"), Box::new(|of| composite(of, say))));
    columns.push((54.0, label("overview.error"), Box::new(|of| error(of, say))));
    columns.push((62.0, label("comparison.scorecards"), Box::new(|of| submitted(of, say))));
    let used: f32 = columns.iter().map(|(width, ..)| width).sum::<f32>() + 52.0;
    columns.push((width - used, label("comparison.recommends"), Box::new(|of| recommends(of, say))));
    let flagged = |of: &CompareCandidate| if shown(of) { flags(of.red_flags, say) } else { cell("", Style::TABLE) };
    columns.push((52.0, label("comparison.red_flags"), Box::new(flagged)));
    Table {
        widths: columns.iter().map(|(width, ..)| *width).collect(),
        rows: table.candidates.iter().map(|of| row(columns.iter().map(|(_, _, say)| say(of)).collect())).collect(),
        head: vec![row(columns.into_iter().map(|(_, head, _)| head).collect())],
        rules: true,
        before: 4.0,
    }
}

/// Whether there is anything to be seen of a candidate's scorecards.
fn shown(of: &CompareCandidate) -> bool {
    !of.hidden && of.submitted > 0
}

fn tied(of: &CompareCandidate, bars: usize, say: Say) -> Cell {
    let words = Para::text(say.numbers(&of.groups), Style::TINY).indent(bars as f32 * BAR_STEP);
    let groups = (1..=bars).map(|group| of.groups.iter().any(|one| *one as usize == group));
    Cell::Tied { groups: groups.collect(), words }
}

fn composite(of: &CompareCandidate, say: Say) -> Cell {
    match of.compared {
        _ if of.hidden => cell(say.text("comparison.hidden"), Style::TABLE.ink(Ink::Quiet)),
        Some(value) => Cell::Scale {
            words: Para::text(say.figure(value), Style::TABLE.strong()),
            at: FIGURE,
            values: vec![value as f32],
            error: of.error.map(|error| error as f32),
        },
        None if of.submitted == 0 => no_scorecard(say),
        None => cell(say.text("comparison.not_compared"), Style::TABLE.ink(Ink::Quiet)),
    }
}

fn error(of: &CompareCandidate, say: Say) -> Cell {
    let words = match (of.compared, of.error) {
        (Some(_), Some(error)) if shown(of) => say.figure(error),
        (Some(_), None) if shown(of) => say.text("overview.not_known").to_owned(),
        _ => String::new(),
    };
    cell(words, Style::TABLE.ink(Ink::Quiet))
}

fn submitted(of: &CompareCandidate, say: Say) -> Cell {
    let all = of.submitted + of.missing;
    let ink = if of.missing > 0 { Ink::Flag } else { Ink::Text };
    cell(say.with("panel.of", &[("n", &of.submitted), ("all", &all)]), Style::TABLE.ink(ink))
}

/// How many recommend what, the strongest yes first.
fn recommends(of: &CompareCandidate, say: Say) -> Cell {
    if !shown(of) {
        return cell("", Style::TABLE);
    }
    let count = |one: &Recommendation| of.opinions.iter().filter(|given| given.recommendation == *one).count();
    let some = Recommendation::ALL.iter().rev().map(|one| (say.recommendation(*one), count(one)));
    let words = some.filter(|(_, count)| *count > 0).map(|(words, count)| match count {
        1 => words.to_owned(),
        count => say.with("overview.times", &[("n", &count), ("recommendation", &words)]),
    });
    cell(say.list(&words.collect::<Vec<_>>()), Style::TABLE)
}

fn means(table: &CompareTable, rows: &[CompareRow], width: f32, say: Say) -> Table {
    let each = (width - NAME) / rows.len().max(1) as f32;
    let mut head = vec![cell(say.text("comparison.candidate"), Style::LABEL)];
    head.extend(rows.iter().map(|row| cell(isolate(&row.competency.name), Style::LABEL)));
    let line = |(place, of): (usize, &CompareCandidate)| -> Row {
        let mut cells = vec![cell(isolate(&of.name), Style::TABLE.strong())];
        cells.extend(rows.iter().map(|row| mean(row.cells.get(place), of, say)));
        row(cells)
    };
    Table {
        widths: std::iter::once(NAME).chain(std::iter::repeat_n(each, rows.len())).collect(),
        head: vec![row(head)],
        rows: table.candidates.iter().enumerate().map(line).collect(),
        rules: true,
        before: 4.0,
    }
}

/// A mean, never without what it is the mean of.
fn mean(of: Option<&CompareCell>, candidate: &CompareCandidate, say: Say) -> Cell {
    let quiet = |key: &'static str| cell(say.text(key), Style::TINY);
    let Some(of) = of.filter(|_| shown(candidate)) else {
        return if candidate.hidden { quiet("comparison.hidden") } else { quiet("panel.no_scorecard") };
    };
    let Some(mean) = of.figure.mean else {
        return quiet(if of.ratings.is_empty() { "comparison.not_in_kit" } else { "comparison.no_mean" });
    };
    Cell::Scale {
        words: Para::text(say.figure(mean), Style::TABLE.strong()),
        at: FIGURE,
        values: of.dots.iter().filter_map(|dot| dot.mean).map(|mean| mean as f32).collect(),
        error: None,
    }
}
