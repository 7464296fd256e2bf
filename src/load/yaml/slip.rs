//! What somebody wrote who wrote no YAML: the change near a fault that makes it go away.
//!
//! The parser stops where it can read no further, which is seldom where the slip is. Each slip that people
//! make is undone near that place, and if the parser then reads past it, that was it: so what is advised is
//! known to work.

use std::ops::Range;

use granit_parser::{Event, Parser};

use super::quoting::{Quoting, behind_bracket, behind_quote, quoted, quoting};
use crate::base::{circled, cut};

/// What was written in place of YAML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::load) enum Slip {
    /// This blank, where only spaces may stand.
    Blank(char),
    /// A full-width colon behind a key.
    WideColon,
    /// No blank behind the dash of an item.
    DashBlank,
    /// No blank behind the colon of a key.
    ColonBlank,
    /// A bracket that is never closed.
    OpenBracket,
    /// This quote inside a value in such quotes.
    InnerQuote(char),
    /// Lines that begin with enumerators and are not indented below the key that they belong to.
    Unindented,
    /// A value that begins with this character and goes on behind what YAML takes that for.
    Unquoted(char, Quoting),
}

/// How many lines above a fault are looked at, blank ones not counted.
const ABOVE: usize = 3;
/// How many bytes before a fault are read again for each slip.
const BEFORE: usize = 1 << 20;
/// How many bytes behind it are there to be read.
const BEHIND: usize = 16 << 10;

/// What stands in place of bytes of a text.
pub(super) type Edits = Vec<(Range<usize>, String)>;

/// The slip behind the fault at a byte of `text`, with its bytes and what mends it, if that is certain.
pub(super) fn behind(text: &str, fault: usize) -> Option<(Range<usize>, Slip, Edits)> {
    let (start, part) = part(text, fault)?;
    let Mend { mark, edits, slip } =
        part.lines().into_iter().find_map(|line| part.slip_in(&line))?;
    let mend = if part.is_certain(&edits, slip) { edits } else { Vec::new() };
    Some((start + mark.start..start + mark.end, slip, moved(mend, start)))
}

/// What puts the value in quotes that begins in the line of the fault at a byte of `text`, if that makes it go
/// away.
pub(super) fn in_quotes(text: &str, fault: usize) -> Edits {
    let quoted = part(text, fault).and_then(|(start, part)| {
        let line = part.lines().into_iter().next()?;
        let value = part.value(&line).filter(|value| value.contains(&part.fault))?;
        let value = part.without_comment(value);
        let words = cut(part.text, value.clone());
        let begins_otherwise = words.starts_with(['[', '{', '"', '\'', '|', '>']);
        let has_block = words.contains('\n') && words.starts_with(['!', '&']);
        let slip = Slip::Unquoted(words.chars().next()?, quoting(words));
        let mark = value.clone();
        let mend = Mend { mark, edits: vec![(value, quoted(words))], slip };
        let is_certain = part.is_certain(&mend.edits, slip);
        let is_value = !begins_otherwise && !has_block;
        (is_value && is_certain && part.reads_with(&mend)).then(|| moved(mend.edits, start))
    });
    quoted.unwrap_or_default()
}

fn moved(edits: Edits, by: usize) -> Edits {
    edits.into_iter().map(|(at, words)| (by + at.start..by + at.end, words)).collect()
}

/// The part of `text` around a fault that is looked at, and where it begins.
fn part(text: &str, fault: usize) -> Option<(usize, SlipPart<'_>)> {
    let fault = text.floor_char_boundary(fault.min(text.trim_end().len()));
    let start = entry_start(text, fault);
    if fault - start > BEFORE {
        return None;
    }
    let end = text.floor_char_boundary(fault.saturating_add(BEHIND).min(text.len()));
    Some((start, SlipPart { text: cut(text, start..end), fault: fault - start }))
}

/// Where the last entry of the outermost mapping or list begins that is not behind `fault`.
fn entry_start(text: &str, fault: usize) -> usize {
    let line = |at: usize| cut(text, ..at).rfind('\n').map_or(0, |at| at + 1);
    let mut at = line(fault);
    // The fault may be in the line that follows the entry.
    let mut passed = 0;
    loop {
        let begins = cut(text, at..).starts_with(|c: char| c.is_ascii_alphabetic());
        passed += usize::from(begins);
        if at == 0 || (begins && passed > 1) {
            return at;
        }
        at = line(at - 1);
    }
}

/// A part of a text with a fault in it.
struct SlipPart<'t> {
    text: &'t str,
    fault: usize,
}

/// A change that undoes a slip, and what is to be marked.
struct Mend {
    mark: Range<usize>,
    edits: Edits,
    slip: Slip,
}

