//! Made-up people and what was written about them.

use workbench_domain::{
    answer::{Answer, AskedProbe, MarkedLine},
    entry::{Entry, EntryKind},
    formula::{composite_of, figures_of},
    ids::{CompetencyId, EntryId, InterviewId, QuestionId},
    kit::Competency,
    means::CompetencySum,
    meeting::{Mode, Part},
    packet::{
        Audience, BrokeOff, Change, Cited, CitedReason, CitedThing, Fairness, MatrixRating, MatrixRow, Packet,
        PacketAmendment, PacketAnswer, PacketOwnRating, PacketScorecard, PanelMember, ReferredAnchor,
    },
    place::Place,
    rating::{Level, Rating},
    record::{Deviation, DeviationKind, Unjudged},
    scorecard::{Coverage, Recommendation},
    tick::TickState,
};

pub const COMPETENCIES: [&str; 5] =
    ["Language depth", "Concurrency", "Debugging and diagnosis", "System design", "Working with others"];

pub const QUESTIONS: [(&str, usize, &str); 6] = [
    (
        "A generator that leaks",
        0,
        "Here is a generator that reads a file line by line. A colleague says that it sometimes leaves the file open. When does that happen, and how would you make sure that it does not?",
    ),
    (
        "Two threads and a counter",
        1,
        "Two threads add to one counter a million times each. What do you expect to see at the end, and why? What would you change?",
    ),
    (
        "A service that slows down",
        2,
        "A service answers in 40 ms in the morning and in 4 s in the evening. Nothing was deployed. Where do you look first, and what would each finding tell you?",
    ),
    (
        "An import that must not stop",
        3,
        "Design the import of a 2 GB file from a partner, every night, where one bad row must not stop the rest and the same file may come twice.",
    ),
    (
        "A review that went wrong",
        4,
        "Tell me about a code review that went badly. What did you do, and what would you do today?",
    ),
    (
        "Cancelling work in progress",
        1,
        "A user closes the page while a long job of theirs runs. How does the job learn of it, and what must it leave behind in order?",
    ),
];

const ANCHORS: [&str; 5] = [
    "Could not say when the file is left open, also after the probes.",
    "Knows that something is left open, but not when; reaches for garbage collection as the answer.",
    "Names the case and closes the file with a context manager. Needs a probe to see what happens when the consumer stops early.",
    "Names the case unprompted, closes the file in the right place, and says what the caller must do.",
    "All of level 4, how generators are finalised and where that is not guaranteed, and an interface with which the mistake cannot be made.",
];

/// The anchor that the highest one refers to.
fn referred(answer: &Answer) -> Vec<ReferredAnchor> {
    let refers = answer.anchor.as_ref().is_some_and(|anchor| anchor.contains("level 4"));
    let anchor = |rating| ReferredAnchor { rating, text: ANCHORS[3].to_owned() };
    level(4).filter(|_| refers).map(anchor).into_iter().collect()
}

pub fn level(number: u8) -> Option<Rating> {
    Level::new(number).map(Rating::Level)
}

fn note(kind: EntryKind, at: u32, text: &str) -> Entry {
    Entry {
        id: EntryId::from("e"),
        place: Place::General,
        kind,
        link: None,
        text: text.to_owned(),
        at_seconds: at,
        kept_at: jiff::Timestamp::UNIX_EPOCH,
        rev: 1,
    }
}

fn line(number: u32, text: &str, state: Option<TickState>) -> MarkedLine {
    MarkedLine { number, text: text.to_owned(), state }
}

fn answer(place: usize, interviewer: &str, rating: Option<Rating>, entries: Vec<Entry>) -> Answer {
    let (title, competency, prompt) = QUESTIONS[place];
    let anchor = rating.and_then(Rating::level).map(|level| ANCHORS[usize::from(level.number()) - 1]);
    let hard = rating.and_then(Rating::level).is_some_and(|level| level.number() <= 2);
    Answer {
        interview_id: InterviewId::from("i"),
        interviewer: interviewer.to_owned(),
        mode: Mode::Live,
        question_id: QuestionId::from("q"),
        number: u32::try_from(place).unwrap_or(0) + 1,
        required: place != 5,
        title: title.to_owned(),
        prompt: prompt.to_owned(),
        competency_id: CompetencyId::from("c"),
        competency: COMPETENCIES[competency].to_owned(),
        anchor: anchor.map(str::to_owned),
        rating,
        unjudged: None,
        deviation: None,
        probes: Vec::new(),
        planned_minutes: 10,
        spent_seconds: 540 + 67 * u32::try_from(place).unwrap_or(0),
        indicators: vec![
            line(1, "Says what is guaranteed and what only usually happens.", Some(TickState::Heard)),
            line(
                2,
                "Asks about the environment before answering: which version, which load, who calls it.",
                Some(TickState::Prompted),
            ),
            line(3, "Gives an example from their own work.", if hard { None } else { Some(TickState::Heard) }),
            line(4, "Names a test that would catch it.", None),
            line(5, "Weighs a simpler way against the one chosen.", None),
        ],
        red_flags: vec![
            line(1, "Blames a tool or a colleague without looking further.", hard.then_some(TickState::Heard)),
            line(2, "Changes the answer with every probe.", None),
        ],
        entries,
    }
}

