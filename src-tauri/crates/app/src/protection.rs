//! How the store is protected: a passphrase, the system's keychain, a recovery key; and locking it.

mod logged;
mod types;
pub(crate) mod way;

use std::path::Path;

use workbench_domain::{at::InField, interviewer::Interviewer, log::Act, text};
use workbench_store::DataKey;
use workbench_vault::{
    Bare, Key, KeyFile, LastWay, RecoveryKey, Tries, Way, Wrapped, check_passphrase, keychain_secret,
};
use zeroize::Zeroizing;

use self::way::{For, Given, opened};
pub use self::{types::*, way::Secret};
use crate::{
    Access, App,
    deps::{Deps, Trouble},
    failure::{Code, Failure},
    nothing::Nothing,
    opening::{self, First},
};

/// Commands that may have a secret in their request: they answer while it is locked, and nothing writes down what was asked.
pub const WITH_SECRETS: [&str; 10] = [
    "protection_get",
    "protection_begin",
    "passphrase_change",
    "passphrase_remove",
    "keychain_add",
    "keychain_remove",
    "recovery_key_make",
    "recovery_key_save",
    "store_unlock",
    "store_lock",
];

/// Commands besides those that close or open the store. Each of both kinds waits until no other runs.
const REOPENING: [&str; 9] = [
    "candidate_erase",
    "backup_restore",
    "backup_path_restore",
    "rescue_get",
    "rescue_read",
    "rescue_take",
    "rescue_restore",
    "rescue_retry",
    "rescue_begin",
];

/// Whether a command waits until no other runs.
pub(crate) fn alone(name: &str) -> bool {
    WITH_SECRETS.contains(&name) || REOPENING.contains(&name)
}

/// What every other command answers while the store is locked.
pub(crate) fn locked() -> Failure {
    Failure::new(
        Code::LockedStore,
        "The data is locked. Give the passphrase, or the recovery key. At the command line: workbench asks for it, or \
         takes it from --passphrase-fd.",
    )
}

impl From<StoreUnlock> for Given {
    fn from(request: StoreUnlock) -> Self {
        let StoreUnlock { passphrase, recovery_key, keychain } = request;
        Self { passphrase, recovery_key, keychain }
    }
}

pub(crate) async fn protection_get(app: &App, _: Nothing) -> Result<Protection, Failure> {
    let _others = app.gate().read().await;
    told(app).await
}

async fn told(app: &App) -> Result<Protection, Failure> {
    let state = match app.access() {
        Access::Unprotected => ProtectionState::Unprotected,
        Access::Locked => ProtectionState::Locked,
        Access::Unlocked | Access::Damaged => ProtectionState::Unlocked,
    };
    let (wait, wrapped) = match app.deps().keys.read(app.data_folder())? {
        Some(KeyFile::Wrapped { wrapped, tries, .. }) => (tries.wait_ms(app.now().as_millisecond()), Some(wrapped)),
        _ => (0, None),
    };
    let passphrase = wrapped.as_ref().is_some_and(Wrapped::has_passphrase);
    let keychain = wrapped.as_ref().is_some_and(Wrapped::has_keychain);
    let kept = wrapped.filter(|_| keychain).map(|wrapped| wrapped.name());
    let asked = app.deps().keychain.clone();
    let now = tokio::task::spawn_blocking(move || match kept {
        Some(name) => asked.get(&name, false).map(drop),
        None => asked.look(),
    });
    // What was found when the store was to be opened says more than that something is there.
    let trouble = match (now.await.map_err(Failure::bug)?, app.trouble()) {
        (Err(now), _) => Some(now),
        (Ok(()), then) => then.filter(|then| *then == Trouble::Another),
    };
    Ok(Protection {
        state,
        passphrase,
        keychain,
        keychain_ready: trouble.is_none(),
        keychain_trouble: trouble.map(|trouble| trouble.to_string()),
        wait_seconds: seconds(wait),
    })
}

pub(crate) async fn protection_begin(app: &App, request: ProtectionBegin) -> Result<RecoveryKeyMade, Failure> {
    let name = request.name.map(|name| text::person_name("The name", &name).at("name")).transpose()?;
    let first = First { passphrase: request.passphrase.map(|secret| secret.0), keychain: request.keychain };
    if let Some(passphrase) = &first.passphrase {
        check_passphrase(passphrase).map_err(|refused| Failure::invalid(refused.to_string()))?;
    } else if !first.keychain {
        return Err(Failure::invalid("Choose a passphrase, or let this computer's keychain keep the key."));
    }
    let _alone = app.gate().write().await;
    if let Some(damage) = app.damage() {
        return Err(damage);
    }
    let bare = match app.deps().keys.read(app.data_folder())? {
        Some(KeyFile::Bare(bare)) => bare,
        _ => return Err(Failure::new(Code::Conflict, "The data is protected already. Change that protection.")),
    };
    logged::change(app, Act::ProtectionBegin).await?;
    let moved = move_to_fresh_key(app, bare, first).await;
    if moved.is_err() {
        // Whatever failed, the key file says which key the store has now.
        let _ = app.close_store().await;
        app.begin().await?;
    }
    let made = moved?;
    if let Some(name) = name {
        app.set_me(Interviewer { name, ..app.owner().await? }).await?;
    }
    Ok(made)
}

