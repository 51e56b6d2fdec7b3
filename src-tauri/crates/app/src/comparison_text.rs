//! The comparison as a file for a spreadsheet or a document. How it is written is in `workbench_exchange`.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    canonical,
    ids::CandidateId,
    log::{Act, Subject},
};
use workbench_exchange::{Below, Form, View, comparison};
use workbench_report::{Language, firmness};

use crate::{
    App,
    compare::{self, Compared},
    export::{not_inside, write_logged},
    failure::Failure,
    file_name::ends_as,
    independence,
};

/// Writes a comparison as a table.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ComparisonText {
    /// 2 to 50 candidates, in the order of the columns.
    pub candidate_ids: Vec<CandidateId>,
    /// Where to; a file there is replaced whole or not at all.
    #[ts(type = "string")]
    pub path: PathBuf,
    /// How it is written.
    pub form: Form,
    /// Questions as rows instead of competencies.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub questions: bool,
    /// Only rows in which two candidates differ.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub differences_only: bool,
    /// Whether nobody is named in it: candidates and interviewers are called by letters.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub hide_names: bool,
}

/// A text was written.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TextExported {
    /// Where it is.
    #[ts(type = "string")]
    pub path: PathBuf,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
}

pub(crate) async fn comparison_text_export(app: &App, request: ComparisonText) -> Result<TextExported, Failure> {
    not_inside(app, &request.path)?;
    ends_as(&request.path, request.form.ending())?;
    let ComparisonText { candidate_ids, path, form, questions, differences_only, hide_names } = request;
    let subjects = candidate_ids.iter().cloned().map(Subject::Candidate).collect();
    let store = app.store();
    let read = store.read(move |r| compare::laid_out(r, &candidate_ids, hide_names));
    let Compared { table, shown, .. } = read.await?;
    independence::keep_seen(app, shown).await?;
    let below = firmness(&table, Language::default()).map(|firm| Below {
        heading: firm.heading,
        lines: firm.lines,
        head: firm.head,
        rows: firm.shares,
    });
    let text = comparison(&table, View { questions, differences_only, hide_names }, form, below.as_ref());
    let sha256 = canonical::hash_bytes(text.as_bytes());
    write_logged(app, Some((Act::ComparisonExport, subjects)), sha256.clone(), path.clone(), text.into_bytes()).await?;
    Ok(TextExported { path, sha256 })
}
