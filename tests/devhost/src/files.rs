//! The built page, held in memory, with the same content policy as in the window.

use std::{collections::HashMap, fs, path::Path};

/// The files of the page.
pub(crate) struct Page {
    files: HashMap<String, (&'static str, Vec<u8>)>,
    /// The content security policy of the window, but that the page may call this host instead of the shell.
    pub policy: String,
}

/// What is answered: status, content type, body.
pub(crate) type Answer = (u16, &'static str, Vec<u8>);

impl Page {
    /// Reads the built page.
    pub(crate) fn read(folder: &Path) -> Result<Self, String> {
        let mut files = HashMap::new();
        collect(folder, "", &mut files)
            .map_err(|error| format!("{}: {error}; build the page with `npm run build:devhost`", folder.display()))?;
        Ok(Self { files, policy: policy()? })
    }

    /// A file of the page; the page itself at `/`.
    pub(crate) fn get(&self, url: &str) -> Answer {
        let path = url.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
        let name = if path.is_empty() { "index.html" } else { path };
        match self.files.get(name) {
            Some((kind, bytes)) => (200, kind, bytes.clone()),
            None => (404, "text/plain", b"There is no such file.".to_vec()),
        }
    }
}

fn collect(folder: &Path, prefix: &str, files: &mut HashMap<String, (&'static str, Vec<u8>)>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.insert(name.clone(), (kind(&name), fs::read(entry.path())?));
        }
    }
    Ok(())
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

/// The window's own policy, so that what it blocks is blocked here too.
fn policy() -> Result<String, String> {
    const SHELL: &str = "connect-src ipc: http://ipc.localhost";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tauri.conf.json");
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let config: serde_json::Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let policy = config["app"]["security"]["csp"].as_str().ok_or("tauri.conf.json has no app.security.csp")?;
    if !policy.contains(SHELL) {
        return Err(format!("the policy in tauri.conf.json has no \"{SHELL}\""));
    }
    Ok(policy.replace(SHELL, "connect-src 'self'"))
}
