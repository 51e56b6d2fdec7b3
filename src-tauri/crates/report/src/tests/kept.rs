//! How long a packet is kept: on its first page, in the personnel file and in the candidate's own copy.

use expect_test::expect;
use jiff::civil::date;
use workbench_domain::{
    packet::{Around, Audience, PacketOptions, PacketRule},
    retention::{ClockStart, Kept},
};

use super::*;

/// A rule as a packet has it.
pub(super) fn rule(held: bool) -> PacketRule {
    PacketRule {
        title: "US: private employer".to_owned(),
        months: 12,
        hired_months: None,
        source: "29 CFR 1602.14".to_owned(),
        read_on: date(2026, 11, 26),
        kept: Some(Kept {
            hired: false,
            months: 12,
            from: date(2026, 3, 9),
            start: ClockStart::Decision,
            held_days: 0,
            until: date(2027, 3, 9),
        }),
        held,
    }
}

/// What stands under "Keep until" on the first page.
fn keep_until(packet: &Packet) -> String {
    let first = pages(packet)[0].text();
    let (_, after) = first.split_once("Keep until\n").unwrap();
    let (lines, _) = after.split_once("\nPacket\n").unwrap();
    lines.to_owned()
}

#[test]
fn the_first_page_says_until_when_by_which_rule_and_only_without_one_that_there_is_none() {
    let told = Some("31 March 2027".to_owned());
    let without_date = PacketRule { kept: None, ..rule(false) };
    let mut said = String::new();
    for (case, rule, told) in [
        ("nothing", None, None),
        ("told", None, told.clone()),
        ("rule", Some(rule(false)), None),
        ("both", Some(rule(false)), told),
        ("held", Some(rule(true)), None),
        ("date withheld", Some(without_date), None),
    ] {
        let packet = Packet { rule, retention: told, ..small() };
        said.push_str(&format!("-- {case}\n{}\n", keep_until(&packet)));
    }
    expect![[r#"
        -- nothing
        No retention rule is set
        -- told
        31 March 2027, as the 
        candidate was told
        No retention rule is set
        -- rule
        9 March 2027
        1 year, by the rule US: private 
        employer
        -- both
        9 March 2027
        1 year, by the rule US: private 
        employer
        31 March 2027, as the 
        candidate was told
        -- held
        The legal hold is lifted
        9 March 2027
        1 year, by the rule US: private 
        employer
        -- date withheld
        1 year, by the rule US: 
        private employer
    "#]]
    .assert_eq(&said);
}

/// The part of the pages between two texts.
fn between(packet: &Packet, from: &str, to: &str) -> String {
    let all = pages(packet).iter().map(|page| page.text()).collect::<Vec<_>>().join("\n");
    let (_, after) = all.split_once(from).unwrap_or_else(|| panic!("{from}: {all}"));
    let (lines, _) = after.split_once(to).unwrap_or_else(|| panic!("{to}: {after}"));
    lines.trim().to_owned()
}

#[test]
fn the_personnel_file_and_the_candidates_copy_give_the_rule_its_source_and_both_dates() {
    let mut kept = rule(true);
    kept.kept.as_mut().unwrap().held_days = 14;
    let packet = Packet { rule: Some(kept), retention: Some("1 year after the decision".to_owned()), ..small() };
    let wanted = |audience| PacketOptions { audience, ..PacketOptions::default() };
    let file = packet.clone().prepared(&wanted(Audience::Hr), &Around::default()).packet;
    expect![[r#"
        Rule | US: private employer: 1 year
        Source | 29 CFR 1602.14 (read on 26 November 2026)
        Counted from | 9 March 2026, the decision
        Kept until | 9 March 2027, with 14 days of legal hold
        Legal hold | Nothing is erased until it is lifted
        The candidate was told | 1 year after the decision"#]]
    .assert_eq(&between(&file, "How long it is kept\n", "Questions not asked"));
    let copy = packet.prepared(&wanted(Audience::Candidate), &Around::default()).packet;
    expect![[r#"
        You were told: 1 year after the decision.
        Rule: US: private employer: 1 year
        Source: 29 CFR 1602.14 (read on 26 November 2026)
        Counted from: 9 March 2026, the decision
        Kept until: 9 March 2027, with 14 days of legal hold
        Legal hold: Nothing is erased until it is lifted"#]]
    .assert_eq(&between(&copy, "How long it is kept | ", "How the composite is"));
}
