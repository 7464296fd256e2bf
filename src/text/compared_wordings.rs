//! Wordings beside each other, provision by provision, with the words marked that one has alone.

use std::borrow::Cow;
use std::ops::Range;

use crate::model::{Target, Wording};

use super::differ::set_off;
use super::wording::leads;
use super::words_compared::{WordingOf, WordsCompared};
use super::{Element, Rich, Role, Sheet, Typesetting, words};

/// A wording in its column.
struct WordingColumn<'a> {
    /// Whose it is.
    of: &'a Target,
    wording: Cow<'a, Wording>,
    /// What stands before the words of each provision.
    leads: Vec<String>,
    /// The provisions of each row.
    rows: Vec<Range<usize>>,
    /// The bytes of its text that another lacks, in order.
    own: &'a [Range<usize>],
    /// What is said of it below.
    said: Option<String>,
}

impl Typesetting<'_> {
    /// The wordings of several articles and provisions, a row for each of their main provisions. In those
    /// that are in the language of the first, the words are marked that the first does not share with the
    /// others, on both sides, once they were compared.
    pub(super) fn compared_wordings(
        &self,
        compared: &[Target],
        words: Option<&WordsCompared>,
        stacked: bool,
    ) -> Vec<Sheet> {
        let wordings: Vec<_> =
            compared.iter().map(|of| WordingOf::target(self.briefing, of)).collect();
        let said = self.said_below(compared, &wordings, words);
        let columns = wordings.into_iter().zip(compared).zip(said).enumerate();
        let columns: Vec<_> = columns
            .map(|(number, ((wording, of), said))| {
                let own =
                    words.and_then(|words| words.column(number)).map_or(&[][..], |one| &one.own);
                wording.map(|wording| self.wording_column(wording, of, own, said))
            })
            .collect();
        let rows = columns.iter().flatten().map(|column| column.rows.len()).max().unwrap_or(0);
        let row = |row| {
            let mut sheet = Sheet::default();
            let cells = columns.iter().zip(compared).map(|(column, of)| match column {
                Some(column) => self.wording_cell(&mut sheet, column, row, stacked),
                None if row == 0 => vec![
                    self.cell_label(words::WORDING, of),
                    Element::new(Rich::new(words::NOTHING_GIVEN, Role::Faint)),
                ],
                None => Vec::new(),
            });
            let cells = cells.collect();
            sheet.push(Element::beside(cells, self.glyphs.upright));
            sheet
        };
        (0..rows).map(row).collect()
    }

    fn wording_column<'a>(
        &self,
        WordingOf { wording, language: _ }: WordingOf<'a>,
        of: &'a Target,
        own: &'a [Range<usize>],
        said: Option<String>,
    ) -> WordingColumn<'a> {
        WordingColumn {
            of,
            leads: leads(wording.provisions(), self.glyphs.are_spoken()),
            rows: wording.main_provisions(),
            wording,
            own,
            said,
        }
    }

    /// What a column has in a row, if it has so many.
    fn wording_cell(
        &self,
        sheet: &mut Sheet,
        column: &WordingColumn,
        row: usize,
        stacked: bool,
    ) -> Vec<Element> {
        let Some(here) = column.rows.get(row) else { return Vec::new() };
        let is_labelled = row == 0 || stacked;
        let label = is_labelled.then(|| self.cell_label(words::WORDING, column.of));
        let mut cell: Vec<Element> = label.into_iter().collect();
        let provisions = column.wording.provisions().iter().zip(&column.leads);
        for (provision, lead) in provisions.skip(here.start).take(here.len()) {
            let said = provision.words..provision.range.end;
            let rich = sheet.rich(&column.wording.text.part(&said), Role::Body);
            let rich = set_off(&rich, &column.own_in(&said), self.glyphs.lacking);
            cell.push(Element::new(rich).hung(lead, Role::Body));
        }
        if row + 1 == column.rows.len() {
            let said = column.said.as_ref();
            cell.extend(said.map(|said| Element::new(Rich::new(said, Role::Faint))));
        }
        cell
    }

    /// What is said below each wording: which of its words are marked, that they are being compared, or why they
    /// are not. Nothing where there is nothing to compare with.
    fn said_below(
        &self,
        compared: &[Target],
        wordings: &[Option<WordingOf>],
        words: Option<&WordsCompared>,
    ) -> Vec<Option<String>> {
        let mut said = vec![None; compared.len()];
        let Some(Some(first)) = wordings.first() else { return said };
        let is_alike = |one: &WordingOf| one.language.eq_ignore_ascii_case(first.language);
        let mut others = Vec::new();
        let below = |number, other: Option<&str>| match words {
            Some(words) => Some(self.own_words(words, number, other)?),
            None => Some(words::COMPARING.to_owned()),
        };
        let name = compared.first().map(|of| self.briefing.name(of)).unwrap_or_default();
        for (number, wording) in wordings.iter().enumerate().skip(1) {
            let (Some(wording), Some(said)) = (wording, said.get_mut(number)) else { continue };
            if is_alike(wording) {
                *said = below(number, Some(&name));
                others.extend(compared.get(number).map(|of| self.briefing.name(of)));
            } else {
                *said = Some(words::in_two_languages(wording.language, first.language));
            }
        }
        if let Some(said) = said.first_mut() {
            *said = match others.as_slice() {
                [] => None,
                [other] => below(0, Some(other)),
                _ => below(0, None),
            };
        }
        said
    }

    /// What is said below one that was compared with the `other`, or with several.
    fn own_words(
        &self,
        words: &WordsCompared,
        number: usize,
        other: Option<&str>,
    ) -> Option<String> {
        let column = words.column(number)?;
        let own = words::OwnWords {
            marks: (!column.own.is_empty()).then_some(self.glyphs.lacking),
            other,
            shared: column.shared,
            all: column.all,
        };
        Some(own.words(self.glyphs.dot))
    }
}

impl WordingColumn<'_> {
    /// The bytes that another lacks in a part of its text, counted from where that begins.
    fn own_in(&self, part: &Range<usize>) -> Vec<Range<usize>> {
        let from = self.own.partition_point(|own| own.end <= part.start);
        let own = self.own.iter().skip(from).take_while(|own| own.start < part.end);
        own.map(|own| own.start - part.start..own.end - part.start).collect()
    }
}
