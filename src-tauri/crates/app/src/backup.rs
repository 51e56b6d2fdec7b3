//! Backups: made by themselves once a day, before imports and when someone asks; listed, verified, and copied to a folder of
//! one's choice as well.

mod place;
pub(crate) mod rid;
mod stick;
mod verify;

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    backup::{BackupKind, Counts},
    log::Act,
};
use workbench_store::{DataKey, StoreError, backup, moving, setting};

use self::place::Along;
pub use self::verify::{BackupPath, BackupRead, BackupVerified, StoreVerify};
pub(crate) use self::{
    place::own,
    stick::Chosen,
    verify::{backup_path_verify, backup_verify, store_verify},
};
use crate::{
    App, database_path, disk, erase,
    failure::Failure,
    job::{UnderWay, Work},
    log::note,
    nothing::Nothing,
    rating::Saved,
};

/// The setting that names the folder of one's choice.
const FOLDER: &str = "backup_folder";
/// The setting that says where the disk of that folder was mounted; empty where that is the system's own.
const DISK: &str = "backup_disk";
/// The setting that lists the marks that this database has had: a new one with each new key.
const MARKS: &str = "marks";

/// Where a backup lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BackupPlace {
    /// In the data folder.
    Own,
    /// In the folder of one's choice.
    Chosen,
}

/// Asks for a backup.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BackupCreate {
    /// What this piece of work is called, to ask how far it is and to stop it: 1 to 64 bytes that whoever asks makes up.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub job: Option<String>,
}

/// Names a backup of the list.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BackupRef {
    /// Where it lies.
    pub place: BackupPlace,
    /// Its file's name.
    pub name: String,
}

/// The folder that backups are copied to as well.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BackupFolder {
    /// The folder, which is there.
    #[ts(type = "string")]
    pub path: PathBuf,
}

/// A backup in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupCard {
    /// Where it lies.
    pub place: BackupPlace,
    /// Its file's name.
    pub name: String,
    /// What it was made for.
    pub kind: BackupKind,
    /// When: as its name says, or else when the file was last changed.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
    /// Its size in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// The backups there are.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BackupList {
    /// The newest first; one that lies in both places stands here twice.
    pub backups: Vec<BackupCard>,
    /// The folder of one's choice.
    pub folder: Option<String>,
    /// Whether that folder is there now: a stick may not be.
    pub folder_there: bool,
    /// Whether the key file goes there as well. It does once there is a passphrase: until then it lies bare.
    pub key_goes_along: bool,
    /// Saves that were made and were not in the database when it was opened.
    #[ts(type = "number")]
    pub missing_saves: u64,
}

/// A backup that was made.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BackupMade {
    /// The backup.
    pub backup: BackupCard,
    /// What is in it.
    pub counts: Counts,
    /// What there is to say of the folder of one's choice; none where it was copied there, or there is no such folder.
    pub chosen: Option<String>,
}

/// What was done by itself.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BackupKept {
    /// The backup that was made; none where none was due, or nothing had changed since the last one.
    pub made: Option<BackupCard>,
    /// When the newest backup was made that lies in the data folder.
    #[ts(type = "Timestamp | null")]
    pub newest: Option<Timestamp>,
    /// What there is to say of the folder of one's choice.
    pub chosen: Option<String>,
}

/// Works on files, beside what else is done.
pub(crate) async fn aside<T: Send + 'static>(
    job: impl FnOnce() -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    tokio::task::spawn_blocking(job).await.map_err(Failure::bug)?
}

/// Whether a file of this name is a backup that was never finished, or a journal of one.
pub(crate) fn is_half_made(name: &str) -> bool {
    let made = name.split_once(".part").filter(|(_, end)| ["", "-journal", "-wal", "-shm"].contains(end));
    made.is_some_and(|(name, _)| BackupKind::of_file_name(name).is_some())
}

/// The backups in a data folder, in no order.
pub(crate) fn list_of(data: &Path) -> Vec<BackupCard> {
    place::list(&own(data), BackupPlace::Own)
}

/// A backup in a data folder, by its name.
pub(crate) fn within(data: &Path, name: &str) -> Result<PathBuf, Failure> {
    place::within(&own(data), name)
}

pub(crate) fn time(milliseconds: Option<i64>) -> Option<Timestamp> {
    milliseconds.and_then(|at| Timestamp::from_millisecond(at).ok())
}

