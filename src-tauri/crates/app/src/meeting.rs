//! The meeting: it begins, rests, goes on and ends, or does not happen.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    ids::InterviewId,
    meeting::{LONGEST_SECONDS, Meeting, Mode, Pause, PauseCause},
    phase::{Event, NotNow, Phase},
    plan::{self, Plan},
    text,
};
use workbench_store::{Write, interview};

use crate::{
    App,
    failure::{Code, Failure},
    interview::writable,
    preparation,
    slot::minutes,
};

/// Begins a meeting.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct InterviewBegin {
    /// Which interview.
    pub interview_id: InterviewId,
    /// How late it begins, in minutes.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub late_minutes: Option<u32>,
}

/// Why a meeting rests.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PauseAsk {
    /// The interviewer asked.
    Asked,
    /// The laptop slept.
    Sleep,
}

/// Lets a meeting rest.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct InterviewPause {
    /// Which interview.
    pub interview_id: InterviewId,
    /// Why.
    pub cause: PauseAsk,
    /// When, in seconds of the meeting.
    pub at_seconds: u32,
    /// How long ago it began, in seconds: a page that slept finds out when it wakes.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub ago_seconds: Option<u32>,
}

/// Names a moment of a meeting.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct InterviewMoment {
    /// Which interview.
    pub interview_id: InterviewId,
    /// When, in seconds of the meeting, where the page knows.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub at_seconds: Option<u32>,
}

/// How a meeting may fail to happen.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PhaseAsk {
    /// The candidate did not come.
    NoShow,
    /// The candidate withdrew.
    Withdrawn,
    /// It broke off, and may be continued later with `interview_resume`.
    Interrupted,
}

/// Says that a meeting did not happen or broke off.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct InterviewSetPhase {
    /// Which interview.
    pub interview_id: InterviewId,
    /// What happened.
    pub phase: PhaseAsk,
    /// Why, in the interviewer's words.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub reason: Option<String>,
    /// When, in seconds of the meeting, where it had begun.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub at_seconds: Option<u32>,
}

/// A meeting as it is now.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MeetingNow {
    /// How it goes.
    pub meeting: Meeting,
    /// How long it has lasted without pauses, in seconds. Count on from here with a clock that never goes back.
    pub elapsed_seconds: u32,
    /// How the questions fit the time now.
    pub plan: Plan,
    /// When it became durable.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
}

impl From<NotNow> for Failure {
    fn from(refused: NotNow) -> Self {
        Self::new(Code::Conflict, refused.to_string())
    }
}

