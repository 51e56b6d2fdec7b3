//! A rater's habits: one's own to see, shared only by oneself; and a round's team figures, off until its panel agrees.

use serde_json::{Value, json};
use support::{KIT, ROLE, World};

use super::id;
use crate::{list, text};

/// Ten candidates of one round, each interviewed by three people who rate all alike.
async fn panel(world: &mut World) -> (Vec<String>, String) {
    let mut candidates = Vec::new();
    for n in 0..10 {
        candidates.push(world.candidate(&format!("Candidate {n}")).await);
    }
    let request = json!({ "title": "November", "role_id": ROLE, "kit_ids": [KIT], "candidate_ids": candidates });
    let round = text(&world.ok("round_save", request).await["round"]["id"]);
    for (name, level) in [("Ida", 4), ("Jo", 3), ("Kim", 2)] {
        world.become_colleague(name).await;
        for candidate in &candidates {
            world.held(candidate, &vec![json!(level); 6], "yes").await;
        }
    }
    (candidates, round)
}

#[tokio::test]
async fn a_habit_is_told_to_its_rater_alone_until_they_share_it() {
    let mut world = World::new().await;
    let (candidates, _) = panel(&mut world).await;
    let kim = world.ok("habit_get", json!({})).await;
    assert_eq!(kim["own"]["candidates"], json!(10));
    assert_eq!(kim["own"]["difference"], json!({ "mean": -1.5, "low": -1.5, "high": -1.5 }), "2 beside 3.5");
    assert_eq!((list(&kim["others"]).len(), &kim["shared"]), (0, &json!(false)));
    assert_eq!(list(&kim["equal"]).len(), 10);
    assert_eq!(kim["equal"][0]["words"], json!("all 2"), "stated, not diagnosed");

    assert_eq!(world.ok("habit_share", json!({ "shared": true })).await["shared"], json!(true));
    world.become_colleague("Ida").await;
    let ida = world.ok("habit_get", json!({})).await;
    assert_eq!(ida["own"]["difference"]["mean"], json!(1.5));
    let others: Vec<_> = list(&ida["others"]).iter().map(|one| text(&one["interviewer"])).collect();
    assert_eq!(others, ["Kim"], "Jo shares nothing");
    world.become_colleague("Kim").await;
    world.ok("habit_share", json!({ "shared": false })).await;
    world.become_colleague("Ida").await;
    assert_eq!(list(&world.ok("habit_get", json!({})).await["others"]).len(), 0);

    // An own open scorecard hides the round: its figures, and those that others share.
    let before = world.ok("compare_table", json!({ "candidate_ids": candidates })).await;
    let open = world.start(&candidates[0]).await;
    let hidden = world.ok("habit_get", json!({})).await;
    assert_eq!(hidden["own"], json!({ "candidates": 0, "difference": null }));
    world.ok("interview_discard", json!({ "interview_id": id(&open) })).await;
    let after = world.ok("compare_table", json!({ "candidate_ids": candidates })).await;
    assert_eq!(after, before, "no habit moves a score");
}

#[tokio::test]
async fn team_figures_are_off_until_someone_notes_who_agreed() {
    let mut world = World::new().await;
    let (_, round) = panel(&mut world).await;
    let of = json!({ "round_id": round });
    assert_eq!(world.ok("team_get", of.clone()).await, json!({ "consent": null, "figures": null }));
    let on = |agreed: &str| json!({ "round_id": round, "shown": true, "agreed": agreed });
    let (code, why) = world.refused("team_set", on("All of us")).await;
    assert!(code == "conflict" && why.starts_with("Ana Ruiz leads this round"), "{why}");
    let kim = json!({ "round_id": round, "owner_id": "colleague Kim" });
    assert_eq!(world.refused("round_hand_on", kim.clone()).await.0, "conflict", "nobody takes a round");
    let ana = text(&world.ok("round_get", of.clone()).await["round"]["owner_id"]);
    let name = json!({ "id": ana, "name": "Ana Ruiz" });
    world
        .behind(async |store| {
            let ana = serde_json::from_value(name).unwrap();
            store.write(move |w| workbench_store::interviewer::set_me(w, &ana)).await.unwrap();
        })
        .await;
    assert_eq!(world.refused("round_hand_on", json!({ "round_id": round, "owner_id": "nobody" })).await.0, "not_found");
    let handed = world.ok("round_hand_on", kim).await;
    assert_eq!((&handed["owner"], &handed["leads"]), (&json!("Kim"), &json!(false)));
    assert_eq!(world.refused("team_set", on("All of us")).await.0, "conflict");
    world.become_colleague("Kim").await;
    assert_eq!(world.ok("round_get", of.clone()).await["leads"], json!(true));
    assert_eq!(world.refused("team_set", on("  ")).await.0, "invalid");
    assert_eq!(world.ok("team_get", of.clone()).await["figures"], Value::Null, "a refusal turns nothing on");
    let told = world.ok("team_set", on("Ida, Jo and 山田 at the kick-off")).await;
    assert_eq!(told["figures"]["raters"], json!(3));
    assert_eq!((&told["figures"]["mean_apart"], &told["figures"]["widest"]), (&json!(1.0), &json!(1.5)));
    assert_eq!(told["consent"]["agreed"], json!("Ida, Jo and 山田 at the kick-off"));
    assert_eq!(told["consent"]["by"], json!("Kim"));
    let said = told.to_string();
    assert!(!said.contains("Ida\",") && !said.contains("\"interviewer\""), "no figure has a name: {said}");
    world.restart().await;
    assert_eq!(world.ok("team_get", of.clone()).await, told);

    let off = world.ok("team_set", json!({ "round_id": round, "shown": false })).await;
    assert_eq!((&off["figures"], &off["consent"]["shown"]), (&Value::Null, &json!(false)));
    let log = world.ok("log_list", json!({})).await;
    let lines: Vec<_> = list(&log["lines"]).iter().filter(|one| one["line"]["act"] == json!("team_figures")).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["line"]["subjects"], json!([{ "round": round }]));
    assert_eq!(world.ok("log_verify", json!({})).await["broken"], Value::Null);
    assert_eq!(world.refused("team_get", json!({ "round_id": "none" })).await.0, "not_found");
}
