use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use workbench_domain::entry::EntryKind;

use super::{read::Read, *};

/// A table as a file would have it, for as long as the tests run.
fn table(tag: &'static str, texts: Vec<(String, Read)>) -> Say {
    let text = |text: Read| match text {
        Read::One(text) => Text::One(text.leak()),
        Read::Forms(forms) => {
            let forms = forms.into_iter().map(|(form, text)| (&*form.leak(), &*text.leak()));
            Text::Forms(forms.collect::<Vec<(&str, &str)>>().leak())
        }
    };
    let texts: Vec<(&str, Text)> = texts.into_iter().map(|(key, of)| (&*key.leak(), text(of))).collect();
    Box::leak(Box::new(Labels::new(tag, texts.leak())))
}

/// The file of a language that nobody speaks: English with every letter changed, so that a word that comes from elsewhere
/// shows.
pub(crate) fn pseudo() -> Say {
    let text = |text: &Text| match text {
        Text::One(text) => Read::One(disguised(text)),
        Text::Forms(forms) => {
            Read::Forms(forms.iter().map(|(form, text)| ((*form).to_owned(), disguised(text))).collect())
        }
    };
    table("qps", ENGLISH.texts.iter().map(|(key, of)| ((*key).to_owned(), text(of))).collect())
}

/// Every Latin letter as one with a sign on it, but for the names of blanks.
fn disguised(text: &str) -> String {
    const SMALL: &str = "àɓćďéƒĝĥíĵķĺɱñóþɋŕśťúṽŵẍýž";
    let mut blank = false;
    let change = |c: char| {
        match c {
            '{' => blank = true,
            '}' => blank = false,
            _ => {}
        }
        let place = |first: char| (c as usize).wrapping_sub(first as usize);
        match c {
            'a'..='z' if !blank => SMALL.chars().nth(place('a')).unwrap_or(c),
            'A'..='Z' if !blank => SMALL.chars().nth(place('A')).unwrap_or(c),
            _ => c,
        }
    };
    text.chars().map(change).collect()
}

fn other(text: &str) -> Say {
    table("xx", read::read(text).unwrap())
}

/// The names of the blanks in a text, or in all its forms.
fn blanks(text: &Text) -> BTreeSet<&str> {
    let texts: Vec<&str> = match text {
        Text::One(text) => vec![*text],
        Text::Forms(forms) => forms.iter().map(|(_, text)| *text).collect(),
    };
    texts
        .into_iter()
        .flat_map(|text| text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name)))
        .collect()
}

/// What a table lacks, and what in it is of no use.
fn faults(labels: &Labels) -> (Vec<&str>, Vec<String>) {
    let mut lacks: Vec<&str> = ENGLISH.texts.keys().filter(|key| !labels.texts.contains_key(*key)).copied().collect();
    lacks.sort_unstable();
    let mut wrong = Vec::new();
    for (key, text) in labels.texts.iter().collect::<BTreeMap<_, _>>() {
        let Some(english) = ENGLISH.texts.get(key) else {
            wrong.push(format!("{key} is in no document"));
            continue;
        };
        if let Text::Forms(forms) = text {
            let unknown = forms.iter().filter(|(name, _)| !["one", "few", "many", "other"].contains(name));
            wrong.extend(unknown.map(|(name, _)| format!("{key}: there is no form {name}")));
        }
        wrong.extend(blanks(text).difference(&blanks(english)).map(|name| format!("{key} has no blank {{{name}}}")));
    }
    (lacks, wrong)
}

#[test]
fn every_language_says_what_it_lacks() {
    for (tag, texts) in FILES {
        let rule = texts.iter().find(|(key, _)| *key == "language.plural");
        let known = rule.is_some_and(|(_, rule)| matches!(rule, Text::One(rule) if rule.parse::<Plural>().is_ok()));
        assert!(known, "{tag}: [language] plural");
    }
    for labels in ALL.iter() {
        let (lacks, wrong) = faults(labels);
        println!("{}: printed in English: {lacks:?}", labels.tag);
        assert!(wrong.is_empty(), "{}: {wrong:?}", labels.tag);
    }
    assert!(faults(*ENGLISH).0.is_empty());
    let part = other("[page]\nunsigned = \"x {who}\"\nfree = \"y\"\n[count]\nday = { two = \"x\" }");
    let (lacks, wrong) = faults(part);
    assert!(lacks.contains(&"page.number") && !lacks.contains(&"page.unsigned"));
    assert_eq!(
        wrong,
        ["count.day: there is no form two", "page.free is in no document", "page.unsigned has no blank {who}"]
    );
    assert_eq!(part.text("page.contents"), "Contents", "what it lacks is English");
    assert_eq!(part.count("count.question", 1), "1 question");
}

