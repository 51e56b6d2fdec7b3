//! `agreement`: how far the raters of a role's candidates agree, as lines.

use std::io::Write;

use serde_json::Value;
use workbench_app::count;

use crate::{End, print::text};

pub(crate) fn tell(out: &mut dyn Write, as_json: bool, told: &Value) -> Result<(), End> {
    if as_json {
        return Ok(writeln!(out, "{told}")?);
    }
    if let hidden @ 1.. = told["hidden"].as_u64().unwrap_or(0) {
        writeln!(out, "! {} hidden until you submit your own open scorecard.", count(hidden, "candidate"))?;
    }
    if let late @ 1.. = told["after_seeing_others"].as_u64().unwrap_or(0) {
        let cards = count(late, "scorecard");
        writeln!(out, "! {cards} left out: submitted after another's on the candidate was seen.")?;
    }
    panel(out, told, "agreement", "people who heard the same answers, as lead and scribe")?;
    panel(out, told, "consistency", "separate interviews, each with answers of its own")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn name(names: &Value, id: &Value) -> String {
    let found = list(names).iter().find(|one| one["id"] == *id);
    found.map_or_else(|| text(id), |one| workbench_app::isolate(&text(&one["name"])))
}

fn panel(out: &mut dyn Write, told: &Value, which: &str, whose: &str) -> Result<(), End> {
    let view = &told[which]["told"];
    writeln!(out, "\n{}: {whose}", text(&view["word"]))?;
    let shown: Vec<&Value> = list(&view["competencies"]).iter().filter(|one| !one["pairs"].is_null()).collect();
    if shown.is_empty() {
        writeln!(out, "  Fewer than five candidates were rated by two, so nothing can be told.")?;
    }
    for one in shown {
        let pairs = &one["pairs"];
        writeln!(
            out,
            "  {}: {}; of {}, {} the same, {} within one",
            name(&told["competencies"], &one["competency_id"]),
            count(one["units"].as_u64().unwrap_or(0), "candidate"),
            count(pairs["pairs"].as_u64().unwrap_or(0), "pair"),
            pairs["same"],
            pairs["within_one"]
        )?;
        if one["too_few_to_tell"] == Value::Bool(true) {
            writeln!(out, "    too few candidates to tell; the coefficients are in --json")?;
            continue;
        }
        let all = &one["coefficients"];
        let which = if all["panel"] == "same" { "ICC(2" } else { "ICC(1" };
        for (label, figure) in [
            ("Krippendorff's alpha, ordinal".to_owned(), &all["alpha"]),
            (format!("{which},1)"), &all["icc_one"]),
            (format!("{which},k)"), &all["icc_mean"]),
            ("kappa, quadratic".to_owned(), &all["kappa"]),
        ] {
            if !figure.is_null() {
                writeln!(out, "    {label}: {}", coefficient(figure))?;
            }
        }
        if let left @ 1.. = all["icc_left_out"].as_u64().unwrap_or(0) {
            writeln!(out, "    {} left out of the ICC", count(left, "candidate"))?;
        }
    }
    for one in list(&told[which]["given"]) {
        let given: Vec<String> = list(&one["given"])
            .iter()
            .map(|given| {
                let mean = given["mean"].as_f64().map_or_else(String::new, workbench_app::printed);
                format!("{mean} {}", workbench_app::isolate(&text(&given["interviewer"])))
            })
            .collect();
        let about = name(&told["competencies"], &one["competency_id"]);
        writeln!(out, "  gap: {}, {about}: {}", name(&told["candidates"], &one["candidate_id"]), given.join(", "))?;
    }
    Ok(())
}

fn coefficient(figure: &Value) -> String {
    let number = |key: &str| figure[key].as_f64().map(|number| format!("{number:.3}"));
    let reason = figure["reason"].as_str();
    match (number("value"), number("low"), number("high")) {
        (Some(value), Some(low), Some(high)) => format!("{value}, 95 % {low} to {high}"),
        (Some(value), ..) => format!("{value}; no interval: {}", reason.unwrap_or_default()),
        (None, ..) => format!("undefined: {}", reason.unwrap_or_default()),
    }
}
