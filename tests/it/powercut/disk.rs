//! What a disk holds after the power was cut: what was synced is there; of everything since, any part may be.

use std::{
    collections::{BTreeMap, HashMap},
    fs,
    path::{Path, PathBuf},
};

use support::Dice;

use super::recorded::Op;

/// What a disk writes at once.
const SECTOR: usize = 512;

enum Change<'a> {
    Write(usize, &'a [u8]),
    Truncate(usize),
}

#[derive(Clone)]
enum Node {
    Folder,
    File(usize),
}

enum Name<'a> {
    Put(&'a Path, Node),
    Rename(&'a Path, &'a Path),
    Remove(&'a Path),
}

#[derive(Default)]
struct Disk<'a> {
    bytes: HashMap<usize, Vec<u8>>,
    changes: HashMap<usize, Vec<(usize, Change<'a>)>>,
    names: BTreeMap<PathBuf, Node>,
    renames: Vec<(usize, Name<'a>)>,
}

/// Makes below `to` what lay below `root` once the power was cut after these operations; `faithful` says whether the disk
/// does what it is told when it is told to sync.
pub(super) fn after(ops: &[Op], root: &Path, to: &Path, faithful: bool, dice: &mut Dice) {
    let mut disk = Disk::default();
    for (at, op) in ops.iter().enumerate() {
        if faithful || !matches!(op, Op::Sync(..)) {
            disk.take(at, op);
        }
    }
    disk.cut(dice);
    fs::create_dir_all(to).unwrap();
    for (path, node) in &disk.names {
        let place = to.join(path.strip_prefix(root).unwrap());
        // What lies in a folder that is not there is not there.
        if !place.parent().unwrap().is_dir() {
            continue;
        }
        match node {
            Node::Folder => fs::create_dir_all(place).unwrap(),
            Node::File(file) => fs::write(place, disk.bytes.get(file).map_or(&[][..], Vec::as_slice)).unwrap(),
        }
    }
}

impl<'a> Disk<'a> {
    fn take(&mut self, at: usize, op: &'a Op) {
        let mut change = |file: &usize, change| self.changes.entry(*file).or_default().push((at, change));
        match op {
            Op::Folder(path) => self.renames.push((at, Name::Put(path, Node::Folder))),
            Op::Create(path, file) | Op::Link(path, file) => {
                self.renames.push((at, Name::Put(path, Node::File(*file))));
            }
            Op::Rename(from, to) => self.renames.push((at, Name::Rename(from, to))),
            Op::Remove(path) => self.renames.push((at, Name::Remove(path))),
            Op::Write(file, place, bytes) => change(file, Change::Write(*place, bytes)),
            Op::Truncate(file, length) => change(file, Change::Truncate(*length)),
            Op::Sync(file, began) => {
                let bytes = self.bytes.entry(*file).or_default();
                for (_, change) in take_where(self.changes.entry(*file).or_default(), |(at, _)| at < began) {
                    apply(bytes, &change, |_| true);
                }
            }
            Op::SyncFolder(folder, began) => {
                for (_, name) in take_where(&mut self.renames, |(at, name)| at < began && name.is_in(folder)) {
                    name.apply(&mut self.names);
                }
            }
            Op::Say(_) => {}
        }
    }

    /// Of what was not synced, names come to the disk in their order, up to some moment; of the bytes of each file all, none,
    /// those up to some moment, or any sectors.
    fn cut(&mut self, dice: &mut Dice) {
        let kept = dice.below(self.renames.len() as u64 + 1);
        for (_, name) in self.renames.drain(..usize::try_from(kept).unwrap()) {
            name.apply(&mut self.names);
        }
        let mut files: Vec<_> = self.changes.drain().collect();
        files.sort_by_key(|(file, _)| *file);
        for (file, changes) in files {
            let bytes = self.bytes.entry(file).or_default();
            let how = dice.below(4);
            let until = dice.below(changes.len() as u64 + 1);
            for (number, (_, change)) in (0..).zip(&changes) {
                match how {
                    0 => {}
                    1 => apply(bytes, change, |_| true),
                    2 if number < until => apply(bytes, change, |_| true),
                    2 if number == until => apply(bytes, change, |_| dice.below(2) == 0),
                    2 => {}
                    _ => apply(bytes, change, |_| dice.below(2) == 0),
                }
            }
        }
    }
}

fn take_where<T>(all: &mut Vec<T>, wanted: impl Fn(&T) -> bool) -> Vec<T> {
    let (taken, left) = std::mem::take(all).into_iter().partition(wanted);
    *all = left;
    taken
}

/// Changes bytes, as far as each sector of it is wanted.
fn apply(bytes: &mut Vec<u8>, change: &Change<'_>, mut wanted: impl FnMut(usize) -> bool) {
    match change {
        Change::Truncate(length) => {
            if wanted(0) {
                bytes.resize(*length, 0);
            }
        }
        Change::Write(place, new) => {
            let mut at = 0;
            while at < new.len() {
                let end = (at + SECTOR - (place + at) % SECTOR).min(new.len());
                if wanted((place + at) / SECTOR) {
                    if bytes.len() < place + end {
                        bytes.resize(place + end, 0);
                    }
                    bytes[place + at..place + end].copy_from_slice(&new[at..end]);
                }
                at = end;
            }
        }
    }
}

impl Name<'_> {
    /// Whether syncing this folder brings it to the disk.
    fn is_in(&self, folder: &Path) -> bool {
        match self {
            Name::Put(path, _) | Name::Remove(path) => path.parent() == Some(folder),
            Name::Rename(from, to) => from.parent() == Some(folder) || to.parent() == Some(folder),
        }
    }

    fn apply(self, names: &mut BTreeMap<PathBuf, Node>) {
        match self {
            Name::Put(path, node) => drop(names.insert(path.to_owned(), node)),
            Name::Remove(path) => drop(names.remove(path)),
            Name::Rename(from, to) => {
                if let Some(node) = names.remove(from) {
                    names.insert(to.to_owned(), node);
                }
            }
        }
    }
}
