use super::*;

#[test]
fn labels_are_known_in_any_case_and_number() {
    let table = [
        ("Good answer", Field::Indicators),
        ("GOOD ANSWERS:", Field::Indicators),
        ("goodToHear", Field::Indicators),
        ("good_to_hear", Field::Indicators),
        ("✅ Good to hear", Field::Indicators),
        ("What to look for", Field::Indicators),
        ("Red flag(s)", Field::RedFlags),
        ("red-flags", Field::RedFlags),
        ("RedFlag", Field::RedFlags),
        ("🚩 Red Flag", Field::RedFlags),
        ("Red flags to watch for", Field::RedFlags),
        ("Follow-ups", Field::Probes),
        ("follow up", Field::Probes),
        ("FollowUp Questions", Field::Probes),
        ("Follow-up 2", Field::Probes),
        ("Answer", Field::Guidance),
        ("Questions", Field::Prompt),
        ("Category", Field::Section),
        ("Level 3", Field::Anchor3),
        ("anchor_5", Field::Anchor5),
        ("anchor1", Field::Anchor1),
        ("Difficulty", Field::Level),
    ];
    for (label, field) in table {
        assert_eq!(field_of(label), Some(field), "{label}");
    }
    for label in ["Additional links", "", ":", "Complexity", "What is a red flag?"] {
        assert_eq!(field_of(label), None, "{label}");
    }
}

#[test]
fn a_numbered_question_is_a_label_and_a_word_that_begins_with_q_is_not() {
    for label in ["Q", "Q1", "Q 12:", "Question", "question 3.", "QUESTION #4"] {
        assert!(is_question(label), "{label}");
    }
    for label in ["Questions", "Queue", "Question about threads", "Quick"] {
        assert!(!is_question(label), "{label}");
    }
}
