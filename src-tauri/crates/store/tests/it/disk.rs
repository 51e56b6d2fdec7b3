//! Disks that are full or cannot be written. They are small ones of a namespace of our own, so that a test needs no rights;
//! the test starts itself again inside it.

#![cfg(target_os = "linux")]

use std::{path::PathBuf, process::Command};

use workbench_store::{StoreError, setting};

use crate::support::{KEY, open, set, value};

/// Runs an ignored test of this file with a disk of two megabytes; says so if this machine does not allow it.
fn with_small_disk(test: &str) {
    let folder = tempfile::tempdir().unwrap();
    let mount = |rest: &str| {
        Command::new("unshare")
            .args(["-Urm", "sh", "-c", &format!("mount -t tmpfs -o size=2m tmpfs \"$DISK\" && {rest}")])
            .env("DISK", folder.path())
            .env("TEST_PROGRAM", std::env::current_exe().unwrap())
            .output()
    };
    match mount("true") {
        Ok(tried) if tried.status.success() => {}
        Ok(tried) => return println!("NOT RUN: no namespace here: {}", String::from_utf8_lossy(&tried.stderr)),
        Err(error) => return println!("NOT RUN: no unshare here: {error}"),
    }
    let ran = mount(&format!("\"$TEST_PROGRAM\" --exact disk::{test} --ignored --nocapture")).unwrap();
    let words = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success() && words.contains("1 passed"), "{words}\n{}", String::from_utf8_lossy(&ran.stderr));
}

fn disk() -> PathBuf {
    PathBuf::from(std::env::var_os("DISK").expect("started by another test only"))
}

#[test]
fn a_full_disk_loses_nothing_and_works_again_with_room() {
    with_small_disk("inside_full");
}

#[test]
fn a_disk_that_cannot_be_written_is_said_to_be_so() {
    with_small_disk("inside_read_only");
}

#[tokio::test]
#[ignore = "started by a_full_disk_loses_nothing_and_works_again_with_room"]
async fn inside_full() {
    let ballast = disk().join("ballast");
    let path = disk().join("data/workbench.db");
    std::fs::create_dir(disk().join("data")).unwrap();
    let store = open(&path, KEY, true).unwrap();
    set(&store, "before", "kept").await.unwrap();
    // Fill what is left, then take a little back.
    let _ = std::fs::write(&ballast, vec![1_u8; 4 << 20]);
    let text = "y".repeat(20_000);
    let mut kept = 0;
    let error = loop {
        match set(&store, &format!("n{kept}"), &text).await {
            Ok(()) => kept += 1,
            Err(error) => break error,
        }
        assert!(kept < 1000);
    };
    assert_eq!(error, StoreError::Full);
    // A job that runs out of room half way through leaves nothing of itself.
    let big =
        store.write(move |w| (0..200).try_for_each(|n| setting::set(w, &format!("big{n}"), &"z".repeat(20_000)))).await;
    assert_eq!(big, Err(StoreError::Full));
    assert_eq!(value(&store, "before").await.unwrap().as_deref(), Some("kept"), "it can be read all the while");

    let other = disk().join("data/other.db");
    assert_eq!(open(&other, KEY, true).unwrap_err(), StoreError::Full);
    assert!(!other.exists(), "no half-made database");

    std::fs::remove_file(&ballast).unwrap();
    set(&store, "after", "kept too").await.unwrap();
    assert_eq!(value(&store, "big0").await, Ok(None));
    store.close().await.unwrap();
    let again = open(&path, KEY, false).unwrap();
    for name in ["before", "after"] {
        assert!(value(&again, name).await.unwrap().is_some(), "{name}");
    }
    for n in 0..kept {
        assert!(value(&again, &format!("n{n}")).await.unwrap().is_some(), "n{n} was answered");
    }
}

#[tokio::test]
#[ignore = "started by a_disk_that_cannot_be_written_is_said_to_be_so"]
async fn inside_read_only() {
    let path = disk().join("workbench.db");
    let remount = |how: &str| {
        assert!(Command::new("mount").args(["-o", how]).arg(disk()).status().unwrap().success(), "{how}");
    };
    open(&path, KEY, true).unwrap().close().await.unwrap();
    remount("remount,ro");
    assert_eq!(open(&path, KEY, false).unwrap_err(), StoreError::ReadOnly);
    assert_eq!(open(&disk().join("new.db"), KEY, true).unwrap_err(), StoreError::ReadOnly);
    remount("remount,rw");
    set(&open(&path, KEY, false).unwrap(), "a", "b").await.unwrap();
}
