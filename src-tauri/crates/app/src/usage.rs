//! What use says about a question. The figures and the rule of who may see them are in `workbench_domain::usage`.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    ids::RoleId,
    usage::{Figures, UseVeil, figures, veil},
};
use workbench_store::{interviewer, usage};

use crate::{App, bank::in_bank, failure::Failure, question::QuestionGet};

/// Any number: the same figures have the same interval each time that they are looked at.
const SEED: u64 = 1997;

/// What use says of a question.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuestionUsage {
    /// The figures; none while one of them could move a rating that is still to be given.
    pub figures: Option<Figures>,
    /// Why they are not shown.
    pub hidden_because: Option<String>,
}

pub(crate) async fn question_usage(app: &App, request: QuestionGet) -> Result<QuestionUsage, Failure> {
    app.store()
        .read(move |r| {
            let id = &request.question_id;
            in_bank(r, id)?;
            let uses = usage::uses(r, id)?;
            let rounds: Vec<&RoleId> = uses.iter().map(|one| &one.role_id).collect();
            let me = interviewer::me(r)?.map(|me| me.id);
            Ok(match veil(&rounds, &usage::open(r, id)?, me.as_ref()) {
                None => QuestionUsage { figures: Some(figures(&uses, SEED)), hidden_because: None },
                Some(veil) => QuestionUsage { figures: None, hidden_because: Some(because(veil)) },
            })
        })
        .await
}

fn because(veil: UseVeil) -> String {
    match veil {
        UseVeil::Own { candidate } => format!(
            "Your scorecard on {candidate} is not submitted. How this question was rated before could move your rating: \
             it is shown once you have submitted."
        ),
        UseVeil::Open => {
            "An interview of a round with this question is open. How it was rated before is shown once all of \
                          the round's scorecards are in."
                .to_owned()
        }
    }
}
