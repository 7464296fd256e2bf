//! Which characters may be shown, and what stands for those that may not.
//!
//! Text comes from outside: from files, from their names, from a clipboard. A control character in
//! it could drive the reader's terminal, a bidirectional override could make text read as what it is not,
//! one that is not seen can hide words in it, and a letter can have more marks than a line has bytes. What
//! is shown in their place is said here alone; whatever is searched, copied, printed and drawn is that.

use std::borrow::Cow;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::cut;
use super::unseen::{belongs, is_unseen, may_hide};

/// How many code points of a grapheme cluster are shown. No script needs as many for a letter; a family
/// of pictures has a dozen.
pub(crate) const CLUSTER: usize = 32;
/// What stands for a character that is not shown and has no picture of its own.
const STAND_IN: &str = "\u{FFFD}";

/// Why a character is not shown as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hazard {
    /// A C0 or C1 control character, or DEL.
    Control,
    /// A bidirectional mark, override, embedding or isolate (Unicode Annex 9).
    Bidi,
    /// A line or paragraph separator, an annotation: no width, no mark.
    Invisible,
}

/// Something that is not shown as it stands in a text, whatever its characters are elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unshown {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// What is shown for them.
    pub shown: &'static str,
    /// Why.
    pub why: Why,
}

/// Why something is not shown where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Why {
    /// A character that is not seen, and does not belong there.
    Unseen(char),
    /// What a grapheme cluster of so many code points has beyond [`CLUSTER`].
    Marks(usize),
}

/// What is wrong with showing `c`, if anything. A line feed and a tab are white space here.
pub fn hazard(c: char) -> Option<Hazard> {
    match c {
        '\n' | '\t' => None,
        c if c.is_control() => Some(Hazard::Control),
        '\u{061C}'
        | '\u{200E}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}' => Some(Hazard::Bidi),
        '\u{2028}'..='\u{2029}' | '\u{FFF9}'..='\u{FFFB}' => Some(Hazard::Invisible),
        _ => None,
    }
}

/// Whether a terminal may obey `c` in place of showing it: a [`hazard`], a line feed or a tab.
pub(crate) fn drives(c: char) -> bool {
    c.is_control() || hazard(c).is_some()
}

/// `words` as they are shown. Every character that is a [`hazard`] is replaced by one that shows: a C0
/// control by its picture (`␛`), anything else by `�`. So is one that is not seen and does not belong
/// where it stands. A grapheme cluster ends after [`CLUSTER`] code points. A tab becomes a space, a line
/// feed stays.
pub fn visible(words: &str) -> Cow<'_, str> {
    shown(words, |c| if c == '\n' { c } else { stand_in(c) }, false)
}

/// `words` with every [`hazard`] replaced as [`visible`] does, and nothing else: for what is looked at as a
/// whole when all of it is there.
pub(crate) fn stood_in(words: &str) -> Cow<'_, str> {
    replaced(words, |c| if c == '\n' { c } else { stand_in(c) })
}

/// A part of a text, as [`visible`] has it: what stands before and behind it is not known.
pub(crate) fn visible_part(words: &str) -> Cow<'_, str> {
    shown(words, |c| if c == '\n' { c } else { stand_in(c) }, true)
}

/// `words` on one line: as [`visible`] has them, with a line feed as its picture (`␊`) too.
pub(crate) fn visible_line(words: &str) -> Cow<'_, str> {
    shown(words, stand_in, false)
}

/// Characters in `words`, in order, that are not seen and do not belong where they stand.
pub(crate) fn unseen(words: &str) -> Vec<Unshown> {
    if is_seen(words) { Vec::new() } else { unseen_in(words, false) }
}

