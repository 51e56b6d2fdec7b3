//! The open data folder, or why it is not open. The page can always ask; it gets an answer or the reason.

use std::path::PathBuf;

use tokio::sync::RwLock;
use workbench_app::{
    App,
    deps::Deps,
    disk::{self, IfMissing},
    failure::{Code, Failure},
};

enum State {
    Unopened,
    Open(App),
    Closed,
}

/// Opens the data folder. The platform's own place is made without a word: the first start asks for a name and says where
/// the data lie. One that a person named, and may have mistyped, is only made inside a folder that is there.
async fn open(given: Option<PathBuf>) -> Result<App, Failure> {
    let (folder, named) = disk::data_folder(given)?;
    disk::look(&folder, if named { IfMissing::MakeInside } else { IfMissing::Make })?;
    App::open_or_rescue(&folder, "the window, Interview Workbench", Deps::system()).await
}

/// The one way from the window to the use cases.
pub(crate) struct Door {
    data: Option<PathBuf>,
    state: RwLock<State>,
}

impl Door {
    pub(crate) fn new(data: Option<PathBuf>) -> Self {
        Self { data, state: RwLock::new(State::Unopened) }
    }

    /// The open data folder. One that could not be opened is tried again at each call, so that a person can mend the cause
    /// and go on.
    pub(crate) async fn app(&self) -> Result<App, Failure> {
        if let State::Open(app) = &*self.state.read().await {
            return Ok(app.clone());
        }
        let mut state = self.state.write().await;
        match &*state {
            State::Open(app) => Ok(app.clone()),
            State::Closed => Err(Failure::new(Code::CannotOpen, "The workbench is closing.")),
            State::Unopened => {
                // Whatever the cause, until the folder is open there is only one thing to show.
                let opened = open(self.data.clone()).await;
                let app = opened.map_err(|failure| Failure { code: Code::CannotOpen, ..failure })?;
                *state = State::Open(app.clone());
                Ok(app)
            }
        }
    }

    /// Whether there is protected data that was opened.
    #[cfg(target_os = "linux")]
    pub(crate) async fn is_unlocked(&self) -> bool {
        matches!(&*self.state.read().await, State::Open(app) if app.is_unlocked())
    }

    /// Writes out what is under way and closes the store.
    pub(crate) async fn close(&self) {
        let mut state = self.state.write().await;
        if let State::Open(app) = std::mem::replace(&mut *state, State::Closed) {
            // Everything acknowledged is durable already; a failure here only leaves more for the next start to tidy.
            let _ = app.close().await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistyped_folder_is_refused_in_words_and_not_made() {
        let folder = tempfile::tempdir().unwrap();
        let door = Door::new(Some(folder.path().join("no").join("data")));
        let failure = tauri::async_runtime::block_on(door.app()).err().unwrap();
        assert_eq!(failure.code, Code::CannotOpen);
        assert!(failure.message.contains("nor is the folder that it would be in"), "{failure}");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
