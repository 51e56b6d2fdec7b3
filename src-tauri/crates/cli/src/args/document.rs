//! The words for what is written as PDF: comparisons, packets, guides.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use jiff::civil::Date;

use super::{descriptor, retention::day};

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum PaperArg {
    A4,
    Letter,
}

impl PaperArg {
    /// The paper as the contract writes it.
    pub fn code(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Letter => "letter",
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CompareFormat {
    Pdf,
    Csv,
    Markdown,
}

impl CompareFormat {
    /// The format that a file's name says.
    pub fn of_name(path: &std::path::Path) -> Self {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
        match ending.as_str() {
            "csv" => Self::Csv,
            "md" | "markdown" => Self::Markdown,
            _ => Self::Pdf,
        }
    }

    /// The format as the contract writes it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Csv => "csv",
            Self::Markdown => "markdown",
        }
    }

    /// What the name of its file ends in.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Csv => "csv",
            Self::Markdown => "md",
        }
    }
}

#[derive(Args)]
pub(crate) struct Compare {
    /// The candidates' ids, 2 to 50.
    #[arg(required = true, num_args = 2..=50)]
    pub candidates: Vec<String>,
    /// Write it to a file as well, as --format or the end of the name says.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// How the file is written; told by how its name ends when left out, and PDF where it has no ending. A name with the ending of
    /// another kind of file is refused.
    #[arg(long, ignore_case = true, requires = "out")]
    pub format: Option<CompareFormat>,
    /// Questions as rows instead of competencies; for CSV and Markdown.
    #[arg(long, requires = "out")]
    pub questions: bool,
    /// Name nobody: call the candidates by the letters of their round and the interviewers by letters, as a packet with hidden
    /// names does, on the screen and in the file; files as CSV and Markdown only.
    #[arg(long)]
    pub hide_names: bool,
    /// Say instead what its PDF would hold: its name, pages, scorecards, and characters that cannot be drawn.
    #[arg(long, conflicts_with_all = ["out", "accept_undrawable"])]
    pub check: bool,
    #[command(flatten)]
    pub print: Print,
}

#[derive(Args)]
pub(crate) struct Print {
    /// The paper; as in the settings when left out.
    #[arg(long, ignore_case = true)]
    pub paper: Option<PaperArg>,
    /// Go on although some characters cannot be drawn; they are printed as codes such as [U+13000].
    #[arg(long)]
    pub accept_undrawable: bool,
    /// The language of the document's own words, by its tag; there is English, en.
    #[arg(long, value_name = "TAG")]
    pub language: Option<String>,
    #[command(flatten)]
    pub password: Password,
}

