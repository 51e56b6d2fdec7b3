//! Today: what needs doing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::interview::InterviewState;

use crate::{
    App,
    candidate::{self, CandidateCard},
    failure::Failure,
    interview::{self, InterviewCard},
    nothing::Nothing,
};

/// What needs doing.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Today {
    /// Interviews of this laptop whose scorecards are still to come, newest first.
    pub open: Vec<InterviewCard>,
    /// Candidates whom nobody has interviewed yet, newest first.
    pub waiting: Vec<CandidateCard>,
    /// Submitted scorecards, newest first, twenty at the most.
    pub recent: Vec<InterviewCard>,
}

pub(crate) async fn today_get(app: &App, _: Nothing) -> Result<Today, Failure> {
    app.store()
        .read(|r| {
            let interviews = interview::cards(r)?;
            let (open, mut recent): (Vec<_>, Vec<_>) =
                interviews.into_iter().partition(|card| card.state == InterviewState::Open);
            let due = open.into_iter().filter(|card| card.mine && !card.phase.is_called_off()).collect();
            recent.sort_by_key(|card| std::cmp::Reverse(card.submitted_at));
            recent.truncate(20);
            let waiting = candidate::cards(r)?.into_iter().filter(|c| c.submitted + c.open == 0).collect();
            Ok(Today { open: due, waiting, recent })
        })
        .await
}
