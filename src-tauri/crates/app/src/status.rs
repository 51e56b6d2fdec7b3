//! Who uses this data folder, and how the window should look.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{at::InField, interviewer::Interviewer, text};
use workbench_report::Paper;
use workbench_store::{Read, interviewer, setting};

use crate::{Access, App, failure::Failure, nothing::Nothing, trial};

/// Light, dark, or as the system says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// How the window should look, which paper packets are for, whether a review points at words, and when to lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
    /// The paper of packets.
    pub paper: Paper,
    /// Whether the review points at verdicts and protected topics; it does unless it is turned off.
    #[serde(default = "lint_is_on")]
    pub lint: bool,
    /// Minutes without a key or a pointer after which the data is locked, at most 240; 0 for never. Not during an interview.
    #[serde(default = "lock_after")]
    pub lock_after_minutes: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self { theme: Theme::default(), paper: Paper::default(), lint: lint_is_on(), lock_after_minutes: lock_after() }
    }
}

fn lint_is_on() -> bool {
    true
}

fn lock_after() -> u32 {
    10
}

/// What the window needs to know at its start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Status {
    /// The version of the workbench.
    pub version: String,
    /// Whose laptop this is; none before the first start is done.
    pub interviewer: Option<Interviewer>,
    /// Whether there is a passphrase; while false, whoever can read the files can read the data.
    pub protected: bool,
    /// Whether a person looks round in a store that is not protected: no real people are taken until it is.
    pub trial: bool,
    /// Where the data lies.
    pub data_folder: String,
    /// How the window should look.
    pub settings: Settings,
}

/// The interviewer's name.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct InterviewerSet {
    /// As it stands in packets; 1 to 200 characters.
    pub name: String,
}

const SETTINGS: &str = "settings";
const LOCK_AFTER_MOST: u32 = 240;

pub(crate) async fn status_get(app: &App, _: Nothing) -> Result<Status, Failure> {
    let (me, settings) = app.store().read(|r| Ok::<_, Failure>((interviewer::me(r)?, settings(r)?))).await?;
    Ok(Status {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        interviewer: me.filter(|me| !me.name.is_empty()),
        protected: app.access() == Access::Unlocked,
        trial: trial::is_trial(app).await?,
        data_folder: app.data_folder().display().to_string(),
        settings,
    })
}

/// Settings that cannot be read any more are the defaults: how the window looks is never a reason not to start.
fn read(json: Option<&str>) -> Settings {
    json.and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default()
}

/// The settings as they are now.
pub(crate) fn settings(r: &Read<'_>) -> Result<Settings, Failure> {
    Ok(read(setting::get(r, SETTINGS)?.as_deref()))
}

pub(crate) async fn settings_set(app: &App, settings: Settings) -> Result<Settings, Failure> {
    if settings.lock_after_minutes > LOCK_AFTER_MOST {
        return Err(Failure::invalid(format!("Lock after at most {LOCK_AFTER_MOST} minutes, or never with 0.")));
    }
    let json = serde_json::to_string(&settings).map_err(Failure::bug)?;
    app.store().write(move |w| Ok::<_, Failure>(setting::set(w, SETTINGS, &json)?)).await?;
    Ok(settings)
}

/// The paper asked for, or else the one in the settings.
pub(crate) async fn paper(app: &App, asked: Option<Paper>) -> Result<Paper, Failure> {
    match asked {
        Some(paper) => Ok(paper),
        None => Ok(app.store().read(settings).await?.paper),
    }
}

pub(crate) async fn interviewer_set(app: &App, request: InterviewerSet) -> Result<Interviewer, Failure> {
    let name = text::person_name("The name", &request.name).at("name")?;
    app.set_me(Interviewer { name, ..app.owner().await? }).await
}
