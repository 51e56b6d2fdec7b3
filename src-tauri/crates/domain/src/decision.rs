//! The decision about a candidate: what, why, with or against the figures, and who dissents. Every version is kept.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    at::{At, InField},
    canonical,
    debrief::{Consensus, OpenPoint},
    formula::Composite,
    ids::{CandidateId, RoundId},
    interviewer::Interviewer,
    log::{Act, Expected, Subject},
    text::{self, TextRefused},
};

/// Most people who dissent from one decision.
pub const DISSENT_MAX: usize = 20;

/// What is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// To make an offer.
    Hire,
    /// Not to.
    NoHire,
    /// To wait, and decide later.
    Hold,
    /// To interview again first.
    AnotherRound,
}

impl Outcome {
    /// The outcome in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Hire => "Hire",
            Self::NoHire => "No hire",
            Self::Hold => "Hold",
            Self::AnotherRound => "Another round",
        }
    }
}

/// How a decision stands to the figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// It is what the formula suggests.
    With,
    /// It goes against what the formula suggests.
    Against,
}

impl Stance {
    /// The stance in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::With => "with the formula",
            Self::Against => "against the formula",
        }
    }
}

/// Somebody of the panel who would decide otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Dissent {
    /// Who.
    pub name: String,
    /// Why, in their words.
    pub words: String,
}

/// A decision as far as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct DecisionDraft {
    /// What; none until it is chosen.
    pub outcome: Option<Outcome>,
    /// At another level than the role's, such as "mid-level"; empty for the role's own.
    pub level: String,
    /// For another role; empty for the one interviewed for.
    pub role: String,
    /// Why.
    pub reason: String,
    /// With the formula or against it; none until it is chosen, and where there are no figures.
    pub formula: Option<Stance>,
    /// Who dissents.
    pub dissent: Vec<Dissent>,
}

/// A decision that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Decision {
    /// What.
    pub outcome: Outcome,
    /// At another level than the role's; empty for the role's own.
    pub level: String,
    /// For another role; empty for the one interviewed for.
    pub role: String,
    /// Why; never empty.
    pub reason: String,
    /// With the formula or against it; none where there were no figures.
    pub formula: Option<Stance>,
    /// Who dissents.
    pub dissent: Vec<Dissent>,
}

/// One version of the decision about a candidate, with what it was made on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DecisionVersion {
    /// Its number, from 1.
    pub number: u32,
    /// About whom.
    pub candidate_id: CandidateId,
    /// In which round; none where the candidate was in none.
    pub round_id: Option<RoundId>,
    /// What was decided.
    pub decision: Decision,
    /// Who recorded it: the interviewer of the laptop, chosen and not verified.
    pub by: Interviewer,
    /// When, in whole milliseconds.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
    /// The composite as it was then; none where nothing was rated.
    pub composite: Option<Composite>,
    /// The ratings that the panel agreed on, as they were then. They enter no figure.
    pub consensus: Vec<Consensus>,
    /// The risks and follow-ups that were open then.
    pub open: Vec<OpenPoint>,
    /// SHA-256 of the meeting's notes as they were then; none where there were none.
    pub notes_hash: Option<String>,
    /// The hash of the version before; none for the first.
    pub previous: Option<String>,
    /// SHA-256 of the canonical form of everything else here.
    pub hash: String,
}

impl DecisionVersion {
    /// The hash that it must have.
    #[must_use]
    pub fn right_hash(&self) -> String {
        canonical::hash(&Self { hash: String::new(), ..self.clone() })
    }

    /// What the log must say of it.
    #[must_use]
    pub fn expected(&self) -> Expected {
        Expected {
            act: if self.number == 1 { Act::DecisionMake } else { Act::DecisionChange },
            subject: Subject::Candidate(self.candidate_id.clone()),
            content: self.right_hash(),
        }
    }
}

