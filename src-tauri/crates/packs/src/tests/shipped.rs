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
fn no_path_of_the_machine_that_built_it_is_kept() {
    let list = include_str!(concat!(env!("OUT_DIR"), "/shipped_files.rs"));
    assert!(!list.contains(env!("CARGO_MANIFEST_DIR")), "{list}");
}
