#!/bin/sh
# A look into a sorted list of leaked passwords of some 5 GB: generated here, measured inside the program (cold and
# warm) and as whole commands above start-up, then removed. Needs 12 GB of disk while it runs.
#
#   benches/corpus.sh [OPTIMACTL] [LINES]     LINES: 119000000 by default
#
# Cold numbers need root (it drops the page cache); without, they are left out.
set -eu

program=${1:-target/release/optimactl}
program=$(realpath "$program")
lines=${2:-119000000}
profile=${OPTIMACTL_BENCH_PROFILE---release}
folder=$(mktemp -d "${TMPDIR:-/tmp}/corpus.XXXXXX")
trap 'rm -rf "$folder"' EXIT

cold() {
    sync
    [ -w /proc/sys/vm/drop_caches ] && echo 3 >/proc/sys/vm/drop_caches
}

if [ -n "${OPTIMACTL_BENCH_CORPUS:-}" ]; then
    list=$OPTIMACTL_BENCH_CORPUS
else
    list=$folder/sorted
    echo "building from $lines passwords"
    start=$(date +%s)
    seq 0 "$lines" | "$program" password corpus build - --output "$list"
    echo "built in $(($(date +%s) - start)) s"
fi
ls -l "$list" | awk '{printf "the list has %.2f GB\n", $5 / 1e9}'
export OPTIMACTL_BENCH_CORPUS="$list"

look() {
    # shellcheck disable=SC2086
    cargo test $profile --quiet --lib measure_lookups -- --ignored --nocapture 2>/dev/null | grep lookups
}
cold && { printf 'cold  '; look; }
look >/dev/null
printf 'warm  '
look

# Whole commands: `password check` with the list in use, above the same without it.
export OPTIMACTL_STORE="$folder/store" OPTIMACTL_CONFIG="$folder/config.toml"
: >"$OPTIMACTL_CONFIG"
chmod 600 "$OPTIMACTL_CONFIG"
"$program" init --new-identity "$folder/identity.txt" --yes >/dev/null
export OPTIMACTL_IDENTITY="$folder/identity.txt"
command_times() {
    for number in $(seq 1 40); do
        [ "$1" = cold ] && cold
        start=$(date +%s%N)
        echo "seven geese walk to Utrecht $number" | "$program" password check --password-stdin >/dev/null
        echo $(($(date +%s%N) - start))
    done | sort -n | awk '{a[NR]=$1} END {printf "p50 %.2f ms, p99 %.2f ms\n", a[int(NR*.5)]/1e6, a[int(NR*.99)]/1e6}'
}
printf 'whole command without a list, warm  '
command_times warm
"$program" password corpus add "$list" >/dev/null
printf 'whole command with the list, warm   '
command_times warm
if [ -w /proc/sys/vm/drop_caches ]; then
    printf 'whole command with the list, cold   '
    command_times cold
fi
