//! A question as it was found in a file, before it is checked and gets its id.

use unicode_segmentation::UnicodeSegmentation;
use workbench_domain::{
    import::Field,
    question::{LINE_MAX, MINUTES_MAX, Question, QuestionType, TITLE_MAX},
};

use crate::{notes::Notes, words::quoted};

/// What a file says of one question.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Found {
    /// Where it starts, counted from 1.
    pub line: usize,
    /// The id that the file gives it; empty for none.
    pub id: String,
    pub title: String,
    pub prompt: String,
    pub section: String,
    pub level: String,
    pub kind: String,
    pub competency: String,
    pub tags: Vec<String>,
    pub minutes: String,
    pub indicators: Vec<String>,
    pub red_flags: Vec<String>,
    pub probes: Vec<String>,
    pub anchors: [String; 5],
    /// Passages of the guidance.
    pub guidance: Vec<String>,
}

impl Found {
    pub fn at(line: usize) -> Self {
        Self { line, ..Self::default() }
    }

    /// The list behind a field that is one.
    pub fn list(&mut self, field: Field) -> Option<&mut Vec<String>> {
        match field {
            Field::Tags => Some(&mut self.tags),
            Field::Indicators => Some(&mut self.indicators),
            Field::RedFlags => Some(&mut self.red_flags),
            Field::Probes => Some(&mut self.probes),
            Field::Guidance => Some(&mut self.guidance),
            _ => None,
        }
    }

    /// The text behind a field that is one.
    pub fn text(&mut self, field: Field) -> Option<&mut String> {
        Some(match field {
            Field::Id => &mut self.id,
            Field::Title => &mut self.title,
            Field::Prompt => &mut self.prompt,
            Field::Section => &mut self.section,
            Field::Level => &mut self.level,
            Field::Type => &mut self.kind,
            Field::Competency => &mut self.competency,
            Field::Minutes => &mut self.minutes,
            Field::Anchor1 => &mut self.anchors[0],
            Field::Anchor2 => &mut self.anchors[1],
            Field::Anchor3 => &mut self.anchors[2],
            Field::Anchor4 => &mut self.anchors[3],
            Field::Anchor5 => &mut self.anchors[4],
            _ => return None,
        })
    }

    /// Adds a text: an entry to a list; a text that has none yet; else, under its label, to the guidance. Nothing is lost.
    pub fn add(&mut self, field: Field, label: &str, value: &str) {
        if value.trim().is_empty() {
            return;
        }
        if let Some(list) = self.list(field) {
            list.push(value.to_owned());
            return;
        }
        match self.text(field) {
            Some(text) if text.trim().is_empty() => value.clone_into(text),
            Some(text) if text.trim() == value.trim() => {}
            _ => self.keep(label, value),
        }
    }

    /// Keeps a text that no field is for, with what stood over it.
    pub fn keep(&mut self, label: &str, value: &str) {
        let (label, value) = (label.trim(), value.trim_end());
        if value.trim().is_empty() {
            return;
        }
        let passage = match (label.is_empty(), value.contains('\n')) {
            (true, _) => value.to_owned(),
            (false, false) => format!("{label}: {}", value.trim_start()),
            (false, true) => format!("{label}:\n{value}"),
        };
        self.guidance.push(passage);
    }

    /// The question, still without its final id; none, with a note, if it cannot be kept.
    pub fn settle(mut self, notes: &mut Notes) -> Option<Question> {
        let line = self.line;
        self.prompt_from_title();
        if self.prompt.trim().is_empty() {
            notes.error(
                line,
                "There is no question here, only what belongs to one. Write what is asked, or take this out.",
            );
            return None;
        }
        let question_type = self.read_type();
        let minutes = self.read_minutes(line, notes);
        self.shorten();
        let question = Question {
            id: self.id.trim().into(),
            section: self.section,
            level: self.level,
            question_type,
            title: self.title,
            prompt: self.prompt,
            competency: self.competency.as_str().into(),
            tags: self.tags,
            minutes,
            indicators: self.indicators,
            red_flags: self.red_flags,
            probes: self.probes,
            anchors: self.anchors,
            guidance: self.guidance.join("\n\n"),
        };
        match question.tidied() {
            Ok(question) => Some(question),
            Err(refused) => {
                notes.error(line, format!("This question was left out. {refused}"));
                None
            }
        }
    }

    /// A file that has a title and nothing to read aloud means the title.
    fn prompt_from_title(&mut self) {
        if self.prompt.trim().is_empty() {
            self.prompt = self.title.trim().to_owned();
        }
    }

    fn read_type(&mut self) -> Option<QuestionType> {
        let written = self.kind.trim().to_lowercase();
        if written.is_empty() {
            return None;
        }
        let found = QuestionType::ALL.into_iter().find(|kind| kind.code() == written).or(match written.as_str() {
            "behavioral" | "behavior" | "behaviour" | "past behaviour" | "past behavior" | "experience" => {
                Some(QuestionType::Behavioural)
            }
            "technical" | "theory" | "conceptual" | "concept" => Some(QuestionType::Knowledge),
            "situational" | "hypothetical" | "case" => Some(QuestionType::Scenario),
            _ => None,
        });
        if found.is_none() {
            let written = std::mem::take(&mut self.kind);
            self.keep("Type", &written);
        }
        found
    }

