//! What every store promises.

use std::time::Duration;

use candor::storage::{ImageFormat, ObjectId, StorageError, StorageKey};

use super::{Place, bytes, original, rendition, sha256};

macro_rules! contract {
    ($($promise:ident)*) => {
        contract!(@on folder: $($promise)*);
        contract!(@on s3: $($promise)*);
        contract!(@on outside: $($promise)*);
    };
    (@on $place:ident: $($promise:ident)*) => {
        mod $place {
            $(
                #[tokio::test]
                async fn $promise() {
                    if let Some(place) = super::Place::$place() {
                        super::$promise(&place).await;
                    }
                }
            )*
        }
    };
}

contract! {
    gives_back_what_was_put
    tells_missing_from_unavailable
    f08_never_overwrites
    deletes_and_deletes_again
    takes_a_file
    takes_a_long_file_in_chunks
    takes_an_object_of_5_mb
    gives_a_part_of_an_object
    f06_changed_bytes_are_not_handed_out
    lists_for_the_ledger_and_the_sweep
    s02_strangers_read_nothing
}

async fn gives_back_what_was_put(place: &Place) {
    let id = ObjectId::random().unwrap();
    let keys = [
        StorageKey::Original(id.clone()),
        StorageKey::Rendition(id.clone(), ImageFormat::Jpeg),
        StorageKey::Rendition(id.clone(), ImageFormat::Avif),
        StorageKey::LedgerEvent(id.clone()),
        StorageKey::Probe(id),
    ];
    for (length, key) in keys.iter().enumerate() {
        place.storage.put(key, bytes(length * 100)).await.unwrap();
    }
    for (length, key) in keys.iter().enumerate() {
        assert_eq!(place.storage.get(key).await.unwrap(), bytes(length * 100));
        assert!(place.storage.exists(key).await.unwrap());
    }
}

async fn tells_missing_from_unavailable(place: &Place) {
    for key in [original(), rendition()] {
        assert_eq!(place.storage.get(&key).await, Err(StorageError::NotFound));
        assert_eq!(place.storage.exists(&key).await, Ok(false));
        let verified = place.storage.get_verified(&key, &sha256(b"")).await;
        assert_eq!(verified, Err(StorageError::NotFound));
    }
}

async fn f08_never_overwrites(place: &Place) {
    let key = original();
    place.storage.put(&key, bytes(10)).await.unwrap();
    let again = place.storage.put(&key, bytes(20)).await;
    assert_eq!(again, Err(StorageError::AlreadyExists));
    let file = tempfile::NamedTempFile::new().unwrap();
    let again = place.storage.put_file(&key, file.path()).await;
    assert_eq!(again, Err(StorageError::AlreadyExists));
    assert_eq!(place.storage.get(&key).await.unwrap(), bytes(10));
}

async fn deletes_and_deletes_again(place: &Place) {
    let (gone, kept) = (original(), original());
    place.storage.put(&gone, bytes(10)).await.unwrap();
    place.storage.put(&kept, bytes(10)).await.unwrap();
    place.storage.delete(&gone).await.unwrap();
    assert_eq!(place.storage.get(&gone).await, Err(StorageError::NotFound));
    assert_eq!(place.storage.exists(&gone).await, Ok(false));
    place.storage.delete(&gone).await.unwrap();
    place.storage.delete(&original()).await.unwrap();
    assert_eq!(place.storage.get(&kept).await.unwrap(), bytes(10));
}

async fn gives_a_part_of_an_object(place: &Place) {
    let key = StorageKey::Video(ObjectId::random().unwrap());
    place.storage.put(&key, bytes(3000)).await.unwrap();
    let whole = bytes(3000);
    for (from, length) in [(0, 1), (0, 3000), (1000, 1500), (2999, 1), (5, 0)] {
        let part = place.storage.get_range(&key, from, length).await.unwrap();
        let place = from as usize..(from + length) as usize;
        assert_eq!(part, whole[place], "{from} {length}");
    }
    for (from, length) in [(2999, 2), (0, 3001), (9000, 1)] {
        let beyond = place.storage.get_range(&key, from, length).await;
        assert!(matches!(beyond, Err(StorageError::Corrupt)), "{beyond:?}");
    }
    let missing = StorageKey::Video(ObjectId::random().unwrap());
    let part = place.storage.get_range(&missing, 0, 10).await;
    assert_eq!(part, Err(StorageError::NotFound));
}