/// The sources of this crate that are no tests.
fn sources(folder: &Path, out: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && name != "tests" {
            sources(&path, out);
        } else if name.ends_with(".rs") && name != "tests.rs" {
            out.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn every_key_in_the_code_is_in_the_table_and_the_other_way_round() {
    let mut code = String::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut code);
    let is_name = |text: &str| !text.is_empty() && text.chars().all(|c| matches!(c, 'a'..='z' | '0'..='9' | '_'));
    let sections: BTreeSet<&str> = ENGLISH.texts.keys().filter_map(|key| key.split('.').next()).collect();
    let is_key = |text: &&str| text.split_once('.').is_some_and(|(of, name)| sections.contains(of) && is_name(name));
    let used: BTreeSet<&str> = code.split('"').filter(is_key).collect();
    // Made of an act's own word.
    let made = workbench_domain::log::Act::ALL.map(|act| format!("act.{}", act.code()));
    let used: BTreeSet<&str> = used.into_iter().chain(made.iter().map(String::as_str)).collect();
    let kept: BTreeSet<&str> = ENGLISH.texts.keys().copied().collect();
    assert_eq!(used.difference(&kept).collect::<Vec<_>>(), Vec::<&&str>::new(), "in the code alone");
    assert_eq!(kept.difference(&used).collect::<Vec<_>>(), Vec::<&&str>::new(), "in the table alone");
}

#[test]
fn the_english_words_are_those_of_the_screen() {
    let say = *ENGLISH;
    use workbench_domain::{
        comparable::WhyNot,
        decision::{Outcome, Stance},
        log::Act,
        rating::{Level, Rating},
        record::{DeviationKind, Unjudged},
        scorecard::Recommendation,
    };
    let straight = |text: &str| text.replace('’', "'");
    for act in Act::ALL {
        assert_eq!(straight(&say.act(act)), act.words());
    }
    for rating in Level::ALL.map(Rating::Level).into_iter().chain([Rating::NotAsked, Rating::CouldNotJudge]) {
        assert_eq!(say.rating(rating), rating.words());
        let small = if rating.level().is_some() { rating.words() } else { rating.words().to_lowercase() };
        assert_eq!(say.small_missing(rating, None), small);
    }
    for why in Unjudged::ALL {
        assert_eq!(say.missing(Rating::CouldNotJudge, Some(why)), format!("Could not judge: {}", why.words()));
        assert_eq!(say.small_missing(Rating::CouldNotJudge, Some(why)), format!("could not judge: {}", why.words()));
    }
    Recommendation::ALL.iter().for_each(|of| assert_eq!(say.recommendation(*of), of.words()));
    EntryKind::ALL.iter().for_each(|of| assert_eq!(say.kind(*of), of.word()));
    for of in [DeviationKind::Reworded, DeviationKind::Skipped] {
        assert_eq!(say.deviation(of), of.word());
    }
    for of in [Outcome::Hire, Outcome::NoHire, Outcome::Hold, Outcome::AnotherRound] {
        assert_eq!(say.outcome(of), of.words());
    }
    for of in [Stance::With, Stance::Against] {
        assert_eq!(say.stance(of), of.words());
    }
    for of in crate::tests::labelled::every_caution() {
        assert_eq!(say.caution(&of), of.words());
    }
    for of in [WhyNot::TooLittle, WhyNot::NotAsked, WhyNot::OtherRole, WhyNot::NotInRole] {
        assert_eq!(say.why_not(of), of.words());
    }
}

#[test]
fn dates_and_numbers_are_written_as_the_language_writes_them() {
    let say = *ENGLISH;
    let time = jiff::civil::date(2026, 3, 2).at(9, 5, 7, 0);
    assert_eq!((say.date(time), say.moment(time)), ("2 March 2026".to_owned(), "2 March 2026, 09:05".to_owned()));
    assert_eq!([0, 999, 1000, 1_234_567].map(|n| say.whole(n)), ["0", "999", "1,000", "1,234,567"]);
    assert_eq!((say.figure(3.125), say.percent(0.256)), ("3.13".to_owned(), "26 %".to_owned()));
    let table = "[date]\nday = \"{year}/{month_2}/{day_2}\"\n[number]\ndecimal = \",\"\ngroup = \" \"";
    let other = other(table);
    assert_eq!((other.date(time), other.figure(3.5)), ("2026/03/02".to_owned(), "3,50".to_owned()));
    assert_eq!(other.whole(12_345), "12 345");
}

#[test]
fn numbers_that_follow_on_each_other_are_a_range() {
    let say = *ENGLISH;
    for (all, words) in
        [(&[1, 2, 3, 4, 5, 6, 7][..], "1 to 7"), (&[1, 2], "1, 2"), (&[1, 3, 4, 5, 9], "1, 3 to 5, 9"), (&[], "")]
    {
        assert_eq!(say.numbers(all), words);
    }
}

#[test]
fn what_is_filled_in_is_never_filled_in_again() {
    assert_eq!(fill("{a} and {b}, {c} {", &[("a", &"{b}"), ("b", &"x")]), "{b} and x, {c} {");
}

#[test]
fn a_language_is_named_by_its_tag() {
    assert_eq!("EN".parse::<Language>().map(Language::tag), Ok("en"));
    let refused = "xx".parse::<Language>().unwrap_err().to_string();
    assert_eq!(refused, "Documents cannot be printed in the language “xx”. There are: en.");
    assert!("some".parse::<Plural>().is_err());
    for wrong in ["[page]\nnumber = 3", "[count]\nday = { one = 1 }", "page = \"x\"", "["] {
        assert!(read::read(wrong).is_err(), "{wrong}");
    }
}
