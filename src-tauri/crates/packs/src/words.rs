//! How problems are worded: quoting, lists of what is possible, and the nearest word.

use workbench_domain::text::isolate;

/// So many names are listed before the list is cut.
const MOST_NAMES: usize = 12;
/// So many characters of a text from outside are quoted.
const MOST_QUOTED: usize = 60;

/// A text from outside in quotation marks, short and on one line whatever it holds.
pub(crate) fn quoted(text: &str) -> String {
    format!("\"{}\"", isolate(&plain(text)))
}

/// A text from outside, short and on one line whatever it holds.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::new();
    for (index, c) in text.chars().enumerate() {
        if index == MOST_QUOTED {
            out.push('…');
            break;
        }
        if is_line_breaker(c) { out.extend(c.escape_default()) } else { out.push(c) }
    }
    out
}

/// Characters that break a line, change the direction of the text or are not text at all.
pub(crate) fn is_line_breaker(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// "Use one of: a, b, c; did you mean "b"?"
pub(crate) fn use_one_of(names: &[&str], written: &str) -> String {
    let mut out = format!("Use one of: {}", names.iter().take(MOST_NAMES).copied().collect::<Vec<_>>().join(", "));
    if names.len() > MOST_NAMES {
        out.push_str(", …");
    }
    match nearest(names, written) {
        Some(name) => out.push_str(&format!("; did you mean \"{name}\"?")),
        None => out.push('.'),
    }
    out
}

/// " Did you mean "b"?" with a space in front, or nothing.
pub(crate) fn did_you_mean(names: &[&str], written: &str) -> String {
    nearest(names, written).map_or_else(String::new, |name| format!(" Did you mean \"{name}\"?"))
}

/// The name that the writer most likely meant.
pub(crate) fn nearest<'a>(names: &[&'a str], written: &str) -> Option<&'a str> {
    let length = written.chars().count();
    if length > 64 || names.len() > 1_000 {
        return None;
    }
    let most = |name: &str| (length.max(name.chars().count()) / 3).max(1);
    let far = |name: &str| distance(&written.to_lowercase(), &name.to_lowercase());
    let near = |name: &&str| name.chars().count().abs_diff(length) <= most(name) && far(name) <= most(name);
    names.iter().copied().filter(|name| name.len() > 1 && near(name)).min_by_key(|name| far(name))
}

/// How many insertions, deletions, replacements and swaps of neighbours lie between two words.
fn distance(from: &str, to: &str) -> usize {
    let (from, to): (Vec<char>, Vec<char>) = (from.chars().collect(), to.chars().collect());
    let mut rows = vec![(0..=to.len()).collect::<Vec<usize>>()];
    for i in 1..=from.len() {
        let mut row = vec![i];
        for j in 1..=to.len() {
            let same = from[i - 1] == to[j - 1];
            let mut best = (rows[i - 1][j] + 1).min(row[j - 1] + 1).min(rows[i - 1][j - 1] + usize::from(!same));
            if i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[from.len()][to.len()]
}

/// An id made of what was written, for "such as …".
pub(crate) fn as_id(written: &str) -> String {
    let mut id = String::new();
    for c in written.chars().take(64) {
        let c = c.to_ascii_lowercase();
        if c.is_ascii_lowercase() || c.is_ascii_digit() {
            id.push(c);
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    let id = id.trim_end_matches('-');
    if id.is_empty() { "py-gil".to_owned() } else { id.to_owned() }
}

/// A size as a person reads it; rounded up, so that a little too much never reads like just enough.
pub(crate) fn size(bytes: u64) -> String {
    const KIB: u64 = 1024;
    const MIB: u64 = KIB * KIB;
    if bytes == MIB || bytes >= 10 * MIB {
        format!("{} MiB", bytes.div_ceil(MIB))
    } else {
        format!("{} KiB", bytes.div_ceil(KIB))
    }
}
