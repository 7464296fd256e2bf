//! A text with its emphasis and its links.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::base::cut;
use crate::model::{Emphasis, Target, Text};

use super::escape;

/// Words that are marked alike.
#[derive(Debug)]
struct InlineRun {
    words: String,
    emphasis: Emphasis,
    /// The destination that they lead to.
    link: Option<String>,
}

/// What stands around words in pairs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Delimiter {
    Link,
    Strong,
    Light,
}

/// A text as Markdown. `lead` gives the destination of a link; without one it is plain words.
///
/// CommonMark cannot write every emphasis: whether `*` opens or closes one depends on the
/// characters beside it. So what was written is read again, and where it does not say the same,
/// the text goes without.
pub(super) fn inline(text: &Text, lead: &dyn Fn(&Target) -> Option<String>) -> String {
    let pieces = |emphasis| pieces(text, lead, emphasis);
    let marked = written(&pieces(true));
    if read(&marked) == said(&pieces(true)) { marked } else { written(&pieces(false)) }
}

/// The runs of a text. Those that turn out to be marked alike become one.
fn pieces(text: &Text, lead: &dyn Fn(&Target) -> Option<String>, emphasis: bool) -> Vec<InlineRun> {
    let mut pieces: Vec<InlineRun> = Vec::new();
    for span in &text.spans {
        let words = cut(&text.plain, span.range.clone());
        let link = span.target.as_ref().and_then(lead);
        let code = Emphasis { code: span.emphasis.code, ..Emphasis::default() };
        let kept = if emphasis { span.emphasis } else { code };
        match pieces.last_mut() {
            _ if words.is_empty() => {}
            Some(last) if last.emphasis == kept && last.link == link => last.words.push_str(words),
            _ => pieces.push(InlineRun { words: words.to_owned(), emphasis: kept, link }),
        }
    }
    // An address that leads to itself is a link as it stands.
    let links: Vec<Option<String>> = pieces.iter().map(|piece| piece.link.clone()).collect();
    for (at, piece) in pieces.iter_mut().enumerate() {
        let Some(link) = piece.link.as_ref().filter(|_| !piece.emphasis.code) else { continue };
        let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
        let alone =
            beside.into_iter().all(|at| links.get(at).is_none_or(|o| o.as_ref() != Some(link)));
        if alone && escape::leads_to_itself(&piece.words, link) {
            piece.link = None;
        }
    }
    // A break at the beginning or the end of a paragraph would be none.
    let blank = |piece: &InlineRun| piece.words.trim().is_empty();
    let leading = pieces.iter().take_while(|piece| blank(piece)).count();
    pieces.drain(..leading);
    while pieces.pop_if(|piece| blank(piece)).is_some() {}
    if let Some(first) = pieces.first_mut() {
        first.words = first.words.trim_start().to_owned();
    }
    if let Some(last) = pieces.last_mut() {
        last.words.truncate(last.words.trim_end().len());
    }
    pieces
}

fn written(pieces: &[InlineRun]) -> String {
    let mut writer = Writer { pieces, out: String::new(), open: Vec::new() };
    for (at, piece) in pieces.iter().enumerate() {
        writer.close(at);
        writer.open(at);
        writer.words(at, piece);
    }
    writer.close(pieces.len());
    writer.out
}

struct Writer<'a> {
    pieces: &'a [InlineRun],
    out: String,
    /// What is open, the outermost first, each with what closes it.
    open: Vec<(Delimiter, String)>,
}