async fn takes_a_file(place: &Place) {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), bytes(70_000)).unwrap();
    let key = original();
    place.storage.put_file(&key, file.path()).await.unwrap();
    // What happens to the file afterwards does not reach into the store.
    std::fs::write(file.path(), b"edited in place").unwrap();
    let found = place
        .storage
        .get_verified(&key, &sha256(&bytes(70_000)))
        .await;
    assert_eq!(found.unwrap(), bytes(70_000));
    let missing = file.path().with_extension("missing");
    let refused = place.storage.put_file(&original(), &missing).await;
    assert!(matches!(refused, Err(StorageError::Unavailable(_))));
}

/// More than two chunks of 8 MiB.
async fn takes_a_long_file_in_chunks(place: &Place) {
    let file = tempfile::NamedTempFile::new().unwrap();
    let content = bytes((20 << 20) + 7);
    std::fs::write(file.path(), &content).unwrap();
    let key = original();
    place.storage.put_file(&key, file.path()).await.unwrap();
    let found = place.storage.get_verified(&key, &sha256(&content)).await;
    assert_eq!(found.unwrap(), content);
    place.storage.delete(&key).await.unwrap();
}

async fn takes_an_object_of_5_mb(place: &Place) {
    let (key, content) = (rendition(), bytes(5 << 20));
    place.storage.put(&key, content.clone()).await.unwrap();
    assert_eq!(place.storage.get(&key).await.unwrap(), content);
    place.storage.delete(&key).await.unwrap();
}

async fn f06_changed_bytes_are_not_handed_out(place: &Place) {
    let (key, content) = (rendition(), bytes(1000));
    place.storage.put(&key, content.clone()).await.unwrap();
    let found = place.storage.get_verified(&key, &sha256(&content)).await;
    assert_eq!(found.unwrap(), content);
    let found = place.storage.get_verified(&key, &sha256(b"other")).await;
    assert_eq!(found, Err(StorageError::Corrupt));
    let Some(file) = place.file(&key) else { return };
    for tampered in [&content[..999], &[content.as_ref(), b"x"].concat(), b""] {
        std::fs::write(&file, tampered).unwrap();
        let found = place.storage.get_verified(&key, &sha256(&content)).await;
        assert_eq!(found, Err(StorageError::Corrupt));
    }
}

async fn lists_for_the_ledger_and_the_sweep(place: &Place) {
    let storage = &place.storage;
    assert_eq!(storage.list("events/").await.unwrap(), Vec::<String>::new());
    let mut events = Vec::new();
    for _ in 0..5 {
        let key = StorageKey::LedgerEvent(ObjectId::random().unwrap());
        storage.put(&key, bytes(1)).await.unwrap();
        events.push(key.path());
    }
    storage.put(&original(), bytes(1)).await.unwrap();
    events.sort();
    let found = storage.list("events/").await.unwrap();
    assert_eq!(found, events);
    for path in &found {
        let key = StorageKey::from_path(path).unwrap();
        assert_eq!(storage.get(&key).await.unwrap(), bytes(1));
    }
    let shelf = &events[0][.."events/ab/".len()];
    assert!(storage.list(shelf).await.unwrap().contains(&events[0]));
    assert_eq!(storage.list("").await.unwrap().len(), 6);
    let day = Duration::from_secs(24 * 60 * 60);
    let old = storage.list_older("events/", day).await.unwrap();
    assert_eq!(old, Vec::<String>::new(), "what was just written is spared");
    for hostile in [
        "../",
        "/etc/",
        "events/../../",
        "a//b",
        "a b",
        "events/\0",
        "é/",
    ] {
        let refused = storage.list(hostile).await;
        assert_eq!(refused, Err(StorageError::InvalidName), "{hostile:?}");
    }
}

async fn s02_strangers_read_nothing(place: &Place) {
    let key = StorageKey::Probe(ObjectId::random().unwrap());
    place.storage.put(&key, bytes(1)).await.unwrap();
    assert_eq!(place.storage.open_to_strangers(&key).await, Ok(false));
}
