//! What a program asked the system to write, in order, as `strace` wrote it down.

use std::{
    collections::HashMap,
    ffi::OsStr,
    fs,
    os::unix::ffi::OsStrExt as _,
    path::{Path, PathBuf},
    process::Command,
};

const CALLS: &str = "openat,open,creat,close,dup,dup2,dup3,fcntl,lseek,write,pwrite64,writev,pwritev,ftruncate,truncate,\
                     fallocate,fsync,fdatasync,sync_file_range,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,\
                     rmdir,link,linkat,symlink,symlinkat,copy_file_range,sendfile,splice";

/// One thing that was done to the disk. A file is a number: its name may change.
#[derive(Debug)]
pub(super) enum Op {
    Folder(PathBuf),
    Create(PathBuf, usize),
    Link(PathBuf, usize),
    Rename(PathBuf, PathBuf),
    Remove(PathBuf),
    Write(usize, usize, Vec<u8>),
    Truncate(usize, usize),
    /// What had been done to the file before the call began, at this place of the record, is on the disk from here on.
    Sync(usize, usize),
    SyncFolder(PathBuf, usize),
    /// Said to whoever started the program.
    Say(Vec<u8>),
}

/// What an open number of the process stands for.
#[derive(Clone)]
enum Open {
    File(usize, usize),
    Folder(PathBuf),
}

/// A record of one or more runs, one after another, of what they did below one folder.
pub(super) struct Record {
    root: PathBuf,
    pub(super) ops: Vec<Op>,
    names: HashMap<PathBuf, usize>,
    files: usize,
    open: HashMap<i64, Open>,
}

impl Record {
    pub(super) fn of(root: &Path) -> Self {
        Self { root: root.to_owned(), ops: Vec::new(), names: HashMap::new(), files: 0, open: HashMap::new() }
    }

    /// `strace` of a program, which is an argument still to come.
    pub(super) fn command(trace: &Path) -> Command {
        let mut command = Command::new("strace");
        command.args(["--seccomp-bpf", "-f", "-qq", "-xx", "-s", "100000000", "-e"]);
        command.arg(format!("trace={CALLS}")).arg("-o").arg(trace);
        command
    }

    /// Takes in what one run did. Which operations are its own is told by the place.
    pub(super) fn take(&mut self, trace: &Path) -> std::ops::Range<usize> {
        let begin = self.ops.len();
        self.open.clear();
        let mut half: HashMap<&str, (&str, usize)> = HashMap::new();
        let text = fs::read_to_string(trace).unwrap();
        for line in text.lines() {
            let (process, call) = line.split_once(' ').unwrap();
            let call = call.trim_start();
            if let Some(begun) = call.strip_suffix(" <unfinished ...>") {
                half.insert(process, (begun, self.ops.len()));
            } else if let Some(rest) = call.strip_prefix("<... ") {
                let (begun, at) = half.remove(process).unwrap();
                self.call(&format!("{begun}{}", rest.split_once(" resumed>").unwrap().1), at);
            } else if !call.starts_with("+++") && !call.starts_with("---") {
                self.call(call, self.ops.len());
            }
        }
        begin..self.ops.len()
    }

    fn file_at(&self, path: &Path) -> usize {
        *self.names.get(path).unwrap_or_else(|| panic!("{} is not known", path.display()))
    }

    fn ours(&self, path: &Path) -> bool {
        path.starts_with(&self.root)
    }

