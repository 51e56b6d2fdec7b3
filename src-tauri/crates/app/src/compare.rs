//! Candidates side by side. The rules are in `workbench_domain::compare`; here the records are read, in one moment.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
pub use workbench_domain::compare::{OWN_LETTERS, Opinion, SAMPLE};
use workbench_domain::{
    answer::Answer,
    compare::{self as rules, Beside, CandidateRecord, CompareTable, Source},
    ids::{CandidateId, CompetencyId, RoleId},
    independence::veil,
    interview::Interview,
    kit::Competency,
    shared::{SharedScorecard, beside_competency},
    text::isolate,
};
use workbench_store::{Read, candidate, interview, role, scorecard, shared};

use crate::{App, failure::Failure, independence, namesake, packet};

/// Names the candidates to lay side by side.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CompareAsk {
    /// 2 to 50 candidates, in the order of the columns.
    pub candidate_ids: Vec<CandidateId>,
    /// Whether nobody is named in it: candidates are called by their letters, so are interviewers, there are no quotes,
    /// and its ids are of this answer alone.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub hide_names: bool,
}

/// Names one cell.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CompareEvidence {
    /// The column.
    pub candidate_id: CandidateId,
    /// The row.
    pub competency_id: CompetencyId,
}

/// What stands behind one cell.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Evidence {
    /// The candidate's name.
    pub candidate: String,
    /// The competency.
    pub competency: Competency,
    /// The scorecards that ask about it, oldest first.
    pub scorecards: Vec<Source>,
    /// The answers, with their evidence.
    pub answers: Vec<Answer>,
    /// What scorecards imported from elsewhere say beside it. It enters no figure.
    pub imported: Vec<SharedScorecard>,
}

/// A candidate with everything written about them. There is no record of practice.
pub(crate) fn record(r: &Read<'_>, id: &CandidateId) -> Result<CandidateRecord, Failure> {
    with_interviews(r, id, interview::of_candidate(r, id)?)
}

fn with_interviews(r: &Read<'_>, id: &CandidateId, interviews: Vec<Interview>) -> Result<CandidateRecord, Failure> {
    let candidate = candidate::get(r, id)?
        .filter(|candidate| !candidate.practice)
        .ok_or_else(|| Failure::not_found("candidate", id))?;
    let role = role::get(r, &candidate.role_id)?.ok_or_else(|| Failure::not_found("role", &candidate.role_id))?;
    Ok(CandidateRecord { interviews, imported: shared::of_candidate(r, id)?, candidate, role })
}

/// The records of several candidates, in the order asked for, from one moment in time.
pub(crate) fn records(r: &Read<'_>, ids: &[CandidateId]) -> Result<Vec<CandidateRecord>, Failure> {
    if !(2..=50).contains(&ids.len()) {
        return Err(Failure::invalid(format!("Choose 2 to 50 candidates to compare, not {}.", ids.len())));
    }
    if let Some(twice) = ids.iter().enumerate().find_map(|(n, id)| ids[..n].contains(id).then_some(id)) {
        return Err(Failure::invalid(format!(
            "The candidate {} is named twice. Name each once.",
            isolate(twice.as_str())
        )));
    }
    let interviews = interview::of_candidates(r, ids)?;
    ids.iter().zip(interviews).map(|(id, interviews)| with_interviews(r, id, interviews)).collect()
}

/// A comparison as this laptop's interviewer may see it.
pub(crate) struct Compared {
    pub records: Vec<CandidateRecord>,
    pub table: CompareTable,
    /// The candidates of whom another's scorecard is seen for the first time.
    pub shown: Vec<CandidateId>,
}

/// The comparison as this laptop's interviewer may see it.
pub(crate) fn table(r: &Read<'_>, ids: &[CandidateId]) -> Result<Compared, Failure> {
    laid_out(r, ids, false)
}

/// What is said beside the records: where each candidate stands in their round, and what was amended.
fn beside(r: &Read<'_>, records: &[CandidateRecord]) -> Result<Beside, Failure> {
    let roles: BTreeSet<&RoleId> = records.iter().map(|record| &record.candidate.role_id).collect();
    let all = roles.into_iter().map(|role| candidate::of_role(r, role)).collect::<Result<Vec<_>, _>>()?.concat();
    let amended = records.iter().flat_map(|record| &record.interviews).filter(|i| !i.scorecard.amendments.is_empty());
    let newest = |interview: &Interview| {
        let newest = scorecard::versions(r, &interview.id)?.pop();
        Ok::<_, Failure>(newest.map(|version| (interview.id.clone(), version.judgement.recommendation)))
    };
    Ok(Beside {
        places: records.iter().map(|record| packet::place(&all, &record.candidate)).collect(),
        amended: amended.filter_map(|interview| newest(interview).transpose()).collect::<Result<_, _>>()?,
    })
}

/// The comparison with names or, where they are hidden, with letters: then nothing that is made of it names anybody.
pub(crate) fn laid_out(r: &Read<'_>, ids: &[CandidateId], hide_names: bool) -> Result<Compared, Failure> {
    let mut records = records(r, ids)?;
    let beside = beside(r, &records)?;
    let names = if hide_names {
        rules::letters(&records, &beside.places).0
    } else {
        namesake::called(r, &records.iter().map(|record| &record.candidate).collect::<Vec<_>>())?
    };
    for (record, name) in records.iter_mut().zip(names) {
        record.candidate.name = name;
    }
    let reader = independence::reader(r)?;
    let mut table = rules::table(&records, &beside, reader.as_ref());
    if hide_names {
        table.name_nobody();
    }
    let shown = independence::first_shown(r, &records, reader.as_ref())?;
    Ok(Compared { records, table, shown })
}

pub(crate) async fn compare_table(app: &App, request: CompareAsk) -> Result<CompareTable, Failure> {
    let hide_names = request.hide_names;
    let compared = app.store().read(move |r| laid_out(r, &request.candidate_ids, hide_names)).await?;
    independence::keep_seen(app, compared.shown).await?;
    Ok(compared.table)
}

pub(crate) async fn compare_evidence(app: &App, request: CompareEvidence) -> Result<Evidence, Failure> {
    let (evidence, shown) = app
        .store()
        .read(move |r| {
            let record = record(r, &request.candidate_id)?;
            let reader = independence::reader(r)?;
            let competency = rules::competencies(std::slice::from_ref(&record))
                .into_iter()
                .find(|c| c.id == request.competency_id)
                .ok_or_else(|| Failure::not_found("competency of this role", &request.competency_id))?;
            let shown = independence::first_shown(r, [&record], reader.as_ref())?;
            let answers = rules::evidence(&record, &competency.id, reader.as_ref());
            let scorecards = rules::sources(&record, &competency.id, reader.as_ref());
            let imported = match veil(&record, reader.as_ref()) {
                None => beside_competency(&record.imported, &competency),
                Some(_) => Vec::new(),
            };
            Ok::<_, Failure>((
                Evidence { answers, scorecards, imported, candidate: record.candidate.name, competency },
                shown,
            ))
        })
        .await?;
    independence::keep_seen(app, shown).await?;
    Ok(evidence)
}
