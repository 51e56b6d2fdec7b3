//! Our own form, whole.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use workbench_domain::shared::SharedScorecard;

use super::{Read, Scorecards, notes::Notes, streamed};

/// What says that a file is ours.
const FORMAT: &str = "interview-workbench.scorecards";
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Out<'a> {
    format: &'a str,
    version: u32,
    scorecards: &'a [SharedScorecard],
}

#[derive(Deserialize)]
struct In<'t> {
    version: u32,
    #[serde(borrow)]
    scorecards: &'t RawValue,
}

/// Whether a text says that it is ours.
pub(super) fn is_own(text: &str) -> bool {
    text.get(..text.len().min(400)).or_else(|| text.get(..200)).is_some_and(|start| start.contains(FORMAT))
}

pub(super) fn write(scorecards: &[SharedScorecard]) -> String {
    let all = Out { format: FORMAT, version: VERSION, scorecards };
    // Nothing in it can fail to be written: texts, numbers and lists of them.
    serde_json::to_string_pretty(&all).unwrap_or_default() + "\n"
}

pub(super) fn read(text: &str, found: &mut Scorecards, notes: &mut Notes) {
    let whole: In<'_> = match serde_json::from_str(text) {
        Ok(whole) => whole,
        Err(e) => {
            return notes.error(
                e.line(),
                format!("This is not a whole file of scorecards ({e}). Nothing of it was read; export it again."),
            );
        }
    };
    if whole.version > VERSION {
        return notes.error(
            1,
            format!(
                "This file has version {} of its form; this workbench knows {VERSION}. Import it with a later one.",
                whole.version
            ),
        );
    }
    let list = whole.scorecards.get();
    let above = text[..(list.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)].matches('\n').count();
    for (line, value) in streamed::values(list, notes) {
        match streamed::typed::<SharedScorecard>(value) {
            Ok(scorecard) if scorecard.id.is_empty() || scorecard.source.is_empty() => {
                notes.error(
                    above + line,
                    "This scorecard has no id or source, so that it could not be found again. It was left out.",
                );
            }
            Ok(scorecard) => {
                found.scorecards.push(Read { place: notes.place(above + line), scorecard, ratings: Vec::new() })
            }
            Err(why) => notes.error(above + line, format!("This scorecard cannot be read: {why}. It was left out.")),
        }
    }
}
