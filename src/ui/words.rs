//! The sentences of this layer, each a function of what it tells. Where `utf8` is false, they are ASCII.

use crate::app::{Cell, Countdown, Progress};
use crate::base::count;
use crate::desk::{PaneId, Purpose};

/// The terminal is smaller than so many columns and rows; a line each.
pub(super) fn too_small(columns: u16, rows: u16) -> [String; 2] {
    ["too small".to_owned(), format!("need {columns}x{rows}")]
}

/// No briefing is open.
pub(super) fn nothing_open() -> &'static str {
    "Nothing is open; attache check says what to do."
}

/// How many briefings lie on the shelf.
pub(super) fn briefings(number: usize) -> String {
    count(number, "briefing")
}

/// A section by its number, from 1, and its title.
pub(super) fn section(number: usize, title: &str) -> String {
    format!("{number} {title}")
}

/// Where the reader is in the section, in percent of its words.
pub(super) fn percent(progress: &Progress) -> String {
    format!("at {}%", progress.percent)
}

/// Where the reader is in the section: at which paragraph, and how much of its words is before that.
pub(super) fn place(progress: &Progress, utf8: bool) -> String {
    let Progress { paragraph, paragraphs, percent, .. } = progress;
    let sign = if utf8 { "¶" } else { "para" };
    format!("at {sign} {paragraph} of {paragraphs} ({percent}%)")
}

/// The same, and how long the rest takes.
pub(super) fn place_and_time(progress: &Progress, utf8: bool) -> String {
    let Progress { paragraph, paragraphs, percent, minutes, .. } = progress;
    if utf8 {
        format!("at ¶ {paragraph} of {paragraphs} ({percent}%) · {minutes} min left")
    } else {
        format!("at para {paragraph} of {paragraphs} ({percent}%) - {minutes} min left")
    }
}

/// The same, and how many paragraphs were read, wherever the reader is.
pub(super) fn place_time_and_read(progress: &Progress, utf8: bool) -> String {
    let Progress { paragraph, paragraphs, percent, minutes, read } = progress;
    if utf8 {
        format!("at ¶ {paragraph} of {paragraphs} ({percent}%) · {minutes} min left · {read} read")
    } else {
        format!(
            "at para {paragraph} of {paragraphs} ({percent}%) - {minutes} min left - {read} read"
        )
    }
}

/// A countdown: the time that is left, and whether it is held; or that it is up.
pub(super) fn countdown(countdown: Countdown) -> String {
    let (minutes, seconds) = (countdown.left() / 60, countdown.left() % 60);
    match (countdown.left(), countdown.runs()) {
        (0, _) => "time is up".to_owned(),
        (_, true) => format!("{minutes:02}:{seconds:02}"),
        (_, false) => format!("{minutes:02}:{seconds:02} held"),
    }
}

/// Cues and hints are shown; `to_class`, what the reader left with them. A `short` one is for narrow
/// screens.
pub(super) fn asked_for(to_class: bool, short: bool) -> &'static str {
    match (to_class, short) {
        (_, true) => "cues",
        (false, false) => "cues shown",
        (true, false) => "cues and notes shown",
    }
}

/// What a pane is called.
pub(super) fn pane(pane: PaneId) -> &'static str {
    match pane {
        PaneId::Text => "Text",
        PaneId::Articles => "Articles",
        PaneId::Actors => "Actors",
    }
}

/// The tab of a pane with the key that shows it, if there is one, how many items it has, and whether it is pinned.
pub(super) fn tab(key: Option<&str>, name: &str, items: Option<usize>, pinned: bool) -> String {
    let key = key.map_or_else(String::new, |key| format!("{key} "));
    match (items, pinned) {
        (None, false) => format!("{key}{name}"),
        (None, true) => format!("{key}{name} pinned"),
        (Some(items), false) => format!("{key}{name} ({items})"),
        (Some(items), true) => format!("{key}{name} ({items}) pinned"),
    }
}

/// The same where there is little room: perhaps without the name.
pub(super) fn short_tab(key: Option<&str>, name: Option<&str>, pinned: bool) -> String {
    let mark = if pinned { "!" } else { "" };
    match (key, name) {
        (None, None) => mark.to_owned(),
        (Some(key), None) => format!("{key}{mark}"),
        (None, Some(name)) => format!("{name}{mark}"),
        (Some(key), Some(name)) => format!("{key} {name}{mark}"),
    }
}

