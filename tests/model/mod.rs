//! The flagship: whatever people do, in whatever order, what strangers can see is what a small reference says.
//!
//! ```text
//! operation   what may be done            reference   what is public then, from the promise alone
//! world       does it in a real studio    sweep       asks for everything, and compares
//! ```
//!
//! `CANDOR_MODEL_SEQUENCES` says how many sequences are tried, `CANDOR_MODEL_SEED` which (a failure prints it). Not here:
//! representatives (`proofs/representatives.rs`) and videos (`proofs/videos.rs`). That a real process is killed at each step of
//! its work is in `faults/kill.rs`.

mod admin;
mod client;
mod machine;
mod operation;
mod picture;
mod reference;
mod staff;
mod sweep;
mod world;

use std::cell::RefCell;

use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};

use operation::{Operation, sequences};
use world::World;

/// After so many clients a studio makes place for a new one: its backups grow.
const CLIENTS: u64 = 12;

/// Few while one works; `bin/ci` asks for more.
fn how_many() -> u32 {
    let given = std::env::var("CANDOR_MODEL_SEQUENCES").ok();
    given.and_then(|text| text.parse().ok()).unwrap_or(20)
}

fn seed() -> u64 {
    let given = std::env::var("CANDOR_MODEL_SEED").ok();
    let given = given.and_then(|text| text.parse().ok());
    given.unwrap_or_else(|| u64::from_str_radix(&candor::db::random_hex(6).unwrap(), 16).unwrap())
}

#[test]
fn g01_g02_s05_s06_f13_whatever_is_done_strangers_see_what_the_reference_says() {
    let (all, seed) = (how_many(), seed());
    println!("CANDOR_MODEL_SEED={seed} CANDOR_MODEL_SEQUENCES={all}");
    // Two studios side by side.
    std::thread::scope(|threads| {
        let halves = [(all.div_ceil(2), 0), (all / 2, 1)];
        let work = halves.map(|(part, lane)| threads.spawn(move || explore(part, seed, lane)));
        for lane in work {
            lane.join()
                .unwrap_or_else(|cause| std::panic::resume_unwind(cause));
        }
    });
}

fn explore(sequences_wanted: u32, seed: u64, lane: u8) {
    let mut bytes = [lane; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let config = Config {
        cases: sequences_wanted,
        failure_persistence: None,
        max_shrink_iters: 150,
        ..Config::default()
    };
    let random = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    let mut runner = TestRunner::new_with_rng(config, random);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    // A studio in which something went wrong is not used again.
    let studio = RefCell::new(None);
    let outcome = runner.run(&sequences(), |steps| {
        let kept = studio.borrow_mut().take();
        let world = runtime.block_on(play(kept, &steps));
        *studio.borrow_mut() = Some(world);
        Ok::<_, TestCaseError>(())
    });
    match outcome {
        Ok(()) => {}
        Err(TestError::Fail(why, steps)) => {
            panic!("CANDOR_MODEL_SEED={seed}: {why}\nthe fewest steps that show it: {steps:#?}")
        }
        Err(other) => panic!("CANDOR_MODEL_SEED={seed}: {other}"),
    }
}

/// One client, from the first photo until nothing is left of them.
async fn play(kept: Option<(World, u64)>, steps: &[Operation]) -> (World, u64) {
    let (mut world, clients) = match kept {
        Some((world, clients)) if clients < CLIENTS => (world, clients),
        _ => (World::open().await, 0),
    };
    world.next_client().await;
    for step in steps {
        if world.step(step).await {
            world.studio.clinic.drain().await;
            world.sweep().await;
        }
    }
    world.leave().await;
    (world, clients + 1)
}
