//! The roof: starts the library and ends the process with its exit code.

fn main() -> std::process::ExitCode {
    optimactl::run()
}
