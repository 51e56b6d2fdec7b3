//! What a packet says, part by part; here the table of ratings and the signatures.

use workbench_domain::{
    comparable::is_covered,
    formula::printed,
    packet::{MatrixRow, Packet, PanelMember, Section},
    rating::{Level, Rating},
    record::Unjudged,
};

use crate::{
    audience_blocks,
    blocks::{Block, Cell, Data, Document, Mark, Para, Row, Style, Table, free_text, isolate},
    decision_blocks,
    display::{Entry, Ink},
    first_page,
    paginate::BLOCK,
    scorecard_blocks, wording,
};

/// The competency's column.
const HEAD: f32 = 104.0;
/// Interviewers side by side; a larger panel goes on in a further table.
const ABREAST: usize = 4;
/// The indent of a rating strip.
const STRIP: f32 = 27.0;

/// The packet as a document.
pub(crate) fn document(packet: &Packet) -> Document {
    let data = Data::of(packet);
    let hash = data.hash();
    let id = format!("Packet {}", wording::short_id(&hash));
    let mut authors: Vec<&str> = packet.panel.iter().map(|member| member.interviewer.as_str()).collect();
    authors.dedup();
    let mut blocks = vec![section("Summary")];
    first_page::blocks(packet, &wording::short_id(&hash), &mut blocks);
    let first = blocks.len();
    let with = |section: Section| !packet.without.contains(&section);
    // Without a scorecard there is nothing to show, and nothing to sign.
    let any = !packet.scorecards.is_empty();
    if any && with(Section::Ratings) {
        matrix(packet, &mut blocks);
    }
    for card in packet.scorecards.iter().filter(|_| with(Section::Scorecards)) {
        if let Some(member) = packet.panel.get(card.member) {
            scorecard_blocks::scorecard(card, member, &mut blocks);
        }
    }
    audience_blocks::file(packet, &mut blocks);
    if any && with(Section::Signatures) {
        signatures(packet, &mut blocks);
    }
    contents(first, &mut blocks);
    Document {
        title: format!("{}: {}, {}", audience_blocks::title(packet.audience), packet.candidate, packet.role),
        author: authors.join(", "),
        date: wording::pdf_date(packet.made_at),
        foot: packet.candidate.clone(),
        id,
        hash,
        data,
        signer: packet.signer.clone(),
        mark: packet.sample.then(|| "Sample data: these people are made up".to_owned()),
        landscape: false,
        blocks,
    }
}

/// Puts the contents in at this place, where there is more than one section to find.
fn contents(place: usize, blocks: &mut Vec<Block>) {
    let title = |block: &Block| match block {
        Block::Entry(entry) if entry.level == 0 => Some(entry.title.clone()),
        _ => None,
    };
    let titles: Vec<String> = blocks.iter().skip(place).filter_map(title).collect();
    if titles.len() > 1 {
        let head = Para::text("Contents", Style::LABEL).before(18.0).with_next();
        blocks.splice(place..place, [Block::Para(head), Block::Contents(titles)]);
    }
}

/// An entry of the outline.
pub(crate) fn section(title: impl Into<String>) -> Block {
    Block::Entry(Entry { level: 0, title: title.into() })
}

/// A cell of plain text.
pub(crate) fn cell(text: impl Into<String>, style: Style) -> Cell {
    Cell::Paras(vec![Para::text(text, style)])
}

/// A row of cells.
pub(crate) fn row(cells: Vec<Cell>) -> Row {
    Row { cells, with_next: false }
}

/// A head within a section.
pub(crate) fn heading(text: &str) -> Block {
    Block::Para(Para::text(text, Style::H2).before(18.0).with_next())
}

/// A count of red flags: with a mark, and never by colour alone.
pub(crate) fn flags(number: u32) -> Cell {
    if number == 0 {
        return cell("none", Style::TABLE.ink(Ink::Quiet));
    }
    let para = Para::text(number.to_string(), Style::TABLE.strong().ink(Ink::Flag));
    Cell::Paras(vec![para.mark(11.0, Mark::Flag)])
}

