//! One question file, read alone. What it refers to is checked in `references`.

use unicode_segmentation::UnicodeSegmentation;
use workbench_domain::question::{Question, QuestionType, TITLE_MAX};

use crate::{
    disk::File,
    fields::{At, Fields, Table, in_bank},
    notes::Notes,
    source::{Lines, Source},
    words::{quoted, use_one_of},
};

/// A question file, with as much as could be read.
pub(crate) struct QuestionFile {
    pub stem: String,
    pub notes: Notes,
    /// In bytes.
    pub size: usize,
    pub id: Option<At<String>>,
    pub section: Option<At<String>>,
    pub competency: Option<At<String>>,
    pub title: Option<At<String>>,
    body: Option<Body>,
}

/// What nothing else refers to.
struct Body {
    level: String,
    question_type: QuestionType,
    prompt: String,
    tags: Vec<String>,
    minutes: u32,
    indicators: Vec<String>,
    red_flags: Vec<String>,
    probes: Vec<String>,
    anchors: [String; 5],
    guidance: String,
}

impl QuestionFile {
    /// Reads a file.
    pub fn read(file: File) -> Self {
        let File { stem, bytes, notes } = file;
        let (id, section, competency, title, body) = (None, None, None, None, None);
        let size = bytes.as_ref().map_or(0, |bytes| bytes.len());
        let mut this = Self { stem, notes, size, id, section, competency, title, body };
        if let Some(source) = bytes.and_then(|bytes| Source::decode(&bytes, &mut this.notes)) {
            this.fill(&source);
        }
        this
    }

    fn fill(&mut self, source: &Source) {
        let Some(document) = source.parse(&mut self.notes) else { return };
        let lines = source.lines();
        let mut fields = Fields::new(At { value: &document, line: 1 }, lines, &mut self.notes);
        self.id = fields.whole_id("id");
        self.section = fields.optional_id("section");
        let question_type = fields.line("type").and_then(|written| question_type(&written, fields.notes()));
        self.title = fields.line("title").filter(|title| short_enough(title, fields.notes()));
        let prompt = fields.block("prompt");
        self.competency = fields.id("competency");
        let tags = fields.optional_lines("tags");
        let level = fields.optional_line("level").map_or_else(String::new, |at| at.value);
        let guidance = fields.optional_block("guidance").map_or_else(String::new, |at| at.value);
        let minutes = fields.number("minutes", 1, 120);
        let indicators = fields.lines("indicators");
        let red_flags = fields.lines("red_flags");
        let probes = fields.lines("probes");
        let table = fields.table("anchors");
        fields.done();
        let anchors = table.and_then(|table| anchors(&table, lines, &mut self.notes));
        if let Some(id) = &self.id {
            check_name(id, &self.stem, &mut self.notes);
        }
        let texts = |list: Vec<At<String>>| list.into_iter().map(|at| at.value).collect::<Vec<_>>();
        self.body = (|| {
            Some(Body {
                level,
                question_type: question_type?,
                prompt: prompt?.value,
                tags: texts(tags),
                minutes: minutes?.value,
                indicators: texts(indicators?),
                red_flags: texts(red_flags?),
                probes: texts(probes?),
                anchors: anchors?,
                guidance,
            })
        })();
    }

    /// What the question is called; a file that could not be read has its own name alone.
    pub fn name(&self) -> &str {
        self.id.as_ref().map_or(&self.stem, |id| &id.value)
    }

    /// The question, unless anything in the file leaves it out.
    pub fn build(&self, pack: &str, section_title: &str) -> Option<Question> {
        if self.notes.failed() {
            return None;
        }
        let body = self.body.as_ref()?;
        Some(Question {
            id: in_bank(pack, &self.id.as_ref()?.value).into(),
            section: section_title.to_owned(),
            level: body.level.clone(),
            question_type: Some(body.question_type),
            title: self.title.as_ref()?.value.clone(),
            prompt: body.prompt.clone(),
            competency: self.competency.as_ref()?.competency(),
            tags: body.tags.clone(),
            minutes: body.minutes,
            indicators: body.indicators.clone(),
            red_flags: body.red_flags.clone(),
            probes: body.probes.clone(),
            anchors: body.anchors.clone(),
            guidance: body.guidance.clone(),
        })
    }
}

/// What a file with this id is called, without `.toml`: no name of a file has a slash in it.
pub(crate) fn file_name(id: &str) -> String {
    id.replace('/', ".")
}

/// Warns where a file is not called what it holds.
pub(crate) fn check_name(id: &At<String>, stem: &str, notes: &mut Notes) {
    let name = file_name(&id.value);
    if name != stem {
        let (written, stem) = (&id.value, quoted(stem));
        let what =
            format!("The id \"{written}\" is not the file's name, {stem}. The id counts; name the file {name}.toml.");
        notes.warning(id.line, what);
    }
}

fn question_type(written: &At<String>, notes: &mut Notes) -> Option<QuestionType> {
    let found = QuestionType::ALL.into_iter().find(|found| found.code() == written.value);
    if found.is_none() {
        let possible = use_one_of(&QuestionType::ALL.map(QuestionType::code), &written.value);
        notes.error(written.line, format!("The type {} is not known. {possible}", quoted(&written.value)));
    }
    found
}

fn short_enough(title: &At<String>, notes: &mut Notes) -> bool {
    let length = title.value.graphemes(true).count();
    if length > TITLE_MAX {
        let over = length - TITLE_MAX;
        let what = format!("The title has {length} characters. The most is {TITLE_MAX}; shorten it by {over}.");
        notes.error(title.line, what);
    }
    length <= TITLE_MAX
}

fn anchors(table: &Table<'_>, lines: &Lines, notes: &mut Notes) -> Option<[String; 5]> {
    const LEVELS: [&str; 5] = ["1", "2", "3", "4", "5"];
    for key in table.value.keys() {
        let name: &str = key.get_ref();
        if !LEVELS.contains(&name) {
            let what = format!("There is no level {}. The anchors are 1 to 5; take this one out.", quoted(name));
            notes.error(lines.at(key.span().start), what);
        }
    }
    for level in LEVELS.iter().filter(|level| !table.value.contains_key(**level)) {
        let what = format!("The anchor for level {level} is missing. Add {level} = \"…\" under [anchors].");
        notes.error(table.line, what);
    }
    let mut fields = Fields::new(table.clone(), lines, notes);
    let texts = LEVELS.map(|level| if table.value.contains_key(level) { fields.block(level) } else { None });
    let [one, two, three, four, five] = texts.map(|text| text.map(|at| at.value));
    Some([one?, two?, three?, four?, five?])
}
