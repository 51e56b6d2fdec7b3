//! Lists in the cells of a table: written so that nothing loses where an entry ends.

use workbench_domain::import::Field;

/// What stands before each entry of a list that we write.
const BULLET: &str = "• ";

/// A list as a cell, an entry a line; the further lines of an entry are indented.
pub(crate) fn of_list(items: &[String]) -> String {
    let item = |item: &String| format!("{BULLET}{}", item.replace('\n', "\n  "));
    items.iter().map(item).collect::<Vec<_>>().join("\n")
}

/// Tags as a cell: between commas, unless one of them has such a sign itself.
pub(crate) fn of_tags(tags: &[String]) -> String {
    let joined = tags.join(", ");
    if to_list(Field::Tags, &joined) == tags { joined } else { of_list(tags) }
}

/// The entries of a cell, as we write them or as people do: a line each, with or without signs in front, or between
/// semicolons or bars; tags also between commas.
pub(crate) fn to_list(field: Field, cell: &str) -> Vec<String> {
    if cell.starts_with(BULLET) {
        return of_bullets(cell);
    }
    if cell.starts_with('[')
        && let Ok(list) = serde_json::from_str::<Vec<String>>(cell)
    {
        return list;
    }
    let parts: Vec<&str> = if cell.contains('\n') {
        cell.split('\n').collect()
    } else if cell.contains(';') {
        cell.split(';').collect()
    } else if cell.contains('|') && !cell.contains("||") {
        cell.split('|').collect()
    } else if field == Field::Tags {
        cell.split([',', '、', '，']).collect()
    } else {
        vec![cell]
    };
    let bare = |part: &str| {
        without_bullet(part.trim()).trim_start_matches(if field == Field::Tags { "#" } else { "" }).to_owned()
    };
    parts.into_iter().map(bare).filter(|part| !part.is_empty()).collect()
}

fn of_bullets(cell: &str) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    for line in cell.split('\n') {
        if let Some(item) = line.strip_prefix(BULLET) {
            items.push(item.to_owned());
        } else if let Some(item) = items.last_mut() {
            item.push('\n');
            item.push_str(line.strip_prefix("  ").unwrap_or(line));
        }
    }
    items
}

fn without_bullet(text: &str) -> &str {
    if let Some(rest) = ["- ", "* ", "• ", "– ", "· ", "+ "].iter().find_map(|sign| text.strip_prefix(sign)) {
        return rest.trim_start();
    }
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = rest.len() < text.len() && text.len() - rest.len() <= 2;
    rest.strip_prefix([')', '.'])
        .filter(|_| numbered)
        .and_then(|rest| rest.strip_prefix(' '))
        .map_or(text, str::trim_start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_read_as_people_write_them() {
        for cell in ["a\nb", "- a\n- b", "1. a\n2) b", "a; b", "a | b", "• a\n• b", "[\"a\",\"b\"]"] {
            assert_eq!(to_list(Field::Indicators, cell), ["a", "b"], "{cell}");
        }
        assert_eq!(to_list(Field::Indicators, "says a, then b"), ["says a, then b"]);
        assert_eq!(to_list(Field::Tags, "#a, b"), ["a", "b"]);
        let hard = ["- a\n\n  b".to_owned(), "• c".to_owned(), "d; e".to_owned()];
        assert_eq!(to_list(Field::Probes, &of_list(&hard)), hard);
        assert_eq!(to_list(Field::Tags, &of_tags(&hard[2..])), hard[2..]);
    }
}
