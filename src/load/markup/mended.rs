//! A text as it is given to the parser of CommonMark, and the way back to where it was written.
//!
//! CommonMark takes no `**` for a mark that stands between a sign and a letter, as in `**한국(ROK)**은`:
//! where words are parted by spaces it opens nothing and closes nothing there. Korean, Chinese and
//! Japanese do not part so. The amendment for them (markdown-cjk-friendly) lets it be a mark if one of the
//! two is theirs. What a parser without it needs for that is a letter on the side of the sign: a
//! noncharacter of Unicode is put there, and taken out of what comes back.
//!
//! Before a line that is read for its words alone the same keeps a mark of a block from being one.

use std::borrow::Cow;
use std::ops::Range;

use crate::base::cut;

/// What the parser is given.
pub(super) struct Mended<'v> {
    /// It, with what was put in.
    pub(super) text: Cow<'v, str>,
    /// What was put in.
    stand_in: char,
    /// The stretches that are as they were written, in order.
    stretches: Vec<Stretch>,
}

/// Bytes of the text that are bytes of the value.
struct Stretch {
    at: Range<usize>,
    written: usize,
}

impl<'v> Mended<'v> {
    /// All of `value`.
    pub(super) fn whole(value: &'v str) -> Self {
        let mut mended = Self {
            text: Cow::Borrowed(value),
            stand_in: stand_in(|| std::iter::once(value)),
            stretches: Vec::new(),
        };
        if value.is_ascii() || !value.contains('*') {
            mended.stretches.push(Stretch { at: 0..value.len(), written: 0 });
            return mended;
        }
        mended.text = Cow::Owned(String::with_capacity(value.len() + 16));
        mended.add(value, 0..value.len());
        mended
    }

    /// These lines of `value` as one line, whatever they begin with. What stands in before it is a word, so that
    /// no mark of a block begins the line, and a blank, so that a mark behind it is as at the beginning of a line.
    pub(super) fn lines(value: &'v str, lines: &[Range<usize>]) -> Self {
        let words = || lines.iter().map(|line| cut(value, line.clone()));
        let stand_in = stand_in(words);
        let mut mended = Self { text: Cow::Owned(String::new()), stand_in, stretches: Vec::new() };
        mended.text.to_mut().push(stand_in);
        for line in lines {
            mended.text.to_mut().push(' ');
            mended.add(value, line.clone());
        }
        mended
    }

    /// Adds a part of `value`, with a letter wherever a mark needs one beside it.
    fn add(&mut self, value: &str, part: Range<usize>) {
        let mut from = part.start;
        for at in gaps(cut(value, part.clone())) {
            let at = part.start + at;
            self.copy(value, from..at);
            self.text.to_mut().push(self.stand_in);
            from = at;
        }
        self.copy(value, from..part.end);
    }

    fn copy(&mut self, value: &str, part: Range<usize>) {
        let text = self.text.to_mut();
        let start = text.len();
        text.push_str(cut(value, part.clone()));
        self.stretches.push(Stretch { at: start..text.len(), written: part.start });
    }

    /// Where bytes of the text were written.
    pub(super) fn written(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.stretches.partition_point(|stretch| stretch.at.end <= range.start);
        let start = self.stretches.get(start).or(self.stretches.last());
        let start = start.map_or(range.start, |Stretch { at, written }| {
            written + range.start.clamp(at.start, at.end) - at.start
        });
        let end = self.stretches.partition_point(|stretch| stretch.at.start < range.end);
        let end = end.checked_sub(1).and_then(|end| self.stretches.get(end));
        let end = end.map_or(start, |Stretch { at, written }| {
            written + range.end.clamp(at.start, at.end) - at.start
        });
        start..end.max(start)
    }

    /// `words` of the text without what was put in.
    pub(super) fn without<'w>(&self, words: &'w str) -> Cow<'w, str> {
        match &self.text {
            Cow::Owned(_) if words.contains(self.stand_in) => {
                // Before a line it stands with a blank, and nowhere else before one.
                let before = format!("{} ", self.stand_in);
                Cow::Owned(words.replace(&before, "").replace(self.stand_in, ""))
            }
            _ => Cow::Borrowed(words),
        }
    }
}

/// A character that stands in no text, and in none of these words.
fn stand_in<'v, W: Iterator<Item = &'v str>>(words: impl Fn() -> W) -> char {
    let mut nowhere = '\u{FDD0}'..='\u{FDEF}';
    nowhere.find(|c| !words().any(|words| words.contains(*c))).unwrap_or('\u{FDD0}')
}

/// The sides of runs of `*` where a sign keeps them from being marks beside Korean, Chinese and Japanese.
fn gaps(text: &str) -> Vec<usize> {
    let mut gaps = Vec::new();
    if text.is_ascii() {
        return gaps;
    }
    let mut before = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c == '\\' && chars.next_if(|(_, next)| next.is_ascii_punctuation()).is_some() {
            before = Some('\\');
            continue;
        }
        if c != '*' {
            before = Some(c);
            continue;
        }
        while chars.next_if(|(_, next)| *next == '*').is_some() {}
        if let (Some(left), Some(&(end, right))) = (before, chars.peek())
            && (is_cjk(left) || is_cjk(right))
        {
            if is_sign(right) && left.is_alphanumeric() {
                gaps.push(end);
            } else if is_sign(left) && right.is_alphanumeric() {
                gaps.push(at);
            }
        }
        before = Some('*');
    }
    gaps
}

fn is_sign(c: char) -> bool {
    !c.is_whitespace() && !c.is_alphanumeric()
}

/// Whether a character is of those that are as wide as high in Korean, Chinese and Japanese, signs included.
fn is_cjk(c: char) -> bool {
    matches!(
        c,
        '\u{1100}'..='\u{11FF}'
            | '\u{2E80}'..='\u{A4CF}'
            | '\u{A960}'..='\u{A97F}'
            | '\u{AC00}'..='\u{D7FF}'
            | '\u{F900}'..='\u{FAFF}'
            | '\u{FE10}'..='\u{FE1F}'
            | '\u{FE30}'..='\u{FE6F}'
            | '\u{FF01}'..='\u{FFEE}'
            | '\u{1B000}'..='\u{1B16F}'
            | '\u{20000}'..='\u{3FFFD}'
    )
}
