//! The one integration test binary: the three walks, the rules seen from outside, faults of the disk, the command line,
//! and the rules of the house.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)] // a helper that fails has failed the test

mod attacked;
mod backup_faults;
mod cli;
mod cli_agreement;
mod cli_candidate;
mod cli_pack;
mod cli_packet;
mod cli_question;
mod cli_refused;
mod cli_reliability;
mod cli_retention;
mod cli_scorecard;
#[cfg(unix)]
mod closed;
mod contract_fresh;
mod erase_faults;
mod faults;
#[cfg(target_os = "linux")]
mod interrupted;
mod keychain;
mod killed;
mod migrations;
mod moved;
mod packs_shipped;
#[cfg(target_os = "linux")]
mod powercut;
mod protected;
mod protection_log;
mod sql_files;
mod tidy;
mod walks;

use serde_json::Value;

/// A value that must be text.
fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("not a text: {value}")).to_owned()
}

/// A value that must be a list.
fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("not a list: {value}"))
}
