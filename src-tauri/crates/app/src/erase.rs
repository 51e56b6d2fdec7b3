//! Erasing one person: what will go, then everything, here and in the backups. What was decided once is carried through, at the
//! next start where a process ended half way.

mod nouns;
mod outside;

use std::path::Path;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    candidate::Candidate,
    erasure::{Erased, WrittenName, is_typed},
    hold::Hold,
    ids::CandidateId,
    independence::owed,
    log::Act,
    phase::Phase,
    text::isolate,
};
use workbench_store::{DataKey, Read, Write, candidate, erase, erased, hold, interview};

pub use self::{
    nouns::{ErasureCount, NamePart, NamedNotes},
    outside::ExportedOnce,
};
use self::{
    nouns::{counted, mentioned, own_notes},
    outside::exported,
};
use crate::{
    App,
    backup::{
        Chosen, aside, chosen, own,
        rid::{Affected, Rid, Ridded, put_aside, remove_put_aside},
    },
    candidate::CandidateGet,
    database_path,
    disk::path_words,
    failure::{Code, Failure},
    hold::not_held,
    independence::reader,
    log::note,
    protection,
};

/// Erases a candidate.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CandidateErase {
    /// Whom.
    pub candidate_id: CandidateId,
    /// The name, typed to confirm it.
    pub name: String,
}

/// What erasing a candidate would remove. Nothing is written.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ErasePreview {
    /// The name that must be typed.
    pub name: String,
    /// The hold that forbids it; none where none stands.
    pub hold: Option<Hold>,
    /// Whether an interview with them is under way, which forbids it.
    pub under_way: bool,
    /// What goes: what it is, and how much of it.
    pub goes: Vec<ErasureCount>,
    /// Where the whole name stands in what was written about others or about nobody. That stays.
    pub mentioned: Vec<ErasureCount>,
    /// The notes among that which are one's own to read.
    pub named: Vec<NamedNotes>,
    /// Where a part of the name stands in such texts without the rest of it. It may be somebody else's, so that a person looks.
    pub partly: Vec<NamePart>,
    /// What about them was exported, the newest first. Those files are outside our reach.
    pub exported: Vec<ExportedOnce>,
    /// How many backups in the data folder hold them, and are written anew without them.
    pub backups: u32,
    /// The same of the folder of one's choice.
    pub chosen_backups: u32,
    /// The folder of one's choice; none where there is none.
    pub folder: Option<String>,
    /// Whether that folder is there now. If not, its backups follow once it is.
    pub folder_there: bool,
    /// Backups that cannot be read and may hold them. They are removed.
    pub unreadable: Vec<String>,
    /// Damaged databases and other leftovers in the data folder that may hold them. They are removed.
    pub put_aside: u32,
}

/// A candidate was erased.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CandidateErased {
    /// What went.
    pub gone: Vec<ErasureCount>,
    /// Where the whole name still stands: in what was written about others or about nobody.
    pub mentioned: Vec<ErasureCount>,
    /// What about them was exported before, the newest first. Those files are outside our reach.
    pub exported: Vec<ExportedOnce>,
    /// How many backups were written anew without them.
    pub backups: u32,
    /// Backups that could not be read, and were removed.
    pub removed: Vec<String>,
    /// The folder of one's choice where it is not there now: its backups follow once it is.
    pub waiting: Option<String>,
    /// What could not be done yet, with the reason; it is tried again at the next start. Empty where everything is done.
    pub unfinished: Vec<String>,
    /// When it was durable.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
}

/// What can be asked about: somebody who is there, and is no passing figure of a practice.
fn known(r: &Read<'_>, id: &CandidateId) -> Result<Candidate, Failure> {
    let found = candidate::get(r, id)?.ok_or_else(|| Failure::not_found("candidate", id))?;
    if found.practice {
        return Err(Failure::invalid(
            "This candidate is made up for practice, which is thrown away by itself. Leave the interview with \"Discard\".",
        ));
    }
    Ok(found)
}

fn is_under_way(r: &Read<'_>, id: &CandidateId) -> Result<bool, Failure> {
    let live = |phase: Phase| matches!(phase, Phase::Live | Phase::Paused);
    Ok(interview::list_of(r, id)?.iter().any(|one| live(one.phase)))
}

