//! The inline part of CommonMark, to [`Text`].

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::blank::{LONGEST, is_inline};
use super::block::{refused_block, skip};
use super::entity::entity;
use super::lookalike::{self, PlainWords};
use super::mended::Mended;
use super::tell::tell;
use crate::base::{Unshown, cut, hazard, marks, stood_in, unseen};
use crate::load::fault::Change;
use crate::load::lowering::Lowering;
use crate::load::reference;
use crate::load::referent::named;
use crate::load::sentences::{self, Refused, Unclosed, refused_markup};
use crate::load::yaml::{YamlNode, YamlValue, backslash};
use crate::model::{Emphasis, Span, Target, Text};

/// How far before an address that is no link the `[` of its label is looked for, in bytes.
const LABEL: usize = 200;

struct Builder<'b, 'c, 'n> {
    cx: &'b mut Lowering<'c>,
    node: &'b YamlNode<'n>,
    value: &'b str,
    /// What the parser was given of it.
    mended: &'b Mended<'b>,
    text: Text,
    light: usize,
    strong: usize,
    /// The link that is open, and where its label began in the text.
    link: Option<OpenLink>,
    /// What stands outside of links, if it may look like markup.
    outside: Option<PlainWords>,
    is_law: bool,
}

struct OpenLink {
    target: Option<Target>,
    address: String,
    label: usize,
}

/// Reads `value`, the words of `node`. What is no inline markup is reported and kept as it is
/// written. An empty label is left empty, with a span of no length, for `labels` to fill.
pub(in crate::load) fn parse(cx: &mut Lowering<'_>, node: &YamlNode<'_>, value: &str) -> Text {
    if value.len() > LONGEST {
        cx.fault(node.range(), sentences::text_too_large(LONGEST));
        let end = (0..=LONGEST).rev().find(|at| value.is_char_boundary(*at)).unwrap_or_default();
        return Text::unmarked(cut(value, ..end));
    }
    if is_plain(value) {
        return plain(cx, node, value, &(0..value.len()), false);
    }
    Builder::of(cx, node, value, &Mended::whole(value)).read(&(0..value.len()))
}

/// Reads `lines` of `value`, the words of `node`, as one paragraph: a mark of a block is words here. Ends
/// of lines are blanks. The places of spans are those of `value`. The value may have at most [`LONGEST`]
/// bytes.
pub(in crate::load) fn parse_lines(
    cx: &mut Lowering<'_>,
    node: &YamlNode<'_>,
    value: &str,
    lines: &[Range<usize>],
) -> Text {
    match lines {
        [] => return Text::default(),
        [line] if !has_marks(cut(value, line.clone())) => {
            return plain(cx, node, value, line, true);
        }
        _ => {}
    }
    let mended = Mended::lines(value, lines);
    let mut builder = Builder::of(cx, node, value, &mended);
    builder.is_law = true;
    let first = lines.first().map_or(0, |line| line.start);
    let mut text = builder.read(&(first..lines.last().map_or(first, |line| line.end)));
    if text.plain.contains('\n') {
        text.plain = text.plain.replace('\n', " ");
    }
    text
}

/// A line without markup.
fn plain(
    cx: &mut Lowering<'_>,
    node: &YamlNode<'_>,
    value: &str,
    line: &Range<usize>,
    is_law: bool,
) -> Text {
    let words = cut(value, line.clone());
    if lookalike::may_be(words) {
        let mut all = PlainWords::new(value, line);
        all.add(value, line);
        tell(cx, node, value, all.lookalikes(is_law));
    }
    for found in [unseen(words), marks(words)] {
        let found = found.into_iter().map(|one| {
            let Range { start, end } = one.range;
            Unshown { range: line.start + start..line.start + end, ..one }
        });
        cx.unshown(node, &found.collect::<Vec<_>>());
    }
    let mut text = Text::unmarked(words);
    for span in &mut text.spans {
        span.source = line.clone();
    }
    text
}

/// Whether `value` has nothing that CommonMark would read as more than words.
fn is_plain(value: &str) -> bool {
    let blockish = |c: char| {
        c.is_whitespace() || c.is_ascii_digit() || matches!(c, '#' | '>' | '-' | '+' | '=' | '~')
    };
    !has_marks(value) && !value.starts_with(blockish) && !value.ends_with(' ')
}

