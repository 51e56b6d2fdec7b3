use super::{good, places, prompts, read};
use workbench_domain::problem::Severity::Warning;

#[test]
fn headings_with_labels_in_any_case_and_number() {
    let text = "# Backend\n\n### 1. What is a lock?\n\n#### Good answer\n- excludes\n- deadlock\n\n**red flag:** guesses\n\n#### FOLLOW-UPS\n1. And a semaphore?\n\n#### Complexity\nNone.\n\n### What is a thread?\n\nIt runs.\n";
    let questions = good("q.md", text);
    assert_eq!(prompts(&questions), ["What is a lock?", "What is a thread?"]);
    let first = &questions[0];
    assert_eq!(first.section, "Backend");
    assert_eq!(first.indicators, ["excludes", "deadlock"]);
    assert_eq!(first.red_flags, ["guesses"]);
    assert_eq!(first.probes, ["And a semaphore?"]);
    assert_eq!(first.guidance, "Complexity:\n\nNone.", "a label that is not known is kept as text");
    assert_eq!(questions[1].guidance, "It runs.");
}

#[test]
fn answers_good_to_hear_links_and_comments_of_a_file_for_one_question() {
    let text = "### Generate a list.\n\n#### Answer\n\nUse a loop:\n\n```js\nconst a = <b>1</b>\n\n# no heading\n```\n\n#### Good to hear\n\n* fast\n* `O(n)`\n\n##### Additional links\n\n* [docs](https://a.example)\n\n<!-- tags: (react,javascript) -->\n\n<!-- expertise: (1) -->\n";
    let questions = good("generate.md", text);
    let one = &questions[0];
    assert_eq!(one.prompt, "Generate a list.");
    assert_eq!(one.indicators, ["fast", "`O(n)`"]);
    assert_eq!(one.tags, ["react", "javascript"]);
    assert_eq!(one.level, "1");
    assert!(one.guidance.contains("```js\nconst a = <b>1</b>\n\n# no heading\n```"), "code is kept whole");
    assert!(one.guidance.contains("Additional links:\n\n* [docs](https://a.example)"));
}

#[test]
fn list_items_with_nested_bullets() {
    let text = "- **Question**: What is a lock?\n  - Good answers:\n    - excludes\n    - Names two of:\n      - spin\n      - sleep\n  - Red flags\n    - guesses\n- **Question**: What is a thread?\n  - Follow-ups: Cost?\n";
    let questions = good("q.md", text);
    assert_eq!(prompts(&questions), ["What is a lock?", "What is a thread?"]);
    assert_eq!(questions[0].indicators, ["excludes", "Names two of: spin", "Names two of: sleep"]);
    assert_eq!(questions[0].red_flags, ["guesses"]);
    assert_eq!(questions[1].probes, ["Cost?"]);
}

#[test]
fn plain_lists_numbered_or_not_under_chapters() {
    let text = "# Questions\n\n## General\n\n* What did you learn?\n* Talk about your editor.\n  * Why that one?\n\n## HTTP\n\n1. What is REST?\n2. Explain caching.\n";
    let questions = good("q.md", text);
    assert_eq!(
        prompts(&questions),
        ["What did you learn?", "Talk about your editor.", "What is REST?", "Explain caching."]
    );
    assert_eq!(questions[1].probes, ["Why that one?"]);
    assert_eq!((questions[0].section.as_str(), questions[3].section.as_str()), ("General", "HTTP"));
}

#[test]
fn details_and_summary_as_question_or_as_answer() {
    let text = "<details>\n<summary>What is X?</summary><br><b>\n\nIt is <i>x</i>.\n</b></details>\n\n<details>\n<summary>What is Y?</summary>\nIt is y.\n</details>\n";
    let questions = good("q.md", text);
    assert_eq!(prompts(&questions), ["What is X?", "What is Y?"]);
    assert_eq!(questions[0].guidance, "It is <i>x</i>.", "HTML is text");
    assert_eq!(questions[1].guidance, "It is y.");
    let text = "###### 1. What's the output?\n\n```js\nlet a\n```\n\n- A: 1\n- B: 2\n\n<details><summary><b>Answer</b></summary>\n<p>\n\n#### Answer: B\n\nBecause.\n\n</p>\n</details>\n\n---\n\n###### 2. What next?\n\n<details><summary><b>Answer</b></summary>\nNothing.\n</details>\n";
    let questions = good("q.md", text);
    assert_eq!(prompts(&questions), ["What's the output?\n\n```js\nlet a\n```\n\n- A: 1\n- B: 2", "What next?"]);
    assert!(questions[0].guidance.ends_with("B\n\nBecause."));
    assert_eq!(questions[1].guidance, "Nothing.");
}

#[test]
fn numbered_items_that_are_headings_and_a_table_of_contents() {
    let text = "# Questions\n\n| No. | Questions |\n|---|---|\n| 1 | [What is X?](#what-is-x) |\n| 2 | [What is Y?](#what-is-y) |\n\n1. ### What is X?\n\n   It is x.\n\n   ```js\n   x()\n   ```\n\n   **[Back to Top](#questions)**\n\n2. ### What is Y?\n\n   It is y.\n";
    let questions = good("q.md", text);
    assert_eq!(prompts(&questions), ["What is X?", "What is Y?"]);
    assert_eq!(questions[0].guidance, "It is x.\n\n```js\nx()\n```");
}

