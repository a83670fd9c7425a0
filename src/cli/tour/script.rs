//! What the tour shows, in the order of an admin's first day. Only the script; `guide` runs it.

use serde_json::Value;

use super::guide::{Guide, Step};
use crate::base::error::{Error, Result};
use crate::crypto::otp::{OtpSecret, Scheme, code_at};
use crate::store::file;

const PASSWORD: &str = "nine geese cross the harbor";

/// The store and its second unlocker.
pub(super) fn beginning(guide: &mut Guide) -> Result<()> {
    file::write_atomic(
        &guide.path("config.toml"),
        b"[controller]\nname = \"Example Platform\"\ncalendar = \"DE\"\ntimezone = \"Europe/Berlin\"\n",
    )?;
    file::write_atomic(
        &guide.path("passphrase.txt"),
        b"seven slow rivers under one bridge\n",
    )?;
    guide.chapter("A store, and two ways to open it")?;
    guide.say(
        "(its configuration says: controller.calendar = DE, controller.timezone = Europe/Berlin)",
    )?;
    guide.show(Step::of(&[
        "init",
        "--name",
        "demo",
        "--new-identity",
        "identity.txt",
    ]))?;
    guide.show(Step::of(&[
        "key",
        "add",
        "safe",
        "--new-passphrase-file",
        "passphrase.txt",
    ]))?;
    Ok(())
}

/// Everything after the data is there.
pub(super) fn main_job(guide: &mut Guide) -> Result<()> {
    people(guide)?;
    moving_in(guide)?;
    second_factor(guide)?;
    programs(guide)?;
    log(guide)?;
    backup(guide)?;
    keys(guide)?;
    request(guide)?;
    today(guide)
}

fn people(guide: &mut Guide) -> Result<()> {
    guide.chapter("Accounts and roles")?;
    let dana = [
        "account",
        "create",
        "dana",
        "--email",
        "dana@example.org",
        "--role",
        "admin",
        "--password-stdin",
    ];
    guide.show(Step::of(&dana).input(PASSWORD))?;
    guide.show(Step::of(&[
        "account",
        "list",
        "--filter",
        "region=SE and disabled=none",
        "--limit",
        "5",
    ]))?;
    guide.show(Step::of(&[
        "role",
        "check",
        "dana",
        "backup.restore",
        "--explain",
    ]))?;
    guide.show(
        Step::of(&["password", "check", "--password-stdin"])
            .input("password1")
            .exits(4),
    )?;
    // The guard: nobody takes the last admin away, not even by mistake.
    guide.show(Step::of(&["account", "disable", "dana"]).exits(5))?;
    Ok(())
}

/// What another system wrote: `$apr1$` is what `htpasswd` and `openssl passwd` make of "geese over the harbor".
const BROUGHT: &str = "name,email,hash
ada,ada@example.org,$apr1$harbor12$ROne5gVcbE2V6tF.kFCzk0
ben,ben@example.org,!
";

fn moving_in(guide: &mut Guide) -> Result<()> {
    guide.chapter("Moving in: accounts and hashes from elsewhere")?;
    file::write_atomic(&guide.path("people.csv"), BROUGHT.as_bytes())?;
    guide.stock(&["cat"], "cat people.csv")?;
    guide.show(Step::of(&["account", "import", "people.csv"]))?;
    guide.show(Step::of(&["password", "report"]))?;
    guide.say("The old hash is right once, and is replaced:")?;
    guide.show(
        Step::of(&["auth", "check"])
            .input("{\"account\":\"ada\",\"password\":\"geese over the harbor\"}"),
    )?;
    guide.show(Step::of(&[
        "account",
        "list",
        "--filter",
        "name in (ada, ben)",
        "--fields",
        "name,password,scheme,last_sign_in",
    ]))?;
    Ok(())
}

/// Programs have tokens, and ask about people.
fn programs(guide: &mut Guide) -> Result<()> {
    guide.chapter("Tokens for programs, and an access review")?;
    guide.show(Step::of(&[
        "account",
        "create",
        "deploy",
        "--kind",
        "service",
        "--no-password",
    ]))?;
    guide.show(Step::of(&[
        "token",
        "create",
        "deploy",
        "--name",
        "ci",
        "--scope",
        "site:write",
        "--output",
        "deploy.token",
    ]))?;
    guide.show(Step::of(&[
        "token",
        "verify",
        "--token-file",
        "deploy.token",
        "--scope",
        "site:write",
    ]))?;
    guide.show(Step::of(&[
        "account",
        "review",
        "--filter",
        "role=admin or kind=service",
    ]))?;
    Ok(())
}

fn second_factor(guide: &mut Guide) -> Result<()> {
    guide.chapter("A second factor, and codes that work once")?;
    let enrolled = guide.run(Step::of(&["2fa", "enroll", "dana", "--format", "json"]))?;
    guide.say(
        "\n$ optimactl 2fa enroll dana --format json        (on a terminal it draws the QR code)",
    )?;
    guide.say("  {…\"uri\":\"otpauth://totp/…\",\"secret\":\"…\"}")?;
    let secret = field(&enrolled, "secret")?;
    let secret = data_encoding::BASE32_NOPAD
        .decode(secret.as_bytes())
        .map_err(|error| Error::failed("the enrollment's secret is not Base32").because(error))?;
    let secret = OtpSecret::new(secret)?;
    let now = u64::try_from(guide.now().timestamp()).unwrap_or(0);
    // The code of the step before is accepted, too: so there are two codes to show without waiting.
    let scheme = Scheme::STANDARD;
    let before = now.saturating_sub(u64::from(scheme.period()));
    let first = code_at(&secret, scheme, before);
    guide.show(Step::of(&["2fa", "confirm", "dana", "--code-stdin"]).input(first.expose()))?;
    let second = code_at(&secret, scheme, now);
    let attempt = format!(
        "{{\"account\":\"dana\",\"password\":\"{PASSWORD}\",\"code\":\"{}\"}}",
        second.expose()
    );
    guide.show(Step::of(&["auth", "check"]).input(&attempt))?;
    guide.say("The same code a second time:")?;
    guide.show(Step::of(&["auth", "check"]).input(&attempt).exits(6))?;
    Ok(())
}