/// Whether `value` has what may be more than words inside a line.
fn has_marks(value: &str) -> bool {
    let marks = |b: u8| {
        matches!(b, b'*' | b'_' | b'`' | b'[' | b']' | b'<' | b'&' | b'\\' | b'\n' | b'\t' | b'\r')
    };
    value.bytes().any(marks)
}

impl<'b, 'c, 'n> Builder<'b, 'c, 'n> {
    fn of(
        cx: &'b mut Lowering<'c>,
        node: &'b YamlNode<'n>,
        value: &'b str,
        mended: &'b Mended<'b>,
    ) -> Self {
        Self {
            cx,
            node,
            value,
            mended,
            text: Text::default(),
            light: 0,
            strong: 0,
            link: None,
            outside: None,
            is_law: false,
        }
    }

    /// The text of the part `within` of the value.
    fn read(mut self, within: &Range<usize>) -> Text {
        let mended = self.mended;
        if lookalike::may_be(cut(self.value, within.clone())) {
            self.outside = Some(PlainWords::new(self.value, within));
        }
        let parser = Parser::new_ext(&mended.text, Options::empty());
        let mut definitions: Vec<_> = parser
            .reference_definitions()
            .iter()
            .map(|(_, def)| mended.written(&def.span))
            .collect();
        definitions.sort_by_key(|span| span.start);
        let mut definitions = definitions.into_iter().peekable();
        let mut events = parser.into_offset_iter();
        while let Some((event, source)) = events.next() {
            let source = mended.written(&source);
            while let Some(span) = definitions.next_if(|span| span.start <= source.start) {
                self.refuse(span, Refused::LinkDefinition);
            }
            match event {
                Event::Start(tag) if !is_inline(&tag) => {
                    self.refuse(source, refused_block(&tag));
                    skip(&mut events);
                }
                event => self.inline(event, source),
            }
        }
        for span in definitions {
            self.refuse(span, Refused::LinkDefinition);
        }
        if let Some(words) = self.outside.take() {
            tell(self.cx, self.node, self.value, words.lookalikes(self.is_law));
        }
        self.trim();
        for find in [unseen, marks] {
            self.replace(&find(&self.text.plain));
        }
        self.text.plain.shrink_to_fit();
        self.text.spans.shrink_to_fit();
        self.text
    }

    fn inline(&mut self, event: Event<'_>, source: Range<usize>) {
        match event {
            Event::Start(Tag::Paragraph) if !self.text.plain.is_empty() => self.push("\n", source),
            Event::Start(Tag::Emphasis) => self.light += 1,
            Event::Start(Tag::Strong) => self.strong += 1,
            Event::Start(Tag::Link { dest_url, link_type, .. }) => {
                self.open(&self.mended.without(&dest_url), link_type, source);
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                let is_web = reference::url(&dest_url).is_ok();
                self.fault(source, if is_web { Refused::Image } else { Refused::ImageFile });
            }
            Event::End(TagEnd::Emphasis) => self.light = self.light.saturating_sub(1),
            Event::End(TagEnd::Strong) => self.strong = self.strong.saturating_sub(1),
            Event::End(TagEnd::Link) => self.close(source),
            Event::Text(words) => {
                let words = self.mended.without(&words);
                self.unclosed(&words, &source);
                if self.link.is_none()
                    && let Some(outside) = &mut self.outside
                {
                    outside.add(self.value, &source);
                }
                self.words(&words, source, false);
            }
            Event::Code(words) => self.words(&self.mended.without(&words), source, true),
            Event::SoftBreak => self.push(" ", source),
            Event::HardBreak => self.push("\n", source),
            Event::InlineHtml(_) | Event::Html(_) => self.refuse(source, Refused::Html),
            Event::Rule => self.refuse(source, Refused::Rule),
            _ => {}
        }
    }

