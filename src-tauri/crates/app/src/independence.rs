//! Who reads, what they may read, and that they have now read it. The rule is in `workbench_domain::independence`.

use std::collections::HashSet;

use workbench_domain::{
    candidate::Candidate,
    canonical,
    compare::CandidateRecord,
    ids::{CandidateId, InterviewId, RoleId, RoundId},
    independence::{Reader, Veil, owed, shares_round_of, shows_others, veil},
    interview::{Interview, InterviewState},
    log::{Act, Deed, Subject},
    meeting::Adjustments,
    shared::SharedScorecard,
    text::isolate,
};
use workbench_store::{Read, candidate, interview, interviewer, log, seen, shared};

use crate::{
    App, compare,
    failure::{Code, Failure},
    scorecard::loaded,
};

/// The interviewer of this laptop as a reader of others' ratings.
pub(crate) fn reader(r: &Read<'_>) -> Result<Option<Reader>, Failure> {
    let Some(me) = interviewer::me(r)? else { return Ok(None) };
    Ok(Some(Reader { open: interview::open_of(r, &me.id)?, id: me.id }))
}

/// Of which of these candidates the reader is about to see another's submitted scorecard for the first time.
pub(crate) fn first_shown<'a>(
    r: &Read<'_>,
    records: impl IntoIterator<Item = &'a CandidateRecord>,
    reader: Option<&Reader>,
) -> Result<Vec<CandidateId>, Failure> {
    let mut first = Vec::new();
    let Some(reader) = reader else { return Ok(first) };
    for record in records {
        let id = &record.candidate.id;
        if shows_others(record, reader) && seen::get(r, &reader.id, id)?.is_none() {
            first.push(id.clone());
        }
    }
    Ok(first)
}

/// Keeps that the reader has seen others' scorecards on these candidates. Durable before anything is shown: what cannot be
/// kept is not shown either.
pub(crate) async fn keep_seen(app: &App, candidates: Vec<CandidateId>) -> Result<(), Failure> {
    if candidates.is_empty() {
        return Ok(());
    }
    let now = app.now();
    app.store()
        .write(move |w| {
            let Some(me) = interviewer::me(w)? else { return Ok(()) };
            for candidate in candidates {
                // Another call may have shown it meanwhile.
                if seen::get(w, &me.id, &candidate)?.is_none() {
                    seen::add(w, &me.id, &candidate, now)?;
                    let mut hashes = seen::hashes(w, &me.id, &candidate)?;
                    hashes.extend(shared::of_candidate(w, &candidate)?.iter().map(SharedScorecard::hash));
                    let content = canonical::hash(&hashes);
                    let subjects = vec![Subject::Candidate(candidate)];
                    log::add(w, Deed { at: now, actor: me.id.clone(), act: Act::Reveal, subjects, content })?;
                }
            }
            Ok::<_, Failure>(())
        })
        .await
}

/// Whether a candidate is in one round with somebody on whom an own scorecard is still open.
pub(crate) fn is_veiled(reader: Option<&Reader>, candidate: &Candidate) -> bool {
    is_veiled_of(reader, &candidate.role_id, candidate.round_id.as_ref(), candidate.sample)
}

/// The same of a candidate of whom only this is known.
pub(crate) fn is_veiled_of(reader: Option<&Reader>, role: &RoleId, round: Option<&RoundId>, sample: bool) -> bool {
    reader.is_some_and(|reader| reader.open.iter().any(|own| shares_round_of(own, role, round, sample)))
}

/// The candidates who are in one round with somebody on whom an own scorecard is still open. Looks at everyone for the roles of
/// those: for one person ask [`is_veiled`].
pub(crate) fn veiled(r: &Read<'_>) -> Result<HashSet<CandidateId>, Failure> {
    let reader = reader(r)?;
    let mut all = Vec::new();
    let (mut roles, mut rounds) = (HashSet::new(), HashSet::new());
    for own in reader.iter().flat_map(|reader| &reader.open) {
        if roles.insert(&own.role_id) {
            all.extend(candidate::of_role(r, &own.role_id)?.into_iter().filter(|one| is_veiled(reader.as_ref(), one)));
        }
        if let Some(round) = own.round_id.as_ref().filter(|round| rounds.insert(*round)) {
            all.extend(candidate::of_round(r, round)?.into_iter().filter(|one| is_veiled(reader.as_ref(), one)));
        }
    }
    Ok(all.into_iter().map(|one| one.id).collect())
}

