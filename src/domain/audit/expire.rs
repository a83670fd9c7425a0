//! Personal values that are older than their class of field is kept. The events stay; in small transactions, so
//! that others go on writing; whatever a run leaves, the next one finds.

use std::collections::{BTreeMap, BTreeSet};
use std::net::{IpAddr, SocketAddr};

use super::disclosure::reveal;
use super::erase::{self, Ranges};
use super::event::Event;
use super::failed;
use crate::base::error::Result;
use crate::base::period::Period;
use crate::domain::context::Context;
use crate::store::Mode;
use crate::store::audit::{DisclosureRow, Fate};

/// Values that one transaction deletes.
const BATCH: usize = 10_000;
/// Events that are looked through at once.
const WINDOW: u64 = 16_384;

/// What a field's values are, which decides how long they are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    Ip,
    UserAgent,
    Email,
    Name,
    /// Free text.
    Note,
    Other,
}

impl Class {
    pub const ALL: [Self; 6] = [
        Self::Ip,
        Self::UserAgent,
        Self::Email,
        Self::Name,
        Self::Note,
        Self::Other,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ip => "ip",
            Self::UserAgent => "user_agent",
            Self::Email => "email",
            Self::Name => "name",
            Self::Note => "note",
            Self::Other => "other",
        }
    }

    pub fn of(field: &str) -> Self {
        match field {
            "ip" | "client_ip" | "remote_ip" | "src_ip" | "peer_ip" | "host_ip" | "dst_ip"
            | "more_ip" => Self::Ip,
            "user_agent" | "agent" => Self::UserAgent,
            "email" | "mail" | "address" => Self::Email,
            // What a sender called a thing is kept so because it may be somebody's name.
            "actor_name" | "target_name" | "name" | "display_name" | "login" | "user"
            | "told_action" | "told_source" => Self::Name,
            "note" | "reason" | "description" | "text" | "message" | "msg" | "comment"
            | "command" | "path" | "referer" | "host_name" | "folder" | "more" => Self::Note,
            part if part.starts_with("more_ip_") => Self::Ip,
            part if part.starts_with("more_") => Self::Note,
            _ => Self::Other,
        }
    }

    /// A name that nobody gave a meaning can stand before an address all the same.
    fn of_row(row: &DisclosureRow) -> Self {
        let class = Self::of(&row.field);
        if class != Self::Other && row.field != "host_name" {
            return class;
        }
        // What cannot be read any more goes by its name; verifying tells of the damage.
        let value = reveal(&row.text)
            .map(|(_, value)| value)
            .unwrap_or_default();
        let address = value.as_str().is_some_and(|text| {
            text.parse::<IpAddr>().is_ok() || text.parse::<SocketAddr>().is_ok()
        });
        if address { Self::Ip } else { class }
    }
}

/// How long each class is kept after its event was recorded; one that is not here is kept.
pub type Retention = BTreeMap<Class, Period>;

/// What expired.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Expired {
    pub values: u64,
    pub classes: BTreeMap<Class, u64>,
    /// The events that tell of it.
    pub told: Vec<u64>,
    /// Why it may still stand in the write-ahead log.
    pub kept: Option<String>,
}

/// Deletes what is older than it is kept, or in a dry run counts it.
pub fn expire(ctx: &Context, retention: &Retention) -> Result<Expired> {
    expire_by(ctx, retention, BATCH).map_err(|error| failed(ctx, event(0), error))
}

fn expire_by(ctx: &Context, retention: &Retention, batch: usize) -> Result<Expired> {
    let mut expired = Expired::default();
    let ended = walk(ctx, retention, batch, &mut expired);
    if ctx.mode == Mode::Commit {
        // Also behind a portion that failed, and behind a run that was killed.
        expired.kept = erase::scrub(ctx);
    }
    ended.map(|()| expired)
}

fn walk(ctx: &Context, retention: &Retention, batch: usize, expired: &mut Expired) -> Result<()> {
    // Classes that are kept equally long share their walk and their events.
    let mut alike: BTreeMap<u64, BTreeSet<Class>> = BTreeMap::new();
    for (class, period) in retention {
        let cutoff = period.before(ctx.now());
        let end = ctx.store.read(|tx| tx.first_recorded_at(cutoff))?;
        alike.entry(end).or_default().insert(*class);
    }
    for (end, classes) in alike {
        let mut from = 0;
        while from < end {
            let portion = portion(ctx, (from, end), &classes, batch)?;
            if !portion.rows.is_empty() {
                forget(ctx, &portion, expired)?;
            }
            from = portion.next;
        }
    }
    Ok(())
}

/// Values that go together, and where the next ones begin.
struct Portion {
    rows: Vec<(u64, String, Class)>,
    next: u64,
}

/// Found on a snapshot: nobody waits while it is looked for.
fn portion(
    ctx: &Context,
    (from, end): (u64, u64),
    classes: &BTreeSet<Class>,
    batch: usize,
) -> Result<Portion> {
    ctx.store.read(|tx| {
        let mut rows = vec![];
        let mut next = from;
        while next < end && rows.len() < batch {
            let to = next.saturating_add(WINDOW).min(end);
            let mut last = None;
            for row in tx.disclosures(next, to)? {
                // Values of one event stay together.
                if rows.len() >= batch && last != Some(row.seq) {
                    next = row.seq;
                    return Ok(Portion { rows, next });
                }
                let class = Class::of_row(&row);
                if classes.contains(&class) {
                    last = Some(row.seq);
                    rows.push((row.seq, row.field, class));
                }
            }
            next = to;
        }
        Ok(Portion { rows, next })
    })
}

