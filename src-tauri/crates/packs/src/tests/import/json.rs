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
