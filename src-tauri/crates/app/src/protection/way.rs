//! The ways in: who shows one of them gets the data key, and the store is opened with it.

use std::fmt;

use serde::{Deserialize, Deserializer};
use workbench_domain::text::count;
use workbench_store::{DataKey, moving};
use workbench_vault::{Key, KeyFile, RecoveryKey, Tries, UnlockRefused, Wrapped};
use zeroize::Zeroizing;

use crate::{
    Access, App,
    backup::{self, BackupCard},
    database_path,
    deps::Trouble,
    failure::Failure,
    keys,
    protection::{logged, seconds},
};

/// What only its person should know. It is wiped from memory when dropped, and no message shows it.
#[derive(Clone)]
pub struct Secret(pub(crate) Zeroizing<String>);

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(Zeroizing::new(String::deserialize(deserializer)?)))
    }
}

/// Without what it is.
impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

/// One of the ways in, as it was given.
pub(crate) struct Given {
    pub passphrase: Option<Secret>,
    pub recovery_key: Option<Secret>,
    pub keychain: bool,
}

enum Shown {
    Passphrase(Secret),
    Recovery(RecoveryKey),
    Keychain,
}

impl Given {
    fn shown(self) -> Result<Shown, Failure> {
        match (self.passphrase, self.recovery_key, self.keychain) {
            (Some(passphrase), None, false) => Ok(Shown::Passphrase(passphrase)),
            (None, Some(typed), false) => {
                let read = RecoveryKey::read(&typed.0).map_err(|refused| Failure::invalid(refused.to_string()))?;
                Ok(Shown::Recovery(read))
            }
            (None, None, true) => Ok(Shown::Keychain),
            _ => Err(Failure::invalid("Give the passphrase, the recovery key or the keychain, one of them.")),
        }
    }
}

/// What a way in is shown for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum For {
    /// To open the store.
    Unlocking,
    /// To change the protection.
    Changing,
}

/// The key, for who shows one of the ways in; the store is open then. A try counts before it is made, so that ending the
/// program forgets none.
pub(crate) async fn opened(app: &App, given: Given, why: For) -> Result<(Wrapped, Key), Failure> {
    let shown = given.shown()?;
    let folder = app.data_folder();
    let Some(KeyFile::Wrapped { wrapped, tries, locked, .. }) = app.deps().keys.read(folder)? else {
        return Err(Failure::invalid("The data is not protected yet."));
    };
    let key = match shown {
        Shown::Keychain => by_keychain(app, &wrapped, locked, why).await?,
        typed => by_typing(app, &wrapped, &tries, locked, typed).await?,
    };
    if app.access() == Access::Locked {
        enter(app, &wrapped, &key).await?;
    }
    if let Some(damage) = app.damage() {
        return Err(damage);
    }
    // A disk that is full or cannot be written is no reason to keep its person out: what is not logged now is logged later.
    let unlogged_ms = log_tries(app).await.map_or(tries.unlogged_ms, |()| Vec::new());
    let tries = Tries { unlogged_ms, ..Tries::default() };
    let open = KeyFile::Wrapped { wrapped: wrapped.clone(), tries, locked: false, moving: None };
    let _ = app.deps().keys.write(folder, &open);
    Ok((wrapped, key))
}

/// Where there is a passphrase, the keychain must not stand in for it: whoever sits at the laptop has the keychain.
async fn by_keychain(app: &App, wrapped: &Wrapped, locked: bool, why: For) -> Result<Key, Failure> {
    if wrapped.has_passphrase() && (locked || why == For::Changing) {
        return Err(Failure::invalid("This needs the passphrase, or the recovery key."));
    }
    let otherwise = if wrapped.has_passphrase() { "the passphrase or the recovery key" } else { "the recovery key" };
    match from_keychain(app, wrapped, true).await? {
        Ok(key) => Ok(key),
        Err(trouble) => Err(Failure::invalid(format!("{trouble} Use {otherwise}."))),
    }
}