/// In place of what only a submitted scorecard says.
pub(crate) fn no_scorecard() -> Cell {
    cell("no scorecard", Style::TABLE.ink(Ink::Quiet))
}

/// The recommendation in words.
pub(crate) fn recommendation(member: &PanelMember) -> &'static str {
    member.recommendation.map_or("none given", |recommendation| recommendation.words())
}

/// A person's words with quotation marks around them.
pub(crate) fn quoted(text: &str, indent: f32) -> Vec<Block> {
    let quoted =
        if text.starts_with(['“', '"', '„', '«', '「']) { text.to_owned() } else { format!("“{text}”") };
    free_text(&quoted, Style::QUOTE).into_iter().map(|para| Block::Para(para.indent(indent))).collect()
}

fn matrix(packet: &Packet, blocks: &mut Vec<Block>) {
    // Behind the end of the summary, where that is all its page would have.
    blocks.push(Block::NewPageAfter(BLOCK.1 / 3.0));
    blocks.push(section("Ratings by competency"));
    blocks.push(Block::Para(Para::text("Ratings by competency", Style::H1).before(30.0).with_next()));
    let composite = match packet.composite.value {
        Some(value) => format!("Composite {}, over {}.", printed(value), wording::rests_on(&packet.composite)),
        None => "No composite: nothing is rated.".to_owned(),
    };
    blocks.push(Block::Para(Para::text(composite, Style::BODY.strong()).with_next()));
    let note = "A mean is that of the scorecards that rated the competency, each with the mean of its rated questions; the \
                composite weighs the means as the role does. What is missing is missing, never zero.";
    blocks.push(Block::Para(Para::text(note, Style::SMALL).with_next()));
    scale(BLOCK.0, blocks);
    let groups: Vec<&[PanelMember]> = packet.panel.chunks(ABREAST).collect();
    for (place, group) in groups.iter().enumerate() {
        let first = place * ABREAST;
        if groups.len() > 1 {
            let last = first + group.len();
            let all = packet.panel.len();
            blocks.push(heading(&format!("Interviewers {} to {last} of {all}", first + 1)));
        }
        // The spread is that of the whole panel, so it stands once.
        blocks.push(Block::Table(ratings(packet, group, first, place == 0)));
    }
    decision_blocks::agreed(&packet.agreed, blocks);
}

/// The scale, once.
pub(crate) fn scale(width: f32, blocks: &mut Vec<Block>) {
    let label = "The scale, against the bar for this level";
    blocks.push(Block::Para(Para::text(label, Style::LABEL).before(12.0).with_next()));
    let level = |level: &Level| {
        let words = format!("{} {}", level.number(), level.word());
        Cell::Paras(vec![Para::text(words, Style::TABLE.strong()).mark(STRIP, Mark::Strip(Some(level.number())))])
    };
    blocks.push(Block::Table(Table {
        widths: vec![width / 5.0; 5],
        head: Vec::new(),
        rows: vec![row(Level::ALL.iter().map(level).collect())],
        rules: false,
        before: 1.0,
    }));
}

fn ratings(packet: &Packet, group: &[PanelMember], first: usize, spread: bool) -> Table {
    // Where the panel is small its columns have room to spare, and the words under a spread are many.
    let first_column = if spread && group.len() <= 3 { HEAD * 1.5 } else { HEAD };
    let mut widths = vec![first_column];
    widths.extend(vec![(BLOCK.0 - first_column) / group.len().max(1) as f32; group.len()]);
    let mut head = vec![cell(if spread { "Competency, and its spread" } else { "Competency" }, Style::LABEL)];
    head.extend(group.iter().map(|member| cell(isolate(&member.interviewer), Style::LABEL.ink(Ink::Text))));
    let rows = packet.matrix.iter().map(|line| {
        let name = Para::text(isolate(&line.competency.name), Style::TABLE.strong());
        let mut cells = vec![if spread { spread_cell(line, name) } else { Cell::Paras(vec![name]) }];
        cells.extend(group.iter().enumerate().map(|(place, member)| member_cell(line, first + place, member)));
        row(cells)
    });
    Table { widths, head: vec![row(head)], rows: rows.collect(), rules: true, before: 14.0 }
}

