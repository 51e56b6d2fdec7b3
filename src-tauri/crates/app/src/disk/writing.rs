//! What is being written is at its place, or taken back, before the process ends by Ctrl+C.

use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

/// Held by many while they write, and by one that waits until nobody does.
static WRITING: RwLock<()> = RwLock::new(());

/// For as long as there is a temporary file or folder.
pub(super) fn writing() -> RwLockReadGuard<'static, ()> {
    WRITING.read().unwrap_or_else(PoisonError::into_inner)
}

/// Waits until nothing is being written, and lets nobody begin as long as what is given back is held.
pub fn nothing_is_written() -> RwLockWriteGuard<'static, ()> {
    WRITING.write().unwrap_or_else(PoisonError::into_inner)
}
