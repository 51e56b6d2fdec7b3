//! What becomes of the log when another database takes the place of what is here: a backup, or what could be read.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{LogLine, verify};
use crate::text::count;

/// Whether the log goes on through a restore or a rescue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LogFate {
    /// No line is lost: those that came after the backup are carried over, or the backup has every line that is here.
    GoesOn,
    /// The log here and that of the backup differ in a line that both have.
    Differs,
    /// The log here does not hold, or lines of it could not be read.
    Broken,
    /// The log here cannot be read.
    Unreadable,
}

/// Where lines stay that are not carried over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StayIn {
    /// The backup of what was there until a restore.
    BackupBefore,
    /// The damaged file that a rescue puts aside.
    DamagedFile,
}

impl StayIn {
    fn words(self) -> &'static str {
        match self {
            Self::BackupBefore => "the backup made before the restore",
            Self::DamagedFile => "the damaged file, which is kept",
        }
    }
}

/// What a restore or a rescue does to the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LogCarried {
    /// Whether it goes on.
    pub fate: LogFate,
    /// How many lines are carried over: those that came after the backup, or all that could be read.
    pub carried: u32,
    /// How many lines that are here will not be in the log; 0 where they could not be counted.
    pub left: u32,
    /// The same in a sentence or two.
    pub words: String,
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// What a restore does to the log, and the lines that are carried over: those after the backup's last one, where the log here
/// holds and begins with every line of the backup's. `here` is none where it cannot be read; `stay` is where the lines are that
/// are not carried over.
#[must_use]
pub fn carried<'a>(here: Option<&'a [LogLine]>, backup: &[LogLine], stay: StayIn) -> (LogCarried, &'a [LogLine]) {
    let not = |fate: LogFate, left: usize, words: String| {
        (LogCarried { fate, carried: 0, left: number(left), words }, &[] as &[LogLine])
    };
    let Some(here) = here else {
        let words =
            "The log here cannot be read, so nothing of it is carried over: the log becomes that of the backup.";
        return not(LogFate::Unreadable, 0, words.to_owned());
    };
    let common = here.iter().zip(backup).take_while(|(one, other)| one == other).count();
    let left = here.len() - common;
    if left == 0 {
        let words = "No line of the log is lost: the backup has every line that is here.";
        return not(LogFate::GoesOn, 0, words.to_owned());
    }
    if let Err(link) = verify(here, &[]) {
        let words = format!(
            "The log here does not hold: line {} is wrong. So nothing of it is carried over, and the log becomes that of the \
             backup. {}",
            link.sequence,
            left_in(stay, left)
        );
        return not(LogFate::Broken, left, words);
    }
    if common < backup.len() {
        let words = format!(
            "The log here is not a continuation of the backup's: they differ from line {} on. The log becomes that of \
             the backup. {}",
            common + 1,
            left_in(stay, left)
        );
        return not(LogFate::Differs, left, words);
    }
    let words = match left {
        1 => "No line of the log is lost: the 1 that came after the backup is carried over.".to_owned(),
        _ => format!("No line of the log is lost: the {left} that came after the backup are carried over."),
    };
    (
        LogCarried { fate: LogFate::GoesOn, carried: number(left), left: 0, words },
        here.get(common..).unwrap_or_default(),
    )
}

fn left_in(stay: StayIn, left: usize) -> String {
    let kept = stay.words();
    match left {
        1 => format!("1 line that is not in it stays only in {kept}."),
        _ => format!("{left} lines that are not in it stay only in {kept}."),
    }
}

/// What a rescue does to the log: `lines` could be read of it, and so many could not, or more where their number is not known.
#[must_use]
pub fn rescued(lines: &[LogLine], lost: u64, or_more: bool) -> LogCarried {
    let broken = verify(lines, &[]).err();
    let (all, known) = (count(lines.len(), "line"), lost > 0);
    let gone = match (known, or_more) {
        (false, false) => String::new(),
        (true, false) => format!("{} could not be read. ", count(lost, "line of the log")),
        (true, true) => format!("{lost} or more lines of the log could not be read. "),
        (false, true) => "Lines of the log could not be read; how many is not known. ".to_owned(),
    };
    let words = match &broken {
        None if gone.is_empty() => format!("No line of the log is lost: {all} could be read, and the log holds."),
        None => format!("{gone}What is left of it, {all}, holds; what came after that is gone."),
        Some(link) => format!("{gone}The log does not hold at line {}: {}", link.sequence, link.words),
    };
    let fate = if broken.is_none() && gone.is_empty() { LogFate::GoesOn } else { LogFate::Broken };
    LogCarried { fate, carried: number(lines.len()), left: u32::try_from(lost).unwrap_or(u32::MAX), words }
}
