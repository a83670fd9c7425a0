#!/usr/bin/env bash
# `account import` beside `sqlite3 .import` of the same rows into a plain table with the same unique indices:
# alternately, in one run. Prints medians, the ratio (ours / theirs) and peak memory. Asserts nothing.
#
#   benches/import.sh [ROWS [ROUNDS]]        default 1000000 3
#
# Needs the release binary, sqlite3 and /usr/bin/time. Works in a folder of its own and removes it.
set -euo pipefail
rows=${1:-1000000} rounds=${2:-3}
here=$(cd "$(dirname "$0")/.." && pwd)
optimactl=${OPTIMACTL:-$here/target/release/optimactl}
[ -x "$optimactl" ] || { echo "build it first: cargo build --release"; exit 1; }
for tool in sqlite3 /usr/bin/time awk; do command -v "$tool" >/dev/null || { echo "$tool is not installed"; exit 1; }; done
work=$(mktemp -d "${TMPDIR:-/tmp}/optimactl-import.XXXXXX")
trap 'rm -rf "$work"' EXIT
cd "$work"
: >config.toml
export OPTIMACTL_CONFIG=$work/config.toml OPTIMACTL_IDENTITY=$work/identity.txt OPTIMACTL_STORE=$work/store

# Names in no order, as a platform has them; every third hash is bcrypt. `id` is for the plain table, which has a
# third unique index like ours.
awk -v rows="$rows" 'BEGIN {
  srand(7); q = "\""; digits = "0123456789abcdefghijklmnopqrstuvwxyz"
  print "id,name,email,display_name,created,last_sign_in,hash"
  for (n = 0; n < rows; n++) {
    word = ""
    for (i = 0; i < 6; i++) word = word substr(digits, int(rand() * 36) + 1, 1)
    salt = sprintf("%s%06dxyz%06d", word, n % 1000000, n % 999983)
    if (n % 3 == 0) hash = "$2b$12$" substr(salt salt "abcdefghijklmno", 1, 21) "O" substr(salt salt salt, 1, 30) "u"
    else hash = "$argon2id$v=19$m=19456,t=2,p=1$" substr(salt, 1, 21) "Q$" substr(salt salt salt salt, 1, 42) "A"
    printf "acc_%016d,%s%d,%s.%d@mail%d.example,Person %s %d,2024-%02d-%02dT10:00:00Z,2026-%02d-%02dT08:30:00Z,%s\n", \
      n, word, n, word, n, n % 40, word, n, n % 12 + 1, n % 28 + 1, n % 11 + 1, n % 27 + 1, q hash q
  }
}' >people.csv
ls -l people.csv | awk -v rows="$rows" '{ printf "%d rows, %.0f MB\n", rows, $5 / 1e6 }'

timed() {
  /usr/bin/time -f '%e %M' -o "$work/time" sh -c "$1" >"$work/stdout" 2>"$work/stderr" || { cat "$work/stderr"; exit 1; }
  read -r seconds peak < <(tail -1 "$work/time"); peak=$((peak / 1024))
}
median() { printf '%s\n' "$@" | sort -n | sed -n "$((($# + 1) / 2))p"; }

cat >plain.sql <<'SQL'
CREATE TABLE people (
  id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL UNIQUE, email TEXT UNIQUE, display_name TEXT, created TEXT,
  last_sign_in TEXT, hash TEXT) WITHOUT ROWID;
.mode csv
.import --skip 1 people.csv people
SQL
ours=() theirs=() ratios=() high=0
for round in $(seq "$rounds"); do
  rm -rf store identity.txt && "$optimactl" init --new-identity identity.txt >/dev/null 2>&1
  timed "'$optimactl' account import people.csv --as csv"; a=$seconds; [ "$peak" -gt "$high" ] && high=$peak
  [ "$round" = 1 ] && cat stdout && ls -l store | awk '/store.db$/ { printf "the store has %.0f MB\n", $5 / 1e6 }'
  rm -f plain.db; timed "sqlite3 plain.db <plain.sql"; b=$seconds
  [ "$(sqlite3 plain.db 'SELECT count(*) FROM people')" = "$rows" ] || { echo "the peer did not take all rows"; exit 1; }
  ours+=("$a"); theirs+=("$b"); ratios+=("$(awk -v a="$a" -v b="$b" 'BEGIN { printf "%.2f", a / b }')")
  echo "round $round: ours $a s, sqlite3 .import $b s, ratio ${ratios[-1]}"
done
printf 'account import %s s, sqlite3 .import %s s, ratio %s (%s), peak memory %s MiB\n' \
  "$(median "${ours[@]}")" "$(median "${theirs[@]}")" "$(median "${ratios[@]}")" "${ratios[*]}" "$high"
