//! Wordings beside each other, provision by provision, with the words marked that one has alone.

use std::borrow::Cow;
use std::ops::Range;

use crate::model::{Target, Wording};

use super::differ::{Words, set_off, shared};
use super::wording::leads;
use super::{Element, Rich, Role, Sheet, Typesetting, words};

/// A wording in its column.
struct WordingColumn<'a> {
    /// Whose it is.
    of: &'a Target,
    /// The language that it is in, a BCP 47 tag without what follows the first hyphen.
    language: &'a str,
    wording: Cow<'a, Wording>,
    /// What stands before the words of each provision.
    leads: Vec<String>,
    /// The provisions of each row.
    rows: Vec<Range<usize>>,
    /// The bytes of its text that another lacks, in order.
    own: Vec<Range<usize>>,
    /// What is said of it below.
    said: Option<Rich>,
}

impl Typesetting<'_> {
    /// The wordings of several articles and provisions, a row for each of their main provisions. In those
    /// that are in the language of the first, the words are marked that the first does not share with the
    /// others, on both sides.
    pub(super) fn compared_wordings(&self, compared: &[Target], stacked: bool) -> Vec<Sheet> {
        let mut columns: Vec<_> = compared.iter().map(|of| self.wording_column(of)).collect();
        self.mark_own_words(&mut columns);
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

    /// The column of what has a wording.
    fn wording_column<'a>(&'a self, of: &'a Target) -> Option<WordingColumn<'a>> {
        let at = of.article()?;
        let whole = self.briefing.article(at).wording.as_ref()?;
        let wording = match of {
            Target::Provision(address) => Cow::Owned(whole.part(whole.find(&address.steps)?)),
            _ => Cow::Borrowed(whole),
        };
        Some(WordingColumn {
            of,
            language: self.briefing.wording_language(at).split('-').next().unwrap_or_default(),
            leads: leads(wording.provisions(), self.glyphs.are_spoken()),
            rows: wording.main_provisions(),
            wording,
            own: Vec::new(),
            said: None,
        })
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
            cell.extend(column.said.clone().map(Element::new));
        }
        cell
    }

    /// Marks the words of the first wording that none of the others has, and those of the others
    /// that the first one lacks; says so of each. Of what is in another language it says that.
    fn mark_own_words(&self, columns: &mut [Option<WordingColumn>]) {
        let Some((Some(first), others)) = columns.split_first_mut() else { return };
        let mut others: Vec<_> = others.iter_mut().flatten().collect();
        if others.is_empty() {
            return;
        }
        let (words, name) = (first.words(), self.briefing.name(first.of));
        let mut in_first = vec![false; words.len()];
        let mut compared = Vec::new();
        for other in &mut others {
            if !other.language.eq_ignore_ascii_case(first.language) {
                let why = words::in_two_languages(other.language, first.language);
                other.said = Some(Rich::new(&why, Role::Faint));
                continue;
            }
            let others_words = other.words();
            let (in_one, in_other) = shared(&words, &others_words);
            in_first.iter_mut().zip(in_one).for_each(|(shared, here)| *shared |= here);
            self.mark_words(other, &others_words, &in_other, Some(&name));
            compared.push(self.briefing.name(other.of));
        }
        let other = match compared.as_slice() {
            [] => return,
            [other] => Some(other.as_str()),
            _ => None,
        };
        self.mark_words(first, &words, &in_first, other);
    }

    /// Marks the words that are not `shared` with the `other`, or with any of several, and says whether there
    /// are any.
    fn mark_words(
        &self,
        column: &mut WordingColumn,
        words: &Words,
        shared: &[bool],
        other: Option<&str>,
    ) {
        column.own = words.own(shared);
        let own = words::OwnWords {
            marks: (!column.own.is_empty()).then_some(self.glyphs.lacking),
            other,
            shared: shared.iter().filter(|shared| **shared).count(),
            all: words.len(),
        };
        column.said = Some(Rich::new(&own.words(self.glyphs.dot), Role::Faint));
    }
}

impl WordingColumn<'_> {
    /// Its words, without the marks of its provisions: a paragraph that has another number is not another.
    fn words(&self) -> Words {
        let said = self.wording.provisions().iter().map(|one| one.words..one.range.end);
        Words::of_parts(&self.wording.text.plain, said)
    }

    /// The bytes that another lacks in a part of its text, counted from where that begins.
    fn own_in(&self, part: &Range<usize>) -> Vec<Range<usize>> {
        let from = self.own.partition_point(|own| own.end <= part.start);
        let own = self.own.iter().skip(from).take_while(|own| own.start < part.end);
        own.map(|own| own.start - part.start..own.end - part.start).collect()
    }
}
