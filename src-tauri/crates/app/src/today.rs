//! Today: what needs doing.

use std::collections::HashSet;

use jiff::{Timestamp, tz::TimeZone};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::ids::SessionId;
use workbench_store::{appointment, candidate as people, interview as summaries};

use crate::{
    App,
    appointment::{PlannedCard, planned},
    candidate::{self, CandidateCard},
    failure::Failure,
    interview::{self, InterviewCard},
    nothing::Nothing,
};

/// Most submitted scorecards that are shown.
const RECENT: u32 = 20;
/// Most open interviews, and most scorecards that are due, that are shown: beyond them it is only said how many more there are.
const OPEN: usize = 20;
/// Most candidates who wait that are looked at: beyond them it is only said that there are more.
const WAITING: usize = 100;

/// A scorecard that is due.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DraftDue {
    /// Its interview.
    pub interview: InterviewCard,
    /// When it is due: so many hours after the end of the meeting, as the role says.
    #[ts(type = "Timestamp")]
    pub due_at: Timestamp,
    /// Whether that is over.
    pub overdue: bool,
}

/// What needs doing.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Today {
    /// Interviews of this laptop whose scorecards are still to come and have no time to be due at, newest first, twenty and
    /// whoever else was in the last one's meeting at the most. Each interview is either here or among `drafts`.
    pub open: Vec<InterviewCard>,
    /// How many more of them there are.
    pub more_open: u32,
    /// One's own scorecards that are due by their role's rule and not submitted, soonest first, as many at the most.
    pub drafts: Vec<DraftDue>,
    /// How many more of them there are.
    pub more_drafts: u32,
    /// Candidates whom nobody has interviewed yet, the one added last first, a hundred at the most; who withdrew does not wait,
    /// nor whose interview is planned for today.
    pub waiting: Vec<CandidateCard>,
    /// Whether more wait than are told.
    pub more_waiting: bool,
    /// Submitted scorecards, newest first, twenty at the most.
    pub recent: Vec<InterviewCard>,
    /// Interviews planned for today, in order of time, other people's as well.
    pub planned: Vec<PlannedCard>,
}

/// The day that it is here, from its first moment to that of the next: 23 to 25 hours.
fn day_of(now: Timestamp, zone: &TimeZone) -> Result<(Timestamp, Timestamp), Failure> {
    let today = now.to_zoned(zone.clone()).start_of_day().map_err(Failure::bug)?;
    let next = today.tomorrow().and_then(|next| next.start_of_day()).map_err(Failure::bug)?;
    Ok((today.timestamp(), next.timestamp()))
}

/// Keeps the first of them, and tells how many were left out. Those of one meeting stay together: each says whose it is then.
fn cut<T>(all: &mut Vec<T>, session: impl Fn(&T) -> &SessionId) -> u32 {
    let last = all.get(OPEN - 1).map(|last| session(last).clone());
    let shown = OPEN + all.iter().skip(OPEN).take_while(|one| Some(session(one)) == last.as_ref()).count();
    let more = all.len().saturating_sub(shown);
    all.truncate(shown);
    u32::try_from(more).unwrap_or(u32::MAX)
}

pub(crate) async fn today_get(app: &App, _: Nothing) -> Result<Today, Failure> {
    let (now, zone) = (app.now(), app.deps().clock.zone());
    app.store()
        .read(move |r| {
            let open = interview::cards_of(r, summaries::unsubmitted(r)?)?;
            let recent = interview::cards_of(r, summaries::recent(r, RECENT)?)?;
            let (from, until) = day_of(now, &zone)?;
            let planned = planned(r, appointment::between(r, from, until)?)?;
            let here: HashSet<_> = planned.iter().map(|card| &card.appointment.candidate_id).collect();
            let looked_at = WAITING + 1 + here.len();
            let mut waiting = people::waiting(r, u32::try_from(looked_at).unwrap_or(u32::MAX))?;
            waiting.retain(|candidate| !here.contains(&candidate.id));
            let more_waiting = waiting.len() > WAITING;
            waiting.truncate(WAITING);
            let waiting = candidate::cards_of(r, waiting)?;
            let open: Vec<_> = open.into_iter().filter(|card| card.mine).collect();
            let (dated, mut open): (Vec<_>, Vec<_>) = open.into_iter().partition(|card| card.due_at.is_some());
            let due = |card: InterviewCard| {
                let due_at = card.due_at?;
                Some(DraftDue { interview: card, due_at, overdue: due_at < now })
            };
            let mut drafts: Vec<_> = dated.into_iter().filter_map(due).collect();
            drafts.sort_by_key(|draft| draft.due_at);
            let more_open = cut(&mut open, |card| &card.session_id);
            let more_drafts = cut(&mut drafts, |draft| &draft.interview.session_id);
            Ok(Today { open, more_open, drafts, more_drafts, waiting, more_waiting, recent, planned })
        })
        .await
}
