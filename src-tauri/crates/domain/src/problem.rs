//! Problems found in content from outside. One bad row never loses the rest.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The thing at this place was left out.
    Error,
    /// The thing was taken, but a person should look at it.
    Warning,
}

/// One problem: where it is, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Problem {
    /// File and line, such as `py-gil.toml:12`.
    #[serde(rename = "where")]
    pub place: String,
    /// What is wrong and what to do, in a sentence.
    pub what: String,
    /// Whether the thing was left out.
    pub severity: Severity,
}
