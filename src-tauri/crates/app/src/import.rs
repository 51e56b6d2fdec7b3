//! Question files in and out: a preview that writes nothing, an import that is one action, an export that comes back
//! unchanged. What is read from a file, and how, is in `workbench_packs`.

use std::path::PathBuf;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
pub use workbench_domain::import::IMPORT_BYTES_MAX;
use workbench_domain::{
    bank::{BankActionKind, BankHistory},
    canonical,
    difference::{FieldChange, difference},
    filter::QuestionFilter,
    ids::QuestionId,
    import::{Column, Field, Format},
    log::Act,
    problem::Problem,
    question::{Gap, Question},
};
use workbench_packs::{
    export::export,
    import::{Imported, Options, read_bytes, read_path},
};
use workbench_store::{
    Put, Read, Write, kit,
    question::{self, Search},
    role,
};

use crate::{
    App, backup,
    bank::Work,
    export::not_inside,
    failure::Failure,
    file_name::ends_as,
    import_row::{self, ImportRow},
    job::{self, UnderWay},
    log::note,
    question::stale_before,
    unread::something,
};

/// The most questions of each kind that a preview shows.
const SHOWN: usize = 200;
/// The most questions of one export.
pub(crate) const EXPORT_MAX: u32 = 1_000_000;

/// A question file as the page has read it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct QuestionImport {
    /// The file's name.
    pub name: String,
    /// The file, in base64 (RFC 4648).
    pub bytes: String,
    /// Its format; found out where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub format: Option<Format>,
    /// What the questions are filed under where the file does not say; made of its name where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub source: Option<String>,
    /// For a table: what each column is, in order; null keeps a column as text. Found out where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub columns: Option<Vec<Option<Field>>>,
}

/// A question file or a folder of them, by its path.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct QuestionImportPath {
    /// A file; a pack's folder; a folder of question files.
    #[ts(type = "string")]
    pub path: PathBuf,
    /// Only tell what would be done.
    pub dry_run: bool,
    /// Its format; found out where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub format: Option<Format>,
    /// What the questions are filed under where the file does not say; made of its name where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub source: Option<String>,
    /// What this piece of work is called, to ask how far it is and to stop it: 1 to 64 bytes that whoever asks makes up.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub job: Option<String>,
}

/// A question that an import would add.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportAdded {
    /// Its id.
    pub id: QuestionId,
    /// Its title.
    pub title: String,
    /// What is not written yet.
    pub gaps: Vec<Gap>,
}

/// A question that is in the bank with other words.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportChanged {
    /// Its id.
    pub id: QuestionId,
    /// Its title, as the bank has it.
    pub title: String,
    /// What the file says otherwise.
    pub changes: Vec<FieldChange>,
}

/// What an import would do. Nothing is written.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct ImportPreview {
    /// The format that it was taken for; none where it is none.
    pub format: Option<Format>,
    /// How many of each.
    pub counts: ImportCounts,
    /// Questions that are new: at most the first 200.
    pub added: Vec<ImportAdded>,
    /// Questions that would get a new version: at most the first 200.
    pub changed: Vec<ImportChanged>,
    /// Questions that have a version of one's own, which stays: the file's would be offered. At most the first 200.
    pub offered: Vec<ImportChanged>,
    /// For a pack: its role's title.
    pub role: Option<String>,
    /// For a pack: the titles of its kits.
    pub kits: Vec<String>,
    /// For a table: what each column was taken for.
    pub columns: Vec<Column>,
    /// What was found in the file.
    pub problems: Vec<Problem>,
}

/// How many questions an import adds, changes and leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct ImportCounts {
    /// New ones.
    pub added: u32,
    /// Those with a new version.
    pub updated: u32,
    /// Those that say what they said.
    pub unchanged: u32,
    /// Those whose own version stays beside the file's.
    pub offered: u32,
}

impl ImportCounts {
    fn count(&mut self, put: Put) {
        *match put {
            Put::Added => &mut self.added,
            Put::Changed => &mut self.updated,
            Put::Unchanged => &mut self.unchanged,
            Put::Offered => &mut self.offered,
        } += 1;
    }
}

/// A file was imported, or would have been.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuestionImported {
    /// How many of each.
    #[serde(flatten)]
    pub counts: ImportCounts,
    /// Only of what would be done: what becomes of each question of the file, in its order.
    pub rows: Vec<ImportRow>,
    /// What was found in the file.
    pub problems: Vec<Problem>,
    /// What can be undone and redone in the bank now: one undo takes the whole import back.
    pub history: BankHistory,
    /// When it was saved.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
}

