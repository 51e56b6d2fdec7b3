//! Opening the store of a data folder: at once where its key lies bare, later where it is wrapped; and moving it from a
//! bare key to a wrapped one, so that a process killed at any step leaves a store that opens.
//!
//! The order of the move: copies of every database with the new key, verified; then the key file with both, the wrapped
//! new key and the bare old one; then the copies take their places, the database last; then the key file without the bare
//! key. Until the key file has both, the copies are litter. From then on whichever key the database has is known by its mark.

use std::{
    fs,
    path::{Path, PathBuf},
};

use workbench_store::{DataKey, Store, StoreError, moving, restore};
use workbench_vault::{Bare, Key, KeyFile, RecoveryKey, Tries, UnlockRefused, Way, Wrapped, keychain_secret};
use zeroize::Zeroizing;

use crate::{
    Access, App, backup, candidate, database_path,
    deps::Deps,
    disk, erase,
    failure::{Code, Failure},
    keys,
    protection::way,
    shipped,
};

/// The database and its backups, the database last.
fn databases(folder: &Path) -> Vec<PathBuf> {
    let mut all: Vec<PathBuf> = fs::read_dir(folder.join("backups"))
        .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
        .unwrap_or_default();
    all.retain(|path| path.extension().is_some_and(|end| end == "db"));
    all.sort();
    all.push(database_path(folder));
    all
}

/// What the key file says, once whatever was left half done is done: a new bare key where the folder is new.
pub(crate) fn settled(folder: &Path, deps: &Deps) -> Result<KeyFile, Failure> {
    let found = match deps.keys.read(folder)? {
        Some(found) => found,
        None if database_path(folder).exists() => {
            return Err(keys::refuse(
                folder,
                "is missing, so the data beside it cannot be read. Put keys.json back from a copy of the folder",
            ));
        }
        None => {
            let mut key = Key::new([0; 32]);
            deps.chance.fill(&mut *key)?;
            let made = KeyFile::Bare(Bare { key, store_made: false });
            deps.keys.write(folder, &made)?;
            made
        }
    };
    match found {
        KeyFile::Wrapped { wrapped, tries, moving: Some(bare), .. } => finish(folder, deps, wrapped, tries, bare),
        settled => Ok(settled),
    }
}

/// Finishes a move, or takes it back where its copy is gone.
fn finish(folder: &Path, deps: &Deps, wrapped: Wrapped, tries: Tries, bare: Bare) -> Result<KeyFile, Failure> {
    let main = database_path(folder);
    let is_new = |path: &Path| Ok::<_, Failure>(moving::mark(path)?.is_some_and(|mark| wrapped.is_of(mark)));
    let settled = if is_new(&main)? || is_new(&moving::copy_of(&main))? {
        for path in databases(folder) {
            if moving::copy_of(&path).exists() {
                moving::take_place(&path)?;
            }
        }
        KeyFile::Wrapped { wrapped, tries, locked: false, moving: None }
    } else {
        KeyFile::Bare(bare)
    };
    deps.keys.write(folder, &settled)?;
    Ok(settled)
}

/// The ways in that a store begins with, beside the recovery key: at least one.
pub(crate) struct First {
    pub passphrase: Option<Zeroizing<String>>,
    pub keychain: bool,
}

/// Moves a closed store with a bare key to a fresh key, wrapped. Each way in is tried before the old one goes.
pub(crate) fn protect(folder: &Path, deps: &Deps, bare: &Bare, first: &First) -> Result<(Key, RecoveryKey), Failure> {
    let fill = |bytes: &mut [u8]| deps.chance.fill(bytes);
    let mut key = Key::new([0; 32]);
    fill(&mut *key)?;
    let (old, new) = (DataKey::new(*bare.key), DataKey::new(*key));
    let main = database_path(folder);
    for path in databases(folder) {
        match moving::copy(&path, &old, &new) {
            // A backup that its key does not open is of no use by any key.
            Err(StoreError::NotReadable | StoreError::Damaged | StoreError::Foreign) if path != main => {}
            other => other?,
        }
    }
    let mark = moving::mark(&moving::copy_of(&main))?.ok_or_else(|| Failure::bug("The copy has no beginning."))?;
    let (wrapped, printed) = wrap(deps, &key, mark, first)?;
    let both = KeyFile::Wrapped { wrapped, tries: Tries::default(), locked: false, moving: Some(bare.clone()) };
    deps.keys.write(folder, &both)?;
    settled(folder, deps)?;
    Ok((key, printed))
}

fn wrap(deps: &Deps, key: &Key, mark: [u8; 16], first: &First) -> Result<(Wrapped, RecoveryKey), Failure> {
    let fill = |bytes: &mut [u8]| deps.chance.fill(bytes);
    let secret = first.keychain.then(|| keychain_secret(&fill)).transpose()?;
    let ways = [
        first.passphrase.as_ref().map(|passphrase| Way::Passphrase(passphrase, deps.cost)),
        secret.as_ref().map(Way::Keychain),
    ];
    let mut ways = ways.into_iter().flatten();
    let way = ways.next().ok_or_else(|| Failure::bug("A store is protected by something."))?;
    let (mut wrapped, printed) = Wrapped::make(key, mark, way, &fill)?;
    if let Some(other) = ways.next() {
        wrapped = wrapped.with(key, other, &fill)?;
    }
    let opens = |found: Result<Key, UnlockRefused>| found.is_ok_and(|found| *found == **key);
    let all = opens(wrapped.recover(&printed))
        && first.passphrase.as_ref().is_none_or(|passphrase| opens(wrapped.unlock(passphrase)))
        && secret.as_ref().is_none_or(|secret| opens(wrapped.open_by_keychain(secret)));
    if !all {
        return Err(Failure::bug("The new key file does not open."));
    }
    if let Some(secret) = &secret {
        deps.keychain.put(&wrapped.name(), secret).map_err(|trouble| {
            Failure::invalid(format!("{trouble} Nothing was changed. Choose a passphrase, or try again later."))
        })?;
    }
    Ok((wrapped, printed))
}