pub(crate) async fn candidate_erase_preview(app: &App, request: CandidateGet) -> Result<ErasePreview, Failure> {
    let (now, folder) = (app.now(), chosen(app).await?);
    let id = request.candidate_id;
    let rid = Rid::of(app, vec![Erased::of(&id, now)]).await?;
    let read = app
        .store()
        .read(move |r| {
            let candidate = known(r, &id)?;
            // That something was decided is itself told by what others said.
            let veiled = owed(&candidate, reader(r)?.as_ref()).is_some();
            let parts = WrittenName::parts(&candidate.name);
            let named = erase::mentions(r, &id, &WrittenName::new(&candidate.name), &parts)?;
            let partly = parts.iter().zip(&named.parts).map(|(part, found)| {
                Ok(NamePart {
                    words: part.words().to_owned(),
                    found: mentioned(found, veiled),
                    notes: own_notes(r, found)?,
                })
            });
            let partly: Vec<NamePart> = partly.collect::<Result<_, Failure>>()?;
            Ok::<_, Failure>(ErasePreview {
                hold: hold::of_candidate(r, &id)?,
                under_way: is_under_way(r, &id)?,
                goes: counted(&erase::share(r, &id)?, veiled),
                mentioned: mentioned(&named.whole, veiled),
                named: own_notes(r, &named.whole)?,
                partly: partly.into_iter().filter(|part| !part.found.is_empty()).collect(),
                exported: exported(r, &candidate)?,
                name: candidate.name,
                backups: 0,
                chosen_backups: 0,
                folder: None,
                folder_there: false,
                unreadable: Vec::new(),
                put_aside: 0,
            })
        })
        .await?;
    let data = app.data_folder().to_owned();
    aside(move || {
        let own_ones = rid.look(&own(&data));
        let there = folder.as_ref().filter(|folder| folder.is_there()).map(|folder| folder.path.as_path());
        let chosen_ones = there.map(|folder| rid.look(folder)).unwrap_or_default();
        let Affected { holding, unreadable } = own_ones;
        Ok(ErasePreview {
            backups: holding,
            chosen_backups: chosen_ones.holding,
            folder_there: there.is_some(),
            folder: folder.map(|folder| folder.path.display().to_string()),
            unreadable: unreadable.into_iter().chain(chosen_ones.unreadable).collect(),
            put_aside: u32::try_from(put_aside(&data).len()).unwrap_or(u32::MAX),
            ..read
        })
    })
    .await
}

/// Removes the rows, in one transaction with the line of the log. From then on the person is gone. Answers whose name it
/// was, what went, and what was exported before.
fn remove(
    w: &Write<'_>,
    request: &CandidateErase,
    now: Timestamp,
) -> Result<(String, Vec<ErasureCount>, Vec<ExportedOnce>), Failure> {
    let id = &request.candidate_id;
    let candidate = known(w, id)?;
    not_held(w, id)?;
    if is_under_way(w, id)? {
        return Err(Failure::new(
            Code::Conflict,
            format!("An interview with {} is under way. End it first. Nothing was erased.", isolate(&candidate.name)),
        ));
    }
    if !is_typed(&candidate.name, &request.name) {
        return Err(Failure {
            field: Some("name".to_owned()),
            ..Failure::invalid(format!(
                "That is not the name. Type {}, in large or small letters. Nothing was erased.",
                isolate(&candidate.name)
            ))
        });
    }
    let veiled = owed(&candidate, reader(w)?.as_ref()).is_some();
    let (gone, outside) = (counted(&erase::share(w, id)?, veiled), exported(w, &candidate)?);
    note(w, now, Act::CandidateErase, [id.clone()], &Act::CandidateErase)?;
    erased::erase(w, id, now)?;
    Ok((candidate.name, gone, outside))
}

