//! `reliability`: how far raters agree in a table of ratings.

use std::io::Write;

use workbench_app::{
    count,
    failure::Failure,
    reliability::{Estimate, Reliability, Scale, Undefined, of_file},
};

use crate::{
    End,
    args::{self, ScaleArg},
};

impl ScaleArg {
    fn scale(self) -> (Scale, &'static str) {
        match self {
            Self::Nominal => (Scale::Nominal, "nominal"),
            Self::Ordinal => (Scale::Ordinal, "ordinal"),
            Self::Interval => (Scale::Interval, "interval"),
            Self::Ratio => (Scale::Ratio, "ratio"),
        }
    }
}

pub(crate) fn tell(
    what: &args::Reliability,
    as_json: bool,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<(), End> {
    let (scale, word) = what.scale.scale();
    let (told, problems) = of_file(&what.file, scale)?;
    for problem in problems {
        writeln!(err, "{}: warning: {}", problem.place, problem.what)?;
    }
    if as_json {
        // As text at once, not through a value, which would sort the names.
        let json = serde_json::to_string(&told).map_err(Failure::bug)?;
        return Ok(writeln!(out, "{json}")?);
    }
    print(&told, word, out)
}

/// A figure's name, value, interval, and what is to say of it.
type Line = (&'static str, Option<f64>, Option<[f64; 2]>, Option<Undefined>);

fn print(told: &Reliability, scale: &str, out: &mut dyn Write) -> Result<(), End> {
    let Reliability { n_units, n_raters, alpha, icc, kappa, .. } = told;
    writeln!(out, "{}, {}, {scale} scale; 95 % intervals", count(*n_units, "unit"), count(*n_raters, "rater"))?;
    writeln!(out, "\nKrippendorff's alpha, over {} with two values or more", count(alpha.n_units, "unit"))?;
    let Estimate { value, interval, reason } = alpha.estimate;
    lines(out, &[("alpha", value, interval, reason)])?;
    let with = format!("{} with a value of every rater", count(icc.n_units, "unit"));
    writeln!(out, "\nIntraclass correlation, over {with}{}", left(icc.left_out))?;
    let (of, ends, why) = (&icc.values, &icc.intervals, &icc.reasons);
    let six = [
        ("ICC(1,1)", of.icc_1_1, ends.icc_1_1, why.icc_1_1),
        ("ICC(2,1)", of.icc_2_1, ends.icc_2_1, why.icc_2_1),
        ("ICC(3,1)", of.icc_3_1, ends.icc_3_1, why.icc_3_1),
        ("ICC(1,k)", of.icc_1_k, ends.icc_1_k, why.icc_1_k),
        ("ICC(2,k)", of.icc_2_k, ends.icc_2_k, why.icc_2_k),
        ("ICC(3,k)", of.icc_3_k, ends.icc_3_k, why.icc_3_k),
    ];
    lines(out, &six)?;
    let with = if *n_raters == 2 {
        format!(", over {} with both values", count(kappa.n_units, "unit"))
    } else {
        String::new()
    };
    writeln!(out, "\nCohen's kappa{with}{}", left(kappa.left_out))?;
    let (of, ends, why) = (&kappa.values, &kappa.intervals, &kappa.reasons);
    let three = [
        ("unweighted", of.unweighted, ends.unweighted, why.unweighted),
        ("linear", of.linear, ends.linear, why.linear),
        ("quadratic", of.quadratic, ends.quadratic, why.quadratic),
    ];
    lines(out, &three)
}

/// How many units did not enter.
fn left(out: usize) -> String {
    if out == 0 { String::new() } else { format!(" ({out} left out)") }
}

/// A line for each figure; one for all where none is defined for one reason.
fn lines(out: &mut dyn Write, all: &[Line]) -> Result<(), End> {
    let why = all[0].3;
    if let Some(reason) = why.filter(|_| all.iter().all(|line| line.1.is_none() && line.3 == why)) {
        return Ok(writeln!(out, "  undefined   {}", reason.words())?);
    }
    for (name, value, interval, reason) in all {
        let value = value.map_or("undefined".to_owned(), |value| format!("{value:.3}"));
        let interval = interval.map_or(String::new(), |[low, high]| format!("   {low:.3} to {high:.3}"));
        let reason = reason.map_or(String::new(), |reason| format!("   {}", reason.words()));
        writeln!(out, "  {name:<10}  {value:>9}{interval}{reason}")?;
    }
    Ok(())
}
