//! How large the parts of a large object are. Sends nothing.

const MIB: usize = 1 << 20;
const PART: usize = 16 * MIB;
/// Parts are of one size as long as possible: some servers want that.
const EVEN_PARTS: u32 = 5_000;
/// S3 takes no more.
pub(super) const MOST_PARTS: u32 = 10_000;

/// How large the next part is: 78 GiB in parts of 16 MiB, then twice as large every thousand parts, 1 TiB in all.
pub(super) fn part_size(number: u32) -> usize {
    PART << number.saturating_sub(EVEN_PARTS).div_ceil(1_000).min(5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_grow_so_that_ten_thousand_hold_a_tebibyte() {
        let total: usize = (1..=MOST_PARTS).map(part_size).sum();
        assert!(total >= 1 << 40 && part_size(5_000) == PART && part_size(10_000) == 512 * MIB);
    }
}
