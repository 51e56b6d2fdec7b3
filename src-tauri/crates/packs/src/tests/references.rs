use expect_test::expect;

use super::{GIL, World, check};

#[test]
fn an_id_that_is_used_twice_names_the_other_file() {
    let world = World::good();
    world.write("another.toml", GIL);
    world.expect(&expect![[r#"
        another.toml:1 warning: The id "gil" is not the file's name, "another". The id counts; name the file gil.toml.
        another.toml:1 error: The id "gil" is at gil.toml:1 already. Give this one another id.
        kept: demo/gil demo/copy; demo/short
    "#]]);
}

#[test]
fn a_question_that_is_listed_must_have_a_file() {
    check(
        "pack.toml",
        "\"copy\",",
        "\"copy\",\n    \"absent\",",
        &expect![[r#"
            pack.toml:9 error: No file has the question "absent". Add absent.toml, or take this line out.
            kept: demo/gil demo/copy; demo/short
        "#]],
    );
    check(
        "pack.toml",
        "\"gil\",",
        "\"gli\",",
        &expect![[r#"
            pack.toml:7 error: No file has the question "gli". Add gli.toml, or take this line out. Did you mean "gil"?
            gil.toml:1 warning: The question "gil" is not listed in pack.toml, so it comes last. Add "gil" to "questions" there.
            kept: demo/copy demo/gil; demo/short
        "#]],
    );
    let world = World::good();
    world.remove("gil.toml");
    world.expect(&expect![[r#"
        pack.toml:7 error: No file has the question "gil". Add gil.toml, or take this line out.
        pack.toml:21 warning: No question counts for the competency "concurrency". Add one, or take it out.
        kits/short.toml:11 error: The question "gil" is not in this pack, so the kit was left out. Use one of: copy.
        kept: demo/copy; no kit
    "#]]);
}

#[test]
fn a_question_that_is_not_listed_comes_last() {
    check(
        "pack.toml",
        "    \"gil\",\n",
        "",
        &expect![[r#"
            gil.toml:1 warning: The question "gil" is not listed in pack.toml, so it comes last. Add "gil" to "questions" there.
            kept: demo/copy demo/gil; demo/short
        "#]],
    );
}

#[test]
fn the_order_is_that_of_the_list() {
    check(
        "pack.toml",
        "    \"gil\",\n    \"copy\",\n",
        "    \"copy\",\n    \"gil\",\n",
        &expect![[r#"
            kept: demo/copy demo/gil; demo/short
        "#]],
    );
}

#[test]
fn a_competency_without_questions_is_a_warning() {
    check(
        "copy.toml",
        "competency = \"language\"",
        "competency = \"concurrency\"",
        &expect![[r#"
            pack.toml:28 warning: No question counts for the competency "language". Add one, or take it out.
            kept: demo/gil demo/copy; demo/short
        "#]],
    );
}

#[test]
fn two_questions_with_one_title_are_a_warning() {
    check(
        "copy.toml",
        "title = \"Copies\"",
        "title = \"the GIL\"",
        &expect![[r#"
            copy.toml:4 warning: The title "the GIL" is at gil.toml:4 as well. Change one of them.
            kept: demo/gil demo/copy; demo/short
        "#]],
    );
}
