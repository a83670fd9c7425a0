//! Programs that are waited for, but not for ever: age plugins, the passphrase command, data sources. What they print
//! is read with bounds; when the time is over they are ended and the reason is told.

use std::io::{BufRead as _, BufReader, Read, Write as _};
use std::os::unix::process::CommandExt as _;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use zeroize::Zeroizing;

use crate::base::error::{Error, Result};
use crate::base::text::safe;

/// After this long a person is told what is waited for.
const SLOW: Duration = Duration::from_secs(5);
/// How long a program may take to end once nobody talks to it.
const GRACE: Duration = Duration::from_millis(500);
/// The longest line or piece that is read at once, in bytes.
const PIECE: u64 = 8 * 1024;
/// As much of what a program complains about is kept, in bytes.
const COMPLAINTS: u64 = 2 * 1024;

/// What leads to the keys of the store: no business of a program that does not unlock it.
pub const UNLOCKING: [&str; 2] = ["OPTIMACTL_IDENTITY", "CREDENTIALS_DIRECTORY"];

/// What is read from a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Complaints {
    /// Its standard error is ours.
    Shown,
    /// Its standard error is told if it fails.
    Kept,
}

/// A program on a leash. Dropped, it ends.
pub struct Leash {
    child: Child,
    name: String,
    wait: Duration,
    pieces: Receiver<std::io::Result<Zeroizing<Vec<u8>>>>,
    input: Option<Sender<Zeroizing<Vec<u8>>>>,
    complaints: Arc<Mutex<Vec<u8>>>,
    setting: &'static str,
    slow: Option<Slow>,
    circle: Circle,
}

/// How a program is treated.
pub struct Manner {
    /// So long each line may take.
    pub wait: Duration,
    /// What to set where that is not enough.
    pub setting: &'static str,
    pub complaints: Complaints,
    /// Tells a person that a program is slow.
    pub slow: Option<Slow>,
    pub circle: Circle,
}

pub type Slow = Box<dyn Fn(&str)>;

/// What ends with a program that is given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Circle {
    /// The program itself: what it started may hold the terminal.
    Program,
    /// It gets a process group of its own, and all of that ends with it.
    Group,
}

impl Leash {
    /// Starts it with pipes. `name` is how messages call it.
    pub fn start(mut command: Command, name: &str, manner: Manner) -> Result<Self> {
        let Manner {
            wait,
            setting,
            complaints,
            slow,
            circle,
        } = manner;
        if circle == Circle::Group {
            command.process_group(0);
        }
        let stderr = match complaints {
            Complaints::Shown => Stdio::inherit(),
            Complaints::Kept => Stdio::piped(),
        };
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(stderr)
            .spawn()
            .map_err(|error| {
                Error::failed(format!("cannot run `{}`", safe(name))).because(error)
            })?;
        let heard = Arc::new(Mutex::new(vec![]));
        if let Some(stderr) = child.stderr.take() {
            listen(stderr, Arc::clone(&heard));
        }
        Ok(Self {
            pieces: lines(child.stdout.take()),
            input: child.stdin.take().map(writer),
            complaints: heard,
            name: safe(name),
            wait,
            setting,
            slow,
            circle,
            child,
        })
    }

    /// From now on each line may take so long.
    pub const fn wait_for(&mut self, wait: Duration) {
        self.wait = wait;
    }

    /// Nothing more is said to it.
    pub fn close(&mut self) {
        self.input = None;
    }

    /// A program that does not read is found out when it does not answer.
    pub fn send(&self, bytes: &[u8]) {
        if let Some(input) = &self.input {
            input.send(Zeroizing::new(bytes.to_vec())).ok();
        }
    }

