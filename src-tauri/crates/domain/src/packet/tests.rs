//! What a packet holds, and what never.

use super::*;
use crate::{
    amendment::{Judgement, QuestionRating, ScorecardChanges},
    answer::AskedProbe,
    entry::EntryKind,
    evidence::{Reason, TickRef},
    meeting::{Adjustments, Mode, Pause, PauseCause},
    phase::Phase,
    record::ProbeAsked,
    scorecard::{OwnRating, Recommendation},
    shared::{SharedPerson, SharedScorecard, imported},
    testing::{interview, record},
    tick::TickTarget,
};

fn packet() -> Packet {
    let open = interview("Jan", InterviewState::Open, ["5", "5", "5"]);
    let submitted = interview("Ida", InterviewState::Submitted, ["4", "could_not_judge", "-"]);
    let made_at = "2026-11-22T23:30:00Z".parse().unwrap();
    compose(&record("Ana", vec![submitted, open]), &Versions::new(), made_at, &TimeZone::fixed(jiff::tz::offset(1)))
}

#[test]
fn a_missing_scorecard_is_named_and_nothing_of_it_is_shown() {
    let packet = packet();
    let jan = &packet.panel[1];
    assert_eq!((jan.submitted_at, jan.recommendation, jan.reason.as_str(), jan.red_flags), (None, None, "", 0));
    assert_eq!(packet.scorecards.len(), 1);
    assert_eq!(packet.matrix[0].cells[1], []);
    assert!(!serde_json::to_string(&packet).unwrap().contains("draft words"));
}

#[test]
fn whoever_gave_an_imported_scorecard_is_hidden_where_the_names_of_interviewers_are() {
    let mut packet = packet();
    let of = |name: &str| SharedScorecard {
        interviewer: SharedPerson { name: name.to_owned(), ..SharedPerson::default() },
        interview: "Phone screen".to_owned(),
        ..SharedScorecard::default()
    };
    packet.imported = imported(&[of("Kim Ito"), of("דנה לוי"), of("")]);
    let wanted = PacketOptions { audience: Audience::Blind, ..PacketOptions::default() };
    let hidden = packet.prepared(&wanted, &Around::default()).packet;
    let said: Vec<&str> = hidden.imported.iter().map(|one| one.interviewer.as_str()).collect();
    assert_eq!(said, ["C", "D", ""]);
}

#[test]
fn no_id_of_the_store_is_in_a_packet_that_hides_names() {
    let held = interview("Ida", InterviewState::Submitted, ["4", "could_not_judge", "-"]);
    let ids: Vec<String> = held.entries.iter().map(|one| one.id.0.clone()).chain([held.id.0.clone()]).collect();
    let whole = compose(&record("Ana", vec![held]), &Versions::new(), jiff::Timestamp::UNIX_EPOCH, &TimeZone::UTC);
    let said = |audience, names_left_out: Option<&str>| {
        let own_copy = OwnCopyAsk { names_left_out: names_left_out.map(str::to_owned), ..OwnCopyAsk::default() };
        let wanted = PacketOptions { audience, own_copy, ..PacketOptions::default() };
        let data = whole.clone().prepared(&wanted, &Around::default()).packet;
        assert_eq!(data.scorecards[0].answers.len(), whole.scorecards[0].answers.len());
        let data = serde_json::to_string(&data).unwrap();
        ids.iter().filter(|id| data.contains(&format!("\"{id}\""))).count()
    };
    assert!(said(Audience::Panel, None) > 1, "they are there with names");
    assert_eq!(said(Audience::Blind, None), 0);
    assert_eq!(said(Audience::Candidate, Some("They asked for it.")), 0);
}

