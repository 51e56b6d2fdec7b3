//! What can be typed about how long things are kept, and about what is kept of one person.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use jiff::civil::Date;

use super::PaperArg;

/// A day as it is typed.
pub(super) fn day(typed: &str) -> Result<Date, &'static str> {
    typed.parse().map_err(|_| "write a day as in 2026-11-26")
}

#[derive(Subcommand)]
pub(crate) enum RetentionWhat {
    /// List whose time is over by the rule, then who is on legal hold. Nothing is erased by itself.
    List,
    /// List the table of rules. The one in use has a mark.
    Rules,
    /// Choose a rule by its id, or say that it is decided later. None is ever chosen by itself.
    Choose {
        /// The rule's id.
        #[arg(required_unless_present = "later", conflicts_with = "later")]
        rule: Option<String>,
        /// No rule yet.
        #[arg(long)]
        later: bool,
    },
}

/// Everything about one person, for that person.
#[derive(Args)]
pub(crate) struct Access {
    /// The candidate's id.
    #[arg(long, value_name = "ID")]
    pub candidate: String,
    /// The folder that is made; nothing that is there is overwritten.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Leave the interviewers' names out, for this reason, which the person is told.
    #[arg(long, value_name = "REASON")]
    pub leave_names_out: Option<String>,
    /// When the person asked; a month later it must be answered.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub asked_on: Option<Date>,
    /// The paper of the copy to read.
    #[arg(long)]
    pub paper: Option<PaperArg>,
}
