//! What a key did, and what is said of keys themselves.

use crate::base::count;
use crate::command::{Capitals, Find, Follow, Keymap, Views};
use crate::desk::PaneId;
use crate::model::SectionIx;
use crate::text::Glyphs;

/// Up to which paragraph a section goes, where one beyond it was asked for.
pub(in crate::app) fn no_such_paragraph(section: &str, last: usize, sign: &str) -> String {
    match last {
        0 => format!("Section {section} has no paragraphs."),
        last => format!("Section {section} ends with {sign} {last}."),
    }
}

/// What there is in an article, or in a provision of it, where a step leads to nothing.
/// `of` is the law, where there are several.
pub(in crate::app) fn no_such_provision(
    step: &str,
    within: &str,
    of: Option<&str>,
    steps: &[String],
) -> String {
    let steps = match steps {
        [] => "nothing below it".to_owned(),
        steps => steps.join(", "),
    };
    match of {
        Some(of) => format!("no {step} in {within} of {of}, which has {steps}"),
        None => format!("no {step} in {within}, which has {steps}"),
    }
}

pub(in crate::app) const NO_NAMES_HERE: &str = "nothing has a name here; :q leaves";
pub(in crate::app) const PASTE_NOT_TAKEN: &str = "pasted text is not taken here";

pub(in crate::app) const THE_REST_IS_READ: &str = "the rest is being read";
pub(in crate::app) const FILES_ARE_READ: &str = "the files are being read";
pub(in crate::app) const BRIEFING_IS_READ: &str = "the briefing is being read";

/// What is being read, and how many keys wait for it.
pub(in crate::app) fn keys_wait(what: &str, keys: usize) -> String {
    if keys == 1 { format!("{what}; 1 key waits") } else { format!("{what}; {keys} keys wait") }
}

/// The keys that waited are not carried out.
pub(in crate::app) fn keys_dropped(keys: usize) -> String {
    format!("{} dropped", count(keys, "key"))
}

/// A key that means nothing here.
pub(in crate::app) fn does_nothing(key: &str, keymap: &Keymap, glyphs: &Glyphs) -> String {
    let ((open, close), help) = (glyphs.quotation, keymap.name(Views::Help));
    format!("{open}{key}{close} does nothing here; {help} lists the keys")
}

/// The number before a command, as far as it is written.
pub(in crate::app) fn count_so_far(number: u32) -> String {
    format!("count: {number}")
}

/// A number stood before a key to which it means nothing.
pub(in crate::app) fn takes_no_count(key: &str) -> String {
    format!("{key} takes no count")
}

/// Why the digits of panes were not taken for the beginning of a number, and how the number of them and
/// of those `behind` them would be.
pub(in crate::app) fn panes_are_no_count(panes: &str, behind: &str, key: &str) -> String {
    if panes.len() == 1 {
        return format!("{panes} is a pane; 0{panes}{behind}{key} counts");
    }
    let apart: Vec<String> = panes.chars().map(String::from).collect();
    format!("{} are panes; 0{panes}{behind}{key} counts", apart.join(" "))
}

/// A letter that an input method has made of keys, which nobody can tell.
pub(in crate::app) fn composed(letter: char, glyphs: &Glyphs) -> String {
    let (open, close) = glyphs.quotation;
    format!("{open}{letter}{close}: turn the input method off")
}

/// How a capital is written on a keyboard whose letters have none of their own.
pub(in crate::app) fn capitals(capitals: Capitals, utf8: bool, keymap: &Keymap) -> String {
    let go_to = keymap.name(Find::GoTo);
    match capitals {
        Capitals::Korean if utf8 => format!("capitals want 한/영, or {go_to} and a name"),
        Capitals::Korean => format!("capitals want the Hangul key, or {go_to} and a name"),
        Capitals::Latin => format!("capitals want Shift, or {go_to} and a name"),
        Capitals::Few | Capitals::Own => {
            format!("capitals want another layout, or {go_to} and a name")
        }
    }
}

/// A pane that is not on the screen stays as it is from now on, or follows the text again.
pub(in crate::app) fn out_of_sight_pinned(pane: PaneId, on: bool) -> &'static str {
    match (pane, on) {
        (PaneId::Actors, true) => "the actors stay as they are",
        (PaneId::Actors, false) => "the actors follow the text again",
        (PaneId::Articles | PaneId::Text, true) => "the articles stay as they are",
        (PaneId::Articles | PaneId::Text, false) => "the articles follow the text again",
    }
}

/// Why the articles pane goes to no other article.
pub(in crate::app) fn articles_are_pinned(keymap: &Keymap) -> String {
    format!("the articles are pinned; {} lets go", keymap.name(Follow::Pin))
}

pub(in crate::app) const NO_INSTRUMENT: &str = "this briefing has no instrument";
pub(in crate::app) const NO_LINK_IN_SIGHT: &str = "no link in sight";

/// What letters on links do, and which were typed.
pub(in crate::app) fn link_hints(typed: &str) -> String {
    if typed.is_empty() {
        "a letter follows, its capital looks".to_owned()
    } else {
        format!("{typed} and one more")
    }
}

/// No link in sight has a letter where it was typed.
pub(in crate::app) fn no_link_with(letter: char) -> String {
    format!("no link has {letter} there")
}

pub(in crate::app) const CHOOSE_A_LINK: &str = "choose a link first";
pub(in crate::app) const NOTHING_AHEAD: &str = "nothing ahead";
pub(in crate::app) const WHERE_IT_BEGAN: &str = "this is where it began";
pub(in crate::app) const RESTRICTED: &str = "not here: this reader leads to no other program";
pub(in crate::app) const NO_OTHER_BRIEFING: &str = "there is no other briefing here";
pub(in crate::app) const NO_PARAGRAPH: &str = "no paragraph here";
pub(in crate::app) const ALL_UNFOLDED: &str = "all unfolded";

pub(in crate::app) fn hyphens(on: bool) -> &'static str {
    if on { "hyphens on" } else { "hyphens off" }
}

pub(in crate::app) fn up_to_columns(columns: usize) -> String {
    format!("up to {columns} columns")
}

/// Where wider lines were asked for than there is room for.
pub(in crate::app) fn only_columns(columns: usize) -> String {
    format!("the pane has only {columns} columns")
}

pub(in crate::app) fn theme(name: &str) -> String {
    format!("{name} theme")
}

/// What the lens is on, how much it leaves here or, if that is nothing, elsewhere.
pub(in crate::app) fn lens(
    name: &str,
    here: usize,
    elsewhere: Option<(SectionIx, usize)>,
    glyphs: &Glyphs,
) -> String {
    let dot = glyphs.dot;
    match elsewhere {
        Some((section, number)) => {
            format!("lens: {name} {dot} none here, {number} in section {}", section.get() + 1)
        }
        None => format!("lens: {name} {dot} {here} here"),
    }
}