async fn by_typing(app: &App, wrapped: &Wrapped, tries: &Tries, locked: bool, shown: Shown) -> Result<Key, Failure> {
    let now = app.now().as_millisecond();
    let wait = tries.wait_ms(now);
    if wait > 0 {
        return Err(Failure::invalid(format!(
            "After several wrong tries there is a wait: try again in {}.",
            count(seconds(wait), "second")
        )));
    }
    let folder = app.data_folder();
    let keep = |tries: Tries| {
        let content = KeyFile::Wrapped { wrapped: wrapped.clone(), tries, locked, moving: None };
        let _ = app.deps().keys.write(folder, &content);
    };
    keep(tries.and_one(now));
    let by_passphrase = matches!(shown, Shown::Passphrase(_));
    let tried = wrapped.clone();
    let found = tokio::task::spawn_blocking(move || match shown {
        Shown::Passphrase(passphrase) => tried.unlock(&passphrase.0),
        Shown::Recovery(printed) => tried.recover(&printed),
        Shown::Keychain => Err(UnlockRefused::Wrong), // was answered before
    })
    .await
    .map_err(Failure::bug)?;
    if let Ok(key) = found {
        // That this try was right is known only now.
        keep(tries.clone());
        return Ok(key);
    }
    if app.access() == Access::Unlocked {
        let _ = log_tries(app).await;
    }
    Err(match found {
        Err(UnlockRefused::Edited) => edited(app),
        _ if by_passphrase && !wrapped.has_passphrase() => {
            Failure::invalid("There is no passphrase. The keychain or the recovery key opens the data.")
        }
        _ if by_passphrase => Failure::invalid(
            "That is not the passphrase. Look at capital letters and the keyboard's language, then try again.",
        ),
        _ => Failure::invalid("That is not the recovery key of this data. A newer one may have replaced it."),
    })
}

fn edited(app: &App) -> Failure {
    keys::refuse(app.data_folder(), "was changed since it was written. Put it back from a copy of the folder")
}

/// The key by the keychain's secret, or why it does not give it.
async fn from_keychain(app: &App, wrapped: &Wrapped, ask: bool) -> Result<Result<Key, Trouble>, Failure> {
    let (keychain, wrapped) = (app.deps().keychain.clone(), wrapped.clone());
    let found = tokio::task::spawn_blocking(move || {
        keychain.get(&wrapped.name(), ask).map(|secret| wrapped.open_by_keychain(&secret))
    })
    .await
    .map_err(Failure::bug)?;
    match found {
        Err(trouble) => Ok(Err(trouble)),
        Ok(Ok(key)) => Ok(Ok(key)),
        Ok(Err(UnlockRefused::Wrong)) => Ok(Err(Trouble::Another)),
        Ok(Err(UnlockRefused::Edited)) => Err(edited(app)),
    }
}

/// At the start: opens the store by the keychain, which is asked without a question to anybody. One that does not help is
/// remembered, and the store stays locked.
pub(crate) async fn enter_by_keychain(app: &App, wrapped: &Wrapped) -> Result<(), Failure> {
    match from_keychain(app, wrapped, false).await? {
        Ok(key) => {
            enter(app, wrapped, &key).await?;
            let _ = log_tries(app).await;
            Ok(())
        }
        Err(trouble) => {
            app.set_trouble(Some(trouble));
            Ok(())
        }
    }
}

/// Opens the locked store, or finds it damaged: then the rescue is all that answers.
async fn enter(app: &App, wrapped: &Wrapped, key: &Key) -> Result<(), Failure> {
    if let Err(failure) = app.open_or_damaged(DataKey::new(**key), false, Access::Unlocked).await {
        app.close_store().await?;
        return Err(failure);
    }
    if app.damage().is_some() && !is_ours(app, wrapped)? {
        app.set_access(Access::Locked);
        app.close_store().await?;
        let foreign = "belongs to another database than the one beside it. Put back the two that belong together";
        return Err(keys::refuse(app.data_folder(), foreign));
    }
    app.set_trouble(None);
    Ok(())
}

/// Whether a damaged database is the one of this key file. One whose beginning is damaged has another mark too; then its
/// backups open by the key.
fn is_ours(app: &App, wrapped: &Wrapped) -> Result<bool, Failure> {
    let folder = app.data_folder();
    let opens = |card: &BackupCard| {
        let path = backup::own(folder).join(&card.name);
        app.key().is_ok_and(|key| workbench_store::backup::look(&path, &key).is_ok())
    };
    let foreign = moving::mark(&database_path(folder))?.is_some_and(|mark| !wrapped.is_of(mark));
    Ok(!foreign || backup::list_of(folder).iter().any(opens))
}

/// Moves the wrong tries from the key file into the log: each with its time, none with what was typed.
async fn log_tries(app: &App) -> Result<(), Failure> {
    let keys = &app.deps().keys;
    let Some(KeyFile::Wrapped { wrapped, tries, locked, moving }) = keys.read(app.data_folder())? else {
        return Ok(());
    };
    if tries.unlogged_ms.is_empty() {
        return Ok(());
    }
    logged::tries(app, &tries).await?;
    let tries = Tries { unlogged_ms: Vec::new(), ..tries };
    let _ = keys.write(app.data_folder(), &KeyFile::Wrapped { wrapped, tries, locked, moving });
    Ok(())
}
