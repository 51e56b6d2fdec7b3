//! Looking round before the data is protected: with made-up people alone.

use workbench_store::setting;

use crate::{
    Access, App,
    failure::{Code, Failure},
    nothing::Nothing,
    status::{Status, status_get},
};

/// Commands that bring in people, who must not be real ones while a person looks round in an unprotected store.
pub(crate) const OF_REAL_PEOPLE: [&str; 7] = [
    "candidate_add",
    "candidate_change",
    "candidate_import",
    "candidate_import_path",
    "calendar_import",
    "scorecard_import",
    "scorecard_import_path",
];

/// The setting of a store that a person looks round in, with made-up people, before they protect it.
const TRIAL: &str = "trial";

/// From now on a person looks round with made-up people: no real one is taken until the data is protected.
pub(crate) async fn trial_begin(app: &App, _: Nothing) -> Result<Status, Failure> {
    app.store().write(|w| Ok::<_, Failure>(setting::set(w, TRIAL, "yes")?)).await?;
    status_get(app, Nothing {}).await
}

/// Whether a person looks round in a store that is not protected.
pub(crate) async fn is_trial(app: &App) -> Result<bool, Failure> {
    let begun = app.store().read(|r| Ok::<_, Failure>(setting::get(r, TRIAL)?)).await?;
    Ok(app.access() == Access::Unprotected && begun.is_some())
}

/// Refuses what is about real people while a person looks round.
pub(crate) async fn for_real_people(app: &App) -> Result<(), Failure> {
    if is_trial(app).await? {
        return Err(Failure::new(
            Code::ProtectFirst,
            "You are looking round, and the data is not protected yet. Protect it before you add real people.",
        ));
    }
    Ok(())
}
