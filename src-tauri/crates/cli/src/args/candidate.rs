//! The words for candidates.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{
    pair::{self, Pair},
    retention::Access,
};

#[derive(Subcommand)]
pub(crate) enum CandidateWhat {
    /// Add a candidate.
    Add {
        /// The name, in any script; 1 to 200 characters.
        name: String,
        /// The role's id; may be left out while there is only one role.
        #[arg(long)]
        role: Option<String>,
    },
    /// List all candidates, newest first: id, role, scorecards submitted, interviews open, name. Where several have one name, a last
    /// field tells them apart: the e-mail address, or else the end of the id.
    List,
    /// Write everything that is kept about one person to a new folder, for that person: the data, what was attached, a copy to
    /// read, and a text that says what is what. It is logged. Names of other candidates are replaced wherever they are found.
    #[command(after_help = "\
Example:
  workbench --data ./data candidate access --candidate ID --out ./for-ana --asked-on 2026-11-20")]
    Access(Access),
    /// Import candidates from CSV, TSV, JSON Resume or vCard. What must not be known of a candidate (age, birth date,
    /// gender, marital status, photo and the like) is dropped, and said. What is known already is never replaced.
    #[command(after_help = "\
Examples:
  workbench --data ./data candidate import people.csv --dry-run
  workbench --data ./data candidate import people.csv --who 7=ID --who 12=new

Somebody is found again by the e-mail address, or by a name that one candidate for the role has and one person of the file.
Where several have the name, a phone number, a link, or all that the row says may tell which one it is. Else the row is left out
and said, with those whom it may be, until the file has the address or --who says who it is. With --dry-run each row says to whom
it goes, or that it adds someone; where it says nothing new of any of several who have the name, nothing is written.

With --json the answer is one line: {\"added\":2,\"updated\":0,\"unchanged\":1,\"people\":[{\"where\",\"name\",\"here\",\"one_of\",
\"contact\",\"taken\"}],\"unsure\":[{\"person\",\"name\",\"about\",\"may_be\",\"said\"}],\"columns\":[…],\"problems\":[…],…}.
Exit codes: 0 read, whatever the problems; 1 nothing could be read; 2 wrongly typed.")]
    Import(CandidateImport),
}

#[derive(Args)]
pub(crate) struct CandidateImport {
    /// The file.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The role's id; may be left out while there is only one role.
    #[arg(long)]
    pub role: Option<String>,
    /// The round's id; they come into none when left out.
    #[arg(long)]
    pub round: Option<String>,
    /// Who the person of a line is: a candidate's id, or new. Of several on one line the second is LINE.2.
    #[arg(long, value_name = "LINE=WHO", value_parser = pair::who_of_line)]
    pub who: Vec<Pair>,
    /// Only tell what would be done.
    #[arg(long)]
    pub dry_run: bool,
    /// Keep sentences of the notes that say someone's age, family and the like; they are left out otherwise.
    #[arg(long)]
    pub keep_mentions: bool,
}
