//! Scorecards: the draft, and the submission that locks.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    canonical,
    ids::InterviewId,
    interview::{Interview, InterviewState},
    interviewer::Interviewer,
    place::Place,
    scorecard::{self as rules, Recommendation, Scorecard},
    text,
};
use workbench_store::{action, interview, scorecard};

use crate::{
    App,
    failure::{Code, Failure},
    interview::writable,
    meeting,
    rating::Saved,
};

/// Keeps the draft of a scorecard.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ScorecardSave {
    /// Of which interview.
    pub interview_id: InterviewId,
    /// The recommendation; none until it is chosen.
    pub recommendation: Option<Recommendation>,
    /// Why, as far as it is written.
    pub reason: String,
}

/// Submits a scorecard.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ScorecardSubmit {
    /// Of which interview.
    pub interview_id: InterviewId,
    /// The recommendation.
    pub recommendation: Option<Recommendation>,
    /// Why, in the interviewer's words.
    pub reason: String,
}

/// A submitted scorecard.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ScorecardSubmitted {
    /// The scorecard, locked.
    pub scorecard: Scorecard,
    /// When it became durable.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
}

pub(crate) async fn scorecard_save(app: &App, request: ScorecardSave) -> Result<Saved, Failure> {
    text::within_limit("The reason", &request.reason)?;
    let (me, now) = (app.me().await?, app.now());
    app.store()
        .write(move |w| {
            writable(w, &request.interview_id, &me.id)?;
            scorecard::save(w, &request.interview_id, request.recommendation, &request.reason)?;
            Ok::<_, Failure>(interview::touch(w, &request.interview_id, now)?)
        })
        .await?;
    Ok(Saved::at(app))
}

pub(crate) async fn scorecard_submit(app: &App, request: ScorecardSubmit) -> Result<ScorecardSubmitted, Failure> {
    let (me, now) = (app.me().await?, app.now());
    let draft_of_it =
        Scorecard { recommendation: request.recommendation, reason: request.reason, ..Scorecard::default() };
    let (recommendation, reason) = rules::ready(&draft_of_it)?;
    let scorecard = app
        .store()
        .write(move |w| {
            let id = request.interview_id;
            if writable(w, &id, &me.id)?.practice {
                return Err(Failure::new(
                    Code::Conflict,
                    "This is practice, which is thrown away. Leave it with \"Discard\"; nothing of it is submitted.",
                ));
            }
            meeting::end_with_submission(w, &id, now)?;
            let interview = interview::load(w, &id)?.ok_or_else(|| Failure::not_found("interview", &id))?;
            if let Some(unkept) = interview.drafts.first() {
                return Err(Failure::new(
                    Code::Conflict,
                    format!(
                        "A note under {} is typed but not kept: \"{}\". Keep it or clear it before you submit.",
                        place_words(&unkept.place, &interview),
                        beginning(&unkept.written.text)
                    ),
                ));
            }
            let locked = Scorecard {
                recommendation: Some(recommendation),
                reason: reason.clone(),
                submitted_at: Some(now),
                hash: None,
            };
            let hash = content_hash(interview, &locked);
            scorecard::submit(w, &id, recommendation, &reason, now, &hash)?;
            // Nothing can be changed any more, so there is nothing to undo; what was deleted is not kept.
            action::forget(w, &id)?;
            Ok::<_, Failure>(Scorecard { hash: Some(hash), ..locked })
        })
        .await?;
    Ok(ScorecardSubmitted { scorecard, at: app.now() })
}

/// A place, for a message.
fn place_words(place: &Place, interview: &Interview) -> String {
    match place {
        Place::General => "General".to_owned(),
        Place::CandidateQuestions => "Candidate's questions".to_owned(),
        Place::Question(id) => {
            interview.content.number_of(id).map_or_else(|| id.to_string(), |number| format!("question {number}"))
        }
    }
}

/// The first words of a text, for a message.
fn beginning(text: &str) -> String {
    let mut characters = text.chars();
    let start: String = characters.by_ref().take(40).collect();
    if characters.next().is_some() { format!("{start}…") } else { start }
}

/// SHA-256 over the canonical form of everything submitted: what was asked, noted, ticked, rated and recommended. Where
/// the screen last stood is no part of it, nor is the interviewer's name, which may change; the id does not.
fn content_hash(interview: Interview, scorecard: &Scorecard) -> String {
    let interviewer = Interviewer { name: String::new(), ..interview.interviewer.clone() };
    canonical::hash(&Interview {
        interviewer,
        scorecard: scorecard.clone(),
        state: InterviewState::Submitted,
        at: Place::General,
        drafts: Vec::new(),
        ..interview
    })
}
