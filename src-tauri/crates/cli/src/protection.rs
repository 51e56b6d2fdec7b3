//! Passphrases: from a prompt without echo or from a file descriptor, never from an argument, which every program of the
//! machine can read.

use std::io::{IsTerminal as _, Write};

use serde_json::{Value, json};
use workbench_app::{App, disk, failure::Failure};
use zeroize::Zeroizing;

use crate::{
    End,
    args::{Cli, Password, ProtectionWhat},
    ask, print,
};

/// Where passphrases come from, one after another.
pub(crate) struct Secrets {
    recovery: bool,
    /// Whether the keychain is what opens it, and there is no passphrase to ask for.
    keychain: bool,
    /// What a file descriptor gave, and how far it is read.
    given: Option<(Zeroizing<String>, usize)>,
}

impl Secrets {
    /// From the descriptor that the options name, or else from a prompt.
    pub(crate) fn of(cli: &Cli) -> Result<Self, Failure> {
        let given = cli.passphrase_fd.map(|number| Ok::<_, Failure>((read(number)?, 0))).transpose()?;
        Ok(Self { recovery: cli.recovery_key, keychain: false, given })
    }

    /// The same, of a store: one without a passphrase is opened by the keychain, unless another way is named.
    async fn of_store(cli: &Cli, app: &App) -> Result<Self, Failure> {
        let mut secrets = Self::of(cli)?;
        let is = ask(app, "protection_get", &json!({})).await?;
        secrets.keychain = is["keychain"] == true && is["passphrase"] == false && !secrets.recovery;
        Ok(secrets)
    }

    /// The next one.
    fn next(&mut self, what: &str) -> Result<Zeroizing<String>, Failure> {
        if let Some((text, at)) = &mut self.given {
            let rest = text.get(*at..).unwrap_or_default();
            if rest.is_empty() {
                return Err(Failure::invalid(format!("{what}: the file descriptor has no further line.")));
            }
            let line = rest.split('\n').next().unwrap_or_default();
            *at += line.len() + 1;
            return Ok(Zeroizing::new(line.strip_suffix('\r').unwrap_or(line).to_owned()));
        }
        if !std::io::stdin().is_terminal() {
            return Err(Failure::invalid(format!(
                "{what} is needed, and nobody is there to type it. Give it with --passphrase-fd, as in: workbench \
                 --passphrase-fd 3 … 3< FILE"
            )));
        }
        rpassword::prompt_password(format!("{what}: "))
            .map(Zeroizing::new)
            .map_err(|error| Failure::invalid(format!("{what} cannot be read: {error}.")))
    }

    /// A new passphrase: at a prompt it is typed twice, since nobody sees it.
    fn new_one(&mut self) -> Result<Zeroizing<String>, Failure> {
        let first = self.next("The new passphrase")?;
        if self.given.is_none() && *self.next("The same once more")? != *first {
            return Err(Failure::invalid("The two are not the same. Nothing was changed; try again."));
        }
        Ok(first)
    }

    /// The way in that there is, as the field of a request.
    fn way_in(&mut self) -> Result<Zeroizing<String>, Failure> {
        if self.keychain {
            return Ok(Zeroizing::new("\"keychain\":true".to_owned()));
        }
        let (name, what) =
            if self.recovery { ("recovery_key", "The recovery key") } else { ("passphrase", "The passphrase") };
        field(name, &self.next(what)?)
    }
}

fn field(name: &str, secret: &str) -> Result<Zeroizing<String>, Failure> {
    Ok(Zeroizing::new(format!("\"{name}\":{}", serde_json::to_string(secret).map_err(Failure::bug)?)))
}

#[cfg(unix)]
fn read(number: u32) -> Result<Zeroizing<String>, Failure> {
    use std::io::Read as _;
    /// The most that is read, in bytes.
    const MOST: u64 = 64 * 1024;
    let refused =
        |error: std::io::Error| Failure::invalid(format!("File descriptor {number} cannot be read: {error}."));
    let mut text = Zeroizing::new(String::new());
    let file = std::fs::File::open(format!("/dev/fd/{number}")).map_err(refused)?;
    file.take(MOST).read_to_string(&mut text).map_err(refused)?;
    Ok(text)
}

#[cfg(not(unix))]
fn read(_: u32) -> Result<Zeroizing<String>, Failure> {
    Err(Failure::invalid(
        "This system has no file descriptors. A passphrase can be typed; a file with a password is written in the window.",
    ))
}

/// The password that a descriptor gives, where one is named: its first line.
pub(crate) fn password(of: &Password) -> Result<Option<Zeroizing<String>>, Failure> {
    let Some(number) = of.password_fd else { return Ok(None) };
    let text = read(number)?;
    let line = text.split('\n').next().unwrap_or_default();
    Ok(Some(Zeroizing::new(line.strip_suffix('\r').unwrap_or(line).to_owned())))
}

