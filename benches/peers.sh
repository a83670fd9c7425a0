#!/usr/bin/env bash
# The program beside what a user would take instead: alternately, in one run, on the same generated store. Prints
# medians, ratios (ours / theirs; below 1 is better) and peak memory. Asserts nothing: machines are noisy.
#
#   benches/peers.sh [ACCOUNTS [EVENTS [ROUNDS]]]        default 100000 1000000 5
#
# Needs the release binary and, for each comparison, its peer: age zstd sqlite3 argon2 journalctl and
# systemd-journal-remote. One that is missing is named and passed over. Works in a folder of its own and removes it.
set -euo pipefail
accounts=${1:-100000} events=${2:-1000000} rounds=${3:-5}
here=$(cd "$(dirname "$0")/.." && pwd)
optimactl=${OPTIMACTL:-$here/target/release/optimactl}
[ -x "$optimactl" ] || { echo "build it first: cargo build --release"; exit 1; }
work=$(mktemp -d "${TMPDIR:-/tmp}/optimactl-peers.XXXXXX")
trap 'rm -rf "$work"' EXIT
cd "$work"

have() { for tool in "$@"; do command -v "$tool" >/dev/null || { echo "passed over: $tool is not installed"; return 1; }; done; }

# Runs a shell line; leaves its wall seconds in $seconds and its peak memory in MiB in $peak.
timed() {
  /usr/bin/time -f '%e %M' -o "$work/time" sh -c "$1" >/dev/null 2>"$work/stderr" || { cat "$work/stderr"; exit 1; }
  read -r seconds peak <"$work/time"; peak=$((peak / 1024))
}

median() { printf '%s\n' "$@" | sort -n | sed -n "$((($# + 1) / 2))p"; }

# compare NAME OURS THEIRS [PREPARE]: A B A B …
compare() {
  local name=$1 ours=$2 theirs=$3 prepare=${4:-:} a=() b=() r=() pa=0 pb=0
  for _ in $(seq "$rounds"); do
    sh -c "$prepare"; timed "$ours"; a+=("$seconds"); [ "$peak" -gt "$pa" ] && pa=$peak
    local first=$seconds
    sh -c "$prepare"; timed "$theirs"; b+=("$seconds"); [ "$peak" -gt "$pb" ] && pb=$peak
    r+=("$(awk -v a="$first" -v b="$seconds" 'BEGIN { printf "%.3f", a / (b > 0 ? b : 0.001) }')")
  done
  printf '%-34s ours %8.3f s %5d MiB   theirs %8.3f s %5d MiB   ratio %s\n' \
    "$name" "$(median "${a[@]}")" "$pa" "$(median "${b[@]}")" "$pb" "$(median "${r[@]}")"
}

# Short commands: a hundred in a row, so that the clock's hundredths do not matter.
many() { printf 'for i in $(seq 100); do %s || exit 1; done' "$1"; }

echo "== a store of $accounts accounts and $events events"
timed "'$optimactl' tour --data-only --keep '$work/tour' --accounts $accounts --events $events"
awk -v s="$seconds" -v n="$((accounts + events))" -v p="$peak" \
  'BEGIN { printf "filled in %.1f s: %.0f events/s, %d MiB\n", s, n / s, p }'
export OPTIMACTL_STORE=$work/tour/store OPTIMACTL_IDENTITY=$work/tour/identity.txt OPTIMACTL_CONFIG=$work/tour/config.toml
name=$("$optimactl" account list --limit 1 --format jsonl | sed -n 's/.*"name":"\([^"]*\)".*/\1/p')
du -m "$OPTIMACTL_STORE/store.db" | awk '{ print "the store has " $1 " MiB" }'

