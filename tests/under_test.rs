//! The command line, for tests that need it as a process of its own.

use std::process::ExitCode;

fn main() -> ExitCode {
    workbench_cli::run(
        std::env::args_os(),
        &mut std::io::stdin().lock(),
        &mut std::io::stdout(),
        &mut std::io::stderr(),
    )
}
