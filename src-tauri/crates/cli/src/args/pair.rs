//! What is typed as two sides with a sign of equality between them.

/// The two sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pair(pub String, pub String);

/// Split at the last sign: what was said may have one. `form` is how it is written right.
fn pair(typed: &str, form: &str) -> Result<Pair, String> {
    let sides = typed.rsplit_once('=').map(|(one, other)| (one.trim(), other.trim()));
    let (one, other) = sides
        .filter(|(one, other)| !one.is_empty() && !other.is_empty())
        .ok_or_else(|| format!("write it as {form}"))?;
    Ok(Pair(one.to_owned(), other.to_owned()))
}

/// Who somebody in a file of scorecards is.
pub(crate) fn who(typed: &str) -> Result<Pair, String> {
    let Pair(person, who) =
        pair(typed, "THERE=WHO, such as --who \"Ana Li=ID\", --who \"Ana Li=new\" or --who \"line 12=new\"")?;
    let person = match line_of(&person) {
        Some(line) => format!("line {line}"),
        None => person,
    };
    Ok(Pair(person, who))
}

/// Who the person of a line is.
pub(crate) fn who_of_line(typed: &str) -> Result<Pair, String> {
    let form = "LINE=WHO, such as --who 7=ID, --who 12=new or --who 12.2=new";
    let Pair(line, who) = pair(typed, form)?;
    let line = line_of(&line).unwrap_or(&line).to_owned();
    let is_number = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    let (number, second) = line.split_once('.').unwrap_or((&line, "1"));
    if is_number(number) && is_number(second) { Ok(Pair(line, who)) } else { Err(format!("write it as {form}")) }
}

/// What stands behind the word "line", where there is a number.
fn line_of(text: &str) -> Option<&str> {
    let (word, line) = text.split_once(' ')?;
    let line = line.trim();
    (word.eq_ignore_ascii_case("line") && line.starts_with(|c: char| c.is_ascii_digit())).then_some(line)
}

/// What a rating is shown as.
pub(crate) fn level(typed: &str) -> Result<Pair, String> {
    let form = "SAID=LEVEL, such as --map Meets=3 or --map n/a=none; a level is 1, 2, 3, 4 or 5, or none";
    let both = pair(typed, form)?;
    let known = matches!(both.1.as_str(), "1" | "2" | "3" | "4" | "5" | "none");
    if known { Ok(both) } else { Err(format!("write it as {form}")) }
}

/// What a recommendation is shown as.
pub(crate) fn recommendation(typed: &str) -> Result<Pair, String> {
    let form = "SAID=RECOMMENDATION, such as --map-overall Hire=yes; a recommendation is strong_no, no, yes or strong_yes, or none";
    let both = pair(typed, form)?;
    let known = matches!(both.1.as_str(), "strong_no" | "no" | "yes" | "strong_yes" | "none");
    if known { Ok(both) } else { Err(format!("write it as {form}")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_are_read_and_what_is_wrong_is_told_with_the_right_form() {
        let both = |one: &str, other: &str| Ok(Pair(one.to_owned(), other.to_owned()));
        assert_eq!(who("Ana Li=new"), both("Ana Li", "new"));
        assert_eq!(who("Line 12 = new"), both("line 12", "new"));
        assert_eq!(who("a=b@example.org=ID"), both("a=b@example.org", "ID"));
        assert_eq!(who_of_line("line 7=new"), both("7", "new"));
        assert_eq!(who_of_line("1.2=ID"), both("1.2", "ID"));
        assert_eq!(level("n/a=none"), both("n/a", "none"));
        assert_eq!(recommendation("Hire=yes=strong_yes"), both("Hire=yes", "strong_yes"));
        for wrong in ["Ana Li", "=new", "Ana Li=", " = "] {
            assert!(who(wrong).unwrap_err().contains("THERE=WHO, such as"), "{wrong}");
        }
        for wrong in ["Ana=new", "7", "7.=new", ".2=new", "7.x=new"] {
            assert!(who_of_line(wrong).unwrap_err().contains("LINE=WHO, such as"), "{wrong}");
        }
        for wrong in ["so-so=6", "so-so=0", "so-so", "so-so=+3"] {
            assert!(level(wrong).unwrap_err().contains("SAID=LEVEL, such as"), "{wrong}");
        }
        assert!(recommendation("yes=maybe").unwrap_err().contains("strong_no, no, yes or strong_yes, or none"));
    }
}
