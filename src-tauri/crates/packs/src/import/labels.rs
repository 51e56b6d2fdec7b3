//! The words that people put over the parts of a question, in a heading, a column or a key.

use workbench_domain::import::Field;

/// Longest label that is looked at, in bytes.
const LABEL_MAX: usize = 60;

/// What a label stands for, whatever its case, its number and its punctuation; none if it is not known.
pub(crate) fn field_of(label: &str) -> Option<Field> {
    let words = plain(label)?;
    let known = |text: &str| TABLE.iter().find(|(_, names)| names.contains(&text)).map(|(field, _)| *field);
    if let Some(field) = known(&words).or_else(|| anchor_of(&words)) {
        return Some(field);
    }
    // "Red flags to listen for", "Follow-ups 2", "Some good answers": what is left without the small words.
    let kept: Vec<&str> = words.split(' ').filter(|word| !SMALL.contains(word) && !is_number(word)).collect();
    known(&kept.join(" "))
}

/// Whether a label opens a question, such as "Question 3" or "Q".
pub(crate) fn is_question(label: &str) -> bool {
    let Some(words) = plain(label) else { return false };
    let rest = words.strip_prefix("question").or_else(|| words.strip_prefix('q'));
    rest.is_some_and(|rest| rest.trim().chars().all(|c| c.is_ascii_digit()))
}

fn is_number(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_digit())
}

/// The words of a label in lower case: `goodToHear`, `good_to_hear` and "👍 Good to hear:" are the same.
fn plain(label: &str) -> Option<String> {
    let label = label.trim();
    if label.is_empty() || label.len() > LABEL_MAX {
        return None;
    }
    let mut words = String::new();
    let mut before = ' ';
    for c in label.chars() {
        // A capital begins a word only after a small letter, so that "FAQ" stays one.
        if c.is_uppercase() && before.is_lowercase() {
            words.push(' ');
        }
        if c.is_alphanumeric() {
            words.extend(c.to_lowercase());
        } else if !matches!(c, '\'' | '’') && !words.ends_with(' ') {
            words.push(' ');
        }
        before = c;
    }
    // "red flag(s)"
    let words = words.trim().replace(" s ", " ");
    let words = words.strip_suffix(" s").unwrap_or(&words).to_owned();
    (!words.is_empty()).then_some(words)
}

/// "Level 3", "Anchor 3", "Score 3", "3 meets": one of the anchors.
fn anchor_of(words: &str) -> Option<Field> {
    let (name, number) = words.rsplit_once(' ').or_else(|| words.split_once("anchor").map(|(_, n)| ("anchor", n)))?;
    let is_anchor = matches!(name, "anchor" | "level" | "score" | "rating" | "points" | "anchor level");
    let number: usize = number.parse().ok()?;
    is_anchor.then(|| Field::ANCHORS.get(number.wrapping_sub(1)).copied()).flatten()
}

const SMALL: &[&str] = &[
    "a",
    "an",
    "the",
    "some",
    "any",
    "to",
    "for",
    "of",
    "in",
    "and",
    "or",
    "listen",
    "watch",
    "hear",
    "possible",
    "potential",
    "optional",
    "example",
    "examples",
    "here",
    "s",
];

