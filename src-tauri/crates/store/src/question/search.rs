//! The search over the versions that count: filters, pages, and where the words stand that were looked for.

use std::ops::Range;

use jiff::Timestamp;
use rusqlite::{Row, named_params};
use workbench_domain::{
    bank::ItemState,
    filter::{Marked, QuestionField, QuestionFilter},
    ids::QuestionId,
    question::Question,
};

use super::{QuestionVersion, read, state};
use crate::{
    Read, StoreError, column,
    fold::{self, Wanted},
};

/// Most characters of a piece of text that shows a finding.
const PIECE: usize = 160;

/// What is looked for.
#[derive(Debug, Clone, Default)]
pub struct Search {
    /// Words, or nothing for every question. None of it is syntax.
    pub text: String,
    /// Best match first and words taken as whole (only if nothing is found that way, the last may be unfinished); else
    /// newest first, and the last word may be unfinished.
    pub ranked: bool,
    /// What it is narrowed to.
    pub filter: QuestionFilter,
    /// What has not been asked since is stale.
    pub stale_before: Timestamp,
    /// At most so many.
    pub limit: u32,
    /// After so many.
    pub offset: u32,
}

/// A question of the bank as lists have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The version that counts.
    pub version: QuestionVersion,
    /// The pack that it came with; empty for one written here.
    pub pack: String,
    /// How it is marked.
    pub state: ItemState,
    /// When it was first added here.
    pub added_at: Timestamp,
    /// Interviews with real candidates that asked it, in any version.
    pub uses: u32,
    /// When the last of them was.
    pub used_at: Option<Timestamp>,
    /// Where the words stand: the title, and the first other text that has one. Empty where nothing was looked for.
    pub marked: Vec<Marked>,
}

/// A page of what was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hits {
    /// How many there are on all pages.
    pub total: u32,
    /// This page.
    pub page: Vec<Found>,
}

/// One value that questions can be filtered by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// Which column: `pack`, `section`, `type`, `competency`, `level` or `tag`.
    pub facet: String,
    /// The value, as it is written; may be empty.
    pub value: String,
    /// How many questions have it.
    pub questions: u32,
}

/// The questions that have all the words, a page of them with how many there are.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn search(r: &Read<'_>, asked: &Search) -> Result<Hits, StoreError> {
    let blank = asked.text.trim().is_empty();
    let whole = if asked.ranked { hits(r, asked, blank, false)? } else { Hits::default() };
    if blank && asked.ranked || whole.total > 0 { Ok(whole) } else { hits(r, asked, blank, true) }
}

fn hits(r: &Read<'_>, asked: &Search, blank: bool, prefix: bool) -> Result<Hits, StoreError> {
    let query = if blank { None } else { fold::query(&asked.text, prefix) };
    if !blank && query.is_none() {
        return Ok(Hits::default());
    }
    // An empty phrase, which stands nowhere: the index takes no question without one.
    let query = query.unwrap_or_else(|| "\"\"".to_owned());
    let filter = &asked.filter;
    let yes = |flag: Option<bool>| flag.unwrap_or(false);
    let rows = |limit: u32, offset: u32| {
        r.many(
            include_str!("search.sql"),
            named_params! {
                ":query": query, ":everything": blank, ":ranked": asked.ranked, ":pack": filter.pack, ":section": filter.section,
                ":type": filter.question_type.map(|kind| kind.code()),
                ":competency": filter.competency.as_ref().map(|id| id.as_str()), ":level": filter.level,
                ":tag": filter.tag, ":never_used": yes(filter.never_used), ":stale": yes(filter.stale),
                ":stale_before": asked.stale_before.as_millisecond(), ":leaked": yes(filter.leaked),
                ":offered": yes(filter.offered), ":archived": yes(filter.archived), ":limit": limit, ":offset": offset,
            },
            |row| Ok((row.get::<_, u32>("total")?, found(row)?)),
        )
    };
    let mut page = rows(asked.limit, asked.offset)?;
    let mut total = page.first().map_or(0, |(total, _)| *total);
    if page.is_empty() && asked.offset > 0 {
        total = rows(1, 0)?.first().map_or(0, |(total, _)| *total);
    }
    let wanted = Wanted::new(&asked.text, prefix);
    for (_, found) in &mut page {
        found.marked = if blank { Vec::new() } else { marked(&found.version.question, &wanted) };
    }
    Ok(Hits { total, page: page.into_iter().map(|(_, found)| found).collect() })
}

