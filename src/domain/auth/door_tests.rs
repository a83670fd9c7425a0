//! Every door of a sign-in gives the same answers and leaves the same traces: one by one, through PAM and
//! checkpassword, alone in a batch, and beside somebody else in one transaction.

use std::fmt::Write as _;

use serde_json::Value;

use super::batch::{self, Fresh, Step};
use super::*;
use crate::base::clock::{self, Clock};
use crate::base::period::Period;
use crate::crypto::otp::{Hash, OtpSecret, Scheme, code_at};
use crate::domain::account::{self as people, Lock};
use crate::domain::fixture::{Fixture, NOW, add_account};
use crate::domain::password::corpus::{Added, add};
use crate::domain::password::{Policy, Setter, set};
use crate::domain::two_factor::{RecoverySet, new_set, policy};
use crate::store::Mode;
use crate::store::factor::FactorRow;

const RIGHT: &str = "seven geese walk to Utrecht";
const SECRET: &[u8; 20] = b"12345678901234567890";

type Knock = fn(&Context, Credentials) -> Answer;
const DOORS: [Knock; 4] = [by_check, by_door, alone, beside];

#[expect(
    clippy::needless_pass_by_value,
    reason = "every door is knocked at alike"
)]
fn by_check(ctx: &Context, given: Credentials) -> Answer {
    check(ctx, &given).unwrap()
}

fn by_door(ctx: &Context, given: Credentials) -> Answer {
    enter(ctx, given, &Door::default()).unwrap().answer
}

fn alone(ctx: &Context, given: Credentials) -> Answer {
    batched(ctx, vec![Fresh { number: 1, given }])
}

fn beside(ctx: &Context, given: Credentials) -> Answer {
    let other = with("somebody else", "x", None);
    batched(
        ctx,
        vec![
            Fresh { number: 1, given },
            Fresh {
                number: 2,
                given: other,
            },
        ],
    )
}

fn batched(ctx: &Context, fresh: Vec<Fresh>) -> Answer {
    let counted = batch::step(ctx, vec![], fresh).counted;
    let tried = counted.into_iter().map(|counted| counted.compare(ctx));
    let Step { answers, .. } = batch::step(ctx, tried.collect(), vec![]);
    let mine = answers.into_iter().find(|(number, _)| *number == 1);
    mine.unwrap().1.unwrap()
}

fn with(account: &str, password: &str, code: Option<&str>) -> Credentials {
    Credentials {
        account: account.to_owned(),
        password: SecretText::new(password.to_owned()),
        code: code.map(|code| SecretText::new(code.to_owned())),
    }
}

/// A store with mira in it, a door, and what came out of it so far.
struct Scene {
    fixture: Fixture,
    ctx: Context,
    mira: String,
    knock: Knock,
    told: String,
}

impl Scene {
    fn new(knock: Knock) -> Self {
        let fixture = Fixture::new();
        let ctx = fixture.open();
        let mira = add_account(&ctx, "mira");
        let policy = Policy::new("nist-63b-4", &[]).unwrap();
        let right = SecretText::new(RIGHT.to_owned());
        set(&ctx, &policy, "mira", &right, Setter::Holder).unwrap();
        Self {
            fixture,
            ctx,
            mira,
            knock,
            told: String::new(),
        }
    }

    fn at(&mut self, seconds: i64) {
        let time = clock::parse(NOW).unwrap() + chrono::TimeDelta::seconds(seconds);
        self.ctx.clock = Clock::fixed(time);
    }

    fn act(&mut self, act: impl FnOnce(&Context, &str)) {
        act(&self.ctx, &self.mira);
    }

    /// Knocks; the answer and every trace of it are told.
    fn try_with(&mut self, given: Credentials) -> Reason {
        let size = |ctx: &Context| ctx.store.read(|tx| tx.tree()).unwrap().size();
        let before = size(&self.ctx);
        let answer = (self.knock)(&self.ctx, given);
        let Answer {
            reason,
            must_change,
            grace_for,
            recovery_left,
            grace_until,
        } = answer;
        let until = grace_until.map(clock::seconds_text);
        writeln!(
            self.told,
            "{reason:?} {must_change} {until:?} {grace_for:?} {recovery_left:?}"
        )
        .unwrap();
        for seq in before..size(&self.ctx) {
            let entry = self.ctx.store.read(|tx| tx.entry(seq)).unwrap().unwrap();
            self.event(&serde_json::from_slice(&entry).unwrap());
        }
        self.state();
        reason
    }

    fn event(&mut self, entry: &Value) {
        if !entry.to_string().contains(&self.mira) {
            return;
        }
        let mut data = entry["data"].clone();
        if let Some(data) = data.as_object_mut() {
            data.remove("factor");
        }
        let [action, outcome, severity] =
            ["action", "outcome", "severity"].map(|key| entry[key].to_string());
        writeln!(self.told, "  {action} {outcome} {severity} {data}").unwrap();
    }

