//! From a value of the YAML to a wording.

use std::borrow::Cow;
use std::ops::Range;

use super::folded::{folded, lost_line};
use super::gathered::Gathered;
use super::heading::ArticleNames;
use super::nest::read;
use super::written::{Hint, ReadWording, Written};
use crate::base::{cut, visible};
use crate::load::fault::{Change, Fault};
use crate::load::format::ProvisionYaml;
use crate::load::lowering::Lowering;
use crate::load::markup::{self, LONGEST};
use crate::load::sentences::{self, Subject};
use crate::load::yaml::{self, ScalarStyle, YamlNode, YamlValue, backslash, style};
use crate::model::{Text, Wording};

/// The wording that `node` has: a text that is read by its lines, or a list of texts and of provisions that
/// give their numbers themselves; of the article that `names` knows.
pub(in crate::load) fn wording(
    cx: &mut Lowering<'_>,
    node: YamlNode<'_>,
    subject: Subject,
    names: &ArticleNames<'_>,
) -> Option<Wording> {
    let at = node.range();
    let mut lowerer = Lowerer { cx, names, gathered: Gathered::default(), left: LONGEST };
    let is_text = matches!(node.value, YamlValue::Text(_));
    let was_read = lowerer.value(node, subject, None);
    let mark = lowerer.gathered.first_mark().filter(|_| is_text).map(str::to_owned);
    let wording = lowerer.gathered.finish();
    if wording.is_none() && was_read {
        let fault = match mark {
            Some(mark) => sentences::lone_mark(&mark, backslash(&cx.file.text, at.clone())),
            None => sentences::empty(subject),
        };
        cx.fault(at, fault);
    }
    wording
}

struct Lowerer<'l, 'c> {
    cx: &'l mut Lowering<'c>,
    names: &'l ArticleNames<'l>,
    gathered: Gathered,
    /// How many bytes the wording may still have.
    left: usize,
}

