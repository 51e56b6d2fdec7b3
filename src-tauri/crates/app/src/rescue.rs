//! A store that cannot be opened although its key is right: what happened, what can still be read of it, and which backups
//! there are. Nothing is changed until a person decides, and the damaged file is kept.

use std::{collections::BTreeMap, path::PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    backup::{BackupKind, Counts},
    log::{self, Act, LogCarried, StayIn},
    text::nouns,
};
use workbench_store::{
    StoreError, Write,
    backup::{self, Content},
    erase::obey,
    log as lines, moving,
    rescue::{self, Rescued},
    restore,
};

use crate::{
    Access, App,
    backup::{BackupCard, aside, list_of, own, time},
    database_path,
    disk::path_words,
    erase::remembered_by,
    failure::{Code, Failure},
    job::UnderWay,
    nothing::Nothing,
    protection::locked,
    restore::logged,
};

/// A backup, as the rescue looks at it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RescueBackup {
    /// The backup.
    pub backup: BackupCard,
    /// What is in it; none where it cannot be read either.
    pub counts: Option<Counts>,
    /// When something in it was saved last.
    #[ts(type = "Timestamp | null")]
    pub newest: Option<Timestamp>,
}

/// What happened to the store.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Rescue {
    /// What is wrong, in a sentence.
    pub damage: String,
    /// The database file; none where it is not there.
    pub file: Option<String>,
    /// Its size in bytes.
    #[ts(type = "number | null")]
    pub bytes: Option<u64>,
    /// The backups in the data folder, the newest first.
    pub backups: Vec<RescueBackup>,
}

/// How many rows of a table are lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RescueLost {
    /// Of what, in words where there are some.
    pub what: String,
    /// How many, at least.
    #[ts(type = "number")]
    pub rows: u64,
    /// Whether there may be more of them than could be counted.
    pub or_more: bool,
}

/// What can still be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RescueRead {
    /// How much there would be.
    pub counts: Counts,
    /// What is lost; empty where nothing is.
    pub lost: Vec<RescueLost>,
    /// Rows that the newest backup gave, since others refer to them.
    #[ts(type = "number")]
    pub from_backup: u64,
    /// Rows that could be read, and are left out, since what they belong to is lost.
    #[ts(type = "number")]
    pub left_out: u64,
    /// How many people were there who had been erased. They stay erased.
    pub erased: u32,
    /// What becomes of the log.
    pub log: LogCarried,
}

/// Asks for what can still be read.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RescueAsk {
    /// What this piece of work is called, to ask how far it is and to stop it: 1 to 64 bytes that whoever asks makes up.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub job: Option<String>,
}

/// Names a backup in the data folder.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RescueRestore {
    /// Its file's name.
    pub name: String,
}

/// What was done.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RescueDone {
    /// Where the damaged file is kept; none where there was none.
    pub kept: Option<String>,
    /// How much there is now.
    pub counts: Counts,
    /// What became of the log.
    pub log: LogCarried,
}

/// The word for one of what a table holds; the table's own name where there is none that is of use to a person.
fn noun(table: &str) -> Result<&'static str, &str> {
    Ok(match table {
        "candidate" => "candidate",
        "interview" => "interview",
        "entry" => "note",
        "question_record" => "rating",
        "tick" => "tick",
        "scorecard" | "scorecard_version" => "scorecard",
        "decision" => "decision",
        "debrief" => "debrief",
        "attachment" => "attached file",
        "question" | "question_version" | "question_newest" | "question_tag" => "part of the question bank",
        "kit" | "kit_version" | "kit_question" => "part of kits",
        "log" => "line of the log",
        "action" | "bank_action" => "undo step",
        "draft" | "bank_draft" | "amendment_draft" => "unfinished text",
        "contact" => "contact",
        "appointment" => "planned interview",
        "hold" => "legal hold",
        "erased" => "id of erased people",
        other => return Err(other),
    })
}

/// What is lost of the tables, those that have one word together, most first.
fn lost(rescued: &Rescued) -> Vec<RescueLost> {
    let mut all: BTreeMap<Result<&str, &str>, (u64, bool)> = BTreeMap::new();
    for (table, rows) in &rescued.lost {
        all.entry(noun(table)).or_default().0 += rows;
    }
    for table in &rescued.uncounted {
        all.entry(noun(table)).or_default().1 = true;
    }
    let told = |(noun, (rows, or_more)): (Result<&str, &str>, (u64, bool))| RescueLost {
        // One or more are many.
        what: noun.map_or_else(str::to_owned, |noun| nouns(if or_more { 0 } else { rows }, noun)),
        rows,
        or_more,
    };
    let mut lost: Vec<RescueLost> = all.into_iter().map(told).collect();
    lost.sort_by_key(|one| std::cmp::Reverse(one.rows));
    lost
}

