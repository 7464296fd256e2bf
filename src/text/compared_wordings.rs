//! Wordings beside each other, provision by provision, with the words marked that one has alone.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::base::cut;
use crate::model::{Target, Wording};

use super::compared_rows::{WordingRow, rows_of};
use super::differ::set_off;
use super::divided::portion;
use super::wording::{alone, indents, lead};
use super::words_compared::{WordingOf, WordsCompared};
use super::{Element, ProvisionIndent, Rich, Role, Sheet, Typesetting, words};

/// Wordings that stand beside each other, in rows. Of long laws there are thousands, so that each is set when
/// it is about to be seen.
#[derive(Debug)]
pub(crate) struct ComparedWordings {
    compared: Vec<Target>,
    words: Option<Arc<WordsCompared>>,
    stacked: bool,
    /// Those that have a wording.
    columns: Vec<Option<WordingColumn>>,
    /// What stands side by side.
    rows: Vec<WordingRow>,
}

/// A row of wordings that stand beside each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparedRow {
    of: Arc<ComparedWordings>,
    row: usize,
}

/// A wording in its column.
#[derive(Debug)]
struct WordingColumn {
    /// The wording of a provision; none of an article, whose own it is.
    part: Option<Wording>,
    /// How far each provision is set in.
    indents: Vec<ProvisionIndent>,
    /// What is said of it below its last row.
    said: Option<String>,
}

/// The same wordings, compared in the same way: all else comes of that.
impl PartialEq for ComparedWordings {
    fn eq(&self, other: &Self) -> bool {
        (&self.compared, &self.words, self.stacked)
            == (&other.compared, &other.words, other.stacked)
    }
}

impl Eq for ComparedWordings {}

impl ComparedRow {
    /// What the first of the wordings is of.
    pub(crate) fn first(&self) -> Option<&Target> {
        self.of.compared.first()
    }

    /// Blank rows above it.
    pub(crate) fn gap(&self) -> usize {
        let is_main = self.of.rows.get(self.row).is_none_or(|row| row.is_main);
        usize::from(is_main || self.of.stacked)
    }

    /// Whether nothing of a column comes after it.
    fn is_last_of(&self, number: usize) -> bool {
        let beyond = self.of.rows.iter().skip(self.row + 1);
        let mut cells = beyond.filter_map(|row| row.cells.get(number));
        cells.all(Range::is_empty)
    }
}

impl Typesetting<'_> {
    /// The wordings of several articles and provisions, a row for each of their main provisions or, of long ones,
    /// for each that stands in them. In those that are in the language of the first, the words are marked that the first does not share with the
    /// others, on both sides, once they were compared.
    pub(crate) fn compared_wordings(
        &self,
        compared: &[Target],
        words: Option<&Arc<WordsCompared>>,
        stacked: bool,
    ) -> Vec<ComparedRow> {
        let wordings: Vec<_> =
            compared.iter().map(|of| WordingOf::target(self.briefing, of)).collect();
        let said = self.said_below(compared, &wordings, words.map(|words| &**words));
        let own: Vec<_> = wordings.iter().map(|one| Some(&*one.as_ref()?.wording)).collect();
        let rows = rows_of(&own, self.glyphs.are_spoken());
        let columns = wordings.into_iter().zip(said);
        let columns: Vec<_> = columns
            .map(|(wording, said)| wording.map(|wording| WordingColumn::new(wording, said)))
            .collect();
        let (compared, words, all) = (compared.to_vec(), words.map(Arc::clone), rows.len());
        let of = Arc::new(ComparedWordings { compared, words, stacked, columns, rows });
        (0..all).map(|row| ComparedRow { of: Arc::clone(&of), row }).collect()
    }

    /// A row of them.
    pub(crate) fn compared_row(&self, row: &ComparedRow) -> Sheet {
        let mut sheet = Sheet::default();
        let ComparedWordings { compared, columns, .. } = &*row.of;
        let cells = columns.iter().zip(compared).enumerate();
        let cells = cells.map(|(number, (column, of))| match column {
            Some(column) => self.wording_cell(&mut sheet, column, number, row),
            None if row.row == 0 => vec![
                self.cell_label(words::WORDING, of),
                Element::new(Rich::new(words::NOTHING_GIVEN, Role::Faint)),
            ],
            None => Vec::new(),
        });
        let cells = cells.collect();
        sheet.push(Element::beside(cells, self.glyphs.upright));
        sheet
    }

    /// What a column has in a row, if it has so many.
    fn wording_cell(
        &self,
        sheet: &mut Sheet,
        column: &WordingColumn,
        number: usize,
        compared: &ComparedRow,
    ) -> Vec<Element> {
        let ComparedRow { of, row } = compared;
        let whose = of.compared.get(number);
        let article = whose.and_then(Target::article);
        let own = article.and_then(|at| self.briefing.article(at).wording.as_ref());
        let wording = column.part.as_ref().or(own);
        let here = of.rows.get(*row).and_then(|row| row.cells.get(number));
        let here = here.filter(|bytes| !bytes.is_empty());
        let (Some(here), Some(whose), Some(wording)) = (here, whose, wording) else {
            return Vec::new();
        };
        let is_labelled = *row == 0 || of.stacked;
        let label = is_labelled.then(|| self.cell_label(words::WORDING, whose));
        let mut cell: Vec<Element> = label.into_iter().collect();
        let words = of.words.as_ref().and_then(|words| words.column(number));
        let lacking = words.map_or(&[][..], |words| &words.own);
        let all = wording.provisions();
        let first = all.partition_point(|one| one.range.end <= here.start);
        let provisions = all.iter().zip(&column.indents).skip(first);
        for (provision, indent) in provisions.take_while(|(one, _)| one.range.start < here.end) {
            let unit = provision.words..provision.range.end;
            let Some(portion) = portion(&wording.text.plain, &unit, here) else { continue };
            let said = &portion.bytes;
            let rich = sheet.rich(&wording.text.part(said), Role::Body);
            let rich = set_off(&rich, &own_in(lacking, said), self.glyphs.lacking);
            let lead = lead(provision, *indent, self.glyphs.are_spoken());
            let (rich, taken) = alone(rich, &lead, Role::Body.into());
            let lead = cut(&lead, ..lead.len() - taken);
            cell.push(Element::new(rich).hung(lead, Role::Body).part(&portion));
        }
        if compared.is_last_of(number) {
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

impl WordingColumn {
    fn new(of: WordingOf, said: Option<String>) -> Self {
        let WordingOf { wording, language: _ } = of;
        let indents = indents(wording.provisions());
        let part = match wording {
            Cow::Owned(part) => Some(part),
            Cow::Borrowed(_) => None,
        };
        Self { part, indents, said }
    }
}

/// Those of the bytes that another lacks, in order, that are in a part of the text, counted from where that begins.
fn own_in(own: &[Range<usize>], part: &Range<usize>) -> Vec<Range<usize>> {
    let from = own.partition_point(|own| own.end <= part.start);
    let own = own.iter().skip(from).take_while(|own| own.start < part.end);
    own.map(|own| own.start - part.start..own.end - part.start).collect()
}
