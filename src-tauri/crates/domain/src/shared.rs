//! A scorecard as files carry it: one's own that is given to other programs, or another program's that was imported.
//!
//! An imported scorecard is evidence that stands beside; it enters no figure. Its ratings are of attributes, without our
//! questions and anchors, on a scale that only a table turns into ours ([`MAPPED`]): a mean over both would look exact and
//! mean nothing. So each rating keeps what was said there, beside the level that the table gives it.

mod beside;
mod choice;

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    answer::answers,
    candidate::Candidate,
    canonical,
    interview::Interview,
    kit::Competency,
    rating::{Level, Rating},
    scorecard::Recommendation,
};

pub use beside::{ImportedRating, ImportedScorecard, ImportedTogether, MappedValue, imported, source_words, together};
pub use choice::{MappingChoice, choose, chosen, unknown};

/// What our own scorecards say of where they come from.
pub const OWN: &str = "interview-workbench";

/// What other programs say, and the level that it is shown as. `no_decision` and an empty rating are no level.
pub const MAPPED: [(&str, u8); 5] = [("definitely_not", 1), ("no", 2), ("mixed", 3), ("yes", 4), ("strong_yes", 5)];
/// What other programs recommend, and what it is shown as. `no_decision` is no recommendation.
pub const MAPPED_OVERALL: [(&str, Recommendation); 4] = [
    ("definitely_not", Recommendation::StrongNo),
    ("no", Recommendation::No),
    ("yes", Recommendation::Yes),
    ("strong_yes", Recommendation::StrongYes),
];

/// A person as a file names one. Every text may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SharedPerson {
    /// The id there.
    pub id: String,
    /// The name.
    pub name: String,
    /// The e-mail address.
    pub email: String,
}

/// One rating of it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SharedRating {
    /// What kind of thing was rated: a competency for our questions, else what the other program says.
    pub kind: String,
    /// What was rated: a question, a skill.
    pub name: String,
    /// The rating as it was said there; empty where it was left open.
    pub said: String,
    /// The level that it is shown as; none where it is no rating, or one that no table has.
    #[ts(type = "1 | 2 | 3 | 4 | 5 | null")]
    pub level: Option<Level>,
    /// What was noted on it.
    pub note: String,
}

/// A question of it with its answer in words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SharedAnswer {
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: String,
}

/// A submitted scorecard as files carry it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SharedScorecard {
    /// The program that it comes from: [`OWN`], `greenhouse`, `table`.
    pub source: String,
    /// Its id there.
    pub id: String,
    /// Who was interviewed.
    pub candidate: SharedPerson,
    /// Who judged.
    pub interviewer: SharedPerson,
    /// What the interview is called.
    pub interview: String,
    /// When it was held.
    #[ts(type = "Timestamp | null")]
    pub held_at: Option<Timestamp>,
    /// When the scorecard was submitted.
    #[ts(type = "Timestamp | null")]
    pub submitted_at: Option<Timestamp>,
    /// The recommendation as it was said there; empty where there is none.
    pub overall_said: String,
    /// The recommendation that it is shown as.
    pub overall: Option<Recommendation>,
    /// Why.
    pub reason: String,
    /// Its ratings, in its order.
    pub ratings: Vec<SharedRating>,
    /// What was asked and answered in words, in its order.
    pub answers: Vec<SharedAnswer>,
}

/// What a value of another scale is shown as.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Mapping {
    /// Whether it is the recommendation, or a rating.
    pub overall: bool,
    /// What was said there.
    pub said: String,
    /// What it is shown as, in words: `4 Above`, `Strong yes`, `no level`.
    pub shown: String,
    /// The level; none for a recommendation, and where it has none.
    #[ts(type = "1 | 2 | 3 | 4 | 5 | null")]
    pub level: Option<Level>,
    /// The recommendation; none for a rating, and where it is none.
    pub recommendation: Option<Recommendation>,
    /// Whether a person may say what it is shown as: another scale's word, not ours and not one that leaves open.
    pub choose: bool,
}

/// The level that the table gives what was said, or that it is already.
#[must_use]
pub fn level_of(said: &str) -> Option<Level> {
    let mapped = MAPPED.iter().find(|(word, _)| *word == said).map(|(_, level)| *level);
    Level::new(mapped.or_else(|| said.parse().ok())?)
}

/// The recommendation that the table gives what was said, or that it is already.
#[must_use]
pub fn overall_of(said: &str) -> Option<Recommendation> {
    let mapped = MAPPED_OVERALL.iter().find(|(word, _)| *word == said).map(|(_, recommendation)| *recommendation);
    mapped.or_else(|| Recommendation::from_code(said))
}

