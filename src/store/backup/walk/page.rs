//! One page of a tree (SQLite file format §1.6): its header, cells and free bytes must fill it without a gap or an
//! overlap. What it refers to is told, not followed.

/// What a page of a tree refers to.
#[derive(Default)]
pub(super) struct Refs {
    /// 2 and 5 for the inner pages of an index and a table, 10 and 13 for their leaves.
    pub(super) kind: u8,
    pub(super) children: Vec<u32>,
    /// First page and number of pages of what did not fit into a cell.
    pub(super) spilled: Vec<(u32, u32)>,
    /// Used again for each page.
    spans: Vec<(usize, usize)>,
}

impl Refs {
    /// Reads a page whose tree header is at `start`. `None`: it is no page of a tree, or a damaged one.
    pub(super) fn read(&mut self, page: &[u8], start: usize) -> Option<()> {
        self.children.clear();
        self.spilled.clear();
        self.spans.clear();
        self.kind = *page.get(start)?;
        let inner = match self.kind {
            2 | 5 => true,
            10 | 13 => false,
            _ => return None,
        };
        let count = short(page, start + 3)?;
        let content = match short(page, start + 5)? {
            0 => 65_536,
            content => content,
        };
        let fragments = usize::from(*page.get(start + 7)?);
        let cells = start + if inner { 12 } else { 8 };
        if cells + 2 * count > content || content > page.len() {
            return None;
        }
        self.free_blocks(page, short(page, start + 1)?, content)?;
        if inner {
            self.children.push(long(page, start + 8)?);
        }
        let mut last = i64::MIN;
        for index in 0..count {
            let at = short(page, cells + 2 * index)?;
            if at < content {
                return None;
            }
            let (length, rowid) = self.cell(page, at)?;
            // Rows of a table stand in order.
            if let Some(rowid) = rowid {
                if index > 0 && rowid <= last {
                    return None;
                }
                last = rowid;
            }
            self.spans.push((at, at + length));
        }
        self.filled(content, page.len(), fragments)
    }

    fn free_blocks(&mut self, page: &[u8], first: usize, content: usize) -> Option<()> {
        let mut at = first;
        while at != 0 {
            let (next, length) = (short(page, at)?, short(page, at + 2)?);
            if at < content || length < 4 || (next != 0 && next < at + length + 4) {
                return None;
            }
            self.spans.push((at, at + length));
            at = next;
        }
        Some(())
    }

    /// The length of a cell, and its row's number in a table.
    fn cell(&mut self, page: &[u8], mut at: usize) -> Option<(usize, Option<i64>)> {
        let start = at;
        if matches!(self.kind, 2 | 5) {
            self.children.push(long(page, at)?);
            at += 4;
        }
        let mut payload = 0;
        if self.kind != 5 {
            (payload, at) = varint(page, at)?;
        }
        let mut rowid = None;
        if matches!(self.kind, 5 | 13) {
            let (number, end) = varint(page, at)?;
            // Rowids are signed: the same 64 bits.
            rowid = Some(i64::from_ne_bytes(number.to_ne_bytes()));
            at = end;
        }
        if self.kind == 5 {
            return Some(((at - start).max(4), rowid));
        }
        let payload = usize::try_from(payload)
            .ok()
            .filter(|n| *n <= 0x7fff_ffff)?;
        let local = local(payload, page.len(), self.kind == 13);
        at += local;
        if local < payload {
            let each = page.len() - 4;
            let pages = (payload - local).div_ceil(each);
            self.spilled
                .push((long(page, at)?, u32::try_from(pages).ok()?));
            at += 4;
        }
        Some(((at - start).max(4), rowid))
    }

    /// Cells and free blocks follow one another; what is between them is counted in the header.
    fn filled(&mut self, content: usize, end: usize, fragments: usize) -> Option<()> {
        self.spans.sort_unstable();
        let (mut at, mut gaps) = (content, 0);
        for (from, to) in &self.spans {
            gaps += from.checked_sub(at)?;
            at = *to;
        }
        gaps += end.checked_sub(at)?;
        (gaps == fragments).then_some(())
    }
}

/// The bytes of a payload that stand in the cell (§1.6: X, M and K).
fn local(payload: usize, usable: usize, table: bool) -> usize {
    let least = (usable - 12) * 32 / 255 - 23;
    let most = if table {
        usable - 35
    } else {
        (usable - 12) * 64 / 255 - 23
    };
    if payload <= most {
        return payload;
    }
    let fitting = least + (payload - least) % (usable - 4);
    if fitting <= most { fitting } else { least }
}

fn short(page: &[u8], at: usize) -> Option<usize> {
    match page.get(at..at + 2) {
        Some([high, low]) => Some(usize::from(u16::from_be_bytes([*high, *low]))),
        _ => None,
    }
}

pub(super) fn long(page: &[u8], at: usize) -> Option<u32> {
    let bytes = page.get(at..at + 4)?;
    Some(u32::from_be_bytes(bytes.try_into().ok()?))
}

/// SQLite's variable-length number: seven bits a byte, and eight of the ninth.
fn varint(page: &[u8], at: usize) -> Option<(u64, usize)> {
    let mut value = 0_u64;
    for index in 0..8 {
        let byte = *page.get(at + index)?;
        value = (value << 7) | u64::from(byte & 0x7f);
        if byte < 0x80 {
            return Some((value, at + index + 1));
        }
    }
    Some(((value << 8) | u64::from(*page.get(at + 8)?), at + 9))
}
