//! What was written about a person and lies where only people can delete it. The log knows that a file was written, when, and
//! its hash; neither its name nor its place is kept, so as not to keep a name of somebody who was erased.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    candidate::Candidate,
    independence::{logged, owed},
    log::{Act, LogLine, Subject},
};
use workbench_store::{Read, log};

use crate::{failure::Failure, independence::reader};

/// What puts something about a person into files.
const EXPORTS: [Act; 4] = [Act::PacketExport, Act::ComparisonExport, Act::ScorecardExport, Act::AccessExport];

/// Something about a person that was exported. It is outside our reach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExportedOnce {
    /// When.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
    /// What, in words: "Packet exported".
    pub words: String,
    /// SHA-256 of the file, in hexadecimal, by which it can be found; none where it was a folder of files.
    pub sha256: Option<String>,
}

/// What about the candidate was exported, as far as the reader may know of it, the newest first.
pub(super) fn exported(r: &Read<'_>, candidate: &Candidate) -> Result<Vec<ExportedOnce>, Failure> {
    let (me, about) = (reader(r)?, Subject::Candidate(candidate.id.clone()));
    let veiled = owed(candidate, me.as_ref()).map(|_| candidate.id.clone()).into_iter().collect();
    let told = |line: &LogLine| me.as_ref().is_none_or(|me| logged(line, &me.id, &veiled));
    let all = log::list(r)?.into_iter().rev();
    let found = all.filter(|line| EXPORTS.contains(&line.act) && line.subjects.contains(&about) && told(line));
    Ok(found
        .map(|line| ExportedOnce {
            at: line.at,
            words: line.act.words().to_owned(),
            sha256: (line.act != Act::AccessExport).then_some(line.content),
        })
        .collect())
}
