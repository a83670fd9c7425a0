#!/usr/bin/env bash
# The first page of `account list` for many filters, over one generated store: medians above the start-up of a
# command that opens the store and records a look (`account show`). Asserts nothing: machines are noisy.
#
#   benches/lists.sh [ACCOUNTS [ROUNDS]]        default 1000000 5
#
# Needs the release binary. KEEP=DIR keeps the store there, or takes the one that is there already.
set -euo pipefail
accounts=${1:-1000000} rounds=${2:-5}
here=$(cd "$(dirname "$0")/.." && pwd)
optimactl=${OPTIMACTL:-$here/target/release/optimactl}
[ -x "$optimactl" ] || { echo "build it first: cargo build --release"; exit 1; }
work=$(mktemp -d "${TMPDIR:-/tmp}/optimactl-lists.XXXXXX")
trap 'rm -rf "$work"' EXIT
place=${KEEP:-$work/tour}
if [ ! -d "$place" ]; then
  start=$(date +%s.%N)
  "$optimactl" tour --data-only --keep "$place" --accounts "$accounts" --events 0 >/dev/null
  awk -v a="$start" -v b="$(date +%s.%N)" -v n="$accounts" 'BEGIN { printf "filled in %.0f s: %.0f accounts/s\n", b - a, n / (b - a) }'
fi
export OPTIMACTL_STORE=$place/store OPTIMACTL_IDENTITY=$place/identity.txt OPTIMACTL_CONFIG=$place/config.toml

# Wall milliseconds of a command, the median of the rounds, in $ms.
timed() {
  local all=()
  for _ in $(seq "$rounds"); do
    local a b
    a=$(date +%s%N); "$@" >"$work/out" 2>"$work/err" || { cat "$work/err"; exit 1; }; b=$(date +%s%N)
    all+=($(((b - a) / 1000)))
  done
  ms=$(printf '%s\n' "${all[@]}" | sort -n | sed -n "$(((rounds + 1) / 2))p" | awk '{ printf "%.1f", $1 / 1000 }')
}

timed "$optimactl" --version; echo "--version                $ms ms"
name=$("$optimactl" account list --limit 1 --fields name --format csv | tail -n 1 | tr -d '\r')
timed "$optimactl" account show "$name" --format json; base=$ms; echo "account show             $ms ms"

page() {
  timed "$optimactl" account list --limit 50 --format jsonl "$@"
  printf '%8.1f ms above, %3d rows   %s\n' "$(awk -v a="$ms" -v b="$base" 'BEGIN { print a - b }')" "$(wc -l <"$work/out")" "$*"
}

echo "== first page of 50"
page
for sort in -name email -created last_sign_in -last_sign_in expires disabled; do page --sort "$sort"; done
while IFS= read -r filter; do page --filter "$filter"; done <<'FILTERS'
role=admin
role=moderator
role=member
role=moderator and 2fa=none and last_login<90d
role=member and 2fa=none and last_login<90d
role in (admin, moderator)
role!=member
group=staff
name=ada.00*
name=nobody
email=zoë.0*
email=nobody@mail.example
state=enabled
state=disabled
state=locked
state=expired
kind=service
kind=service and role=moderator
2fa=none
2fa=totp
password=none
password=code
scheme=bcrypt
scheme=sha512-crypt
scheme!=argon2id
created>7d
created>35d
created<1y
last_sign_in<90d
last_sign_in=none
last_sign_in<2y
expires<+30d
require_change!=none
operator!=none
removed!=none
region=se
region=us and state=disabled
last_sign_in<90d and region=se and state=enabled
FILTERS
page --filter 'role=moderator' --sort -last_sign_in
page --filter 'region=se' --sort -created

echo "== rare and without an index: every account is read"
for filter in 'email~foo' 'name~oskar.0099' 'display_name~foo' 'region=xx' '2fa=totp and region=xx' 'imported=7'; do page --filter "$filter"; done

echo "== counts"
count() { timed "$optimactl" account list --count "$@"; printf '%8.1f ms   %s = %s\n' "$ms" "$*" "$(cat "$work/out")"; }
count; count --filter 'role=moderator'; count --filter 'state=enabled and 2fa=none'
