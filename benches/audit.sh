#!/usr/bin/env bash
# The audit log beside what an admin has: the same events into this program and into a journal, read back, searched,
# exported and verified by both, alternately in one run. Prints seconds, ratios and peak memory. Asserts nothing.
#
#   benches/audit.sh [EVENTS [ROUNDS]]        default 1000000 3
#
# Needs the release binary, systemd-journal-remote, journalctl, jq, sqlite3, awk and /usr/bin/time; with ausearch
# (auditd) it is one of the peers. Works in a folder of
# its own and removes it; it needs about 6 KB for each event.
set -euo pipefail
events=${1:-1000000} rounds=${2:-3}
here=$(cd "$(dirname "$0")/.." && pwd)
optimactl=${OPTIMACTL:-$here/target/release/optimactl}
[ -x "$optimactl" ] || { echo "build it first: cargo build --release"; exit 1; }
remote=/lib/systemd/systemd-journal-remote
for tool in "$remote" journalctl jq sqlite3 awk /usr/bin/time; do
  command -v "$tool" >/dev/null || { echo "$tool is not installed"; exit 1; }
done
work=$(mktemp -d "${TMPDIR:-/tmp}/optimactl-audit.XXXXXX")
trap 'rm -rf "$work"' EXIT
cd "$work"
: >config.toml
export OPTIMACTL_CONFIG=$work/config.toml OPTIMACTL_IDENTITY=$work/identity.txt OPTIMACTL_STORE=$work/store

# One history in three spellings: what the journal takes, the JSON lines of `audit record`, and Linux's audit log. A thousand people, ten
# actions, 2 % failures, an address each.
awk -v events="$events" 'BEGIN {
  srand(11)
  for (n = 0; n < events; n++) {
    t = 1767225600 + int(n * 2592000 / events); micros = sprintf("%d%06d", t, n % 1000000)
    who = sprintf("person%03d", int(rand() * 1000)); what = sprintf("shop.action%d", int(rand() * 10))
    ip = sprintf("203.0.113.%d", int(rand() * 256)); end = rand() < 0.02 ? "failure" : "success"
    printf "__REALTIME_TIMESTAMP=%s\n__MONOTONIC_TIMESTAMP=%s\n_BOOT_ID=0123456789abcdef0123456789abcdef\n", micros, micros > "events.export"
    printf "MESSAGE=%s %s %s\nACTION=%s\nACTOR=%s\nOUTCOME=%s\nIP=%s\nNUMBER=%d\n\n", who, what, end, what, who, end, ip, n > "events.export"
    printf "{\"action\":\"%s\",\"actor\":\"%s\",\"outcome\":\"%s\",\"source\":\"shop\",\"time\":\"%s\",\"ip\":\"%s\",\"id\":\"e%d\"}\n", \
      what, who, end, strftime("%Y-%m-%dT%H:%M:%SZ", t, 1), ip, n > "events.jsonl"
    printf "type=USER_LOGIN msg=audit(%d.%03d:%d): pid=1 uid=0 auid=1000 ses=1 msg='\''op=%s acct=\"%s\" exe=\"/usr/bin/shop\" hostname=? addr=%s terminal=? res=%s'\''\n", \
      t, n % 1000, n + 1, what, who, ip, end == "success" ? "success" : "failed" > "audit.log"
  }
}'
ls -l events.jsonl | awk -v events="$events" '{ printf "%d events, %.0f MB of JSON lines\n", events, $5 / 1e6 }'

