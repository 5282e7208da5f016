//! A kept connection answers without waiting for acknowledgements.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::support::app::TestApp;

/// Without `tcp_nodelay` a body that follows its head waits 40 ms for the other side's delayed acknowledgement.
#[tokio::test]
async fn a_file_on_a_kept_connection_does_not_wait() {
    let clinic = TestApp::start().await;
    let path = candor::web::assets::address("css/staff.css");
    let address = clinic.url.trim_start_matches("http://").to_owned();
    let times = tokio::task::spawn_blocking(move || {
        let mut socket = TcpStream::connect(address).unwrap();
        let ask = format!("GET {path} HTTP/1.1\r\nhost: candor.test\r\n\r\n");
        let mut times: Vec<Duration> = (0..31).map(|_| round(&mut socket, &ask)).collect();
        times.sort();
        times
    })
    .await
    .unwrap();
    let median = times[15];
    println!("{median:?}");
    assert!(median < Duration::from_millis(35), "{times:?}");
}

fn round(socket: &mut TcpStream, ask: &str) -> Duration {
    let begun = Instant::now();
    socket.write_all(ask.as_bytes()).unwrap();
    let mut got = Vec::new();
    let mut part = [0u8; 16 << 10];
    loop {
        let read = socket.read(&mut part).unwrap();
        assert!(read > 0, "closed");
        got.extend_from_slice(&part[..read]);
        let Some(head) = got.windows(4).position(|four| four == b"\r\n\r\n") else {
            continue;
        };
        let text = String::from_utf8_lossy(&got[..head]).to_lowercase();
        let length = text.split("content-length: ").nth(1).unwrap();
        let length: usize = length.lines().next().unwrap().parse().unwrap();
        if got.len() >= head + 4 + length {
            return begun.elapsed();
        }
    }
}
