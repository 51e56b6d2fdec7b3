//! What in the free text of a packet may say what its reader is not to know. Each mention is proposed, with its place, and a
//! person decides it: only then is the packet made.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    canonical,
    lint::{self, Kind, Language},
    packet::{
        Packet,
        search::{Folded, Sought},
    },
};

const PRONOUNS: [&str; 1] = [include_str!("words/pronouns.en.txt")];
const COMPARING: [&str; 1] = [include_str!("words/comparing.en.txt")];
/// So many characters stand on either side of what was found.
const AROUND: usize = 60;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MentionKind {
    /// A name of the candidate, or a part of it.
    Name,
    /// A word that says of which sex the candidate is.
    Pronoun,
    /// Words of a topic that the law protects, such as where somebody comes from.
    Topic,
    /// A name of an interviewer, or a part of it.
    Interviewer,
    /// A name of another candidate, or a part of it.
    OtherCandidate,
    /// A sentence that compares with other candidates.
    Comparison,
    /// Words that a person asked for, such as an employer or a project.
    Asked,
}

impl MentionKind {
    fn is_name(self) -> bool {
        matches!(self, Self::Name | Self::Interviewer | Self::OtherCandidate)
    }
}

/// A place in the free text that a person must decide on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Mention {
    /// Names it: from the place, the whole text there and what was found, so that it fits nothing else.
    pub key: String,
    /// What it is.
    pub kind: MentionKind,
    /// Where it stands, in words.
    pub place: String,
    /// What stands before it.
    pub before: String,
    /// The words.
    pub found: String,
    /// What stands after it.
    pub after: String,
    /// What is proposed in its place.
    pub proposed: String,
}

/// What a person decided about a mention.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MentionDecision {
    /// The mention.
    pub key: String,
    /// Whether its words are replaced; else they stay.
    pub replace: bool,
    /// With what; with what was proposed when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub with: Option<String>,
}

/// What stands in the place of something that is found.
struct Instead {
    kind: MentionKind,
    proposed: String,
}

/// What is looked for, and what is proposed in its place.
struct Wanted {
    sought: Sought,
    instead: Instead,
}

/// Everything that is looked for.
#[derive(Default)]
pub(super) struct Search {
    wanted: Vec<Wanted>,
    /// Words of a topic that the law protects, which the look at notes knows (`lint`), where they are looked for.
    topics: Option<Instead>,
    /// Texts that are names by themselves, in the fields that have them: nobody is asked about those.
    fields: Vec<String>,
}

