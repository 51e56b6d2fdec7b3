//! What the shell wrote down of the page's calls, read as it comes.

use std::{
    fs::File,
    io::{BufRead as _, BufReader},
    path::PathBuf,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread::JoinHandle,
    time::{Duration, Instant},
};

use serde_json::Value;

use super::now;

/// A call of the page.
#[derive(Debug, Clone)]
pub(crate) struct Call {
    pub(crate) name: String,
    pub(crate) request: Value,
    /// When it was seen that it had been answered, and whether well; none while it was under way.
    pub(crate) answered: Option<(Instant, bool)>,
}

/// Reads along in a thread of its own.
pub(crate) struct Tap {
    seen: Arc<Mutex<Vec<Call>>>,
    /// The longest that this thread, which wants to look every millisecond, was kept waiting, in microseconds.
    stall: Arc<AtomicUsize>,
    stop: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

impl Tap {
    pub(crate) fn follow(path: PathBuf) -> Self {
        let (seen, stop) = (Arc::new(Mutex::new(Vec::new())), Arc::new(AtomicBool::new(false)));
        let stall = Arc::new(AtomicUsize::new(0));
        let (calls, ended, waited) = (Arc::clone(&seen), Arc::clone(&stop), Arc::clone(&stall));
        let thread = std::thread::spawn(move || {
            let mut file: Option<BufReader<File>> = None;
            let (mut line, mut before) = (String::new(), now());
            loop {
                // Looked at first, so that what was written before the stop is read.
                let last = ended.load(Ordering::SeqCst);
                file = file.or_else(|| File::open(&path).ok().map(BufReader::new));
                while let Some(reader) = &mut file {
                    // A line may come in two parts; only the last one, cut off by the kill, may stay without its end.
                    if reader.read_line(&mut line).unwrap() == 0 || !line.ends_with('\n') {
                        break;
                    }
                    note(&mut calls.lock().unwrap(), &line);
                    line.clear();
                }
                if last {
                    return;
                }
                waited.fetch_max(usize::try_from(before.elapsed().as_micros()).unwrap(), Ordering::Relaxed);
                before = now();
                std::thread::sleep(Duration::from_millis(1));
            }
        });
        Self { seen, stall, stop, thread }
    }

    pub(crate) fn seen(&self) -> Vec<Call> {
        self.seen.lock().unwrap().clone()
    }

    pub(crate) fn count(&self) -> usize {
        self.seen.lock().unwrap().len()
    }

    /// Whether a call of this name was answered well.
    pub(crate) fn answered(&self, name: &str) -> bool {
        self.seen.lock().unwrap().iter().any(|call| call.name == name && call.answered.is_some_and(|(_, well)| well))
    }

    /// How often a call of this name was answered well.
    pub(crate) fn times_answered(&self, name: &str) -> usize {
        let well = |call: &&Call| call.name == name && call.answered.is_some_and(|(_, well)| well);
        self.seen.lock().unwrap().iter().filter(well).count()
    }

    /// From here on, stalls count.
    pub(crate) fn begin_to_measure(&self) {
        self.stall.store(0, Ordering::Relaxed);
    }

    /// Reads to the end. Gives the calls and the longest stall.
    pub(crate) fn end(self) -> (Vec<Call>, Duration) {
        let stall = self.stall.load(Ordering::Relaxed);
        self.stop.store(true, Ordering::SeqCst);
        self.thread.join().unwrap();
        let calls = self.seen.lock().unwrap().clone();
        (calls, Duration::from_micros(stall.try_into().unwrap()))
    }
}

fn note(calls: &mut Vec<Call>, line: &str) {
    let line: Value = serde_json::from_str(line).unwrap();
    let number = usize::try_from(line["call"].as_u64().unwrap()).unwrap();
    if let Some(name) = line["asked"].as_str() {
        // Two calls at once may stand in either order.
        while calls.len() <= number {
            calls.push(Call { name: String::new(), request: Value::Null, answered: None });
        }
        (calls[number].name, calls[number].request) = (name.to_owned(), line["request"].clone());
    } else {
        calls[number].answered = Some((now(), line["well"] == true));
    }
}