impl App {
    /// Why the store cannot be opened although its key is right.
    pub(crate) fn damage(&self) -> Option<Failure> {
        (self.access() == Access::Damaged).then(|| self.inner.damage().clone()).flatten()
    }
}

/// The failure that leads to the rescue, while there is one.
fn damage(app: &App) -> Result<Failure, Failure> {
    if app.is_locked() {
        return Err(locked());
    }
    app.damage().ok_or_else(|| Failure::new(Code::Conflict, "The database opens. There is nothing to rescue."))
}

pub(crate) async fn rescue_get(app: &App, _: Nothing) -> Result<Rescue, Failure> {
    let _alone = app.gate().write().await;
    let (damage, key, data) = (damage(app)?, app.key()?, app.data_folder().to_owned());
    aside(move || {
        let file = database_path(&data);
        let found = std::fs::metadata(&file).ok();
        let mut backups = list_of(&data);
        backups.sort_by(|a, b| (b.at, &b.name).cmp(&(a.at, &a.name)));
        let backups = backups.into_iter().map(|card| {
            let content: Option<Content> = backup::verify(&own(&data).join(&card.name), &key).ok();
            RescueBackup {
                backup: card,
                counts: content.map(|content| content.counts),
                newest: time(content.and_then(|content| content.newest)),
            }
        });
        Ok(Rescue {
            damage: damage.message,
            file: found.as_ref().map(|_| file.display().to_string()),
            bytes: found.map(|found| found.len()),
            backups: backups.collect(),
        })
    })
    .await
}

/// The newest backup that is whole.
fn newest_whole(app: &App) -> Result<Option<PathBuf>, Failure> {
    let (data, key) = (app.data_folder(), app.key()?);
    let mut all = list_of(data);
    all.sort_by_key(|card| std::cmp::Reverse(card.at));
    Ok(all.into_iter().map(|card| own(data).join(card.name)).find(|path| backup::verify(path, &key).is_ok()))
}

/// Reads what can be read into a new store beside the damaged one.
async fn read(app: &App, job: Option<String>) -> Result<RescueRead, Failure> {
    if !database_path(app.data_folder()).exists() {
        let words = "There is no database file, so nothing can be read. Put it back, or restore a backup.";
        return Err(Failure::new(Code::Conflict, words));
    }
    let job = UnderWay::begin(app, job)?;
    let work = job.work().clone();
    let (key, data, helper, now) = (app.key()?, app.data_folder().to_owned(), newest_whole(app)?, app.now());
    let found = aside(move || {
        let (others, mut erased, mut log) = (remembered_by(&data, &key), 0, Vec::new());
        let part = |rows: u64| u32::try_from(rows).unwrap_or(u32::MAX);
        let waiting = &mut |done, of| {
            work.tell(part(done), part(of));
            work.goes_on().is_ok()
        };
        let last = |w: &Write<'_>| {
            erased = obey(w, &others)?;
            log = lines::list(w)?;
            logged(w, now, Act::StoreRescue, "what could be read", None)
        };
        let rescued = rescue::recover::<Failure>(&database_path(&data), &key, helper.as_deref(), waiting, last)?;
        Ok((rescued, erased, log))
    });
    let (rescued, erased, log) = found.await.map_err(|failure| match failure.code {
        Code::Storage | Code::DamageFound => Failure::new(
            Code::Conflict,
            "Nothing of the database can be read: the part that leads to all the rest is damaged. \
             Restore a backup. The damaged file is kept.",
        ),
        _ => failure,
    })?;
    let (from_backup, left_out) = (rescued.from_backup, rescued.dropped);
    let (lines_lost, or_more) = (rescued.lost.get("log"), rescued.uncounted.iter().any(|table| table == "log"));
    let log = log::rescued(&log, lines_lost.copied().unwrap_or_default(), or_more);
    Ok(RescueRead { lost: lost(&rescued), counts: rescued.counts, from_backup, left_out, erased, log })
}

