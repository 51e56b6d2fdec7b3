//! What a packet says, part by part; here the table of ratings and the signatures.

use workbench_domain::{
    comparable::is_covered,
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
    labels::Say,
    paginate::BLOCK,
    scorecard_blocks, wording,
};

/// The competency's column.
const HEAD: f32 = 104.0;
/// Interviewers side by side; a larger panel goes on in a further table.
const ABREAST: usize = 4;
/// Above a part that does not begin a page.
pub(crate) const PART: f32 = 30.0;
/// The indent of a rating strip.
const STRIP: f32 = 27.0;

/// The packet as a document.
pub(crate) fn document(packet: &Packet, say: Say) -> Document {
    let data = Data::of(packet);
    let hash = data.hash();
    let id = say.with("document.packet_id", &[("id", &wording::short_id(&hash))]);
    let mut authors: Vec<&str> = packet.panel.iter().map(|member| member.interviewer.as_str()).collect();
    authors.dedup();
    let mut blocks = vec![section(say.text("summary.section"))];
    first_page::blocks(packet, &wording::short_id(&hash), say, &mut blocks);
    let first = blocks.len();
    let with = |section: Section| !packet.without.contains(&section);
    // Without a scorecard there is nothing to show, and nothing to sign.
    let any = !packet.scorecards.is_empty();
    if any && with(Section::Ratings) {
        matrix(packet, say, &mut blocks);
    }
    for card in packet.scorecards.iter().filter(|_| with(Section::Scorecards)) {
        if let Some(member) = packet.panel.get(card.member) {
            scorecard_blocks::scorecard(card, member, say, &mut blocks);
        }
    }
    audience_blocks::file(packet, say, &mut blocks);
    if any && with(Section::Signatures) {
        signatures(packet, say, &mut blocks);
    }
    contents(first, say, &mut blocks);
    Document {
        say,
        title: say.with(
            "document.packet_title",
            &[
                ("document", &audience_blocks::title(packet.audience, say)),
                ("candidate", &packet.candidate),
                ("role", &packet.role),
            ],
        ),
        author: authors.join(", "),
        date: wording::pdf_date(packet.made_at),
        foot: packet.candidate.clone(),
        id,
        hash,
        data,
        signer: packet.signer.clone(),
        seal: None,
        mark: packet.sample.then(|| say.text("document.sample").to_owned()),
        landscape: false,
        by_hand: false,
        blocks,
    }
}

