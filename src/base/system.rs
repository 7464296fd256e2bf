//! What the operating system says.

use std::io;

/// The system's words for a failure, without its number: `no space left on device`.
pub(crate) fn why(error: &io::Error) -> String {
    let words = error.to_string();
    words.split(" (os error").next().unwrap_or_default().to_lowercase()
}