const TABLE: &[(Field, &[&str])] = &[
    (Field::Id, &["id", "question id", "uuid", "key"]),
    (Field::Title, &["title", "name", "short name", "question title", "short title"]),
    (
        Field::Prompt,
        &[
            "question",
            "questions",
            "prompt",
            "q",
            "question text",
            "interview question",
            "interview questions",
            "ask",
            "text",
            "frage",
            "pregunta",
            "domanda",
            "pytanie",
            "вопрос",
            "質問",
            "问题",
            "السؤال",
        ],
    ),
    (
        Field::Section,
        &["section", "category", "categories", "topic", "group", "area", "chapter", "subject", "module", "theme"],
    ),
    (
        Field::Level,
        &[
            "level",
            "difficulty",
            "seniority",
            "expertise",
            "experience",
            "experience level",
            "difficulty level",
            "grade",
            "for level",
        ],
    ),
    (Field::Type, &["type", "kind", "question type"]),
    (
        Field::Competency,
        &[
            "competency",
            "competence",
            "competencies",
            "skill",
            "skill assessed",
            "dimension",
            "attribute",
            "competency assessed",
        ],
    ),
    (Field::Tags, &["tags", "tag", "keywords", "labels", "topics", "skills", "tests", "technologies"]),
    (
        Field::Minutes,
        &[
            "minutes",
            "time",
            "duration",
            "time minutes",
            "minutes planned",
            "planned minutes",
            "time min",
            "min",
            "mins",
            "estimated time",
            "time limit",
        ],
    ),
    (
        Field::Indicators,
        &[
            "indicators",
            "indicator",
            "good signals",
            "good signal",
            "signals",
            "good signs",
            "good to hear",
            "good answer",
            "good answers",
            "great answer",
            "great answers",
            "strong answer",
            "strong answers",
            "strong signals",
            "green flags",
            "green flag",
            "positive signals",
            "positive indicators",
            "positives",
            "what to look",
            "what to look for",
            "look",
            "look for",
            "looking for",
            "listen for",
            "what to listen for",
            "what good looks like",
            "what we are looking for",
            "what were looking for",
            "key points",
            "key point",
            "expected points",
            "expected answer",
            "expected answers",
            "expectations",
            "expected",
            "ideal answer",
            "ideal answers",
            "good",
            "pros",
            "must mention",
            "should mention",
            "evaluation criteria",
            "criteria",
            "strong response",
            "good response",
            "good responses",
            "signs of a good answer",
            "what we look for",
            "good signs to hear",
            "plus points",
            "bonus points",
            "positive signs",
            "expected key points",
            "key answer points",
            "gute antwort",
            "buena respuesta",
            "bonne réponse",
            "хороший ответ",
        ],
    ),
    (
        Field::RedFlags,
        &[
            "red flags",
            "red flag",
            "redflags",
            "redflag",
            "warning signs",
            "warning sign",
            "bad answer",
            "bad answers",
            "poor answer",
            "poor answers",
            "weak answer",
            "weak answers",
            "weak signals",
            "negative signals",
            "negative indicators",
            "negatives",
            "concerns",
            "concern",
            "bad signs",
            "bad signals",
            "common mistakes",
            "bad",
            "cons",
            "bad to hear",
            "not good to hear",
            "weak response",
            "poor response",
            "watch out",
            "watch out for",
            "signs of a bad answer",
            "what bad looks like",
            "what poor looks like",
            "negative signs",
            "warnings",
            "red flag signals",
        ],
    ),
    (
        Field::Probes,
        &[
            "probes",
            "probe",
            "follow ups",
            "follow up",
            "followups",
            "followup",
            "follow up questions",
            "follow up question",
            "followup questions",
            "followup question",
            "common follow ups",
            "probing questions",
            "probing question",
            "dig deeper",
            "deeper",
            "further questions",
            "additional questions",
            "next questions",
            "sub questions",
            "subquestions",
            "follow on questions",
            "advanced follow up prompts",
            "follow up prompts",
            "prompts",
            "nachfragen",
            "seguimiento",
            "extra questions",
        ],
    ),
    (
        Field::Guidance,
        &[
            "guidance",
            "answer",
            "answers",
            "a",
            "ans",
            "sample answer",
            "sample answers",
            "model answer",
            "solution",
            "solutions",
            "explanation",
            "notes",
            "note",
            "answer text",
            "suggested answer",
            "correct answer",
            "show answer",
            "view answer",
            "click to see the answer",
            "click here to view answer",
            "response",
            "interviewer notes",
            "reference answer",
            "antwort",
            "respuesta",
            "réponse",
            "risposta",
            "odpowiedź",
            "ответ",
            "回答",
            "答案",
            "الإجابة",
        ],
    ),
];

/// Labels under which the anchors stand together, one a line.
pub(crate) fn is_anchors(label: &str) -> bool {
    plain(label).is_some_and(|words| {
        matches!(
            words.as_str(),
            "anchors"
                | "rating anchors"
                | "rating"
                | "ratings"
                | "scoring"
                | "rubric"
                | "scale"
                | "scoring guide"
                | "scoring rubric"
                | "rating scale"
                | "levels"
                | "score"
                | "anchored rating"
        )
    })
}

#[cfg(test)]
mod tests;
