#!/usr/bin/env bash
# Sign-ins beside the reference `argon2` program with the same parameters: one at a time from a cold start, and many
# at once through `auth serve-batch` beside as many `argon2` processes as there are cores. Prints medians and ratios;
# asserts nothing: machines are noisy.
#
#   benches/auth.sh [ROUNDS [BATCH]]        default 7 rounds, 400 sign-ins in a batch
#
# Needs the release binary and `argon2`. Works in a folder of its own and removes it.
set -euo pipefail
rounds=${1:-7} batch=${2:-400}
here=$(cd "$(dirname "$0")/.." && pwd)
optimactl=${OPTIMACTL:-$here/target/release/optimactl}
[ -x "$optimactl" ] || { echo "build it first: cargo build --release"; exit 1; }
command -v argon2 >/dev/null || { echo "passed over: argon2 is not installed"; exit 0; }
cores=$(nproc)
work=$(mktemp -d "${TMPDIR:-/tmp}/optimactl-auth.XXXXXX")
trap 'rm -rf "$work"' EXIT
cd "$work"
unset OPTIMACTL_IDENTITY
export OPTIMACTL_STORE=$work/store OPTIMACTL_CONFIG=$work/config.toml
: >config.toml; chmod 600 config.toml
"$optimactl" init --new-identity identity.txt >/dev/null
export OPTIMACTL_IDENTITY=$work/identity.txt
password='nine geese cross the harbor'

now() { date +%s%N; }
median() { printf '%s\n' "$@" | sort -n | sed -n "$((($# + 1) / 2))p"; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.3f", a / b }'; }
ms() { awk -v n="$1" 'BEGIN { printf "%.1f ms", n / 1e6 }'; }

# one KIB PASSES: a wrong password is tried, so that a hash that is not today's is not replaced. Ten in a row and
# ten in a row, A B A B …; the failures are forgiven between by setting the hash anew.
reference() { printf '%s' "$password" | argon2 somesalt12345678 -id -t "$2" -k "$1" -p 1 -l 32 "$3"; }
one() {
  local a=() b=() r=() name="m$1t$2"
  reference "$1" "$2" -e | "$optimactl" account create "$name" --email "$name@example.org" --hash-stdin >/dev/null
  for _ in $(seq "$rounds"); do
    local start middle end
    start=$(now)
    printf '{"account":"%s","password":"wrong"}' "$name" | "$optimactl" auth check >/dev/null || true
    middle=$(now)
    reference "$1" "$2" -r >/dev/null
    end=$(now)
    a+=($((middle - start))); b+=($((end - middle))); r+=("$(ratio $((middle - start)) $((end - middle)))")
    # Past the waiting time of the failures before.
    [ "${#a[@]}" -lt 4 ] || { sleep 1; "$optimactl" account remove "$name" --yes >/dev/null 2>&1 || true; name="m$1t$2n${#a[@]}"
      reference "$1" "$2" -e | "$optimactl" account create "$name" --email "$name@example.org" --hash-stdin >/dev/null; }
  done
  printf '%-34s ours %10s   argon2 %10s   ratio %s\n' "auth check, m=$1 KiB t=$2" \
    "$(ms "$(median "${a[@]}")")" "$(ms "$(median "${b[@]}")")" "$(median "${r[@]}")"
}
echo "== one sign-in, start-up included"
one 19456 2; one 32768 3; one 65536 3; one 131072 4

echo "== $batch sign-ins through auth serve-batch, $cores cores, m=19456 KiB t=2"
for n in 1 2 3 4 5 6 7 8; do
  printf '%s' "$password" | "$optimactl" account create "user$n" --email "user$n@example.org" --password-stdin >/dev/null
done
for n in $(seq "$batch"); do printf '{"id":%d,"account":"user%d","password":"%s"}\n' "$n" $((n % 8 + 1)) "$password"; done >lines
each=$((batch / cores))
for n in $(seq "$each"); do printf '%s' "$password" | argon2 somesalt12345678 -id -t 2 -k 19456 -p 1 -l 32 -r >/dev/null; done # warm
a=() b=() r=()
for _ in $(seq "$rounds"); do
  start=$(now)
  "$optimactl" auth serve-batch <lines >answers
  middle=$(now)
  for _ in $(seq "$cores"); do
    (for _ in $(seq "$each"); do printf '%s' "$password" | argon2 somesalt12345678 -id -t 2 -k 19456 -p 1 -l 32 -r >/dev/null; done) &
  done
  wait
  end=$(now)
  [ "$(grep -c '"ok":true' answers)" = "$batch" ] || { echo "not every sign-in was accepted"; exit 1; }
  a+=($((middle - start))); b+=($((end - middle))); r+=("$(ratio $((end - middle)) $((middle - start)))")
done
ours=$(median "${a[@]}")
printf '%-34s ours %10s   argon2 %10s   reached %s of its rate, %s/s\n' "serve-batch" "$(ms "$ours")" \
  "$(ms "$(median "${b[@]}")")" "$(median "${r[@]}")" "$(awk -v n="$batch" -v t="$ours" 'BEGIN { printf "%.0f", n * 1e9 / t }')"

# The bound itself: the same hashes on as many threads, without a process for each (the part of `cargo bench`).
/usr/bin/time -f 'peak memory %M KiB' "$optimactl" auth serve-batch <lines >/dev/null 2>memory || true
tail -n 1 memory 2>/dev/null || true
