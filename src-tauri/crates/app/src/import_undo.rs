//! Taking back an import of candidates or of a calendar.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    appointment::Appointment,
    ids::{CandidateId, ImportId},
    import_change::{ImportChange, Known},
    log::Act,
    shared::SharedScorecard,
};
use workbench_store::{Write, appointment, candidate, contact, hold, import_change, interview, round, shared};

use crate::{App, failure::Failure, log::note};

/// Names an import.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportRef {
    /// Which.
    pub import_id: ImportId,
}

/// An import was taken back.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportUndone {
    /// What is as it was before: people and planned interviews.
    pub undone: u32,
    /// What stays, because it was used or changed since.
    pub kept: u32,
    /// When it was saved.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
}

pub(crate) async fn import_undo(app: &App, request: ImportRef) -> Result<ImportUndone, Failure> {
    let app_now = app.now();
    let (undone, kept) = app
        .store()
        .write(move |w| {
            let changes = import_change::of_import(w, &request.import_id)?;
            if changes.is_empty() {
                return Err(Failure::not_found("import that can be taken back", &request.import_id));
            }
            let mut about: Vec<CandidateId> = Vec::new();
            for id in changes.iter().filter_map(|change| change.candidate_id()) {
                if !about.contains(id) {
                    about.push(id.clone());
                }
            }
            let (mut undone, mut kept) = (0, 0);
            for change in changes {
                let done = match change {
                    ImportChange::Candidate { id, before, after } => known(w, &id, before, &after)?,
                    ImportChange::Scorecard { candidate_id, before, after } => {
                        scorecard(w, &candidate_id, before.as_deref(), &after, app_now)?
                    }
                    ImportChange::Appointment { before, after } => planned(w, before, after)?,
                };
                *if done { &mut undone } else { &mut kept } += 1;
            }
            import_change::forget(w, &request.import_id)?;
            note(w, app_now, Act::ImportUndo, about, &request.import_id)?;
            Ok::<_, Failure>((undone, kept))
        })
        .await?;
    Ok(ImportUndone { undone, kept, at: app.now() })
}

/// Makes a candidate what it was, unless something has happened to it since.
fn known(w: &Write<'_>, id: &CandidateId, before: Option<Known>, after: &Known) -> Result<bool, Failure> {
    let Some(now) = candidate::get(w, id)? else { return Ok(true) };
    let as_imported = contact::get(w, id)? == after.contact && now.round_id == after.round_id;
    let Some(before) = before else {
        let used = !shared::of_candidate(w, id)?.is_empty()
            || !interview::of_candidate(w, id)?.is_empty()
            || !appointment::of_candidate(w, id)?.is_empty()
            || hold::of_candidate(w, id)?.is_some();
        return Ok(as_imported && !used && candidate::remove(w, id)?);
    };
    if !as_imported {
        return Ok(false);
    }
    contact::put(w, id, &before.contact)?;
    // The round may be gone by now.
    let round = before.round_id.map(|id| round::get(w, &id)).transpose()?.flatten();
    candidate::set_round(w, id, round.as_ref().map(|round| &round.id))?;
    Ok(true)
}

/// Makes an imported scorecard what it was, unless a later file has changed it since.
fn scorecard(
    w: &Write<'_>,
    candidate: &CandidateId,
    before: Option<&SharedScorecard>,
    after: &SharedScorecard,
    now: Timestamp,
) -> Result<bool, Failure> {
    if shared::get(w, &after.source, &after.id)?.is_none_or(|(_, there)| there != *after) {
        return Ok(false);
    }
    match before {
        Some(before) => shared::put(w, candidate, before, now)?,
        None => shared::remove(w, &after.source, &after.id)?,
    }
    Ok(true)
}

/// Makes a planned interview what it was, unless something has happened to it since.
fn planned(w: &Write<'_>, before: Option<Appointment>, after: Option<Appointment>) -> Result<bool, Failure> {
    let Some(id) = before.as_ref().or(after.as_ref()).map(|one| &one.id) else { return Ok(true) };
    if appointment::get(w, id)? != after {
        return Ok(false);
    }
    match before {
        Some(before) => appointment::put(w, &before)?,
        None => appointment::remove(w, id)?,
    }
    Ok(true)
}
