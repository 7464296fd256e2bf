//! The words of a line as they are gathered: white space is what a page shows of it, and neighbours of one
//! face are one run.

use super::super::document::{Run, Words};

/// Words that are being gathered.
#[derive(Default)]
pub(in crate::import) struct Line {
    words: Words,
    /// Whether white space was read that no word has followed yet.
    space: bool,
}

impl Line {
    /// Adds text of a page, in which any white space is one space, in the face of `like`.
    pub(in crate::import) fn text(&mut self, text: &str, like: &Run) {
        for part in text.split_inclusive(is_blank) {
            let word = part.trim_end_matches(is_blank);
            self.word(word, like);
            self.space |= word.len() < part.len();
        }
    }

    /// Adds text as it is, in the face of `like`.
    pub(in crate::import) fn word(&mut self, word: &str, like: &Run) {
        let word: String = word.chars().filter(|c| !is_unwanted(*c)).collect();
        if word.is_empty() {
            return;
        }
        let is_inside = self.words.last().is_some_and(|last| !last.text.ends_with('\n'));
        if std::mem::take(&mut self.space) && is_inside {
            self.between(like);
        }
        let alike = self.words.last_mut().filter(|last| is_alike(last, like));
        match alike {
            Some(last) => last.text.push_str(&word),
            None => self.words.push(Run { text: word, ..like.clone() }),
        }
    }

    /// A space before a word in the face of `like`: in what both sides have in common, so that none stands at
    /// the edge of a link or of a mark.
    fn between(&mut self, like: &Run) {
        let Some(last) = self.words.last_mut() else { return };
        let common = Run {
            text: " ".to_owned(),
            strong: last.strong && like.strong,
            emphasised: last.emphasised && like.emphasised,
            code: last.code && like.code,
            link: last.link.clone().filter(|link| like.link.as_ref() == Some(link)),
            footnote: None,
        };
        if is_alike(last, &common) {
            last.text.push(' ');
        } else {
            self.words.push(common);
        }
    }

    /// Notes that a space stands here, if words stand on both sides.
    pub(in crate::import) fn space(&mut self) {
        self.space = true;
    }

    /// Ends the line within its paragraph, if it has words. Whether it had.
    pub(in crate::import) fn end_line(&mut self) -> bool {
        self.space = false;
        match self.words.last_mut() {
            Some(last) if last.text.ends_with('\n') => return false,
            Some(last) if is_plain(last) => last.text.push('\n'),
            Some(_) => self.words.push(Run { text: "\n".to_owned(), ..Run::default() }),
            None => return false,
        }
        true
    }

    /// Whether there are no words yet.
    pub(in crate::import) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words, and none are left.
    pub(in crate::import) fn take(&mut self) -> Words {
        self.space = false;
        let mut words = std::mem::take(&mut self.words);
        while let Some(last) = words.last_mut() {
            last.text.truncate(last.text.trim_end().len());
            if !last.text.is_empty() {
                break;
            }
            words.pop();
        }
        words
    }
}

fn is_plain(run: &Run) -> bool {
    is_alike(run, &Run::default())
}

/// Whether two runs are one. A call of a footnote is one by itself.
fn is_alike(run: &Run, other: &Run) -> bool {
    run.footnote.is_none()
        && other.footnote.is_none()
        && (run.strong, run.emphasised, run.code, &run.link)
            == (other.strong, other.emphasised, other.code, &other.link)
}

/// White space of a page, and the spaces that keep a line together: who writes a law writes `Article 4` with
/// either.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}' | '\u{a0}' | '\u{202f}' | '\u{2007}')
}

/// What says nothing: control characters, a byte order mark, a hyphen for the case that a line ends there.
fn is_unwanted(c: char) -> bool {
    c != '\n' && (c.is_control() || matches!(c, '\u{feff}' | '\u{ad}'))
}
