//! The people of the invented studio who sign in.

use crate::accounts::{self, Actor, ActorSession, NewUser, Role, SignedIn};
use crate::app::App;
use crate::error::Error;

/// One password for all three: the demo is for this machine only.
pub(super) const PASSWORD: &str = "north light demo";

/// Name, address and roles of each account; the first is the admin.
pub(super) const ACCOUNTS: [(&str, &str, &[Role]); 3] = [
    ("Ilse Vandermeer", "admin@northlight.example", &Role::ALL),
    (
        "Jonah Achterberg",
        "moderator@northlight.example",
        &[Role::Moderator],
    ),
    ("Priya Nambiar", "staff@northlight.example", &[Role::Staff]),
];

/// Everyone signed in, as long as the seeding takes.
#[derive(Clone)]
pub(super) struct Team {
    pub admin: Actor,
    pub moderator: Actor,
    pub staff: Actor,
    sessions: Vec<(Actor, ActorSession)>,
}

impl Team {
    /// Makes the accounts the way a clinic does: the first run, then invitations that choose a password.
    pub async fn gather(app: &App) -> Result<Self, Error> {
        let [first, second, third] = ACCOUNTS;
        let token = accounts::create_first_admin(app, new(first), PASSWORD.to_owned()).await?;
        let admin = accounts::person_of_session(app, &token).await?;
        let moderator = invite(app, &admin.0, second).await?;
        let staff = invite(app, &admin.0, third).await?;
        Ok(Self {
            admin: admin.0.clone(),
            moderator: moderator.0.clone(),
            staff: staff.0.clone(),
            sessions: vec![admin, moderator, staff],
        })
    }

    /// Signs everyone out.
    pub async fn leave(self, app: &App) -> Result<(), Error> {
        app.db
            .write(move |conn| {
                for (actor, session) in &self.sessions {
                    accounts::sign_out(conn, actor, session)?;
                }
                Ok(())
            })
            .await
    }
}

fn new((name, email, roles): (&str, &str, &[Role])) -> NewUser {
    NewUser {
        name: name.to_owned(),
        email: email.to_owned(),
        roles: roles.to_vec(),
    }
}

async fn invite(
    app: &App,
    admin: &Actor,
    account: (&str, &str, &[Role]),
) -> Result<(Actor, ActorSession), Error> {
    let (config, admin, new) = (app.config.clone(), admin.clone(), new(account));
    let (_, link) = app
        .db
        .write(move |conn| accounts::add_user(conn, &config, Some(&admin), &new))
        .await?;
    let token = link.url.rsplit('/').next().unwrap_or_default();
    match accounts::set_password(app, token, PASSWORD.to_owned()).await? {
        SignedIn::Session(session) => accounts::person_of_session(app, &session).await,
        SignedIn::Challenge(_) => Err(Error::SignInRequired),
    }
}
