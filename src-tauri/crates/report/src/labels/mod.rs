//! What the documents print in words of ours: one table a language, each a file in `labels/`.

mod cautions;
mod plural;
#[cfg(test)]
mod read;
mod written;

use std::{
    collections::HashMap,
    fmt::{self, Display, Write as _},
    str::FromStr,
    sync::LazyLock,
};

use plural::{Form, Plural};
use workbench_domain::packet::StandIns;

/// A text, or its forms by the names that CLDR has for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Text {
    One(&'static str),
    Forms(&'static [(&'static str, &'static str)]),
}

/// The texts of a file, each with its key.
type Texts = &'static [(&'static str, Text)];

/// The files, by their language's tag.
const FILES: &[(&str, Texts)] = include!(concat!(env!("OUT_DIR"), "/labels.rs"));

static ALL: LazyLock<Vec<Labels>> =
    LazyLock::new(|| FILES.iter().map(|(tag, texts)| Labels::new(tag, texts)).collect());

/// The one table that is complete.
static ENGLISH: LazyLock<&'static Labels> = LazyLock::new(|| {
    static NOTHING: LazyLock<Labels> = LazyLock::new(|| Labels::new("en", &[]));
    ALL.iter().find(|labels| labels.tag == "en").unwrap_or(&NOTHING)
});

/// How everything that is printed gets at its words.
pub(crate) type Say = &'static Labels;

/// The language that a document is printed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Language(Say);

impl Language {
    /// Every language that there is a table for.
    pub fn all() -> impl Iterator<Item = Self> {
        ALL.iter().map(Self)
    }

    /// Its tag (BCP 47), such as `en`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        self.0.tag
    }

    /// What stands in the place of what a packet's reader is not to know.
    #[must_use]
    pub fn stand_ins(self) -> StandIns {
        self.0.stand_ins()
    }

    pub(crate) fn say(self) -> Say {
        self.0
    }
}

impl Default for Language {
    fn default() -> Self {
        Self(*ENGLISH)
    }
}

/// A tag that no language at hand has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "Documents cannot be printed in the language “{}”. There are: {}.",
    workbench_domain::text::isolate(.0),
    Language::all().map(Language::tag).collect::<Vec<_>>().join(", ")
)]
pub struct UnknownLanguage(String);

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(tag: &str) -> Result<Self, Self::Err> {
        Self::all().find(|one| one.tag().eq_ignore_ascii_case(tag)).ok_or_else(|| UnknownLanguage(tag.to_owned()))
    }
}

/// The words of one language.
#[derive(Debug)]
pub(crate) struct Labels {
    tag: &'static str,
    plural: Plural,
    texts: HashMap<&'static str, Text>,
}

/// Two tables of one language are the same.
impl PartialEq for Labels {
    fn eq(&self, other: &Self) -> bool {
        self.tag == other.tag
    }
}

impl Eq for Labels {}

impl Labels {
    fn new(tag: &'static str, texts: Texts) -> Self {
        let mut texts: HashMap<&str, Text> = texts.iter().copied().collect();
        // A test looks at what each file has there.
        let plural = match texts.remove("language.plural") {
            Some(Text::One(rule)) => rule.parse().unwrap_or(Plural::One),
            _ => Plural::One,
        };
        Self { tag, plural, texts }
    }

    pub(crate) fn stand_ins(&self) -> StandIns {
        let words = |key: &str| self.text(key).to_owned();
        StandIns {
            candidate: words("hidden.candidate"),
            interviewer: words("hidden.interviewer"),
            an_interviewer: words("hidden.an_interviewer"),
            another_candidate: words("hidden.another_candidate"),
            left_out: words("hidden.left_out"),
        }
    }

    /// The language's tag.
    pub(crate) fn tag(&self) -> &str {
        self.tag
    }

    /// The text of a key; in English where this language lacks it. A test sees to it that there is one.
    pub(crate) fn text<'a>(&self, key: &'a str) -> &'a str {
        match self.found(key) {
            Some((_, Text::One(text))) => text,
            _ => key,
        }
    }

    /// The same with its blanks filled in.
    pub(crate) fn with(&self, key: &str, blanks: &[(&str, &dyn Display)]) -> String {
        fill(self.text(key), blanks)
    }

    /// The form that goes with a number, which fills the blank `n`.
    pub(crate) fn count(&self, key: &str, number: u32) -> String {
        self.count_with(key, number, &[])
    }

    /// The form that goes with a number, with other blanks filled in as well.
    pub(crate) fn count_with(&self, key: &str, number: u32, blanks: &[(&str, &dyn Display)]) -> String {
        let (plural, text) = match self.found(key) {
            Some((labels, text)) => (labels.plural, text),
            None => return key.to_owned(),
        };
        let text = match text {
            Text::One(text) => text,
            Text::Forms(forms) => {
                let of = |form: Form| forms.iter().find(|(name, _)| *name == form.name()).map(|(_, text)| *text);
                of(plural.form(number)).or_else(|| of(Form::Other)).unwrap_or(key)
            }
        };
        let n = self.whole(number);
        let mut all: Vec<(&str, &dyn Display)> = vec![("n", &n)];
        all.extend(blanks);
        fill(text, &all)
    }

    fn found(&self, key: &str) -> Option<(&Self, Text)> {
        let own = self.texts.get(key).map(|text| (self, *text));
        own.or_else(|| ENGLISH.texts.get(key).map(|text| (*ENGLISH, *text)))
    }

    /// Texts one after another.
    pub(crate) fn list<T: AsRef<str>>(&self, all: &[T]) -> String {
        all.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(self.text("list.comma"))
    }
}

/// Puts what stands for each `{name}` in its place, once: what is put in may have braces of its own.
fn fill(text: &str, blanks: &[(&str, &dyn Display)]) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let found = after.split_once('}').and_then(|(name, rest)| {
            let (_, value) = blanks.iter().find(|(blank, _)| *blank == name)?;
            Some((value, rest))
        });
        match found {
            Some((value, after)) => {
                let _ = write!(out, "{value}");
                rest = after;
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

#[cfg(test)]
pub(crate) mod tests;
