use std::{cell::Cell, convert::Infallible};

use serde_json::Value;

use super::*;
use crate::{Cost, LastWay, RecoveryKey, UnlockRefused, Way, check_passphrase, keychain_secret};

const DATABASE: [u8; 16] = [7; 16];
const PASSPHRASE: &str = "correct horse battery";

/// Chance that repeats, from a place of its own for each file.
fn chance(start: u8) -> impl Fn(&mut [u8]) -> Result<(), Infallible> {
    let state = Cell::new(u32::from(start) + 1);
    move |bytes| {
        for byte in bytes {
            state.set(state.get().wrapping_mul(1_664_525).wrapping_add(1_013_904_223));
            *byte = state.get().to_be_bytes()[0];
        }
        Ok(())
    }
}

fn made(start: u8) -> (Wrapped, RecoveryKey, Key) {
    let key = Key::new([start; 32]);
    let (wrapped, printed) =
        Wrapped::make(&key, DATABASE, Way::Passphrase(PASSPHRASE, Cost::CHEAPEST), &chance(start)).unwrap();
    (wrapped, printed, key)
}

fn file(wrapped: &Wrapped) -> KeyFile {
    KeyFile::Wrapped { wrapped: wrapped.clone(), tries: Tries::default(), locked: false, moving: None }
}

fn reread(bytes: &[u8]) -> Wrapped {
    match KeyFile::read(bytes).unwrap() {
        KeyFile::Wrapped { wrapped, .. } => wrapped,
        KeyFile::Bare(_) => panic!("it is wrapped"),
    }
}

#[test]
fn the_passphrase_and_the_recovery_key_give_the_key_and_nothing_else_does() {
    let (wrapped, printed, key) = made(1);
    let wrapped = reread(&file(&wrapped).write());
    assert_eq!(*wrapped.unlock(PASSPHRASE).unwrap(), *key);
    assert_eq!(*wrapped.recover(&RecoveryKey::read(&printed.printed()).unwrap()).unwrap(), *key);
    for wrong in ["", "correct horse batter", "correct horse batterY", "correct horse battery "] {
        assert_eq!(wrapped.unlock(wrong).unwrap_err(), UnlockRefused::Wrong, "{wrong:?}");
    }
    assert_eq!(wrapped.recover(&made(2).1).unwrap_err(), UnlockRefused::Wrong);
    assert!(wrapped.is_of(DATABASE) && !wrapped.is_of([8; 16]));
}

#[test]
fn neither_the_key_nor_a_way_in_stands_in_the_file() {
    let (wrapped, printed, key) = made(3);
    let text = String::from_utf8(file(&wrapped).write().to_vec()).unwrap();
    assert!(!text.contains(&hexadecimal(&*key)) && !text.contains(PASSPHRASE));
    assert!(!text.contains(printed.printed().as_str()));
}

#[test]
fn a_new_passphrase_shuts_the_old_one_out_and_keeps_the_recovery_key() {
    let (wrapped, printed, key) = made(4);
    let changed = wrapped.with(&key, Way::Passphrase("another long one", Cost::CHEAPEST), &chance(40)).unwrap();
    assert_eq!(changed.unlock(PASSPHRASE).unwrap_err(), UnlockRefused::Wrong);
    assert_eq!(*changed.unlock("another long one").unwrap(), *key);
    assert_eq!(*changed.recover(&printed).unwrap(), *key);
}

#[test]
fn a_new_recovery_key_shuts_the_old_one_out_and_keeps_the_passphrase() {
    let (wrapped, old, key) = made(5);
    let (changed, new) = wrapped.with_recovery(&key, &chance(50)).unwrap();
    assert_eq!(changed.recover(&old).unwrap_err(), UnlockRefused::Wrong);
    assert_eq!(*changed.recover(&new).unwrap(), *key);
    assert_eq!(*changed.unlock(PASSPHRASE).unwrap(), *key);
}

#[test]
fn letters_composed_in_another_way_are_the_same_passphrase() {
    let key = Key::new([6; 32]);
    let (wrapped, _) =
        Wrapped::make(&key, DATABASE, Way::Passphrase("Übergröße 10", Cost::CHEAPEST), &chance(6)).unwrap();
    assert!(wrapped.unlock("U\u{308}bergro\u{308}ße 10").is_ok());
}

