//! The interviewer guide: every word of the kit, a page for each question, room to write on each.

use workbench_domain::{
    guide::{Guide, GuideAnchor, GuideQuestion},
    rating::Level,
};

use super::{promises::inside, *};
use crate::{
    display::{Item, Shape},
    guide_blocks, render_guide, undrawable_guide,
};

fn texts(what: &str, count: usize) -> Vec<String> {
    (1..=count).map(|number| format!("{what}{number} of the question")).collect()
}

fn question(number: usize, length: usize) -> GuideQuestion {
    GuideQuestion {
        number,
        title: format!("Title{number}"),
        section: "Craft".to_owned(),
        competency: "Depth".to_owned(),
        minutes: 8,
        required: number != 2,
        prompt: format!("Prompt{number} [look up] asks?\nAnd more."),
        probes: texts("probe", length / 2),
        indicators: texts("signal", length),
        red_flags: texts("flag", length / 2),
        anchors: Level::ALL
            .into_iter()
            .map(|level| GuideAnchor { level, text: format!("anchor{} says so. ", level.number()).repeat(length) })
            .collect(),
    }
}

fn guide(length: usize) -> Guide {
    Guide {
        signer: None,
        kit: "Systems and incidents".to_owned(),
        version: 2,
        hash: "0123456789abcdef".to_owned(),
        made_at: jiff::civil::date(2026, 11, 22).at(9, 0, 0, 0),
        role: "Senior engineer".to_owned(),
        level: "senior".to_owned(),
        slot_minutes: 60,
        planned_minutes: 24,
        opening: "Welcome. [Say your name.] We begin.".to_owned(),
        closing: "Thank you.".to_owned(),
        questions: (1..=3).map(|number| question(number, length)).collect(),
    }
}

fn guide_pages(guide: &Guide, paper: Paper) -> Vec<Page> {
    pages_of(&guide_blocks::document(guide, english()), paper)
}

/// How many lines to write on end a page, and where the last one is. They are told from the rules of tables by their
/// distance.
fn lines(page: &Page) -> (usize, f32) {
    let is_line = |placed: &&crate::display::Placed| {
        matches!(placed.item, Item::Shape(Shape::Rect { width, height }, crate::display::Ink::Rule)
            if width == paginate::BLOCK.0 && height < 1.0)
    };
    let end = (page.height - paginate::BLOCK.1) * 0.46 + paginate::BLOCK.1;
    let mut at: Vec<f32> = page.items.iter().filter(is_line).map(|placed| placed.y).filter(|y| *y <= end).collect();
    at.sort_by(|a, b| b.total_cmp(a));
    let apart = |pair: &[f32]| (pair[0] - pair[1] - crate::layout::PITCH).abs() < 0.1;
    (at.windows(2).take_while(|pair| apart(pair)).count() + 1, at.first().copied().unwrap_or(0.0))
}

/// Whether this part of the guide begins at the top of the page.
fn begins(page: &Page, title: &str) -> bool {
    let top = (page.height - paginate::BLOCK.1) * 0.46;
    page.entries.iter().any(|(entry, y)| entry.title == title && (y - top).abs() < 0.1)
}

#[test]
fn each_question_begins_a_page_and_has_room_to_write() {
    for (length, paper) in [(4, Paper::A4), (4, Paper::Letter), (14, Paper::A4), (40, Paper::Letter)] {
        let pages = guide_pages(&guide(length), paper);
        inside(&pages);
        for number in 1..=3 {
            let first = pages.iter().position(|page| begins(page, &format!("{number}. Title{number}")));
            let first = first.unwrap_or_else(|| panic!("question {number} of {length} begins no page"));
            let next = pages
                .iter()
                .skip(first + 1)
                .position(|page| begins(page, &format!("{0}. Title{0}", number + 1)) || begins(page, "At the end"));
            let own = &pages[first..=first + next.unwrap()];
            let (count, end): (Vec<usize>, Vec<f32>) = own.iter().map(lines).unzip();
            assert!(count.iter().sum::<usize>() >= 6, "{length}: {count:?}");
            let last = *end.last().unwrap();
            let block = (paper.size().1 - paginate::BLOCK.1) * 0.46 + paginate::BLOCK.1;
            assert!(block - last < 20.0, "lines go on to the end of the page: {last} of {block}");
        }
    }
}

