//! Disks that are full or read-only. Tests may run as root, whom no permission stops, so such a test starts itself again
//! in a namespace of its own where it can mount a small disk.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use crate::skip;

const INSIDE: &str = "WORKBENCH_TEST_DISK";

/// Runs `body` with a disk of `size` (as `mount -o size=` takes it) mounted at the path it is given; the disk is gone
/// afterwards. `test` is the full name of the calling test, which is run again inside the namespace.
pub fn in_namespace(test: &str, size: &str, body: impl FnOnce(&Path)) {
    if let Some(disk) = env::var_os(INSIDE) {
        body(&PathBuf::from(disk));
        return;
    }
    let disk = tempfile::tempdir().unwrap();
    let Some(mount) = mount_command(test, disk.path(), size) else { return };
    let inside = format!("{mount} && exec \"$@\"");
    let output = Command::new("unshare")
        .args(["-Urm", "sh", "-c", &inside, "sh"])
        .arg(env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture", "--test-threads=1"])
        .env(INSIDE, disk.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && said.contains("1 passed"),
        "{test} failed inside its namespace:\n{said}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// The command that mounts a disk of `size` over the folder `disk`, for `unshare -Urm sh -c`; none, and said, where this
/// system does not allow it.
#[must_use]
pub fn mount_command(test: &str, disk: &Path, size: &str) -> Option<String> {
    let mount = format!("mount -t tmpfs -o size={size} tmpfs '{}'", disk.display());
    if Command::new("unshare").args(["-Urm", "sh", "-c", &mount]).output().is_ok_and(|o| o.status.success()) {
        return Some(mount);
    }
    skip(test, "this system does not let a test mount a small disk (unshare -Urm)");
    None
}