#[test]
fn an_interview_that_was_called_off_is_no_part_of_the_panel() {
    let mut gone = interview("Jan", InterviewState::Open, ["-", "-", "-"]);
    gone.meeting.phase = Phase::NoShow;
    let held = interview("Ida", InterviewState::Submitted, ["4", "-", "-"]);
    let packet =
        compose(&record("Ana", vec![gone, held]), &Versions::new(), jiff::Timestamp::UNIX_EPOCH, &TimeZone::UTC);
    assert_eq!(packet.panel.iter().map(|member| member.interviewer.as_str()).collect::<Vec<_>>(), ["Ida"]);
    assert_eq!((packet.scorecards[0].member, packet.matrix[0].cells.len()), (0, 1));
}

#[test]
fn times_are_local() {
    assert_eq!(packet().made_at.to_string(), "2026-11-23T00:30:00");
    assert_eq!(packet().panel[0].held_at.to_string(), "2026-11-22T11:00:00");
}

#[test]
fn the_matrix_keeps_missing_values_missing() {
    let ratings: Vec<_> = packet().matrix[0].cells[0].iter().map(|r| r.rating.and_then(Rating::level)).collect();
    assert_eq!(ratings.iter().flatten().count(), 1);
    assert_eq!(packet().matrix[1].cells[0][0].rating, None);
    let coverage = packet().panel[0].coverage;
    assert_eq!((coverage.questions, coverage.rated, coverage.could_not_judge, coverage.unrated), (3, 1, 1, 1));
}

#[test]
fn anchors_that_an_anchor_refers_to_come_with_it_and_no_others() {
    let mut heard = interview("Ida", InterviewState::Submitted, ["5", "2", "3"]);
    for question in &mut heard.content.questions {
        question.anchors = [
            "Nothing.",
            "A part; or level 3 only after more than one probe.",
            "The essentials.",
            "Unprompted: level 3 and two of: a, b.",
            "All of level 4, and c.",
        ]
        .map(str::to_owned);
    }
    let made_at = "2026-11-22T23:30:00Z".parse().unwrap();
    let packet = compose(&record("Ana", vec![heard]), &Versions::new(), made_at, &TimeZone::UTC);
    let referred = |place: usize| -> Vec<String> {
        packet.scorecards[0].answers[place].referred.iter().map(|of| of.rating.words()).collect()
    };
    assert_eq!(referred(0), ["4 Above", "3 Meets"]);
    assert_eq!(referred(1), ["3 Meets"]);
    assert_eq!(referred(2), [] as [String; 0]);
    assert_eq!(packet.scorecards[0].answers[0].referred[1].text, "The essentials.");
    assert_eq!(named_levels("Level 6, level 12, 4 levels; Level: 2"), [Level::new(2).unwrap()]);
}

#[test]
fn notes_on_no_question_are_kept() {
    assert_eq!(packet().scorecards[0].general.len(), 1);
    assert_eq!(crate::data::bytes(&packet()), crate::data::bytes(&packet()));
}

#[test]
fn reasons_come_with_what_they_cite_and_never_with_a_hidden_note() {
    let mut heard = interview("Ida", InterviewState::Submitted, ["4", "2", "3"]);
    let tick = TickRef { question_id: "p/q1".into(), target: TickTarget::RedFlag, number: 1 };
    heard.scorecard.reasons_for = vec![Reason {
        text: "Calm.".to_owned(),
        entry_ids: vec!["hidden".into(), "e1".into()],
        ticks: vec![TickRef { number: 9, ..tick.clone() }, tick],
    }];
    let packet = compose(&record("Ana", vec![heard]), &Versions::new(), jiff::Timestamp::UNIX_EPOCH, &TimeZone::UTC);
    let [reason] = packet.scorecards[0].reasons_for.as_slice() else { panic!("{packet:?}") };
    let evidence: Vec<_> = reason.evidence.iter().map(|c| (c.thing, c.number, c.text.as_str())).collect();
    assert_eq!(
        evidence,
        [(CitedThing::RedFlag, Some(1), "wrong"), (CitedThing::Note(EntryKind::Quote), Some(1), "we rolled back"),]
    );
}

