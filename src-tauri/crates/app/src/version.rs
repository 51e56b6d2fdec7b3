//! The versions of a question: what changed between them, and the one that its pack offers.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    bank::{BankActionKind, Origin},
    difference::{FieldChange, difference},
    ids::QuestionId,
};
use workbench_store::question;

use crate::{
    App,
    bank::{BankDone, act, in_bank},
    failure::Failure,
    question::QuestionGet,
};

/// One version of a question.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct VersionCard {
    /// Its number, from 1.
    pub number: u32,
    /// Its content hash.
    pub hash: String,
    /// Where its words come from.
    pub origin: Origin,
    /// When it was made here.
    #[ts(type = "Timestamp")]
    pub made_at: Timestamp,
    /// Whether it is the one that counts.
    pub counts: bool,
    /// Whether its pack offers it beside one's own.
    pub offered: bool,
    /// How many interviews it was or will be asked in.
    pub interviews: u32,
    /// What is other than in the version before it; nothing for the first.
    pub changes: Vec<FieldChange>,
}

/// The versions of a question.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuestionVersions {
    /// Newest first.
    pub versions: Vec<VersionCard>,
}

/// Names two versions of a question.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct QuestionCompare {
    /// Which question.
    pub question_id: QuestionId,
    /// The number of the version to begin with.
    pub from: u32,
    /// The number of the version to end with.
    pub to: u32,
}

/// What changed between two versions.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuestionCompared {
    /// Every field that differs; nothing where they say the same.
    pub changes: Vec<FieldChange>,
}

pub(crate) async fn question_versions(app: &App, request: QuestionGet) -> Result<QuestionVersions, Failure> {
    app.store()
        .read(move |r| {
            let id = &request.question_id;
            let state = in_bank(r, id)?;
            let all = question::versions(r, id)?;
            let before = all.iter().skip(1).map(|(version, _)| Some(&version.question)).chain([None]);
            let card = |((version, interviews), before): (&(question::QuestionVersion, u32), Option<&_>)| VersionCard {
                number: version.number,
                hash: version.hash.clone(),
                origin: version.origin,
                made_at: version.made_at,
                counts: state.version == Some(version.number),
                offered: state.offered == Some(version.number),
                interviews: *interviews,
                changes: before.map_or_else(Vec::new, |before| difference(before, &version.question)),
            };
            Ok(QuestionVersions { versions: all.iter().zip(before).map(card).collect() })
        })
        .await
}

pub(crate) async fn question_compare(app: &App, request: QuestionCompare) -> Result<QuestionCompared, Failure> {
    app.store()
        .read(move |r| {
            let id = &request.question_id;
            let version = |number: u32| {
                let found = question::get_number(r, id, number)?;
                let what = || Failure::not_found("version of this question", number);
                Ok::<_, Failure>(found.ok_or_else(what)?.question)
            };
            Ok(QuestionCompared { changes: difference(&version(request.from)?, &version(request.to)?) })
        })
        .await
}

fn offer(state: &workbench_domain::bank::ItemState) -> Result<u32, Failure> {
    state.offered.ok_or_else(|| Failure::invalid("No version of this question is offered by its pack. Read it again."))
}

pub(crate) async fn question_offer_take(app: &App, request: QuestionGet) -> Result<BankDone, Failure> {
    act(app, BankActionKind::OfferTaken, move |work| {
        let id = &request.question_id;
        let number = offer(&in_bank(work.w, id)?)?;
        work.mark(id, |state| (state.version, state.offered) = (Some(number), None))
    })
    .await
}

pub(crate) async fn question_offer_decline(app: &App, request: QuestionGet) -> Result<BankDone, Failure> {
    act(app, BankActionKind::OfferDeclined, move |work| {
        let id = &request.question_id;
        offer(&in_bank(work.w, id)?)?;
        work.mark(id, |state| state.offered = None)
    })
    .await
}