fn member_cell(line: &MatrixRow, place: usize, member: &PanelMember) -> Cell {
    if member.submitted_at.is_none() {
        return cell("not submitted", Style::TABLE.ink(Ink::Quiet));
    }
    let ratings = line.cells.get(place).map_or(&[][..], Vec::as_slice);
    if ratings.is_empty() {
        return cell("not in this kit", Style::TABLE.ink(Ink::Quiet));
    }
    let paras = ratings.iter().enumerate().flat_map(|(order, rating)| {
        let above = if order == 0 { 0.0 } else { 5.0 };
        let title = format!("Question {}: {}", rating.number, isolate(&rating.question));
        [self::rating(rating.rating, rating.unjudged).before(above), Para::text(title, Style::TINY)]
    });
    Cell::Paras(paras.collect())
}

/// A rating with its strip, its number and its word; what is no level, in words.
pub(crate) fn rating(rating: Option<Rating>, unjudged: Option<Unjudged>) -> Para {
    match rating {
        Some(level @ Rating::Level(of)) => {
            Para::text(level.words(), Style::TABLE.strong()).mark(STRIP, Mark::Strip(Some(of.number())))
        }
        Some(missing) => Para::text(wording::missing(missing, unjudged).to_lowercase(), Style::TABLE.ink(Ink::Quiet)),
        None => Para::text("not rated", Style::TABLE.ink(Ink::Quiet)),
    }
}

fn spread_cell(line: &MatrixRow, name: Para) -> Cell {
    let mut counts = [0; 5];
    for level in line.cells.iter().flatten().filter_map(|rating| rating.rating.and_then(Rating::level)) {
        if let Some(count) = counts.get_mut(usize::from(level.number()) - 1) {
            *count += 1;
        }
    }
    let given: Vec<usize> = (1..=5).filter(|number| counts[number - 1] > 0).collect();
    let words = match given.as_slice() {
        [] => return Cell::Paras(vec![name, Para::text("no ratings", Style::TINY)]),
        [one] if counts[one - 1] == 1 => format!("{one} only"),
        [one] => format!("all {one}"),
        [lowest, .., highest] => format!("{lowest} to {highest}"),
    };
    let mean = line.figure.mean.map_or_else(String::new, |mean| format!("; mean {}", printed(mean)));
    let thin = if is_covered(&line.figure) { "" } else { "; fewer than half, too little to compare" };
    let words = format!("{words}{mean}. {}{thin}", wording::covered(&line.figure));
    Cell::Spread { name, counts, words: Para::text(words, Style::TINY) }
}

fn signatures(packet: &Packet, blocks: &mut Vec<Block>) {
    blocks.push(section("Signatures"));
    blocks.push(Block::Para(Para::text("Signatures", Style::H1).before(30.0).with_next()));
    let label = |text: &str| Cell::Blank(Para::text(text, Style::TINY));
    // In groups that fit a page: beyond that there is no keeping them on one.
    const TOGETHER: usize = 8;
    let mut names: Vec<Option<String>> = packet.panel.iter().map(|member| Some(isolate(&member.interviewer))).collect();
    names.push(None);
    let count = names.len();
    let rows = names.into_iter().enumerate().map(|(place, name)| {
        let printed = match name {
            Some(name) => {
                let name = Para::text(name, Style::BODY).before(0.0);
                Cell::Paras(vec![
                    Para::text("", Style::TABLE),
                    name,
                    Para::text("Printed name", Style::TINY).before(4.0),
                ])
            }
            None => label("Printed name, for the decision"),
        };
        Row {
            cells: vec![printed, label("Signature"), label("Date")],
            with_next: place + 1 < count && (place + 1) % TOGETHER != 0,
        }
    });
    let widths = vec![170.0, BLOCK.0 - 280.0, 110.0];
    blocks.push(Block::Table(Table { widths, head: Vec::new(), rows: rows.collect(), rules: false, before: 4.0 }));
}