/// The actors pane shows those whom the paragraph names.
pub(super) fn actors_named_here(utf8: bool) -> &'static str {
    if utf8 { "Actors · named here" } else { "Actors - named here" }
}

/// The articles pane shows those that the paragraph cites.
pub(super) fn articles_cited_here(utf8: bool) -> &'static str {
    if utf8 { "Articles · cited here" } else { "Articles - cited here" }
}

/// The articles pane shows one that a link led to.
pub(super) fn articles_followed(utf8: bool) -> &'static str {
    if utf8 { "Articles · followed" } else { "Articles - followed" }
}

/// The articles pane is read at a provision of one that a link led to.
pub(super) fn followed(provision: &str, utf8: bool) -> String {
    if utf8 { format!("{provision} · followed") } else { format!("{provision} - followed") }
}

/// A pane stays as it is while the reader reads on.
pub(super) fn pinned() -> &'static str {
    "pinned"
}

/// How many of the briefing's actors a paragraph names.
pub(super) fn some_of(named: usize, all: usize) -> String {
    format!("{named} of {all}")
}

/// In which paragraphs, notes and questions the two of a cell of the matrix stand, and how many of
/// these were read.
pub(super) fn together(cell: Cell) -> String {
    match (cell.count(), cell.read) {
        (0, _) => "no paragraph has both".to_owned(),
        (_, 0) => cell.blocks.words(),
        (_, read) => format!("{}, {read} read", cell.blocks.words()),
    }
}

/// The two of a cell of the matrix.
pub(super) fn row_and_column(row: &str, column: &str, utf8: bool) -> String {
    if utf8 { format!("{row} · {column}") } else { format!("{row} - {column}") }
}

// What is told in plain lines.

/// Where a paragraph is.
pub(super) struct ParagraphPlace<'a> {
    /// The section's number, from 1.
    pub section: usize,
    /// How many sections there are.
    pub sections: usize,
    pub title: &'a str,
    /// The heading that it stands under.
    pub heading: Option<&'a str>,
    /// Its number in the section.
    pub paragraph: usize,
    /// How many paragraphs the section has.
    pub paragraphs: usize,
}

/// A paragraph that the reader was taken to.
pub(super) fn taken_to(place: &ParagraphPlace) -> String {
    let ParagraphPlace { section, title, heading, paragraph, paragraphs, .. } = place;
    match heading {
        Some(heading) => format!(
            "Section {section}: {title}, under the heading {heading}, paragraph {paragraph} of \
             {paragraphs}."
        ),
        None => format!("Section {section}: {title}, paragraph {paragraph} of {paragraphs}."),
    }
}

/// The reader is back at the paragraph that begins with these words.
pub(super) fn back_at(place: &ParagraphPlace, beginning: &str) -> String {
    let ParagraphPlace { section, title, paragraph, .. } = place;
    if beginning.is_empty() {
        return format!("Back in the text, section {section}: {title}.");
    }
    format!("Back in the text, section {section}, paragraph {paragraph}: {beginning}")
}

/// Where the reader is, in answer to a question, and how far.
pub(super) fn whereabouts(briefing: &str, place: &ParagraphPlace, progress: &Progress) -> String {
    let ParagraphPlace { section, sections, title, heading, paragraph, paragraphs } = place;
    let Progress { percent, minutes, read, .. } = progress;
    let left = count(*minutes, "minute");
    match heading {
        Some(heading) => format!(
            "{briefing}. Section {section} of {sections}: {title}, under the heading {heading}, \
             paragraph {paragraph} of {paragraphs}. {percent} percent of the section, {left} left, \
             {read} read."
        ),
        None => format!(
            "{briefing}. Section {section} of {sections}: {title}, paragraph {paragraph} of \
             {paragraphs}. {percent} percent of the section, {left} left, {read} read."
        ),
    }
}

/// A view lies over the text.
pub(super) fn looking_at(title: &str) -> String {
    format!("{title}, over the text.")
}

/// No briefing is open.
pub(super) fn on_the_shelf() -> &'static str {
    "On the shelf: a number opens the briefing."
}

/// A section begins: its number, from 1, its title and how long it is.
pub(super) fn opening(number: usize, title: &str, extent: &str) -> String {
    format!("Section {number}: {title}, {}", extent.replace("\u{a0},", ",").replace('\u{a0}', " "))
}

/// A heading.
pub(super) fn heading(words: &str) -> String {
    format!("Heading: {words}")
}

