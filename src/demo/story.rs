//! Takes a person's case from its photos as far as it goes: pairs, story, consent, decision.

use chrono::NaiveDate;

use super::account::Team;
use super::consent;
use super::drawing::Moment;
use super::people::{Ends, Person};
use super::photos::Kept;
use super::studio::Studio;
use crate::accounts::Actor;
use crate::audit::Doer;
use crate::cases::{self, CaseForm};
use crate::clients::{self, ClientForm};
use crate::config::Config;
use crate::consents::{self, Scope};
use crate::db::{CaseId, ClientId, Conn};
use crate::error::Error;
use crate::moderation::{self, Decided, Reason, Verdict};
use crate::photos;
use crate::stories::{self, Story, StoryForm};
use crate::web::text::Texts;

/// A client and their case.
#[derive(Debug, Clone)]
pub(super) struct Begun {
    pub client: ClientId,
    pub case: CaseId,
}

/// The private record, the case and its sessions.
pub(super) fn begin(
    conn: &mut Conn,
    staff: &Actor,
    studio: &Studio,
    person: &Person,
    today: NaiveDate,
) -> Result<Begun, Error> {
    let mail = person.name.to_lowercase().replace(' ', ".");
    let plain: String = mail
        .chars()
        .filter(|c| c.is_ascii_alphabetic() || *c == '.')
        .collect();
    let client = clients::add(
        conn,
        staff,
        &ClientForm {
            key: ClientId::new(),
            name: person.name.to_owned(),
            email: Some(format!("{plain}@mail.example")),
            phone: None,
            birth_date: person.birth_date(today),
            adult_attested: false,
            revision: 0,
        },
    )?;
    let form = CaseForm {
        key: CaseId::new(),
        treatment_id: studio.treatment(person.offer)?,
        practitioner_id: studio.practitioners.get(person.practitioner).cloned(),
        location_id: studio.locations.get(person.location).cloned(),
        facts: person.facts(),
        revision: 0,
    };
    let case = cases::add(conn, staff, &client, &form)?;
    for (number, day) in (1..).zip(person.course.days(today).sessions) {
        cases::add_session(conn, staff, &case, "session", number, day)?;
    }
    Ok(Begun { client, case })
}

/// What became of a case, for the guide.
#[derive(Debug, Default)]
pub(super) struct Done {
    /// The id of the link that asks.
    pub invite: Option<String>,
    /// The id of the link that manages.
    pub manage: Option<String>,
    pub slug: Option<String>,
}

/// As far as it goes, in one transaction.
pub(super) fn tell(
    conn: &mut Conn,
    (config, texts): (&Config, &Texts),
    team: &Team,
    person: &Person,
    begun: &Begun,
    kept: &[Kept],
) -> Result<Done, Error> {
    let mut done = Done::default();
    if person.ends == Ends::Uploaded {
        return Ok(done);
    }
    let staff = &team.staff;
    pair(conn, staff, &begun.case, kept)?;
    let story = write(conn, staff, person, &begun.case, texts)?;
    done.slug = Some(story.slug.clone());
    if person.ends == Ends::Drafted {
        return Ok(done);
    }
    let asked = consent::ask(conn, config, staff, person, (&begun.client, &begun.case))?;
    done.invite = Some(asked.link.clone());
    if person.ends == Ends::Asked {
        return Ok(done);
    }
    consent::sign(conn, config, staff, person, &asked)?;
    done.manage = consents::manage_link(conn, &asked.consent)?;
    if person.ends == Ends::Signed {
        return Ok(done);
    }
    consent::hand_over(conn, staff, person, &asked)?;
    stories::submit(conn, staff, &story.id)?;
    decide(conn, config, team, person, &story)?;
    match person.ends {
        Ends::Unpublished => stories::unpublish(conn, &team.moderator, &story.id)?,
        Ends::Withdrawn => {
            let doer = Doer::Client(begun.client.to_string());
            consents::withdraw(conn, &doer, &begun.client, &Scope::All)?
        }
        _ => 0,
    };
    Ok(done)
}

/// Before and healed of each view, then before and fresh.
fn pair(conn: &mut Conn, staff: &Actor, case: &CaseId, kept: &[Kept]) -> Result<(), Error> {
    let befores = kept.iter().filter(|one| one.moment == Moment::Before);
    for before in befores {
        for moment in [Moment::Healed, Moment::Fresh] {
            let after = kept
                .iter()
                .find(|one| one.view == before.view && one.moment == moment);
            if let Some(after) = after {
                photos::add_pair(conn, staff, case, &before.id, &after.id)?;
            }
        }
    }
    Ok(())
}

fn write(
    conn: &mut Conn,
    staff: &Actor,
    person: &Person,
    case: &CaseId,
    texts: &Texts,
) -> Result<Story, Error> {
    let story = stories::create(conn, staff, case, texts)?;
    let form = StoryForm {
        slug: story.slug.clone(),
        title: person.text.part("title").to_owned(),
        narrative: person.text.part("story").to_owned(),
        authentic: person.ends != Ends::Drafted,
        marks: person.ends != Ends::Drafted,
        revision: story.revision,
    };
    stories::edit(conn, staff, &story.id, &form)
}

/// What the moderator decides, as on the page: with what was shown there.
fn decide(
    conn: &mut Conn,
    config: &Config,
    team: &Team,
    person: &Person,
    story: &Story,
) -> Result<(), Error> {
    let (verdict, reasons) = match person.ends {
        Ends::Published | Ends::Unpublished | Ends::Withdrawn => (Verdict::Approve, vec![]),
        Ends::ChangesRequested => (Verdict::RequestChanges, vec![Reason::PhotosNotComparable]),
        Ends::Refused => (Verdict::Refuse, vec![Reason::ClaimNotSupported]),
        _ => return Ok(()),
    };
    let review = moderation::review(conn, config, &team.moderator, &story.id)?;
    let open: Vec<&str> = review
        .gates
        .iter()
        .filter(|gate| !gate.passed)
        .map(|gate| gate.id.as_str())
        .collect();
    if verdict == Verdict::Approve && !open.is_empty() {
        return Err(Error::internal(format!(
            "the gates {open:?} are open for “{}”",
            story.title
        )));
    }
    let decided = Decided {
        verdict,
        reasons,
        note: person.text.part("note").to_owned(),
        words_reason: String::new(),
        sources_sha256: review.sources_sha256,
        epoch: review.epoch,
    };
    moderation::decide(conn, config, &team.moderator, &story.id, &decided)
}
