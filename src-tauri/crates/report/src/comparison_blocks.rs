//! What a comparison says: candidates side by side, in the same order and on the same scale in every row.

use workbench_domain::{
    comparable::{Lack, LeftOut},
    compare::{CompareCandidate, CompareCell, CompareRow, CompareTable},
    formula::printed,
    ids::CandidateId,
    packet::Comparison,
};

use crate::{
    agreement_blocks,
    blocks::{Block, Cell, Data, Document, Para, Row, Span, Style, Table, isolate},
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
    let data = Data::of(comparison);
    let hash = data.hash();
    let table = &comparison.table;
    let landscape = table.candidates.len() > UPRIGHT;
    let width = if landscape { BLOCK.1 } else { BLOCK.0 };
    let title = format!("Comparison of {}", wording::count(table.candidates.len() as u32, "candidate", "candidates"));
    let mut blocks = vec![section(title.as_str())];
    blocks.push(Block::Para(Para::text("Confidential: for the hiring panel", Style::LABEL.ink(Ink::Accent))));
    blocks.push(Block::Para(Para::text(title.as_str(), Style::NAME).before(2.0)));
    let made = format!("{}  ·  made {}", isolate(&comparison.role), wording::moment(comparison.made_at));
    blocks.push(Block::Para(Para::text(made, Style::SMALL).before(1.0)));
    let left_out: Vec<String> = table.order.comparable.left_out.iter().map(|out| not_compared(table, out)).collect();
    if !table.cautions.is_empty() || !left_out.is_empty() {
        let mut inside =
            vec![Block::Para(Para::text("Before you compare", Style::TABLE.strong().ink(Ink::Flag)).with_next())];
        let lines = table.cautions.iter().chain(&left_out);
        inside.extend(lines.map(|text| Block::Para(Para::text(text.as_str(), Style::TABLE))));
        blocks.push(Block::Boxed { ground: Ink::FlagTint, bar: Ink::Flag, before: 10.0, blocks: inside });
    }
    let note = "A mean is that of the scorecards that rated the competency, each with the mean of its rated questions. The \
                composite weighs the means as the role does, over the competencies that all are compared on. What is missing \
                is missing, never zero.";
    blocks.push(Block::Para(Para::text(note, Style::SMALL).before(10.0)));
    blocks.push(Block::Para(Para::text(ties(table), Style::SMALL).before(2.0).with_next()));
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
    firm(table, &mut blocks);
    agreement_blocks::blocks(&comparison.raters, &mut blocks);
    Document {
        title: format!("{title}, {}", comparison.role),
        author: "Interview Workbench".to_owned(),
        date: wording::pdf_date(comparison.made_at),
        foot: format!("{title}  ·  {}", comparison.role),
        id: format!("Comparison {}", wording::short_id(&hash)),
        hash,
        data,
        signer: comparison.signer.clone(),
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
        line("Composite", &composite),
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
    rows.extend(comparison.table.rows.iter().map(|of| competency(&comparison.table, of, candidates, first)));
    Table { widths, head: vec![head], rows, rules: true, before: 12.0 }
}

/// A candidate's name; the id where the table does not have them.
fn named<'a>(table: &'a CompareTable, id: &'a CandidateId) -> String {
    isolate(table.candidates.iter().find(|candidate| candidate.id == *id).map_or(id.as_str(), |c| c.name.as_str()))
}

fn names(table: &CompareTable, ids: &[CandidateId]) -> String {
    ids.iter().map(|id| named(table, id)).collect::<Vec<_>>().join(", ")
}

fn not_compared(table: &CompareTable, out: &LeftOut) -> String {
    let lack = |l: &Lack| format!("{} ({} of {})", named(table, &l.candidate_id), l.questions_rated, l.questions);
    let whom = out.lacks.iter().map(lack).collect::<Vec<_>>().join(", ");
    let whom = if whom.is_empty() { whom } else { format!(", for {whom}") };
    format!("{} is not compared: {}{whom}.", isolate(&out.name), out.words)
}

/// Who cannot be told apart.
fn ties(table: &CompareTable) -> String {
    let order = &table.order;
    if order.placed.len() < 2 {
        return "There are not two candidates to compare.".to_owned();
    }
    if order.placed.iter().any(|placed| placed.error.is_none()) {
        return "The error is not known: nobody was rated by two people on one competency. Nothing is called a tie, and no \
                difference is called real."
            .to_owned();
    }
    if order.groups.is_empty() {
        return "Every two composites differ by 1.96 standard errors of their difference or more.".to_owned();
    }
    let groups = (1..).zip(&order.groups).map(|(number, group)| format!("{number}: {}", names(table, group)));
    format!("Not told apart, by tie group: {}.", groups.collect::<Vec<_>>().join("; "))
}

