//! What is known of a document's file, in sentences.

use workbench_domain::text::{count, isolate};

use super::{DataState, Pages, SignatureState, Verified};

/// The weightiest first. `told` says that a key was named to be expected; `problem` is why the data cannot be read; `cut` that the
/// file has no end, where a signature would stand.
pub(super) fn says(verified: &Verified, told: bool, problem: Option<String>, cut: bool) -> Vec<String> {
    let mut says = Vec::new();
    let (name, fingerprint) = match &verified.signer {
        Some(signer) => (signer.name.as_deref().filter(|name| !name.is_empty()), signer.fingerprint.as_str()),
        None => (None, ""),
    };
    let by = name.map_or_else(String::new, |name| format!(" by {}", isolate(name)));
    says.push(match verified.signature {
        _ if cut => "It is cut off: its end is missing. Do not rely on it: get it again.".to_owned(),
        SignatureState::Unsigned => "Unsigned: nobody vouches for who made it.".to_owned(),
        SignatureState::Whole => "Whole: not one byte was changed since it was signed.".to_owned(),
        SignatureState::Changed => "Changed after it was signed: do not rely on it. Ask for the original.".to_owned(),
        SignatureState::AppendedTo => format!(
            "Added to after it was signed, by {}: a viewer may show what was added in place of what was signed. Ask for the \
             original.",
            count(verified.appended_bytes, "byte")
        ),
        SignatureState::TakenOut => {
            "Its signature was taken out: it says that it was signed, and there is none. Do not rely on it.".to_owned()
        }
        SignatureState::OtherKey => {
            "Signed with another key than the one that it names: do not rely on it. Ask for the original.".to_owned()
        }
        SignatureState::Several => "It has more than one signature: do not rely on it. Ask for the original.".to_owned(),
    });
    if matches!(verified.signature, SignatureState::Whole | SignatureState::AppendedTo) {
        says.push(format!("Signed{by}, key fingerprint {fingerprint}."));
        let known = verified.signer.as_ref().is_some_and(|signer| signer.known);
        says.push(match (known, told) {
            (true, true) => "That is the fingerprint that you gave.".to_owned(),
            (true, false) => "That is your own key.".to_owned(),
            (false, true) => "That is NOT the fingerprint that you gave.".to_owned(),
            (false, false) => {
                "The key is not known here, and the name is what its owner wrote. Ask them to read out their fingerprint."
                    .to_owned()
            }
        });
    } else if !fingerprint.is_empty() {
        says.push(format!("It claims to be signed{by}, key fingerprint {fingerprint}. Nothing proves that."));
    } else if told {
        says.push("It is NOT signed with the key whose fingerprint you gave.".to_owned());
    }
    says.extend(problem);
    let hash = verified.data_sha256.as_deref().unwrap_or_default();
    says.extend(match verified.data {
        DataState::Whole => Some(format!("The data in it have the hash that it names, SHA-256 {hash}.")),
        DataState::NotTheSame => {
            Some(format!("The data in it are NOT those that its pages name. Their SHA-256 is {hash}."))
        }
        DataState::Unreadable | DataState::Encrypted => None,
    });
    says.extend(match verified.pages {
        Pages::Same => Some("The pages say what the data say: drawn again, the file is the same to the byte.".to_owned()),
        Pages::NotTheSame => Some(
            "The pages could not be drawn again to the same file: it was changed, or drawn with other fonts or by another \
             version."
                .to_owned(),
        ),
        Pages::Unknown => None,
    });
    says
}
