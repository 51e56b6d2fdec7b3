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