/// Every text in a JSON value, by its path.
fn places(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| places(value, &format!("{path}/{name}"), found))
        }
        _ => found.push(path.to_owned()),
    }
}

#[test]
fn an_edited_file_opens_by_nothing_or_says_that_it_was_edited() {
    let (wrapped, printed, key) = made(7);
    let secret = keychain_secret(&chance(70)).unwrap();
    let wrapped = wrapped.with(&key, Way::Keychain(&secret), &chance(71)).unwrap();
    let good: Value = serde_json::from_slice(&file(&wrapped).write()).unwrap();
    let mut found = Vec::new();
    places(&good["keys"], "/keys", &mut found);
    assert_eq!(found.len(), 16, "{found:?}");
    for place in found {
        let mut edited = good.clone();
        let value = edited.pointer_mut(&place).unwrap();
        *value = match &*value {
            Value::String(text) => {
                let turned = if text.starts_with('0') { "1" } else { "0" };
                Value::String(format!("{turned}{}", &text[1..]))
            }
            number => Value::from(number.as_u64().unwrap() + 1),
        };
        let read = reread(edited.to_string().as_bytes());
        assert!(read.unlock(PASSPHRASE).is_err(), "{place}: the passphrase opened it");
        assert!(read.recover(&printed).is_err(), "{place}: the recovery key opened it");
        assert!(read.open_by_keychain(&secret).is_err(), "{place}: the keychain opened it");
        let way_untouched = place.starts_with("/keys/recovery") || place == "/keys/database";
        if way_untouched || place == "/keys/nonce" || place == "/keys/mark" {
            assert_eq!(read.unlock(PASSPHRASE).unwrap_err(), UnlockRefused::Edited, "{place}");
        }
    }
}

#[test]
fn a_wrap_of_another_file_does_not_fit() {
    let (one, other) = (made(8).0, made(9).0);
    let mut mixed: Value = serde_json::from_slice(&file(&one).write()).unwrap();
    let donor: Value = serde_json::from_slice(&file(&other).write()).unwrap();
    mixed["keys"]["passphrase"] = donor["keys"]["passphrase"].clone();
    let mixed = reread(mixed.to_string().as_bytes());
    assert_eq!(
        mixed.unlock(PASSPHRASE).unwrap_err(),
        UnlockRefused::Wrong,
        "the passphrase is the same, the file is not"
    );
}

#[test]
fn a_file_that_asks_for_all_memory_is_not_obeyed() {
    let (wrapped, ..) = made(10);
    for (memory, passes, lanes) in [(u32::MAX, 1, 1), (8, u32::MAX, 1), (8, 1, 17), (0, 1, 1), (8, 0, 1), (8, 1, 0)] {
        let mut edited: Value = serde_json::from_slice(&file(&wrapped).write()).unwrap();
        edited["keys"]["passphrase"]["cost"] =
            serde_json::json!({"memory_kib": memory, "passes": passes, "lanes": lanes});
        let read = reread(edited.to_string().as_bytes());
        assert_eq!(read.unlock(PASSPHRASE).unwrap_err(), UnlockRefused::Edited, "{memory} {passes} {lanes}");
    }
}

