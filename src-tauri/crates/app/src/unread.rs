//! A file of which nothing could be taken: a failure that names each problem, for a look as for the import itself.

use workbench_domain::{
    problem::{Problem, Severity},
    text::count,
};

use crate::failure::Failure;

/// So many problems are told; who has corrected those knows how the rest goes.
const TOLD: usize = 20;

/// The errors with file and line, a line each.
pub(crate) fn errors(problems: &[Problem]) -> String {
    let errors = problems.iter().filter(|problem| problem.severity == Severity::Error);
    let mut told: Vec<String> =
        errors.clone().take(TOLD).map(|problem| format!("{}: {}", problem.place, problem.what)).collect();
    let more = errors.count().saturating_sub(TOLD);
    if more > 0 {
        told.push(format!("And {} like these.", count(more, "more problem")));
    }
    told.join("\n")
}

/// Refuses a file that gave `nothing` and has errors: there is nothing to look at or to confirm.
///
/// # Errors
/// `invalid`, with the errors.
pub(crate) fn something(nothing: bool, problems: &[Problem]) -> Result<(), Failure> {
    let failed = nothing && problems.iter().any(|problem| problem.severity == Severity::Error);
    if failed { Err(Failure::invalid(errors(problems))) } else { Ok(()) }
}