/// Changes the meeting of an interview, and of those beside it on this laptop: it is one meeting.
pub(crate) async fn with_meeting(
    app: &App,
    id: InterviewId,
    deed: impl Fn(&Write<'_>, &InterviewId, &mut Meeting, Timestamp) -> Result<(), Failure> + Send + 'static,
) -> Result<MeetingNow, Failure> {
    let (me, now) = (app.me().await?, app.now());
    let interview_id = id.clone();
    app.store()
        .write(move |w| {
            let guard = writable(w, &id, &me.id)?;
            for one in interview::of_session(w, &guard.session_id)? {
                let change = || -> Result<(), Failure> {
                    writable(w, &one, &me.id)?;
                    let mut meeting =
                        interview::meeting(w, &one)?.ok_or_else(|| Failure::not_found("interview", &one))?;
                    deed(w, &one, &mut meeting, now)?;
                    interview::set_meeting(w, &one, &meeting)?;
                    Ok(interview::touch(w, &one, now)?)
                };
                match change() {
                    // Whoever sits beside may have ended before.
                    Err(failure) if one != id && failure.code == Code::Conflict => {}
                    done => done?,
                }
            }
            Ok::<_, Failure>(())
        })
        .await?;
    let at = app.now();
    app.store()
        .read(move |r| {
            let interview =
                interview::load(r, &interview_id)?.ok_or_else(|| Failure::not_found("interview", &interview_id))?;
            let elapsed_seconds = interview.meeting.elapsed_at(at);
            let plan = plan::of(&interview, elapsed_seconds);
            Ok(MeetingNow { meeting: interview.meeting, elapsed_seconds, plan, at })
        })
        .await
}

/// Notes how far the meeting has come, as the page tells it; what was told never goes back.
fn tell(meeting: &mut Meeting, at_seconds: Option<u32>, now: Timestamp) {
    let told = at_seconds.unwrap_or_else(|| meeting.elapsed_at(now)).min(LONGEST_SECONDS);
    meeting.elapsed_seconds = meeting.elapsed_seconds.max(told);
    meeting.told_at = Some(now);
}

pub(crate) async fn interview_begin(app: &App, request: InterviewBegin) -> Result<MeetingNow, Failure> {
    let late = request.late_minutes.map(minutes).transpose()?;
    with_meeting(app, request.interview_id, move |w, id, meeting, now| {
        let begins = matches!(meeting.phase, Phase::Prepared | Phase::NoShow);
        meeting.phase = meeting.phase.after(Event::Begin)?;
        if begins {
            preparation::read_out(w, id)?;
            meeting.reason.clear();
            meeting.begun_at = Some(now);
            meeting.told_at = Some(now);
        }
        meeting.late_minutes = late.unwrap_or(meeting.late_minutes);
        Ok(())
    })
    .await
}

pub(crate) async fn interview_pause(app: &App, request: InterviewPause) -> Result<MeetingNow, Failure> {
    let InterviewPause { interview_id, cause, at_seconds, ago_seconds } = request;
    let cause = match cause {
        PauseAsk::Asked => PauseCause::Asked,
        PauseAsk::Sleep => PauseCause::Sleep,
    };
    let ago = SignedDuration::from_secs(i64::from(ago_seconds.unwrap_or(0).min(LONGEST_SECONDS)));
    with_meeting(app, interview_id, move |w, id, meeting, now| {
        let after = meeting.phase.after(Event::Pause)?;
        if meeting.phase == after {
            return Ok(());
        }
        meeting.phase = after;
        tell(meeting, Some(at_seconds), now);
        // Not before the meeting itself: the system's clock may have been set in between.
        let began_at = now.saturating_sub(ago).unwrap_or(now).max(meeting.begun_at.unwrap_or(now)).min(now);
        let pause = Pause { cause, at_seconds: meeting.elapsed_seconds, began_at, ended_at: None };
        Ok(interview::add_pause(w, id, &pause)?)
    })
    .await
}

pub(crate) async fn interview_resume(app: &App, request: InterviewMoment) -> Result<MeetingNow, Failure> {
    with_meeting(app, request.interview_id, move |w, id, meeting, now| {
        let before = meeting.phase;
        meeting.phase = before.after(Event::Resume)?;
        // It was over before it was written down: taken up again, it is over as before, and no clock runs.
        if meeting.mode == Mode::Afterwards {
            (meeting.phase, meeting.ended_at) = (Phase::Ended, None);
            meeting.reason.clear();
            return Ok(());
        }
        if before == Phase::Live {
            return Ok(());
        }
        interview::end_pause(w, id, now)?;
        if let (Phase::Ended | Phase::Withdrawn, Some(ended)) = (before, meeting.ended_at) {
            let began_at = ended.min(now);
            let at_seconds = meeting.elapsed_seconds;
            let pause = Pause { cause: PauseCause::Interrupted, at_seconds, began_at, ended_at: Some(now) };
            interview::add_pause(w, id, &pause)?;
        }
        meeting.begun_at = meeting.begun_at.or(Some(now));
        meeting.ended_at = None;
        meeting.told_at = Some(now);
        meeting.reason.clear();
        Ok(())
    })
    .await
}

pub(crate) async fn interview_end(app: &App, request: InterviewMoment) -> Result<MeetingNow, Failure> {
    let at_seconds = request.at_seconds;
    with_meeting(app, request.interview_id, move |w, id, meeting, now| end(w, id, meeting, at_seconds, now)).await
}

fn end(
    w: &Write<'_>,
    id: &InterviewId,
    meeting: &mut Meeting,
    at_seconds: Option<u32>,
    now: Timestamp,
) -> Result<(), Failure> {
    let before = meeting.phase;
    meeting.phase = before.after(Event::End)?;
    if before == Phase::Ended {
        return Ok(());
    }
    // One that broke off and is not continued ended then.
    let broke_off = meeting.pauses.last().filter(|pause| before == Phase::Interrupted && pause.ended_at.is_none());
    // Not before it began: the system's clock may have been set back in between.
    let ended = broke_off.map_or(now, |pause| pause.began_at).max(meeting.begun_at.unwrap_or(now));
    interview::end_pause(w, id, ended)?;
    if before == Phase::Live {
        tell(meeting, at_seconds, now);
    }
    meeting.ended_at = Some(ended);
    Ok(())
}

/// Ends a meeting that still runs when its scorecard is submitted: nothing of it can be told afterwards.
pub(crate) fn end_with_submission(w: &Write<'_>, id: &InterviewId, now: Timestamp) -> Result<(), Failure> {
    let mut meeting = interview::meeting(w, id)?.ok_or_else(|| Failure::not_found("interview", id))?;
    if matches!(meeting.phase, Phase::Live | Phase::Paused | Phase::Interrupted) {
        end(w, id, &mut meeting, None, now)?;
        interview::set_meeting(w, id, &meeting)?;
    }
    Ok(())
}

pub(crate) async fn interview_set_phase(app: &App, request: InterviewSetPhase) -> Result<MeetingNow, Failure> {
    let InterviewSetPhase { interview_id, phase, reason, at_seconds } = request;
    let reason = reason.unwrap_or_default().trim().to_owned();
    text::within_limit("The reason", &reason)?;
    with_meeting(app, interview_id, move |w, id, meeting, now| {
        let before = meeting.phase;
        meeting.phase = before.after(match phase {
            PhaseAsk::NoShow => Event::NoShow,
            PhaseAsk::Withdrawn => Event::Withdraw,
            PhaseAsk::Interrupted => Event::Interrupt,
        })?;
        meeting.reason.clone_from(&reason);
        if before == Phase::Live {
            tell(meeting, at_seconds, now);
        }
        if meeting.phase == Phase::Interrupted && before != Phase::Interrupted {
            interview::end_pause(w, id, now)?;
            let (cause, at_seconds) = (PauseCause::Interrupted, meeting.elapsed_seconds);
            interview::add_pause(w, id, &Pause { cause, at_seconds, began_at: now, ended_at: None })?;
        } else if meeting.phase != Phase::Interrupted && meeting.begun_at.is_some() {
            interview::end_pause(w, id, now)?;
            meeting.ended_at = meeting.ended_at.or(Some(now).max(meeting.begun_at));
        }
        Ok(())
    })
    .await
}
