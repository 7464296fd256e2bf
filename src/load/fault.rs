//! One thing that is wrong, before it has a place.

use std::ops::Range;

use super::rule::Rule;
use super::sentences;
use crate::diagnostic::{Diagnostic, File, Fix, Location, TextEdit};

/// What is wrong, and what to do about it.
pub(super) struct Fault {
    rule: &'static Rule,
    message: String,
    help: String,
    also: Vec<(Location, String)>,
    mend: Option<Box<Mend>>,
}

/// What mends a fault for certain.
struct Mend {
    title: String,
    change: Change,
}

/// What is changed.
pub(super) enum Change {
    /// These words stand in place of what is at fault.
    Here(String),
    /// These words do, if the file has the others there to the letter.
    Word { written: String, words: String },
    /// Words of the same file are replaced.
    InFile(Vec<(Range<usize>, String)>),
    /// The first of these words stand in place of the others, if the file has those at the place, be it in quotes; and
    /// something is done elsewhere.
    WordAnd { written: String, words: String, edit: TextEdit },
}

impl Fault {
    pub(super) fn new(
        rule: &'static Rule,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self { rule, message: message.into(), help: help.into(), also: Vec::new(), mend: None }
    }

    pub(super) fn also(mut self, place: Location, label: &str) -> Self {
        self.also.push((place, label.to_owned()));
        self
    }

    /// With what mends it for certain.
    pub(super) fn mended(mut self, title: String, change: Change) -> Self {
        self.mend = Some(Box::new(Mend { title, change }));
        self
    }

    /// With the words that belong in place of what is at fault, if they are known for certain.
    pub(super) fn meant(self, words: Option<&str>) -> Self {
        match words {
            Some(words) => self.mended(sentences::write(words), Change::Here(words.to_owned())),
            None => self,
        }
    }

    /// With other words in place of what is at fault, if there are any: of the place more was found than this
    /// fault knew of.
    pub(super) fn meant_as(self, other: impl FnOnce(&str) -> String) -> Self {
        let words = match self.mend.as_deref() {
            Some(Mend { change: Change::Here(words), .. }) => other(words),
            _ => return self,
        };
        self.meant(Some(&words))
    }

    /// With words for its place alone if the file has `written` there to the letter: white space and escapes of
    /// YAML are not those of a value.
    pub(super) fn in_place_of(mut self, written: &str) -> Self {
        if let Some(mend) = &mut self.mend
            && let Change::Here(words) = &mut mend.change
        {
            let (written, words) = (written.to_owned(), std::mem::take(words));
            mend.change = Change::Word { written, words };
        }
        self
    }

    /// Without what mends it.
    pub(super) fn unmended(self) -> Self {
        Self { mend: None, ..self }
    }

    pub(super) fn rule(&self) -> &'static Rule {
        self.rule
    }

    /// Whether this is what was found.
    pub(super) fn is(&self, found: &Diagnostic) -> bool {
        self.rule.name == found.rule && self.message == found.message
    }

    /// At these bytes of a file.
    pub(super) fn in_file(mut self, file: &File, range: Range<usize>) -> Diagnostic {
        let fix = self.mend.take().and_then(|mend| {
            let Mend { title, change } = *mend;
            // What stands in for another character is no text of the file.
            let edit = |at: Range<usize>, words: &str| {
                (!file.has_stand_in(&at, words)).then(|| file.edit(at, words))
            };
            let edits = match change {
                Change::Here(words) => vec![edit(range.clone(), &words)?],
                Change::Word { written, words } => {
                    file.text.get(range.clone()).filter(|there| *there == written)?;
                    vec![edit(range.clone(), &words)?]
                }
                Change::WordAnd { written, words, edit: other } => {
                    let raw = file.text.get(range.clone())?;
                    let at = raw.rfind(&written).filter(|_| raw.len() <= written.len() + 2)?;
                    let at = range.start + at..range.start + at + written.len();
                    vec![other, edit(at, &words)?]
                }
                Change::InFile(edits) => {
                    edits.into_iter().map(|(at, words)| edit(at, &words)).collect::<Option<_>>()?
                }
            };
            Some(Box::new(Fix { title, edits }))
        });
        Diagnostic { fix, ..self.at(file.location(range)) }
    }

    /// At a place that nothing can be changed at.
    pub(super) fn at(self, at: Location) -> Diagnostic {
        let Self { rule, message, help, also, .. } = self;
        let (severity, help) = (rule.severity, Some(help));
        Diagnostic { severity, rule: rule.name, at, message, help, also, fix: None }
    }
}
