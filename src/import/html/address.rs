//! Where a link of a page leads: to an address of the web, to a place in the page, or nowhere that is kept.

/// `link` as an address of the web, or nothing if it is none. What is relative is taken from `base`, the
/// address of the page (RFC 3986, 5.2).
pub(super) fn resolved(base: Option<&str>, link: &str) -> Option<String> {
    let link: String = link.trim().chars().filter(|c| !c.is_control()).collect();
    if is_web(&link) {
        return Some(encoded(&link));
    }
    let base = base.filter(|base| is_web(base))?;
    let (scheme, rest) = base.split_once("//")?;
    if let Some(host) = link.strip_prefix("//") {
        return Some(encoded(&format!("{scheme}//{host}")));
    }
    if link.is_empty() || link.starts_with('#') || has_scheme(&link) {
        return None;
    }
    let page = rest.find(['?', '#']).map_or(rest, |end| rest.get(..end).unwrap_or(rest));
    let (host, path) = page.split_at(page.find('/').unwrap_or(page.len()));
    let path = if link.starts_with('/') {
        link
    } else if link.starts_with('?') {
        format!("{path}{link}")
    } else {
        let folder = path.rfind('/').map_or("", |end| path.get(..end).unwrap_or_default());
        format!("{folder}/{link}")
    };
    Some(encoded(&format!("{scheme}//{host}{}", without_dots(&path))))
}

/// Whether it leads to somewhere in the page itself, and where.
pub(super) fn fragment(link: &str) -> Option<&str> {
    link.trim().strip_prefix('#').filter(|id| !id.is_empty())
}

fn is_web(link: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| {
        let begins =
            link.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
        begins && link.len() > scheme.len()
    })
}

fn has_scheme(link: &str) -> bool {
    let end = link.find([':', '/', '?', '#']).unwrap_or(link.len());
    link.get(end..).is_some_and(|rest| rest.starts_with(':'))
}

/// A path without its `.` and `..`.
fn without_dots(path: &str) -> String {
    let (path, query) = path.split_at(path.find(['?', '#']).unwrap_or(path.len()));
    let mut parts: Vec<&str> = Vec::new();
    let mut folder = false;
    for part in path.split('/').skip(1) {
        folder = matches!(part, "." | "..");
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    let end = if folder { "/" } else { "" };
    format!("/{}{end}{query}", parts.join("/"))
}

/// An address without what would end it in other texts.
fn encoded(address: &str) -> String {
    address.replace(' ', "%20").replace('<', "%3C").replace('>', "%3E").replace('"', "%22")
}

/// A path without its percent encoding; as it is, if that hides no text.
pub(in crate::import) fn decoded(path: &str) -> String {
    let text = crate::base::decoded(path).and_then(|bytes| String::from_utf8(bytes).ok());
    text.unwrap_or_else(|| path.to_owned())
}
