//! Finds names and words in what people wrote, however they wrote them: in either case, with or without accents, with the
//! endings that a language gives them.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A text whose letters can be compared, each with where it stands.
pub(crate) struct Folded {
    letters: Vec<(char, usize)>,
    end: usize,
}

/// Something to look for.
pub(crate) struct Sought {
    letters: Vec<char>,
    /// Whether it may be part of a longer word: scripts without spaces, or with particles written to the word.
    inside: bool,
    /// Whether a word may go on behind it: long names take endings.
    endings: bool,
    /// Whether it must begin with a capital, as a name of three letters does and a little word does not.
    capital: bool,
    /// Whether a word that begins with a capital must follow, as a name does behind a title.
    title: bool,
}

fn fold(c: char) -> impl Iterator<Item = char> {
    let plain = match c {
        'đ' | 'Đ' => 'd',
        'ø' | 'Ø' => 'o',
        'ł' | 'Ł' => 'l',
        'ı' => 'i',
        '’' => '\'',
        c => c,
    };
    // A lower-case letter may itself have marks.
    plain.nfkd().flat_map(char::to_lowercase).nfd().filter(|c| !is_combining_mark(*c)).collect::<Vec<_>>().into_iter()
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// Letters of a script whose words stand apart and take nothing before them.
fn stands_apart(c: char) -> bool {
    matches!(u32::from(c), 0..=0x058F | 0x10A0..=0x10FF | 0x1C80..=0x1CBF | 0x1E00..=0x1FFF | 0x2C60..=0x2C7F | 0xA720..=0xA7FF)
}

impl Folded {
    pub(super) fn new(text: &str) -> Self {
        let letters = text.char_indices().flat_map(|(at, c)| fold(c).map(move |folded| (folded, at)));
        Self { letters: letters.collect(), end: text.len() }
    }

    fn at(&self, place: usize) -> usize {
        self.letters.get(place).map_or(self.end, |(_, at)| *at)
    }

    /// Every place of what is sought, as bytes of the text.
    pub(super) fn find(&self, text: &str, sought: &Sought) -> Vec<(usize, usize)> {
        let wanted = &sought.letters;
        let mut found = Vec::new();
        let mut place = 0;
        while !wanted.is_empty() && place + wanted.len() <= self.letters.len() {
            let here = &self.letters[place..place + wanted.len()];
            if here.iter().map(|(c, _)| c).eq(wanted) {
                let (start, end) = (self.at(place), self.at(place + wanted.len()));
                if let Some(end) = fits(text, (start, end), sought) {
                    found.push((start, end));
                    place += wanted.len();
                    continue;
                }
            }
            place += 1;
        }
        found
    }
}

/// Where the word that begins here ends, if it is what is sought.
fn fits(text: &str, (start, mut end): (usize, usize), sought: &Sought) -> Option<usize> {
    // Marks belong to the letter before.
    end += text[end..].chars().take_while(|c| is_combining_mark(*c)).map(char::len_utf8).sum::<usize>();
    if sought.capital && !text[start..].chars().next().is_some_and(char::is_uppercase) {
        return None;
    }
    if sought.inside {
        return Some(end);
    }
    if text[..start].chars().next_back().is_some_and(is_word) {
        return None;
    }
    if sought.title && !before_a_name(&text[end..]) {
        return None;
    }
    let more: usize = text[end..].chars().take_while(|c| is_word(*c)).map(char::len_utf8).sum();
    (more == 0 || sought.endings).then_some(end + more)
}

/// Whether a word that is not in lower case follows, behind a full stop or none. Many scripts have no capitals.
fn before_a_name(rest: &str) -> bool {
    let rest = rest.strip_prefix('.').unwrap_or(rest);
    let next = rest.trim_start();
    next.len() < rest.len() && next.chars().next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
}

impl Sought {
    fn new(text: &str, name: bool) -> Self {
        let letters: Vec<char> = text.chars().flat_map(fold).collect();
        let own_script = text.chars().filter(|c| c.is_alphabetic()).all(stands_apart);
        let capital = name && letters.len() <= 3 && text.chars().next().is_some_and(char::is_uppercase);
        Self { inside: !own_script, endings: name && letters.len() > 4, capital, title: false, letters }
    }

    /// Whether both look for the same letters.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.letters == other.letters
    }

    /// A name as a whole, and none of its parts.
    pub(crate) fn whole(name: &str) -> Self {
        Self::new(name, true)
    }

    /// Whether it stands anywhere in a text.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        !Folded::new(text).find(text, self).is_empty()
    }

    /// A word or some words, as they are.
    pub(super) fn words(text: &str) -> Self {
        Self::new(text, false)
    }

    /// A title that is another word as well: only with a capital, and before a name.
    pub(super) fn title(text: &str) -> Self {
        Self { capital: true, title: true, ..Self::new(text, false) }
    }

    /// A name: as a whole, then each of its parts.
    pub(super) fn name(name: &str) -> Vec<Self> {
        let all = std::iter::once(name.trim()).chain(parts(name));
        all.map(|part| Self::new(part, true)).filter(|sought| !sought.letters.is_empty()).collect()
    }
}

