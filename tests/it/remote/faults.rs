//! A proxy on loopback that does harm to what passes: it answers 503, cuts bodies off, changes a byte, cuts a listing
//! short. It checks what is sent against its sums, as object storage does. One connection carries one request.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use data_encoding::{BASE64, HEXLOWER};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use sha2::{Digest, Sha256};

/// What happens to a request whose first line holds `to`; a `*` in it stands for anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Harm {
    /// This status, and nothing is passed on.
    Answer(u16),
    /// This status and this body, and nothing is passed on.
    Say(u16, &'static str),
    /// 503 that asks to wait for so many seconds.
    SlowDown(u32),
    /// 307 to this port of loopback.
    Redirect(u16),
    /// The connection ends after so many bytes of what is sent.
    DropUpload(usize),
    /// One byte of what is sent is another.
    ChangeUpload(usize),
    /// The server did it, but its answer is lost.
    LoseAnswer,
    /// Only so many bytes of the answer's body arrive.
    CutAt(usize),
    /// Behind so many bytes of the answer's body nothing comes for a long time.
    StallAt(usize),
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

/// What a connection needs to know.
#[derive(Clone)]
struct Way {
    port: u16,
    plan: Arc<Mutex<Vec<Planned>>>,
    seen: Arc<Mutex<Vec<String>>>,
}

impl Proxy {
    pub(super) fn before(port: u16) -> Self {
        Self::listen(port, |stream, way| way.pass(stream))
    }

    /// The same behind TLS.
    pub(super) fn with_tls(port: u16, config: &Arc<ServerConfig>) -> Self {
        let config = Arc::clone(config);
        Self::listen(port, move |stream, way| {
            let connection = ServerConnection::new(Arc::clone(&config)).ok()?;
            way.pass(StreamOwned::new(connection, stream))
        })
    }

    fn listen(
        port: u16,
        serve: impl Fn(TcpStream, Way) -> Option<()> + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let own = listener.local_addr().unwrap().port();
        let way = Way {
            port,
            plan: Arc::default(),
            seen: Arc::default(),
        };
        let (plan, seen) = (Arc::clone(&way.plan), Arc::clone(&way.seen));
        let serve = Arc::new(serve);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (way, serve) = (way.clone(), Arc::clone(&serve));
                std::thread::spawn(move || serve(stream, way));
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

    /// Nothing is harmed any more.
    pub(super) fn heal(&self) {
        self.plan.lock().unwrap().clear();
    }

    pub(super) fn count(&self, to: &str) -> usize {
        let seen = self.seen.lock().unwrap();
        seen.iter().filter(|line| fits(line, to)).count()
    }
}

fn fits(line: &str, to: &str) -> bool {
    to.split('*').all(|part| line.contains(part))
}

/// Everything up to the empty line, with it.
fn head(from: &mut impl BufRead) -> Option<String> {
    let mut head = String::new();
    loop {
        let before = head.len();
        if from.read_line(&mut head).ok()? == 0 {
            return None;
        }
        if &head[before..] == "\r\n" {
            return Some(head);
        }
    }
}

fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    head.lines().find_map(|line| {
        let (found, value) = line.split_once(':')?;
        found.eq_ignore_ascii_case(name).then(|| value.trim())
    })
}

/// What S3 says to a body that is not what its headers call it.
fn denied(head: &str, body: &[u8]) -> Option<&'static str> {
    let digest = Sha256::digest(body);
    if header(head, "x-amz-content-sha256").is_some_and(|told| told != HEXLOWER.encode(&digest)) {
        return Some("<Error><Code>XAmzContentSHA256Mismatch</Code></Error>");
    }
    header(head, "x-amz-checksum-sha256")
        .is_some_and(|told| told != BASE64.encode(&digest))
        .then_some("<Error><Code>BadDigest</Code></Error>")
}

impl Way {
    fn harm(&self, first: &str) -> Option<Harm> {
        let mut plan = self.plan.lock().unwrap();
        let mut due = plan.iter_mut();
        let due = due.find(|planned| planned.times > 0 && fits(first, planned.to))?;
        due.times -= 1;
        Some(due.harm)
    }

    fn pass(&self, client: impl Read + Write) -> Option<()> {
        let mut client = BufReader::new(client);
        let head = head(&mut client)?;
        let first = head.lines().next()?.to_owned();
        self.seen.lock().unwrap().push(first.clone());
        let harm = self.harm(&first);
        let length = header(&head, "content-length").map_or(0, |text| text.parse().unwrap());
        let mut body = vec![0; length];
        if let Some(Harm::DropUpload(at)) = harm {
            client.read_exact(&mut body[..at]).ok()?;
            return None;
        }
        client.read_exact(&mut body).ok()?;
        if let Some(Harm::ChangeUpload(at)) = harm {
            body[at] ^= 1;
        }
        let said = match harm {
            Some(Harm::Answer(status)) => Some((status, String::new(), "")),
            Some(Harm::Say(status, body)) => Some((status, String::new(), body)),
            Some(Harm::SlowDown(seconds)) => Some((
                503,
                format!("Retry-After: {seconds}\r\n"),
                "<Error><Code>SlowDown</Code></Error>",
            )),
            Some(Harm::Redirect(port)) => {
                Some((307, format!("Location: http://127.0.0.1:{port}/\r\n"), ""))
            }
            _ => denied(&head, &body).map(|code| (400, String::new(), code)),
        };
        let client = client.get_mut();
        let Some((status, more, text)) = said else {
            return self.forward(client, &head, (&body, harm));
        };
        let answer = format!(
            "HTTP/1.1 {status} No\r\n{more}Content-Length: {}\r\nConnection: close\r\n\r\n{text}",
            text.len()
        );
        client.write_all(answer.as_bytes()).ok()?;
        client.flush().ok()
    }

    fn forward(
        &self,
        client: &mut impl Write,
        head: &str,
        (body, harm): (&[u8], Option<Harm>),
    ) -> Option<()> {
        let mut server = TcpStream::connect(("127.0.0.1", self.port)).ok()?;
        let head = head.replacen("\r\n", "\r\nConnection: close\r\n", 1);
        server.write_all(head.as_bytes()).ok()?;
        server.write_all(body).ok()?;
        let mut answer = vec![];
        server.read_to_end(&mut answer).ok()?;
        let at = answer.windows(4).position(|window| window == b"\r\n\r\n")? + 4;
        let (head, body) = answer.split_at(at);
        let (mut head, mut body) = (String::from_utf8_lossy(head).into_owned(), body.to_vec());
        match harm {
            Some(Harm::LoseAnswer) => return None,
            Some(Harm::CutAt(end) | Harm::StallAt(end)) => body.truncate(end),
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
        client.write_all(&body).ok()?;
        client.flush().ok()?;
        if matches!(harm, Some(Harm::StallAt(_))) {
            std::thread::sleep(Duration::from_secs(20));
        }
        Some(())
    }
}
