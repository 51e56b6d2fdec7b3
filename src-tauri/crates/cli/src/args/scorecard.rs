//! The words for scorecards in and out.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::pair::{self, Pair};

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum ScorecardFormat {
    Json,
    Csv,
    Markdown,
    Greenhouse,
}

impl ScorecardFormat {
    /// The format as the contract writes it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Markdown => "markdown",
            Self::Greenhouse => "greenhouse",
        }
    }
}

#[derive(Subcommand)]
pub(crate) enum ScorecardWhat {
    /// Take scorecards in from our own JSON or CSV, from a table, or from Greenhouse's JSON.
    #[command(after_help = "\
Examples:
  workbench --data ./data scorecard import scorecards.json --dry-run
  workbench --data ./data scorecard import greenhouse.json --candidates candidates.json --json
  workbench --data ./data scorecard import ratings.csv --candidate ID
  workbench --data ./data scorecard import greenhouse.json --who 5=\"Kari Lind\" --who 9=ID
  workbench --data ./data scorecard import ratings.csv --who \"Ana Li=ID\" --who \"line 12=new\"
  workbench --data ./data scorecard import ratings.csv --map Exceeds=5 --map Meets=3 --map n/a=none --map-overall Hire=yes

What is imported stands beside the scorecards written here and enters no figure. Other scales are shown on ours by this table:
  definitely_not 1, no 2, mixed 3, yes 4, strong_yes 5, no_decision no level
and as a recommendation: definitely_not Strong no, no No, yes Yes, strong_yes Strong yes, no_decision none. What was said there
is kept beside it. Ratings stay hidden while an own scorecard of the round is open.

The same file again changes nothing; a scorecard that says something else now replaces what was imported before. Who is not
found by an earlier import, the e-mail address or the name is added as a candidate. Where several have the name or the address,
nothing is guessed: the scorecard is left out and said, with those whom it may be, until the file has the address or --who says
who it is; a line that --who names counts more than a name. Rows with a name alone belong with those of that name that have an
address. Where these have several addresses, they are several people, and a row with the name alone is left out and asked about:
--who NAME=ADDRESS says which one it is. Whom the file does not name is left out until --candidates or --who says it. What --map
says once holds when the same scorecard comes again. With --dry-run each scorecard says whom it is about, or that someone is
added.

With --json the answer is one line: {\"added\":2,\"updated\":0,\"unchanged\":1,\"problems\":[{\"where\",\"what\",\"severity\"}],
\"mapping\":[{\"overall\",\"said\",\"shown\",\"level\",\"recommendation\",\"choose\"}],\"scorecards\":[{\"where\",\"candidate\",\"here\",…}],
\"unsure\":[{\"person\",\"name\",\"about\",\"may_be\",\"addresses\",\"said\"}]}. Exit codes: 0 read, whatever the problems; 1 nothing could be
read; 2 wrongly typed, also inside --who, --map and --map-overall.")]
    Import(ScorecardImport),
    /// Give submitted scorecards out: all that you may see. JSON and CSV come back as they were; Markdown is for reading.
    #[command(after_help = "\
Examples:
  workbench --data ./data scorecard export --format csv --out scorecards.csv
  workbench --data ./data scorecard export --format greenhouse --candidate ID > scorecards.json

Without --out the scorecards go to standard output. Whom you still owe a scorecard is left out, and said. Cells of a CSV that a
spreadsheet would take for a formula are made safe. For Greenhouse each rated question is an attribute.")]
    Export(ScorecardExport),
}

#[derive(Args)]
pub(crate) struct ScorecardImport {
    /// The file.
    #[arg(value_name = "FILE")]
    pub path: PathBuf,
    /// What it is; found out from its text when left out. CSV is any table with delimiters.
    #[arg(long, ignore_case = true)]
    pub format: Option<ScorecardFormat>,
    /// A file of Greenhouse's candidates, which names those whom scorecards have by their id alone.
    #[arg(long, value_name = "FILE")]
    pub candidates: Option<PathBuf>,
    /// Whom all of them are about: a candidate's id.
    #[arg(long, value_name = "ID")]
    pub candidate: Option<String>,
    /// Who somebody is: the id there, or else the address or the name, or a line such as "line 12"; and a candidate's id here, new, the
    /// address of one of the name in the file, or the name of a new one whom the file does not name.
    #[arg(long, value_name = "THERE=WHO", value_parser = pair::who)]
    pub who: Vec<Pair>,
    /// What a rating of another scale is shown as: 1 to 5, or none.
    #[arg(long, value_name = "SAID=LEVEL", value_parser = pair::level)]
    pub map: Vec<Pair>,
    /// What another program's recommendation is shown as: strong_no, no, yes, strong_yes, or none.
    #[arg(long, value_name = "SAID=RECOMMENDATION", value_parser = pair::recommendation)]
    pub map_overall: Vec<Pair>,
    /// The role's id, for candidates who are added; may be left out while there is only one role.
    #[arg(long)]
    pub role: Option<String>,
    /// Only tell what would be done.
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Args)]
pub(crate) struct ScorecardExport {
    /// How to write them.
    #[arg(long, ignore_case = true)]
    pub format: ScorecardFormat,
    /// Of whom: a candidate's id, as often as you like; of everyone when left out.
    #[arg(long = "candidate", value_name = "ID")]
    pub candidates: Vec<String>,
    /// The file to write; standard output when left out.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}
