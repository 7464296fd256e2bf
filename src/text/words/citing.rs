//! How words of a briefing are cited: whose they are, and where they stand.

use crate::base::plural;

/// What a statement rests on, by the titles of the sources; nothing if there are none.
pub(crate) fn sources_by_title(titles: &[String]) -> String {
    if titles.is_empty() {
        return String::new();
    }
    format!("{}: {}", plural(titles.len(), "source"), titles.join("; "))
}

/// A briefing that is cited.
pub(crate) struct CitedWork<'a> {
    pub authors: &'a [String],
    pub title: &'a str,
    /// Of what days it is, as [`super::as_of`] and [`super::updated`] say it.
    pub dates: &'a [String],
    /// What the words rest on.
    pub sources: &'a [String],
}

impl CitedWork<'_> {
    fn authors(&self) -> String {
        self.authors.join(", ")
    }

    /// Who wrote it, and what it is called.
    fn name(&self) -> String {
        let title = [self.title.to_owned()];
        self.authors.iter().chain(&title).map(String::as_str).collect::<Vec<_>>().join(", ")
    }

    /// Behind its name: ` (as of 1 January 1908; source: Harbour Gazette)`; nothing if neither is
    /// known.
    fn basis(&self) -> String {
        let mut basis = vec![self.dates.join(", "), sources_by_title(self.sources)];
        basis.retain(|part| !part.is_empty());
        if basis.is_empty() { String::new() } else { format!(" ({})", basis.join("; ")) }
    }
}

/// The citation of words that the briefing says itself, at `place`. `quotation` has its marks, and
/// `dash` stands before whose words they are.
pub(crate) fn cite_own(quotation: &str, dash: &str, work: &CitedWork, place: &str) -> String {
    format!("{quotation} {dash} {}, {place}{}", work.name(), work.basis())
}

/// The citation of words of `speaker` that the briefing quotes at `place`.
pub(crate) fn cite_speaker(
    quotation: &str,
    dash: &str,
    speaker: &str,
    work: &CitedWork,
    place: &str,
) -> String {
    format!("{quotation} {dash} {speaker}, quoted in {}, {place}{}", work.name(), work.basis())
}

/// The citation of the wording of an article, `of`, that the briefing quotes.
pub(crate) fn cite_wording(quotation: &str, dash: &str, of: &str, work: &CitedWork) -> String {
    format!("{quotation} {dash} {of}, quoted in {}{}", work.name(), work.basis())
}

/// The citation of what `of`, a legal text or a part of one, says in the briefing's words: no
/// quotation, for those are not its words.
pub(crate) fn cite_summary(of: &str, work: &CitedWork, words: &str) -> String {
    let (title, basis) = (work.title, work.basis());
    if work.authors.is_empty() {
        return format!("{of}, as summarised in {title}{basis}: {words}");
    }
    format!("{of}, as summarised by {}, {title}{basis}: {words}", work.authors())
}

/// The citation of what `of`, a part of a legal text, means.
pub(crate) fn cite_meaning(of: &str, work: &CitedWork, words: &str) -> String {
    let (title, basis) = (work.title, work.basis());
    if work.authors.is_empty() {
        return format!("{of}, as explained in {title}{basis}: {words}");
    }
    format!("{of}, as explained by {}, {title}{basis}: {words}", work.authors())
}

/// The citation of something that the briefing has by its name alone.
pub(crate) fn cite_name(of: &str, work: &CitedWork) -> String {
    format!("{of}, named in {}{}", work.name(), work.basis())
}

/// Where a briefing says something: in a paragraph or an editor's note of a section.
pub(crate) fn cited_at(section: usize, title: &str, address: &str, note: bool) -> String {
    let place = format!("section {section} {title}, {address}");
    if note { format!("{place}, editor's note") } else { place }
}

/// Where a briefing says something: in a heading of a section.
pub(crate) fn cited_in_section(section: usize, title: &str) -> String {
    format!("section {section} {title}")
}

/// The addresses from one paragraph of a section to another: `¶ 1–3`.
pub(crate) fn addresses(sign: &str, first: usize, last: usize) -> String {
    let dash = if sign.is_ascii() { "-" } else { "–" };
    format!("{sign} {first}{dash}{last}")
}

/// Where a briefing says something, by what it is on.
pub(crate) fn cited_on(name: &str) -> String {
    format!("on {name}")
}

/// Where a briefing says something: in an editor's note, by what that is on.
pub(crate) fn noted_on(name: &str) -> String {
    format!("on {name}, editor's note")
}

/// An article in a citation: `Article 4, Treaty on the Common Harbour`. Its title is left out, which
/// may be the briefing's.
pub(crate) fn article_of(article: &str, instrument: &str) -> String {
    format!("{article}, {instrument}")
}

/// A provision behind the name of what it stands in; behind one without a number it stands apart.
pub(crate) fn counted(step: &str, is_apart: bool) -> String {
    if is_apart { format!(", ({step})") } else { format!("({step})") }
}

/// The same of one that has no number, or only a bullet: `, third unnumbered paragraph`.
pub(crate) fn uncounted(number: usize, is_point: bool) -> String {
    let what = if is_point { "point" } else { "unnumbered paragraph" };
    let ordinal = number.checked_sub(1).and_then(|at| ORDINALS.get(at));
    match (ordinal, number % 10, number % 100) {
        (Some(ordinal), ..) => format!(", {ordinal} {what}"),
        (None, 1, tens) if tens != 11 => format!(", {number}st {what}"),
        (None, 2, tens) if tens != 12 => format!(", {number}nd {what}"),
        (None, 3, tens) if tens != 13 => format!(", {number}rd {what}"),
        _ => format!(", {number}th {what}"),
    }
}

const ORDINALS: [&str; 10] =
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