    /// The next line with its line feed; none at the end.
    pub fn line(&self) -> Result<Option<Zeroizing<Vec<u8>>>> {
        let slow = SLOW.min(self.wait);
        let got = match self.pieces.recv_timeout(slow) {
            Err(RecvTimeoutError::Timeout) if self.wait > slow => {
                let left = self.wait.as_secs();
                if let Some(tell) = &self.slow {
                    tell(&format!(
                        "`{}` is waited for, up to {left} seconds",
                        self.name
                    ));
                }
                self.pieces.recv_timeout(self.wait.saturating_sub(slow))
            }
            got => got,
        };
        match got {
            Ok(Ok(line)) => Ok(Some(line)),
            Ok(Err(error)) => Err(self.failed("could not be read").because(error)),
            Err(RecvTimeoutError::Disconnected) => Ok(None),
            Err(RecvTimeoutError::Timeout) => {
                let seconds = self.wait.as_secs();
                Err(self
                    .failed(&format!(
                        "was silent for {seconds} seconds and was given up"
                    ))
                    .hint(format!(
                        "set `{}` in the configuration if it needs longer",
                        self.setting
                    )))
            }
        }
    }

    /// How it ended, once it printed all; `true` is success.
    pub fn end(&mut self) -> Result<bool> {
        self.close();
        let until = Instant::now() + self.wait;
        while Instant::now() < until {
            let status = self.child.try_wait();
            let status = status.map_err(|error| self.failed("was lost").because(error))?;
            if let Some(status) = status {
                return Ok(status.success());
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        Err(self.failed("does not end"))
    }

    /// A failure of this program, with what it complained about.
    pub fn failed(&self, what: &str) -> Error {
        let mut error = Error::failed(format!("`{}` {what}", self.name));
        // Its last words may still be on their way.
        std::thread::sleep(Duration::from_millis(20));
        let heard = self
            .complaints
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        for line in String::from_utf8_lossy(&heard).lines().take(5) {
            error = error.detail(format!("it said: {}", safe(line)));
        }
        error
    }
}

impl Drop for Leash {
    fn drop(&mut self) {
        self.close();
        let until = Instant::now() + GRACE;
        while Instant::now() < until {
            if !matches!(self.child.try_wait(), Ok(None)) {
                return;
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        if self.circle == Circle::Group {
            // By the id of our own child, which nobody else has before it is waited for.
            let group = rustix::process::Pid::from_child(&self.child);
            rustix::process::kill_process_group(group, rustix::process::Signal::KILL).ok();
        }
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// A thread that reads: the reader can then stop waiting. It ends with the program, or when nobody listens.
fn lines(
    from: Option<impl Read + Send + 'static>,
) -> Receiver<std::io::Result<Zeroizing<Vec<u8>>>> {
    let (sender, receiver) = sync_channel(16);
    if let Some(from) = from {
        std::thread::spawn(move || {
            let mut from = BufReader::new(from);
            loop {
                let mut line = Zeroizing::new(Vec::with_capacity(128));
                let read = from.by_ref().take(PIECE).read_until(b'\n', &mut line);
                let piece = match read {
                    Ok(0) => return,
                    Ok(_) => Ok(line),
                    Err(error) => Err(error),
                };
                if sender.send(piece).is_err() {
                    return;
                }
            }
        });
    }
    receiver
}

fn writer(mut into: ChildStdin) -> Sender<Zeroizing<Vec<u8>>> {
    let (sender, receiver) = channel::<Zeroizing<Vec<u8>>>();
    std::thread::spawn(move || {
        while let Ok(bytes) = receiver.recv() {
            if into.write_all(&bytes).and_then(|()| into.flush()).is_err() {
                return;
            }
        }
    });
    sender
}

fn listen(from: impl Read + Send + 'static, heard: Arc<Mutex<Vec<u8>>>) {
    std::thread::spawn(move || {
        let mut from = from.take(1 << 20);
        let mut piece = [0; 512];
        while let Ok(read @ 1..) = from.read(&mut piece) {
            let mut heard = heard.lock().unwrap_or_else(PoisonError::into_inner);
            let room = COMPLAINTS.saturating_sub(u64::try_from(heard.len()).unwrap_or(COMPLAINTS));
            let kept = read.min(usize::try_from(room).unwrap_or(0));
            heard.extend_from_slice(piece.get(..kept).unwrap_or_default());
        }
    });
}