pub(crate) async fn candidate_erase(app: &App, request: CandidateErase) -> Result<CandidateErased, Failure> {
    let _alone = app.gate().write().await;
    if app.is_locked() {
        return Err(protection::locked());
    }
    if let Some(damage) = app.damage() {
        return Err(damage);
    }
    let (now, id) = (app.now(), request.candidate_id.clone());
    let (name, gone, exported) = app.store().write(move |w| remove(w, &request, now)).await?;
    let at = app.now();
    // Whatever happens from here on, the person is gone; what is left is done again until it is done.
    let Finished { ridded, waiting, mut unfinished } = finish(app).await?;
    let (left, ids) = app
        .store()
        .read(move |r| {
            let named = erase::mentions(r, &id, &WrittenName::new(&name), &[])?.whole;
            Ok::<_, Failure>((mentioned(&named, true), erase::found(r, id.as_str())?))
        })
        .await?;
    let more = ids.keys().filter(|table| !erase::IDS_ALONE.contains(&table.as_str()));
    unfinished.extend(more.map(|table| format!("The id still stands in the table {table}. Please report it.")));
    Ok(CandidateErased {
        gone,
        mentioned: left,
        exported,
        backups: ridded.rewritten,
        removed: ridded.removed,
        waiting,
        unfinished,
        at,
    })
}

/// What was done after the rows were gone.
#[derive(Default)]
struct Finished {
    ridded: Ridded,
    waiting: Option<String>,
    unfinished: Vec<String>,
}

/// Rids the backups of everyone who was erased, then writes the database anew; only then is it said to be finished.
async fn finish(app: &App) -> Result<Finished, Failure> {
    let who = app.store().read(|r| Ok::<_, Failure>(erased::list(r)?)).await?;
    let (rid, data, folder) = (Rid::of(app, who).await?, app.data_folder().to_owned(), chosen(app).await?);
    let (mut ridded, left, waiting) = aside(move || {
        let mut all = rid.work(&own(&data));
        let left = remove_put_aside(&data);
        let there = folder.as_ref().filter(|folder| folder.is_there()).map(|folder| folder.path.as_path());
        if let Some(folder) = there {
            let Ridded { rewritten, removed, failed } = rid.work(folder);
            all.rewritten += rewritten;
            all.removed.extend(removed);
            all.failed.extend(failed);
        }
        let waiting = folder.as_ref().filter(|_| there.is_none()).map(|folder| path_words(&folder.path));
        Ok((all, left, waiting))
    })
    .await?;
    let mut unfinished: Vec<String> = std::mem::take(&mut ridded.failed).into_iter().chain(left).collect();
    if unfinished.is_empty() {
        unfinished.extend(renew(app).await?);
    }
    Ok(Finished { ridded, waiting, unfinished })
}

/// Writes the database anew, and opens it. Answers why it could not be.
async fn renew(app: &App) -> Result<Option<String>, Failure> {
    let (key, again, data) = (app.key()?, app.key()?, app.data_folder().to_owned());
    let mut renewed = app.close_store().await;
    if renewed.is_ok() {
        renewed = aside(move || Ok(erase::renew(&database_path(&data), &key)?)).await;
    }
    // Whichever of the two is there now.
    app.reopen(again).await?;
    Ok(renewed.err().map(|failure| format!("The database still has the pages that they lay in. {}", failure.message)))
}

/// Goes on where a process ended half way, or where something could not be done. What still cannot be done waits again.
pub(crate) async fn resume(app: &App) -> Result<(), Failure> {
    if app.store().read(|r| Ok::<_, Failure>(erased::is_unfinished(r)?)).await? {
        finish(app).await?;
    }
    Ok(())
}

/// The folder of one's choice is there: its backups are rid of everyone who was erased.
pub(crate) async fn reach(app: &App, folder: &Chosen) -> Result<(), Failure> {
    let who = app.store().read(|r| Ok::<_, Failure>(erased::list(r)?)).await?;
    if who.is_empty() || !folder.is_there() {
        return Ok(());
    }
    let (rid, folder) = (Rid::of(app, who).await?, folder.clone());
    // What cannot be done now is tried again at the next contact.
    aside(move || Ok(rid.work(&folder.path))).await.map(drop)
}

/// What the open database remembers, for one that is to take its place.
pub(crate) async fn remembered(app: &App) -> Result<erase::Remembered, Failure> {
    app.store().read(|r| Ok::<_, Failure>(erase::remembered(r)?)).await
}

/// What the files of a damaged store remember, as far as they can be read: the database itself, and its backups.
pub(crate) fn remembered_by(data: &Path, key: &DataKey) -> Vec<erase::Remembered> {
    let backups = crate::backup::list_of(data).into_iter().map(|card| own(data).join(card.name));
    std::iter::once(database_path(data)).chain(backups).map(|path| erase::remembered_by(&path, key)).collect()
}
