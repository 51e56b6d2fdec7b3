//! Who may open the store: a passphrase, a recovery key, and locking it again.

use serde::{Deserialize, Deserializer, Serialize};
use ts_rs::TS;
use workbench_store::{DataKey, moving};
use workbench_vault::{Bare, Key, KeyFile, RecoveryKey, Tries, UnlockRefused, Wrapped, check_passphrase};
use zeroize::Zeroizing;

use crate::{
    Access, App,
    backup::{self, BackupCard},
    database_path,
    failure::{Code, Failure},
    keys,
    nothing::Nothing,
    opening,
};

/// What only its person should know. It is wiped from memory when dropped, and no message shows it.
#[derive(Clone)]
pub struct Secret(Zeroizing<String>);

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(Zeroizing::new(String::deserialize(deserializer)?)))
    }
}

/// How the store is protected now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProtectionState {
    /// There is no passphrase: whoever can read the files can read the data.
    Unprotected,
    /// There is one, and it was not given yet: the store is closed.
    Locked,
    /// There is one, and it was given.
    Unlocked,
}

/// How the store is protected.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Protection {
    /// How it is now.
    pub state: ProtectionState,
    /// Seconds until the next try, after several wrong ones.
    pub wait_seconds: u32,
}

/// Gives an unprotected store its passphrase.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProtectionBegin {
    /// At least 10 characters.
    #[ts(type = "string")]
    pub passphrase: Secret,
}

/// A recovery key, which is shown this once.
#[derive(Clone, Serialize, TS)]
pub struct RecoveryKeyMade {
    /// Seven groups of five signs.
    pub recovery_key: String,
}

/// One of two ways in: the passphrase, or the recovery key.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StoreUnlock {
    /// The passphrase.
    #[serde(default)]
    #[ts(optional = nullable, type = "string")]
    pub passphrase: Option<Secret>,
    /// The recovery key, in its place.
    #[serde(default)]
    #[ts(optional = nullable, type = "string")]
    pub recovery_key: Option<Secret>,
}

/// Another passphrase for the one there is; the recovery key stays.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PassphraseChange {
    /// The passphrase until now.
    #[serde(default)]
    #[ts(optional = nullable, type = "string")]
    pub passphrase: Option<Secret>,
    /// The recovery key, where the passphrase is forgotten.
    #[serde(default)]
    #[ts(optional = nullable, type = "string")]
    pub recovery_key: Option<Secret>,
    /// The passphrase from now on; at least 10 characters.
    #[ts(type = "string")]
    pub new_passphrase: Secret,
}

/// Commands that close or open the store: each waits until no other runs.
pub(crate) const ALONE: [&str; 14] = [
    "protection_get",
    "protection_begin",
    "passphrase_change",
    "recovery_key_make",
    "store_unlock",
    "store_lock",
    "backup_restore",
    "backup_path_restore",
    "rescue_get",
    "rescue_read",
    "rescue_take",
    "rescue_restore",
    "rescue_retry",
    "rescue_begin",
];

/// Those that answer while it is locked.
pub(crate) const WHILE_LOCKED: [&str; 6] =
    ["protection_get", "protection_begin", "passphrase_change", "recovery_key_make", "store_unlock", "store_lock"];

/// What every other command answers while the store is locked.
pub(crate) fn locked() -> Failure {
    Failure::new(
        Code::LockedStore,
        "The data is locked. Give the passphrase, or the recovery key. At the command line: workbench asks for it, or \
         takes it from --passphrase-fd.",
    )
}

pub(crate) async fn protection_get(app: &App, _: Nothing) -> Result<Protection, Failure> {
    let _others = app.gate().read().await;
    let state = match app.access() {
        Access::Unprotected => ProtectionState::Unprotected,
        Access::Locked => ProtectionState::Locked,
        Access::Unlocked | Access::Damaged => ProtectionState::Unlocked,
    };
    let wait = match app.deps().keys.read(app.data_folder())? {
        Some(KeyFile::Wrapped { tries, .. }) => tries.wait_ms(app.now().as_millisecond()),
        _ => 0,
    };
    Ok(Protection { state, wait_seconds: seconds(wait) })
}

