use super::told;
use crate::{Format, Keep, candidates};

#[test]
fn cards_of_both_versions_are_read() {
    let text = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Müller;Anna;Maria;Dr.;\r\nFN:Dr. Anna Mül\r\n ler\r\nORG:Acme\\, Inc.;R&D\r\n\
        TITLE:Engineer\r\nEMAIL;TYPE=INTERNET:second@example.org\r\nEMAIL;TYPE=INTERNET,PREF:anna@example.org\r\n\
        TEL;TYPE=CELL:+49 30 1\r\nADR;TYPE=HOME:;;Street 1;Berlin;;10115;Germany\r\nBDAY:1990-01-01\r\n\
        PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ\r\n SkZJRgAB\r\nNOTE:one\\ntwo\r\nitem1.URL:https://a.example\r\nEND:VCARD\r\n\
        BEGIN:VCARD\r\nVERSION:4.0\r\nN:山田;太郎;;;\r\nFN:山田 太郎\r\nX-PHONETIC-FIRST-NAME:Tarō\r\nX-PHONETIC-LAST-NAME:Yamada\r\n\
        GENDER:M\r\nTEL;VALUE=uri:tel:+81-3\r\nEND:VCARD\r\n";
    let read = candidates("people.vcf", text.as_bytes(), None, Keep::default());
    assert_eq!(read.format, Some(Format::VCard));
    let (anna, taro) = (&read.candidates[0], &read.candidates[1]);
    assert_eq!(
        (anna.name.as_str(), anna.contact.email.as_str()),
        ("Dr. Anna Müller", "anna@example.org"),
        "the preferred address"
    );
    assert_eq!((anna.contact.company.as_str(), anna.contact.location.as_str()), ("Acme, Inc., R&D", "Berlin, Germany"));
    assert_eq!(anna.contact.notes, "E-mail: second@example.org\none\ntwo");
    assert_eq!(
        (taro.name.as_str(), taro.spoken_name.as_str(), taro.contact.phone.as_str()),
        ("山田 太郎", "Tarō Yamada", "+81-3")
    );
    let told = told(&read.problems);
    assert_eq!(told.len(), 3, "birth date, photo, gender: {told:?}");
    assert!(told[0].starts_with("people.vcf:12 “BDAY” was left out (once)"), "{told:?}");
}

#[test]
fn the_old_quoted_printable_is_read_and_told() {
    let text = "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;Ren=C3=A9e\r\n\
        NOTE;QUOTED-PRINTABLE:eins =\r\nzwei\r\nTEL;WORK;VOICE:1\r\nEND:VCARD\r\n";
    let read = candidates("old.vcf", text.as_bytes(), None, Keep::default());
    assert_eq!(
        (read.candidates[0].name.as_str(), read.candidates[0].contact.notes.as_str()),
        ("Renée Müller", "eins zwei")
    );
    let told = told(&read.problems);
    assert_eq!(told.len(), 1, "said once a card: {told:?}");
    assert!(told[0].contains("vCard 2.1 writes this text as quoted-printable"), "{told:?}");
}

#[test]
fn a_card_that_is_cut_off_or_nameless_is_told_and_the_others_stay() {
    let text = "BEGIN:VCARD\nEMAIL:a@x.org\nEND:VCARD\nBEGIN:VCARD\nN:Li;Wei\nEND:VCARD\nBEGIN:VCARD\nFN:Cut";
    let read = candidates("x.vcf", text.as_bytes(), None, Keep::default());
    assert_eq!(read.candidates.len(), 1);
    assert_eq!(read.candidates[0].name, "Wei Li");
    let told = told(&read.problems);
    assert!(
        told[0].starts_with("x.vcf:1 The name is empty") && told[1].starts_with("x.vcf:7 This card has no END"),
        "{told:?}"
    );
}
