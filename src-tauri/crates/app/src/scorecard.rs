//! Scorecards: the review, the draft, and the submission that locks.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    amendment::{Judgement, ScorecardVersion},
    at::InField,
    evidence::Reason,
    ids::{CompetencyId, InterviewId},
    interview::Interview,
    lint::Language,
    log::{Act, Deed, Subject},
    means,
    place::Place,
    review::{self, Missing, Review},
    scorecard::{self as rules, Confirmation, OwnRating, REASONS_MAX, Recommendation, Scorecard},
    text,
};
use workbench_store::{Read, action, interview, interviewer, log, scorecard, seen};

use crate::{
    App,
    failure::{Code, Failure},
    interview::{InterviewGet, writable},
    meeting,
    rating::Saved,
    status::settings,
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
    /// The reasons for, all of them; as they are when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub reasons_for: Option<Vec<Reason>>,
    /// The reasons against, all of them; as they are when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub reasons_against: Option<Vec<Reason>>,
    /// Own ratings of competencies, all of them; as they are when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub own_ratings: Option<Vec<OwnRating>>,
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
    /// Submit although required questions are unrated. Only after that was shown; it is kept with the scorecard.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub anyway: bool,
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

pub(crate) async fn review_get(app: &App, request: InterviewGet) -> Result<Review, Failure> {
    app.store()
        .read(move |r| {
            let id = request.interview_id;
            let interview = loaded(r, &id)?;
            if !interviewer::me(r)?.is_some_and(|me| interview.is_kept_by(&me.id)) {
                return Err(Failure::new(
                    Code::Conflict,
                    "This is another interviewer's write-up; only they review it.",
                ));
            }
            let language = settings(r)?.lint.then_some(Language::English);
            Ok(review::review(&interview, language))
        })
        .await
}

pub(crate) async fn scorecard_save(app: &App, request: ScorecardSave) -> Result<Saved, Failure> {
    text::within_limit("The reason", &request.reason).at("reason")?;
    let (me, now) = (app.me().await?, app.now());
    app.store()
        .write(move |w| {
            let id = request.interview_id;
            writable(w, &id, &me.id)?;
            let mut draft = scorecard::get(w, &id)?;
            draft.recommendation = request.recommendation;
            draft.reason = request.reason;
            // A keystroke in the reason needs nothing of the interview; what cites or names something in it does.
            let lists = [("reasons_for", &request.reasons_for), ("reasons_against", &request.reasons_against)];
            if lists.iter().any(|(_, given)| given.is_some()) || request.own_ratings.is_some() {
                let interview = loaded(w, &id)?;
                for (list, given) in lists {
                    check_reasons(&interview, given.as_deref().unwrap_or_default(), list)?;
                }
                check_own_ratings(&interview, request.own_ratings.as_deref().unwrap_or_default())?;
            }
            draft.reasons_for = request.reasons_for.unwrap_or(draft.reasons_for);
            draft.reasons_against = request.reasons_against.unwrap_or(draft.reasons_against);
            draft.own_ratings = request.own_ratings.unwrap_or(draft.own_ratings);
            scorecard::save(w, &id, &draft)?;
            Ok::<_, Failure>(interview::touch(w, &id, now)?)
        })
        .await?;
    Ok(Saved::at(app))
}

/// Refuses reasons that are too many, too long, or cite what is not in the interview. They may lack words or evidence as
/// long as they are a draft.
fn check_reasons(interview: &Interview, reasons: &[Reason], list: &str) -> Result<(), Failure> {
    if reasons.len() > REASONS_MAX {
        let what = format!("Give up to {REASONS_MAX} reasons for and {REASONS_MAX} against.");
        return Err(Failure::invalid(what).under(list));
    }
    for (n, reason) in reasons.iter().enumerate() {
        text::within_limit("The reason", &reason.text).at(format!("{list}[{n}].text"))?;
        let there = reason.resting_on(interview);
        if there.entry_ids.len() + there.ticks.len() < reason.entry_ids.len() + reason.ticks.len() {
            let what =
                "A reason cites a note or a tick that is not in this interview any more. Take it out of the reason.";
            return Err(Failure::new(Code::NotFound, what).under(&format!("{list}[{n}]")));
        }
    }
    Ok(())
}

/// Refuses own ratings of a competency that the kit does not ask about, or rates twice. The reason may come later.
fn check_own_ratings(interview: &Interview, own: &[OwnRating]) -> Result<(), Failure> {
    let asked: Vec<CompetencyId> = means::sums(interview).into_iter().map(|sum| sum.competency_id).collect();
    for (n, rating) in own.iter().enumerate() {
        text::within_limit("The reason", &rating.reason).at(format!("own_ratings[{n}].reason"))?;
        let of_competency = format!("own_ratings[{n}].competency_id");
        if !asked.contains(&rating.competency_id) {
            let missing = Failure::not_found("competency in this interview's kit", &rating.competency_id);
            return Err(missing.under(&of_competency));
        }
        if own[..n].iter().any(|before| before.competency_id == rating.competency_id) {
            let what = format!("The competency {} is rated twice.", text::isolate(rating.competency_id.as_str()));
            return Err(Failure::invalid(what).under(&of_competency));
        }
    }
    Ok(())
}

pub(crate) async fn scorecard_confirm(app: &App, request: InterviewGet) -> Result<Saved, Failure> {
    let (me, now) = (app.me().await?, app.now());
    app.store()
        .write(move |w| {
            let id = request.interview_id;
            writable(w, &id, &me.id)?;
            let interview = loaded(w, &id)?;
            let confirmed = Some(Confirmation { at: now, sums: means::sums(&interview) });
            scorecard::save(w, &id, &Scorecard { confirmed, ..interview.scorecard })?;
            Ok::<_, Failure>(interview::touch(w, &id, now)?)
        })
        .await?;
    Ok(Saved::at(app))
}

pub(crate) async fn scorecard_submit(app: &App, request: ScorecardSubmit) -> Result<ScorecardSubmitted, Failure> {
    let (me, now) = (app.me().await?, app.now());
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
            // As it was before submitting ends what still runs.
            let ended_at = loaded(w, &id)?.ended_at();
            meeting::end_with_submission(w, &id, now)?;
            let mut interview = loaded(w, &id)?;
            interview.scorecard.recommendation = request.recommendation;
            interview.scorecard.reason = request.reason;
            ready(&interview, request.anyway)?;
            let seen = seen::get(w, &me.id, &interview.candidate_id)?.is_some();
            let locked = locked(&interview, ended_at, now, seen)?;
            let hash = rules::content_hash(&interview, &locked);
            let locked = Scorecard { hash: Some(hash.clone()), ..locked };
            interview.scorecard = locked.clone();
            let judgement = Judgement::of(&interview).ok_or_else(|| Failure::bug("No recommendation is chosen."))?;
            let first =
                ScorecardVersion { number: 1, judgement, at: now, reason: None, after_seeing_others: seen, hash };
            scorecard::submit(w, &id, &locked, &first)?;
            let subjects = vec![Subject::Interview(id.clone()), Subject::Candidate(interview.candidate_id.clone())];
            // Who sat beside submits an own scorecard on this laptop.
            let (actor, content) = (interview.interviewer.id.clone(), first.hash);
            log::add(w, Deed { at: now, actor, act: Act::ScorecardSubmit, subjects, content })?;
            // Nothing can be changed any more, so there is nothing to undo; what was deleted is not kept.
            action::forget(w, &id)?;
            Ok::<_, Failure>(locked)
        })
        .await?;
    Ok(ScorecardSubmitted { scorecard, at: app.now() })
}