/// The folder of one's choice.
pub(crate) async fn chosen(app: &App) -> Result<Option<Chosen>, Failure> {
    let [path, disk] = app
        .store()
        .read(|r| Ok::<_, Failure>([setting::get(r, FOLDER)?, setting::get(r, DISK)?]))
        .await?
        .map(|found| found.filter(|path| !path.is_empty()).map(PathBuf::from));
    Ok(path.map(|path| Chosen { path, disk }))
}

/// Remembers the mark that the database has now, so that a backup from before its key was changed is known as such.
pub(crate) async fn remember_mark(app: &App) -> Result<(), Failure> {
    let Some(mark) = moving::mark(&database_path(app.data_folder()))? else { return Ok(()) };
    let known = marks(app).await?;
    if !known.contains(&mark) {
        let all = [known, vec![mark]].concat();
        let json = serde_json::to_string(&all).map_err(Failure::bug)?;
        app.store().write(move |w| Ok::<_, Failure>(setting::set(w, MARKS, &json)?)).await?;
    }
    Ok(())
}

async fn marks(app: &App) -> Result<Vec<[u8; 16]>, Failure> {
    let found = app.store().read(|r| Ok::<_, Failure>(setting::get(r, MARKS)?)).await?;
    Ok(found.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default())
}

/// The path of a backup of the list. A name is a name, never a path.
pub(crate) async fn path_of(app: &App, place: BackupPlace, name: &str) -> Result<PathBuf, Failure> {
    let folder = match place {
        BackupPlace::Own => own(app.data_folder()),
        BackupPlace::Chosen => chosen(app).await?.ok_or_else(|| Failure::not_found("backup", name))?.path,
    };
    place::within(&folder, name)
}

/// What to say of a file that cannot be read as a backup of this database.
pub(crate) async fn refused(app: &App, path: &Path, error: StoreError) -> Failure {
    let known = marks(app).await.unwrap_or_default();
    place::refused(&database_path(app.data_folder()), path, &known, error)
}

pub(crate) async fn backup_list(app: &App, _: Nothing) -> Result<BackupList, Failure> {
    let (folder, chosen) = (own(app.data_folder()), chosen(app).await?);
    let looked_at = chosen.clone();
    let (backups, folder_there) = aside(move || {
        let mut all = place::list(&folder, BackupPlace::Own);
        let there = looked_at.filter(Chosen::is_there);
        all.extend(there.iter().flat_map(|chosen| place::list(&chosen.path, BackupPlace::Chosen)));
        all.sort_by(|a, b| (b.at, &b.name).cmp(&(a.at, &a.name)));
        Ok((all, there.is_some()))
    })
    .await?;
    Ok(BackupList {
        backups,
        folder: chosen.map(|chosen| chosen.path.display().to_string()),
        folder_there,
        key_goes_along: app.is_protected(),
        missing_saves: app.store().missing_saves(),
    })
}

/// Makes a backup in the data folder, and copies it to the folder of one's choice.
pub(crate) async fn make(app: &App, kind: BackupKind, work: &Work) -> Result<BackupMade, Failure> {
    let (key, now) = (app.key()?, app.now());
    let (database, folder) = (database_path(app.data_folder()), own(app.data_folder()));
    let watched = work.clone();
    let (card, content) = aside(move || place::make(&database, &key, &folder, kind, now, &watched)).await?;
    if kind == BackupKind::Asked {
        let at = app.now();
        // After it, since a line says what was done. The backup lacks nothing without it.
        let logged = move |w: &mut workbench_store::Write<'_>| {
            w.is_no_save();
            note(w, at, Act::BackupCreate, [], &at)
        };
        app.store().write(logged).await?;
    }
    let chosen = copy_along(app, &card, work).await?;
    Ok(BackupMade { backup: card, counts: content.counts, chosen })
}

/// Copies a backup to the folder of one's choice, with the sealed key file, and takes away there what is superfluous. What
/// went wrong is said in a line, since the backup lies in the data folder already.
async fn copy_along(app: &App, card: &BackupCard, work: &Work) -> Result<Option<String>, Failure> {
    let Some(chosen) = chosen(app).await? else { return Ok(None) };
    // Another stick than the last one may be there, with people who were erased meanwhile.
    erase::reach(app, &chosen).await?;
    let (data, key, zone) = (app.data_folder().to_owned(), app.key()?, app.deps().clock.zone());
    let (name, protected, work) = (card.name.clone(), app.is_protected(), work.clone());
    aside(move || {
        let along = Along { data: &data, key: &key, chosen: &chosen, name: &name, protected, zone: &zone };
        Ok(place::copy_along(&along, &work).err())
    })
    .await
}