/// The parts of a name that are long enough to be one alone: the given, the family name, and each half of a double one.
/// Particles such as "de" are none.
pub(crate) fn parts(name: &str) -> Vec<&str> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let particle = |part: &str| part.chars().count() <= 3 && part.chars().all(char::is_lowercase);
    let long = |part: &&str| part.chars().filter(|c| c.is_alphanumeric()).count() > 1 && !particle(part);
    let mut all = Vec::new();
    if words.len() > 1 {
        all.extend(words.iter().copied().filter(long));
    }
    for word in words {
        all.extend(word.split(['-', '‐']).filter(|piece| *piece != word).filter(long));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(name: &str, text: &'t str) -> Vec<&'t str> {
        let folded = Folded::new(text);
        let mut all: Vec<(usize, usize)> =
            Sought::name(name).iter().flat_map(|sought| folded.find(text, sought)).collect();
        all.sort_unstable();
        all.dedup();
        all.into_iter().map(|(start, end)| &text[start..end]).collect()
    }

    #[test]
    fn a_name_is_found_as_people_write_it() {
        for (name, text, expected) in [
            ("Ana Ruiz", "ANA said; Ruiz's design. Banana, Anastasia.", vec!["ANA", "Ruiz"]),
            (
                "Márta Szőke-Brânduș",
                "Marta and Brandus, szőke-brândușnak",
                vec!["Marta", "Brandus", "szőke-brândușnak", "brândușnak"],
            ),
            ("Jan Kowalski", "Kowalskiego; january; Jan", vec!["Kowalskiego", "Jan"]),
            ("Zoë Đorđević", "Zoe Dordevic", vec!["Zoe Dordevic", "Zoe", "Dordevic"]),
            ("Nguyễn Văn An", "an answer by An about van der Waals", vec!["An"]),
            ("Ludwig van Beethoven", "the van of Beethoven", vec!["Beethoven"]),
            ("山田 太郎", "山田さんは", vec!["山田"]),
            ("山田太郎", "と山田太郎は", vec!["山田太郎"]),
            ("ليلى حسن", "وليلى قالت", vec!["ليلى"]),
            ("प्रिया शर्मा", "प्रियाने कहा", vec!["प्रिया"]),
        ] {
            let mut found = found(name, text);
            found.retain(|one| expected.contains(one));
            let mut sorted = expected.clone();
            sorted.retain(|one| found.contains(one));
            assert_eq!(sorted.len(), expected.len(), "{name} in {text}: {found:?}");
        }
        assert_eq!(found("Ana Ruiz", "Banana, Anastasia, an analysis"), [""; 0]);
        assert_eq!(found("Nguyễn Văn An", "an answer"), [""; 0]);
    }
}