#[test]
fn later_versions_say_what_they_change_and_the_first_one_counts() {
    let heard = interview("Ida", InterviewState::Submitted, ["4", "2", "-"]);
    let version = |number, judgement, reason: Option<&str>| ScorecardVersion {
        number,
        judgement,
        at: "2026-11-23T09:00:00Z".parse().unwrap(),
        reason: reason.map(str::to_owned),
        after_seeing_others: number == 3,
        hash: String::new(),
    };
    let first = Judgement::of(&heard).unwrap();
    let rate =
        |question: &str, code: &str| QuestionRating { question_id: question.into(), rating: Rating::from_code(code) };
    let changes = ScorecardChanges { ratings: vec![rate("p/q2", "3")], ..ScorecardChanges::default() };
    let second = first.amended(&heard, &changes).unwrap();
    let changes = ScorecardChanges {
        recommendation: Some(Recommendation::No),
        own_ratings: Some(vec![OwnRating {
            competency_id: "craft".into(),
            level: Level::new(2).unwrap(),
            reason: "Heard more.".to_owned(),
        }]),
        ratings: vec![rate("p/q1", "-")],
        ..ScorecardChanges::default()
    };
    let third = second.amended(&heard, &changes).unwrap();
    let versions =
        vec![version(1, first, None), version(2, second, Some("A slip.")), version(3, third, Some("The debrief."))];
    let versions = Versions::from([(heard.id.clone(), versions)]);
    let packet = compose(&record("Ana", vec![heard]), &versions, jiff::Timestamp::UNIX_EPOCH, &TimeZone::UTC);
    let member = &packet.panel[0];
    assert_eq!((member.recommendation, member.amended), (Some(Recommendation::Yes), Some(Recommendation::No)));
    assert_eq!(packet.scorecards[0].answers[1].answer.rating, Rating::from_code("2"), "as it was submitted");
    let [two, three] = packet.scorecards[0].amendments.as_slice() else { panic!("{packet:?}") };
    assert_eq!((two.number, two.reason.as_str(), two.after_seeing_others), (2, "A slip.", false));
    assert_eq!(
        two.changes,
        [Change::Rating {
            number: 2,
            question: "Title of q2".to_owned(),
            from: Rating::from_code("2"),
            to: Rating::from_code("3"),
        }]
    );
    assert_eq!(three.at.to_string(), "2026-11-23T09:00:00");
    assert!(three.after_seeing_others);
    assert_eq!(
        three.changes,
        [
            Change::Recommendation { from: Recommendation::Yes, to: Recommendation::No },
            Change::OwnRating {
                competency: "Craft".to_owned(),
                from: None,
                to: Rating::from_code("2"),
                reason: "Heard more.".to_owned(),
            },
            Change::Rating { number: 1, question: "Title of q1".to_owned(), from: Rating::from_code("4"), to: None },
        ]
    );
}

#[test]
fn an_own_rating_stands_beside_the_mean_that_it_differs_from() {
    let mut heard = interview("Ida", InterviewState::Submitted, ["4", "2", "3"]);
    let (competency_id, level) = ("craft".into(), Level::new(4).unwrap());
    heard.scorecard.own_ratings = vec![OwnRating { competency_id, level, reason: "The second came late.".to_owned() }];
    let packet = compose(&record("Ana", vec![heard]), &Versions::new(), jiff::Timestamp::UNIX_EPOCH, &TimeZone::UTC);
    let own = &packet.scorecards[0].own_ratings[0];
    assert_eq!((own.competency.as_str(), own.rating, own.sum.mean()), ("Craft", Rating::Level(level), Some(3.0)));
}

