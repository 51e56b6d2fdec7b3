//! The debrief: what the panel talks about, in the order that lets the evidence speak first, and what it writes down.
//!
//! The order is: the composite with its coverage and who cannot be told apart, must-haves, where raters disagree (the
//! largest gap first), then each recommendation with its reasons. A rating that the panel agrees on stands beside the
//! individual ones, with its reason; it replaces none and enters no figure: talking moves ratings towards whoever spoke
//! first, and it is the independent ones that predict.

mod view;

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    at::{At, InField},
    decision::{DecisionDraft, DecisionRefused},
    ids::CompetencyId,
    rating::Level,
    text::{self, TextRefused, isolate},
};

pub use view::{DebriefOpinion, DebriefRow, DebriefView, OwnView, RaterMean, Standing, Tied, view};

/// Most open risks and follow-ups of one debrief.
pub const POINTS_MAX: usize = 100;

/// A rating of a competency that the panel agreed on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Consensus {
    /// The competency.
    pub competency_id: CompetencyId,
    /// Its name as it was then.
    pub competency: String,
    /// What was agreed.
    #[ts(type = "1 | 2 | 3 | 4 | 5")]
    pub level: Level,
    /// Why.
    pub reason: String,
}

/// What kind of point is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PointKind {
    /// Something that may go wrong with this hire.
    Risk,
    /// Something to ask or find out.
    FollowUp,
}

/// An open risk or follow-up. See [`DebriefDraft::carried`] for who reads it before the candidate's next interview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenPoint {
    /// Its id within the debrief, made by the page.
    pub id: String,
    /// What kind it is.
    pub kind: PointKind,
    /// What it is.
    pub text: String,
    /// Who sees to it.
    pub owner: String,
    /// Whether it is settled.
    pub settled: bool,
}

impl OpenPoint {
    /// Whether it says something that is not settled.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.settled && !self.text.trim().is_empty()
    }
}

/// What the panel writes down, as far as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct DebriefDraft {
    /// The meeting's notes.
    pub notes: String,
    /// The ratings agreed on, at most one a competency.
    pub consensus: Vec<Consensus>,
    /// Open risks and follow-ups, in the order written.
    pub points: Vec<OpenPoint>,
    /// The decision that is being written; blank once it is made.
    pub decision: DecisionDraft,
}

