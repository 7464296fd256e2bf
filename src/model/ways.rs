//! What leads from an article to each provision of its wording.

use std::sync::{Arc, OnceLock};

use super::steps_on::StepsOn;

/// The way to a provision from its article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ProvisionSteps {
    /// The steps: `(2)(b)`; empty is the article itself.
    pub(crate) steps: Arc<str>,
    /// Whether they lead to the provision itself, not to what it stands in.
    pub(crate) is_own: bool,
}

/// The ways to the provisions of a wording, which are made when they are asked for first. They follow from
/// its marks, so that wordings are equal with them or without.
#[derive(Debug, Clone, Default)]
pub(super) struct Ways {
    all: OnceLock<Vec<ProvisionSteps>>,
    on: OnceLock<StepsOn>,
}

impl PartialEq for Ways {
    fn eq(&self, _other: &Self) -> bool {
        true
    }
}

impl Eq for Ways {}

impl Ways {
    pub(super) fn get_or_make(
        &self,
        make: impl FnOnce() -> Vec<ProvisionSteps>,
    ) -> &[ProvisionSteps] {
        self.all.get_or_init(make)
    }

    /// What one step leads to.
    pub(super) fn on(&self, make: impl FnOnce() -> StepsOn) -> &StepsOn {
        self.on.get_or_init(make)
    }
}