/// Whether what was said is known to be no rating, so that having no level is right.
#[must_use]
pub fn is_left_open(said: &str) -> bool {
    matches!(said, "" | "no_decision" | "not_asked" | "could_not_judge")
}

/// The table that was used, as it is shown: every value that these say, once, ratings first, the
/// lowest of the table first: a line stays where it is while a person changes what it is shown as.
#[must_use]
pub fn mapping<'a>(scorecards: impl IntoIterator<Item = &'a SharedScorecard>) -> Vec<Mapping> {
    let mut found: BTreeMap<(bool, u8, &str), Mapping> = BTreeMap::new();
    for one in scorecards {
        let foreign = one.source != OWN;
        for rating in one.ratings.iter().filter(|rating| !rating.said.is_empty()) {
            let (said, level) = (rating.said.clone(), rating.level);
            let shown = level.map_or_else(|| "no level".to_owned(), |level| Rating::Level(level).words());
            let choose = foreign && !is_left_open(&said);
            let line = Mapping { overall: false, said, shown, level, recommendation: None, choose };
            found.insert((false, level_of(&rating.said).map_or(9, Level::number), &rating.said), line);
        }
        if !one.overall_said.is_empty() {
            let (said, recommendation) = (one.overall_said.clone(), one.overall);
            let place = overall_of(&one.overall_said);
            let place = place.and_then(|it| Recommendation::ALL.iter().position(|other| *other == it));
            let shown = recommendation.map_or("no recommendation", Recommendation::words).to_owned();
            let choose = foreign && !is_left_open(&said);
            let line = Mapping { overall: true, said, shown, level: None, recommendation, choose };
            found
                .insert((true, place.and_then(|place| u8::try_from(place).ok()).unwrap_or(9), &one.overall_said), line);
        }
    }
    found.into_values().collect()
}

impl SharedScorecard {
    /// One's own submitted scorecard: its first version, which counts. A rating for each question; its notes beside it.
    /// Hidden notes have no words here.
    #[must_use]
    pub fn of(interview: &Interview, candidate: &Candidate, email: &str) -> Self {
        let scorecard = &interview.scorecard;
        let rating = |answer: crate::answer::Answer| SharedRating {
            kind: answer.competency,
            name: answer.title,
            said: answer.rating.map(Rating::code).unwrap_or_default(),
            level: answer.rating.and_then(Rating::level),
            note: answer.entries.iter().map(|entry| entry.text.as_str()).collect::<Vec<_>>().join("\n"),
        };
        Self {
            source: OWN.to_owned(),
            id: interview.id.to_string(),
            candidate: SharedPerson {
                id: candidate.id.to_string(),
                name: candidate.name.clone(),
                email: email.to_owned(),
            },
            interviewer: SharedPerson {
                id: interview.interviewer.id.to_string(),
                name: interview.interviewer.name.clone(),
                email: String::new(),
            },
            interview: interview.content.kit.title.clone(),
            held_at: Some(interview.held_at()),
            submitted_at: scorecard.submitted_at,
            overall_said: scorecard.recommendation.map(Recommendation::code).unwrap_or_default().to_owned(),
            overall: scorecard.recommendation,
            reason: scorecard.reason.clone(),
            ratings: answers(interview).into_iter().map(rating).collect(),
            answers: Vec::new(),
        }
    }

    /// The program it comes from, as it is named on screen.
    #[must_use]
    pub fn source_words(&self) -> &str {
        source_words(&self.source)
    }

    /// SHA-256 over its canonical form.
    #[must_use]
    pub fn hash(&self) -> String {
        canonical::hash(self)
    }
}

