//! briefing.yaml read alone, against what the whole gave when it was read last.
//!
//! Of the other files no tree is kept: where a list is given here and in one of them, the fault names that file, and
//! the whole tells its line.

use super::whole::WholeLoad;
use crate::diagnostic::File;
use crate::load::addresses::{Addresses, Blocks, EntityKind};
use crate::load::decode::Effort;
use crate::load::faults::Faults;
use crate::load::lint::ActorNames;
use crate::load::yaml::YamlNode;
use crate::load::{collect, lower, parts};

/// Finds what is wrong in a briefing.yaml with this tree, which stands among the files at `at`. Of the others it
/// is known what they gave, and that they are there.
pub(super) fn lower(
    whole: &WholeLoad,
    (at, tree): (usize, YamlNode<'_>),
    files: &[File],
    faults: &mut Faults,
    effort: &Effort,
) {
    let mut trees: Vec<Option<YamlNode<'_>>> = files.iter().map(|_| None).collect();
    if let Some(place) = trees.get_mut(at) {
        *place = Some(tree);
    }
    let mut parts = parts::sort(files, trees, faults, effort, false);
    let own = collect::collect(files, &mut parts, faults);
    let addresses = among_others(own, &whole.addresses);
    let sections = std::mem::take(&mut parts.sections);
    let briefing = lower::briefing("", files, parts, &addresses, faults, effort);
    let own_names = ActorNames::of(&briefing.actors);
    let names = if briefing.actors.is_empty() { &whole.names } else { &own_names };
    for (at, section) in sections.into_iter().enumerate() {
        lower::section(files, (at, section), &addresses, names, faults, effort);
    }
}

/// All addresses: those of briefing.yaml as it is, and for what stands in other files those that these gave.
fn among_others(own: Addresses, others: &Addresses) -> Addresses {
    let is_elsewhere = |kind: EntityKind| {
        let table = own.tables.get(kind as usize);
        table.is_some_and(|table| table.lost && table.ids.is_empty())
    };
    let is_law_elsewhere = is_elsewhere(EntityKind::Instrument);
    let elsewhere = EntityKind::ALL.map(is_elsewhere);
    let Addresses { mut tables, blocks, articles, wordings, unread } = own;
    let pairs = tables.iter_mut().zip(&others.tables).zip(elsewhere);
    for ((table, other), is_elsewhere) in pairs {
        if is_elsewhere {
            *table = other.clone();
        } else {
            table.lost = false;
        }
    }
    let mut all = Addresses { tables, blocks, articles, wordings, unread };
    if is_law_elsewhere {
        all.articles.clone_from(&others.articles);
        all.wordings.clone_from(&others.wordings);
    }
    let sections = all.tables.get(EntityKind::Section as usize);
    let sections = sections.into_iter().flat_map(|table| &table.ids);
    for (id, known) in sections {
        let here = known.ix.and_then(|at| all.blocks.get_mut(at)).filter(|blocks| blocks.lost);
        if let (Some(here), Some(blocks)) = (here, blocks_of(others, id)) {
            *here = blocks.clone();
        }
    }
    all
}

/// The blocks of a section.
fn blocks_of<'w>(addresses: &'w Addresses, section: &str) -> Option<&'w Blocks> {
    let table = addresses.tables.get(EntityKind::Section as usize)?;
    addresses.blocks.get(table.ids.get(section)?.ix?)
}