/// Writes questions to a file, or gives them as text.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct QuestionExport {
    /// In which format.
    pub format: Format,
    /// Which; those of the filter where they are left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub question_ids: Option<Vec<QuestionId>>,
    /// Narrowed to these; every question that was not put away where it is left out.
    #[serde(default)]
    #[ts(optional, as = "Option<QuestionFilter>")]
    pub filter: QuestionFilter,
    /// Where to; the text is in the answer where it is left out.
    #[serde(default)]
    #[ts(optional = nullable, type = "string")]
    pub path: Option<PathBuf>,
}

/// Questions were exported.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuestionExported {
    /// How many.
    pub questions: u32,
    /// The file, where one was written.
    pub path: Option<String>,
    /// The text, where no file was named.
    pub text: Option<String>,
}

fn read(request: QuestionImport) -> Result<Imported, Failure> {
    let bytes = STANDARD.decode(&request.bytes).map_err(|_| {
        Failure::invalid(
            "The file was not handed over as base64. Choose it again; if that does not help, please report it.",
        )
    })?;
    let options = Options { format: request.format, source: request.source, columns: request.columns };
    Ok(read_bytes(&request.name, &bytes, &options))
}

/// Reads a file away from the threads that answer other calls: a large one takes a while.
async fn read_aside<T: Send + 'static>(job: impl FnOnce() -> T + Send + 'static) -> Result<T, Failure> {
    tokio::task::spawn_blocking(job).await.map_err(Failure::bug)
}

pub(crate) async fn question_import_preview(app: &App, request: QuestionImport) -> Result<ImportPreview, Failure> {
    let imported = read_aside(move || read(request)).await??;
    app.store().read(move |r| preview(r, imported, None, &job::Work::default())).await
}

/// What an import would do; `rows` gets each question of it.
fn preview(
    r: &Read<'_>,
    mut imported: Imported,
    mut rows: Option<&mut Vec<ImportRow>>,
    told: &job::Work,
) -> Result<ImportPreview, Failure> {
    import_row::told_competencies(r, &mut imported)?;
    import_row::without_locked_role(r, &mut imported)?;
    let mut preview = ImportPreview {
        format: imported.format,
        role: imported.role.map(|role| role.title),
        kits: imported.kits.into_iter().map(|content| content.kit.title).collect(),
        columns: imported.columns,
        problems: imported.problems,
        ..ImportPreview::default()
    };
    let (of, mut places) = (imported.questions.len(), imported.places.into_iter());
    for (done, item) in imported.questions.into_iter().enumerate() {
        told.tell_taking(done, of)?;
        let put = question::would_put(r, &item)?;
        preview.counts.count(put);
        let shown = match put {
            Put::Added => preview.added.len(),
            Put::Unchanged => SHOWN,
            Put::Changed => preview.changed.len(),
            Put::Offered => preview.offered.len(),
        } < SHOWN;
        let is_told = rows.is_some() || shown;
        let here = if is_told && put != Put::Added { question::get(r, &item.id)? } else { None };
        let here = here.map(|here| (difference(&here.question, &item), here.question.title));
        if let Some(rows) = &mut rows {
            rows.push(ImportRow::of(places.next().unwrap_or_default(), &item, put, here.as_ref()));
        }
        match (put, here) {
            _ if !shown => {}
            (Put::Changed, Some((changes, title))) => {
                preview.changed.push(ImportChanged { id: item.id, title, changes })
            }
            (Put::Offered, Some((changes, title))) => {
                preview.offered.push(ImportChanged { id: item.id, title, changes })
            }
            (Put::Added, _) => preview.added.push(ImportAdded { gaps: item.gaps(), id: item.id, title: item.title }),
            _ => {}
        }
    }
    if let Some(rows) = rows {
        import_row::with_refused(rows, &preview.problems, imported.repeated);
    }
    Ok(preview)
}

/// Takes everything in, as one action.
fn take(
    w: &Write<'_>,
    imported: &Imported,
    now: Timestamp,
    ids: Vec<String>,
    told: &job::Work,
) -> Result<(ImportCounts, BankHistory), Failure> {
    let mut ids = ids.into_iter();
    let mut next = || ids.next().unwrap_or_default();
    let (mut counts, mut work) = (ImportCounts::default(), Work::new(w, now));
    if let Some(role) = &imported.role {
        work.role(&role.id, |w| Ok(role::put(w, role, now)?))?;
    }
    for (done, item) in imported.questions.iter().enumerate() {
        told.tell_taking(done, imported.questions.len())?;
        let id = next();
        counts.count(work.question(&item.id, |w| Ok(question::put(w, item, now, &id)?))?);
    }
    for content in &imported.kits {
        let id = next();
        work.kit(&content.kit.id, |w| Ok(kit::put(w, content, now, &id)?))?;
    }
    Ok((counts, work.remember(BankActionKind::Imported)?.0))
}

