//! The direction of imports and the rooms of the house, held by reading the source: the consent promise rests on them.
#![expect(clippy::unwrap_used, reason = "a test that can't go on says so")]

use std::path::{Path, PathBuf};

/// Slices, lowest first: each may use those before it.
const SLICES: [&str; 22] = [
    "audit",
    "accounts",
    "clinic",
    "clients",
    "consents",
    "external_uses",
    "photos",
    "cases",
    "testimonials",
    "videos",
    "stories",
    "signing",
    "gallery",
    "enquiries",
    "reports",
    "sharing",
    "moderation",
    "desk",
    "upkeep",
    "evidence",
    "erasure",
    "demo",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Path below `src` and the code without comments.
fn sources() -> Vec<(String, String)> {
    let src = root().join("src");
    files(&src)
        .into_iter()
        .map(|path| {
            let name = path
                .strip_prefix(&src)
                .unwrap()
                .to_string_lossy()
                .into_owned();
            let text = std::fs::read_to_string(&path).unwrap();
            let code: Vec<&str> = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .collect();
            (name, code.join("\n"))
        })
        .collect()
}

#[track_caller]
fn nowhere_but(word: &str, allowed: impl Fn(&str) -> bool) {
    let strays: Vec<String> = sources()
        .into_iter()
        .filter(|(name, code)| code.contains(word) && !allowed(name))
        .map(|(name, _)| name)
        .collect();
    assert!(strays.is_empty(), "{word:?} has no place in {strays:?}");
}

#[test]
fn a_slice_uses_only_the_slices_below_it() {
    for (name, code) in sources() {
        let room = name.split('/').next().unwrap().trim_end_matches(".rs");
        let below = match SLICES.iter().position(|slice| *slice == room) {
            Some(place) => &SLICES[..=place],
            None if ["server", "main", "commands", "lib", "backup"].contains(&room) => &SLICES[..],
            None => &[],
        };
        for slice in SLICES {
            let used = code.contains(&format!("crate::{slice}::"))
                || code.contains(&format!("use crate::{slice};"))
                || code.contains(&format!("crate::{slice}("));
            assert!(
                !used || below.contains(&slice),
                "src/{name} must not use {slice}"
            );
        }
    }
}

#[test]
fn http_stays_in_the_web_rooms() {
    nowhere_but("actix_web", |name| {
        let rooms = ["server.rs", "commands.rs", "commands/doctor.rs"];
        let extractors = [
            "accounts/user.rs",
            "accounts/session.rs",
            "signing/session.rs",
            "signing/staff.rs",
        ];
        name.starts_with("web/")
            || name.contains("/web/")
            || name.ends_with("/web.rs")
            || rooms.contains(&name)
            || extractors.contains(&name)
    });
}

#[test]
fn only_the_database_room_knows_which_database_runs() {
    for word in [
        "PgConnection",
        "SqliteConnection",
        "diesel::pg",
        "diesel::sqlite",
    ] {
        nowhere_but(word, |name| name.starts_with("db/"));
    }
}

#[test]
fn only_the_storage_room_speaks_s3() {
    nowhere_but("use s3::", |name| name.starts_with("storage/"));
}

/// S34: what is sent elsewhere passes the guard of the hook.
#[test]
fn s34_only_the_hook_calls_others() {
    nowhere_but("http_client", |name| {
        name.starts_with("hook/") || name.starts_with("storage/")
    });
}

#[test]
fn only_the_imaging_room_touches_pixels() {
    for word in [
        "use image::",
        "turbojpeg::",
        "libavif_sys",
        "libwebp_sys",
        "fast_image_resize",
        "moxcms",
    ] {
        nowhere_but(word, |name| name.starts_with("imaging/"));
    }
    for (name, code) in sources()
        .into_iter()
        .filter(|(name, _)| name.starts_with("imaging/"))
    {
        for word in [
            "actix_web",
            "diesel",
            "crate::storage",
            "crate::db",
            "std::env",
            "SystemTime",
        ] {
            assert!(
                !code.contains(word) || name.contains("tests"),
                "src/{name} must not know of {word}"
            );
        }
    }
}

#[test]
fn only_the_configuration_reads_the_environment() {
    nowhere_but("std::env::var", |name| {
        name == "config.rs" || name.contains("/tests")
    });
}

/// Bytes of photos leave over HTTP through `photos/serving.rs` alone, which asks for proof values; jobs read originals to
/// develop them, backups copy them at the owner's command line, and `doctor` reads back what it wrote itself.
/// The clinic's logo shows no client and has keys of its own; so have scans of signed sheets, which `signing/scans.rs` hands out
/// for a `StaffGrant` alone.
#[test]
fn s03_bytes_of_photos_are_read_in_few_places_only() {
    for word in [
        "storage.get(",
        ".get_range(",
        ".get_into(",
        "storage\n        .get_verified",
        ".get_verified(",
    ] {
        nowhere_but(word, |name| {
            [
                "photos/serving.rs",
                "photos/jobs/negative.rs",
                "backup/objects.rs",
                "commands/doctor.rs",
                "clinic/logo.rs",
                "signing/scans.rs",
                "videos/stored.rs",
            ]
            .contains(&name)
                || name.starts_with("storage/")
        });
    }
}

#[test]
fn s03_the_clinic_reads_its_logo_and_no_photo() {
    for word in ["StorageKey::Original", "StorageKey::Rendition"] {
        nowhere_but(word, |name| !name.starts_with("clinic/"));
    }
}

/// Backups and exports are for the owner at the command line: no page, no job and no slice can reach them.
#[test]
fn s03_no_door_leads_to_backups() {
    for word in ["crate::backup", "use backup", "backup::"] {
        nowhere_but(word, |name| {
            name.starts_with("backup/") || name.starts_with("commands") || name == "main.rs"
        });
    }
}

/// A backup copies the objects that rows name: a table that names objects is one that `backup/objects.rs` knows.
#[test]
fn f13_every_table_that_names_objects_is_known_to_backups() {
    let schema = std::fs::read_to_string(root().join("src/db/schema.rs")).unwrap();
    let mut tables: Vec<&str> = schema
        .split("diesel::table! {")
        .filter(|table| table.contains(" object_id ->") || table.contains("_object ->"))
        .filter_map(|table| table.split_whitespace().next())
        .collect();
    tables.sort_unstable();
    let known = [
        "begun_objects",
        "clinic",
        "consent_scans",
        "photos",
        "publication_renditions",
        "renditions",
        "video_files",
        "videos",
    ];
    assert_eq!(tables, known, "teach backup/objects.rs the new one");
}

/// `PublicGrant` is made in one place: after the predicate said yes.
#[test]
fn s03_only_the_predicate_makes_the_proof_of_being_public() {
    nowhere_but("PublicGrant {", |name| {
        name == "consents/predicate.rs" || name == "consents/proof.rs"
    });
    nowhere_but("PublicVideo {", |name| {
        name == "consents/predicate.rs" || name == "consents/proof.rs"
    });
    nowhere_but("standing_publications", |name| {
        name.starts_with("consents/") || name == "db/schema.rs"
    });
}

#[test]
fn no_unfinished_or_nameless_rooms() {
    for (name, _) in sources() {
        for word in ["utils", "helpers", "common", "manager", "service"] {
            assert!(!name.contains(word), "src/{name}: name the noun");
        }
    }
    for path in files(&root().join("src")) {
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(
            text.starts_with("//!"),
            "{} says what it is for in its first line",
            path.display()
        );
        assert!(
            text.lines().count() <= 520 || path.ends_with("db/schema.rs"),
            "{} is long: look for the noun that is missing",
            path.display()
        );
    }
}

#[test]
fn both_databases_have_the_same_migrations() {
    let names = |kind: &str| {
        let mut names: Vec<_> = std::fs::read_dir(root().join("migrations").join(kind))
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        names.sort();
        names
    };
    assert_eq!(names("sqlite"), names("postgres"));
}

/// Every id of a text that code or a template asks for by name is there.
#[test]
fn every_text_that_is_asked_for_exists() {
    let mut known = Vec::new();
    for entry in std::fs::read_dir(root().join("locales/en")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|e| e == "ftl") {
            let text = std::fs::read_to_string(&path).unwrap();
            known.extend(
                text.lines()
                    .filter_map(|l| l.split_once(" ="))
                    .map(|(id, _)| id.to_owned()),
            );
        }
    }
    let mut templates = Vec::new();
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found)
            } else {
                found.push(path)
            }
        }
    }
    walk(&root().join("templates"), &mut templates);
    let mut missing = Vec::new();
    for path in templates {
        let text = std::fs::read_to_string(&path).unwrap();
        for mark in ["t(id=\"", "label=\"", "hint=\""] {
            for written in text.split(mark).skip(1) {
                let (id, rest) = written.split_once('"').unwrap();
                let none = id.is_empty() && mark == "hint=\"";
                let part = rest.starts_with(" ~") || id.contains(' ') || id.contains('{');
                if !none && !part && !known.iter().any(|k| k == id) {
                    missing.push(format!("{id} in {}", path.display()));
                }
            }
        }
    }
    for (name, code) in sources() {
        for mark in ["\"notice-", "\"field-", "\"photo-refused-"] {
            for part in code.split(mark).skip(1) {
                let id = format!("{}{}", &mark[1..], part.split('"').next().unwrap());
                if !id.contains('{') && !id.ends_with('-') && !known.contains(&id) {
                    missing.push(format!("{id} in src/{name}"));
                }
            }
        }
    }
    assert!(missing.is_empty(), "texts are missing: {missing:#?}");
}

/// What ends, and what comes first, is a matter of the database's clock: the clock of a machine may be wrong, and that of two
/// machines differs. Its own clock tells a machine how old a file is that it finds, and whether it agrees with the database.
#[test]
fn f14_the_clock_of_the_machine_decides_nothing() {
    let names = [
        "commands/doctor.rs",
        "mail/folder.rs",
        "photos/sweep.rs",
        "storage/bucket.rs",
        "storage/local.rs",
    ];
    for word in ["Utc::now", "Local::now", "SystemTime::now"] {
        nowhere_but(word, |name| names.contains(&name));
    }
    let sql = ["CURRENT_TIMESTAMP", "clock_timestamp", "'now'"];
    for word in sql {
        nowhere_but(word, |name| name == "db/connection.rs");
    }
}
