//! Comparisons as PDF, and what every export has in common: look first, then write.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    canonical,
    ids::CandidateId,
    log::{Act, Deed, Subject},
};
use workbench_report::{Paper, Print, Undrawable, sign};
use workbench_store::log;

use crate::{
    App,
    disk::path_words,
    document::{Document, comparison},
    failure::{Code, Failure},
    file_name::ends_as,
    independence,
    job::{UnderWay, Work},
    print::{print, sealed},
    protection::Secret,
    signing,
};

/// Looks at a comparison before it is written.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ComparisonCheck {
    /// 2 to 50 candidates, in the order of the columns.
    pub candidate_ids: Vec<CandidateId>,
    /// On which paper; as in the settings when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub paper: Option<Paper>,
    /// In which language its own words are, by its tag (BCP 47), such as `en`; English when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub language: Option<String>,
}

/// Writes a comparison.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ComparisonExport {
    /// 2 to 50 candidates, in the order of the columns.
    pub candidate_ids: Vec<CandidateId>,
    /// Where to; a file there is replaced whole or not at all.
    pub path: PathBuf,
    /// On which paper; as in the settings when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub paper: Option<Paper>,
    /// In which language its own words are, by its tag (BCP 47), such as `en`; English when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub language: Option<String>,
    /// A password that the file is encrypted with, AES-256; it is then no archival PDF. Kept nowhere.
    #[serde(default)]
    #[ts(optional = nullable, type = "string")]
    pub password: Option<Secret>,
    /// Go on although some characters cannot be drawn: they are printed as `[U+13000]`.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub accept_undrawable: bool,
    /// What this piece of work is called, to ask how far it is and to stop it: 1 to 64 bytes that whoever asks makes up.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub job: Option<String>,
}

/// What a document would hold.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ExportCheck {
    /// A name for the file: date, candidate, what it is; safe on every file system.
    pub file_name: String,
    /// Its pages.
    pub pages: u32,
    /// Scorecards in it.
    pub submitted: u32,
    /// Scorecards that are not submitted yet.
    pub missing: u32,
    /// Characters that no font at hand can draw, with their places.
    pub undrawable: Vec<Undrawable>,
}

/// A written document.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Exported {
    /// Where it is.
    #[ts(type = "string")]
    pub path: PathBuf,
    /// Its pages.
    pub pages: u32,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
}

/// Drawing takes a moment of pure work; it must not hold up the notes of an interview.
pub(crate) async fn on_a_thread<T: Send + 'static>(
    app: &App,
    work: impl FnOnce(&App) -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let app = app.clone();
    tokio::task::spawn_blocking(move || work(&app)).await.map_err(Failure::bug)?
}

/// What a document would hold.
pub(crate) async fn check(app: &App, document: Document, print: Print) -> Result<ExportCheck, Failure> {
    let document = signing::looked_at(app, document).await?;
    on_a_thread(app, move |app| {
        let (submitted, missing) = document.scorecards();
        Ok(ExportCheck {
            file_name: document.file_name(),
            pages: document.lay_out(app, print).count(),
            submitted,
            missing,
            undrawable: document.undrawable(app),
        })
    })
    .await
}

/// Whether a file at `path` would lie in `folder`, whichever way the path is written.
fn inside(folder: &Path, path: &Path) -> bool {
    let path = if path.is_absolute() { path } else { &Path::new(".").join(path) };
    // A path that leads to a file leads to where that file is; what is not there yet would be in what is.
    path.ancestors().find_map(|one| one.canonicalize().ok()).is_some_and(|place| place.starts_with(folder))
}

/// Refuses a place in the data folder, for whatever is written for others.
///
/// # Errors
/// `cannot_write` with what to do.
pub(crate) fn not_inside(app: &App, path: &Path) -> Result<(), Failure> {
    if inside(app.data_folder(), path) {
        return Err(Failure::new(
            Code::CannotWrite,
            format!(
                "{} lies in the data folder, which only the workbench writes. Choose another place.",
                path_words(path)
            ),
        ));
    }
    Ok(())
}