fn composite(candidate: &CompareCandidate) -> Cell {
    if candidate.hidden {
        return hidden();
    }
    let Some(all) = &candidate.composite else { return no_scorecard() };
    let mut paras = vec![match candidate.compared {
        Some(value) => Para::text(printed(value), Style::TABLE.strong()),
        None => Para::text("not compared", Style::TABLE.ink(Ink::Quiet)),
    }];
    if candidate.compared.is_some() {
        let error = candidate.error.map_or_else(|| "not known".to_owned(), printed);
        paras.push(Para::text(format!("standard error {error}"), Style::TINY));
    }
    if let Some(value) = all.value.filter(|value| candidate.compared.is_none_or(|one| (one - value).abs() > 1e-9)) {
        paras.push(Para::text(format!("{} over all rated", printed(value)), Style::TINY));
    }
    paras.push(Para::text(wording::rests_on(all), Style::TINY));
    if !candidate.groups.is_empty() {
        let groups = candidate.groups.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
        paras.push(Para::text(format!("tie group {groups}"), Style::TINY));
    }
    Cell::Paras(paras)
}

/// What would change the first place.
fn firm(table: &CompareTable, blocks: &mut Vec<Block>) {
    let Some(firm) = &table.order.firmness else { return };
    let percent = |share: f64| format!("{:.0} %", share * 100.0);
    blocks.push(heading("How firm the first place is"));
    let mut lines = vec![format!("First: {}.", names(table, &firm.first))];
    if let Some(tipping) = &firm.tipping {
        let row = table.rows.iter().find(|row| row.competency.id == tipping.competency_id);
        let name = row.map_or_else(String::new, |row| isolate(&row.competency.name));
        let than = if tipping.to > f64::from(tipping.from) { "more" } else { "less" };
        lines.push(format!(
            "{} would come first if {name} weighed {than} than {} instead of {}; no smaller change of one weight changes the \
             first place.",
            named(table, &tipping.candidate_id),
            printed(tipping.to),
            tipping.from
        ));
    }
    for without in firm.without.iter().filter(|without| without.changes) {
        let rater = isolate(&without.interviewer);
        lines.push(match without.first.as_slice() {
            [] => format!("Without {rater} nobody is left to compare."),
            first => format!("Without {rater}, first: {}.", names(table, first)),
        });
    }
    lines.push(format!(
        "Under other weights, from {} drawn with seed {}: the share of all weightings there are, and of those from half to one \
         and a half times the role's, under which each comes first.",
        firm.draws, firm.seed
    ));
    blocks.extend(lines.into_iter().map(|line| Block::Para(Para::text(line, Style::SMALL).before(2.0).with_next())));
    let label = |text: &str| cell(text, Style::LABEL);
    let shares = firm.shares.iter().filter(|share| share.any > 0.0).map(|share| {
        let figure = |share: f64| cell(percent(share), Style::TABLE);
        row(vec![cell(named(table, &share.candidate_id), Style::TABLE), figure(share.any), figure(share.near)])
    });
    blocks.push(Block::Table(Table {
        widths: vec![220.0, 90.0, 110.0],
        head: vec![row(vec![label("Comes first"), label("of all"), label("near the role's")])],
        rows: shares.collect(),
        rules: true,
        before: 4.0,
    }));
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

fn competency(table: &CompareTable, line: &CompareRow, candidates: &[CompareCandidate], first: usize) -> Row {
    let mut head = vec![Para::text(isolate(&line.competency.name), Style::TABLE.strong())];
    if !line.compared {
        head.push(Para::text("not compared", Style::TINY.ink(Ink::Flag)));
    }
    let mut cells = vec![Cell::Paras(head)];
    cells.extend(candidates.iter().enumerate().map(|(place, candidate)| {
        if candidate.hidden {
            cell("hidden", Style::TABLE.ink(Ink::Quiet))
        } else {
            ratings(table, line.cells.get(first + place), candidate)
        }
    }));
    row(cells)
}

fn ratings(table: &CompareTable, of: Option<&CompareCell>, candidate: &CompareCandidate) -> Cell {
    let ratings = of.map_or(&[][..], |cell| cell.ratings.as_slice());
    if ratings.is_empty() {
        return if candidate.submitted == 0 {
            no_scorecard()
        } else {
            cell("not in the kit", Style::TABLE.ink(Ink::Quiet))
        };
    }
    let figure = of.map(|cell| &cell.figure);
    let mean = figure.and_then(|figure| figure.mean).map_or_else(|| "no mean".to_owned(), printed);
    let mut paras = vec![Para::text(format!("Mean {mean}"), Style::TABLE.strong())];
    paras.extend(figure.map(|figure| Para::text(wording::covered(figure), Style::TINY)));
    let sources = ratings.iter().filter_map(|given| Some((given, table.source(given)?)));
    paras.extend(sources.flat_map(|(given, (card, title))| {
        let above = 4.0;
        let source = format!("{}: {}", isolate(&card.interviewer), isolate(title));
        [rating(given.rating, None).before(above), Para::text(source, Style::TINY)]
    }));
    Cell::Paras(paras)
}