# The plain database that the peers work on: the same rows, without encryption.
if have age zstd sqlite3; then
  mkdir seed && "$optimactl" backup create --to "$work/seed" >/dev/null
  age -d -i "$OPTIMACTL_IDENTITY" seed/*.db.zst.age | zstd -dq >plain.db
  recipient=$(age-keygen -y "$OPTIMACTL_IDENTITY")
  echo "== backups"
  compare "backup create | .backup+zstd -3+age" \
    "'$optimactl' backup create --to '$work/b'" \
    "sqlite3 plain.db '.backup $work/copy.db' && zstd -3 -q -c copy.db | age -r $recipient >copy.age && rm copy.db" \
    "rm -rf '$work/b' '$work/copy.age' && mkdir '$work/b'"
  ls -l seed/*.db.zst.age copy.age 2>/dev/null | awk '{ print "  size " $5 "  " $NF }' | sed "s|$work/||"
  compare "restore | age -d + zstd -d" \
    "'$optimactl' backup restore --latest --from '$work/seed' --to '$work/r'" \
    "age -d -i '$OPTIMACTL_IDENTITY' seed/*.db.zst.age | zstd -dq >'$work/r.db' && sync '$work/r.db'" \
    "rm -rf '$work/r' '$work/r.db'"
  echo "== a writer's latency (20 commits), without and with a backup under way"
  writer="for i in \$(seq 20); do '$optimactl' audit record --action bench.write || exit 1; done"
  timed "$writer"; quiet=$seconds
  (until [ -e stop ]; do mkdir -p "$work/busy"; "$optimactl" backup create --to "$work/busy" >/dev/null 2>&1; rm -rf "$work/busy"; done) & busy=$!
  sleep 1; timed "$writer"; loud=$seconds
  touch stop; wait "$busy"
  awk -v a="$quiet" -v b="$loud" 'BEGIN { printf "without %.3f s, with %.3f s a commit: ratio %.2f\n", a / 20, b / 20, b / a }'
  echo "== one account, cold (100 in a row)"
  sqlite3 plain.db 'CREATE TABLE IF NOT EXISTS seen (at INTEGER PRIMARY KEY, who TEXT)'
  compare "account show | sqlite3 select+insert" \
    "$(many "'$optimactl' account show $name --format json")" \
    "$(many "sqlite3 plain.db \"SELECT * FROM account WHERE name_folded = '$name'; INSERT INTO seen (who) VALUES ('$name')\"")"
  echo "== queries (100 in a row)"
  compare "audit list failures | sqlite3" \
    "$(many "'$optimactl' audit list --outcome failure --limit 50 --format json")" \
    "$(many "sqlite3 -json plain.db 'SELECT * FROM event WHERE outcome = 1 ORDER BY seq DESC LIMIT 50; INSERT INTO seen (who) VALUES (1)'")"
fi

echo "== the log"
timed "'$optimactl' audit verify"; ours=$seconds
awk -v s="$ours" -v n="$((accounts + events))" -v p="$peak" 'BEGIN { printf "audit verify: %.2f s, %.0f events/s, %d MiB\n", s, n / s, p }'
timed "'$optimactl' audit export --as jsonl --output '$work/log.jsonl'"
awk -v s="$seconds" -v n="$((accounts + events))" -v p="$peak" 'BEGIN { printf "audit export: %.2f s, %.0f events/s, %d MiB\n", s, n / s, p }'
remote=/usr/lib/systemd/systemd-journal-remote; [ -x "$remote" ] || remote=/lib/systemd/systemd-journal-remote
if [ -x "$remote" ] && have journalctl python3; then
  # The journal gets the entries as messages of the export format, up to 200,000 of them.
  count=$((events < 200000 ? events : 200000))
  head -n "$count" log.jsonl | python3 -c '
import sys
for n, line in enumerate(sys.stdin):
    sys.stdout.write("__REALTIME_TIMESTAMP=%d\n__MONOTONIC_TIMESTAMP=%d\n_BOOT_ID=0123456789abcdef0123456789abcdef\nPRIORITY=6\nMESSAGE=%s\n\n" % (1700000000000000 + n, n, line.rstrip("\n")))
' >log.export
  "$remote" --output="$work/log.journal" log.export >/dev/null 2>&1
  # A journal that took only a part of the entries would be a comparison with nothing.
  held=$(journalctl --file="$work/log.journal" -o cat 2>/dev/null | wc -l)
  if [ "$held" -ge "$count" ]; then
    times=()
    for _ in $(seq "$rounds"); do timed "journalctl --verify --file='$work/log.journal'"; times+=("$seconds"); done
    awk -v s="$(median "${times[@]}")" -v n="$count" -v o="$ours" -v m="$((accounts + events))" -v p="$peak" \
      'BEGIN { printf "journalctl --verify: %.2f s, %.0f events/s, %d MiB; ours is %.1f times as fast\n", s, n / s, p, (m / o) / (n / s) }'
  else
    echo "passed over: the journal holds $held of $count entries"
  fi
else
  echo "passed over: systemd-journal-remote is not installed"
fi

if have argon2; then
  echo "== a sign-in (20 in a row)"
  printf 'nine geese cross the harbor' | "$optimactl" account create bench --email bench@example.org --password-stdin >/dev/null
  printf '{"account":"bench","password":"nine geese cross the harbor"}' >sign-in.json
  compare "auth check | argon2 19 MiB t=2" \
    "for i in \$(seq 20); do '$optimactl' auth check <sign-in.json || exit 1; done" \
    "for i in \$(seq 20); do printf 'nine geese cross the harbor' | argon2 somesalt1234 -id -t 2 -k 19456 -p 1 -l 32 || exit 1; done"
fi
