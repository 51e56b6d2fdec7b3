//! What an interviewer guide says: one question a page, with room to write down to its end.

use workbench_domain::{
    guide::{Guide, GuideQuestion},
    scorecard::Recommendation,
};

use crate::{
    blocks::{Align, Block, Cell, Data, Document, Mark, Para, Row, Span, Style, Table, free_text, isolate},
    display::{Entry, Ink},
    labels::Say,
    packet_blocks::{cell, heading, row, section},
    paginate::BLOCK,
    wording,
};

/// The indent of a box to tick.
const TICK: f32 = 15.0;
/// Lines to write on that a question has at the least.
const LINES: u32 = 6;

/// The guide as a document.
pub(crate) fn document(guide: &Guide, say: Say) -> Document {
    let data = Data::of(guide);
    let short = wording::short_id(&guide.hash);
    let id = say.with("document.guide_id", &[("version", &guide.version), ("id", &short)]);
    let mut blocks = vec![section(say.text("guide.before_section"))];
    first_page(guide, say, &mut blocks);
    for of in &guide.questions {
        question(of, say, &mut blocks);
    }
    last_page(guide, say, &mut blocks);
    Document {
        say,
        title: say.with("document.guide_title", &[("kit", &guide.kit), ("role", &guide.role)]),
        author: String::new(),
        date: wording::pdf_date(guide.made_at),
        foot: guide.kit.clone(),
        id,
        hash: data.hash(),
        data,
        signer: guide.signer.clone(),
        seal: None,
        mark: None,
        landscape: false,
        by_hand: true,
        blocks,
    }
}

/// A line to write on, with its label.
fn blank(label: &str) -> Cell {
    Cell::Blank(Para::text(label, Style::TINY))
}

fn label(text: &str) -> Block {
    Block::Para(Para::text(text, Style::LABEL).before(10.0).with_next())
}

fn first_page(guide: &Guide, say: Say, blocks: &mut Vec<Block>) {
    blocks.push(Block::Para(Para::text(say.text("document.guide"), Style::LABEL.ink(Ink::Accent))));
    blocks.push(Block::Para(Para::text(guide.kit.as_str(), Style::NAME).before(4.0)));
    // Most titles say the level already.
    let says_level = guide.role.to_lowercase().contains(&guide.level.to_lowercase());
    let level = if says_level { String::new() } else { format!("  ·  {}", isolate(&guide.level)) };
    let role = format!("{}{level}", isolate(&guide.role));
    blocks.push(Block::Para(Para::text(role, Style::H2.ink(Ink::Quiet)).before(1.0)));
    blocks.push(Block::Table(Table {
        widths: vec![BLOCK.0 * 0.4, BLOCK.0 * 0.25, BLOCK.0 * 0.35],
        head: Vec::new(),
        rows: vec![row(vec![
            blank(say.text("guide.candidate")),
            blank(say.text("guide.date_and_time")),
            blank(say.text("guide.interviewer")),
        ])],
        rules: false,
        before: 6.0,
    }));
    let facts = [
        ("guide.meeting", say.count("count.minute", guide.slot_minutes)),
        ("guide.required", say.count("count.minute", guide.planned_minutes)),
        (
            "guide.version",
            say.with("guide.printed", &[("version", &guide.version), ("date", &say.date(guide.made_at))]),
        ),
    ];
    let fact = |(key, value): &(&'static str, String)| {
        Cell::Paras(vec![Para::text(say.text(key), Style::LABEL), Para::text(value.as_str(), Style::TABLE)])
    };
    blocks.push(Block::Table(Table {
        widths: vec![BLOCK.0 / 3.0; 3],
        head: Vec::new(),
        rows: vec![row(facts.iter().map(fact).collect())],
        rules: false,
        before: 8.0,
    }));
    blocks.push(Block::Para(Para::text(say.text("guide.keep"), Style::SMALL).before(8.0)));
    script("guide.opening", &guide.opening, say, blocks);
    blocks.push(heading(say.text("guide.questions")));
    blocks.push(Block::Table(plan(guide, say)));
    // What is left of the page is room to write.
    blocks.push(Block::Ruled { least: 0, to_end: true });
}

