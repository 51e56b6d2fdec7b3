//! The log of who did what. Its rules are in `workbench_domain::log`.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    decision::DecisionVersion,
    ids::InterviewerId,
    log::{self as rules, BrokenLink, LogLine},
};
use workbench_store::{decision, interviewer, log};

use crate::{App, failure::Failure, nothing::Nothing};

/// Most lines that one answer has.
const LINES_MAX: u32 = 500;

/// Asks for lines of the log.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LogAsk {
    /// Those before this place; the newest when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub before: Option<u32>,
    /// At most so many, and 500; 100 when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub limit: Option<u32>,
}

/// A line with the name of who acted.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LogCard {
    /// The line.
    pub line: LogLine,
    /// Who, by the name they have now; none where that person is not known here.
    pub actor: Option<String>,
}

/// Lines of the log.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LogList {
    /// How many lines the log has.
    pub total: u32,
    /// The newest first.
    pub lines: Vec<LogCard>,
}

/// Whether the log holds.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LogVerified {
    /// How many lines were looked at.
    pub lines: u32,
    /// The hash of the last line: written down elsewhere, it shows later whether lines were taken off the end.
    pub last: Option<String>,
    /// The first link that does not hold; none where all do.
    pub broken: Option<BrokenLink>,
}

pub(crate) async fn log_list(app: &App, request: LogAsk) -> Result<LogList, Failure> {
    app.store()
        .read(move |r| {
            let (before, limit) = (request.before.unwrap_or(u32::MAX), request.limit.unwrap_or(100).min(LINES_MAX));
            let mut names: HashMap<InterviewerId, Option<String>> = HashMap::new();
            let mut lines = Vec::new();
            for line in log::before(r, before, limit)? {
                if !names.contains_key(&line.actor) {
                    let person = interviewer::get(r, &line.actor)?;
                    names.insert(line.actor.clone(), person.map(|person| person.name));
                }
                let actor = names.get(&line.actor).cloned().flatten();
                lines.push(LogCard { line, actor });
            }
            Ok(LogList { total: log::last(r)?.map_or(0, |last| last.sequence), lines })
        })
        .await
}

pub(crate) async fn log_verify(app: &App, _: Nothing) -> Result<LogVerified, Failure> {
    app.store()
        .read(|r| {
            let lines = log::list(r)?;
            let kept: Vec<_> = decision::list(r)?.iter().map(DecisionVersion::expected).collect();
            Ok(LogVerified {
                broken: rules::verify(&lines, &kept).err(),
                lines: u32::try_from(lines.len()).unwrap_or(u32::MAX),
                last: lines.into_iter().next_back().map(|line| line.hash),
            })
        })
        .await
}
