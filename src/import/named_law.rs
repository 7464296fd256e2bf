//! Whether the words around a reference name another law than the one that it could lead to.

use std::collections::HashSet;

use crate::base::cut;

/// Words that many laws are called by: they name none.
const GENERIC: [&str; 12] = [
    "treaty",
    "convention",
    "agreement",
    "act",
    "law",
    "charter",
    "constitution",
    "code",
    "protocol",
    "statute",
    "regulation",
    "directive",
];
/// Words behind which a law says what it is about.
const ABOUT: [&str; 7] = ["of", "on", "for", "concerning", "relating", "against", "between"];
/// Words that a reference goes on with, a number behind them.
const GO_ON: [&str; 24] = [
    "abs",
    "absatz",
    "satz",
    "nr",
    "lit",
    "ziffer",
    "para",
    "paras",
    "paragraph",
    "paragraphs",
    "section",
    "sentence",
    "subparagraph",
    "alinea",
    "alinéa",
    "apartado",
    "and",
    "or",
    "to",
    "und",
    "oder",
    "et",
    "y",
    "–",
];
/// How far around a reference the name of its law is looked for, in bytes.
const REACH: usize = 160;

/// What the title of a law says.
pub(super) struct Title {
    /// All of its words in small letters, a blank around each.
    whole: String,
    /// Its longer words in small letters.
    words: HashSet<String>,
    /// The first letters of its words that begin with a capital: `TEU`.
    initials: String,
}

impl Title {
    pub(super) fn of(title: &str) -> Self {
        let first = |word: &str| word.chars().next().filter(|c| c.is_uppercase());
        Self {
            whole: spaced(title),
            words: long_words(title).collect(),
            initials: all_words(title).filter_map(first).collect(),
        }
    }

    /// Whether what stands around a reference names no other law than this. Where it names none, `last` is the one
    /// that was named last.
    pub(super) fn may_be_meant(&self, before: &str, behind: &str, last: Option<&str>) -> bool {
        let start = before.ceil_char_boundary(before.len().saturating_sub(REACH));
        let before = cut(before, start..).trim_end();
        let of_a_law = ["」", "』", "》", "법", "령", "헌법", "조약", "협약", "헌장", "法"];
        if of_a_law.iter().any(|end| before.ends_with(end)) {
            return long_words(before).last().is_some_and(|word| self.says(&word));
        }
        let is_named = law_before(before);
        if is_named.is_some_and(|name| !self.may_be(name)) {
            return false;
        }
        let behind = without_paragraphs(cut(behind, ..behind.floor_char_boundary(REACH)));
        let of = [" of the ", " of ", " der ", " des ", " de la ", " du ", " de l’"];
        let name = of.iter().find_map(|of| behind.strip_prefix(of)).map(phrase);
        name.or_else(|| law_behind(behind))
            .or(last.filter(|_| is_named.is_none()))
            .is_none_or(|name| self.may_be(name))
    }

    fn says(&self, word: &str) -> bool {
        self.words.contains(word) && !is_generic(word)
    }

    /// Whether a law that is called `name` may be this: by a word that names no other, by its initials, or by what
    /// it is alone, as in `the Treaty`.
    fn may_be(&self, name: &str) -> bool {
        let name = name.trim();
        let is_part = self.whole.contains(&spaced(name)) || name == self.initials;
        if is_part || long_words(name).any(|word| self.says(&word)) {
            return true;
        }
        let mut all = all_words(name);
        let Some(first) = all.next() else { return true };
        let first = first.to_lowercase();
        // A law of another kind is another, and so is one that says what it is about.
        let is_kind =
            self.words.contains(&first) || !self.words.iter().any(|word| is_generic(word));
        is_generic(&first) && is_kind && !all.next().is_some_and(|next| ABOUT.contains(&next))
    }
}

fn is_generic(word: &str) -> bool {
    GENERIC.contains(&word)
}

fn all_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The longer words of a text, in small letters.
fn long_words(text: &str) -> impl Iterator<Item = String> {
    all_words(text).filter(|word| word.chars().count() > 2).map(str::to_lowercase)
}

fn spaced(text: &str) -> String {
    format!(" {} ", all_words(text).collect::<Vec<_>>().join(" ").to_lowercase())
}

/// The words up to the next sign of a sentence, eight of them at most.
fn phrase(text: &str) -> &str {
    let end = text.find(['.', ',', ';', ':', '(', ')', '\n']).unwrap_or(text.len());
    let text = cut(text, ..end);
    let eighth = text.match_indices(' ').nth(7).map_or(text.len(), |(at, _)| at);
    cut(text, ..eighth)
}

