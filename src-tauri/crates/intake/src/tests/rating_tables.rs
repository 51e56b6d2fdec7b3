use super::told;
use crate::ratings;

fn rows(text: &str) -> Vec<Vec<Option<f64>>> {
    let read = ratings("r.csv", text.as_bytes(), false);
    read.table.unwrap_or_else(|| panic!("{:?}", told(&read.problems))).rows().to_vec()
}

#[test]
fn a_row_is_a_unit_and_an_empty_cell_is_missing() {
    let known = [
        vec![Some(4.0), None, Some(5.0)],
        vec![None, None, Some(3.5)],
        vec![None; 3],
        vec![Some(-1.0), Some(2.0), None],
    ];
    for text in [
        "unit,Ana,Bo,Cy\nq1,4,,5\nq2,,,3.5\nq3,,,\nq4,-1,2\n",
        ",Ana,Bo,Cy,\n\nq1,4,,5,\nq2,,,3.5,\nq3\nq4,\u{2212}1,2,\n,,,,\n",
        "unit;Ana;Bo;Cy\nq1;4;;5\nq2;;;3,5\nq3;;;\nq4;-1,0;2;\n",
        "unit\tAna\tBo\tCy\r\nq1\t4\t\t5\r\nq2\t\t\t3.5\r\nq3\t\t\t\r\nq4\t-1\t2\t\r\n",
    ] {
        assert_eq!(rows(text), known, "{text}");
    }
    assert_eq!(rows("u,A,B,C\n1,2,,3\n2,1,,1\n"), [[Some(2.0), Some(3.0)], [Some(1.0), Some(1.0)]], "B is no rater");
}

#[test]
fn what_cannot_be_read_is_told_with_its_line_and_gives_no_figure() {
    for (text, place, words) in [
        ("", "r.csv:1", "This file is empty."),
        ("unit,A,B\n", "r.csv:1", "There is no unit"),
        ("unit\nq1\nq2\n", "r.csv:1", "There is no rater"),
        ("unit,A,B\nq1,1,2\nq2,1,NA\n", "r.csv:3", "“NA” is not a number. Leave the cell empty"),
        ("unit,A,B\nq1,1,\"2,5\"\n", "r.csv:2", "“2,5” is not a number here. Write a point"),
        ("unit,A,B\nq1,good,2\n", "r.csv:2", "Names of categories need the nominal scale."),
        ("unit,A,B\nq1,inf,2\n", "r.csv:2", "“inf” is not a number."),
        ("unit,A,B\nq1,1e200,2\n", "r.csv:2", "too large or too small"),
        ("A,B,C\nq1,1,2,3\nq2,1,2,3\n", "r.csv:2", "This row has 4 cells, the first row 3."),
        ("unit,A,B\nq1,\"1,2\nq2,2,2\n", "r.csv:2", "never closed"),
    ] {
        let read = ratings("r.csv", text.as_bytes(), false);
        let told = told(&read.problems);
        assert!(read.table.is_none(), "{text}");
        assert!(told.iter().any(|one| one.starts_with(place) && one.contains(words)), "{text}: {told:?}");
    }
    let read = ratings("r.csv", b"PK\x03\x04", false);
    assert!(read.table.is_none() && read.problems[0].what.contains("spreadsheet"), "{:?}", read.problems);
}

#[test]
fn categories_are_names_unless_all_are_numbers() {
    let read = ratings("r.csv", "unit,A,B\nq1,mid,low\nq2,low,\nq3, low ,低\n".as_bytes(), true);
    let table = read.table.unwrap();
    assert!(table.is_named() && read.problems.is_empty());
    assert_eq!(table.rows(), [[Some(1.0), Some(0.0)], [Some(0.0), None], [Some(0.0), Some(2.0)]]);
    let numbers = ratings("r.csv", b"unit,A,B\nq1,1,1.0\nq2,2,02\n", true).table.unwrap();
    assert!(!numbers.is_named());
    assert_eq!(numbers.rows(), [[Some(1.0); 2], [Some(2.0); 2]]);
    let read = ratings("r.csv", b"unit,A,B\nq1,yes,yes\nq2,NA,no\n", true);
    assert_eq!(
        told(&read.problems),
        ["r.csv:3 “NA” is a category like any other here. Leave the cell empty where a value is missing."]
    );
    assert_eq!(read.table.unwrap().rows()[1], [Some(0.0), Some(1.0)]);
}
