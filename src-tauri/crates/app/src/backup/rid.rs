//! Backups that hold somebody who was erased: each is written anew without them, or removed where that cannot be.

use std::{
    fs,
    path::{Path, PathBuf},
};

use workbench_domain::{erasure::Erased, text::isolate};
use workbench_store::{DataKey, StoreError, erase, moving};

use super::{BackupCard, BackupPlace, own, place};
use crate::{
    App, database_path,
    disk::{path_words, reason},
    failure::Failure,
};

/// Who was erased, and how their backups are told from those of others.
pub(crate) struct Rid {
    key: DataKey,
    /// The marks that this database has and had.
    marks: Vec<[u8; 16]>,
    who: Vec<Erased>,
}

/// Which backups of a folder an erasure is about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Affected {
    /// How many hold one of the people.
    pub holding: u32,
    /// Those of this database that cannot be read, and may hold them.
    pub unreadable: Vec<String>,
}

/// What was done to the backups of a folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Ridded {
    /// How many were written anew.
    pub rewritten: u32,
    /// Those that could not be read, and were removed.
    pub removed: Vec<String>,
    /// What could be done to neither, with the reason; tried again later.
    pub failed: Vec<String>,
}

impl Rid {
    /// For these people.
    pub(crate) async fn of(app: &App, who: Vec<Erased>) -> Result<Self, Failure> {
        let now = moving::mark(&database_path(app.data_folder()))?;
        Ok(Self { key: app.key()?, marks: super::marks(app).await?.into_iter().chain(now).collect(), who })
    }

    /// Whether a file that cannot be read is a backup of this database that may hold one of the people. In a folder of one's choice
    /// others may keep theirs.
    fn may_hold(&self, path: &Path, card: &BackupCard, error: &StoreError) -> bool {
        let ours = || moving::mark(path).ok().flatten().is_some_and(|mark| self.marks.contains(&mark));
        let cannot = matches!(error, StoreError::NotReadable | StoreError::Damaged | StoreError::Newer { .. });
        // A name has whole seconds.
        let before = self.who.iter().any(|one| card.at.as_second() <= one.at.as_second());
        cannot && before && ours()
    }

    /// Looks, and changes nothing.
    pub(crate) fn look(&self, folder: &Path) -> Affected {
        let mut affected = Affected::default();
        for card in place::list(folder, BackupPlace::Own) {
            let path = folder.join(&card.name);
            match erase::holds(&path, &self.key, &self.who) {
                Ok(holds) => affected.holding += u32::from(holds),
                Err(error) if self.may_hold(&path, &card, &error) => affected.unreadable.push(card.name),
                Err(_) => {}
            }
        }
        affected.unreadable.sort();
        affected
    }

    /// Rids the backups of a folder of the people.
    pub(crate) fn work(&self, folder: &Path) -> Ridded {
        let mut done = Ridded::default();
        for card in place::list(folder, BackupPlace::Own) {
            let path = folder.join(&card.name);
            let failed = |why: String| format!("The backup {} still holds them: {why}", isolate(&card.name));
            match erase::rid(&path, &self.key, &self.who) {
                Ok(true) => done.rewritten += 1,
                Ok(false) | Err(StoreError::Missing | StoreError::Foreign) => {}
                Err(error) if self.may_hold(&path, &card, &error) => match fs::remove_file(&path) {
                    Ok(()) => done.removed.push(card.name),
                    Err(error) => done.failed.push(failed(format!("it cannot be removed: {}.", reason(&error)))),
                },
                // Of another database, or from after.
                Err(StoreError::NotReadable | StoreError::Damaged | StoreError::Newer { .. }) => {}
                Err(error) => done.failed.push(failed(error.to_string())),
            }
        }
        done.removed.sort();
        done
    }
}

/// Files in a data folder that are no database and no backup and may hold anybody: damaged databases that a rescue put aside,
/// journals of databases that are gone, and what a process that was killed left half written.
pub(crate) fn put_aside(data: &Path) -> Vec<PathBuf> {
    let of = |folder: &Path, wanted: &dyn Fn(&str) -> bool| -> Vec<PathBuf> {
        let files = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        files
            .filter(|path| path.is_file() && path.file_name().is_some_and(|name| wanted(&name.to_string_lossy())))
            .collect()
    };
    let ends = |name: &str| [".part", ".whole", ".moving", ".orphan"].iter().any(|end| name.ends_with(end));
    let litter = |name: &str| ends(name) && (name.starts_with("workbench") || name.starts_with('.'));
    let mut all = of(&data.join("damaged"), &|name| name.contains(".damaged"));
    all.extend(of(&own(data), &ends));
    all.extend(of(data, &litter));
    all
}

/// Removes those files; answers which could not be.
pub(crate) fn remove_put_aside(data: &Path) -> Vec<String> {
    let removed =
        put_aside(data).into_iter().filter_map(|path| fs::remove_file(&path).err().map(|error| (path, error)));
    removed.map(|(path, error)| format!("{} cannot be removed: {}.", path_words(&path), reason(&error))).collect()
}
