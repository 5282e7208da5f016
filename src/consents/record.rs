//! The record of a signed consent for the client to keep: JSON in the terms of ISO/IEC TS 27560 (and of Kantara's consent
//! receipt before it), signed by the server, so that anyone with the public key can tell whether a byte was changed.

use serde_json::{Value, json};

use super::consent::Consent;
use super::document::{Document, GrantSeen};
use super::{queries, texts};
use crate::clinic;
use crate::config::Config;
use crate::db::Conn;
use crate::error::Error;
use crate::hash::sha256;
use crate::imaging::Level;
use crate::seal;

/// Says which fields to expect.
const SCHEMA: &str = "candor 1, after ISO/IEC TS 27560:2023";

/// The record of a signed consent, as the text of a file. The same consent gives the same record.
///
/// # Errors
/// `NotFound` before it was signed.
pub fn record(conn: &mut Conn, config: &Config, consent: &Consent) -> Result<String, Error> {
    let bytes = consent.document.as_deref().ok_or(Error::NotFound)?;
    let document: Document = serde_json::from_str(bytes)?;
    let grants = given(conn, consent, &document)?;
    let clinic = clinic::clinic(conn)?;
    let language = texts::language(conn, &consent.id)?;
    let at = |time: Option<chrono::NaiveDateTime>| time.map(|t| t.and_utc().to_rfc3339());
    let record = json!({
        "schema_version": SCHEMA,
        "record_id": document.record_id,
        "pii_principal_id": document.pii_principal_id,
        "pii_processing": {
            "privacy_notice": {
                "text_id": document.text_id,
                "text_sha256": document.text_sha256,
                "text": document.text,
            },
            "language": language.code(),
            "purposes": purposes(&grants, &document),
        },
        "party_identification": [{
            "party_id": "clinic",
            "party_role": "pii_controller",
            "party_type": "organization",
            "party_name": clinic.name,
            "party_email": clinic.email,
            "party_phone": clinic.phone,
            "party_url": config.web.link("/"),
        }],
        "events": [{
            "event_type": "explicit_consent",
            "event_state": "given",
            "event_time": at(consent.signed_at),
            "validity_until": at(consent.expires_at),
            "entity_id": document.pii_principal_id,
            "entity_name": consent.signer_name,
            "entity_role": consent.signer_role,
            "collection_method": consent.method,
        }],
        "evidence": {
            "document_sha256": consent.document_sha256,
            "evidence_sha256": consent.evidence.as_deref().map(|text| sha256(text.as_bytes())),
            "evidence_signature": consent.signature,
        },
    });
    let signature = seal::seal(config, serde_json::to_string(&record)?.as_bytes())?;
    written(&record, &seal::public_key(config)?, &signature)
}

/// One purpose for each place: none implies another.
fn purposes(grants: &[GrantSeen], document: &Document) -> Vec<Value> {
    let mut places: Vec<&str> = Vec::new();
    for grant in grants {
        if !places.contains(&grant.channel.as_str()) {
            places.push(&grant.channel);
        }
    }
    let hash = |id: &str| {
        let photo = document.photos.iter().find(|photo| photo.id == id);
        photo.map(|photo| photo.original_sha256.as_str())
    };
    let purpose = |place: &&str| {
        let of_place = grants.iter().filter(|grant| grant.channel == **place);
        let information = of_place.map(|grant| {
            json!({
                "pii_type": grant.what,
                "pii_attribute_id": grant.subject_id,
                "identifiability": grant.level,
                "attribution": grant.attribution,
                "original_sha256": hash(&grant.subject_id),
                "pii_optional": true,
            })
        });
        json!({
            "purpose": "to show it, so that people who think about the same treatment see real results",
            "purpose_type": "showing",
            "lawful_basis": "consent",
            "recipient_third_parties": [place],
            "retention_period": document.expires_at,
            "withdrawal_method": "the private link on the receipt, at any time, without a reason",
            "pii_information": information.collect::<Vec<_>>(),
        })
    };
    places.iter().map(purpose).collect()
}

/// What was granted by the signature itself: as the document says it, or, in documents of earlier versions, as it was stored.
fn given(conn: &mut Conn, consent: &Consent, document: &Document) -> Result<Vec<GrantSeen>, Error> {
    if !document.grants.is_empty() {
        return Ok(document.grants.clone());
    }
    let stored = queries::grants_of(conn, &consent.id)?.into_iter();
    let first = stored.filter(|grant| Some(grant.valid_from) == consent.signed_at);
    Ok(first
        .map(|grant| GrantSeen {
            level: (grant.what == "photo")
                .then(|| Level::try_from(grant.level).ok())
                .flatten()
                .map(|level| level.as_str().to_owned()),
            what: grant.what,
            subject_id: grant.subject_id,
            channel: grant.channel,
            attribution: grant.attribution,
        })
        .collect())
}

/// The one way in which a record is written: each byte of the file counts.
fn written(record: &Value, public_key: &str, signature: &str) -> Result<String, Error> {
    let proof = json!({ "type": "Ed25519", "public_key": public_key, "signature": signature });
    let whole = json!({ "record": record, "proof": proof });
    Ok(format!("{}\n", serde_json::to_string_pretty(&whole)?))
}

/// Whether a file is a record as it was given out, signed with the key of this public key (hexadecimal).
pub fn is_record_by(public_key: &str, file: &str) -> bool {
    let read = || {
        let whole: Value = serde_json::from_str(file).ok()?;
        let record = whole.get("record")?;
        let signature = whole.get("proof")?.get("signature")?.as_str()?;
        let as_given = written(record, public_key, signature).ok()? == file;
        let lower_case = !signature.contains(|c: char| c.is_ascii_uppercase());
        let signed = serde_json::to_string(record).ok()?;
        Some(as_given && lower_case && seal::is_by(public_key, signed.as_bytes(), signature))
    };
    read().unwrap_or(false)
}