/// The draft as it will be kept: texts without space at their ends, reasons with what they can still cite.
fn locked(interview: &Interview, ended_at: Timestamp, now: Timestamp, seen: bool) -> Result<Scorecard, Failure> {
    let draft = &interview.scorecard;
    let kept = |reasons: &[Reason]| {
        reasons
            .iter()
            .map(|reason| {
                let reason = reason.resting_on(interview);
                Ok(Reason { text: text::free_text("The reason", &reason.text)?, ..reason })
            })
            .collect::<Result<Vec<_>, Failure>>()
    };
    Ok(Scorecard {
        reason: text::free_text("The reason", &draft.reason)?,
        reasons_for: kept(&draft.reasons_for)?,
        reasons_against: kept(&draft.reasons_against)?,
        submitted_at: Some(now),
        submitted_anyway: review::is_required_unrated(interview),
        minutes: Some(rules::minutes_after(ended_at, now)),
        after_seeing_others: seen,
        ..draft.clone()
    })
}

/// Refuses a scorecard that lacks something, with the first thing that it lacks.
fn ready(interview: &Interview, anyway: bool) -> Result<(), Failure> {
    if let Some(lack) = review::missing(interview).into_iter().next() {
        let code = match lack {
            Missing::Recommendation | Missing::Reason | Missing::ReasonWords | Missing::OwnRatingReason => {
                Code::Invalid
            }
            Missing::Evidence | Missing::UnkeptNote | Missing::ReasonEvidence => Code::Conflict,
        };
        let words = if lack == Missing::UnkeptNote { unkept(interview) } else { None };
        return Err(Failure::new(code, words.unwrap_or_else(|| lack.words().to_owned())));
    }
    if review::is_required_unrated(interview) && !anyway {
        return Err(Failure::new(
            Code::Conflict,
            "Required questions are not rated. Rate them, mark them as not asked or could not judge, or submit anyway.",
        ));
    }
    Ok(())
}

/// Which note is typed and not kept, in a sentence.
fn unkept(interview: &Interview) -> Option<String> {
    let unkept = interview.drafts.first()?;
    Some(format!(
        "A note under {} is typed but not kept: \"{}\". Keep it or clear it before you submit.",
        place_words(&unkept.place, interview),
        text::isolate(&beginning(&unkept.written.text))
    ))
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
    // What turns the direction of a text turned it for the whole of it; a beginning alone would turn the sentence.
    let mut characters = text.chars().filter(|c| !matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'));
    let start: String = characters.by_ref().take(40).collect();
    if characters.next().is_some() { format!("{start}…") } else { start }
}

pub(crate) fn loaded(r: &Read<'_>, id: &InterviewId) -> Result<Interview, Failure> {
    interview::load(r, id)?.ok_or_else(|| Failure::not_found("interview", id))
}
