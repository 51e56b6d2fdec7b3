//! What a document must bear: names in every script, a note of 50,000 characters, nothing at all.

use workbench_domain::{
    entry::Entry,
    guide::{Guide, GuideAnchor, GuideQuestion},
    packet::Packet,
    rating::Level,
};

use super::people;

/// Made-up names, as people write them: with joiners, vowel signs, marks apart from their letters.
pub const NAMES: [&str; 26] = [
    "Zoë Łuczyńska-O'Dwyer",
    "Z\u{327}eyne\u{301}p Çağlayan",
    "Nguyễn Thị Ngọc Điệp",
    "Trần Thi\u{323}\u{302} Bi\u{301}ch",
    "Ὀδυσσεύς Μαυρίκης",
    "Оксана Гриб'юк-Ґалаґан",
    "Ђорђе Љубичић",
    "Արեգ Սահրադյան",
    "ნინო ბერაშვილი",
    "שִׁירָה בֶּן־עֲמִי",
    "אוריאל צבעוני",
    "مُحَمَّد الطَّيِّب",
    "ليلى عبد الرؤوف",
    "مهدی علی\u{200C}نژاد",
    "ثناء اللہ کھوکھر",
    "अनुष्का श्रीवास्तव्य",
    "क्\u{200D}षितिज राजर्षि",
    "অনিন্দিতা চট্টরাজ",
    "தமிழ்ச்செல்வி இளங்கோ",
    "ลลิตา วงศ์สวรรค์กุล",
    "ሰላማዊት ገብረዮሐንስ",
    "歐陽 靜雯",
    "中村 さくら・アンナ",
    "남궁 하늘",
    "Ana 👩🏽\u{200D}💻 Ruiz",
    "Ọlá\u{300}jídé Àkànbí",
];

/// Packets by the names of their files.
pub fn packets() -> Vec<(&'static str, Packet)> {
    let mut empty = people::packet();
    empty.panel.clear();
    empty.matrix.clear();
    empty.scorecards.clear();
    let mut long = people::packet();
    let text: String = (1..).map(|n| format!("word{n} ")).take(6000).collect();
    note(&mut long, [&text[..50_000]]);
    let mut names = people::packet();
    names.candidate = NAMES.join(" / ");
    for (member, name) in names.panel.iter_mut().zip(NAMES.iter().cycle().skip(9)) {
        (*name).clone_into(&mut member.interviewer);
        member.reason = format!("{name} says: {name}.");
    }
    note(&mut names, NAMES);
    vec![("empty", empty), ("long-note", long), ("names", names)]
}

/// Makes these the notes on the first interview as a whole.
fn note<'t>(packet: &mut Packet, texts: impl IntoIterator<Item = &'t str>) {
    let like = packet.scorecards[0].general[0].clone();
    let entry = |text: &str| Entry { text: text.to_owned(), ..like.clone() };
    packet.scorecards[0].general = texts.into_iter().map(entry).collect();
}

/// A guide of two questions, one of which has nothing but a name.
pub fn guide() -> Guide {
    let anchors = |text: &str| {
        Level::ALL.into_iter().map(|level| GuideAnchor { level, text: text.to_owned() }).collect::<Vec<_>>()
    };
    let full = GuideQuestion {
        number: 1,
        title: "A slow report".to_owned(),
        section: "Craft".to_owned(),
        competency: "Diagnosis".to_owned(),
        minutes: 10,
        required: true,
        prompt: "A report took 2 seconds and now takes 40. What do you do first?".to_owned(),
        probes: vec!["What if nothing was deployed?".to_owned(), NAMES[11].to_owned()],
        indicators: vec!["Measures before changing".to_owned(), NAMES[9].to_owned()],
        red_flags: vec!["Restarts things and hopes".to_owned()],
        anchors: anchors("Says what would show it."),
    };
    let bare = GuideQuestion {
        number: 2,
        title: NAMES[15].to_owned(),
        section: String::new(),
        competency: String::new(),
        minutes: 0,
        required: false,
        prompt: NAMES[21].to_owned(),
        probes: Vec::new(),
        indicators: Vec::new(),
        red_flags: Vec::new(),
        anchors: anchors(""),
    };
    Guide {
        signer: None,
        kit: "Systems and incidents".to_owned(),
        version: 2,
        hash: "5d1f0c2b9a7e4d3608c1b2a3948576f0e1d2c3b4a5968778695a4b3c2d1e0f90".to_owned(),
        made_at: jiff::civil::date(2026, 3, 10).at(9, 5, 0, 0),
        role: "Senior engineer".to_owned(),
        level: "senior".to_owned(),
        slot_minutes: 60,
        planned_minutes: 10,
        opening: "Welcome. [Say your name.]".to_owned(),
        closing: "Thank you.".to_owned(),
        questions: vec![full, bare],
    }
}
