//! Questions from Markdown as people write it.
//!
//! `details` unfolds `<details>`, `blocks` reads the Markdown to a tree, `outline` says what each heading is, `body` holds the
//! question that is open. The rules, with an example of each, are the tests in `tests/import/markdown.rs`.

mod about;
mod blocks;
mod body;
mod details;
mod front;
mod inline;
mod items;
mod lists;
mod outline;
mod rows;
mod scale;
mod words;

use workbench_domain::import::Field;

use self::{
    blocks::{Block, Kind},
    body::{Open, Origin},
    front::front_matter,
    inline::Line,
    items::item_label,
    lists::{asks_in_bold, is_contents, is_question_list, item_line, numbered_q, says_show},
    outline::Role,
    words::Label,
};
use super::{QUESTIONS_MAX, found::Found};
use crate::notes::Notes;

/// What was found in a file, in its order.
pub(super) fn read(text: &str, notes: &mut Notes) -> Vec<Found> {
    let blocks = blocks::read(text);
    let strict = Reader::read(&blocks, false);
    // A file in which nothing says that it asks is taken for one that asks everywhere.
    let reader = if strict.found.is_empty() { Reader::read(&blocks, true) } else { strict };
    for line in reader.left {
        notes.warning(line, "This text belongs to no question and was left out. Put it under a question to keep it.");
    }
    let mut found = reader.found;
    about::warn(&blocks, &found, notes);
    if let Some(Block { kind: Kind::FrontMatter, raw, line }) = blocks.first() {
        front_matter(raw, *line, &mut found, notes);
    }
    found
}

#[derive(Default)]
struct Reader {
    all: bool,
    found: Vec<Found>,
    open: Option<Open>,
    /// The chapters that are open: level and title.
    chapters: Vec<(u8, String)>,
    /// A line in bold over a list, which names a chapter as well.
    chapter: Option<String>,
    /// Whether a rule stands right above.
    ruled: bool,
    /// Where text was left out.
    left: Vec<usize>,
}

impl Reader {
    fn read(blocks: &[Block], all: bool) -> Self {
        let mut this = Self { all, ..Self::default() };
        let roles = outline::roles(blocks, all);
        this.blocks(blocks, &roles);
        this.close();
        // Neighbouring lines are told once.
        this.left.dedup_by(|next, last| *next <= *last + 1);
        this
    }

    fn close(&mut self) {
        // One more than is taken says that there are too many.
        if let Some(mut open) = self.open.take().filter(|_| self.found.len() <= QUESTIONS_MAX) {
            let chapter = std::mem::take(&mut open.chapter);
            let mut found = open.close();
            if found.section.trim().is_empty() {
                found.section = chapter;
            }
            self.found.push(found);
        }
    }

    fn start(&mut self, mut open: Open) {
        self.close();
        let chapter = self.chapter.clone().or_else(|| self.chapters.last().map(|(_, title)| title.clone()));
        open.chapter = chapter.unwrap_or_default();
        self.open = Some(open);
    }

    fn blocks(&mut self, blocks: &[Block], roles: &[Option<Role>]) {
        for (at, block) in blocks.iter().enumerate() {
            match &block.kind {
                Kind::Heading { level, words } => {
                    self.heading(*level, words, roles.get(at).copied().flatten().unwrap_or(Role::Other), block)
                }
                Kind::List(items) => self.list(items, block),
                Kind::Para(lines) => self.paragraph(lines),
                Kind::Summary(line) => self.summary(line, block),
                Kind::Table { head, rows } => self.table(head, rows, block),
                Kind::EndOfDetails => self.end_of_details(),
                Kind::Html => self.html(block),
                _ => self.other(block),
            }
            self.ruled = matches!(block.kind, Kind::Rule);
        }
    }

    fn other(&mut self, block: &Block) {
        match &mut self.open {
            Some(open) => open.body(block),
            None if matches!(block.kind, Kind::Rule | Kind::FrontMatter | Kind::EndOfDetails) => {}
            None => self.left.push(block.line),
        }
    }

    fn html(&mut self, block: &Block) {
        let is_comment = block.raw.trim_start().starts_with("<!--");
        match &mut self.open {
            Some(open) => open.body(block),
            None if is_comment => {}
            None => self.left.push(block.line),
        }
    }

