//! Where names begin.

use std::hash::{BuildHasher, RandomState};

/// A seed for [`crate::model::kept::Ids`] that no other session has.
///
/// The standard library keys its hash maps from the system's randomness; two of those keys are
/// as good as a random number here, where nobody needs to be kept from guessing.
pub fn seed() -> u128 {
    let half = || u128::from(RandomState::new().hash_one(std::process::id()));
    half() << 64 | half()
}
