//! A proxy on loopback that does harm to what passes: it answers 503, cuts bodies off, changes a byte, cuts a listing
//! short. One connection carries one request.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// What happens to a request whose first line holds `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Harm {
    /// This status, and nothing is passed on.
    Answer(u16),
    /// The server did it, but its answer is lost.
    LoseAnswer,
    /// Only so many bytes of the answer's body arrive.
    CutAt(usize),
    /// One byte of the answer's body is another.
    ChangeByte(usize),
    /// In the answer's text.
    Replace(&'static str, &'static str),
}

pub(super) struct Planned {
    pub(super) to: &'static str,
    pub(super) harm: Harm,
    pub(super) times: u32,
}

pub(super) struct Proxy {
    pub(super) port: u16,
    plan: Arc<Mutex<Vec<Planned>>>,
    /// The first lines that came.
    pub(super) seen: Arc<Mutex<Vec<String>>>,
}

impl Proxy {
    pub(super) fn before(port: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let own = listener.local_addr().unwrap().port();
        let plan: Arc<Mutex<Vec<Planned>>> = Arc::default();
        let seen: Arc<Mutex<Vec<String>>> = Arc::default();
        let (planned, lines) = (Arc::clone(&plan), Arc::clone(&seen));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (planned, lines) = (Arc::clone(&planned), Arc::clone(&lines));
                std::thread::spawn(move || pass(stream, port, &planned, &lines));
            }
        });
        Self {
            port: own,
            plan,
            seen,
        }
    }

    pub(super) fn plan(&self, to: &'static str, harm: Harm, times: u32) {
        self.plan.lock().unwrap().push(Planned { to, harm, times });
    }

    pub(super) fn count(&self, to: &str) -> usize {
        self.seen
            .lock()
            .unwrap()
            .iter()
            .filter(|line| line.contains(to))
            .count()
    }
}

/// A head with its body, as it came.
fn message(from: &mut impl BufRead) -> Option<(String, Vec<u8>)> {
    let mut head = String::new();
    loop {
        let before = head.len();
        if from.read_line(&mut head).ok()? == 0 {
            return None;
        }
        if &head[before..] == "\r\n" {
            break;
        }
    }
    let length = head.lines().find_map(|line| {
        line.to_ascii_lowercase()
            .strip_prefix("content-length:")
            .map(|text| text.trim().parse::<usize>().unwrap())
    });
    let mut body = vec![0; length.unwrap_or(0)];
    if !head.starts_with("HEAD") {
        from.read_exact(&mut body).ok()?;
    }
    Some((head, body))
}

fn pass(
    mut client: TcpStream,
    port: u16,
    plan: &Mutex<Vec<Planned>>,
    seen: &Mutex<Vec<String>>,
) -> Option<()> {
    let (head, body) = message(&mut BufReader::new(client.try_clone().ok()?))?;
    let first = head.lines().next()?.to_owned();
    seen.lock().unwrap().push(first.clone());
    let harm = {
        let mut plan = plan.lock().unwrap();
        let due = plan
            .iter_mut()
            .find(|planned| planned.times > 0 && first.contains(planned.to));
        due.map(|planned| {
            planned.times -= 1;
            planned.harm
        })
    };
    if let Some(Harm::Answer(status)) = harm {
        let answer =
            format!("HTTP/1.1 {status} No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        return client.write_all(answer.as_bytes()).ok();
    }
    let mut server = TcpStream::connect(("127.0.0.1", port)).ok()?;
    let head = head.replacen("\r\n", "\r\nConnection: close\r\n", 1);
    server.write_all(head.as_bytes()).ok()?;
    server.write_all(&body).ok()?;
    let mut answer = vec![];
    server.read_to_end(&mut answer).ok()?;
    if harm == Some(Harm::LoseAnswer) {
        return None;
    }
    let at = answer.windows(4).position(|window| window == b"\r\n\r\n")? + 4;
    let (head, body) = answer.split_at(at);
    let (mut head, mut body) = (String::from_utf8_lossy(head).into_owned(), body.to_vec());
    match harm {
        Some(Harm::CutAt(end)) => body.truncate(end),
        Some(Harm::ChangeByte(at)) => body[at] ^= 1,
        Some(Harm::Replace(old, new)) => {
            let text = String::from_utf8(body).unwrap();
            assert!(text.contains(old), "{text}");
            let changed = text.replace(old, new);
            head = head.replace(
                &format!("{}\r\n", text.len()),
                &format!("{}\r\n", changed.len()),
            );
            body = changed.into_bytes();
        }
        _ => {}
    }
    client.write_all(head.as_bytes()).ok()?;
    client.write_all(&body).ok()
}
