//! What is exported, as it is at one moment in time, before it is drawn.

use workbench_domain::{
    compare::CandidateRecord,
    guide::Guide,
    ids::CandidateId,
    independence::{Veil, owed, veil},
    interview::InterviewState,
    log::{Act, Subject},
    packet::{self, Comparison, Packet},
    text::isolate,
};
use workbench_report::{Paper, Rendered, Undrawable};
use workbench_store::{Read, debrief, decision, preparation};

use crate::{
    App,
    agreement::raters,
    compare::{self, Compared},
    debrief::versions,
    export::file_name,
    failure::{Code, Failure},
    independence,
};

/// A document of one moment, before it is drawn.
pub(crate) enum Document {
    Packet(Box<Packet>, CandidateId),
    Comparison(Box<Comparison>),
    Guide(Box<Guide>),
}

impl Document {
    pub(crate) fn undrawable(&self, app: &App) -> Vec<Undrawable> {
        match self {
            Self::Packet(packet, _) => workbench_report::undrawable_packet(packet, app.fonts()),
            Self::Comparison(comparison) => workbench_report::undrawable_comparison(comparison, app.fonts()),
            Self::Guide(guide) => workbench_report::undrawable_guide(guide, app.fonts()),
        }
    }

    pub(crate) fn render(&self, app: &App, paper: Paper) -> Result<Rendered, Failure> {
        Ok(match self {
            Self::Packet(packet, _) => workbench_report::render_packet(packet, paper, app.fonts())?,
            Self::Comparison(comparison) => workbench_report::render_comparison(comparison, paper, app.fonts())?,
            Self::Guide(guide) => workbench_report::render_guide(guide, paper, app.fonts())?,
        })
    }

    /// What the log says when it is written; none for what is about nobody.
    pub(crate) fn logged(&self) -> Option<(Act, Vec<Subject>)> {
        match self {
            Self::Packet(_, candidate) => Some((Act::PacketExport, vec![Subject::Candidate(candidate.clone())])),
            Self::Comparison(comparison) => {
                let candidates = comparison.table.candidates.iter();
                let subjects = candidates.map(|candidate| Subject::Candidate(candidate.id.clone()));
                Some((Act::ComparisonExport, subjects.collect()))
            }
            Self::Guide(_) => None,
        }
    }

    pub(crate) fn file_name(&self) -> String {
        match self {
            Self::Packet(packet, _) => file_name(packet.made_at.date(), &packet.candidate, "packet"),
            Self::Comparison(comparison) => file_name(comparison.made_at.date(), &comparison.role, "comparison"),
            Self::Guide(guide) => file_name(guide.made_at.date(), &guide.kit, "interviewer guide"),
        }
    }

    pub(crate) fn scorecards(&self) -> (u32, u32) {
        match self {
            Self::Packet(packet, _) => {
                let submitted = packet.panel.iter().filter(|member| member.submitted_at.is_some()).count();
                let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
                (count(submitted), count(packet.panel.len() - submitted))
            }
            Self::Comparison(comparison) => {
                let candidates = &comparison.table.candidates;
                (candidates.iter().map(|c| c.submitted).sum(), candidates.iter().map(|c| c.missing).sum())
            }
            // It is about nobody yet.
            Self::Guide(_) => (0, 0),
        }
    }
}

/// Until when notes are kept, as the candidate was told in each interview that was held; none where nothing was said.
fn told_until(r: &Read<'_>, record: &CandidateRecord) -> Result<Option<String>, Failure> {
    let mut told: Vec<String> = Vec::new();
    for interview in record.interviews.iter().filter(|i| i.state == InterviewState::Submitted || i.owes_scorecard()) {
        let words = preparation::get(r, &interview.id)?.map(|one| one.retention.trim().to_owned()).unwrap_or_default();
        if !words.is_empty() && !told.contains(&words) {
            told.push(words);
        }
    }
    Ok((!told.is_empty()).then(|| told.join("; ")))
}

/// The packet of a candidate, and whom it shows for the first time.
pub(crate) async fn packet(app: &App, id: CandidateId) -> Result<(Document, Vec<CandidateId>), Failure> {
    let (now, zone) = (app.now(), app.deps().clock.zone());
    app.store()
        .read(move |r| {
            let record = compare::record(r, &id)?;
            let reader = independence::reader(r)?;
            let first = match veil(&record, reader.as_ref()) {
                None => {
                    let shown = independence::first_shown(r, [&record], reader.as_ref())?;
                    let packet = Packet {
                        retention: told_until(r, &record)?,
                        ..packet::compose(&record, &versions(r, &record)?, now, &zone)
                    };
                    let of_round = record.candidate.round_id.as_ref();
                    let decisions = decision::versions(r, &id, of_round)?;
                    // What the panel says among itself waits for every own scorecard of the round, submitted by others or not.
                    let (decisions, draft) = match owed(&record.candidate, reader.as_ref()) {
                        None => (decisions, debrief::get(r, &id, of_round)?),
                        Some(_) => Default::default(),
                    };
                    let packet = packet.decided(&decisions, &draft, &zone);
                    return Ok((Document::Packet(Box::new(packet), id), shown));
                }
                Some(Veil::Own) => format!(
                    "Your scorecard on {} is not submitted. Submit it first: the packet shows every scorecard.",
                    isolate(&record.candidate.name)
                ),
                Some(Veil::Round { candidate }) => independence::round_first(&candidate),
            };
            Err(Failure::new(Code::Hidden, first))
        })
        .await
}

/// The comparison of candidates, and whom it shows for the first time.
pub(crate) async fn comparison(app: &App, ids: Vec<CandidateId>) -> Result<(Document, Vec<CandidateId>), Failure> {
    let (now, zone) = (app.now(), app.deps().clock.zone());
    app.store()
        .read(move |r| {
            let Compared { records, table, shown } = compare::table(r, &ids)?;
            let document = Document::Comparison(Box::new(Comparison {
                made_at: zone.to_datetime(now),
                sample: records.iter().any(|record| record.candidate.sample),
                role: records.first().map(|record| record.role.title.clone()).unwrap_or_default(),
                table,
                raters: raters(&records, independence::reader(r)?.as_ref()),
            }));
            Ok((document, shown))
        })
        .await
}
