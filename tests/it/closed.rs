//! No socket of a network is opened: the command line through a whole round and every export, with a trace of each socket
//! that is asked for. The window has its own such test (tests/e2e/window/closed.rs), read in the same way.

use std::{
    env,
    net::{TcpListener, TcpStream, UdpSocket},
    path::Path,
    process::Stdio,
};

use serde_json::{Value, json};
use support::{ROLE, Trace, cannot_trace, skip};

use crate::{cli::on, text};

const CONTROL: &str = "closed::a_program_that_connects_or_listens_is_caught_by_the_same_reading";
/// What the control does when it runs itself under the trace.
const DOES: &str = "WORKBENCH_TEST_SOCKET";

/// Whether such a socket can be had is no matter: asking for it is enough.
fn open(kind: &str) {
    match kind {
        "connect" => drop(TcpStream::connect("127.0.0.1:9")),
        "connect6" => drop(TcpStream::connect("[::1]:9")),
        "listen" => drop(TcpListener::bind("127.0.0.1:0")),
        "bind" => drop(UdpSocket::bind("127.0.0.1:0")),
        "neighbour" => drop(std::os::unix::net::UnixStream::connect("/no/such/neighbour")),
        other => panic!("{other}"),
    }
}

#[test]
fn a_program_that_connects_or_listens_is_caught_by_the_same_reading() {
    if let Ok(kind) = env::var(DOES) {
        return open(&kind);
    }
    if let Some(why) = cannot_trace() {
        return skip(CONTROL, &why);
    }
    let folder = tempfile::tempdir().unwrap();
    for (kind, call) in
        [("connect", "connect("), ("connect6", "AF_INET6"), ("listen", "bind("), ("bind", "bind("), ("neighbour", "")]
    {
        let trace = Trace::to(folder.path().join(kind));
        // A child of what is traced, as the web view's processes are.
        let mut child = trace.command();
        child.args(["sh", "-c", "\"$@\"; exit $?", "sh"]).arg(env::current_exe().unwrap());
        child.args(["--exact", CONTROL]).env(DOES, kind).stdout(Stdio::null());
        assert!(child.status().unwrap().success(), "{kind}");
        let caught = trace.of_networks();
        if kind == "neighbour" {
            assert!(caught.is_empty(), "{caught:?}");
            assert!(trace.lines().iter().any(|line| line.contains("/no/such/neighbour")), "and yet it was seen");
        } else {
            assert!(caught.iter().any(|line| line.contains("AF_INET") && line.contains(call)), "{kind}: {caught:?}");
        }
    }
}

#[test]
fn the_command_line_opens_no_socket_in_a_whole_round_with_all_its_exports() {
    if let Some(why) = cannot_trace() {
        return skip("closed::the_command_line_opens_no_socket_in_a_whole_round_with_all_its_exports", &why);
    }
    let folder = tempfile::tempdir().unwrap();
    let traced = |name: &str, data: Option<&Path>, arguments: &[&str]| {
        let trace = Trace::to(folder.path().join(format!("{name}.trace")));
        let mut command = trace.command();
        command.arg(env!("CARGO_BIN_EXE_workbench-under-test"));
        if let Some(data) = data {
            command.arg("--data").arg(data);
        }
        let output = command.args(arguments).stdin(Stdio::null()).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        let opened = trace.of_networks();
        assert!(opened.is_empty(), "{arguments:?}:\n{}", opened.join("\n"));
    };
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    traced("demo", None, &["demo", "--out", &path("demo")]);
    let data = folder.path().join("demo/data");
    let people: Value = serde_json::from_str(&on(&data, &["candidate", "list", "--json"])).unwrap();
    let people: Vec<String> = people.as_array().unwrap().iter().map(|one| text(&one["candidate"]["id"])).collect();
    let guide = json!({ "kit_id": "senior-python/systems", "path": path("guide.pdf") }).to_string();
    for (number, arguments) in [
        vec!["packet", "export", "--candidate", &people[0], "--out", &path("packet.pdf")],
        vec!["packet", "verify", &path("packet.pdf")],
        vec!["compare", &people[0], &people[1], "--out", &path("comparison.csv")],
        vec!["compare", &people[0], &people[1], "--out", &path("comparison.md")],
        vec!["compare", &people[0], &people[1], "--out", &path("comparison.pdf")],
        vec!["scorecard", "export", "--format", "json", "--candidate", &people[0], "--out", &path("cards.json")],
        vec!["question", "export", "--out", &path("questions.csv")],
        vec!["pack", "export", "--out", &path("pack"), "--role", ROLE],
        vec!["call", "guide_export", &guide],
        vec!["backup", "create"],
        vec!["log", "verify"],
    ]
    .iter()
    .enumerate()
    {
        traced(&number.to_string(), Some(&data), arguments);
    }
}