    /// Reports what looks like a link's address, and has come to be words instead.
    fn unclosed(&mut self, words: &str, source: &Range<usize>) {
        let before = cut(self.value, ..source.start);
        let Some(address) = words.strip_prefix('(').filter(|_| before.ends_with(']')) else {
            return;
        };
        let near = before.get(before.floor_char_boundary(before.len().saturating_sub(LABEL))..);
        let meant = near.and_then(|near| near.rsplit_once('[')).is_none_or(|(head, _)| {
            // Whoever writes `\[` wants no link.
            !head.ends_with('\\')
        });
        if !meant || !reference::has_scheme(address) {
            return;
        }
        let word = address.split(|c: char| c.is_whitespace() || matches!(c, ')' | '）'));
        let word = word.into_iter().next().unwrap_or_default();
        let rest = cut(address, word.len()..);
        if rest.starts_with('）') {
            return; // That looks like a link, and is told as such.
        }
        let whole = cut(address, ..address.find(')').unwrap_or(word.len()));
        let (word, why) = match (rest.chars().next(), rest.contains(')')) {
            (Some(')'), _) => (word, Unclosed::LinkInside),
            (Some(_), true) => match reference::near(self.cx, whole) {
                Some(near) => (whole, Unclosed::Name(near)),
                None => (word, Unclosed::Space),
            },
            _ => (word, Unclosed::NoEnd),
        };
        let end = source.start + 1 + word.len();
        self.cx.fault_in(self.node, source.start..end, sentences::unclosed_link(word, why));
    }

    fn words(&mut self, words: &str, source: Range<usize>, code: bool) {
        // What an entity makes; anything that the value holds itself was reported before.
        let written = cut(self.value, source.clone());
        let entity = written.starts_with('&');
        if entity && let Some(c) = words.chars().find(|&c| hazard(c).is_some()) {
            self.cx.fault_in(self.node, source.clone(), sentences::hazardous(c));
        }
        let emphasis = Emphasis { code, ..self.emphasis() };
        if words.contains('\n') {
            self.push_as(&words.replace('\n', " "), source, emphasis);
        } else {
            self.push_as(words, source, emphasis);
        }
    }

    fn emphasis(&self) -> Emphasis {
        Emphasis { light: self.light > 0, strong: self.strong > 0, code: false }
    }

    fn push(&mut self, words: &str, source: Range<usize>) {
        self.push_as(words, source, self.emphasis());
    }

    fn push_as(&mut self, words: &str, source: Range<usize>, emphasis: Emphasis) {
        let start = self.text.plain.len();
        self.text.plain.push_str(&stood_in(words));
        let range = start..self.text.plain.len();
        if range.is_empty() {
            return;
        }
        let target = self.link.as_ref().and_then(|link| link.target.clone());
        match self.text.spans.last_mut() {
            // A label that is still empty is a span of no length, and stays one.
            Some(last)
                if last.emphasis == emphasis
                    && last.target == target
                    && !last.range.is_empty()
                    && self.link.as_ref().is_none_or(|link| link.label < start) =>
            {
                last.range.end = range.end;
                last.source.end = source.end.max(last.source.end);
            }
            _ => self.text.spans.push(Span { range, source, emphasis, target }),
        }
    }

    fn open(&mut self, address: &str, link_type: LinkType, source: Range<usize>) {
        let address = match link_type {
            LinkType::Email => format!("mailto:{address}"),
            _ => address.to_owned(),
        };
        self.note(&address, &source);
        if let Some(fault) = reference::position(self.cx, &address) {
            let at = self.address_at(&address, source.clone());
            self.cx.fault_in(self.node, at, fault);
        }
        let target = match reference::resolve(self.cx, &address) {
            Ok(target) => target,
            Err(fault) => {
                let at = self.address_at(&address, source.clone());
                let fault = if at == source { fault.unmended() } else { fault };
                self.cx.fault_in(self.node, at, fault);
                None
            }
        };
        self.link = Some(OpenLink { target, address, label: self.text.plain.len() });
    }

    /// Notes what a link leads to.
    fn note(&mut self, address: &str, source: &Range<usize>) {
        let range = self.address_at(address, source.clone());
        let whole = self.node.range();
        let at = match &self.node.value {
            YamlValue::Text(value) if self.cx.faults.notes() => {
                self.cx.locate(&whole, value, &range).unwrap_or(whole)
            }
            _ => return,
        };
        let file = self.cx.file;
        self.cx.faults.note(file, &at, address, || named(address));
    }

