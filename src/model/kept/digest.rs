//! A digest of words that is the same in every version and on every machine.

/// The 64-bit FNV-1a hash (Fowler, Noll and Vo), which `draft-eastlake-fnv` describes. That of the
/// standard library may be another in its next release, and what a file says would then have changed
/// in every place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Digest(u64);

const OFFSET_BASIS: u64 = 0xCBF2_9CE4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01B3;

impl Digest {
    /// The digest of `parts`, a line feed after each.
    pub(super) fn of<'p>(parts: impl IntoIterator<Item = &'p str>) -> u64 {
        let mut digest = Self(OFFSET_BASIS);
        for part in parts {
            digest.add(part.as_bytes());
            digest.add(b"\n");
        }
        digest.0
    }

    /// The digest of words that have a line feed after each part.
    pub(super) fn of_words(words: &str) -> u64 {
        let mut digest = Self(OFFSET_BASIS);
        digest.add(words.as_bytes());
        digest.0
    }

    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(PRIME);
        }
    }
}