/// Why a decision was refused. The words are shown to the person who typed it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DecisionRefused {
    /// Nothing is chosen.
    #[error("Choose what is decided: hire, no hire, hold or another round.")]
    Outcome,
    /// No reason is given.
    #[error("Say why. A decision is kept with its reason.")]
    Reason,
    /// There are figures, and nothing is said of them.
    #[error("Say whether the decision goes with the formula or against it.")]
    Formula,
    /// There are no figures to go with or against.
    #[error("Nothing was rated, so a decision cannot go with the formula or against it.")]
    NoFigures,
    /// Somebody dissents without a name or without words.
    #[error("Give everyone who dissents a name and their reason, or take the line out.")]
    Dissent,
    /// Too many dissent.
    #[error("Name up to {DISSENT_MAX} who dissent.")]
    TooManyDissent,
    /// A text is too long or cannot be kept.
    #[error("{0}")]
    Text(#[from] TextRefused),
}

impl DecisionDraft {
    /// Whether nothing is chosen or written.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }

    /// Refuses texts that are too long to keep, and too many who dissent. What is missing may come later.
    ///
    /// # Errors
    /// [`DecisionRefused`] with the first reason.
    pub fn within_limits(&self) -> Result<(), At<DecisionRefused>> {
        if self.dissent.len() > DISSENT_MAX {
            return Err(DecisionRefused::TooManyDissent).at("dissent");
        }
        let fits = |what: &str, words: &str, field: String| {
            text::within_limit(what, words).map_err(DecisionRefused::from).at(field)
        };
        for (what, words, field) in [
            ("The level", &self.level, "level"),
            ("The role", &self.role, "role"),
            ("The reason", &self.reason, "reason"),
        ] {
            fits(what, words, field.to_owned())?;
        }
        for (n, one) in self.dissent.iter().enumerate() {
            fits("The name", &one.name, format!("dissent[{n}].name"))?;
            fits("Their reason", &one.words, format!("dissent[{n}].words"))?;
        }
        Ok(())
    }

    /// The decision, complete. `rated` says whether there are figures.
    ///
    /// # Errors
    /// [`DecisionRefused`] with the first thing that is missing.
    pub fn decided(&self, rated: bool) -> Result<Decision, At<DecisionRefused>> {
        self.within_limits()?;
        let outcome = self.outcome.ok_or(DecisionRefused::Outcome).at("outcome")?;
        if self.reason.trim().is_empty() {
            return Err(DecisionRefused::Reason).at("reason");
        }
        match (rated, self.formula) {
            (true, None) => return Err(DecisionRefused::Formula).at("formula"),
            (false, Some(_)) => return Err(DecisionRefused::NoFigures).at("formula"),
            _ => {}
        }
        let line = |what: &str, words: &str, field: &str| match words.trim() {
            "" => Ok(String::new()),
            words => kept(text::person_name(what, words), field),
        };
        let dissent = |(n, one): (usize, &Dissent)| {
            let at = |field: &str| format!("dissent[{n}].{field}");
            for (words, field) in [(&one.name, "name"), (&one.words, "words")] {
                if words.trim().is_empty() {
                    return Err(DecisionRefused::Dissent).at(at(field));
                }
            }
            let name = kept(text::person_name("The name of who dissents", &one.name), at("name"))?;
            Ok(Dissent { name, words: kept(text::free_text("Their reason", &one.words), at("words"))? })
        };
        Ok(Decision {
            outcome,
            level: line("The level", &self.level, "level")?,
            role: line("The role", &self.role, "role")?,
            reason: kept(text::free_text("The reason", &self.reason), "reason")?,
            formula: self.formula,
            dissent: self.dissent.iter().enumerate().map(dissent).collect::<Result<_, _>>()?,
        })
    }
}

