//! The references that lead to targets, as the format writes them.

use super::{Briefing, Target};

impl Briefing {
    /// The reference that leads to a target, as the format writes it, with the instrument of an
    /// article always named: `article:treaty-2024/4`, `section:treaty-content/signing`. A web
    /// address stands for itself, and a heading without an id for its section.
    pub fn reference(&self, target: &Target) -> String {
        match target {
            Target::Article(at) => {
                let instrument = &self.instrument(at.instrument).id;
                // Addresses leave out the blanks of `4 bis`.
                let number: String = self.article(*at).number.split_whitespace().collect();
                format!("article:{instrument}/{number}")
            }
            Target::Provision(at) => {
                format!("{}{}", self.reference(&Target::Article(at.article)), at.steps)
            }
            Target::Instrument(at) => format!("instrument:{}", self.instrument(*at).id),
            Target::Actor(at) => format!("actor:{}", self.actor(*at).id),
            Target::Term(at) => format!("term:{}", self.term(*at).id),
            Target::Event(at) => format!("event:{}", self.event(*at).id),
            Target::Source(at) => format!("source:{}", self.source(*at).id),
            Target::Section(at) => format!("section:{}", self.section(*at).id),
            Target::Block(at) => match self.block(*at).id.as_str() {
                "" => self.reference(&Target::Section(at.section)),
                id => format!("section:{}/{id}", self.section(at.section).id),
            },
            Target::Web(address) => address.to_string(),
        }
    }
}
