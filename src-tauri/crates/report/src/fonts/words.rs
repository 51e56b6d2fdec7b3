//! What kind of character it is, in words that a person can act on.

/// Whether a character has no shape of its own: joiners, direction marks, selectors.
pub(crate) fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}'
        | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Whether a character must never act on the page: control characters, and those that override the direction of the
/// text and so can make a line read as something it does not say.
pub(crate) fn is_control(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t') || matches!(c, '\u{202A}'..='\u{202E}')
}

/// How many marks may stand on one letter. No script needs more; a higher stack would run over the lines around it.
pub(crate) const STACK_MAX: usize = 8;

/// Whether the character combines with the letter before it.
pub(crate) fn is_mark(c: char) -> bool {
    u32::from(c) >= 0x300 && unicode_normalization::char::is_combining_mark(c) && !is_ignorable(c)
}

/// The code point as it is written: `U+13000`.
pub(crate) fn code(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// The script, as a person would search for its font.
pub(crate) fn script(c: char) -> &'static str {
    if is_control(c) {
        return "Control character";
    }
    match u32::from(c) {
        0x0530..=0x058F => "Armenian",
        0x0700..=0x074F => "Syriac",
        0x0780..=0x07BF => "Thaana",
        0x0980..=0x09FF => "Bengali",
        0x0A00..=0x0A7F => "Gurmukhi",
        0x0A80..=0x0AFF => "Gujarati",
        0x0B00..=0x0B7F => "Odia",
        0x0B80..=0x0BFF => "Tamil",
        0x0C00..=0x0C7F => "Telugu",
        0x0C80..=0x0CFF => "Kannada",
        0x0D00..=0x0D7F => "Malayalam",
        0x0D80..=0x0DFF => "Sinhala",
        0x0E00..=0x0E7F => "Thai",
        0x0E80..=0x0EFF => "Lao",
        0x0F00..=0x0FFF => "Tibetan",
        0x1000..=0x109F => "Burmese",
        0x10A0..=0x10FF | 0x1C90..=0x1CBF => "Georgian",
        0x1200..=0x139F => "Ethiopic",
        0x13A0..=0x13FF => "Cherokee",
        0x1780..=0x17FF => "Khmer",
        0x1800..=0x18AF => "Mongolian",
        0x1100..=0x11FF | 0xA960..=0xA97F | 0xAC00..=0xD7FF => "Korean",
        0x3040..=0x30FF | 0x31F0..=0x31FF => "Japanese",
        0x2E80..=0x303F
        | 0x3100..=0x31EF
        | 0x3200..=0x9FFF
        | 0xF900..=0xFAFF
        | 0xFE30..=0xFE4F
        | 0xFF00..=0xFFEF
        | 0x20000..=0x3FFFF => "Chinese or Japanese",
        0x13000..=0x1345F => "Egyptian hieroglyphs",
        0x1D400..=0x1D7FF => "Mathematical letters",
        0x1F000..=0x1FAFF | 0x2600..=0x27BF => "Emoji and symbols",
        0xE000..=0xF8FF | 0xF0000..=0x10FFFF => "Private use",
        _ => "Another script",
    }
}