median() { printf '%s\n' "$@" | sort -n | sed -n "$((($# + 1) / 2))p"; }
# timed COMMAND: seconds and MiB
timed() {
  /usr/bin/time -f '%e %M' -o time sh -c "$1" >stdout 2>stderr || { cat stderr; exit 1; }
  read -r seconds peak < <(tail -1 time); peak=$((peak / 1024))
}
# beside NAME OURS THEIRS-NAME THEIRS: both in turn; the ratio of the medians is theirs to ours.
beside() {
  local name=$1 mine=$2 peer=$3 other=$4 ours=() theirs=() high=0 their_high=0 round
  for round in $(seq "$rounds"); do
    [ -z "${before:-}" ] || sh -c "$before"
    timed "$mine"; ours+=("$seconds"); [ "$peak" -le "$high" ] || high=$peak
    timed "$other"; theirs+=("$seconds"); [ "$peak" -le "$their_high" ] || their_high=$peak
  done
  awk -v n="$name" -v p="$peer" -v a="$(median "${ours[@]}")" -v b="$(median "${theirs[@]}")" -v m="$high" -v k="$their_high" \
    'BEGIN { printf "%-34s %7.2f s %4d MiB   %-34s %7.2f s %4d MiB   ", n, a, m, p, b, k
      if (a < 0.05 && b < 0.05) print "both within 50 ms"; else printf "%5.2f times its speed\n", b / (a > 0 ? a : 0.005) }'
}

before="rm -rf store identity.txt journal; mkdir journal; '$optimactl' init --new-identity identity.txt >/dev/null 2>&1" \
  beside "ingest" "'$optimactl' audit ingest events.jsonl --as jsonl" \
  "systemd-journal-remote" "$remote --output=journal/all.journal events.export"
before=
ls -l store/store.db journal/*.journal | awk '{ printf "%s: %.0f MB\n", $NF, $5 / 1e6 }'
"$optimactl" audit export --as jsonl >all.jsonl 2>/dev/null
jq -r '[.seq, .action, .actor_name // .actor, .outcome, .ts] | @csv' all.jsonl >all.csv
sqlite3 plain.db 'CREATE TABLE event (seq INTEGER PRIMARY KEY, action TEXT, actor TEXT, outcome TEXT, ts TEXT)' \
  '.import --csv all.csv event' 'CREATE INDEX by_actor ON event (actor)' 'CREATE INDEX by_outcome ON event (outcome, ts)'
beside "verify" "'$optimactl' audit verify" "journalctl --verify" "journalctl --verify --file='journal/*.journal'"
beside "export as JSON lines" "'$optimactl' audit export --as jsonl >out" "journalctl -o json" \
  "journalctl --no-pager -o json --file='journal/*.journal' >out"
beside "export --redacted" "'$optimactl' audit export --as jsonl --redacted >out" "sqlite3 -json" \
  "sqlite3 -json plain.db 'SELECT * FROM event' >out"
beside "one actor, newest 50" "'$optimactl' audit list --actor person007" "journalctl ACTOR=" \
  "journalctl --no-pager -r -n 50 --file='journal/*.journal' ACTOR=person007"
beside "failures of a day" "'$optimactl' audit list --outcome failure --since 2026-01-15 --until 2026-01-16 --limit 100000" \
  "journalctl OUTCOME=" "journalctl --no-pager --file='journal/*.journal' --since '2026-01-15' --until '2026-01-16' OUTCOME=failure"
beside "failures of a day" "'$optimactl' audit list --outcome failure --since 2026-01-15 --until 2026-01-16 --limit 100000" \
  "jq over the lines" "jq -c 'select(.outcome == \"failure\" and .ts >= \"2026-01-15\" and .ts < \"2026-01-16\")' all.jsonl"
if command -v ausearch >/dev/null; then
  beside "failures of a day" "'$optimactl' audit list --outcome failure --since 2026-01-15 --until 2026-01-16 --limit 100000" \
    "ausearch" "LC_ALL=C ausearch -if audit.log -m USER_LOGIN -sv no -ts 01/15/26 00:00:00 -te 01/15/26 23:59:59 --raw"
else
  echo "skipped: ausearch is not installed"
fi
beside "count by actor" "'$optimactl' audit count --by actor" "sqlite3 GROUP BY" \
  "sqlite3 plain.db 'SELECT actor, count(*) FROM event GROUP BY actor'"
beside "a text anywhere" "'$optimactl' audit list --grep 203.0.113.77 --limit 100000" "journalctl --grep" \
  "journalctl --no-pager --file='journal/*.journal' --grep 'person077 '"
