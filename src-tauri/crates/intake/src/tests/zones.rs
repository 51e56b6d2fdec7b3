use super::{meeting, read, times, told};

fn at(start: &str) -> (Vec<String>, Vec<String>) {
    let calendar = read(&meeting(&format!("DTSTART{start}\nDURATION:PT30M")));
    (times(&calendar).iter().map(|time| time[..20].to_owned()).collect(), told(&calendar.problems))
}

#[test]
fn zones_are_known_by_every_name_that_programs_write() {
    let none = Vec::<String>::new();
    for zone in [
        "Europe/Berlin",
        "W. Europe Standard Time",
        "\"W. Europe Standard Time\"",
        "/freeassociation.sourceforge.net/Europe/Berlin",
        "/mozilla.org/20050126_1/Europe/Berlin",
    ] {
        assert_eq!(
            at(&format!(";TZID={zone}:20260701T100000")),
            (vec!["2026-07-01T08:00:00Z".to_owned()], none.clone()),
            "{zone}"
        );
    }
    assert_eq!(at(";TZID=India Standard Time:20260701T100000").0, ["2026-07-01T04:30:00Z"]);
    assert_eq!(at(":20260701T100000Z").0, ["2026-07-01T10:00:00Z"]);
}

#[test]
fn times_without_a_zone_are_local_and_that_is_told() {
    let (times, told) = at(":20260701T100000");
    assert_eq!(times, ["2026-07-01T08:00:00Z"]);
    assert_eq!(told, ["round.ics:5 One time has no time zone. They were read as Europe/Berlin."]);
    let (times, told) = at(";TZID=Nowhere:20260701T100000");
    assert_eq!(times, ["2026-07-01T08:00:00Z"]);
    assert!(told[0].contains("The time zone “Nowhere” is unknown. Its times were read as Europe/Berlin."), "{told:?}");
}

#[test]
fn what_the_clock_skips_or_repeats_is_read_and_told() {
    let (times, told) = at(";TZID=Europe/Berlin:20260329T023000");
    assert_eq!(times, ["2026-03-29T01:30:00Z"], "03:30 by the clock on the wall");
    assert!(told[0].contains("2026-03-29 02:30 does not exist"), "{told:?}");
    let (times, told) = at(";TZID=Europe/Berlin:20261025T023000");
    assert_eq!(times, ["2026-10-25T00:30:00Z"], "the first of the two");
    assert!(told[0].contains("comes twice"), "{told:?}");
}

/// As Outlook writes it, with rules from 1601 on.
const DEFINED: &str = "BEGIN:VTIMEZONE\nTZID:Customized Time Zone\nBEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:+0200\n\
    TZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:16010101T020000\n\
    TZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT\nEND:VTIMEZONE";

#[test]
fn a_zone_that_the_file_defines_is_like_the_one_it_stands_for() {
    for (day, hour) in [
        ("0115", "10"),
        ("0701", "10"),
        ("0329", "01"),
        ("0329", "0230"),
        ("0329", "03"),
        ("1025", "0230"),
        ("1025", "03"),
        ("1025", "01"),
    ] {
        let time = format!("2026{day}T{hour:0<6}");
        let defined = read(&format!(
            "{}\n{DEFINED}",
            meeting(&format!("DTSTART;TZID=Customized Time Zone:{time}\nDURATION:PT30M"))
        ));
        let known = read(&meeting(&format!("DTSTART;TZID=Europe/Berlin:{time}\nDURATION:PT30M")));
        assert_eq!(times(&defined), times(&known), "{time}");
        assert_eq!(defined.problems.len(), known.problems.len(), "{time}: {:?}", defined.problems);
    }
}
