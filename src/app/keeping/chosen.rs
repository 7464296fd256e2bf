//! What is done with words that were chosen one by one: taken away, highlighted, noted.

use std::ops::Range;

use crate::desk::Picked;
use crate::model::kept::{Anchor, Change, Highlight};
use crate::model::{ArticleIx, BlockIx, Briefing, Target};
use crate::text::{Passage, Saying, Typesetting, sayings};

use super::super::step::Step;
use super::super::words::KeyedSentence;
use super::super::{Reader, words};
use super::copy::{Taken, copied};
use super::{Keeping, Mark};

/// A part of a paragraph, in bytes of its logical text.
type ChosenPart = (BlockIx, Range<usize>);

/// Copies the chosen words, each paragraph and each text of a card by itself, and shows what was
/// copied.
pub(in crate::app) fn copy_chosen(taken: Taken, reader: &Reader, picked: &[Picked]) -> Vec<Step> {
    let words = match taken {
        Taken::Words => picked.iter().map(said).collect::<Vec<_>>().join("\n\n"),
        Taken::Citation => cited(&reader.setting(), picked).join("\n\n"),
    };
    if words.is_empty() {
        return vec![Step::Say(words::NOTHING_TO_COPY.to_owned())];
    }
    let mut steps = vec![Step::LeaveVisual];
    steps.extend(copied(&words, reader));
    steps
}

impl Keeping {
    /// Highlights the chosen words, in each paragraph by themselves; no longer, if all of them are.
    pub(in crate::app) fn highlight_chosen(
        &mut self,
        reader: &Reader,
        picked: &[Picked],
    ) -> Vec<Step> {
        let chosen = match of_paragraphs(reader.briefing(), picked) {
            Ok(chosen) => chosen,
            Err(sentence) => return vec![Step::SayKeys(sentence)],
        };
        let (mut new, mut old) = (Vec::new(), Vec::new());
        for (block, bytes) in chosen {
            let lit =
                self.marks_on(&Target::Block(block), |mark| matches!(mark, Mark::Highlight(_)));
            let covers = |lit: &Range<usize>| lit.start <= bytes.start && bytes.end <= lit.end;
            let mut covering = lit.into_iter().filter(|(lit, _)| covers(lit)).peekable();
            if covering.peek().is_none() {
                new.push((block, bytes.clone()));
            }
            old.extend(covering.map(|(_, mark)| mark));
        }
        let said = if new.is_empty() {
            for mark in old {
                self.keep(mark.remove());
            }
            Step::Say(words::NOT_HIGHLIGHTED.to_owned())
        } else if new.len() == 1 {
            Step::SayKeys(words::highlighted)
        } else {
            Step::Say(words::highlighted_in(new.len()))
        };
        for (block, bytes) in new {
            let anchor = Anchor::at(reader.briefing(), block, Some(bytes));
            let highlight = Highlight { id: self.ids.fresh(), anchor, made: self.now };
            self.keep(Change::PutHighlight(highlight));
        }
        vec![Step::LeaveVisual, said, Step::ShowMarks]
    }

    /// Begins to write a note on the chosen words, or goes on with the one that is on them. Of several
    /// paragraphs it is on those of the first; of a card it is on the card.
    pub(in crate::app) fn note_chosen(&mut self, reader: &Reader, picked: &[Picked]) -> Vec<Step> {
        if let Some(card) = picked.first().and_then(|first| first.item.card()) {
            let mut steps = vec![Step::LeaveVisual];
            steps.extend(self.write_note_on(reader, &card));
            steps.push(Step::Say(words::ON_THE_WHOLE_CARD.to_owned()));
            return steps;
        }
        let chosen = match of_paragraphs(reader.briefing(), picked) {
            Ok(chosen) => chosen,
            Err(sentence) => return vec![Step::SayKeys(sentence)],
        };
        let number = chosen.len();
        let Some((block, bytes)) = chosen.into_iter().next() else { return Vec::new() };
        let notes = self
            .marks_on(&Target::Block(block), |mark| matches!(mark, Mark::Note(_) | Mark::Draft(_)));
        let here = notes.into_iter().find(|(on, _)| *on == bytes);
        let mut steps = vec![Step::LeaveVisual];
        steps.extend(match here {
            Some((_, mark)) => self.write_on(mark),
            None => self.begin_note(Anchor::at(reader.briefing(), block, Some(bytes))),
        });
        steps.extend((number > 1).then(|| Step::Say(words::on_the_first_of(number))));
        steps
    }
}

