//! Mail by SMTP (lettre, rustls).

use std::time::Duration;

use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

use super::{Mail, MailError, message};
use crate::config::{MailConfig, MailTls};

/// How long a server may take for one step of the conversation.
const TIMEOUT: Duration = Duration::from_secs(10);

/// A mail server and who we are to it.
#[derive(Clone)]
pub struct Server {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: String,
}

impl Server {
    pub(super) fn open(config: &MailConfig) -> Result<Self, MailError> {
        let MailConfig::Smtp {
            host,
            port,
            tls,
            user,
            password,
            from,
        } = config
        else {
            return Err(MailError::Unavailable("not an SMTP server".to_owned()));
        };
        from.parse::<lettre::message::Mailbox>()
            .map_err(|e| MailError::Refused(format!("CANDOR_MAIL_FROM: {e}")))?;
        let parameters = || {
            TlsParameters::new(host.clone())
                .map_err(|e| MailError::Unavailable(format!("TLS: {e}")))
        };
        let tls = match tls {
            MailTls::None => Tls::None,
            MailTls::StartTls => Tls::Required(parameters()?),
            MailTls::Implicit => Tls::Wrapper(parameters()?),
        };
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host.clone())
            .port(*port)
            .tls(tls)
            .timeout(Some(TIMEOUT));
        if let Some(user) = user {
            let password = password
                .as_ref()
                .map(|p| p.text().to_owned())
                .unwrap_or_default();
            builder = builder.credentials(Credentials::new(user.clone(), password));
        }
        Ok(Self {
            transport: builder.build(),
            from: from.clone(),
        })
    }

    pub(super) async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        let message = message::build(mail, &self.from)?;
        match tokio::time::timeout(TIMEOUT * 2, self.transport.send(message)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) if error.is_permanent() => Err(MailError::Refused(error.to_string())),
            Ok(Err(error)) => Err(MailError::Unavailable(error.to_string())),
            Err(_) => Err(MailError::Unavailable(
                "the mail server takes too long".to_owned(),
            )),
        }
    }

    pub(super) async fn verify(&self) -> Result<(), MailError> {
        match tokio::time::timeout(TIMEOUT, self.transport.test_connection()).await {
            Ok(Ok(true)) => Ok(()),
            Ok(Ok(false)) => Err(MailError::Unavailable("the mail server hung up".to_owned())),
            Ok(Err(error)) => Err(MailError::Unavailable(error.to_string())),
            Err(_) => Err(MailError::Unavailable(
                "the mail server takes too long".to_owned(),
            )),
        }
    }
}
