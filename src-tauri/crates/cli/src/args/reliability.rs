//! What can be typed after `reliability`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

pub(super) const HELP: &str = "\
Example:
  workbench reliability ratings.csv --scale ordinal --json

The file is a table in which commas, semicolons or tabs part the cells. Its first row names the raters, its first column the
units; an empty cell is a missing value. No data folder is opened, and nothing is kept.

  unit,Ana,Bo,Cy
  question 1,4,4,5
  question 2,2,,3

With --json it prints, and each figure is a number or null:
  n_units    rows of the file below the first
  n_raters   columns with at least one value
  scale      what --scale said
  alpha      value, interval, reason, n_units (units with two values or more)
  icc        icc_1_1, icc_2_1, icc_3_1, icc_1_k, icc_2_k, icc_3_k; n_units (units with a value of every rater),
             left_out (the others); intervals and reasons, each with the same six names
  kappa      unweighted, linear, quadratic; n_units (units with both values), left_out; intervals and reasons,
             each with the same three names
An interval is [low, high] at 95 %, or null. A reason is a sentence that says why a figure, or its interval, is null.
So a script reads .alpha.value, .icc.icc_2_k, .kappa.quadratic, .icc.reasons.icc_2_k, .kappa.intervals.linear.

--scale says how alpha weighs a difference; the correlations take the values as numbers, and the weighted kappas take them as
categories in order, by their places among the values given, whatever the scale is. Names of categories may stand in the
cells on the nominal scale; then there is neither. Formulas and their sources are in docs/figures.md.";

#[derive(Args)]
pub(crate) struct Reliability {
    /// The table of ratings.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// What the values mean.
    #[arg(long, ignore_case = true)]
    pub scale: ScaleArg,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum ScaleArg {
    /// Names of categories: the same or not.
    Nominal,
    /// Values in an order, such as levels 1 to 5.
    Ordinal,
    /// Numbers whose differences mean the same everywhere.
    Interval,
    /// Numbers with a true zero, such as minutes.
    Ratio,
}
