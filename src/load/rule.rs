//! The rules that a briefing is held to.

use crate::diagnostic::Severity::{self, Error, Hint, Warning};

/// A rule: its name in diagnostics, how bad breaking it is, and what it asks.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its name.
    pub name: &'static str,
    /// How bad breaking it is.
    pub severity: Severity,
    /// What it asks for, in a sentence.
    pub asks: &'static str,
}

macro_rules! rules {
    ($($konst:ident = $severity:ident $name:literal $asks:literal)*) => {
        $(pub(super) static $konst: Rule =
            Rule { name: $name, severity: $severity, asks: $asks };)*

        /// Every rule, by subject.
        pub static RULES: &[&Rule] = &[$(&$konst),*];
    };
}

rules! {
    NO_BRIEFING = Error "no-briefing" "A path leads to a briefing: a YAML file, or a folder with a briefing.yaml."
    UNREADABLE = Error "unreadable" "Every file is a regular file inside the briefing's folder that can be read."
    TOO_LARGE = Error "too-large" "A briefing has at most 64 MiB and 2,000 section files, one text 1 MiB, a name 1,000 characters."
    ENCODING = Error "encoding" "Files are UTF-8."
    SYNTAX = Error "syntax" "Files are YAML."
    BUDGET = Error "budget" "Nesting, aliases and the number of values stay within bounds."
    SECOND_DOCUMENT = Error "second-document" "A file holds one YAML document."
    CONTROL = Error "control-character" "No character drives a terminal or hides or reorders text."
    FORMAT = Error "format" "briefing.yaml says `format: 1`."
    UNKNOWN_KEY = Error "unknown-key" "Only the keys of the format occur."
    REPEATED_KEY = Error "repeated-key" "A mapping has a key once."
    MISSING_KEY = Error "missing-key" "Required keys are there."
    EMPTY = Error "empty" "What is written has content."
    TYPE = Error "type" "Values are of the type that the format names."
    VALUE = Error "value" "Values are among those that the format allows."
    DATE = Error "date" "Dates are dates: 1997, 1995-09, 1995-09-07, for events also two with a slash."
    ID = Error "id" "Ids are lower-case letters, digits and hyphens; an article's number is letters and digits."
    DUPLICATE = Error "duplicate" "An id, or an article's number, names one thing, and a list names it once."
    TWICE = Error "given-twice" "A part stands either in briefing.yaml or in a file of its own."
    SECTION_FILE = Error "section-file" "A listed section has a file in sections/."
    UNLISTED = Error "unlisted-section" "A file in sections/ is listed in briefing.yaml."
    BLOCK = Error "block" "A block has exactly one of text, quote, list, note, question, cue, heading."
    MARKUP = Error "markup" "Text is CommonMark's inline part: no headings, lists, HTML, images."
    REFERENCE = Error "reference" "A reference leads to something."
    SCHEME = Error "scheme" "A link's address begins with a scheme of the format."
    URL = Error "url" "An address is https:, http: or mailto:."
    UNKNOWN_FILE = Warning "unknown-file" "A folder has only the YAML files of the format."
    COMMENT = Warning "comment" "A # that was meant as text is quoted."
    SPEAKER = Hint "speaker" "A quote's speaker who is an actor goes by the actor's id."
    UNLINKED = Hint "unlinked" "A section that names an actor links it once."
    MORE = Hint "more" "There are few enough faults to list them all."
}
