//! Mail servers: aiosmtpd (a real one, from PyPI) and one that answers what it is told.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use candor::config::{MailConfig, MailTls, Secret};

use super::wire;

/// aiosmtpd, which prints every mail it takes.
pub struct Aiosmtpd {
    pub address: SocketAddr,
    child: Child,
    output: ChildStdout,
}

impl Aiosmtpd {
    /// `None`, saying so, where aiosmtpd is not installed.
    pub fn start(options: &[&str]) -> Option<Self> {
        let installed = Command::new("python3")
            .args(["-c", "import aiosmtpd"])
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success());
        if !installed {
            eprintln!("skipped: python3 -m pip install aiosmtpd");
            return None;
        }
        let address = wire::nobody();
        let mut child = Command::new("python3")
            .args(["-u", "-m", "aiosmtpd", "-n", "-l", &address.to_string()])
            .args(options)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let output = child.stdout.take().unwrap();
        let begun = Instant::now();
        while TcpStream::connect(address).is_err() {
            assert!(
                begun.elapsed() < Duration::from_secs(20),
                "aiosmtpd is late"
            );
            std::thread::sleep(Duration::from_millis(50));
        }
        Some(Self {
            address,
            child,
            output,
        })
    }

    /// Stops the server and returns all it printed.
    pub fn stop(mut self) -> String {
        self.child.kill().unwrap();
        let mut printed = String::new();
        self.output.read_to_string(&mut printed).unwrap();
        printed
    }
}

impl Drop for Aiosmtpd {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Says yes to everything but commands that begin with `command`, which get `answer`.
pub fn contrary(command: &'static str, answer: &'static str) -> SocketAddr {
    let (address, _) = wire::serve(move |socket| {
        let mut lines = BufReader::new(socket.try_clone().unwrap());
        let mut say = |text: &str| socket.write_all(format!("{text}\r\n").as_bytes()).is_ok();
        say("220 contrary");
        let (mut line, mut in_data) = (String::new(), false);
        while matches!(lines.read_line(&mut line), Ok(1..)) {
            let said = std::mem::take(&mut line);
            let said = said.trim_end();
            let heard = if in_data && said != "." {
                true
            } else if said.starts_with(command) {
                say(answer)
            } else if said == "DATA" {
                in_data = true;
                say("354 go on")
            } else if said.starts_with("EHLO") {
                say("250-contrary") && say("250 AUTH PLAIN")
            } else {
                in_data = false;
                say("250 fine")
            };
            if !heard || said == "QUIT" {
                break;
            }
        }
    });
    address
}

/// A configuration for a server on this machine.
pub fn config(address: SocketAddr, tls: MailTls, login: Option<(&str, &str)>) -> MailConfig {
    MailConfig::Smtp {
        host: address.ip().to_string(),
        port: address.port(),
        tls,
        user: login.map(|(user, _)| user.to_owned()),
        password: login.map(|(_, password)| Secret::new(password)),
        from: "The Clinic <clinic@example.org>".to_owned(),
    }
}
