//! What is given from outside, so that tests and the command line can fix it: the clock, chance, the disk, the keys.

use std::{
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

use jiff::{Timestamp, tz::TimeZone};
use sha2::{Digest, Sha256};
pub use workbench_keychain::{Secret as KeychainSecret, Trouble};
pub use workbench_vault::Cost;
use workbench_vault::KeyFile;

use crate::failure::Failure;

/// Tells the time.
pub trait Clock: Send + Sync {
    /// The time now; the store keeps milliseconds.
    fn now(&self) -> Timestamp;
    /// The zone in which people here read times.
    fn zone(&self) -> TimeZone;
    /// Whether somebody typed the time: nothing is signed as of it but what is about people who are made up.
    fn is_typed(&self) -> bool {
        false
    }
}

/// Gives bytes by chance.
pub trait Chance: Send + Sync {
    /// Fills `bytes`.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    fn fill(&self, bytes: &mut [u8]) -> Result<(), Failure>;
}

/// Writes files that a person asked for.
pub trait Disk: Send + Sync {
    /// Writes a file so that a reader sees either the old content or the new, never a part.
    ///
    /// # Errors
    /// `cannot_write` with the reason; the old file stays whole.
    fn write_whole(&self, path: &Path, bytes: &[u8]) -> Result<(), Failure>;
    /// Makes a folder with these files, each with its name, in which `/` stands for a folder within: all of it or nothing.
    ///
    /// # Errors
    /// `cannot_write` with the reason, also where something is at that place already.
    fn write_folder(&self, path: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Failure>;
}

/// Keeps the key file of a data folder.
pub trait Keys: Send + Sync {
    /// What the key file says; none where there is no such file.
    ///
    /// # Errors
    /// `cannot_open` when it cannot be read, or is not one.
    fn read(&self, folder: &Path) -> Result<Option<KeyFile>, Failure>;
    /// Writes the key file whole; the old one stays until the new one is durable.
    ///
    /// # Errors
    /// `cannot_open` when it cannot be written.
    fn write(&self, folder: &Path, content: &KeyFile) -> Result<(), Failure>;
}

/// The system's keychain. Its calls may take seconds, or as long as a person is asked to open it.
pub trait Keychain: Send + Sync {
    /// Whether a secret could be kept now, without a question to anybody.
    ///
    /// # Errors
    /// Why not.
    fn look(&self) -> Result<(), Trouble>;
    /// Gives the secret of that name. `ask` lets the system ask its person to open a locked keychain.
    ///
    /// # Errors
    /// Why it does not.
    fn get(&self, name: &str, ask: bool) -> Result<KeychainSecret, Trouble>;
    /// Keeps a secret under that name and reads it back.
    ///
    /// # Errors
    /// Why it could not.
    fn put(&self, name: &str, secret: &KeychainSecret) -> Result<(), Trouble>;
    /// Forgets the secret of that name.
    ///
    /// # Errors
    /// Why it could not.
    fn remove(&self, name: &str) -> Result<(), Trouble>;
}

/// The keychain of this system.
pub struct SystemKeychain;

impl Keychain for SystemKeychain {
    fn look(&self) -> Result<(), Trouble> {
        workbench_keychain::look()
    }

    fn get(&self, name: &str, ask: bool) -> Result<KeychainSecret, Trouble> {
        workbench_keychain::get(name, ask)
    }

    fn put(&self, name: &str, secret: &KeychainSecret) -> Result<(), Trouble> {
        workbench_keychain::put(name, secret)
    }

    fn remove(&self, name: &str) -> Result<(), Trouble> {
        workbench_keychain::remove(name)
    }
}

/// All that is given from outside.
#[derive(Clone)]
pub struct Deps {
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Ids of new things.
    pub ids: Arc<Ids>,
    /// Chance.
    pub chance: Arc<dyn Chance>,
    /// Files that a person asked for.
    pub disk: Arc<dyn Disk>,
    /// The key file.
    pub keys: Arc<dyn Keys>,
    /// The system's keychain.
    pub keychain: Arc<dyn Keychain>,
    /// What a guess at a new passphrase costs.
    pub cost: Cost,
}

impl Deps {
    /// The real system: its clock, its randomness, its disk.
    #[must_use]
    pub fn system() -> Self {
        Self::with(Arc::new(SystemClock), Arc::new(SystemChance))
    }

    /// The real disk with a clock and chance of one's own.
    #[must_use]
    pub fn with(clock: Arc<dyn Clock>, chance: Arc<dyn Chance>) -> Self {
        Self {
            ids: Arc::new(Ids::new(clock.clone(), chance.clone())),
            clock,
            chance,
            disk: Arc::new(crate::disk::RealDisk),
            keys: Arc::new(crate::keys::KeyFolder),
            keychain: Arc::new(SystemKeychain),
            cost: Cost::REAL,
        }
    }
}

/// The system's clock.
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn zone(&self) -> TimeZone {
        TimeZone::system()
    }
}

/// A clock that starts at a given time and moves on by one second at each look, so that the order of things stays right.
pub struct FixedClock {
    next: Mutex<Timestamp>,
    zone: TimeZone,
    typed: bool,
}

impl FixedClock {
    /// A clock that starts at `start` and is read in `zone`.
    #[must_use]
    pub fn new(start: Timestamp, zone: TimeZone) -> Self {
        Self { next: Mutex::new(start), zone, typed: false }
    }

    /// The same, of somebody who typed the time.
    #[must_use]
    pub fn typed(start: Timestamp, zone: TimeZone) -> Self {
        Self { typed: true, ..Self::new(start, zone) }
    }

    /// Moves the clock to `time`.
    pub fn set(&self, time: Timestamp) {
        *self.next.lock().unwrap_or_else(PoisonError::into_inner) = time;
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        let now = *next;
        *next = now.checked_add(jiff::SignedDuration::from_secs(1)).unwrap_or(now);
        now
    }

    fn zone(&self) -> TimeZone {
        self.zone.clone()
    }

    fn is_typed(&self) -> bool {
        self.typed
    }
}

/// The system's randomness.
pub struct SystemChance;

impl Chance for SystemChance {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), Failure> {
        getrandom::fill(bytes).map_err(|error| Failure::bug(format!("The system gives no randomness: {error}.")))
    }
}

