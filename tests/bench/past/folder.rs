//! Data folders to measure in, filled through the use cases and, where a thousand interviews would take minutes, through
//! the store's own door.

use std::path::Path;

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use support::{ROLE, open_folder, open_store};
use workbench_app::App;
use workbench_domain::{
    entry::{Entry, EntryKind},
    ids::{CompetencyId, EntryId, InterviewId, KitId, QuestionId, RoleId},
    kit::{Competency, Kit, KitContent, KitQuestion, Role},
    place::Place,
    question::Question,
};
use workbench_store::{Store, StoreError, entry, kit, question, role};

use crate::Result;

/// Entries of each interview.
pub const ENTRIES: usize = 300;
const KIT: &str = "senior-python/all-sixteen";
const REASON: &str = "Named the cause of the incident and what changed afterwards.";

/// A folder with one live interview, after so many that were submitted.
pub async fn live(data: &Path, past: usize) -> Result<()> {
    let app = new(data).await?;
    let mut interviews = Vec::new();
    for number in 0..=past {
        let id = start(&app, ROLE, KIT, &format!("Candidate {number}")).await?;
        rate(&app, &id, 5).await?;
        interviews.push(id);
    }
    close(app).await?;
    let places = places(&workbench_packs::shipped().questions);
    let store = open_store(data);
    for interview in &interviews {
        write_entries(&store, interview, &places, ENTRIES).await?;
    }
    store.close().await?;
    let app = open_folder(data).await?;
    for interview in &interviews[..past] {
        submit(&app, interview).await?;
    }
    close(app).await?;
    Ok(())
}

/// A folder with an interview of 40 questions, 60 entries at the first, and a round of 24 candidates in 100 competencies.
pub async fn large(data: &Path) -> Result<()> {
    let app = new(data).await?;
    close(app).await?;
    let (forty, hundred) = (content("forty", 40), content("hundred", 100));
    let store = open_store(data);
    for content in [&forty, &hundred] {
        put(&store, content.clone()).await?;
    }
    store.close().await?;
    let app = open_folder(data).await?;
    let interview = start(&app, forty.role.id.as_str(), forty.kit.id.as_str(), "Candidate 0").await?;
    let mut round = Vec::new();
    for number in 1..=24 {
        let id = start(&app, hundred.role.id.as_str(), hundred.kit.id.as_str(), &format!("Candidate {number}")).await?;
        rate(&app, &id, 100).await?;
        round.push(id);
    }
    close(app).await?;
    let store = open_store(data);
    write_entries(&store, &interview, &places(&forty.questions)[..1], 60).await?;
    for interview in &round {
        write_entries(&store, interview, &places(&hundred.questions), 100).await?;
    }
    store.close().await?;
    let app = open_folder(data).await?;
    for interview in &round {
        submit(&app, interview).await?;
    }
    close(app).await?;
    Ok(())
}

