//! What must not be known of a candidate: there is no field for it, so nothing may carry it in.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_tabular::key;

/// A kind of thing that is never kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Protected {
    /// How old the person is.
    Age,
    /// When, or where, the person was born.
    BirthDate,
    /// Sex, gender, pronouns.
    Gender,
    /// Whether the person is married.
    MaritalStatus,
    /// How the person looks.
    Photo,
    /// Children, relatives, pregnancy.
    Family,
    /// Race, ethnic group, nationality.
    Origin,
    /// What the person believes.
    Religion,
    /// Disability, health, military service.
    Disability,
}

/// Words that name such a thing wherever they stand in a heading.
const WORDS: &[(Protected, &[&str])] = &[
    (Protected::Age, &["age", "edad", "idade", "wiek", "leeftijd", "eta"]),
    (
        Protected::BirthDate,
        &[
            "birth",
            "birthday",
            "birthdate",
            "birthplace",
            "birthyear",
            "bday",
            "dob",
            "born",
            "geburtsdatum",
            "geburtstag",
            "geburtsort",
            "geburtsjahr",
            "naissance",
            "nacimiento",
            "nascimento",
            "nascita",
            "urodzenia",
            "geboortedatum",
        ],
    ),
    (
        Protected::Gender,
        &[
            "gender",
            "sex",
            "geschlecht",
            "sexe",
            "sexo",
            "sesso",
            "genero",
            "plec",
            "geslacht",
            "pronouns",
            "pronoun",
            "gramgender",
        ],
    ),
    (
        Protected::MaritalStatus,
        &["marital", "married", "spouse", "anniversary", "familienstand", "zivilstand", "civil", "matrimonial"],
    ),
    (
        Protected::Photo,
        &["photo", "photograph", "picture", "image", "avatar", "headshot", "foto", "bild", "lichtbild", "zdjecie"],
    ),
    (Protected::Family, &["children", "kids", "kinder", "pregnant", "pregnancy", "enfants", "hijos"]),
    (
        Protected::Origin,
        &[
            "ethnicity",
            "ethnic",
            "nationality",
            "citizenship",
            "staatsangehorigkeit",
            "nationalite",
            "nacionalidad",
            "hispanic",
        ],
    ),
    (Protected::Religion, &["religion", "religious", "konfession", "religione"]),
    (Protected::Disability, &["disability", "disabled", "veteran", "behinderung", "handicap", "discapacidad"]),
];

/// Headings that are such a thing as a whole, though their words may stand in others.
const WHOLE: &[(Protected, &[&str])] = &[
    (Protected::Age, &["alter", "years old"]),
    (Protected::Gender, &["genre", "genere", "m f", "anrede"]),
    (Protected::MaritalStatus, &["situation familiale", "familienverhaltnisse"]),
    (Protected::Origin, &["race", "race ethnicity"]),
];

/// Parts of headings in scripts that do not part words.
const PARTS: &[(Protected, &[&str])] = &[
    (Protected::Age, &["年齢", "年龄", "나이", "возраст"]),
    (Protected::BirthDate, &["生年月日", "誕生日", "出生", "생년월일", "рожд", "الميلاد"]),
    (Protected::Gender, &["性別", "性别", "성별", "الجنس"]),
    (Protected::MaritalStatus, &["婚姻", "配偶", "결혼", "семейн"]),
    (Protected::Photo, &["写真", "照片", "사진", "фото"]),
    (Protected::Origin, &["国籍", "民族", "국적", "национальн"]),
];

impl Protected {
    /// What a heading, or the name of a field, says of a person that must not be known.
    pub(crate) fn of(heading: &str) -> Option<Self> {
        let key = key(heading);
        let first = |table: &[(Self, &[&str])], is: &dyn Fn(&str) -> bool| {
            table.iter().find(|(_, words)| words.iter().any(|word| is(word))).map(|(kind, _)| *kind)
        };
        first(WHOLE, &|name| key == name)
            .or_else(|| first(WORDS, &|word| key.split(' ').any(|of_key| of_key == word)))
            .or_else(|| Self::of_unparted(heading))
    }

    /// The same by what stands anywhere in a text, in scripts that do not part words.
    pub(crate) fn of_unparted(text: &str) -> Option<Self> {
        // The composed form: Hangul and kana with marks are taken apart in keys.
        let written = text.to_lowercase();
        PARTS.iter().find(|(_, parts)| parts.iter().any(|part| written.contains(part))).map(|(kind, _)| *kind)
    }

    /// "no birth dates", as in "the workbench keeps …".
    pub(crate) fn never(self) -> &'static str {
        match self {
            Self::Age => "no ages",
            Self::BirthDate => "no birth dates or places",
            Self::Gender => "no gender and no pronouns",
            Self::MaritalStatus => "no marital status",
            Self::Photo => "no photos",
            Self::Family => "nothing about a candidate's family",
            Self::Origin => "no origin and no nationality",
            Self::Religion => "no religion",
            Self::Disability => "nothing about disability or service",
        }
    }
}