/// The words of a node.
type NodeWords<'n, 'a> = (&'n YamlNode<'a>, Cow<'n, str>);

impl Lowerer<'_, '_> {
    /// Reads a text or a list. Whether nothing was told of what stands in its place.
    fn value(&mut self, node: YamlNode<'_>, subject: Subject, parent: Option<usize>) -> bool {
        if let YamlValue::List(items) = node.value {
            let is_empty = items.is_empty();
            return self.list(items, subject, parent) || is_empty;
        }
        let Some(words) = self.cx.raw_words(&node, subject) else { return false };
        self.lines(vec![(&node, words)], parent);
        true
    }

    /// A list in place of a text. Whether any of it was read.
    fn list(&mut self, items: Vec<YamlNode<'_>>, subject: Subject, parent: Option<usize>) -> bool {
        let mut was_read = false;
        let mut texts = Vec::new();
        for item in items {
            if item.is_map() {
                self.texts(&std::mem::take(&mut texts), subject, parent);
                self.numbered(item, parent);
                was_read = true;
            } else {
                texts.push(item);
            }
        }
        self.texts(&texts, subject, parent) || was_read
    }

    /// Texts in a row, each of which begins a provision. Whether any was read.
    fn texts(&mut self, texts: &[YamlNode<'_>], subject: Subject, parent: Option<usize>) -> bool {
        let words = texts.iter().filter_map(|text| {
            let words = self.cx.raw_words(text, subject.of_items())?;
            Some((text, words))
        });
        let parts: Vec<_> = words.collect();
        let was_read = !parts.is_empty();
        self.lines(parts, parent);
        was_read
    }

    /// A provision that gives its number itself. The first line of its text that has none has its words.
    fn numbered(&mut self, node: YamlNode<'_>, parent: Option<usize>) {
        let Some(ProvisionYaml { number, mut text, mut points }) = self.cx.mapping(node) else {
            return;
        };
        let mark = number.take(self.cx);
        if let Some((mark, at)) = &mark
            && self.gathered.is_twice(parent, mark)
        {
            self.cx.fault(at.clone(), sentences::provision(&Hint::Twice, mark, "\\"));
        }
        let mark = mark.map(|(mark, _)| (mark, 0..0));
        let own = self.gathered.len();
        let text_of = text.subject();
        let node = text.node(self.cx);
        let words = node.as_ref().and_then(|node| {
            let words = self.cx.raw_words(node, text_of)?;
            Some((node, words))
        });
        let parts = self.within_bounds(words.into_iter().collect());
        let joined = Joined::of(&parts, &self.cx.file.text);
        let ReadWording { provisions, hints } = read(&joined.value, &joined.starts, self.names);
        let mut provisions = provisions.into_iter().peekable();
        let first = provisions.next_if(|first| first.mark.is_none());
        let words = first.as_ref().map(|first| self.words(&joined, first)).unwrap_or_default();
        self.gathered.push(mark, words, parent);
        // What stands in the first line stands in the provision itself.
        let base = own + usize::from(first.is_none());
        self.provisions(&joined, provisions, base, Some(own));
        self.hints(&joined, &hints);
        let subject = points.subject();
        if let Some(node) = points.node(self.cx) {
            self.value(node, subject, Some(own));
        }
    }

    /// Reads texts by their lines.
    fn lines(&mut self, parts: Vec<NodeWords<'_, '_>>, parent: Option<usize>) {
        let parts = self.within_bounds(parts);
        let joined = Joined::of(&parts, &self.cx.file.text);
        let ReadWording { provisions, mut hints } = read(&joined.value, &joined.starts, self.names);
        let base = self.gathered.len();
        if base > 0 {
            // What seems to be missing may be what gave its number itself.
            hints.retain(|(_, hint)| !matches!(hint, Hint::Missing { .. }));
        }
        self.provisions(&joined, provisions, base, parent);
        self.hints(&joined, &hints);
    }

    /// Adds provisions, of which the first is to be at `base`, to those that stand in `parent`.
    fn provisions(
        &mut self,
        joined: &Joined<'_, '_, '_>,
        provisions: impl IntoIterator<Item = Written>,
        base: usize,
        parent: Option<usize>,
    ) {
        for written in provisions {
            let words = self.words(joined, &written);
            let parent = written.parent.map(|at| base + at).or(parent);
            let mark = written.mark.as_ref().and_then(|at| self.mark(joined, at, parent));
            self.gathered.push(mark, words, parent);
        }
    }

    fn hints(&mut self, joined: &Joined<'_, '_, '_>, hints: &[(Range<usize>, Hint)]) {
        let lost =
            joined.parts.iter().filter_map(|part| Some((part.node, part.lost_line.clone()?)));
        for (node, at) in lost {
            let mark = cut(&self.cx.file.text, at.clone());
            let fault = sentences::provision(&Hint::Folded, mark, "\\");
            let fault = self.unfolded(node, fault);
            self.cx.fault(at, fault);
        }
        // What YAML has joined is told as that.
        let is_folded = |at: usize| joined.part(at).is_some_and(|part| part.is_folded);
        let is_told = |at: usize, hint: &Hint| *hint == Hint::SecondOnLine && is_folded(at);
        for (at, hint) in hints.iter().filter(|(at, hint)| !is_told(at.start, hint)) {
            self.hint(joined, at, hint);
        }
    }

    /// As much of the texts as a wording may have.
    fn within_bounds<'n, 'a>(
        &mut self,
        mut parts: Vec<NodeWords<'n, 'a>>,
    ) -> Vec<NodeWords<'n, 'a>> {
        for (node, words) in &mut parts {
            if words.len() > self.left {
                if self.left > 0 {
                    self.cx.fault(node.range(), sentences::text_too_large(LONGEST));
                }
                let within = cut(words, ..words.floor_char_boundary(self.left));
                *words = Cow::Owned(within.to_owned());
                self.left = 0;
            }
            self.left -= words.len().min(self.left);
        }
        parts
    }

    /// The words of a provision, with their markup.
    fn words(&mut self, joined: &Joined<'_, '_, '_>, written: &Written) -> Text {
        let first = written.mark.as_ref().or(written.lines.first());
        let Some(part) = first.and_then(|first| joined.part(first.start)) else {
            return Text::default();
        };
        if part.is_folded
            && part.lost_line.is_none()
            && let Some(at) = joined.folded(written)
        {
            self.hint(joined, &at, &Hint::Folded);
        }
        let lines = written.lines.iter().map(|line| line.start - part.start..line.end - part.start);
        markup::parse_lines(self.cx, part.node, part.words, &lines.collect::<Vec<_>>())
    }

    /// A mark as it is shown, and where it was written.
    fn mark(
        &mut self,
        joined: &Joined<'_, '_, '_>,
        at: &Range<usize>,
        parent: Option<usize>,
    ) -> Option<(String, Range<usize>)> {
        let mark = cut(&joined.value, at.clone()).replace('\\', "");
        if self.gathered.is_twice(parent, &mark) {
            self.hint(joined, at, &Hint::Twice);
        }
        let start = joined.part(at.start)?.start;
        Some((visible(&mark).into_owned(), at.start - start..at.end - start))
    }

    /// A fault with what keeps the lines of a folded scalar.
    fn unfolded(&self, node: &YamlNode<'_>, fault: Fault) -> Fault {
        match yaml::literal(&self.cx.file.text, node.range()) {
            Some(edit) => fault.mended(sentences::keep_lines(), Change::InFile(vec![edit])),
            None => fault,
        }
    }

    fn hint(&mut self, joined: &Joined<'_, '_, '_>, at: &Range<usize>, hint: &Hint) {
        if let Some(part) = joined.part(at.start) {
            let backslash = backslash(&self.cx.file.text, part.node.range());
            let fault = sentences::provision(hint, cut(&joined.value, at.clone()), backslash);
            let fault = if *hint == Hint::Folded { self.unfolded(part.node, fault) } else { fault };
            self.cx.fault_in(part.node, at.start - part.start..at.end - part.start, fault);
        }
    }
}

/// Texts as one, to be read as one.
struct Joined<'p, 'n, 'a> {
    value: Cow<'p, str>,
    /// Where each begins.
    starts: Vec<usize>,
    parts: Vec<JoinedPart<'p, 'n, 'a>>,
}

/// One of the texts.
struct JoinedPart<'p, 'n, 'a> {
    node: &'n YamlNode<'a>,
    words: &'p str,
    start: usize,
    /// Whether YAML made one line of several.
    is_folded: bool,
    /// The enumerator in the file that begins a line of its own, which YAML has joined to that before.
    lost_line: Option<Range<usize>>,
}

