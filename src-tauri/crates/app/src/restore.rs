//! Restoring a backup: first what would change, then the store as it is now is kept as a backup of its own, and the old one
//! takes its place.

use std::{collections::HashMap, path::PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    backup::{BackupKind, Counts},
    log::{Act, LogCarried, StayIn, carried},
};
use workbench_store::{
    StoreError, Write,
    backup::{self, Content, OfPerson},
    erase::obey,
    log as lines, moving, restore,
};

use crate::{
    App,
    backup::{BackupRead, aside, make, path_of, refused, time},
    database_path, erase,
    failure::{Code, Failure},
    job::{UnderWay, Work, stopped},
    log::note,
    protection, rescue,
};

/// A file to restore, or only to compare with.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RestorePath {
    /// The file.
    #[ts(type = "string")]
    pub path: PathBuf,
    /// Whether only to tell what would change.
    #[serde(default)]
    pub dry_run: bool,
}

/// How much there is of one person.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PersonCount {
    /// Interviews.
    pub interviews: u32,
    /// Notes.
    pub notes: u32,
    /// Submitted scorecards.
    pub scorecards: u32,
}

/// What a restore changes about one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PersonChange {
    /// The name, as it is now, or else as it was.
    pub name: String,
    /// What there is now; none where the person is only in the backup.
    pub now: Option<PersonCount>,
    /// What there is in the backup; none where the person is only here.
    pub then: Option<PersonCount>,
}

/// What restoring a backup changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Restoring {
    /// The backup's file.
    pub name: String,
    /// How much there is now; none where the database is damaged, so that it cannot be counted.
    pub now: Option<Counts>,
    /// How much there is in the backup.
    pub then: Counts,
    /// When something was saved last here.
    #[ts(type = "Timestamp | null")]
    pub newest_now: Option<Timestamp>,
    /// When something was saved last in the backup.
    #[ts(type = "Timestamp | null")]
    pub newest_then: Option<Timestamp>,
    /// The people of whom there is more or less now than there was, those first who would be gone.
    pub people: Vec<PersonChange>,
    /// How many people in the backup were erased since. They stay erased.
    pub erased: u32,
    /// Whether both are of the same save, so that nothing would change.
    pub same: bool,
    /// What becomes of the log.
    pub log: LogCarried,
}

/// A backup that was restored.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Restored {
    /// What it changed, or would change.
    pub changes: Restoring,
    /// The backup of what was there until then; none where nothing was done, or that was damaged.
    pub kept: Option<String>,
    /// Where the database that was there until then is kept as it was, since it was damaged and no backup could be made of it.
    pub damaged: Option<String>,
}

fn differences(now: Vec<OfPerson>, then: Vec<OfPerson>) -> Vec<PersonChange> {
    let count =
        |one: &OfPerson| PersonCount { interviews: one.interviews, notes: one.notes, scorecards: one.scorecards };
    let mut before: HashMap<String, OfPerson> = then.into_iter().map(|one| (one.id.clone(), one)).collect();
    let mut all: Vec<PersonChange> = now
        .into_iter()
        .map(|one| {
            let then = before.remove(&one.id).as_ref().map(count);
            PersonChange { now: Some(count(&one)), then, name: one.name }
        })
        .collect();
    let mut back: Vec<_> = before.into_values().collect();
    back.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
    all.extend(back.iter().map(|one| PersonChange { name: one.name.clone(), now: None, then: Some(count(one)) }));
    all.retain(|one| one.now != one.then);
    all.sort_by_key(|one| one.then.is_some());
    all
}

/// A backup lacks the line that says it was made.
fn but_for_log(counts: Counts) -> Counts {
    Counts { log_lines: 0, ..counts }
}

/// What restoring would change. The backup is read to its last page first.
async fn compare(app: &App, path: PathBuf, work: &Work) -> Result<Restoring, Failure> {
    let (key, database, from) = (app.key()?, database_path(app.data_folder()), path.clone());
    let watch = work.watch();
    let found = aside(move || {
        let read = || -> Result<(Content, Vec<OfPerson>, LogCarried), StoreError> {
            let content = backup::checked(&from, &key, &watch)?;
            let here = lines::within(&database, &key).ok();
            let (told, _) = carried(here.as_deref(), &lines::within(&from, &key)?, StayIn::BackupBefore);
            Ok((content, backup::people(&from, &key)?, told))
        };
        let then = read();
        let now = match backup::look(&database, &key).and_then(|now| Ok((now, backup::people(&database, &key)?))) {
            Err(StoreError::Damaged) => None,
            now => Some(now?),
        };
        Ok((now, then))
    })
    .await?;
    let (now, then) = found;
    let (then, mut there, log) = match then {
        Ok(then) => then,
        Err(StoreError::Stopped) => return Err(stopped()),
        Err(error) => return Err(refused(app, &path, error).await),
    };
    let remembered = match erase::remembered(app).await {
        Err(damaged) if damaged.code == Code::DamageFound => {
            let (data, key) = (app.data_folder().to_owned(), app.key()?);
            aside(move || Ok(erase::remembered_by(&data, &key))).await?
        }
        remembered => vec![remembered?],
    };
    let listed: Vec<_> = remembered.into_iter().flat_map(|one| one.erased).collect();
    let all = there.len();
    there.retain(|one| !listed.iter().any(|gone| gone.source.is_empty() && gone.id == one.id));
    let erased = u32::try_from(all - there.len()).unwrap_or(u32::MAX);
    Ok(Restoring {
        name: path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned(),
        now: now.as_ref().map(|(now, _)| now.counts),
        then: then.counts,
        newest_now: time(now.as_ref().and_then(|(now, _)| now.newest)),
        newest_then: time(then.newest),
        same: now
            .as_ref()
            .is_some_and(|(now, _)| now.saves == then.saves && but_for_log(now.counts) == but_for_log(then.counts)),
        people: now.map(|(_, here)| differences(here, there)).unwrap_or_default(),
        erased,
        log,
    })
}

