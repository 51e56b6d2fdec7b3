//! Which sockets a program asks the system for, by `strace`: with everything that it starts, from its first moment to its last.

use std::{fs, path::PathBuf, process::Command};

/// System calls that make a socket, give it an address, or go through one. What a program sends needs one of the first four.
const CALLS: &str = "socket,connect,bind,listen,accept,accept4,io_uring_setup";

/// A program that is traced, with what it starts.
pub struct Trace(PathBuf);

impl Trace {
    /// A trace that is written to this file.
    #[must_use]
    pub fn to(file: PathBuf) -> Self {
        Self(file)
    }

    /// The arguments of `strace` before those of the program.
    #[must_use]
    pub fn arguments(&self) -> Vec<std::ffi::OsString> {
        // Only these calls stop the program; all others run as fast as ever.
        let mut all: Vec<_> = ["--seccomp-bpf", "-f", "-qq", "-s", "256", "-e"].iter().map(Into::into).collect();
        all.push(format!("trace={CALLS}").into());
        all.extend(["-o".into(), self.0.clone().into_os_string()]);
        all
    }

    /// `strace` of a program, which is an argument still to come.
    #[must_use]
    pub fn command(&self) -> Command {
        let mut command = Command::new("strace");
        command.args(self.arguments());
        command
    }

    /// Every line about a network, and about a way round this trace. A socket between processes of one computer
    /// (`AF_UNIX`) is none; neither is asking the kernel which addresses there are (`AF_NETLINK`, which sends nothing).
    #[must_use]
    pub fn of_networks(&self) -> Vec<String> {
        self.lines().into_iter().filter(|line| is_of_network(line)).collect()
    }

    /// All that was written down.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        fs::read_to_string(&self.0).unwrap().lines().map(str::to_owned).collect()
    }
}

/// Why nothing can be traced here; none where it can.
#[must_use]
pub fn cannot_trace() -> Option<String> {
    let output = Command::new("strace").args(["--seccomp-bpf", "-f", "-qq", "-e", "trace=listen", "true"]).output();
    match output {
        Err(error) => Some(format!("strace: {error} (apt install strace)")),
        Ok(output) if !output.status.success() => {
            Some(format!("strace is not allowed here: {}", String::from_utf8_lossy(&output.stderr).trim()))
        }
        Ok(_) => None,
    }
}

fn is_of_network(line: &str) -> bool {
    let call = line.split_once(' ').map_or(line, |(_, call)| call.trim_start());
    // A process that was gone before it could be read what it called: it came back from nothing.
    if call == "???( <detached ...>" {
        return false;
    }
    // The signal and the end of a process stand between the calls.
    if call.starts_with("+++") || call.starts_with("---") || call.contains(" resumed>") {
        return false;
    }
    let harmless = ["AF_UNIX", "AF_NETLINK"].iter().any(|family| call.contains(family));
    match call.split('(').next().unwrap_or(call) {
        "socket" | "connect" | "bind" => !harmless,
        // These name a socket by its number alone: one that is of a network was seen when it was made.
        "listen" | "accept" | "accept4" => false,
        _ => true,
    }
}
