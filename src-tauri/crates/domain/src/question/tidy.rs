//! How the texts of a question are kept: the one form that is saved, exported and imported again unchanged.

use unicode_segmentation::UnicodeSegmentation;

use super::Question;
use crate::{
    at::{At, InField},
    text::{TextRefused, within_limit},
};

/// Longest title, in grapheme clusters (what a reader counts as characters; UAX #29).
pub const TITLE_MAX: usize = 60;
/// Longest text of one line, such as a tag or a section's title, in characters (code points).
pub const LINE_MAX: usize = 1_000;
/// Longest planned time, in minutes.
pub const MINUTES_MAX: u32 = 120;
/// Most entries of one list.
pub const ITEMS_MAX: usize = 1_000;

/// Why a question was refused. The words are shown to the person who wrote it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QuestionRefused {
    /// One of its texts cannot be kept.
    #[error(transparent)]
    Text(#[from] TextRefused),
    /// Longer than a meeting.
    #[error("The planned time is {0} minutes. The most is {MINUTES_MAX}; write fewer, or leave it out.")]
    Minutes(u32),
    /// More than anyone can listen for.
    #[error("{what} have {length} entries. The most is {ITEMS_MAX}; shorten the list.")]
    TooMany {
        /// The list, as the person knows it.
        what: &'static str,
        /// How many it has.
        length: usize,
    },
}

impl Question {
    /// The question in the form that is kept: no space at the ends, line ends as `\n`, no control characters, no blank
    /// entries in lists, no tag twice. Title, section, level, competency and tags stand on one line. Nothing else changes.
    ///
    /// # Errors
    /// [`QuestionRefused`] where the title or the prompt is blank or anything is over its limit.
    pub fn tidied(mut self) -> Result<Self, At<QuestionRefused>> {
        for line in [&mut self.title, &mut self.section, &mut self.level, &mut self.competency.0] {
            *line = one_line(line);
        }
        for text in [&mut self.prompt, &mut self.guidance].into_iter().chain(&mut self.anchors) {
            *text = block(text);
        }
        for list in [&mut self.indicators, &mut self.red_flags, &mut self.probes] {
            *list = list.iter().map(|item| block(item)).filter(|item| !item.is_empty()).collect();
        }
        let mut tags: Vec<String> = Vec::new();
        for tag in self.tags.iter().map(|tag| one_line(tag)) {
            if !tag.is_empty() && !tags.contains(&tag) && tags.len() <= ITEMS_MAX {
                tags.push(tag);
            }
        }
        self.tags = tags;
        self.check()?;
        Ok(self)
    }

    fn check(&self) -> Result<(), At<QuestionRefused>> {
        let refuse = |field: &str, why: QuestionRefused| Err(At { field: field.to_owned(), why });
        for (field, what, text) in [("title", "The title", &self.title), ("prompt", "The prompt", &self.prompt)] {
            if text.is_empty() {
                return refuse(field, TextRefused::Blank { what: what.to_owned() }.into());
            }
        }
        let length = self.title.graphemes(true).count();
        if length > TITLE_MAX {
            let what = "The title".to_owned();
            return refuse("title", TextRefused::TooLong { what, length, limit: TITLE_MAX }.into());
        }
        let single = [
            ("title", "The title", &self.title),
            ("section", "The section", &self.section),
            ("level", "The level", &self.level),
            ("competency", "The competency", &self.competency.0),
        ];
        for (field, what, line) in single.into_iter().chain(self.tags.iter().map(|tag| ("tags", "A tag", tag))) {
            let length = line.chars().count();
            if length > LINE_MAX {
                return refuse(field, TextRefused::TooLarge { what: what.to_owned(), length, limit: LINE_MAX }.into());
            }
        }
        let lists = [
            ("indicators", "The good signals", "A good signal", &self.indicators),
            ("red_flags", "The red flags", "A red flag", &self.red_flags),
            ("probes", "The probes", "A probe", &self.probes),
            ("tags", "The tags", "A tag", &self.tags),
        ];
        for (field, all, one, list) in lists {
            if list.len() > ITEMS_MAX {
                return refuse(field, QuestionRefused::TooMany { what: all, length: list.len() });
            }
            list.iter().try_for_each(|item| fits(field, one, item))?;
        }
        fits("prompt", "The prompt", &self.prompt)?;
        fits("guidance", "The guidance", &self.guidance)?;
        self.anchors.iter().try_for_each(|anchor| fits("anchors", "An anchor", anchor))?;
        if self.minutes > MINUTES_MAX { refuse("minutes", QuestionRefused::Minutes(self.minutes)) } else { Ok(()) }
    }
}

fn fits(field: &str, what: &str, text: &str) -> Result<(), At<QuestionRefused>> {
    within_limit(what, text).map_err(QuestionRefused::from).at(field)
}

/// A text on one line: what breaks a line becomes a space, what cannot be seen and could deceive a reader goes.
fn one_line(text: &str) -> String {
    let kept = text.chars().filter_map(|c| match c {
        '\n' | '\r' | '\t' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => None,
        c if c.is_control() => None,
        c => Some(c),
    });
    kept.collect::<String>().trim().to_owned()
}

/// A text of any number of lines.
fn block(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t'));
    kept.collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    #[test]
    fn a_tidied_question_stays_as_it_is() {
        let mut question = testing::question("q", "craft");
        question.title = "  A\u{202E}\ttitle\r\n ".to_owned();
        question.prompt = "\r\nSay:\r\n\r\n```\r\n  code\0\r\n```\r\n".to_owned();
        question.tags = ["a", " ", "a ", "b"].map(str::to_owned).to_vec();
        question.indicators = vec!["\n".to_owned(), " one\rtwo".to_owned()];
        let tidy = question.tidied().unwrap();
        assert_eq!(tidy.title, "A title");
        assert_eq!(tidy.prompt, "Say:\n\n```\n  code\n```");
        assert_eq!(tidy.tags, ["a", "b"]);
        assert_eq!(tidy.indicators, ["one\ntwo"]);
        assert_eq!(tidy.clone().tidied().as_ref(), Ok(&tidy));
    }

    #[test]
    fn any_script_and_joiners_are_kept() {
        for text in ["متى تختار\u{200C} عملية؟", "なぜ「GIL」？", "👩‍👩‍👧‍👦 e\u{301}"]
        {
            let question = Question { title: text.into(), prompt: text.into(), ..testing::question("q", "craft") };
            let tidy = question.tidied().unwrap();
            assert_eq!((tidy.title.as_str(), tidy.prompt.as_str()), (text, text));
        }
    }

    #[test]
    fn a_question_is_refused_with_the_reason() {
        let q = || testing::question("q", "craft");
        let table = [
            (Question { prompt: " \u{1}\n".into(), ..q() }, "The prompt is empty. Type at least one character."),
            (
                Question { title: "x".repeat(63), ..q() },
                "The title has 63 characters. The most is 60; shorten it by 3.",
            ),
            (
                Question { minutes: 500, ..q() },
                "The planned time is 500 minutes. The most is 120; write fewer, or leave it out.",
            ),
            (
                Question { probes: vec!["?".into(); 1001], ..q() },
                "The probes have 1001 entries. The most is 1000; shorten the list.",
            ),
        ];
        let fields = ["prompt", "title", "minutes", "probes"];
        for ((question, why), field) in table.into_iter().zip(fields) {
            let refused = question.tidied().unwrap_err();
            assert_eq!((refused.to_string().as_str(), refused.field.as_str()), (why, field));
        }
    }
}
