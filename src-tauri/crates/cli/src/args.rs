//! What can be typed.

mod backup;
mod candidate;
mod document;
mod erase;
mod pair;
mod question;
mod reliability;
mod retention;
mod scorecard;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use jiff::Timestamp;

pub(crate) use self::{
    backup::{BackupWhat, RescueWhat},
    candidate::{CandidateImport, CandidateWhat},
    document::{AudienceArg, Compare, CompareFormat, GuideWhat, PacketWanted, PacketWhat, PaperArg, Password, Print},
    erase::Erase,
    pair::Pair,
    question::{FormatArg, QuestionExport, QuestionImport, QuestionWhat},
    reliability::{Reliability, ScaleArg},
    retention::{Access, RetentionWhat},
    scorecard::{ScorecardExport, ScorecardFormat, ScorecardImport, ScorecardWhat},
};

const AFTER: &str = "\
Examples:
  workbench --data ./data interviewer set \"Ana Ruiz\"
  workbench --data ./data candidate add \"Nguyễn Văn Anh\"
  workbench --data ./data question search \"copy\" --json
  workbench --data ./data question import questions.md --dry-run
  workbench --data ./data question export --out questions.csv
  workbench --data ./data call interview_start '{\"candidate_id\":\"…\",\"kit_id\":\"senior-python/systems\"}'
  workbench --data ./data packet export --candidate ID --out packet.pdf --paper letter
  workbench --data ./data packet export --candidate ID --out file.pdf --audience hr --without signatures,notes
  workbench --data ./data packet check --candidate ID --audience blind
  workbench --data ./data packet export --candidate ID --out blind.pdf --audience blind --keep KEY --replace-rest
  workbench --data ./data packet export --round ID --out-dir ./packets --if-there replace
  workbench --data ./data guide export --kit senior-python/craft --out guide.pdf
  workbench --data ./data log verify
  workbench --data ./data erase --candidate ID
  workbench pack check questions/senior-python
  workbench reliability ratings.csv --scale ordinal
  workbench demo --out ./demo

Without --data the folder is $WORKBENCH_DATA, or else the one that the window uses. One program at a time holds a data
folder: close the window first, or name another folder. A command that writes makes a folder that is not there, and says
so; one that only reads does not, nor is one made where the folder above is missing as well.

Exit codes: 0 done, 1 failed (the message says why), 2 wrongly typed, 3 the data folder is in use.

A protected data folder (see workbench protection --help) is opened by the keychain, or asks for its passphrase, or takes it
from --passphrase-fd; it is never an argument. A new folder is not protected, and says so: whoever can read its files can read
its data. Protect it with: workbench --data DIR protection begin.";

/// Structured interviews from the command line: the same use cases as the window.
#[derive(Parser)]
#[command(name = "workbench", version, after_help = AFTER, arg_required_else_help = true)]
pub(crate) struct Cli {
    /// The data folder.
    #[arg(long, global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Print lists and answers as JSON.
    #[arg(long, global = true)]
    pub json: bool,
    /// Pretend that it is this time (RFC 3339, years 1970 to 9998), moving on one second at each look; for tests and demonstrations.
    /// Nothing is signed as of it but what is about people who are made up: a packet of real people is refused.
    #[arg(long, global = true, value_name = "TIME", value_parser = moment, hide_short_help = true)]
    pub now: Option<Timestamp>,
    /// Make ids from this number, so that a run repeats; for tests and demonstrations. Never use it for a data folder
    /// that will hold real people: its key would repeat too.
    #[arg(long, global = true, value_name = "NUMBER", hide_short_help = true)]
    pub seed: Option<u64>,
    /// Take the passphrase from this file descriptor, one a line, instead of asking for it.
    #[arg(long, global = true, value_name = "NUMBER", value_parser = descriptor, hide_short_help = true)]
    pub passphrase_fd: Option<u32>,
    /// Ask for the recovery key in the place of the passphrase.
    #[arg(long, global = true, hide_short_help = true)]
    pub recovery_key: bool,
    #[command(subcommand)]
    pub what: What,
}

/// A file descriptor that is open already. It is looked at before anything else is opened: a number that nobody gave would
/// otherwise be that of a file of our own, whose text would become the passphrase.
fn descriptor(typed: &str) -> Result<u32, String> {
    let number: u32 = typed.parse().map_err(|_| "write the number of a file descriptor, as in 3".to_owned())?;
    if cfg!(unix) && std::fs::metadata(format!("/dev/fd/{number}")).is_err() {
        return Err(format!("nothing is open at {number}: give a file to it, as in {number}< FILE"));
    }
    Ok(number)
}

/// The years that a pretended time may have: an id says its time from 1970 on, and no calendar here goes beyond 9999.
const YEARS: std::ops::RangeInclusive<i64> = 1970..=9998;

