#!/usr/bin/env bash
# Erasing a person beside the plain cost of it: `request erase` of somebody who stands in a part of the log, and `sqlite3`
# deleting the same number of the same rows from an unencrypted copy (WAL, secure_delete), alternately in one run. Prints
# seconds, processor seconds, peak memory and the ratio. Asserts nothing.
#
#   benches/erasure.sh [EVENTS [OF-THE-PERSON [ROUNDS]]]        default 1100000 100000 3
#
# Needs the release binary, sqlite3, awk and /usr/bin/time. Works in a folder of its own and removes it; it needs about
# 3 KB for each event, and makes the store once for all rounds.
set -euo pipefail
events=${1:-1100000} own=${2:-100000} rounds=${3:-3}
here=$(cd "$(dirname "$0")/.." && pwd)
optimactl=${OPTIMACTL:-$here/target/release/optimactl}
[ -x "$optimactl" ] || { echo "build it first: cargo build --release"; exit 1; }
for tool in sqlite3 awk /usr/bin/time; do command -v "$tool" >/dev/null || { echo "$tool is not installed"; exit 1; }; done
work=$(mktemp -d "${TMPDIR:-/tmp}/optimactl-erasure.XXXXXX")
trap 'rm -rf "$work"' EXIT
cd "$work"
: >config.toml
chmod 600 config.toml
export OPTIMACTL_CONFIG=$work/config.toml OPTIMACTL_IDENTITY=$work/identity.txt OPTIMACTL_STORE=$work/store

# Events of a thousand people and of one: every so many-th is theirs, one in ten of those about them. Two personal values
# each, an address and a program.
lines() {
  awk -v events="$events" -v own="$own" 'BEGIN {
    srand(11); each = int(events / own)
    for (n = 0; n < events; n++) {
      who = sprintf("person%03d", int(rand() * 1000)); what = sprintf("shop.action%d", int(rand() * 10))
      about = ""
      if (n % each == 0) { if (n / each % 10 == 9) about = ",\"target\":\"kim@example.com\""; else who = "kim@example.com" }
      printf "{\"action\":\"%s\",\"actor\":\"%s\"%s,\"source\":\"shop\",\"time\":\"%s\",\"ip\":\"203.0.113.%d\",\"user_agent\":\"Firefox %d\"}\n", \
        what, who, about, strftime("%Y-%m-%dT%H:%M:%SZ", 1767225600 + int(n * 2592000 / events), 1), rand() * 256, rand() * 1000
    }
  }'
}
echo "making a store of $events events ..."
"$optimactl" init --new-identity identity.txt >/dev/null 2>&1
"$optimactl" request approvers 1 --reason bench --confirm store >/dev/null
"$optimactl" account create kim --email kim@example.com --display-name 'Kim Lee' --region DE --no-password >/dev/null
lines | "$optimactl" audit ingest --as jsonl - >/dev/null 2>&1
"$optimactl" request open kim --type erasure --law gdpr --calendar DE --received "$(date -u +%Y-%m-%d)" >/dev/null
reference=$("$optimactl" request list --format json | grep -o 'R-[0-9]*-[0-9]*' | head -1)
for step in "verify $reference --method sign-in" "plan $reference" "approve $reference"; do
  # shellcheck disable=SC2086
  "$optimactl" request $step >/dev/null
done
mv store pristine
ls -l pristine/store.db | awk '{ printf "the store has %.0f MB\n", $5 / 1e6 }'

# The same rows in the clear: as many events, an entry and two values of the same lengths, the same indices.
sqlite3 plain.db "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;
  CREATE TABLE event (seq INTEGER PRIMARY KEY, actor INTEGER NOT NULL, target INTEGER, entry BLOB NOT NULL) STRICT;
  CREATE TABLE disclosure (seq INTEGER NOT NULL, field TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (seq, field)) STRICT, WITHOUT ROWID;
  INSERT INTO event SELECT value, iif(value % ($events / $own) = 0 AND value / ($events / $own) % 10 <> 9, 1000, abs(random() % 1000)),
    iif(value % ($events / $own) = 0 AND value / ($events / $own) % 10 = 9, 1000, NULL), randomblob(330)
    FROM generate_series(0, $events - 1);
  INSERT INTO disclosure SELECT seq, column1, hex(randomblob(35)) FROM event, (VALUES ('ip'), ('user_agent'));
  CREATE INDEX event_actor ON event (actor, seq);
  CREATE INDEX event_target ON event (target, seq) WHERE target IS NOT NULL;
  PRAGMA journal_mode=WAL;" >/dev/null

median() { printf '%s\n' "$@" | sort -n | sed -n "$((($# + 1) / 2))p"; }
# timed COMMAND: seconds, processor seconds and MiB
timed() {
  /usr/bin/time -f '%e %U %S %M' -o time sh -c "$1" >stdout 2>stderr || { cat stderr; exit 1; }
  read -r seconds user system peak < <(tail -1 time); peak=$((peak / 1024))
}
# What was written before is on the disk before it counts, and both start from memory.
ready() { sync; cat "$@" >/dev/null; }
ours=() theirs=() ratios=()
for round in $(seq "$rounds"); do
  rm -rf store && cp -a pristine store && ready store/store.db
  timed "'$optimactl' request erase $reference --confirm $reference"; a=$seconds
  echo "round $round: request erase $a s, processor $user s and $system s in the system, $peak MiB"
  [ "$round" != 1 ] || head -1 stdout
  rm -f copy.db* && cp plain.db copy.db && ready copy.db
  timed "sqlite3 copy.db 'PRAGMA secure_delete=ON; PRAGMA synchronous=FULL; DELETE FROM disclosure WHERE seq IN
    (SELECT seq FROM event WHERE actor = 1000 UNION SELECT seq FROM event WHERE target = 1000);
    SELECT changes(); PRAGMA wal_checkpoint(TRUNCATE);'"; b=$seconds
  echo "round $round: sqlite3 DELETE $b s, processor $user s and $system s in the system, $peak MiB; $(sed -n 2p stdout) rows"
  timed "sqlite3 copy.db \"SELECT count(*) FROM disclosure WHERE text LIKE '%kim@example.com%'; SELECT count(*) FROM event WHERE entry LIKE '%kim@example.com%'\""
  echo "round $round: sqlite3 LIKE over both tables $seconds s, processor $user s and $system s in the system"
  both=$(awk -v a="$b" -v b="$seconds" 'BEGIN { print a + b }')
  ours+=("$a"); theirs+=("$both"); ratios+=("$(awk -v a="$a" -v b="$both" 'BEGIN { printf "%.2f", a / b }')")
done
printf 'request erase %s s, sqlite3 DELETE and LIKE %s s, ratio %s (%s)\n' \
  "$(median "${ours[@]}")" "$(median "${theirs[@]}")" "$(median "${ratios[@]}")" "${ratios[*]}"