#[test]
fn every_sheet_has_a_line_for_the_candidate_and_one_for_the_interviewer() {
    for (length, paper) in [(4, Paper::A4), (40, Paper::Letter)] {
        let pages = guide_pages(&guide(length), paper);
        assert!(pages.len() > 4);
        for page in &pages {
            let text = page.text();
            for label in ["Candidate", "Interviewer"] {
                assert!(text.contains(label), "{label}: {text}");
            }
        }
        let sheet = pages.last().unwrap();
        let is_line = |placed: &&crate::display::Placed| matches!(placed.item, Item::Shape(Shape::Rect { width, height }, _) if (width - 110.0).abs() < 0.1 && height < 1.0);
        assert_eq!(sheet.items.iter().filter(is_line).count(), 2);
    }
}

#[test]
fn every_word_of_the_kit_is_printed() {
    for length in [1, 14] {
        let guide = guide(length);
        let printed = words(&guide_pages(&guide, Paper::A4));
        let said = format!("{guide:?}");
        let wanted = said.split(|c: char| !c.is_alphanumeric()).filter(|word| {
            ["probe", "signal", "flag", "anchor", "Prompt", "Title"]
                .iter()
                .any(|start| word.strip_prefix(start).is_some_and(|rest| rest.parse::<u32>().is_ok()))
        });
        let mut count = 0;
        for word in wanted {
            assert!(printed.contains(word) || printed.contains(&format!("{word}.")), "{word} is lost");
            count += 1;
        }
        assert!(count > 20, "{count}");
        for word in ["Welcome.", "Thank", "you.", "Candidate", "Interviewer", "optional", "[look"] {
            assert!(printed.contains(word), "{word} is lost");
        }
    }
}

#[test]
fn long_words_and_other_scripts_stay_inside_the_block() {
    for text in ["W".repeat(300), "كيف تعمل الذاكرة؟ ".repeat(12), "שאלה ראשונה [אל תקרא] ".repeat(9)]
    {
        let mut guide = guide(2);
        (guide.kit, guide.role, guide.opening) = (text.clone(), text.clone(), text.clone());
        let of = &mut guide.questions[0];
        (of.title, of.section, of.competency, of.prompt) = (text.clone(), text.clone(), text.clone(), text.clone());
        (of.probes, of.indicators, of.red_flags) = (vec![text.clone()], vec![text.clone()], vec![text.clone()]);
        of.anchors.iter_mut().for_each(|anchor| anchor.text.clone_from(&text));
        for paper in [Paper::A4, Paper::Letter] {
            inside(&guide_pages(&guide, paper));
        }
    }
}

#[test]
fn what_is_not_written_leaves_no_hole() {
    let mut guide = guide(2);
    guide.closing.clear();
    let of = &mut guide.questions[0];
    (of.section, of.competency, of.minutes) = (String::new(), String::new(), 0);
    of.probes.clear();
    of.indicators.clear();
    of.red_flags.clear();
    of.anchors.iter_mut().for_each(|anchor| anchor.text.clear());
    let pages = guide_pages(&guide, Paper::A4);
    let text = pages.iter().find(|page| begins(page, "1. Title1")).unwrap().text();
    assert!(!text.contains("Good signals") && !text.contains("Follow-up"), "{text}");
    assert_eq!(text.matches("not written; rate by the word").count(), 5, "{text}");
    assert!(!pages.iter().any(|page| page.text().contains("Closing")));
}

#[test]
fn the_guide_is_the_same_for_the_same_kit_and_names_what_it_cannot_draw() {
    let fonts = Fonts::bundled_only();
    let mut guide = guide(3);
    let made = render_guide(&guide, Paper::A4, &fonts).unwrap();
    assert_eq!(made.sha256, render_guide(&guide, Paper::A4, &fonts).unwrap().sha256);
    assert_eq!(undrawable_guide(&guide, &fonts), Vec::new());
    guide.questions[1].red_flags[0].push('\u{F8F0}');
    let places: Vec<String> = undrawable_guide(&guide, &fonts).into_iter().map(|of| of.place).collect();
    assert_eq!(places, ["A red flag of question 2"]);
}