impl SlipPart<'_> {
    /// The line of the fault and those above it that may have its cause.
    fn lines(&self) -> Vec<Range<usize>> {
        let mut lines = Vec::new();
        let mut end = self.line_end(self.fault);
        while lines.len() <= ABOVE {
            let start = cut(self.text, ..end).rfind('\n').map_or(0, |at| at + 1);
            if !cut(self.text, start..end).trim().is_empty() {
                lines.push(start..end);
            }
            let Some(next) = start.checked_sub(1) else { break };
            end = next;
        }
        lines
    }

    fn line_end(&self, at: usize) -> usize {
        cut(self.text, at..).find('\n').map_or(self.text.len(), |len| at + len)
    }

    /// The slip in a line that the fault comes from.
    fn slip_in(&self, line: &Range<usize>) -> Option<Mend> {
        let mends = [
            self.blank(line, " "),
            self.blank(line, "  "),
            self.wide_colon(line),
            self.dash(line, 0),
            self.dash(line, 1),
            self.colon(line),
            self.inner_quote(line, '\''),
            self.inner_quote(line, '"'),
            self.unquoted(line),
            self.open_bracket(line),
            self.link_in_list(line),
            self.unindented(line),
        ];
        let works = |mend: &Mend| self.reads_with(mend);
        mends.into_iter().flatten().find(works)
    }

    /// Whether it is certain that a change that works is what was meant.
    fn is_certain(&self, edits: &[(Range<usize>, String)], slip: Slip) -> bool {
        match slip {
            // It may be a bracket of the text, and the list may end anywhere.
            Slip::OpenBracket => false,
            // What may be a comment would become a part of the value.
            Slip::Unquoted(..) => {
                !edits.iter().any(|(at, _)| cut(self.text, at.clone()).contains(" #"))
            }
            _ => true,
        }
    }

    /// Whether the parser reads past the fault and the change, once that is made.
    fn reads_with(&self, mend: &Mend) -> bool {
        let last = mend.edits.last().map_or(0, |(at, _)| at.end).max(self.fault);
        let mut until = self.line_end(last);
        let (mut mended, mut from) = (String::with_capacity(self.text.len() + 64), 0);
        for (at, new) in &mend.edits {
            mended.push_str(cut(self.text, from..at.start));
            mended.push_str(new);
            until = (until + new.len()).saturating_sub(at.len());
            from = at.end;
        }
        mended.push_str(cut(self.text, from..));
        for event in Parser::new_from_str(&mended) {
            let (event, span) = match event {
                Ok(event) => event,
                Err(error) => return error.marker().byte_offset().is_some_and(|at| at > until),
            };
            let is_past = span.byte_range().is_some_and(|at| at.start > until);
            if is_past || matches!(event, Event::StreamEnd) {
                return true;
            }
        }
        true
    }

    /// Blanks that are no spaces where only those may stand: at the beginning of lines, behind a dash and
    /// behind a key.
    fn blank(&self, line: &Range<usize>, space: &str) -> Option<Mend> {
        let strange = |c: char| c.is_whitespace() && !matches!(c, ' ' | '\t' | '\r' | '\n');
        let places = |line: &Range<usize>| {
            let mut found = Vec::new();
            let words = cut(self.text, line.clone());
            let (mut is_indent, mut before) = (true, None);
            for (at, c) in words.char_indices() {
                let is_behind = matches!(before, Some('-' | ':'));
                if strange(c) && (is_indent || is_behind) {
                    let at = line.start + at;
                    found.push((at..at + c.len_utf8(), space.to_owned()));
                } else if is_behind && before == Some(':') {
                    break;
                } else {
                    is_indent &= c.is_whitespace() || c == '-';
                    before = Some(c);
                }
            }
            found
        };
        let (at, _) = places(line).into_iter().next()?;
        let c = cut(self.text, at.clone()).chars().next()?;
        let all = self.all_lines().flat_map(|line| places(&line));
        Some(Mend { mark: at, edits: all.collect(), slip: Slip::Blank(c) })
    }

    fn all_lines(&self) -> impl Iterator<Item = Range<usize>> {
        let mut at = 0;
        self.text.split_inclusive('\n').map(move |line| {
            at += line.len();
            at - line.len()..at
        })
    }

    fn wide_colon(&self, line: &Range<usize>) -> Option<Mend> {
        let place = |line: &Range<usize>| {
            let words = cut(self.text, line.clone());
            let at = words.find('：')?;
            let key = cut(words, ..at).trim_start_matches([' ', '-']);
            let end = at + '：'.len_utf8();
            let blanks = cut(words, end..).len() - cut(words, end..).trim_start_matches(' ').len();
            is_key(key.trim_end()).then(|| line.start + at..line.start + end + blanks)
        };
        let at = place(line)?;
        let mark = at.start..at.start + '：'.len_utf8();
        let edits = self.all_lines().filter_map(|line| place(&line));
        let edits = edits.map(|at| (at, ": ".to_owned())).collect();
        Some(Mend { mark, edits, slip: Slip::WideColon })
    }

    /// A blank behind each dash, which goes `left` by so many columns for it.
    fn dash(&self, line: &Range<usize>, left: usize) -> Option<Mend> {
        let place = |line: &Range<usize>| {
            let words = cut(self.text, line.clone());
            let item = words.trim_start_matches(' ');
            let begins =
                item.strip_prefix('-')?.starts_with(|c: char| c != '-' && !c.is_whitespace());
            let indent = words.len() - item.len();
            (begins && indent >= left).then_some(line.start + indent)
        };
        let at = place(line)?;
        let all = self.all_lines().filter_map(|line| place(&line));
        let edits = all.map(|at| (at - left..at + 1, "- ".to_owned())).collect();
        Some(Mend { mark: at..at + 1, edits, slip: Slip::DashBlank })
    }

    fn colon(&self, line: &Range<usize>) -> Option<Mend> {
        let words = cut(self.text, line.clone());
        let (head, value) = words.split_once(':')?;
        let is_slip = is_key(head.trim_start_matches([' ', '-']))
            && value.starts_with(|c: char| !c.is_whitespace() && !matches!(c, ':' | '/'));
        let at = line.start + head.len();
        let edits = vec![(at + 1..at + 1, " ".to_owned())];
        is_slip.then_some(Mend { mark: at..at + 1, edits, slip: Slip::ColonBlank })
    }

    /// Quotes that neither begin nor end a value.
    fn inner_quote(&self, line: &Range<usize>, quote: char) -> Option<Mend> {
        let is_quoted = |at: &Range<usize>| cut(self.text, at.clone()).starts_with(['\'', '"']);
        let at = self.value(line).filter(is_quoted).unwrap_or_else(|| line.clone());
        let words = cut(self.text, at.clone());
        let inner = words.match_indices(quote).map(|(n, _)| n).filter(|&n| {
            let (head, rest) = (cut(words, ..n), cut(words, n + 1..));
            let trimmed = head.trim_end_matches(' ');
            let begins = trimmed.is_empty()
                || trimmed.ends_with(['[', '{', ','])
                || (trimmed.len() < head.len() && trimmed.ends_with([':', '-']));
            let rest = rest.trim_start_matches(' ');
            let ends = rest.is_empty() || rest.starts_with([',', ']', '}', ':', '\n', '\r']);
            !begins && !ends && !head.ends_with('\\')
        });
        let inner: Vec<_> = inner.map(|n| at.start + n).collect();
        let first = *inner.first()?;
        let new = if quote == '\'' { "''" } else { "\\\"" };
        let edits = inner.into_iter().map(|at| (at..at + 1, new.to_owned())).collect();
        Some(Mend { mark: first..first + 1, edits, slip: Slip::InnerQuote(quote) })
    }

    /// A value that begins with a mark of YAML and is words.
    fn unquoted(&self, line: &Range<usize>) -> Option<Mend> {
        let value = self.without_comment(self.value(line)?);
        let words = cut(self.text, value.clone());
        let first = words.chars().next()?;
        let goes_on = match first {
            '[' | '{' => !behind_bracket(words)?.is_empty(),
            '*' | '&' | '!' | '|' | '>' | '-' | '?' => words.contains(char::is_whitespace),
            '\'' | '"' => !behind_quote(words, first)?.is_empty(),
            '@' | '`' | '%' | ',' | ']' | '}' => true,
            _ => false,
        };
        goes_on.then(|| {
            let end = value.start + words.lines().next().unwrap_or_default().trim_end().len();
            let slip = Slip::Unquoted(first, quoting(words));
            Mend { mark: value.start..end, edits: vec![(value, quoted(words))], slip }
        })
    }

    /// A value on one line without the comment behind it, which has a blank behind its mark.
    fn without_comment(&self, value: Range<usize>) -> Range<usize> {
        let words = cut(self.text, value.clone());
        let comment = words.find(" # ").filter(|_| !words.contains('\n'));
        let len = comment.map_or(words.len(), |at| cut(words, ..at).trim_end().len());
        value.start..value.start + len
    }

    fn open_bracket(&self, line: &Range<usize>) -> Option<Mend> {
        let value = self.value(line)?;
        let words = cut(self.text, value.clone());
        let close = match words.chars().next()? {
            '[' => "]",
            '{' => "}",
            _ => return None,
        };
        let mark = value.start..value.start + 1;
        let edits = vec![(value.end..value.end, close.to_owned())];
        behind_bracket(words).is_none().then_some(Mend { mark, edits, slip: Slip::OpenBracket })
    }

    /// Links of Markdown among the items of a list in brackets.
    fn link_in_list(&self, line: &Range<usize>) -> Option<Mend> {
        let words = cut(self.text, line.clone());
        let mut edits = Vec::new();
        let mut from = 0;
        while let Some(label) = cut(words, from..).find("](").map(|at| from + at) {
            let start = cut(words, from..label).rfind('[').map(|at| from + at)?;
            let rest = cut(words, label + 1..);
            let end = label + 1 + rest.find([',', '}', ']', '\n']).unwrap_or(rest.len());
            let begins = cut(words, ..start).trim_end().ends_with(['[', ',', ':', '{']);
            if begins {
                let item = cut(words, start..end);
                edits.push((line.start + start..line.start + end, quoted(item)));
            }
            from = end.max(label + 2);
        }
        let (mark, _) = edits.first()?.clone();
        let quoting = quoting(cut(self.text, mark.clone()));
        Some(Mend { mark, edits, slip: Slip::Unquoted('[', quoting) })
    }

    /// Lines from this on that begin with an enumerator, and what follows them but for keys and items.
    fn unindented(&self, line: &Range<usize>) -> Option<Mend> {
        let indent = |words: &str| words.len() - words.trim_start_matches(' ').len();
        let first = cut(self.text, line.clone());
        let column = indent(first);
        let mark = enumerator(cut(first, column..))?;
        let mark = line.start + column..line.start + column + mark;
        let from = cut(self.text, line.start..).split_inclusive('\n').map_while(|words| {
            let begins = words.trim_start();
            let is_entry = begins.starts_with("- ")
                || begins.split_once(':').is_some_and(|(key, _)| is_key(key));
            let goes_on = begins.is_empty() || (indent(words) >= column && !is_entry);
            goes_on.then_some(words.len())
        });
        let mut at = line.start;
        let edits = from.map(|len| {
            at += len;
            (at - len..at - len, "    ".to_owned())
        });
        Some(Mend { mark, edits: edits.collect(), slip: Slip::Unindented })
    }

    /// The value that begins in a line, to the last line that belongs to it, without white space at its ends.
    fn value(&self, line: &Range<usize>) -> Option<Range<usize>> {
        let words = cut(self.text, line.clone());
        let indent = words.len() - words.trim_start_matches(' ').len();
        let (mut begin, mut parent) = (indent, None);
        while let Some(rest) = cut(words, begin..).strip_prefix("- ") {
            parent = Some(begin);
            begin = words.len() - rest.trim_start_matches(' ').len();
        }
        let key = cut(words, begin..).split_once(": ").filter(|(key, _)| is_key(key));
        let (value, column) = match key {
            Some((_, value)) => (words.len() - value.trim_start_matches(' ').len(), begin),
            None => (begin, parent?),
        };
        let mut end = line.start + words.trim_end().len();
        let mut next = line.end + 1;
        while next < self.text.len() {
            let stop = self.line_end(next);
            let line = cut(self.text, next..stop);
            let blanks = line.len() - line.trim_start_matches(' ').len();
            if !line.trim().is_empty() {
                if blanks <= column {
                    break;
                }
                end = next + line.trim_end().len();
            }
            next = stop + 1;
        }
        let value = line.start + value..end;
        (!value.is_empty()).then_some(value)
    }
}

