//! Scorecards from other programs: a preview that writes nothing, and an import that can be taken back. What is read from a
//! file is in `workbench_exchange`; what they count for, in `workbench_domain::shared`.

use std::path::PathBuf;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    candidate::Candidate,
    canonical,
    ids::{CandidateId, ImportId, RoleId},
    import_change::{ImportChange, Known},
    log::{Act, Deed, Subject},
    problem::Problem,
    scorecard::Recommendation,
    shared::{
        MAPPED, MAPPED_OVERALL, Mapping, MappingChoice, SharedPerson, SharedRating, SharedScorecard, choose, level_of,
        mapping,
    },
};
use workbench_exchange::{Format, Scorecards, scorecards};
use workbench_store::{Read, Write, candidate, contact, import_change, log, shared};

use crate::{
    App, backup,
    candidate_import::{Taken, decoded, read_aside},
    failure::Failure,
    namesake::{CandidateHere, PersonChoice, Told, UnsurePerson},
    scorecard_match::{Matched, Place, Step, matched},
    scorecard_who::{UnnamedPerson, Who},
    unread::something,
};

/// The most scorecards that a preview shows.
const SHOWN: usize = 200;

/// A file with scorecards as the page has read it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ScorecardImport {
    /// The file's name.
    pub name: String,
    /// The file, in base64 (RFC 4648).
    pub bytes: String,
    /// What it is; found out where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub format: Option<Format>,
    /// The role of candidates who are not here yet.
    pub role_id: RoleId,
    /// Whom all of them are about; found out from the file where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub candidate_id: Option<CandidateId>,
    /// Who they are whom the file does not name, or of whom only a person can say it.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<PersonChoice>>")]
    pub people: Vec<PersonChoice>,
    /// What words of another scale are shown as, where the table says otherwise.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<MappingChoice>>")]
    pub mapping: Vec<MappingChoice>,
}

/// A file with scorecards, by its path.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ScorecardImportPath {
    /// The file.
    #[ts(type = "string")]
    pub path: PathBuf,
    /// A file that names the candidates whom the scorecards have by their id alone.
    #[serde(default)]
    #[ts(optional = nullable, as = "Option<String>")]
    pub people_path: Option<PathBuf>,
    /// Only tell what would be done.
    pub dry_run: bool,
    /// What it is; found out where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub format: Option<Format>,
    /// The role of candidates who are not here yet.
    pub role_id: RoleId,
    /// Whom all of them are about; found out from the file where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub candidate_id: Option<CandidateId>,
    /// Who they are whom the file does not name, or of whom only a person can say it.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<PersonChoice>>")]
    pub people: Vec<PersonChoice>,
    /// What words of another scale are shown as, where the table says otherwise.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<MappingChoice>>")]
    pub mapping: Vec<MappingChoice>,
}

/// A scorecard of a file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportedScorecard {
    /// Where it stands, such as `scorecards.csv:3`.
    #[serde(rename = "where")]
    pub place: String,
    /// The candidate's name here.
    pub candidate: String,
    /// Who that is; none of someone who is added with it.
    pub here: Option<CandidateHere>,
    /// Who judged.
    pub interviewer: String,
    /// What the interview is called.
    pub interview: String,
    /// When it was submitted.
    #[ts(type = "Timestamp | null")]
    pub submitted_at: Option<Timestamp>,
    /// How many ratings it has.
    pub ratings: u32,
    /// What is done with it.
    pub taken: Taken,
    /// Whether what it says stays hidden until one's own scorecard is submitted.
    pub hidden: bool,
    /// What it recommends; none where that is hidden or was left open.
    pub overall: Option<Recommendation>,
}

/// How many scorecards an import adds, changes and leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct ScorecardCounts {
    /// New ones.
    pub added: u32,
    /// Those that say something else than what was imported before.
    pub updated: u32,
    /// Those that are here as they are.
    pub unchanged: u32,
}

/// What an import would do. Nothing is written.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ScorecardImportPreview {
    /// What it was taken for; none where it is no text.
    pub format: Option<Format>,
    /// How many of each.
    pub counts: ScorecardCounts,
    /// The scorecards, in the order of the file: at most the first 200.
    pub scorecards: Vec<ImportedScorecard>,
    /// What each value of the file is shown as; the whole table where something is hidden.
    pub mapping: Vec<Mapping>,
    /// Those whom the file does not name. While it is not said who one is, that one's scorecards are left out.
    pub unnamed: Vec<UnnamedPerson>,
    /// Those of whom only a person can say who they are. While it is not said, their scorecards are left out.
    pub unsure: Vec<UnsurePerson>,
    /// What was left out, and what to look at.
    pub problems: Vec<Problem>,
}

