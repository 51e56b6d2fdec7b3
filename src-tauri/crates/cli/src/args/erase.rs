//! Erasing a person.

use clap::Args;

pub(crate) const HELP: &str = "\
Examples:
  workbench --data ./data candidate list                    # with their ids
  workbench --data ./data erase --candidate ID              # tells what goes, and asks for the name
  workbench --data ./data erase --candidate ID --yes --json # for scripts: asks nothing

Everything about the person goes, here and in the backups, and cannot be brought back: the id stays on a list that restoring and
importing obey. What was exported is files like any other, which you delete yourself: each is told with its time and its SHA-256,
before and after. A legal hold forbids it.";

#[derive(Args)]
pub(crate) struct Erase {
    /// The candidate's id.
    #[arg(long, value_name = "ID")]
    pub candidate: String,
    /// Ask nothing. Without it the name must be typed.
    #[arg(long)]
    pub yes: bool,
}
