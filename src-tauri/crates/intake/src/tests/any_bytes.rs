//! Whatever comes in, something comes out.

use jiff::{Timestamp, tz::TimeZone};
use proptest::{collection::vec, prelude::*};

use crate::{CalendarOptions, Keep, calendar, candidates, ratings};

fn options() -> CalendarOptions {
    CalendarOptions { zone: TimeZone::UTC, from: Timestamp::MIN, until: Timestamp::MAX }
}

/// Lines as calendars and cards have them, mixed at random.
fn pieces() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "BEGIN:VCALENDAR",
        "END:VCALENDAR",
        "BEGIN:VEVENT",
        "END:VEVENT",
        "BEGIN:VTIMEZONE",
        "END:VTIMEZONE",
        "TZID:X",
        "BEGIN:STANDARD",
        "END:STANDARD",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:-1200",
        "BEGIN:VALARM",
        "END:VALARM",
        "DTSTART;TZID=X:20260329T023000",
        "DTSTART:99991231T235959Z",
        "DTSTART:00010101T000000",
        "DTSTART;VALUE=DATE:20260309",
        "DTEND:20260309T103000Z",
        "DURATION:P999999W",
        "DURATION:PT999999H",
        "RRULE:FREQ=DAILY",
        "RRULE:FREQ=YEARLY;BYDAY=53MO",
        "RRULE:FREQ=MONTHLY;BYMONTHDAY=-31;BYSETPOS=-1;INTERVAL=1000",
        "RRULE:FREQ=WEEKLY;BYDAY=SU;WKST=SA;COUNT=4000000000",
        "EXDATE:20260309",
        "RDATE:20260309T100000Z/PT1H",
        "RECURRENCE-ID:20260309T100000Z",
        "UID:1",
        "SEQUENCE:-9",
        "SUMMARY:Interview: \\, - x",
        "ATTENDEE;CN=\"a:b\";CUTYPE=ROOM:mailto:x",
        "ORGANIZER:mailto:",
        " folded",
        "\tfolded",
        "",
        "BEGIN:VCARD",
        "END:VCARD",
        "VERSION:2.1",
        "N;ENCODING=QUOTED-PRINTABLE:=C3=;=BC=",
        "FN:A\\",
        "BDAY:1",
        "TEL;PREF=1:1",
        "Name,Email",
        "\"a",
        "A;B\tC|D",
        "{\"basics\":{\"name\":\"A\"}}",
        "[",
        "\u{202E}",
    ]);
    vec(prop_oneof![words.prop_map(str::to_owned), ".{0,12}"], 0..40).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #[test]
    fn any_bytes_are_welcome(bytes in vec(any::<u8>(), 0..600)) {
        let _ = candidates("x", &bytes, None, Keep::default());
        let _ = calendar("x", &bytes, &options());
        let _ = ratings("x", &bytes, true);
    }

    #[test]
    fn any_lines_are_welcome(text in pieces()) {
        let _ = candidates("x", text.as_bytes(), None, Keep::default());
        let _ = calendar("x", text.as_bytes(), &options());
        let _ = ratings("x", text.as_bytes(), text.len() % 2 == 0);
        let inside = format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\n{text}");
        let _ = calendar("x", inside.as_bytes(), &options());
    }

    #[test]
    fn no_meeting_ends_before_it_starts(text in pieces()) {
        let inside = format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260309T100000Z\n{text}\nEND:VEVENT\nEND:VCALENDAR");
        for event in calendar("x", inside.as_bytes(), &options()).events {
            match event.when {
                crate::When::Timed { starts_at, ends_at } => prop_assert!(starts_at <= ends_at),
                crate::When::AllDay { first, last } => prop_assert!(first <= last),
            }
        }
    }
}
