//! A page of a document as it would be written, for the window.

use serde::Deserialize;
use ts_rs::TS;
use workbench_domain::{
    ids::{CandidateId, KitId},
    packet::PacketOptions,
};
use workbench_report::{Paper, Preview};

use crate::{
    App,
    document::{Document, comparison},
    export::on_a_thread,
    failure::Failure,
    guide, independence, packet,
    print::print,
    signing,
};

/// A candidate's packet. What is not decided yet in its free text stands as it was written.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PreviewPacket {
    /// Whose.
    pub candidate_id: CandidateId,
    /// How it is wanted; whole, for the panel, when left out.
    #[serde(default)]
    #[ts(optional, as = "Option<PacketOptions>")]
    pub options: PacketOptions,
}

/// The comparison of some candidates.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PreviewComparison {
    /// 2 to 50 candidates, in the order of the columns.
    pub candidate_ids: Vec<CandidateId>,
}

/// A kit's guide for the interviewer.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PreviewGuide {
    /// Of which kit, in its newest version.
    pub kit_id: KitId,
}

/// What is looked at.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PreviewOf {
    /// A packet.
    Packet(Box<PreviewPacket>),
    /// A comparison.
    Comparison(PreviewComparison),
    /// A guide.
    Guide(PreviewGuide),
}

/// Asks for one page.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PreviewGet {
    /// Of what.
    pub of: PreviewOf,
    /// From 1; the last page where there are not so many.
    pub page: u32,
    /// On which paper; as in the settings when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub paper: Option<Paper>,
    /// In which language its own words are, by its tag (BCP 47), such as `en`; English when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub language: Option<String>,
}

pub(crate) async fn preview_get(app: &App, request: PreviewGet) -> Result<Preview, Failure> {
    let print = print(app, request.paper, request.language.as_deref()).await?;
    let document = match request.of {
        PreviewOf::Packet(of) => {
            let (made, shown) = packet::packet(app, of.candidate_id.clone(), of.options, print.language).await?;
            // A page shows what others rated, as the file would.
            independence::keep_seen(app, shown).await?;
            Document::Packet(Box::new(made.packet), of.candidate_id)
        }
        PreviewOf::Comparison(of) => {
            let (document, shown) = comparison(app, of.candidate_ids).await?;
            independence::keep_seen(app, shown).await?;
            document
        }
        PreviewOf::Guide(of) => guide::document(app, of.kit_id).await?,
    };
    let document = signing::looked_at(app, document).await?;
    on_a_thread(app, move |app| Ok(document.lay_out(app, print).preview(request.page))).await
}
