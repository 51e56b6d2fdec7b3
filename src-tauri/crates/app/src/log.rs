//! The log of who did what. Its rules are in `workbench_domain::log`.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    canonical,
    decision::DecisionVersion,
    ids::{CandidateId, InterviewerId},
    independence::logged,
    log::{self as rules, Act, BrokenLink, Deed, LogLine, Subject},
};
use workbench_store::{Read, Write, candidate, decision, erased, interviewer, log};

use crate::{App, failure::Failure, independence, nothing::Nothing, rating::Saved};

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
    /// The candidates it is about, by the names they have now; those who are gone are not among them.
    pub candidates: Vec<String>,
    /// How many of those it is about were erased: nothing else is known of them.
    pub erased: u32,
}

/// Lines of the log.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LogList {
    /// How many lines the log has.
    pub total: u32,
    /// The newest first.
    pub lines: Vec<LogCard>,
    /// How many lines between them are withheld while an own scorecard is open: what others did about those candidates.
    pub hidden: u32,
    /// What to ask with as `before` for the lines before these; none where there are none.
    pub before: Option<u32>,
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

/// Names candidates whose names are shown.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NamesReveal {
    /// Those of the comparison.
    pub candidate_ids: Vec<CandidateId>,
}

/// Logs an act of the laptop's interviewer in the transaction of the act; nothing while nobody is named.
pub(crate) fn note(
    w: &Write<'_>,
    at: Timestamp,
    act: Act,
    candidates: impl IntoIterator<Item = CandidateId>,
    content: &impl Serialize,
) -> Result<(), Failure> {
    if let Some(me) = interviewer::me(w)? {
        let subjects = candidates.into_iter().map(Subject::Candidate).collect();
        log::add(w, Deed { at, actor: me.id, act, subjects, content: canonical::hash(content) })?;
    }
    Ok(())
}

pub(crate) async fn names_reveal(app: &App, request: NamesReveal) -> Result<Saved, Failure> {
    let now = app.now();
    let ids = request.candidate_ids;
    let again = move |w: &mut Write<'_>| {
        let content = canonical::hash(&ids);
        let (last, me) = (log::last(w)?, interviewer::me(w)?);
        // The page asks whenever it opens; one line after the other for the same names would say no more.
        let said = last.is_some_and(|last| {
            last.act == Act::NamesReveal && last.content == content && me.is_some_and(|me| me.id == last.actor)
        });
        if said { Ok(()) } else { note(w, now, Act::NamesReveal, ids.clone(), &ids) }
    };
    app.store().write(again).await?;
    Ok(Saved { at: app.now() })
}

/// The names of those whom these lines are about, and which of them an own open scorecard hides.
fn named(r: &Read<'_>, lines: &[LogLine]) -> Result<(HashMap<CandidateId, String>, HashSet<CandidateId>), Failure> {
    let reader = independence::reader(r)?;
    let (mut names, mut veiled) = (HashMap::new(), HashSet::new());
    for subject in lines.iter().flat_map(|line| &line.subjects) {
        let Subject::Candidate(id) = subject else { continue };
        if names.contains_key(id) {
            continue;
        }
        // Practice has no line, and whoever was erased has a name nowhere.
        let Some(one) = candidate::get(r, id)?.filter(|one| !one.practice) else { continue };
        if independence::is_veiled(reader.as_ref(), &one) {
            veiled.insert(id.clone());
        }
        names.insert(id.clone(), one.name);
    }
    Ok((names, veiled))
}

pub(crate) async fn log_list(app: &App, request: LogAsk) -> Result<LogList, Failure> {
    app.store()
        .read(move |r| {
            let (before, limit) = (request.before.unwrap_or(u32::MAX), request.limit.unwrap_or(100).min(LINES_MAX));
            let mut names: HashMap<InterviewerId, Option<String>> = HashMap::new();
            let mut lines = Vec::new();
            let found = log::before(r, before, limit)?;
            let me = interviewer::me(r)?.map(|me| me.id);
            let (people, veiled) = named(r, &found)?;
            let before = found.last().map(|line| line.sequence).filter(|oldest| *oldest > 1);
            let mut hidden = 0;
            for line in found {
                if me.as_ref().is_some_and(|me| !logged(&line, me, &veiled)) {
                    hidden += 1;
                    continue;
                }
                if !names.contains_key(&line.actor) {
                    let person = interviewer::get(r, &line.actor)?;
                    names.insert(line.actor.clone(), person.map(|person| person.name));
                }
                let actor = names.get(&line.actor).cloned().flatten();
                let candidates = line.subjects.iter().filter_map(|subject| match subject {
                    Subject::Candidate(id) => people.get(id).cloned(),
                    Subject::Interview(_) | Subject::Round(_) => None,
                });
                let candidates = candidates.collect();
                let mut erased = 0;
                for subject in &line.subjects {
                    let Subject::Candidate(id) = subject else { continue };
                    erased += u32::from(!people.contains_key(id) && erased::has(r, "", id.as_str())?);
                }
                lines.push(LogCard { candidates, erased, line, actor });
            }
            Ok(LogList { total: log::last(r)?.map_or(0, |last| last.sequence), lines, hidden, before })
        })
        .await
}

pub(crate) async fn log_verify(app: &App, _: Nothing) -> Result<LogVerified, Failure> {
    app.store()
        .read(|r| {
            let lines = log::list(r)?;
            let kept: Vec<_> = decision::list(r)?.iter().map(DecisionVersion::expected).collect();
            let veiled = independence::veiled(r)?;
            let mut broken = rules::verify(&lines, &kept).err();
            if let Some(link) = &mut broken {
                // That the log is broken is told to everyone; about whom there is a decision, only to those who owe nothing.
                link.subject.take_if(|one| matches!(one, Subject::Candidate(id) if veiled.contains(id)));
            }
            Ok(LogVerified {
                broken,
                lines: u32::try_from(lines.len()).unwrap_or(u32::MAX),
                last: lines.into_iter().next_back().map(|line| line.hash),
            })
        })
        .await
}
