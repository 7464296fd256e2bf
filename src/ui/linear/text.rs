//! The text: a paragraph at a time, with what leads up to it, and what stands beside it.

use crate::app::{App, Reader};
use crate::desk::{Item, PaneId};
use crate::model::{BlockIx, BlockKind, SectionIx, Target};

use super::{Teller, words};

/// Letters of a paragraph that tell which one it is.
const BEGINNING: usize = 60;

impl Teller {
    /// Tells the item of the text in focus, with the headings that were passed on the way there. Who
    /// comes back to the one that was told last hears only which that is.
    pub(super) fn tell_text(
        &mut self,
        app: &App,
        now: (SectionIx, usize),
        from_aside: bool,
        lines: &mut Vec<String>,
    ) {
        let Some(reader) = app.reader() else { return };
        let before = self.read.replace(now);
        self.listing = None;
        self.numbers.clear();
        if from_aside && before == Some(now) {
            lines.push(words::back_at(&place(reader), &beginning(reader)));
            _ = self.read_item(reader, now.1);
            return;
        }
        let (section, item) = now;
        let first = match before {
            Some((was, last)) if was == section && last < item => last + 1,
            Some((was, _)) if was == section => item,
            _ => 0,
        };
        let items = reader.pane(PaneId::Text).items();
        let setting = reader.setting();
        let passed = items.get(first..item).unwrap_or_default();
        // Whatever is read on the way is passed over: the reader was taken elsewhere.
        let is_next = before.is_none_or(|(was, last)| was != section || last < item)
            && !passed.iter().any(|item| item.stops(Some(&setting)));
        if is_next {
            (first..item).for_each(|at| lines.extend(self.read_item(reader, at)));
        } else {
            lines.push(words::taken_to(&place(reader)));
        }
        lines.extend(self.read_item(reader, item));
        let stops = |item: &Item| item.stops(Some(&setting));
        let rest = items.get(item + 1..).unwrap_or_default();
        if !rest.iter().any(stops) {
            // Nothing takes the reader to headings that nothing stands under.
            (item + 1..items.len()).for_each(|at| lines.extend(self.read_item(reader, at)));
        }
        self.tell_beside(reader, lines);
    }

    /// The lines of an item of the text.
    fn read_item(&mut self, reader: &Reader, at: usize) -> Vec<String> {
        let setting = reader.setting();
        let Some(item) = reader.pane(PaneId::Text).items().get(at) else { return Vec::new() };
        match item {
            Item::Opening(at) => {
                let title = &setting.briefing.section(*at).title;
                let mut lines = vec![words::opening(at.get() + 1, title, &setting.extent(*at))];
                lines.extend(self.tell_item(item, Some(&setting)).into_iter().skip(1));
                lines
            }
            Item::Closing(_) => Vec::new(),
            Item::Block(at) => {
                let mut lines = self.tell_item(item, Some(&setting));
                let kind = &setting.briefing.block(*at).kind;
                if let Some(first) = lines.first_mut() {
                    *first = match kind {
                        BlockKind::Heading(_) => words::heading(first),
                        BlockKind::Quote { .. } => words::quotation(first),
                        _ => std::mem::take(first),
                    };
                }
                if let (BlockKind::Quote { .. }, Some(last)) = (kind, lines.last_mut()) {
                    let dash = format!("{} ", setting.glyphs.dash);
                    if let Some(whose) = last.strip_prefix(&dash) {
                        *last = words::quoted_from(whose);
                    }
                }
                lines
            }
            _ => self.tell_item(item, Some(&setting)),
        }
    }

    /// Tells what stands beside the text, if that is another.
    pub(super) fn tell_beside(&mut self, reader: &Reader, lines: &mut Vec<String>) {
        let now = beside(reader);
        if self.beside.as_ref() != Some(&now) {
            lines.push(now.clone());
            self.beside = Some(now);
        }
    }
}

/// Where the reader is, and what is so there.
pub(crate) fn whereabouts(app: &App) -> Vec<String> {
    let Some(reader) = app.reader() else {
        let shelf = app.shelf().filter(|(volumes, _)| !volumes.is_empty());
        let where_to =
            shelf.map_or_else(super::super::words::nothing_open, |_| words::on_the_shelf());
        return vec![where_to.to_owned()];
    };
    let top = app.overlays().last().map(|top| top.title(Some(reader.briefing())));
    let mut lines: Vec<String> = top.map(|title| words::looking_at(&title)).into_iter().collect();
    lines.push(words::whereabouts(&reader.briefing().title, &place(reader), &reader.progress()));
    lines.push(beside(reader));
    lines.extend(app.search_words());
    lines.extend(super::lens(app));
    lines.extend(app.countdown().map(words::time_left));
    lines
}

/// Where the paragraph in focus is.
fn place(reader: &Reader) -> words::ParagraphPlace<'_> {
    let (briefing, progress) = (reader.briefing(), reader.progress());
    let at = reader.section();
    let blocks = briefing.sections.get(at.get()).map_or(&[][..], |section| &section.blocks);
    let before = reader.focus().map_or(0, BlockIx::get);
    let headings = blocks.iter().take(before).rev();
    let heading = headings
        .filter(|block| block.is_heading())
        .find_map(|block| block.texts().first().map(|text| text.plain.as_str()));
    words::ParagraphPlace {
        section: at.get() + 1,
        sections: briefing.sections.len(),
        title: briefing.sections.get(at.get()).map_or("", |section| &section.title),
        heading,
        paragraph: progress.paragraph,
        paragraphs: progress.paragraphs,
    }
}

/// The first words of the paragraph in focus.
fn beginning(reader: &Reader) -> String {
    let words = reader.focus().and_then(|at| reader.setting().beginning(at)).unwrap_or_default();
    match words.char_indices().nth(BEGINNING) {
        Some((end, _)) => {
            let whole = words.get(..end).and_then(|cut| cut.rsplit_once(' '));
            words::beginning(whole.map_or(&words, |(whole, _)| whole))
        }
        None => words,
    }
}

/// What stands beside the text.
fn beside(reader: &Reader) -> String {
    let briefing = reader.briefing();
    let articles = reader.pane(PaneId::Articles).items().iter().filter_map(Item::card);
    let articles: Vec<String> = articles.map(|target| briefing.name(&target)).collect();
    let [articles_pinned, pinned] =
        [PaneId::Articles, PaneId::Actors].map(|pane| reader.is_pinned(pane));
    let actors = reader.pane(PaneId::Actors).items().iter().filter_map(|item| match item {
        Item::Actor(at, named, _) if *named || pinned => Some(briefing.name(&Target::Actor(*at))),
        _ => None,
    });
    let actors: Vec<String> = actors.collect();
    let mut sentences = Vec::new();
    if articles_pinned || !articles.is_empty() {
        sentences.push(words::articles_here(&articles, articles_pinned));
    }
    if pinned || !actors.is_empty() {
        sentences.push(words::actors_here(&actors, pinned));
    }
    if sentences.is_empty() { words::nothing_beside().to_owned() } else { sentences.join(" ") }
}