fn log(guide: &mut Guide) -> Result<()> {
    guide.chapter("The audit log, and how a stranger checks it")?;
    guide.show(Step::of(&["audit", "list", "--limit", "6"]))?;
    guide.show(Step::of(&["audit", "count", "--by", "action,outcome"]))?;
    guide.show(Step::of(&[
        "audit",
        "checkpoint",
        "--output",
        "checkpoint.txt",
    ]))?;
    guide.stock(&["cat"], "cat checkpoint.txt")?;
    guide.show(Step::of(&[
        "audit",
        "verify",
        "--trusted-checkpoint",
        "checkpoint.txt",
    ]))?;
    guide.show(Step::of(&[
        "audit",
        "prove",
        "42",
        "--output",
        "event-42.tlog-proof",
    ]))?;
    let keys = guide.run(Step::of(&["key", "list", "--format", "json"]))?;
    let vkey = field(&keys, "vkey")?;
    guide.say("The proof alone, without the store:")?;
    guide.show(Step::of(&[
        "audit",
        "verify",
        "--proof",
        "event-42.tlog-proof",
        "--vkey",
        &vkey,
    ]))?;
    Ok(())
}

fn backup(guide: &mut Guide) -> Result<()> {
    guide.chapter("A backup that restores, with this program or without")?;
    guide.show(Step::of(&["backup", "create", "--to", "backups"]))?;
    guide.show(Step::of(&["backup", "list", "--from", "backups"]))?;
    guide.show(Step::of(&[
        "backup",
        "verify",
        "--restore-test",
        "--latest",
        "--from",
        "backups",
    ]))?;
    guide.show(Step::of(&[
        "backup", "restore", "--latest", "--from", "backups", "--to", "restored",
    ]))?;
    guide.show(Step::of(&[
        "--store", "restored", "store", "check", "--deep",
    ]))?;
    guide.say("The same with stock tools only:")?;
    guide.stock(
        &["age", "zstd", "sqlite3"],
        "age -d -i identity.txt backups/*.db.zst.age | zstd -dq > plain.db && sqlite3 plain.db 'PRAGMA integrity_check; SELECT count(*) FROM account' && rm plain.db",
    )
}

fn keys(guide: &mut Guide) -> Result<()> {
    guide.chapter("Fresh keys, the same store")?;
    guide.show(Step::of(&["key", "rotate"]))?;
    guide.show(Step::of(&["key", "rotate", "--signing"]))?;
    guide.show(Step::of(&["store", "check"]))?;
    guide.show(Step::of(&[
        "audit",
        "verify",
        "--trusted-checkpoint",
        "checkpoint.txt",
    ]))?;
    Ok(())
}

fn request(guide: &mut Guide) -> Result<()> {
    guide.chapter("Somebody asks what you hold about them")?;
    guide.show(Step::of(&[
        "request",
        "deadline",
        "--law",
        "gdpr",
        "--received",
        "2026-01-31",
        "--calendar",
        "DE",
    ]))?;
    let found = guide.run(Step::of(&[
        "account", "list", "--limit", "1", "--format", "json",
    ]))?;
    let name = first_name(&found)?;
    let open = [
        "request",
        "open",
        &name,
        "--type",
        "access",
        "--law",
        "gdpr",
        "--channel",
        "email",
    ];
    let opened = guide.show(Step::of(&open))?;
    let reference = opened
        .split(|c: char| c.is_whitespace() || c == ':' || c == ',')
        .find(|word| word.starts_with("R-"))
        .map(str::to_owned)
        .ok_or_else(|| Error::failed("the answer names no reference"))?;
    let reference = reference.as_str();
    guide.show(Step::of(&["request", "ack", reference]))?;
    guide.show(Step::of(&[
        "request", "verify", reference, "--method", "sign-in",
    ]))?;
    file::write_atomic(
        &guide.path("bundle-passphrase.txt"),
        b"eleven quiet lanterns by the lake\n",
    )?;
    guide.show(Step::of(&[
        "request",
        "build",
        reference,
        "--new-passphrase-file",
        "bundle-passphrase.txt",
        "--output",
        "bundles",
    ]))?;
    guide.show(Step::of(&[
        "request",
        "deliver",
        reference,
        "--channel",
        "portal",
    ]))?;
    guide.show(Step::of(&["request", "fulfil", reference]))?;
    guide.show(Step::of(&["request", "due"]))?;
    Ok(())
}

fn today(guide: &mut Guide) -> Result<()> {
    guide.chapter("What needs you today")?;
    guide.show(Step::of(&["status"]))?;
    guide.show(Step::of(&["doctor", "-v"]))?;
    guide.say("")
}

/// A field of an answer's data.
fn field(answer: &str, name: &str) -> Result<String> {
    let value: Value = serde_json::from_str(answer)
        .map_err(|error| Error::failed("a step's answer is not JSON").because(error))?;
    value
        .pointer(&format!("/data/{name}"))
        .and_then(Value::as_str)
        .map(str::to_owned)
        .ok_or_else(|| Error::failed(format!("a step's answer has no `{name}`")))
}

fn first_name(answer: &str) -> Result<String> {
    field(answer, "0/name").or_else(|_| field(answer, "accounts/0/name"))
}
