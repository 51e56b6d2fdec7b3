//! What one interview holds, as typed and as stored, and what each key does to it.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// A line of a question: its number among the questions, which list, and its number there.
pub(crate) type Line = (usize, &'static str, u64);

/// What stands in a place's field.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Draft {
    pub(crate) kind: String,
    /// The line, and how it was noticed.
    pub(crate) link: Option<(Line, &'static str)>,
    pub(crate) text: String,
}

/// A kept note.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Note {
    pub(crate) place: usize,
    pub(crate) kind: String,
    pub(crate) link: Option<Line>,
    pub(crate) text: String,
}

/// What a key did.
#[derive(Debug, Clone)]
pub(crate) enum Effect {
    /// It stands in the text.
    Char(char),
    /// It ended a marker: the text is empty, and the note of this kind, about this line.
    Marker(&'static str, Option<(Line, &'static str)>),
    /// The note is kept.
    Keep,
    Tick(Line, Option<&'static str>),
    Rate(usize, Value),
    Move(usize),
}

/// One interview. Places are numbers of questions, from 0.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Model {
    pub(crate) notes: Vec<Note>,
    pub(crate) ticks: BTreeMap<Line, &'static str>,
    pub(crate) ratings: BTreeMap<usize, Value>,
    pub(crate) drafts: BTreeMap<usize, Draft>,
    pub(crate) at: usize,
}

impl Model {
    /// What the store has, given the ids of the questions in their order. Something that nobody typed fails.
    pub(crate) fn stored(interview: &Value, questions: &[String]) -> Self {
        let place = |value: &Value| number(questions, value);
        let line = |link: &Value, question: usize| -> Option<Line> {
            (!link.is_null()).then(|| (question, target(&link["target"]), link["number"].as_u64().unwrap()))
        };
        let mut model = Self { at: place(&interview["at"]), ..Self::default() };
        for entry in interview["entries"].as_array().unwrap() {
            let (at, kind) = (place(&entry["place"]), text(&entry["kind"]));
            model.notes.push(Note { place: at, kind, link: line(&entry["link"], at), text: text(&entry["text"]) });
        }
        for tick in interview["ticks"].as_array().unwrap() {
            let of = line(tick, place(&tick["question_id"])).unwrap();
            assert!(model.ticks.insert(of, state(&tick["state"])).is_none(), "{tick} is there twice");
        }
        for record in interview["records"].as_array().unwrap().iter().filter(|record| !record["rating"].is_null()) {
            model.ratings.insert(place(&record["question_id"]), record["rating"].clone());
        }
        for draft in interview["drafts"].as_array().unwrap() {
            assert!(draft["entry_id"].is_null(), "no kept note is being changed: {draft}");
            let at = place(&draft["place"]);
            let link = line(&draft["link"], at).map(|line| (line, state(&draft["link"]["state"])));
            let draft = Draft { kind: text(&draft["kind"]), link, text: text(&draft["text"]) };
            assert!(model.drafts.insert(at, draft).is_none(), "two drafts at place {at}");
        }
        model
    }

    pub(crate) fn draft(&self) -> Option<&Draft> {
        self.drafts.get(&self.at)
    }

    /// What a key does.
    pub(crate) fn apply(&mut self, effect: &Effect) {
        let field = |model: &mut Self| {
            let empty = Draft { kind: "note".to_owned(), link: None, text: String::new() };
            model.drafts.remove(&model.at).unwrap_or(empty)
        };
        match effect {
            Effect::Char(typed) => {
                let mut draft = field(self);
                draft.text.push(*typed);
                self.drafts.insert(self.at, draft);
            }
            Effect::Marker(kind, link) => {
                let draft = Draft { kind: (*kind).to_owned(), link: *link, text: String::new() };
                self.drafts.insert(self.at, draft);
            }
            Effect::Keep => {
                let Draft { kind, link, text } = field(self);
                if let Some((line, noticed)) = link {
                    self.ticks.entry(line).or_insert(noticed);
                }
                let (link, text) = (link.map(|(line, _)| line), text.trim().to_owned());
                self.notes.push(Note { place: self.at, kind, link, text });
            }
            Effect::Tick(line, Some(noticed)) => drop(self.ticks.insert(*line, noticed)),
            Effect::Tick(line, None) => drop(self.ticks.remove(line)),
            Effect::Rate(question, rating) => drop(self.ratings.insert(*question, rating.clone())),
            Effect::Move(to) => self.at = *to,
        }
    }

    /// Whether the same was kept, ticked and rated.
    pub(crate) fn done_alike(&self, other: &Self) -> bool {
        (&self.notes, &self.ticks, &self.ratings) == (&other.notes, &other.ticks, &other.ratings)
    }

    /// What would be stored of the field of a place: nothing while it is empty.
    pub(crate) fn field(&self, place: usize) -> Option<&Draft> {
        self.drafts.get(&place).filter(|draft| !draft.text.is_empty())
    }
}

/// The draft that a `draft_save` was asked to store.
pub(crate) fn asked_draft(request: &Value, questions: &[String]) -> (usize, Option<Draft>) {
    let at = number(questions, &request["place"]);
    let empty = text(&request["text"]).is_empty();
    let draft = json!({ "drafts": if empty { json!([]) } else { json!([{ "place": request["place"], "kind": request["kind"],
        "link": request["link"], "text": request["text"] }]) }, "entries": [], "ticks": [], "records": [], "at": request["place"] });
    (at, Model::stored(&draft, questions).drafts.remove(&at))
}

fn number(questions: &[String], place: &Value) -> usize {
    let at = questions.iter().position(|question| place == question);
    at.unwrap_or_else(|| panic!("nothing was done at {place}"))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn target(value: &Value) -> &'static str {
    if value == "indicator" { "indicator" } else { "red_flag" }
}

fn state(value: &Value) -> &'static str {
    if value == "prompted" { "prompted" } else { "heard" }
}