/// What is read aloud. Text in square brackets is for the interviewer alone.
fn script(title: &'static str, text: &str, say: Say, blocks: &mut Vec<Block>) {
    if text.trim().is_empty() {
        return;
    }
    blocks.push(heading(say.text(title)));
    let bracketed = text.contains('[');
    let says = say.text(if bracketed { "guide.read_aloud_brackets" } else { "guide.read_aloud" });
    blocks.push(Block::Para(Para::text(says, Style::SMALL).with_next()));
    let paras = spoken(text).into_iter().map(|para| Block::Para(aside(para))).collect();
    blocks.push(Block::Boxed { ground: Ink::Tint, bar: Ink::Accent, before: 4.0, blocks: paras });
}

/// Paragraphs to be read aloud: half a line apart, where the text has a blank one.
fn spoken(text: &str) -> Vec<Para> {
    let mut paras: Vec<Para> = Vec::new();
    let mut above = 0.0;
    for para in free_text(text.trim(), Style::BODY) {
        if para.spans.iter().all(|span| span.text.trim().is_empty()) {
            above = 7.0;
        } else {
            paras.push(para.before(above));
            above = 0.0;
        }
    }
    paras
}

/// A paragraph with what stands in brackets set apart.
fn aside(mut para: Para) -> Para {
    let Some(Span { text, style }) = para.spans.pop() else { return para };
    let mut rest = text.as_str();
    while let Some((from, to)) = rest.find('[').and_then(|from| Some((from, from + rest[from..].find(']')? + 1))) {
        para.spans.push(Span::new(&rest[..from], style));
        para.spans.push(Span::new(&rest[from..to], Style::QUOTE.ink(Ink::Quiet)));
        rest = &rest[to..];
    }
    para.spans.push(Span::new(rest, style));
    para.spans.retain(|span| !span.text.is_empty());
    if para.spans.is_empty() {
        para.spans.push(Span::new("", style));
    }
    para
}

fn plan(guide: &Guide, say: Say) -> Table {
    let right = |text: String, style| Cell::Paras(vec![Para::text(text, style).align(Align::Right)]);
    let head = row(vec![
        cell("", Style::LABEL),
        cell(say.text("guide.question"), Style::LABEL),
        cell(say.text("guide.competency"), Style::LABEL),
        cell("", Style::LABEL),
        right(say.text("guide.minutes").to_owned(), Style::LABEL),
    ]);
    let rows = guide.questions.iter().map(|of| {
        row(vec![
            cell(of.number.to_string(), Style::TABLE.ink(Ink::Quiet)),
            cell(isolate(&of.title), Style::TABLE.strong()),
            cell(isolate(&of.competency), Style::TABLE),
            cell(if of.required { "" } else { say.text("guide.optional") }, Style::TABLE.ink(Ink::Quiet)),
            right(if of.minutes == 0 { "–".to_owned() } else { of.minutes.to_string() }, Style::TABLE),
        ])
    });
    let widths = vec![24.0, 208.0, BLOCK.0 - 344.0, 64.0, 48.0];
    Table { widths, head: vec![head], rows: rows.collect(), rules: false, before: 4.0 }
}

fn question(of: &GuideQuestion, say: Say, blocks: &mut Vec<Block>) {
    let title = say.with("guide.question_title", &[("n", &of.number), ("title", &isolate(&of.title))]);
    blocks.push(Block::NewPage);
    blocks.push(Block::Entry(Entry { level: 0, title }));
    let mut facts = vec![isolate(&of.section), isolate(&of.competency)];
    if of.minutes > 0 {
        facts.push(say.count("count.minute", of.minutes));
    }
    if !of.required {
        facts.push(say.text("guide.optional").to_owned());
    }
    facts.retain(|fact| !fact.is_empty());
    let name = Para::new(vec![
        Span::new(format!("{}   ", of.number), Style::H1.ink(Ink::Accent)),
        Span::new(isolate(&of.title), Style::H1),
    ]);
    blocks.push(Block::Para(name.with_next()));
    blocks.push(Block::Para(Para::text(facts.join("  ·  "), Style::SMALL).with_next()));
    let prompt = free_text(&of.prompt, Style::PROMPT).into_iter().map(Block::Para).collect();
    blocks.push(Block::Boxed { ground: Ink::Tint, bar: Ink::Accent, before: 6.0, blocks: prompt });
    if !of.indicators.is_empty() || !of.red_flags.is_empty() || !of.probes.is_empty() {
        blocks.push(Block::Table(signals(of, say)));
    }
    blocks.push(label(say.text("guide.rating")));
    blocks.push(Block::Table(anchors(of, say)));
    blocks.push(label(say.text("guide.notes")));
    blocks.push(Block::Ruled { least: LINES, to_end: true });
}