/// The password of a file.
#[derive(Args)]
pub(crate) struct Password {
    /// Take the file's password from the first line of this file descriptor, as in: --password-fd 3 3< FILE. A file written
    /// with a password is encrypted with AES-256 and is no archival PDF; nobody can help who forgets it.
    #[arg(long, value_name = "NUMBER", value_parser = descriptor)]
    pub password_fd: Option<u32>,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum AudienceArg {
    /// Who decides.
    Panel,
    /// The personnel file: with the log of decisive acts and every deviation.
    Hr,
    /// The candidate's own copy.
    Candidate,
    /// Who must not know whose it is: names hidden.
    Blind,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum SectionArg {
    Reasons,
    Ratings,
    Scorecards,
    Notes,
    Signatures,
    Log,
}

/// What is done where a file is there already.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum IfThereArg {
    /// Keep both.
    Number,
    /// Replace it, whole or not at all.
    Replace,
}

/// How a packet is wanted.
#[derive(Args)]
pub(crate) struct PacketWanted {
    /// For whom.
    #[arg(long, value_enum, default_value = "panel")]
    pub audience: AudienceArg,
    /// Parts to leave out, also of the data inside.
    #[arg(long, value_enum, value_name = "PART", num_args = 1.., value_delimiter = ',')]
    pub without: Vec<SectionArg>,
    /// A further word to be found in what people wrote, such as an employer; may be given several times.
    #[arg(long, value_name = "WORDS")]
    pub find: Vec<String>,
    /// Own copy: when the candidate asked, as 2026-11-26.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub requested_on: Option<Date>,
    /// Own copy: by when they must have it; a month after they asked when left out, and three at the most.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub answer_by: Option<Date>,
    /// Own copy: what it was written for.
    #[arg(long, value_name = "WORDS", default_value = "", hide_default_value = true)]
    pub purpose: String,
    /// Own copy: where it is from.
    #[arg(long, value_name = "WORDS", default_value = "", hide_default_value = true)]
    pub source: String,
    /// Own copy: who has read it or can.
    #[arg(long, value_name = "WORDS", default_value = "", hide_default_value = true)]
    pub recipients: String,
    /// Own copy: leave the interviewers' names out, for this reason, which the candidate is told.
    #[arg(long, value_name = "WHY")]
    pub names_left_out: Option<String>,
}

#[derive(Subcommand)]
pub(crate) enum PacketWhat {
    /// Say what the packet of one candidate would hold, and list what must be decided in the free text first, each with
    /// its key and place.
    #[command(
        override_usage = "workbench packet check --candidate <ID> [OPTIONS]\n       workbench packet check --round <ID> [OPTIONS]"
    )]
    Check {
        /// The candidate's id.
        #[arg(long, value_name = "ID", required_unless_present = "round")]
        candidate: Option<String>,
        /// In place of one candidate: all of this round, by its id.
        #[arg(long, value_name = "ID", conflicts_with = "candidate")]
        round: Option<String>,
        #[command(flatten)]
        wanted: Box<PacketWanted>,
    },
    /// Write the packet of one candidate as a PDF. A file that is there is replaced whole or not at all. With --round, write
    /// the packets of all its candidates into a folder; what cannot be written is named, and the others are written.
    #[command(
        override_usage = "workbench packet export --candidate <ID> --out <FILE> [OPTIONS]\n       workbench packet export --round <ID> --out-dir <FOLDER> [OPTIONS]"
    )]
    Export {
        /// The candidate's id.
        #[arg(long, value_name = "ID", required_unless_present = "round", requires = "out")]
        candidate: Option<String>,
        /// The file to write; its name ends in .pdf, or has no ending.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        /// In place of one candidate: all of this round, by its id.
        #[arg(long, value_name = "ID", conflicts_with_all = ["candidate", "out"], requires = "out_dir")]
        round: Option<String>,
        /// The folder for the packets of a round; it is made where it is missing.
        #[arg(long, value_name = "FOLDER", requires = "round")]
        out_dir: Option<PathBuf>,
        /// Where a file of a name is in that folder already: keep both and number the new one, or replace it.
        #[arg(long, value_enum, default_value = "number", requires = "round")]
        if_there: IfThereArg,
        #[command(flatten)]
        wanted: Box<PacketWanted>,
        /// Let this mention stand; may be given several times. `packet check` lists the keys.
        #[arg(long, value_name = "KEY")]
        keep: Vec<String>,
        /// Replace this mention with what is proposed or with other words; may be given several times.
        #[arg(long, value_name = "KEY[=WORDS]")]
        replace: Vec<String>,
        /// Replace every other mention with what is proposed.
        #[arg(long)]
        replace_rest: bool,
        #[command(flatten)]
        print: Print,
    },
    /// Print the data in the file of a packet, a comparison or a guide: with --json all of them, as docs/packet-data.md
    /// describes them. What speaks against the data, as `packet verify` would say it, goes to standard error: that the file
    /// was changed, or that nobody signed it. The pages are looked at by `packet verify` alone. Exits with 1 when it was changed or its data are not whole; the data are printed
    /// all the same.
    Read {
        /// The file.
        file: PathBuf,
        #[command(flatten)]
        password: Password,
    },
    /// Say whether the file of a packet, a comparison or a guide is whole, and by whose key. Exits with 1 when it was changed
    /// or its data are not whole; with --key also when it is not signed with that key. With --data one's own key is known. Of a file with a password the signature
    /// can be checked without it, the data and pages with --password-fd.
    Verify {
        /// The file.
        file: PathBuf,
        /// The fingerprint that its key must have, as its owner read it out; or the public key in hexadecimal.
        #[arg(long, value_name = "FINGERPRINT")]
        key: Option<String>,
        #[command(flatten)]
        password: Password,
    },
    /// Print the fingerprint of one's own key, to be read out to whoever checks what one signed.
    Key,
}

#[derive(Subcommand)]
pub(crate) enum GuideWhat {
    /// Say what the guide of one kit would hold: its name, pages, and characters that cannot be drawn.
    Check {
        /// The kit's id, such as senior-python/craft.
        #[arg(long, value_name = "ID")]
        kit: String,
        /// The paper; as in the settings when left out.
        #[arg(long, ignore_case = true)]
        paper: Option<PaperArg>,
    },
    /// Write the guide of one kit as a PDF. A file that is there is replaced whole or not at all.
    Export {
        /// The kit's id, such as senior-python/craft.
        #[arg(long, value_name = "ID")]
        kit: String,
        /// The file to write; its name ends in .pdf, or has no ending.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        #[command(flatten)]
        print: Print,
    },
}