/// Puts the contents in at this place, where there is more than one section to find.
pub(crate) fn contents(place: usize, say: Say, blocks: &mut Vec<Block>) {
    let title = |block: &Block| match block {
        Block::Entry(entry) if entry.level == 0 => Some(entry.title.clone()),
        _ => None,
    };
    let titles: Vec<String> = blocks.iter().skip(place).filter_map(title).collect();
    if titles.len() > 1 {
        blocks.insert(place, Block::Contents(say.text("page.contents").to_owned(), titles));
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
pub(crate) fn flags(number: u32, say: Say) -> Cell {
    if number == 0 {
        return cell(say.text("panel.no_flags"), Style::TABLE.ink(Ink::Quiet));
    }
    let para = Para::text(say.whole(number), Style::TABLE.strong().ink(Ink::Flag));
    Cell::Paras(vec![para.mark(11.0, Mark::Flag)])
}

/// In place of what only a submitted scorecard says.
pub(crate) fn no_scorecard(say: Say) -> Cell {
    cell(say.text("panel.no_scorecard"), Style::TABLE.ink(Ink::Quiet))
}

/// The recommendation in words.
pub(crate) fn recommendation(member: &PanelMember, say: Say) -> &'static str {
    member.recommendation.map_or(say.text("recommendation.none"), |recommendation| say.recommendation(recommendation))
}

/// A person's words with quotation marks around them.
pub(crate) fn quoted(text: &str, indent: f32, say: Say) -> Vec<Block> {
    free_text(&say.quoted(text), Style::QUOTE).into_iter().map(|para| Block::Para(para.indent(indent))).collect()
}

fn matrix(packet: &Packet, say: Say, blocks: &mut Vec<Block>) {
    blocks.push(Block::NewPart);
    blocks.push(section(say.text("matrix.section")));
    blocks.push(Block::Para(Para::text(say.text("matrix.section"), Style::H1).before(PART).with_next()));
    let composite = match packet.composite.value {
        Some(value) => {
            say.with("matrix.composite", &[("value", &say.figure(value)), ("basis", &say.rests_on(&packet.composite))])
        }
        None => say.text("matrix.no_composite").to_owned(),
    };
    blocks.push(Block::Para(Para::text(composite, Style::BODY.strong()).before(4.0).with_next()));
    blocks.push(Block::Para(Para::text(say.text("matrix.note"), Style::SMALL).with_next()));
    scale(BLOCK.0, say, blocks);
    let groups: Vec<&[PanelMember]> = packet.panel.chunks(ABREAST).collect();
    for (place, group) in groups.iter().enumerate() {
        let first = place * ABREAST;
        if groups.len() > 1 {
            let last = first + group.len();
            let all = packet.panel.len();
            blocks.push(heading(
                &say.with("matrix.some_interviewers", &[("from", &(first + 1)), ("to", &last), ("all", &all)]),
            ));
        }
        // The spread is that of the whole panel, so it stands once.
        blocks.push(Block::Table(ratings(packet, group, (first, place == 0), say)));
    }
    decision_blocks::agreed(&packet.agreed, say, blocks);
}

/// The scale, once.
pub(crate) fn scale(width: f32, say: Say, blocks: &mut Vec<Block>) {
    blocks.push(Block::Para(Para::text(say.text("matrix.scale"), Style::LABEL).before(9.0).with_next()));
    let level = |level: &Level| {
        Cell::Paras(vec![
            Para::text(say.level(*level), Style::TABLE.strong()).mark(STRIP, Mark::Strip(Some(level.number()))),
        ])
    };
    blocks.push(Block::Table(Table {
        widths: vec![width / 5.0; 5],
        head: Vec::new(),
        // What it is the scale of follows on its page.
        rows: vec![Row { cells: Level::ALL.iter().map(level).collect(), with_next: true }],
        rules: false,
        before: 1.0,
    }));
}

fn ratings(packet: &Packet, group: &[PanelMember], (first, spread): (usize, bool), say: Say) -> Table {
    // Where the panel is small its columns have room to spare, and the words under a spread are many.
    let first_column = if spread && group.len() <= 3 { HEAD * 1.5 } else { HEAD };
    let mut widths = vec![first_column];
    widths.extend(vec![(BLOCK.0 - first_column) / group.len().max(1) as f32; group.len()]);
    let mut head =
        vec![cell(say.text(if spread { "matrix.competency_and_spread" } else { "matrix.competency" }), Style::LABEL)];
    head.extend(group.iter().map(|member| cell(isolate(&member.interviewer), Style::LABEL.ink(Ink::Text))));
    let rows = packet.matrix.iter().map(|line| {
        let name = Para::text(isolate(&line.competency.name), Style::TABLE.strong());
        let mut cells = vec![if spread { spread_cell(line, name, say) } else { Cell::Paras(vec![name]) }];
        cells.extend(group.iter().enumerate().map(|(place, member)| member_cell(line, first + place, member, say)));
        row(cells)
    });
    Table { widths, head: vec![row(head)], rows: rows.collect(), rules: true, before: 8.0 }
}

fn member_cell(line: &MatrixRow, place: usize, member: &PanelMember, say: Say) -> Cell {
    if member.submitted_at.is_none() {
        return cell(say.text("panel.not_submitted"), Style::TABLE.ink(Ink::Quiet));
    }
    let ratings = line.cells.get(place).map_or(&[][..], Vec::as_slice);
    if ratings.is_empty() {
        return cell(say.text("matrix.not_in_kit"), Style::TABLE.ink(Ink::Quiet));
    }
    let paras = ratings.iter().enumerate().flat_map(|(order, rating)| {
        let above = if order == 0 { 0.0 } else { 3.0 };
        let title = say.with("matrix.question", &[("n", &rating.number), ("title", &isolate(&rating.question))]);
        [self::rating(rating.rating, rating.unjudged, say).before(above), Para::text(title, Style::TINY)]
    });
    Cell::Paras(paras.collect())
}

/// A rating with its strip, its number and its word; what is no level, in words.
pub(crate) fn rating(rating: Option<Rating>, unjudged: Option<Unjudged>, say: Say) -> Para {
    match rating {
        Some(level @ Rating::Level(of)) => {
            Para::text(say.rating(level), Style::TABLE.strong()).mark(STRIP, Mark::Strip(Some(of.number())))
        }
        Some(missing) => Para::text(say.small_missing(missing, unjudged), Style::TABLE.ink(Ink::Quiet)),
        None => Para::text(say.text("rating.small_not_rated"), Style::TABLE.ink(Ink::Quiet)),
    }
}

fn spread_cell(line: &MatrixRow, name: Para, say: Say) -> Cell {
    let mut counts = [0; 5];
    for level in line.cells.iter().flatten().filter_map(|rating| rating.rating.and_then(Rating::level)) {
        if let Some(count) = counts.get_mut(usize::from(level.number()) - 1) {
            *count += 1;
        }
    }
    let given: Vec<usize> = (1..=5).filter(|number| counts[number - 1] > 0).collect();
    let words = match given.as_slice() {
        [] => return Cell::Paras(vec![name, Para::text(say.text("matrix.no_ratings"), Style::TINY)]),
        [one] if counts[one - 1] == 1 => say.with("matrix.one_only", &[("level", one)]),
        [one] => say.with("matrix.all_one", &[("level", one)]),
        [lowest, .., highest] => say.with("list.range", &[("from", lowest), ("to", highest)]),
    };
    let mean =
        line.figure.mean.map_or_else(String::new, |mean| say.with("matrix.mean", &[("mean", &say.figure(mean))]));
    let thin = if is_covered(&line.figure) { "" } else { say.text("matrix.thin") };
    let given_as = say.with("matrix.spread", &[("spread", &words), ("mean", &mean)]);
    let rests_on = say.with("matrix.spread_rests_on", &[("covered", &say.covered(&line.figure)), ("thin", &thin)]);
    let words = [given_as, rests_on].map(|words| Para::text(words, Style::TINY)).to_vec();
    let given: Vec<String> = counts.iter().zip(1..).map(|(count, level)| format!("{level}: {count}")).collect();
    let alternative = say.with("matrix.alternative", &[("counts", &say.list(&given))]);
    Cell::Spread { name, counts, words, alternative }
}

fn signatures(packet: &Packet, say: Say, blocks: &mut Vec<Block>) {
    blocks.push(Block::Joined);
    blocks.push(section(say.text("signatures.section")));
    blocks.push(Block::Para(Para::text(say.text("signatures.section"), Style::H1).before(PART).with_next()));
    let label = |key: &'static str| Cell::Blank(Para::text(say.text(key), Style::TINY));
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
                    Para::text(say.text("signatures.printed_name"), Style::TINY).before(4.0),
                ])
            }
            None => label("signatures.decider"),
        };
        Row {
            cells: vec![printed, label("signatures.signature"), label("signatures.date")],
            with_next: place + 1 < count && (place + 1) % TOGETHER != 0,
        }
    });
    let widths = vec![170.0, BLOCK.0 - 280.0, 110.0];
    blocks.push(Block::Table(Table { widths, head: Vec::new(), rows: rows.collect(), rules: false, before: 4.0 }));
}
