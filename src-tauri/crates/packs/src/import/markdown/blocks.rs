//! From Markdown to a tree of blocks that know their lines and their text as it was written.

use std::{borrow::Cow, ops::Range};

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::{
    details::{self, END, SUMMARY, Unfolded},
    inline::{Line, Words, joined, marked},
};

/// Deeper than this nobody writes; what is deeper stays text.
const DEPTH_MAX: usize = 24;

/// One block.
#[derive(Debug, Clone)]
pub(super) struct Block {
    pub kind: Kind,
    /// Its line in the file, from 1.
    pub line: usize,
    /// Its text as it was written, without what it is indented by.
    pub raw: String,
}

#[derive(Debug, Clone)]
pub(super) enum Kind {
    Heading {
        level: u8,
        words: Line,
    },
    Para(Vec<Line>),
    /// The blocks of each item.
    List(Vec<Vec<Block>>),
    Code {
        info: String,
        text: String,
    },
    Table {
        head: Vec<String>,
        rows: Vec<(usize, Vec<Cell>)>,
    },
    Html,
    Rule,
    FrontMatter,
    Summary(Line),
    EndOfDetails,
    /// A quotation, or whatever else is only text to us.
    Other,
}

pub(super) type Cell = Line;

struct Building {
    tag: Option<Outer>,
    blocks: Vec<Block>,
    items: Vec<Vec<Block>>,
    range: Range<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Outer {
    List,
    Item,
    Quote,
}

/// The blocks of a file.
pub(super) fn read(text: &str) -> Vec<Block> {
    Tree::new(&details::unfold(text)).read()
}

struct Tree<'t> {
    text: &'t str,
    starts: Vec<usize>,
    unfolded: &'t Unfolded,
    stack: Vec<Building>,
    /// How many containers are open that are too deep to be looked at.
    below: usize,
}