fn kept(text: Result<String, TextRefused>, field: impl Into<String>) -> Result<String, At<DecisionRefused>> {
    text.map_err(DecisionRefused::from).at(field)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> DecisionDraft {
        DecisionDraft {
            outcome: Some(Outcome::Hire),
            reason: " Led the incident.\r\n".to_owned(),
            formula: Some(Stance::With),
            ..DecisionDraft::default()
        }
    }

    fn dissent(name: &str, words: &str) -> Vec<Dissent> {
        vec![Dissent { name: name.to_owned(), words: words.to_owned() }]
    }

    #[test]
    fn a_decision_has_an_outcome_a_reason_and_a_stance_where_there_are_figures() {
        use DecisionRefused as R;
        let two = vec![dissent("Eva", "No.").remove(0), Dissent { name: "Jan".into(), words: " ".into() }];
        for (written, rated, refused) in [
            (draft(), true, None),
            (DecisionDraft { formula: None, ..draft() }, false, None),
            (DecisionDraft { outcome: None, ..draft() }, true, Some(("outcome", R::Outcome))),
            (DecisionDraft { reason: " \n".into(), ..draft() }, true, Some(("reason", R::Reason))),
            (DecisionDraft { formula: None, ..draft() }, true, Some(("formula", R::Formula))),
            (draft(), false, Some(("formula", R::NoFigures))),
            (DecisionDraft { dissent: dissent("", "No."), ..draft() }, true, Some(("dissent[0].name", R::Dissent))),
            (DecisionDraft { dissent: two, ..draft() }, true, Some(("dissent[1].words", R::Dissent))),
            (DecisionDraft { dissent: dissent("太郎", "No."), ..draft() }, true, None),
            (
                DecisionDraft { dissent: vec![Dissent::default(); DISSENT_MAX + 1], ..draft() },
                true,
                Some(("dissent", R::TooManyDissent)),
            ),
        ] {
            let refused = refused.map(|(field, why)| At { field: field.to_owned(), why });
            assert_eq!(written.decided(rated).err(), refused, "{written:?} {rated}");
        }
    }

    #[test]
    fn what_is_decided_is_as_it_was_typed_without_space_around_it() {
        let written =
            DecisionDraft { level: " mid-level ".into(), dissent: dissent(" Jan ", "Too\r\nearly. "), ..draft() };
        let made = written.decided(true).unwrap();
        assert_eq!(
            (made.reason.as_str(), made.level.as_str(), made.role.as_str()),
            (" Led the incident.", "mid-level", "")
        );
        assert_eq!(made.dissent, dissent("Jan", "Too\nearly."));
    }

    #[test]
    fn a_name_that_could_deceive_is_refused() {
        let written = DecisionDraft { dissent: dissent("Jan\u{202E}", "No."), ..draft() };
        assert!(matches!(written.decided(true), Err(At { why: DecisionRefused::Text(_), .. })));
    }

    #[test]
    fn the_hash_covers_everything_else_of_a_version() {
        let version = DecisionVersion {
            number: 1,
            candidate_id: "ana".into(),
            round_id: None,
            decision: draft().decided(true).unwrap(),
            by: Interviewer { id: "me".into(), name: "Me".into() },
            at: Timestamp::UNIX_EPOCH,
            composite: None,
            consensus: Vec::new(),
            open: Vec::new(),
            notes_hash: None,
            previous: None,
            hash: String::new(),
        };
        let hash = version.right_hash();
        let sealed = DecisionVersion { hash: hash.clone(), ..version.clone() };
        assert_eq!(sealed.right_hash(), hash, "the hash itself is not in it");
        for other in [
            DecisionVersion { number: 2, ..version.clone() },
            DecisionVersion { round_id: Some("autumn".into()), ..version.clone() },
            DecisionVersion { previous: Some(hash.clone()), ..version.clone() },
            DecisionVersion {
                decision: Decision { outcome: Outcome::NoHire, ..version.decision.clone() },
                ..version.clone()
            },
        ] {
            assert_ne!(other.right_hash(), hash, "{other:?}");
        }
    }
}
