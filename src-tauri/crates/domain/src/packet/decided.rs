//! What the panel decided, and the ratings that it agreed on.

use jiff::{civil::DateTime, tz::TimeZone};
use serde::{Deserialize, Serialize};

use crate::{
    debrief::{Consensus, DebriefDraft},
    decision::{Decision, DecisionVersion},
    packet::Packet,
    rating::Rating,
};

/// One version of the decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PacketDecision {
    /// Its number, from 1.
    pub number: u32,
    /// What was decided.
    pub decision: Decision,
    /// Who recorded it.
    pub by: String,
    /// When, in local time.
    pub at: DateTime,
}

/// A rating that the panel agreed on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PacketAgreed {
    /// The competency's name.
    pub competency: String,
    /// What was agreed.
    pub rating: Rating,
    /// Why.
    pub reason: String,
}

impl Packet {
    /// The packet with what was decided, the first version first, and what was agreed: as it was when the newest version was
    /// recorded, or, where nothing is decided, as far as it has a reason. The meeting's notes are not in it.
    #[must_use]
    pub fn decided(self, versions: &[DecisionVersion], draft: &DebriefDraft, zone: &TimeZone) -> Self {
        let agreed = |one: &Consensus| PacketAgreed {
            competency: one.competency.clone(),
            rating: Rating::Level(one.level),
            reason: one.reason.clone(),
        };
        let reasoned = draft.consensus.iter().filter(|one| !one.reason.trim().is_empty());
        Self {
            agreed: match versions.last() {
                Some(newest) => newest.consensus.iter().map(agreed).collect(),
                None => reasoned.map(agreed).collect(),
            },
            decisions: versions
                .iter()
                .map(|version| PacketDecision {
                    number: version.number,
                    decision: version.decision.clone(),
                    by: version.by.name.clone(),
                    at: zone.to_datetime(version.at),
                })
                .collect(),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        decision::Outcome,
        interviewer::Interviewer,
        packet::{Versions, compose},
        rating::Level,
        testing::record,
    };
    use jiff::Timestamp;

    fn agreed(name: &str, reason: &str) -> Consensus {
        let level = Level::new(3).unwrap();
        Consensus { competency_id: name.into(), competency: name.into(), level, reason: reason.into() }
    }

    fn version(number: u32, consensus: Vec<Consensus>) -> DecisionVersion {
        DecisionVersion {
            number,
            candidate_id: "Ana".into(),
            round_id: None,
            decision: Decision {
                outcome: Outcome::Hire,
                level: String::new(),
                role: String::new(),
                reason: format!("Reason {number}"),
                formula: None,
                dissent: Vec::new(),
            },
            by: Interviewer { id: "me".into(), name: "Me".into() },
            at: Timestamp::UNIX_EPOCH,
            composite: None,
            consensus,
            open: Vec::new(),
            notes_hash: None,
            previous: None,
            hash: String::new(),
        }
    }

    #[test]
    fn what_was_agreed_is_as_it_was_when_it_was_decided_and_without_a_reason_it_is_left_out() {
        let draft = DebriefDraft {
            notes: "Secret talk".into(),
            consensus: vec![agreed("Craft", "Both heard it."), agreed("Talk", " ")],
            ..DebriefDraft::default()
        };
        let plain = || compose(&record("Ana", vec![]), &Versions::new(), Timestamp::UNIX_EPOCH, &TimeZone::UTC);
        assert!(plain().decisions.is_empty() && plain().agreed.is_empty());
        let open = plain().decided(&[], &draft, &TimeZone::UTC);
        assert_eq!(open.agreed.iter().map(|a| a.competency.as_str()).collect::<Vec<_>>(), ["Craft"]);
        let versions = [version(1, Vec::new()), version(2, vec![agreed("Then", "So it was.")])];
        let decided = plain().decided(&versions, &draft, &TimeZone::UTC);
        assert_eq!(decided.agreed.iter().map(|a| a.competency.as_str()).collect::<Vec<_>>(), ["Then"]);
        assert_eq!(decided.decisions.iter().map(|d| d.number).collect::<Vec<_>>(), [1, 2]);
        let whole = serde_json::to_string(&decided).unwrap();
        assert!(!whole.contains("Secret"), "the meeting's notes are not in the packet");
    }
}
