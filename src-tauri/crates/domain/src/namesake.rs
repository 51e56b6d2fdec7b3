//! Two people may have one name. What stands beside it then, so that whoever reads a list or a document tells them apart.

use std::collections::BTreeMap;

use crate::text::name_letters;

/// The places of those who have one name, for every name that more than one has, as [`name_letters`] compares.
#[must_use]
pub fn namesakes<'n>(names: impl IntoIterator<Item = &'n str>) -> Vec<Vec<usize>> {
    let mut places = BTreeMap::<String, Vec<usize>>::new();
    for (place, name) in names.into_iter().enumerate() {
        places.entry(name_letters(name)).or_default().push(place);
    }
    places.into_values().filter(|same| same.len() > 1).collect()
}

/// What tells each of these, who have one name, from the others: the e-mail address where no other has it, and else the end of
/// the id, which lists show. Neither is a word of any language.
#[must_use]
pub fn told_apart(same: &[(&str, &str)]) -> Vec<String> {
    let small = |email: &str| email.trim().to_lowercase();
    let only = |email: &str| same.iter().filter(|(other, _)| small(other) == small(email)).count() == 1;
    let words = |(email, id): &(&str, &str)| match email.trim() {
        "" => short(id),
        email if only(email) => email.to_owned(),
        _ => short(id),
    };
    same.iter().map(words).collect()
}

/// The end of an id: its beginning is when it was made, which those who were added together share.
fn short(id: &str) -> String {
    let from = id.char_indices().rev().nth(7).map_or(0, |(at, _)| at);
    id[from..].to_owned()
}

/// A name with what stands beside it.
#[must_use]
pub fn called(name: &str, beside: &str) -> String {
    format!("{name} ({beside})")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_one_however_they_are_written_and_an_accent_is_another() {
        let names = ["Ana Li", "Bo", "ana  li", "Zoe\u{301}", "Zo\u{e9}", "Ána Li"];
        assert_eq!(namesakes(names), [vec![0, 2], vec![3, 4]]);
        assert_eq!(namesakes(["Ana", "Bo"]), Vec::<Vec<usize>>::new());
    }

    #[test]
    fn an_address_tells_apart_unless_another_has_it_too_and_then_the_id_does() {
        let same = [("a@example.org", "0001-aaaa1111"), (" ", "0001-bbbb2222"), ("c@example.org ", "0001-cccc3333")];
        assert_eq!(told_apart(&same), ["a@example.org", "bbbb2222", "c@example.org"]);
        let shared = [("A@example.org", "0001-aaaa1111"), ("a@example.org", "0001-bbbb2222"), ("b@example.org", "x")];
        assert_eq!(told_apart(&shared), ["aaaa1111", "bbbb2222", "b@example.org"]);
        assert_eq!(told_apart(&[("", "short"), ("", "ü2345678")]), ["short", "ü2345678"]);
        assert_eq!(called("Ana Li", "a@example.org"), "Ana Li (a@example.org)");
    }
}