fn lines(lists: &[&'static str]) -> impl Iterator<Item = &'static str> {
    let lines: Vec<&str> = lists.iter().flat_map(|list| list.lines()).collect();
    lines.into_iter().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

impl Search {
    /// Whoever has this name is called otherwise.
    pub(super) fn name(&mut self, kind: MentionKind, name: &str, proposed: &str) {
        Sought::name(name).into_iter().for_each(|sought| self.sought(kind, sought, proposed));
    }

    /// The same, but for what is a name, or a part of one, of somebody else.
    pub(super) fn name_but(&mut self, kind: MentionKind, name: &str, proposed: &str, but: &[Sought]) {
        let all = Sought::name(name).into_iter().filter(|sought| !but.iter().any(|one| one.is_same(sought)));
        all.for_each(|sought| self.sought(kind, sought, proposed));
    }

    /// What is in a text, as bytes of it, with what is proposed.
    pub(super) fn names(&self, text: &str) -> Vec<(usize, usize, &str)> {
        let places = self.places(text).into_iter();
        places.map(|(start, end, instead)| (start, end, instead.proposed.as_str())).collect()
    }

    /// A field that has nothing but this name is as it must be.
    pub(super) fn field(&mut self, name: &str) {
        self.fields.push(name.to_owned());
    }

    pub(super) fn words(&mut self, kind: MentionKind, words: &str, proposed: &str) {
        self.sought(kind, Sought::words(words.trim()), proposed);
    }

    pub(super) fn pronouns(&mut self) {
        for (found, proposed) in lines(&PRONOUNS).filter_map(|line| line.split_once('=')) {
            match found.trim().strip_suffix('…') {
                None => self.words(MentionKind::Pronoun, found, proposed.trim()),
                Some(title) => self.sought(MentionKind::Pronoun, Sought::title(title.trim()), proposed.trim()),
            }
        }
    }

    /// Words that say where somebody comes from, what they believe and the like.
    pub(super) fn topics(&mut self, left_out: &str) {
        self.topics = Some(Instead { kind: MentionKind::Topic, proposed: left_out.to_owned() });
    }

    fn sought(&mut self, kind: MentionKind, sought: Sought, proposed: &str) {
        self.wanted.push(Wanted { sought, instead: Instead { kind, proposed: proposed.to_owned() } });
    }

    pub(super) fn comparing(&mut self, left_out: &str) {
        lines(&COMPARING).for_each(|words| self.words(MentionKind::Comparison, words, left_out));
    }

    /// What is in a text: the earlier first, of two that begin together the longer one.
    fn places(&self, text: &str) -> Vec<(usize, usize, &Instead)> {
        let folded = Folded::new(text);
        let mut all: Vec<(usize, usize, &Instead)> = Vec::new();
        for Wanted { sought, instead } in &self.wanted {
            for (start, end) in folded.find(text, sought) {
                let (start, end) = match instead.kind {
                    MentionKind::Comparison => sentence(text, start, end),
                    _ => (start, end),
                };
                all.push((start, end, instead));
            }
        }
        if let Some(instead) = &self.topics {
            let found = lint::check(text, Language::English).into_iter();
            let topics = found.filter(|finding| matches!(finding.kind, Kind::Protected(_)));
            all.extend(topics.map(|finding| (finding.start, finding.end, instead)));
        }
        all.sort_by_key(|(start, end, _)| (*start, std::cmp::Reverse(*end)));
        let mut kept: Vec<(usize, usize, &Instead)> = Vec::new();
        for one in all {
            // A part of a name within the whole name, and a sentence that compares twice, are one mention.
            let within = kept.iter().any(|(start, end, before)| {
                let sentence = before.kind == MentionKind::Comparison && one.2.kind != MentionKind::Comparison;
                one.0 >= *start && one.0 < *end && !sentence
            });
            if !within {
                kept.push(one);
            }
        }
        joined(text, kept)
    }
}

/// The parts of one name that stand together are one mention.
fn joined<'w>(text: &str, all: Vec<(usize, usize, &'w Instead)>) -> Vec<(usize, usize, &'w Instead)> {
    let mut joined: Vec<(usize, usize, &Instead)> = Vec::with_capacity(all.len());
    for (start, end, instead) in all {
        match joined.last_mut() {
            Some((_, last, before))
                if before.kind == instead.kind
                    && before.kind.is_name()
                    && before.proposed == instead.proposed
                    && text
                        .get(*last..start)
                        .is_some_and(|between| between.trim_matches([' ', '-', '\u{a0}']).is_empty()) =>
            {
                *last = end;
            }
            _ => joined.push((start, end, instead)),
        }
    }
    joined
}

/// The sentence that these bytes stand in.
fn sentence(text: &str, start: usize, end: usize) -> (usize, usize) {
    let ends = ['.', '!', '?', '\n', '。', '؟', '।'];
    let from = text[..start].rfind(ends).map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    let from = from + (text[from..start].len() - text[from..start].trim_start().len());
    let to = text[end..].find(ends).map_or(text.len(), |at| {
        let at = end + at;
        // The line goes on where it ends.
        at + text[at..].chars().next().filter(|c| *c != '\n').map_or(0, char::len_utf8)
    });
    (from, to)
}

pub(super) fn as_written(found: &str, proposed: &str) -> String {
    let mut letters = proposed.chars();
    match letters.next() {
        Some(first) if found.chars().next().is_some_and(char::is_uppercase) => {
            first.to_uppercase().chain(letters).collect()
        }
        _ => proposed.to_owned(),
    }
}

/// Looks at every text, replaces what was decided to be, and returns every mention and how many are undecided.
pub(super) fn settle(packet: &mut Packet, search: &Search, decisions: &[MentionDecision]) -> (Vec<Mention>, usize) {
    // The panel's own packet, the common one, is not looked through letter by letter.
    if search.wanted.is_empty() && search.topics.is_none() {
        return (Vec::new(), 0);
    }
    let mut mentions = Vec::new();
    let mut undecided = 0;
    let mut number = 0_u32;
    packet.each_text(|place, text| {
        number += 1;
        if search.fields.contains(text) {
            return;
        }
        let places = search.places(text);
        if places.is_empty() {
            return;
        }
        let hash = canonical::hash_bytes(text.as_bytes());
        let mut written = String::with_capacity(text.len());
        let mut at = 0;
        for (start, end, instead) in places {
            let found = &text[start..end];
            let key = canonical::hash_bytes(format!("{number} {start} {end} {hash}").as_bytes())[..16].to_owned();
            let before = text[..start].char_indices().rev().nth(AROUND).map_or(0, |(at, _)| at);
            let after = text[end..].char_indices().nth(AROUND).map_or(text.len(), |(at, _)| end + at);
            let proposed = as_written(found, &instead.proposed);
            match decisions.iter().find(|decision| decision.key == key) {
                // Within a sentence that is replaced as a whole.
                _ if start < at => {}
                None => undecided += 1,
                Some(decision) if decision.replace => {
                    written.push_str(&text[at..start]);
                    written.push_str(decision.with.as_deref().unwrap_or(&proposed));
                    at = end;
                }
                Some(_) => {}
            }
            mentions.push(Mention {
                key,
                kind: instead.kind,
                place: place.to_owned(),
                before: text[before..start].to_owned(),
                found: found.to_owned(),
                after: text[end..after].to_owned(),
                proposed,
            });
        }
        written.push_str(&text[at..]);
        *text = written;
    });
    (mentions, undecided)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_that_is_another_word_as_well_counts_before_a_name_alone() {
        let mut search = Search::default();
        search.pronouns();
        for (text, expected) in [
            ("Probe 1 (what did the tests find or miss): about 200 cases", &[][..]),
            ("Miss Kowalska said; MISS KOWALSKA; Miss 山田", &["Miss", "MISS", "Miss"]),
            ("They miss Kafka. Miss the deadline and lose", &[]),
            ("40 ms Python; 40 ms", &[]),
            ("Ms. Żaneta and Ms Lee, a hit or a miss. Python", &["Ms", "Ms"]),
            // No other word is meant by these.
            ("mr kowalski; yes, sir", &["mr", "sir"]),
        ] {
            let found: Vec<_> = search.places(text).iter().map(|(start, end, _)| &text[*start..*end]).collect();
            assert_eq!(found, expected, "{text}");
            assert!(search.places(text).iter().all(|(_, _, instead)| instead.proposed == "[title]"), "{text}");
        }
    }

    #[test]
    fn words_of_a_protected_topic_are_proposed_and_engineers_english_is_not() {
        let mut search = Search::default();
        search.topics("[left out]");
        for (text, expected) in [
            ("Has two kids. Said the native module had a race condition.", &["Has two kids"][..]),
            ("His Polish accent was strong; the Polish locale test failed.", &["His Polish accent"]),
            ("Seemed smart, not a culture fit.", &[]),
        ] {
            let found: Vec<_> = search.places(text).iter().map(|(start, end, _)| &text[*start..*end]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
