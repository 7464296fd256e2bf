//! What the locale says.

use std::env;

/// Whether the locale's characters are UTF-8: `LC_ALL`, `LC_CTYPE` or `LANG`, the first that is
/// set and not empty (POSIX), says so. Without any, it is not.
pub(super) fn is_utf8() -> bool {
    let set = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .filter_map(|name| env::var(name).ok().filter(|value| !value.is_empty()));
    set.into_iter().next().is_some_and(|locale| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    })
}
