//! A text as words, and what stands between them.
//!
//! Words end where UAX #29 says, and at apostrophes as well ("she's" is "she" and "'s"), so that a list needs each word
//! once. Case, curly apostrophes, combining marks and invisible characters make no difference.

use unicode_segmentation::UnicodeSegmentation;

/// What stands before a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Nothing but space, hyphens, slashes and quotation marks.
    Joined,
    /// A comma, a bracket, a dash, any other sign.
    Clause,
    /// A full stop or a line's end.
    Sentence,
}

/// One word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// The word as lists write it; empty when it is not to be read (code, a percentage).
    pub(super) word: String,
    pub(super) start: usize,
    pub(super) end: usize,
    /// What stands before it; before the first word, the end of a sentence.
    pub(super) before: Gap,
    /// A sign of money stands beside it, or in it.
    pub(super) money: bool,
}

/// The words of a text, in order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let code = code_spans(text);
    let mut in_code = code.iter().peekable();
    let mut found: Vec<Token> = Vec::new();
    for (start, piece) in text.split_word_bound_indices() {
        if !piece.contains(char::is_alphanumeric) {
            continue;
        }
        while in_code.next_if(|span| span.1 <= start).is_some() {}
        let unread = in_code.peek().is_some_and(|span| span.0 <= start);
        for (at, part) in parts(piece) {
            let start = start + at;
            let (before, money) = match found.last_mut() {
                None => (Gap::Sentence, text[..start].contains(is_currency)),
                Some(last) => {
                    let between = &text[last.end..start];
                    last.money |= between.starts_with(is_currency);
                    // "55%" is no number of years.
                    if between.starts_with(['%', '°', '‰']) {
                        last.word.clear();
                    }
                    (gap(between), between.ends_with(is_currency))
                }
            };
            let word = if unread { String::new() } else { fold(part) };
            found.push(Token { word, start, end: start + part.len(), before, money });
        }
    }
    if let Some(last) = found.last_mut() {
        let after = &text[last.end..];
        last.money |= after.starts_with(is_currency);
        if after.starts_with(['%', '°', '‰']) {
            last.word.clear();
        }
    }
    found
}

/// A word of a list or a text in the form in which the two are compared.
pub(super) fn fold(word: &str) -> String {
    let plain = |c: char| match c {
        '’' | '‘' | 'ʼ' | '＇' => Some('\''),
        '\u{300}'..='\u{36F}'
        | '\u{AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{2060}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' => None,
        c => Some(c),
    };
    // Lower case can bring a combining mark of its own (İ), so it comes first.
    word.chars().flat_map(char::to_lowercase).filter_map(plain).collect()
}

pub(super) fn is_currency(c: char) -> bool {
    matches!(c, '$' | '£' | '¥' | '¢' | '\u{20A0}'..='\u{20CF}' | '＄' | '￡' | '￥')
}

/// One word of UAX #29 in parts: cut before each apostrophe, at colons, and at a full stop with a capital after it ("left.
/// She" without its space). A full stop inside "user.age" or "3.5" stays.
fn parts(piece: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut cuts = vec![0];
    let mut letters = piece.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let cut = match c {
            '\'' | '’' | '‘' | '＇' => at > 0,
            ':' => true,
            '.' | '．' => next.is_some_and(char::is_uppercase),
            _ => false,
        };
        if cut {
            cuts.push(at);
        }
    }
    cuts.push(piece.len());
    let spans: Vec<(usize, usize)> = cuts.windows(2).map(|pair| (pair[0], pair[1])).collect();
    spans.into_iter().filter_map(move |(from, to)| {
        let kept = piece[from..to].trim_start_matches(['.', '．', ':']);
        (!kept.is_empty()).then_some((to - kept.len(), kept))
    })
}

fn gap(between: &str) -> Gap {
    let one = |c: char| match c {
        '.' | '!' | '?' | ';' | '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' | '…' | '。' | '！' | '？' | '；'
        | '؟' | '।' | '•' => Gap::Sentence,
        '-' | '‐' | '‑' | '/' | '\'' | '"' | '‘' | '’' | '“' | '”' | '„' | '«' | '»' | '`' | '*' | '_' | '&' | '~' => {
            Gap::Joined
        }
        c if c.is_whitespace() || is_currency(c) || fold(c.encode_utf8(&mut [0; 4])).is_empty() => Gap::Joined,
        _ => Gap::Clause,
    };
    between.chars().map(one).max().unwrap_or(Gap::Joined)
}

/// Where code stands: between two backticks on one line, or between two fences of three or more. One pass.
fn code_spans(text: &str) -> Vec<(usize, usize)> {
    let mut spans = Vec::new();
    let mut open: Option<(bool, usize)> = None;
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        if c == '\n' && matches!(open, Some((false, _))) {
            open = None;
        }
        if c != '`' {
            continue;
        }
        let mut length = 1;
        while rest.next_if(|(_, next)| *next == '`').is_some() {
            length += 1;
        }
        let fence = length >= 3;
        match open {
            Some((was, from)) if was == fence => {
                spans.push((from, at));
                open = None;
            }
            Some((true, _)) => {}
            _ => open = Some((fence, at)),
        }
    }
    spans
}