fn moment(typed: &str) -> Result<Timestamp, String> {
    // Of a year that no time can have, as well.
    let (before, digits) = typed.strip_prefix('-').map_or((1, typed), |digits| (-1, digits));
    let year = digits.split('-').next().and_then(|year| year.parse::<i64>().ok()).map(|year| before * year);
    if year.is_some_and(|year| !YEARS.contains(&year)) {
        return Err(format!("the year can be {} to {}", YEARS.start(), YEARS.end()));
    }
    typed.parse().map_err(|_| "write a day, a time and how it lies to UTC, as in 2026-11-26T09:00:00Z".to_owned())
}

#[derive(Subcommand)]
pub(crate) enum What {
    /// Run any command of the contract and print its JSON.
    #[command(after_help = "\
Examples:
  workbench call --list
  workbench --data ./data call candidate_list
  workbench --data ./data call candidate_add '{\"name\":\"山田太郎\",\"role_id\":\"senior-python/senior-python-developer\"}'
  workbench --data ./data call --lines < requests.jsonl

A failure prints {\"code\",\"message\"} on standard error, with \"field\" where it speaks of one of the request, and exits
with 1. With --lines each line of standard input is {\"command\":…,\"request\":…} and is answered by one line, {\"ok\":…} or
{\"error\":{\"code\",\"message\"}}.")]
    Call(Call),
    /// The interviewer whose laptop this is.
    #[command(subcommand, after_help = "Example:\n  workbench --data ./data interviewer set \"Ana Ruiz\"")]
    Interviewer(InterviewerWhat),
    /// The question bank.
    #[command(
        subcommand,
        after_help = "\
Examples:
  workbench --data ./data question list
  workbench --data ./data question search \"shallow copy\" --json
  workbench --data ./data question import questions.md --dry-run
  workbench --data ./data question export --format markdown > questions.md"
    )]
    Question(QuestionWhat),
    /// Candidates.
    #[command(
        subcommand,
        after_help = "\
Examples:
  workbench --data ./data candidate add \"山田太郎\" --role senior-python/senior-python-developer
  workbench --data ./data candidate import people.csv --dry-run --json
  workbench --data ./data candidate list --json
  workbench --data ./data candidate access --candidate ID --out ./for-ana"
    )]
    Candidate(CandidateWhat),
    /// Interviews.
    #[command(subcommand, after_help = "Example:\n  workbench --data ./data interview list --json")]
    Interview(InterviewWhat),
    /// Scorecards in and out: our own JSON and CSV, Markdown, and the shape of Greenhouse's.
    #[command(subcommand)]
    Scorecard(ScorecardWhat),
    /// Lay two or more candidates side by side: competencies as rows, candidates as columns.
    #[command(after_help = "\
Examples:
  workbench --data ./data compare ID-1 ID-2 --out comparison.pdf
  workbench --data ./data compare ID-1 ID-2 --format csv --out comparison.csv
  workbench --data ./data compare ID-1 ID-2 ID-3 --format markdown --questions --hide-names --out comparison.md

A file that is there is replaced whole or not at all. Cells of a CSV that a spreadsheet would take for a formula are made safe.")]
    Compare(Compare),
    /// Tell how far raters of a role agree: who heard the same answers, and, as consistency, separate interviews.
    #[command(after_help = "\
Example:
  workbench --data ./data agreement --role senior-python/senior-python-developer --json")]
    Agreement {
        /// The role's id; may be left out while there is only one role.
        #[arg(long)]
        role: Option<String>,
    },
    /// The hiring packet.
    #[command(
        subcommand,
        after_help = "\
Example:
  workbench --data ./data packet export --candidate ID --out packet.pdf --paper letter
  workbench packet read packet.pdf --json
  workbench packet verify packet.pdf"
    )]
    Packet(PacketWhat),
    /// A kit as a guide on paper, with room for handwriting.
    #[command(
        subcommand,
        after_help = "\
Example:
  workbench --data ./data packet export --round ID --out-dir ./packets --if-there replace
  workbench --data ./data guide export --kit senior-python/craft --out guide.pdf --paper letter"
    )]
    Guide(GuideWhat),
    /// Question packs.
    #[command(
        subcommand,
        after_help = "\
Examples:
  workbench pack check questions/senior-python --json
  workbench --data ./data pack export --out ./senior-python
  workbench --data ./data question import ./senior-python"
    )]
    Pack(PackWhat),
    /// Tell how far raters agree in a table of ratings: Krippendorff's alpha, intraclass correlations, Cohen's kappa.
    #[command(after_help = reliability::HELP)]
    Reliability(Reliability),
    /// How long what is about candidates is kept: the rule, and whose time is over.
    #[command(
        subcommand,
        after_help = "\
Examples:
  workbench --data ./data retention rules
  workbench --data ./data retention choose us_private
  workbench --data ./data retention list --json"
    )]
    Retention(RetentionWhat),
    /// Who did what: the log, whose lines are chained by their hashes.
    #[command(
        subcommand,
        after_help = "\
Examples:
  workbench --data ./data log list --json
  workbench --data ./data log verify"
    )]
    Log(LogWhat),
    /// The passphrase of a data folder.
    #[command(
        subcommand,
        after_help = "\
Examples:
  workbench --data ./data protection show
  workbench --data ./data protection begin
  workbench --data ./data protection begin --keychain
  workbench --data ./data --passphrase-fd 3 protection change 3< two-lines.txt
  workbench --data ./data --recovery-key protection change

