//! Preparing an interview: what an interviewer reads and writes before the hour begins.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    at::InField,
    debrief::OpenPoint,
    ids::InterviewId,
    interview::InterviewState,
    kit::Background,
    preparation::{FollowUp, Preparation},
    text,
};
use workbench_store::{Read, Write, candidate, debrief, entry, interview, interviewer, preparation, setting};

use crate::{
    App,
    failure::{Code, Failure},
    interview::{InterviewGet, writable},
    retention,
};

/// What was written down before an interview, and what may be read by then.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PreparationNow {
    /// How to say the candidate's name; kept with the candidate.
    pub spoken_name: String,
    /// What was written down. Until when notes are kept is as the rule says where nothing was written yet, and without a rule as
    /// it was said last.
    pub preparation: Preparation,
    /// When the CV and earlier notes may be seen, by the kit.
    pub background: Background,
    /// What earlier, submitted scorecards of the candidate left to follow up; none while the kit does not let it be seen.
    pub follow_ups: Option<Vec<FollowUp>>,
    /// What the debriefs on the candidate left open: follow-ups always, risks where the kit lets them be seen.
    pub open_points: Vec<OpenPoint>,
}

/// Keeps a preparation.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PreparationSet {
    /// Of which interview.
    pub interview_id: InterviewId,
    /// How to say the candidate's name; may be empty.
    pub spoken_name: String,
    /// Who of the interviewers covers what; may be empty.
    pub covers: String,
    /// What colleagues asked to follow up; may be empty.
    pub asked: String,
    /// Until when notes are kept, as it is read out; may be empty. While there is no rule, it is offered again for the next
    /// interview.
    pub retention: String,
}

/// Until when notes are kept, as it was said last: the next interview is offered it while there is no rule.
const RETENTION: &str = "retention_words";

/// Until when notes are kept, as it is read out where nothing else was written: by the rule, or else as it was said last.
fn by_default(r: &Read<'_>) -> Result<String, Failure> {
    Ok(match retention::rule(r)? {
        Some(rule) => rule.read_out(),
        None => setting::get(r, RETENTION)?.unwrap_or_default(),
    })
}

/// Keeps with the interview what is read out at its beginning, also where nobody typed it.
pub(crate) fn read_out(w: &Write<'_>, id: &InterviewId) -> Result<(), Failure> {
    let mut preparation = preparation::get(w, id)?.unwrap_or_default();
    if preparation.retention.is_empty() {
        preparation.retention = by_default(w)?;
        if !preparation.retention.is_empty() {
            preparation::put(w, id, &preparation)?;
        }
    }
    Ok(())
}

fn now(r: &Read<'_>, id: &InterviewId) -> Result<PreparationNow, Failure> {
    let interview = interview::load(r, id)?.ok_or_else(|| Failure::not_found("interview", id))?;
    let me = interviewer::me(r)?;
    if !me.is_some_and(|me| interview.is_kept_by(&me.id)) {
        return Err(Failure::new(Code::Conflict, "This is another interviewer's interview."));
    }
    let candidate = candidate::get(r, &interview.candidate_id)?
        .ok_or_else(|| Failure::not_found("candidate", &interview.candidate_id))?;
    let mut preparation = preparation::get(r, id)?.unwrap_or_default();
    if preparation.retention.is_empty() {
        preparation.retention = by_default(r)?;
    }
    let background = interview.content.kit.background;
    let seen = background == Background::BeforeInterview || interview.state == InterviewState::Submitted;
    let follow_ups = seen.then(|| entry::follow_ups(r, &interview.candidate_id, id)).transpose()?;
    let debriefs = debrief::of_candidate(r, &interview.candidate_id)?;
    let open_points = debriefs.iter().flat_map(|draft| draft.carried(seen).cloned()).collect();
    Ok(PreparationNow { spoken_name: candidate.spoken_name, preparation, background, follow_ups, open_points })
}

pub(crate) async fn preparation_get(app: &App, request: InterviewGet) -> Result<PreparationNow, Failure> {
    app.store().read(move |r| now(r, &request.interview_id)).await
}

pub(crate) async fn preparation_set(app: &App, request: PreparationSet) -> Result<PreparationNow, Failure> {
    let PreparationSet { interview_id, spoken_name, covers, asked, retention } = request;
    let spoken_name = match spoken_name.trim() {
        "" => String::new(),
        spoken => text::person_name("How to say the name", spoken).at("spoken_name")?,
    };
    let written = [
        ("Who covers what", &covers, "covers"),
        ("What to follow up", &asked, "asked"),
        ("How long", &retention, "retention"),
    ];
    for (what, words, field) in written {
        text::within_limit(what, words).at(field)?;
    }
    let (me, at) = (app.me().await?, app.now());
    app.store()
        .write(move |w| {
            writable(w, &interview_id, &me.id)?;
            let interview =
                interview::load(w, &interview_id)?.ok_or_else(|| Failure::not_found("interview", &interview_id))?;
            candidate::set_spoken_name(w, &interview.candidate_id, &spoken_name)?;
            let retention = match retention::rule(w)? {
                // Not somebody's own words: until it is read out, it follows the rule.
                Some(rule) if interview.meeting.begun_at.is_none() && retention.trim() == rule.read_out() => {
                    String::new()
                }
                Some(_) => retention,
                None => {
                    if !retention.trim().is_empty() {
                        setting::set(w, RETENTION, &retention)?;
                    }
                    retention
                }
            };
            preparation::put(w, &interview_id, &Preparation { covers, asked, retention })?;
            interview::touch(w, &interview_id, at)?;
            now(w, &interview_id)
        })
        .await
}
