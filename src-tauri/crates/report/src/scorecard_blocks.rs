//! One scorecard: what it recommends and why, what was said later, then each question.

use workbench_domain::{
    meeting::Part,
    packet::{PacketScorecard, PanelMember},
    scorecard::Coverage,
};

use crate::{
    blocks::{Block, Para, Span, Style, isolate},
    display::{Entry, Ink},
    packet_blocks::{heading, recommendation, section},
    question_blocks::{notes, question},
    reason_blocks, wording,
};

/// A submitted scorecard, on pages of its own.
pub(crate) fn scorecard(card: &PacketScorecard, member: &PanelMember, blocks: &mut Vec<Block>) {
    let title = format!("Scorecard by {}", isolate(&member.interviewer));
    blocks.push(Block::NewPage);
    blocks.push(section(title.as_str()));
    blocks.push(Block::Para(Para::text(title, Style::H1).with_next()));
    for facts in [how(member), when(member)] {
        blocks.extend((!facts.is_empty()).then(|| {
            let words = facts.join("  ·  ");
            Block::Para(Para::text(words, Style::SMALL).with_next())
        }));
    }
    let mut inside = vec![
        Block::Para(Para::new(vec![
            Span::new("Recommends hiring:  ", Style::BODY.ink(Ink::Quiet)),
            Span::new(recommendation(member), Style::BODY.strong()),
        ])),
        Block::Para(Para::text(judged(member), Style::SMALL)),
    ];
    inside.extend(member.amended.map(|newest| {
        let said = if Some(newest) == member.recommendation {
            "Amended later, below. This first version counts.".to_owned()
        } else {
            format!("Amended later to “{}”, below. This first version counts.", newest.words())
        };
        Block::Para(Para::text(said, Style::SMALL.ink(Ink::Flag)))
    }));
    blocks.push(Block::Boxed { ground: Ink::Tint, bar: Ink::Accent, before: 10.0, blocks: inside });
    reason_blocks::reasons("Reasons for", &card.reasons_for, blocks);
    reason_blocks::reasons("Reasons against", &card.reasons_against, blocks);
    reason_blocks::own_ratings(&card.own_ratings, blocks);
    for amendment in &card.amendments {
        reason_blocks::amendment(amendment, blocks);
    }
    let clock = member.written_at.is_none();
    for answer in &card.answers {
        question(answer, clock, blocks);
    }
    for (title, entries) in
        [("What the candidate asked", &card.candidate_questions), ("Notes on the interview as a whole", &card.general)]
    {
        if !entries.is_empty() {
            blocks.push(Block::Rule { before: 18.0 });
            blocks.push(Block::Entry(Entry { level: 1, title: title.to_owned() }));
            blocks.push(heading(title));
            notes(entries, clock, blocks);
        }
    }
}

/// With which kit and in which part.
fn how(member: &PanelMember) -> Vec<String> {
    let mut facts = vec![format!("{}, version {}", isolate(&member.kit), member.kit_version)];
    facts.extend(member.part.map(|part| {
        match part {
            Part::Lead => "two interviewers: led it",
            Part::Scribe => "two interviewers: took the notes",
        }
        .to_owned()
    }));
    if member.chosen {
        facts.push("written at another interviewer's laptop: the name was chosen there, not verified".to_owned());
    }
    if member.written_at.is_none() {
        facts.push(format!("held {}", wording::moment(member.held_at)));
    }
    facts.extend((member.spent_seconds > 0).then(|| {
        wording::count(wording::minutes(member.spent_seconds), "minute on questions", "minutes on questions")
    }));
    facts.extend(member.submitted_at.map(|time| {
        let later = member.minutes_to_submit.map_or_else(String::new, |minutes| format!(", {}", hours(minutes)));
        let seen = if member.after_seeing_others { "after" } else { "before" };
        format!("submitted {}{later}, {seen} seeing another scorecard on this candidate", wording::moment(time))
    }));
    facts
}

/// "within 3 hours of the interview".
fn hours(minutes: u32) -> String {
    match minutes.div_ceil(60) {
        0 | 1 => "within an hour of the interview".to_owned(),
        hours => format!("within {hours} hours of the interview"),
    }
}

/// What was out of the common in its times: written down afterwards, broken off.
fn when(member: &PanelMember) -> Vec<String> {
    let mut facts = Vec::new();
    facts.extend(member.written_at.map(|written| {
        let held = wording::moment(member.held_at);
        format!("held {held}, written down afterwards, from {}", wording::moment(written))
    }));
    facts.extend(member.broke_off.iter().map(|broke| {
        let at = wording::moment_of(member.held_at, broke.at);
        match broke.continued_at {
            Some(time) => format!("broke off {at}, continued {}", wording::moment_of(broke.at, time)),
            None => format!("broke off {at}, not continued"),
        }
    }));
    facts
}

/// How much the scorecard rests on: "14 of 16 questions rated, 1 not asked, 1 could not judge".
fn judged(member: &PanelMember) -> String {
    let all = wording::count(member.coverage.questions, "question", "questions");
    let mut parts = vec![format!("{} of {all} rated", member.coverage.rated)];
    parts.extend(unrated(&member.coverage));
    let flags = match member.red_flags {
        0 => "no red flags noted".to_owned(),
        number => wording::count(number, "red flag noted", "red flags noted"),
    };
    format!("{}  ·  {flags}", parts.join(", "))
}

/// The questions without a level, by the reason why.
pub(crate) fn unrated(coverage: &Coverage) -> Vec<String> {
    let reasons = [
        (coverage.not_asked, "not asked"),
        (coverage.could_not_judge, "could not judge"),
        (coverage.unrated, "not rated"),
    ];
    reasons.into_iter().filter(|(number, _)| *number > 0).map(|(number, words)| format!("{number} {words}")).collect()
}
