//! Every file's tree, read side by side.

use std::cmp::Reverse;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::encoding;
use super::fault::Change;
use super::faults::Faults;
use super::files;
use super::sentences::{hazardous, mend_yaml, no_tree, no_utf8, other_encoding};
use super::source::ReadFile;
use super::yaml::{self, YamlError, YamlErrorKind, YamlNode, YamlValue};
use crate::diagnostic::{Bad, File, HAZARDS};

/// The files that could be read; those that could not are there without text.
pub(super) fn files(raws: Vec<ReadFile>, faults: &mut Faults) -> Vec<File> {
    let mut files = Vec::with_capacity(raws.len());
    for ReadFile { path, name, text } in raws {
        let encoding = text.as_deref().and_then(encoding::of);
        if let Some(encoding) = encoding {
            faults.add_whole(&name, other_encoding(encoding));
        }
        let text = text.filter(|_| encoding.is_none());
        let readable = text.is_some();
        let (mut file, found) = File::new(path, &name, text.unwrap_or_default());
        file.readable = readable && found.len() < HAZARDS;
        // One fault for all bytes in another encoding: they have one cause.
        let mut foreign = found.iter().filter(|(_, bad)| *bad == Bad::Bytes).count();
        for (at, bad) in found {
            match bad {
                Bad::Char(c) => faults.add(&file, at, hazardous(c)),
                Bad::Bytes if foreign == 0 => {}
                Bad::Bytes => faults.add(&file, at, no_utf8(std::mem::take(&mut foreign))),
            }
        }
        files.push(file);
    }
    files
}

/// So few bytes in all are parsed before another thread has started.
const LITTLE: usize = 64 << 10;

/// Whether some files have so few bytes that they are read before another thread has started.
pub(super) fn is_little(files: &[File]) -> bool {
    files.iter().map(|file| file.text.len()).sum::<usize>() < LITTLE
}

/// The tree of each file; `None` where there is none, which is reported.
pub(super) fn trees<'a>(files: &'a [File], faults: &mut Faults) -> Vec<Option<YamlNode<'a>>> {
    let parsed = if is_little(files) {
        files.iter().map(parse).collect()
    } else {
        parse_side_by_side(files)
    };
    let mut trees = Vec::with_capacity(files.len());
    for (file, parsed) in files.iter().zip(parsed) {
        let Some((tree, errors)) = parsed else {
            trees.push(None);
            continue;
        };
        for error in &errors {
            report(file, error, faults);
        }
        trees.push(tree);
    }
    trees
}

/// The paths of the files that should be parts of the briefing and are not, whatever they are. Every
/// part is a mapping, and has the lists that it must have; without that of sections a briefing has all.
pub(super) fn unread(files: &[File], trees: &[Option<YamlNode<'_>>]) -> Vec<String> {
    let files = files.iter().zip(trees).filter(|(file, _)| is_needed(file));
    let unread =
        files.filter(|(file, tree)| !tree.as_ref().is_some_and(|tree| is_part(file, tree)));
    unread.map(|(file, _)| file.path.clone()).collect()
}

fn is_needed(file: &File) -> bool {
    files::is_section(&file.path) || files::is_part(&file.path)
}

fn is_part(file: &File, tree: &YamlNode<'_>) -> bool {
    let is_list = |node: &YamlNode<'_>| matches!(node.value, YamlValue::List(_));
    let mut lists = files::needed_lists(&file.path);
    tree.is_map() && lists.all(|key| tree.get(key).is_some_and(is_list))
}

/// What [`parse`] makes of each file, on several threads. Each takes the longest that is left, so that
/// none has much to do when the others are done.
fn parse_side_by_side(files: &[File]) -> Vec<Option<Parsed<'_>>> {
    let mut order: Vec<_> = files.iter().enumerate().collect();
    order.sort_by_key(|(_, file)| Reverse(file.text.len()));
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some(&(at, file)) = order.get(next.fetch_add(1, Ordering::Relaxed)) {
            done.push((at, parse(file)));
        }
        done
    };
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(4).min(files.len());
    let mut all = Vec::new();
    all.resize_with(files.len(), || None);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        for worker in workers {
            // Were the parser to panic, the files of its thread would be without trees.
            for (at, parsed) in worker.join().unwrap_or_default() {
                if let Some(place) = all.get_mut(at) {
                    *place = parsed;
                }
            }
        }
    });
    all
}

type Parsed<'a> = (Option<YamlNode<'a>>, Vec<YamlError>);

fn parse(file: &File) -> Option<Parsed<'_>> {
    (is_needed(file) && file.readable).then(|| yaml::parse(&file.text))
}

fn report(file: &File, error: &YamlError, faults: &mut Faults) {
    let mut at = error.at.clone();
    if let YamlErrorKind::Tab = &error.kind {
        let tab = file.text.get(at.start..).and_then(|rest| rest.find('\t'));
        at.start += tab.unwrap_or(0);
        at.end = at.start + 1;
    }
    at.start = at.start.min(file.text.trim_end().len());
    at.end = at.end.clamp(at.start + 1, file.text.len().max(at.start + 1));
    let words = file.text.get(at.clone()).unwrap_or_default();
    let fault = no_tree(&error.kind, words);
    let fault = match error.mend.as_slice() {
        [] => fault,
        edits => fault.mended(mend_yaml(&error.kind), Change::InFile(edits.to_vec())),
    };
    faults.add(file, at, fault);
}
