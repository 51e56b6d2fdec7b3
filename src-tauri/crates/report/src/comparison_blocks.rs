//! What a comparison says: candidates side by side, in the same order and on the same scale in every row.

use std::ops::Range;

use workbench_domain::{
    comparable::{Lack, LeftOut, WhyNot},
    compare::{Caution, CompareCandidate, CompareCell, CompareRow, CompareTable},
    ids::CandidateId,
    packet::Comparison,
};

use crate::{
    agreement_blocks,
    blocks::{Block, Cell, Data, Document, Para, Row, Span, Style, Table, isolate},
    display::Ink,
    firmness::{Firmness, firmness},
    first_page::later,
    labels::Say,
    overview_blocks,
    packet_blocks::{cell, contents, flags, heading, no_scorecard, rating, row, scale, section},
    paginate::BLOCK,
    wording,
};

/// Up to this many candidates the sheet stands upright.
const UPRIGHT: usize = 4;
/// Candidates side by side on a sheet on its long side.
const ABREAST: usize = 6;
/// The competency's column.
const HEAD: f32 = 92.0;

/// The comparison as a document.
pub(crate) fn document(comparison: &Comparison, say: Say) -> Document {
    let data = Data::of(comparison);
    let hash = data.hash();
    let table = &comparison.table;
    let landscape = table.candidates.len() > UPRIGHT;
    let width = if landscape { BLOCK.1 } else { BLOCK.0 };
    let candidates = u32::try_from(table.candidates.len()).unwrap_or(u32::MAX);
    let title = say.with("document.comparison_title", &[("candidates", &say.count("count.candidate", candidates))]);
    let mut blocks = vec![section(title.as_str())];
    blocks.push(Block::Para(Para::text(say.text("readers.panel"), Style::LABEL.ink(Ink::Accent))));
    blocks.push(Block::Para(Para::text(title.as_str(), Style::NAME).before(2.0)));
    let made = say.with("comparison.made", &[("when", &say.moment(comparison.made_at))]);
    let made = format!("{}  ·  {made}", isolate(&comparison.role));
    blocks.push(Block::Para(Para::text(made, Style::SMALL).before(1.0)));
    let left_out = not_compared(table, say);
    if !table.cautions.is_empty() || !left_out.is_empty() {
        let mut inside = vec![Block::Para(
            Para::text(say.text("comparison.caution"), Style::TABLE.strong().ink(Ink::Flag)).with_next(),
        )];
        let lines = table.cautions.iter().map(|one| caution(table, one, say)).chain(left_out);
        inside.extend(lines.map(|text| Block::Para(Para::text(text, Style::TABLE))));
        blocks.push(Block::Boxed { ground: Ink::FlagTint, bar: Ink::Flag, before: 10.0, blocks: inside });
    }
    blocks.push(Block::Para(Para::text(say.text("comparison.note"), Style::SMALL).before(10.0)));
    let abreast = if landscape { ABREAST } else { UPRIGHT };
    // Groups of even size: thirteen are five, four and four, not six, six and one.
    let groups = table.candidates.len().div_ceil(abreast).max(1);
    blocks.push(Block::Para(Para::text(ties(table, groups > 1, say), Style::SMALL).before(2.0).with_next()));
    scale(width, say, &mut blocks);
    let after = blocks.len();
    if groups > 1 {
        overview_blocks::blocks(table, width, say, &mut blocks);
    }
    let mut first = 0;
    for place in 0..groups {
        let count = (table.candidates.len() - first).div_ceil(groups - place);
        let last = first + count;
        if groups > 1 {
            let words =
                say.with("comparison.some_candidates", &[("from", &(first + 1)), ("to", &last), ("all", &candidates)]);
            blocks.push(Block::NewPart);
            blocks.push(section(words.as_str()));
            blocks.push(heading(&words));
        }
        blocks.push(Block::Table(group(comparison, first..last, width, say)));
        first = last;
    }
    firm(table, say, &mut blocks);
    agreement_blocks::blocks(&comparison.raters, say, &mut blocks);
    contents(after, say, &mut blocks);
    Document {
        say,
        title: say.with("document.comparison_full_title", &[("title", &title), ("role", &comparison.role)]),
        author: "Interview Workbench".to_owned(),
        date: wording::pdf_date(comparison.made_at),
        foot: format!("{title}  ·  {}", comparison.role),
        id: say.with("document.comparison_id", &[("id", &wording::short_id(&hash))]),
        hash,
        data,
        signer: comparison.signer.clone(),
        seal: None,
        mark: comparison.sample.then(|| say.text("document.sample").to_owned()),
        landscape,
        by_hand: false,
        blocks,
    }
}

