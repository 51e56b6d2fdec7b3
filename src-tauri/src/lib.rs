//! The shell: the only Rust that names tauri. It opens one window, passes the page's calls to `App::call`, and asks the
//! person for files. No rule and no SQL here.

mod awake;
mod brought;
mod closing;
mod door;
mod files;
#[cfg(target_os = "linux")]
mod graphics;
mod ipc;
mod paths;
#[cfg(target_os = "linux")]
mod revive;
mod slept;
#[cfg(target_os = "linux")]
mod suspend;
#[cfg(feature = "scripted-files")]
mod tap;
#[cfg(target_os = "linux")]
mod typing;

use std::process::ExitCode;

use tauri::{DragDropEvent, LogicalSize, Manager as _, RunEvent, WebviewUrl, WebviewWindowBuilder, WindowEvent};

use crate::{awake::Awake, brought::Dropped, closing::Closing, door::Door, files::Exports};

/// The one window's label, as the capability in `tauri.conf.json` names it.
pub(crate) const MAIN: &str = "main";

/// Runs the window until it is closed, or the command line where that is asked for (ADR 12).
#[must_use]
pub fn run() -> ExitCode {
    if let Some(line) = paths::command_line(std::env::args_os()) {
        let (stdin, mut stdout, mut stderr) = (std::io::stdin(), std::io::stdout(), std::io::stderr());
        return workbench_cli::run(line, &mut stdin.lock(), &mut stdout, &mut stderr);
    }
    #[cfg(target_os = "linux")]
    graphics::prepare();
    let arguments = match paths::arguments(std::env::args_os()) {
        Ok(arguments) => arguments,
        Err(message) => return say(&message, 2),
    };
    if let Some(text) = arguments.print {
        return say(text, 0);
    }
    // Asked for here: Tauri itself would panic where no display opens.
    #[cfg(target_os = "linux")]
    if gtk::init().is_err() {
        return say(
            "Interview Workbench cannot open its window: no display can be reached (see DISPLAY or WAYLAND_DISPLAY).",
            1,
        );
    }
    match window(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => say(&format!("Interview Workbench cannot open its window: {error}"), 1),
    }
}

fn say(message: &str, code: u8) -> ExitCode {
    use std::io::Write as _;
    let _ = if code == 0 { writeln!(std::io::stdout(), "{message}") } else { writeln!(std::io::stderr(), "{message}") };
    ExitCode::from(code)
}

fn window(arguments: paths::Arguments) -> tauri::Result<()> {
    let app = tauri::Builder::default()
        .plugin(
            tauri_plugin_single_instance::Builder::new()
                .dbus_id(paths::bus_name(arguments.data.as_deref()))
                .callback(|app, _, _| closing::bring_forward(app))
                .build(),
        )
        .plugin(tauri_plugin_dialog::init())
        .manage(Door::new(arguments.data))
        .manage(Exports::default())
        .manage(Closing::default())
        .manage(Awake::default())
        .manage(Dropped::default())
        .invoke_handler(tauri::generate_handler![
            ipc::call,
            files::call_saving,
            files::open_exported,
            files::show_exported,
            awake::stay_awake,
            slept::slept_seconds,
            brought::pasted_picture,
            brought::take_dropped
        ])
        .setup(|app| {
            // The store opens while the window is made; the page's first call finds it open, or learns why it is not.
            let handle = app.handle().clone();
            tauri::async_runtime::spawn(async move { drop(handle.state::<Door>().app().await) });
            // The title never holds a name or a rating: it shows in task bars and shared screens.
            let window = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::default())
                .title("Interview Workbench")
                .inner_size(1280.0, 820.0)
                .min_inner_size(480.0, 400.0)
                // On a laptop's small screen the place where one writes is at the foot of the window. The margin is the title bar,
                // which is not counted everywhere.
                .prevent_overflow_with_margin(LogicalSize::new(0.0, 48.0));
            // WebKitGTK tells the page of no file that is dropped, so Tauri hands it over; the other web views do, once
            // Tauri keeps out of their way.
            #[cfg(not(target_os = "linux"))]
            let window = window.disable_drag_drop_handler();
            let window = window.build()?;
            #[cfg(target_os = "linux")]
            {
                typing::prepare(&window)?;
                revive::prepare(&window)?;
                suspend::watch(app.handle().clone());
            }
            #[cfg(not(target_os = "linux"))]
            drop(window);
            Ok(())
        })
        .build(tauri::generate_context!())?;
    app.run(|app, event| match event {
        RunEvent::WindowEvent { event: WindowEvent::CloseRequested { .. }, .. } => closing::asked(app),
        RunEvent::WindowEvent { event: WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }), .. } => {
            brought::keep(app, &paths);
        }
        RunEvent::Exit => {
            let door = app.state::<Door>();
            tauri::async_runtime::block_on(door.close());
        }
        _ => {}
    });
    Ok(())
}
