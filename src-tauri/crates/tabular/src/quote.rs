//! Texts from outside as they stand in a sentence of ours.

/// So many characters of a text from outside are quoted.
const QUOTED: usize = 60;

/// A text from outside in quotation marks, short and on one line whatever it holds.
#[must_use]
pub fn quoted(text: &str) -> String {
    format!("\u{201C}{}\u{201D}", shortened(text))
}

/// A text from outside, short and on one line whatever it holds.
#[must_use]
pub fn shortened(text: &str) -> String {
    let mut out: String = text.chars().take(QUOTED).map(|c| if breaks(c) { ' ' } else { c }).collect();
    if text.chars().nth(QUOTED).is_some() {
        out.push('…');
    }
    out
}

/// Characters that break a line, change the direction of the text or are not text at all.
#[must_use]
pub fn breaks(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn what_is_quoted_is_short_and_turns_nothing_round() {
        assert_eq!(quoted("a\nb\u{202E}c"), "“a b c”");
        assert_eq!(quoted(&"x".repeat(61)), format!("“{}…”", "x".repeat(60)));
    }
}
