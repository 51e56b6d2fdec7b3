//! Ctrl+C in the middle of an export.

use std::{
    fs,
    path::Path,
    process::{Command, Output, Stdio},
    thread,
    time::Duration,
};

use support::{cannot_trace, skip};

use crate::cli::{err, on};

/// The names in a folder.
fn names(folder: &Path) -> Vec<String> {
    let name = |entry: std::io::Result<fs::DirEntry>| entry.unwrap().file_name().to_string_lossy().into_owned();
    fs::read_dir(folder).unwrap().map(name).collect()
}

/// Exports the questions to a file, and sends a signal while the temporary file waits for the disk. Returns how it ended.
fn ended_by(signal: &str, data: &Path, file: &Path) -> Output {
    let folder = file.parent().unwrap();
    // Nothing but the disk is made slow.
    let slow = ["-f", "-qq", "-e", "trace=fsync", "-e", "inject=fsync:delay_enter=700000", "-o", "/dev/null"];
    let child = Command::new("strace")
        .args(slow)
        .arg(env!("CARGO_BIN_EXE_workbench-under-test"))
        .args(["--data".as_ref(), data.as_os_str(), "question".as_ref(), "export".as_ref(), "--out".as_ref()])
        .arg(file)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let part = || names(folder).iter().any(|name| name.ends_with(".part"));
    for _ in 0..3000 {
        if part() {
            break;
        }
        thread::sleep(Duration::from_millis(10));
    }
    assert!(part(), "the export never began to write");
    let children = fs::read_to_string(format!("/proc/{0}/task/{0}/children", child.id())).unwrap();
    let told = Command::new("kill").args(["-s", signal]).args(children.split_whitespace()).status().unwrap();
    assert!(told.success());
    child.wait_with_output().unwrap()
}

#[test]
fn ctrl_c_leaves_no_half_written_file() {
    if let Some(why) = cannot_trace() {
        return skip("Ctrl+C in the middle of an export", &why);
    }
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    on(&data, &["interviewer", "set", "Ana Ruiz"]);
    for (signal, code) in [("INT", 130), ("TERM", 143)] {
        let out = folder.path().join(signal);
        fs::create_dir(&out).unwrap();
        let ended = ended_by(signal, &data, &out.join("questions.toml"));
        assert_eq!(ended.status.code(), Some(code), "{:?} {}", ended.status, err(&ended));
        assert_eq!(names(&out), ["questions.toml"], "what was begun is whole, and nothing else is there");
        let whole = fs::read_to_string(out.join("questions.toml")).unwrap();
        assert!(whole.contains("py-gil") && whole.ends_with('\n'));
    }
}
