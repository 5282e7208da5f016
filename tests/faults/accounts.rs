//! S46 for accounts: what may happen once, or must stay, holds when two act at the same moment on two instances.

use candor::accounts::{self, Actor, NewUser, Role, SignedIn};
use candor::db::schema::{sessions, sign_in_delays as delays, user_roles, users};
use candor::db::{Conn, Db, UserId};
use candor::error::Error;
use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::arena::{Arena, Spread, how_many};
use crate::support::app::{Options, TestApp};
use crate::support::studio::{PASSWORD, Studio};

async fn beside(clinic: &TestApp) -> TestApp {
    TestApp::start_with(Options {
        beside: Some(clinic.config()),
        ..Options::default()
    })
    .await
}

async fn admins(db: &Db) -> usize {
    let read = db.read(|conn| accounts::users_with_role(conn, Some(Role::Admin)));
    read.await.unwrap().len()
}

#[tokio::test]
async fn s46_two_who_come_first_race_and_one_is_the_owner() {
    let here = TestApp::start().await;
    let there = beside(&here).await;
    let come = |app: &TestApp, email: &str| {
        let new = NewUser {
            name: "Someone".to_owned(),
            email: email.to_owned(),
            roles: vec![Role::Admin],
        };
        let app = app.app.clone();
        async move { accounts::create_first_admin(&app, new, PASSWORD.to_owned()).await }
    };
    for round in 0..how_many().min(10) {
        let one = come(&here, "one@studio.example");
        let (one, other) = tokio::join!(one, come(&there, "other@studio.example"));
        assert_ne!(one.is_ok(), other.is_ok(), "round {round}");
        let db = &here.app.db;
        assert_eq!(admins(db).await, 1, "round {round}");
        let back = db.write(|conn| {
            diesel::delete(sessions::table).execute(&mut **conn)?;
            diesel::delete(user_roles::table).execute(&mut **conn)?;
            Ok(diesel::delete(users::table).execute(&mut **conn)?)
        });
        back.await.unwrap();
    }
}

/// Two admins, nobody shut out.
fn set_back(conn: &mut Conn, two: &[UserId]) -> Result<(), Error> {
    diesel::update(users::table)
        .set(users::disabled_at.eq(None::<NaiveDateTime>))
        .execute(&mut **conn)?;
    diesel::delete(user_roles::table.filter(user_roles::role.eq("admin"))).execute(&mut **conn)?;
    let now = conn.now()?;
    for id in two {
        let row = (
            user_roles::user_id.eq(id.as_str()),
            user_roles::role.eq("admin"),
            user_roles::granted_at.eq(now),
        );
        diesel::insert_into(user_roles::table)
            .values(row)
            .execute(&mut **conn)?;
    }
    Ok(())
}

async fn person(clinic: &TestApp, email: &str) -> Actor {
    let here = std::net::IpAddr::from([127, 0, 0, 1]);
    let step = accounts::sign_in(&clinic.app, email, PASSWORD.to_owned(), here).await;
    let Ok(SignedIn::Session(token)) = step else {
        panic!("{step:?}")
    };
    let found = accounts::person_of_session(&clinic.app, &token).await;
    found.unwrap().0
}

#[tokio::test]
async fn s46_two_admins_shut_each_other_out_and_one_stays() {
    let studio = Studio::open().await;
    let (here, there) = (&studio.clinic, beside(&studio.clinic).await);
    let read = here.app.db.read(|conn| {
        let emails = ["ada@studio.example", "moderator@studio.example"];
        let all = emails.map(|email| Ok(accounts::user_by_email(conn, email)?.id));
        all.into_iter().collect()
    });
    let ids: Vec<UserId> = read.await.unwrap();
    let two = ids.clone();
    let back = here.app.db.write(move |conn| set_back(conn, &two));
    back.await.unwrap();
    let one = person(here, "ada@studio.example").await;
    let other = person(here, "moderator@studio.example").await;
    let mut spread = Spread::new();
    for round in 0..how_many() {
        let two = ids.clone();
        let back = here.app.db.write(move |conn| set_back(conn, &two));
        back.await.unwrap();
        let (who, whom) = (one.clone(), other.id.clone());
        let first = here
            .app
            .db
            .write(move |conn| accounts::disable(conn, Some(&who), &whom));
        let (who, whom) = (other.clone(), one.id.clone());
        let second = there
            .app
            .db
            .write(move |conn| accounts::disable(conn, Some(&who), &whom));
        let (first, second) = spread.race(round, first, second).await;
        assert_ne!(
            first.is_ok(),
            second.is_ok(),
            "round {round}: {first:?} {second:?}"
        );
        assert_eq!(admins(&here.app.db).await, 1, "round {round}");
    }
}

/// Each failure is counted, also the first two of an address and of an account, whichever instances they came to.
#[tokio::test]
async fn s38_two_failed_sign_ins_race_and_both_count() {
    let arena = Arena::open().await;
    let mut spread = Spread::new();
    let wrong = [
        ("email", "someone@studio.example"),
        ("password", "not the password"),
    ];
    for round in 0..how_many() {
        let (here, there) = arena.sides(round);
        let db = &here.app.db;
        db.write(|conn| Ok(diesel::delete(delays::table).execute(&mut **conn)?))
            .await
            .unwrap();
        let (one, other) = (arena.staff.at(here), arena.staff.at(there));
        let one = one.send("/sign-in", &wrong);
        let (one, other) = spread
            .race(round, one, other.send("/sign-in", &wrong))
            .await;
        assert_eq!((one.status, other.status), (422, 422), "round {round}");
        let counted: Vec<i32> = db
            .read(|conn| Ok(delays::table.select(delays::failures).load(&mut **conn)?))
            .await
            .unwrap();
        assert_eq!(counted, [2, 2], "round {round}");
    }
}
