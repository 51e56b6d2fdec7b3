//! The folder of one's choice, and the disk that it lies on: often a stick, which may not be plugged in.

use std::path::{Path, PathBuf};

/// The folder that backups are copied to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Chosen {
    pub(crate) path: PathBuf,
    /// Where its disk was mounted when the folder was chosen; none where that was the system's own, or cannot be known.
    pub(super) disk: Option<PathBuf>,
}

impl Chosen {
    /// Whether the folder is there now. A place where a stick is always mounted is a folder without the stick as well: what was
    /// copied there would lie on this laptop's own disk.
    pub(crate) fn is_there(&self) -> bool {
        self.path.is_dir() && self.disk_is_there()
    }

    pub(super) fn disk_is_there(&self) -> bool {
        self.disk.as_deref().is_none_or(is_mounted)
    }
}

/// Where the disk of a folder is mounted.
pub(super) fn disk_of(folder: &Path) -> Option<PathBuf> {
    // A disk's last folder above is the system's own, which is always there.
    folder.ancestors().find(|folder| is_mounted(folder)).map(Path::to_owned)
}

/// Whether this folder begins a disk: it lies on another than the folder that it is in.
#[cfg(unix)]
fn is_mounted(folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let disk = |folder: &Path| std::fs::metadata(folder).map(|found| found.dev()).ok();
    folder.parent().is_some_and(|above| disk(folder).is_some() && disk(folder) != disk(above))
}

/// Elsewhere a stick's letter goes with it, and with the letter the folder.
#[cfg(not(unix))]
fn is_mounted(_: &Path) -> bool {
    false
}