/// What to hear and, beside it, what should worry and what to ask next.
fn signals(of: &GuideQuestion, say: Say) -> Table {
    let dash = Mark::Text(vec![Span::new("–", Style::TABLE.ink(Ink::Quiet))]);
    let flag = Para::text(say.text("guide.red_flags"), Style::LABEL.ink(Ink::Flag)).mark(11.0, Mark::Flag);
    let good = Para::text(say.text("guide.good_signals"), Style::LABEL.ink(Ink::Accent));
    let left = list(good, &of.indicators, &Mark::Tick(Ink::Accent));
    let mut right = list(flag, &of.red_flags, &Mark::Tick(Ink::Flag));
    right.extend(list(Para::text(say.text("guide.follow_ups"), Style::LABEL), &of.probes, &dash));
    Table {
        widths: vec![BLOCK.0 * 0.52, BLOCK.0 * 0.48],
        head: Vec::new(),
        rows: vec![row(vec![Cell::Paras(left), Cell::Paras(right)])],
        rules: false,
        before: 10.0,
    }
}

/// A heading with its list; nothing where the list is empty.
fn list(heading: Para, texts: &[String], mark: &Mark) -> Vec<Para> {
    if texts.is_empty() {
        return Vec::new();
    }
    let texts = texts.iter().flat_map(|text| marked(text, Style::TABLE, mark.clone()));
    std::iter::once(heading.before(8.0)).chain(texts).collect()
}

fn marked(text: &str, style: Style, mark: Mark) -> Vec<Para> {
    let mut paras: Vec<Para> = free_text(text, style).into_iter().map(|para| para.indent(TICK)).collect();
    if let Some(first) = paras.first_mut() {
        first.before = 2.0;
        first.mark = Some(mark);
        // The mark stands at the left, so the text begins there as well.
        first.align = Align::Left;
    }
    paras
}

fn anchors(of: &GuideQuestion, say: Say) -> Table {
    let tick =
        |words: String| Cell::Paras(vec![Para::text(words, Style::TABLE.strong()).mark(TICK, Mark::Tick(Ink::Text))]);
    let mut rows: Vec<Row> = of
        .anchors
        .iter()
        .map(|anchor| {
            let text = if anchor.text.trim().is_empty() {
                cell(say.text("guide.no_anchor"), Style::TABLE.ink(Ink::Quiet))
            } else {
                Cell::Paras(free_text(&anchor.text, Style::TABLE))
            };
            row(vec![tick(say.level(anchor.level)), text])
        })
        .collect();
    let none = Para::text(say.text("rating.small_not_asked"), Style::TABLE.strong()).mark(TICK, Mark::Tick(Ink::Text));
    rows.push(row(vec![tick(say.text("rating.small_could_not_judge").to_owned()), Cell::Paras(vec![none])]));
    let count = rows.len();
    // In one piece, however the page ends: a scale is read as a whole.
    rows.iter_mut().take(count - 1).for_each(|row| row.with_next = true);
    Table { widths: vec![104.0, BLOCK.0 - 104.0], head: Vec::new(), rows, rules: true, before: 1.0 }
}

fn last_page(guide: &Guide, say: Say, blocks: &mut Vec<Block>) {
    blocks.push(Block::NewPage);
    blocks.push(section(say.text("guide.at_the_end")));
    blocks.push(Block::Para(Para::text(say.text("guide.at_the_end"), Style::H1).with_next()));
    script("guide.closing", &guide.closing, say, blocks);
    blocks.push(heading(say.text("guide.their_questions")));
    blocks.push(Block::Ruled { least: 6, to_end: false });
    blocks.push(heading(say.text("guide.would_you_hire")));
    blocks.push(Block::Para(Para::text(say.text("guide.alone"), Style::SMALL).with_next()));
    let words = [Recommendation::StrongNo, Recommendation::No, Recommendation::Yes, Recommendation::StrongYes];
    let tick = |of: &Recommendation| {
        Cell::Paras(vec![Para::text(say.recommendation(*of), Style::TABLE.strong()).mark(TICK, Mark::Tick(Ink::Text))])
    };
    blocks.push(Block::Table(Table {
        widths: vec![BLOCK.0 / 4.0; 4],
        head: Vec::new(),
        rows: vec![Row { cells: words.iter().map(tick).collect(), with_next: true }],
        rules: false,
        before: 4.0,
    }));
    blocks.push(label(say.text("guide.your_reasons")));
    blocks.push(Block::Ruled { least: LINES, to_end: true });
}
