use super::{meeting, read, starts, times, told};

fn series(start: &str, rest: &str) -> Vec<String> {
    starts(&read(&meeting(&format!("DTSTART:{start}\nDURATION:PT1H\n{rest}"))))
}

// Dates by the calendar of 2026: 1 January is a Thursday.
#[test]
fn rules_give_the_days_that_their_words_say() {
    assert_eq!(
        series("20260105T090000Z", "RRULE:FREQ=DAILY;INTERVAL=2;COUNT=3"),
        ["2026-01-05T09:00", "2026-01-07T09:00", "2026-01-09T09:00"]
    );
    assert_eq!(
        series("20260105T090000Z", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;UNTIL=20260123T090000Z"),
        ["2026-01-05T09:00", "2026-01-09T09:00", "2026-01-19T09:00", "2026-01-23T09:00"],
        "the day of UNTIL belongs to it"
    );
    let last_friday = "RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=3";
    assert_eq!(series("20260130T090000Z", last_friday), ["2026-01-30T09:00", "2026-02-27T09:00", "2026-03-27T09:00"]);
    let months = "RRULE:FREQ=MONTHLY;COUNT=3";
    assert_eq!(
        series("20260131T090000Z", months),
        ["2026-01-31T09:00", "2026-03-31T09:00", "2026-05-31T09:00"],
        "no 31 February"
    );
    let last_workday = "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2";
    assert_eq!(series("20260130T090000Z", last_workday), ["2026-01-30T09:00", "2026-02-27T09:00"]);
    let second_tuesday = "RRULE:FREQ=YEARLY;BYMONTH=3,5;BYDAY=2TU;COUNT=2";
    assert_eq!(series("20260310T090000Z", second_tuesday), ["2026-03-10T09:00", "2026-05-12T09:00"]);
    let last_of_month = "RRULE:FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2";
    assert_eq!(series("20260131T090000Z", last_of_month), ["2026-01-31T09:00", "2026-02-28T09:00"]);
}

// RFC 5545, section 3.3.10: the example that shows what the start of the week is for.
#[test]
fn the_start_of_the_week_decides_which_weeks_are_skipped() {
    let rule = |start: &str| format!("RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST={start}");
    let of = |start: &str| -> Vec<String> {
        let options = crate::CalendarOptions {
            zone: jiff::tz::TimeZone::UTC,
            from: super::instant("1997-01-01T00:00:00Z"),
            until: super::instant("1998-01-01T00:00:00Z"),
        };
        let text = format!(
            "BEGIN:VCALENDAR\n{}\nEND:VCALENDAR",
            meeting(&format!("DTSTART:19970805T090000Z\nDURATION:PT1H\n{}", rule(start)))
        );
        starts(&crate::calendar("x.ics", text.as_bytes(), &options)).iter().map(|time| time[5..10].to_owned()).collect()
    };
    assert_eq!(of("MO"), ["08-05", "08-10", "08-19", "08-24"]);
    assert_eq!(of("SU"), ["08-05", "08-17", "08-19", "08-31"]);
}

#[test]
fn a_series_keeps_its_hour_when_the_clock_changes() {
    let lines = "DTSTART;TZID=Europe/Berlin:20260323T100000\nDTEND;TZID=Europe/Berlin:20260323T110000\nRRULE:FREQ=WEEKLY;COUNT=2";
    let calendar = read(&meeting(lines));
    assert_eq!(
        times(&calendar),
        ["2026-03-23T09:00:00Z/2026-03-23T10:00:00Z", "2026-03-30T08:00:00Z/2026-03-30T09:00:00Z"]
    );
    assert_eq!(calendar.events[1].occurrence.as_deref(), Some("2026-03-30T08:00:00Z"));
}

#[test]
fn single_meetings_of_a_series_are_taken_out_added_moved_and_called_off() {
    let zone = "TZID=Europe/Berlin";
    let main = meeting(&format!(
        "DTSTART;{zone}:20260105T100000\nDTEND;{zone}:20260105T110000\nRRULE:FREQ=DAILY;COUNT=5\nSUMMARY:Interview\n\
         EXDATE;{zone}:20260106T100000\nRDATE;{zone}:20260112T150000"
    ));
    let moved = meeting(&format!(
        "RECURRENCE-ID;{zone}:20260107T100000\nDTSTART;{zone}:20260107T160000\nDTEND;{zone}:20260107T163000\nSUMMARY:Moved"
    ));
    let off = meeting(&format!(
        "RECURRENCE-ID;{zone}:20260108T100000\nDTSTART;{zone}:20260108T100000\nDTEND;{zone}:20260108T110000\nSTATUS:CANCELLED"
    ));
    let calendar = read(&[moved, main, off].join("\n"));
    assert_eq!(told(&calendar.problems), Vec::<String>::new());
    let all: Vec<(String, bool)> =
        starts(&calendar).into_iter().zip(calendar.events.iter().map(|event| event.cancelled)).collect();
    let expected = [
        ("2026-01-05T09:00", false),
        ("2026-01-07T15:00", false),
        ("2026-01-08T09:00", true),
        ("2026-01-09T09:00", false),
        ("2026-01-12T14:00", false),
    ];
    assert_eq!(all, expected.map(|(time, off)| (time.to_owned(), off)));
    assert_eq!(calendar.events[1].occurrence.as_deref(), Some("2026-01-07T09:00:00Z"), "named by when it was to be");
    assert_eq!(calendar.events[1].title, "Moved");
}

#[test]
fn a_series_without_end_ends_with_the_time_looked_at() {
    let calendar = read(&meeting("DTSTART;VALUE=DATE:19900101\nRRULE:FREQ=YEARLY"));
    assert_eq!(times(&calendar), ["2026-01-01..2026-01-01"]);
    let never = read(&meeting("DTSTART:20260130T090000Z\nDURATION:PT1H\nRRULE:FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30"));
    assert_eq!(starts(&never), ["2026-01-30T09:00"], "30 February never comes");
}

#[test]
fn a_rule_that_is_not_read_takes_the_first_and_says_so() {
    let calendar = read(&meeting("DTSTART:20260105T090000Z\nDURATION:PT1H\nRRULE:FREQ=YEARLY;BYWEEKNO=20"));
    assert_eq!(starts(&calendar), ["2026-01-05T09:00"]);
    assert!(told(&calendar.problems)[0].contains("“BYWEEKNO=20”"), "{:?}", calendar.problems);
}