fn event(count: u64) -> Event {
    Event::new("audit.expire").field("count", count)
}

fn forget(ctx: &Context, portion: &Portion, expired: &mut Expired) -> Result<()> {
    let told = ctx.store.write(ctx.mode, |tx| {
        let mut gone: BTreeMap<String, Vec<u64>> = BTreeMap::new();
        let mut count = 0;
        for (seq, field, class) in &portion.rows {
            // What is held stays, and goes with the first run behind the hold.
            if tx.erase_disclosure(*seq, field)? == Fate::Gone {
                gone.entry(field.clone()).or_default().push(*seq);
                *expired.classes.entry(*class).or_default() += 1;
                count += 1;
            }
        }
        expired.values += count;
        if count == 0 {
            return Ok(vec![]);
        }
        // Exact ranges: one over everything between would also explain what somebody else had taken away.
        let gone: Ranges = gone
            .into_iter()
            .map(|(field, numbers)| (field, erase::ranges(&numbers)))
            .collect();
        erase::tell(ctx, tx, &event(count), &gone)
    })?;
    if !ctx.dry_run() {
        expired.told.extend(told);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::clock::Clock;
    use crate::base::progress::silent;
    use crate::domain::audit::verify::{Request, verify};
    use crate::domain::audit::{append_all, note};
    use crate::domain::fixture::Fixture;
    use crate::store::audit::tamper;

    fn retention() -> Retention {
        [(Class::Ip, Period::of_days(90))].into()
    }

    #[test]
    fn what_is_too_old_goes_once_and_in_portions() {
        let fixture = Fixture::new();
        let mut ctx = fixture.open();
        let write = |tx: &crate::store::Tx<'_>| {
            append_all(&ctx, tx, |log| {
                for n in 0..1_000 {
                    let field = if n % 3 == 0 { "note" } else { "ip" };
                    log.append(&Event::new("auth.check").personal(field, "192.0.2.7"))?;
                }
                Ok(())
            })
        };
        ctx.store.write(Mode::Commit, write).unwrap();
        assert_eq!(expire(&ctx, &retention()).unwrap(), Expired::default());
        ctx.clock = Clock::fixed(ctx.now() + chrono::TimeDelta::days(91));
        note(&ctx, &Event::new("auth.check").personal("ip", "192.0.2.8")).unwrap();
        ctx.mode = Mode::DryRun;
        let would = expire(&ctx, &retention()).unwrap();
        assert_eq!((would.values, would.told.len()), (666, 0));
        ctx.mode = Mode::Commit;
        let done = expire_by(&ctx, &retention(), 100).unwrap();
        assert_eq!(done.values, 666);
        assert!(done.told.len() >= 7, "{done:?}");
        assert_eq!(done.classes, [(Class::Ip, 666)].into());
        assert_eq!(expire(&ctx, &retention()).unwrap(), Expired::default());
        let look = || verify(&ctx, &Request::default(), &mut silent).unwrap();
        let report = look();
        assert!(report.is_good(), "{report:?}");
        assert_eq!(report.explained, 666);
        // What somebody else takes away between what expired is still missed.
        tamper::run(
            &ctx.store,
            "DELETE FROM disclosure WHERE field = 'note' AND seq = (SELECT min(seq) FROM disclosure WHERE field = 'note')",
        );
        assert!(!look().completeness.is_good());
    }

    /// What else stands there of the same person can be erased only as long as the name leads to it.
    #[test]
    fn an_expired_name_still_leads_to_its_pseudonym() {
        let fixture = Fixture::new();
        let mut ctx = fixture.open();
        let event = Event::new("auth.check").target_name("ann");
        let id = |ctx: &Context| {
            let seq = note(ctx, &event).unwrap();
            let entry = ctx.store.read(|tx| tx.entry(seq)).unwrap().unwrap();
            let value: serde_json::Value = serde_json::from_slice(&entry).unwrap();
            value["target"].as_str().unwrap().to_owned()
        };
        let first = id(&ctx);
        assert_eq!(id(&ctx), first);
        ctx.clock = Clock::fixed(ctx.now() + chrono::TimeDelta::days(91));
        expire(&ctx, &[(Class::Name, Period::of_days(90))].into()).unwrap();
        assert_eq!(id(&ctx), first);
        assert!(
            verify(&ctx, &Request::default(), &mut silent)
                .unwrap()
                .is_good()
        );
    }

    #[test]
    fn an_address_expires_whatever_its_field_is_called() {
        let fixture = Fixture::new();
        let mut ctx = fixture.open();
        let event = Event::foreign("web.request", "nginx")
            .personal("remote_addr", "192.0.2.7:5678")
            .personal("x_forwarded_for", "2001:db8::7")
            .personal("tenant", "192.0.2")
            .personal("message", "192.0.2.7");
        note(&ctx, &event).unwrap();
        ctx.clock = Clock::fixed(ctx.now() + chrono::TimeDelta::days(91));
        assert_eq!(expire(&ctx, &retention()).unwrap().values, 2);
    }

    #[test]
    fn addresses_that_an_ingest_gathers_expire_too() {
        for (field, class) in [
            ("more", Class::Note),
            ("more_2", Class::Note),
            ("more_ip", Class::Ip),
            ("more_ip_2", Class::Ip),
            ("told_action", Class::Name),
            ("told_source", Class::Name),
        ] {
            assert_eq!(Class::of(field), class, "{field}");
        }
    }
}