/// The slip in a word that stands where a key should, and the key that was meant.
pub(in crate::load) fn in_key(word: &str) -> Option<(Slip, &str)> {
    let key = word.trim_start();
    let first = word.chars().next()?;
    if key.len() < word.len() {
        return is_key(key).then_some((Slip::Blank(first), key));
    }
    if let Some(key) = word.strip_prefix('-').filter(|key| is_key(key)) {
        return Some((Slip::DashBlank, key));
    }
    let colon = |colon: char| word.split_once(colon).filter(|(key, _)| is_key(key));
    let wide = colon('：').map(|(key, _)| (Slip::WideColon, key));
    let narrow = colon(':').filter(|(_, rest)| !rest.starts_with([':', '/']));
    wide.or_else(|| narrow.map(|(key, _)| (Slip::ColonBlank, key)))
}

/// Whether a word looks like a key of the format.
fn is_key(word: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    word.starts_with(|c: char| c.is_ascii_alphabetic()) && word.bytes().all(is_part)
}

/// How long the enumerator is that a line begins with, a number or a letter or two with a dot or a bracket.
fn enumerator(line: &str) -> Option<usize> {
    let mark = line.split([' ', '\n']).next()?;
    let name = mark.strip_prefix('(').unwrap_or(mark).strip_suffix(['.', ')']);
    let is_name =
        |name: &str| name.bytes().all(|b| b.is_ascii_digit()) || name.chars().count() <= 2;
    let is_mark = name.is_some_and(|name| {
        !name.is_empty() && name.chars().all(char::is_alphanumeric) && is_name(name)
    });
    let is_circled = mark.chars().next().and_then(circled).is_some();
    (is_mark || is_circled).then_some(mark.len())
}
