//! Reading a backup, or the store that is open, to its last page.

use std::path::PathBuf;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::backup::Counts;
use workbench_store::{StoreError, backup};

use super::{BackupPlace, aside, path_of, refused, time};
use crate::{
    App, database_path,
    failure::{Code, Failure},
    job::{UnderWay, Work, stopped},
};

/// Names a backup of the list that is to be read.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BackupRead {
    /// Where it lies.
    pub place: BackupPlace,
    /// Its file's name.
    pub name: String,
    /// What this piece of work is called, to ask how far it is and to stop it: 1 to 64 bytes that whoever asks makes up.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub job: Option<String>,
}

/// A file that may be a backup.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BackupPath {
    /// The file.
    #[ts(type = "string")]
    pub path: PathBuf,
}

/// Asks for the store that is open to be read.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StoreVerify {
    /// What this piece of work is called, to ask how far it is and to stop it: 1 to 64 bytes that whoever asks makes up.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub job: Option<String>,
}

/// A backup that was read to its last page.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BackupVerified {
    /// Its file's name.
    pub name: String,
    /// The format of its store.
    pub format: u32,
    /// What is in it.
    pub counts: Counts,
    /// When something in it was saved last.
    #[ts(type = "Timestamp | null")]
    pub newest: Option<Timestamp>,
}

pub(crate) async fn backup_verify(app: &App, request: BackupRead) -> Result<BackupVerified, Failure> {
    let job = UnderWay::begin(app, request.job)?;
    verify(app, path_of(app, request.place, &request.name).await?, job.work()).await
}

pub(crate) async fn backup_path_verify(app: &App, request: BackupPath) -> Result<BackupVerified, Failure> {
    verify(app, request.path, UnderWay::begin(app, None)?.work()).await
}

async fn verify(app: &App, path: PathBuf, work: &Work) -> Result<BackupVerified, Failure> {
    let (key, read, watch) = (app.key()?, path.clone(), work.watch());
    let found = aside(move || Ok(backup::checked(&read, &key, &watch))).await?;
    let content = match found {
        Ok(content) => content,
        Err(StoreError::Stopped) => return Err(stopped()),
        Err(error) => return Err(refused(app, &path, error).await),
    };
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    Ok(BackupVerified { name, format: content.format, counts: content.counts, newest: time(content.newest) })
}

/// Reads every page of the database that is open.
pub(crate) async fn store_verify(app: &App, request: StoreVerify) -> Result<BackupVerified, Failure> {
    let job = UnderWay::begin(app, request.job)?;
    let (key, database, watch) = (app.key()?, database_path(app.data_folder()), job.work().watch());
    let found = aside(move || Ok(backup::checked(&database, &key, &watch))).await?;
    let content = found.map_err(|error| match error {
        StoreError::Damaged => Failure::new(
            Code::DamageFound,
            "The database is damaged: not all of it can be read. Make no change now; see what can be rescued.",
        ),
        other => Failure::from(other),
    })?;
    let name = "workbench.db".to_owned();
    Ok(BackupVerified { name, format: content.format, counts: content.counts, newest: time(content.newest) })
}
