//! What is far too much ends in a message, before it fills the memory.

use super::{instant, read, told};
use crate::{CalendarOptions, Keep, PARTS_MAX, calendar, candidates};

fn options() -> CalendarOptions {
    CalendarOptions {
        zone: jiff::tz::TimeZone::UTC,
        from: instant("2026-01-01T00:00:00Z"),
        until: instant("2026-12-31T00:00:00Z"),
    }
}

#[test]
fn a_file_of_nothing_but_signs_is_told_and_not_read() {
    let past = format!("This file has more than {PARTS_MAX} parts");
    for (name, before, sign) in [
        ("colons.vcf", "BEGIN:VCARD\n", ":\n"),
        ("parameters.vcf", "BEGIN:VCARD\nTEL", ";a"),
        ("units.vcf", "BEGIN:VCARD\nORG:", ";"),
        ("objects.json", "[", "{\"a\":1},"),
        ("lists.json", "{\"basics\": [", "[],"),
    ] {
        let read = candidates(
            name,
            format!("{before}{}", sign.repeat(PARTS_MAX / 2 + 1)).repeat(2).as_bytes(),
            None,
            Keep::default(),
        );
        let told = told(&read.problems);
        assert_eq!((read.candidates.len(), told.len()), (0, 1), "{name}: {told:?}");
        assert!(told[0].starts_with(&format!("{name}:")) && told[0].contains(&past), "{told:?}");
    }
    let lines = format!("BEGIN:VCALENDAR\n{}", "A:\n".repeat(PARTS_MAX / 2 + 1));
    let read = calendar("lines.ics", lines.as_bytes(), &options());
    assert_eq!(read.events, []);
    assert!(told(&read.problems)[0].contains(&past), "{:?}", read.problems);
}

#[test]
fn a_table_of_one_endless_row_is_told_with_its_line_alone() {
    let read = candidates("cells.csv", ",".repeat(PARTS_MAX).as_bytes(), None, Keep::default());
    let told = told(&read.problems);
    let most =
        "cells.csv:1 This table has more than 2000000 cells or 500000 rows; from here on nothing was read. Split it.";
    assert_eq!((told, read.columns.len()), (vec![most.to_owned()], 0));
}

#[test]
fn one_resume_of_far_too_many_values_leaves_the_others() {
    let text = format!(
        r#"[{{"basics":{{"name":"Ana"}}}}, {{"basics":{{"name":"B"}},"x":[{}1]}}, {{"basics":{{"name":"Cy"}}}}]"#,
        "1,".repeat(100_000)
    );
    let read = candidates("r.json", text.as_bytes(), None, Keep::default());
    assert_eq!(read.candidates.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Ana", "Cy"]);
    let what = "r.json:1 Resume 2 has more than 100000 values, so it is no resume of a person. It was left out.";
    assert_eq!(told(&read.problems), [what]);
}

#[test]
fn a_series_whose_every_meeting_has_a_book_of_text_ends_in_a_message() {
    let book = "many words ".repeat(300_000);
    let read = read(&super::meeting(&format!(
        "DTSTART:20260105T090000Z\nDTEND:20260105T100000Z\nRRULE:FREQ=DAILY\nSUMMARY:A\nDESCRIPTION:{book}"
    )));
    let told = told(&read.problems);
    assert_eq!((read.events.len(), told.len()), (20, 1), "{told:?}");
    let what =
        "The meetings of this calendar have more than 64 MiB of text once each series is written out; from here on";
    assert!(told[0].contains(what), "{told:?}");
}

#[test]
fn a_calendar_of_far_too_many_meetings_gives_the_first_and_says_so() {
    let meetings: String = (0..20_001)
        .map(|n| {
            format!("BEGIN:VEVENT\nUID:{n}\nDTSTART:20260309T100000Z\nDTEND:20260309T110000Z\nX-NOISE:a\nEND:VEVENT\n")
        })
        .collect();
    let read = calendar("all.ics", format!("BEGIN:VCALENDAR\n{meetings}END:VCALENDAR\n").as_bytes(), &options());
    let what =
        "all.ics:120002 This calendar has more than 20000 meetings; from here on nothing was read. Export fewer days.";
    assert_eq!((read.events.len(), told(&read.problems)), (20_000, vec![what.to_owned()]));
}

#[test]
fn a_meeting_of_far_too_many_lines_is_told_and_those_before_it_stay() {
    let good = "BEGIN:VEVENT\nUID:1\nDTSTART:20260309T100000Z\nDTEND:20260309T110000Z\nEND:VEVENT\n";
    let text = format!(
        "BEGIN:VCALENDAR\n{good}BEGIN:VEVENT\n{}END:VEVENT\n{good}",
        "ATTENDEE:mailto:a@x.org\n".repeat(500_000)
    );
    let read = calendar("all.ics", text.as_bytes(), &options());
    let told = told(&read.problems);
    assert_eq!((read.events.len(), told.len()), (1, 1), "{told:?}");
    assert!(told[0].starts_with("all.ics:7 The meetings of this calendar have more than 500000 lines"), "{told:?}");
}
