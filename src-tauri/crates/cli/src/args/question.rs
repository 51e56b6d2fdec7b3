//! What can be typed after `question`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

#[derive(Subcommand)]
pub(crate) enum QuestionWhat {
    /// List all questions.
    List,
    /// Find questions by what they say; case and accents do not matter.
    Search {
        /// Words, or the beginning of one.
        text: String,
        /// At most so many.
        #[arg(long, default_value_t = 20)]
        limit: u32,
    },
    /// Take questions in from a file or a folder: Markdown, CSV or TSV, JSON, TOML, or the folder of a pack.
    #[command(after_help = IMPORT)]
    Import(QuestionImport),
    /// Give all questions out that are not archived. What is exported comes back unchanged.
    #[command(after_help = "\
Examples:
  workbench --data ./data question export --format markdown > questions.md
  workbench --data ./data question export --out questions.csv
  workbench --data ./data question export --out questions.json --json

Without --out the questions go to standard output. A file that is there is replaced whole or not at all. With --out, --json
prints {\"questions\",\"path\"}: how many, and where. Cells of a CSV that a spreadsheet would take for a formula are made safe.")]
    Export(QuestionExport),
}

const IMPORT: &str = "\
Examples:
  workbench --data ./data question import questions.md --dry-run
  workbench --data ./data question import questions.csv --json
  workbench --data ./data question import questions/senior-python
  workbench --data ./data question import list.txt --format markdown --source team-a

The same file again changes nothing; a file with changes adds new versions, and interviews already held keep theirs. A
version of your own stays, and counts as unchanged. In the window, one undo takes the whole import back.

A table names its columns in its first row, and one of them is what is asked: Question, Prompt, Title or the like. Without one
it is refused, with its line and its columns. So is a table of people, by a column such as Candidate, Email or Phone: candidate
import takes it, or that column gets another name. A form that collects questions may have such a column.

With --json the answer is one line on standard output, also where nothing could be read:
  {\"added\":2,\"updated\":1,\"unchanged\":14,\"problems\":[{\"where\":\"questions.md:12\",\"what\":\"…\",\"severity\":\"warning\"}]}
added, updated and unchanged are numbers of questions. An error names what was left out, a warning what was taken and
wants a look: a time that is not from 1 to 120 minutes, a competency that neither a role nor a question here has. Without --json
problems go to standard error.

With --dry-run each row says what would become of it: a new question, one that is there already, one that would change and
in what, one of which your own version stays, or left out and why (said there alone then). Of more than 200 the rest is
counted; --json has all:
  \"questions\":[{\"where\",\"taken\":\"added, updated, unchanged, offered or refused\",\"id\",\"title\",\"changed\":[…],\"why\"}]
A dry run changes no question. It needs a data folder to compare with, and makes one that is not there.

Exit codes: 0 read, whatever the problems; 1 nothing could be read. The most is 32 MB and 50,000 questions at once.";

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum FormatArg {
    Toml,
    Markdown,
    Csv,
    Json,
}

impl FormatArg {
    /// The format as the contract writes it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Toml => "toml",
            Self::Markdown => "markdown",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }
}

#[derive(Args)]
pub(crate) struct QuestionImport {
    /// A file; the folder of a pack; a folder of files with questions.
    pub path: PathBuf,
    /// What it is; found out from its name and its text when left out. CSV is any table with delimiters.
    #[arg(long, ignore_case = true)]
    pub format: Option<FormatArg>,
    /// What questions without an id are filed under; made of the file's name when left out.
    #[arg(long, value_name = "NAME")]
    pub source: Option<String>,
    /// Only tell what would be done.
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Args)]
pub(crate) struct QuestionExport {
    /// How to write them; told by how the name after --out ends when left out.
    #[arg(long, ignore_case = true)]
    pub format: Option<FormatArg>,
    /// The file to write; standard output when left out.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}
