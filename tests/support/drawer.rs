//! A keychain that is played: a drawer with secrets, that can be locked, emptied and taken away.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use workbench_app::deps::{Keychain, KeychainSecret, Trouble};

/// The drawer.
pub struct Drawer(Mutex<Within>);

struct Within {
    trouble: Option<Trouble>,
    secrets: HashMap<String, KeychainSecret>,
}

impl Drawer {
    /// No keychain at all, until a test says otherwise.
    #[must_use]
    pub fn none() -> Arc<Self> {
        Arc::new(Self(Mutex::new(Within { trouble: Some(Trouble::Absent), secrets: HashMap::new() })))
    }

    fn within(&self) -> MutexGuard<'_, Within> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// From now on it answers with this trouble; works where there is none.
    pub fn set(&self, trouble: Option<Trouble>) {
        self.within().trouble = trouble;
    }

    /// How many secrets it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.within().secrets.len()
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Somebody empties it.
    pub fn empty(&self) {
        self.within().secrets.clear();
    }

    /// Somebody puts other secrets in the place of those that are there.
    pub fn swap(&self) {
        self.within().secrets.values_mut().for_each(|secret| secret.fill(9));
    }
}

impl Keychain for Drawer {
    fn look(&self) -> Result<(), Trouble> {
        self.within().trouble.clone().map_or(Ok(()), Err)
    }

    fn get(&self, name: &str, _: bool) -> Result<KeychainSecret, Trouble> {
        self.look()?;
        self.within().secrets.get(name).cloned().ok_or(Trouble::Missing)
    }

    fn put(&self, name: &str, secret: &KeychainSecret) -> Result<(), Trouble> {
        self.look()?;
        self.within().secrets.insert(name.to_owned(), secret.clone());
        Ok(())
    }

    fn remove(&self, name: &str) -> Result<(), Trouble> {
        self.look()?;
        self.within().secrets.remove(name);
        Ok(())
    }
}