/// What stands behind the paragraphs, points and further numbers that a reference goes on with: `(2)(a)`,
/// ` Abs. 1`, ` and 3`.
fn without_paragraphs(behind: &str) -> &str {
    let mut rest = behind;
    while let Some(next) = without_bracket(rest).or_else(|| without_number(rest)) {
        rest = next;
    }
    rest
}

/// What stands behind a number or a letter in brackets, if `text` begins with it.
fn without_bracket(text: &str) -> Option<&str> {
    let (inside, rest) = text.trim_start_matches(' ').strip_prefix('(')?.split_once(')')?;
    let is_number = inside.chars().all(|c| c.is_ascii_digit());
    let is_letters = inside.len() <= 4 && inside.chars().all(|c| c.is_ascii_lowercase());
    (is_number || is_letters).then_some(rest)
}

/// What stands behind a number or a letter, if `text` begins with it and with a word that says of what it is.
fn without_number(text: &str) -> Option<&str> {
    let text = text.trim_start_matches([' ', '\u{A0}', ',']);
    let (word, rest) = text.split_at(text.find([' ', '\u{A0}', '.']).unwrap_or(text.len()));
    if !GO_ON.contains(&word.to_lowercase().as_str()) {
        return None;
    }
    let rest = rest.trim_start_matches(['.', ' ', '\u{A0}']);
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let len = if digits > 0 {
        digits
    } else {
        usize::from(rest.starts_with(|c: char| c.is_ascii_lowercase()))
    };
    let behind = cut(rest, len..);
    (len > 0 && !behind.starts_with(char::is_alphabetic)).then_some(behind)
}

fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// The laws that a text names, each with where: words with a capital, one of them a word that laws are called by, and
/// what it says to be about. One word alone is a name behind an article: `the Charter`.
pub(super) fn laws_named(text: &str) -> Vec<(usize, String)> {
    let mut laws = Vec::new();
    // Where the words with a capital begin that stand in a row, and whether a word stands before them.
    let mut row: Option<usize> = None;
    let mut last = "";
    let mut at = 0;
    for word in text.split_inclusive([' ', '\n', '\u{A0}']) {
        let start = at;
        at += word.len();
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let is_article = matches!(bare, "The" | "This" | "Its" | "Under" | "In" | "Both");
        if is_article || !is_name(bare) {
            row = None;
            last = bare;
            continue;
        }
        let first = *row.get_or_insert(start);
        let small = bare.to_lowercase();
        let kind = small.strip_suffix('s').filter(|one| is_generic(one)).unwrap_or(&small);
        if is_generic(kind) && (first < start || matches!(last, "the" | "The" | "this" | "This")) {
            let behind = cut(text, at..);
            let about = behind.split(' ').next().is_some_and(|next| ABOUT.contains(&next));
            let more = if about { phrase(behind).len() } else { 0 };
            laws.push((start, cut(text, first..at + more).trim().to_owned()));
        }
        last = bare;
        if word.trim_end().ends_with(['.', ',', ';', ':', '!', '?', ')']) {
            row = None;
        }
    }
    laws
}

/// The name of a law right behind a reference, as in `Article 2 TEU` and `Article 2 (UN Charter)`: words that begin
/// with a capital.
fn law_behind(behind: &str) -> Option<&str> {
    let name = behind.strip_prefix([' ', '\u{A0}'])?;
    let name = phrase(name.strip_prefix('(').unwrap_or(name));
    let first = name.split(' ').next().filter(|first| is_name(first))?;
    let words = name.split_inclusive(' ').take_while(|word| is_name(word));
    let len: usize = words.map(str::len).sum();
    (first.chars().count() > 1).then(|| cut(name, ..len))
}

/// The name of a law right before a reference, as in `the UN Charter (Article 2)` and `TEU Article 2`: words that
/// begin with a capital, the last of them one that laws are called by, or an abbreviation.
fn law_before(before: &str) -> Option<&str> {
    let before = before.trim_end_matches([' ', '(', ',', '\u{A0}']);
    let before = ["'s", "’s"].iter().find_map(|end| before.strip_suffix(end)).unwrap_or(before);
    let last = before.rsplit(|c: char| !c.is_alphanumeric()).next().filter(|last| is_name(last))?;
    let is_short = last.chars().filter(|c| c.is_uppercase()).count() > 1;
    let words = before.split_inclusive(' ').rev().take_while(|word| is_name(word));
    let len: usize = words.filter(|word| !word.eq_ignore_ascii_case("the ")).map(str::len).sum();
    let name = cut(before, before.len() - len.max(last.len())..);
    (is_short || is_generic(&last.to_lowercase())).then_some(name)
}