impl<'t> Tree<'t> {
    fn new(unfolded: &'t Unfolded) -> Self {
        let text = unfolded.text.as_str();
        let starts =
            std::iter::once(0).chain(text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(at, _)| at + 1));
        let root = Building { tag: None, blocks: Vec::new(), items: Vec::new(), range: 0..text.len() };
        Self { text, starts: starts.collect(), unfolded, stack: vec![root], below: 0 }
    }

    /// The line, from 0, of a place in the text.
    fn index(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at).saturating_sub(1)
    }

    fn line(&self, at: usize) -> usize {
        let numbers = &self.unfolded.lines;
        numbers.get(self.index(at)).or(numbers.last()).copied().unwrap_or(1)
    }

    /// A paragraph of words, or what stands for a `<summary>` or the end of `<details>`.
    fn paragraph(&self, lines: Vec<Line>, start: usize) -> Kind {
        if self.unfolded.marked.contains(&self.index(start)) { marked(lines) } else { Kind::Para(lines) }
    }

    /// A line as it was before it was marked.
    fn unmarked<'l>(&self, line: &'l str, index: usize) -> Cow<'l, str> {
        if self.unfolded.marked.contains(&index) { line.replacen([SUMMARY, END], "", 1).into() } else { line.into() }
    }

    /// A part of the text, its lines without what the first one is indented by.
    fn raw(&self, range: &Range<usize>) -> String {
        let Some(part) = self.text.get(range.clone()) else { return String::new() };
        let line_start = self.text[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let indent = self.text[line_start..range.start].chars().count();
        let first = self.index(range.start);
        let mut lines = part.split('\n').zip(first..).map(|(line, index)| self.unmarked(line, index));
        let mut out = lines.next().unwrap_or_default().into_owned();
        for line in lines {
            out.push('\n');
            let mut rest = &*line;
            for _ in 0..indent {
                rest = rest.strip_prefix([' ', '>', '\t']).unwrap_or(rest);
            }
            out.push_str(rest);
        }
        out.trim_end().to_owned()
    }

    fn push(&mut self, kind: Kind, range: &Range<usize>) {
        let block = Block { kind, line: self.line(range.start), raw: self.raw(range) };
        if let Some(top) = self.stack.last_mut() {
            top.blocks.push(block);
        }
    }

    fn read(mut self) -> Vec<Block> {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
        let mut events = Parser::new_ext(self.text, options).into_offset_iter().peekable();
        while let Some((event, range)) = events.next() {
            match event {
                Event::Start(Tag::List(_)) => self.open(Outer::List, range),
                Event::Start(Tag::Item) => self.open(Outer::Item, range),
                Event::Start(Tag::BlockQuote(_)) => self.open(Outer::Quote, range),
                Event::End(TagEnd::List(_) | TagEnd::Item | TagEnd::BlockQuote(_)) => self.close(),
                Event::Start(Tag::Heading { level, .. }) => {
                    let words = self.words(&mut events, TagEnd::Heading(level), range.start);
                    self.put(Kind::Heading { level: level as u8, words: joined(words) }, &range);
                }
                Event::Start(Tag::Paragraph) => {
                    let lines = self.words(&mut events, TagEnd::Paragraph, range.start);
                    self.put(self.paragraph(lines, range.start), &range);
                }
                Event::Start(Tag::CodeBlock(kind)) => {
                    let mut text = String::new();
                    for (event, _) in events.by_ref() {
                        match event {
                            Event::Text(part) => text.push_str(&part),
                            Event::End(TagEnd::CodeBlock) => break,
                            _ => {}
                        }
                    }
                    let info =
                        if let CodeBlockKind::Fenced(info) = kind { info.trim().to_owned() } else { String::new() };
                    let text = text.strip_suffix('\n').unwrap_or(&text).to_owned();
                    self.put(Kind::Code { info, text }, &range);
                }
                Event::Start(Tag::HtmlBlock) => {
                    skip(&mut events, TagEnd::HtmlBlock);
                    self.put(Kind::Html, &range);
                }
                Event::Start(Tag::MetadataBlock(kind)) => {
                    skip(&mut events, TagEnd::MetadataBlock(kind));
                    self.put(Kind::FrontMatter, &range);
                }
                Event::Start(Tag::Table(_)) => {
                    let (head, rows) = self.table(&mut events);
                    self.put(Kind::Table { head, rows }, &range);
                }
                Event::Rule => self.put(Kind::Rule, &range),
                Event::TaskListMarker(_) => {}
                // The words of an item that has no paragraphs of their own.
                first if is_inline(&first) => {
                    let mut words = Words::new(self.text, range.start);
                    let mut end = range.end;
                    words.take(first, &range);
                    while let Some((event, range)) = events.next_if(|(event, _)| is_inline(event)) {
                        end = end.max(range.end);
                        words.take(event, &range);
                    }
                    let lines = self.numbered(words.done());
                    self.put(self.paragraph(lines, range.start), &(range.start..end));
                }
                _ => {}
            }
        }
        while self.stack.len() > 1 {
            self.below = 0;
            self.close();
        }
        self.stack.pop().map(|root| root.blocks).unwrap_or_default()
    }

    fn put(&mut self, kind: Kind, range: &Range<usize>) {
        if self.below == 0 && !matches!(&kind, Kind::Para(lines) if lines.is_empty()) {
            self.push(kind, range);
        }
    }

    fn open(&mut self, tag: Outer, range: Range<usize>) {
        if self.below > 0 {
            self.below += 1;
        } else if self.stack.len() >= DEPTH_MAX {
            // Too deep to be looked at: kept as the text that it is.
            self.push(Kind::Other, &range);
            self.below = 1;
        } else {
            self.stack.push(Building { tag: Some(tag), blocks: Vec::new(), items: Vec::new(), range });
        }
    }

    fn close(&mut self) {
        if self.below > 0 {
            self.below -= 1;
            return;
        }
        let Some(done) = self.stack.pop() else { return };
        match done.tag {
            Some(Outer::Item) => {
                if let Some(list) = self.stack.last_mut() {
                    list.items.push(done.blocks);
                }
            }
            Some(Outer::List) => self.push(Kind::List(done.items), &done.range),
            _ => self.push(Kind::Other, &done.range),
        }
    }

    /// The lines of a paragraph or a heading.
    fn words<'e>(&self, events: &mut impl Iterator<Item = Ranged<'e>>, end: TagEnd, start: usize) -> Vec<Line> {
        let mut words = Words::new(self.text, start);
        for (event, range) in events {
            if matches!(&event, Event::End(tag) if *tag == end) {
                break;
            }
            words.take(event, &range);
        }
        self.numbered(words.done())
    }

    fn numbered(&self, lines: Vec<(usize, Line)>) -> Vec<Line> {
        lines.into_iter().map(|(at, line)| Line { line: self.line(at), ..line }).collect()
    }

    fn table<'e>(&self, events: &mut impl Iterator<Item = Ranged<'e>>) -> (Vec<String>, Vec<(usize, Vec<Cell>)>) {
        let (mut head, mut rows, mut row) = (Vec::new(), Vec::new(), Vec::new());
        while let Some((event, range)) = events.next() {
            match event {
                Event::Start(Tag::TableCell) => {
                    row.push(joined(self.words(events, TagEnd::TableCell, range.start)));
                }
                Event::End(TagEnd::TableHead) => {
                    head = std::mem::take(&mut row).into_iter().map(|cell| cell.words).collect()
                }
                Event::End(TagEnd::TableRow) => rows.push((self.line(range.start), std::mem::take(&mut row))),
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        (head, rows)
    }
}

type Ranged<'e> = (Event<'e>, Range<usize>);

fn skip<'e>(events: &mut impl Iterator<Item = Ranged<'e>>, end: TagEnd) {
    for (event, _) in events {
        if matches!(&event, Event::End(tag) if *tag == end) {
            break;
        }
    }
}

fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => {
            matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
        }
        Event::End(tag) => {
            matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
        }
        Event::Text(_) | Event::Code(_) | Event::InlineHtml(_) | Event::SoftBreak | Event::HardBreak => true,
        _ => false,
    }
}
