//! `workbench`: the use cases without a window.

use std::process::ExitCode;

fn main() -> ExitCode {
    workbench_cli::run(
        std::env::args_os(),
        &mut std::io::stdin().lock(),
        &mut std::io::stdout(),
        &mut std::io::stderr(),
    )
}
