//! What templates call by name: texts and dates in one language, addresses of files.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use tera::{Kwargs, State, Tera, TeraResult};

use super::days::{day_in, long_date, long_month};
use super::text::{Texts, Value};

/// Registers `t(id="…", name=value)`, filters for dates, and the addresses of files; what was taught before is forgotten.
pub(super) fn teach(tera: &mut Tera, texts: &Arc<Texts>) {
    let spoken = texts.clone();
    tera.register_function("t", move |kwargs: Kwargs, _: &State| text(&spoken, kwargs));
    let spoken = texts.clone();
    tera.register_filter("date", move |text: &str, kwargs: Kwargs, _: &State| {
        date(&spoken, text, &kwargs)
    });
    let spoken = texts.clone();
    tera.register_filter("month", move |text: &str, _: Kwargs, _: &State| {
        month(&spoken, text)
    });
    tera.register_function("asset", |kwargs: Kwargs, _: &State| -> TeraResult<String> {
        Ok(super::assets::address(kwargs.must_get::<&str>("path")?))
    });
    tera.register_function(
        "modules",
        |kwargs: Kwargs, _: &State| -> TeraResult<tera::Value> {
            let found = super::assets::modules(kwargs.must_get::<&str>("path")?)
                .map_err(|error| tera::Error::message(error.to_string()))?;
            Ok(tera::Value::from_serializable(&found))
        },
    );
}

fn text(texts: &Texts, kwargs: Kwargs) -> TeraResult<String> {
    let mut args: HashMap<String, Value> = HashMap::new();
    let mut id = String::new();
    for (key, value) in kwargs.deserialize::<HashMap<String, serde_json::Value>>()? {
        match (key.as_str(), value) {
            ("id", serde_json::Value::String(text)) => id = text,
            (_, serde_json::Value::String(text)) => {
                args.insert(key, Value::Text(text));
            }
            (_, serde_json::Value::Number(number)) => {
                args.insert(key, Value::Number(number.as_f64().unwrap_or_default()));
            }
            (_, other) => {
                args.insert(key, Value::Text(other.to_string()));
            }
        }
    }
    texts
        .find(&id, &args)
        .ok_or_else(|| tera::Error::message(format!("no text has the id {id:?}")))
}

/// `{{ one.created_at | date(zone=frame.house.time_zone) }}`: a moment (UTC, ISO 8601) as the day it was in the clinic; a plain
/// date needs no zone, and other text stays as it is.
fn date(texts: &Texts, text: &str, kwargs: &Kwargs) -> TeraResult<String> {
    let day = if text.contains('T') {
        let zone = kwargs.must_get::<&str>("zone")?;
        let moment = text.parse::<chrono::NaiveDateTime>().ok();
        moment.map(|utc| day_in(utc, zone))
    } else {
        text.parse().ok()
    };
    Ok(day.map_or_else(|| text.to_owned(), |day| long_date(texts, day)))
}

/// `{{ "2026-06" | month }}`.
fn month(texts: &Texts, text: &str) -> TeraResult<String> {
    let first = format!("{text}-01").parse::<NaiveDate>().ok();
    Ok(first.map_or_else(|| text.to_owned(), |day| long_month(texts, day)))
}