/// What `words` has, in order, beyond the [`CLUSTER`] first code points of a grapheme cluster.
pub(crate) fn marks(words: &str) -> Vec<Unshown> {
    if is_seen(words) || !may_have_long_clusters(words) {
        return Vec::new();
    }
    let long = |(at, cluster): (usize, &str)| {
        let (end, _) = cluster.char_indices().nth(CLUSTER)?;
        // No joiner is left that joins nothing.
        let kept = cut(cluster, ..end).trim_end_matches(is_unseen);
        let range = at + kept.len()..at + cluster.len();
        Some(Unshown { range, shown: "", why: Why::Marks(cluster.chars().count()) })
    };
    words.grapheme_indices(true).filter_map(long).collect()
}

/// `words` with what is not shown replaced.
pub(crate) fn without(words: &str, unshown: &[Unshown]) -> String {
    let mut text = String::with_capacity(words.len());
    let mut at = 0;
    for one in unshown {
        text.push_str(cut(words, at..one.range.start));
        text.push_str(one.shown);
        at = one.range.end;
    }
    text.push_str(cut(words, at..));
    text
}

fn shown(words: &str, shown: impl Fn(char) -> char, part: bool) -> Cow<'_, str> {
    if is_seen(words) {
        return replaced(words, shown);
    }
    let mut text = replaced(words, shown);
    for find in [|text: &str, part| unseen_in(text, part), |text: &str, _| marks(text)] {
        let unshown = find(&text, part);
        if !unshown.is_empty() {
            text = Cow::Owned(without(&text, &unshown));
        }
    }
    text
}

/// Whether nothing in `words` hides anything, and no cluster is long, as in almost every text.
fn is_seen(words: &str) -> bool {
    words.is_ascii() || words.chars().all(|c| c.is_ascii() || is_plain(c))
}

/// Whether `c` is one of those that most texts consist of, and is shown as it is wherever it stands: it
/// drives nothing, hides nothing, and a cluster ends before it.
fn is_plain(c: char) -> bool {
    matches!(c, '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{2FF}' | '\u{400}'..='\u{482}'
        | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{203B}' | '\u{3040}'..='\u{3096}'
        | '\u{30A0}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '가'..='\u{D7A3}')
}

fn replaced(words: &str, shown: impl Fn(char) -> char) -> Cow<'_, str> {
    if words.bytes().all(|b| matches!(b, b' '..=b'~')) || words.chars().all(|c| shown(c) == c) {
        return Cow::Borrowed(words);
    }
    Cow::Owned(words.chars().map(shown).collect())
}

/// What is shown in place of a character that [`drives`] a terminal; any other is itself.
pub(crate) fn stand_in(c: char) -> char {
    match c {
        c if !drives(c) => c,
        '\t' => ' ',
        '\u{7F}' => '\u{2421}',
        '\0'..='\u{1F}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{FFFD}'),
        _ => '\u{FFFD}',
    }
}

fn unseen_in(words: &str, part: bool) -> Vec<Unshown> {
    let edge = (!part).then_some(' ');
    let mut before = edge;
    let mut found = Vec::new();
    for (at, c) in words.char_indices() {
        let range = at..at + c.len_utf8();
        let mut seen = c;
        if may_hide(c) && hazard(c).is_none() {
            let rest = cut(words, range.end..);
            if !belongs(c, before, rest.chars().next().or(edge), rest, part) {
                found.push(Unshown { range, shown: STAND_IN, why: Why::Unseen(c) });
                seen = '\u{FFFD}';
            }
        }
        before = Some(seen);
    }
    found
}

/// Whether so many characters follow each other that one cluster may have them all. Most letters of most
/// texts end one, and need no look at the tables of UAX #29.
fn may_have_long_clusters(words: &str) -> bool {
    let mut run = 0;
    words.chars().any(|c| {
        run = if ends_cluster(c) { 0 } else { run + 1 };
        run >= CLUSTER
    })
}

/// Whether a grapheme cluster ends before `c`, whatever stands there.
fn ends_cluster(c: char) -> bool {
    matches!(c, '\0'..='\u{2FF}' | '\u{370}'..='\u{482}' | '\u{2010}'..='\u{203B}'
        | '\u{3040}'..='\u{3096}' | '\u{30A0}'..='\u{9FFF}' | '가'..='\u{D7A3}')
}

