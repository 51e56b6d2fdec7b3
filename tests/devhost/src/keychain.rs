//! A keychain that is played, in memory; or none.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use workbench_app::deps::{Keychain, KeychainSecret, Trouble};

/// The secrets that it keeps; none where there is no keychain.
pub(crate) struct Played(Option<Mutex<HashMap<String, KeychainSecret>>>);

impl Played {
    pub(crate) fn new(there: bool) -> Self {
        Self(there.then(Mutex::default))
    }

    fn with<T>(&self, deed: impl FnOnce(&mut HashMap<String, KeychainSecret>) -> T) -> Result<T, Trouble> {
        let secrets = self.0.as_ref().ok_or(Trouble::Absent)?;
        Ok(deed(&mut secrets.lock().unwrap_or_else(PoisonError::into_inner)))
    }
}

impl Keychain for Played {
    fn look(&self) -> Result<(), Trouble> {
        self.with(|_| ())
    }

    fn get(&self, name: &str, _: bool) -> Result<KeychainSecret, Trouble> {
        self.with(|secrets| secrets.get(name).cloned())?.ok_or(Trouble::Missing)
    }

    fn put(&self, name: &str, secret: &KeychainSecret) -> Result<(), Trouble> {
        self.with(|secrets| drop(secrets.insert(name.to_owned(), secret.clone())))
    }

    fn remove(&self, name: &str) -> Result<(), Trouble> {
        self.with(|secrets| drop(secrets.remove(name)))
    }
}
