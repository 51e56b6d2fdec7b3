//! Question files looked at before anyone imports them.

pub use workbench_domain::problem::{Problem, Severity};
pub use workbench_packs::{Checked, check};
