//! How far raters agree, from a table of ratings in a file. The figures are in `workbench_domain::reliability`.

use std::path::Path;

use workbench_domain::reliability::reliability;
pub use workbench_domain::{
    problem::Problem,
    reliability::{Estimate, Reliability, Scale, Undefined},
};
use workbench_intake::{FILE_MAX, ratings};

use crate::{
    disk::{path_words, read_at_most},
    failure::Failure,
    unread::errors,
};

/// Any number: the same table has the same intervals each time.
const SEED: u64 = 1979;

/// The figures of the table in a file, and what to look at in it. A table with an error has none: they would be those of
/// another table.
///
/// # Errors
/// When the file cannot be read, or holds no such table: each problem with file and line, a line each.
pub fn of_file(path: &Path, scale: Scale) -> Result<(Reliability, Vec<Problem>), Failure> {
    let bytes = read_at_most(path, FILE_MAX)?;
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let read = ratings(&name, &bytes, scale == Scale::Nominal);
    let Some(table) = read.table else {
        let told = errors(&read.problems);
        return Err(Failure::invalid(format!("{} is no table of ratings.\n{told}", path_words(path))));
    };
    Ok((reliability(&table, scale, SEED), read.problems))
}