/// Copies that never took their places, and files that were never written to their end: litter of a process that was killed.
fn sweep(folder: &Path) {
    for path in databases(folder) {
        let _ = moving::forget(&path);
    }
    for entry in fs::read_dir(backup::own(folder)).into_iter().flatten().flatten() {
        // A backup has its name once it is whole, and nobody else is in this folder now.
        if entry.file_name().to_str().is_some_and(backup::is_half_made) {
            let _ = fs::remove_file(entry.path());
        }
    }
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        if name.to_str().is_some_and(|name| name.starts_with('.') && name.ends_with(".part")) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

impl App {
    /// Opens the store where its key lies bare, or where the keychain has its key and nobody locked it; else it stays locked.
    pub(crate) async fn begin(&self) -> Result<(), Failure> {
        let (folder, deps) = (self.data_folder().to_owned(), self.deps().clone());
        let found = settled(&folder, &deps)?;
        let made = !matches!(&found, KeyFile::Bare(bare) if !bare.store_made);
        // What was decided before a process ended is carried through.
        restore::finish(&database_path(&folder))?;
        sweep(&folder);
        match found {
            KeyFile::Wrapped { wrapped, locked, .. } => {
                self.set_access(Access::Locked);
                if wrapped.has_keychain() && !locked {
                    way::enter_by_keychain(self, &wrapped).await?;
                }
            }
            KeyFile::Bare(bare) => {
                self.open_or_damaged(DataKey::new(*bare.key), !made, Access::Unprotected).await?;
                if !made {
                    deps.keys.write(&folder, &KeyFile::Bare(Bare { store_made: true, ..bare }))?;
                }
            }
        }
        Ok(())
    }

    /// Opens the store. Where its file is damaged or missing although the key is right, the rescue is all that answers.
    pub(crate) async fn open_or_damaged(&self, key: DataKey, create: bool, open: Access) -> Result<(), Failure> {
        let kept = key.copy();
        match self.open_store(key, create).await {
            Ok(()) => {
                *self.inner.damage() = None;
                self.set_access(open);
                Ok(())
            }
            Err(failure) if failure.code == Code::Damaged => {
                self.set_store(Store::closed());
                self.set_damaged(kept, failure.message);
                Ok(())
            }
            Err(failure) => Err(failure),
        }
    }

    /// From here on only the rescue answers.
    pub(crate) fn set_damaged(&self, key: DataKey, why: String) {
        self.inner.set_key(Some(key));
        *self.inner.damage() = Some(Failure::new(Code::Damaged, why));
        self.set_access(Access::Damaged);
    }

    /// Opens the store after a rescue, protected as it was.
    pub(crate) async fn open_rescued(&self, key: DataKey) -> Result<(), Failure> {
        let wrapped = matches!(self.deps().keys.read(self.data_folder())?, Some(KeyFile::Wrapped { .. }));
        self.open_or_damaged(key, false, if wrapped { Access::Unlocked } else { Access::Unprotected }).await?;
        self.damage().map_or(Ok(()), Err)
    }

    /// Opens the store with its key, and carries through what was left half done.
    pub(crate) async fn open_store(&self, key: DataKey, create: bool) -> Result<(), Failure> {
        self.open_file(key, create).await?;
        erase::resume(self).await
    }

    /// Opens the store again after its file was written anew.
    pub(crate) async fn reopen(&self, key: DataKey) -> Result<(), Failure> {
        self.open_file(key, false).await
    }

    /// Opens the store with its key, and brings in the shipped questions.
    async fn open_file(&self, key: DataKey, create: bool) -> Result<(), Failure> {
        let folder = self.data_folder().to_owned();
        let (database, backups) = (database_path(&folder), backup::own(&folder));
        let kept = key.copy();
        let store = tokio::task::spawn_blocking(move || Store::open(&database, &key, create, &backups))
            .await
            .map_err(Failure::bug)?
            .map_err(|error| match error {
                StoreError::Damaged | StoreError::NotReadable | StoreError::Foreign => {
                    Failure::new(Code::Damaged, error.to_string())
                }
                StoreError::Missing => Failure::new(
                    Code::Damaged,
                    format!(
                        "The database {} is missing. Put it back from a copy of the folder, or restore a backup.",
                        disk::path_words(&database_path(&folder))
                    ),
                ),
                StoreError::FileReadOnly => Failure::new(
                    Code::CannotOpen,
                    format!(
                        "The database file {} may only be read. Allow writing to it, then try again.",
                        disk::path_words(&database_path(&folder))
                    ),
                ),
                error => {
                    Failure::new(Code::CannotOpen, format!("{error} The data folder is {}.", disk::path_words(&folder)))
                }
            })?;
        disk::make_files_private(self.data_folder());
        self.set_store(store);
        self.inner.set_key(Some(kept));
        let begun = async {
            shipped::make_owner(self).await?;
            candidate::find_by_name(self).await?;
            shipped::install(self).await?;
            backup::remember_mark(self).await
        };
        begun.await.map_err(|failure| match failure.code {
            // The first reading may meet a page that cannot be read.
            Code::DamageFound => Failure { code: Code::Damaged, ..failure },
            _ => failure,
        })
    }
}