    fn state(&mut self) {
        let (ctx, mira) = (&self.ctx, self.mira.as_str());
        let state = ctx.store.read(|tx| {
            let mut state = String::new();
            for of in [
                Authenticator::Password,
                Authenticator::Totp,
                Authenticator::Recovery,
            ] {
                let row = attempts::counted(ctx, tx, "mira", of)?;
                let numbers = row.map(|row| (row.failed, row.held, clock::seconds_text(row.free)));
                write!(state, " {numbers:?}").unwrap();
            }
            let password = tx.password(mira)?.unwrap();
            let scheme = password.hash.get(..10).unwrap_or_default().to_owned();
            let by = password.require_change.map(clock::seconds_text);
            let row = tx.account(mira)?.unwrap();
            let seen = row.last_sign_in.map(clock::seconds_text);
            let waits = crate::domain::notice::Kind::ALL
                .into_iter()
                .map(|kind| tx.notice_waits(mira, kind.as_str()));
            let waits = waits.collect::<Result<Vec<_>>>()?;
            write!(state, " {scheme} {by:?} {seen:?} {waits:?}").unwrap();
            Ok(state)
        });
        writeln!(self.told, "  {}", state.unwrap()).unwrap();
    }
}

/// Plays the same at every door: what is told must be the same.
fn everywhere(play: impl Fn(&mut Scene)) {
    let told = DOORS.map(|knock| {
        let mut scene = Scene::new(knock);
        play(&mut scene);
        scene.told
    });
    for other in &told {
        assert_eq!(*other, told[0]);
    }
}

fn bring(ctx: &Context, mira: &str, hash: &str) {
    let new = crate::store::credential::NewPassword {
        hash,
        require_change: None,
        needs_factor: false,
    };
    let put = |tx: &Tx<'_>| tx.put_password(mira, &new, ctx.now());
    ctx.store.write(Mode::Commit, put).unwrap();
}

fn factor(ctx: &Context, mira: &str, digits: u64) {
    let bytes = zeroize::Zeroizing::new(SECRET.to_vec());
    let row = FactorRow {
        confirmed: Some(ctx.now()),
        scheme: Scheme::new(Hash::Sha1, digits, 30).unwrap(),
        ..FactorRow::pending(ctx.random.id("fac").unwrap(), bytes, ctx.now())
    };
    let put = |tx: &Tx<'_>| tx.insert_factor(mira, &row);
    ctx.store.write(Mode::Commit, put).unwrap();
}

fn code(ctx: &Context, digits: u64) -> String {
    let scheme = Scheme::new(Hash::Sha1, digits, 30).unwrap();
    let unix = u64::try_from(ctx.now().timestamp()).unwrap();
    let secret = OtpSecret::new(SECRET.to_vec()).unwrap();
    code_at(&secret, scheme, unix).expose().to_owned()
}