pub(crate) async fn protection_begin(app: &App, request: ProtectionBegin) -> Result<RecoveryKeyMade, Failure> {
    let passphrase = request.passphrase.0;
    check_passphrase(&passphrase).map_err(|refused| Failure::invalid(refused.to_string()))?;
    let _alone = app.gate().write().await;
    if let Some(damage) = app.damage() {
        return Err(damage);
    }
    let bare = match app.deps().keys.read(app.data_folder())? {
        Some(KeyFile::Bare(bare)) => bare,
        _ => return Err(Failure::new(Code::Conflict, "There is a passphrase already. Change that one.")),
    };
    let moved = move_to_fresh_key(app, bare, passphrase).await;
    if moved.is_err() {
        // Whatever failed, the key file says which key the store has now.
        let _ = app.close_store().await;
        app.begin().await?;
    }
    moved
}

async fn move_to_fresh_key(app: &App, bare: Bare, passphrase: Zeroizing<String>) -> Result<RecoveryKeyMade, Failure> {
    app.close_store().await?;
    let (folder, deps) = (app.data_folder().to_owned(), app.deps().clone());
    let (key, printed) = tokio::task::spawn_blocking(move || opening::protect(&folder, &deps, &bare, &passphrase))
        .await
        .map_err(Failure::bug)??;
    app.open_store(DataKey::new(*key), false).await?;
    app.set_access(Access::Unlocked);
    Ok(RecoveryKeyMade { recovery_key: printed.printed().to_string() })
}

pub(crate) async fn passphrase_change(app: &App, request: PassphraseChange) -> Result<Nothing, Failure> {
    let new = request.new_passphrase.0;
    check_passphrase(&new).map_err(|refused| Failure::invalid(refused.to_string()))?;
    let _alone = app.gate().write().await;
    let (wrapped, key) = opened(app, request.passphrase, request.recovery_key).await?;
    let deps = app.deps().clone();
    let changed = tokio::task::spawn_blocking(move || {
        let changed = wrapped.with_passphrase(&key, &new, deps.cost, &|bytes: &mut [u8]| deps.chance.fill(bytes))?;
        // The new way in is tried before the old one goes.
        match changed.unlock(&new) {
            Ok(found) if *found == *key => Ok(changed),
            _ => Err(Failure::bug("The new passphrase does not open.")),
        }
    })
    .await
    .map_err(Failure::bug)??;
    write(app, changed)?;
    Ok(Nothing {})
}

pub(crate) async fn recovery_key_make(app: &App, request: StoreUnlock) -> Result<RecoveryKeyMade, Failure> {
    let _alone = app.gate().write().await;
    let (wrapped, key) = opened(app, request.passphrase, request.recovery_key).await?;
    let (changed, printed) = wrapped.with_recovery(&key, &|bytes: &mut [u8]| app.deps().chance.fill(bytes))?;
    if !changed.recover(&printed).is_ok_and(|found| *found == *key) {
        return Err(Failure::bug("The new recovery key does not open."));
    }
    write(app, changed)?;
    Ok(RecoveryKeyMade { recovery_key: printed.printed().to_string() })
}

pub(crate) async fn store_unlock(app: &App, request: StoreUnlock) -> Result<Protection, Failure> {
    let _alone = app.gate().write().await;
    if app.access() == Access::Locked {
        let (wrapped, key) = opened(app, request.passphrase, request.recovery_key).await?;
        let folder = app.data_folder().to_owned();
        app.open_or_damaged(DataKey::new(*key), false, Access::Unlocked).await?;
        if let Some(damage) = app.damage() {
            let mark = moving::mark(&database_path(&folder))?;
            // A database whose beginning is damaged has another mark too; then its backups open by this key.
            let opens = |card: &BackupCard| {
                let path = backup::own(&folder).join(&card.name);
                app.key().is_ok_and(|key| workbench_store::backup::look(&path, &key).is_ok())
            };
            if mark.is_some_and(|mark| !wrapped.is_of(mark)) && !backup::list_of(&folder).iter().any(opens) {
                app.set_access(Access::Locked);
                app.close_store().await?;
                let foreign =
                    "belongs to another database than the one beside it. Put back the two that belong together";
                return Err(keys::refuse(&folder, foreign));
            }
            return Err(damage);
        }
    }
    let state = match app.access() {
        Access::Unprotected => ProtectionState::Unprotected,
        _ => ProtectionState::Unlocked,
    };
    Ok(Protection { state, wait_seconds: 0 })
}

