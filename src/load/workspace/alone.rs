//! One file of a briefing read alone, against what the others gave when all of them were read last.

use super::file_index::FileIndex;
use super::manifest;
use super::whole::WholeLoad;
use crate::diagnostic::{Diagnostic, File, Location};
use crate::load::addresses::{Addresses, EntityKind};
use crate::load::decode::Effort;
use crate::load::faults::Faults;
use crate::load::files;
use crate::load::parts::Parts;
use crate::load::source::{self, ReadFile};
use crate::load::{collect, lower, parts, tree};

/// A file as it is now.
pub(super) struct FileAlone {
    pub(super) file: File,
    pub(super) index: FileIndex,
    /// What is wrong in it.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Reads a file with this text. What it gives to the others, its ids and blocks, is theirs afterwards, so that
/// what it says of itself holds.
pub(super) fn read(whole: &mut WholeLoad, inner: &str, text: &str) -> FileAlone {
    let name = whole.plan.name(inner);
    let (mut faults, effort) = (Faults::default(), Effort::default());
    let others = whole.files.iter().filter(|file| file.path != inner);
    let others: usize = others.map(|file| file.text.len()).sum();
    let fits = source::fits(others + text.len());
    let raw = ReadFile {
        path: inner.to_owned(),
        name: name.clone(),
        text: fits.then(|| text.as_bytes().to_vec()),
    };
    let mut files = tree::files(vec![raw], &mut faults);
    let index = match whole.find(inner).filter(|_| inner == files::BRIEFING) {
        Some(at) => manifest_alone(whole, at, &mut files, &mut faults, &effort),
        None => part_alone(whole, inner, &files, &mut faults, &effort),
    };
    let mut diagnostics = faults.finish(&name);
    // Of the file as a whole is said what the others make of it.
    diagnostics.retain(|found| found.at.span.is_some() && *found.at.file == *name);
    let of_file = |found: &&Diagnostic| *found.at.file == *name && found.at.span.is_none();
    diagnostics.extend(whole.diagnostics.iter().filter(of_file).cloned());
    if !fits {
        diagnostics = vec![source::too_large().at(Location::whole(name.as_str()))];
    }
    let file = files.pop().unwrap_or_else(|| File::new(inner.to_owned(), &name, Vec::new()).0);
    FileAlone { file, index, diagnostics }
}

/// Reads briefing.yaml, which lists the others, in its place among them.
fn manifest_alone(
    whole: &mut WholeLoad,
    at: usize,
    files: &mut [File],
    faults: &mut Faults,
    effort: &Effort,
) -> FileIndex {
    let mut all = std::mem::take(&mut whole.files);
    if let Some((fresh, old)) = files.first_mut().zip(all.get_mut(at)) {
        std::mem::swap(fresh, old);
    }
    let tree = tree::trees(all.get(at..=at).unwrap_or_default(), faults).pop().flatten();
    let index = all.get(at).map(|file| FileIndex::of(file, tree.as_ref())).unwrap_or_default();
    if let Some(tree) = tree {
        manifest::lower(whole, (at, tree), &all, faults, effort);
    }
    if let Some((fresh, old)) = files.first_mut().zip(all.get_mut(at)) {
        std::mem::swap(fresh, old);
    }
    whole.files = all;
    index
}

fn part_alone(
    whole: &mut WholeLoad,
    inner: &str,
    files: &[File],
    faults: &mut Faults,
    effort: &Effort,
) -> FileIndex {
    let trees = tree::trees(files, faults);
    let tree = trees.first().and_then(Option::as_ref);
    let index = files.first().map(|file| FileIndex::of(file, tree)).unwrap_or_default();
    if tree.is_some() && inner != files::BRIEFING {
        let mut parts = parts::sort(files, trees, faults, effort, false);
        let own = collect::collect(files, &mut parts, faults);
        lower_alone(whole, inner, own, files, parts, faults, effort);
    }
    index
}

fn lower_alone(
    whole: &mut WholeLoad,
    inner: &str,
    own: Addresses,
    files: &[File],
    mut parts: Parts<'_>,
    faults: &mut Faults,
    effort: &Effort,
) {
    if let Some(id) = files::section_id(inner) {
        let at = whole.briefing.as_ref().and_then(|briefing| briefing.find_section(id));
        let Some((at, part)) = at.zip(parts.sections.pop()) else { return };
        let at = at.get();
        if let (Some(blocks), Some(own)) =
            (whole.addresses.blocks.get_mut(at), own.blocks.into_iter().next())
        {
            *blocks = own;
        }
        let (addresses, names) = (&whole.addresses, &whole.names);
        lower::section(files, (at, part), addresses, names, faults, effort);
        return;
    }
    give(&mut whole.addresses, own, inner);
    lower::briefing("", files, parts, &whole.addresses, faults, effort);
}

/// Puts what a file gives in place of what it gave.
fn give(addresses: &mut Addresses, own: Addresses, inner: &str) {
    let given = EntityKind::ALL.into_iter().zip(own.tables).zip(&mut addresses.tables);
    for ((kind, table), old) in given {
        if files::file_of(kind.scheme()) == Some(inner) {
            *old = table;
        }
    }
    if !own.articles.is_empty() {
        addresses.articles = own.articles;
        // The others are cited elsewhere, and what that is only the whole tells.
        addresses.wordings.extend(own.wordings);
    }
}