async fn move_to_fresh_key(app: &App, bare: Bare, first: First) -> Result<RecoveryKeyMade, Failure> {
    app.close_store().await?;
    let (folder, deps) = (app.data_folder().to_owned(), app.deps().clone());
    let (key, printed) = tokio::task::spawn_blocking(move || opening::protect(&folder, &deps, &bare, &first))
        .await
        .map_err(Failure::bug)??;
    app.open_store(DataKey::new(*key), false).await?;
    app.set_access(Access::Unlocked);
    Ok(RecoveryKeyMade { recovery_key: printed.printed().to_string() })
}

pub(crate) async fn passphrase_change(app: &App, request: PassphraseChange) -> Result<Nothing, Failure> {
    let PassphraseChange { passphrase, recovery_key, keychain, new_passphrase } = request;
    let new = new_passphrase.0;
    check_passphrase(&new).map_err(|refused| Failure::invalid(refused.to_string()))?;
    let _alone = app.gate().write().await;
    let (wrapped, key) = opened(app, Given { passphrase, recovery_key, keychain }, For::Changing).await?;
    let deps = app.deps().clone();
    let changed = tokio::task::spawn_blocking(move || {
        let way = Way::Passphrase(&new, deps.cost);
        let changed = wrapped.with(&key, way, &|bytes: &mut [u8]| deps.chance.fill(bytes))?;
        // The new way in is tried before the old one goes.
        match changed.unlock(&new) {
            Ok(found) if *found == *key => Ok(changed),
            _ => Err(Failure::bug("The new passphrase does not open.")),
        }
    })
    .await
    .map_err(Failure::bug)??;
    logged::change(app, Act::PassphraseChange).await?;
    write(app, changed)?;
    Ok(Nothing {})
}

pub(crate) async fn passphrase_remove(app: &App, request: StoreUnlock) -> Result<Protection, Failure> {
    let _alone = app.gate().write().await;
    let (wrapped, key) = opened(app, request.into(), For::Changing).await?;
    let refused =
        "Without the passphrase nothing would be left but the recovery key. Let the keychain keep the key first.";
    let changed = wrapped.without_passphrase(&key, &|bytes: &mut [u8]| app.deps().chance.fill(bytes))?;
    let changed = changed.map_err(|LastWay| Failure::invalid(refused))?;
    // The keychain is all that is left beside the recovery key, so it is tried now.
    if let Err(trouble) = kept(app, changed.clone(), key).await? {
        return Err(Failure::invalid(format!("{trouble} The passphrase stays.")));
    }
    logged::change(app, Act::PassphraseRemove).await?;
    write(app, changed)?;
    told(app).await
}

pub(crate) async fn keychain_add(app: &App, request: StoreUnlock) -> Result<Protection, Failure> {
    let _alone = app.gate().write().await;
    let (wrapped, key) = opened(app, request.into(), For::Changing).await?;
    let deps = app.deps().clone();
    let changed = tokio::task::spawn_blocking(move || keep(&deps, &wrapped, &key)).await.map_err(Failure::bug)??;
    logged::change(app, Act::KeychainAdd).await?;
    write(app, changed)?;
    app.set_trouble(None);
    told(app).await
}

/// Gives the keychain its secret. One that is there already stays: a copy of this folder may be opened by it.
fn keep(deps: &Deps, wrapped: &Wrapped, key: &Key) -> Result<Wrapped, Failure> {
    let refused = |trouble: Trouble| Failure::invalid(format!("{trouble} Nothing was changed."));
    let fill = |bytes: &mut [u8]| deps.chance.fill(bytes);
    let name = wrapped.name();
    let secret = match deps.keychain.get(&name, true) {
        Ok(secret) => secret,
        Err(Trouble::Missing | Trouble::Another) => {
            let secret = keychain_secret(&fill)?;
            deps.keychain.put(&name, &secret).map_err(refused)?;
            secret
        }
        Err(trouble) => return Err(refused(trouble)),
    };
    let changed = wrapped.with(key, Way::Keychain(&secret), &fill)?;
    match changed.open_by_keychain(&secret) {
        Ok(found) if *found == **key => Ok(changed),
        _ => Err(Failure::bug("The keychain does not open.")),
    }
}