/// What the name of a document's file ends in.
pub(crate) const PDF: &str = "pdf";

/// Where a document goes.
pub(crate) struct To {
    pub path: PathBuf,
    /// Whether it is written although some characters cannot be drawn.
    pub accept_undrawable: bool,
}

/// Writes a document, unless a character of it cannot be drawn or the path lies in the data folder. Stopped on the way,
/// nothing is written and nothing logged.
pub(crate) async fn export(
    app: &App,
    document: Document,
    print: Print,
    to: To,
    work: &Work,
) -> Result<Exported, Failure> {
    let about = document.logged();
    let (key, document) = signing::prepared(app, document).await?;
    let (To { path, accept_undrawable }, watch) = (to, work.clone());
    let (rendered, path) = on_a_thread(app, move |app| {
        let undrawable = document.undrawable(app);
        if !accept_undrawable && !undrawable.is_empty() {
            return Err(Failure::new(Code::Undrawable, undrawable_message(&undrawable)));
        }
        not_inside(app, &path)?;
        let mut rendered = document.render(app, print, &watch)?;
        if let Some(key) = key {
            sign(&mut rendered.bytes, |message| key.sign(message));
            rendered.sha256 = canonical::hash_bytes(&rendered.bytes);
        }
        Ok((rendered, path))
    })
    .await?;
    work.goes_on()?;
    write_logged(app, about, rendered.sha256.clone(), path.clone(), rendered.bytes).await?;
    Ok(Exported { path, pages: rendered.pages, sha256: rendered.sha256 })
}

/// Writes a file whole, after the log says so: no file of ours is in the world that the log does not know.
pub(crate) async fn write_logged(
    app: &App,
    about: Option<(Act, Vec<Subject>)>,
    content: String,
    path: PathBuf,
    bytes: Vec<u8>,
) -> Result<(), Failure> {
    if let Some((act, subjects)) = about {
        let (actor, at) = (app.owner().await?.id, app.now());
        app.store().write(move |w| Ok::<_, Failure>(log::add(w, Deed { at, actor, act, subjects, content })?)).await?;
    }
    on_a_thread(app, move |app| app.deps().disk.write_whole(&path, &bytes)).await
}

/// The character with a space behind it, unless it would do something to a terminal instead of being seen.
fn shown(character: &str) -> String {
    let acts = |c: char| {
        c.is_control() || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    if character.chars().any(acts) { String::new() } else { format!("{character} ") }
}

fn undrawable_message(undrawable: &[Undrawable]) -> String {
    let named: Vec<String> = undrawable
        .iter()
        .take(20)
        .map(|u| format!("{}{} ({}; {})", shown(&u.character), u.code, u.place, u.script))
        .collect();
    let more = undrawable.len().saturating_sub(named.len());
    let more = if more == 0 { String::new() } else { format!(" and {more} more") };
    format!(
        "These characters cannot be drawn: {}{more}. Install a font for them, or export with them printed as codes such as {}. \
         Nothing was written.",
        named.join("; "),
        undrawable.first().map_or_else(String::new, |u| format!("[{}]", u.code)),
    )
}

pub(crate) async fn comparison_check(app: &App, request: ComparisonCheck) -> Result<ExportCheck, Failure> {
    let print = print(app, request.paper, request.language.as_deref()).await?;
    let (document, _) = comparison(app, request.candidate_ids).await?;
    check(app, document, print).await
}

pub(crate) async fn comparison_export(app: &App, request: ComparisonExport) -> Result<Exported, Failure> {
    ends_as(&request.path, PDF)?;
    let job = UnderWay::begin(app, request.job)?;
    let print = print(app, request.paper, request.language.as_deref()).await?;
    let (document, shown) = comparison(app, request.candidate_ids).await?;
    independence::keep_seen(app, shown).await?;
    let print = sealed(app, print, request.password.as_ref())?;
    let to = To { path: request.path, accept_undrawable: request.accept_undrawable };
    export(app, document, print, to, job.work()).await
}
