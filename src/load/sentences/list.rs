//! Of lists.

use crate::load::fault::Fault;
use crate::load::rule::VALUE;

/// Points further in than they are shown.
pub(in crate::load) fn list_too_deep(levels: usize) -> Fault {
    let message = format!("a list has points on {levels} levels at most, and these are deeper");
    Fault::new(&VALUE, message, "put them into the list above, or make a list of their own of them")
}
