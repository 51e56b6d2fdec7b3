//! Which option or command helps, where something was refused. The core's sentences name none: the window has its own ways.

use workbench_app::failure::{Code, Failure};

use crate::args::{GuideWhat, PacketWhat, What};

/// Where the ids of things are listed, by the word that the core has for them.
const LISTED: [(&str, &str); 7] = [
    ("candidate", "workbench candidate list"),
    ("interview", "workbench interview list"),
    ("question", "workbench question list"),
    ("role", "workbench call role_list"),
    ("kit", "workbench call kit_list"),
    ("round", "workbench call round_list"),
    ("rule", "workbench retention rules"),
];

/// The failure with what helps at the command line; as it is where nothing does, and for `call`, which gives the core's own
/// words.
pub(crate) fn helped(what: &What, failure: Failure) -> Failure {
    let help = match what {
        What::Call(_) => None,
        _ if of_damage(&failure) => Some(RESCUE.to_owned()),
        What::Packet(PacketWhat::Export { .. }) | What::Guide(GuideWhat::Export { .. }) | What::Compare(_) => {
            listed(&failure).or_else(|| of_document(&failure).map(str::to_owned))
        }
        _ => listed(&failure),
    };
    match help {
        Some(help) => Failure { message: format!("{} {help}", failure.message), ..failure },
        None => failure,
    }
}

/// What to type where the database is damaged.
const RESCUE: &str = "To see what can be rescued: workbench rescue.";

/// Whether it failed since the database is damaged, and does not say yet what to type.
fn of_damage(failure: &Failure) -> bool {
    matches!(failure.code, Code::Damaged | Code::DamageFound) && !failure.message.contains("workbench rescue")
}

/// Where the ids are of what was not found.
fn listed(failure: &Failure) -> Option<String> {
    let noun = failure.message.strip_prefix("There is no ").filter(|_| failure.code == Code::NotFound)?;
    let (noun, _) = noun.split_once(" with the id ")?;
    let (_, list) = LISTED.iter().find(|(known, _)| *known == noun)?;
    Some(format!("To see the ids: {list}."))
}

/// What lets a document be written.
pub(crate) fn of_document(failure: &Failure) -> Option<&'static str> {
    match (failure.code, failure.field.as_deref()) {
        (Code::Undrawable, _) => Some("To print them as codes, add --accept-undrawable."),
        (Code::Invalid, Some("options.decisions")) => {
            Some("To see each place with its key: workbench packet check, with the same options.")
        }
        (_, Some("options.decisions")) => Some(
            "To see each place with its key: workbench packet check, with the same options. To decide, add --keep KEY or \
             --replace KEY, and --replace-rest for all others.",
        ),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_found_is_told_with_the_list_that_has_it() {
        let failure = Failure::new(Code::NotFound, "There is no kit with the id \"x\".");
        assert_eq!(listed(&failure).as_deref(), Some("To see the ids: workbench call kit_list."));
        let failure = Failure::new(Code::NotFound, "There is no version of the kit with the id \"x\".");
        assert_eq!(listed(&failure), None);
    }
}
