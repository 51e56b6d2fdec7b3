use super::*;
use crate::{kit::Background, testing::content};

fn held(candidate: &str, interviewer: &str) -> Held {
    Held {
        candidate_id: candidate.into(),
        interviewer_id: interviewer.into(),
        kit_version: 1,
        questions: 3,
        departures: 0,
        rated: 3,
        unplanned: 0,
        notes: 3,
    }
}

fn good() -> KitContent {
    let mut content = content();
    content.kit.closing = "Thank you.".to_owned();
    content.kit.candidate_minutes = Some(5);
    for question in &mut content.questions {
        question.probes = vec!["And then?".to_owned()];
        question.minutes = 20;
    }
    content
}

fn met(component: Component, content: &KitContent, held: &[Held]) -> Option<bool> {
    structure(content, held, &BTreeMap::new()).into_iter().find(|one| one.component == component).unwrap().met
}

#[test]
fn there_are_fifteen_and_three_are_declared() {
    let all = structure(&good(), &[], &BTreeMap::new());
    assert_eq!(all.len(), 15);
    let declared: Vec<_> = all.iter().filter(|one| one.declared).map(|one| one.component).collect();
    assert_eq!(declared, [Component::JobAnalysis, Component::NoDiscussion, Component::Training]);
    let mut said = BTreeMap::from([(Component::Training, "Two hours in May.".to_owned())]);
    said.insert(Component::Anchors, "We have some.".to_owned());
    let mut bad = good();
    bad.questions[0].anchors[2].clear();
    let all = structure(&bad, &[], &said);
    let find = |component| all.iter().find(|one| one.component == component).unwrap();
    assert_eq!((find(Component::Training).met, find(Component::JobAnalysis).met), (Some(true), Some(false)));
    assert_eq!((find(Component::Anchors).met, &find(Component::Anchors).note), (Some(false), &None), "data decides");
    for component in Component::ALL {
        assert_eq!(Component::from_code(component.code()), Some(component));
        assert_eq!(serde_json::to_value(component).unwrap(), component.code());
    }
}

#[test]
fn what_the_kit_itself_shows() {
    type Change = fn(&mut KitContent);
    let table: &[(Component, Change)] = &[
        (Component::LimitedPrompting, |c| c.questions[1].probes.clear()),
        (Component::QuestionTypes, |c| c.questions[1].question_type = None),
        (Component::Length, |c| c.questions.iter_mut().for_each(|q| q.minutes = 2)),
        (Component::AncillaryInformation, |c| c.kit.background = Background::BeforeInterview),
        (Component::CandidateQuestionsLast, |c| c.kit.candidate_minutes = None),
        (Component::Anchors, |c| c.questions[2].anchors[0].clear()),
        (Component::Formula, |c| c.role.competencies[0].weight = 2),
        (Component::Formula, |c| {
            c.role.competencies[0].weight = 2;
            c.role.competencies[0].weight_reason = "Most of the day is this.".to_owned();
            c.role.competencies[1].weight = 3;
        }),
    ];
    for (component, change) in table {
        let mut content = good();
        assert_eq!(met(*component, &content, &[]), Some(true), "{component:?}");
        change(&mut content);
        assert_eq!(met(*component, &content, &[]), Some(false), "{component:?}");
    }
}

#[test]
fn what_only_interviews_can_show_is_open_until_there_is_one() {
    let panel = || vec![held("Ana", "Jan"), held("Ana", "Bo"), held("Cy", "Jan"), held("Cy", "Bo")];
    type Change = fn(&mut Vec<Held>);
    let table: &[(Component, Change)] = &[
        (Component::SameQuestions, |held| held[0].departures = 1),
        (Component::SameQuestions, |held| held[0].kit_version = 2),
        (Component::RatingPerAnswer, |held| held[1].rated = 2),
        (Component::Notes, |held| held[3].notes = 0),
        (Component::SeveralRaters, |held| {
            held.remove(3);
        }),
        (Component::SameRaters, |held| held[3].interviewer_id = "Di".into()),
    ];
    for (component, change) in table {
        let mut held = panel();
        assert_eq!(met(*component, &good(), &[]), None, "{component:?}");
        assert_eq!(met(*component, &good(), &held), Some(true), "{component:?}");
        change(&mut held);
        assert_eq!(met(*component, &good(), &held), Some(false), "{component:?}");
    }
    let mut prompting = panel();
    prompting[0].unplanned = 1;
    assert_eq!(met(Component::LimitedPrompting, &good(), &prompting), Some(true), "one in twelve");
    prompting[1].unplanned = 1;
    assert_eq!(met(Component::LimitedPrompting, &good(), &prompting), Some(false));
}

#[test]
fn what_an_interview_shows_of_structure() {
    let mut one =
        crate::testing::interview("Jan", crate::interview::InterviewState::Submitted, ["3", "not_asked", "-"]);
    one.records[0].probes = vec![crate::record::ProbeAsked { number: None, asked: 2 }];
    let held = Held::of(&one);
    assert_eq!((held.questions, held.rated, held.departures, held.unplanned, held.notes), (3, 2, 1, 1, 2));
    one.records[1].rating = None;
    one.records[2].rating = crate::rating::Rating::from_code("not_asked");
    assert_eq!(Held::of(&one).departures, 0, "an optional question may be left out");
}
