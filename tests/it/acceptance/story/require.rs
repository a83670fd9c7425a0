//! What must be there after a cut: one of the states that the story allows, every confirmed backup, and no file that
//! is half made.

use serde_json::Value;

use super::{Look, Names, State, Story};

impl Story<'_> {
    /// Looks at what is there after a cut: it must be one of these states. Gives which.
    pub(in crate::acceptance) fn require(
        &mut self,
        look: &Look,
        states: &[State],
        told: &str,
    ) -> State {
        let confirmed = self.confirmed.clone();
        self.require_of(look, (states, &confirmed), told)
    }

    /// At a copy of an earlier moment, at which only so many backups were confirmed.
    pub(in crate::acceptance) fn look_back(
        &mut self,
        look: &Look,
        states: &[State],
        confirmed: usize,
        told: &str,
    ) {
        let confirmed = self.confirmed[..confirmed].to_vec();
        self.require_of(look, (states, &confirmed), told);
        self.ask(look, "store check --deep").ok();
    }

    fn require_of(
        &mut self,
        look: &Look,
        (states, confirmed): (&[State], &[String]),
        told: &str,
    ) -> State {
        // The command after the cut finishes or undoes what the cut left, and says so.
        let first = self.ask(look, "store check");
        assert_eq!(first.code, 0, "after {told}: {}", first.stderr);
        if !first.stderr.is_empty() {
            self.said.push(first.stderr);
        }
        self.ask(look, "audit verify").ok();
        self.require_backups(look, confirmed, told);
        self.require_tidy(look, told);
        let listed = self.ask(look, "account list --format json").json();
        let rows = listed["data"].as_array().unwrap();
        let name = |row: &Value| row["name"].as_str().unwrap().to_owned();
        let mine = rows.iter().filter(|row| name(row).starts_with("s-"));
        let accounts: Names = mine.clone().map(name).collect();
        let is_locked = |row: &&Value| row["locked_until"].is_string() || row["state"] == "locked";
        let locked: Names = mine.filter(is_locked).map(name).collect();
        let kept = kept(look);
        let fits = |state: &&State| {
            let here = state.locked.intersection(&accounts).cloned().collect();
            state.accounts == accounts && state.kept.len() == kept && locked.is_superset(&here)
        };
        let found = states.iter().rev().find(fits);
        let found = found.unwrap_or_else(|| {
            panic!("after {told}: {accounts:?}, {locked:?}, {kept} kept; of {states:#?}")
        });
        found.clone()
    }

    /// Every confirmed backup is there or was pruned, the three newest are; nothing in the list is odd.
    fn require_backups(&self, look: &Look, confirmed: &[String], told: &str) {
        let verified = self.ask(look, "backup verify --quick --all --from BACKUPS");
        assert_eq!(verified.code, 0, "after {told}: {}", verified.stdout);
        let rows = self.listed(look);
        let number = |row: &Value| row["sequence"].as_u64().unwrap();
        for id in confirmed {
            let row = rows.iter().find(|row| row["id"] == id.as_str());
            let row = row.unwrap_or_else(|| panic!("after {told}: {id} is lost"));
            let newer = rows.iter().filter(|other| number(other) > number(row));
            let state = &row["state"];
            // One that was committed and not confirmed counts among those that pruning keeps.
            let there = state == "present" || (newer.count() > 2 && state != "missing");
            assert!(there, "after {told}: {id} is {state}");
        }
    }

    /// No half-made file under a final name: only files of a store, and only backups that open to their end.
    fn require_tidy(&self, look: &Look, told: &str) {
        for name in names(&look.store) {
            let known = [
                "store.db",
                "store.db-wal",
                "store.db-shm",
                "keyring.age",
                "slots",
                "rights.journal",
                "lock",
                "lock.d",
                // SQLite's own, cut while it left WAL mode: read, or found empty, by whoever opens the database next.
                "store.db-journal",
                // No final names: the next keyring, and the next change of all keys, take their place.
                "keyring.age.partial",
                "keyring.age.new.partial",
            ];
            let is_kept = name.strip_prefix("replaced-").is_some_and(|time| {
                time.chars()
                    .all(|c| c.is_ascii_digit() || "TZ-".contains(c))
            });
            assert!(
                known.contains(&name.as_str()) || is_kept,
                "{name} after {told}"
            );
        }
        // Whole, but not committed: it opens to its end.
        let found = names(&look.backups);
        for name in found.iter().filter(|name| name.ends_with(".db.zst.age")) {
            let manifest = name.replace(".db.zst.age", ".json");
            if found.contains(&manifest) {
                continue;
            }
            let line = format!(
                "age -d -i identity.txt {} | zstd -t",
                look.backups.join(name).display()
            );
            let opened = self.sandbox.sh(&line);
            assert_eq!(opened.code, 0, "{name} after {told}: {}", opened.stderr);
        }
    }

    /// All of it, at the end.
    pub(in crate::acceptance) fn close(&mut self, look: &Look, states: &[State]) {
        self.require(look, states, "the end");
        self.ask(look, "store check --deep").ok();
        self.ask(
            look,
            "key verify --passphrase-file passphrase.txt --identity identity.txt",
        )
        .ok();
        self.ask(look, "backup verify --all --from BACKUPS").ok();
    }
}

fn names(folder: &std::path::Path) -> Vec<String> {
    std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

/// How many replaced databases there are.
fn kept(look: &Look) -> usize {
    names(&look.store)
        .iter()
        .filter(|name| name.starts_with("replaced-"))
        .count()
}
