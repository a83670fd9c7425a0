#!/usr/bin/env bash
# Runs every fuzz target for a number of seconds, one after the other, and stops at the first finding: a panic, an
# answer that breaks a promise, one allocation above 256 MiB, 1 GiB in all, or 10 seconds for one input.
#
#   fuzz/run.sh SECONDS [TARGET…]        the seconds are for each target; default 60 and all targets
#
# Needs Rust and a C++ compiler.
# A finding lies in fuzz/artifacts; run it again with: FUZZ_TARGET=NAME fuzz/target/*/release/optimactl-fuzz FILE
set -euo pipefail
cd "$(dirname "$0")"
seconds=${1:-60}; shift || true
flags="-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters"
flags+=" -Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares -Cllvm-args=-simplifycfg-branch-fold-threshold=0"
# The linker would drop the counters of what it thinks nobody needs.
flags+=" -Ccodegen-units=1 -Clink-dead-code"
# Named, so that build scripts are built without the flags.
machine=$(rustc -vV | sed -n 's/^host: //p')
RUSTFLAGS=$flags cargo build --release --target "$machine" --target-dir target
program=target/$machine/release/optimactl-fuzz
targets=("$@")
[ "${#targets[@]}" -gt 0 ] || read -ra targets <<<"$(FUZZ_TARGET=? "$program" -runs=0 2>&1 | sed -n 's/^FUZZ_TARGET is one of: //p')"
[ "${#targets[@]}" -gt 0 ] || { echo "the program names no targets"; exit 1; }
for target in "${targets[@]}"; do
  mkdir -p "corpus/$target" "artifacts/$target"
  seeds=(); [ -d "seeds/$target" ] && seeds=("seeds/$target")
  echo "== $target, $seconds s"
  FUZZ_TARGET=$target "$program" "corpus/$target" "${seeds[@]}" -max_total_time="$seconds" -max_len=4096 \
    -malloc_limit_mb=256 -rss_limit_mb=1024 -timeout=10 -artifact_prefix="artifacts/$target/" -print_final_stats=1 \
    >"artifacts/$target.log" 2>&1 || { tail -n 30 "artifacts/$target.log"; echo "FOUND by $target: see fuzz/artifacts"; exit 1; }
  grep -E "^stat::number_of_executed_units|^stat::peak_rss_mb" "artifacts/$target.log" | tr '\n' ' '
  grep -oE "cov: [0-9]+ ft: [0-9]+" "artifacts/$target.log" | tail -n 1
done