/// What the log says of a restore: which file, and the last line that it had until then.
pub(crate) fn logged(w: &Write<'_>, at: Timestamp, act: Act, name: &str, last: Option<&str>) -> Result<(), Failure> {
    note(w, at, act, [], &(name, last))
}

/// Restores with the gate held alone. Of a damaged database no backup can be made first, so its file is kept as it is.
async fn restore(app: &App, path: PathBuf, work: &Work) -> Result<Restored, Failure> {
    let refused = match restore_whole(app, path.clone(), work).await {
        Err(refused) if refused.code != Code::Stopped => refused,
        other => return other,
    };
    if !rescue::found_damaged(app).await.is_ok_and(|damage| damage.is_some()) {
        return Err(refused);
    }
    let mut changes = compare(app, path.clone(), work).await?;
    let done = rescue::put_back(app, path, changes.name.clone()).await?;
    changes.log = done.log;
    Ok(Restored { changes, kept: None, damaged: done.kept })
}

/// Restores, and keeps what is there as a backup. Nothing is changed until the backup and the copy of it are verified.
async fn restore_whole(app: &App, path: PathBuf, work: &Work) -> Result<Restored, Failure> {
    let mut changes = compare(app, path.clone(), work).await?;
    let kept = make(app, BackupKind::BeforeRestore, work).await?.backup.name;
    work.tell_part(4, 0, 0);
    let (key, database, now) = (app.key()?, database_path(app.data_folder()), app.now());
    let (here, last) = app
        .store()
        .read(|r| Ok::<_, Failure>((lines::list(r).ok(), lines::last(r).ok().flatten().map(|line| line.hash))))
        .await?;
    let (name, from, copied) = (changes.name.clone(), path.clone(), key.copy());
    let remembered = [erase::remembered(app).await?];
    let prepared = aside(move || {
        let (mark, mut told) = (moving::mark(&database)?, None);
        let log = |w: &Write<'_>| {
            obey(w, &remembered)?;
            told = Some(lines::carry(w, here.as_deref(), StayIn::BackupBefore)?);
            logged(w, now, Act::BackupRestore, &name, last.as_deref())
        };
        restore::prepare::<Failure>(&database, &copied, &from, mark, log)?;
        Ok(told)
    });
    // What was done, which is what was told: nothing is written meanwhile.
    changes.log = prepared.await?.unwrap_or(changes.log);
    let database = database_path(app.data_folder());
    // From here on it is done.
    if let Err(stopped) = work.goes_on() {
        aside(move || Ok(moving::forget(&database)?)).await?;
        let message = format!("It was stopped. Nothing was restored; what is here was kept as the backup {kept}.");
        return Err(Failure { message, ..stopped });
    }
    app.close_store().await?;
    let done = aside(move || {
        restore::decide(&database)?;
        restore::finish(&database).map_err(Failure::from)
    })
    .await;
    // Whichever of the two is there now.
    app.open_store(key, false).await?;
    done?;
    Ok(Restored { changes, kept: Some(kept), damaged: None })
}

/// Refuses while there is nothing to compare with.
fn open(app: &App) -> Result<(), Failure> {
    if app.is_locked() {
        return Err(protection::locked());
    }
    match app.damage() {
        Some(damage) => Err(damage),
        None => Ok(()),
    }
}

pub(crate) async fn backup_compare(app: &App, request: BackupRead) -> Result<Restoring, Failure> {
    let job = UnderWay::begin(app, request.job)?;
    compare(app, path_of(app, request.place, &request.name).await?, job.work()).await
}

pub(crate) async fn backup_restore(app: &App, request: BackupRead) -> Result<Restored, Failure> {
    let _alone = app.gate().write().await;
    open(app)?;
    let job = UnderWay::begin(app, request.job)?;
    restore(app, path_of(app, request.place, &request.name).await?, job.work()).await
}

pub(crate) async fn backup_path_restore(app: &App, request: RestorePath) -> Result<Restored, Failure> {
    let _alone = app.gate().write().await;
    open(app)?;
    if request.path.canonicalize().ok() == database_path(app.data_folder()).canonicalize().ok() {
        return Err(Failure::new(Code::Invalid, "That is the database itself. Name a backup."));
    }
    let job = UnderWay::begin(app, None)?;
    if request.dry_run {
        return Ok(Restored { changes: compare(app, request.path, job.work()).await?, kept: None, damaged: None });
    }
    restore(app, request.path, job.work()).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(id: &str, notes: u32) -> OfPerson {
        OfPerson { id: id.into(), name: format!("Name of {id}"), interviews: 1, notes, scorecards: 0 }
    }

    #[test]
    fn who_would_be_gone_comes_first_and_who_stays_the_same_is_left_out() {
        let now = vec![person("a", 3), person("b", 5), person("c", 1)];
        let then = vec![person("d", 2), person("a", 3), person("b", 4)];
        let found = differences(now, then);
        let names: Vec<_> = found.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["Name of c", "Name of b", "Name of d"]);
        assert_eq!((found[0].then, found[2].now), (None, None));
        assert_eq!(found[1].then.map(|count| count.notes), Some(4));
    }
}
