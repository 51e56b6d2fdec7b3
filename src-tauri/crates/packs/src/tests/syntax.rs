//! What is wrong before a field is looked at: characters, quotation marks, brackets.

use expect_test::{Expect, expect};

use super::{World, check};

fn gil(from: &str, to: &str, expected: &Expect) {
    check("gil.toml", from, to, expected);
}

#[test]
fn what_is_not_toml_is_told_with_its_line() {
    gil(
        "minutes = 6",
        "minutes = six",
        &expect![[r#"
            gil.toml:11 error: This line is not valid TOML: a value is missing here, or it is text without quotation marks. Correct it; nothing of the file was read.
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]],
    );
    gil(
        "minutes = 6",
        "minutes 6",
        &expect![[r#"
            gil.toml:11 error: This line is not valid TOML: a name without a value; write name = value. Correct it; nothing of the file was read.
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]],
    );
    gil(
        "minutes = 6",
        "minutes = 6\nminutes = 7",
        &expect![[r#"
            gil.toml:12 error: This line is not valid TOML: this name is there already, in the same table. Correct it; nothing of the file was read.
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]],
    );
    gil(
        "title = \"The GIL\"",
        "title = \"The GIL",
        &expect![[r#"
            gil.toml:4 error: This line is not valid TOML: a text has no closing quotation mark. Correct it; nothing of the file was read.
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]],
    );
    gil(
        "\"\"\"\ncompetency",
        "competency",
        &expect![[r#"
            gil.toml:5 error: This line is not valid TOML: the text that starts here has no closing """. Correct it; nothing of the file was read.
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]],
    );
    gil(
        "    \"Input and output release it\",\n]",
        "    \"Input and output release it\",\n",
        &expect![[r#"
            gil.toml:16 error: This line is not valid TOML: a value is missing here, or it is text without quotation marks. Correct it; nothing of the file was read.
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]],
    );
    gil(
        "    \"One thread at a time\",",
        "    \"One thread at a time\"",
        &expect![[r#"
            gil.toml:14 error: This line is not valid TOML: a comma is missing before it. Correct it; nothing of the file was read.
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]],
    );
    gil(
        "[anchors]",
        "[anchors",
        &expect![[r#"
            gil.toml:19 error: This line is not valid TOML: unclosed table, expected `]`. Correct it; nothing of the file was read.
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]],
    );
}

#[test]
fn what_is_not_utf_8_is_told_with_its_line() {
    let world = World::good();
    let mut bytes = super::GIL.replace("The GIL", "Das Schlo!").into_bytes();
    let bad = bytes.iter().position(|byte| *byte == b'!').expect("the mark");
    bytes[bad] = 0xDF;
    world.write("gil.toml", bytes);
    world.expect(&expect![[r#"
        gil.toml:4 error: This line has a byte that is not UTF-8 text (0xDF). Save the file as UTF-8.
        kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
        kept: demo/copy; no kit
    "#]]);
    world.write("gil.toml", b"\xFF\xFEi\0d\0");
    world.expect(&expect![[r#"
        gil.toml:1 error: This file is in UTF-16. Save it as UTF-8.
        kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
        kept: demo/copy; no kit
    "#]]);
}

#[test]
fn characters_that_deceive_a_reader_are_refused() {
    gil(
        "title = \"The GIL\"",
        "title = \"\"\"The\nGIL\"\"\"",
        &expect![[r#"
            gil.toml:4 error: The field "title" has a line break. Write it on one line.
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]],
    );
    gil(
        "\"One thread at a time\"",
        "\"One\\u202Ethread\"",
        &expect![[r#"
            gil.toml:13 error: Entry 1 of "indicators" has a character that cannot be kept: U+202E. Delete it.
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]],
    );
    gil(
        "What is it?",
        "What\\u0000is it?",
        &expect![[r#"
            gil.toml:5 error: The field "prompt" has a character that cannot be kept: U+0000. Delete it.
            kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
            kept: demo/copy; no kit
        "#]],
    );
    gil(
        "What is it?",
        "Was ist das? 它是什么？ ما هذا؟",
        &expect![[r#"
            kept: demo/gil demo/copy; demo/short
        "#]],
    );
}

#[test]
fn a_title_is_as_long_as_a_reader_counts() {
    gil(
        "title = \"The GIL\"",
        &format!("title = \"{}\"", "👩‍👩‍👧‍👦".repeat(60)),
        &expect![[r#"
            kept: demo/gil demo/copy; demo/short
        "#]],
    );
}

#[test]
fn a_line_has_a_limit() {
    gil(
        "\"One thread at a time\"",
        &format!("\"{}\"", "x".repeat(1001)),
        &expect![[r#"
        gil.toml:13 error: Entry 1 of "indicators" has 1001 characters. The most is 1000; shorten it.
        kits/short.toml:11 error: The question "gil" was left out, and so was this kit. Correct the question in gil.toml.
        kept: demo/copy; no kit
    "#]],
    );
}