/// The words of somebody else.
pub(super) fn quotation(words: &str) -> String {
    format!("Quotation: {words}")
}

/// Whose words were quoted, and what that rests on.
pub(super) fn quoted_from(whose: &str) -> String {
    format!("By {whose}")
}

/// The articles that stand beside a paragraph, by name, and whether they are pinned.
pub(super) fn articles_here(articles: &[String], pinned: bool) -> String {
    let names = names(articles);
    if pinned { format!("Articles, pinned: {names}.") } else { format!("Articles: {names}.") }
}

/// The actors that a paragraph names, or those that are pinned beside it.
pub(super) fn actors_here(actors: &[String], pinned: bool) -> String {
    let names = names(actors);
    if pinned { format!("Actors, pinned: {names}.") } else { format!("Actors: {names}.") }
}

/// Names in a row.
fn names(names: &[String]) -> String {
    if names.is_empty() { "none".to_owned() } else { names.join("; ") }
}

/// A paragraph cites no article and names no actor.
pub(super) fn nothing_beside() -> &'static str {
    "No articles and no actors here."
}

/// The articles beside the text are told, so many.
pub(super) fn articles_beside(articles: usize) -> String {
    format!("Articles cited here: {articles}")
}

/// The actors beside the text are told: so many that the paragraph names, of those of the section.
pub(super) fn actors_beside(named: usize, all: usize) -> String {
    format!("Actors named here: {named} of the section's {all}")
}

/// The shelf is told, with so many briefings.
pub(super) fn shelf(briefings: usize) -> String {
    format!("The shelf, {}", count(briefings, "briefing"))
}

/// A view is told: its title, what goes with that, as headers have it, and what there is in it.
pub(super) fn view(title: &str, detail: &str, status: &str) -> String {
    if status.is_empty() {
        return format!("{title}{detail}");
    }
    format!("{title}{detail}: {}", status.replace(" ,", ","))
}

/// An entry of a list, behind the number that it has.
pub(super) fn entry(number: usize, words: &str) -> String {
    format!("{number}. {words}")
}

/// An entry that leads to a section or to a place in it, behind the number that it has; `more` is what
/// stands behind the section's title.
pub(super) fn section_entry(number: usize, section: usize, title: &str, more: &str) -> String {
    format!("{number}. Section {section}: {title}{more}")
}

/// An entry of the list of sources, behind the number that it has; `source` is the source's own.
pub(super) fn source_entry(number: usize, source: usize, title: &str) -> String {
    format!("{number}. Source {source}: {title}")
}

/// The first words of a paragraph.
pub(super) fn beginning(words: &str) -> String {
    format!("{words} ...")
}

/// So many entries are not told yet.
pub(super) fn more_entries(number: usize) -> String {
    format!("{number} more: Enter")
}

/// A line is to be written.
pub(super) fn write_now(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Filter => "Which words are the events to have? An empty line gives it up.",
        Purpose::Bookmark => "A letter or a name for the bookmark? An empty line gives it up.",
        Purpose::Note => "Write the note; a line with a full stop alone ends it.",
        Purpose::GoTo => "Where to? An empty line gives it up.",
        Purpose::Minutes => "How many minutes? An empty line gives it up.",
        Purpose::Search { .. } => "Search for what? An empty line gives it up.",
    }
}

/// What was written before of what is to be written.
pub(super) fn written_so_far(words: &str) -> String {
    format!("So far: {words}")
}

/// How much of a countdown is left, and whether it is held.
pub(super) fn time_left(countdown: Countdown) -> String {
    let minutes = count(countdown.left() as usize / 60, "minute");
    let seconds = count(countdown.left() as usize % 60, "second");
    match (countdown.left(), countdown.left() % 60, countdown.runs()) {
        (0, ..) => "Time is up.".to_owned(),
        (_, 0, true) => format!("Countdown: {minutes} left."),
        (_, 0, false) => format!("Countdown held: {minutes} left."),
        (.., true) => format!("Countdown: {minutes} and {seconds} left."),
        (.., false) => format!("Countdown held: {minutes} and {seconds} left."),
    }
}

/// A question of the quiz is up, and waits for the letter of a choice.
pub(super) fn answer_by_letter() -> &'static str {
    "Its letter is the answer."
}

/// A request has changed nothing that could be told.
pub(super) fn nothing_changed() -> &'static str {
    "Nothing has changed."
}
