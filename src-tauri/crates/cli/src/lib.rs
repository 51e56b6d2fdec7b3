//! The command line. Everything goes through the contract, as it does from the window.

mod agreement;
mod args;
mod backup;
mod candidate;
mod compare;
mod demo;
mod erase;
mod hint;
mod interrupt;
mod pack;
mod packet;
mod packet_round;
mod pages;
mod print;
mod progress;
mod protection;
mod question;
mod reliability;
mod retention;
mod scorecard;

use std::{
    ffi::OsString,
    io::{BufRead, Write},
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use clap::Parser as _;
use jiff::tz::TimeZone;
use serde_json::{Value, json};
use workbench_app::{
    App,
    contract::Command,
    deps::{Chance, Clock, Deps, FixedClock, SeededChance, SystemChance, SystemClock},
    disk::{self, IfMissing},
    failure::{Code, Failure},
    typescript,
};

use crate::args::{
    Call, CandidateWhat, Cli, InterviewWhat, InterviewerWhat, LogWhat, PackWhat, PacketWhat, Print, QuestionWhat,
    RetentionWhat, ScorecardWhat, What,
};

/// Of whatever program this is part of. The system's own gives a thread its memory a page or two at a time, with a call to
/// the kernel for each: 1,500 for a packet, a tenth of its time. Its features in Cargo.toml are about memory: without huge pages
/// the program alone takes a third less, and the second form of it gives back what is free after 10 ms instead of a second.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What is shown of a question in a list.
const QUESTION: [&str; 4] = ["id", "competency", "minutes", "title"];

/// What a run ends in, when it is not done: an exit code and what to say on standard error.
pub(crate) enum End {
    /// A failure of a use case.
    Failed(Failure),
    /// Standard input or output failed.
    Pipe(std::io::Error),
    /// Said already; only the exit code is left.
    Said(u8),
}

impl From<Failure> for End {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

impl From<std::io::Error> for End {
    fn from(error: std::io::Error) -> Self {
        Self::Pipe(error)
    }
}

/// Runs the command line with these arguments, streams instead of the process's own, so that tests can run it too.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> ExitCode {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are answers, not failures; clap knows which stream each belongs to.
            let text = error.render();
            let _ = if error.use_stderr() { write!(err, "{text}") } else { write!(out, "{text}") };
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    interrupt::heed();
    let as_json = cli.json || matches!(cli.what, What::Call(_));
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            let _ = writeln!(err, "workbench: cannot start: {error}");
            return ExitCode::FAILURE;
        }
    };
    let ended = runtime.block_on(act(&cli, input, out, err));
    match ended {
        Ok(()) => interrupt::code().map_or(ExitCode::SUCCESS, ExitCode::from),
        Err(End::Said(code)) => ExitCode::from(code),
        // Whoever reads has gone, as in `workbench … | head`: that is no failure worth a word.
        Err(End::Pipe(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::FAILURE,
        Err(End::Pipe(error)) => {
            let _ = writeln!(err, "workbench: standard input or output failed: {error}");
            ExitCode::FAILURE
        }
        Err(End::Failed(failure)) => {
            let failure = hint::helped(&cli.what, failure);
            let _ = if as_json {
                writeln!(err, "{}", json!(failure))
            } else {
                writeln!(err, "workbench: {}", failure.message)
            };
            ExitCode::from(interrupt::code().unwrap_or(if in_use(&failure) { 3 } else { 1 }))
        }
    }
}

/// Whether another process holds the data folder.
fn in_use(failure: &Failure) -> bool {
    failure.code == Code::Conflict && failure.message.starts_with("The data folder ")
}

async fn act(cli: &Cli, input: &mut dyn BufRead, out: &mut dyn Write, err: &mut dyn Write) -> Result<(), End> {
    match &cli.what {
        What::Call(Call { list: true, .. }) => return Ok(write!(out, "{}", typescript::listing())?),
        // Before a folder is made for it.
        What::Call(call) if !call.lines => Command::check(call.command.as_deref().unwrap_or_default(), &call.request)?,
        What::Pack(PackWhat::Check { paths }) => return pack::check(paths, cli.json, out, err),
        What::Reliability(what) => return reliability::tell(what, cli.json, out, err),
        What::Packet(PacketWhat::Read { file, password }) => return packet::read(file, password, cli.json, out, err),
        What::Packet(PacketWhat::Verify { file, key, password }) => {
            return packet::verify(cli, (file, key.as_deref(), password), out).await;
        }
        What::Demo(demo) => return demo::make(cli, demo, out).await,
        _ => {}
    }
    let reads = reads_only(&cli.what);
    let (app, made) = open(cli, None, if reads { IfMissing::Refuse } else { IfMissing::MakeInside }).await?;
    if made {
        writeln!(err, "Made a new data folder: {}", disk::path_words(app.data_folder()))?;
        writeln!(err, "{}", protection::unprotected(&app))?;
    }
    let result = with_app(&app, cli, input, out, err).await;
    let closed = app.close().await;
    result.and(closed.map_err(End::from))
}

/// The clock and chance that the options ask for.
pub(crate) fn deps(cli: &Cli) -> Deps {
    let clock: Arc<dyn Clock> = match cli.now {
        Some(now) => Arc::new(FixedClock::typed(now, TimeZone::UTC)),
        None => Arc::new(SystemClock),
    };
    let chance: Arc<dyn Chance> = match cli.seed {
        Some(seed) => Arc::new(SeededChance::new(seed)),
        None => Arc::new(SystemChance),
    };
    Deps::with(clock, chance)
}

/// Whether a command only reads, so that it has no use for a new data folder.
fn reads_only(what: &What) -> bool {
    match what {
        What::Call(call) => call.command.as_deref().and_then(Command::find).is_some_and(Command::reads_only),
        What::Question(QuestionWhat::Import(_)) => false,
        What::Question(_) | What::Candidate(CandidateWhat::List) | What::Interview(_) => true,
        What::Compare(_) | What::Packet(_) | What::Guide(_) | What::Pack(PackWhat::Export { .. }) => true,
        What::Log(_) | What::Agreement { .. } | What::Protection(_) => true,
        What::Backup(_) | What::Rescue(_) | What::Erase(_) | What::Candidate(CandidateWhat::Access(_)) => true,
        What::Retention(what) => !matches!(what, RetentionWhat::Choose { .. }),
        What::Candidate(CandidateWhat::Import(what)) => what.dry_run,
        What::Scorecard(ScorecardWhat::Import(what)) => what.dry_run,
        What::Scorecard(ScorecardWhat::Export(_)) => true,
        What::Interviewer(_) | What::Candidate(CandidateWhat::Add { .. }) | What::Pack(_) => false,
        What::Reliability(_) | What::Demo(_) => false,
    }
}

/// Opens the data folder: the one named, else `otherwise`, else the default. Also says whether it was made.
pub(crate) async fn open(cli: &Cli, otherwise: Option<PathBuf>, missing: IfMissing) -> Result<(App, bool), End> {
    let folder = match (&cli.data, otherwise) {
        (Some(folder), _) => Some(folder.clone()),
        (None, folder) => folder,
    };
    let (folder, named) = disk::data_folder(folder)?;
    // Nobody mistypes the platform's own place.
    let missing = if named || missing == IfMissing::Refuse { missing } else { IfMissing::Make };
    let made = disk::look(&folder, missing)?;
    let holder = "the command line, workbench";
    let app = if matches!(cli.what, What::Rescue(_)) {
        App::open_or_rescue(&folder, holder, deps(cli)).await?
    } else {
        App::open(&folder, holder, deps(cli)).await?
    };
    // What is about the protection itself asks for what it needs.
    let asks = !matches!(cli.what, What::Protection(_)) && !about_protection(&cli.what);
    if app.is_locked() && asks {
        match protection::unlock(&app, cli).await {
            // That is what it is for.
            Err(failure) if failure.code == Code::Damaged && matches!(cli.what, What::Rescue(_)) => {}
            Err(failure) if failure.code == Code::Damaged => {
                let message = format!("{} To see what can be rescued: workbench rescue.", failure.message);
                return Err(Failure { message, ..failure }.into());
            }
            other => other?,
        }
    }
    Ok((app, made))
}

/// Whether a single call is one that answers while the store is locked.
fn about_protection(what: &What) -> bool {
    match what {
        What::Call(call) => {
            call.command.as_deref().is_some_and(|name| name == "protection_get" || name == "store_unlock")
        }
        _ => false,
    }
}

/// A path as the contract takes it, which is text.
pub(crate) fn typed(path: &Path) -> Result<&str, Failure> {
    path.to_str().ok_or_else(|| {
        Failure::invalid(format!(
            "The name {} is not written in UTF-8. Rename it, and try again.",
            disk::path_words(path)
        ))
    })
}

/// Runs a command of the contract.
pub(crate) async fn ask(app: &App, command: &str, request: &Value) -> Result<Value, Failure> {
    let answer = app.call(command, &request.to_string()).await?;
    serde_json::from_str(&answer).map_err(Failure::bug)
}

async fn with_app(
    app: &App,
    cli: &Cli,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<(), End> {
    match &cli.what {
        What::Call(Call { lines: true, .. }) => call_lines(app, input, out).await,
        What::Call(call) => {
            let answer = app.call(call.command.as_deref().unwrap_or_default(), &call.request).await?;
            Ok(writeln!(out, "{answer}")?)
        }
        What::Protection(what) => protection::act(app, cli, what, out).await,
        What::Interviewer(InterviewerWhat::Set { name }) => {
            let answer = ask(app, "interviewer_set", &json!({ "name": name })).await?;
            print::one(out, cli.json, &answer, &["name"])
        }
        What::Question(QuestionWhat::List) => {
            let answer = ask(app, "question_list", &json!({})).await?;
            print::rows(out, cli.json, &answer["questions"], &QUESTION)
        }
        What::Question(QuestionWhat::Search { text, limit }) => {
            let request = json!({ "text": text, "limit": limit, "ranked": true });
            let answer = ask(app, "question_search", &request).await?;
            print::rows(out, cli.json, &answer["questions"], &QUESTION)
        }
        What::Question(QuestionWhat::Import(what)) => question::import(app, what, cli.json, out, err).await,
        What::Question(QuestionWhat::Export(what)) => question::export(app, what, cli.json, out).await,
        What::Candidate(CandidateWhat::Add { name, role }) => {
            let role = role_or_only(app, role.as_ref()).await?;
            let answer = ask(app, "candidate_add", &json!({ "name": name, "role_id": role })).await?;
            print::one(out, cli.json, &answer, &["id"])
        }
        What::Candidate(CandidateWhat::Import(what)) => candidate::import(app, what, cli.json, out).await,
        What::Candidate(CandidateWhat::List) => candidate::list(app, cli.json, out).await,
        What::Interview(InterviewWhat::List) => {
            let columns = ["id", "state", "started_at", "kit", "interviewer", "candidate"];
            pages::print(app, "interview_list", "interviews", &columns, cli.json, out).await
        }
        What::Scorecard(ScorecardWhat::Import(what)) => scorecard::import(app, what, cli.json, out, err).await,
        What::Scorecard(ScorecardWhat::Export(what)) => scorecard::export(app, what, cli.json, out, err).await,
        What::Compare(compare) => compare::side_by_side(app, compare, cli.json, out).await,
        What::Packet(what) => packet::made(app, what, cli.json, out, err).await,
        What::Guide(what) => packet::guide(app, what, cli.json, out).await,
        What::Pack(PackWhat::Export { role, out: path }) => {
            let role = role_or_only(app, role.as_ref()).await?;
            pack::export(app, &role, path, cli.json, out, err).await
        }
        What::Agreement { role } => {
            let role = role_or_only(app, role.as_ref()).await?;
            agreement::tell(out, cli.json, &ask(app, "agreement_get", &json!({ "role_id": role })).await?)
        }
        What::Candidate(CandidateWhat::Access(what)) => retention::access(app, what, cli.json, out).await,
        What::Retention(what) => retention::act(app, what, cli.json, out).await,
        What::Erase(what) => erase::act(app, what, cli.json, input, out, err).await,
        What::Backup(what) => backup::act(app, what, cli.json, out).await,
        What::Rescue(what) => backup::rescue(app, what, cli.json, out).await,
        What::Log(LogWhat::List { limit, before }) => {
            let answer = ask(app, "log_list", &json!({ "limit": limit, "before": before })).await?;
            print::log_lines(out, cli.json, &answer)
        }
        What::Log(LogWhat::Verify) => {
            let answer = ask(app, "log_verify", &json!({})).await?;
            print::log_verified(out, cli.json, &answer)?;
            if answer["broken"].is_null() { Ok(()) } else { Err(End::Said(1)) }
        }
        // Answered before a data folder was opened.
        What::Pack(PackWhat::Check { .. }) | What::Reliability(_) | What::Demo(_) => Ok(()),
    }
}

pub(crate) fn add_print(request: &mut Value, print: &Print) {
    request["accept_undrawable"] = json!(print.accept_undrawable);
    request["paper"] = json!(print.paper.map(args::PaperArg::code));
    request["language"] = json!(print.language);
}

pub(crate) fn exported(out: &mut dyn Write, as_json: bool, answer: &Value) -> Result<(), End> {
    if as_json {
        return Ok(writeln!(out, "{answer}")?);
    }
    Ok(writeln!(
        out,
        "{} ({}, sha256 {})",
        print::text(&answer["path"]),
        print::counted(&answer["pages"], "page"),
        print::text(&answer["sha256"])
    )?)
}

/// The role that was named, or the only one there is.
pub(crate) async fn role_or_only(app: &App, named: Option<&String>) -> Result<String, Failure> {
    match named {
        Some(role) => Ok(role.clone()),
        None => only_role(app).await,
    }
}

async fn only_role(app: &App) -> Result<String, Failure> {
    let answer = ask(app, "role_list", &json!({})).await?;
    let roles = answer["roles"].as_array().cloned().unwrap_or_default();
    match roles.as_slice() {
        [role] => Ok(print::text(&role["id"])),
        _ => {
            let ids: Vec<String> = roles.iter().map(|role| print::text(&role["id"])).collect();
            Err(Failure::invalid(format!("Say for which role, with --role: {}.", ids.join(", "))))
        }
    }
}

async fn call_lines(app: &App, input: &mut dyn BufRead, out: &mut dyn Write) -> Result<(), End> {
    for line in input.split(b'\n') {
        let line = line?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        let answer = match call_line(app, &line).await {
            Ok(answer) => format!("{{\"ok\":{answer}}}"),
            Err(failure) => json!({ "error": failure }).to_string(),
        };
        writeln!(out, "{answer}")?;
        // Whoever drives this waits for the answer before the next line.
        out.flush()?;
    }
    Ok(())
}

async fn call_line(app: &App, line: &[u8]) -> Result<String, Failure> {
    // Some programs begin a file with a byte order mark.
    let request: Value =
        serde_json::from_slice(line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line)).map_err(|error| {
            Failure::invalid(format!("This line is not JSON: {error}. Write {{\"command\":…,\"request\":…}}."))
        })?;
    let command = request["command"]
        .as_str()
        .ok_or_else(|| Failure::invalid("This line names no command. Write {\"command\":…,\"request\":…}."))?;
    let body = request.get("request").filter(|body| !body.is_null()).cloned().unwrap_or_else(|| json!({}));
    app.call(command, &body.to_string()).await
}
