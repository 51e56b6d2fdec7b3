//! What of the schema is about nobody, for the tests of what is told about a person and of what is erased with one.

/// Tables in which no row is about one candidate, each with the reason. Whatever else is in the schema must go with a candidate.
pub(crate) const OF_NOBODY: &[(&str, &str)] = &[
    ("bank_action", "what was done in the question bank"),
    ("bank_draft", "questions, kits and roles that are being edited"),
    ("declaration", "what is said of a kit"),
    ("drill_rating", "what an interviewer gave to a written answer that nobody gave"),
    ("erased", "ids alone, kept so that nobody comes back"),
    ("habit_share", "an interviewer's choice"),
    ("interviewer", "who interviews"),
    ("kit", "content"),
    ("kit_question", "content"),
    ("kit_version", "content"),
    ("log", "ids and hashes alone; the chain must stay whole"),
    ("question", "content"),
    ("question_newest", "content"),
    ("question_search", "content: the only index for searching"),
    ("question_tag", "content"),
    ("question_version", "content"),
    ("retention_rule", "rules for how long things are kept"),
    ("role", "content"),
    ("round", "its title, role and kits"),
    ("save_count", "a number"),
    ("setting", "of the laptop"),
    ("signing_key", "an interviewer's key"),
    ("team_figures", "what a round's panel agreed to be shown"),
    ("weight_change", "of a role"),
];
