//! Who a text names again and again, as drafts of actors.

mod acts;
mod found;
mod kinds;
mod link;

use std::collections::{BTreeMap, HashMap, HashSet};

use super::draft::{Draft, DraftActor};
use super::ids::Ids;
use found::{FoundName, found, small_words};

/// A name that is found less often is no actor, if the text does not give its abbreviation.
const FEWEST: usize = 3;
/// No more are drafted: those that are found most often.
const MOST: usize = 60;

/// Drafts the actors that the sections name, and links the first mention of each in a block.
pub(super) fn guess(draft: &mut Draft) {
    let mut small = HashSet::new();
    each_text(draft, |text| small_words(text, &mut small));
    let mut names: BTreeMap<String, FoundName> = BTreeMap::new();
    each_text(draft, |text| found(text, &small, &mut names));
    let titles: Vec<String> =
        draft.instruments.iter().map(|instrument| instrument.title.to_lowercase()).collect();
    names.retain(|name, found| found.inside > 0 && !titles.contains(&name.to_lowercase()));
    let language = draft.language.as_deref().unwrap_or("en");
    let mut actors = actors(names, language);
    actors
        .sort_by(|one, other| other.found.cmp(&one.found).then_with(|| one.name.cmp(&other.name)));
    actors.truncate(MOST);
    let mut ids = Ids::default();
    for actor in &mut actors {
        actor.id = ids.make(&actor.name, "actor");
    }
    link::link(draft, &actors);
    draft.actors = actors;
}

fn each_text(draft: &mut Draft, mut see: impl FnMut(&str)) {
    for block in draft.sections.iter_mut().flat_map(|section| &mut section.blocks) {
        block.each_text(&mut |words| {
            let said = words.iter().filter(|run| !run.code).map(|run| run.text.as_str());
            see(&said.collect::<String>());
        });
    }
}

/// The actors that names come to: an abbreviation goes with what it stands for, a surname with the one full name
/// that ends in it. Those that nothing says to be somebody's are left out.
fn actors(mut names: BTreeMap<String, FoundName>, language: &str) -> Vec<DraftActor> {
    let mut made: Vec<DraftActor> = Vec::new();
    let abbreviated: Vec<(String, String)> = names
        .iter()
        .filter_map(|(name, found)| Some((found.stands_for.clone()?, name.clone())))
        .collect();
    let mut surnames: HashMap<String, Vec<String>> = HashMap::new();
    for (name, found) in &names {
        if let Some((_, last)) = name.rsplit_once(' ')
            && kinds::kind(name, found.is_titled).is_none_or(|kind| kind == "person")
        {
            surnames.entry(last.to_owned()).or_default().push(name.clone());
        }
    }
    let mut aliases: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, short) in abbreviated {
        aliases.entry(name).or_default().push(short);
    }
    for (surname, whole) in surnames {
        if let [whole] = whole.as_slice()
            && names.contains_key(&surname)
        {
            aliases.entry(whole.clone()).or_default().push(surname);
        }
    }
    for (name, short) in aliases {
        let Some(mut own) = names.remove(&name) else { continue };
        let mut actor = DraftActor { name, found: own.count, ..DraftActor::default() };
        let mut is_certain = false;
        for alias in short {
            let Some(found) = names.remove(&alias) else { continue };
            actor.found += found.count;
            own.is_titled |= found.is_titled;
            own.acts += found.acts;
            own.of_many += found.of_many;
            is_certain |= found.stands_for.is_some();
            actor.aliases.push(alias);
        }
        if (is_certain || actor.found >= FEWEST)
            && is_somebody(&actor.name, &own, !is_certain, language)
        {
            actor.kind = kinds::kind(&actor.name, own.is_titled);
            made.push(actor);
        }
    }
    for (name, found) in names.into_iter().filter(|(_, found)| found.count >= FEWEST) {
        if !is_somebody(&name, &found, false, language) {
            continue;
        }
        let kind = kinds::kind(&name, found.is_titled);
        made.push(DraftActor { name, kind, found: found.count, ..DraftActor::default() });
    }
    made
}

/// Whether something says that a name is somebody's: its words, a title, what it does. Texts are full of other names,
/// of things, of methods, of places. `has_surname` says that its last word stands for it elsewhere, as a surname does.
fn is_somebody(name: &str, found: &FoundName, has_surname: bool, language: &str) -> bool {
    if kinds::kind(name, found.is_titled).is_some() && !kinds::is_bare_kind(name) {
        return true;
    }
    if found.acts > 0 {
        return found.of_many == 0;
    }
    // `API`, `GitHub`.
    let is_made = name.split([' ', '-']).any(|word| word.chars().skip(1).any(char::is_uppercase));
    match language.split('-').next() {
        _ if is_made || found.of_many > 0 || kinds::is_bare_kind(name) => false,
        // What they do is known in English alone.
        Some("en") => false,
        // Every noun has a capital.
        Some("de" | "lb") => has_surname,
        _ => true,
    }
}