#[test]
fn passwords_right_wrong_unknown_held_and_disabled() {
    everywhere(|scene| {
        assert_eq!(scene.try_with(with("mira", RIGHT, None)), Reason::Ok);
        let unknown = scene.try_with(with("nobody", RIGHT, None));
        assert_eq!(unknown, Reason::Rejected);
        for _ in 0..6 {
            let wrong = scene.try_with(with("MIRA@mail.example", "wrong", None));
            assert_eq!(wrong, Reason::Rejected);
        }
        // Held: the right one is not looked at.
        assert_eq!(scene.try_with(with("mira", RIGHT, None)), Reason::Rejected);
        for hour in 1..=96 {
            scene.at(hour * 3601);
            scene.try_with(with("mira", "wrong", None));
        }
        scene.at(200 * 3600);
        assert_eq!(scene.try_with(with("mira", RIGHT, None)), Reason::Rejected);
        assert!(scene.told.contains("auth.disable"));
        assert!(scene.told.contains(r#""state":"disabled""#));
    });
}

#[test]
fn accounts_locked_expired_disabled_removed() {
    everywhere(|scene| {
        scene.act(|ctx, _| {
            let lock = Lock {
                until: ctx.now() + chrono::TimeDelta::hours(1),
                reason: "test".to_owned(),
            };
            people::lock(ctx, &["mira".to_owned()], &lock).unwrap();
        });
        assert_eq!(scene.try_with(with("mira", RIGHT, None)), Reason::Locked);
        let wrong = scene.try_with(with("mira", "wrong", None));
        assert_eq!(wrong, Reason::Rejected);
        scene.at(7200);
        let expires = |scene: &mut Scene, at: Option<i64>| {
            scene.act(|ctx, mira| {
                let put = |tx: &Tx<'_>| {
                    let mut row = tx.account(mira)?.unwrap();
                    row.expires = at.map(|at| ctx.now() + chrono::TimeDelta::seconds(at));
                    tx.update_account(&row, ctx.now())
                };
                ctx.store.write(Mode::Commit, put).unwrap();
            });
        };
        expires(scene, Some(-1));
        assert_eq!(scene.try_with(with("mira", RIGHT, None)), Reason::Expired);
        expires(scene, None);
        scene.act(|ctx, _| {
            people::disable(ctx, &["mira".to_owned()]).unwrap();
        });
        assert_eq!(scene.try_with(with("mira", RIGHT, None)), Reason::Disabled);
        scene.act(|ctx, _| {
            people::remove(ctx, &["mira".to_owned()]).unwrap();
        });
        assert_eq!(scene.try_with(with("mira", RIGHT, None)), Reason::Rejected);
    });
}

#[test]
fn passwords_overdue_leaked_and_brought_along() {
    everywhere(|scene| {
        let path = scene.fixture.dir.path().join("leaked.txt");
        std::fs::write(&path, RIGHT).unwrap();
        let added = Added {
            path: path.to_str().unwrap(),
            least: 1,
            grace: 7200,
        };
        add(&scene.ctx, &added).unwrap();
        assert_eq!(scene.try_with(with("mira", RIGHT, None)), Reason::Ok);
        assert!(scene.told.contains("PasswordChange"), "{}", scene.told);
        scene.at(7201);
        let overdue = scene.try_with(with("mira", RIGHT, None));
        assert_eq!(overdue, Reason::ChangeOverdue);
        scene.act(|ctx, mira| bring(ctx, mira, "{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g="));
        let wrong = scene.try_with(with("mira", "wrong", None));
        assert_eq!(wrong, Reason::Rejected);
        assert_eq!(scene.try_with(with("mira", "password", None)), Reason::Ok);
        assert!(scene.told.contains(r#""changed":"hash""#));
        assert_eq!(scene.try_with(with("mira", "password", None)), Reason::Ok);
    });
}

#[test]
fn second_factors_needed_wrong_reused_and_recovered() {
    everywhere(|scene| {
        scene.act(|ctx, mira| factor(ctx, mira, 8));
        let needed = scene.try_with(with("mira", RIGHT, None));
        assert_eq!(needed, Reason::CodeNeeded);
        let code = code(&scene.ctx, 8);
        // A wrong password uses no code up.
        scene.try_with(with("mira", "wrong", Some(&code)));
        let right = scene.try_with(with("mira", RIGHT, Some(&code)));
        assert_eq!(right, Reason::Ok);
        let again = scene.try_with(with("mira", RIGHT, Some(&code)));
        assert_eq!(again, Reason::CodeRejected);
        let wrong = scene.try_with(with("mira", RIGHT, Some("00000000")));
        assert_eq!(wrong, Reason::CodeRejected);
        let (_, RecoverySet { codes, .. }) = new_set(&scene.ctx, "mira").unwrap().value;
        let code = codes[2].expose();
        assert_eq!(scene.try_with(with("mira", RIGHT, Some(code))), Reason::Ok);
        let again = scene.try_with(with("mira", RIGHT, Some(code)));
        assert_eq!(again, Reason::CodeRejected);
        assert!(scene.told.contains("Some(9)"));
    });
}

#[test]
fn a_deadline_for_a_factor_bars_at_every_door_also_without_a_password() {
    everywhere(|scene| {
        let staff = crate::base::name::Label::new("staff", "a role").unwrap();
        crate::domain::role::create(&scene.ctx, &staff, "", &[]).unwrap();
        people::grant(&scene.ctx, "staff", &["mira".to_owned()]).unwrap();
        policy::set_rule(&scene.ctx, "staff", None, Period::of_days(1)).unwrap();
        assert_eq!(scene.try_with(with("mira", RIGHT, None)), Reason::Ok);
        assert!(scene.told.contains("SecondFactor"));
        assert_eq!(
            standing(&scene.ctx, "mira", &Door::default()).unwrap(),
            None
        );
        scene.at(2 * 86_400);
        let barred = scene.try_with(with("mira", RIGHT, None));
        assert_eq!(barred, Reason::FactorRequired);
        assert_eq!(
            standing(&scene.ctx, "mira", &Door::default()).unwrap(),
            Some(Reason::FactorRequired)
        );
    });
}

#[test]
fn an_appended_code_is_as_long_as_the_accounts_own() {
    let mut scene = Scene::new(by_check);
    let appended = Door {
        code: Code::Appended,
        ..Door::default()
    };
    let come = |scene: &Scene, typed: &str| {
        let given = with("mira", typed, None);
        enter(&scene.ctx, given, &appended).unwrap().answer.reason
    };
    assert_eq!(come(&scene, RIGHT), Reason::Ok);
    scene.act(|ctx, mira| factor(ctx, mira, 8));
    let eight = code(&scene.ctx, 8);
    assert_eq!(come(&scene, &format!("{RIGHT}{eight}")), Reason::Ok);
    assert_eq!(come(&scene, RIGHT), Reason::CodeNeeded);
    // Several lengths: the one that is a code now.
    scene.at(90);
    scene.act(|ctx, mira| factor(ctx, mira, 6));
    let eight = code(&scene.ctx, 8);
    assert_eq!(come(&scene, &format!("{RIGHT}{eight}")), Reason::Ok);
    scene.at(180);
    let six = code(&scene.ctx, 6);
    assert_eq!(come(&scene, &format!("{RIGHT}{six}")), Reason::Ok);
    assert_eq!(come(&scene, "12"), Reason::Rejected);
}
