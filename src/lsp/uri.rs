//! From the addresses of files to their paths, and back (RFC 8089).

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::os::unix::ffi::OsStrExt as _;
use std::path::{Component, Path, PathBuf};
use std::str::FromStr as _;

use lsp_types::Uri;

use crate::base::decoded;

/// The file that an address is of; `None` for what is no file of this machine.
pub(super) fn path(uri: &Uri) -> Option<PathBuf> {
    let rest = uri.as_str().strip_prefix("file://")?;
    let encoded = rest.strip_prefix("localhost").unwrap_or(rest);
    let encoded = encoded.split(['?', '#']).next().filter(|path| path.starts_with('/'))?;
    let bytes = decoded(encoded).filter(|bytes| !bytes.contains(&0))?;
    let path = Path::new(OsStr::from_bytes(&bytes));
    // One name for one file: `.` goes, and a way up is none of a file that is written.
    let mut parts = path.components();
    let is_plain = parts.all(|part| !matches!(part, Component::ParentDir));
    is_plain.then(|| path.components().collect())
}

/// The address of a file.
pub(super) fn of(path: &Path) -> Option<Uri> {
    let mut uri = String::from("file://");
    for &byte in path.as_os_str().as_bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    Uri::from_str(&uri).ok()
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::str::FromStr as _;

    use super::{Uri, of, path};

    #[track_caller]
    fn check(uri: &str, expected: Option<&str>) {
        let uri = Uri::from_str(uri).expect("an address");
        assert_eq!(path(&uri).as_deref(), expected.map(Path::new));
    }

    #[test]
    fn the_paths_of_addresses() {
        check("file:///a/b.yaml", Some("/a/b.yaml"));
        check("file://localhost/a/./b.yaml", Some("/a/b.yaml"));
        check("file:///%ED%95%9C/a%20b.yaml", Some("/한/a b.yaml"));
        check("file:///a/../b.yaml", None);
        check("file:///a%00b", None);
        check("file:a.yaml", None);
        check("untitled:a.yaml", None);
        check("file://server/a.yaml", None);
    }

    #[test]
    fn there_and_back() {
        for name in ["/a/b.yaml", "/한/a b.yaml", "/a%/[b]#?.yaml"] {
            let uri = of(Path::new(name)).expect("an address");
            assert_eq!(path(&uri).as_deref(), Some(Path::new(name)));
        }
    }
}
