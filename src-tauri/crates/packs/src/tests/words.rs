use crate::words::{as_id, nearest, plain, size, use_one_of};

#[test]
fn the_nearest_word_is_the_one_that_was_meant() {
    let names = ["concurrency", "python-language", "learning", "id"];
    let table = [
        ("concurency", Some("concurrency")),
        ("Concurrency", Some("concurrency")),
        ("python_language", Some("python-language")),
        ("laerning", Some("learning")),
        ("di", Some("id")),
        ("operations", None),
        ("", None),
    ];
    for (written, meant) in table {
        assert_eq!(nearest(&names, written), meant, "{written:?}");
    }
    assert_eq!(nearest(&names, &"x".repeat(100_000)), None);
}

#[test]
fn a_long_list_is_cut() {
    let names: Vec<String> = (0..20).map(|n| format!("name-{n}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    assert_eq!(
        use_one_of(&names, "x"),
        "Use one of: name-0, name-1, name-2, name-3, name-4, name-5, name-6, name-7, name-8, name-9, name-10, name-11, …."
    );
}

#[test]
fn a_text_from_outside_stays_short_and_on_one_line() {
    assert_eq!(plain("a\nb\u{202E}c"), "a\\nb\\u{202e}c");
    assert_eq!(plain(&"x".repeat(61)), format!("{}…", "x".repeat(60)));
}

#[test]
fn an_id_is_suggested() {
    assert_eq!(
        ["The GIL!", "-x-", "Éa", "日本", ""].map(as_id),
        ["the-gil", "x", "a", "py-gil", "py-gil"].map(str::to_owned)
    );
}

#[test]
fn a_size_is_rounded_up() {
    const MIB: u64 = 1024 * 1024;
    assert_eq!(
        [1, MIB, MIB + 1, 64 * MIB, 100_000_000].map(size),
        ["1 KiB", "1 MiB", "1025 KiB", "64 MiB", "96 MiB"].map(str::to_owned)
    );
}