async fn new(data: &Path) -> Result<App> {
    let app = open_folder(data).await?;
    app.call("interviewer_set", r#"{"name":"Bench"}"#).await?;
    Ok(app)
}

/// Closes a folder and lets go of it, so that it can be opened again.
pub async fn close(app: App) -> Result<()> {
    app.close().await?;
    Ok(())
}

/// Adds a candidate and begins an interview, at its first question.
async fn start(app: &App, role: &str, kit: &str, candidate: &str) -> Result<Value> {
    let added = ask(app, "candidate_add", &json!({"name": candidate, "role_id": role})).await?;
    let live = ask(app, "interview_start", &json!({"candidate_id": added["id"], "kit_id": kit})).await?;
    let (interview, first) = (&live["interview"]["id"], &live["interview"]["content"]["questions"][0]["id"]);
    ask(app, "interview_begin", &json!({"interview_id": interview})).await?;
    ask(app, "interview_turn", &json!({"interview_id": interview, "at": first})).await?;
    Ok(interview.clone())
}

/// Rates the first questions.
async fn rate(app: &App, interview: &Value, questions: usize) -> Result<()> {
    let live = ask(app, "interview_get", &json!({"interview_id": interview})).await?;
    let all = live["interview"]["content"]["questions"].as_array().ok_or("no questions")?;
    for (number, question) in all.iter().take(questions).enumerate() {
        let rating = json!({"interview_id": interview, "question_id": question["id"], "rating": 1 + number % 5});
        ask(app, "rating_set", &rating).await?;
    }
    Ok(())
}

async fn submit(app: &App, interview: &Value) -> Result<()> {
    let card = json!({"interview_id": interview, "recommendation": "yes", "reason": REASON, "anyway": true});
    ask(app, "scorecard_confirm", &json!({"interview_id": interview})).await?;
    ask(app, "scorecard_submit", &card).await?;
    Ok(())
}

async fn ask(app: &App, command: &str, request: &Value) -> Result<Value> {
    let answer = app.call(command, &request.to_string()).await;
    Ok(serde_json::from_str(&answer.map_err(|failure| format!("{command} {request}: {failure:?}"))?)?)
}

fn places(questions: &[Question]) -> Vec<Place> {
    questions.iter().map(|question| Place::Question(question.id.clone())).collect()
}

/// Entries in turns over the places, in one transaction.
async fn write_entries(store: &Store, interview: &Value, places: &[Place], count: usize) -> Result<()> {
    let interview = InterviewId(interview.as_str().ok_or("no interview")?.to_owned());
    let places = places.to_vec();
    let write = store.write(move |w| {
        for number in 0..count {
            let entry = Entry {
                id: EntryId(format!("{interview}-{number}")),
                place: places[number % places.len()].clone(),
                kind: [EntryKind::Good, EntryKind::Quote, EntryKind::Concern][number % 3],
                link: None,
                text: format!("Said {number}: we rolled back in six minutes, then wrote down what had been missing."),
                at_seconds: u32::try_from(number).unwrap_or(u32::MAX),
                kept_at: at(i64::try_from(number).unwrap_or(i64::MAX)),
                rev: 1,
            };
            entry::insert(w, &interview, &entry)?;
        }
        Ok::<_, StoreError>(())
    });
    write.await?;
    Ok(())
}

/// A kit of so many questions, each of a competency of its own, made from the shipped ones.
fn content(name: &str, count: usize) -> KitContent {
    let pack = workbench_packs::shipped();
    let number = |n: usize| format!("{name}-{n}");
    let questions: Vec<Question> = (0..count)
        .map(|n| Question {
            id: QuestionId(format!("bench/{}", number(n))),
            competency: CompetencyId(number(n)),
            ..pack.questions[n % pack.questions.len()].clone()
        })
        .collect();
    let competencies = (0..count).map(|n| Competency {
        id: CompetencyId(number(n)),
        name: format!("Competency {n}"),
        ..pack.role.competencies[0].clone()
    });
    let role = Role {
        id: RoleId(format!("bench/{name}")),
        title: format!("Role of {count}"),
        competencies: competencies.collect(),
        ..pack.role.clone()
    };
    let kit = Kit {
        id: KitId(format!("bench/{name}")),
        role_id: role.id.clone(),
        title: format!("Kit of {count}"),
        questions: questions
            .iter()
            .map(|q| KitQuestion { question_id: q.id.clone(), required: true, section: String::new(), minutes: None })
            .collect(),
        ..pack.kits[0].kit.clone()
    };
    KitContent { kit, role, questions }
}

async fn put(store: &Store, content: KitContent) -> Result<()> {
    let write = store.write(move |w| {
        let now = at(0);
        role::put(w, &content.role, now)?;
        for item in &content.questions {
            question::put(w, item, now, &format!("version of {}", item.id))?;
        }
        kit::put(w, &content, now, &format!("version of {}", content.kit.id))?;
        Ok::<_, StoreError>(())
    });
    write.await?;
    Ok(())
}

/// So many seconds after some moment.
fn at(seconds: i64) -> Timestamp {
    Timestamp::UNIX_EPOCH + SignedDuration::from_hours(24 * 365 * 56) + SignedDuration::from_secs(seconds)
}
