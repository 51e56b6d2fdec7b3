//! `reliability` as a script uses it.

use std::fs;

use serde_json::{Value, json};

use crate::cli::{err, out, workbench};

/// Krippendorff 2011: four observers, twelve units.
const KRIPPENDORFF: &str = "unit,A,B,C,D\n1,1,1,,1\n2,2,2,3,2\n3,3,3,3,3\n4,3,3,3,3\n5,2,2,2,2\n6,1,2,3,4\n7,4,4,4,4\n\
                            8,1,1,2,1\n9,2,2,2,2\n10,,5,5,5\n11,,,1,1\n12,,3,,\n";

/// What is said of this table, and how it ended.
fn told(text: &str, more: &[&str]) -> (String, String, i32) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ratings.csv");
    fs::write(&path, text).unwrap();
    let output = workbench(&[&["reliability", path.to_str().unwrap()], more].concat(), "");
    let rest: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(rest.len(), 1, "nothing is written beside it");
    (out(&output), err(&output), output.status.code().unwrap())
}

fn figures(text: &str, scale: &str) -> Value {
    let (said, wrong, code) = told(text, &["--scale", scale, "--json"]);
    assert_eq!((wrong.as_str(), code), ("", 0), "{said}");
    serde_json::from_str(&said).unwrap()
}

#[test]
fn the_published_examples_come_out_to_the_printed_digits() {
    for (scale, printed) in [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)] {
        let all = figures(KRIPPENDORFF, scale);
        assert!((all["alpha"]["value"].as_f64().unwrap() - printed).abs() < 0.000_5, "{scale}: {all}");
        assert_eq!((&all["n_units"], &all["n_raters"]), (&json!(12), &json!(4)));
    }
    let text = "t,1,2,3,4\n1,9,2,5,8\n2,6,1,3,2\n3,8,4,6,8\n4,7,1,2,6\n5,10,5,6,9\n6,6,2,4,7\n";
    let all = figures(text, "interval");
    for (name, printed) in [("1_1", 0.17), ("2_1", 0.29), ("3_1", 0.71), ("1_k", 0.44), ("2_k", 0.62), ("3_k", 0.91)] {
        let value = all["icc"][format!("icc_{name}")].as_f64().unwrap();
        assert!((value - printed).abs() < 0.005, "Shrout & Fleiss 1979, table 4, {name}: {value}");
    }
}

#[test]
fn the_shape_is_what_scripts_rely_on() {
    let all = figures("u;A;B\n1;1;2\n2;2;2\n3;3,5;3,5\n4;4;5\n5;5;4\n6;;1\n", "ordinal");
    let names = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>().join(" ");
    assert_eq!(names(&all), "alpha icc kappa n_raters n_units scale");
    assert_eq!(names(&all["alpha"]), "interval n_units reason value");
    let six = "icc_1_1 icc_1_k icc_2_1 icc_2_k icc_3_1 icc_3_k";
    assert_eq!(names(&all["icc"]), format!("{six} intervals left_out n_units reasons"));
    assert_eq!((names(&all["icc"]["intervals"]), names(&all["icc"]["reasons"])), (six.to_owned(), six.to_owned()));
    let three = "linear quadratic unweighted";
    assert_eq!(names(&all["kappa"]), "intervals left_out linear n_units quadratic reasons unweighted");
    assert_eq!(
        (names(&all["kappa"]["intervals"]), names(&all["kappa"]["reasons"])),
        (three.to_owned(), three.to_owned())
    );
    assert_eq!((&all["icc"]["left_out"], &all["kappa"]["n_units"]), (&json!(1), &json!(5)));
    for figure in [&all["alpha"]["value"], &all["icc"]["icc_2_1"], &all["kappa"]["quadratic"]] {
        assert!(figure.is_f64(), "{all}");
    }
    assert_eq!(figures("u;A;B\n1;1;2\n2;2;2\n3;3,5;3,5\n4;4;5\n5;5;4\n6;;1\n", "ordinal"), all, "the same each time");
}

#[test]
fn what_is_undefined_is_null_with_a_reason() {
    let same = figures("u,A,B\n1,3,3\n2,3,3\n", "ordinal");
    for (figure, reason) in [
        (&same["alpha"]["value"], &same["alpha"]["reason"]),
        (&same["icc"]["icc_2_1"], &same["icc"]["reasons"]["icc_2_1"]),
        (&same["kappa"]["quadratic"], &same["kappa"]["reasons"]["quadratic"]),
    ] {
        assert!(figure.is_null() && reason.as_str().unwrap().contains("no variance"), "{same}");
    }
    let three = figures("u,A,B,C\n1,1,2,1\n2,2,2,1\n3,3,3,3\n", "ordinal");
    assert!(three["kappa"]["unweighted"].is_null() && three["kappa"]["reasons"]["unweighted"].is_string(), "{three}");
    let wider = figures("u,A,B,C,\n1,1,2,1,\n2,2,2,1,\n3,3,3,3,\n", "ordinal");
    assert_eq!(wider, three, "an empty column changes nothing");
    let names = figures("u,A,B\n1,good,good\n2,bad,good\n3,bad,bad\n", "nominal");
    assert!(names["alpha"]["value"].is_f64() && names["kappa"]["unweighted"].is_f64(), "{names}");
    assert!(names["kappa"]["linear"].is_null() && names["icc"]["icc_1_1"].is_null(), "{names}");
}

#[test]
fn a_table_that_cannot_be_read_names_file_and_line() {
    let (said, wrong, code) = told("u,A,B\n1,1,2\n2,x,2\n3,1,NA\n", &["--scale", "ordinal"]);
    assert_eq!((said.as_str(), code), ("", 1));
    assert!(
        wrong.contains("\nratings.csv:3: “x” is not a number.") && wrong.contains("\nratings.csv:4: “NA”"),
        "{wrong}"
    );
    let (_, wrong, code) = told("u,A,B\n1,1,x\n", &["--scale", "ratio", "--json"]);
    let failure: Value = serde_json::from_str(&wrong).unwrap();
    assert_eq!((failure["code"].as_str(), code), (Some("invalid"), 1));
    let missing = workbench(&["reliability", "no-such.csv", "--scale", "ratio"], "");
    assert!(missing.status.code() == Some(1) && err(&missing).contains("it is not there"), "{}", err(&missing));
    assert_eq!(told("u,A\n1,1\n", &[]).2, 2, "the scale must be said");
}

#[test]
fn a_person_reads_a_table() {
    let (said, wrong, code) = told(KRIPPENDORFF, &["--scale", "ORDINAL"]);
    assert_eq!((wrong.as_str(), code), ("", 0));
    for line in [
        "12 units, 4 raters, ordinal scale; 95 % intervals",
        "Krippendorff's alpha, over 11 units with two values or more",
        "  alpha           0.815   ",
        "Intraclass correlation, over 8 units with a value of every rater (4 left out)",
        "  undefined   Kappa compares two raters; here are more.",
    ] {
        assert!(said.lines().any(|said| said.starts_with(line)), "{line:?} is not in\n{said}");
    }
}
