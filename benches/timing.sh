#!/bin/sh
# Whether a clock tells an unknown name from a wrong password, a held or a disabled one: whole `auth check` commands,
# taken in turn, with their distributions and the Kolmogorov-Smirnov distance of each from "unknown". A distance
# beyond the bound printed (1 % level) would be a difference that many tries can see.
#
#   benches/timing.sh [OPTIMACTL] [ROUNDS]     ROUNDS: 100 by default
set -eu

program=$(realpath "${1:-target/release/optimactl}")
rounds=${2:-100}
folder=$(mktemp -d "${TMPDIR:-/tmp}/timing.XXXXXX")
trap 'rm -rf "$folder"' EXIT
export OPTIMACTL_STORE="$folder/store" OPTIMACTL_CONFIG="$folder/config.toml"
: >"$OPTIMACTL_CONFIG"
chmod 600 "$OPTIMACTL_CONFIG"
"$program" init --new-identity "$folder/identity.txt" --yes >/dev/null
export OPTIMACTL_IDENTITY="$folder/identity.txt"
person() {
    echo "seven geese walk to Utrecht" |
        "$program" account create "$1" --email "$1@mail.example" --password-stdin >/dev/null
}
ask() {
    printf '{"account":"%s","password":"wrong"}' "$1" | "$program" auth check >/dev/null || true
}
took() {
    start=$(date +%s%N)
    ask "$2"
    echo "$1 $(($(date +%s%N) - start))" >>"$folder/took"
}

# Held: five failures make it wait, each further try is turned away.
person held
for try in 1 2 3 4 5 6 7 8 9 10 11 12; do ask held; done
# Lest waiting ends while measuring, it is held anew below. "wrong" takes a fresh account for every few tries, lest
# it be held, too.
number=0
round=0
while [ "$round" -lt "$rounds" ]; do
    if [ $((round % 4)) -eq 0 ]; then
        number=$((number + 1))
        person "wrong$number"
        ask held
        ask held
    fi
    took unknown "stranger$number"
    took wrong "wrong$number"
    took held held
    round=$((round + 1))
done

awk '
    { n[$1]++; v[$1, n[$1]] = $2 / 1e6 }
    function sort(name,   i, j, t) {
        for (i = 2; i <= n[name]; i++) {
            t = v[name, i]
            for (j = i - 1; j >= 1 && v[name, j] > t; j--) v[name, j + 1] = v[name, j]
            v[name, j + 1] = t
        }
    }
    function at(name, p) { return v[name, int(n[name] * p + 0.5) ? int(n[name] * p + 0.5) : 1] }
    function distance(a, b,   i, j, d, most) {
        i = j = 1; most = 0
        while (i <= n[a] && j <= n[b]) {
            if (v[a, i] <= v[b, j]) i++; else j++
            d = (i - 1) / n[a] - (j - 1) / n[b]; if (d < 0) d = -d
            if (d > most) most = d
        }
        return most
    }
    END {
        for (name in n) sort(name)
        split("unknown wrong held", names, " ")
        printf "%-9s %9s %9s %9s   KS to unknown\n", "", "p5", "p50", "p95"
        for (k = 1; k <= 3; k++) {
            name = names[k]
            printf "%-9s %6.1f ms %6.1f ms %6.1f ms   %.3f\n", name, at(name, .05), at(name, .5), at(name, .95), distance("unknown", name)
        }
        printf "bound at the 1 %% level for %d of each: %.3f\n", n["unknown"], 1.63 * sqrt(2 / n["unknown"])
    }
' "$folder/took"
