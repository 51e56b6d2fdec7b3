//! The words for what is written as PDF: comparisons, packets, guides.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

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
}

#[derive(Args)]
pub(crate) struct Compare {
    /// The candidates' ids, 2 to 50.
    #[arg(required = true, num_args = 2..=50)]
    pub candidates: Vec<String>,
    /// Write it to a file as well, as --format or the end of the name says.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// How the file is written; told by how its name ends when left out, and PDF without such an end.
    #[arg(long, ignore_case = true, requires = "out")]
    pub format: Option<CompareFormat>,
    /// Questions as rows instead of competencies; for CSV and Markdown.
    #[arg(long, requires = "out")]
    pub questions: bool,
    /// Call the candidates A, B, C instead of by their names; for CSV and Markdown.
    #[arg(long, requires = "out")]
    pub hide_names: bool,
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
}

#[derive(Subcommand)]
pub(crate) enum PacketWhat {
    /// Write the packet of one candidate as a PDF. A file that is there is replaced whole or not at all.
    Export {
        /// The candidate's id.
        #[arg(long, value_name = "ID")]
        candidate: String,
        /// The file to write.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        #[command(flatten)]
        print: Print,
    },
    /// Print the data in a packet's file: with --json all of them, as docs/packet-data.md describes them.
    Read {
        /// The packet.
        file: PathBuf,
    },
    /// Say whether a packet's file is whole: the data, the pages, who signed. Exits with 1 when the data are not whole.
    Verify {
        /// The packet.
        file: PathBuf,
    },
}

#[derive(Subcommand)]
pub(crate) enum GuideWhat {
    /// Write the guide of one kit as a PDF. A file that is there is replaced whole or not at all.
    Export {
        /// The kit's id, such as senior-python/craft.
        #[arg(long, value_name = "ID")]
        kit: String,
        /// The file to write.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        #[command(flatten)]
        print: Print,
    },
}