fn group(comparison: &Comparison, of: Range<usize>, width: f32, say: Say) -> Table {
    let first = of.start;
    let candidates = &comparison.table.candidates[of];
    let mut widths = vec![HEAD];
    widths.extend(vec![(width - HEAD) / candidates.len().max(1) as f32; candidates.len()]);
    let line = |key: &'static str, cells: &dyn Fn(&CompareCandidate) -> Cell| {
        let head = cell(say.text(key), Style::TABLE.strong().ink(Ink::Quiet));
        row(std::iter::once(head).chain(candidates.iter().map(cells)).collect())
    };
    let head = row(std::iter::once(cell(say.text("comparison.candidate"), Style::TABLE.strong().ink(Ink::Quiet)))
        .chain(candidates.iter().map(|candidate| name(candidate, say)))
        .collect());
    let mut rows: Vec<Row> = vec![
        line("comparison.composite", &|candidate| composite(candidate, say)),
        line("comparison.scorecards", &|candidate| {
            let all = candidate.submitted + candidate.missing;
            let words = if all == 0 {
                say.text("comparison.no_interview").to_owned()
            } else {
                say.with("summary.submitted_of", &[("n", &candidate.submitted), ("all", &all)])
            };
            cell(words, Style::TABLE)
        }),
        line("comparison.recommends", &|candidate| opinions(candidate, say)),
        line("comparison.red_flags", &|candidate| match candidate {
            candidate if candidate.hidden => hidden(say),
            candidate if candidate.submitted == 0 => no_scorecard(say),
            candidate => flags(candidate.red_flags, say),
        }),
    ];
    rows.extend(comparison.table.rows.iter().map(|of| competency(&comparison.table, of, (candidates, first), say)));
    Table { widths, head: vec![head], rows, rules: true, before: 12.0 }
}

/// A candidate's name; the id where the table does not have them.
pub(crate) fn named<'a>(table: &'a CompareTable, id: &'a CandidateId) -> String {
    isolate(table.candidates.iter().find(|candidate| candidate.id == *id).map_or(id.as_str(), |c| c.name.as_str()))
}

pub(crate) fn names(table: &CompareTable, ids: &[CandidateId], say: Say) -> String {
    say.list(&ids.iter().map(|id| named(table, id)).collect::<Vec<_>>())
}

fn caution(table: &CompareTable, caution: &Caution, say: Say) -> String {
    let what = say.caution(&caution.fact);
    match &caution.candidate_id {
        Some(id) => say.with("caution.of", &[("who", &named(table, id)), ("what", &what)]),
        None => what,
    }
}

/// What is not compared: what no kit asks about in one line, then the others.
fn not_compared(table: &CompareTable, say: Say) -> Vec<String> {
    let (unasked, others): (Vec<&LeftOut>, Vec<_>) =
        table.order.comparable.left_out.iter().partition(|out| out.why == WhyNot::NotAsked);
    let mut lines = Vec::new();
    if !unasked.is_empty() {
        let competencies = say.list(&unasked.iter().map(|out| isolate(&out.name)).collect::<Vec<_>>());
        let why = say.why_not(WhyNot::NotAsked);
        lines.push(say.with("comparison.not_asked_all", &[("why", &why), ("competencies", &competencies)]));
    }
    lines.extend(others.into_iter().map(|out| not_compared_on(table, out, say)));
    lines
}

fn not_compared_on(table: &CompareTable, out: &LeftOut, say: Say) -> String {
    let lack = |l: &Lack| {
        say.with(
            "comparison.lack",
            &[("who", &named(table, &l.candidate_id)), ("n", &l.questions_rated), ("all", &l.questions)],
        )
    };
    let whom = say.list(&out.lacks.iter().map(lack).collect::<Vec<_>>());
    let key = if whom.is_empty() { "comparison.not_compared_on" } else { "comparison.not_compared_for" };
    say.with(key, &[("competency", &isolate(&out.name)), ("why", &say.why_not(out.why)), ("whom", &whom)])
}

/// Who cannot be told apart; without the names where the bars of an overview show it.
fn ties(table: &CompareTable, drawn: bool, say: Say) -> String {
    let order = &table.order;
    if order.placed.len() < 2 {
        return say.text("comparison.not_two").to_owned();
    }
    if order.placed.iter().any(|placed| placed.error.is_none()) {
        return say.text("comparison.error_unknown").to_owned();
    }
    if order.groups.is_empty() {
        return say.text("comparison.no_ties").to_owned();
    }
    if drawn {
        return say.count("comparison.ties_drawn", u32::try_from(order.groups.len()).unwrap_or(u32::MAX));
    }
    let groups = (1..).zip(&order.groups).map(|(number, group): (u32, _)| {
        say.with("comparison.tie", &[("n", &number), ("who", &names(table, group, say))])
    });
    let groups = groups.collect::<Vec<_>>().join(say.text("list.semicolon"));
    say.with("comparison.ties", &[("groups", &groups)])
}