#[cfg(test)]
mod tests {
    use super::{
        CLUSTER, drives, ends_cluster, is_plain, may_hide, visible, visible_line, visible_part,
    };

    #[test]
    fn what_is_plain_is_shown_as_it_is() {
        for c in ('\0'..=char::MAX).filter(|c| is_plain(*c)) {
            assert!(!drives(c) && !may_hide(c) && ends_cluster(c), "{c:?}");
        }
    }

    #[test]
    fn shows_what_would_drive_a_terminal() {
        let check = |words: &str, lines: &str, line: &str| {
            assert_eq!(visible(words), lines, "{words:?}");
            assert_eq!(visible_line(words), line, "{words:?} on one line");
        };
        check("a\u{1b}[31m\tb\n", "a\u{241b}[31m b\n", "a\u{241b}[31m b\u{240a}");
        check("\u{202e}x\u{9b}\u{7f}", "\u{fffd}x\u{fffd}\u{2421}", "\u{fffd}x\u{fffd}\u{2421}");
        check("평양 é", "평양 é", "평양 é");
        check("one\ntwo", "one\ntwo", "one\u{240a}two");
    }

    /// The words stay as they are, whole and in parts.
    #[track_caller]
    fn lawful(words: &str) {
        assert_eq!(visible(words), words, "{words:?}");
        for (at, _) in words.char_indices() {
            let (head, tail) = words.split_at(at);
            let parts = [visible_part(head), visible_part(tail)].concat();
            assert_eq!(parts, words, "in parts at {at}");
        }
    }

    /// Every unseen character of `words`, which is one of `unseen`, is shown.
    #[track_caller]
    fn hidden(words: &str, unseen: &[char]) {
        let shown = words.replace(unseen, "\u{FFFD}");
        assert_ne!(shown, words, "nothing unseen");
        assert_eq!(visible(words), shown, "{words:?}");
        assert_eq!(visible(&shown), shown, "once more");
    }

    #[test]
    fn joiners_belong_in_words_of_scripts_that_use_them() {
        // Persian, a suffix on a Latin word, an abbreviation, Hindi, Malayalam, Sinhala, Bengali.
        for words in
            ["می\u{200C}خواهم", "PDF\u{200C}ها", "١٤٤٥ ه\u{200D} ق", "क्\u{200D}ष", "क्\u{200C} ष"]
        {
            lawful(words);
        }
        for words in [
            "«کتاب»\u{200C}ها",
            "עו\u{200C}ֹן",
            "ന്\u{200D} ",
            "ශ්\u{200D}රී",
            "র\u{200D}্য",
            "ᠮᠣᠩᠭᠣᠯ\u{180E}ᠠ",
            "ᠠ\u{180B}",
        ] {
            lawful(words);
        }
        hidden("pass\u{200C}word", &['\u{200C}']);
        hidden("pass\u{200D}word", &['\u{200D}']);
        hidden("\u{200D}a", &['\u{200D}']);
        hidden("می\u{200C} خواهم", &['\u{200C}']);
        hidden("(word)\u{200C}s", &['\u{200C}']);
        hidden("평\u{200D}양", &['\u{200D}']);
        hidden("a\u{180E}b", &['\u{180E}']);
        hidden("а\u{180B}", &['\u{180B}']);
    }

