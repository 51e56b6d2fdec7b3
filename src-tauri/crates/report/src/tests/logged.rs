//! The log in the personnel file: what stands in one line, and what never does.

use jiff::civil::date;
use workbench_domain::{
    log::Act,
    packet::{Audience, PacketLog},
};

use super::{audiences::flowing, *};

#[test]
fn exports_of_one_kind_by_one_person_on_one_day_stand_in_one_line_and_everything_else_by_itself() {
    let day = date(2026, 3, 9);
    let act = |sequence: u32, minute: i8, actor: &str, act| PacketLog {
        sequence,
        at: day.at(14, minute, 0, 0),
        actor: actor.to_owned(),
        act,
        hash: format!("{sequence:04}").repeat(16),
    };
    let (packet_out, compared) = (Act::PacketExport, Act::ComparisonExport);
    let mut packet = Packet { audience: Audience::Hr, ..small() };
    packet.log = vec![
        act(1, 0, "Ana", packet_out),
        act(2, 1, "Ana", compared),
        act(5, 9, "Ana", packet_out),
        act(6, 10, "Ana", compared),
        act(7, 11, "Ana", packet_out),
        act(8, 12, "Ana", Act::ScorecardAmend),
        act(9, 13, "Ana", packet_out),
        act(10, 14, "Bo", packet_out),
        act(11, 15, "Bo", Act::Reveal),
        act(12, 16, "Bo", Act::Reveal),
        act(13, 17, "Bo", Act::AccessExport),
        act(14, 17, "Bo", Act::AccessExport),
        act(15, 18, "Bo", packet_out),
        PacketLog { at: date(2026, 3, 10).at(14, 18, 0, 0), ..act(16, 0, "Bo", packet_out) },
    ];
    let said = flowing(&packet);
    for words in [
        "1 to 7 9 March 2026, 14:00 to 14:11 Ana Packet exported, 3 times 0001 0001 0001 0007 0007 0007",
        "2 to 6 9 March 2026, 14:01 to 14:10 Ana Comparison exported, 2 times 0002 0002 0002 0006 0006 0006",
        "8 9 March 2026, 14:12 Ana Scorecard amended 0008 0008 0008",
        "9 9 March 2026, 14:13 Ana Packet exported 0009",
        "10 9 March 2026, 14:14 Bo Packet exported 0010",
        "11 9 March 2026, 14:15 Bo Others’ scorecards seen for the first time 0011",
        "12 9 March 2026, 14:16 Bo Others’ scorecards seen for the first time 0012",
        "14 9 March 2026, 14:17 Bo",
        "15 9 March 2026, 14:18 Bo Packet exported 0015",
        "16 10 March 2026, 14:18 Bo Packet exported 0016",
        "The data in this file have every line.",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    packet.log.retain(|line| line.sequence > 7);
    assert!(!flowing(&packet).contains("stand in one line"));
}
