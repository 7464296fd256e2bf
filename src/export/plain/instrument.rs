//! An instrument: its card, and below the parts that they stand in its articles.

use std::io::{self, Write};

use crate::export::words;
use crate::model::{ArticleIx, Instrument, InstrumentIx, InstrumentPart, Target};

use super::Printer;

impl<W: Write> Printer<'_, W> {
    pub(super) fn instrument(&mut self, at: InstrumentIx) -> io::Result<()> {
        let instrument = self.setting.briefing.instrument(at);
        writeln!(self.out)?;
        self.title(instrument.name())?;
        let mut card = self.setting.card(&Target::Instrument(at));
        if instrument.name() == instrument.title {
            // It begins with its title, which stands there.
            card.elements.retain(|element| element.rich.plain != instrument.title);
        }
        self.sheet(card)?;
        self.notes_on(&Target::Instrument(at))?;
        let Instrument { articles, parts, .. } = instrument;
        let mut parts = parts.iter().peekable();
        for number in 0..articles.len() {
            while let Some(part) = parts.next_if(|part| part.before <= number) {
                self.part_of_law(part)?;
            }
            self.card(&Target::Article(ArticleIx::new(at, number)))?;
        }
        parts.try_for_each(|part| self.part_of_law(part))
    }

    fn part_of_law(&mut self, part: &InstrumentPart) -> io::Result<()> {
        let InstrumentPart { name, title, level: _, before: _ } = part;
        writeln!(self.out)?;
        let title = title.as_ref().map_or_else(|| name.clone(), |title| words::titled(name, title));
        self.underlined(&title, "-")
    }
}
