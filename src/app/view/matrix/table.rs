//! The rows and the columns of the matrix, and what stands in both.

use std::collections::HashMap;

use crate::model::{ActorIx, BlockIx, Briefing, SectionIx, Target};

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
pub(super) struct Table {
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

impl Table {
    pub(super) fn new(briefing: &Briefing, by: By, order: Order) -> Self {
        let mut table = Self::default();
        let mut weights: HashMap<Target, usize> = HashMap::new();
        for (at, _) in briefing.blocks().filter(|(_, block)| !block.is_cue()) {
            let columns: Vec<Target> = match by {
                By::Sections => vec![Target::Section(at.section)],
                By::Articles => {
                    let cites = briefing.index().cites(at).iter();
                    cites.filter(|one| matches!(one, Target::Article(_))).cloned().collect()
                }
            };
            let actors: Vec<Target> = briefing.index().actors(at).map(Target::Actor).collect();
            if columns.is_empty() || actors.is_empty() {
                continue;
            }
            for target in actors.into_iter().chain(columns) {
                *weights.entry(target).or_default() += 1;
            }
        }
        let actors = (0..briefing.actors.len()).map(|at| Target::Actor(ActorIx::new(at)));
        let articles = briefing.articles().map(|(at, _)| Target::Article(at));
        let sections = (0..briefing.sections.len()).map(|at| Target::Section(SectionIx::new(at)));
        let head = |target: Target| {
            let weight = weights.get(&target).copied()?;
            let (name, short) = names(briefing, &target);
            Some(Head { target, name, short, weight })
        };
        table.rows = actors.filter_map(head).collect();
        table.columns = articles.chain(sections).filter_map(head).collect();
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

/// The name of a head, and what fits a narrow column: `Art. 4`, `1961 I`, `2`.
fn names(briefing: &Briefing, target: &Target) -> (String, String) {
    let name = briefing.name(target);
    let short = match target {
        Target::Article(at) => {
            let number = &briefing.article(*at).number;
            let instrument = briefing.instrument(at.instrument).name();
            match (at.instrument.get(), instrument.split_whitespace().next()) {
                (1.., Some(first)) => format!("{first} {number}"),
                _ => number.clone(),
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