fn composite(candidate: &CompareCandidate, say: Say) -> Cell {
    if candidate.hidden {
        return hidden(say);
    }
    let Some(all) = &candidate.composite else { return no_scorecard(say) };
    let mut paras = vec![match candidate.compared {
        Some(value) => Para::text(say.figure(value), Style::TABLE.strong()),
        None => Para::text(say.text("comparison.not_compared"), Style::TABLE.ink(Ink::Quiet)),
    }];
    if candidate.compared.is_some() {
        let error = candidate.error.map_or_else(
            || say.text("comparison.error_not_known").to_owned(),
            |error| say.with("comparison.standard_error", &[("error", &say.figure(error))]),
        );
        paras.push(Para::text(error, Style::TINY));
    }
    if let Some(value) = all.value.filter(|value| candidate.compared.is_none_or(|one| (one - value).abs() > 1e-9)) {
        paras.push(Para::text(say.with("comparison.over_all", &[("value", &say.figure(value))]), Style::TINY));
    }
    paras.extend(say.basis(all).map(|words| Para::text(words, Style::TINY)));
    if !candidate.groups.is_empty() {
        let (count, groups) = (candidate.groups.len() as u32, say.numbers(&candidate.groups));
        paras.push(Para::text(say.count_with("comparison.tie_group", count, &[("groups", &groups)]), Style::TINY));
    }
    Cell::Paras(paras)
}

/// What would change the first place.
fn firm(table: &CompareTable, say: Say, blocks: &mut Vec<Block>) {
    let Some(Firmness { heading: title, lines, head, shares }) = firmness(table, say) else { return };
    blocks.push(heading(&title));
    blocks.extend(lines.into_iter().map(|line| Block::Para(Para::text(line, Style::SMALL).before(2.0).with_next())));
    let in_style = |cells: [String; 3], style: Style| row(cells.map(|text| cell(text, style)).into());
    blocks.push(Block::Table(Table {
        widths: vec![220.0, 90.0, 150.0],
        head: vec![in_style(head, Style::LABEL)],
        rows: shares.into_iter().map(|cells| in_style(cells, Style::TABLE)).collect(),
        rules: true,
        before: 4.0,
    }));
}

fn name(candidate: &CompareCandidate, say: Say) -> Cell {
    let mut paras = vec![Para::text(isolate(&candidate.name), Style::TABLE.strong())];
    if candidate.sample {
        paras.push(Para::text(say.text("comparison.made_up"), Style::TINY.ink(Ink::Flag)));
    }
    Cell::Paras(paras)
}

fn hidden(say: Say) -> Cell {
    cell(say.text("comparison.hidden_until"), Style::TABLE.ink(Ink::Quiet))
}

fn opinions(candidate: &CompareCandidate, say: Say) -> Cell {
    if candidate.hidden {
        return hidden(say);
    }
    if candidate.opinions.is_empty() {
        return no_scorecard(say);
    }
    let opinion = |opinion: &workbench_domain::compare::Opinion| {
        let counts = Para::new(vec![
            Span::new(say.recommendation(opinion.recommendation), Style::TABLE.strong()),
            Span::new(format!("  {}", isolate(&opinion.interviewer)), Style::TINY),
        ]);
        let later = later(Some(opinion.recommendation), opinion.amended, say);
        std::iter::once(counts).chain(later.map(|words| Para::text(words, Style::TINY.ink(Ink::Flag))))
    };
    Cell::Paras(candidate.opinions.iter().flat_map(opinion).collect())
}

fn competency(
    table: &CompareTable,
    line: &CompareRow,
    (candidates, first): (&[CompareCandidate], usize),
    say: Say,
) -> Row {
    let mut head = vec![Para::text(isolate(&line.competency.name), Style::TABLE.strong())];
    if !line.compared {
        head.push(Para::text(say.text("comparison.not_compared"), Style::TINY.ink(Ink::Flag)));
    }
    let mut cells = vec![Cell::Paras(head)];
    cells.extend(candidates.iter().enumerate().map(|(place, candidate)| {
        if candidate.hidden {
            cell(say.text("comparison.hidden"), Style::TABLE.ink(Ink::Quiet))
        } else {
            ratings(table, line.cells.get(first + place), candidate, say)
        }
    }));
    row(cells)
}

fn ratings(table: &CompareTable, of: Option<&CompareCell>, candidate: &CompareCandidate, say: Say) -> Cell {
    let ratings = of.map_or(&[][..], |cell| cell.ratings.as_slice());
    if ratings.is_empty() {
        return if candidate.submitted == 0 {
            no_scorecard(say)
        } else {
            cell(say.text("comparison.not_in_kit"), Style::TABLE.ink(Ink::Quiet))
        };
    }
    let figure = of.map(|cell| &cell.figure);
    let mean = figure.and_then(|figure| figure.mean).map_or_else(
        || say.text("comparison.no_mean").to_owned(),
        |mean| say.with("comparison.mean", &[("mean", &say.figure(mean))]),
    );
    let mut paras = vec![Para::text(mean, Style::TABLE.strong())];
    paras.extend(figure.map(|figure| Para::text(say.covered(figure), Style::TINY)));
    let sources = ratings.iter().filter_map(|given| Some((given, table.source(given)?)));
    paras.extend(sources.flat_map(|(given, (card, title))| {
        let above = 4.0;
        let source =
            say.with("comparison.source", &[("who", &isolate(&card.interviewer)), ("question", &isolate(title))]);
        [rating(given.rating, None, say).before(above), Para::text(source, Style::TINY)]
    }));
    Cell::Paras(paras)
}
