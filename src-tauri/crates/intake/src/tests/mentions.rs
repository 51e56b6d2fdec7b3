//! What must not be known of someone, in the text of notes.

use super::told;
use crate::{
    Candidates, Keep, Protected, candidates,
    mentions::{mentioned, sentences},
};

fn found(sentence: &str) -> Option<(Protected, String)> {
    mentioned(sentence)
}

fn read(keep: Keep) -> Candidates {
    let text = "Name,Email,Job title,Notes\n\
        Ana Ruiz,a@x.org,\"Engineer, 34 years old\",\"Led the payments team. Born 1990 in Seville! Likes Rust.\nMarried, two kids\nFast.\"\n\
        Li Wei,l@x.org,Engineer,\"Knows data races. 山田さんは既婚、性別は男性。写真アプリを作った。\"\n";
    candidates("people.csv", text.as_bytes(), None, keep)
}

#[test]
fn what_must_not_be_known_is_found_in_the_words_of_several_languages() {
    use Protected::{Age, BirthDate, Disability, Family, Gender, MaritalStatus, Origin, Photo, Religion};
    for (sentence, what, words) in [
        ("Born 1990.", BirthDate, "born 1990"),
        ("Was born in Kraków, on 3 May 1990", BirthDate, "born in kraków on 3 may 1990"),
        ("Date of birth: 3 May 1990", BirthDate, "Date of birth: 3 May 1990"),
        ("DOB: 1990-05-03", BirthDate, "DOB: 1990-05-03"),
        ("Geboren am 1.5.1990 in Graz", BirthDate, "geboren am 1 5 1990"),
        ("Née en 1990", BirthDate, "née en 1990"),
        ("生年月日：1990年5月3日", BirthDate, "生年月日：1990年5月3日"),
        ("She is 34", Age, "She is 34"),
        ("Python, age 29", Age, "age 29"),
        ("Alter: 34", Age, "Alter: 34"),
        ("Aged 41", Age, "Aged 41"),
        ("Gender: female", Gender, "Gender: female"),
        ("Engineer, female, Berlin", Gender, "female"),
        ("Geschlecht: weiblich", Gender, "Geschlecht: weiblich"),
        ("Marital status: single", MaritalStatus, "Marital status: single"),
        ("ist verheiratet", MaritalStatus, "verheiratet"),
        ("Married with two children", Family, "Married"),
        ("Photo attached", Photo, "photo attached"),
        ("Foto: https://x.example/a.jpg", Photo, "Foto: https://x.example/a.jpg"),
        ("Polish citizen", Origin, "Polish citizen"),
        ("A practising Catholic", Religion, "practising Catholic"),
        ("Wheelchair user", Disability, "Wheelchair user"),
    ] {
        assert_eq!(found(sentence), Some((what, words.to_owned())), "{sentence}");
    }
}

#[test]
fn an_engineers_words_are_left_alone() {
    for sentence in [
        "Five years of Rust; found a data race in the allocator",
        "Cache-Control: max-age: 3600",
        "Docker image: nginx",
        "Built a photo app and a picture pipeline",
        "写真アプリを作った。",
        "Married the old API to the new one",
        "Handles orphaned child processes; parent: init",
        "Team of 34 in Berlin, 2019 – 2021",
        "Worked for NATO from 2005",
        "Needs visa sponsorship",
        "Native German speaker of APIs",
        "Note: call after 17:30",
        "Salary: 90 000",
        "Language: Polish",
        "Work: Engineer, Then Ltd, 2019 – 2021",
        "Skill: Rust",
        "10 ans d'expérience",
    ] {
        assert_eq!(found(sentence), None, "{sentence}");
    }
}

#[test]
fn sentences_end_where_people_end_them() {
    for (text, expected) in [
        ("One. Two!  Three", vec!["One. ", "Two!  ", "Three"]),
        ("v3.5 is out? Yes\n\n- no", vec!["v3.5 is out? ", "Yes\n\n", "- no"]),
        ("一。二！三", vec!["一。", "二！", "三"]),
        ("متى؟ الآن", vec!["متى؟ ", "الآن"]),
        ("", vec![]),
    ] {
        let cut: Vec<&str> = sentences(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(cut, expected, "{text}");
        assert_eq!(cut.concat(), text, "nothing is lost by cutting");
    }
}

#[test]
fn such_sentences_are_left_out_of_the_notes_each_with_its_words_and_its_place() {
    let read = read(Keep::default());
    assert_eq!(read.candidates[0].contact.notes, "Led the payments team. Likes Rust.\nFast.");
    assert_eq!(read.candidates[1].contact.notes, "Knows data races. 写真アプリを作った。");
    let mentions: Vec<(usize, &str, &str, &str)> = read
        .mentions
        .iter()
        .map(|one| (one.number, one.place.as_str(), one.name.as_str(), one.sentence.as_str()))
        .collect();
    let expected = [
        (0, "people.csv:2", "Ana Ruiz", "Born 1990 in Seville!"),
        (1, "people.csv:2", "Ana Ruiz", "Married, two kids"),
        (2, "people.csv:5", "Li Wei", "山田さんは既婚、性別は男性。"),
    ];
    assert_eq!((mentions.as_slice(), read.mentioned), (expected.as_slice(), 3));
    let what = "The sentence with “born 1990” was left out of the notes: the workbench keeps no birth dates or places.";
    assert_eq!(read.mentions[0].problem().what, what);
    let told = told(&read.problems);
    let title =
        "people.csv:2 The title says “34 years old”: the workbench keeps no ages. Take it out by hand.".to_owned();
    assert_eq!((told, read.candidates[0].contact.title.as_str()), (vec![title], "Engineer, 34 years old"));
}

#[test]
fn a_person_keeps_one_sentence_or_all_of_them() {
    let one = read(Keep::These([1].into()));
    assert_eq!(one.candidates[0].contact.notes, "Led the payments team. Likes Rust.\nMarried, two kids\nFast.");
    assert_eq!(one.mentions.iter().map(|mention| mention.kept).collect::<Vec<_>>(), [false, true, false]);
    let all = read(Keep::All);
    assert!(all.candidates[0].contact.notes.contains("Born 1990 in Seville! Likes") && all.mentioned == 3);
}

#[test]
fn more_of_them_than_are_listed_are_counted_and_left_out_all_the_same() {
    let text = format!("Name,Notes\n{}", "Ana Ruiz,Born 1990. Fast.\n".repeat(600));
    let read = candidates("people.csv", text.as_bytes(), None, Keep::default());
    assert_eq!((read.mentions.len(), read.mentioned), (500, 600));
    assert!(read.candidates.iter().all(|one| one.contact.notes == "Fast."));
}