/// A file was imported, or would have been.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ScorecardImported {
    /// How many of each.
    #[serde(flatten)]
    pub counts: ScorecardCounts,
    /// The scorecards, in the order of the file: all of a file that was named by its path, else at most the first 200.
    pub scorecards: Vec<ImportedScorecard>,
    /// Those of whom only a person can say who they are. Their scorecards were left out if that was not said.
    pub unsure: Vec<UnsurePerson>,
    /// What each value of the file is shown as; the whole table where something is hidden.
    pub mapping: Vec<Mapping>,
    /// What was left out, and what to look at.
    pub problems: Vec<Problem>,
    /// Names the import, to take it back; none where nothing changed.
    pub import_id: Option<ImportId>,
    /// When it was saved.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
}

fn counts(steps: &[Step]) -> ScorecardCounts {
    let mut counts = ScorecardCounts::default();
    for step in steps {
        *match step.taken {
            Taken::Added => &mut counts.added,
            Taken::Updated => &mut counts.updated,
            Taken::Unchanged => &mut counts.unchanged,
        } += 1;
    }
    counts
}

/// The table as it is shown. Which values a hidden scorecard has is itself part of what it says.
fn table(steps: &[Step], choices: &[MappingChoice]) -> Vec<Mapping> {
    if steps.iter().all(|step| !step.hidden) {
        return mapping(steps.iter().map(|step| &step.scorecard));
    }
    let rating = |(said, _): (&str, u8)| SharedRating {
        said: said.to_owned(),
        level: level_of(said),
        ..SharedRating::default()
    };
    let overall = |(said, overall): (&str, Recommendation)| SharedScorecard {
        overall_said: said.to_owned(),
        overall: Some(overall),
        ..SharedScorecard::default()
    };
    let ratings = SharedScorecard { ratings: MAPPED.map(rating).to_vec(), ..SharedScorecard::default() };
    let mut all = [vec![ratings], MAPPED_OVERALL.map(overall).to_vec()].concat();
    for one in &mut all {
        choose(one, choices);
    }
    mapping(&all)
}

/// Whom each is about, and what is done with it: at most so many.
fn told(r: &Read<'_>, matched: &Matched, most: usize) -> Result<Vec<ImportedScorecard>, Failure> {
    let mut told = Told::default();
    let mut one = |step: &Step| {
        let (candidate, here) = match &step.who {
            Who::There(there) => (there.name.clone(), Some(told.candidate(r, there)?)),
            Who::New(at) => (matched.newcomers[*at].name.clone(), None),
        };
        Ok(ImportedScorecard {
            place: step.place.clone(),
            candidate,
            here,
            interviewer: step.scorecard.interviewer.name.clone(),
            interview: step.scorecard.interview.clone(),
            submitted_at: step.scorecard.submitted_at,
            ratings: u32::try_from(step.scorecard.ratings.len()).unwrap_or(u32::MAX),
            taken: step.taken,
            hidden: step.hidden,
            overall: step.scorecard.overall.filter(|_| !step.hidden),
        })
    };
    matched.steps.iter().take(most).map(&mut one).collect()
}

pub(crate) async fn scorecard_import_preview(
    app: &App,
    request: ScorecardImport,
) -> Result<ScorecardImportPreview, Failure> {
    let (read, place) = read(request).await?;
    app.store()
        .read(move |r| {
            let (format, problems) = (read.format, read.problems.clone());
            let matched = matched(r, read, &place)?;
            Ok(ScorecardImportPreview {
                format,
                scorecards: told(r, &matched, SHOWN)?,
                counts: counts(&matched.steps),
                mapping: table(&matched.steps, &place.mapping),
                unnamed: matched.unnamed,
                unsure: matched.unsure,
                problems: [problems, matched.problems].concat(),
            })
        })
        .await
}

/// What would be done, and was; `most` scorecards at the most are told.
fn answer(
    r: &Read<'_>,
    read: Scorecards,
    place: &Place,
    most: usize,
    at: Timestamp,
) -> Result<(ScorecardImported, Vec<Step>, Vec<SharedPerson>), Failure> {
    let problems = read.problems.clone();
    let matched = matched(r, read, place)?;
    let answer = ScorecardImported {
        counts: counts(&matched.steps),
        scorecards: told(r, &matched, most)?,
        unsure: matched.unsure,
        mapping: table(&matched.steps, &place.mapping),
        problems: [problems, matched.problems].concat(),
        import_id: None,
        at,
    };
    Ok((answer, matched.steps, matched.newcomers))
}

async fn read(request: ScorecardImport) -> Result<(Scorecards, Place), Failure> {
    let ScorecardImport { name, bytes, format, role_id, candidate_id, people, mapping } = request;
    let place = Place { role_id, candidate_id, people, mapping };
    let job = move || Ok(scorecards(&name, &decoded(&bytes)?, format));
    Ok((read_aside(job).await?, place))
}

