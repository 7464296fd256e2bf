//! What is given both in briefing.yaml and in a file of its own.

use crate::diagnostic::Place;
use crate::load::faults::Fault;
use crate::load::rule::TWICE;

pub(super) fn given_twice(what: &str, place: Place) -> Fault {
    let message = format!("{what} given here and in a file of its own, {}", place.words());
    Fault::new(&TWICE, message)
        .help("the one here is used: remove one of the two")
        .also(place, "the other")
}
