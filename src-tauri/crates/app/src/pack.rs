//! A role with its kits and questions as a pack: a folder of files that anyone can edit, and that comes back as it was.

use std::{collections::HashSet, path::PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{filter::QuestionFilter, ids::RoleId, kit::KitContent, problem::Problem, question::Question};
use workbench_packs::export::{PackFiles, pack};
use workbench_store::{
    Read, kit,
    question::{self, Search},
    role,
};

use crate::{App, disk::path_words, export, failure::Failure, import::EXPORT_MAX};

/// Writes a role with its kits and questions as the folder of a pack.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PackExport {
    /// The role.
    pub role_id: RoleId,
    /// The folder, which is made; one that is there must be empty.
    #[ts(type = "string")]
    pub path: PathBuf,
}

/// A pack was written.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PackExported {
    /// The folder.
    pub path: String,
    /// How many questions.
    pub questions: u32,
    /// How many kits.
    pub kits: u32,
    /// What was left out and why, and what a person should look at.
    pub problems: Vec<Problem>,
}

/// The role's kits, and the questions that they ask or that count for one of its competencies.
fn chosen(r: &Read<'_>, id: &RoleId) -> Result<PackFiles, Failure> {
    let role = role::get(r, id)?.ok_or_else(|| Failure::not_found("role", id))?;
    let kits: Vec<KitContent> =
        kit::list(r, false)?.into_iter().map(|kit| kit.content).filter(|content| content.kit.role_id == *id).collect();
    let asked: HashSet<_> =
        kits.iter().flat_map(|content| &content.kit.questions).map(|place| &place.question_id).collect();
    let search = Search { filter: QuestionFilter::default(), limit: EXPORT_MAX, ..Search::default() };
    let mut questions: Vec<Question> =
        question::search(r, &search)?.page.into_iter().map(|found| found.version.question).collect();
    // Oldest first, as they came.
    questions.reverse();
    let counts = |question: &Question| role.competencies.iter().any(|one| one.id == question.competency);
    questions.retain(|question| asked.contains(&question.id) || counts(question));
    // A kit may ask what was put away since: it goes along.
    for id in &asked {
        if !questions.iter().any(|question| question.id == **id)
            && let Some(found) = question::get(r, id)?
        {
            questions.push(found.question);
        }
    }
    Ok(pack(&role, &kits, &questions))
}

pub(crate) async fn pack_export(app: &App, request: PackExport) -> Result<PackExported, Failure> {
    let PackExport { role_id, path } = request;
    export::not_inside(app, &path)?;
    let written = app.store().read(move |r| chosen(r, &role_id)).await?;
    if written.questions == 0 {
        let why: Vec<_> = written.problems.iter().take(3).map(|one| format!("{}: {}", one.place, one.what)).collect();
        return Err(Failure::invalid(format!(
            "No question of this role is complete enough for a pack, so nothing was written. {}",
            why.join(" ")
        )));
    }
    let files: Vec<(String, Vec<u8>)> =
        written.files.into_iter().map(|(name, text)| (name, text.into_bytes())).collect();
    app.deps().disk.write_folder(&path, &files)?;
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Ok(PackExported {
        path: path_words(&path),
        questions: count(written.questions),
        kits: count(written.kits),
        problems: written.problems,
    })
}
