//! What a new store starts with: its owner, and the shipped pack.

use workbench_domain::{ids::InterviewerId, interviewer::Interviewer};
use workbench_store::{candidate, interviewer, kit, question, role, setting};

use crate::{App, failure::Failure, weight};

/// The setting that says which version of the shipped pack the store has.
const INSTALLED: &str = "pack:senior-python";

/// Makes the owner of a new store, still without a name, and throws away practice that was left behind.
pub(crate) async fn make_owner(app: &App) -> Result<(), Failure> {
    let id = InterviewerId(app.deps().ids.new_id()?);
    app.store()
        .write(move |w| {
            if interviewer::me(w)?.is_none() {
                interviewer::set_me(w, &Interviewer { id, name: String::new() })?;
            }
            // Practice that nobody left properly is thrown away now.
            candidate::remove_practice(w)?;
            Ok::<_, Failure>(())
        })
        .await
}

/// Brings in the shipped pack when the store does not have this version of it.
pub(crate) async fn install(app: &App) -> Result<(), Failure> {
    let mark = workbench_packs::shipped_mark();
    let installed = app.store().read(|r| Ok::<_, Failure>(setting::get(r, INSTALLED)?)).await?;
    if installed.as_deref() == Some(&mark) {
        return Ok(());
    }
    let pack = workbench_packs::shipped();
    let now = app.now();
    let ids =
        (0..pack.questions.len() + pack.kits.len()).map(|_| app.deps().ids.at(now)).collect::<Result<Vec<_>, _>>()?;
    app.store()
        .write(move |w| {
            let mut ids = ids.into_iter();
            let mut next = || ids.next().unwrap_or_default();
            // Locked weights change by a person with a reason alone. The pack's kits bring the role as they need it.
            if weight::free(w, &pack.role)? {
                role::put(w, &pack.role, now)?;
            }
            for item in &pack.questions {
                question::put(w, item, now, &next())?;
            }
            for content in &pack.kits {
                kit::put(w, content, now, &next())?;
            }
            setting::set(w, INSTALLED, &mark)?;
            Ok::<_, Failure>(())
        })
        .await
}