/// Asks for a document to be written, with a password where there is one: no copy of it outlives the answer.
pub(crate) async fn write_document(
    app: &App,
    command: &str,
    request: &Value,
    password: Option<&Zeroizing<String>>,
) -> Result<Value, Failure> {
    let Some(password) = password else { return ask(app, command, request).await };
    let of = |(name, value): (&String, &Value)| Zeroizing::new(format!("{}:{value}", json!(name)));
    let mut fields: Vec<Zeroizing<String>> = request.as_object().into_iter().flatten().map(of).collect();
    fields.push(field("password", password)?);
    call(app, command, &fields.iter().collect::<Vec<_>>()).await
}

async fn call(app: &App, command: &str, fields: &[&Zeroizing<String>]) -> Result<Value, Failure> {
    let mut request = Zeroizing::new(String::from("{"));
    for (number, field) in fields.iter().enumerate() {
        if number > 0 {
            request.push(',');
        }
        request.push_str(field);
    }
    request.push('}');
    serde_json::from_str(&app.call(command, &request).await?).map_err(Failure::bug)
}

/// Opens a locked store.
pub(crate) async fn unlock(app: &App, cli: &Cli) -> Result<(), Failure> {
    let way = Secrets::of_store(cli, app).await?.way_in()?;
    call(app, "store_unlock", &[&way]).await.map(drop)
}

/// What is said once of a new data folder, where scripts do not read: it is not protected, and how that is mended.
pub(crate) fn unprotected(app: &App) -> String {
    format!(
        "It is not protected: whoever can read its files can read its data. Protect it with: workbench --data {} protection \
         begin",
        disk::path_words(app.data_folder())
    )
}

pub(crate) async fn act(app: &App, cli: &Cli, what: &ProtectionWhat, out: &mut dyn Write) -> Result<(), End> {
    match what {
        ProtectionWhat::Show => {
            let answer = ask(app, "protection_get", &json!({})).await?;
            if cli.json {
                return Ok(writeln!(out, "{answer}")?);
            }
            let words =
                match (answer["state"] == "unprotected", answer["passphrase"] == true, answer["keychain"] == true) {
                    (true, ..) => "The data is not protected: whoever can read the files can read the data.",
                    (false, true, true) => {
                        "The data is protected. The keychain, a passphrase or the recovery key opens it."
                    }
                    (false, false, true) => "The data is protected. The keychain or the recovery key opens it.",
                    _ => "The data is protected. A passphrase or the recovery key opens it.",
                };
            writeln!(out, "{words}")?;
            if answer["keychain"] == true && answer["keychain_ready"] == false {
                writeln!(out, "{}", print::text(&answer["keychain_trouble"]))?;
            }
            Ok(())
        }
        ProtectionWhat::Begin { keychain } => {
            let mut fields = Vec::new();
            if !keychain || cli.passphrase_fd.is_some() {
                fields.push(field("passphrase", &Secrets::of(cli)?.new_one()?)?);
            }
            if *keychain {
                fields.push(Zeroizing::new("\"keychain\":true".to_owned()));
            }
            shown(cli, &call(app, "protection_begin", &fields.iter().collect::<Vec<_>>()).await?, out)
        }
        ProtectionWhat::Change => {
            let mut secrets = Secrets::of_store(cli, app).await?;
            let (way, new) = (secrets.way_in()?, field("new_passphrase", &secrets.new_one()?)?);
            let answer = call(app, "passphrase_change", &[&way, &new]).await?;
            done(cli, &answer, "The passphrase is changed. The recovery key is still the same.", out)
        }
        ProtectionWhat::PassphraseRemove => {
            let way = Secrets::of_store(cli, app).await?.way_in()?;
            let answer = call(app, "passphrase_remove", &[&way]).await?;
            done(cli, &answer, "There is no passphrase any more. The keychain or the recovery key opens the data.", out)
        }
        ProtectionWhat::KeychainAdd => {
            let way = Secrets::of_store(cli, app).await?.way_in()?;
            let answer = call(app, "keychain_add", &[&way]).await?;
            done(cli, &answer, "The keychain keeps the key: the data opens by itself for who is signed in.", out)
        }
        ProtectionWhat::KeychainRemove => {
            let way = Secrets::of_store(cli, app).await?.way_in()?;
            let answer = call(app, "keychain_remove", &[&way]).await?;
            done(cli, &answer, "The keychain does not keep the key any more. The passphrase opens the data.", out)
        }
        ProtectionWhat::RecoveryKey => {
            let way = Secrets::of_store(cli, app).await?.way_in()?;
            shown(cli, &call(app, "recovery_key_make", &[&way]).await?, out)
        }
    }
}

fn done(cli: &Cli, answer: &Value, words: &str, out: &mut dyn Write) -> Result<(), End> {
    if cli.json {
        return print::one(out, true, answer, &[]);
    }
    Ok(writeln!(out, "{words}")?)
}

/// A recovery key, this once.
fn shown(cli: &Cli, answer: &Value, out: &mut dyn Write) -> Result<(), End> {
    if cli.json {
        return Ok(writeln!(out, "{answer}")?);
    }
    writeln!(
        out,
        "The recovery key, shown this once. Write it down or print it, and keep it away from this laptop:\n"
    )?;
    writeln!(out, "  {}\n", answer["recovery_key"].as_str().unwrap_or_default())?;
    Ok(writeln!(out, "It opens the data when the passphrase is forgotten. Without either, nobody can open it.")?)
}
