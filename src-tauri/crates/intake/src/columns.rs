//! Which column of a table says what, by its heading.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_tabular::key;

use crate::protected::Protected;

/// What a column can say of a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "CandidateField")]
pub enum Field {
    /// The whole name.
    Name,
    /// The given name; several columns are joined.
    GivenName,
    /// The family name; likewise.
    FamilyName,
    /// How to say the name.
    SpokenName,
    /// The e-mail address.
    Email,
    /// The telephone number.
    Phone,
    /// Where the candidate works now.
    Company,
    /// What the candidate works as.
    Title,
    /// Where the application came from.
    Source,
    /// Where the candidate lives.
    Location,
    /// An address on the web.
    Link,
    /// Anything else.
    Notes,
}

impl Field {
    /// Every field, in the order of a form.
    pub const ALL: [Self; 12] = [
        Self::Name,
        Self::GivenName,
        Self::FamilyName,
        Self::SpokenName,
        Self::Email,
        Self::Phone,
        Self::Company,
        Self::Title,
        Self::Source,
        Self::Location,
        Self::Link,
        Self::Notes,
    ];

    /// Headings that say it, as [`key`] writes them.
    fn headings(self) -> &'static [&'static str] {
        match self {
            Self::Name => &[
                "name",
                "full name",
                "candidate",
                "candidate name",
                "applicant",
                "applicant name",
                "display name",
                "bewerber",
                "kandidat",
                "nom complet",
                "nombre completo",
                "nome completo",
                "氏名",
                "名前",
                "姓名",
                "imie i nazwisko",
            ],
            Self::GivenName => &[
                "first name",
                "firstname",
                "given name",
                "forename",
                "first",
                "given",
                "middle name",
                "vorname",
                "prenom",
                "nombre",
                "imie",
                "voornaam",
                "名",
            ],
            Self::FamilyName => &[
                "last name",
                "lastname",
                "family name",
                "surname",
                "last",
                "family",
                "nachname",
                "familienname",
                "nom",
                "nom de famille",
                "apellido",
                "apellidos",
                "cognome",
                "nazwisko",
                "achternaam",
                "姓",
            ],
            Self::SpokenName => {
                &["spoken name", "pronunciation", "name pronunciation", "phonetic name", "aussprache", "ふりがな"]
            }
            Self::Email => &[
                "email",
                "e mail",
                "mail",
                "email address",
                "e mail address",
                "e mail adresse",
                "primary email",
                "work email",
                "personal email",
                "courriel",
                "correo",
                "correo electronico",
                "メール",
                "邮箱",
            ],
            Self::Phone => &[
                "phone",
                "telephone",
                "tel",
                "mobile",
                "cell",
                "phone number",
                "mobile number",
                "mobile phone",
                "telefon",
                "telefonnummer",
                "handy",
                "mobil",
                "telefono",
                "telefone",
                "portable",
                "primary phone",
                "電話番号",
                "电话",
            ],
            Self::Company => &[
                "company",
                "current company",
                "employer",
                "current employer",
                "organization",
                "organisation",
                "firma",
                "unternehmen",
                "arbeitgeber",
                "entreprise",
                "empresa",
                "azienda",
                "firma obecna",
                "会社",
                "公司",
            ],
            Self::Title => &[
                "title",
                "job title",
                "current title",
                "position",
                "current position",
                "role",
                "headline",
                "occupation",
                "berufsbezeichnung",
                "stelle",
                "poste",
                "cargo",
                "puesto",
                "stanowisko",
                "functie",
                "役職",
                "职位",
            ],
            Self::Source => &[
                "source",
                "candidate source",
                "application source",
                "referred by",
                "referrer",
                "referral",
                "quelle",
                "channel",
                "origine",
                "fuente",
                "zrodlo",
            ],
            Self::Location => &[
                "location", "city", "town", "country", "ort", "stadt", "ville", "ciudad", "miasto", "place", "address",
            ],
            Self::Link => &[
                "link",
                "links",
                "url",
                "website",
                "web site",
                "homepage",
                "linkedin",
                "linked in",
                "linkedin url",
                "linkedin profile",
                "github",
                "git hub",
                "portfolio",
                "profile",
                "profile url",
                "webseite",
            ],
            Self::Notes => &[
                "notes",
                "note",
                "comment",
                "comments",
                "remarks",
                "remark",
                "summary",
                "about",
                "notizen",
                "notiz",
                "bemerkung",
                "bemerkungen",
                "kommentar",
                "commentaire",
                "notas",
                "uwagi",
                "備考",
                "备注",
            ],
        }
    }

    /// What a heading says.
    pub(crate) fn of(heading: &str) -> Option<Self> {
        let key = key(heading);
        let key = key.strip_prefix("candidate ").filter(|rest| !rest.is_empty() && *rest != "name").unwrap_or(&key);
        let is = |name: &&str| *name == key || self::key(name) == key;
        Self::ALL.into_iter().find(|field| field.headings().iter().any(is))
    }
}

/// A column, and what it was taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "CandidateColumn")]
pub struct Column {
    /// Its heading; "Column 3" where there is none.
    pub name: String,
    /// What it says; none where it goes into the notes under its heading.
    pub field: Option<Field>,
    /// What it says that must not be known, so that it was dropped.
    pub dropped: Option<Protected>,
    /// Up to three of its values, none of a column that was dropped.
    pub samples: Vec<String>,
}