    #[test]
    fn joiners_selectors_and_tags_belong_in_pictures() {
        for words in [
            "👩\u{200D}👩\u{200D}👧",
            "❤\u{FE0F}\u{200D}🔥",
            "🏳\u{FE0F}\u{200D}🌈",
            "👩🏽\u{200D}💻",
            "☎\u{FE0E}",
        ] {
            lawful(words);
        }
        lawful("1\u{FE0F}\u{20E3} ©\u{FE0F} ‼\u{FE0F} ㊗\u{FE0F} ℹ\u{FE0F} Ⓜ\u{FE0F} 🅰\u{FE0F}");
        lawful("葛\u{E0100} 葛\u{FE00} ∩\u{FE00} 。\u{FE00}");
        lawful("🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}!");
        hidden("👩\u{200D} 👧", &['\u{200D}']);
        hidden("👩\u{200D}\u{200D}👧", &['\u{200D}']);
        hidden("a\u{FE0F}", &['\u{FE0F}']);
        hidden("\u{FE0F}", &['\u{FE0F}']);
        hidden("a\u{E0100}b", &['\u{E0100}']);
        hidden("😀\u{E0101}\u{E0102}", &['\u{E0101}', '\u{E0102}']);
        hidden("🏴\u{E0067}\u{E0062}", &['\u{E0067}', '\u{E0062}']);
        hidden("Hi\u{E0069}\u{E007F}", &['\u{E0069}', '\u{E007F}']);
        hidden("\u{E0001}\u{E0065}\u{E006E}en", &['\u{E0001}', '\u{E0065}', '\u{E006E}']);
        assert_eq!(visible("☎\u{FE0F}\u{FE0F}"), "☎\u{FE0F}\u{FFFD}");
    }

    #[test]
    fn breaks_fillers_and_what_joins_marks_belong_where_they_work() {
        for words in [
            "ภาษา\u{200B}ไทย",
            "ພາສາ\u{200B}ລາວ",
            "ភាសា\u{200B}ខ្មែរ",
            "คำ\u{200B}word",
            "Nord\u{AD}korea",
        ] {
            lawful(words);
        }
        lawful("\u{115F}\u{1161} \u{1100}\u{1160}\u{11A8} a\u{301}\u{34F}\u{308}");
        for c in
            ['\u{200B}', '\u{2060}', '\u{FEFF}', '\u{3164}', '\u{FFA0}', '\u{115F}', '\u{1160}']
        {
            hidden(&format!("pass{c}word"), &[c]);
            hidden(&format!("한{c}글"), &[c]);
            hidden(&format!("{c}a"), &[c]);
        }
        for c in
            ['\u{34F}', '\u{2061}', '\u{2064}', '\u{206A}', '\u{17B4}', '\u{1D173}', '\u{E0FFF}']
        {
            hidden(&format!("pass{c}word"), &[c]);
        }
        hidden("ภา\u{200B}\u{FEFF}ษา", &['\u{FEFF}']);
        hidden("\u{115F}\u{1160}", &['\u{115F}', '\u{1160}']);
    }

    #[test]
    fn the_blank_of_braille_belongs_in_braille() {
        for words in
            ["⠁⠃\u{2800}⠉", "⠁\u{2800}\u{2800}⠃", "a ⠁\u{2800}", "\u{2800}\u{2800} \u{2800}⠁ b"]
        {
            lawful(words);
        }
        for words in
            ["pass\u{2800}word", "\u{2800}a", "a \u{2800}", "\u{2800}\u{2800}", "⠁ a\u{2800}b"]
        {
            hidden(words, &['\u{2800}']);
        }
    }

    #[test]
    fn a_cluster_has_a_bound() {
        let check = |words: &str, shown: &str| {
            assert_eq!(visible(words), shown);
            assert_eq!(visible(shown), shown, "once more");
        };
        let marks = |n: usize| "\u{301}".repeat(n);
        check(&format!("a{} b", marks(CLUSTER - 1)), &format!("a{} b", marks(CLUSTER - 1)));
        check(&format!("a{} b", marks(250_000)), &format!("a{} b", marks(CLUSTER - 1)));
        check(&"\u{1100}".repeat(1000), &"\u{1100}".repeat(CLUSTER));
        let family = |n: usize| vec!["👩"; n].join("\u{200D}");
        check(&family(1000), &family(CLUSTER / 2));
        check(&"🇰🇵".repeat(100), &"🇰🇵".repeat(100));
    }
}
