//! A planned interview: whom, by whom, with which kit, and when.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{AppointmentId, CandidateId, InterviewId, KitId};

/// The longest planned interview, in hours.
pub const HOURS_MAX: i64 = 24;

/// A planned interview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Appointment {
    /// Its id.
    pub id: AppointmentId,
    /// With whom.
    pub candidate_id: CandidateId,
    /// With which kit; none where that is chosen later.
    pub kit_id: Option<KitId>,
    /// The names of those who interview; none where that is not known.
    pub interviewers: Vec<String>,
    /// When it starts.
    #[ts(type = "Timestamp")]
    pub starts_at: Timestamp,
    /// When it ends.
    #[ts(type = "Timestamp")]
    pub ends_at: Timestamp,
    /// Where it is; may be empty.
    pub location: String,
    /// The meeting's id in the calendar that it came from; empty for one that was typed.
    pub uid: String,
    /// Which one of a series: its start as it was planned at first; empty for a single meeting.
    pub occurrence: String,
    /// The interview that was started from it.
    pub interview_id: Option<InterviewId>,
}

/// Why a planned interview was refused. The words are shown to the person who typed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AppointmentRefused {
    /// It ends before it starts, or at once.
    #[error("It ends before it starts. Choose a later end.")]
    Backwards,
    /// It is longer than [`HOURS_MAX`].
    #[error("It takes longer than {HOURS_MAX} hours. Plan each interview by itself.")]
    TooLong,
}

impl Appointment {
    /// Checks the times.
    ///
    /// # Errors
    /// [`AppointmentRefused`] with the reason.
    pub fn check(&self) -> Result<(), AppointmentRefused> {
        let seconds = self.ends_at.as_second() - self.starts_at.as_second();
        match seconds {
            ..=0 => Err(AppointmentRefused::Backwards),
            _ if seconds > HOURS_MAX * 3600 => Err(AppointmentRefused::TooLong),
            _ => Ok(()),
        }
    }

    /// Whether this person interviews, as far as it is known: nobody named leaves it open. Names are compared without
    /// regard to case.
    #[must_use]
    pub fn is_of(&self, name: &str) -> bool {
        let name = name.trim().to_lowercase();
        self.interviewers.is_empty() || self.interviewers.iter().any(|other| other.trim().to_lowercase() == name)
    }

    /// The same planned interview as its calendar has it now: its time, place and people.
    #[must_use]
    pub fn moved(&self, calendar: &Self) -> Self {
        Self {
            starts_at: calendar.starts_at,
            ends_at: calendar.ends_at,
            location: calendar.location.clone(),
            interviewers: calendar.interviewers.clone(),
            ..self.clone()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(starts: i64, ends: i64) -> Appointment {
        Appointment {
            id: "a".into(),
            candidate_id: "c".into(),
            kit_id: None,
            interviewers: Vec::new(),
            starts_at: Timestamp::from_second(starts).unwrap(),
            ends_at: Timestamp::from_second(ends).unwrap(),
            location: String::new(),
            uid: String::new(),
            occurrence: String::new(),
            interview_id: None,
        }
    }

    #[test]
    fn it_ends_after_it_starts_and_within_a_day() {
        for (ends, checked) in [
            (0, Err(AppointmentRefused::Backwards)),
            (-1, Err(AppointmentRefused::Backwards)),
            (1, Ok(())),
            (86_400, Ok(())),
            (86_401, Err(AppointmentRefused::TooLong)),
        ] {
            assert_eq!(from(0, ends).check(), checked, "{ends}");
        }
    }

    #[test]
    fn it_is_of_whoever_is_named_and_of_anyone_while_nobody_is() {
        let mut planned = from(0, 60);
        assert!(planned.is_of("Ana Ruiz"));
        planned.interviewers = vec!["Jan Nowak".into(), "ana RUIZ ".into()];
        assert!(planned.is_of("Ana Ruiz") && !planned.is_of("Bo"));
    }
}
