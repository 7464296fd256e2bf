//! Of more faults than are listed.

use crate::base::count;
use crate::load::fault::Fault;
use crate::load::rule::MORE;

/// How many faults are not shown.
pub(in crate::load) fn not_shown(errors: usize, warnings: usize, hints: usize) -> Fault {
    let counts = [(errors, "error"), (warnings, "warning"), (hints, "hint")];
    let counts = counts.into_iter().filter(|&(n, _)| n > 0);
    let words: Vec<_> = counts.map(|(n, what)| count(n, &format!("more {what}"))).collect();
    let message = format!("{} not shown", words.join(", "));
    Fault::new(&MORE, message, "mend the first ones and check again")
}