pub(crate) async fn store_lock(app: &App, _: Nothing) -> Result<Protection, Failure> {
    let _alone = app.gate().write().await;
    match app.access() {
        Access::Unprotected => {
            return Err(Failure::invalid(
                "There is no passphrase yet, so locking would keep nobody out. Set one first.",
            ));
        }
        Access::Locked => {}
        Access::Damaged => {
            if !matches!(app.deps().keys.read(app.data_folder())?, Some(KeyFile::Wrapped { .. })) {
                return Err(Failure::invalid("There is no passphrase, so locking would keep nobody out."));
            }
            app.set_access(Access::Locked);
            app.close_store().await?;
        }
        Access::Unlocked => {
            app.set_access(Access::Locked);
            app.close_store().await?;
        }
    }
    Ok(Protection { state: ProtectionState::Locked, wait_seconds: 0 })
}

/// The key, for who has one of the ways in. A try counts before it is made, so that ending the program forgets none.
async fn opened(
    app: &App,
    passphrase: Option<Secret>,
    recovery_key: Option<Secret>,
) -> Result<(Wrapped, Key), Failure> {
    enum Way {
        Passphrase(Secret),
        Recovery(RecoveryKey),
    }
    let way = match (passphrase, recovery_key) {
        (Some(passphrase), None) => Way::Passphrase(passphrase),
        (None, Some(typed)) => {
            Way::Recovery(RecoveryKey::read(&typed.0).map_err(|refused| Failure::invalid(refused.to_string()))?)
        }
        _ => return Err(Failure::invalid("Give the passphrase or the recovery key, one of the two.")),
    };
    let folder = app.data_folder();
    let Some(KeyFile::Wrapped { wrapped, tries, .. }) = app.deps().keys.read(folder)? else {
        return Err(Failure::invalid("There is no passphrase yet."));
    };
    let now = app.now().as_millisecond();
    let wait = tries.wait_ms(now);
    if wait > 0 {
        return Err(Failure::invalid(format!(
            "After several wrong tries there is a wait: try again in {} seconds.",
            seconds(wait)
        )));
    }
    // A disk that is full or cannot be written is no reason to keep its person out.
    let keep = |wrapped: &Wrapped, tries: Tries| {
        let content = KeyFile::Wrapped { wrapped: wrapped.clone(), tries, moving: None };
        let _ = app.deps().keys.write(folder, &content);
    };
    keep(&wrapped, tries.and_one(now));
    let by_passphrase = matches!(way, Way::Passphrase(_));
    let (wrapped, found) = tokio::task::spawn_blocking(move || {
        let found = match way {
            Way::Passphrase(passphrase) => wrapped.unlock(&passphrase.0),
            Way::Recovery(printed) => wrapped.recover(&printed),
        };
        (wrapped, found)
    })
    .await
    .map_err(Failure::bug)?;
    match found {
        Ok(key) => {
            keep(&wrapped, Tries::default());
            Ok((wrapped, key))
        }
        Err(UnlockRefused::Edited) => {
            Err(keys::refuse(folder, "was changed since it was written. Put it back from a copy of the folder"))
        }
        Err(UnlockRefused::Wrong) if by_passphrase => Err(Failure::invalid(
            "That is not the passphrase. Look at capital letters and the keyboard's language, then try again.",
        )),
        Err(UnlockRefused::Wrong) => {
            Err(Failure::invalid("That is not the recovery key of this data. A newer one may have replaced it."))
        }
    }
}

fn write(app: &App, wrapped: Wrapped) -> Result<(), Failure> {
    let content = KeyFile::Wrapped { wrapped, tries: Tries::default(), moving: None };
    app.deps().keys.write(app.data_folder(), &content)
}

fn seconds(milliseconds: i64) -> u32 {
    u32::try_from((milliseconds + 999) / 1000).unwrap_or(u32::MAX)
}