#[test]
fn what_was_agreed_and_why_it_broke_off_is_told_to_nobody() {
    let at = |minute: i64| jiff::Timestamp::from_second(1_796_000_000 + 60 * minute).unwrap();
    let pause =
        |cause, from, to: Option<i64>| Pause { cause, at_seconds: 60, began_at: at(from), ended_at: to.map(at) };
    let plain = interview("Ida", InterviewState::Submitted, ["4", "2", "3"]);
    let mut agreed = plain.clone();
    agreed.meeting.adjustments = Adjustments { more_minutes: 20, break_minutes: 10, questions_ahead: true };
    agreed.meeting.reason = "fell ill".to_owned();
    (agreed.meeting.late_minutes, agreed.meeting.early_minutes) = (7, 9);
    agreed.meeting.pauses = vec![pause(PauseCause::Asked, 5, Some(15)), pause(PauseCause::Sleep, 20, Some(21))];
    let compose = |held: &Interview| {
        let record = record("Ana", vec![held.clone()]);
        super::compose(&record, &Versions::new(), jiff::Timestamp::UNIX_EPOCH, &TimeZone::UTC)
    };
    assert_eq!(compose(&agreed), compose(&plain));

    agreed.meeting.pauses.push(pause(PauseCause::Interrupted, 30, Some(45)));
    agreed.meeting.pauses.push(pause(PauseCause::Interrupted, 50, Some(50)));
    let packet = compose(&agreed);
    let broke: Vec<_> = packet.panel[0].broke_off.iter().map(|b| b.continued_at.is_some()).collect();
    assert_eq!(broke, [true, false]);
    assert!(!serde_json::to_string(&packet).unwrap().contains("fell ill"));
}

#[test]
fn what_was_written_down_afterwards_has_both_times() {
    let mut paper = interview("Ida", InterviewState::Submitted, ["4", "2", "3"]);
    paper.meeting.mode = Mode::Afterwards;
    paper.meeting.held_at = Some("2026-11-20T14:00:00Z".parse().unwrap());
    paper.records[1].rating = Some(Rating::CouldNotJudge);
    paper.records[1].unjudged = Some(Unjudged::OutOfTime);
    paper.records[0].probes = vec![ProbeAsked { number: None, asked: 1 }, ProbeAsked { number: Some(2), asked: 3 }];
    paper.content.questions[0].probes = vec!["First?".to_owned(), "Second?".to_owned()];
    let packet = compose(&record("Ana", vec![paper]), &Versions::new(), jiff::Timestamp::UNIX_EPOCH, &TimeZone::UTC);
    let member = &packet.panel[0];
    assert_eq!(member.held_at.to_string(), "2026-11-20T14:00:00");
    assert_eq!(member.written_at.map(|at| at.to_string()).as_deref(), Some("2026-11-22T10:00:00"));
    let answers = &packet.scorecards[0].answers;
    assert_eq!(answers[1].answer.unjudged, Some(Unjudged::OutOfTime));
    assert_eq!(packet.matrix[0].cells[0][1].unjudged, Some(Unjudged::OutOfTime));
    let probe = |text: Option<&str>, asked| AskedProbe { text: text.map(str::to_owned), asked };
    assert_eq!(answers[0].answer.probes, [probe(Some("Second?"), 3), probe(None, 1)]);
}

#[test]
fn whose_name_was_chosen_at_anothers_laptop_is_said_and_of_others_nothing() {
    let mut beside = interview("Jan", InterviewState::Submitted, ["4", "-", "-"]);
    beside.host_id = Some("Ida".into());
    let own = interview("Ida", InterviewState::Submitted, ["4", "-", "-"]);
    let made =
        compose(&record("Ana", vec![beside, own]), &Versions::new(), jiff::Timestamp::UNIX_EPOCH, &TimeZone::UTC);
    assert_eq!(made.panel.iter().map(|member| member.chosen).collect::<Vec<_>>(), [true, false]);
    let data = serde_json::to_string(&made).unwrap();
    assert_eq!(data.matches("\"chosen\"").count(), 1, "packets of before read as they did");
}
