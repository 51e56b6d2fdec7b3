//! Candidates from a file: a preview that writes nothing, and an import that can be taken back. What is read from a file,
//! and what is dropped because it must not be known, is in `workbench_intake`.

use std::{collections::BTreeSet, path::PathBuf};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    candidate::Candidate,
    contact::Contact,
    ids::{CandidateId, ImportId, InterviewerId, RoleId, RoundId},
    import_change::ImportChange,
    log::Act,
    problem::{Problem, Severity},
    text::count,
};
use workbench_intake::{Candidates, Column, FILE_MAX, Field, Format, Keep, Mention, candidates};
use workbench_store::{Read, Write, candidate, contact, contact::KnownCandidate, import_change};

use crate::{
    App, backup,
    candidate_match::{Matched, Place, Step, matched},
    failure::Failure,
    independence,
    log::note,
    namesake::{CandidateHere, PersonChoice, Told, UnsurePerson},
    unread::something,
};

/// The most people that a preview shows.
const SHOWN: usize = 200;

/// A file with candidates as the page has read it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CandidateImport {
    /// The file's name.
    pub name: String,
    /// The file, in base64 (RFC 4648).
    pub bytes: String,
    /// The role that they are candidates for.
    pub role_id: RoleId,
    /// The round that they come into; none where it is left out. It is of that role.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub round_id: Option<RoundId>,
    /// For a table: what each column is, in order; null keeps a column in the notes. Found out where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub columns: Option<Vec<Option<Field>>>,
    /// Which sentences of the notes that say what must not be known stay, by their numbers in the preview; the others are
    /// left out.
    #[serde(default)]
    #[ts(optional = nullable, type = "number[]")]
    pub keep: Option<BTreeSet<usize>>,
    /// Who they are of whom only a person can say it.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<PersonChoice>>")]
    pub people: Vec<PersonChoice>,
}

/// A file with candidates, by its path.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CandidateImportPath {
    /// The file.
    #[ts(type = "string")]
    pub path: PathBuf,
    /// Only tell what would be done.
    pub dry_run: bool,
    /// The role that they are candidates for.
    pub role_id: RoleId,
    /// The round that they come into; none where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub round_id: Option<RoundId>,
    /// Keep the sentences of the notes that say what must not be known; they are left out otherwise.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub keep_mentions: bool,
    /// Who they are of whom only a person can say it.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<PersonChoice>>")]
    pub people: Vec<PersonChoice>,
}

/// What an import does with a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Taken {
    /// The person is new.
    Added,
    /// The person is there, and something is learnt.
    Updated,
    /// The person is there, and nothing is new.
    Unchanged,
}

/// A person in a file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportedPerson {
    /// Where the person stands, such as `people.csv:3`.
    #[serde(rename = "where")]
    pub place: String,
    /// The name in the file.
    pub name: String,
    /// Who that is here, as it was before; none of someone who is added, nor where it may be one of several.
    pub here: Option<CandidateHere>,
    /// How many here have the name and may be meant, where the row says nothing new of any, so that nothing is written; else 0.
    pub one_of: u32,
    /// What will be known.
    pub contact: Contact,
    /// What is done.
    pub taken: Taken,
}

/// How many people an import adds, changes and leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct CandidateCounts {
    /// New ones.
    pub added: u32,
    /// Those of whom something is learnt. What is known already is never replaced.
    pub updated: u32,
    /// Those of whom nothing is new.
    pub unchanged: u32,
}

/// What an import would do. Nothing is written.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CandidateImportPreview {
    /// What it was taken for; none where it is no text.
    pub format: Option<Format>,
    /// How many of each.
    pub counts: CandidateCounts,
    /// The people, in the order of the file: at most the first 200.
    pub people: Vec<ImportedPerson>,
    /// Those of whom only a person can say who they are: at most the first 200. Until then they are left out.
    pub unsure: Vec<UnsurePerson>,
    /// For a table: what each column was taken for.
    pub columns: Vec<Column>,
    /// Sentences of the notes that say what must not be known: at most the first 500.
    pub mentions: Vec<Mention>,
    /// How many there are. Those after the first are left out.
    pub mentioned: u32,
    /// What was left out, and what to look at.
    pub problems: Vec<Problem>,
}

