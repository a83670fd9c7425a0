#!/usr/bin/env bash
# The bundle of one person out of a large log: seconds and peak memory in each form, beside `sqlite3` that reads the
# same rows from a plain database. Prints; asserts nothing.
#
#   benches/bundle.sh [EVENTS [PART]]        default 1000000 10: every tenth event is the person's
#
# Needs the release binary, sqlite3, awk and /usr/bin/time. Works in a folder of its own and removes it.
set -euo pipefail
events=${1:-1000000} part=${2:-10}
here=$(cd "$(dirname "$0")/.." && pwd)
optimactl=${OPTIMACTL:-$here/target/release/optimactl}
[ -x "$optimactl" ] || { echo "build it first: cargo build --release"; exit 1; }
for tool in sqlite3 awk /usr/bin/time; do
  command -v "$tool" >/dev/null || { echo "$tool is not installed"; exit 1; }
done
work=$(mktemp -d "${TMPDIR:-/tmp}/optimactl-bundle.XXXXXX")
trap 'rm -rf "$work"' EXIT
cd "$work"
: >config.toml
export OPTIMACTL_CONFIG=$work/config.toml OPTIMACTL_IDENTITY=$work/identity.txt OPTIMACTL_STORE=$work/store

"$optimactl" init --new-identity identity.txt >/dev/null 2>&1
"$optimactl" account create kim --email kim@example.org --no-password >/dev/null
awk -v events="$events" -v part="$part" 'BEGIN {
  srand(7)
  for (n = 0; n < events; n++) {
    who = n % part == 0 ? "kim" : sprintf("person%03d", int(rand() * 1000))
    what = rand() < 0.3 ? "auth.login" : sprintf("shop.action%d", int(rand() * 10))
    end = rand() < 0.02 ? "failure" : "success"
    printf "{\"action\":\"%s\",\"actor\":\"%s\",\"outcome\":\"%s\",\"source\":\"shop\",\"time\":\"%s\",\"ip\":\"203.0.%d.%d\",\"user_agent\":\"Mozilla/5.0 (X11; Linux x86_64; rv:%d.0) Gecko/20100101\",\"id\":\"e%d\"}\n", \
      what, who, end, strftime("%Y-%m-%dT%H:%M:%SZ", 1735689600 + int(n * 25000000 / events), 1), \
      int(rand() * 256), int(rand() * 256), int(rand() * 60) + 90, n
  }
}' | "$optimactl" audit ingest - --as jsonl >/dev/null
opened=$("$optimactl" request open kim --type access --law gdpr --calendar DE --channel web)
reference=$(grep -o 'R-[0-9]*-[0-9]*' <<<"$opened" | head -n 1)
"$optimactl" request verify "$reference" --method in-person >/dev/null
recipient=$(grep -o 'age1[a-z0-9]*' identity.txt | head -n 1)

# timed NAME COMMAND
timed() {
  /usr/bin/time -f '%e %M' -o time sh -c "$2" >stdout 2>stderr || { cat stderr; exit 1; }
  awk -v n="$1" 'END { printf "%-40s %7.2f s %5d MiB\n", n, $1, $2 / 1024 }' time
}
timed "request build --recipient" "'$optimactl' request build $reference --recipient $recipient --output age"
timed "request build --zip-aes" "'$optimactl' request build $reference --zip-aes --output zip"
timed "request build --passphrase" "'$optimactl' request build $reference --passphrase --output pass"
timed "request verify-bundle" "'$optimactl' request verify-bundle age/*.age --bundle-identity identity.txt"
ls -l age/* zip/* | awk '{ printf "%s: %.1f MB\n", $NF, $5 / 1e6 }'

# The same rows in a plain database, read by number and written as CSV.
"$optimactl" audit export --as jsonl --actor kim >kim.jsonl 2>/dev/null
sqlite3 plain.db 'CREATE TABLE line (entry TEXT)' '.mode tabs' '.import kim.jsonl line' \
  'CREATE TABLE event (seq INTEGER PRIMARY KEY, entry TEXT)' 'INSERT INTO event (entry) SELECT entry FROM line' 'DROP TABLE line'
timed "sqlite3 -csv" "sqlite3 -csv plain.db \"SELECT entry ->> 'ts', entry ->> 'action', entry ->> 'outcome', entry FROM event ORDER BY seq DESC\" >out.csv"
