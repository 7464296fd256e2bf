//! What is said of articles and provisions beside each other.

use crate::base::count;

/// Below a wording whose words are being compared.
pub(crate) const COMPARING: &str = "The words are being compared.";

/// What is said below a wording that is compared word by word.
pub(crate) struct OwnWords<'a> {
    /// What stands around words that another lacks, if there are any.
    pub marks: Option<(&'a str, &'a str)>,
    /// The one that it is compared with, if it is one.
    pub other: Option<&'a str>,
    /// How many words it shares, of how many.
    pub shared: usize,
    pub all: usize,
}

impl OwnWords<'_> {
    pub(crate) fn words(&self, dot: &str) -> String {
        let Self { marks, other, shared, all } = self;
        let all = count(*all, "word");
        match (marks, other) {
            (Some((open, close)), Some(other)) => {
                format!("{open}words{close} that {other} lacks\u{a0}{dot} {shared} of {all} shared")
            }
            (Some((open, close)), None) => {
                format!(
                    "{open}words{close} that the others lack\u{a0}{dot} {shared} of {all} shared"
                )
            }
            (None, Some(other)) => {
                format!("no words that {other} lacks\u{a0}{dot} {shared} of {all} shared")
            }
            (None, None) => {
                format!("no words that the others lack\u{a0}{dot} {shared} of {all} shared")
            }
        }
    }
}

/// Over a cell: whose it is, and what of it, if that is to be said.
pub(crate) fn over_cell(what: &str, name: &str, dot: &str) -> String {
    if what.is_empty() { name.to_owned() } else { format!("{what}\u{a0}{dot} {name}") }
}

/// Between the name of a clause and what it says of an element.
pub(crate) fn behind_name(spoken: bool) -> &'static str {
    if spoken { ": " } else { "  " }
}

/// What stands for all elements of a clause that the briefing does not take apart.
pub(crate) const NOT_TAKEN_APART: &str = "not taken apart in this briefing";

/// Below clauses that are compared element by element: what the mark before what one has `alone` means, and that
/// before what one `lacks`, of those that are there.
pub(crate) fn marks_of_elements(alone: Option<&str>, lacks: Option<&str>) -> Option<String> {
    match (alone, lacks) {
        (Some(alone), Some(lacks)) => Some(format!(
            "{alone} what one has and no other   {lacks} what this briefing does not tell of one"
        )),
        (Some(alone), None) => Some(format!("{alone} what one has and no other")),
        (None, Some(lacks)) => Some(format!("{lacks} what this briefing does not tell of one")),
        (None, None) => None,
    }
}
