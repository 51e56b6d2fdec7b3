//! What a document says as a tree, for readers that do not see pages: headings, paragraphs, lists, tables, figures.
//!
//! Plain data: each item of a page names the part of the tree that it belongs to.

use crate::{
    blocks::{Mark, Para, Span, is_rtl},
    display::Ink,
    fonts::Weight,
};

/// A part of the tree, by its place in it.
pub(crate) type Tag = u32;

/// What is on a page but not in the document: rules, grounds, feet, heads that are repeated. The tree's root has this
/// place, and nothing on a page hangs on it directly.
pub(crate) const FURNITURE: Tag = 0;

/// What a part of the tree is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Role {
    Document,
    /// From 1, the highest.
    Heading(u8),
    Para,
    List,
    Item,
    Label,
    Body,
    Table,
    Row,
    /// The head of a column.
    ColumnHead,
    /// The head of a row.
    RowHead,
    Cell,
    /// The contents, a line of them, and in it the link with its page.
    Contents,
    ContentsLine,
    Reference,
    Link,
    /// A drawing, with what it shows in words.
    Figure(String),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Node {
    pub role: Role,
    pub parent: Tag,
    /// The text in reading order, where the page has it in another.
    pub text: Option<String>,
}

/// The tree. Parts come after what they are in, in reading order.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Structure {
    pub nodes: Vec<Node>,
    /// The rank by size that is this document's highest heading, and the level of the last one.
    headings: Option<(u8, u8)>,
}

impl Default for Structure {
    fn default() -> Self {
        let root = Node { role: Role::Document, parent: FURNITURE, text: None };
        Self { nodes: vec![root], headings: None }
    }
}

impl Structure {
    pub(crate) fn add(&mut self, role: Role, parent: Tag) -> Tag {
        let tag = Tag::try_from(self.nodes.len()).unwrap_or(FURNITURE);
        self.nodes.push(Node { role, parent, text: None });
        tag
    }

    /// Whether this part is a drawing.
    pub(crate) fn is_figure(&self, tag: Tag) -> bool {
        matches!(self.nodes[tag as usize].role, Role::Figure(_))
    }

    /// Says how the text of this part reads, where its lines are written from right to left.
    pub(crate) fn read_as(&mut self, tag: Tag, spans: &[Span]) {
        if spans.iter().any(|span| span.text.chars().any(is_rtl)) {
            self.nodes[tag as usize].text = Some(spans.iter().map(|span| span.text.as_str()).collect());
        }
    }

    /// The level of a heading: the document's first is 1, and none is skipped on the way down.
    fn heading(&mut self, rank: u8) -> Role {
        let (highest, last) = self.headings.unwrap_or((rank, 0));
        let level = (rank.saturating_sub(highest) + 1).min(last + 1);
        self.headings = Some((highest, level));
        Role::Heading(level)
    }
}

/// Where the mark and the text of a paragraph belong.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct ParaTags {
    pub mark: Tag,
    pub text: Tag,
}

/// Paragraphs one after another in one part of the tree. Those with labels make lists.
pub(crate) struct Flow {
    parent: Tag,
    list: Option<Tag>,
    body: Tag,
    /// Whether the part itself holds the text: a cell of one paragraph.
    alone: bool,
}

impl Flow {
    pub(crate) fn new(parent: Tag) -> Self {
        Self { parent, list: None, body: FURNITURE, alone: false }
    }

    /// The paragraphs of a cell.
    pub(crate) fn of_cell(cell: Tag, paras: &[Para]) -> Self {
        let alone = paras.len() == 1 && cell != FURNITURE && paras.iter().all(|para| !is_item(para));
        Self { alone, ..Self::new(cell) }
    }

    /// What comes next is no part of the list before it.
    pub(crate) fn end_list(&mut self) {
        self.list = None;
    }

    pub(crate) fn para(&mut self, para: &Para, structure: &mut Structure) -> ParaTags {
        let mut mark = FURNITURE;
        let text = if self.alone {
            self.parent
        } else if is_item(para) {
            let list = *self.list.get_or_insert_with(|| structure.add(Role::List, self.parent));
            let item = structure.add(Role::Item, list);
            if let Some(Mark::Text(spans)) = &para.mark {
                mark = structure.add(Role::Label, item);
                structure.read_as(mark, spans);
            }
            self.body = structure.add(Role::Body, item);
            self.body
        } else if para.indent > 0.0 && para.mark.is_none() && self.list.is_some() {
            structure.add(Role::Para, self.body)
        } else {
            self.end_list();
            let role = rank(para).map_or(Role::Para, |rank| structure.heading(rank));
            structure.add(role, self.parent)
        };
        structure.read_as(text, &para.spans);
        ParaTags { mark, text }
    }
}

/// Whether a paragraph is an item of a list: it has a label, or a box to tick.
fn is_item(para: &Para) -> bool {
    matches!(para.mark, Some(Mark::Text(_) | Mark::Tick(_)))
}

/// The rank of a heading by its size; none for other text.
fn rank(para: &Para) -> Option<u8> {
    let style = para.spans.last()?.style;
    if style.weight != Weight::Strong || style.ink != Ink::Text {
        return None;
    }
    match style.size {
        size if size >= 20.0 => Some(1),
        size if size >= 14.0 => Some(2),
        size if size >= 11.0 => Some(3),
        _ => None,
    }
}
