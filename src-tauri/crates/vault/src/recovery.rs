//! The recovery key: 140 random bits to be printed and typed in again, in seven groups of which each checks itself.

use zeroize::Zeroizing;

use crate::Fill;

/// Digits and letters that are not taken for one another (Crockford's base 32: no I, L, O, U).
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUPS: usize = 7;
/// Signs of a group that carry the key; one more checks them.
const CARRY: usize = 4;

/// A recovery key. Wiped from memory when dropped; it is shown by [`RecoveryKey::printed`] alone.
pub struct RecoveryKey(Zeroizing<[u8; GROUPS * CARRY]>);

/// Why what was typed is no recovery key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecoveryRefused {
    /// Too few or too many signs.
    #[error("A recovery key has 7 groups of 5 signs, so 35; this has {0}.")]
    Length(usize),
    /// A sign that no recovery key has.
    #[error("Group {group} has the sign \u{2068}{sign}\u{2069}, which no recovery key has. Look at that group again.")]
    Sign {
        /// Which group, from 1.
        group: usize,
        /// The sign.
        sign: char,
    },
    /// A group whose check does not fit.
    #[error("Group {0} is mistyped, or stands in another's place. Look at that group again.")]
    Group(usize),
}

impl RecoveryKey {
    /// A new one, by chance.
    ///
    /// # Errors
    /// What `fill` says.
    pub fn make<E>(fill: Fill<'_, E>) -> Result<Self, E> {
        let mut signs = Zeroizing::new([0; GROUPS * CARRY]);
        fill(&mut *signs)?;
        for sign in signs.iter_mut() {
            *sign &= 31; // 32 divides 256, so every sign is as likely
        }
        Ok(Self(signs))
    }

    /// As it is shown: seven groups of five, with hyphens.
    #[must_use]
    pub fn printed(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(GROUPS * (CARRY + 2)));
        for (number, group) in self.0.chunks(CARRY).enumerate() {
            if number > 0 {
                text.push('-');
            }
            for sign in group.iter().chain([&check(number, group)]) {
                text.push(char::from(SIGNS[usize::from(*sign)]));
            }
        }
        text
    }

    /// Reads what was typed: small letters, spaces and hyphens do not matter, and O, I and L are read as 0, 1 and 1.
    ///
    /// # Errors
    /// [`RecoveryRefused`], naming the group with the mistake.
    pub fn read(typed: &str) -> Result<Self, RecoveryRefused> {
        let mut read = Zeroizing::new(Vec::with_capacity(typed.len()));
        for sign in typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{2010}'..='\u{2015}' | '_')) {
            let group = read.len() / (CARRY + 1) + 1;
            read.push(value(sign).ok_or(RecoveryRefused::Sign { group, sign })?);
        }
        if read.len() != GROUPS * (CARRY + 1) {
            return Err(RecoveryRefused::Length(read.len()));
        }
        let mut signs = Zeroizing::new([0; GROUPS * CARRY]);
        for (number, (typed, kept)) in read.chunks(CARRY + 1).zip(signs.chunks_mut(CARRY)).enumerate() {
            kept.copy_from_slice(&typed[..CARRY]);
            if check(number, kept) != typed[CARRY] {
                return Err(RecoveryRefused::Group(number + 1));
            }
        }
        Ok(Self(signs))
    }

    /// What the key that wraps is made of.
    pub(crate) fn secret(&self) -> &[u8] {
        &*self.0
    }
}

impl std::fmt::Debug for RecoveryKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoveryKey(hidden)")
    }
}

fn value(sign: char) -> Option<u8> {
    let sign = match sign.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let at = SIGNS.iter().position(|known| char::from(*known) == sign)?;
    u8::try_from(at).ok()
}

/// The group's check: its signs, each times another power of 2 in the field of 32 elements (x⁵ + x² + 1), and the group's
/// place. It finds every single wrong sign, every two signs exchanged, and every two groups exchanged.
fn check(number: usize, group: &[u8]) -> u8 {
    let mut sum = u8::try_from(number + 1).unwrap_or_default();
    let weights = group.iter().rev().scan(1_u8, |power, sign| {
        *power = twice(*power);
        Some(times(*sign, *power))
    });
    for part in weights {
        sum ^= part;
    }
    sum
}

fn twice(element: u8) -> u8 {
    let doubled = element << 1;
    if doubled & 32 == 0 { doubled } else { (doubled & 31) ^ 0b00101 }
}

fn times(a: u8, b: u8) -> u8 {
    let (mut product, mut power) = (0, a);
    for bit in 0..5 {
        if b >> bit & 1 == 1 {
            product ^= power;
        }
        power = twice(power);
    }
    product
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;

    fn key(seed: u8) -> RecoveryKey {
        let fill = |bytes: &mut [u8]| {
            let mut state = seed;
            for byte in bytes {
                state = state.wrapping_mul(73).wrapping_add(29);
                *byte = state;
            }
            Ok::<_, Infallible>(())
        };
        RecoveryKey::make(&fill).unwrap()
    }

    #[test]
    fn it_is_read_back_as_people_type_it() {
        let printed = key(1).printed();
        assert_eq!(printed.split('-').map(str::len).collect::<Vec<_>>(), [5; 7], "{}", *printed);
        let sloppy = printed.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        assert_eq!(RecoveryKey::read(&sloppy).unwrap().secret(), key(1).secret());
    }

    #[test]
    fn every_wrong_sign_is_named_by_its_group() {
        let printed = key(2).printed();
        for (at, was) in printed.char_indices().filter(|(_, c)| *c != '-') {
            for sign in SIGNS.iter().map(|sign| char::from(*sign)).filter(|sign| *sign != was) {
                let mut wrong = printed.to_string();
                wrong.replace_range(at..=at, &sign.to_string());
                assert_eq!(RecoveryKey::read(&wrong).unwrap_err(), RecoveryRefused::Group(at / 6 + 1), "{wrong}");
            }
        }
    }

    #[test]
    fn exchanged_signs_and_groups_are_found() {
        let printed = key(3).printed();
        let groups: Vec<&str> = printed.split('-').collect();
        for (a, b) in (0..7).flat_map(|a| (0..a).map(move |b| (a, b))) {
            let mut wrong = groups.clone();
            wrong.swap(a, b);
            assert!(groups[a] == groups[b] || RecoveryKey::read(&wrong.join("-")).is_err(), "groups {a} and {b}");
        }
        let flat: Vec<char> = printed.chars().filter(|c| *c != '-').collect();
        for at in (0..34).filter(|at| at % 5 != 4 && flat[*at] != flat[at + 1]) {
            let mut wrong = flat.clone();
            wrong.swap(at, at + 1);
            let wrong: String = wrong.into_iter().collect();
            assert_eq!(RecoveryKey::read(&wrong).unwrap_err(), RecoveryRefused::Group(at / 5 + 1), "{wrong}");
        }
    }

    #[test]
    fn what_is_no_key_at_all_is_said_in_words() {
        assert_eq!(RecoveryKey::read("").unwrap_err(), RecoveryRefused::Length(0));
        assert_eq!(RecoveryKey::read("ABCD").unwrap_err(), RecoveryRefused::Length(4));
        let refused = RecoveryKey::read("00000-00ü00").unwrap_err();
        assert_eq!(refused, RecoveryRefused::Sign { group: 2, sign: 'ü' });
        assert!(!format!("{:?}", key(1)).contains(key(1).printed().as_str()));
    }
}
