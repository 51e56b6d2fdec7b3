//! What the log has of the protection: each change of it, and each wrong try.

use jiff::Timestamp;
use workbench_domain::log::Act;
use workbench_store::log;
use workbench_vault::Tries;

use crate::{App, failure::Failure, log::note};

/// Logs a change that is about to be made. The log lies in the store, the change is made in the key file: the line comes
/// first, so that there is none without it.
pub(crate) async fn change(app: &App, act: Act) -> Result<(), Failure> {
    let now = app.now();
    app.store().write(move |w| note(w, now, act, [], &act)).await
}

/// Logs wrong tries, a line for each with its time. Those that stand there already, since the key file could not be
/// written after an earlier logging, are passed over.
pub(crate) async fn tries(app: &App, tries: &Tries) -> Result<(), Failure> {
    let tries = tries.clone();
    app.store()
        .write(move |w| {
            let known: Vec<i64> = log::list(w)?
                .iter()
                .filter(|line| line.act == Act::UnlockFail)
                .map(|line| line.at.as_millisecond())
                .collect();
            for at in tries.unlogged_ms.iter().filter(|at| !known.contains(at)) {
                let at = Timestamp::from_millisecond(*at).map_err(Failure::bug)?;
                note(w, at, Act::UnlockFail, [], &tries.failed)?;
            }
            Ok::<_, Failure>(())
        })
        .await
}
