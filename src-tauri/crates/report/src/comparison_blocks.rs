//! What a comparison says: candidates side by side, in the same order and on the same scale in every row.

use workbench_domain::{
    compare::{CompareCandidate, CompareCell, CompareRow},
    packet::Comparison,
};

use crate::{
    blocks::{Block, Cell, Document, Para, Row, Span, Style, Table, isolate},
    display::Ink,
    packet_blocks::{cell, flags, heading, no_scorecard, rating, row, scale, section},
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
pub(crate) fn document(comparison: &Comparison) -> Document {
    let hash = comparison.hash();
    let table = &comparison.table;
    let landscape = table.candidates.len() > UPRIGHT;
    let width = if landscape { BLOCK.1 } else { BLOCK.0 };
    let title = format!("Comparison of {}", wording::count(table.candidates.len() as u32, "candidate", "candidates"));
    let mut blocks = vec![section(title.as_str())];
    blocks.push(Block::Para(Para::text("Confidential: for the hiring panel", Style::LABEL.ink(Ink::Accent))));
    blocks.push(Block::Para(Para::text(title.as_str(), Style::NAME).before(2.0)));
    let made = format!("{}  ·  made {}", isolate(&comparison.role), wording::moment(comparison.made_at));
    blocks.push(Block::Para(Para::text(made, Style::SMALL).before(1.0)));
    if !table.cautions.is_empty() {
        let mut inside =
            vec![Block::Para(Para::text("Before you compare", Style::TABLE.strong().ink(Ink::Flag)).with_next())];
        inside.extend(table.cautions.iter().map(|text| Block::Para(Para::text(text.as_str(), Style::TABLE))));
        blocks.push(Block::Boxed { ground: Ink::FlagTint, bar: Ink::Flag, before: 10.0, blocks: inside });
    }
    let note = "Every rating stands by itself, oldest scorecard first. Nothing is averaged.";
    blocks.push(Block::Para(Para::text(note, Style::SMALL).before(10.0).with_next()));
    scale(width, &mut blocks);
    let abreast = if landscape { ABREAST } else { UPRIGHT };
    // Groups of even size: thirteen are five, four and four, not six, six and one.
    let groups = table.candidates.len().div_ceil(abreast).max(1);
    let mut first = 0;
    for place in 0..groups {
        let count = (table.candidates.len() - first).div_ceil(groups - place);
        let last = first + count;
        if groups > 1 {
            let words = format!("Candidates {} to {last} of {}", first + 1, table.candidates.len());
            if place > 0 {
                blocks.push(Block::NewPage);
                blocks.push(section(words.as_str()));
            }
            blocks.push(heading(&words));
        }
        blocks.push(Block::Table(group(comparison, first, last, width)));
        first = last;
    }
    Document {
        title: format!("{title}, {}", comparison.role),
        author: "Interview Workbench".to_owned(),
        date: wording::pdf_date(comparison.made_at),
        foot: format!("{title}  ·  {}", comparison.role),
        id: format!("Comparison {}", wording::short_id(&hash)),
        hash,
        data: None,
        mark: comparison.sample.then(|| "Sample data: these people are made up".to_owned()),
        landscape,
        blocks,
    }
}

fn group(comparison: &Comparison, first: usize, last: usize, width: f32) -> Table {
    let candidates = &comparison.table.candidates[first..last];
    let mut widths = vec![HEAD];
    widths.extend(vec![(width - HEAD) / candidates.len().max(1) as f32; candidates.len()]);
    let line = |label: &str, cells: &dyn Fn(&CompareCandidate) -> Cell| {
        let head = cell(label, Style::TABLE.strong().ink(Ink::Quiet));
        row(std::iter::once(head).chain(candidates.iter().map(cells)).collect())
    };
    let head = row(std::iter::once(cell("Candidate", Style::TABLE.strong().ink(Ink::Quiet)))
        .chain(candidates.iter().map(name))
        .collect());
    let mut rows: Vec<Row> = vec![
        line("Scorecards", &|candidate| {
            let all = candidate.submitted + candidate.missing;
            let words = if all == 0 {
                "no interview yet".to_owned()
            } else {
                format!("{} of {all} submitted", candidate.submitted)
            };
            cell(words, Style::TABLE)
        }),
        line("Recommends hiring", &opinions),
        line("Red flags", &|candidate| match candidate {
            candidate if candidate.hidden => hidden(),
            candidate if candidate.submitted == 0 => no_scorecard(),
            candidate => flags(candidate.red_flags),
        }),
    ];
    rows.extend(comparison.table.rows.iter().map(|of| competency(of, candidates, first)));
    Table { widths, head: vec![head], rows, rules: true, before: 12.0 }
}

fn name(candidate: &CompareCandidate) -> Cell {
    let mut paras = vec![Para::text(isolate(&candidate.name), Style::TABLE.strong())];
    if candidate.sample {
        paras.push(Para::text("made up", Style::TINY.ink(Ink::Flag)));
    }
    Cell::Paras(paras)
}

fn hidden() -> Cell {
    cell("hidden until you submit your own scorecard", Style::TABLE.ink(Ink::Quiet))
}

fn opinions(candidate: &CompareCandidate) -> Cell {
    if candidate.hidden {
        return hidden();
    }
    if candidate.opinions.is_empty() {
        return no_scorecard();
    }
    let opinion = |opinion: &workbench_domain::compare::Opinion| {
        Para::new(vec![
            Span::new(opinion.recommendation.words(), Style::TABLE.strong()),
            Span::new(format!("  {}", isolate(&opinion.interviewer)), Style::TINY),
        ])
    };
    Cell::Paras(candidate.opinions.iter().map(opinion).collect())
}

fn competency(line: &CompareRow, candidates: &[CompareCandidate], first: usize) -> Row {
    let mut cells = vec![cell(isolate(&line.competency.name), Style::TABLE.strong())];
    cells.extend(candidates.iter().enumerate().map(|(place, candidate)| {
        if candidate.hidden {
            cell("hidden", Style::TABLE.ink(Ink::Quiet))
        } else {
            ratings(line.cells.get(first + place), candidate)
        }
    }));
    row(cells)
}

fn ratings(of: Option<&CompareCell>, candidate: &CompareCandidate) -> Cell {
    let ratings = of.map_or(&[][..], |cell| cell.ratings.as_slice());
    if ratings.is_empty() {
        return if candidate.submitted == 0 {
            no_scorecard()
        } else {
            cell("not in the kit", Style::TABLE.ink(Ink::Quiet))
        };
    }
    let paras = ratings.iter().enumerate().flat_map(|(order, given)| {
        let above = if order == 0 { 0.0 } else { 4.0 };
        let source = format!("{}: {}", isolate(&given.interviewer), isolate(&given.question));
        [rating(given.rating, None).before(above), Para::text(source, Style::TINY)]
    });
    Cell::Paras(paras.collect())
}
