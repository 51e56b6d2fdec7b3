//! One person's computer: a home folder, a data folder and a place for saved files, all new and gone afterwards.

use std::{
    ffi::OsString,
    fs,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    process::Command,
};

use tempfile::TempDir;
use tokio::sync::{Mutex, MutexGuard};

/// One window at a time: two would take the focus from each other.
static ALONE: Mutex<()> = Mutex::const_new(());

/// A home folder of its own: WebKit keeps data there, and a data folder is never shared between tests.
pub(crate) struct Home {
    folder: TempDir,
    application: PathBuf,
    variables: Vec<(&'static str, OsString)>,
    _alone: MutexGuard<'static, ()>,
}

impl Home {
    pub(crate) async fn new() -> Self {
        let alone = ALONE.lock().await;
        let folder = TempDir::with_prefix("workbench-e2e-").unwrap();
        let home = Self { folder, application: program(), variables: Vec::new(), _alone: alone };
        for name in ["home", "config", "cache", "share", "state", "runtime", "saves"] {
            fs::create_dir(home.path(name)).unwrap();
        }
        home
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.path("data")
    }

    /// Sets a variable for the programs of this home.
    pub(crate) fn set(&mut self, name: &'static str, value: impl Into<OsString>) {
        self.variables.push((name, value.into()));
    }

    /// What starts the program.
    pub(crate) fn application(&self) -> &Path {
        &self.application
    }

    /// Gives the data folder a disk of its own, which only the program sees. Nothing where this system does not allow it.
    pub(crate) fn with_small_disk(mut self, test: &str, size: &str) -> Option<Self> {
        fs::create_dir(self.data()).unwrap();
        let mount = support::mount_command(test, &self.data(), size)?;
        let script = self.path("on-a-small-disk");
        let text = format!(
            "#!/bin/sh\nexec unshare -Urm sh -c \"{mount} && exec \\\"\\$@\\\"\" sh '{}' \"$@\"\n",
            program().display()
        );
        fs::write(&script, text).unwrap();
        fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).unwrap();
        self.application = script;
        Some(self)
    }

    /// The data folder as the program sees it.
    pub(crate) fn data_within(&self, process: u32) -> PathBuf {
        Path::new(&format!("/proc/{process}/root")).join(self.data().strip_prefix("/").unwrap())
    }

    /// Files saved through the scripted dialog, and `asked.txt` with what was asked.
    pub(crate) fn saves(&self) -> PathBuf {
        self.path("saves")
    }

    /// A program that lives in this home.
    pub(crate) fn command(&self, program: &Path, theme: Option<&str>) -> Command {
        let mut command = Command::new(program);
        command
            .env("HOME", self.path("home"))
            .env("XDG_CONFIG_HOME", self.path("config"))
            .env("XDG_CACHE_HOME", self.path("cache"))
            .env("XDG_DATA_HOME", self.path("share"))
            .env("XDG_STATE_HOME", self.path("state"))
            .env("WORKBENCH_SCRIPTED_FILES", self.saves())
            .env("LC_ALL", "C.UTF-8")
            .env("NO_AT_BRIDGE", "1")
            .env_remove("WORKBENCH_DATA")
            .env_remove("GTK_THEME")
            .envs(self.variables.iter().cloned());
        if let Some(theme) = theme {
            command.env("GTK_THEME", theme);
        }
        command
    }

    /// The running program of this home, by its command line.
    pub(crate) fn process(&self) -> Option<u32> {
        let data = self.data();
        let ours = |pid: &u32| {
            let exe = fs::read_link(format!("/proc/{pid}/exe")).unwrap_or_default();
            let line = fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
            exe == program() && line.split(|byte| *byte == 0).any(|part| part == data.as_os_str().as_encoded_bytes())
        };
        let all = fs::read_dir("/proc").unwrap().filter_map(|entry| entry.unwrap().file_name().to_str()?.parse().ok());
        all.into_iter().find(ours)
    }

    /// Whether the program has ended and let go of the data folder; a process that is ending loses its name before its files.
    pub(crate) fn is_free(&self) -> bool {
        let lock = fs::File::open(self.data().join("workbench.lock"));
        self.process().is_none() && lock.map_or(true, |lock| lock.try_lock().is_ok())
    }
}

/// The folder that cargo builds into.
pub(crate) fn built() -> PathBuf {
    // …/target/debug/deps/real_window-…
    std::env::current_exe().unwrap().parent().unwrap().parent().unwrap().to_path_buf()
}

/// The program under test.
pub(crate) fn program() -> PathBuf {
    let program = std::env::var_os("WORKBENCH_APP").map_or_else(|| built().join("interview-workbench"), PathBuf::from);
    assert!(
        program.exists(),
        "{} is not there: cargo build --features custom-protocol,scripted-files",
        program.display()
    );
    program.canonicalize().unwrap()
}

/// Where pictures of what was seen go.
pub(crate) fn pictures() -> PathBuf {
    let folder = built().parent().unwrap().join("e2e");
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Sends a signal to a process that this test started.
pub(crate) fn signal(name: &str, process: u32) {
    let sent = Command::new("kill").args([&format!("-{name}"), &process.to_string()]).status().unwrap();
    assert!(sent.success(), "kill -{name} {process}");
}

/// Waits for something that must come, trying again every 20 ms for half a minute.
pub(crate) async fn until<T>(what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    let waiting = async {
        loop {
            if let Some(found) = look().await {
                return found;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    };
    let limit = std::time::Duration::from_secs(30);
    tokio::time::timeout(limit, waiting).await.unwrap_or_else(|_| panic!("waited 30 seconds for {what}"))
}
