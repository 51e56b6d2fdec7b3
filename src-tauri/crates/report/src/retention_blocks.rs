//! How long a packet is kept: by which rule, since when the clock runs, and what the candidate was told.

use jiff::civil::Date;
use workbench_domain::{
    packet::{Packet, PacketRule},
    retention::ClockStart,
};

use crate::{
    blocks::{Block, Cell, Style, Table, free_text, isolate},
    labels::Say,
    packet_blocks::{cell, heading, row},
    paginate::BLOCK,
    question_blocks::one_line,
};

fn day(date: Date, say: Say) -> String {
    say.date(date.at(0, 0, 0, 0))
}

/// Months as people say them: "1 year", "18 months".
fn period(months: u32, say: Say) -> String {
    if months > 0 && months.is_multiple_of(12) {
        say.count("count.year", months / 12)
    } else {
        say.count("count.month", months)
    }
}

fn words(rule: &PacketRule, say: Say) -> String {
    let months = period(rule.months, say);
    match rule.hired_months {
        Some(hired) => say.with("retention.if_hired", &[("period", &months), ("hired", &period(hired, say))]),
        None => months,
    }
}

/// Until when it may be kept: by the rule, and as the candidate was told, which binds whoever reads it.
pub(crate) fn keep_until(packet: &Packet, say: Say) -> Vec<String> {
    let told =
        packet.retention.as_ref().map(|words| say.with("retention.as_told", &[("until", &isolate(&one_line(words)))]));
    let Some(rule) = &packet.rule else {
        return told.into_iter().chain([say.text("retention.no_rule").to_owned()]).collect();
    };
    let lifted = rule.held.then(|| say.text("retention.hold_is_lifted").to_owned());
    let until = rule.kept.as_ref().map(|kept| day(kept.until, say));
    let title = isolate(&one_line(&rule.title));
    let by = say.with("retention.by_the_rule", &[("period", &words(rule, say)), ("rule", &title)]);
    lifted.into_iter().chain(until).chain([by]).chain(told).collect()
}

/// The same for the candidate, in whole sentences; nothing is said twice.
pub(crate) fn own_words(packet: &Packet, say: Say) -> String {
    let told = packet
        .retention
        .as_deref()
        .map(|words| say.with("retention.you_were_told", &[("until", &one_line(words).trim_end_matches('.'))]));
    let facts = packet.rule.iter().flat_map(|rule| facts(rule, say));
    let facts = facts.map(|(label, words)| say.with("retention.fact", &[("label", &label), ("words", &words)]));
    let all: Vec<String> = told.into_iter().chain(facts).collect();
    if all.is_empty() { say.text("own_copy.nothing_said").to_owned() } else { all.join("\n") }
}

/// For the personnel file.
pub(crate) fn file(packet: &Packet, say: Say, blocks: &mut Vec<Block>) {
    blocks.push(heading(say.text("retention.heading")));
    let none = || vec![(say.text("retention.rule"), say.text("retention.no_rule").to_owned())];
    let mut all = packet.rule.as_ref().map_or_else(none, |rule| facts(rule, say));
    all.extend(packet.retention.as_deref().map(|words| (say.text("retention.told"), one_line(words))));
    let rows = all.into_iter().map(|(label, words)| {
        row(vec![cell(label, Style::TABLE.strong()), Cell::Paras(free_text(&words, Style::TABLE))])
    });
    let widths = vec![130.0, BLOCK.0 - 130.0];
    blocks.push(Block::Table(Table { widths, head: Vec::new(), rows: rows.collect(), rules: true, before: 4.0 }));
}

/// The rule, where it is written, when its clock began and until when it runs.
fn facts(rule: &PacketRule, say: Say) -> Vec<(&'static str, String)> {
    let whole = say.with("retention.fact", &[("label", &one_line(&rule.title)), ("words", &words(rule, say))]);
    let read_on = day(rule.read_on, say);
    let source = say.with("retention.read_on", &[("source", &one_line(&rule.source)), ("date", &read_on)]);
    let mut facts = vec![(say.text("retention.rule"), whole), (say.text("retention.source"), source)];
    if let Some(kept) = &rule.kept {
        let start = say.text(match kept.start {
            ClockStart::Decision => "retention.decision",
            ClockStart::Record => "retention.record",
        });
        let from = say.with("retention.from", &[("date", &day(kept.from, say)), ("start", &start)]);
        facts.push((say.text("retention.counted_from"), from));
        let until = day(kept.until, say);
        let until = match kept.held_days {
            0 => until,
            days => say.count_with("retention.with_hold", days, &[("date", &until)]),
        };
        facts.push((say.text("retention.keep_until"), until));
    }
    if rule.held {
        facts.push((say.text("retention.hold"), say.text("retention.hold_words").to_owned()));
    }
    facts
}
