//! What a file may have at most.

/// How deep lists and mappings may nest. The format itself needs nine levels.
pub(super) const DEPTH: usize = 32;
/// How many keys, values, lists and mappings a file may have, those of aliases included.
pub(super) const NODES: usize = 2_000_000;
/// How many bytes of scalars a file may have, those of aliases included.
pub(super) const SCALAR_BYTES: usize = 80 << 20;