    fn call(&mut self, call: &str, began: usize) {
        let (name, rest) = call.split_once('(').unwrap();
        let (arguments, result) = rest.rsplit_once(") ").map(|(a, r)| (a, r.trim_start_matches([' ', '=']))).unwrap();
        let result: i64 = result.split(' ').next().unwrap().parse().unwrap_or(-1);
        if result < 0 {
            return;
        }
        let texts = texts(arguments);
        let path = |number: usize| PathBuf::from(OsStr::from_bytes(&texts[number]));
        let numbers: Vec<i64> = arguments.split(", ").map(|word| word.parse().unwrap_or(-1)).collect();
        let first = numbers[0];
        match name {
            "openat" | "open" | "creat" => {
                let path = path(0);
                if !self.ours(&path) && path != self.root.parent().unwrap() {
                    return;
                }
                let opened = if path.is_dir() || !self.ours(&path) || arguments.contains("O_DIRECTORY") {
                    Open::Folder(path)
                } else {
                    Open::File(self.opened(&path, arguments), 0)
                };
                self.open.insert(result, opened);
            }
            "close" => drop(self.open.remove(&first)),
            "dup" | "dup2" | "dup3" => assert!(!self.open.contains_key(&first), "{call}"),
            "fcntl" => assert!(!arguments.contains("F_DUPFD") || !self.open.contains_key(&first), "{call}"),
            "lseek" => {
                if let Some(Open::File(_, place)) = self.open.get_mut(&first) {
                    *place = usize::try_from(result).unwrap();
                }
            }
            "write" | "writev" if first == 1 => self.ops.push(Op::Say(cut(texts.concat(), result))),
            "write" | "writev" => {
                if let Some(Open::File(file, place)) = self.open.get_mut(&first) {
                    self.ops.push(Op::Write(*file, *place, cut(texts.concat(), result)));
                    *place += usize::try_from(result).unwrap();
                }
            }
            "pwrite64" | "pwritev" => {
                if let Some(Open::File(file, _)) = self.open.get(&first) {
                    let place = usize::try_from(*numbers.last().unwrap()).unwrap();
                    self.ops.push(Op::Write(*file, place, cut(texts.concat(), result)));
                }
            }
            "ftruncate" => {
                if let Some(Open::File(file, _)) = self.open.get(&first) {
                    self.ops.push(Op::Truncate(*file, usize::try_from(numbers[1]).unwrap()));
                }
            }
            "fsync" | "fdatasync" => match self.open.get(&first) {
                Some(Open::File(file, _)) => self.ops.push(Op::Sync(*file, began)),
                Some(Open::Folder(path)) => self.ops.push(Op::SyncFolder(path.clone(), began)),
                None => {}
            },
            "rename" | "renameat" | "renameat2" if self.ours(&path(0)) => {
                let file = self.file_at(&path(0));
                self.names.remove(&path(0));
                self.names.insert(path(1), file);
                self.ops.push(Op::Rename(path(0), path(1)));
            }
            "link" | "linkat" if self.ours(&path(0)) => {
                let file = self.file_at(&path(0));
                self.names.insert(path(1), file);
                self.ops.push(Op::Link(path(1), file));
            }
            "unlink" | "unlinkat" | "rmdir" if self.ours(&path(0)) => {
                self.names.remove(&path(0));
                self.ops.push(Op::Remove(path(0)));
            }
            "mkdir" | "mkdirat" if self.ours(&path(0)) => self.ops.push(Op::Folder(path(0))),
            // Nothing here knows what these do; on a file of ours they would make the replay untrue.
            "truncate" | "symlink" | "symlinkat" => assert!(!self.ours(&path(texts.len() - 1)), "{call}"),
            "fallocate" | "sync_file_range" | "copy_file_range" | "sendfile" | "splice" => {
                assert!(numbers.iter().all(|number| !self.open.contains_key(number)), "{call}");
            }
            _ => {}
        }
    }

    /// The file that was opened, which may be new or emptied.
    fn opened(&mut self, path: &Path, flags: &str) -> usize {
        if let Some(&file) = self.names.get(path) {
            if flags.contains("O_TRUNC") {
                self.ops.push(Op::Truncate(file, 0));
            }
            return file;
        }
        assert!(flags.contains("O_CREAT"), "{} was there before the record", path.display());
        self.files += 1;
        self.names.insert(path.to_owned(), self.files);
        self.ops.push(Op::Create(path.to_owned(), self.files));
        self.files
    }
}

fn cut(mut bytes: Vec<u8>, written: i64) -> Vec<u8> {
    bytes.truncate(usize::try_from(written).unwrap());
    bytes
}

/// All texts of a call, which `strace -xx` writes as `"\x2f\x74"`.
fn texts(arguments: &str) -> Vec<Vec<u8>> {
    let digit = |sign: u8| match sign {
        b'0'..=b'9' => sign - b'0',
        _ => sign - b'a' + 10,
    };
    let texts = arguments.split('"').skip(1).step_by(2);
    texts.map(|text| text.as_bytes().chunks_exact(4).map(|c| digit(c[2]) << 4 | digit(c[3])).collect()).collect()
}