/// Puts what was made beside the damaged database in its place, keeps the damaged one, and opens.
async fn take(app: &App) -> Result<Option<String>, Failure> {
    let (key, data, now) = (app.key()?, app.data_folder().to_owned(), app.now());
    let was_open = app.damage().is_none();
    if was_open {
        // A journal that cannot be written into the file any more is kept with it.
        let _ = app.close_store().await;
    }
    let kept = aside(move || {
        let database = database_path(&data);
        let name = BackupKind::Other.file_name(now, 1);
        let name = name.strip_suffix("-other.db").unwrap_or(&name);
        let kept = restore::set_aside(&database, &data.join("damaged"), name)?;
        restore::decide(&database)?;
        restore::finish(&database)?;
        Ok(kept)
    })
    .await;
    // Whichever of the two is there now.
    let opened = if kept.is_ok() || was_open { app.open_rescued(key).await } else { Ok(()) };
    let kept = kept?;
    opened?;
    Ok(kept.map(|path| path.display().to_string()))
}

pub(crate) async fn rescue_read(app: &App, request: RescueAsk) -> Result<RescueRead, Failure> {
    let _alone = app.gate().write().await;
    damage(app)?;
    let found = read(app, request.job).await?;
    // Only told; it is made anew when it is taken.
    moving::forget(&database_path(app.data_folder()))?;
    Ok(found)
}

pub(crate) async fn rescue_take(app: &App, request: RescueAsk) -> Result<RescueDone, Failure> {
    let _alone = app.gate().write().await;
    damage(app)?;
    let found = read(app, request.job).await?;
    Ok(RescueDone { kept: take(app).await?, counts: found.counts, log: found.log })
}

pub(crate) async fn rescue_restore(app: &App, request: RescueRestore) -> Result<RescueDone, Failure> {
    let _alone = app.gate().write().await;
    damage(app)?;
    let from = crate::backup::within(app.data_folder(), &request.name)?;
    put_back(app, from, request.name).await
}

/// Puts a backup in the place of a damaged database, which is kept as it is and may be open.
pub(crate) async fn put_back(app: &App, from: PathBuf, name: String) -> Result<RescueDone, Failure> {
    let (key, data, now) = (app.key()?, app.data_folder().to_owned(), app.now());
    let (counts, log) = aside(move || {
        let mut told = None;
        let (database, others) = (database_path(&data), remembered_by(&data, &key));
        let mark = moving::mark(&database).ok().flatten().filter(|_| backup::look(&database, &key).is_ok());
        let mark = mark.or(moving::mark(&from)?);
        // Where the damage left the log readable and whole, no line of it is lost.
        let here = lines::within(&database, &key).ok();
        let log = |w: &Write<'_>| {
            obey(w, &others)?;
            told = Some(lines::carry(w, here.as_deref(), StayIn::DamagedFile)?);
            logged(w, now, Act::BackupRestore, &name, None)
        };
        let counts = restore::prepare::<Failure>(&database, &key, &from, mark, log).map_err(|failure| {
            Failure::new(
                Code::Conflict,
                format!("The backup {} cannot be used. {}", path_words(&from), failure.message),
            )
        })?;
        Ok((counts, told))
    })
    .await?;
    let log = log.ok_or_else(|| Failure::bug("a backup was made ready without its log"))?;
    Ok(RescueDone { kept: take(app).await?, counts, log })
}

pub(crate) async fn rescue_retry(app: &App, _: Nothing) -> Result<Nothing, Failure> {
    let _alone = app.gate().write().await;
    damage(app)?;
    let key = app.key()?;
    app.open_rescued(key).await?;
    Ok(Nothing {})
}

/// Reads every page of the database that is open: what is wrong with it, where something is.
pub(crate) async fn found_damaged(app: &App) -> Result<Option<StoreError>, Failure> {
    let (key, database) = (app.key()?, database_path(app.data_folder()));
    aside(move || match backup::verify(&database, &key) {
        Ok(_) => Ok(None),
        Err(error @ (StoreError::Damaged | StoreError::NotReadable | StoreError::Foreign | StoreError::Missing)) => {
            Ok(Some(error))
        }
        // A disk that fails to be read says nothing of what is on it.
        Err(other) => Err(other.into()),
    })
    .await
}

pub(crate) async fn rescue_begin(app: &App, _: Nothing) -> Result<Nothing, Failure> {
    let _alone = app.gate().write().await;
    if app.is_locked() {
        return Err(locked());
    }
    if app.damage().is_some() {
        return Ok(Nothing {});
    }
    let Some(error) = found_damaged(app).await? else {
        return Err(Failure::new(
            Code::Conflict,
            "The database is whole: every page was read. There is nothing to rescue.",
        ));
    };
    let key = app.key()?;
    let _ = app.close_store().await;
    app.set_damaged(key, error.to_string());
    Ok(Nothing {})
}