/// Adds the newcomers, and tells their ids in the same order.
fn add(
    w: &Write<'_>,
    newcomers: Vec<SharedPerson>,
    ids: Vec<CandidateId>,
    (place, now): (&Place, Timestamp),
    changes: &mut Vec<ImportChange>,
) -> Result<Vec<CandidateId>, Failure> {
    let owner = workbench_store::interviewer::me(w)?.map(|me| me.id).ok_or_else(|| Failure::bug("nobody is named"))?;
    let mut added = Vec::new();
    for (person, id) in newcomers.into_iter().zip(ids) {
        let one = Candidate {
            id: id.clone(),
            name: person.name,
            spoken_name: String::new(),
            role_id: place.role_id.clone(),
            round_id: None,
            sample: false,
            practice: false,
            added_at: now,
        };
        candidate::insert(w, &one, &owner)?;
        let known = workbench_domain::contact::Contact { email: person.email, ..Default::default() };
        contact::put(w, &id, &known)?;
        let after = Known { contact: known, round_id: None };
        changes.push(ImportChange::Candidate { id: id.clone(), before: None, after });
        added.push(id);
    }
    Ok(added)
}

async fn import(app: &App, read: Scorecards, place: Place, most: usize) -> Result<ScorecardImported, Failure> {
    something(read.scorecards.is_empty(), &read.problems)?;
    backup::before_import(app).await?;
    let (owner, now) = (app.owner().await?, app.now());
    let import_id = ImportId(app.deps().ids.at(now)?);
    let ids = (0..read.scorecards.len()).map(|_| app.deps().ids.at(now).map(CandidateId));
    let ids = ids.collect::<Result<Vec<_>, _>>()?;
    let import = import_id.clone();
    let mut answer = app
        .store()
        .write(move |w| {
            let (answer, steps, newcomers) = answer(w, read, &place, most, now)?;
            let mut changes = Vec::new();
            let added = add(w, newcomers, ids, (&place, now), &mut changes)?;
            let mut about: Vec<CandidateId> = Vec::new();
            let mut hashes = Vec::new();
            for step in steps.iter().filter(|step| step.taken != Taken::Unchanged) {
                let id = match &step.who {
                    Who::There(candidate) => candidate.id.clone(),
                    Who::New(at) => added[*at].clone(),
                };
                shared::put(w, &id, &step.scorecard, now)?;
                hashes.push(step.scorecard.hash());
                if !about.contains(&id) {
                    about.push(id.clone());
                }
                let (before, after) = (step.before.clone().map(Box::new), Box::new(step.scorecard.clone()));
                changes.push(ImportChange::Scorecard { candidate_id: id, before, after });
            }
            import_change::remember(w, &import, &changes)?;
            if !hashes.is_empty() {
                let subjects = about.into_iter().map(Subject::Candidate).collect();
                let (act, content) = (Act::ScorecardImport, canonical::hash(&hashes));
                log::add(w, Deed { at: now, actor: owner.id, act, subjects, content })?;
            }
            Ok::<_, Failure>(answer)
        })
        .await?;
    let changed = answer.counts.added + answer.counts.updated > 0;
    (answer.import_id, answer.at) = (changed.then_some(import_id), app.now());
    Ok(answer)
}

pub(crate) async fn scorecard_import(app: &App, request: ScorecardImport) -> Result<ScorecardImported, Failure> {
    let (read, place) = read(request).await?;
    import(app, read, place, SHOWN).await
}

pub(crate) async fn scorecard_import_path(
    app: &App,
    request: ScorecardImportPath,
) -> Result<ScorecardImported, Failure> {
    let ScorecardImportPath { path, people_path, dry_run, format, role_id, candidate_id, people, mapping } = request;
    let place = Place { role_id, candidate_id, people, mapping };
    let most = usize::try_from(workbench_domain::import::IMPORT_BYTES_MAX).unwrap_or(usize::MAX);
    let file = move |path: PathBuf, format| {
        let bytes = crate::disk::read_at_most(&path, most)?;
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        Ok::<_, Failure>(scorecards(&name, &bytes, format))
    };
    let read = read_aside(move || {
        let mut read = file(path, format)?;
        if let Some(path) = people_path {
            let mut people = file(path, Some(Format::Greenhouse))?;
            read.people.append(&mut people.people);
            read.problems.append(&mut people.problems);
        }
        Ok(read)
    });
    let read = read.await?;
    if !dry_run {
        return import(app, read, place, usize::MAX).await;
    }
    something(read.scorecards.is_empty(), &read.problems)?;
    let now = app.now();
    app.store().read(move |r| Ok(answer(r, read, &place, usize::MAX, now)?.0)).await
}
