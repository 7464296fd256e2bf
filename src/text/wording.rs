//! The wording of a law, set provision by provision, and its clauses taken apart.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use crate::model::{ArticleIx, ClauseElement, Provision, ProvisionAddress, Target, Wording};

use super::card::{heading, labelled};
use super::divided::portion;
use super::origin::origin_on_card;
use super::saying::sayings;
use super::{Element, Face, Origin, Rich, Role, Sheet, Tongue, Typesetting, columns, words};

/// How far provisions are set in at most, in columns: those deeper down are told by their marks.
const DEEPEST: usize = 16;
/// How wide a mark may be that moves what stands beside it, in columns: words of a wider one begin right
/// behind it.
const MARK: usize = 7;

impl Typesetting<'_> {
    /// By ear, a provision alone: its name, what it says with all that stands in it, who cites it. `None` if
    /// it is to be seen in its article, or there is none like that.
    pub(super) fn provision_told(&self, at: &ProvisionAddress) -> Option<Sheet> {
        let article = self.briefing.article(at.article);
        let wording = article.wording.as_ref().filter(|_| self.glyphs.are_spoken())?;
        let provisions = wording.with_all_in(wording.find(&at.steps)?);
        let mut sheet = Sheet::default();
        sheet.push(heading(&article.heading_below(&at.steps, self.glyphs.dot)));
        let instrument = self.briefing.instrument(at.article.instrument).name();
        sheet.push(Element::new(Rich::new(instrument, Role::Faint)));
        let bytes = wording.bytes(&provisions);
        self.wording(at.article, &mut sheet, wording, &[], &bytes);
        let whole = [(article.heading(self.glyphs.dot), Target::Article(at.article))];
        self.links(&mut sheet, words::PART_OF, 0, &whole);
        self.rests_on(&mut sheet, &Target::Provision(at.clone()), &[]);
        Some(sheet)
    }

    /// These bytes of the wording of an article, each provision hanging behind its mark.
    /// Those to which the steps of `cited` lead are set off.
    pub(super) fn wording(
        &self,
        of: ArticleIx,
        sheet: &mut Sheet,
        wording: &Wording,
        cited: &[Arc<str>],
        bytes: &Range<usize>,
    ) {
        if wording.text.is_empty() {
            return;
        }
        let logical = self.wording_begins(of, wording);
        let here = bytes.start..bytes.end.min(wording.text.plain.len());
        let rich = sheet.rich(&wording.text.part(&here), Role::Body);
        let mut cited: Vec<Range<usize>> = cited
            .iter()
            .filter_map(|steps| wording.find(steps).map(|at| wording.with_all_in(at)))
            .collect();
        cited.sort_by_key(|range| range.start);
        let mut cited = cited.into_iter().peekable();
        let mut cited_to = 0;
        let own = self.own_on_provisions(of, wording);
        let tongue = self.tongue(of);
        let all = wording.provisions();
        let first = all.partition_point(|one| one.range.end < bytes.start);
        let set = all.iter().zip(indents(all)).enumerate().skip(first);
        for (n, (provision, indent)) in set.take_while(|(_, (one, _))| one.range.start < bytes.end)
        {
            let unit = provision.words..provision.range.end;
            let Some(portion) = portion(&wording.text.plain, &unit, bytes) else { continue };
            let said = &portion.bytes;
            let said = rich.part(&(said.start - here.start..said.end - here.start));
            let mut begins = false;
            while let Some(range) = cited.next_if(|range| range.start <= n) {
                begins |= range.start == n;
                cited_to = range.end.max(cited_to);
            }
            let is_cited = n < cited_to;
            let element = self.provision(provision, indent, said, logical, begins);
            let mut element = Element { cited: is_cited, tongue, ..element.part(&portion) };
            let is_apart = portion.skipped == 0 && n > 0 && is_paragraph(provision);
            let own = || own.get(&n).into_iter().flatten().filter(|_| portion.ends);
            own().for_each(|on| self.bookmarks(&mut element.rich, on));
            sheet.push(element.below(usize::from(is_apart)));
            own().for_each(|on| self.own_notes(sheet, on));
        }
    }

    /// A provision behind its mark. `logical` is where its wording begins in what the card says; of one that
    /// is `cited` the mark stands out.
    pub(super) fn provision(
        &self,
        provision: &Provision,
        indent: ProvisionIndent,
        said: Rich,
        logical: usize,
        cited: bool,
    ) -> Element {
        let (at, len) = (0, said.plain.len());
        let mut lead = lead(provision, indent, self.glyphs.are_spoken());
        let role = if cited { Role::Accent } else { Role::Body };
        let face = Face { strong: cited, ..role.into() };
        let (said, alone) = alone(said, &lead, face);
        lead.truncate(lead.len() - alone);
        if cited && self.glyphs.are_spoken() {
            lead = format!("{}: {lead}", words::CITED_HERE);
        }
        let mut element = Element::new(said);
        if !lead.is_empty() {
            element = element.hung(&lead, face);
        }
        element.from(Origin::Text { at, logical: logical + provision.words, len })
    }

    /// The language of the wording of an article, where that is not the briefing's.
    pub(super) fn tongue(&self, of: ArticleIx) -> Option<Tongue> {
        let (article, instrument) =
            (self.briefing.article(of), self.briefing.instrument(of.instrument));
        article.language.as_deref().or(instrument.language.as_deref()).map(Tongue::of)
    }

    /// Where the wording of an article begins in what its card says.
    pub(super) fn wording_begins(&self, of: ArticleIx, wording: &Wording) -> usize {
        let said = sayings(self.briefing, &Target::Article(of));
        match origin_on_card(&said, &wording.text, 0) {
            Origin::Text { logical, .. } => logical,
            Origin::Note(_) => 0,
        }
    }

    /// The bytes of what an article's card says that are a provision; `None` if there is none like that.
    pub(crate) fn bytes_of_provision(&self, at: &ProvisionAddress) -> Option<Range<usize>> {
        let wording = self.briefing.article(at.article).wording.as_ref()?;
        let bytes = wording.bytes(&wording.with_all_in(wording.find(&at.steps)?));
        let logical = self.wording_begins(at.article, wording);
        Some(logical + bytes.start..logical + bytes.end)
    }

    /// The provision of which a byte of what an article's card says is; `None` for one that is not of its
    /// wording.
    pub(crate) fn provision_at(&self, of: ArticleIx, byte: usize) -> Option<Target> {
        let wording = self.briefing.article(of).wording.as_ref()?;
        let begins = self.wording_begins(of, wording);
        let is_of_wording = (begins..begins + wording.text.plain.len()).contains(&byte);
        is_of_wording.then(|| self.provision_around(of, &(byte..byte + 1)))
    }

    /// The smallest provision of an article in which these bytes of what its card says stand; the article,
    /// if they stand in several.
    pub(crate) fn provision_around(&self, of: ArticleIx, bytes: &Range<usize>) -> Target {
        let article = Target::Article(of);
        let Some(wording) = &self.briefing.article(of).wording else { return article };
        let begins = self.wording_begins(of, wording);
        let at = |byte: usize| {
            let byte = byte.saturating_sub(begins);
            wording.provisions().iter().position(|one| byte < one.range.end)
        };
        let (mut around, last) = (at(bytes.start), at(bytes.end.saturating_sub(1)));
        while let Some(here) = around
            && !last.is_some_and(|last| wording.with_all_in(here).contains(&last))
        {
            around = wording.provisions().get(here).and_then(|one| one.parent);
        }
        let steps = around.and_then(|at| wording.addresses().get(at).cloned());
        let steps = steps.map(|way| way.steps).filter(|steps| !steps.is_empty());
        steps.map_or(article, |steps| Target::Provision(ProvisionAddress::new(of, steps)))
    }

    /// The provisions of an article that the reader left a note or a bookmark on, by their positions.
    fn own_on_provisions(&self, of: ArticleIx, wording: &Wording) -> HashMap<usize, Vec<Target>> {
        let mut own: HashMap<usize, Vec<Target>> = HashMap::new();
        for at in self.left_on_provisions(of) {
            if let Some(place) = wording.find(&at.steps) {
                own.entry(place).or_default().push(Target::Provision(at));
            }
        }
        own
    }

    /// A clause taken apart, an element a line.
    pub(super) fn elements(&self, of: &Target, sheet: &mut Sheet, elements: &[ClauseElement]) {
        for (n, ClauseElement { name, text }) in elements.iter().enumerate() {
            let mut rich = labelled(self.briefing.element_title(name));
            let origin = origin_on_card(&sayings(self.briefing, of), text, rich.plain.len());
            rich.append(sheet.rich(text, Role::Body));
            sheet.push(Element::new(rich).below(usize::from(n == 0)).from(origin));
        }
    }
}

