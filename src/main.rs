//! The command line: what an owner runs.

use std::path::PathBuf;
use std::process::ExitCode;

use candor::config::Config;
use candor::error::Error;
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
    #[command(flatten)]
    Clinic(ClinicCommand),
    #[command(flatten)]
    Photos(PhotosCommand),
    /// Records of consents that clients keep.
    #[command(subcommand)]
    Receipt(ReceiptCommand),
}

#[derive(Subcommand)]
enum ReceiptCommand {
    /// Say whether a client's record (JSON) is as it was given out.
    Verify {
        file: PathBuf,
        /// The public key of the clinic; without it, that of this installation.
        #[arg(long)]
        key: Option<String>,
    },
    /// Print the public key of this installation, for others who check records.
    Key,
}

/// Works on files alone: no settings, no database.
#[derive(Subcommand)]
enum PhotosCommand {
    /// Make the web versions of photos, as the server does after an upload.
    Develop(commands::DevelopArgs),
    /// Find how an after photo lies to a before photo of the same view.
    Align(commands::PairArgs),
    /// Say whether a before and an after photo can be compared: light, colour, sharpness, background.
    CompareLight(commands::PairArgs),
}

#[derive(Subcommand)]
enum ClinicCommand {
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
        /// One case of each kind instead of all, for a quick look and for tests.
        #[arg(long)]
        few: bool,
    },
    /// Check database, storage, mail, clock and base URL.
    Doctor,
    /// Write everything into a new folder, or a new .zip file, while the clinic goes on working.
    Backup { to: PathBuf },
    /// Put a backup into an empty installation, and let withdrawals made since take effect.
    Restore {
        /// The folder or .zip file that `backup` wrote.
        #[arg(required_unless_present = "finish")]
        from: Option<PathBuf>,
        /// Go on with a restore that was interrupted after the rows were in.
        #[arg(long, conflicts_with = "from")]
        finish: bool,
        /// The ledger of withdrawals is lost: nothing is public until it is published again.
        #[arg(long)]
        ledger_lost: bool,
        /// The keys of the old installation are lost: links printed or mailed again will be new ones.
        #[arg(long)]
        new_keys: bool,
    },
    /// Open files for others to read.
    #[command(subcommand)]
    Export(ExportCommand),
    /// The append-only record of who did what.
    #[command(subcommand)]
    Audit(AuditCommand),
    /// The ledger of withdrawals, outside the database.
    #[command(subcommand)]
    Ledger(LedgerCommand),
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
    /// Take away the second factor of someone who lost their phone and their recovery codes.
    ResetSecondFactor { email: String },
}

#[derive(Subcommand)]
enum ExportCommand {
    /// All that is kept of one client: words, photos, consents, uses.
    Client {
        /// The id in the address of their record, or their public id.
        id: String,
        /// A new .zip file, or a new folder.
        #[arg(long)]
        out: PathBuf,
    },
    /// The whole clinic as JSON and photos.
    Clinic {
        /// A new folder, or a new .zip file.
        #[arg(long)]
        out: PathBuf,
    },
}

#[derive(Subcommand)]
enum AuditCommand {
    /// Walk the whole chain, compare it with its anchors, and name the first row that was changed.
    Verify,
    /// Write the events as lines of JSON, with the signed head as the last line.
    Export {
        /// The first day, such as 2026-11-01 (UTC).
        #[arg(long)]
        from: Option<chrono::NaiveDate>,
        /// The last day.
        #[arg(long)]
        to: Option<chrono::NaiveDate>,
        /// A new file; without one the lines go to the standard output.
        #[arg(long)]
        out: Option<PathBuf>,
    },
}

#[derive(Subcommand)]
enum LedgerCommand {
    /// Print all entries, the oldest first.
    List,
    /// Check each entry, and compare the ledger with the database, both ways.
    Verify,
}

fn main() -> ExitCode {
    match Cli::parse().command {
        Command::Photos(command) => photos(command),
        Command::Clinic(command) => clinic(command),
        Command::Receipt(ReceiptCommand::Verify { file, key }) => {
            answer(commands::receipt_verify(&file, key))
        }
        Command::Receipt(ReceiptCommand::Key) => answer(
            Config::from_env()
                .map_err(|error| Error::internal(error.to_string()))
                .and_then(|config| commands::receipt_key(&config)),
        ),
    }
}

fn photos(command: PhotosCommand) -> ExitCode {
    match command {
        PhotosCommand::Develop(asked) => commands::develop(&asked),
        PhotosCommand::Align(asked) => answer(commands::align(&asked)),
        PhotosCommand::CompareLight(asked) => answer(commands::compare_light(&asked)),
    }
}

fn clinic(command: ClinicCommand) -> ExitCode {
    let config = match Config::from_env() {
        Ok(config) => config,
        Err(error) => {
            eprintln!("candor: {error}");
            return ExitCode::from(2);
        }
    };
    let result = match command {
        ClinicCommand::Serve => commands::serve(config),
        ClinicCommand::Work => commands::work(config),
        ClinicCommand::Migrate => commands::migrate(config),
        ClinicCommand::User(UserCommand::Add { name, email, roles }) => {
            commands::user_add(config, name, email, &roles)
        }
        ClinicCommand::User(UserCommand::Disable { email }) => {
            commands::user_disable(config, &email)
        }
        ClinicCommand::User(UserCommand::ResetPassword { email }) => {
            commands::user_reset_password(config, &email)
        }
        ClinicCommand::User(UserCommand::ResetSecondFactor { email }) => {
            commands::user_reset_second_factor(config, &email)
        }
        ClinicCommand::Demo { reset, yes, few } => commands::demo(config, reset, yes, few),
        ClinicCommand::Backup { to } => commands::backup(config, &to),
        ClinicCommand::Restore { finish: true, .. } => commands::restore_finish(config),
        ClinicCommand::Restore {
            from,
            ledger_lost,
            new_keys,
            ..
        } => commands::restore(config, &from.unwrap_or_default(), ledger_lost, new_keys),
        ClinicCommand::Export(ExportCommand::Client { id, out }) => {
            commands::export_client(config, &id, &out)
        }
        ClinicCommand::Export(ExportCommand::Clinic { out }) => {
            commands::export_clinic(config, &out)
        }
        ClinicCommand::Doctor => commands::doctor(config),
        ClinicCommand::Audit(AuditCommand::Verify) => commands::audit_verify(config),
        ClinicCommand::Audit(AuditCommand::Export { from, to, out }) => {
            commands::audit_export(config, (from, to), out.as_deref())
        }
        ClinicCommand::Ledger(LedgerCommand::List) => commands::ledger_list(config),
        ClinicCommand::Ledger(LedgerCommand::Verify) => commands::ledger_verify(config),
    };
    answer(result)
}

fn answer(result: Result<ExitCode, Error>) -> ExitCode {
    match result {
        Ok(code) => code,
        Err(error) => {
            eprintln!("candor: {error}");
            ExitCode::FAILURE
        }
    }
}