    fn heading(&mut self, level: u8, words: &Line, role: Role, block: &Block) {
        match role {
            Role::Question => {
                self.chapters.retain(|(other, _)| *other < level);
                self.start(Open::new(Origin::Heading(level), words));
            }
            Role::Waiting => {
                // "### Question" under a heading is what that heading asks; "### Question 3" is a question of its own.
                let names = matches!(&self.open, Some(open) if matches!(open.origin, Origin::Heading(above) if above < level) && !open.has_prompt);
                match &mut self.open {
                    Some(open) if names => open.body(block),
                    _ => self.start(Open::waiting(Origin::Heading(level), words.line)),
                }
            }
            Role::Label if self.open.is_some() => self.other(block),
            _ => {
                let deeper =
                    matches!(&self.open, Some(open) if matches!(open.origin, Origin::Heading(above) if above < level));
                if deeper {
                    return self.other(block);
                }
                self.close();
                self.chapter = None;
                self.chapters.retain(|(other, _)| *other < level);
                let title = words::without_number(&words.words).trim_end_matches(':').to_owned();
                if !title.is_empty() {
                    self.chapters.push((level, title));
                }
            }
        }
    }

    fn paragraph(&mut self, lines: &[Line]) {
        let mut rest = lines;
        let mut kept: Vec<Line> = Vec::new();
        while let Some((line, later)) = rest.split_first() {
            rest = later;
            if line.is_contents() {
                continue;
            }
            if let Some((head, waiting, follows)) = self.asks(line) {
                self.body_lines(&std::mem::take(&mut kept));
                self.start(if waiting {
                    Open::waiting(Origin::Line, line.line)
                } else {
                    Open::new(Origin::Line, &head)
                });
                if let (Some(open), false) = (&mut self.open, follows.is_empty()) {
                    open.lines(&[Line { line: line.line, words: follows.clone(), raw: follows, ..Line::default() }]);
                }
            } else {
                kept.push(line.clone());
            }
        }
        self.body_lines(&kept);
    }

    /// A line that opens a question: in bold, or after "Q:". Gives the question, or that it is still to come, and what follows.
    fn asks(&self, line: &Line) -> Option<(Line, bool, String)> {
        let in_heading =
            matches!(&self.open, Some(open) if matches!(open.origin, Origin::Heading(_) | Origin::Summary));
        if let Some((Label::Question, name, follows)) = words::split(line).or_else(|| numbered_q(line)) {
            // "Question:" under a heading is what the heading asks.
            let names = matches!(&self.open, Some(open) if in_heading && !open.has_prompt)
                && !name.ends_with(|c: char| c.is_ascii_digit());
            if names {
                return None;
            }
            let waiting = follows.is_empty();
            return Some((Line { words: follows.clone(), lead: None, ..line.clone() }, waiting, String::new()));
        }
        let in_line = matches!(&self.open, Some(open) if open.origin == Origin::Line);
        // Between good signals a line is one of them, unless it looks as the question above them does.
        let like_the_last = in_line && asks_in_bold(line);
        if in_heading || (self.open.as_ref().is_some_and(Open::is_list) && !like_the_last) {
            return None;
        }
        if let Some(lead) = line.lead.as_deref().filter(|_| asks_in_bold(line)) {
            let follows = line.words.get(lead.len()..).unwrap_or_default().trim().to_owned();
            return Some((Line { words: lead.to_owned(), lead: None, ..line.clone() }, false, follows));
        }
        // Behind a rule something new begins.
        let free = !in_line || self.ruled;
        let plain =
            self.all && free && words::is_question(&line.words) || self.all && words::ends_as_question(&line.words);
        (plain && words::split(line).is_none()).then(|| (line.clone(), false, String::new()))
    }

    fn body_lines(&mut self, lines: &[Line]) {
        let Some(first) = lines.first() else { return };
        if let Some(open) = &mut self.open {
            // "Question:" in a line of its own, under a heading that only names the question.
            let asked = words::split(first).filter(|(label, ..)| *label == Label::Question && !open.has_prompt);
            match asked {
                Some((label, name, follows)) => {
                    open.label(&label, &name, &follows);
                    open.lines(&lines[1..]);
                }
                None => open.lines(lines),
            }
        } else if let (Some(lead), 1) = (&first.lead, lines.len())
            && lead.len() == first.words.len()
        {
            self.chapter = Some(lead.trim_end_matches(':').to_owned());
        } else {
            self.left.push(first.line);
        }
    }

    fn summary(&mut self, line: &Line, block: &Block) {
        let label = words::label(&line.words);
        match (&mut self.open, label) {
            (_, Some(Label::Question)) => self.start(Open::waiting(Origin::Summary, line.line)),
            (Some(open), Some(_)) => open.body(block),
            (Some(open), None)
                if open.origin != Origin::Summary
                    && open.origin != Origin::Item
                    && !words::is_question(&line.words) =>
            {
                open.body(block)
            }
            (Some(open), None) if matches!(open.origin, Origin::Heading(_)) && says_show(&line.words) => {
                open.body(block)
            }
            (None, Some(_)) => self.left.push(block.line),
            _ => self.start(Open::new(Origin::Summary, line)),
        }
    }

    fn end_of_details(&mut self) {
        match &mut self.open {
            Some(open) if open.origin == Origin::Summary => self.close(),
            Some(open) => open.end_part(),
            None => {}
        }
    }