/// Chance that repeats: the same seed gives the same bytes. For demonstrations and tests, never for a real key.
pub struct SeededChance {
    seed: u64,
    count: Mutex<u64>,
}

impl SeededChance {
    /// Chance from a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self { seed, count: Mutex::new(0) }
    }
}

impl Chance for SeededChance {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), Failure> {
        let mut count = self.count.lock().unwrap_or_else(PoisonError::into_inner);
        for chunk in bytes.chunks_mut(32) {
            *count += 1;
            let block = Sha256::digest([self.seed.to_le_bytes(), count.to_le_bytes()].concat());
            chunk.copy_from_slice(&block[..chunk.len()]);
        }
        Ok(())
    }
}

/// Makes ids: `UUIDv7`, which sort by the time they were made (RFC 9562, section 5.7).
pub struct Ids {
    clock: Arc<dyn Clock>,
    chance: Arc<dyn Chance>,
    /// The last millisecond and counter used, so that two ids of one millisecond keep their order.
    last: Mutex<(u64, u16)>,
}

impl Ids {
    /// Ids from a clock and chance.
    #[must_use]
    pub fn new(clock: Arc<dyn Clock>, chance: Arc<dyn Chance>) -> Self {
        Self { clock, chance, last: Mutex::new((0, 0)) }
    }

    /// A new id made at `now`.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    pub fn at(&self, now: Timestamp) -> Result<String, Failure> {
        let mut random = [0; 10];
        self.chance.fill(&mut random)?;
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let millis = u64::try_from(now.as_millisecond()).unwrap_or(0);
        // RFC 9562, 6.2, method 1: a counter in rand_a. A clock set back does not set the ids back.
        *last = if millis > last.0 { (millis, 0) } else { (last.0 + u64::from(last.1 == 0xFFF), (last.1 + 1) & 0xFFF) };
        random[..2].copy_from_slice(&last.1.to_be_bytes());
        Ok(uuid::Builder::from_unix_timestamp_millis(last.0, &random).into_uuid().to_string())
    }

    /// A new id made now.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    pub fn new_id(&self) -> Result<String, Failure> {
        self.at(self.clock.now())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_sort_in_the_order_they_were_made() {
        let clock = Arc::new(FixedClock::new(Timestamp::UNIX_EPOCH, TimeZone::UTC));
        let ids = Ids::new(clock, Arc::new(SeededChance::new(1)));
        let now = "2026-11-22T10:00:00Z".parse().unwrap();
        let made: Vec<String> = (0..5000).map(|_| ids.at(now).unwrap()).collect();
        let mut sorted = made.clone();
        sorted.sort();
        sorted.dedup();
        assert_eq!(made, sorted);
        assert!(made[0].contains("-7"), "{}", made[0]);
    }
}