/// The words of an item: the items of a list are lines, the texts of a card paragraphs.
fn said(picked: &Picked) -> String {
    let texts: Vec<&str> = picked.texts.iter().map(|(_, words)| words.as_str()).collect();
    texts.join(if picked.item.block().is_some() { "\n" } else { "\n\n" })
}

/// The chosen words of each paragraph, in order; a heading takes none.
///
/// # Errors
/// A sentence, if there are none, or words of a card among them.
fn of_paragraphs(briefing: &Briefing, picked: &[Picked]) -> Result<Vec<ChosenPart>, KeyedSentence> {
    let mut chosen = Vec::new();
    for one in picked {
        let Some(at) = one.item.block() else { return Err(words::only_on_paragraphs) };
        let (first, last) = (one.texts.first(), one.texts.last());
        if let (Some((first, _)), Some((last, _))) = (first, last)
            && !briefing.block(at).is_heading()
        {
            chosen.push((at, first.start..last.end));
        }
    }
    if chosen.is_empty() { Err(|_| words::NO_PARAGRAPH.to_owned()) } else { Ok(chosen) }
}

/// The citations of what is chosen. Paragraphs that follow each other and are the briefing's own words
/// make one; somebody's words, an editor's note and each text of a card are cited by themselves.
fn cited(setting: &Typesetting, picked: &[Picked]) -> Vec<String> {
    let mut cited = Vec::new();
    let mut run: Vec<(BlockIx, String)> = Vec::new();
    let flush = |run: &mut Vec<(BlockIx, String)>, cited: &mut Vec<String>| {
        let (blocks, words): (Vec<_>, Vec<_>) = std::mem::take(run).into_iter().unzip();
        cited.extend(Passage::paragraphs(setting, &blocks, &words).map(|one| one.cite(setting)));
    };
    let mut law = ChosenLaw::default();
    for one in picked {
        if let Some(at) = one.item.block() {
            law.end(setting, &mut cited);
            if run.last().is_some_and(|(before, _)| !Passage::go_on(setting.briefing, *before, at))
            {
                flush(&mut run, &mut cited);
            }
            let lines = one.texts.iter().map(|(_, words)| words.replace('\n', " "));
            run.push((at, lines.collect::<Vec<_>>().join("\n")));
            continue;
        }
        let Some(target) = one.item.card() else { continue };
        flush(&mut run, &mut cited);
        let said = sayings(setting.briefing, &target);
        for (bytes, words) in &one.texts {
            let mut end = 0;
            let saying = said.iter().find(|(_, text)| {
                end += text.plain.len() + 1;
                bytes.start < end
            });
            let Some((saying, _)) = saying else { continue };
            if let (Saying::Wording, Some(article)) = (*saying, target.article()) {
                law.go_on(article, bytes, words, setting, &mut cited);
                continue;
            }
            law.end(setting, &mut cited);
            let passage = Passage::said(setting.briefing, &target, *saying, words.clone());
            cited.extend(passage.map(|passage| passage.cite(setting)));
        }
    }
    law.end(setting, &mut cited);
    flush(&mut run, &mut cited);
    cited
}

/// Words of the wording of one article, which may go over several provisions.
#[derive(Default)]
struct ChosenLaw(Option<(ArticleIx, Range<usize>, Vec<String>)>);

impl ChosenLaw {
    /// Takes more words of an article's wording, which are these bytes of what its card says.
    fn go_on(
        &mut self,
        article: ArticleIx,
        bytes: &Range<usize>,
        words: &str,
        setting: &Typesetting,
        cited: &mut Vec<String>,
    ) {
        if self.0.as_ref().is_some_and(|(before, ..)| *before != article) {
            self.end(setting, cited);
        }
        let (_, all, said) = self.0.get_or_insert_with(|| (article, bytes.clone(), Vec::new()));
        all.end = bytes.end;
        said.push(words.to_owned());
    }

    /// Cites them by the smallest provision in which all of them stand.
    fn end(&mut self, setting: &Typesetting, cited: &mut Vec<String>) {
        let Some((article, bytes, said)) = self.0.take() else { return };
        let of = setting.provision_around(article, &bytes);
        let passage = Passage::said(setting.briefing, &of, Saying::Wording, said.join(" "));
        cited.extend(passage.map(|passage| passage.cite(setting)));
    }
}
