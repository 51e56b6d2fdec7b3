//! Kits as interviewer guides on paper.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{guide, ids::KitId};
use workbench_report::{Paper, Undrawable};
use workbench_store::kit;

use crate::{
    App,
    document::Document,
    export::{self, ExportCheck, Exported, To},
    failure::Failure,
    file_name::ends_as,
    job::UnderWay,
    print::{print, sealed},
    protection::Secret,
};

/// Looks at a guide before it is written.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GuideCheck {
    /// Of which kit, in its newest version.
    pub kit_id: KitId,
    /// On which paper; as in the settings when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub paper: Option<Paper>,
    /// In which language its own words are, by its tag (BCP 47), such as `en`; English when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub language: Option<String>,
}

/// Writes a guide.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GuideExport {
    /// Of which kit, in its newest version.
    pub kit_id: KitId,
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

/// What a guide would hold.
#[derive(Debug, Clone, Serialize, TS)]
pub struct GuideChecked {
    /// A name for the file: date, kit, what it is; safe on every file system.
    pub file_name: String,
    /// Its pages.
    pub pages: u32,
    /// Characters that no font at hand can draw, with their places.
    pub undrawable: Vec<Undrawable>,
}

pub(crate) async fn document(app: &App, id: KitId) -> Result<Document, Failure> {
    let (now, zone) = (app.now(), app.deps().clock.zone());
    let found = {
        let id = id.clone();
        app.store().read(move |r| Ok::<_, Failure>(kit::get(r, &id)?)).await?
    };
    let version = found.ok_or_else(|| Failure::not_found("kit", id))?;
    let guide = guide::compose(&version.content, version.number, &version.hash, zone.to_datetime(now));
    Ok(Document::Guide(Box::new(guide)))
}

pub(crate) async fn guide_check(app: &App, request: GuideCheck) -> Result<GuideChecked, Failure> {
    let print = print(app, request.paper, request.language.as_deref()).await?;
    let document = document(app, request.kit_id).await?;
    let ExportCheck { file_name, pages, undrawable, .. } = export::check(app, document, print).await?;
    Ok(GuideChecked { file_name, pages, undrawable })
}

pub(crate) async fn guide_export(app: &App, request: GuideExport) -> Result<Exported, Failure> {
    ends_as(&request.path, export::PDF)?;
    let job = UnderWay::begin(app, request.job)?;
    let print = print(app, request.paper, request.language.as_deref()).await?;
    let document = document(app, request.kit_id).await?;
    let print = sealed(app, print, request.password.as_ref())?;
    let to = To { path: request.path, accept_undrawable: request.accept_undrawable };
    export::export(app, document, print, to, job.work()).await
}
