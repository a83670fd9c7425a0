//! An allocator that ends the run when one piece of memory is asked for that no honest input needs. `libFuzzer`'s own
//! limit works only under a sanitizer, which needs another toolchain.

use std::alloc::{GlobalAlloc, Layout, System};

/// The largest single allocation, in bytes: 256 MiB.
const MOST: usize = 256 << 20;

pub struct Limit;

fn check(size: usize) {
    if size > MOST {
        eprintln!("runaway allocation: {size} bytes at once");
        std::process::abort();
    }
}

// SAFETY: everything is the system allocator's; sizes are only looked at.
unsafe impl GlobalAlloc for Limit {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        check(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        check(layout.size());
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, old: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        check(size);
        unsafe { System.realloc(old, layout, size) }
    }

    unsafe fn dealloc(&self, old: *mut u8, layout: Layout) {
        unsafe { System.dealloc(old, layout) }
    }
}
