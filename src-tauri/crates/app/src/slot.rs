//! The time of a meeting: what moves it, what was agreed for the candidate, and how the questions fit it.

use serde::Deserialize;
use ts_rs::TS;
use workbench_domain::{
    ids::InterviewId,
    meeting::{Adjustments, LONGEST_SECONDS},
    plan::{self, Plan},
};
use workbench_store::interview;

use crate::{
    App,
    failure::{Code, Failure},
    meeting::{MeetingNow, with_meeting},
};

/// Moves the time of a meeting.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct InterviewSetSlot {
    /// Which interview.
    pub interview_id: InterviewId,
    /// How late it began, in minutes.
    pub late_minutes: u32,
    /// How much earlier than planned it must end, in minutes.
    pub early_minutes: u32,
}

/// Keeps what was agreed for the candidate.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AdjustmentSet {
    /// In which interview.
    pub interview_id: InterviewId,
    /// The adjustment alone, never its reason.
    pub adjustments: Adjustments,
}

/// Asks how the questions fit the time.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlanGet {
    /// In which interview.
    pub interview_id: InterviewId,
    /// How long the meeting has lasted without pauses, in seconds; left out, as it is known here.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub elapsed_seconds: Option<u32>,
}

/// Longest slot, delay or agreement, in minutes.
const MINUTES_MAX: u32 = 480;

/// Refuses more minutes than any meeting has.
pub(crate) fn minutes(minutes: u32) -> Result<u32, Failure> {
    if minutes > MINUTES_MAX {
        return Err(Failure::invalid(format!("That is more than {MINUTES_MAX} minutes. Type fewer.")));
    }
    Ok(minutes)
}

pub(crate) async fn interview_set_slot(app: &App, request: InterviewSetSlot) -> Result<MeetingNow, Failure> {
    let InterviewSetSlot { interview_id, late_minutes, early_minutes } = request;
    minutes(late_minutes.max(early_minutes))?;
    with_meeting(app, interview_id, move |_, _, meeting, _| {
        (meeting.late_minutes, meeting.early_minutes) = (late_minutes, early_minutes);
        Ok(())
    })
    .await
}

pub(crate) async fn adjustment_set(app: &App, request: AdjustmentSet) -> Result<MeetingNow, Failure> {
    let adjustments = request.adjustments;
    minutes(adjustments.more_minutes.max(adjustments.break_minutes))?;
    with_meeting(app, request.interview_id, move |_, _, meeting, _| {
        meeting.adjustments = adjustments;
        Ok(())
    })
    .await
}

pub(crate) async fn plan_get(app: &App, request: PlanGet) -> Result<Plan, Failure> {
    let (me, now) = (app.me().await?, app.now());
    app.store()
        .read(move |r| {
            let PlanGet { interview_id, elapsed_seconds } = request;
            let interview =
                interview::load(r, &interview_id)?.ok_or_else(|| Failure::not_found("interview", &interview_id))?;
            if !interview.is_kept_by(&me.id) {
                return Err(Failure::new(Code::Conflict, "This is another interviewer's interview."));
            }
            let known = interview.meeting.elapsed_at(now);
            let elapsed = elapsed_seconds.map_or(known, |told| told.min(LONGEST_SECONDS));
            Ok(plan::of(&interview, elapsed))
        })
        .await
}
