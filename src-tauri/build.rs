//! Tells Tauri which commands exist, so that all others are denied.

fn main() {
    let commands = tauri_build::AppManifest::new().commands(&[
        "call",
        "call_saving",
        "open_exported",
        "stay_awake",
        "pasted_picture",
        "take_dropped",
    ]);
    if let Err(error) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands)) {
        println!("cargo::error={error:#}");
        std::process::exit(1);
    }
}