/// Whether a provision is a paragraph of the article, which stands apart from the one before.
pub(super) fn is_paragraph(provision: &Provision) -> bool {
    provision.mark.is_none() && provision.level == 0
}

/// Where a provision begins, and where its words do, in columns.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct ProvisionIndent {
    mark: usize,
    words: usize,
}

/// How far each provision of a wording is set in.
pub(super) fn indents(provisions: &[Provision]) -> Vec<ProvisionIndent> {
    let width = |one: &Provision| one.mark.as_deref().map_or(0, columns).min(MARK);
    // The widest mark among siblings, entered at the one that they stand in; the last entry is for those
    // that stand in none.
    let mut widest = vec![0; provisions.len() + 1];
    for one in provisions {
        if let Some(all) = widest.get_mut(one.parent.unwrap_or(provisions.len())) {
            *all = width(one).max(*all);
        }
    }
    let mut indents: Vec<ProvisionIndent> = Vec::with_capacity(provisions.len());
    for one in provisions {
        let above = one.parent.and_then(|at| indents.get(at)).map_or(0, |above| above.words);
        let mark = above.min(DEEPEST);
        let beside = widest.get(one.parent.unwrap_or(provisions.len())).copied().unwrap_or(0);
        let words = if one.mark.is_some() { mark + beside + 1 } else { mark };
        indents.push(ProvisionIndent { mark, words });
    }
    indents
}

/// What is said of a provision, and how many bytes of its `lead` that took: a mark that has no words beside it
/// stands as words do, for it is shown all the same.
pub(super) fn alone(said: Rich, lead: &str, face: Face) -> (Rich, usize) {
    if !said.plain.is_empty() {
        return (said, 0);
    }
    let mark = lead.trim();
    (Rich::new(mark, face), lead.trim_start().len())
}

/// What stands before the words of a provision: its mark, as far in as it stands, and a blank. By ear the mark
/// alone: blanks behind it would make a label of it.
pub(super) fn lead(provision: &Provision, indent: ProvisionIndent, spoken: bool) -> String {
    let mark = provision.mark.as_deref().unwrap_or_default();
    if spoken {
        return if mark.is_empty() { String::new() } else { format!("{mark} ") };
    }
    let blank = indent.words.saturating_sub(indent.mark + columns(mark));
    let blank = if mark.is_empty() { 0 } else { blank.max(1) };
    format!("{}{mark}{}", " ".repeat(indent.mark), " ".repeat(blank))
}
