//! How a document is printed: on which paper, in which language, and with which password.

use workbench_report::{Language, Paper, Print, Seal};

use crate::{App, failure::Failure, protection::Secret, status::paper};

/// As it is asked for, and else as in the settings; in English where no language is named.
pub(crate) async fn print(app: &App, asked: Option<Paper>, language: Option<&str>) -> Result<Print, Failure> {
    let language = language.map_or(Ok(Language::default()), str::parse);
    let language = language.map_err(|unknown| Failure::invalid(unknown.to_string()).under("language"))?;
    Ok(Print { paper: paper(app, asked).await?, language, seal: None })
}

/// The same with a password, where one was given. It is kept nowhere.
pub(crate) fn sealed(app: &App, print: Print, password: Option<&Secret>) -> Result<Print, Failure> {
    let Some(password) = password else { return Ok(print) };
    let mut chance = zeroize::Zeroizing::new([0; Seal::CHANCE]);
    app.deps().chance.fill(&mut chance[..])?;
    let seal =
        Seal::new(&password.0, &chance).map_err(|refused| Failure::invalid(refused.to_string()).under("password"))?;
    Ok(Print { seal: Some(seal), ..print })
}
