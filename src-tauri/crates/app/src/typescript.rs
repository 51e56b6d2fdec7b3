//! The contract as TypeScript, for the page.

use std::{
    any::TypeId,
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use ts_rs::{Config, TS, TypeVisitor};
use workbench_domain::{
    attachment, import,
    phase::{Event, Phase},
    rating::Level,
    text,
};

use crate::{contract::COMMANDS, failure::Failure};

pub(crate) fn config() -> Config {
    // Numbers of the contract fit 53 bits; ids and times are text.
    Config::default().with_large_int("number")
}

/// Collects types with all that they are made of.
#[derive(Default)]
pub(crate) struct Types {
    seen: Vec<TypeId>,
    declarations: BTreeMap<String, String>,
    /// Every type by the name that it has in TypeScript, where it has one: its path in Rust.
    paths: BTreeMap<String, BTreeSet<&'static str>>,
}

impl Types {
    pub(crate) fn add<T: TS + 'static + ?Sized>(&mut self) {
        if self.seen.contains(&TypeId::of::<T>()) {
            return;
        }
        self.seen.push(TypeId::of::<T>());
        // Types of the language itself have no file of their own.
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            let declaration = tidy(&format!("{docs}export {}\n", T::decl(&config())));
            let path = std::any::type_name::<T>();
            // A type with parameters is one type, whatever they are.
            let path = path.split_once('<').map_or(path, |(path, _)| path);
            self.paths.entry(T::ident(&config())).or_default().insert(path);
            self.declarations.insert(T::ident(&config()), declaration);
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>();
    }
}

/// ts-rs writes a comment over three lines and a field at the margin; people read this file, so a comment of one line
/// stands on one, and fields are indented.
fn tidy(declaration: &str) -> String {
    let joined = declaration.replace("/**\n * ", "/** ").replace("\n */\n", " */\n");
    // A choice between objects: each on lines of its own, like any other object.
    let joined = joined.replace("= { \"", "= {\n\"").replace(", } | { \"", ",\n} | {\n\"");
    let mut inside = false;
    let mut tidied = String::with_capacity(joined.len());
    for line in joined.lines().map(str::trim_end).filter(|line| !line.is_empty()) {
        let closes = inside && line.ends_with("};");
        let (field, end) =
            if closes { (line[..line.len() - 2].trim_end().trim_end_matches(','), true) } else { (line, false) };
        if !field.is_empty() {
            let field = field.trim_end_matches(',');
            let _ = match (inside && field != "} | {", field.ends_with("*/")) {
                (true, true) => writeln!(tidied, "  {field}"),
                (true, false) => writeln!(tidied, "  {field};"),
                (false, _) => writeln!(tidied, "{field}"),
            };
        }
        if end {
            tidied.push_str("};\n");
            inside = false;
        }
        inside |= line.ends_with('{');
    }
    tidied
}

/// The names in TypeScript that several types of the contract have, each with the paths of those types in Rust: the page
/// would be told of one of them alone. There must be none.
#[must_use]
pub fn clashes() -> Vec<String> {
    let clash = |(name, paths): (String, BTreeSet<&str>)| {
        (paths.len() > 1).then(|| format!("{name}: {}", paths.into_iter().collect::<Vec<_>>().join(", ")))
    };
    all_types().paths.into_iter().filter_map(clash).collect()
}

fn all_types() -> Types {
    let mut types = Types::default();
    types.add::<Failure>();
    for command in COMMANDS {
        (command.types)(&mut types);
    }
    types
}

/// The TypeScript file of the contract, whole.
#[must_use]
pub fn contract() -> String {
    let types = all_types();
    let mut file = String::from(
        "// Generated from the contract table in src-tauri/crates/app/src/contract.rs by `make gen`. Do not edit.\n\n\
         /** A moment: RFC 3339, UTC. */\nexport type Timestamp = string;\n\n",
    );
    for declaration in types.declarations.values() {
        file.push_str(declaration);
        file.push('\n');
    }
    file.push_str("/** Every command: what it takes, and what it answers. */\nexport type Commands = {\n");
    for command in COMMANDS {
        let _ = writeln!(
            file,
            "  /** {} */\n  {}: [{}, {}];",
            command.says.trim(),
            command.name,
            (command.request)(),
            (command.answer)()
        );
    }
    file.push_str("};\n\n");
    let words: Vec<String> = Level::ALL.iter().map(|level| format!("\"{}\"", level.word())).collect();
    let _ = writeln!(file, "/** The words beside the ratings, level 1 first. */");
    let _ = writeln!(file, "export const RATING_WORDS = [{}] as const;", words.join(", "));
    file.push_str(&phases());
    let _ = writeln!(file, "/** Longest name, in characters as a reader counts them. */");
    let _ = writeln!(file, "export const NAME_MAX = {};", text::NAME_MAX);
    let _ = writeln!(file, "/** Longest note, in characters (code points). */");
    let _ = writeln!(file, "export const TEXT_MAX = {};", text::TEXT_MAX);
    let _ = writeln!(file, "/** Largest attachment, in bytes. */");
    let _ = writeln!(file, "export const ATTACHMENT_BYTES_MAX = {};", attachment::ATTACHMENT_BYTES_MAX);
    let _ = writeln!(file, "/** Largest file of questions, in bytes. */");
    let _ = writeln!(file, "export const IMPORT_BYTES_MAX = {};", import::IMPORT_BYTES_MAX);
    let _ = writeln!(file, "/** Most attachments of one interview. */");
    let _ = writeln!(file, "export const ATTACHMENTS_MAX = {};", attachment::ATTACHMENTS_MAX);
    file
}

/// What may happen to a meeting in each phase, so that the page offers that and nothing else.
fn phases() -> String {
    let quoted: Vec<String> = Event::ALL.iter().map(|event| format!("\"{}\"", event.code())).collect();
    let mut table = format!(
        "/** What happens to a meeting. */\nexport type MeetingEvent = {};\n\
         /** What may happen to a meeting in each phase, and the phase after it. */\n\
         export const PHASE_AFTER: Record<Phase, Partial<Record<MeetingEvent, Phase>>> = {{\n",
        quoted.join(" | ")
    );
    for phase in Phase::ALL {
        let after = Event::ALL
            .into_iter()
            .filter_map(|event| phase.after(event).ok().map(|after| format!("{}: \"{}\"", event.code(), after.code())));
        let _ = writeln!(table, "  {}: {{ {} }},", phase.code(), after.collect::<Vec<_>>().join(", "));
    }
    table.push_str("};\n");
    table
}

/// The contract for a person at the command line: every command with its fields.
#[must_use]
pub fn listing() -> String {
    let mut listing = String::new();
    let mut types = Types::default();
    for command in COMMANDS {
        (command.types)(&mut types);
        let _ = writeln!(
            listing,
            "{}({}) -> {}\n    {}",
            command.name,
            (command.request)(),
            (command.answer)(),
            command.says.trim()
        );
    }
    listing.push_str("\nTypes (a field with ? may be left out; a Timestamp is RFC 3339 text):\n\n");
    for declaration in types.declarations.values() {
        listing.push_str(declaration.strip_prefix("export ").unwrap_or(declaration));
        listing.push('\n');
    }
    listing
}
