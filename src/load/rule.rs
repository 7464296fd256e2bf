//! The rules that a briefing is held to.

use crate::diagnostic::Severity::{self, Error, Hint, Warning};

/// A rule: its name in diagnostics, and how bad breaking it is.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its name.
    pub name: &'static str,
    /// How bad breaking it is.
    pub(super) severity: Severity,
}

macro_rules! rules {
    ($($(#[$asks:meta])* $konst:ident = $severity:ident $name:literal)*) => {
        $($(#[$asks])*
        pub(super) static $konst: Rule = Rule { name: $name, severity: $severity };)*

        /// Every rule, by subject.
        pub static RULES: &[&Rule] = &[$(&$konst),*];
    };
}

rules! {
    /// A path leads to a briefing: a YAML file, or a folder with a briefing.yaml.
    NO_BRIEFING = Error "no-briefing"
    /// Every file is a regular file inside the briefing's folder that can be read.
    UNREADABLE = Error "unreadable"
    /// A briefing has at most 64 MiB and 2,000 section files, one text 1 MiB, a name 1,000 characters.
    TOO_LARGE = Error "too-large"
    /// Files are UTF-8.
    ENCODING = Error "encoding"
    /// Files are YAML.
    SYNTAX = Error "syntax"
    /// Nesting, aliases and the number of values stay within bounds.
    BUDGET = Error "budget"
    /// A file holds one YAML document.
    SECOND_DOCUMENT = Error "second-document"
    /// No character drives a terminal or hides or reorders text.
    CONTROL = Error "control-character"
    /// Characters that are not seen stand only where they shape what is beside them.
    UNSEEN = Warning "unseen-character"
    /// A letter has no more marks than are shown.
    MARKS = Warning "marks"
    /// briefing.yaml says `format: 1`.
    FORMAT = Error "format"
    /// Only the keys of the format occur.
    UNKNOWN_KEY = Error "unknown-key"
    /// A mapping has a key once.
    REPEATED_KEY = Error "repeated-key"
    /// Required keys are there.
    MISSING_KEY = Error "missing-key"
    /// What is written has content.
    EMPTY = Error "empty"
    /// Values are of the type that the format names.
    TYPE = Error "type"
    /// Values are among those that the format allows.
    VALUE = Error "value"
    /// Dates are dates: 1997, 1995-09, 1995-09-07, for events also two with a slash.
    DATE = Error "date"
    /// Ids are lower-case letters, digits and hyphens; an article's number is letters and digits.
    ID = Error "id"
    /// An id, or an article's number, names one thing, and a list names it once.
    DUPLICATE = Error "duplicate"
    /// A part stands either in briefing.yaml or in a file of its own.
    TWICE = Error "given-twice"
    /// A listed section has a file in sections/.
    SECTION_FILE = Error "section-file"
    /// A file in sections/ is listed in briefing.yaml.
    UNLISTED = Error "unlisted-section"
    /// A block is exactly one thing.
    BLOCK = Error "block"
    /// Text is CommonMark's inline part: no headings, lists, HTML, images.
    MARKUP = Error "markup"
    /// A reference leads to something.
    REFERENCE = Error "reference"
    /// A link's address begins with a scheme of the format.
    SCHEME = Error "scheme"
    /// An address is https:, http: or mailto:.
    URL = Error "url"
    /// What looks like markup is markup that text has.
    NO_MARKUP = Warning "no-markup"
    /// A paragraph is named by its id, not by its number, which changes with what is put before it.
    POSITION = Warning "position"
    /// An article does not name itself as what to read beside it.
    ITSELF = Warning "itself"
    /// A folder has only the YAML files of the format.
    UNKNOWN_FILE = Warning "unknown-file"
    /// Words that YAML would take for a tag or an anchor are quoted.
    SWALLOWED = Warning "swallowed"
    /// A # that was meant as text is quoted.
    COMMENT = Warning "comment"
    /// A line that begins with a `-` is an item of a list.
    JOINED = Warning "joined"
    /// An article's number has no label, which is added by itself.
    LABEL = Hint "label"
    /// A quote's speaker who is an actor goes by the actor's id.
    SPEAKER = Hint "speaker"
    /// The enumerators of a wording go on in their rows, and each of its lines is a provision.
    PROVISIONS = Hint "provisions"
    /// A section that names an actor links it once.
    UNLINKED = Hint "unlinked"
    /// There are few enough faults to list them all.
    MORE = Hint "more"
}
