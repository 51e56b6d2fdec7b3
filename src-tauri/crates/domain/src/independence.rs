//! Who may see whose ratings. One rule, asked by every list, table, packet and file.
//!
//! While one's own interview is open or its scorecard unsubmitted, no rating, total or order of the same round is shown:
//! not of the same candidate, because others' ratings move one's own, and not of the other candidates either, because
//! people judge the next one by those before (Simonsohn & Gino 2013, "Daily horizons"). A round is what people have put
//! together as one; whoever is in none belongs with every candidate for the role. Made-up candidates are apart from real
//! ones. What one has written oneself can always be opened, one scorecard at a time.

use std::collections::HashSet;

use crate::{
    candidate::Candidate,
    compare::CandidateRecord,
    ids::{CandidateId, InterviewerId, RoleId, RoundId},
    interview::InterviewState,
    log::{LogLine, Subject},
};

/// An interview of the reader's own that is not submitted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenInterview {
    /// With whom.
    pub candidate_id: CandidateId,
    /// That candidate's name.
    pub candidate: String,
    /// For which role.
    pub role_id: RoleId,
    /// In which round; none where that candidate is in none.
    pub round_id: Option<RoundId>,
    /// Whether that candidate is made up.
    pub sample: bool,
}

/// Who reads, and what they still owe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader {
    /// Who.
    pub id: InterviewerId,
    /// Their own interviews that are not submitted.
    pub open: Vec<OpenInterview>,
}

/// Why nothing is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Veil {
    /// The reader's own scorecard on this candidate is not submitted.
    Own,
    /// The reader's scorecard on another candidate of the round is not submitted.
    Round {
        /// That candidate's name.
        candidate: String,
    },
}

/// Whether, and why, no rating of this candidate is shown to the reader.
#[must_use]
pub fn veil(record: &CandidateRecord, reader: Option<&Reader>) -> Option<Veil> {
    match owed(&record.candidate, reader)? {
        Veil::Own => Some(Veil::Own),
        // Where nothing is submitted there is nothing to hide.
        _ if record.imported.is_empty()
            && !record.interviews.iter().any(|interview| interview.state == InterviewState::Submitted) =>
        {
            None
        }
        round => Some(round),
    }
}

/// Whether, and what, the reader must still submit before the panel's talk about this candidate is for them, whoever has
/// submitted so far: what is said there, agreed and decided is made of ratings.
#[must_use]
pub fn owed(candidate: &Candidate, reader: Option<&Reader>) -> Option<Veil> {
    let open = &reader?.open;
    if open.iter().any(|own| own.candidate_id == candidate.id) {
        return Some(Veil::Own);
    }
    let same_round = open.iter().find(|own| shares_round(own, candidate))?;
    Some(Veil::Round { candidate: same_round.candidate.clone() })
}

/// Whether a line of the log is for the reader, who owes a scorecard of the round of each of these candidates. That another
/// decided about one of them, or printed it, is told by what others said; so is a gap between the lines where that alone is
/// left out. What the reader did is theirs to see.
#[must_use]
pub fn logged(line: &LogLine, reader: &InterviewerId, owed: &HashSet<CandidateId>) -> bool {
    line.actor == *reader
        || !line.subjects.iter().any(|subject| matches!(subject, Subject::Candidate(id) if owed.contains(id)))
}

/// Whether both are judged against each other. Only two rounds, each said to be one, keep candidates for a role apart: where
/// it is not known, they belong together.
#[must_use]
pub fn shares_round(own: &OpenInterview, candidate: &Candidate) -> bool {
    shares_round_of(own, &candidate.role_id, candidate.round_id.as_ref(), candidate.sample)
}

/// The same of a candidate of whom only this is known.
#[must_use]
pub fn shares_round_of(own: &OpenInterview, role: &RoleId, round: Option<&RoundId>, sample: bool) -> bool {
    own.sample == sample
        && match (&own.round_id, round) {
            (Some(one), Some(other)) => one == other,
            (None, _) | (_, None) => own.role_id == *role,
        }
}