impl Writer<'_> {
    fn has(&self, at: usize, mark: Delimiter) -> bool {
        self.pieces.get(at).is_some_and(|piece| match mark {
            Delimiter::Link => piece.link.is_some(),
            Delimiter::Strong => piece.emphasis.strong,
            Delimiter::Light => piece.emphasis.light,
        })
    }

    /// Whether a mark of the piece before `at` goes on in this one.
    fn goes_on(&self, at: usize, mark: Delimiter) -> bool {
        let link = |at: usize| self.pieces.get(at).and_then(|piece| piece.link.as_ref());
        self.has(at, mark) && (mark != Delimiter::Link || link(at) == link(at.saturating_sub(1)))
    }

    /// Where the mark that begins at a piece ends: the piece that has it no more.
    fn end(&self, at: usize, mark: Delimiter) -> usize {
        let after = at + 1..self.pieces.len();
        after.clone().find(|at| !self.goes_on(*at, mark)).unwrap_or(after.end)
    }

    /// Closes what does not go on, and with it what stands inside. A link that begins here is
    /// not to be cut in two, so what ends within it is closed too, to begin again inside.
    fn close(&mut self, at: usize) {
        let begins = self.has(at, Delimiter::Link) && !self.goes_on(at, Delimiter::Link);
        let linked = if begins { at..self.end(at, Delimiter::Link) } else { at..at };
        let stays = |mark| {
            self.goes_on(at, mark) && linked.clone().all(|inside| self.goes_on(inside, mark))
        };
        let kept = self.open.iter().take_while(|(mark, _)| stays(*mark)).count();
        for (_, closing) in self.open.drain(kept..).rev() {
            self.out.push_str(&closing);
        }
    }

    /// Opens what is not open yet; what ends last comes first.
    fn open(&mut self, at: usize) {
        let mut marks = vec![Delimiter::Link, Delimiter::Strong, Delimiter::Light];
        marks.retain(|mark| self.has(at, *mark) && self.open.iter().all(|(open, _)| open != mark));
        marks.sort_by_key(|mark| std::cmp::Reverse(self.end(at, *mark)));
        for mark in marks {
            let (opening, closing) = match mark {
                Delimiter::Link => {
                    let link = self.pieces.get(at).and_then(|piece| piece.link.as_deref());
                    ("[", format!("]({})", link.unwrap_or_default()))
                }
                Delimiter::Strong => ("**", "**".to_owned()),
                Delimiter::Light => {
                    let mark = self.light(at);
                    (mark, mark.to_owned())
                }
            };
            self.out.push_str(opening);
            self.open.push((mark, closing));
        }
    }

    /// `_` cannot mark a part of a word. Elsewhere it is the better one, since it does not run
    /// together with the asterisks of a strong emphasis.
    fn light(&self, at: usize) -> &'static str {
        let after = self.pieces.get(self.end(at, Delimiter::Light));
        let after = after.and_then(|piece| piece.words.chars().next());
        let inside = [self.out.chars().next_back(), after];
        if inside.into_iter().flatten().any(char::is_alphanumeric) { "*" } else { "_" }
    }

    fn words(&mut self, at: usize, piece: &InlineRun) {
        if piece.emphasis.code {
            self.out.push_str(&escape::code(&piece.words.replace('\n', " ")));
            return;
        }
        for (n, line) in piece.words.split('\n').enumerate() {
            if n > 0 {
                self.out.push_str("\\\n");
            }
            let start = self.out.is_empty() || self.out.ends_with('\n');
            let escaped = if piece.link.is_some() { escape::label } else { escape::words };
            self.out.push_str(&escaped(line, start));
        }
        // With the bracket of a link it would make a picture.
        let link_follows =
            self.has(at + 1, Delimiter::Link) && !self.goes_on(at + 1, Delimiter::Link);
        if link_follows && self.out.ends_with('!') {
            self.out.insert(self.out.len() - 1, '\\');
        }
    }
}

/// What pieces say, letter by letter, white space apart.
fn said(pieces: &[InlineRun]) -> Vec<(char, Emphasis)> {
    let letters = pieces.iter().flat_map(|piece| piece.words.chars().map(|c| (c, piece.emphasis)));
    letters.filter(|(c, _)| !c.is_whitespace()).collect()
}

/// What a program that reads Markdown makes of it; as far as it goes if it is no mere paragraph.
fn read(markdown: &str) -> Vec<(char, Emphasis)> {
    let (mut said, mut light, mut strong) = (Vec::new(), 0_usize, 0_usize);
    for event in Parser::new_ext(markdown, Options::empty()) {
        match &event {
            Event::Start(Tag::Emphasis) => light += 1,
            Event::Start(Tag::Strong) => strong += 1,
            Event::End(TagEnd::Emphasis) => light = light.saturating_sub(1),
            Event::End(TagEnd::Strong) => strong = strong.saturating_sub(1),
            _ => {}
        }
        let code = matches!(event, Event::Code(_));
        let (Event::Text(words) | Event::Code(words)) = event else { continue };
        let emphasis = Emphasis { light: light > 0, strong: strong > 0, code };
        let letters = words.chars().filter(|c| !c.is_whitespace());
        said.extend(letters.map(|c| (c, emphasis)));
    }
    said
}
