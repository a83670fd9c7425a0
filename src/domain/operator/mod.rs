//! Operators: users of the operating system that accounts are bound to, and what only they may do once it is
//! enforced. Whoever can read an unlocker and the files can go around this program, and so around all of this.

mod asked;
mod bind;
mod enforce;
mod gate;
#[cfg(test)]
mod tests;

pub use asked::{Asked, SEVERE, Severe};
pub use bind::{Binding, Bound, Listed, Which, bind, list, unbind};
pub use enforce::{
    Enforced, Standing, Switch, broken_glass, enforce, enforced, require_glass, standing,
};
pub(in crate::domain) use gate::beyond;
pub use gate::{Admission, admit, prove};
