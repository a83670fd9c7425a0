//! A power cut: the image of a mounted file system, copied at a moment at which nothing is written to it, holds what
//! had reached the disk. What was confirmed before is there, and everything opens. `OPTIMACTL_CUTS` sets how often.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::story::{Look, State, Story};
use crate::sandbox::{Sandbox, skipped};

fn run(program: &str, words: &[&str]) -> Option<String> {
    let output = Command::new(program).args(words).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    output.status.success().then_some(text)
}

/// A file system in a file, mounted through a loop device, both given back at the end.
struct Disk {
    device: String,
    at: PathBuf,
}

impl Disk {
    fn mount(image: &Path, at: &Path) -> Option<Self> {
        std::fs::create_dir_all(at).unwrap();
        let image = image.to_str()?;
        let device = run("losetup", &["--find", "--show", image])?;
        let disk = Self {
            device,
            at: at.to_owned(),
        };
        // Nothing reaches the disk that nobody flushed: not after five seconds, as by default.
        let options = "commit=900,noatime";
        run(
            "mount",
            &["-t", "ext4", "-o", options, &disk.device, at.to_str()?],
        )?;
        Some(disk)
    }

    /// Requests that were written, and those that are on their way.
    fn written(&self) -> (String, String) {
        let name = self.device.trim_start_matches("/dev/");
        let stat = std::fs::read_to_string(format!("/sys/block/{name}/stat")).unwrap();
        let field = |at: usize| stat.split_whitespace().nth(at).unwrap_or("").to_owned();
        (field(4) + "/" + &field(15), field(8))
    }

    /// Copies the image as it is this instant; tries again when something was written meanwhile.
    fn copy(&self, from: &Path, to: &Path) {
        for _ in 0..100 {
            let before = self.written();
            let words = [
                "--sparse=always",
                from.to_str().unwrap(),
                to.to_str().unwrap(),
            ];
            run("cp", &words).unwrap();
            if before.1 == "0" && before == self.written() {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("the disk is never quiet");
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        if run("umount", &[self.at.to_str().unwrap()]).is_none() {
            run("umount", &["-l", self.at.to_str().unwrap()]);
        }
        run("losetup", &["--detach", &self.device]);
    }
}

fn signal(child: &std::process::Child, name: &str) {
    run("kill", &[name, &child.id().to_string()]);
}

/// One step, during which the power goes; the states that may be there then.
fn step(story: &mut Story<'_>, cut: impl FnOnce()) -> Vec<State> {
    let step = story.next();
    let moment = story.moment(&step);
    let mut running = story.start(step);
    std::thread::sleep(moment);
    signal(&running.child, "-STOP");
    let ended = running.child.try_wait().unwrap().is_some();
    cut();
    signal(&running.child, "-CONT");
    let before = story.state.clone();
    let after = story.after(&running.step);
    let (step, confirmed) = story.finish(running);
    assert!(confirmed);
    story.go_on(&step);
    if ended {
        vec![after]
    } else {
        vec![before, after]
    }
}

#[test]
fn what_was_confirmed_outlives_a_power_cut() {
    let cuts: u32 = std::env::var("OPTIMACTL_CUTS")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(4);
    let sandbox = Sandbox::prepared();
    let image = sandbox.path("disk.img");
    let made = run("truncate", &["-s", "96M", image.to_str().unwrap()])
        .and_then(|_| run("mkfs.ext4", &["-q", "-F", image.to_str().unwrap()]))
        .and_then(|_| Disk::mount(&image, &sandbox.path("disk")));
    let Some(disk) = made else {
        return skipped(
            "no file system can be mounted through a loop device here (that needs root)",
        );
    };
    let look = look_at(&disk.at);
    sandbox.sh("mv store backups disk/").ok();
    // What was there before the story reached the disk long ago.
    drop(disk);
    let disk = Disk::mount(&image, &sandbox.path("disk")).unwrap();
    let mut story = Story::begin(&sandbox, look);
    for number in 0..cuts {
        while story.dice.roll() < 0.75 {
            step(&mut story, || {});
        }
        let copy = sandbox.path("copy.img");
        let confirmed = story.confirmed();
        let states = step(&mut story, || disk.copy(&image, &copy));
        let later = Disk::mount(&copy, &sandbox.path("later")).unwrap();
        story.look_back(
            &look_at(&later.at),
            &states,
            confirmed,
            &format!("cut {number}"),
        );
        drop(later);
        std::fs::remove_file(&copy).unwrap();
    }
    let told = format!(
        "{cuts} power cuts, {} backups confirmed\n",
        story.confirmed()
    );
    std::io::Write::write_all(&mut std::io::stderr(), told.as_bytes()).ok();
}

fn look_at(disk: &Path) -> Look {
    Look {
        store: disk.join("store"),
        backups: disk.join("backups"),
    }
}
