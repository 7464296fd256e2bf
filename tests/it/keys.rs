//! Every default key does what the table says, in every place where it works.

use std::sync::{Arc, LazyLock};

use attache::app::{Effect, Msg, Opened, Volume};
use attache::command::TABLE;
use attache::model::Briefing;
use attache::model::kept::{Kept, Preferences};

use crate::common::{self, Desk};

/// For each command: the keys that lead to where it does something, and what is seen or asked
/// for then.
const ROWS: &[(&str, &str, Seen)] = &[
    ("line-down", "", Seen::Change),
    ("line-up", "j", Seen::Change),
    ("next-paragraph", "", Seen::Focus("text/p2")),
    ("previous-paragraph", "}", Seen::Focus("text/signing")),
    ("page-down", "", Seen::Change),
    ("page-up", "G", Seen::Change),
    ("half-down", "", Seen::Change),
    ("half-up", "G", Seen::Change),
    ("scroll-down", "", Seen::Change),
    ("scroll-up", "G", Seen::Change),
    ("start", "G", Seen::Focus("text/signing")),
    ("end", "", Seen::Focus("text/p8")),
    ("next-section", "", Seen::Focus("quarrel/start")),
    ("previous-section", "]", Seen::Focus("text/signing")),
    ("next-link", "", Seen::Words("peek")),
    ("previous-link", "l l", Seen::Change),
    ("go-to", "", Seen::Words("go to:")),
    ("open-word", "", Seen::Words("go to: ")),
    ("list-down", ": 4", Seen::Change),
    ("list-up", ": 4 Down", Seen::Change),
    ("follow", "l", Seen::Words("▌ ● Ada Marsh")),
    ("peek", "l l l l l l", Seen::Words("Where the water stands")),
    ("link-hints", "", Seen::Words("a letter follows")),
    ("link-hint-back", ",", Seen::Change),
    ("cited-by", "2", Seen::Words("Article 4, cited 4 times")),
    ("back", "l Enter", Seen::Focus("text/signing")),
    ("forward", "l Enter Backspace", Seen::Words("▌ ● Ada Marsh")),
    ("bookmark", "", Seen::Words("bookmark:")),
    ("marks", "", Seen::Words("Marks: bookmarks")),
    ("highlight", "", Seen::Words("highlighted; M takes it off")),
    ("note", "", Seen::Words("note:")),
    ("remove", "M '", Seen::Words("removed; D puts it back")),
    ("next-pane", "", Seen::Words("▍Articles")),
    ("previous-pane", "", Seen::Words("▍Actors")),
    ("text-pane", "2", Seen::Change),
    ("articles-pane", "", Seen::Words("▍Articles")),
    ("actors-pane", "", Seen::Words("▍Actors")),
    ("pin", "", Seen::Words("pinned")),
    ("compare", "", Seen::Words("Compare: Article 4")),
    ("more-columns", "c V", Seen::Words("2 of 2 counterparts")),
    ("fewer-columns", "c V >", Seen::Words("1 of 2 counterparts")),
    ("elements-or-words", "c", Seen::Words("1 of 2 counterparts")),
    ("comparisons", "c", Seen::Words("Compare: all")),
    ("contents", "", Seen::Words("Contents")),
    ("relations", "", Seen::Words("1 relation")),
    ("trail", "", Seen::Words("Trail: where you came from")),
    ("copy", "", Seen::Words("Copied")),
    ("copy-text", "", Seen::Words("Copied")),
    ("choose-words", "", Seen::Words("1 word chosen")),
    ("choose-lines", "", Seen::Words("words chosen")),
    ("choose-sentences", "v", Seen::Words("9 words chosen")),
    ("choose-next-word", "v", Seen::Words("2 words chosen")),
    ("choose-previous-word", "v l", Seen::Words("1 word chosen")),
    ("choose-letter-right", "v l H", Seen::Change),
    ("choose-letter-left", "v l", Seen::Change),
    ("choose-sentence-end", "v", Seen::Words("9 words chosen")),
    ("choose-sentence-start", "j j v l l", Seen::Change),
    ("choose-line-end", "v", Seen::Words("words chosen")),
    ("choose-line-start", "v $", Seen::Words("1 word chosen")),
    ("choose-page-down", "v", Seen::Change),
    ("choose-page-up", "G v", Seen::Change),
    ("other-end", "v l", Seen::Change),
    ("faults", "", Seen::Words("The briefing's files have no faults.")),
    ("shelf", "", Seen::Words("1 briefing")),
    ("help", "", Seen::Words("One line down")),
    ("title", "", Seen::Words("See it whole")),
    ("matrix", "", Seen::Words("Matrix: actors by articles")),
    ("cell-left", "x l", Seen::Change),
    ("cell-right", "x", Seen::Change),
    ("sort", "x", Seen::Words("by name")),
    ("turn-view", "x", Seen::Words("Matrix: actors by sections")),
    ("evidence", "", Seen::Words("treaty text  ")),
    ("terms", "", Seen::Words("┌─ Terms")),
    ("sources", "", Seen::Words("┌─ Sources")),
    ("class", "", Seen::Words("Question 1")),
    ("next-question", "Q v", Seen::Change),
    ("previous-question", "Q v Space", Seen::Change),
    ("reveal", "Q", Seen::Words("Hint")),
    ("clock", "Q", Seen::Words("10:00")),
    ("minutes", "Q", Seen::Words("0 puts it away")),
    ("begin-again", "Q v Space Space", Seen::Words("Question 1")),
    ("search", "", Seen::Words("search:")),
    ("next-match", "/ s h a l l Enter", Seen::Words("2/2 “shall”")),
    ("previous-match", "/ s h a l l Enter n", Seen::Words("1/2 “shall”")),
    ("next-change", "", Seen::Words("nothing is known to have changed")),
    ("previous-change", "", Seen::Words("nothing is known to have changed")),
    ("results", "/ s h a l l Enter", Seen::Words("2 matches for “shall”")),
    ("regex", "/", Seen::Words("regex:")),
    ("list-matches", "/ s h a l l", Seen::Words("2 matches for “shall”")),
    ("list-up", "/ s h a l l Enter /", Seen::Words("search: shall")),
    ("list-down", "/ s h a l l Enter / Up", Seen::Change),
    ("accept", "/ s h a l l", Seen::Words("1/2 “shall”")),
    ("cancel", "/ s h a l l", Seen::Focus("text/signing")),
    ("lens", "2", Seen::Words("lens: Article 4")),
    ("zen", "", Seen::Change),
    ("present", "", Seen::Change),
    ("blank", "z z", Seen::Change),
    ("teacher", "G", Seen::Words("Teacher")),
    ("hyphens", "- - - - - -", Seen::Change),
    ("wider", "", Seen::Change),
    ("narrower", "", Seen::Change),
    ("usual-width", "", Seen::Change),
    ("theme", "", Seen::Effect(Effect::NextTheme)),
    ("reload", "", Seen::Effect(Effect::Reload)),
    ("edit-file", "", Seen::EditsFile),
    ("redraw", "", Seen::Effect(Effect::Redraw)),
    ("suspend", "", Seen::Effect(Effect::Suspend)),
    ("instrument", "", Seen::Words("Instrument: 1907 treaty")),
    ("next-article-here", "I", Seen::Words("Article 5 · 2 of 2")),
    ("previous-article-here", "I ]", Seen::Words("Article 4 · 1 of 2")),
    ("gists", "I", Seen::Change),
    ("next-article", "2", Seen::Words("Article 5 · Dues")),
    ("previous-article", "2 )", Seen::Change),
    ("timeline", "", Seen::Words("by year")),
    ("zoom-in", "t", Seen::Words("Mar 1907")),
    ("zoom-out", "t", Seen::Words("1900s")),
    ("narrow", "t", Seen::Words("Show the events with")),
    ("filter", "t", Seen::Words("filter:")),
    ("close", "o", Seen::Change),
    ("close-or-quit", "", Seen::Effect(Effect::Quit)),
    ("quit", "t ?", Seen::Effect(Effect::Quit)),
    ("accept", "t / x", Seen::Change),
    ("cancel", "t / x y", Seen::Change),
    ("caret-left", "t / x y", Seen::Change),
    ("caret-right", "t / x y Left", Seen::Change),
    ("word-left", "t / x Space y", Seen::Change),
    ("word-right", "t / x Space y Home", Seen::Change),
    ("caret-start", "t / x y", Seen::Change),
    ("caret-end", "t / x y Home", Seen::Change),
    ("delete-before", "t / x y", Seen::Change),
    ("delete-after", "t / x y Home", Seen::Change),
    ("delete-word", "t / x y", Seen::Change),
    ("delete-to-start", "t / x y", Seen::Change),
    ("delete-to-end", "t / x y Home", Seen::Change),
    ("break-line", "a x", Seen::Change),
    ("editor", "a", Seen::Effect(Effect::Edit(String::new()))),
];