async fn import(app: &App, mut imported: Imported, told: job::Work) -> Result<QuestionImported, Failure> {
    backup::before_import(app).await?;
    let now = app.now();
    let ids = (0..imported.questions.len() + imported.kits.len()).map(|_| app.deps().ids.at(now));
    let ids = ids.collect::<Result<Vec<_>, _>>()?;
    let (counts, history, problems) = app
        .store()
        .write(move |w| {
            import_row::told_competencies(w, &mut imported)?;
            import_row::without_locked_role(w, &mut imported)?;
            let about: Vec<&str> = imported.questions.iter().map(|question| question.id.as_str()).collect();
            let content = canonical::hash(&about);
            let (counts, history) = take(w, &imported, now, ids, &told)?;
            if counts.added + counts.updated > 0 {
                note(w, now, Act::QuestionImport, [], &content)?;
            }
            Ok::<_, Failure>((counts, history, imported.problems))
        })
        .await?;
    Ok(QuestionImported { counts, rows: Vec::new(), problems, history, at: app.now() })
}

pub(crate) async fn question_import(app: &App, request: QuestionImport) -> Result<QuestionImported, Failure> {
    let imported = read_aside(move || read(request)).await??;
    something(imported.questions.is_empty() && imported.kits.is_empty(), &imported.problems)?;
    import(app, imported, job::Work::default()).await
}

pub(crate) async fn question_import_path(app: &App, request: QuestionImportPath) -> Result<QuestionImported, Failure> {
    let QuestionImportPath { path, dry_run, format, source, job } = request;
    let under_way = UnderWay::begin(app, job)?;
    let told = under_way.work().clone();
    let read = read_aside(move || {
        read_path(&path, &Options { format, source, columns: None }, &mut |done, of| {
            told.tell_reading(done, of).is_ok()
        })
    });
    let imported = read.await?.ok_or_else(job::stopped)?;
    let told = under_way.work().clone();
    // Where nothing could be read, a script is told why as it is told of every other problem.
    if !dry_run && (!imported.questions.is_empty() || !imported.kits.is_empty()) {
        return import(app, imported, told).await;
    }
    let job = move |r: &Read<'_>| {
        let mut rows = Vec::new();
        let preview = preview(r, imported, Some(&mut rows), &told)?;
        Ok::<_, Failure>((workbench_store::bank::history(r)?, preview, rows))
    };
    let (history, preview, rows) = app.store().read(job).await?;
    Ok(QuestionImported { counts: preview.counts, rows, problems: preview.problems, history, at: app.now() })
}

fn chosen(r: &Read<'_>, request: &QuestionExport, now: Timestamp) -> Result<Vec<Question>, Failure> {
    if let Some(ids) = &request.question_ids {
        let one = |id: &QuestionId| question::get(r, id)?.ok_or_else(|| Failure::not_found("question", id));
        return ids.iter().map(|id| Ok(one(id)?.question)).collect();
    }
    let search = Search {
        filter: request.filter.clone(),
        stale_before: stale_before(now),
        limit: EXPORT_MAX,
        ..Search::default()
    };
    let mut all: Vec<_> = question::search(r, &search)?.page.into_iter().map(|found| found.version.question).collect();
    // Oldest first, so that an import brings them in in the order in which they came.
    all.reverse();
    Ok(all)
}

pub(crate) async fn question_export(app: &App, request: QuestionExport) -> Result<QuestionExported, Failure> {
    let now = app.now();
    let (format, path) = (request.format, request.path.clone());
    if let Some(path) = &path {
        not_inside(app, path)?;
        ends_as(path, format.extension())?;
    }
    let questions = app.store().read(move |r| chosen(r, &request, now)).await?;
    let count = u32::try_from(questions.len()).unwrap_or(u32::MAX);
    let text = read_aside(move || export(&questions, format)).await?;
    let Some(path) = path else { return Ok(QuestionExported { questions: count, path: None, text: Some(text) }) };
    app.deps().disk.write_whole(&path, text.as_bytes())?;
    Ok(QuestionExported { questions: count, path: Some(path.display().to_string()), text: None })
}
