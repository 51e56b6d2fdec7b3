//! Small interviews for the tests of the rules.

use jiff::Timestamp;

use crate::{
    candidate::Candidate,
    compare::CandidateRecord,
    entry::{Entry, EntryKind},
    ids::{CandidateId, QuestionId},
    interview::{Interview, InterviewState},
    interviewer::Interviewer,
    kit::{Background, Competency, Kit, KitContent, KitQuestion, Role},
    meeting::Meeting,
    place::Place,
    question::{Question, QuestionType},
    rating::Rating,
    record::QuestionRecord,
    scorecard::{Recommendation, Scorecard},
    tick::{Tick, TickState, TickTarget},
};

/// A role with two competencies.
pub(crate) fn role() -> Role {
    let competency = |id: &str, name: &str| Competency {
        id: id.into(),
        name: name.to_owned(),
        definition: String::new(),
        weight: 1,
        weight_reason: String::new(),
        must_have: None,
    };
    Role {
        id: "p/dev".into(),
        title: "Developer".to_owned(),
        level: "senior".to_owned(),
        competencies: vec![competency("craft", "Craft"), competency("talk", "Communication")],
        submit_within_hours: None,
    }
}

pub(crate) fn question(id: &str, competency: &str) -> Question {
    Question {
        id: QuestionId(format!("p/{id}")),
        section: "Section".to_owned(),
        level: String::new(),
        question_type: Some(QuestionType::Knowledge),
        title: format!("Title of {id}"),
        prompt: format!("Prompt of {id}?"),
        competency: competency.into(),
        tags: Vec::new(),
        minutes: 5,
        indicators: vec!["says one".to_owned(), "says two".to_owned()],
        red_flags: vec!["wrong".to_owned()],
        probes: Vec::new(),
        anchors: ["a1", "a2", "a3", "a4", "a5"].map(str::to_owned),
        guidance: String::new(),
    }
}

/// Three questions: two on craft, one optional on communication.
pub(crate) fn content() -> KitContent {
    let questions = vec![question("q1", "craft"), question("q2", "craft"), question("q3", "talk")];
    KitContent {
        kit: Kit {
            id: "p/kit".into(),
            role_id: "p/dev".into(),
            title: "Kit".to_owned(),
            slot_minutes: 30,
            background: Background::default(),
            opening: String::new(),
            closing: String::new(),
            ready: Vec::new(),
            candidate_minutes: None,
            questions: questions
                .iter()
                .map(|q| KitQuestion {
                    question_id: q.id.clone(),
                    required: q.id.as_str() != "p/q3",
                    section: String::new(),
                    minutes: None,
                })
                .collect(),
        },
        role: role(),
        questions,
    }
}

/// An interview by `interviewer` with ratings written as `code`s, `-` for unrated, in the kit's order.
pub(crate) fn interview(interviewer: &str, state: InterviewState, ratings: [&str; 3]) -> Interview {
    let content = content();
    let submitted = state == InterviewState::Submitted;
    let started: Timestamp = "2026-11-22T10:00:00Z".parse().unwrap();
    let records = content.questions.iter().zip(ratings);
    Interview {
        id: format!("interview by {interviewer}").into(),
        candidate_id: "c".into(),
        interviewer: Interviewer { id: interviewer.into(), name: interviewer.to_owned() },
        host_id: None,
        session_id: format!("session of {interviewer}").into(),
        part: None,
        state,
        started_at: started,
        meeting: Meeting::prepared(),
        kit_version: 1,
        kit_hash: "hash".to_owned(),
        records: records
            .map(|(q, code)| QuestionRecord {
                rating: Rating::from_code(code),
                spent_seconds: 60,
                ..QuestionRecord::empty(q.id.clone())
            })
            .collect(),
        content,
        entries: vec![
            entry("e1", "p/q1", EntryKind::Quote, "we rolled back"),
            entry("e2", "general", EntryKind::FollowUp, "ask about tests"),
        ],
        settled: Vec::new(),
        hidden: Vec::new(),
        ticks: vec![
            Tick { question_id: "p/q1".into(), target: TickTarget::Indicator, number: 2, state: TickState::Prompted },
            Tick { question_id: "p/q1".into(), target: TickTarget::RedFlag, number: 1, state: TickState::Heard },
        ],
        scorecard: Scorecard {
            recommendation: submitted.then_some(Recommendation::Yes),
            reason: if submitted { format!("because {interviewer}") } else { "draft words".to_owned() },
            submitted_at: submitted.then_some(started),
            ..Scorecard::default()
        },
        attachments: Vec::new(),
        at: Place::General,
        drafts: Vec::new(),
    }
}

pub(crate) fn entry(id: &str, place: &str, kind: EntryKind, text: &str) -> Entry {
    Entry {
        id: id.into(),
        place: Place::from_code(place),
        kind,
        link: None,
        text: text.to_owned(),
        at_seconds: 5,
        kept_at: Timestamp::UNIX_EPOCH,
        rev: 1,
    }
}

/// A candidate with these interviews.
pub(crate) fn record(name: &str, interviews: Vec<Interview>) -> CandidateRecord {
    CandidateRecord {
        imported: Vec::new(),
        candidate: Candidate {
            id: CandidateId(name.to_owned()),
            name: name.to_owned(),
            spoken_name: String::new(),
            role_id: "p/dev".into(),
            round_id: None,
            sample: false,
            practice: false,
            added_at: Timestamp::UNIX_EPOCH,
        },
        role: role(),
        interviews,
    }
}
