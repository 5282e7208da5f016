//! The description of the API for programs: OpenAPI 3.1, made of `described.rs`.

use serde_json::{Map, Value, json};

use super::described::{FIELDS, Field, Kind, ROUTES, Route, answers};
use crate::config::WebConfig;
use crate::web::text::Texts;

/// The whole document; addresses are those of the configured base URL.
pub fn document(web: &WebConfig, texts: &Texts, clinic: &str) -> Value {
    let schemas: Map<String, Value> = answers()
        .into_iter()
        .map(|name| (name.to_owned(), schema(name, texts)))
        .collect();
    let paths: Map<String, Value> = ROUTES
        .iter()
        .map(|route| (route.path.to_owned(), path(route, texts)))
        .collect();
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": texts.format("api-title", &[("clinic", clinic)]),
            "description": texts.get("api-lead"),
            "version": "1",
        },
        "servers": [{ "url": web.link("").trim_end_matches('/') }],
        "paths": paths,
        "components": { "schemas": schemas },
    })
}

fn schema(name: &str, texts: &Texts) -> Value {
    let own = || FIELDS.iter().filter(|field| field.of == name);
    let properties: Map<String, Value> = own()
        .map(|field| (field.name.to_owned(), property(field, texts)))
        .collect();
    let required: Vec<&str> = own().filter(|f| !f.optional).map(|f| f.name).collect();
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn property(field: &Field, texts: &Texts) -> Value {
    let mut value = match field.kind {
        Kind::Text => json!({ "type": "string" }),
        Kind::Html => json!({ "type": "string", "contentMediaType": "text/html" }),
        Kind::Address => json!({ "type": "string", "format": "uri" }),
        Kind::Date => json!({ "type": "string", "format": "date" }),
        Kind::Number => json!({ "type": "integer" }),
        Kind::Flag => json!({ "type": "boolean" }),
        Kind::Texts => json!({ "type": "array", "items": { "type": "string" } }),
        Kind::One(other) => json!({ "$ref": reference(other) }),
        Kind::Many(other) => json!({ "type": "array", "items": { "$ref": reference(other) } }),
    };
    value["description"] = json!(texts.get(&field.text()));
    value
}

fn reference(name: &str) -> String {
    format!("#/components/schemas/{name}")
}

fn path(route: &Route, texts: &Texts) -> Value {
    let mut parameters: Vec<Value> = Vec::new();
    if route.path.contains("{slug}") {
        parameters.push(json!({
            "name": "slug", "in": "path", "required": true, "schema": { "type": "string" },
            "description": texts.get("api-parameter-slug"),
        }));
    }
    parameters.extend(route.parameters.iter().map(|one| {
        let schema = match one.number {
            true => json!({ "type": "integer", "minimum": 1, "maximum": 50 }),
            false => json!({ "type": "string" }),
        };
        json!({ "name": one.name, "in": "query", "schema": schema, "description": texts.get(&one.text()) })
    }));
    let mut responses = Map::new();
    let content =
        |kind: &str, name: &str| json!({ kind: { "schema": { "$ref": reference(name) } } });
    responses.insert(
        "200".to_owned(),
        json!({
            "description": texts.get("api-answer-ok"),
            "content": content("application/json", route.answer),
        }),
    );
    for (status, text) in problems(route) {
        responses.insert(
            status.to_owned(),
            json!({
                "description": texts.get(text),
                "content": content("application/problem+json", "Problem"),
            }),
        );
    }
    json!({
        "get": {
            "operationId": route.name,
            "summary": texts.get(&route.text()),
            "parameters": parameters,
            "responses": responses,
        }
    })
}

/// What can go wrong, and the ids of what is said of it.
pub fn problems(route: &Route) -> Vec<(&'static str, &'static str)> {
    let mut all = vec![("400", "api-answer-400"), ("404", "api-answer-404")];
    if route.path.contains("{slug}") {
        all.push(("410", "api-answer-410"));
    }
    all
}
