//! The page's one call: a command of the contract, JSON in and JSON out.

use tauri::State;
use workbench_app::{contract::Command, failure::Failure};

use crate::door::Door;

/// Runs a command of the contract. The table is the allow-list; a command that writes a file is refused here, since only
/// a person may say where (see [`crate::files::call_saving`]).
#[tauri::command]
pub(crate) async fn call(door: State<'_, Door>, name: String, json: String) -> Result<String, Failure> {
    if Command::find(&name).is_some_and(|command| command.saves_file) {
        return Err(Failure::invalid(format!("The window must ask where to save before it calls {name}.")));
    }
    #[cfg(feature = "scripted-files")]
    let number = crate::tap::asked(&name, &json);
    let answer = door.app().await?.call(&name, &json).await;
    #[cfg(feature = "scripted-files")]
    crate::tap::answered(number, &name, answer.is_ok());
    answer
}