fn member(name: &str, kit: &str, day: i8, submitted: bool) -> PanelMember {
    let held = jiff::civil::date(2026, 3, day).at(14, 30, 0, 0);
    PanelMember {
        chosen: false,
        interviewer: name.to_owned(),
        part: None,
        kit: kit.to_owned(),
        kit_version: 3,
        held_at: held,
        written_at: None,
        broke_off: Vec::new(),
        spent_seconds: 3080 + u32::from(day.unsigned_abs()) * 20,
        submitted_at: submitted.then(|| jiff::civil::date(2026, 3, day).at(16, 12, 0, 0)),
        minutes_to_submit: submitted.then_some(50),
        after_seeing_others: false,
        recommendation: submitted.then_some(Recommendation::Yes),
        amended: None,
        reason: String::new(),
        coverage: Coverage { questions: 6, rated: 5, not_asked: 1, could_not_judge: 0, unrated: 0 },
        red_flags: 0,
    }
}

/// A packet of a made-up candidate, three scorecards of four submitted.
pub fn packet() -> Packet {
    let long = "Started from the symptom, not from a favourite cause: asked what else runs in the evening, drew the request's way through the service and marked where time could go. Suggested looking at the database's slow log before anything else, then at the connection pool. When told that the pool was exhausted, worked out by herself that a nightly report holds connections, and proposed to give it its own pool. ".repeat(3);
    let mut ana = member("Ana Ruiz Gómez", "Senior Python: depth", 2, true);
    ana.recommendation = Some(Recommendation::StrongYes);
    ana.reason = "Strongest diagnosis I have heard this year. She said what she knew and what she was guessing, and changed her mind once, for a reason she named. I would want her on call with me.".to_owned();
    let mut layla = member("ليلى حسن", "Senior Python: depth", 3, true);
    layla.reason = "حلّت مسألة التزامن بوضوح وشرحت أين تنتهي الضمانات. في سؤال التصميم احتاجت إلى تلميح واحد.\nI recommend hiring; her design answer was sound once the duplicate file was pointed out.".to_owned();
    let mut kenji = member("山田 健二", "Senior Python: systems", 4, true);
    kenji.recommendation = Some(Recommendation::No);
    kenji.red_flags = 1;
    kenji.reason = "Two of my questions stayed at the surface. In the review story the colleague was at fault throughout; asked twice what she would do differently, she came back to what he should have done.".to_owned();
    let panel = vec![ana, layla, kenji, member("Devi प्रिया शर्मा", "Senior Python: systems", 9, false)];
    let scores: [[Option<Rating>; 6]; 3] = [
        [level(4), level(4), level(5), level(4), Some(Rating::NotAsked), level(3)],
        [level(3), level(5), level(4), level(3), level(3), None],
        [level(2), Some(Rating::CouldNotJudge), level(4), level(3), level(2), level(3)],
    ];
    let mut scorecards: Vec<PacketScorecard> = Vec::new();
    for (place, ratings) in scores.iter().enumerate() {
        let answers = ratings.iter().enumerate().map(|(q, rating)| {
            let at = u32::try_from(q).unwrap_or(0) * 600 + 75;
            let mut entries = vec![
                note(EntryKind::Note, at, "Read the code twice before saying anything; asked which version of Python runs in production."),
                note(EntryKind::Quote, at + 130, "The file is closed when the generator is collected, and I would not bet my evening on when that is."),
                note(EntryKind::Good, at + 260, "Named the consumer that stops early without being asked."),
                note(EntryKind::Concern, at + 330, "Took a long way to the context manager."),
            ];
            if q == 2 {
                entries.push(note(EntryKind::Note, at + 400, &long));
                entries.push(note(EntryKind::FollowUp, at + 420, "Ask the reference about the outage of last year.\nAnd about the pager rota:\n    - who was on it\n    - how often it rang"));
            }
            if place == 2 && q == 5 {
                entries.push(note(EntryKind::Code, at + 440, "def lines(path: Path) -> Iterator[str]:\n\twith path.open(encoding=\"utf-8\") as file:  # 閉じる, يُغلق\n\t\tyield from (line.rstrip(\"\\n\") for line in file if line.strip() and not line.startswith(\"#\"))\n\n\nassert list(lines(p)) == [\"a\", \"b\"]  # x ≤ y → ✓"));
            }
            if place == 1 && q == 1 {
                entries.push(note(EntryKind::Quote, at + 300, "القفل يحمي العدّاد، لكنه لا يحمي ما بُني عليه؛ القيمة 2000000 ليست مضمونة بدونه."));
                entries.push(note(EntryKind::Note, at + 320, "Mixed: she wrote «lock» and قفل on the board, then 🎉 and 𓀀; a bell\u{7} rang. x ≤ y → ✓ ★ ∞"));
            }
            if place == 2 && q == 3 {
                entries.push(note(EntryKind::Quote, at + 300, "同じファイルが二度届いても、結果が変わらないように設計します。行ごとの誤りは記録して、残りは処理を続けます。"));
                entries.push(note(EntryKind::Note, at + 330, "हर पंक्ति की जाँच अलग से होती है और गलती होने पर केवल वही पंक्ति छोड़ी जाती है। Ελληνικά, Українська, Tiếng Việt: Nguyễn Thị Ánh, Żółć."));
            }
            answer(q, &panel[place].interviewer, *rating, entries)
        });
        let general = vec![
            note(EntryKind::Note, 20, "Connection was good; she had a second screen and shared one of them."),
            note(EntryKind::FollowUp, 3300, "Wants to know how much of the work is on call."),
        ];
        let answers = answers.map(|answer| PacketAnswer { referred: referred(&answer), answer });
        scorecards.push(PacketScorecard {
            member: place,
            reasons_for: Vec::new(),
            reasons_against: Vec::new(),
            own_ratings: Vec::new(),
            amendments: Vec::new(),
            answers: answers.collect(),
            general,
            candidate_questions: Vec::new(),
        });
    }
    let of_member = |m: usize| -> Vec<CompetencySum> {
        let sum = |(c, name): (usize, &&str)| {
            let asked = || QUESTIONS.iter().enumerate().filter(move |(_, q)| q.1 == c).map(|(q, _)| scores[m][q]);
            let levels = || asked().filter_map(|rating| rating.and_then(Rating::level));
            CompetencySum {
                competency_id: CompetencyId::from(*name),
                sum: levels().map(|level| u32::from(level.number())).sum(),
                rated: u32::try_from(levels().count()).unwrap_or(0),
                questions: u32::try_from(asked().count()).unwrap_or(0),
            }
        };
        COMPETENCIES.iter().enumerate().map(sum).collect()
    };
    let competencies: Vec<Competency> = COMPETENCIES.iter().map(|name| competency(name)).collect();
    let sums: Vec<Vec<CompetencySum>> = (0..scores.len()).map(of_member).collect();
    let sums: Vec<&[CompetencySum]> = sums.iter().map(Vec::as_slice).collect();
    let figures = figures_of(&sums, competencies.iter().map(|competency| &competency.id));
    let matrix = COMPETENCIES.iter().enumerate().map(|(c, name)| MatrixRow {
        competency: competency(name),
        figure: figures[c].clone(),
        cells: (0..panel.len())
            .map(|m| {
                let rated = QUESTIONS.iter().enumerate().filter(|(_, q)| q.1 == c && m < scores.len());
                rated
                    .map(|(q, of)| MatrixRating {
                        number: u32::try_from(q).unwrap_or(0) + 1,
                        question: of.0.to_owned(),
                        rating: scores[m][q],
                        unjudged: None,
                    })
                    .collect()
            })
            .collect(),
    });
    Packet {
        made_at: jiff::civil::date(2026, 3, 10).at(9, 5, 0, 0),
        sample: true,
        candidate: "Márta Szőke-Brânduș".to_owned(),
        beside: None,
        role: "Senior Python engineer, Payments".to_owned(),
        retention: Some("10 September 2026, then deleted".to_owned()),
        rule: None,
        matrix: matrix.collect(),
        composite: composite_of(&figures, &competencies),
        panel,
        scorecards,
        decisions: Vec::new(),
        agreed: Vec::new(),
        imported: Vec::new(),
        fairness: Some(Fairness {
            interviews: 4,
            same_kit: 3,
            required: 15,
            required_asked: 14,
            reworded: 1,
            dropped: 0,
            adjusted: false,
            days: Some(7),
        }),
        audience: Audience::Panel,
        without: Vec::new(),
        own_copy: None,
        log: Vec::new(),
        signer: None,
    }
}

