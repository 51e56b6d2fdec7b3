//! One drill file: written answers to one question, each with the level that two ratings, given apart, agreed on and why.

use std::collections::HashMap;

use workbench_domain::{
    drill::{Drill, DrillAnswer},
    rating::Level,
};

use crate::{
    disk::File,
    fields::{At, Fields, in_bank},
    notes::Notes,
    question::file_name,
    source::Source,
    words::{quoted, use_one_of},
};

/// So many answers to one question are more than anyone rates.
const ANSWERS_MAX: usize = 50;

/// A drill file, with as much as could be read.
pub(crate) struct DrillFile {
    stem: String,
    pub notes: Notes,
    question: Option<At<String>>,
    ratings: Vec<String>,
    answers: Vec<DrillAnswer>,
}

impl DrillFile {
    /// Reads a file.
    pub fn read(file: File) -> Self {
        let File { stem, bytes, notes } = file;
        let mut this = Self { stem, notes, question: None, ratings: Vec::new(), answers: Vec::new() };
        if let Some(source) = bytes.and_then(|bytes| Source::decode(&bytes, &mut this.notes)) {
            this.fill(&source);
        }
        this
    }

    fn fill(&mut self, source: &Source) {
        let Some(document) = source.parse(&mut self.notes) else { return };
        let mut fields = Fields::new(At { value: &document, line: 1 }, source.lines(), &mut self.notes);
        self.question = fields.whole_id("question");
        let agreed = fields.lines("ratings").unwrap_or_default();
        let mut rows = fields.tables("answer");
        fields.done();
        if let Some(row) = rows.get(ANSWERS_MAX) {
            let (line, count) = (row.line, rows.len());
            self.notes.error(line, format!("The drill has {count} answers. The most is {ANSWERS_MAX}; take some out."));
            rows.clear();
        }
        if let [only] = agreed.as_slice() {
            let what = "A key needs two ratings at least, given apart, that agree. Say in \"ratings\" how the second was given as well.";
            self.notes.error(only.line, what);
        }
        self.ratings = agreed.into_iter().map(|at| at.value).collect();
        let mut seen: HashMap<String, usize> = HashMap::new();
        for row in rows {
            let mut fields = Fields::new(row, source.lines(), &mut self.notes);
            let (id, text) = (fields.id("id"), fields.block("text"));
            let (level, reason) = (fields.number("level", 1, 5), fields.block("reason"));
            fields.done();
            let (Some(id), Some(text), Some(level), Some(reason)) = (id, text, level, reason) else { continue };
            if let Some(first) = seen.insert(id.value.clone(), id.line) {
                let what =
                    format!("The answer \"{}\" stands in line {first} already. Give this one another id.", id.value);
                self.notes.error(id.line, what);
            }
            let Some(level) = u8::try_from(level.value).ok().and_then(Level::new) else { continue };
            self.answers.push(DrillAnswer { id: id.value, text: text.value, level, reason: reason.value });
        }
    }

    /// The drill, unless anything in the file leaves it out.
    pub fn build(&self, pack: &str) -> Option<Drill> {
        if self.notes.failed() {
            return None;
        }
        Some(Drill {
            question_id: in_bank(pack, &self.question.as_ref()?.value).into(),
            ratings: self.ratings.clone(),
            answers: self.answers.clone(),
        })
    }
}

/// Each drill is about a question of the pack, is named after it, and is the only one about it.
pub(crate) fn check(drills: &mut [DrillFile], known: &[&str]) {
    let mut seen: HashMap<String, String> = HashMap::new();
    for drill in drills {
        let Some(question) = &drill.question else { continue };
        let name = file_name(&question.value);
        if !known.contains(&question.value.as_str()) {
            let what = format!(
                "There is no good question {} in the pack. {}",
                quoted(&question.value),
                use_one_of(known, &question.value)
            );
            drill.notes.error(question.line, what);
        } else if let Some(other) = seen.insert(question.value.clone(), drill.notes.file.clone()) {
            let what = format!("{other} is about this question already. Put all its answers into one file.");
            drill.notes.error(question.line, what);
        } else if name != drill.stem {
            let what = format!("This drill is about {name}. Name the file {name}.toml.");
            drill.notes.warning(question.line, what);
        }
    }
}
