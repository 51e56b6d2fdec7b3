//! The request of a command that needs none.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An empty request: `{}`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}
