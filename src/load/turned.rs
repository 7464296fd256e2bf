//! An id that slipped where it is given, and is named right wherever else it is: that is mended where it is given.

use std::collections::HashMap;
use std::ops::Range;

use super::id_places::IdPlace;
use super::referent::Referent;
use super::rule::REFERENCE;
use super::sentences;
use crate::diagnostic::{Diagnostic, Fix, TextEdit};

/// So many that name something alike say how it is called.
const SEVERAL: usize = 2;

/// Turns the fixes of references round that several others agree with, if nothing names what they would be changed
/// to: not they are changed then, but the one id.
pub(super) fn turn(found: &mut [Diagnostic], places: &[IdPlace]) {
    let mut counts: HashMap<&Referent, Named<'_>> = HashMap::new();
    for place in places {
        let count = counts.entry(&place.referent).or_default();
        count.given = count.given.or(Some(place).filter(|place| place.is_own));
        count.names += usize::from(!place.is_own);
    }
    let named: HashMap<(&str, usize), &Referent> =
        places.iter().filter(|place| !place.is_own).filter_map(named_at).collect();
    for one in found.iter_mut().filter(|one| one.rule == REFERENCE.name) {
        if let Some(fix) = one.fix.as_deref().and_then(|fix| turned(fix, &named, &counts)) {
            one.fix = Some(Box::new(fix));
        }
    }
}

/// Where something is given, and how often it is named.
#[derive(Default)]
struct Named<'p> {
    given: Option<&'p IdPlace>,
    names: usize,
}

/// Where a place ends, with what is named there.
fn named_at(place: &IdPlace) -> Option<((&str, usize), &Referent)> {
    Some(((&*place.file, place.at.as_ref().ok()?.end), &place.referent))
}

/// What mends the id in the place of all that name it otherwise, if that is what slipped.
fn turned(
    fix: &Fix,
    named: &HashMap<(&str, usize), &Referent>,
    counts: &HashMap<&Referent, Named<'_>>,
) -> Option<Fix> {
    let [edit] = fix.edits.as_slice() else { return None };
    let written = *named.get(&(&*edit.file, edit.end))?;
    let Referent::Entity { scheme, id } = written else { return None };
    // The id of a section is the name of its file too.
    if *scheme == "section" {
        return None;
    }
    let other = edit.text.strip_prefix(scheme).and_then(|rest| rest.strip_prefix(':'));
    let meant = counts.get(&written.called(other.unwrap_or(&edit.text)))?;
    let written = counts.get(written)?;
    if meant.names > 0 || written.given.is_some() || written.names < SEVERAL {
        return None;
    }
    let given = meant.given?;
    let Range { start, end } = given.at.clone().ok()?;
    let edit = TextEdit { file: given.file.clone(), start, end, text: id.clone() };
    Some(Fix { title: sentences::write(id), edits: vec![edit] })
}
