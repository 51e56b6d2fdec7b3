//! The four-fifths rule for counts that someone typed. They are answered, and kept nowhere.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::four_fifths::{Impact, ImpactGroup, ImpactRefused, ImpactRule, impact, rule};

use crate::{App, failure::Failure, nothing::Nothing};

/// Asks what the rule says of some groups.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImpactCheck {
    /// The groups, 2 to 20.
    pub groups: Vec<ImpactGroup>,
}

impl From<ImpactRefused> for Failure {
    fn from(refused: ImpactRefused) -> Self {
        Self::invalid(refused.to_string())
    }
}

pub(crate) async fn impact_get(_: &App, _: Nothing) -> Result<ImpactRule, Failure> {
    Ok(rule())
}

pub(crate) async fn impact_check(_: &App, request: ImpactCheck) -> Result<Impact, Failure> {
    Ok(impact(&request.groups)?)
}