With --passphrase-fd NUMBER each passphrase is a line of that file descriptor, the one until now first."
    )]
    Protection(ProtectionWhat),
    /// Backups: made, listed, verified, restored.
    #[command(subcommand, after_help = backup::HELP)]
    Backup(BackupWhat),
    /// Erase everything about one candidate, here and in the backups. It cannot be taken back.
    #[command(after_help = erase::HELP)]
    Erase(Erase),
    /// See what can be saved of a data folder whose database is damaged or missing, and save it.
    #[command(after_help = backup::RESCUE_HELP)]
    Rescue(RescueWhat),
    /// Make a sample round of people who are made up, with its packet.pdf and comparison.pdf.
    #[command(after_help = "\
Example:
  workbench demo --out ./demo

Writes DIR/packet.pdf, DIR/comparison.pdf and the round itself in DIR/data, a data folder that the window can open:
  interview-workbench --data ./demo/data
With --data the round goes into that data folder instead, marked as a sample.")]
    Demo(Demo),
}

#[derive(Args)]
pub(crate) struct Call {
    /// The command, such as `candidate_add`.
    #[arg(required_unless_present_any = ["list", "lines"], conflicts_with_all = ["list", "lines"])]
    pub command: Option<String>,
    /// Its request; `{}` when left out.
    #[arg(default_value = "{}")]
    pub request: String,
    /// Print the contract: every command with its fields.
    #[arg(long, conflicts_with = "lines")]
    pub list: bool,
    /// Take requests from standard input, one a line.
    #[arg(long)]
    pub lines: bool,
}

#[derive(Subcommand)]
pub(crate) enum InterviewerWhat {
    /// Keep the name as it stands in packets.
    Set {
        /// 1 to 200 characters.
        name: String,
    },
}

#[derive(Subcommand)]
pub(crate) enum InterviewWhat {
    /// List all interviews, newest first.
    List,
}

#[derive(Subcommand)]
pub(crate) enum LogWhat {
    /// List who did what, the newest first: ids and hashes, no contents.
    List {
        /// At most so many lines, and 500.
        #[arg(long, default_value_t = 100)]
        limit: u32,
        /// Only those before this place in the log.
        #[arg(long, value_name = "SEQUENCE")]
        before: Option<u32>,
    },
    /// Check the chain. Names the first broken link and exits with 1 where there is one.
    #[command(after_help = "\
The last line's hash is printed: written down elsewhere, it shows later whether lines were taken off the end.
With --json: {\"lines\":12,\"last\":\"…\",\"broken\":null}, or in broken {\"sequence\",\"fault\",\"words\",\"subject\"}.")]
    Verify,
}

#[derive(Subcommand)]
pub(crate) enum ProtectionWhat {
    /// Tell what opens the data.
    Show,
    /// Protect a data folder that is not: everything is moved to a fresh key. Asks for a passphrase; prints the recovery key.
    Begin {
        /// Let this computer's keychain keep the key. A passphrase as well is taken from --passphrase-fd alone.
        #[arg(long)]
        keychain: bool,
    },
    /// Change the passphrase, or set a first one beside the keychain. With --recovery-key, for who has forgotten it.
    Change,
    /// Take the passphrase away where the keychain opens the data.
    PassphraseRemove,
    /// Let this computer's keychain keep the key as well: the data opens by itself for who is signed in.
    KeychainAdd,
    /// Take the key out of the keychain where a passphrase opens the data.
    KeychainRemove,
    /// Make a new recovery key and print it; the old one opens nothing any more.
    RecoveryKey,
}

#[derive(Subcommand)]
pub(crate) enum PackWhat {
    /// Check question files and name each problem with file and line. Exits with 1 when something must be mended.
    Check {
        /// Folders of packs, or single question files.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
    },
    /// Write a role with its kits and questions as a pack: a folder of files to edit, check and give away. Imported again,
    /// it changes nothing. What is not complete is left out, and said.
    Export {
        /// The role's id; may be left out while there is only one role.
        #[arg(long)]
        role: Option<String>,
        /// The folder to make.
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
}

#[derive(Args)]
pub(crate) struct Demo {
    /// Where to write.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// The paper.
    #[arg(long, ignore_case = true)]
    pub paper: Option<PaperArg>,
}
