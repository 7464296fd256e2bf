//! The rows and the columns of the matrix, and what stands in both.

use crate::model::{ActorIx, BlockIx, Briefing, Section, SectionIx, Target};

/// What the columns are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    Articles,
    Sections,
}

/// How rows and columns are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// Those with the most paragraphs first.
    Weight,
    /// By name; articles and sections as they stand in the briefing.
    Name,
}

/// Actors in rows, what they stand in in columns, and how often.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct MatrixTable {
    pub rows: Vec<Head>,
    pub columns: Vec<Head>,
}

/// The head of a row or a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// What it stands for.
    pub target: Target,
    /// Its name.
    pub name: String,
    /// Its name in few columns.
    pub short: String,
    /// Paragraphs in which it stands with any of the others.
    pub weight: usize,
}

/// The blocks in which a row and a column stand together, in the order of reading. Both lists are in
/// that order, so one walk over them is enough.
pub(super) fn together<'b>(
    briefing: &'b Briefing,
    row: &Head,
    column: &Head,
) -> Box<dyn Iterator<Item = BlockIx> + 'b> {
    let mut rows = briefing.index().cited_by(&row.target).iter().copied();
    if let Target::Section(section) = column.target {
        return Box::new(rows.filter(move |at| at.section == section));
    }
    let mut columns = briefing.index().cited_by(&column.target).iter().copied().peekable();
    Box::new(rows.by_ref().collect::<Vec<_>>().into_iter().filter(move |at| {
        while columns.next_if(|other| other < at).is_some() {}
        columns.peek() == Some(at)
    }))
}

impl MatrixTable {
    pub(super) fn new(briefing: &Briefing, by: By, order: Order) -> Self {
        let actors = (0..briefing.actors.len()).map(|at| Target::Actor(ActorIx::new(at)));
        let articles = briefing.articles().map(|(at, _)| Target::Article(at));
        let (actors, articles): (Vec<_>, Vec<_>) = (actors.collect(), articles.collect());
        let naming = BlockSet::citing(briefing, &actors);
        let citing = BlockSet::citing(briefing, &articles);
        let cited_by = |target: &Target| briefing.index().cited_by(target);
        let head = |target: &Target, weight: usize| {
            let (name, short) = names(briefing, target);
            (weight > 0).then(|| Head { target: target.clone(), name, short, weight })
        };
        let row = |actor: &Target| match by {
            By::Articles => head(actor, citing.count(cited_by(actor))),
            By::Sections => head(actor, cited_by(actor).len()),
        };
        let article = |article: &Target| head(article, naming.count(cited_by(article)));
        let section = |at: usize| head(&Target::Section(SectionIx::new(at)), naming.within(at));
        let rows = actors.iter().filter_map(row).collect();
        let columns = match by {
            By::Articles => articles.iter().filter_map(article).collect(),
            By::Sections => (0..briefing.sections.len()).filter_map(section).collect(),
        };
        let mut table = Self { rows, columns };
        match order {
            // The sort keeps the briefing's order among equals.
            Order::Weight => {
                table.rows.sort_by_key(|head| std::cmp::Reverse(head.weight));
                table.columns.sort_by_key(|head| std::cmp::Reverse(head.weight));
            }
            Order::Name => table.rows.sort_by_key(|head| head.name.to_lowercase()),
        }
        table
    }
}

/// Blocks of a briefing. Who asks for tens of thousands gets no table of hashes.
struct BlockSet {
    /// For each section, whether each block is among them.
    has: Vec<Vec<bool>>,
}

impl BlockSet {
    /// Those that cite any of `targets`.
    fn citing(briefing: &Briefing, targets: &[Target]) -> Self {
        let none = |section: &Section| vec![false; section.blocks.len()];
        let mut has: Vec<Vec<bool>> = briefing.sections.iter().map(none).collect();
        for at in targets.iter().flat_map(|target| briefing.index().cited_by(target)) {
            let section = has.get_mut(at.section.get());
            if let Some(block) = section.and_then(|section| section.get_mut(at.get())) {
                *block = true;
            }
        }
        Self { has }
    }

    /// How many of `blocks` are among them.
    fn count(&self, blocks: &[BlockIx]) -> usize {
        let section = |at: &BlockIx| self.has.get(at.section.get());
        let has = |at: &&BlockIx| section(at).and_then(|has| has.get(at.get())) == Some(&true);
        blocks.iter().filter(has).count()
    }

    /// How many of them are in a section.
    fn within(&self, section: usize) -> usize {
        self.has.get(section).map_or(0, |has| has.iter().filter(|has| **has).count())
    }
}

/// The name of a head, and what fits a narrow column: `Art. 4`, `1961 I`, `2`.
fn names(briefing: &Briefing, target: &Target) -> (String, String) {
    let name = briefing.name(target);
    let short = match target {
        Target::Article(at) => {
            let number = briefing.article(*at).short_name();
            let instrument = briefing.instrument(at.instrument).name();
            match (at.instrument.get(), instrument.split_whitespace().next()) {
                (1.., Some(first)) => format!("{first} {number}"),
                _ => number.to_owned(),
            }
        }
        Target::Section(at) => (at.get() + 1).to_string(),
        _ => name.clone(),
    };
    match target {
        Target::Section(at) => (format!("{} {name}", at.get() + 1), short),
        _ => (name, short),
    }
}
