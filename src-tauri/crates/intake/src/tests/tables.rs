use super::told;
use crate::{Candidates, Field, Format, Keep, Protected, candidates};

fn read(text: &str) -> Candidates {
    candidates("people.csv", text.as_bytes(), None, Keep::default())
}

#[test]
fn columns_are_known_by_their_headings_in_any_spelling() {
    let read = read(
        "First_Name;Last Name;E-Mail;Mobile;Current Company;Job Title;Source;LinkedIn;Notes;Salary\n\
         Anna;Müller;anna@example.org;+49 30 1;Acme, Inc.;Engineer;Referral;https://l.example/a;\"likes \"\"Rust\"\"\nand tea\";90 000\n",
    );
    assert_eq!(read.format, Some(Format::Table));
    assert_eq!(told(&read.problems), Vec::<String>::new());
    let anna = &read.candidates[0];
    assert_eq!((anna.name.as_str(), anna.place.as_str()), ("Anna Müller", "people.csv:2"));
    assert_eq!((anna.contact.email.as_str(), anna.contact.phone.as_str()), ("anna@example.org", "+49 30 1"));
    assert_eq!(
        (anna.contact.company.as_str(), anna.contact.title.as_str(), anna.contact.source.as_str()),
        ("Acme, Inc.", "Engineer", "Referral")
    );
    assert_eq!(anna.contact.links, ["https://l.example/a"]);
    assert_eq!(
        anna.contact.notes, "likes \"Rust\"\nand tea\nSalary: 90 000",
        "what is not known by name is kept with it"
    );
    assert_eq!(read.columns[0].field, Some(Field::GivenName));
    assert_eq!((read.columns[9].field, read.columns[9].samples.as_slice()), (None, ["90 000".to_owned()].as_slice()));
}

#[test]
fn what_must_not_be_known_is_dropped_and_told_once_with_its_count() {
    let read = read(
        "Name,Date of Birth,Age,Gender,Marital status,Photo,Nationality,Stage,Language\n\
         A,1990-01-01,36,f,single,a.png,PL,Onsite,Polish\n\
         B,1991-01-01,,m,,b.png,,,\n",
    );
    assert_eq!(read.candidates.len(), 2);
    assert_eq!(read.candidates[0].contact.notes, "Stage: Onsite\nLanguage: Polish");
    let dropped: Vec<Option<Protected>> = read.columns.iter().map(|column| column.dropped).collect();
    use Protected::{Age, BirthDate, Gender, MaritalStatus, Origin, Photo};
    let kinds =
        [None, Some(BirthDate), Some(Age), Some(Gender), Some(MaritalStatus), Some(Photo), Some(Origin), None, None];
    assert_eq!(dropped, kinds);
    assert!(read.columns[1].samples.is_empty(), "not even a sample is shown");
    let told = told(&read.problems);
    assert_eq!(told.len(), 6, "{told:?}");
    assert!(
        told.contains(
            &"people.csv:2 “Date of Birth” was left out (2 times): the workbench keeps no birth dates or places."
                .to_owned()
        )
    );
    assert!(told.contains(&"people.csv:2 “Age” was left out (once): the workbench keeps no ages.".to_owned()));
    assert!(!format!("{:?}", read.candidates).contains("1990"), "nothing carries it in");
}

#[test]
fn a_person_may_correct_the_match_but_not_open_what_is_dropped() {
    let text = "Who,Wo,Geburtsdatum\nLi Wei,li@example.org,1990\n";
    let first = read(text);
    assert!(first.candidates.is_empty());
    assert!(told(&first.problems)[0].contains("No column is known as the name. The columns are “Who”, “Wo”"));
    let said = [Some(Field::Name), Some(Field::Email), Some(Field::Notes)];
    let read = candidates("people.csv", text.as_bytes(), Some(&said), Keep::default());
    assert_eq!(
        (read.candidates[0].name.as_str(), read.candidates[0].contact.email.as_str()),
        ("Li Wei", "li@example.org")
    );
    assert_eq!(read.candidates[0].contact.notes, "");
    assert_eq!(read.columns[2].field, None);
}

#[test]
fn one_bad_row_never_loses_the_rest() {
    let long = "x".repeat(201);
    let read =
        read(&format!("Name,Email\nA,a@x.org\n,nobody@x.org\nB,not an address\n{long},c@x.org\nD\u{202E},A@X.org\n"));
    let names: Vec<&str> = read.candidates.iter().map(|candidate| candidate.name.as_str()).collect();
    assert_eq!(names, ["A", "B", "D"], "what turns the direction of a text is no part of a name");
    let told = told(&read.problems);
    assert!(told[0].starts_with("people.csv:3 The name is empty."), "{told:?}");
    assert!(told[1].starts_with("people.csv:4 “not an address” does not look like"), "{told:?}");
    assert!(told[2].starts_with("people.csv:5 The name has 201 characters"), "{told:?}");
    assert!(
        told[3].starts_with("people.csv:6 The address “A@X.org” stands at people.csv:2 as well, with another name"),
        "{told:?}"
    );
}

#[test]
fn a_table_needs_no_heading_where_addresses_tell_it() {
    let read = read("1,Anna Müller,anna@example.org\n2,山田 太郎,taro@example.org\n");
    let names: Vec<&str> = read.candidates.iter().map(|candidate| candidate.name.as_str()).collect();
    assert_eq!(names, ["Anna Müller", "山田 太郎"]);
    assert_eq!(read.candidates[1].contact.email, "taro@example.org");
}

#[test]
fn other_scripts_and_encodings_are_read() {
    let read_utf8 = read("姓\t名\tメール\n山田\t太郎\ttaro@example.org\n");
    assert_eq!(read_utf8.candidates[0].name, "山田 太郎", "the family name first, as it is written");
    // "Prénom;Nom" and a row, as an old Excel in France writes them.
    let read =
        candidates("x.csv", b"Pr\xE9nom;Nom;T\xE9l\xE9phone\nRen\xE9e;Lef\xE8vre;+33 1 23 45\n", None, Keep::default());
    assert_eq!(read.candidates[0].name, "Renée Lefèvre");
    assert!(told(&read.problems)[0].contains("This file is not in UTF-8. It was read as "), "{:?}", read.problems);
}

#[test]
fn what_is_no_table_is_told() {
    assert!(told(&read("").problems)[0].contains("is empty"));
    assert!(told(&read("Name,Email\n").problems)[0].contains("heading alone"));
    let sheet = candidates("people.xlsx", b"PK\x03\x04\x14\0\x06\0", None, Keep::default());
    assert!(told(&sheet.problems)[0].contains("save it as CSV"), "{:?}", sheet.problems);
    assert_eq!(sheet.format, None);
}
