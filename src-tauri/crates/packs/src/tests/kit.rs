use expect_test::{Expect, expect};

use super::{World, check};

fn kit(from: &str, to: &str, expected: &Expect) {
    check("kits/short.toml", from, to, expected);
}

#[test]
fn what_is_wrong_in_a_kit_is_told_and_the_questions_stay() {
    kit(
        "slot_minutes = 15",
        "slot_minutes = 4",
        &expect![[r#"
            kits/short.toml:3 error: The field "slot_minutes" is 4. Write a number, from 5 to 480.
            kept: demo/gil demo/copy; no kit
        "#]],
    );
    kit(
        "slot_minutes = 15",
        "slot_minutes = 481",
        &expect![[r#"
            kits/short.toml:3 error: The field "slot_minutes" is 481. Write a number, from 5 to 480.
            kept: demo/gil demo/copy; no kit
        "#]],
    );
    kit(
        "slot_minutes = 15",
        "slot_minutes = 15\nbackground = \"before\"",
        &expect![[r#"
            kits/short.toml:4 error: The background "before" is not known. Use one of: after_submission, before_interview.
            kept: demo/gil demo/copy; no kit
        "#]],
    );
    kit(
        "slot_minutes = 15",
        "slot_minutes = 15\nbackground = true",
        &expect![[r#"
            kits/short.toml:4 error: The field "background" must be text in quotation marks, but here it is true, without quotation marks. Change it.
            kept: demo/gil demo/copy; no kit
        "#]],
    );
    kit(
        "slot_minutes = 15",
        "slot_minutes = 15\nbackground = \"before_interview\"",
        &expect![[r#"
            kept: demo/gil demo/copy; demo/short
        "#]],
    );
    kit(
        "opening = \"Hello.\"\n",
        "",
        &expect![[r#"
            kits/short.toml:1 error: The field "opening" is missing. Add opening = "…".
            kept: demo/gil demo/copy; no kit
        "#]],
    );
    kit(
        "required = false",
        "required = \"no\"",
        &expect![[r#"
            kits/short.toml:12 error: The field "required" must be true or false, but here it is the text "no". Change it.
            kept: demo/gil demo/copy; no kit
        "#]],
    );
    kit(
        "required = false",
        "requird = false",
        &expect![[r#"
            kits/short.toml:12 warning: The field "requird" is not known and was not used. Did you mean "required"?
            kept: demo/gil demo/copy; demo/short
        "#]],
    );
    kit(
        "id = \"short\"",
        "id = \"long\"",
        &expect![[r#"
            kits/short.toml:1 warning: The id "long" is not the file's name, "short". The id counts; name the file long.toml.
            kept: demo/gil demo/copy; demo/long
        "#]],
    );
    kit(
        "id = \"short\"",
        "id = short",
        &expect![[r#"
            kits/short.toml:1 error: This line is not valid TOML: a value is missing here, or it is text without quotation marks. Correct it; nothing of the file was read.
            kept: demo/gil demo/copy; no kit
        "#]],
    );
    kit(
        "id = \"gil\"",
        "id = \"copy\"",
        &expect![[r#"
            kits/short.toml:11 error: The question "copy" is at kits/short.toml:8 already. Take one out.
            kept: demo/gil demo/copy; no kit
        "#]],
    );
}

#[test]
fn a_kit_without_questions_is_left_out() {
    let text = super::KIT.split("\n[[").next().expect("the head");
    let world = World::good();
    world.write("kits/short.toml", text);
    world.expect(&expect![[r#"
        kits/short.toml:1 error: The field "question" is missing. Add a table [[question]] for each.
        kept: demo/gil demo/copy; no kit
    "#]]);
    world.write("kits/short.toml", format!("{text}question = []\n"));
    world.expect(&expect![[r#"
        kits/short.toml:6 error: The list "question" is empty. Add a table [[question]] for each.
        kept: demo/gil demo/copy; no kit
    "#]]);
}

#[test]
fn a_kit_with_more_questions_than_minutes_is_left_out() {
    let rows: String = (0..480).map(|n| format!("\n[[question]]\nid = \"q{n}\"\n")).collect();
    let world = World::good();
    world.write("kits/short.toml", super::KIT.to_owned() + &rows);
    let (_, problems) = world.read();
    let about: Vec<_> = problems.into_iter().filter(|problem| problem.what.starts_with("The kit has")).collect();
    expect![[r#"
        kits/short.toml:1448 error: The kit has 482 questions. The most is 480; take some out.
    "#]]
    .assert_eq(&super::told(&about));
}

#[test]
fn a_kit_that_names_an_unknown_question_is_left_out() {
    kit(
        "id = \"gil\"",
        "id = \"gill\"",
        &expect![[r#"
            kits/short.toml:11 error: The question "gill" is not in this pack, so the kit was left out. Use one of: gil, copy; did you mean "gil"?
            kept: demo/gil demo/copy; no kit
        "#]],
    );
}

#[test]
fn a_kit_that_names_a_question_that_failed_is_left_out() {
    check(
        "gil.toml",
        "minutes = 6",
        "minutes = 0",
        &expect![[r#"
            gil.toml:11 error: The field "minutes" is 0. Write a number, from 1 to 120.
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]],
    );
    check(
        "gil.toml",
        "minutes = 6",
        "minutes = ",
        &expect![[r#"
            gil.toml:11 error: This line is not valid TOML: a value is missing here, or it is text without quotation marks. Correct it; nothing of the file was read.
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]],
    );
}

#[test]
fn a_kit_that_needs_more_time_than_it_has_is_a_warning() {
    check(
        "kits/short.toml",
        "slot_minutes = 15",
        "slot_minutes = 5",
        &expect![[r#"
            kits/short.toml:1 warning: The required questions need 6 minutes; the meeting has 5. Take questions out, or raise "slot_minutes".
            kept: demo/gil demo/copy; demo/short
        "#]],
    );
}

#[test]
fn two_kits_with_one_id_are_told() {
    let world = World::good();
    world.write("kits/a.toml", super::KIT);
    world.expect(&expect![[r#"
        kits/a.toml:1 warning: The id "short" is not the file's name, "a". The id counts; name the file short.toml.
        kits/a.toml:1 error: The id "short" is at kits/short.toml:1 already. Give this one another id.
        kept: demo/gil demo/copy; demo/short
    "#]]);
}

#[test]
fn a_kit_says_its_sections_times_and_what_to_have_ready() {
    let world = World::good();
    world.edit(
        "kits/short.toml",
        "opening = ",
        "ready = [\"The editor is shared\", \"Water\"]\ncandidate_minutes = 4\nopening = ",
    );
    world.edit("kits/short.toml", "id = \"copy\"\n", "id = \"copy\"\nsection = \"Warm-up\"\nminutes = 3\n");
    let (pack, problems) = world.read();
    assert_eq!(problems, []);
    let kit = pack.unwrap().kits.remove(0).kit;
    assert_eq!((kit.ready.join("; "), kit.candidate_minutes), ("The editor is shared; Water".to_owned(), Some(4)));
    let places: Vec<_> = kit.questions.iter().map(|place| (place.section.as_str(), place.minutes)).collect();
    assert_eq!(places, [("Warm-up", Some(3)), ("", None)]);
    world.edit("kits/short.toml", "candidate_minutes = 4", "candidate_minutes = 13").expect(&expect![[r#"
        kits/short.toml:1 warning: The required questions need 3 minutes, and the candidate's own 13; the meeting has 15. Take questions out, or raise "slot_minutes".
        kept: demo/gil demo/copy; demo/short
    "#]]);
}
