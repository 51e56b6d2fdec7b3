use expect_test::{Expect, expect};

use super::{World, check};

fn gil(from: &str, to: &str, expected: &Expect) {
    check("gil.toml", from, to, expected);
}

#[test]
fn a_field_that_is_missing_is_named() {
    gil(
        "minutes = 6\n",
        "",
        &expect![[r#"
            gil.toml:1 error: The field "minutes" is missing. Add minutes = …, a whole number.
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]],
    );
    gil(
        "[anchors]",
        "[anchor]",
        &expect![[r#"
            gil.toml:1 error: The field "anchors" is missing. Add a table [anchors].
            gil.toml:19 warning: The field "anchor" is not known and was not used. Did you mean "anchors"?
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]],
    );
}

#[test]
fn every_problem_of_a_file_is_told_at_once() {
    let world = World::good();
    world.edit("gil.toml", "type = \"knowledge\"", "type = \"behavioral\"");
    world.edit("gil.toml", "title = \"The GIL\"", &format!("title = \"{}\"", "x".repeat(61)));
    world.edit("gil.toml", "competency = \"concurrency\"", "competency = \"concurency\"");
    world.edit("gil.toml", "minutes = 6", "minutes = 121");
    world.edit("gil.toml", "section = \"technical\"", "section = \"soft\"");
    world.expect(&expect![[r#"
        gil.toml:2 error: The section "soft" is not in pack.toml. Use one of: technical.
        gil.toml:3 error: The type "behavioral" is not known. Use one of: knowledge, scenario, behavioural; did you mean "behavioural"?
        gil.toml:4 error: The title has 61 characters. The most is 60; shorten it by 1.
        gil.toml:9 error: The competency "concurency" is not in pack.toml. Use one of: concurrency, language; did you mean "concurrency"?
        gil.toml:11 error: The field "minutes" is 121. Write a number, from 1 to 120.
        kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
        kept: demo/copy; no kit
    "#]]);
}

#[test]
fn a_wrong_type_says_what_is_expected_and_what_is_there() {
    gil(
        "minutes = 6",
        "minutes = \"6\"",
        &expect![[r#"
            gil.toml:11 error: The field "minutes" must be a whole number, but here it is the text "6". Change it.
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]],
    );
    gil(
        "minutes = 6",
        "minutes = 6.5",
        &expect![[r#"
            gil.toml:11 error: The field "minutes" must be a whole number, but here it is a number with a fraction. Change it.
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]],
    );
    gil(
        "minutes = 6",
        "minutes = 99999999999999999999",
        &expect![[r#"
            gil.toml:11 error: The field "minutes" is 99999999999999999999. Write a number, from 1 to 120.
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]],
    );
    gil(
        "minutes = 6",
        "minutes = 0x06",
        &expect![[r#"
            kept: demo/gil demo/copy; demo/short
        "#]],
    );
    gil(
        "title = \"The GIL\"",
        "title = true",
        &expect![[r#"
            gil.toml:4 error: The field "title" must be text in quotation marks, but here it is true, without quotation marks. Change it.
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]],
    );
    gil(
        "tags = [\"gil\"]",
        "tags = \"gil\"",
        &expect![[r#"
            gil.toml:10 error: The field "tags" must be a list of texts, such as ["…"], but here it is the text "gil". Change it.
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]],
    );
    gil(
        "    \"Input and output release it\",",
        "    2026-11-22,\n    {},",
        &expect![[r#"
            gil.toml:14 error: Entry 2 of "indicators" must be text in quotation marks, but here it is a date or time. Change it.
            gil.toml:15 error: Entry 3 of "indicators" must be text in quotation marks, but here it is a table. Change it.
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]],
    );
    gil(
        "[anchors]",
        "[[anchors]]",
        &expect![[r#"
            gil.toml:19 error: The field "anchors" must be a table, [anchors], but here it is a list. Change it.
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]],
    );
}

#[test]
fn an_empty_text_or_list_is_told() {
    gil(
        "title = \"The GIL\"",
        "title = \"  \"",
        &expect![[r#"
            gil.toml:4 error: The field "title" is empty. Write at least one character.
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]],
    );
    gil(
        "\"Input and output release it\"",
        "\"\"",
        &expect![[r#"
            gil.toml:14 error: Entry 2 of "indicators" is empty. Write at least one character.
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]],
    );
    gil(
        "probes = [\"And in free-threaded builds?\"]",
        "probes = []",
        &expect![[r#"
            gil.toml:17 error: The list "probes" is empty. Write at least one entry.
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]],
    );
    gil(
        "tags = [\"gil\"]",
        "tags = []",
        &expect![[r#"
            kept: demo/gil demo/copy; demo/short
        "#]],
    );
    gil(
        "tags = [\"gil\"]\n",
        "",
        &expect![[r#"
            kept: demo/gil demo/copy; demo/short
        "#]],
    );
}

#[test]
fn all_five_anchors_and_no_others() {
    gil(
        "3 = \"three\"\n",
        "",
        &expect![[r#"
            gil.toml:19 error: The anchor for level 3 is missing. Add 3 = "…" under [anchors].
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]],
    );
    gil(
        "5 = \"five\"\n",
        "5 = \"five\"\n6 = \"six\"\n",
        &expect![[r#"
            gil.toml:25 error: There is no level "6". The anchors are 1 to 5; take this one out.
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]],
    );
    gil(
        "4 = \"four\"\n5 = \"five\"\n",
        "4 = 4\n05 = \"five\"\n",
        &expect![[r#"
            gil.toml:19 error: The anchor for level 5 is missing. Add 5 = "…" under [anchors].
            gil.toml:23 error: The field "4" must be text in quotation marks, but here it is the number 4. Change it.
            gil.toml:24 error: There is no level "05". The anchors are 1 to 5; take this one out.
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]],
    );
}

#[test]
fn an_unknown_field_is_a_warning_and_names_the_nearest() {
    gil(
        "tags = [\"gil\"]",
        "tag = [\"gil\"]",
        &expect![[r#"
            gil.toml:10 warning: The field "tag" is not known and was not used. Did you mean "tags"?
            kept: demo/gil demo/copy; demo/short
        "#]],
    );
    gil(
        "minutes = 6",
        "minutes = 6\n\"a\\nb\" = 1\nzzzzzz = 1",
        &expect![[r#"
            gil.toml:12 warning: The field "a\nb" is not known and was not used.
            gil.toml:13 warning: The field "zzzzzz" is not known and was not used.
            kept: demo/gil demo/copy; demo/short
        "#]],
    );
}

#[test]
fn an_id_must_be_an_id_and_should_be_the_name_of_the_file() {
    gil(
        "id = \"gil\"",
        "id = \"The GIL!\"",
        &expect![[r#"
            gil.toml:1 error: The id "The GIL!" cannot be used. Write 1 to 64 of the characters a-z, 0-9 and "-", the first a letter or digit, such as "the-gil".
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]],
    );
    gil(
        "id = \"gil\"",
        "id = \"-gil\"",
        &expect![[r#"
            gil.toml:1 error: The id "-gil" cannot be used. Write 1 to 64 of the characters a-z, 0-9 and "-", the first a letter or digit, such as "gil".
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]],
    );
    gil(
        "id = \"gil\"",
        &format!("id = \"{}\"", "g".repeat(65)),
        &expect![[r#"
            gil.toml:1 error: The id "gggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg…" cannot be used. Write 1 to 64 of the characters a-z, 0-9 and "-", the first a letter or digit, such as "gggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg".
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]],
    );
    gil(
        "id = \"gil\"",
        "id = \"lock\"",
        &expect![[r#"
            pack.toml:7 error: No file has the question "gil". Add gil.toml, or take this line out.
            gil.toml:1 warning: The id "lock" is not the file's name, "gil". The id counts; name the file lock.toml.
            gil.toml:1 warning: The question "lock" is not listed in pack.toml, so it comes last. Add "lock" to "questions" there.
            kits/short.toml:11 error: The question "gil" is not in this pack, so the kit was left out. Use one of: copy, lock.
            kept: demo/copy demo/lock; no kit
        "#]],
    );
}
