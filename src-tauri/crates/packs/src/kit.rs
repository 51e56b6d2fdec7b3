//! One kit file, read alone, and then with the questions it names.

use std::collections::HashMap;

use workbench_domain::{
    kit::{Background, Kit, KitContent, KitQuestion, Role},
    question::Question,
    text::count,
};

use crate::{
    disk::File,
    fields::{At, Fields, in_bank},
    notes::Notes,
    question::check_name,
    source::Source,
    words::{quoted, use_one_of},
};

/// As many as there are minutes in the longest meeting.
const QUESTIONS_MAX: usize = 480;

/// What kits are made of.
pub(crate) struct Stock<'a> {
    /// The pack's id.
    pub pack: &'a str,
    /// The role that the kits are for.
    pub role: &'a Role,
    /// The questions by their ids within the pack, and the sizes of their files.
    pub questions: HashMap<&'a str, (&'a Question, usize)>,
    /// The size of `pack.toml`, which holds the role.
    pub role_size: usize,
    /// How many bytes the kits may still repeat: every kit holds its questions whole.
    pub room: usize,
}

/// A kit file, with as much as could be read.
pub(crate) struct KitFile {
    pub stem: String,
    pub notes: Notes,
    pub id: Option<At<String>>,
    slot: Option<u32>,
    background: Background,
    texts: Option<(String, String, String)>,
    ready: Vec<String>,
    candidate_minutes: Option<u32>,
    questions: Vec<Place>,
}

/// A question's place in the kit.
struct Place {
    id: At<String>,
    required: bool,
    section: String,
    minutes: Option<u32>,
}

impl KitFile {
    /// Reads a file.
    pub fn read(file: File) -> Self {
        let File { stem, bytes, notes } = file;
        let mut this = Self {
            stem,
            notes,
            id: None,
            slot: None,
            background: Background::default(),
            texts: None,
            ready: Vec::new(),
            candidate_minutes: None,
            questions: Vec::new(),
        };
        if let Some(source) = bytes.and_then(|bytes| Source::decode(&bytes, &mut this.notes)) {
            this.fill(&source);
        }
        this
    }

    fn fill(&mut self, source: &Source) {
        let Some(document) = source.parse(&mut self.notes) else { return };
        let mut fields = Fields::new(At { value: &document, line: 1 }, source.lines(), &mut self.notes);
        self.id = fields.whole_id("id");
        let title = fields.line("title");
        self.slot = fields.number("slot_minutes", 5, 480).map(|slot| slot.value);
        let background = fields.optional_line("background");
        let (opening, closing) = (fields.block("opening"), fields.block("closing"));
        self.ready = fields.optional_lines("ready").into_iter().map(|at| at.value).collect();
        self.candidate_minutes = fields.optional_number("candidate_minutes", 0, 480).map(|at| at.value);
        let mut rows = fields.tables("question");
        fields.done();
        if let Some(row) = rows.get(QUESTIONS_MAX) {
            let (line, count) = (row.line, rows.len());
            let what = format!("The kit has {count} questions. The most is {QUESTIONS_MAX}; take some out.");
            self.notes.error(line, what);
            rows.clear();
        }
        self.background = background.and_then(|written| read_background(&written, &mut self.notes)).unwrap_or_default();
        self.texts = (|| Some((title?.value, opening?.value, closing?.value)))();
        let mut seen: HashMap<String, usize> = HashMap::new();
        for row in rows {
            let mut fields = Fields::new(row, source.lines(), &mut self.notes);
            let id = fields.whole_id("id");
            let required = fields.flag("required", true);
            let section = fields.optional_line("section").map_or_else(String::new, |at| at.value);
            let minutes = fields.optional_number("minutes", 1, 120).map(|at| at.value);
            fields.done();
            let Some(id) = id else { continue };
            if let Some(first) = seen.get(&id.value) {
                let what =
                    format!("The question \"{}\" is at {} already. Take one out.", id.value, self.notes.place(*first));
                self.notes.error(id.line, what);
            } else {
                seen.insert(id.value.clone(), id.line);
                self.questions.push(Place { id, required, section, minutes });
            }
        }
        if let Some(id) = &self.id {
            check_name(id, &self.stem, &mut self.notes);
        }
    }

    /// Notes every question that the pack does not have. `left_out` says which file a question failed in.
    pub fn check_questions(&mut self, known: &[&str], left_out: &HashMap<&str, &str>) {
        for id in self.questions.iter().map(|place| &place.id).filter(|id| !known.contains(&id.value.as_str())) {
            let what = match left_out.get(id.value.as_str()) {
                Some(file) => format!(
                    "The question \"{}\" was left out, and so was this kit. Correct the question in {file}.",
                    id.value
                ),
                None => {
                    let possible = use_one_of(known, &id.value);
                    format!("The question \"{}\" is not in this pack, so the kit was left out. {possible}", id.value)
                }
            };
            self.notes.error(id.line, what);
        }
    }

    /// The kit with its questions, unless anything leaves it out.
    pub fn build(&mut self, stock: &mut Stock<'_>) -> Option<KitContent> {
        if self.notes.failed() {
            return None;
        }
        let line = self.id.as_ref().map_or(1, |id| id.line);
        let named: Option<Vec<_>> =
            self.questions.iter().map(|place| stock.questions.get(place.id.value.as_str()).copied()).collect();
        let named = named?;
        let size = stock.role_size + named.iter().map(|(_, size)| *size).sum::<usize>();
        let Some(room) = stock.room.checked_sub(size) else {
            let what = "The kits of this pack repeat more than 64 MiB of questions, so this one was left out. Use fewer kits, or shorter texts.";
            self.notes.error(line, what);
            return None;
        };
        stock.room = room;
        let (title, opening, closing) = self.texts.clone()?;
        let question = |place: &Place| KitQuestion {
            question_id: in_bank(stock.pack, &place.id.value).into(),
            required: place.required,
            section: place.section.clone(),
            minutes: place.minutes,
        };
        let kit = Kit {
            id: in_bank(stock.pack, &self.id.as_ref()?.value).into(),
            role_id: stock.role.id.clone(),
            title,
            slot_minutes: self.slot?,
            background: self.background,
            opening,
            closing,
            ready: self.ready.clone(),
            candidate_minutes: self.candidate_minutes,
            questions: self.questions.iter().map(question).collect(),
        };
        let questions = named.into_iter().map(|(question, _)| question.clone()).collect();
        // The rule of submitting is about today's work: changed, it must not make a new version of every kit.
        let role = Role { submit_within_hours: None, ..stock.role.clone() };
        let content = KitContent { kit, role, questions };
        let (planned, slot) = (content.planned_minutes(), content.kit.slot_minutes);
        let own = content.kit.candidate_minutes.unwrap_or(0);
        if planned + own > slot {
            let and = if own > 0 { format!(", and the candidate's own {own}") } else { String::new() };
            let what = format!(
                "The required questions need {}{and}; the meeting has {slot}. Take questions out, or raise \"slot_minutes\".",
                count(planned, "minute")
            );
            self.notes.warning(line, what);
        }
        Some(content)
    }
}

/// When the CV and earlier notes may be seen. A word that is not known leaves the kit out: guessing could show them early.
fn read_background(written: &At<String>, notes: &mut Notes) -> Option<Background> {
    let found = Background::ALL.into_iter().find(|background| background.code() == written.value);
    if found.is_none() {
        let possible = use_one_of(&Background::ALL.map(Background::code), &written.value);
        notes.error(written.line, format!("The background {} is not known. {possible}", quoted(&written.value)));
    }
    found
}