/// Refuses what put candidates into rounds, if others' ratings would be shown by it that an own open scorecard hides.
///
/// # Errors
/// `conflict` with what must come first.
pub(crate) fn stays_veiled(r: &Read<'_>, before: &HashSet<CandidateId>) -> Result<(), Failure> {
    let now = veiled(r)?;
    for id in before.difference(&now) {
        let Some(one) = candidate::get(r, id)? else { continue };
        return Err(Failure::new(
            Code::Conflict,
            format!(
                "You have an open scorecard in the round of {}. Submit it first: until then nobody is taken out of that \
                 round, since others' ratings would be seen before your own is in.",
                isolate(&one.name)
            ),
        ));
    }
    Ok(())
}

/// An interview as the interviewer of this laptop may read it.
pub(crate) struct Reading {
    pub interview: Interview,
    pub candidate: Candidate,
    /// Whether it is written on this laptop: one's own, or that of someone who interviews beside one.
    pub mine: bool,
    /// The candidate, if another's scorecard is seen for the first time; see [`keep_seen`].
    pub shown: Vec<CandidateId>,
}

/// One's own interview, or another's that is submitted and not hidden.
///
/// # Errors
/// `not_found`; `hidden` with what must come first.
pub(crate) fn readable(r: &Read<'_>, id: &InterviewId) -> Result<Reading, Failure> {
    let mut interview = loaded(r, id)?;
    let candidate = candidate::get(r, &interview.candidate_id)?
        .ok_or_else(|| Failure::not_found("candidate", &interview.candidate_id))?;
    let me = interviewer::me(r)?;
    let mine = me.as_ref().is_some_and(|me| interview.is_kept_by(&me.id));
    let own = me.is_some_and(|me| interview.interviewer.id == me.id);
    // Who sits beside writes on this laptop; once that is submitted, it is another's scorecard like any other.
    if own || (mine && interview.state == InterviewState::Open) {
        return Ok(Reading { interview, candidate, mine, shown: Vec::new() });
    }
    if interview.state == InterviewState::Open {
        return Err(Failure::new(
            Code::Hidden,
            format!(
                "{} has not submitted this interview yet. It can be read afterwards.",
                isolate(&interview.interviewer.name)
            ),
        ));
    }
    let name = isolate(&candidate.name);
    let record = compare::record(r, &candidate.id)?;
    // Looks through all that one has written, so not before it must: one's own opens as fast after a thousand interviews.
    let reader = reader(r)?;
    let first = match veil(&record, reader.as_ref()) {
        Some(Veil::Own) => {
            Some(format!("Your scorecard on {name} is not submitted. Submit it first; then the others can be read."))
        }
        Some(Veil::Round { candidate }) => Some(round_first(&candidate)),
        None => None,
    };
    if let Some(first) = first {
        return Err(Failure::new(Code::Hidden, first));
    }
    // That there is a note on someone's health or family is itself for its author alone.
    interview.hidden.clear();
    if !mine {
        // What was agreed for the candidate is for those who keep to it.
        interview.meeting.adjustments = Adjustments::default();
    }
    let shown = first_shown(r, [&record], reader.as_ref())?;
    Ok(Reading { interview, candidate, mine, shown })
}

/// Refuses what belongs to the panel's talk while the reader owes a scorecard of the round.
///
/// # Errors
/// `conflict` with what must come first.
pub(crate) fn nothing_owed(r: &Read<'_>, candidate: &Candidate) -> Result<(), Failure> {
    let first = match owed(candidate, reader(r)?.as_ref()) {
        None => return Ok(()),
        Some(Veil::Own) => format!(
            "You have an interview with {} that is not submitted. Submit it first: the debrief shows every scorecard.",
            isolate(&candidate.name)
        ),
        Some(Veil::Round { candidate }) => round_first(&candidate),
    };
    Err(Failure::new(Code::Conflict, first))
}

/// Why nothing of the round is shown while one's own interview with this candidate is open.
pub(crate) fn round_first(candidate: &str) -> String {
    format!(
        "Your scorecard on {} is not submitted. Submit it first: until then no other rating of this round is shown, so \
         that one candidate is not judged by another.",
        isolate(candidate)
    )
}
