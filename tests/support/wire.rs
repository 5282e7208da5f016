//! Servers that misbehave, each on a port of its own.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// An address where nobody listens.
pub fn nobody() -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    listener.local_addr().unwrap()
}

/// Takes connections and never says a word.
pub fn silent() -> SocketAddr {
    let (address, _) = serve(|socket| {
        loop {
            let mut byte = [0];
            if !matches!(socket.read(&mut byte), Ok(1)) {
                break;
            }
        }
    });
    address
}

/// Answers each HTTP request with these bytes and hangs up; counts the requests.
pub fn http(answer: &'static str) -> (SocketAddr, Arc<AtomicUsize>) {
    serve(move |socket| {
        let (mut seen, mut byte) = (Vec::new(), [0]);
        while !seen.ends_with(b"\r\n\r\n") && matches!(socket.read(&mut byte), Ok(1)) {
            seen.push(byte[0]);
        }
        let _ = socket.write_all(answer.as_bytes());
    })
}

/// Runs `talk` on every connection, one after the other, and counts them.
pub fn serve(talk: impl Fn(&mut TcpStream) + Send + 'static) -> (SocketAddr, Arc<AtomicUsize>) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let address = listener.local_addr().unwrap();
    let count = Arc::new(AtomicUsize::new(0));
    let counted = count.clone();
    std::thread::spawn(move || {
        for socket in listener.incoming() {
            counted.fetch_add(1, Ordering::SeqCst);
            talk(&mut socket.unwrap());
        }
    });
    (address, count)
}
