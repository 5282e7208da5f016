//! What only a folder can be asked: modes, dead writers, a disk that goes away or fills up.

use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime};

use candor::config::StorageConfig;
use candor::storage::{Storage, StorageError, StorageKey};

use super::{bytes, original, rendition};

fn open(path: &Path) -> Storage {
    Storage::connect(&StorageConfig::Folder {
        path: path.to_owned(),
    })
    .unwrap()
}

#[tokio::test]
async fn only_the_owner_may_read() {
    let folder = tempfile::tempdir().unwrap();
    let (root, key) = (folder.path().join("deep/media"), original());
    open(&root).put(&key, bytes(9)).await.unwrap();
    let file = root.join(key.path());
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&file), 0o600);
    for folder in file.ancestors().skip(1).take(3) {
        assert_eq!(mode(folder), 0o700, "{}", folder.display());
    }
}

/// Many writers, one key: one of them wins and its bytes stay whole.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn f12_one_of_many_writers_wins() {
    let folder = tempfile::tempdir().unwrap();
    let (storage, key) = (open(folder.path()), original());
    let writers: Vec<_> = (1..=32usize)
        .map(|i| {
            let (storage, key) = (storage.clone(), key.clone());
            tokio::spawn(async move { (i, storage.put(&key, bytes(i * 1000)).await) })
        })
        .collect();
    let mut winners = Vec::new();
    for writer in writers {
        match writer.await.unwrap() {
            (i, Ok(())) => winners.push(i),
            (_, other) => assert_eq!(other, Err(StorageError::AlreadyExists)),
        }
    }
    assert_eq!(winners.len(), 1);
    let found = storage.get(&key).await.unwrap();
    assert_eq!(found, bytes(winners[0] * 1000));
    assert_eq!(files_in(&folder.path().join(".drafts")), 0);
}

/// The process that is killed below: stores objects for ever and says which ones it may count on.
#[tokio::test]
async fn f01_writer() {
    // Only set by the test that starts and kills it.
    let Ok(folder) = std::env::var("TEST_WRITER_STORE") else {
        return;
    };
    let storage = open(Path::new(&folder));
    loop {
        let key = original();
        storage.put(&key, bytes(300_000)).await.unwrap();
        println!("\nstored {key}");
    }
}

#[tokio::test]
async fn f01_kill_9_leaves_whole_objects_only() {
    let folder = tempfile::tempdir().unwrap();
    let mut writer = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "storage::folder::f01_writer", "--nocapture"])
        .env("TEST_WRITER_STORE", folder.path())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(writer.stdout.take().unwrap()).lines();
    let mut stored =
        || lines.find_map(|line| Some(line.unwrap().strip_prefix("stored ")?.to_owned()));
    let mut acknowledged: Vec<_> = (0..20).map_while(|_| stored()).collect();
    writer.kill().unwrap();
    writer.wait().unwrap();
    acknowledged.extend(std::iter::from_fn(stored));
    assert!(acknowledged.len() >= 20);
    let storage = open(folder.path());
    let found = storage.list("originals/").await.unwrap();
    assert!(acknowledged.iter().all(|path| found.contains(path)));
    for path in found {
        let key = StorageKey::from_path(&path).unwrap();
        assert_eq!(storage.get(&key).await.unwrap(), bytes(300_000));
    }
}

/// A process that died while writing leaves a draft: nobody sees it, and it is swept a day later.
#[tokio::test]
async fn f01_the_draft_of_a_dead_writer_is_invisible_and_swept() {
    let folder = tempfile::tempdir().unwrap();
    let storage = open(folder.path());
    let drafts = folder.path().join(".drafts");
    let (old, new) = (drafts.join("old"), drafts.join("new"));
    std::fs::write(&new, b"half").unwrap();
    let file = std::fs::File::create(&old).unwrap();
    file.set_modified(SystemTime::now() - Duration::from_secs(25 * 60 * 60))
        .unwrap();
    assert_eq!(storage.list("").await.unwrap(), Vec::<String>::new());
    open(folder.path());
    assert!(new.exists(), "somebody may be writing it right now");
    assert!(!old.exists());
}

#[tokio::test]
async fn f05_an_unmounted_disk_is_not_an_empty_one() {
    let folder = tempfile::tempdir().unwrap();
    let (root, key) = (folder.path().join("media"), original());
    let storage = open(&root);
    storage.put(&key, bytes(9)).await.unwrap();
    let away = folder.path().join("away");
    std::fs::rename(&root, &away).unwrap();
    for mount_point in [false, true] {
        if mount_point {
            std::fs::create_dir(&root).unwrap();
        }
        let unavailable = |e: StorageError| matches!(e, StorageError::Unavailable(_));
        assert!(unavailable(storage.get(&key).await.unwrap_err()));
        assert!(unavailable(storage.exists(&key).await.unwrap_err()));
        assert!(unavailable(storage.delete(&key).await.unwrap_err()));
        assert!(unavailable(storage.list("").await.unwrap_err()));
        assert!(unavailable(
            storage.put(&original(), bytes(9)).await.unwrap_err()
        ));
        let source = away.join(key.path());
        assert!(unavailable(
            storage.put_file(&original(), &source).await.unwrap_err()
        ));
    }
    std::fs::remove_dir(&root).unwrap();
    std::fs::rename(&away, &root).unwrap();
    assert_eq!(storage.get(&key).await.unwrap(), bytes(9));
}

/// `TEST_SMALL_DISK`: a folder on a file system with less than 8 MB to spare.
#[tokio::test]
async fn f09_a_full_disk_keeps_what_it_has() {
    let Ok(disk) = std::env::var("TEST_SMALL_DISK") else {
        eprintln!("skipped: TEST_SMALL_DISK is not set");
        return;
    };
    let folder = tempfile::tempdir_in(disk).unwrap();
    let (storage, kept) = (open(folder.path()), original());
    storage.put(&kept, bytes(1000)).await.unwrap();
    let key = rendition();
    let refused = storage.put(&key, bytes(8 << 20)).await;
    assert_eq!(refused, Err(StorageError::Full));
    assert_eq!(storage.get(&key).await, Err(StorageError::NotFound));
    assert_eq!(files_in(&folder.path().join(".drafts")), 0);
    assert_eq!(storage.get(&kept).await.unwrap(), bytes(1000));
    storage.delete(&kept).await.unwrap();
}

fn files_in(folder: &Path) -> usize {
    std::fs::read_dir(folder).unwrap().count()
}
