//! How a wording nests, read before its words are.

use super::heading::ArticleNames;
use super::nest::read;
use super::written::ReadWording;
use crate::base::cut;
use crate::load::yaml::{YamlNode, YamlValue};
use crate::model::{Provision, Text, Wording};

/// The wording that [`super::wording`] makes of a value in this `file`, without its words: which steps lead to
/// something. Faults are not told here.
pub(in crate::load) fn outline(
    file: &str,
    node: &YamlNode<'_>,
    names: &ArticleNames<'_>,
) -> Wording {
    let mut outline = Outline { file, names, provisions: Vec::new() };
    outline.value(node, None);
    Wording::new(Text::default(), outline.provisions)
}

struct Outline<'f> {
    file: &'f str,
    names: &'f ArticleNames<'f>,
    provisions: Vec<Provision>,
}

impl Outline<'_> {
    fn value(&mut self, node: &YamlNode<'_>, parent: Option<usize>) {
        let YamlValue::List(items) = &node.value else {
            return self.texts(&[node], parent);
        };
        for run in items.chunk_by(|one, next| !one.is_map() && !next.is_map()) {
            match run {
                [one] if one.is_map() => self.numbered(one, parent),
                texts => self.texts(&texts.iter().collect::<Vec<_>>(), parent),
            }
        }
    }

    fn texts(&mut self, texts: &[&YamlNode<'_>], parent: Option<usize>) {
        let texts = texts.iter().filter_map(|text| text.spelling(self.file));
        let texts: Vec<_> = texts.filter(|words| !words.trim().is_empty()).collect();
        let mut start = 0;
        let starts = texts.iter().map(|text| {
            let at = start;
            start += text.len() + 1;
            at
        });
        let starts: Vec<_> = starts.collect();
        let value = texts.join("\n");
        let read = read(&value, &starts, self.names);
        self.add(&value, read, self.provisions.len(), parent);
    }

    fn numbered(&mut self, node: &YamlNode<'_>, parent: Option<usize>) {
        let own = self.provisions.len();
        let mark = node.get("number").and_then(|number| number.spelling(self.file));
        self.push(mark.map(|mark| mark.trim().to_owned()), parent);
        let words = node.get("text").and_then(|text| text.spelling(self.file));
        let words = words.unwrap_or_default();
        let mut read = read(words, &[0], self.names);
        let is_own = read.provisions.first().is_some_and(|first| first.mark.is_none());
        if is_own {
            read.provisions.remove(0);
        }
        self.add(words, read, own + usize::from(!is_own), Some(own));
        if let Some(points) = node.get("points") {
            self.value(points, Some(own));
        }
    }

    /// Adds provisions, of which the first is to be at `base`, to those that stand in `parent`.
    fn add(&mut self, value: &str, read: ReadWording, base: usize, parent: Option<usize>) {
        for written in read.provisions {
            let mark = written.mark.map(|at| cut(value, at).replace('\\', ""));
            self.push(mark, written.parent.map(|at| base + at).or(parent));
        }
    }

    fn push(&mut self, mark: Option<String>, parent: Option<usize>) {
        let above = parent.and_then(|parent| self.provisions.get(parent));
        let level = above.map_or(0, |above| above.level + 1);
        self.provisions.push(Provision { mark, level, parent, ..Provision::default() });
    }
}