pub(crate) async fn backup_create(app: &App, request: BackupCreate) -> Result<BackupMade, Failure> {
    let job = UnderWay::begin(app, request.job)?;
    make(app, BackupKind::Asked, job.work()).await
}

/// Whether something was saved since the newest backup.
async fn changed(app: &App) -> Result<bool, Failure> {
    let (database, folder, key) = (database_path(app.data_folder()), own(app.data_folder()), app.key()?);
    aside(move || {
        let mut all = place::list(&folder, BackupPlace::Own);
        all.sort_by_key(|card| card.at);
        let Some(newest) = all.last() else { return Ok(true) };
        let saves = |path: &Path, key: &DataKey| backup::saves_of(path, key).ok().flatten();
        let now = saves(&database, &key);
        Ok(now.is_none() || now != saves(&folder.join(&newest.name), &key))
    })
    .await
}

/// A backup before an import, unless nothing was saved since the last one.
pub(crate) async fn before_import(app: &App) -> Result<(), Failure> {
    if !changed(app).await? {
        return Ok(());
    }
    let job = UnderWay::begin(app, None)?;
    make(app, BackupKind::BeforeImport, job.work()).await.map(drop).map_err(|failure| Failure {
        message: format!("Nothing was imported, since no backup could be made first. {}", failure.message),
        ..failure
    })?;
    prune(app).await
}

async fn prune(app: &App) -> Result<(), Failure> {
    let (folder, zone) = (own(app.data_folder()), app.deps().clock.zone());
    aside(move || {
        place::prune(&folder, None, &zone);
        Ok(())
    })
    .await
}

pub(crate) async fn backup_keep(app: &App, _: Nothing) -> Result<BackupKept, Failure> {
    let (now, zone) = (app.now(), app.deps().clock.zone());
    let day = |at: Timestamp| at.to_zoned(zone.clone()).date();
    let mut all = place::list(&own(app.data_folder()), BackupPlace::Own);
    all.sort_by_key(|card| card.at);
    let today = all.iter().any(|card| card.kind == BackupKind::Daily && day(card.at) == day(now));
    let (mut made, mut said) = (None, None);
    let job = UnderWay::begin(app, None)?;
    if !today && changed(app).await? {
        let done = make(app, BackupKind::Daily, job.work()).await?;
        prune(app).await?;
        (made, said) = (Some(done.backup), done.chosen);
    } else if let Some(newest) = all.last() {
        // A stick that was not there when it was made.
        said = copy_along(app, newest, job.work()).await?;
    }
    let newest = made.as_ref().or(all.last()).map(|card| card.at);
    Ok(BackupKept { made, newest, chosen: said })
}

pub(crate) async fn backup_folder_set(app: &App, request: BackupFolder) -> Result<BackupList, Failure> {
    let (path, data) = (request.path, app.data_folder().to_owned());
    let Chosen { path, disk } = aside(move || place::chosen(&path, &data)).await?;
    let text = path.to_str().map(str::to_owned).ok_or_else(|| {
        Failure::invalid(format!("The name {} is not readable text. Choose another folder.", disk::path_words(&path)))
    })?;
    // A name that is no text is found again by no start; then the folder is taken as it is.
    let disk = disk.and_then(|disk| disk.to_str().map(str::to_owned)).unwrap_or_default();
    let set = move |w: &mut workbench_store::Write<'_>| {
        setting::set(w, FOLDER, &text)?;
        Ok::<_, Failure>(setting::set(w, DISK, &disk)?)
    };
    app.store().write(set).await?;
    backup_list(app, Nothing {}).await
}

pub(crate) async fn backup_folder_remove(app: &App, _: Nothing) -> Result<BackupList, Failure> {
    app.store().write(|w| Ok::<_, Failure>(setting::set(w, FOLDER, "")?)).await?;
    backup_list(app, Nothing {}).await
}

pub(crate) async fn backup_remove(app: &App, request: BackupRef) -> Result<Saved, Failure> {
    let path = path_of(app, request.place, &request.name).await?;
    aside(move || place::remove(&path)).await?;
    Ok(Saved { at: app.now() })
}