/// The packet of [`packet`] with everything that few interviews have.
pub fn eventful() -> Packet {
    let mut packet = packet();
    let cite = |thing, number, text: &str| Cited { thing, number: Some(number), text: text.to_owned() };
    let reason = |text: &str, evidence| CitedReason { text: text.to_owned(), evidence };
    let quote = &packet.scorecards[0].answers[2].answer.entries[1].text.clone();
    let long = &packet.scorecards[0].answers[2].answer.entries[4].text.clone();
    let signal = "Says what is guaranteed and what only usually happens.";
    let (signal, quote, long) = (
        cite(CitedThing::Indicator(TickState::Heard), 1, signal),
        cite(CitedThing::Note(EntryKind::Quote), 3, quote),
        cite(CitedThing::Note(EntryKind::Note), 3, long),
    );
    let flag = cite(CitedThing::RedFlag, 5, "Blames a tool or a colleague without looking further.");
    let card = &mut packet.scorecards[0];
    card.reasons_for = vec![
        reason("Diagnoses from what is known, and says what is a guess.", vec![signal.clone(), quote.clone(), long]),
        reason("تشرح بوضوح أين تنتهي الضمانات.", vec![signal]),
    ];
    card.reasons_against = vec![reason("Took long to the simplest way.", vec![quote.clone()])];
    card.own_ratings = vec![PacketOwnRating {
        competency: COMPETENCIES[1].to_owned(),
        rating: Rating::Level(Level::new(4).unwrap_or(Level::ALL[3])),
        sum: CompetencySum { competency_id: CompetencyId::from("c"), sum: 7, rated: 2, questions: 2 },
        reason: "The optional question came in the last three minutes; the first one showed more.".to_owned(),
    }];
    card.answers[0].answer.probes = vec![
        AskedProbe { text: Some("What happens when the consumer stops early?".to_owned()), asked: 2 },
        AskedProbe { text: None, asked: 1 },
    ];
    let reworded =
        Deviation { kind: DeviationKind::Reworded, reason: "She did not know the word “generator”.".to_owned() };
    card.answers[1].answer.deviation = Some(reworded);
    card.candidate_questions = vec![note(EntryKind::Note, 3200, "Asked who decides on the road map.")];
    packet.panel[0].broke_off = vec![BrokeOff {
        at: jiff::civil::date(2026, 3, 2).at(14, 50, 0, 0),
        continued_at: Some(jiff::civil::date(2026, 3, 2).at(15, 5, 0, 0)),
    }];
    packet.panel[1].written_at = Some(jiff::civil::date(2026, 3, 3).at(18, 20, 0, 0));
    packet.panel[1].spent_seconds = 0;
    for of in &mut packet.scorecards[1].answers {
        of.answer.spent_seconds = 0;
    }
    packet.panel[2].after_seeing_others = true;
    packet.panel[2].amended = Some(Recommendation::Yes);
    packet.panel[2].part = Some(Part::Scribe);
    let card = &mut packet.scorecards[2];
    card.reasons_against = vec![reason("The colleague was at fault throughout.", vec![flag])];
    card.answers[1].answer.unjudged = Some(Unjudged::OutOfTime);
    packet.matrix[1].cells[2][0].unjudged = Some(Unjudged::OutOfTime);
    card.amendments = vec![PacketAmendment {
        number: 2,
        at: jiff::civil::date(2026, 3, 6).at(10, 12, 0, 0),
        reason: "At the debrief Ana read out what was said about the review; I had missed half of it.".to_owned(),
        after_seeing_others: true,
        changes: vec![
            Change::Recommendation { from: Recommendation::No, to: Recommendation::Yes },
            Change::Reason("Two answers stayed at the surface; the rest was sound.".to_owned()),
            Change::ReasonsAgainst(Vec::new()),
            Change::ReasonsFor(vec![reason("Sound diagnosis.", vec![quote])]),
            Change::OwnRating {
                competency: COMPETENCIES[4].to_owned(),
                from: None,
                to: level(3),
                reason: "The rest of the interview showed otherwise.".to_owned(),
            },
            Change::Rating { number: 5, question: QUESTIONS[4].0.to_owned(), from: level(2), to: level(3) },
            Change::Rating { number: 6, question: QUESTIONS[5].0.to_owned(), from: level(3), to: None },
        ],
    }];
    packet
}

pub fn competency(name: &str) -> Competency {
    Competency {
        id: CompetencyId::from(name),
        name: name.to_owned(),
        definition: String::new(),
        weight: 1,
        weight_reason: String::new(),
        must_have: None,
    }
}
