//! A refusal names the field of the request that it speaks of, so that a form can say it there and a script can find it.

use serde_json::{Value, json};
use support::{ROLE, World};

async fn field_of(world: &World, command: &str, request: Value) -> Value {
    let refused = world.app().call(command, &request.to_string()).await.unwrap_err();
    json!(refused)["field"].clone()
}

fn question() -> Value {
    json!({
        "id": "", "section": "", "title": "Locks", "prompt": "What is a lock?", "competency": "", "tags": [], "minutes": 0,
        "indicators": [], "red_flags": [], "probes": [], "anchors": ["", "", "", "", ""],
    })
}

fn with(mut value: Value, path: &str, field: Value) -> Value {
    *value.pointer_mut(path).unwrap() = field;
    value
}

#[tokio::test]
async fn a_refusal_names_its_field() {
    let world = World::new().await;
    let long = "x".repeat(100_001);
    let id = world.candidate("Nguyễn Văn Anh").await;
    let roles = world.ok("role_list", json!({})).await;
    let role = roles["roles"][0].clone();
    let contact = json!({
        "email": "", "phone": "", "company": "", "title": "", "source": "", "location": "", "links": [], "notes": long,
    });
    let planned = json!({
        "candidate_id": id, "interviewers": ["Ana Ruiz"], "location": "",
        "starts_at": "2026-12-01T10:00:00Z", "ends_at": "2026-12-01T11:00:00Z",
    });
    for (command, request, field) in [
        ("candidate_add", json!({ "name": " ", "role_id": ROLE }), "name"),
        ("candidate_add", json!({ "name": 7, "role_id": ROLE }), "name"),
        ("round_save", json!({ "title": "", "role_id": ROLE, "kit_ids": [], "candidate_ids": [] }), "title"),
        ("contact_save", json!({ "candidate_id": id, "contact": contact }), "contact.notes"),
        ("question_save", json!({ "question": with(question(), "/prompt", json!(" ")) }), "question.prompt"),
        ("question_save", json!({ "question": with(question(), "/tags", json!(["x".repeat(5000)])) }), "question.tags"),
        ("question_save", json!({ "question": with(question(), "/minutes", json!(500)) }), "question.minutes"),
        ("question_save", json!({ "question": with(question(), "/tags", json!(["a", 7])) }), "question.tags[1]"),
        ("role_save", json!({ "role": with(role.clone(), "/title", json!("")) }), "role.title"),
        (
            "role_save",
            json!({ "role": with(role, "/competencies/2/definition", json!(" ")) }),
            "role.competencies[2].definition",
        ),
        ("appointment_save", with(planned.clone(), "/interviewers/0", json!("a\u{7}b")), "interviewers"),
        ("appointment_save", with(planned.clone(), "/location", json!(long)), "location"),
        ("appointment_save", with(planned, "/ends_at", json!("2026-12-01T10:00:00Z")), "ends_at"),
    ] {
        assert_eq!(field_of(&world, command, request).await, json!(field), "{command}");
    }
    let missing = field_of(&world, "candidate_get", json!({ "candidate_id": "nobody" })).await;
    assert_eq!(missing, Value::Null, "what speaks of the whole names none");
}

#[tokio::test]
async fn a_refusal_about_an_interview_and_its_decision_names_its_field() {
    let world = World::new().await;
    let long = "x".repeat(100_001);
    let ana = world.candidate("Ana Ruiz").await;
    world.held(&ana, &[json!(4)], "yes").await;
    let decide = |decision: Value| ("decision_make", json!({ "candidate_id": ana, "decision": decision }));
    let debrief = |part: &str, value: Value| ("debrief_save", json!({ "candidate_id": ana, part: value }));
    let agreed = world.ok("debrief_get", json!({ "candidate_id": ana })).await["view"]["rows"][0]["competency"].clone();
    let agreed = json!({ "competency_id": agreed["id"], "competency": agreed["name"], "level": 4, "reason": "Both." });
    let point =
        |owner: &str| json!({ "id": owner, "kind": "risk", "text": "Nights", "owner": owner, "settled": false });
    let dissent = json!([{ "name": "Jan", "words": "Too early." }, { "name": "Eva", "words": " " }]);
    for ((command, request), field) in [
        (decide(json!({})), "decision.outcome"),
        (decide(json!({ "outcome": "hire", "formula": "with" })), "decision.reason"),
        (decide(json!({ "outcome": "hire", "reason": "Led it." })), "decision.formula"),
        (
            decide(json!({ "outcome": "hire", "reason": "Led it.", "formula": "with", "dissent": dissent })),
            "decision.dissent[1].words",
        ),
        (debrief("notes", json!(long)), "notes"),
        (debrief("consensus", json!([agreed, agreed])), "consensus[1].competency_id"),
        (debrief("points", json!([point("Jan"), point(&long)])), "points[1].owner"),
        (debrief("decision", json!({ "level": long })), "decision.level"),
    ] {
        assert_eq!(field_of(&world, command, request).await, json!(field), "{command}");
    }
    world.ok("debrief_save", json!({ "candidate_id": ana, "points": [point("")] })).await;
    let (command, request) = decide(json!({ "outcome": "hire", "reason": "Led it.", "formula": "with" }));
    assert_eq!(
        field_of(&world, command, request).await,
        Value::Null,
        "what was kept before is no field of this request"
    );

    let live = super::id(&world.start(&world.candidate("Bo Ek").await).await);
    let told = json!({ "interview_id": live, "spoken_name": "", "covers": "", "asked": "", "retention": "" });
    let card = json!({ "interview_id": live, "recommendation": null, "reason": "" });
    let reason = |words: &str| json!({ "text": words, "entry_ids": [], "ticks": [] });
    let cites = json!({ "text": "a", "entry_ids": ["gone"], "ticks": [] });
    let and = |card: &Value, list: &str, value: Value| {
        let mut card = card.clone();
        card[list] = value;
        card
    };
    for (command, request, field) in [
        ("preparation_set", with(told.clone(), "/spoken_name", json!("a\u{7}b")), "spoken_name"),
        ("preparation_set", with(told.clone(), "/covers", json!(long)), "covers"),
        ("preparation_set", with(told, "/retention", json!(long)), "retention"),
        ("scorecard_save", and(&card, "reasons_for", json!([reason("a"), reason(&long)])), "reasons_for[1].text"),
        ("scorecard_save", and(&card, "reasons_against", json!([cites])), "reasons_against[0]"),
        ("scorecard_save", and(&card, "reasons_for", json!(vec![reason("a"); 200])), "reasons_for"),
        (
            "scorecard_save",
            and(&card, "own_ratings", json!([{ "competency_id": "none", "level": 4, "reason": "" }])),
            "own_ratings[0].competency_id",
        ),
    ] {
        assert_eq!(field_of(&world, command, request).await, json!(field), "{command}");
    }
}
