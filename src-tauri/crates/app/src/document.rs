//! What is exported, as it is at one moment in time, before it is drawn.

use workbench_domain::{
    guide::Guide,
    ids::CandidateId,
    log::{Act, Subject},
    packet::{Audience, Comparison, Packet},
    signer::Signer,
};
use workbench_report::{LaidOut, Print, Printed, Rendered, Undrawable, Watch};

use crate::{
    App,
    agreement::raters,
    compare::{self, Compared},
    failure::Failure,
    file_name::file_name,
    independence,
};

/// A document of one moment, before it is drawn.
pub(crate) enum Document {
    Packet(Box<Packet>, CandidateId),
    Comparison(Box<Comparison>),
    Guide(Box<Guide>),
}

impl Document {
    /// Whether whoever reads it may know who made it, so that it may be signed.
    pub(crate) fn may_be_signed(&self) -> bool {
        match self {
            Self::Packet(packet, _) => packet.may_name_its_maker(),
            Self::Comparison(_) | Self::Guide(_) => true,
        }
    }

    /// Whether it is about people who are made up, and about nobody else.
    pub(crate) fn is_made_up(&self) -> bool {
        match self {
            Self::Packet(packet, _) => packet.sample,
            Self::Comparison(comparison) => comparison.table.candidates.iter().all(|one| one.sample),
            Self::Guide(_) => false,
        }
    }

    /// The document as it names who signs it.
    pub(crate) fn signed_by(mut self, signer: Signer) -> Self {
        *match &mut self {
            Self::Packet(packet, _) => &mut packet.signer,
            Self::Comparison(comparison) => &mut comparison.signer,
            Self::Guide(guide) => &mut guide.signer,
        } = Some(signer);
        self
    }

    pub(crate) fn undrawable(&self, app: &App) -> Vec<Undrawable> {
        match self {
            Self::Packet(packet, _) => workbench_report::undrawable_packet(packet, app.fonts()),
            Self::Comparison(comparison) => workbench_report::undrawable_comparison(comparison, app.fonts()),
            Self::Guide(guide) => workbench_report::undrawable_guide(guide, app.fonts()),
        }
    }

    pub(crate) fn lay_out(&self, app: &App, print: Print) -> LaidOut {
        match self {
            Self::Packet(packet, _) => workbench_report::lay_out_packet(packet, print, app.fonts()),
            Self::Comparison(comparison) => workbench_report::lay_out_comparison(comparison, print, app.fonts()),
            Self::Guide(guide) => workbench_report::lay_out_guide(guide, print, app.fonts()),
        }
    }

    pub(crate) fn render(&self, app: &App, print: Print, watch: &dyn Watch) -> Result<Rendered, Failure> {
        let printed = match self {
            Self::Packet(packet, _) => Printed::Packet(packet),
            Self::Comparison(comparison) => Printed::Comparison(comparison),
            Self::Guide(guide) => Printed::Guide(guide),
        };
        Ok(workbench_report::render(printed, print, app.fonts(), watch)?)
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
            Self::Packet(packet, _) => {
                let what = match packet.audience {
                    Audience::Panel => "packet",
                    Audience::Hr => "personnel file",
                    Audience::Candidate => "own copy",
                    Audience::Blind => "packet, name hidden",
                };
                file_name(packet.made_at.date(), &packet.candidate, Some(&packet.role), what)
            }
            Self::Comparison(comparison) => file_name(comparison.made_at.date(), &comparison.role, None, "comparison"),
            Self::Guide(guide) => file_name(guide.made_at.date(), &guide.kit, None, "interviewer guide"),
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
                signer: None,
            }));
            Ok((document, shown))
        })
        .await
}