/// Whether the reader, looking at this candidate, sees a submitted or imported scorecard that another wrote.
#[must_use]
pub fn shows_others(record: &CandidateRecord, reader: &Reader) -> bool {
    let theirs = |state, id: &InterviewerId| state == InterviewState::Submitted && *id != reader.id;
    veil(record, Some(reader)).is_none()
        && (!record.imported.is_empty()
            || record.interviews.iter().any(|interview| theirs(interview.state, &interview.interviewer.id)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{interview, record};
    use InterviewState::{Open, Submitted};

    fn open(candidate: &str, role: &str, sample: bool) -> OpenInterview {
        OpenInterview {
            candidate_id: candidate.into(),
            candidate: candidate.to_owned(),
            role_id: role.into(),
            round_id: None,
            sample,
        }
    }

    #[test]
    fn nothing_of_a_round_is_shown_while_ones_own_scorecard_is_open() {
        let round = |candidate: &str| Some(Veil::Round { candidate: candidate.to_owned() });
        for (owed, hidden) in [
            (vec![], None),
            (vec![open("Ana", "p/dev", false)], Some(Veil::Own)),
            (vec![open("Bo", "p/dev", false)], round("Bo")),
            (vec![open("Bo", "p/dev", false), open("Ana", "p/dev", false)], Some(Veil::Own)),
            (vec![open("Bo", "p/ops", false)], None),
            (vec![open("Bo", "p/dev", true)], None),
            (vec![open("Bo", "p/ops", false), open("Cy", "p/dev", false)], round("Cy")),
        ] {
            let reader = Reader { id: "me".into(), open: owed };
            let ana = record("Ana", vec![interview("Jan", Submitted, ["3", "3", "3"])]);
            assert_eq!(veil(&ana, Some(&reader)), hidden, "{reader:?}");
            assert_eq!(super::owed(&ana.candidate, Some(&reader)), hidden, "{reader:?}");
            assert_eq!(shows_others(&ana, &reader), hidden.is_none(), "{reader:?}");
        }
        let reader = Reader { id: "me".into(), open: vec![open("Bo", "p/dev", false)] };
        let nothing_in = record("Ana", vec![interview("Jan", Open, ["3", "3", "3"])]);
        assert_eq!(veil(&nothing_in, Some(&reader)), None);
        let bo = Some(Veil::Round { candidate: "Bo".to_owned() });
        assert_eq!(owed(&nothing_in.candidate, Some(&reader)), bo, "the panel's talk waits all the same");
        let ana = record("Ana", vec![interview("Jan", Submitted, ["3", "3", "3"])]);
        assert_eq!(veil(&ana, None), None, "nobody in particular owes nothing");
    }

    #[test]
    fn only_anothers_submitted_scorecard_is_one_of_others() {
        let me = Reader { id: "Me".into(), open: vec![] };
        for (who, state, seen) in [("Jan", Submitted, true), ("Jan", Open, false), ("Me", Submitted, false)] {
            let ana = record("Ana", vec![interview(who, state, ["3", "3", "3"])]);
            assert_eq!(shows_others(&ana, &me), seen, "{who} {state:?}");
        }
    }

    #[test]
    fn of_the_log_only_what_others_did_about_whom_one_owes_is_withheld() {
        use crate::log::{Act, Deed, LogLine};
        let owed = HashSet::from([CandidateId::from("Ana")]);
        let (ana, bo) = (|| Subject::Candidate("Ana".into()), || Subject::Candidate("Bo".into()));
        for (actor, subjects, shown) in [
            ("Jan", vec![ana()], false),
            ("Jan", vec![bo(), ana()], false),
            ("Jan", vec![Subject::Interview("i".into()), ana()], false),
            ("Me", vec![ana()], true),
            ("Jan", vec![bo()], true),
            ("Jan", vec![Subject::Round("autumn".into())], true),
            ("Jan", vec![], true),
        ] {
            for act in Act::ALL {
                let (at, actor, content) = (jiff::Timestamp::UNIX_EPOCH, actor.into(), String::new());
                let line = LogLine::after(None, Deed { at, actor, act, subjects: subjects.clone(), content });
                assert_eq!(logged(&line, &"Me".into(), &owed), shown, "{line:?}");
                assert!(logged(&line, &"Me".into(), &HashSet::new()), "who owes nothing sees every line");
            }
        }
    }

    #[test]
    fn only_two_rounds_that_are_told_apart_are_apart() {
        const DEV: &str = "p/dev";
        // Whose interview is owed: role, round, made up; the round of the candidate for p/dev; whether it is hidden.
        for (role, owed, sample, read, hidden) in [
            (DEV, None, false, None, true),
            (DEV, Some("autumn"), false, Some("autumn"), true),
            (DEV, Some("autumn"), false, Some("spring"), false),
            (DEV, Some("autumn"), false, None, true),
            (DEV, None, false, Some("spring"), true),
            ("p/ops", Some("autumn"), false, Some("autumn"), true),
            ("p/ops", Some("autumn"), false, None, false),
            ("p/ops", None, false, Some("autumn"), false),
            (DEV, Some("autumn"), true, Some("autumn"), false),
            (DEV, None, true, None, false),
        ] {
            let owed_one = OpenInterview { round_id: owed.map(RoundId::from), ..open("Bo", role, sample) };
            let reader = Reader { id: "me".into(), open: vec![owed_one] };
            let mut ana = record("Ana", vec![interview("Jan", Submitted, ["3", "3", "3"])]);
            ana.candidate.round_id = read.map(RoundId::from);
            let expected = hidden.then(|| Veil::Round { candidate: "Bo".to_owned() });
            assert_eq!(veil(&ana, Some(&reader)), expected, "{role} {owed:?} {sample}, reading {read:?}");
        }
    }
}
