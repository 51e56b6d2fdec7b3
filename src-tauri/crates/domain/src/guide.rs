//! The interviewer guide: a kit on paper, for the day the battery dies. How it looks is the report's work.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use crate::{kit::KitContent, question::Question, rating::Level, signer::Signer};

/// What an answer at one level says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuideAnchor {
    /// The level.
    pub level: Level,
    /// Its text; empty where nobody wrote one.
    pub text: String,
}

/// One question on paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuideQuestion {
    /// Where it stands in the kit, from 1.
    pub number: usize,
    /// A short name.
    pub title: String,
    /// The section's title; may be empty.
    pub section: String,
    /// The name of the competency that its rating counts for; may be empty.
    pub competency: String,
    /// Planned time in minutes; 0 where none is planned.
    pub minutes: u32,
    /// Whether every candidate is asked it.
    pub required: bool,
    /// What is read aloud.
    pub prompt: String,
    /// Planned follow-up questions.
    pub probes: Vec<String>,
    /// Good signals, each with a box to tick.
    pub indicators: Vec<String>,
    /// Red flags, likewise.
    pub red_flags: Vec<String>,
    /// The five levels, lowest first.
    pub anchors: Vec<GuideAnchor>,
}

/// A kit as it is printed. It has nobody's name in it: who is interviewed is written by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guide {
    /// The kit's title.
    pub kit: String,
    /// The number of the kit's version, from 1.
    pub version: u32,
    /// The content hash of that version.
    pub hash: String,
    /// When it was printed, in local time.
    pub made_at: DateTime,
    /// The role's title.
    pub role: String,
    /// The role's level; may be empty.
    pub level: String,
    /// How long the meeting is, in minutes.
    pub slot_minutes: u32,
    /// Planned time of the required questions, in minutes.
    pub planned_minutes: u32,
    /// What is read at the start; our own words as they are said with paper.
    pub opening: String,
    /// What is read at the end.
    pub closing: String,
    /// The questions, in the kit's order.
    pub questions: Vec<GuideQuestion>,
    /// Who signs the file; none where it is unsigned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signer: Option<Signer>,
}

/// What our own opening words say of a laptop, and what is true where notes are taken on paper.
const ON_PAPER: [(&str, &str); 2] = [
    (
        "I will take notes on this laptop while you talk, so you will hear me type.",
        "I will take notes on paper while you talk.",
    ),
    ("the program that I write in sends nothing", "the program that I copy them into afterwards sends nothing"),
];

/// Our own words of a laptop as they are said with paper. What somebody else wrote stays as it is.
fn on_paper(opening: &str) -> String {
    ON_PAPER.iter().fold(opening.to_owned(), |text, (typed, by_hand)| text.replace(typed, by_hand))
}

/// The guide of one version of a kit.
#[must_use]
pub fn compose(content: &KitContent, version: u32, hash: &str, made_at: DateTime) -> Guide {
    Guide {
        kit: content.kit.title.clone(),
        version,
        hash: hash.to_owned(),
        made_at,
        role: content.role.title.clone(),
        level: content.role.level.clone(),
        slot_minutes: content.kit.slot_minutes,
        planned_minutes: content.planned_minutes(),
        opening: on_paper(&content.kit.opening),
        closing: content.kit.closing.clone(),
        questions: (1..).zip(&content.questions).map(|(number, of)| question(content, number, of)).collect(),
        signer: None,
    }
}

fn question(content: &KitContent, number: usize, of: &Question) -> GuideQuestion {
    GuideQuestion {
        number,
        title: of.title.clone(),
        section: of.section.clone(),
        competency: content.competency_name(&of.competency).to_owned(),
        minutes: of.minutes,
        required: content.is_required(&of.id),
        prompt: of.prompt.clone(),
        probes: of.probes.clone(),
        indicators: of.indicators.clone(),
        red_flags: of.red_flags.clone(),
        anchors: Level::ALL.into_iter().map(|level| GuideAnchor { level, text: of.anchor(level).to_owned() }).collect(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::testing::content;

    #[test]
    fn our_own_opening_words_say_paper_and_somebody_elses_stay() {
        let shipped = include_str!("../../../../questions/senior-python/kits/craft.toml");
        let of_a_new_kit = include_str!("../../../../ui/src/features/kit/words.ts");
        for ours in [shipped, of_a_new_kit] {
            assert!(ours.contains(ON_PAPER[0].0), "the words are others now");
            let said = on_paper(ours);
            assert!(said.contains("I will take notes on paper while you talk."));
            assert!(!said.contains("laptop") && !said.contains("type.") && !said.contains("that I write in"));
        }
        let own = "I type on this laptop while you talk.";
        assert_eq!(on_paper(own), own);
    }

    #[test]
    fn a_guide_says_what_the_kit_says_in_its_order() {
        let content = content();
        let guide = compose(&content, 3, "abc", date(2026, 11, 22).at(9, 0, 0, 0));
        assert_eq!((guide.kit.as_str(), guide.version, guide.hash.as_str()), (content.kit.title.as_str(), 3, "abc"));
        let titles: Vec<(usize, &str)> = guide.questions.iter().map(|of| (of.number, of.title.as_str())).collect();
        assert_eq!(titles, [(1, "Title of q1"), (2, "Title of q2"), (3, "Title of q3")]);
        let required: Vec<bool> = guide.questions.iter().map(|of| of.required).collect();
        assert_eq!(required, [true, true, false]);
        assert_eq!(guide.planned_minutes, 10, "the optional one is not planned");
        let first = &guide.questions[0];
        assert_eq!(first.competency, "Craft", "by its name and not its id");
        let anchors: Vec<(u8, &str)> = first.anchors.iter().map(|of| (of.level.number(), of.text.as_str())).collect();
        assert_eq!(anchors, [(1, "a1"), (2, "a2"), (3, "a3"), (4, "a4"), (5, "a5")]);
    }
}
