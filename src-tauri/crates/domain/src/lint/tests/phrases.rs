//! The format of the lists: what each slot takes, and how a bad phrase is refused.

use super::*;
use crate::lint::{list, matcher};

/// A small list with these phrases.
fn list(safe: &str, rule: &str) -> String {
    format!(
        "safe = [{safe}]\n[forms]\nis = [\"he was\", \"she {{be}}\"]\n[[class]]\nname = \"be\"\nwords = \"is was\"\n[[rule]]\nfinds = \"health\"\n{rule}\n"
    )
}

fn finds(safe: &str, rule: &str, text: &str) -> Vec<String> {
    let list = list::read(&list(safe, rule)).unwrap();
    matcher::find(&list, text).hits.into_iter().map(|hit| text[hit.start..hit.end].to_owned()).collect()
}

#[test]
fn every_file_of_words_can_be_read() {
    for language in Language::ALL {
        let read = list::read(language.words());
        assert!(read.is_ok(), "{language:?}: {}", read.unwrap_err());
    }
}

#[test]
fn every_slot_takes_what_the_file_says() {
    let table: &[(&str, &str, &[&str])] = &[
        ("a|b c(s)", "a c, b cs, c a", &["a c", "b cs"]),
        ("@is ill", "he was ill; he is ill; she is ill", &["he was ill", "she is ill"]),
        ("very? ill", "very ill, ill", &["very ill", "ill"]),
        ("so* ill", "so so so ill", &["so so so ill"]),
        ("so* ill", "so so so so ill", &["so so so ill"]),
        ("off ~2 ill", "off x y ill, off x y z ill", &["off x y ill"]),
        ("age #18-99", "age 17 age 18 age 99 age 100 age 55%", &["age 18", "age 99"]),
        ("on #money", "on 120k, on $5, on 95,000, on 7, on 50€, on 3rd", &["on 120k", "on $5", "on 50", "on 95,000"]),
        ("^ ill", "ill, ill ill", &["ill", "ill"]),
        ("ill $", "ill ill. ill", &["ill", "ill"]),
        ("ill and|$", "ill and ill or ill", &["ill", "ill"]),
        ("ill !of", "ill of ill to ill", &["ill", "ill"]),
    ];
    for (phrase, text, expected) in table {
        let mut found = finds("", &format!("phrases = [\"{phrase}\"]"), text);
        found.sort();
        let mut expected = expected.to_vec();
        expected.sort_unstable();
        assert_eq!(found, expected, "{phrase} in {text}");
    }
}

#[test]
fn what_is_safe_silences_only_the_words_it_fits() {
    let rule = "phrases = [\"ill\"]";
    assert_eq!(finds("\"ill formed\"", rule, "ill formed and ill"), ["ill"]);
    assert_eq!(finds("", "phrases = [\"ill\"]\nexcept = [\"ill formed\"]", "ill formed and ill"), ["ill"]);
}

#[test]
fn near_and_far_look_at_eight_words_of_the_sentence() {
    let near = "phrases = [\"ill\"]\nnear = \"work\"";
    assert_eq!(finds("", near, "ill at work. ill"), ["ill"]);
    assert_eq!(finds("", near, "ill. work"), Vec::<String>::new());
    assert_eq!(finds("", near, "work, a b c d e f g ill"), ["ill"]);
    assert_eq!(finds("", near, "work, a b c d e f g h ill"), Vec::<String>::new());
    assert_eq!(finds("", near, "ill a b c d e f g work"), ["ill"]);
    assert_eq!(finds("", near, "ill a b c d e f g h work"), Vec::<String>::new());
    let far = "phrases = [\"ill\"]\nfar = \"disk\"";
    assert_eq!(finds("", far, "ill disk. ill"), ["ill"]);
}

#[test]
fn a_phrase_that_cannot_be_read_says_why() {
    let table: &[(&str, &str)] = &[
        ("{no}", "\"{no}\" names {no}, which is no class"),
        ("@no ill", "\"@no ill\" names @no, which is no form"),
        ("right-wing", "\"right-wing\" has \"right-wing\", which is not one word"),
        ("a||b", "\"a||b\" has \"\", which is not one word"),
        ("ill #9", "\"ill #9\" has \"#9\", which is no number, gap or amount"),
        ("ill ~x", "\"ill ~x\" has \"~x\", which is no number, gap or amount"),
        ("~2 ill", "\"~2 ill\" has no word that must be there at its beginning"),
        ("so? $", "\"so? $\" has no word that must be there at its beginning"),
        ("", "\"\" has no word that must be there at its beginning"),
        ("ill $ so", "\"ill $ so\" looks ahead before its end"),
    ];
    for (phrase, why) in table {
        let refused = list::read(&list("", &format!("phrases = [\"{phrase}\"]"))).map(|_| ());
        assert_eq!(refused.unwrap_err().to_string(), *why);
    }
    assert!(list::read("safe = []\nmood = 1").is_err());
    assert!(list::read(&list("", "phrases = []\nwithin = 3")).is_err());
}