/// Every question of the bank that is not archived, in the order in which they were first added.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn list(r: &Read<'_>) -> Result<Vec<Found>, StoreError> {
    r.many(include_str!("list.sql"), [], found)
}

/// One question as lists have it; none if it is not in the bank.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn item(r: &Read<'_>, id: &QuestionId) -> Result<Option<Found>, StoreError> {
    r.one(include_str!("find_item.sql"), named_params! {":question": id.as_str()}, found)
}

/// What the questions that are not archived can be filtered by.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn facets(r: &Read<'_>) -> Result<Vec<Facet>, StoreError> {
    r.many(include_str!("list_facets.sql"), [], |row| {
        Ok(Facet { facet: row.get("facet")?, value: row.get("value")?, questions: row.get("questions")? })
    })
}

fn found(row: &Row<'_>) -> Result<Found, StoreError> {
    Ok(Found {
        version: read(row)?,
        pack: row.get("pack")?,
        state: state::read(row)?,
        added_at: column::time(row, "added_at")?,
        uses: row.get("uses")?,
        used_at: column::time_or_none(row, "used_at")?,
        marked: Vec::new(),
    })
}

/// The title with its marks, and a piece of the first other text that has one.
fn marked(q: &Question, wanted: &Wanted) -> Vec<Marked> {
    let title =
        Marked { field: QuestionField::Title, marks: units(&q.title, wanted.marks(&q.title)), text: q.title.clone() };
    let lists = [
        (QuestionField::Indicators, &q.indicators),
        (QuestionField::RedFlags, &q.red_flags),
        (QuestionField::Probes, &q.probes),
        (QuestionField::Tags, &q.tags),
    ];
    let texts = std::iter::once((QuestionField::Prompt, &q.prompt))
        .chain(lists.into_iter().flat_map(|(field, list)| list.iter().map(move |text| (field, text))))
        .chain([
            (QuestionField::Guidance, &q.guidance),
            (QuestionField::Section, &q.section),
            (QuestionField::Competency, &q.competency.0),
        ]);
    let other = texts.map(|(field, text)| (field, text, wanted.marks(text))).find(|(_, _, marks)| !marks.is_empty());
    std::iter::once(title).chain(other.map(|(field, text, marks)| piece(field, text, &marks))).collect()
}

/// The part of a text round its first mark, cut at words.
fn piece(field: QuestionField, text: &str, marks: &[Range<usize>]) -> Marked {
    let first = marks.first().map_or(0, |mark| mark.start);
    let before = text[..first].char_indices().rev().nth(PIECE / 4).map_or(0, |(at, _)| at);
    let start = if before == 0 { 0 } else { text[before..first].find(' ').map_or(before, |space| before + space + 1) };
    let after = text[start..].char_indices().nth(PIECE).map_or(text.len(), |(at, _)| start + at);
    let last_mark = marks.first().map_or(start, |mark| mark.end).min(text.len());
    let after = after.max(last_mark);
    let end = if after == text.len() {
        after
    } else {
        text[last_mark..after].rfind(' ').map_or(after, |space| last_mark + space)
    };
    let (lead, tail) = (if start > 0 { "…" } else { "" }, if end < text.len() { "…" } else { "" });
    let shown = format!("{lead}{}{tail}", &text[start..end]);
    let inside = marks.iter().filter(|mark| mark.end <= end).map(|mark| {
        let shift = |at: usize| at - start + lead.len();
        shift(mark.start)..shift(mark.end)
    });
    let marks = units(&shown, inside.collect());
    Marked { field, text: shown, marks }
}

/// Bytes to UTF-16 code units, which is how the page counts.
fn units(text: &str, ranges: Vec<Range<usize>>) -> Vec<(u32, u32)> {
    let count = |at: usize| u32::try_from(text[..at].encode_utf16().count()).unwrap_or(u32::MAX);
    ranges.into_iter().map(|range| (count(range.start), count(range.end))).collect()
}