/// What a key brings about.
#[derive(Debug, Clone)]
enum Seen {
    /// The screen is another.
    Change,
    /// The screen shows words that it did not.
    Words(&'static str),
    /// A block is in focus that was not, or the place is another.
    Focus(&'static str),
    /// The runtime is asked for something.
    Effect(Effect),
    /// The runtime is asked to open a file in an editor.
    EditsFile,
}

/// The sample with more than one of what a key goes through, and a long word to hyphenate.
static BRIEFING: LazyLock<Arc<Briefing>> = LazyLock::new(|| {
    let long = "wrote a long letter about the internationalisation of extraordinary responsibilities and the";
    let yaml = common::SAMPLE
        .replace("wrote\n          a long letter about the", long)
        .replace("compare: [old/1]", "compare: [old/1, 5]\n        elements: {when: At night}")
        .replace("quiz:\n", "quiz:\n  - {question: Who shares?, choices: [One, Two], answer: 2}\n");
    Arc::new(common::briefing(&yaml))
});

/// It is open on a small screen and in a narrow measure, with a shelf behind it.
fn desk() -> Desk {
    let mut desk = Desk::bare(100, 26, true);
    desk.app.set_shelf(vec![Volume {
        title: "Sample".to_owned(),
        id: "sample".to_owned(),
        ..Volume::default()
    }]);
    desk.send(Msg::Settled(Preferences { measure: Some(52), ..Preferences::default() }));
    let briefing = Arc::clone(&BRIEFING);
    desk.send(Msg::Opened(Opened { briefing, faults: Vec::new(), kept: Kept::default() }));
    desk.press("Esc");
    desk
}

#[test]
fn every_key_does_what_the_table_says() {
    for entry in TABLE {
        let row = ROWS.iter().find(|(id, ..)| *id == entry.id);
        let (_, before, seen) = row.unwrap_or_else(|| panic!("no row for {}", entry.id));
        for key in entry.keys() {
            let mut desk = desk();
            desk.press(before);
            let said = format!("{} by {key} after {before:?}", entry.id);
            let key = key.to_string();
            match seen {
                Seen::Change => {
                    let seen = |desk: &Desk| (desk.painting(), desk.cursor());
                    let was = seen(&desk);
                    assert!(seen(desk.press(&key)) != was, "{said}\n{}", desk.screen());
                }
                Seen::Words(words) => {
                    let screen = desk.screen();
                    assert!(!screen.contains(words), "{said}: was there before\n{screen}");
                    let screen = desk.press(&key).screen();
                    assert!(screen.contains(words), "{said}\n{screen}");
                }
                Seen::Focus(focus) => {
                    let seen = |desk: &Desk| {
                        let place = desk.reader().pane(desk.reader().active()).cursor();
                        (desk.screen(), place)
                    };
                    let was = seen(&desk);
                    assert!(seen(desk.press(&key)) != was, "{said}");
                    assert_eq!(desk.focus(), *focus, "{said}");
                }
                Seen::Effect(effect) => {
                    assert_eq!(desk.press(&key).asked(), [effect], "{said}");
                }
                Seen::EditsFile => {
                    let asked = desk.press(&key).asked();
                    assert!(matches!(asked[..], [Effect::EditFile(_)]), "{said}: {asked:?}");
                }
            }
        }
    }
}

#[test]
fn every_row_is_of_a_command() {
    for (id, ..) in ROWS {
        assert!(TABLE.iter().any(|entry| entry.id == *id), "{id} is no command");
    }
}
