use super::{good, places, prompts, read};
use workbench_domain::problem::Severity::Error;

#[test]
fn a_list_of_objects_is_read_by_the_names_that_people_use() {
    let text = r#"[
      {"id": 7, "question": "What is a lock?", "answer": "It excludes.\n\nOnly one.", "goodToHear": ["one at a time", "deadlock"],
       "tags": "threads, locks", "redFlags": "guesses", "followUps": ["And a semaphore?"], "difficulty": "easy", "source": "a book"},
      "What is a thread?"
    ]"#;
    let questions = good("threads.json", text);
    let first = &questions[0];
    assert_eq!(first.id.as_str(), "threads/7");
    assert_eq!(prompts(&questions), ["What is a lock?", "What is a thread?"]);
    assert_eq!(first.indicators, ["one at a time", "deadlock"]);
    assert_eq!(first.red_flags, ["guesses"]);
    assert_eq!(first.probes, ["And a semaphore?"]);
    assert_eq!(first.tags, ["threads", "locks"]);
    assert_eq!(first.level, "easy");
    assert!(first.guidance.contains("It excludes.\n\nOnly one.") && first.guidance.contains("source: a book"));
}

#[test]
fn lists_by_chapter_and_one_object_a_line_are_read() {
    let questions =
        good("q.json", r#"{"JavaScript": [{"question": "What is a closure?"}], "CSS": ["What is a float?"]}"#);
    assert_eq!(prompts(&questions), ["What is a closure?", "What is a float?"]);
    assert_eq!((questions[0].section.as_str(), questions[1].section.as_str()), ("JavaScript", "CSS"));
    let questions = good("q.jsonl", "{\"question\": \"One?\"}\n{\"question\": \"Two?\"}\n");
    assert_eq!(prompts(&questions), ["One?", "Two?"]);
}

#[test]
fn a_broken_object_loses_no_other() {
    let read =
        read("q.json", "[\n{\"question\": \"One?\"},\n{\"question\": \"Two?,\n},\n{\"question\": \"Three?\"}\n]");
    assert_eq!(prompts(&read.questions), ["One?", "Three?"]);
    assert_eq!(places(&read.problems), [("q.json:3", Error)]);
}

#[test]
fn objects_in_place_of_texts_are_read_as_a_person_reads_them() {
    let text = r#"{"meta": {"by": "a tool"}, "data": [
      {"_id": {"$oid": "65f"}, "q": "What is a leak?", "category": {"name": "Performance"}, "lvl": "Mid",
       "followUps": [{"text": "In production?"}, {"text": "Which tool?", "hard": true}], "good_points": "snapshots"},
      {"title": "Explain CAP", "body": "Explain the theorem and where it misleads."},
      {"title": "Explain ACID", "prompt": "What does each letter say?", "body": "It came up twice."}
    ]}"#;
    let read = read("odd.json", text);
    let [leak, cap, acid] = &read.questions[..] else { panic!("{:?}", read.questions) };
    assert_eq!((leak.id.as_str(), leak.section.as_str(), leak.level.as_str()), ("odd/65f", "Performance", "Mid"));
    assert_eq!(leak.probes, ["In production?", "hard: true\ntext: Which tool?"]);
    assert_eq!(leak.indicators, ["snapshots"]);
    assert_eq!(
        (cap.title.as_str(), cap.prompt.as_str()),
        ("Explain CAP", "Explain the theorem and where it misleads.")
    );
    assert_eq!(
        (acid.prompt.as_str(), acid.guidance.as_str()),
        ("What does each letter say?", "body: It came up twice.")
    );
}
