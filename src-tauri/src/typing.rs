//! Spell check and input methods in the web view. `WebKitGTK` has both and leaves them off.

use std::{cell::Cell, time::Duration};

use tauri::WebviewWindow;
use webkit2gtk::{InputMethodContextExt as _, LoadEvent, WebContext, WebContextExt as _, WebViewExt as _, glib};

/// How long after the page has loaded the dictionaries are read: on the thread of the window, which has the first screen to
/// paint until then, and before anyone has typed a word.
const AFTER_LOADING: Duration = Duration::from_secs(1);

/// Turns on spell check in the person's own languages and in English, and shows what an input method is composing inside
/// the field instead of in a window of its own. A dictionary that is not installed is passed over.
pub(crate) fn prepare(window: &WebviewWindow) -> tauri::Result<()> {
    window.with_webview(|webview| {
        let view = webview.inner();
        if let Some(input_method) = view.input_method_context() {
            input_method.set_enable_preedit(true);
        }
        let waiting = Cell::new(view.web_context());
        view.connect_load_changed(move |_, event| {
            if event != LoadEvent::Finished {
                return;
            }
            if let Some(context) = waiting.take() {
                glib::timeout_add_local_once(AFTER_LOADING, move || check_spelling(&context));
            }
        });
    })
}

fn check_spelling(context: &WebContext) {
    let spoken = glib::language_names();
    let languages = languages(spoken.iter().map(glib::GString::as_str));
    context.set_spell_checking_languages(&languages);
    context.set_spell_checking_enabled(true);
}

/// The languages to check in, of those that the system names in the order of preference: `de_DE.UTF-8`, `de_DE`, `de`, `C`.
fn languages<'a>(spoken: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut languages: Vec<_> =
        spoken.filter(|name| *name != "C" && *name != "POSIX" && !name.contains(['.', '@'])).collect();
    // Engineers write half their words in English whatever language they speak.
    for english in ["en_US", "en_GB"] {
        if !languages.contains(&english) {
            languages.push(english);
        }
    }
    languages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_persons_languages_come_first_and_english_is_always_there() {
        let german = ["de_CH.UTF-8", "de_CH", "de.UTF-8", "de", "C"];
        assert_eq!(languages(german.into_iter()), ["de_CH", "de", "en_US", "en_GB"]);
        assert_eq!(languages(["en_GB.UTF-8", "en_GB", "en", "C"].into_iter()), ["en_GB", "en", "en_US"]);
        assert_eq!(languages(["C"].into_iter()), ["en_US", "en_GB"]);
    }
}
