//! The question that is open, and what is found under it.

use workbench_domain::import::Field;

use super::{
    blocks::{Block, Kind},
    inline::Line,
    items::{comment, fenced, flat, item_label, join, join_block, shown, tags},
    lists, scale,
    words::{self, Label},
};
use crate::import::found::Found;

/// What opened a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    Heading(u8),
    Item,
    /// A line in bold, or one that begins with "Q:".
    Line,
    Summary,
}

/// Where words go at the moment.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Slot {
    /// Under no label yet.
    Loose,
    Field(Field, String),
    Anchors,
    /// Under a label that is not known: text.
    Kept,
}

/// What stood under no label, until the end says what it was.
enum Loose {
    Text { words: String, raw: String },
    Code(String),
    List { items: Vec<String>, raw: String },
    Raw(String),
}

pub(super) struct Open {
    pub origin: Origin,
    pub found: Found,
    /// What the heading or the item says.
    head: String,
    slot: Slot,
    loose: Vec<Loose>,
    has_answer: bool,
    has_points: bool,
    /// The chapter that it stands in; a section of its own counts for more.
    pub chapter: String,
    /// Whether the head only names the question, which a label "Question" then asks.
    pub has_prompt: bool,
}

impl Open {
    pub fn new(origin: Origin, head: &Line) -> Self {
        let words = words::without_number(&head.words).to_owned();
        let mut found = Found::at(head.line);
        found.guidance.extend(head.away().iter().map(|url| format!("Link: {url}")));
        Self {
            origin,
            found,
            head: words,
            slot: Slot::Loose,
            loose: Vec::new(),
            has_answer: false,
            has_points: false,
            chapter: String::new(),
            has_prompt: false,
        }
    }

    /// A question whose words are still to come, as after "Question 3".
    pub fn waiting(origin: Origin, line: usize) -> Self {
        let mut open = Self::new(origin, &Line { line, ..Line::default() });
        open.slot = Slot::Field(Field::Prompt, String::new());
        open.has_prompt = true;
        open
    }

    /// Goes on under a label.
    pub fn label(&mut self, label: &Label, name: &str, follows: &str) {
        self.slot = match label {
            Label::Field(Field::Prompt) | Label::Question => {
                self.has_prompt = true;
                Slot::Field(Field::Prompt, name.to_owned())
            }
            Label::Field(field) => {
                self.has_answer |= *field == Field::Guidance;
                self.has_points |= *field == Field::Indicators;
                Slot::Field(*field, name.to_owned())
            }
            Label::Anchors => Slot::Anchors,
            Label::Unknown => {
                // Kept even where nothing follows it.
                let text = if follows.is_empty() { format!("{name}:") } else { format!("{name}: {follows}") };
                self.found.guidance.push(text);
                self.slot = Slot::Kept;
                return;
            }
        };
        if !follows.is_empty() {
            self.text(follows, follows);
        }
    }

    /// A part of a file is over that had words of its own: what follows is only text.
    pub fn end_part(&mut self) {
        if self.slot != Slot::Loose {
            self.slot = Slot::Kept;
        }
    }

    pub fn is_list(&self) -> bool {
        matches!(self.slot, Slot::Field(Field::Indicators | Field::RedFlags | Field::Probes, _))
    }

    pub fn body(&mut self, block: &Block) {
        match &block.kind {
            Kind::Para(lines) => self.lines(lines),
            Kind::List(items) => self.list(items, block),
            Kind::Code { info, text } if info == "verbatim" => self.exact(text),
            Kind::Code { .. } => self.code(&fenced(block)),
            Kind::Html => self.html(block),
            Kind::Summary(line) => match words::label(&line.words) {
                Some(label) => self.label(&label, &line.words, ""),
                None => self.label(&Label::Unknown, &line.words, ""),
            },
            Kind::Heading { words: line, .. } => match (words::label(&line.words), words::split_heading(line)) {
                (Some(label), _) => self.label(&label, &line.words, ""),
                (None, Some((label, name, follows))) => self.label(&label, &name, &follows),
                (None, None) => self.label(&Label::Unknown, &line.whole(), ""),
            },
            Kind::EndOfDetails => self.end_part(),
            Kind::Rule | Kind::FrontMatter => {}
            Kind::Other if self.loose.is_empty() && self.slot == Slot::Loose && lists::is_quote(&block.raw) => {
                // What is read aloud may be set as a quotation.
                self.text(&lists::unquoted(&block.raw), &block.raw);
            }
            Kind::Table { .. } | Kind::Other => self.raw(&block.raw),
        }
    }

