//! A made-up platform: people who signed up over some weeks and signed in since, with the mistakes and the one
//! attack that a real log has. The same seed gives the same people. For the tour and for measurements; nothing
//! in it is anybody's data (names are combined at random, addresses are reserved ones: RFC 2606, RFC 5737).

use chrono::TimeDelta;

use super::audit::{Appender, Event, Outcome, Party, Severity, append_all};
use super::context::Context;
use crate::base::clock::Time;
use crate::base::error::Result;
use crate::crypto::random::Random;
use crate::store::account::{AccountKind, AccountRow};
use crate::store::credential::NewPassword;
use crate::store::factor::FactorRow;
use crate::store::{Mode, Tx};

const FIRST: [&str; 40] = [
    "Ada", "Bela", "Carlo", "Dilek", "Edda", "Farid", "Greta", "Hana", "Ivo", "Jana", "Kofi",
    "Lena", "Mateo", "Nadia", "Oskar", "Priya", "Quentin", "Rosa", "Selim", "Tove", "Uma",
    "Viktor", "Wanda", "Ximena", "Yusuf", "Zoë", "Amir", "Birte", "Chidi", "Dana", "Elif",
    "Florin", "Gaia", "Henrik", "Ines", "Jonas", "Kira", "Liam", "Mira", "Noor",
];
const LAST: [&str; 40] = [
    "Adeyemi",
    "Bianchi",
    "Costa",
    "Dvořák",
    "Eriksen",
    "Fischer",
    "García",
    "Haddad",
    "Ivanova",
    "Jansen",
    "Kowalski",
    "Lindqvist",
    "Moreau",
    "Nagy",
    "Okafor",
    "Petrov",
    "Quispe",
    "Rossi",
    "Schäfer",
    "Tanaka",
    "Ulrich",
    "Varga",
    "Weber",
    "Xu",
    "Yılmaz",
    "Zhou",
    "Andersen",
    "Brandt",
    "Castro",
    "Dubois",
    "Engel",
    "Ferrari",
    "Gruber",
    "Horvat",
    "Ito",
    "Jovanović",
    "Kaya",
    "Larsen",
    "Meyer",
    "Novak",
];
const REGIONS: [&str; 8] = ["DE", "FR", "IT", "ES", "NL", "PL", "SE", "US"];
const AGENTS: [&str; 4] = [
    "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) AppleWebKit/605.1.15",
    "platform-app/4.2 (Android 16)",
];
/// Events in one transaction: enough to be quick, few enough to stay small.
const BATCH: u64 = 20_000;

/// How large the platform is.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    pub accounts: u32,
    /// Sign-ins and what goes with them; every account adds the event of its making.
    pub events: u64,
    pub weeks: u16,
    pub seed: u64,
}

/// Somebody who signs in.
struct Person {
    id: String,
    home: u32,
    agent: usize,
}

/// Fills a store. Everything happened in the weeks before now.
pub fn fill(ctx: &Context, size: Size, progress: &mut dyn FnMut(u64, u64)) -> Result<()> {
    let random = Random::seeded(&size.seed.to_be_bytes());
    let start = ctx.now() - TimeDelta::weeks(i64::from(size.weeks));
    let total = u64::from(size.accounts) + size.events;
    let people = sign_up(ctx, &random, size, start)?;
    let mut done = u64::from(size.accounts);
    let span = u128::try_from((ctx.now() - start).num_seconds()).unwrap_or(1);
    while done < total {
        progress(done, total);
        let batch = BATCH.min(total - done);
        ctx.store.write(Mode::Commit, |tx| {
            append_all(ctx, tx, |log| {
                (done..done + batch).try_for_each(|number| {
                    let share = number - u64::from(size.accounts);
                    let passed = u128::from(share) * span / u128::from(size.events.max(1));
                    let at = start + TimeDelta::seconds(i64::try_from(passed).unwrap_or(0));
                    sign_in(log, &random, &people, at)
                })
            })
        })?;
        done += batch;
    }
    progress(total, total);
    Ok(())
}

fn sign_up(ctx: &Context, random: &Random, size: Size, start: Time) -> Result<Vec<Person>> {
    let mut people = vec![];
    ctx.store.write(Mode::Commit, |tx| {
        ROLES
            .iter()
            .filter(|(name, _)| !matches!(tx.role(name), Ok(Some(_))))
            .try_for_each(|(name, _)| tx.insert_role(name, "made up", start))
    })?;
    let numbers: Vec<u32> = (0..size.accounts).collect();
    for batch in numbers.chunks(usize::try_from(BATCH).unwrap_or(1)) {
        ctx.store.write(Mode::Commit, |tx| {
            append_all(ctx, tx, |log| {
                for number in batch {
                    people.push(one_person(tx, log, random, (*number, start, ctx.now()))?);
                }
                Ok(())
            })
        })?;
    }
    Ok(people)
}

