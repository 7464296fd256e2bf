//! The program's own glyphs, for terminals with and without UTF-8.

use crate::model::{Evidence, Tone};

/// The glyphs that go with words. Each is one column wide, but for arrows and the mark of a
/// paragraph in plain letters.
#[derive(Debug, PartialEq, Eq)]
pub struct Glyphs {
    /// Before the words for each kind of evidence, in the order of [`Evidence::ALL`].
    evidence: [&'static str; 5],
    /// Between two things on one line.
    pub dot: &'static str,
    /// Before an item of a list.
    pub bullet: &'static str,
    /// Beside an editor's note, on every line.
    pub note: &'static str,
    /// Beside a note of the reader's own, on every line.
    pub own: &'static str,
    /// Where the reader put a bookmark.
    pub bookmark: &'static str,
    /// Before the sources of a note.
    pub pen: &'static str,
    /// Beside a quotation, on every line.
    pub quote: &'static str,
    /// Around a quotation.
    pub quotation: (&'static str, &'static str),
    /// Before whose words they are.
    pub dash: &'static str,
    /// Beside a question for the class.
    pub question: &'static str,
    /// Beside a cue for the teacher.
    pub cue: &'static str,
    /// An actor that the paragraph names.
    pub named: &'static str,
    /// An actor that it does not.
    pub unnamed: &'static str,
    /// Towards another actor, as this one tells it.
    pub arrow: &'static str,
    /// From another actor, as that one tells it.
    pub back: &'static str,
    /// Between columns of text.
    pub upright: &'static str,
    /// Around words that another text lacks.
    pub lacking: (&'static str, &'static str),
    /// Before what one clause has and no other that it is compared with.
    pub alone: &'static str,
    /// Before what stands for something that a clause lacks and others have.
    pub lacks: &'static str,
    /// Between two actors that tell the same of each other.
    pub mutual: &'static str,
    /// Before each spirit of a relation, in the order of [`Tone::ALL`], and before that of which
    /// nothing is said.
    tones: [&'static str; 6],
    /// Where something was left out.
    pub ellipsis: &'static str,
    /// Before the number of a paragraph.
    pub paragraph: &'static str,
    /// A bar is made of these.
    pub bar: &'static str,
    /// Before a heading under which all was read.
    pub read: &'static str,
    /// Before the right answer.
    pub right: &'static str,
    /// Before an answer that is wrong.
    pub wrong: &'static str,
    /// The timeline's axis.
    pub axis: &'static str,
    /// Its axis where time is left out.
    pub broken_axis: &'static str,
    /// Beside the axis: something begins that lasts, lasts, ends, and begins or ends while
    /// something else lasts.
    pub lane: [&'static str; 4],
    /// A rule across the timeline is made of these.
    pub rule: &'static str,
}

impl Glyphs {
    /// For terminals that show UTF-8.
    pub const UNICODE: Self = Self {
        evidence: ["◆", "■", "●", "◇", "□"],
        dot: "·",
        bullet: "•",
        note: "┃",
        own: "┊",
        bookmark: "⚑",
        pen: "✎",
        quote: "│",
        quotation: ("“", "”"),
        dash: "—",
        question: "?",
        cue: "▷",
        named: "●",
        unnamed: "○",
        arrow: "→",
        back: "←",
        upright: "│",
        lacking: ("‹", "›"),
        alone: "◆",
        lacks: "—",
        mutual: "⇄",
        tones: ["━", "─", "┈", "╌", "╳", "·"],
        ellipsis: "…",
        paragraph: "¶",
        bar: "▆",
        read: "✓",
        right: "✓",
        wrong: "✗",
        axis: "│",
        broken_axis: "┆",
        lane: ["╮", "│", "╯", "┤"],
        rule: "─",
    };

    /// For all others.
    pub const ASCII: Self = Self {
        evidence: ["#", "=", "+", "~", "\""],
        dot: "-",
        bullet: "*",
        note: "!",
        own: "%",
        bookmark: "@",
        pen: "*",
        quote: ":",
        quotation: ("\"", "\""),
        dash: "-",
        question: "?",
        cue: ">",
        named: "*",
        unnamed: "o",
        upright: "|",
        lacking: ("<", ">"),
        alone: "#",
        lacks: "-",
        arrow: "->",
        back: "<-",
        mutual: "<->",
        tones: ["=", "-", ".", "~", "x", "?"],
        ellipsis: "~",
        paragraph: "para",
        bar: "#",
        read: "+",
        right: "+",
        wrong: "x",
        axis: "|",
        broken_axis: ":",
        lane: ["\\", "|", "/", "+"],
        rule: "-",
    };

    /// For who hears or feels them: words where a sign has a meaning that no words beside it have, and
    /// nothing where it has not.
    pub(crate) const SPOKEN: Self = Self {
        evidence: ["", "", "", "", ""],
        dot: ",",
        bullet: "-",
        note: "",
        own: "",
        bookmark: "bookmark",
        pen: "",
        quote: "",
        quotation: ("“", "”"),
        dash: "-",
        question: "",
        cue: "",
        named: "",
        unnamed: "",
        arrow: "to",
        back: "back:",
        upright: "",
        lacking: ("<", ">"),
        alone: "here alone:",
        lacks: "",
        mutual: "and",
        tones: ["", "", "", "", "", ""],
        ellipsis: "...",
        paragraph: "paragraph",
        bar: "",
        read: "read:",
        right: "",
        wrong: "",
        axis: "",
        broken_axis: "",
        lane: ["", "", "", ""],
        rule: "",
    };

    /// Whether they are for who hears or feels them.
    pub(crate) fn are_spoken(&self) -> bool {
        *self == Self::SPOKEN
    }

    /// The mark of a kind of evidence.
    pub fn evidence(&self, kind: Evidence) -> &'static str {
        let at = Evidence::ALL.iter().position(|(other, ..)| *other == kind);
        at.and_then(|at| self.evidence.get(at)).copied().unwrap_or(" ")
    }

    /// The mark of the spirit of a relation.
    pub fn tone(&self, tone: Option<Tone>) -> &'static str {
        let at = Tone::ALL.iter().position(|(other, _)| Some(*other) == tone);
        self.tones.get(at.unwrap_or(Tone::ALL.len())).copied().unwrap_or(" ")
    }
}