    fn list(&mut self, items: &[Vec<Block>], block: &Block) {
        let belongs = match &self.open {
            // A further item, where each stands alone because its answer is not indented.
            Some(open) if open.origin == Origin::Item => !is_question_list(items),
            Some(_) => !items.iter().all(|item| matches!(item.first().map(|b| &b.kind), Some(Kind::Heading { .. }))),
            None => false,
        };
        if belongs {
            return self.other(block);
        }
        let named = [self.chapter.as_deref(), self.chapters.last().map(|(_, title)| title.as_str())];
        let named = named.into_iter().flatten().any(|title| title.to_lowercase().contains("question"));
        if !(is_question_list(items) || named || self.all) {
            if !items.iter().all(|item| is_contents(item)) {
                self.nested(items, block);
            }
            return;
        }
        for item in items.iter().filter(|item| !is_contents(item)) {
            self.item(item);
        }
        // What follows a list of several belongs to the chapter, not to its last question.
        if items.len() > 1 {
            self.close();
        }
    }

    /// Items that ask nothing may each hold a list that does.
    fn nested(&mut self, items: &[Vec<Block>], block: &Block) {
        let holds = |item: &[Block]| {
            item.iter().any(|block| matches!(&block.kind, Kind::List(items) if is_question_list(items)))
        };
        if !items.iter().any(|item| holds(item)) {
            return self.left.push(block.line);
        }
        let before = self.chapter.take();
        for item in items {
            self.chapter = item_line(item).map(|line| line.words.trim_end_matches(':').to_owned());
            for block in item.iter().skip(1) {
                if let Kind::List(items) = &block.kind {
                    self.list(items, block);
                    self.close();
                }
            }
            if !holds(item) {
                self.left.extend(item.first().map(|block| block.line));
            }
        }
        self.chapter = before;
    }

    fn item(&mut self, item: &[Block]) {
        let Some((first, rest)) = item.split_first() else { return };
        let holds_questions = !words::is_question(item_line(item).map_or("", |line| &line.words))
            && rest.iter().any(|block| matches!(&block.kind, Kind::List(items) if is_question_list(items)))
            && !rest.iter().any(
                |block| matches!(&block.kind, Kind::List(items) if items.iter().any(|item| item_label(item).is_some())),
            );
        if holds_questions {
            return self.nested(std::slice::from_ref(&item.to_vec()), first);
        }
        match &first.kind {
            Kind::Para(lines) => self.item_lines(lines),
            Kind::Heading { words, .. } | Kind::Summary(words) => self.start(Open::new(Origin::Item, words)),
            _ => {
                let line =
                    Line { line: first.line, words: first.raw.clone(), raw: first.raw.clone(), ..Line::default() };
                self.start(Open::new(Origin::Item, &line));
            }
        }
        for block in rest {
            if let Some(open) = &mut self.open {
                open.body(block);
            }
        }
    }

    fn item_lines(&mut self, lines: &[Line]) {
        let Some(first) = lines.first() else { return };
        if let Some((label, _, follows)) = words::split(first)
            && (label == Label::Question || label == Label::Field(Field::Prompt))
        {
            if follows.is_empty() {
                self.start(Open::waiting(Origin::Item, first.line));
            } else {
                self.start(Open::new(Origin::Item, &Line { words: follows, lead: None, ..first.clone() }));
            }
            return self.body_lines(&lines[1..]);
        }
        // "**What is it?** It is …"
        if let Some(lead) =
            first.lead.as_deref().filter(|lead| words::ends_as_question(lead) && lead.len() < first.words.len())
        {
            let follows = first.words[lead.len()..].trim().to_owned();
            self.start(Open::new(Origin::Item, &Line { words: lead.to_owned(), lead: None, ..first.clone() }));
            let mut more = vec![Line { line: first.line, words: follows.clone(), raw: follows, ..Line::default() }];
            more.extend_from_slice(&lines[1..]);
            return self.body_lines(&more);
        }
        // A question may be wrapped; what follows its mark, or a label, is no longer the question.
        let label = lines
            .iter()
            .skip(1)
            .position(|line| words::split(line).is_some_and(|(label, ..)| label != Label::Unknown))
            .map(|at| at + 1);
        let mark = lines.iter().position(|line| words::ends_as_question(&line.words)).map(|at| at + 1);
        let bold = first.lead.as_ref().filter(|lead| lead.len() == first.words.len()).map(|_| 1);
        let length = [label, mark, bold].into_iter().flatten().min().unwrap_or(lines.len());
        let mut head = first.clone();
        head.words = lines[..length].iter().map(|line| line.words.as_str()).collect::<Vec<_>>().join(" ");
        head.links = lines[..length].iter().flat_map(|line| line.links.clone()).collect();
        self.start(Open::new(Origin::Item, &head));
        self.body_lines(&lines[length..]);
    }
}
