//! A scorecard as files carry it: one's own that is given to other programs, or another program's that was imported.
//!
//! An imported scorecard is evidence that stands beside; it enters no figure. Its ratings are of attributes, without our
//! questions and anchors, on a scale that only a table turns into ours ([`MAPPED`]): a mean over both would look exact and
//! mean nothing. So each rating keeps what was said there, beside the level that the table gives it.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    answer::answers,
    candidate::Candidate,
    canonical,
    interview::Interview,
    rating::{Level, Rating},
    scorecard::Recommendation,
    text::isolate,
};

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

/// The table that was used, as it is shown: every value that these say, once, ratings first, the lowest first.
#[must_use]
pub fn mapping<'a>(scorecards: impl IntoIterator<Item = &'a SharedScorecard>) -> Vec<Mapping> {
    let mut found: BTreeMap<(bool, u8, &str), String> = BTreeMap::new();
    for one in scorecards {
        for rating in one.ratings.iter().filter(|rating| !rating.said.is_empty()) {
            let shown = rating.level.map_or_else(|| "no level".to_owned(), |level| Rating::Level(level).words());
            found.insert((false, rating.level.map_or(9, Level::number), &rating.said), shown);
        }
        if !one.overall_said.is_empty() {
            let place = one.overall.and_then(|it| Recommendation::ALL.iter().position(|other| *other == it));
            let shown = one.overall.map_or("no recommendation", Recommendation::words).to_owned();
            found.insert(
                (true, place.and_then(|place| u8::try_from(place).ok()).unwrap_or(9), &one.overall_said),
                shown,
            );
        }
    }
    let line =
        |((overall, _, said), shown): ((bool, u8, &str), String)| Mapping { overall, said: said.to_owned(), shown };
    found.into_iter().map(line).collect()
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
        match self.source.as_str() {
            OWN => "another Interview Workbench",
            "greenhouse" => "Greenhouse",
            "table" => "a table",
            other => other,
        }
    }

    /// SHA-256 over its canonical form.
    #[must_use]
    pub fn hash(&self) -> String {
        canonical::hash(self)
    }
}

/// What a reader must know of the imported scorecards of one candidate, in a sentence without a name; none without any.
#[must_use]
pub fn beside(imported: &[SharedScorecard]) -> Option<String> {
    let first = imported.first()?;
    let table: Vec<String> = mapping(imported)
        .into_iter()
        .filter(|one| !one.overall && !is_left_open(&one.said) && !one.shown.starts_with(&one.said))
        .map(|one| format!("{} shown as {}", one.said, one.shown))
        .collect();
    let mapped = if table.is_empty() { String::new() } else { format!(" (mapped: {})", table.join(", ")) };
    let from = if imported.iter().all(|one| one.source == first.source) { first.source_words() } else { "elsewhere" };
    let (count, stand) = match imported.len() {
        1 => ("one scorecard".to_owned(), "stands"),
        more => (format!("{more} scorecards"), "stand"),
    };
    Some(format!(
        "{count} imported from {from} {stand} beside the others and {} no figure{mapped}.",
        if imported.len() == 1 { "enters" } else { "enter" }
    ))
}

/// The same for a document: the sentence, and a line a scorecard with everything it was rated on.
#[must_use]
pub fn listed(imported: &[SharedScorecard]) -> Vec<String> {
    let Some(sentence) = beside(imported) else { return Vec::new() };
    let plain = |text: &str| isolate(&text.split_whitespace().collect::<Vec<_>>().join(" "));
    let line = |one: &SharedScorecard| {
        let who = if one.interviewer.name.is_empty() { "Someone not named" } else { &one.interviewer.name };
        let interview = if one.interview.is_empty() { String::new() } else { format!(", {}", plain(&one.interview)) };
        let overall = one.overall.map_or("no recommendation", Recommendation::words);
        let rated = one.ratings.iter().filter(|rating| !is_left_open(&rating.said)).map(|rating| {
            let level = rating.level.map_or_else(|| "no level".to_owned(), |level| level.number().to_string());
            let said = if rating.said == level { String::new() } else { format!(" ({})", plain(&rating.said)) };
            format!("{} {level}{said}", plain(&rating.name))
        });
        let all: Vec<String> = std::iter::once(overall.to_owned()).chain(rated).collect();
        format!("{}{interview}: {}.", plain(who), all.join("; "))
    };
    let mut first = sentence.chars();
    let head = first.next().map(|c| c.to_uppercase().to_string() + first.as_str()).unwrap_or_default();
    std::iter::once(head).chain(imported.iter().map(line)).collect()
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
        assert_eq!(
            beside(&[one]).unwrap(),
            "one scorecard imported from Greenhouse stands beside the others and enters no figure (mapped: mixed shown as 3 \
             Meets, yes shown as 4 Above, maybe shown as no level)."
        );
        assert_eq!(beside(&[]), None);
        let lines = listed(&[SharedScorecard { ratings: vec![rating("yes")], ..SharedScorecard::default() }]);
        assert_eq!((lines.len(), lines[1].as_str()), (2, "Someone not named: no recommendation;  4 (yes)."));
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
