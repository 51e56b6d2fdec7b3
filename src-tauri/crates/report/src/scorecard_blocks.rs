//! One scorecard: what it recommends and why, what was said later, then each question.

use workbench_domain::{
    meeting::Part,
    packet::{PacketScorecard, PanelMember},
    scorecard::Coverage,
};

use crate::{
    blocks::{Block, Para, Span, Style, isolate},
    display::{Entry, Ink},
    first_page::kit,
    labels::Say,
    packet_blocks::{PART, heading, recommendation, section},
    question_blocks::{notes, question},
    reason_blocks, wording,
};

/// A submitted scorecard.
pub(crate) fn scorecard(card: &PacketScorecard, member: &PanelMember, say: Say, blocks: &mut Vec<Block>) {
    let title = say.with("scorecard.section", &[("who", &isolate(&member.interviewer))]);
    blocks.push(Block::NewPart);
    blocks.push(section(title.as_str()));
    blocks.push(Block::Para(Para::text(title, Style::H1).before(PART).with_next()));
    for facts in [how(member, say), when(member, say)] {
        blocks.extend((!facts.is_empty()).then(|| {
            let words = facts.join("  ·  ");
            Block::Para(Para::text(words, Style::SMALL).before(2.0).with_next())
        }));
    }
    let mut inside = vec![
        Block::Para(Para::new(vec![
            Span::new(format!("{}  ", say.text("scorecard.recommends")), Style::BODY.ink(Ink::Quiet)),
            Span::new(recommendation(member, say), Style::BODY.strong()),
        ])),
        Block::Para(Para::text(judged(member, say), Style::SMALL)),
    ];
    inside.extend(member.amended.map(|newest| {
        let said = if Some(newest) == member.recommendation {
            say.text("scorecard.amended_same").to_owned()
        } else {
            say.with("scorecard.amended_other", &[("recommendation", &say.recommendation(newest))])
        };
        Block::Para(Para::text(said, Style::SMALL.ink(Ink::Flag)))
    }));
    blocks.push(Block::Boxed { ground: Ink::Tint, bar: Ink::Accent, before: 10.0, blocks: inside });
    reason_blocks::reasons(say.text("scorecard.reasons_for"), &card.reasons_for, say, blocks);
    reason_blocks::reasons(say.text("scorecard.reasons_against"), &card.reasons_against, say, blocks);
    reason_blocks::own_ratings(&card.own_ratings, say, blocks);
    for amendment in &card.amendments {
        reason_blocks::amendment(amendment, say, blocks);
    }
    let clock = member.written_at.is_none();
    let seconds: Vec<u32> = card.answers.iter().map(|one| one.answer.spent_seconds).collect();
    for (answer, minutes) in card.answers.iter().zip(wording::minutes_of(&seconds)) {
        question(answer, minutes, clock, say, blocks);
    }
    for (key, entries) in
        [("scorecard.candidate_asked", &card.candidate_questions), ("scorecard.general", &card.general)]
    {
        let title = say.text(key);
        if !entries.is_empty() {
            blocks.push(Block::Rule { before: 18.0 });
            blocks.push(Block::Entry(Entry { level: 1, title: title.to_owned() }));
            blocks.push(heading(title));
            notes(entries, clock, say, blocks);
        }
    }
}

/// With which kit and in which part.
fn how(member: &PanelMember, say: Say) -> Vec<String> {
    let mut facts = vec![kit(member, say)];
    facts.extend(member.part.map(|part| {
        say.text(match part {
            Part::Lead => "scorecard.led",
            Part::Scribe => "scorecard.scribe",
        })
        .to_owned()
    }));
    if member.chosen {
        facts.push(say.text("scorecard.chosen").to_owned());
    }
    if member.written_at.is_none() {
        facts.push(say.with("scorecard.held", &[("when", &say.moment(member.held_at))]));
    }
    facts.extend(
        (member.spent_seconds > 0)
            .then(|| say.count("count.minutes_on_questions", wording::minutes(member.spent_seconds))),
    );
    facts.extend(member.submitted_at.map(|time| {
        let within = member.minutes_to_submit.map(|minutes| hours(minutes, say));
        let key = match (&within, member.after_seeing_others) {
            (None, false) => "scorecard.submitted_before",
            (None, true) => "scorecard.submitted_after",
            (Some(_), false) => "scorecard.submitted_within_before",
            (Some(_), true) => "scorecard.submitted_within_after",
        };
        say.with(key, &[("when", &say.moment(time)), ("within", &within.unwrap_or_default())])
    }));
    facts
}

/// "within 3 hours of the interview".
fn hours(minutes: u32, say: Say) -> String {
    say.count("scorecard.within_hours", minutes.div_ceil(60).max(1))
}

/// What was out of the common in its times: written down afterwards, broken off.
fn when(member: &PanelMember, say: Say) -> Vec<String> {
    let mut facts = Vec::new();
    facts.extend(member.written_at.map(|written| {
        let (held, written) = (say.moment(member.held_at), say.moment(written));
        say.with("scorecard.held_written", &[("held", &held), ("written", &written)])
    }));
    facts.extend(member.broke_off.iter().map(|broke| {
        let at = say.moment_of(member.held_at, broke.at);
        match broke.continued_at {
            Some(time) => {
                say.with("scorecard.broke_continued", &[("when", &at), ("then", &say.moment_of(broke.at, time))])
            }
            None => say.with("scorecard.broke_off", &[("when", &at)]),
        }
    }));
    facts
}

/// How much the scorecard rests on: "14 of 16 questions rated, 1 not asked, 1 could not judge".
fn judged(member: &PanelMember, say: Say) -> String {
    let all = say.count("count.question", member.coverage.questions);
    let mut parts = vec![say.with("scorecard.rated", &[("n", &member.coverage.rated), ("questions", &all)])];
    parts.extend(unrated(&member.coverage, say));
    let flags = match member.red_flags {
        0 => say.text("scorecard.no_flags").to_owned(),
        number => say.count("count.red_flags_noted", number),
    };
    format!("{}  ·  {flags}", say.list(&parts))
}

/// The questions without a level, by the reason why.
pub(crate) fn unrated(coverage: &Coverage, say: Say) -> Vec<String> {
    let reasons = [
        (coverage.not_asked, "rating.some_not_asked"),
        (coverage.could_not_judge, "rating.some_could_not_judge"),
        (coverage.unrated, "rating.some_not_rated"),
    ];
    let some = reasons.into_iter().filter(|(number, _)| *number > 0);
    some.map(|(number, key)| say.with(key, &[("n", &number)])).collect()
}
