//! From inline Markdown to lines of words.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{
    blocks::Kind,
    details::{END, SUMMARY},
    words,
};

/// A line of a paragraph: its words without signs for emphasis, and where its links lead.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    pub line: usize,
    /// What stands in bold at its beginning.
    pub lead: Option<String>,
    pub words: String,
    pub links: Vec<String>,
    /// Whether there is nothing but one link.
    pub is_link: bool,
    pub raw: String,
}

/// What a marked paragraph stands for: a `<summary>`, or the end of `<details>`.
pub(super) fn marked(lines: Vec<Line>) -> Kind {
    if lines.first().is_some_and(|line| line.words.starts_with(END)) {
        return Kind::EndOfDetails;
    }
    let mut words = joined(lines);
    let bare = |text: &str| text.strip_prefix(SUMMARY).unwrap_or(text).trim().to_owned();
    (words.words, words.raw, words.lead) = (bare(&words.words), bare(&words.raw), None);
    Kind::Summary(words)
}

/// Whether there are no words yet: nothing, or a picture such as an emoji.
fn is_sign(words: &str) -> bool {
    words.chars().all(|c| c.is_whitespace() || (!c.is_ascii() && !c.is_alphanumeric()))
}

/// Lines as one.
pub(super) fn joined(lines: Vec<Line>) -> Line {
    let mut lines = lines.into_iter();
    let mut all = lines.next().unwrap_or_default();
    for line in lines {
        all.words = format!("{} {}", all.words, line.words);
        all.raw = format!("{} {}", all.raw, line.raw);
        all.is_link = false;
        all.links.extend(line.links);
    }
    all.words = all.words.trim().to_owned();
    all
}

/// Puts inline events together to lines.
pub(super) struct Words<'t> {
    text: &'t str,
    done: Vec<(usize, Line)>,
    line: Line,
    start: usize,
    /// Where bold text at the beginning of the line began, in its words.
    bold: Option<usize>,
    /// Whether the line began with italics that go on.
    slanted: bool,
    links: Vec<(String, usize)>,
    /// Where a link ended that began with the line, in its words.
    link_end: usize,
    end: usize,
}

impl<'t> Words<'t> {
    pub fn new(text: &'t str, start: usize) -> Self {
        Self {
            text,
            done: Vec::new(),
            line: Line::default(),
            start,
            bold: None,
            slanted: false,
            links: Vec::new(),
            link_end: 0,
            end: start,
        }
    }

    pub fn take(&mut self, event: Event<'_>, range: &Range<usize>) {
        if !matches!(event, Event::SoftBreak | Event::HardBreak) {
            self.end = self.end.max(range.end);
        }
        match event {
            Event::Text(text) => self.line.words.push_str(&text),
            Event::Code(code) => {
                let sign = if code.contains('`') { "``" } else { "`" };
                self.line.words.push_str(&format!("{sign}{code}{sign}"));
            }
            Event::InlineHtml(html) => self.line.words.push_str(&html),
            Event::SoftBreak | Event::HardBreak => self.next(range.end),
            // A sign before it, as in "✅ **Good answer**", is a part of it.
            Event::Start(Tag::Strong) if is_sign(&self.line.words) && self.line.lead.is_none() => self.bold = Some(0),
            Event::End(TagEnd::Strong) => self.end_bold(),
            Event::Start(Tag::Emphasis) if self.line.words.is_empty() && self.bold.is_none() => self.slanted = true,
            // Italics begin many sentences: only a known label counts.
            Event::End(TagEnd::Emphasis) if std::mem::take(&mut self.slanted) && self.line.lead.is_none() => {
                let words = self.line.words.trim();
                self.line.lead = words::label(words).map(|_| words.to_owned());
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                self.links.push((dest_url.to_string(), self.line.words.len()));
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                if let Some((url, at)) = self.links.pop() {
                    let words = self.line.words.get(at..).unwrap_or_default();
                    if at == 0 {
                        self.link_end = self.line.words.len();
                    }
                    if words.trim() != url && !url.is_empty() {
                        self.line.links.push(url);
                    }
                }
            }
            _ => {}
        }
    }

    fn end_bold(&mut self) {
        if let Some(lead) = self.bold.take().and_then(|at| self.line.words.get(at..)) {
            self.line.lead = Some(lead.trim().to_owned());
        }
    }

    fn next(&mut self, start: usize) {
        // Bold over several lines is bold on each.
        let is_bold = self.bold.is_some();
        self.end_bold();
        self.slanted = false;
        let mut line = std::mem::take(&mut self.line);
        line.raw = self.text.get(self.start..self.end.max(self.start)).unwrap_or_default().trim().to_owned();
        let words = line.words.trim();
        line.is_link = !words.is_empty() && self.link_end >= words.len();
        self.link_end = 0;
        line.words = words.to_owned();
        if !line.words.is_empty() {
            self.done.push((self.start, line));
        }
        self.links.iter_mut().for_each(|(_, at)| *at = 0);
        self.bold = is_bold.then_some(0);
        self.start = start;
        self.end = start;
    }

    pub fn done(mut self) -> Vec<(usize, Line)> {
        self.bold = None;
        self.next(0);
        self.done
    }
}

impl Line {
    /// Whether it leads to a place in the same file, or to a file beside it, and says nothing else, as in a table of contents.
    pub fn is_contents(&self) -> bool {
        let is_beside = |url: &str| {
            let path = url.split(['#', '?']).next().unwrap_or_default().to_ascii_lowercase();
            !url.contains("://") && (path.ends_with(".md") || path.ends_with(".markdown"))
        };
        self.is_link && self.links.iter().all(|url| url.starts_with('#') || is_beside(url))
    }

    /// The links to other places, as text.
    pub fn away(&self) -> Vec<&str> {
        self.links.iter().map(String::as_str).filter(|url| !url.starts_with('#')).collect()
    }

    /// The words, and after them where their links lead.
    pub fn whole(&self) -> String {
        let away = self.away();
        if away.is_empty() { self.words.clone() } else { format!("{} ({})", self.words, away.join(", ")) }
    }
}
