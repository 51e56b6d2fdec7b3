use expect_test::expect;

use super::{World, check};

#[test]
fn a_format_that_is_newer_is_named_with_ours() {
    let world = World::good();
    world.write("gil.toml", "something = quite new");
    world.edit("pack.toml", "format = 1", "# new\nformat = 2").expect(&expect![[r#"
        pack.toml:2 error: This pack is in format 2. This Interview Workbench reads up to format 1. Install a newer Interview Workbench, or get the pack in format 1.
        no pack
    "#]]);
}

#[test]
fn each_thing_wrong_with_the_head_is_told_and_there_is_no_pack() {
    check(
        "pack.toml",
        "format = 1",
        "format = \"1\"",
        &expect![[r#"
        pack.toml:1 error: The field "format" must be a whole number, but here it is the text "1". Change it.
        no pack
    "#]],
    );
    check(
        "pack.toml",
        "format = 1",
        "format = 0",
        &expect![[r#"
            pack.toml:1 error: The field "format" is 0. Write a number, 1 or more.
            no pack
        "#]],
    );
    check(
        "pack.toml",
        "id = \"demo\"\ntitle = \"Demo\"",
        "id = \"Demo Pack\"\ntitle = 5",
        &expect![[r#"
            pack.toml:2 error: The id "Demo Pack" cannot be used. Write 1 to 64 of the characters a-z, 0-9 and "-", the first a letter or digit, such as "demo-pack".
            pack.toml:3 error: The field "title" must be text in quotation marks, but here it is the number 5. Change it.
            no pack
        "#]],
    );
    check(
        "pack.toml",
        "version = \"1.0.0\"\nlanguage = \"en\"\n",
        "",
        &expect![[r#"
        pack.toml:1 error: The field "version" is missing. Add version = "…".
        pack.toml:1 error: The field "language" is missing. Add language = "…".
        no pack
    "#]],
    );
    check(
        "pack.toml",
        "level = \"senior\"",
        "level = \"\"",
        &expect![[r#"
        pack.toml:14 error: The field "level" is empty. Write at least one character.
        no pack
    "#]],
    );
    check(
        "pack.toml",
        "[role]",
        "[rolle]",
        &expect![[r#"
        pack.toml:1 error: The field "role" is missing. Add a table [role].
        pack.toml:11 warning: The field "rolle" is not known and was not used. Did you mean "role"?
        no pack
    "#]],
    );
    check(
        "pack.toml",
        "[[section]]",
        "[section]",
        &expect![[r#"
        pack.toml:16 error: The field "section" must be a table with two brackets, [[section]], but here it is a table. Change it.
        no pack
    "#]],
    );
    check(
        "pack.toml",
        "[role]",
        "role = 5\n[other]",
        &expect![[r#"
        pack.toml:11 error: The field "role" must be a table, [role], but here it is the number 5. Change it.
        pack.toml:12 warning: The field "other" is not known and was not used.
        no pack
    "#]],
    );
}

#[test]
fn a_file_that_is_not_toml_is_told_with_its_line_and_the_questions_are_still_looked_at() {
    let world = World::good();
    world.edit("gil.toml", "minutes = 6", "minutes = 600");
    world.edit("pack.toml", "version = \"1.0.0\"", "version = 1.0.0").expect(&expect![[r#"
        pack.toml:4 error: This line is not valid TOML: invalid float, expected nothing. Correct it; nothing of the file was read.
        gil.toml:11 error: The field "minutes" is 600. Write a number, from 1 to 120.
        kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
        no pack
    "#]]);
    check(
        "pack.toml",
        "\"gil\",",
        "\"gil,",
        &expect![[r#"
            pack.toml:7 error: This line is not valid TOML: a text has no closing quotation mark. Correct it; nothing of the file was read.
            no pack
        "#]],
    );
    check(
        "pack.toml",
        "title = \"Demo\"",
        "title = \"Demo\"\ntitle = \"Again\"",
        &expect![[r#"
            pack.toml:4 error: This line is not valid TOML: this name is there already, in the same table. Correct it; nothing of the file was read.
            no pack
        "#]],
    );
}

#[test]
fn a_thing_declared_twice_names_the_first_place() {
    check(
        "pack.toml",
        "id = \"language\"",
        "id = \"concurrency\"",
        &expect![[r#"
            pack.toml:28 error: The competency "concurrency" is at pack.toml:21 already. Take this one out, or give it another id.
            copy.toml:9 error: The competency "language" is not in pack.toml. Use one of: concurrency.
            kits/short.toml:8 error: The question "copy" was left out, and so was this kit. Correct the question in copy.toml.
            kept: demo/gil; no kit
        "#]],
    );
    check(
        "pack.toml",
        "\"copy\",",
        "\"copy\",\n    \"gil\",",
        &expect![[r#"
            pack.toml:9 error: The question "gil" is at pack.toml:7 already. Take this one out, or give it another id.
            kept: demo/gil demo/copy; demo/short
        "#]],
    );
    check(
        "pack.toml",
        "[[competency]]",
        "[[section]]\nid = \"technical\"\ntitle = \"T\"\n\n[[competency]]",
        &expect![[r#"
            pack.toml:21 error: The section "technical" is at pack.toml:17 already. Take this one out, or give it another id.
            kept: demo/gil demo/copy; demo/short
        "#]],
    );
}

#[test]
fn a_competency_with_an_error_leaves_out_what_needs_it() {
    check(
        "pack.toml",
        "weight = 2",
        "weight = 2.5",
        &expect![[r#"
            pack.toml:24 error: The field "weight" must be a whole number, but here it is a number with a fraction. Change it.
            gil.toml:9 error: The competency "concurrency" was left out; correct it in pack.toml.
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]],
    );
    check(
        "pack.toml",
        "weight = 2",
        "weight = -1\nwieght = 3",
        &expect![[r#"
            pack.toml:24 error: The field "weight" is -1. Write a number, from 1 to 5.
            pack.toml:25 warning: The field "wieght" is not known and was not used. Did you mean "weight"?
            gil.toml:9 error: The competency "concurrency" was left out; correct it in pack.toml.
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]],
    );
}

#[test]
fn a_role_may_say_when_scorecards_are_due_and_no_kit_is_another_for_it() {
    let world = World::good();
    let (before, _) = world.read();
    world.edit("pack.toml", "level = \"senior\"", "level = \"senior\"\nsubmit_within_hours = 24");
    let (after, problems) = world.read();
    assert_eq!(problems, []);
    let (before, after) = (before.unwrap(), after.unwrap());
    assert_eq!((before.role.submit_within_hours, after.role.submit_within_hours), (None, Some(24)));
    assert_eq!(before.kits, after.kits, "the rule makes no new version of a kit");
    for (hours, what) in [
        ("0", "is 0. Write a number, from 1 to 720."),
        ("721", "is 721. Write a number, from 1 to 720."),
        ("\"soon\"", "must be a whole number, but here it is the text \"soon\". Change it."),
    ] {
        let world = World::good();
        world.edit("pack.toml", "level = \"senior\"", &format!("level = \"senior\"\nsubmit_within_hours = {hours}"));
        let (pack, problems) = world.read();
        let told: Vec<_> = problems.iter().map(|problem| (problem.place.as_str(), problem.what.as_str())).collect();
        let expected = format!("The field \"submit_within_hours\" {what}");
        assert_eq!(told, [("pack.toml:15", expected.as_str())]);
        assert_eq!(pack.unwrap().role.submit_within_hours, None, "the rule is left out, and nothing else");
    }
}

#[test]
fn an_unknown_field_is_a_warning() {
    check(
        "pack.toml",
        "language = \"en\"",
        "language = \"en\"\nlicense = \"MIT\"",
        &expect![[r#"
            pack.toml:6 warning: The field "license" is not known and was not used. Did you mean "licence"?
            kept: demo/gil demo/copy; demo/short
        "#]],
    );
    check(
        "pack.toml",
        "language = \"en\"",
        "language = \"en\"\nlicence = \"MIT\"\nzebra = 1",
        &expect![[r#"
            pack.toml:7 warning: The field "zebra" is not known and was not used.
            kept: demo/gil demo/copy; demo/short
        "#]],
    );
}

#[test]
fn the_list_of_questions_is_checked() {
    check(
        "pack.toml",
        "    \"gil\",\n    \"copy\",\n",
        "",
        &expect![[r#"
            pack.toml:6 error: The list "questions" is empty. Write at least one entry.
            copy.toml:1 warning: The question "copy" is not listed in pack.toml, so it comes last. Add "copy" to "questions" there.
            gil.toml:1 warning: The question "gil" is not listed in pack.toml, so it comes last. Add "gil" to "questions" there.
            kept: demo/copy demo/gil; demo/short
        "#]],
    );
    check(
        "pack.toml",
        "\"copy\",",
        "\"copy\",\n7,\n\"\",\n\"No\",",
        &expect![[r#"
            pack.toml:9 error: Entry 3 of "questions" must be text in quotation marks, but here it is the number 7. Change it.
            pack.toml:10 error: Entry 4 of "questions" is empty. Write at least one character.
            pack.toml:11 error: The id "No" cannot be used. Write 1 to 64 of the characters a-z, 0-9 and "-", the first a letter or digit, such as "no".
            kept: demo/gil demo/copy; demo/short
        "#]],
    );
}

#[test]
fn a_weight_has_its_reason_and_a_must_have_its_level() {
    let world = World::good();
    world.edit("pack.toml", "weight = 2", "must_have = 4\nweight = 2");
    let (pack, problems) = world.read();
    assert_eq!(problems, []);
    let competencies = pack.unwrap().role.competencies;
    assert_eq!(competencies[0].must_have.map(workbench_domain::rating::Level::number), Some(4));
    assert_eq!(
        (competencies[0].weight, competencies[0].weight_reason.as_str()),
        (2, "Most of the work is concurrent.")
    );
    assert_eq!((competencies[1].must_have, competencies[1].weight_reason.as_str()), (None, ""));
    world.edit("pack.toml", "must_have = 4", "must_have = 6").expect(&expect![[r#"
        pack.toml:24 error: The field "must_have" is 6. Write a number, from 1 to 5.
        gil.toml:9 error: The competency "concurrency" was left out; correct it in pack.toml.
        kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
        kept: demo/copy; no kit
    "#]]);
    check(
        "pack.toml",
        "weight_reason = \"Most of the work is concurrent.\"\n",
        "",
        &expect![[r#"
        pack.toml:21 warning: The weight of "concurrency" is not that of the others, and nothing says why. Add weight_reason = "…", or take the weight out.
        kept: demo/gil demo/copy; demo/short
    "#]],
    );
}
