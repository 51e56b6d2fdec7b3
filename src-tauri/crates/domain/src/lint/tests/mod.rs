//! The words, held against notes. Each data file says at its top what it is.

mod invariants;
mod notes;
mod phrases;

use super::*;

/// The kinds found in a note, sorted, each once.
fn kinds(note: &str) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = check(note, Language::English).iter().map(|finding| finding.kind).collect();
    kinds.sort();
    kinds.dedup();
    kinds
}

/// The findings of a note, for a message.
fn told(note: &str) -> String {
    let findings = check(note, Language::English);
    findings.iter().map(|found| format!("{:?} {:?}", found.kind, found.words)).collect::<Vec<String>>().join("; ")
}
