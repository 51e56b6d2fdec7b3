use crate::shipped;

#[test]
fn the_shipped_pack_is_whole() {
    let (pack, problems) = shipped::read();
    assert_eq!(problems, []);
    let pack = pack.expect("a pack");
    assert_eq!(&pack, shipped());

    let ids: Vec<&str> = pack.questions.iter().map(|q| q.id.as_str()).collect();
    let order = [
        "py-decorators",
        "py-copy",
        "py-errors-logging",
        "py-modern",
        "py-gil",
        "py-testing",
        "db-choice",
        "async-apis",
        "code-quality",
        "maintainability",
        "batch-deadline",
        "challenge",
        "staying-current",
        "difficult-feedback",
        "prioritising",
        "cross-team",
    ];
    assert_eq!(ids, order.map(|id| format!("senior-python/{id}")));
    assert_eq!(pack.questions.iter().map(|q| q.minutes).sum::<u32>(), 104);

    assert_eq!(pack.role.competencies.len(), 8);
    for competency in &pack.role.competencies {
        let count = pack.questions.iter().filter(|q| q.competency == competency.id).count();
        assert_eq!(count, 2, "{}", competency.id);
    }

    let mut minutes: Vec<u32> = pack.kits.iter().map(|kit| kit.planned_minutes()).collect();
    minutes.sort_unstable();
    assert_eq!(minutes, [48, 48, 104]);
}

#[test]
fn six_questions_have_a_written_answer_at_each_of_levels_2_to_4() {
    let pack = shipped();
    assert_eq!(pack.drills.len(), 6);
    let place = |id| pack.questions.iter().position(|question| question.id == id);
    assert!(pack.drills.iter().map(|drill| place(drill.question_id.clone())).is_sorted(), "in the questions' order");
    for drill in &pack.drills {
        let mut levels: Vec<u8> = drill.answers.iter().map(|answer| answer.level.number()).collect();
        levels.sort_unstable();
        assert_eq!(levels, [2, 3, 4], "{}", drill.question_id);
        assert!(drill.ratings.len() >= 2);
        for answer in &drill.answers {
            // Who reads it must not tell the level by how long it is or by how many probes were asked.
            let (words, reason) = (answer.text.split_whitespace().count(), answer.reason.split_whitespace().count());
            assert!((70..=220).contains(&words) && reason >= 25, "{}: {words} words, {reason}", answer.id);
        }
    }
    // What stands first, second and third is not always the same level.
    for place in 0..3 {
        let mut levels: Vec<u8> = pack.drills.iter().map(|drill| drill.answers[place].level.number()).collect();
        levels.sort_unstable();
        levels.dedup();
        assert!(levels.len() > 1, "place {place} is always level {levels:?}");
    }
}

#[test]
fn no_path_of_the_machine_that_built_it_is_kept() {
    let list = include_str!(concat!(env!("OUT_DIR"), "/shipped_files.rs"));
    assert!(!list.contains(env!("CARGO_MANIFEST_DIR")), "{list}");
}
