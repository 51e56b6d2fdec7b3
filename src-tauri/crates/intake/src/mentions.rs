//! What must not be known of a candidate, in text that people wrote freely. A heading names its whole column; here a
//! sentence is pointed at, and a person decides.
//!
//! The words of the look at notes (`workbench_domain::lint`) are English; what CVs and recruiters write beside them, in a
//! few languages, stands here. In doubt it stays silent: most sentences with "race" or "native" are an engineer's.

use std::{collections::BTreeSet, ops::Range};

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    hidden::Topic,
    lint::{self, Kind, Language},
    problem::{Problem, Severity},
};
use workbench_tabular::quoted;

use crate::protected::Protected;

/// The most mentions that are told of one file; sentences after them are left out as well, and counted.
pub(crate) const MENTIONS_MAX: usize = 500;
/// So much of a sentence is shown, in characters.
const SENTENCE_MAX: usize = 500;
/// The longest label, in words: "Date of birth".
const LABEL_WORDS: usize = 4;
/// Words that say when someone was born, where a year comes soon after.
const BORN: &[&str] = &[
    "born",
    "geboren",
    "geb",
    "né",
    "née",
    "nacido",
    "nacida",
    "nascido",
    "nascida",
    "urodzony",
    "urodzona",
    "родился",
    "родилась",
];
/// Words that say whether someone is married, wherever they stand.
const MARRIED: &[&str] = &[
    "verheiratet",
    "geschieden",
    "verwitwet",
    "célibataire",
    "divorcé",
    "divorcée",
    "casado",
    "casada",
    "soltero",
    "soltera",
    "sposato",
    "sposata",
    "żonaty",
    "zamężna",
    "женат",
    "замужем",
];
/// What stands between commas and says whether someone is a man or a woman.
const GENDERS: &[&str] = &[
    "female",
    "male",
    "woman",
    "man",
    "weiblich",
    "männlich",
    "femme",
    "homme",
    "mujer",
    "hombre",
    "kobieta",
    "mężczyzna",
    "女性",
    "男性",
    "женщина",
    "мужчина",
];
const AGES: &[&str] = &["age", "aged", "alter", "âge", "edad", "wiek"];
const PHOTOS: &[&str] = &["photo", "photograph", "picture", "foto", "bewerbungsfoto", "lichtbild", "zdjęcie"];
const ENCLOSED: &[&str] = &["attached", "enclosed", "included", "anbei", "beigefügt", "jointe", "adjunta", "allegata"];

/// A sentence of a candidate's notes that says what must not be known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "CandidateMention")]
pub struct Mention {
    /// Which one of the file, counted from 0: names it when a person decides to keep it.
    #[ts(type = "number")]
    pub number: usize,
    /// Where the person stands, such as `people.csv:3`.
    #[serde(rename = "where")]
    pub place: String,
    /// About whom.
    pub name: String,
    /// The words that say it.
    pub words: String,
    /// The sentence that they stand in: what is left out.
    pub sentence: String,
    /// What they say.
    pub what: Protected,
    /// Whether it stays, since a person said so.
    pub kept: bool,
}

/// Which mentions stay. Who says nothing leaves them all out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Keep {
    /// These alone, by their numbers.
    These(BTreeSet<usize>),
    /// All of them.
    All,
}

impl Default for Keep {
    fn default() -> Self {
        Self::These(BTreeSet::new())
    }
}

impl Keep {
    fn has(&self, number: usize) -> bool {
        match self {
            Self::These(numbers) => numbers.contains(&number),
            Self::All => true,
        }
    }
}

impl Mention {
    /// The same as a problem, for those who are not shown a list to decide on.
    #[must_use]
    pub fn problem(&self) -> Problem {
        let (words, never) = (quoted(&self.words), self.what.never());
        let done = if self.kept { "was kept, as you said. Otherwise" } else { "was left out of the notes:" };
        let what = format!("The sentence with {words} {done} the workbench keeps {never}.");
        Problem { place: self.place.clone(), what, severity: Severity::Warning }
    }
}

/// The mentions of one file while it is being read.
#[derive(Debug, Default)]
pub(crate) struct Mentions {
    pub keep: Keep,
    pub list: Vec<Mention>,
    /// How many there are.
    pub count: usize,
}

impl Mentions {
    /// The notes on someone without the sentences that say what must not be known and that nobody keeps.
    pub fn sifted(&mut self, place: &str, name: &str, text: &str) -> String {
        let mut left = String::with_capacity(text.len());
        for range in sentences(text) {
            let sentence = &text[range];
            let Some((what, words)) = mentioned(sentence.trim()) else {
                left.push_str(sentence);
                continue;
            };
            let kept = self.keep.has(self.count);
            if kept {
                left.push_str(sentence);
            }
            if self.list.len() < MENTIONS_MAX {
                let sentence = sentence.trim().chars().take(SENTENCE_MAX).collect();
                let (number, place, name) = (self.count, place.to_owned(), name.to_owned());
                self.list.push(Mention { number, place, name, words, sentence, what, kept });
            }
            self.count += 1;
        }
        left.trim().to_owned()
    }
}