/// Signs up the person with this number, some time after the start.
fn one_person(
    tx: &Tx<'_>,
    log: &mut Appender<'_>,
    random: &Random,
    (number, start, now): (u32, Time, Time),
) -> Result<Person> {
    let (first, last) = (pick(random, &FIRST)?, pick(random, &LAST)?);
    let name = format!("{}.{number:04}", first.to_lowercase());
    let made = start + TimeDelta::minutes(i64::from(random.below(20_000)?));
    // Some were there before: they moved in with the rest, and a part of them never came back.
    let old = random.below(20)? == 0;
    let created = if old {
        start - TimeDelta::hours(i64::from(random.below(20_000)?))
    } else {
        made
    };
    let seen = match random.below(50)? {
        0 => None,
        1..10 => Some(created),
        _ => Some(made),
    };
    let row = AccountRow {
        id: random.id("acc")?,
        email: Some(format!("{name}@mail.example")),
        name,
        display_name: Some(format!("{first} {last}")),
        kind: if random.below(500)? == 0 {
            AccountKind::Service
        } else {
            AccountKind::Person
        },
        region: Some(pick(random, &REGIONS)?.to_owned()),
        created,
        changed: made,
        expires: None,
        disabled: (random.below(60)? == 0).then_some(now),
        locked_until: None,
        lock_reason: None,
        removed: None,
        restricted: None,
        last_sign_in: seen,
        version: 1,
        imported: None,
        roles: vec![],
        groups: vec![],
        password_set: None,
        code_until: None,
        factors: 0,
    };
    tx.insert_account(&row)?;
    equip(tx, random, &row)?;
    let event = Event::new("account.create")
        .at(made)
        .target(&row.id)
        .field("kind", row.kind.as_str())
        .personal("name", row.name.as_str())
        .personal("email", row.email.as_deref().unwrap_or_default());
    log.append(&event)?;
    let home = random.below(1 << 16)?;
    Ok(Person {
        id: row.id,
        home,
        agent: usize::try_from(random.below(4)?).unwrap_or(0),
    })
}

/// Roles, and one in how many people holds each.
const ROLES: [(&str, u32); 2] = [("member", 2), ("moderator", 2_000)];

/// Gives an account a password in the form of today or, rarely, of what was before, often a second factor, and
/// roles. Nobody knows these passwords: the hashes are random.
fn equip(tx: &Tx<'_>, random: &Random, row: &AccountRow) -> Result<()> {
    let text = |bytes: &[u8]| data_encoding::BASE64_NOPAD.encode(bytes);
    let (salt, hash) = (random.bytes::<16>()?, random.bytes::<32>()?);
    let hash = match random.below(200)? {
        0 => format!(
            "$2b$12${}",
            data_encoding::HEXLOWER
                .encode(&hash)
                .get(..53)
                .unwrap_or_default()
        ),
        _ => format!(
            "$argon2id$v=19$m=19456,t=2,p=1${}${}",
            text(&salt),
            text(&hash)
        ),
    };
    let password = NewPassword {
        hash: &hash,
        require_change: None,
        needs_factor: false,
    };
    tx.put_password(&row.id, &password, row.created)?;
    if random.below(3)? == 0 {
        let secret = zeroize::Zeroizing::new(random.bytes::<20>()?.to_vec());
        let factor = FactorRow::pending(random.id("fac")?, secret, row.created);
        tx.insert_factor(&row.id, &factor)?;
        tx.confirm_factor(&factor.id, 0, row.created)?;
    }
    for (role, one_in) in ROLES {
        if random.below(one_in)? == 0 {
            tx.grant_role(&row.id, role, row.created)?;
        }
    }
    Ok(())
}

/// One sign-in: mostly good, sometimes a typing mistake, now and then a guess from elsewhere.
fn sign_in(log: &mut Appender<'_>, random: &Random, people: &[Person], at: Time) -> Result<()> {
    let whom = random.below(u32::try_from(people.len()).unwrap_or(u32::MAX))?;
    let Some(person) = people.get(usize::try_from(whom).unwrap_or(0)) else {
        return Ok(());
    };
    let kind = random.below(100)?;
    let (action, outcome, severity) = match kind {
        0..4 => ("auth.login", Outcome::Failure, Severity::Low),
        4 => ("auth.login", Outcome::Failure, Severity::Medium),
        5..9 => ("account.change", Outcome::Success, Severity::Info),
        9..12 => ("session.end", Outcome::Success, Severity::Info),
        _ => ("auth.login", Outcome::Success, Severity::Info),
    };
    let address = if kind == 4 {
        format!("198.51.100.{}", random.below(8)?)
    } else {
        format!("2001:db8:{:x}::{:x}", person.home, 1 + random.below(3)?)
    };
    let agent = AGENTS.get(person.agent).copied().unwrap_or_default();
    let event = Event::foreign(action, "web")
        .at(at)
        .actor(Party::Id(person.id.clone()))
        .target(person.id.as_str())
        .outcome(outcome)
        .severity(severity)
        .personal("ip", address)
        .personal("user_agent", agent);
    log.append(&event).map(drop)
}

fn pick<'a>(random: &Random, from: &[&'a str]) -> Result<&'a str> {
    let at = random.below(u32::try_from(from.len()).unwrap_or(1))?;
    Ok(from
        .get(usize::try_from(at).unwrap_or(0))
        .copied()
        .unwrap_or_default())
}
