//! Backups and the rescue.

use std::path::PathBuf;

use clap::{Args, Subcommand};

pub(crate) const HELP: &str = "\
Examples:
  workbench --data ./data backup create
  workbench --data ./data backup list --json
  workbench --data ./data backup folder /media/stick/interviews      # without a folder: tells which one it is
  workbench --data ./data backup verify workbench-2026-11-26T071203Z-daily.db
  workbench --data ./data backup restore workbench-2026-11-26T071203Z-daily.db        # tells what would change
  workbench --data ./data backup restore workbench-2026-11-26T071203Z-daily.db --yes

A backup is a name of the list, or the path of a file. They are encrypted with the key of the data. What is there until a
restore is kept as a backup of its own.";

pub(crate) const RESCUE_HELP: &str = "\
Examples:
  workbench --data ./data rescue                          # tells what happened and what can still be read
  workbench --data ./data rescue --recover
  workbench --data ./data rescue --restore workbench-2026-11-26T071203Z-daily.db

The damaged file is kept in the folder damaged.

Every page of the database is read. Where it is whole, there is nothing to rescue: that is said, and ends with 0, with --recover
as well; --json then prints {\"found\":null,\"readable\":null}. Only --restore ends with 1 then, since it restored nothing: for that
there is workbench backup restore. A damage that is told ends with 0 too; found in the JSON says what it is.";

#[derive(Subcommand)]
pub(crate) enum BackupWhat {
    /// Make a backup, verified.
    Create,
    /// List the backups, the newest first.
    List,
    /// Read a backup to its last page, and tell what is in it. Exits with 1 where it is not whole.
    Verify {
        /// A name of the list, or the path of a file.
        backup: String,
    },
    /// Tell what restoring a backup would change; with --yes, restore it.
    Restore {
        /// A name of the list, or the path of a file.
        backup: String,
        /// Do it.
        #[arg(long)]
        yes: bool,
    },
    /// Copy backups to a folder as well, such as one on a stick. Without a folder: tell which one it is.
    Folder {
        /// The folder, which is there.
        #[arg(value_name = "DIR", conflicts_with = "none")]
        dir: Option<PathBuf>,
        /// Copy them to no folder any more. What is in it stays there.
        #[arg(long)]
        none: bool,
    },
}

#[derive(Args)]
pub(crate) struct RescueWhat {
    /// Make a database of what can still be read.
    #[arg(long, conflicts_with = "restore")]
    pub recover: bool,
    /// Restore a backup of the data folder in its place.
    #[arg(long, value_name = "NAME")]
    pub restore: Option<String>,
}