    fn read_minutes(&mut self, line: usize, notes: &mut Notes) -> u32 {
        let written = self.minutes.trim().to_owned();
        if written.is_empty() {
            return 0;
        }
        let found = minutes_of(&written.to_lowercase());
        if let Some(minutes) = found.filter(|minutes| *minutes <= MINUTES_MAX) {
            return minutes;
        }
        // "Time: O(n)" is of an algorithm, and no plan.
        if !written.starts_with(['O', 'Θ', 'o']) || !written.contains('(') {
            let read = quoted(&written);
            notes.warning(
                line,
                format!("The time {read} is not from 1 to {MINUTES_MAX} minutes. It was kept in the guidance, and no time is planned."),
            );
        }
        self.keep("Time", &written);
        0
    }

    /// A title for the list, and nothing on one line that is too long for it.
    fn shorten(&mut self) {
        if self.title.trim().is_empty() {
            self.title = title_of(&self.prompt);
        } else if self.title.trim().graphemes(true).count() > TITLE_MAX {
            let title = std::mem::take(&mut self.title);
            self.title = title_of(&title);
            if title.trim() != self.prompt.trim() {
                self.guidance.insert(0, title);
            }
        }
        for (label, field) in [("Section", Field::Section), ("Level", Field::Level), ("Competency", Field::Competency)]
        {
            let long = self.text(field).filter(|text| text.chars().count() > LINE_MAX).map(std::mem::take);
            self.keep(label, &long.unwrap_or_default());
        }
        let (short, long): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.tags).into_iter().partition(|tag| tag.chars().count() <= LINE_MAX);
        self.tags = short;
        long.iter().for_each(|tag| self.keep("Tags", tag));
    }
}

/// "10", "10 min", "5-10 minutes" (the longer), "1 h", "1.5 hours".
fn minutes_of(written: &str) -> Option<u32> {
    let digits = |text: &str| text.chars().take_while(char::is_ascii_digit).collect::<String>();
    if written.starts_with(['-', '–', '—', '−']) {
        return None;
    }
    let longest = written.rsplit(['-', '–', '—']).next().unwrap_or(written).trim();
    let whole = digits(longest);
    let mut minutes: u32 = whole.parse().ok()?;
    let mut rest = longest[whole.len()..].trim_start();
    let mut tenths = 0;
    if let Some(fraction) = rest.strip_prefix(['.', ',']) {
        tenths = digits(fraction).chars().next()?.to_digit(10)?;
        rest = fraction.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
    }
    let unit = rest.trim_end_matches('.');
    if matches!(unit, "h" | "hr" | "hrs" | "hour" | "hours") {
        minutes = minutes.checked_mul(60)?.checked_add(tenths * 6)?;
    } else if !matches!(unit, "" | "m" | "min" | "mins" | "minute" | "minutes" | "'") {
        return None;
    }
    Some(minutes)
}

/// A short name for a list, made of what is asked.
pub(crate) fn title_of(prompt: &str) -> String {
    let line =
        prompt.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with("```")).unwrap_or(prompt);
    let line: String = line.chars().filter(|c| !c.is_control()).collect();
    let signs: Vec<&str> = line.trim().graphemes(true).take(TITLE_MAX + 1).collect();
    if signs.len() <= TITLE_MAX {
        let title = signs.concat();
        return if title.trim().is_empty() { "…".to_owned() } else { title };
    }
    let cut = signs[..TITLE_MAX - 1].concat();
    // At a word, unless that would leave little of it, as in a script without spaces.
    let at =
        cut.rfind(' ').filter(|_| signs[TITLE_MAX - 1] != " ").filter(|at| *at > cut.len() / 2).unwrap_or(cut.len());
    format!("{}…", cut[..at].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_write_them() {
        let table = [
            ("10", Some(10)),
            ("10 min", Some(10)),
            ("5-10 minutes", Some(10)),
            ("1.5 hours", Some(90)),
            ("1h", Some(60)),
            ("99999999999", None),
            ("soon", None),
            ("ten", None),
            ("-3", None),
            ("−3 min", None),
        ];
        for (written, minutes) in table {
            assert_eq!(minutes_of(written), minutes, "{written}");
        }
    }

    #[test]
    fn a_long_title_is_cut_at_a_word_and_kept_whole_in_the_guidance() {
        let long = "How would you find out why a service that nobody changed is suddenly slow?";
        let mut notes = Notes::new("f");
        let question =
            Found { title: long.into(), prompt: "Say how.".into(), ..Found::at(1) }.settle(&mut notes).unwrap();
        assert_eq!(question.title, "How would you find out why a service that nobody changed is…");
        assert_eq!(question.guidance, long);
        assert_eq!(title_of(&"日本語".repeat(40)).chars().count(), TITLE_MAX);
    }

    #[test]
    fn what_no_field_is_for_is_kept_as_text() {
        let mut found = Found { prompt: "Why?".into(), kind: "Riddle".into(), minutes: "soon".into(), ..Found::at(3) };
        found.add(Field::Section, "Topic", "Threads");
        found.add(Field::Section, "Topic", "Locks");
        let question = found.settle(&mut Notes::new("f")).unwrap();
        assert_eq!((question.section.as_str(), question.minutes, question.question_type), ("Threads", 0, None));
        assert_eq!(question.guidance, "Topic: Locks\n\nType: Riddle\n\nTime: soon");
    }
}
