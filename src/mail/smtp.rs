//! Mail over SMTP: one connection a mail, bounded in time from the first byte to the last.

use std::fmt;
use std::future::Future;
use std::time::Duration;

use lettre::message::Mailbox;
use lettre::transport::smtp;
use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

use super::message;
use super::{Mail, MailError};
use crate::config::{MailConfig, MailTls};

type Transport = AsyncSmtpTransport<Tokio1Executor>;

/// A mail server and the address we send from.
pub struct Smtp {
    transport: Transport,
    from: Mailbox,
    /// `host:port` and how it is protected.
    place: String,
    patience: Duration,
}

impl Smtp {
    pub(super) fn new(config: &MailConfig, patience: Duration) -> Result<Self, MailError> {
        let MailConfig::Smtp {
            host,
            port,
            tls,
            user,
            password,
            from,
        } = config
        else {
            return Err(MailError::Refused("not a mail server".to_owned()));
        };
        let (transport, protection) = match tls {
            MailTls::Implicit => (Transport::relay(host), "TLS"),
            MailTls::StartTls => (Transport::starttls_relay(host), "STARTTLS"),
            MailTls::None => (Ok(Transport::builder_dangerous(host)), "without encryption"),
        };
        let mut transport = transport
            .map_err(|e| MailError::Refused(format!("mail server {host}: {e}")))?
            .port(*port)
            .timeout(Some(patience));
        if let (Some(user), Some(password)) = (user, password) {
            transport =
                transport.credentials(Credentials::new(user.clone(), password.text().to_owned()));
        }
        Ok(Self {
            transport: transport.build(),
            from: message::sender(from)?,
            place: format!("mail server {host}:{port} ({protection})"),
            patience,
        })
    }

    pub(super) async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        let message = message::build(mail, &self.from)?;
        self.within(&mail.to, self.transport.send(message))
            .await
            .map(|_| ())
    }

    pub(super) async fn verify(&self) -> Result<String, MailError> {
        if self.within("", self.transport.test_connection()).await? {
            Ok(format!("the {self} answers"))
        } else {
            Err(MailError::Unavailable(format!(
                "the {self} hung up after the greeting"
            )))
        }
    }

    /// The crate's own timeout covers the connection only: a server that goes silent later would be waited for.
    async fn within<T>(
        &self,
        recipient: &str,
        work: impl Future<Output = Result<T, smtp::Error>>,
    ) -> Result<T, MailError> {
        match tokio::time::timeout(self.patience, work).await {
            Ok(done) => done.map_err(|e| self.told(recipient, &e)),
            Err(_) => Err(MailError::Unavailable(format!(
                "the {self} did not answer within {} s",
                self.patience.as_secs_f32()
            ))),
        }
    }

    fn told(&self, recipient: &str, error: &smtp::Error) -> MailError {
        let mut text = format!("the {self}: {error}");
        if !recipient.is_empty() {
            text = text.replace(recipient, "<recipient>");
        }
        // 530, 534, 535, 538: the login is wrong, not the mail; it can go once the settings are put right.
        let code = error.status().map_or(0, u16::from);
        let login = matches!(code, 530 | 534 | 535 | 538);
        // The crate itself refuses addresses beyond ASCII when the server can't take them; its other complaints are about
        // the server (no STARTTLS, no known way to sign in).
        let beyond_ascii = error.is_client() && !recipient.is_ascii();
        if (error.is_permanent() && !login) || beyond_ascii {
            MailError::Refused(text)
        } else {
            MailError::Unavailable(text)
        }
    }
}

impl fmt::Display for Smtp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.place)
    }
}
