//! Tells Tauri which commands exist, so that all others are denied.

const COMMANDS: &[&str] = &[
    "call",
    "call_saving",
    "open_exported",
    "show_exported",
    "stay_awake",
    "slept_seconds",
    "pasted_picture",
    "take_dropped",
];

fn main() {
    let commands = tauri_build::AppManifest::new().commands(COMMANDS);
    if let Err(error) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands)) {
        println!("cargo::error={error:#}");
        std::process::exit(1);
    }
}
