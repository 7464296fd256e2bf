//! Which briefings there are under a path.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use super::disk;
use super::files::{self, BRIEFING, is_nearly_briefing, is_yaml};
use super::foreign::{Foreign, HEAD};
use super::sentences;
use super::yaml::{self, YamlValue};
use crate::base::visible;
use crate::diagnostic::Diagnostic;

/// A briefing that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundBriefing {
    /// What to give to [`super::open()`].
    pub path: PathBuf,
    /// The folder's or the file's name.
    pub id: String,
    /// Its title, if it stands at the beginning of its file.
    pub title: Option<String>,
}

/// The briefings under `path`: the one that it is itself, or those right inside it, by name.
/// An error if there is none, or if it is a file of another kind.
pub fn find(path: &Path) -> Result<Vec<FoundBriefing>, Box<Diagnostic>> {
    let meta = disk::look(path)?;
    if meta.is_file() {
        if let Some(kind) = Foreign::of(path, &beginning(path)) {
            return Err(disk::of_path(path, sentences::no_briefing_but(kind)));
        }
        if let (Some(folder), Some(name)) = (path.parent(), path.file_name())
            && is_nearly_briefing(&name.to_string_lossy())
            && has_parts(folder)
        {
            return Err(disk::of_path(path, sentences::misnamed_manifest()));
        }
        return Ok(vec![found(path, path)]);
    }
    if is_there(&path.join(BRIEFING)) {
        return Ok(vec![found(path, &path.join(BRIEFING))]);
    }
    let names = disk::names(path)
        .map_err(|error| disk::of_path(path, sentences::closed_folder(&disk::why(&error))))?;
    if let Some(name) = names.iter().find(|name| is_nearly_briefing(&name.to_string_lossy()))
        && has_parts(path)
    {
        return Err(disk::of_path(&path.join(name), sentences::misnamed_manifest()));
    }
    let all: Vec<_> = names.iter().filter_map(|name| inside(&path.join(name))).collect();
    if all.is_empty() {
        let is_named = is_yaml(&path.to_string_lossy());
        return Err(disk::of_path(path, sentences::no_briefing_inside(is_named)));
    }
    Ok(all)
}

/// Whether a briefing can be read at `path`, be it with faults.
pub(crate) fn reads(path: &Path) -> bool {
    let found = find(path).is_ok_and(|found| found.iter().any(|one| one.path == path));
    found && super::open(path).briefing.is_some()
}

/// The briefing that an entry of a folder is.
fn inside(path: &Path) -> Option<FoundBriefing> {
    let manifest = path.join(BRIEFING);
    if is_there(&manifest) {
        return Some(found(path, &manifest));
    }
    let named = path.file_name().is_some_and(|name| is_yaml(&name.to_string_lossy()));
    // One that cannot be read may be a briefing: opening it tells why not.
    let is_one = named
        && path.is_file()
        && (File::open(path).is_err() || value(&head(path), "format").is_some());
    is_one.then(|| found(path, path))
}

/// Whether a folder has sections or other parts of a briefing in it.
fn has_parts(folder: &Path) -> bool {
    let mut parts = files::names().filter(|name| *name != BRIEFING).chain(["sections"]);
    parts.any(|part| folder.join(part).exists())
}

/// Whether there is something at `path`, or something that hides whether there is.
fn is_there(path: &Path) -> bool {
    let nothing = [ErrorKind::NotFound, ErrorKind::NotADirectory];
    std::fs::symlink_metadata(path).map_or_else(|e| !nothing.contains(&e.kind()), |_| true)
}

fn found(path: &Path, manifest: &Path) -> FoundBriefing {
    let title = if manifest.is_file() { value(&head(manifest), "title") } else { None };
    FoundBriefing { path: path.to_owned(), id: disk::id(path), title }
}

fn head(path: &Path) -> String {
    String::from_utf8_lossy(&beginning(path)).into_owned()
}

/// As many bytes as are read to tell what a file is, and one more if there are more.
fn beginning(path: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    // A file that cannot be read has no beginning; opening it tells why.
    if let Ok(file) = File::open(path) {
        let _ = file.take(HEAD as u64 + 1).read_to_end(&mut bytes);
    }
    bytes
}

/// The title that stands at the beginning of a file.
pub(super) fn title(head: &str) -> Option<String> {
    value(head, "title")
}

/// The value of a key at the beginning of a line, if the lines that it covers are YAML.
fn value(head: &str, key: &str) -> Option<String> {
    let head = head.trim_start_matches('\u{FEFF}');
    let mut lines = head.lines().skip_while(|line| {
        !line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with(':'))
    });
    let mut entry = lines.next()?.to_owned();
    for line in lines.take_while(|line| line.starts_with([' ', '\t']) || line.is_empty()) {
        entry.push('\n');
        entry.push_str(line);
    }
    let (tree, _) = yaml::parse(&entry);
    let YamlValue::Map(entries) = tree?.value else { return None };
    let (_, node) = entries.into_iter().next()?;
    let words = match &node.value {
        YamlValue::Text(words) => words.as_ref(),
        _ => entry.get(node.range())?,
    };
    let one_line: Vec<_> = words.split_whitespace().collect();
    Some(visible(&one_line.join(" ")).into_owned())
}
