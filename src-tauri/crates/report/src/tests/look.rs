//! What stands on the pages, read as text.

use expect_test::{Expect, expect};

use super::*;
use crate::display::Item;

fn check(page: &Page, expected: &Expect) {
    expected.assert_eq(&page.text());
}

#[test]
fn the_first_page_answers_the_question_and_ratings_follow_where_they_have_room() {
    check(
        &pages(&small())[0],
        &expect![[r#"
            Hiring packet | Confidential: for the hiring panel
            Ana Ruiz
            Senior Python engineer, Payments
            Decision sought:   | whether to hire Ana Ruiz for Senior Python engineer, Payments
            Made
            10 March 2026, 09:05
            Scorecards
            1 of 1 submitted
            Keep until
            No retention rule is set
            Packet
            7473 5983 8139
            The panel
            Interviewer | Kit | Held | Minutes | Recommends 
            hiring
            Questions 
            rated
            Red flags
            Ana Ruiz Gómez | Senior Python: 
            depth, version 3
            2 March 2026 | 52 | Strong yes | 5 of 6
            1 not asked
            none
            Fairness:   | the round’s kit version in 3 of 4 interviews  ·  14 of 15 required questions asked  ·  1 deviation (1 reworded)  ·  
            adjustments made: no  ·  7 days between first and last interview
            Their reasons, in their words
            Ana Ruiz Gómez   Strong yes
            “Strongest diagnosis I have heard this year. She said what she knew and what she was guessing, and 
            changed her mind once, for a reason she named. I would want her on call with me.”
            Ratings by competency | SignaturesContents
            Scorecard by Ana Ruiz Gómez
            Ratings by competency
            Composite 4.00, over 1 of 1 competency, weight 1 of 1.
            A mean is that of the scorecards that rated the competency, each with the mean of its rated questions; the composite 
            weighs the means as the role does. What is missing is missing, never zero.
            The scale, against the bar for this level
            1 Well below | 2 Below | 3 Meets | 4 Above | 5 Well above
            Competency, and its spread | Ana Ruiz Gómez
            Language depth
            1 | 2 | 3 | 4 | 5
            4 only; mean 4.00
            1 of 1 scorecard, 1 of 1 question
            4 Above
            Question 1: A generator that leaks
            1 | 3
            2
            Packet 7473 5983 8139  ·  Page 1 of 3Ana Ruiz
            The data in this file: SHA-256 747359838139250ea51b825134cc26dee093d88ecabdaf0cd41c012cf08ed1f2  ·  Unsigned"#]],
    );
}

#[test]
fn a_scorecard_sets_evidence_apart_from_judgement() {
    check(
        &pages(&small())[1],
        &expect![[r#"
            Scorecard by Ana Ruiz Gómez
            Senior Python: depth, version 3  ·  held 2 March 2026, 14:30  ·  52 minutes on questions  ·  submitted 2 March 2026, 16:12, 
            within an hour of the interview, before seeing another scorecard on this candidate
            Recommends hiring:   | Strong yes
            5 of 6 questions rated, 1 not asked  ·  no red flags noted
            1    | A generator that leaks
            Language depth  ·  10 min planned, 9 min spent
            Here is a generator that reads a file line by line. A colleague says that it sometimes leaves the file open. 
            When does that happen, and how would you make sure that it does not?
            4 Above
            Names the case unprompted, closes the file in the right place, and says what the caller must 
            do.
            Good signals heard
            ✓ | Says what is guaranteed and what only usually happens.
            ✓ | Asks about the environment before answering: which version, which load, who calls it. (after a 
            probe)
            ✓ | Gives an example from their own work.
            Good signals not noted
            – | Names a test that would catch it.
            – | Weighs a simpler way against the one chosen.
            Notes
            01:15    | Note | Read the code twice before saying anything; asked which version of Python runs in 
            production.
            03:25    | Quote | “The file is closed when the generator is collected, and I would not bet my evening on 
            when that is.”
            05:35    | Good | Named the consumer that stops early without being asked.
            06:45    | Concern | Took a long way to the context manager.
            Packet 7473 5983 8139  ·  Page 2 of 3Ana Ruiz
            The data in this file: SHA-256 747359838139250ea51b825134cc26dee093d88ecabdaf0cd41c012cf08ed1f2  ·  Unsigned"#]],
    );
}

#[test]
fn the_names_to_sign_come_with_what_stood_before_them() {
    check(
        &pages(&small())[2],
        &expect![[r#"
        Notes on the interview as a whole
        00:20    | Note | Connection was good; she had a second screen and shared one of them.
        Signatures
        Ana Ruiz Gómez
        Printed name
        Signature | Date
        Printed name, for the decision | Signature | Date
        Scorecard by Ana Ruiz Gómez (continued)
        Packet 7473 5983 8139  ·  Page 3 of 3Ana Ruiz
        The data in this file: SHA-256 747359838139250ea51b825134cc26dee093d88ecabdaf0cd41c012cf08ed1f2  ·  Unsigned"#]],
    );
}

#[test]
fn a_missing_scorecard_is_named_and_the_packet_is_interim() {
    let text = pages(&people::packet())[0].text();
    assert!(text.contains("Interim: 3 of 4 scorecards submitted."), "{text}");
    assert!(text.contains("not submitted"), "{text}");
    assert!(!pages(&small())[0].text().contains("Interim"));
}

#[test]
fn made_up_people_are_marked_on_every_page() {
    for page in pages(&people::packet()) {
        assert!(page.text().contains("Sample data: these people are made up"));
    }
    for page in pages(&small()) {
        assert!(!page.text().contains("Sample data"));
    }
}

#[test]
fn without_a_scorecard_the_packet_says_so_and_says_what_is_missing() {
    let mut packet = small();
    packet.scorecards.clear();
    packet.panel[0].submitted_at = None;
    packet.panel[0].recommendation = None;
    packet.panel[0].reason.clear();
    packet.matrix[0].cells[0].clear();
    check(
        &only(&packet),
        &expect![[r#"
            Hiring packet | Confidential: for the hiring panel
            Ana Ruiz
            Senior Python engineer, Payments
            Decision sought:   | whether to hire Ana Ruiz for Senior Python engineer, Payments
            No scorecard yet.  The scorecard by Ana Ruiz Gómez is not submitted.
            Made
            10 March 2026, 09:05
            Scorecards
            0 of 1 submitted
            Keep until
            No retention rule is set
            Packet
            218b 1921 e807
            The panel
            Interviewer | Kit | Held | Minutes | Recommends 
            hiring
            Questions 
            rated
            Red flags
            Ana Ruiz Gómez | Senior Python: 
            depth, version 3
            2 March 2026 | 52 | not submitted | no scorecard | no 
            scorecard
            Fairness:   | the round’s kit version in 3 of 4 interviews  ·  14 of 15 required questions asked  ·  1 deviation (1 reworded)  ·  
            adjustments made: no  ·  7 days between first and last interview
            Packet 218b 1921 e807  ·  Page 1 of 1Ana Ruiz
            The data in this file: SHA-256 218b1921e8072813fd8fdb454fa46bc4e1f82b09f4aa0e702166fc93c9be4189  ·  Unsigned"#]],
    );
    packet.panel.clear();
    packet.matrix.clear();
    check(
        &only(&packet),
        &expect![[r#"
            Hiring packet | Confidential: for the hiring panel
            Ana Ruiz
            Senior Python engineer, Payments
            Decision sought:   | whether to hire Ana Ruiz for Senior Python engineer, Payments
            No scorecard yet.  No interview with this candidate has been started.
            Made
            10 March 2026, 09:05
            Scorecards
            None yet
            Keep until
            No retention rule is set
            Packet
            09e8 60bd 76f2
            Fairness:   | the round’s kit version in 3 of 4 interviews  ·  14 of 15 required questions asked  ·  1 deviation (1 reworded)  ·  
            adjustments made: no  ·  7 days between first and last interview
            Packet 09e8 60bd 76f2  ·  Page 1 of 1Ana Ruiz
            The data in this file: SHA-256 09e860bd76f224f7cd3a3676afb75c1e59bd3a8fe2174c4474748a56c5948899  ·  Unsigned"#]],
    );
}

/// The one page of a packet that has no more.
fn only(packet: &Packet) -> Page {
    let mut pages = pages(packet);
    assert_eq!(pages.len(), 1);
    pages.remove(0)
}

#[test]
fn an_anchor_stands_with_those_that_it_refers_to() {
    let mut packet = small();
    let of = people::packet().scorecards[0].answers[2].clone();
    packet.scorecards[0].answers = vec![of];
    let text: String = pages(&packet).iter().map(|page| page.text() + " ").collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let all = "All of level 4, how generators are finalised";
    let four = "4 Above: | Names the case unprompted, closes the file in the right place";
    assert!(text.contains(all) && text.contains(four), "{text}");
}

#[test]
fn a_question_that_was_not_judged_lists_no_signals_as_not_noted() {
    let mut packet = people::packet();
    packet.scorecards.truncate(1);
    let text: String = pages(&packet).iter().map(Page::text).collect();
    // Six questions, one of them not asked.
    assert_eq!(text.matches("Good signals not noted").count(), 5);
}

#[test]
fn the_contents_name_the_page_that_each_section_begins_on_and_lead_there() {
    let pages = pages(&people::eventful());
    let sections: Vec<(usize, &str)> = pages
        .iter()
        .enumerate()
        .flat_map(|(number, page)| page.entries.iter().map(move |(entry, _)| (number, entry)))
        .filter(|(_, entry)| entry.level == 0)
        .map(|(number, entry)| (number + 1, entry.title.as_str()))
        .collect();
    let mut links = 0;
    for (page, link) in pages.iter().flat_map(|page| page.links.iter().map(move |link| (page, link))) {
        links += 1;
        let (number, title) = sections[link.section];
        assert_eq!(title, link.title);
        let of_link = page.items.iter().filter(|placed| placed.tag == link.tag);
        let mut last = of_link.filter_map(|placed| match &placed.item {
            Item::Text(run) => Some((placed.y, run.text.as_str())),
            Item::Shape(..) => None,
        });
        assert_eq!(last.next_back(), Some((link.baseline, number.to_string().as_str())), "{title}");
    }
    assert_eq!(links, sections.len() - 1, "all but the first, which they stand in");
}

#[test]
fn no_row_of_a_long_table_stands_alone_on_a_page_and_the_ratings_follow_a_short_summary() {
    let mut packet = people::packet();
    let row = packet.matrix[0].clone();
    for rows in 2..24 {
        packet.matrix = vec![row.clone(); rows];
        let pages = pages(&packet);
        let on: Vec<usize> =
            pages.iter().map(|page| page.text().matches("questions\n").count()).filter(|count| *count > 0).collect();
        assert_eq!(on.iter().sum::<usize>(), rows);
        assert!(on.iter().all(|count| *count > 1), "{rows}: {on:?}");
    }
}