/// What a sentence says that must not be known, and with which words: the first of it.
pub(crate) fn mentioned(sentence: &str) -> Option<(Protected, String)> {
    clauses(sentence)
        .find_map(of_clause)
        .or_else(|| of_words(sentence))
        .or_else(|| {
            Protected::of_unparted(sentence)
                .filter(|what| *what != Protected::Photo)
                .map(|what| (what, short(sentence)))
        })
        .or_else(|| of_lint(sentence))
}

/// Where the sentences of a text stand, their ends and the space after them included.
pub(crate) fn sentences(text: &str) -> Vec<Range<usize>> {
    let (mut found, mut start) = (Vec::new(), 0);
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, c)| *c);
        // "Dr. No" is cut in two, which does no harm; "3.5" is not.
        let ends = match c {
            '\n' | '。' | '！' | '？' => true,
            '.' | '!' | '?' | '؟' | '…' => next.is_none_or(char::is_whitespace),
            _ => false,
        };
        if ends {
            let mut end = at + c.len_utf8();
            while let Some((at, c)) = chars.next_if(|(_, c)| c.is_whitespace()) {
                end = at + c.len_utf8();
            }
            found.push(start..end);
            start = end;
        }
    }
    if start < text.len() {
        found.push(start..text.len());
    }
    found
}

fn clauses(sentence: &str) -> impl Iterator<Item = &str> {
    sentence
        .split([',', ';', '|', '•', '·', '、', '，', '(', ')', '–', '—'])
        .map(|clause| clause.trim().trim_end_matches(['.', '!', '。']))
}

/// "Date of birth: 3 May 1990", "Age 29", "female".
fn of_clause(clause: &str) -> Option<(Protected, String)> {
    if let Some((label, value)) =
        clause.split_once([':', '：']).filter(|(label, _)| label.split_whitespace().count() <= LABEL_WORDS)
    {
        let what = Protected::of(label.trim_start_matches(['-', '*', '+', ' ']));
        let is_about_a_person = |what: &Protected| match what {
            Protected::Age => numbers(value).any(|age| (14..100).contains(&age)),
            // "Docker image: …"
            Protected::Photo => label.split_whitespace().count() == 1,
            _ => !value.trim().is_empty(),
        };
        if let Some(what) = what.filter(is_about_a_person) {
            return Some((what, short(clause)));
        }
    }
    let words: Vec<String> = words(clause).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [word] if GENDERS.contains(&word) => Some((Protected::Gender, short(clause))),
        [word, age] if AGES.contains(&word) && age.parse().is_ok_and(|age: u32| (14..100).contains(&age)) => {
            Some((Protected::Age, short(clause)))
        }
        _ => None,
    }
}

/// "born in Kraków in 1990", "verheiratet", "photo attached".
fn of_words(sentence: &str) -> Option<(Protected, String)> {
    let words: Vec<String> = words(sentence).collect();
    let is = |list: &[&str], at: usize| list.contains(&words[at].as_str());
    (0..words.len()).find_map(|at| {
        let is_year = |word: &String| numbers(word).any(|year| (1920..2015).contains(&year));
        let year = || (at + 1..words.len().min(at + 8)).find(|at| is_year(&words[*at]));
        let enclosed = || (at + 1..words.len().min(at + 4)).find(|at| is(ENCLOSED, *at));
        let (what, until) = if is(BORN, at) {
            (Protected::BirthDate, year()?)
        } else if is(MARRIED, at) {
            (Protected::MaritalStatus, at)
        } else if is(PHOTOS, at) {
            (Protected::Photo, enclosed()?)
        } else {
            return None;
        };
        Some((what, words[at..=until].join(" ")))
    })
}

fn of_lint(sentence: &str) -> Option<(Protected, String)> {
    let found = lint::check(sentence, Language::English).into_iter().find_map(|finding| {
        let Kind::Protected(topic) = finding.kind else { return None };
        let what = match topic {
            Topic::Age => Protected::Age,
            Topic::Family | Topic::Pregnancy => Protected::Family,
            Topic::Orientation => Protected::Gender,
            Topic::Religion => Protected::Religion,
            Topic::Health | Topic::Disability | Topic::Military => Protected::Disability,
            Topic::Origin => Protected::Origin,
            // There are no fields for these either, but the issue of a column of them is not ours: a salary may be asked.
            Topic::Accent | Topic::Union | Topic::Politics | Topic::ArrestRecord | Topic::SalaryHistory => return None,
        };
        Some((what, finding.words))
    });
    // Whether someone may work here is asked of everyone.
    found.filter(|(what, words)| {
        let words = words.to_lowercase();
        *what != Protected::Origin || !["visa", "permit", "sponsor"].iter().any(|word| words.contains(word))
    })
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

fn numbers(text: &str) -> impl Iterator<Item = u32> {
    text.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok())
}

fn short(text: &str) -> String {
    workbench_tabular::shortened(text)
}