    /// Where the address of a link stands in its markup.
    fn address_at(&self, address: &str, source: Range<usize>) -> Range<usize> {
        let written = cut(self.value, source.clone());
        let paren = written.rfind("](").map_or(0, |at| at + 2);
        let tail = cut(written, paren..);
        match tail.find(address).filter(|_| !address.is_empty()) {
            Some(at) => {
                let start = source.start + paren + at;
                start..start + address.len()
            }
            None => source,
        }
    }

    fn close(&mut self, source: Range<usize>) {
        let emphasis = self.emphasis();
        let Some(link) = self.link.take() else { return };
        let at = self.text.plain.len();
        if self.text.plain.get(link.label..).is_some_and(|label| !label.trim().is_empty()) {
            return;
        }
        match link.target {
            Some(target) => {
                let target = Some(target);
                self.text.spans.push(Span { range: at..at, source, emphasis, target });
            }
            // Nothing to take a name from: the address is better than a hole.
            None => self.push_as(&link.address, source, emphasis),
        }
    }

    /// Reports what is no inline markup and keeps it as it is written.
    fn refuse(&mut self, source: Range<usize>, what: Refused) {
        self.fault(source.clone(), what);
        let written = cut(self.value, source.clone()).trim_end().to_owned();
        if !self.text.plain.is_empty()
            && !self.text.plain.ends_with([' ', '\n'])
            && what != Refused::Html
        {
            self.push("\n", source.start..source.start);
        }
        self.push(&written.replace('\n', " "), source);
    }

    fn fault(&mut self, source: Range<usize>, what: Refused) {
        let written = cut(self.value, source.clone());
        let first = written.lines().next().unwrap_or_default();
        let end = source.start + first.len();
        let backslash = backslash(&self.cx.file.text, self.node.range());
        let fault = refused_markup(first, what, backslash);
        let fault = match what {
            Refused::Html => fault.meant(Some(&format!("{backslash}{first}"))),
            Refused::Image => fault.meant(first.strip_prefix('!')),
            Refused::List => match self.cx.as_list.take() {
                Some(edits) => fault.mended(sentences::make_list(), Change::InFile(edits)),
                None => fault,
            },
            _ => fault,
        };
        self.cx.fault_in(self.node, source.start..end, fault);
    }

    /// Reports what is not shown, and puts in what is.
    fn replace(&mut self, unshown: &[Unshown]) {
        for Unshown { range, shown: _, why } in unshown {
            let fault = sentences::unshown(*why);
            let source = if self.cx.faults.full(fault.rule()) { 0..0 } else { self.source(range) };
            self.cx.fault_in(self.node, source, fault);
        }
        self.text.replace(unshown);
    }

    /// Where a character of the text was written.
    fn source(&self, range: &Range<usize>) -> Range<usize> {
        let Text { plain, spans } = &self.text;
        let Some(span) = spans.iter().find(|span| span.range.contains(&range.start)) else {
            return 0..0;
        };
        let before = cut(plain, span.range.start..range.start);
        let Some(c) = cut(plain, range.clone()).chars().next() else { return 0..0 };
        let written = cut(self.value, span.source.clone());
        let same = written.match_indices(c).nth(before.matches(c).count());
        // What an entity makes is not there as it is.
        let found = same.map(|(at, same)| at..at + same.len()).or_else(|| entity(written, c));
        found.map_or(span.source.clone(), |at| {
            span.source.start + at.start..span.source.start + at.end
        })
    }

    /// Takes white space off the end.
    fn trim(&mut self) {
        let Text { plain, spans } = &mut self.text;
        // A label that waits for its name ends no text, so nothing before it is the end.
        let label = spans.iter().rfind(|span| span.range.is_empty());
        let end = label.map_or(0, |span| span.range.end).max(plain.trim_end().len());
        plain.truncate(end);
        while spans.pop_if(|last| last.range.start >= end && !last.range.is_empty()).is_some() {}
        if let Some(last) = spans.last_mut() {
            last.range.end = last.range.end.min(end);
        }
    }
}
