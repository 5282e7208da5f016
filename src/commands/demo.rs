//! `candor demo`: makes the demo the first time, says where to look, and serves it.

use std::io::{BufRead, IsTerminal, Write};

use candor::config::Config;
use candor::demo::{self, Demo, Folder, drawing};
use candor::error::Error;

use super::Outcome;

pub fn demo(config: Config, reset: bool, yes: bool, few: bool) -> Outcome {
    let mut config = demo::settings(config);
    // The addresses to try are to stay in sight: the log tells of trouble only, unless asked for more.
    if config.log.filter == "info" {
        "warn".clone_into(&mut config.log.filter);
    }
    let folder = Folder::claim(&config)?;
    check_port(&config)?;
    if reset && folder.holds_database() {
        confirm(&folder, yes)?;
        folder.empty()?;
    }
    let size = if few {
        Demo::few(drawing::draw_jpeg)
    } else {
        Demo::whole()
    };
    let made = demo::open(&folder, config.clone(), size, |step| {
        println!("{step}");
    });
    let (app, guide) = super::run(made)?;
    drop(app);
    println!("\n{guide}");
    demo::tell_mails(folder.path(), |mail| println!("{mail}"));
    super::serve(config)
}

/// Before the work, not after it.
fn check_port(config: &Config) -> Result<(), Error> {
    let listen = config.web.listen;
    std::net::TcpListener::bind(listen).map(drop).map_err(|e| {
        Error::internal(format!(
            "{listen} can't be used ({e}); choose another port, as in PORT=8090 bin/demo"
        ))
    })
}

fn confirm(folder: &Folder, yes: bool) -> Result<(), Error> {
    if yes {
        return Ok(());
    }
    if !std::io::stdin().is_terminal() {
        return Err(Error::internal(
            "--reset asks before it deletes; where nobody can answer, say --yes",
        ));
    }
    print!(
        "This deletes the demo in {}, with everything done in it. Delete? [y/N] ",
        folder.path().display()
    );
    let told = |e: std::io::Error| Error::internal(format!("terminal: {e}"));
    std::io::stdout().flush().map_err(told)?;
    let mut answer = String::new();
    std::io::stdin()
        .lock()
        .read_line(&mut answer)
        .map_err(told)?;
    match answer.trim().to_lowercase().as_str() {
        "y" | "yes" => Ok(()),
        _ => Err(Error::internal("nothing was deleted")),
    }
}
