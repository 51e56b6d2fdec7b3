//! Candidates from a file: a preview that writes nothing, and an import that can be taken back. What is read from a file,
//! and what is dropped because it must not be known, is in `workbench_intake`.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    path::PathBuf,
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    candidate::Candidate,
    contact::Contact,
    ids::{CandidateId, ImportId, InterviewerId, RoleId, RoundId},
    import_change::{ImportChange, Known},
    log::Act,
    problem::{Problem, Severity},
    text::count,
};
use workbench_intake::{Candidates, Column, FILE_MAX, Field, Format, Keep, Mention, NewCandidate, candidates};
use workbench_store::{Read, Write, candidate, contact, import_change, role, round};

use crate::{App, backup, failure::Failure, independence, log::note, unread::something};

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
    /// The name.
    pub name: String,
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
    /// What was left out, and what to look at.
    pub problems: Vec<Problem>,
    /// Names the import, to take it back; none where nothing changed.
    pub import_id: Option<ImportId>,
    /// When it was saved.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
}

/// Where the people come to.
#[derive(Clone)]
struct Place {
    role_id: RoleId,
    round_id: Option<RoundId>,
}

/// What is done with one person.
struct Step {
    new: NewCandidate,
    /// Who that is here, with what is known; none of someone new.
    there: Option<(CandidateId, Known)>,
    after: Known,
}

impl Step {
    fn taken(&self) -> Taken {
        match &self.there {
            None => Taken::Added,
            Some((_, before)) if *before != self.after => Taken::Updated,
            Some(_) => Taken::Unchanged,
        }
    }
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

/// What an import does. A person is found again by the e-mail address, or else, where one of both sides has none, by the
/// name, and then once at most: two people may have one name. Someone whose address is twice in the file is one person.
fn steps(r: &Read<'_>, people: Vec<NewCandidate>, place: &Place) -> Result<Vec<Step>, Failure> {
    role::get(r, &place.role_id)?.ok_or_else(|| Failure::not_found("role", &place.role_id))?;
    if let Some(id) = &place.round_id {
        let round = round::get(r, id)?.ok_or_else(|| Failure::not_found("round", id))?;
        if round.role_id != place.role_id {
            return Err(Failure::invalid("The round is for another role. Choose a round of the candidates' role."));
        }
    }
    let known = contact::of_role(r, &place.role_id)?;
    let (mut by_email, mut by_name) = (HashMap::new(), HashMap::<&str, Vec<usize>>::new());
    for (n, one) in known.iter().enumerate() {
        if !one.known.contact.email.is_empty() {
            by_email.entry(one.known.contact.email.to_lowercase()).or_insert(n);
        }
        by_name.entry(&one.name).or_default().push(n);
    }
    let mut steps: Vec<Step> = Vec::new();
    // Which step a person of the bank, or an address of the file, was met in.
    let (mut met, mut met_email) = (HashMap::new(), HashMap::new());
    let mut named = HashSet::new();
    for new in people {
        let (said, email) = (new.contact.clone(), new.contact.email.to_lowercase());
        let at_email = (!email.is_empty()).then(|| by_email.get(&email).copied()).flatten();
        let at_name = || {
            let same = by_name.get(new.name.as_str()).into_iter().flatten().copied();
            same.filter(|n| email.is_empty() || known[*n].known.contact.email.is_empty()).find(|n| !named.contains(n))
        };
        let found = at_email.or_else(|| if met_email.contains_key(&email) { None } else { at_name() });
        let again = found.and_then(|n| met.get(&n).copied()).or_else(|| met_email.get(&email).copied());
        if let Some(step) = again {
            let step: &mut Step = &mut steps[step];
            step.after.contact = step.after.contact.filled(&said);
            continue;
        }
        if !email.is_empty() {
            met_email.insert(email, steps.len());
        }
        let there = found.map(|n| (known[n].id.clone(), known[n].known.clone()));
        if let Some(n) = found {
            met.insert(n, steps.len());
            named.insert(n);
        }
        let before = there.as_ref().map(|(_, known)| known.clone());
        let after = Known {
            contact: before.as_ref().map_or_else(|| said.clone(), |before| before.contact.filled(&said)),
            // Whoever is in a round already stays there.
            round_id: before.and_then(|before| before.round_id).or_else(|| place.round_id.clone()),
        };
        steps.push(Step { new, there, after });
    }
    Ok(steps)
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

async fn read(request: CandidateImport) -> Result<(Candidates, Place), Failure> {
    let place = Place { role_id: request.role_id, round_id: request.round_id };
    let keep = Keep::These(request.keep.unwrap_or_default());
    let job = move || Ok(candidates(&request.name, &decoded(&request.bytes)?, request.columns.as_deref(), keep));
    Ok((read_aside(job).await?, place))
}

pub(crate) async fn candidate_import_preview(
    app: &App,
    request: CandidateImport,
) -> Result<CandidateImportPreview, Failure> {
    let (read, place) = read(request).await?;
    app.store()
        .read(move |r| {
            let steps = steps(r, read.candidates, &place)?;
            let shown = steps.iter().take(SHOWN).map(|step| ImportedPerson {
                name: step.new.name.clone(),
                contact: step.after.contact.clone(),
                taken: step.taken(),
            });
            Ok(CandidateImportPreview {
                format: read.format,
                counts: counts(&steps),
                people: shown.collect(),
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
        Some((id, before)) => {
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

async fn import(app: &App, mut read: Candidates, place: Place) -> Result<CandidateImported, Failure> {
    something(read.candidates.is_empty(), &read.problems)?;
    let problems = told(&mut read);
    backup::before_import(app).await?;
    let (owner, now) = (app.owner().await?, app.now());
    let import_id = ImportId(app.deps().ids.at(now)?);
    let ids = (0..read.candidates.len()).map(|_| app.deps().ids.at(now).map(CandidateId));
    let ids = ids.collect::<Result<Vec<_>, _>>()?;
    let import = import_id.clone();
    let counts = app
        .store()
        .write(move |w| {
            let veiled = independence::veiled(w)?;
            let steps = steps(w, read.candidates, &place)?;
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
            Ok::<_, Failure>(counts(&steps))
        })
        .await?;
    let changed = counts.added + counts.updated > 0;
    Ok(CandidateImported { counts, problems, import_id: changed.then_some(import_id), at: app.now() })
}

pub(crate) async fn candidate_import(app: &App, request: CandidateImport) -> Result<CandidateImported, Failure> {
    let (read, place) = read(request).await?;
    import(app, read, place).await
}

pub(crate) async fn candidate_import_path(
    app: &App,
    request: CandidateImportPath,
) -> Result<CandidateImported, Failure> {
    let CandidateImportPath { path, dry_run, role_id, round_id, keep_mentions } = request;
    let place = Place { role_id, round_id };
    let read = read_aside(move || {
        let bytes = crate::disk::read_at_most(&path, FILE_MAX)?;
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        let keep = if keep_mentions { Keep::All } else { Keep::default() };
        Ok(candidates(&name, &bytes, None, keep))
    });
    let mut read = read.await?;
    if !dry_run {
        return import(app, read, place).await;
    }
    something(read.candidates.is_empty(), &read.problems)?;
    let problems = told(&mut read);
    let people = read.candidates;
    let counts = app.store().read(move |r| Ok::<_, Failure>(counts(&steps(r, people, &place)?))).await?;
    Ok(CandidateImported { counts, problems, import_id: None, at: app.now() })
}
