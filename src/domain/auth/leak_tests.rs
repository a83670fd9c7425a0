//! Lists of leaked passwords in use: on setting, at sign-in, when they change, and when they are gone.

use std::path::PathBuf;

use chrono::TimeDelta;

use super::*;
use crate::base::clock::{self, Clock};
use crate::base::error::Kind;
use crate::domain::fixture::{Fixture, NOW, add_account};
use crate::domain::password::corpus::{Added, add, list, remove};
use crate::domain::password::{Corpora, Policy, Setter, set};

const LEAKED: &str = "seven geese walk to Utrecht";
const OTHER: &str = "nine herons over the Elbe";

struct Scene {
    fixture: Fixture,
    ctx: Context,
    mira: String,
}

impl Scene {
    fn new() -> Self {
        let fixture = Fixture::new();
        let ctx = fixture.open();
        let mira = add_account(&ctx, "mira");
        Self { fixture, ctx, mira }
    }

    fn path(&self) -> PathBuf {
        self.fixture.dir.path().join("leaked.txt")
    }

    fn write(&self, text: &str) {
        std::fs::write(self.path(), text).unwrap();
    }

    fn add(&self) {
        let path = self.path();
        let new = Added {
            path: path.to_str().unwrap(),
            least: 1,
            grace: 7200,
        };
        add(&self.ctx, &new).unwrap();
    }

    fn set(&self, policy: &Policy, text: &str) -> Result<()> {
        let text = SecretText::new(text.to_owned());
        set(&self.ctx, policy, "mira", &text, Setter::Holder).map(drop)
    }

    fn at(&mut self, minutes: i64) {
        let time = clock::parse(NOW).unwrap() + TimeDelta::minutes(minutes);
        self.ctx.clock = Clock::fixed(time);
    }

    fn sign_in(&self, text: &str) -> Answer {
        let given = Credentials {
            account: "mira".to_owned(),
            password: SecretText::new(text.to_owned()),
            code: None,
        };
        check(&self.ctx, &given).unwrap()
    }

    fn waits(&self, kind: &str) -> bool {
        let waits = |tx: &crate::store::Tx<'_>| tx.notice_waits(&self.mira, kind);
        self.ctx.store.read(waits).unwrap()
    }

    fn checked(&self) -> Option<crate::base::clock::Time> {
        let look = |tx: &crate::store::Tx<'_>| tx.password_checked(&self.mira);
        self.ctx.store.read(look).unwrap()
    }
}

fn policy() -> Policy {
    Policy::new("nist-63b-4", &[]).unwrap()
}

#[test]
fn a_leaked_password_is_not_taken_and_the_clause_is_named() {
    let scene = Scene::new();
    scene.write(LEAKED);
    scene.add();
    let error = scene.set(&policy(), LEAKED).unwrap_err();
    assert_eq!(error.kind, Kind::Refused);
    assert!(
        error.details[0].contains("(breach: NIST"),
        "{:?}",
        error.details
    );
    scene.set(&policy(), OTHER).unwrap();
}

#[test]
fn a_password_that_leaks_later_must_be_changed_and_its_holder_is_told_once() {
    let mut scene = Scene::new();
    scene.set(&policy(), LEAKED).unwrap();
    assert!(!scene.sign_in(LEAKED).must_change);
    assert_eq!(scene.checked(), None);
    scene.write(OTHER);
    scene.add();
    scene.at(1);
    assert!(!scene.sign_in(LEAKED).must_change);
    let first = scene.checked().unwrap();
    scene.at(2);
    assert!(!scene.sign_in(LEAKED).must_change);
    assert_eq!(scene.checked(), Some(first));
    // The file gets longer: noticed, tested and asked again.
    scene.write(&format!("{OTHER}\n{LEAKED}\n"));
    scene.at(3);
    let answer = scene.sign_in(LEAKED);
    assert_eq!(answer.reason, Reason::Ok);
    assert!(answer.must_change);
    let by = clock::parse(NOW).unwrap() + TimeDelta::minutes(123);
    // The fixture's clock goes on from where it was set.
    assert_eq!((answer.grace_until.unwrap() - by).num_minutes(), 0);
    assert!(scene.waits("password-breached"));
    scene.at(125);
    assert_eq!(scene.sign_in(LEAKED).reason, Reason::ChangeOverdue);
    // Another password is another matter.
    remove(&scene.ctx, scene.path().to_str().unwrap()).unwrap();
    scene.set(&policy(), OTHER).unwrap();
    assert!(!scene.sign_in(OTHER).must_change);
    assert_eq!(
        scene.ctx.store.read(|tx| tx.breached_passwords()).unwrap(),
        0
    );
}

#[test]
fn a_wrong_password_is_never_looked_up() {
    let scene = Scene::new();
    scene.set(&policy(), OTHER).unwrap();
    scene.write(LEAKED);
    scene.add();
    assert_eq!(scene.sign_in(LEAKED).reason, Reason::Rejected);
    assert_eq!(scene.checked(), None);
    assert!(!scene.waits("password-breached"));
}

#[test]
fn a_list_that_is_gone_stops_new_passwords_and_no_sign_in() {
    let scene = Scene::new();
    scene.set(&policy(), LEAKED).unwrap();
    scene.write(OTHER);
    scene.add();
    std::fs::remove_file(scene.path()).unwrap();
    assert_eq!(scene.sign_in(LEAKED).reason, Reason::Ok);
    assert_eq!(scene.checked(), None);
    let error = scene.set(&policy(), OTHER).unwrap_err();
    assert_eq!(error.kind, Kind::Failed);
    assert!(error.hint.unwrap().contains("password.corpus_required"));
    let optional = Policy {
        corpora: Corpora::Optional,
        ..policy()
    };
    scene.set(&optional, OTHER).unwrap();
    let listed = list(&scene.ctx).unwrap();
    assert!(listed[0].wrong.is_some());
}

#[test]
fn a_list_that_turned_into_something_else_is_not_used() {
    let scene = Scene::new();
    scene.write(OTHER);
    scene.add();
    scene.write("not\0text at all\n");
    assert!(scene.set(&policy(), LEAKED).is_err());
    let missing = remove(&scene.ctx, "/nowhere").unwrap_err();
    assert_eq!(missing.kind, Kind::NotFound);
}
