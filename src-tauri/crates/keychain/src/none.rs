//! A system whose keychain is not known here.

use std::sync::Arc;

use keyring_core::{CredentialStore, Error, Result};

use crate::Trouble;

/// There is none.
pub(crate) fn store() -> Result<Arc<CredentialStore>> {
    Err(Error::NoDefaultStore)
}

/// There is none.
pub(crate) fn look() -> std::result::Result<(), Trouble> {
    Err(Trouble::Absent)
}
