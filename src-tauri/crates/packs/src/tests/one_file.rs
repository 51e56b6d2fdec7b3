use expect_test::{Expect, expect};

use super::{World, told};

fn check(world: &World, name: &str, expected: &Expect) {
    let checked = crate::check(&world.path(name));
    expected.assert_eq(&format!("{} questions, {} kits\n{}", checked.questions, checked.kits, told(&checked.problems)));
}

#[test]
fn a_folder_is_counted() {
    let world = World::good();
    check(
        &world,
        "",
        &expect![[r#"
        2 questions, 1 kits
    "#]],
    );
    check(
        &world,
        "pack.toml",
        &expect![[r#"
        2 questions, 1 kits
    "#]],
    );
    world.edit("gil.toml", "minutes = 6", "minutes = 0");
    check(
        &world,
        "",
        &expect![[r#"
            1 questions, 0 kits
            gil.toml:11 error: The field "minutes" is 0. Write a number, from 1 to 120.
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
        "#]],
    );
    check(
        &world,
        "absent",
        &expect![[r#"
        0 questions, 0 kits
        absent:1 error: There is no such file. Look at the spelling of the path.
    "#]],
    );
}

#[test]
fn one_question_is_checked_against_the_pack_beside_it() {
    let world = World::good();
    check(
        &world,
        "gil.toml",
        &expect![[r#"
        1 questions, 0 kits
    "#]],
    );
    world.edit("gil.toml", "\"concurrency\"", "\"concurency\"");
    world.edit("copy.toml", "minutes = 6", "minutes = 0");
    check(
        &world,
        "gil.toml",
        &expect![[r#"
        0 questions, 0 kits
        gil.toml:9 error: The competency "concurency" is not in pack.toml. Use one of: concurrency, language; did you mean "concurrency"?
    "#]],
    );
}

#[test]
fn one_kit_is_checked_against_the_pack_above_it() {
    let world = World::good();
    check(
        &world,
        "kits/short.toml",
        &expect![[r#"
        0 questions, 1 kits
    "#]],
    );
    world.edit("kits/short.toml", "id = \"gil\"", "id = \"gill\"");
    check(
        &world,
        "kits/short.toml",
        &expect![[r#"
        0 questions, 0 kits
        kits/short.toml:11 error: The question "gill" is not in this pack, so the kit was left out. Use one of: gil, copy; did you mean "gil"?
    "#]],
    );
}

#[test]
fn one_question_beside_a_broken_pack_is_checked_alone() {
    let world = World::good();
    world.edit("gil.toml", "minutes = 6", "minutes = 0");
    world.edit("pack.toml", "format = 1", "format = 7");
    check(
        &world,
        "gil.toml",
        &expect![[r#"
            0 questions, 0 kits
            pack.toml:1 warning: This pack.toml cannot be used, so the file was not checked against it. Check it as well.
            gil.toml:11 error: The field "minutes" is 0. Write a number, from 1 to 120.
        "#]],
    );
    world.edit("pack.toml", "format = 7", "format =");
    check(
        &world,
        "gil.toml",
        &expect![[r#"
            0 questions, 0 kits
            pack.toml:1 warning: This pack.toml cannot be used, so the file was not checked against it. Check it as well.
            gil.toml:11 error: The field "minutes" is 0. Write a number, from 1 to 120.
        "#]],
    );
}

#[test]
fn one_file_without_a_pack_is_checked_alone() {
    let world = World::good();
    world.remove("pack.toml");
    world.edit("gil.toml", "\"concurrency\"", "\"anything\"");
    check(
        &world,
        "gil.toml",
        &expect![[r#"
        1 questions, 0 kits
    "#]],
    );
    check(
        &world,
        "kits/short.toml",
        &expect![[r#"
        0 questions, 1 kits
    "#]],
    );
    world.edit("gil.toml", "minutes = 6", "minutes = 0");
    check(
        &world,
        "gil.toml",
        &expect![[r#"
            0 questions, 0 kits
            gil.toml:11 error: The field "minutes" is 0. Write a number, from 1 to 120.
        "#]],
    );
}

#[test]
fn a_draft_of_another_name_is_checked_alone() {
    let world = World::good();
    world.write("draft.txt", super::GIL.replace("minutes = 6", ""));
    check(
        &world,
        "draft.txt",
        &expect![[r#"
            0 questions, 0 kits
            draft.txt:1 error: The field "minutes" is missing. Add minutes = …, a whole number.
            draft.txt:1 warning: The id "gil" is not the file's name, "draft". The id counts; name the file gil.toml.
        "#]],
    );
}
