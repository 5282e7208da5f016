//! The command line: what an owner runs.

use std::process::ExitCode;

use candor::config::Config;
use clap::{Parser, Subcommand};

mod commands;

/// Consented, moderated before/after galleries and testimonials for clinics.
#[derive(Parser)]
#[command(version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Answer visitors, and work on jobs unless CANDOR_JOBS_IN_SERVE=false.
    Serve,
    /// Work on jobs only.
    Work,
    /// Bring the database schema up to date.
    Migrate,
    /// Accounts of the clinic.
    #[command(subcommand)]
    User(UserCommand),
    /// A clinic to look at: makes it in the data folder the first time, and serves it on this machine.
    Demo {
        /// Delete the demo's folder first and make it anew.
        #[arg(long)]
        reset: bool,
        /// Don't ask before deleting.
        #[arg(long)]
        yes: bool,
    },
    /// Check database, storage, mail, clock and base URL.
    Doctor,
    /// The append-only record of who did what.
    #[command(subcommand)]
    Audit(AuditCommand),
}

#[derive(Subcommand)]
enum UserCommand {
    /// Add an account and print the link that sets its password.
    Add {
        #[arg(long)]
        name: String,
        #[arg(long)]
        email: String,
        /// staff, moderator or admin; may be given several times.
        #[arg(long = "role", required = true)]
        roles: Vec<String>,
    },
    /// Shut an account out at once.
    Disable { email: String },
    /// Print a link that sets a new password.
    ResetPassword { email: String },
}

#[derive(Subcommand)]
enum AuditCommand {
    /// Walk the whole chain and name the first row that was changed.
    Verify,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let config = match Config::from_env() {
        Ok(config) => config,
        Err(error) => {
            eprintln!("candor: {error}");
            return ExitCode::from(2);
        }
    };
    let result = match cli.command {
        Command::Serve => commands::serve(config),
        Command::Work => commands::work(config),
        Command::Migrate => commands::migrate(config),
        Command::User(UserCommand::Add { name, email, roles }) => {
            commands::user_add(config, name, email, &roles)
        }
        Command::User(UserCommand::Disable { email }) => commands::user_disable(config, &email),
        Command::User(UserCommand::ResetPassword { email }) => {
            commands::user_reset_password(config, &email)
        }
        Command::Demo { reset, yes } => commands::demo(config, reset, yes),
        Command::Doctor => commands::doctor(config),
        Command::Audit(AuditCommand::Verify) => commands::audit_verify(config),
    };
    match result {
        Ok(code) => code,
        Err(error) => {
            eprintln!("candor: {error}");
            ExitCode::FAILURE
        }
    }
}