/// Why something of a debrief was refused. The words are shown to the person who typed it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DebriefRefused {
    /// A competency is agreed on twice.
    #[error("A competency is agreed on twice. Agree on each once.")]
    Twice,
    /// Two points have one id.
    #[error("Two open points have one id.")]
    PointTwice,
    /// Too many points.
    #[error("Keep up to {POINTS_MAX} open risks and follow-ups.")]
    TooManyPoints,
    /// An agreed rating has no reason.
    #[error("Say why you agreed on the rating of {}, or take it out.", isolate(.0))]
    ConsensusReason(String),
    /// A point has no owner.
    #[error("Name who sees to each open risk and follow-up: \"{}\" has nobody.", isolate(.0))]
    Owner(String),
    /// The decision itself is refused.
    #[error("{0}")]
    Decision(#[from] DecisionRefused),
    /// A text is too long.
    #[error("{0}")]
    Text(#[from] TextRefused),
}

impl DebriefDraft {
    /// Refuses what cannot be kept. What is missing may come later.
    ///
    /// # Errors
    /// [`DebriefRefused`] with the first reason.
    pub fn check(&self) -> Result<(), At<DebriefRefused>> {
        let fits = |what: &str, words: &str, field: String| {
            text::within_limit(what, words).map_err(DebriefRefused::from).at(field)
        };
        fits("The notes of the meeting", &self.notes, "notes".to_owned())?;
        let mut known = HashSet::new();
        for (n, one) in self.consensus.iter().enumerate() {
            fits("The reason", &one.reason, format!("consensus[{n}].reason"))?;
            if !known.insert(&one.competency_id) {
                return Err(DebriefRefused::Twice).at(format!("consensus[{n}].competency_id"));
            }
        }
        if self.points.len() > POINTS_MAX {
            return Err(DebriefRefused::TooManyPoints).at("points");
        }
        let mut ids = HashSet::new();
        for (n, point) in self.points.iter().enumerate() {
            let of_point = [
                ("The open point", &point.text, "text"),
                ("The owner", &point.owner, "owner"),
                ("The id", &point.id, "id"),
            ];
            for (what, words, field) in of_point {
                fits(what, words, format!("points[{n}].{field}"))?;
            }
            if !ids.insert(&point.id) {
                return Err(DebriefRefused::PointTwice).at(format!("points[{n}].id"));
            }
        }
        self.decision.within_limits().map_err(|refused| refused.under("decision"))
    }

    /// The agreed ratings and the open points, complete, as a decision keeps them.
    ///
    /// # Errors
    /// [`DebriefRefused`] with the first thing that is missing.
    pub fn complete(&self) -> Result<(Vec<Consensus>, Vec<OpenPoint>), At<DebriefRefused>> {
        self.check()?;
        for (n, one) in self.consensus.iter().enumerate() {
            if one.reason.trim().is_empty() {
                let why = DebriefRefused::ConsensusReason(one.competency.clone());
                return Err(why).at(format!("consensus[{n}].reason"));
            }
        }
        for (n, point) in self.points.iter().enumerate() {
            if point.is_open() && point.owner.trim().is_empty() {
                let why = DebriefRefused::Owner(point.text.trim().chars().take(60).collect());
                return Err(why).at(format!("points[{n}].owner"));
            }
        }
        Ok((self.consensus.clone(), self.open_points().cloned().collect()))
    }

    /// What is carried to whoever prepares the candidate's next interview. A follow-up is a question that the panel asks
    /// them to put, so they always read it; a risk is a judgement, read only where the kit lets earlier judgements be seen.
    pub fn carried(&self, judgements_seen: bool) -> impl Iterator<Item = &OpenPoint> {
        self.open_points().filter(move |point| judgements_seen || point.kind == PointKind::FollowUp)
    }

    /// The points with words that are not settled.
    pub fn open_points(&self) -> impl Iterator<Item = &OpenPoint> {
        self.points.iter().filter(|point| point.is_open())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agreed(id: &str, reason: &str) -> Consensus {
        let level = Level::new(3).unwrap();
        Consensus { competency_id: id.into(), competency: id.to_uppercase(), level, reason: reason.to_owned() }
    }

    fn point(id: &str, text: &str, owner: &str, settled: bool) -> OpenPoint {
        OpenPoint { id: id.into(), kind: PointKind::Risk, text: text.into(), owner: owner.into(), settled }
    }

    #[test]
    fn a_refusal_names_the_line_of_which_it_speaks() {
        let field = |draft: &DebriefDraft| draft.complete().unwrap_err().field;
        let mut draft = DebriefDraft {
            consensus: vec![agreed("craft", "Both heard it."), agreed("care", " ")],
            points: vec![point("1", "a", "", true), point("2", "b", "", false)],
            ..DebriefDraft::default()
        };
        assert_eq!(field(&draft), "consensus[1].reason");
        draft.consensus.pop();
        assert_eq!(field(&draft), "points[1].owner", "what is settled is counted as well");
        draft.decision.reason = "x".repeat(text::TEXT_MAX + 1);
        assert_eq!(field(&draft), "decision.reason");
    }

    #[test]
    fn a_draft_may_lack_what_a_decision_needs() {
        let bare = DebriefDraft::default();
        for (draft, kept, complete) in [
            (bare.clone(), true, true),
            (DebriefDraft { consensus: vec![agreed("craft", "Both heard it.")], ..bare.clone() }, true, true),
            (DebriefDraft { consensus: vec![agreed("craft", " ")], ..bare.clone() }, true, false),
            (
                DebriefDraft { consensus: vec![agreed("craft", "a"), agreed("craft", "b")], ..bare.clone() },
                false,
                false,
            ),
            (DebriefDraft { points: vec![point("1", "Never on call", "Jan", false)], ..bare.clone() }, true, true),
            (DebriefDraft { points: vec![point("1", "Never on call", "", false)], ..bare.clone() }, true, false),
            (DebriefDraft { points: vec![point("1", "Never on call", "", true)], ..bare.clone() }, true, true),
            (DebriefDraft { points: vec![point("1", " ", "", false)], ..bare.clone() }, true, true),
            (DebriefDraft { points: vec![point("1", "", "", false); 2], ..bare.clone() }, false, false),
        ] {
            assert_eq!((draft.check().is_ok(), draft.complete().is_ok()), (kept, complete), "{draft:?}");
        }
        let many = (0..=POINTS_MAX).map(|n| point(&n.to_string(), "", "", false)).collect();
        let refused = DebriefDraft { points: many, ..bare }.check().unwrap_err();
        assert_eq!(refused, At { field: "points".into(), why: DebriefRefused::TooManyPoints });
    }

    #[test]
    fn a_decision_keeps_the_points_that_are_open_and_say_something() {
        let points = vec![
            point("1", "Never on call", "Jan", false),
            point("2", "Asked", "Ida", true),
            point("3", " ", "", false),
        ];
        let (_, open) = DebriefDraft { points, ..DebriefDraft::default() }.complete().unwrap();
        assert_eq!(open.iter().map(|p| p.id.as_str()).collect::<Vec<_>>(), ["1"]);
    }

    #[test]
    fn a_question_is_carried_to_the_next_interview_and_a_judgement_where_the_kit_lets_it() {
        let ask = OpenPoint { kind: PointKind::FollowUp, ..point("2", "Ask about tests", "Ida", false) };
        let settled = OpenPoint { settled: true, ..ask.clone() };
        let points = vec![point("1", "Never on call", "Jan", false), ask, OpenPoint { id: "3".into(), ..settled }];
        let draft = DebriefDraft { points, ..DebriefDraft::default() };
        for (seen, ids) in [(false, vec!["2"]), (true, vec!["1", "2"])] {
            assert_eq!(draft.carried(seen).map(|point| point.id.as_str()).collect::<Vec<_>>(), ids);
        }
    }
}