#[test]
fn lines_in_bold_and_q_and_a() {
    let questions = good("q.md", "**Q1: What is X?**\n\n**A:** It is x.\n\n**Q2: What is Y?**\n\n**A:** It is y.\n");
    assert_eq!(prompts(&questions), ["What is X?", "What is Y?"]);
    assert_eq!(questions[1].guidance, "It is y.");
    let questions = good("q.md", "Q: What is X?\nA: It is x.\n\nQ: What is Y?\nA: It is y.\n");
    assert_eq!(prompts(&questions), ["What is X?", "What is Y?"]);
    let questions = good("q.md", "1. **What is X?**\n\nIt is x.\n\n2. **What is Y?**\n\nIt is y.\n");
    assert_eq!(prompts(&questions), ["What is X?", "What is Y?"]);
    assert_eq!((questions[0].guidance.as_str(), questions[1].guidance.as_str()), ("It is x.", "It is y."));
}

#[test]
fn a_heading_that_names_and_words_that_ask() {
    let text = "## Question 1\n\nWhat is X?\n\n### Good answer\n\n- x\n\n## Rollback\n\nA release went wrong. What do you do?\n\n**What to look for:**\n\n- stops it\n\n**Red flags:**\n\n- blames\n";
    let questions = good("q.md", text);
    assert_eq!(prompts(&questions), ["What is X?", "A release went wrong. What do you do?"]);
    assert_eq!(questions[1].title, "Rollback");
    assert_eq!((questions[0].indicators.len(), questions[1].indicators.len()), (1, 1));
}

#[test]
fn a_table_of_questions_and_front_matter() {
    let text = "---\ntags: [sql, db]\ncategory: Data\n---\n\n| Question | Good answer | Red flags |\n|---|---|---|\n| What is a join? | rows<br>keys | guesses |\n";
    let one = &good("q.md", text)[0];
    assert_eq!(one.indicators, ["rows", "keys"]);
    assert_eq!((one.tags.join(" "), one.section.as_str()), ("sql db".to_owned(), "Data"));
}

#[test]
fn what_belongs_to_no_question_is_told_and_loses_none() {
    let read = read("q.md", "# Bank\n\nAn introduction.\n\n## What is X?\n\nIt is x.\n");
    assert_eq!(prompts(&read.questions), ["What is X?"]);
    assert_eq!(places(&read.problems), [("q.md:3", Warning)]);
}

#[test]
fn any_script_asks() {
    let questions = good("q.md", "- なぜ並行処理を使いますか？\n- ما هو القفل؟\n- Что такое поток?\n");
    assert_eq!(questions.len(), 3);
}

#[test]
fn a_readme_is_told_from_a_collection_and_a_collection_may_have_a_licence() {
    let readme = "# Tool\n\nIt does things.\n\n## Installation\n\nRun it.\n\n## Usage\n\nCall it.\n\n## FAQ\n\n### How do I stop it?\n\nPress a key.\n\n### Is it fast?\n\nYes.\n\n### Troubleshooting\n\nTry again.\n\n## License\n\nMIT.\n";
    let found = read("README.md", readme);
    assert_eq!(prompts(&found.questions), ["How do I stop it?", "Is it fast?", "Troubleshooting"]);
    let told: Vec<_> = found.problems.iter().filter(|one| one.what.starts_with("This looks like")).collect();
    assert_eq!((told.len(), told[0].place.as_str(), told[0].severity), (1, "README.md:5", Warning));
    assert!(told[0].what.contains("with \"Installation\", \"Usage\", \"FAQ\". 3 headings"), "{}", told[0].what);
    // Without a question in it there is nothing to take, whatever its chapters are called.
    let bare = "# Tool\n\n## Installation\n\nRun it.\n\n## Usage\n\nCall it.\n\n## License\n\nMIT.\n";
    assert_eq!(prompts(&read("README.md", bare).questions), [""; 0]);
    // Chapters beside questions, in a file of questions and in one that only names subjects.
    let asks = "## What is a lock?\n\nIt excludes.\n\n## What is a thread?\n\nIt runs.\n\n## Deadlock\n\nTwo wait.\n\n## License\n\nMIT.\n";
    let found = read("q.md", asks);
    assert_eq!(prompts(&found.questions), ["What is a lock?", "What is a thread?", "Deadlock"]);
    assert!(!found.problems.iter().any(|one| one.what.starts_with("This looks like")), "one such heading is no README");
    let labelled =
        "## Contributing\n\nPlease do.\n\n## What is a lock?\n\n### Good answer\n\n- excludes\n\n## License\n\nMIT.\n";
    let found = read("q.md", labelled);
    assert_eq!(prompts(&found.questions), ["What is a lock?"]);
    assert!(!found.problems.iter().any(|one| one.what.starts_with("This looks like")), "its answers are labelled");
    let subjects = "## Closures\n\nWhat they keep.\n\n## Hoisting\n\nWhat moves.\n\n## Contributing\n\nPlease do.\n";
    assert_eq!(prompts(&read("q.md", subjects).questions), ["Closures", "Hoisting"]);
}

#[test]
fn a_paragraph_after_a_label_stays_one_paragraph() {
    let text = "# Q: What's a deadlock?\n**A:** Two wait\nfor each other.\n\nAnd for ever.\n\n**Red flag:** guesses\n";
    let questions = good("q.md", text);
    assert_eq!(questions[0].guidance, "Two wait\nfor each other.\n\nAnd for ever.");
    assert_eq!(questions[0].red_flags, ["guesses"]);
}
