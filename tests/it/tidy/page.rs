//! The walls of the page, which its lint holds as well: features never import each other, `shared` imports neither ipc
//! nor a feature, and one file knows Tauri.

use std::fs;

use support::{root, tracked_files};

/// Every import in the page's sources: the file, and what it imports, from the top of `ui/src` where it is ours.
fn imports() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let source =
        |name: &String| name.starts_with("ui/src/") && [".ts", ".svelte", ".js"].iter().any(|end| name.ends_with(end));
    for name in tracked_files().into_iter().filter(source) {
        let text = fs::read_to_string(root().join(&name)).unwrap();
        let file = name.strip_prefix("ui/src/").unwrap();
        for line in text.lines().map(str::trim_start) {
            // `import x from "y"`, the end of one over several lines, `export … from`, `import("y")`, `import "y"`.
            let starts = ["import ", "export ", "} from "].iter().any(|word| line.starts_with(word));
            let quoted = if let Some((_, rest)) = line.split_once("import(") {
                rest
            } else if starts && line.contains(" from ") {
                line.split_once(" from ").unwrap().1
            } else if line.starts_with("import \"") || line.starts_with("import '") {
                &line["import ".len()..]
            } else {
                continue;
            };
            let what = quoted.trim_start_matches(['"', '\'', '`']).split(['"', '\'', '`']).next().unwrap();
            found.push((file.to_owned(), resolve(file, what)));
        }
    }
    assert!(found.len() > 50, "only {} imports were found", found.len());
    found
}

fn resolve(file: &str, what: &str) -> String {
    if !what.starts_with('.') {
        return what.to_owned();
    }
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for part in what.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

fn feature(path: &str) -> Option<&str> {
    path.strip_prefix("features/").and_then(|rest| rest.split('/').next())
}

#[test]
fn the_pages_walls_hold() {
    for (file, what) in imports() {
        if what.starts_with("@tauri-apps") {
            assert_eq!(file, "ipc/tauri.ts", "only ui/src/ipc/tauri.ts knows Tauri; {file} imports {what}");
        }
        let transport = what == "#transport" || what.starts_with("ipc/tauri") || what.starts_with("ipc/devhost");
        assert!(!transport || file.starts_with("ipc/"), "{file} imports {what}: ask through ipc/call.ts");
        if let (Some(own), Some(other)) = (feature(&file), feature(&what)) {
            assert_eq!(own, other, "{file} imports another feature: let app/ put them together");
        }
        let up = |layer: &[&str]| layer.iter().any(|above| what.starts_with(above));
        if file.starts_with("shared/") {
            assert!(
                !up(&["ipc/", "features/", "app/"]),
                "{file} imports {what}: shared knows neither ipc nor a feature"
            );
        }
        if file.starts_with("ipc/") {
            assert!(!up(&["features/", "app/", "shared/"]), "{file} imports {what}: ipc knows the contract alone");
        }
        if feature(&file).is_some() {
            assert!(!up(&["app/"]), "{file} imports {what}: a feature does not know what it is put into");
        }
    }
}

#[test]
fn the_page_writes_no_html_from_text_and_reaches_no_network() {
    let banned = ["{@html", "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function("];
    let network = ["fetch(", "XMLHttpRequest", "WebSocket(", "EventSource(", "sendBeacon", "http://", "https://"];
    for name in tracked_files().into_iter().filter(|name| name.starts_with("ui/src/") || name == "ui/index.html") {
        if !(name.ends_with(".ts") || name.ends_with(".svelte") || name.ends_with(".html"))
            || name.ends_with(".test.ts")
        {
            continue;
        }
        let text = fs::read_to_string(root().join(&name)).unwrap();
        for (number, line) in (1..).zip(text.lines()) {
            assert!(
                !banned.iter().any(|b| line.contains(b)),
                "{name}:{number}: every user text is rendered as text: {line}"
            );
            // The transport of browser tests is never part of the product's bundle.
            let allowed = name == "ui/src/ipc/devhost.ts" || line.contains("http://www.w3.org/");
            assert!(
                allowed || !network.iter().any(|n| line.contains(n)),
                "{name}:{number}: the page uses no network: {line}"
            );
        }
    }
}
