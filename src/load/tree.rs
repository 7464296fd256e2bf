//! Every file's tree, read side by side.

use std::num::NonZero;
use std::thread;

use super::faults::Faults;
use super::files;
use super::sentences::{hazardous, no_tree, no_utf8};
use super::source::ReadFile;
use super::yaml::{self, YamlError, YamlErrorKind, YamlNode, YamlValue};
use crate::diagnostic::{Bad, File, HAZARDS};

/// The files that could be read; those that could not are there without text.
pub(super) fn files(raws: Vec<ReadFile>, faults: &mut Faults) -> Vec<File> {
    let mut files = Vec::with_capacity(raws.len());
    for ReadFile { path, name, text } in raws {
        let readable = text.is_some();
        let (mut file, found) = File::new(path, &name, text.unwrap_or_default());
        file.readable = readable && found.len() < HAZARDS;
        for (at, bad) in found {
            let fault = match bad {
                Bad::Char(c) => hazardous(c),
                Bad::Bytes => no_utf8(),
            };
            faults.add(&file, at, fault);
        }
        files.push(file);
    }
    files
}

/// So few bytes in all are parsed before another thread has started.
const LITTLE: usize = 64 << 10;

/// The tree of each file; `None` where there is none, which is reported.
pub(super) fn trees<'a>(files: &'a [File], faults: &mut Faults) -> Vec<Option<YamlNode<'a>>> {
    let little = files.iter().map(|file| file.text.len()).sum::<usize>() < LITTLE;
    // Asking how many threads there are takes reading files of the system.
    let workers = || thread::available_parallelism().map_or(1, NonZero::get).min(4);
    let size = if little { 1 } else { files.len().div_ceil(workers()).max(1) };
    let parsed: Vec<_> = thread::scope(|scope| {
        if little {
            return files.iter().map(parse).collect();
        }
        let spawn = |chunk: &'a [File]| {
            (chunk.len(), scope.spawn(move || chunk.iter().map(parse).collect::<Vec<_>>()))
        };
        let workers: Vec<_> = files.chunks(size).map(spawn).collect();
        let joined = workers.into_iter().flat_map(|(count, worker)| {
            let mut trees = worker.join().unwrap_or_default();
            // Were the parser to panic, its files would be without trees, and the rest in place.
            trees.resize_with(count, || None);
            trees
        });
        joined.collect()
    });
    let mut trees = Vec::with_capacity(files.len());
    for (file, parsed) in files.iter().zip(parsed) {
        let Some((tree, error)) = parsed else {
            trees.push(None);
            continue;
        };
        if let Some(error) = error {
            report(file, &error, faults);
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

type Parsed<'a> = (Option<YamlNode<'a>>, Option<YamlError>);

fn parse(file: &File) -> Option<Parsed<'_>> {
    (is_needed(file) && file.readable).then(|| yaml::parse(&file.text))
}

fn report(file: &File, error: &YamlError, faults: &mut Faults) {
    let at = error.place.map_or(0, |(line, column)| file.at(line, column));
    let at = match &error.kind {
        YamlErrorKind::Tab => {
            at + file.text.get(at..).and_then(|rest| rest.find('\t')).unwrap_or(0)
        }
        _ => at,
    };
    let at = at.min(file.text.trim_end().len());
    faults.add(file, at..at + 1, no_tree(&error.kind));
}