/// What imported scorecards say that belongs beside a competency. Our own name it by its id; of another program's scorecard
/// those ratings that bear its name, and all of them where none does, since nobody said what they are about.
#[must_use]
pub fn beside_competency(imported: &[SharedScorecard], competency: &Competency) -> Vec<SharedScorecard> {
    let name = competency.name.to_lowercase();
    let named = |one: &SharedScorecard, rating: &SharedRating| {
        if one.source == OWN {
            return rating.kind == competency.id.as_str();
        }
        rating.name.trim().to_lowercase() == name || rating.kind.trim().to_lowercase() == name
    };
    let part = |one: &SharedScorecard| {
        let about: Vec<SharedRating> = one.ratings.iter().filter(|rating| named(one, rating)).cloned().collect();
        let ratings = match (one.source == OWN, about.is_empty()) {
            (true, true) => return None,
            (false, true) => one.ratings.clone(),
            _ => about,
        };
        Some(SharedScorecard { ratings, answers: Vec::new(), ..one.clone() })
    };
    imported.iter().filter_map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        interview::InterviewState,
        testing::{interview, record},
    };

    #[test]
    fn the_table_maps_every_value_of_the_other_scale_and_ours_is_itself() {
        let levels =
            ["definitely_not", "no", "mixed", "yes", "strong_yes", "1", "5"].map(|s| level_of(s).map(Level::number));
        assert_eq!(levels, [1, 2, 3, 4, 5, 1, 5].map(Some));
        for said in ["", "no_decision", "not_asked", "could_not_judge"] {
            assert_eq!((level_of(said), is_left_open(said)), (None, true), "{said}");
        }
        for said in ["0", "6", "maybe", "YES!"] {
            assert_eq!((level_of(said), is_left_open(said)), (None, false), "{said}");
        }
        let overall = ["definitely_not", "no", "yes", "strong_yes", "strong_no"].map(overall_of);
        use Recommendation::{No, StrongNo, StrongYes, Yes};
        assert_eq!(overall, [Some(StrongNo), Some(No), Some(Yes), Some(StrongYes), Some(StrongNo)]);
        assert_eq!(overall_of("mixed"), None, "a recommendation has no middle");
    }

    #[test]
    fn the_table_that_was_used_is_told_once_each_value() {
        let rating =
            |said: &str| SharedRating { said: said.to_owned(), level: level_of(said), ..SharedRating::default() };
        let one = SharedScorecard {
            source: "greenhouse".to_owned(),
            overall_said: "no_decision".to_owned(),
            ratings: ["yes", "mixed", "yes", "maybe", ""].map(rating).to_vec(),
            ..SharedScorecard::default()
        };
        let told: Vec<String> = mapping([&one, &one]).into_iter().map(|m| format!("{}={}", m.said, m.shown)).collect();
        assert_eq!(told, ["mixed=3 Meets", "yes=4 Above", "maybe=no level", "no_decision=no recommendation"]);
        let together = |all: &[SharedScorecard]| together(&imported(all));
        assert_eq!(
            together(&[one]).unwrap().words(),
            "one scorecard imported from Greenhouse stands beside the others and enters no figure (mapped: mixed shown as 3 \
             Meets, yes shown as 4 Above, maybe shown as no level)."
        );
        assert_eq!(together(&[]), None);
        let other = |source: &str| SharedScorecard { source: source.to_owned(), ..SharedScorecard::default() };
        assert_eq!(
            together(&[other("table"), other(OWN)]).unwrap().words(),
            "2 scorecards imported from elsewhere stand beside the others and enter no figure."
        );
    }

    #[test]
    fn beside_a_competency_stands_what_bears_its_name_or_what_nobody_said_what_it_is_about() {
        let craft = record("Ana", vec![]).role.competencies[0].clone();
        let one = |source: &str, ratings: &[(&str, &str)]| SharedScorecard {
            source: source.to_owned(),
            ratings: ratings
                .iter()
                .map(|(kind, name)| SharedRating {
                    kind: (*kind).into(),
                    name: (*name).into(),
                    ..SharedRating::default()
                })
                .collect(),
            ..SharedScorecard::default()
        };
        let id = craft.id.as_str();
        for (scorecard, names) in [
            (one(OWN, &[(id, "Locks"), ("other", "Talk")]), Some(vec!["Locks"])),
            (one(OWN, &[("other", "Talk")]), None),
            (one("greenhouse", &[("Skills", " CRAFT"), ("Skills", "SQL")]), Some(vec![" CRAFT"])),
            (one("table", &[("craft", "Locks"), ("", "SQL")]), Some(vec!["Locks"])),
            (one("greenhouse", &[("Skills", "Rust"), ("Skills", "SQL")]), Some(vec!["Rust", "SQL"])),
        ] {
            let found = beside_competency(std::slice::from_ref(&scorecard), &craft);
            let said =
                found.first().map(|one| one.ratings.iter().map(|rating| rating.name.as_str()).collect::<Vec<_>>());
            assert_eq!(said, names, "{scorecard:?}");
        }
    }

    #[test]
    fn an_own_scorecard_carries_a_rating_a_question() {
        let ana = record("Ana", vec![interview("Ida", InterviewState::Submitted, ["4", "not_asked", "-"])]);
        let made = SharedScorecard::of(&ana.interviews[0], &ana.candidate, "ana@example.org");
        let said: Vec<_> = made.ratings.iter().map(|r| (r.said.as_str(), r.level.map(Level::number))).collect();
        assert_eq!(said, [("4", Some(4)), ("not_asked", None), ("", None)]);
        assert!(made.ratings[0].note.len() > 1 && made.source == OWN && made.candidate.email == "ana@example.org");
    }
}