    /// The lines of a paragraph, some of which may be labels.
    pub fn lines(&mut self, lines: &[Line]) {
        let mut together: Vec<&Line> = Vec::new();
        let mut goes_on = false;
        for line in lines {
            if line.is_contents() {
                continue;
            }
            match words::split(line) {
                Some((Label::Question, _, _)) | None => together.push(line),
                // An unknown label inside an answer is a part of it.
                Some((Label::Unknown, _, _))
                    if matches!(&self.slot, Slot::Field(Field::Guidance, _) | Slot::Kept | Slot::Loose) =>
                {
                    together.push(line);
                }
                Some((label, name, follows)) => {
                    self.flush(&mut together, goes_on);
                    let away = line.away();
                    let follows = if away.is_empty() { follows } else { format!("{follows} ({})", away.join(", ")) };
                    self.label(&label, &name, &follows);
                    goes_on = !follows.is_empty() && matches!(self.slot, Slot::Field(Field::Guidance, _) | Slot::Kept);
                }
            }
        }
        self.flush(&mut together, goes_on);
    }

    /// `goes_on` says that the lines are the rest of the paragraph that was kept last.
    fn flush(&mut self, lines: &mut Vec<&Line>, goes_on: bool) {
        if lines.is_empty() {
            return;
        }
        let words = lines.iter().map(|line| line.whole()).collect::<Vec<_>>().join("\n");
        let raw = lines.iter().map(|line| line.raw.as_str()).collect::<Vec<_>>().join("\n");
        lines.clear();
        match self.found.guidance.last_mut().filter(|_| goes_on) {
            Some(last) => join(last, &raw),
            None => self.text(&words, &raw),
        }
    }

    fn text(&mut self, words: &str, raw: &str) {
        match self.slot.clone() {
            Slot::Loose => self.loose.push(Loose::Text { words: words.to_owned(), raw: raw.to_owned() }),
            Slot::Field(Field::Guidance, _) | Slot::Kept => self.found.guidance.push(raw.to_owned()),
            Slot::Field(Field::Tags, _) => self.found.tags.extend(tags(words)),
            Slot::Field(Field::Prompt, _) => join(&mut self.found.prompt, words),
            Slot::Field(field @ (Field::Indicators | Field::RedFlags | Field::Probes), _) => {
                let list = self.found.list(field);
                // "Red flags: guesses; blames others"
                let parts = if words.contains('\n') { vec![words] } else { words.split("; ").collect() };
                list.into_iter().for_each(|list| list.extend(parts.iter().map(|part| (*part).to_owned())));
            }
            Slot::Field(field, name) => {
                if Field::ANCHORS.contains(&field) {
                    let anchor = self.found.text(field);
                    anchor.into_iter().for_each(|anchor| join(anchor, words));
                } else {
                    self.found.add(field, &name, words);
                }
            }
            Slot::Anchors => words.lines().for_each(|line| scale::anchor(line, &mut self.found)),
        }
    }

    /// A text that our own export wrote as it is.
    fn exact(&mut self, text: &str) {
        match self.slot.clone() {
            Slot::Field(field, name) => match self.found.text(field) {
                Some(into) if into.is_empty() => text.clone_into(into),
                _ => self.found.add(field, &name, text),
            },
            _ => self.found.guidance.push(text.to_owned()),
        }
    }

    fn code(&mut self, code: &str) {
        match self.slot.clone() {
            Slot::Loose => self.loose.push(Loose::Code(code.to_owned())),
            Slot::Field(Field::Prompt, _) => join_block(&mut self.found.prompt, code),
            Slot::Field(field @ (Field::Indicators | Field::RedFlags | Field::Probes), _) => {
                match self.found.list(field).and_then(|list| list.last_mut()) {
                    Some(item) => join(item, code),
                    None => self.found.guidance.push(code.to_owned()),
                }
            }
            _ => self.found.guidance.push(code.to_owned()),
        }
    }

    fn raw(&mut self, raw: &str) {
        match self.slot {
            Slot::Loose => self.loose.push(Loose::Raw(raw.to_owned())),
            _ => self.found.guidance.push(raw.to_owned()),
        }
    }

    fn html(&mut self, block: &Block) {
        let Some(rest) = block.raw.trim().strip_prefix("<!--") else { return self.raw(&block.raw) };
        // Several comments, or text behind one, may stand together.
        for part in rest.split("<!--") {
            let (inside, after) = part.split_once("-->").unwrap_or((part, ""));
            comment(inside, &mut self.found);
            if !after.trim().is_empty() {
                self.raw(after.trim());
            }
        }
    }