impl<'p, 'n, 'a> Joined<'p, 'n, 'a> {
    fn of(parts: &'p [NodeWords<'n, 'a>], file: &str) -> Self {
        let mut value = String::new();
        let mut joined = Vec::with_capacity(parts.len());
        let mut start = 0;
        for (node, words) in parts {
            let is_folded = is_folded(file, node.range());
            let at = node.range();
            let source = if is_folded { cut(file, at.clone()) } else { "" };
            let lost = lost_line(source).map(|lost| at.start + lost.start..at.start + lost.end);
            joined.push(JoinedPart { node, words, start, is_folded, lost_line: lost });
            start += words.len() + 1;
            if parts.len() > 1 {
                value.push_str(words);
                value.push('\n');
            }
        }
        let value = match joined.as_slice() {
            [one] => Cow::Borrowed(one.words),
            _ => Cow::Owned(value),
        };
        let starts = joined.iter().map(|part| part.start).collect();
        Self { value, starts, parts: joined }
    }

    /// The text that this byte is in.
    fn part(&self, at: usize) -> Option<&JoinedPart<'p, 'n, 'a>> {
        let behind = self.starts.partition_point(|start| *start <= at);
        self.parts.get(behind.checked_sub(1)?)
    }

    /// An enumerator in the middle of a provision's first line.
    fn folded(&self, written: &Written) -> Option<Range<usize>> {
        let line = written.lines.first()?;
        let start = written.mark.as_ref().map_or(line.start, |mark| mark.start);
        let at = folded(cut(&self.value, start..line.end))?;
        Some(start + at.start..start + at.end)
    }
}

/// Whether the scalar at these bytes has several lines that YAML makes one of.
fn is_folded(file: &str, at: Range<usize>) -> bool {
    cut(file, at.clone()).trim_end().contains('\n') && style(file, at) != ScalarStyle::Literal
}