/// A file was imported, or would have been.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CandidateImported {
    /// How many of each.
    #[serde(flatten)]
    pub counts: CandidateCounts,
    /// The people, in the order of the file: everyone of a file that was named by its path, else at most the first 200.
    pub people: Vec<ImportedPerson>,
    /// Those of whom only a person can say who they are, as many as of the people. They were left out if that was not said.
    pub unsure: Vec<UnsurePerson>,
    /// For a table: what each column was taken for.
    pub columns: Vec<Column>,
    /// What was left out, and what to look at.
    pub problems: Vec<Problem>,
    /// Names the import, to take it back; none where nothing changed.
    pub import_id: Option<ImportId>,
    /// When it was saved.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
}

/// Bytes as the contract carries them.
pub(crate) fn decoded(bytes: &str) -> Result<Vec<u8>, Failure> {
    STANDARD.decode(bytes).map_err(|_| {
        Failure::invalid(
            "The file was not handed over as base64. Choose it again; if that does not help, please report it.",
        )
    })
}

/// Reads a file away from the threads that answer other calls: a large one takes a while.
pub(crate) async fn read_aside<T: Send + 'static>(
    job: impl FnOnce() -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    tokio::task::spawn_blocking(job).await.map_err(Failure::bug)?
}

fn counts(steps: &[Step]) -> CandidateCounts {
    let mut counts = CandidateCounts::default();
    for step in steps {
        *match step.taken() {
            Taken::Added => &mut counts.added,
            Taken::Updated => &mut counts.updated,
            Taken::Unchanged => &mut counts.unchanged,
        } += 1;
    }
    counts
}

/// Who gets what: at most so many.
fn people(r: &Read<'_>, steps: &[Step], place: &Place, most: usize) -> Result<Vec<ImportedPerson>, Failure> {
    let mut told = Told::default();
    let mut one = |step: &Step| {
        Ok(ImportedPerson {
            place: step.new.place.clone(),
            name: step.new.name.clone(),
            here: step
                .there
                .as_ref()
                .filter(|_| step.one_of == 0)
                .map(|there| told.known(r, there, &place.role_id))
                .transpose()?,
            one_of: u32::try_from(step.one_of).unwrap_or(u32::MAX),
            contact: step.after.contact.clone(),
            taken: step.taken(),
        })
    };
    steps.iter().take(most).map(&mut one).collect()
}

async fn read(request: CandidateImport) -> Result<(Candidates, Place), Failure> {
    let place = Place { role_id: request.role_id, round_id: request.round_id, people: request.people };
    let keep = Keep::These(request.keep.unwrap_or_default());
    let job = move || Ok(candidates(&request.name, &decoded(&request.bytes)?, request.columns.as_deref(), keep));
    Ok((read_aside(job).await?, place))
}

pub(crate) async fn candidate_import_preview(
    app: &App,
    request: CandidateImport,
) -> Result<CandidateImportPreview, Failure> {
    let (mut read, place) = read(request).await?;
    app.store()
        .read(move |r| {
            let Matched { steps, mut unsure, problems } = matched(r, read.candidates, &place)?;
            unsure.truncate(SHOWN);
            read.problems.extend(problems);
            Ok(CandidateImportPreview {
                format: read.format,
                counts: counts(&steps),
                people: people(r, &steps, &place, SHOWN)?,
                unsure,
                columns: read.columns,
                mentioned: u32::try_from(read.mentioned).unwrap_or(u32::MAX),
                mentions: read.mentions,
                problems: read.problems,
            })
        })
        .await
}

/// Adds a person, or keeps what is learnt of one; tells what changed.
fn take(
    w: &Write<'_>,
    step: &Step,
    new: (CandidateId, Timestamp),
    place: &Place,
    owner: &InterviewerId,
) -> Result<ImportChange, Failure> {
    let (id, before) = match step.there.clone() {
        Some(KnownCandidate { id, known: before, .. }) => {
            if before.round_id != step.after.round_id {
                candidate::set_round(w, &id, step.after.round_id.as_ref())?;
            }
            (id, Some(before))
        }
        None => {
            let added = Candidate {
                id: new.0,
                name: step.new.name.clone(),
                spoken_name: step.new.spoken_name.clone(),
                role_id: place.role_id.clone(),
                round_id: step.after.round_id.clone(),
                sample: false,
                practice: false,
                added_at: new.1,
            };
            candidate::insert(w, &added, owner)?;
            (added.id, None)
        }
    };
    contact::put(w, &id, &step.after.contact)?;
    Ok(ImportChange::Candidate { id, before, after: step.after.clone() })
}