    fn list(&mut self, items: &[Vec<Block>], block: &Block) {
        let is_labelled = items.iter().any(|item| item_label(item).is_some_and(|(label, ..)| label != Label::Unknown));
        if is_labelled {
            let before = self.slot.clone();
            for item in items {
                match item_label(item) {
                    Some((label, name, follows)) => {
                        self.label(&label, &name, &follows);
                        self.after_label(item);
                    }
                    None => {
                        self.slot = before.clone();
                        self.items(std::slice::from_ref(item), "");
                    }
                }
            }
            return;
        }
        self.items(items, &block.raw);
    }

    /// What belongs to an item that begins with a label.
    fn after_label(&mut self, item: &[Block]) {
        if let Some(Block { kind: Kind::Para(lines), .. }) = item.first()
            && lines.len() > 1
        {
            self.lines(&lines[1..]);
        }
        item.iter().skip(1).for_each(|block| self.body(block));
    }

    fn items(&mut self, items: &[Vec<Block>], raw: &str) {
        match self.slot.clone() {
            Slot::Field(field @ (Field::Indicators | Field::RedFlags | Field::Probes), _) => {
                let texts = flat(items);
                self.found.list(field).into_iter().for_each(|list| list.extend(texts.clone()));
            }
            Slot::Field(Field::Tags, _) => self.found.tags.extend(flat(items).iter().flat_map(|item| tags(item))),
            Slot::Field(Field::Prompt, _) if !raw.is_empty() => join_block(&mut self.found.prompt, raw),
            Slot::Anchors => scale::anchors(items, &mut self.found),
            Slot::Loose => self.loose.push(Loose::List { items: flat(items), raw: shown(items, raw) }),
            Slot::Field(Field::Guidance, _) | Slot::Kept => self.found.guidance.push(shown(items, raw)),
            Slot::Field(..) => flat(items).iter().for_each(|item| self.text(item, item)),
        }
    }

    /// The question with all that was under it.
    pub fn close(mut self) -> Found {
        let loose = std::mem::take(&mut self.loose);
        if self.has_prompt {
            if self.found.title.is_empty() {
                self.found.title = std::mem::take(&mut self.head);
            }
            self.found.guidance.splice(0..0, loose.iter().map(Loose::raw));
            return self.found;
        }
        let asks = self.origin == Origin::Item || words::is_question(&self.head);
        let first_asks = matches!(loose.first(), Some(Loose::Text { words, .. }) if words::is_question(words));
        // Under a name, a list of what is asked.
        let list_asks = matches!(loose.first(), Some(Loose::List { items, .. }) if items.iter().all(|item| words::is_question(item)));
        if !asks
            && (list_asks
                || (self.has_answer || self.has_points || first_asks)
                    && loose.iter().any(|part| matches!(part, Loose::Text { .. })))
        {
            // The heading is a name, and what is asked stands under it.
            self.found.title = std::mem::take(&mut self.head);
            let of_prompt = if self.has_answer || self.has_points { loose.len() } else { 1 };
            self.split_prompt(loose, of_prompt);
            return self.found;
        }
        self.found.prompt = std::mem::take(&mut self.head);
        if self.has_answer {
            let all = loose.len();
            self.split_prompt(loose, all);
            return self.found;
        }
        let points_on = words::points_on(&self.found.prompt);
        let context = if points_on {
            loose.iter().take_while(|part| !matches!(part, Loose::Text { .. })).count().min(2)
        } else {
            0
        };
        let (context, rest) = loose.split_at(context);
        context.iter().for_each(|part| join_block(&mut self.found.prompt, part.raw().trim_end()));
        let only_lists =
            !rest.is_empty() && rest.iter().all(|part| matches!(part, Loose::List { .. })) && !self.has_points;
        let mut passages = Vec::new();
        for part in rest {
            match part {
                Loose::List { items, .. } if only_lists => {
                    for item in items {
                        let list = if words::ends_as_question(item) {
                            &mut self.found.probes
                        } else {
                            &mut self.found.indicators
                        };
                        list.push(item.clone());
                    }
                }
                part => passages.push(part.raw()),
            }
        }
        self.found.guidance.splice(0..0, passages);
        self.found
    }

    fn split_prompt(&mut self, loose: Vec<Loose>, of_prompt: usize) {
        let mut passages = Vec::new();
        for (index, part) in loose.into_iter().enumerate() {
            match part {
                part if index >= of_prompt => passages.push(part.raw()),
                Loose::Text { words, .. } => join_block(&mut self.found.prompt, &words),
                Loose::List { items, .. } if items.len() == 1 => join_block(&mut self.found.prompt, &items[0]),
                part => join_block(&mut self.found.prompt, &part.raw()),
            }
        }
        self.found.guidance.splice(0..0, passages);
    }
}

impl Loose {
    fn raw(&self) -> String {
        match self {
            Self::Text { raw, .. } | Self::List { raw, .. } | Self::Code(raw) | Self::Raw(raw) => raw.clone(),
        }
    }
}
