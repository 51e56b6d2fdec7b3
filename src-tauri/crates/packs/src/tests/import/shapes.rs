//! Shapes of Markdown that are easily taken for something else.

use super::{good, prompts, read};

#[test]
fn a_picture_before_a_label_and_a_label_in_italics_are_labels() {
    let text = "### 🔥 What is the GIL?\n\n✅ **Good answer**\n- one thread\n\n❌ **Bad answer**\n- none\n\n*Follow-ups*\n\n- And 3.13?\n\n*It* releases around input.\n";
    let one = &good("q.md", text)[0];
    assert_eq!((one.indicators.join(" "), one.red_flags.join(" ")), ("one thread".to_owned(), "none".to_owned()));
    assert_eq!(one.probes, ["And 3.13?", "It releases around input."]);
}

#[test]
fn a_chapter_over_questions_in_bold_is_none_itself() {
    let text = "## Concurrency\n\n**What is a race?**\n\nTwo threads.\n\n*Good to hear:* order\n\n**Explain a barrier.**\n\nOrder.\n\n**Question:** What is a fence?\n**Answer:** A barrier.\n";
    let questions = good("q.md", text);
    assert_eq!(prompts(&questions), ["What is a race?", "Explain a barrier.", "What is a fence?"]);
    assert_eq!(questions[0].indicators, ["order"]);
    assert_eq!((questions[1].guidance.as_str(), questions[2].guidance.as_str()), ("Order.", "A barrier."));
    assert!(questions.iter().all(|question| question.section == "Concurrency"));
}

#[test]
fn a_table_of_questions_under_a_title_with_a_label_behind_it() {
    let text = "# Bank\n\n| # | Question | Expected answer |\n|---|---|---|\n| 1 | What is CAP? | two |\n| 2 | Explain shards | parts |\n\nScore: add up.\n";
    let read = read("q.md", text);
    assert_eq!(prompts(&read.questions), ["What is CAP?", "Explain shards"]);
    assert_eq!(read.problems.len(), 1, "the line behind the table is told");
}

#[test]
fn what_is_asked_may_be_quoted_or_a_list_under_a_name() {
    let text = "### Conflict\n\n> Tell me about a time\n> you disagreed.\n\n**Listen for:**\n- respect\n\n### Ownership\n\n- What did you take on?\n\n**Red flags**: waits\n";
    let questions = good("q.md", text);
    assert_eq!(prompts(&questions), ["Tell me about a time\nyou disagreed.", "What did you take on?"]);
    assert_eq!((questions[0].title.as_str(), questions[1].title.as_str()), ("Conflict", "Ownership"));
    let answer = &good("q.md", "### What is SMTP?\n\n> A protocol.\n")[0];
    assert_eq!(answer.guidance, "> A protocol.", "under a question, a quotation is its answer");
}

#[test]
fn rules_between_questions_without_any_sign() {
    let text = "# Questions\n\nWhat is a monad?\n\nA monoid.\n\n---\n\nExplain laziness.\n\nNot yet.\n\n---\n\nWhat is a functor?\n\nA mapping.\n";
    let questions = good("q.md", text);
    assert_eq!(prompts(&questions), ["What is a monad?", "Explain laziness.", "What is a functor?"]);
    assert_eq!(questions[1].guidance, "Not yet.");
}

#[test]
fn a_list_that_leads_elsewhere_is_no_question() {
    let text = "# Bank\n\n## Contents\n\n- [What is X?](#what-is-x)\n  - [What is Y?](#y)\n\n## Questions\n\n- [Python](./python.md)\n- [What is Go?](go.md#top)\n\n## What is X?\n\nIt is x.\n";
    assert_eq!(prompts(&good("q.md", text)), ["What is X?"]);
    let away =
        good("q.md", "# Questions\n\n- [What is Go?](https://go.example/a.md)\n- [What is C?](https://c.example)\n");
    assert_eq!(away.len(), 2, "a link to another place is a source");
}

#[test]
fn no_sign_in_a_file_is_taken_for_a_summary() {
    let text = "### What is SMTP?\n\n\u{F0E0} mail\n\n\u{F0E1}\n\nA protocol.\n\n- one\n\n  <details><summary>\u{F0E0} More \u{F0E1}</summary>\n\n  Ports.\n\n  </details>\n";
    let one = &good("q.md", text)[0];
    let all = [one.guidance.as_str(), &one.indicators.join(" ")].concat();
    for kept in ["\u{F0E0} mail", "\u{F0E1}\n", "A protocol.", "one", "\u{F0E0} More \u{F0E1}", "Ports."] {
        assert!(all.contains(kept), "{kept:?} is not in {all:?}");
    }
    assert_eq!(all.matches(['\u{F0E0}', '\u{F0E1}']).count(), 4, "no sign of ours is left: {all:?}");
}