/// Everything that there is to say of a file, once nothing is to be decided any more: what was left out of the notes, too.
fn told(read: &mut Candidates) -> Vec<Problem> {
    let mut problems = std::mem::take(&mut read.problems);
    problems.extend(read.mentions.iter().map(Mention::problem));
    if let Some(last) = read.mentions.last().filter(|_| read.mentioned > read.mentions.len()) {
        let what = format!("And {} from here on.", count(read.mentioned - read.mentions.len(), "more such sentence"));
        problems.push(Problem { place: last.place.clone(), what, severity: Severity::Warning });
    }
    problems
}

/// What would be done, and was; `most` people at the most are named.
fn answer(
    r: &Read<'_>,
    read: Candidates,
    place: &Place,
    most: usize,
    at: Timestamp,
) -> Result<(CandidateImported, Vec<Step>), Failure> {
    let Matched { steps, mut unsure, problems } = matched(r, read.candidates, place)?;
    unsure.truncate(most);
    let answer = CandidateImported {
        counts: counts(&steps),
        people: people(r, &steps, place, most)?,
        unsure,
        columns: read.columns,
        problems: [read.problems, problems].concat(),
        import_id: None,
        at,
    };
    Ok((answer, steps))
}

async fn import(app: &App, mut read: Candidates, place: Place, most: usize) -> Result<CandidateImported, Failure> {
    something(read.candidates.is_empty(), &read.problems)?;
    read.problems = told(&mut read);
    backup::before_import(app).await?;
    let (owner, now) = (app.owner().await?, app.now());
    let import_id = ImportId(app.deps().ids.at(now)?);
    let ids = (0..read.candidates.len()).map(|_| app.deps().ids.at(now).map(CandidateId));
    let ids = ids.collect::<Result<Vec<_>, _>>()?;
    let import = import_id.clone();
    let mut answer = app
        .store()
        .write(move |w| {
            let veiled = independence::veiled(w)?;
            let (answer, steps) = answer(w, read, &place, most, now)?;
            let mut changes = Vec::new();
            for (step, id) in steps.iter().zip(ids).filter(|(step, _)| step.taken() != Taken::Unchanged) {
                changes.push(take(w, step, (id, now), &place, &owner.id)?);
            }
            independence::stays_veiled(w, &veiled)?;
            import_change::remember(w, &import, &changes)?;
            let about: Vec<CandidateId> = changes.iter().filter_map(|one| one.candidate_id().cloned()).collect();
            if !about.is_empty() {
                note(w, now, Act::CandidateImport, about.clone(), &about)?;
            }
            Ok::<_, Failure>(answer)
        })
        .await?;
    let changed = answer.counts.added + answer.counts.updated > 0;
    (answer.import_id, answer.at) = (changed.then_some(import_id), app.now());
    Ok(answer)
}

pub(crate) async fn candidate_import(app: &App, request: CandidateImport) -> Result<CandidateImported, Failure> {
    let (read, place) = read(request).await?;
    import(app, read, place, SHOWN).await
}

pub(crate) async fn candidate_import_path(
    app: &App,
    request: CandidateImportPath,
) -> Result<CandidateImported, Failure> {
    let CandidateImportPath { path, dry_run, role_id, round_id, keep_mentions, people } = request;
    let place = Place { role_id, round_id, people };
    let read = read_aside(move || {
        let bytes = crate::disk::read_at_most(&path, FILE_MAX)?;
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        let keep = if keep_mentions { Keep::All } else { Keep::default() };
        Ok(candidates(&name, &bytes, None, keep))
    });
    let mut read = read.await?;
    if !dry_run {
        return import(app, read, place, usize::MAX).await;
    }
    something(read.candidates.is_empty(), &read.problems)?;
    read.problems = told(&mut read);
    let now = app.now();
    app.store().read(move |r| Ok(answer(r, read, &place, usize::MAX, now)?.0)).await
}
