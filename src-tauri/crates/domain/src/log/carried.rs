//! What becomes of the log when a backup takes the place of what is here.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{LogLine, verify};

/// Whether the log goes on through a restore.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LogFate {
    /// No line is lost: those that came after the backup are carried over, or the backup has every line that is here.
    GoesOn,
    /// The log here and that of the backup differ in a line that both have.
    Differs,
    /// The log here does not hold.
    Broken,
    /// The log here cannot be read.
    Unreadable,
}

/// What a restore does to the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LogCarried {
    /// Whether it goes on.
    pub fate: LogFate,
    /// How many lines that came after the backup are carried over.
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
/// holds and begins with every line of the backup's. `here` is none where it cannot be read.
#[must_use]
pub fn carried<'a>(here: Option<&'a [LogLine]>, backup: &[LogLine]) -> (LogCarried, &'a [LogLine]) {
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
            stay(left)
        );
        return not(LogFate::Broken, left, words);
    }
    if common < backup.len() {
        let words = format!(
            "The log here is not a continuation of the backup's: they differ from line {} on. The log becomes that of \
             the backup. {}",
            common + 1,
            stay(left)
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

fn stay(left: usize) -> String {
    match left {
        1 => "1 line that is not in it stays only in the backup made before the restore.".to_owned(),
        _ => format!("{left} lines that are not in it stay only in the backup made before the restore."),
    }
}
