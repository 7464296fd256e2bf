//! Where in the files something of a briefing stands.

use super::decode::Effort;
use super::faults::Faults;
use super::parts::{self, PartItem, PartList, Parts};
use super::shown::{self, BlockShape};
use super::source::ReadFile;
use super::yaml::{YamlNode, YamlValue};
use super::{collect, tree};
use crate::diagnostic::File;
use crate::model::{ArticleIx, BlockIx, Target};

/// The file in which `target` of the briefing that these files make stands, by its path inside the briefing's
/// folder, and the line that it begins in, counted from 1. Nothing for an outside address.
///
/// The model does not know it: the files are read once more, as far as addresses are collected of them.
pub(super) fn file_place(raws: Vec<ReadFile>, target: &Target) -> Option<(String, usize)> {
    let (mut faults, effort) = (Faults::deaf(), Effort::default());
    let files = tree::files(raws, &mut faults);
    let trees = tree::trees(&files, &mut faults);
    let mut parts = parts::sort(&files, trees, &mut faults, &effort, false);
    // Afterwards positions in the parts are those in the model.
    collect::collect(&files, &mut parts, &mut faults);
    let (file, node) = node_of(&files, &parts, target)?;
    let file = files.get(file)?;
    let line = file.location(node.range()).span.map_or(1, |span| span.line);
    Some((file.path.clone(), line))
}

/// The value that a target is made of, and the number of its file.
fn node_of<'p, 'a>(
    files: &[File],
    parts: &'p Parts<'a>,
    target: &Target,
) -> Option<(usize, &'p YamlNode<'a>)> {
    let lists = &parts.lists;
    let item = match target {
        Target::Article(at) => return article(parts, *at),
        Target::Provision(at) => return article(parts, at.article),
        Target::Block(at) => return block(files, parts, *at),
        Target::Section(at) => parts.sections.get(at.get())?.item.as_ref()?,
        Target::Instrument(at) => of_list(&lists.instruments, at.get())?,
        Target::Actor(at) => of_list(&lists.actors, at.get())?,
        Target::Term(at) => of_list(&lists.terms, at.get())?,
        Target::Source(at) => of_list(&lists.sources, at.get())?,
        Target::Event(at) => {
            let events = lists.events.items.iter();
            let mut shown = events.filter(|item| {
                files
                    .get(item.file)
                    .is_some_and(|file| shown::event_date(file, &item.node).is_some())
            });
            shown.nth(at.get())?
        }
        Target::Web(_) => return None,
    };
    Some((item.file, &item.node))
}

fn of_list<'p, 'a>(list: &'p PartList<'a>, at: usize) -> Option<&'p PartItem<'a>> {
    list.items.get(at)
}

fn article<'p, 'a>(parts: &'p Parts<'a>, at: ArticleIx) -> Option<(usize, &'p YamlNode<'a>)> {
    let item = of_list(&parts.lists.instruments, at.instrument.get())?;
    let articles = items(item.node.get("articles")?).iter();
    let mut articles = articles.filter(|node| !shown::is_part(node));
    Some((item.file, articles.nth(at.get())?))
}

fn block<'p, 'a>(
    files: &[File],
    parts: &'p Parts<'a>,
    at: BlockIx,
) -> Option<(usize, &'p YamlNode<'a>)> {
    let item = parts.sections.get(at.section.get())?.item.as_ref()?;
    let file = files.get(item.file)?;
    let blocks = items(item.node.get("body")?).iter();
    let mut shown = blocks.filter(|node| shown::block(file, node) != BlockShape::Broken);
    Some((item.file, shown.nth(at.get())?))
}

fn items<'p, 'a>(node: &'p YamlNode<'a>) -> &'p [YamlNode<'a>] {
    match &node.value {
        YamlValue::List(items) => items,
        _ => &[],
    }
}
