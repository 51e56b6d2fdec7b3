//! Drills: written answers with their keys, and what can be wrong with them.

use expect_test::expect;

use super::{World, told};
use crate::check as look;

pub(super) const DRILL: &str = r#"question = "gil"
ratings = ["author", "reviewer"]

[[answer]]
id = "short"
text = """
It is a lock.

[Probe: And?]

One thread at a time."""
level = 3
reason = "Says what it does, after one probe."

[[answer]]
id = "long"
text = "It is a lock, and here is why."
level = 4
reason = "Says why as well."
"#;

fn world() -> World {
    let world = World::good();
    world.write("drills/gil.toml", DRILL);
    world
}

#[test]
fn a_drill_is_read_with_its_keys() {
    let (pack, problems) = world().read();
    assert_eq!(problems, []);
    let drills = pack.unwrap().drills;
    assert_eq!(drills.len(), 1);
    let answers: Vec<_> = drills[0].answers.iter().map(|answer| (answer.id.as_str(), answer.level.number())).collect();
    assert_eq!((drills[0].question_id.as_str(), answers), ("demo/gil", vec![("short", 3), ("long", 4)]));
    assert!(drills[0].answers[0].text.contains("\n\n[Probe: And?]\n\n"));
}

#[test]
fn each_problem_of_a_drill_names_its_line() {
    for (from, to, expected) in [
        (
            "question = \"gil\"",
            "question = \"gill\"",
            expect![[r#"
                drills/gil.toml:1 error: There is no good question "gill" in the pack. Use one of: gil, copy; did you mean "gil"?
            "#]],
        ),
        (
            "[\"author\", \"reviewer\"]",
            "[\"author\"]",
            expect![[r#"
                drills/gil.toml:2 error: A key needs two ratings at least, given apart, that agree. Say in "ratings" how the second was given as well.
            "#]],
        ),
        (
            "level = 4",
            "level = 6",
            expect![[r#"
                drills/gil.toml:18 error: The field "level" is 6. Write a number, from 1 to 5.
            "#]],
        ),
        (
            "id = \"long\"",
            "id = \"short\"",
            expect![[r#"
                drills/gil.toml:16 error: The answer "short" stands in line 5 already. Give this one another id.
            "#]],
        ),
        (
            "reason = \"Says why as well.\"\n",
            "",
            expect![[r#"
                drills/gil.toml:15 error: The field "reason" is missing. Add reason = "…".
            "#]],
        ),
    ] {
        let world = world();
        world.edit("drills/gil.toml", from, to);
        let (pack, problems) = world.read();
        expected.assert_eq(&told(&problems));
        let pack = pack.unwrap();
        assert_eq!((pack.drills.len(), pack.questions.len()), (0, 2), "the questions stay");
    }
}

#[test]
fn a_drill_about_what_another_is_about_or_with_another_name_is_told() {
    let world = world();
    world.write("drills/other.toml", DRILL);
    world.write("drills/lone.toml", DRILL.replace("\"gil\"", "\"copy\""));
    let (pack, problems) = world.read();
    expect![[r#"
        drills/lone.toml:1 warning: This drill is about copy. Name the file copy.toml.
        drills/other.toml:1 error: drills/gil.toml is about this question already. Put all its answers into one file.
    "#]]
    .assert_eq(&told(&problems));
    let ids: Vec<_> = pack.unwrap().drills.iter().map(|drill| drill.question_id.to_string()).collect();
    assert_eq!(ids, ["demo/gil", "demo/copy"], "in the questions' order");
}

#[test]
fn one_drill_file_is_checked_against_its_pack() {
    let world = world();
    let checked = look(&world.path("drills/gil.toml"));
    assert_eq!((checked.drills, checked.questions, checked.problems.len()), (1, 0, 0));
    world.edit("drills/gil.toml", "question = \"gil\"", "question = \"none\"");
    let checked = look(&world.path("drills/gil.toml"));
    assert_eq!((checked.drills, checked.problems.len()), (0, 1));
    assert_eq!(look(world.dir.path()).drills, 0);
}
