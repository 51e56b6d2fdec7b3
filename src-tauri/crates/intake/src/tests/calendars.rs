use super::{meeting, read, times, told};
use crate::Person;

#[test]
fn a_meeting_says_who_when_where_and_perhaps_with_whom() {
    let calendar = read(&meeting(
        "DTSTAMP:20260101T000000Z\nDTSTART;TZID=Europe/Berlin:20260309T093000\nDTEND;TZID=Europe/Berlin:20260309T103000\n\
         SUMMARY:Technical interview: Nguyễn Văn Anh (Senior Engineer) with\n  Priya\nLOCATION:Room 4\\, Berlin\n\
         DESCRIPTION:Candidate: Nguyễn Văn Anh\\nBring the kit.\nORGANIZER;CN=Rita Recruiter:mailto:rita@example.org\n\
         ATTENDEE;CN=\"Priya Raman\";PARTSTAT=ACCEPTED:MAILTO:priya@example.org\n\
         ATTENDEE;CN=kai@example.org;PARTSTAT=DECLINED:mailto:kai@example.org\nATTENDEE;CUTYPE=ROOM;CN=Room 4:mailto:r4@example.org\n\
         BEGIN:VALARM\nTRIGGER:-PT15M\nDESCRIPTION:Alarm\nSUMMARY:Alarm\nEND:VALARM",
    ));
    assert_eq!(told(&calendar.problems), Vec::<String>::new());
    let event = &calendar.events[0];
    assert_eq!(times(&calendar), ["2026-03-09T08:30:00Z/2026-03-09T09:30:00Z"]);
    assert_eq!((event.uid.as_str(), event.occurrence.as_deref(), event.place.as_str()), ("u1", None, "round.ics:3"));
    assert_eq!(
        (event.location.as_str(), event.notes.as_str()),
        ("Room 4, Berlin", "Candidate: Nguyễn Văn Anh\nBring the kit.")
    );
    let person =
        |name: &str, email: &str, declined| Person { name: name.to_owned(), email: email.to_owned(), declined };
    assert_eq!(event.organiser, Some(person("Rita Recruiter", "rita@example.org", false)));
    assert_eq!(
        event.attendees,
        [person("Priya Raman", "priya@example.org", false), person("", "kai@example.org", true)]
    );
    assert_eq!(event.candidates, ["Nguyễn Văn Anh"]);
}

#[test]
fn the_candidate_is_guessed_from_the_title() {
    let guess = |title: &str| {
        let attendee = "ATTENDEE;CN=Priya Raman:mailto:p@example.org";
        read(&meeting(&format!("DTSTART:20260309T093000Z\nDTEND:20260309T103000Z\nSUMMARY:{title}\n{attendee}"))).events
            [0]
        .candidates
        .clone()
    };
    assert_eq!(guess("Interview: Anna Müller"), ["Anna Müller"]);
    assert_eq!(guess("Anna Müller <> Priya Raman – Technical Interview"), ["Anna Müller"]);
    assert_eq!(guess("Vorstellungsgespräch mit Jan van der Berg"), ["Jan van der Berg"]);
    assert_eq!(guess("Interview for the new office with jan"), Vec::<String>::new());
    assert_eq!(guess("面接: 山田太郎"), ["山田太郎"]);
    assert_eq!(guess("Final round (45 min)"), Vec::<String>::new());
}

#[test]
fn days_durations_and_cancelled_meetings_are_read() {
    let calendar = read(
        &[
            meeting("DTSTART;VALUE=DATE:20260309\nDTEND;VALUE=DATE:20260311\nSUMMARY:Onsite"),
            meeting("DTSTART;VALUE=DATE:20260312\nSUMMARY:One day").replace("u1", "u2"),
            meeting("DTSTART:20260313T090000Z\nDURATION:PT1H30M\nSTATUS:CANCELLED").replace("u1", "u3"),
            meeting("DTSTART:20260314T090000Z\nDTEND:20260314T080000Z").replace("u1", "u4"),
            meeting("SUMMARY:When?").replace("u1", "u5"),
            meeting(
                "DTSTART;TZID=W. Europe Standard Time:20260316T000000\nDTEND;TZID=W. Europe Standard Time:20260318T000000\n\
                 X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
            )
            .replace("u1", "u6"),
        ]
        .join("\n"),
    );
    assert_eq!(
        times(&calendar),
        [
            "2026-03-09..2026-03-10",
            "2026-03-12..2026-03-12",
            "2026-03-13T09:00:00Z/2026-03-13T10:30:00Z",
            "2026-03-14T09:00:00Z/2026-03-14T09:00:00Z",
            "2026-03-16..2026-03-17"
        ]
    );
    assert_eq!(calendar.events.iter().filter(|event| event.cancelled).count(), 1);
    let told = told(&calendar.problems);
    assert!(told[0].contains("ends before it starts") && told[1].contains("does not say when it starts"), "{told:?}");
}

#[test]
fn the_newest_version_of_a_meeting_counts() {
    let version = |sequence: u32, hour: u32| {
        meeting(&format!("SEQUENCE:{sequence}\nDTSTART:20260309T{hour:02}0000Z\nDURATION:PT1H"))
    };
    let calendar = read(&[version(1, 9), version(3, 11), version(2, 10)].join("\n"));
    assert_eq!(times(&calendar), ["2026-03-09T11:00:00Z/2026-03-09T12:00:00Z"]);
}

#[test]
fn a_broken_calendar_gives_what_it_has() {
    let open = "BEGIN:VEVENT\nUID:u0\nDTSTART:20260309T090000Z\nDTEND:20260309T100000Z";
    let calendar = read(&format!("{open}\n{}", meeting("DTSTART:20260310T090000Z\nDURATION:PT1H")));
    assert_eq!(times(&calendar), ["2026-03-10T09:00:00Z/2026-03-10T10:00:00Z"]);
    assert!(told(&calendar.problems)[0].contains("has no END:VEVENT"));
    let cut = read(open);
    assert!(cut.events.is_empty() && told(&cut.problems).concat().contains("has no END:VEVENT"), "{cut:?}");
    let none = crate::calendar(
        "x.ics",
        b"hello: world",
        &super::super::CalendarOptions {
            zone: jiff::tz::TimeZone::UTC,
            from: jiff::Timestamp::MIN,
            until: jiff::Timestamp::MAX,
        },
    );
    assert!(told(&none.problems)[0].contains("BEGIN:VCALENDAR is missing"));
}