#[test]
fn every_cut_is_damage_and_a_newer_format_is_named() {
    let bare = KeyFile::Bare(Bare { key: Key::new([1; 32]), store_made: true });
    for file in [bare, file(&made(11).0)] {
        let bytes = file.write();
        for length in 0..bytes.len() {
            assert_eq!(KeyFile::read(&bytes[..length]).err(), Some(KeyFileRefused::Damaged), "{length}");
        }
        assert_eq!(*KeyFile::read(&bytes).unwrap().write(), *bytes);
    }
    assert_eq!(KeyFile::read(br#"{"format":3}"#).err(), Some(KeyFileRefused::Newer(3)));
}

#[test]
fn short_and_idle_passphrases_are_refused_in_words() {
    assert!(check_passphrase("ninechars").unwrap_err().to_string().contains("at least 10 characters"));
    assert!(check_passphrase("aaaaaaaaaaaa").unwrap_err().to_string().contains("again and again"));
    assert!(check_passphrase(&"long ".repeat(1000)).is_err());
    assert_eq!(check_passphrase("短い十文字以上の合言葉です"), Ok(()));
}

#[test]
fn the_keychain_s_secret_gives_the_key_and_the_recovery_key_still_does() {
    let (key, secret) = (Key::new([12; 32]), keychain_secret(&chance(12)).unwrap());
    assert_ne!(*secret, *key);
    let (wrapped, printed) = Wrapped::make(&key, DATABASE, Way::Keychain(&secret), &chance(13)).unwrap();
    let text = String::from_utf8(file(&wrapped).write().to_vec()).unwrap();
    assert!(!text.contains(&hexadecimal(&*secret)) && !text.contains(&hexadecimal(&*key)));
    let wrapped = reread(text.as_bytes());
    assert!(wrapped.has_keychain() && !wrapped.has_passphrase());
    assert_eq!(*wrapped.open_by_keychain(&secret).unwrap(), *key);
    assert_eq!(*wrapped.recover(&printed).unwrap(), *key);
    assert_eq!(wrapped.unlock("").unwrap_err(), UnlockRefused::Wrong, "there is no passphrase");
    let other = keychain_secret(&chance(14)).unwrap();
    assert_eq!(wrapped.open_by_keychain(&other).unwrap_err(), UnlockRefused::Wrong);
    // The same secret is no recovery key of the file, and none of another.
    assert_eq!(made(15).0.open_by_keychain(&secret).unwrap_err(), UnlockRefused::Wrong);
}

#[test]
fn the_last_way_beside_the_recovery_key_is_never_taken_away() {
    let (wrapped, printed, key) = made(16);
    let secret = keychain_secret(&chance(17)).unwrap();
    let last = |taken: Result<Result<Wrapped, LastWay>, Infallible>| taken.unwrap().err();
    assert_eq!(last(wrapped.without_passphrase(&key, &chance(1))), Some(LastWay));
    let both = wrapped.with(&key, Way::Keychain(&secret), &chance(18)).unwrap();
    assert_eq!(*both.unlock(PASSPHRASE).unwrap(), *key);
    assert_eq!(*both.open_by_keychain(&secret).unwrap(), *key);
    let keychain = both.without_passphrase(&key, &chance(19)).unwrap().unwrap();
    assert_eq!(keychain.unlock(PASSPHRASE).unwrap_err(), UnlockRefused::Wrong);
    assert_eq!(last(keychain.without_keychain(&key, &chance(20))), Some(LastWay));
    let passphrase = both.without_keychain(&key, &chance(21)).unwrap().unwrap();
    assert_eq!(passphrase.open_by_keychain(&secret).unwrap_err(), UnlockRefused::Wrong);
    for left in [keychain, passphrase] {
        assert_eq!(*left.recover(&printed).unwrap(), *key);
    }
}

#[test]
fn a_way_cut_out_or_put_in_by_hand_is_noticed() {
    let (wrapped, printed, key) = made(22);
    let secret = keychain_secret(&chance(23)).unwrap();
    let both = wrapped.with(&key, Way::Keychain(&secret), &chance(24)).unwrap();
    let value = |wrapped: &Wrapped| serde_json::from_slice::<Value>(&file(wrapped).write()).unwrap();
    for way in ["passphrase", "keychain"] {
        let mut cut = value(&both);
        cut["keys"].as_object_mut().unwrap().remove(way).unwrap();
        assert_eq!(reread(cut.to_string().as_bytes()).recover(&printed).unwrap_err(), UnlockRefused::Edited, "{way}");
    }
    let mut put = value(&wrapped);
    put["keys"]["keychain"] = value(&both)["keys"]["keychain"].clone();
    let put = reread(put.to_string().as_bytes());
    assert_eq!(put.unlock(PASSPHRASE).unwrap_err(), UnlockRefused::Edited);
    assert_eq!(put.open_by_keychain(&secret).unwrap_err(), UnlockRefused::Edited);
}
