//! The structure of an image, looked at while its pages pass: each page of a tree is filled rightly, and every page
//! belongs to one tree, one overflowing row or the free pages, once. Reads no rows.

mod page;
#[cfg(test)]
mod tests;

use page::Refs;

use super::length;

/// More pages than this are left to SQLite's own check: what is kept of each would no longer be little.
const MOST_PAGES: usize = 4 << 20;
/// The page at this offset is SQLite's lock byte page.
const LOCK_BYTE: u64 = 0x4000_0000;

/// What is kept of a page: at most one place that refers to it is right, and that is not known before the end.
struct Seen {
    /// Of a page that could be one of a tree; 0 for any other.
    kind: u8,
    /// Where its references begin in [`Walk::refs`].
    refs: u32,
    children: u16,
    spilled: u16,
    /// Its first two numbers: of an overflow page the next one, of a list of free pages also their number.
    next: u32,
    second: u32,
}

/// Where a tree begins, and whether it holds rows by their number (a table) or by their content (an index, a table
/// WITHOUT ROWID).
#[derive(Clone, Copy)]
pub(super) struct Root {
    pub(super) page: u32,
    pub(super) rows: bool,
}

/// Pages are added in order, from the first on.
pub(super) struct Walk {
    page_size: usize,
    usable: usize,
    seen: Vec<Seen>,
    refs: Vec<u32>,
    page: Refs,
    free: (u32, u32),
    /// Too large, or unlike what an image looks like: nothing can be said.
    given_up: bool,
}

/// What became of the walk.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Whole,
    /// What is wrong, in words.
    Damaged(String),
    /// It was not walked.
    Unknown,
}

impl Walk {
    pub(super) fn new(page_size: usize, reserved: usize) -> Self {
        Self {
            page_size,
            usable: page_size.saturating_sub(reserved),
            seen: vec![],
            refs: vec![],
            page: Refs::default(),
            free: (0, 0),
            given_up: false,
        }
    }

    pub(super) fn add(&mut self, page: &[u8]) {
        // References that no valid image could hold come from pages that only look like one of a tree.
        if self.given_up || self.seen.len() >= MOST_PAGES || self.refs.len() > 8 * MOST_PAGES {
            self.given_up = true;
            return;
        }
        let Some(page) = page.get(..self.usable) else {
            self.given_up = true;
            return;
        };
        let first = self.seen.is_empty();
        if first {
            self.free = (
                page::long(page, 32).unwrap_or(0),
                page::long(page, 36).unwrap_or(0),
            );
            // Pages that tell where others belong exist in auto-vacuum databases only.
            self.given_up = page::long(page, 52) != Some(0);
        }
        let tree = self.page.read(page, if first { 100 } else { 0 }).is_some();
        let refs = u32::try_from(self.refs.len()).unwrap_or(u32::MAX);
        let (mut children, mut spilled) = (0, 0);
        if tree {
            children = u16::try_from(self.page.children.len()).unwrap_or(u16::MAX);
            spilled = u16::try_from(self.page.spilled.len()).unwrap_or(u16::MAX);
            self.refs.extend_from_slice(&self.page.children);
            for (start, pages) in &self.page.spilled {
                self.refs.extend([*start, *pages]);
            }
        }
        self.seen.push(Seen {
            kind: if tree { self.page.kind } else { 0 },
            refs,
            children,
            spilled,
            next: page::long(page, 0).unwrap_or(0),
            second: page::long(page, 4).unwrap_or(0),
        });
    }

    /// Follows every tree from its root, every overflowing row and the free pages.
    pub(super) fn finish(&self, roots: &[Root]) -> Outcome {
        if self.given_up {
            return Outcome::Unknown;
        }
        let mut trail = Trail {
            walk: self,
            reached: vec![false; self.seen.len()],
            count: 0,
        };
        match trail.follow(roots) {
            Ok(()) => Outcome::Whole,
            Err(why) => Outcome::Damaged(why),
        }
    }

    fn lock_page(&self) -> Option<usize> {
        let index = LOCK_BYTE / length(self.page_size).max(1);
        usize::try_from(index)
            .ok()
            .filter(|index| *index < self.seen.len())
    }
}

/// Which pages were reached.
struct Trail<'a> {
    walk: &'a Walk,
    reached: Vec<bool>,
    count: usize,
}

impl<'a> Trail<'a> {
    fn follow(&mut self, roots: &[Root]) -> Result<(), String> {
        let schema = Root {
            page: 1,
            rows: true,
        };
        for root in std::iter::once(&schema).chain(roots) {
            self.tree(*root)?;
        }
        let free = self.free()?;
        let lock = usize::from(self.walk.lock_page().is_some());
        let pages = self.walk.seen.len();
        if self.count + free + lock == pages {
            return Ok(());
        }
        Err(format!(
            "of {pages} pages {} are in use and {free} are free",
            self.count
        ))
    }

    /// Takes a page that something refers to; a second time is damage.
    fn reach(&mut self, number: u32) -> Result<&'a Seen, String> {
        let index = usize::try_from(number).unwrap_or(0).wrapping_sub(1);
        let seen = self.walk.seen.get(index);
        let reached = self.reached.get_mut(index);
        match (seen, reached) {
            (Some(seen), Some(reached)) if !*reached && self.walk.lock_page() != Some(index) => {
                *reached = true;
                self.count += 1;
                Ok(seen)
            }
            (Some(_), _) => Err(format!("page {number} is used twice")),
            (None, _) => Err(format!("page {number} is referred to and does not exist")),
        }
    }

    /// All leaves of a tree are equally deep, and all of its pages are of its sort.
    fn tree(&mut self, root: Root) -> Result<(), String> {
        let mut open = vec![(root.page, 0_u32)];
        let mut leaf_depth = None;
        while let Some((number, depth)) = open.pop() {
            let seen = self.reach(number)?;
            let table = match seen.kind {
                5 | 13 => true,
                2 | 10 => false,
                _ => return Err(format!("page {number} of a tree is damaged")),
            };
            let leaf = seen.kind >= 10;
            let uneven = leaf && *leaf_depth.get_or_insert(depth) != depth;
            if table != root.rows || uneven {
                return Err(format!("page {number} does not belong into its tree"));
            }
            let refs = self
                .walk
                .refs
                .get(usize::try_from(seen.refs).unwrap_or(usize::MAX)..);
            let (children, spilled) = refs
                .and_then(|refs| refs.split_at_checked(usize::from(seen.children)))
                .unwrap_or_default();
            open.extend(children.iter().map(|child| (*child, depth + 1)));
            for pair in spilled.chunks_exact(2).take(usize::from(seen.spilled)) {
                if let [start, pages] = pair {
                    self.spilled(*start, *pages)?;
                }
            }
        }
        Ok(())
    }

    fn spilled(&mut self, start: u32, pages: u32) -> Result<(), String> {
        let mut next = start;
        for _ in 0..pages {
            next = self.reach(next)?.next;
        }
        if next == 0 {
            return Ok(());
        }
        Err(format!("what overflows at page {start} does not end"))
    }

    /// The lists of free pages; the pages on them are the ones that nothing else has reached.
    fn free(&mut self) -> Result<usize, String> {
        let (mut next, claimed) = self.walk.free;
        let before = self.count;
        let mut listed = 0;
        while next != 0 {
            let list = self.reach(next)?;
            listed += usize::try_from(list.second).unwrap_or(usize::MAX / 2);
            next = list.next;
        }
        let lists = self.count - before;
        if listed.checked_add(lists) == usize::try_from(claimed).ok() {
            return Ok(listed);
        }
        Err("the list of free pages is damaged".to_owned())
    }
}