/// Whether the keychain gives the key.
async fn kept(app: &App, wrapped: Wrapped, key: Key) -> Result<Result<(), Trouble>, Failure> {
    let keychain = app.deps().keychain.clone();
    tokio::task::spawn_blocking(move || {
        let secret = keychain.get(&wrapped.name(), true)?;
        wrapped.open_by_keychain(&secret).ok().filter(|found| **found == *key).map(drop).ok_or(Trouble::Another)
    })
    .await
    .map_err(Failure::bug)
}

pub(crate) async fn keychain_remove(app: &App, request: StoreUnlock) -> Result<Protection, Failure> {
    let _alone = app.gate().write().await;
    let (wrapped, key) = opened(app, request.into(), For::Changing).await?;
    if !wrapped.has_keychain() {
        return Err(Failure::invalid(
            "The keychain does not keep the key of this data, so there is nothing to take out.",
        ));
    }
    let refused = "Without the keychain nothing would be left but the recovery key. Set a passphrase first.";
    let changed = wrapped.without_keychain(&key, &|bytes: &mut [u8]| app.deps().chance.fill(bytes))?;
    let changed = changed.map_err(|LastWay| Failure::invalid(refused))?;
    logged::change(app, Act::KeychainRemove).await?;
    write(app, changed)?;
    app.set_trouble(None);
    // The key file no longer knows the secret, so that one which stays behind opens nothing.
    let (keychain, name) = (app.deps().keychain.clone(), wrapped.name());
    let _ = tokio::task::spawn_blocking(move || keychain.remove(&name)).await;
    told(app).await
}

pub(crate) async fn recovery_key_make(app: &App, request: StoreUnlock) -> Result<RecoveryKeyMade, Failure> {
    let _alone = app.gate().write().await;
    let (wrapped, key) = opened(app, request.into(), For::Changing).await?;
    let (changed, printed) = wrapped.with_recovery(&key, &|bytes: &mut [u8]| app.deps().chance.fill(bytes))?;
    if !changed.recover(&printed).is_ok_and(|found| *found == *key) {
        return Err(Failure::bug("The new recovery key does not open."));
    }
    logged::change(app, Act::RecoveryKeyMake).await?;
    write(app, changed)?;
    Ok(RecoveryKeyMade { recovery_key: printed.printed().to_string() })
}

pub(crate) async fn recovery_key_save(app: &App, request: RecoveryKeySave) -> Result<RecoveryKeySaved, Failure> {
    let printed =
        RecoveryKey::read(&request.recovery_key.0).map_err(|refused| Failure::invalid(refused.to_string()))?.printed();
    let text = Zeroizing::new(format!(
        "The recovery key of Interview Workbench\n\n    {}\n\nIt opens the data in {} when the passphrase is forgotten or the \
         keychain is gone. Keep it away from that computer.\n",
        *printed,
        app.data_folder().display()
    ));
    app.deps().disk.write_whole(Path::new(&request.path), text.as_bytes())?;
    Ok(RecoveryKeySaved { path: request.path })
}

pub(crate) async fn store_unlock(app: &App, request: StoreUnlock) -> Result<Protection, Failure> {
    let _alone = app.gate().write().await;
    if app.access() == Access::Locked {
        opened(app, request.into(), For::Unlocking).await?;
    }
    told(app).await
}

pub(crate) async fn store_lock(app: &App, _: Nothing) -> Result<Protection, Failure> {
    let _alone = app.gate().write().await;
    match app.access() {
        Access::Unprotected => {
            return Err(Failure::invalid(
                "The data is not protected yet, so locking would keep nobody out. Set a passphrase first.",
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
            // Written first: else whoever starts the program again would find it open by the keychain.
            let keys = &app.deps().keys;
            if let Some(KeyFile::Wrapped { wrapped, tries, moving, .. }) = keys.read(app.data_folder())? {
                let _ = keys.write(app.data_folder(), &KeyFile::Wrapped { wrapped, tries, locked: true, moving });
            }
            app.set_access(Access::Locked);
            app.close_store().await?;
        }
    }
    told(app).await
}

fn write(app: &App, wrapped: Wrapped) -> Result<(), Failure> {
    let content = KeyFile::Wrapped { wrapped, tries: Tries::default(), locked: false, moving: None };
    app.deps().keys.write(app.data_folder(), &content)
}

fn seconds(milliseconds: i64) -> u32 {
    u32::try_from((milliseconds + 999) / 1000).unwrap_or(u32::MAX)
}
