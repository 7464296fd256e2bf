//! The schemas of a briefing's files, for editors: beside the files, each of which begins with a line that names its
//! own.

use std::collections::BTreeMap;

use crate::load::{json_schema, mapping_of, modeline};

/// Files, each with its path in the briefing's folder, behind the line by which an editor finds their schemas; and
/// those.
pub(super) fn with_schemas(files: Vec<(String, String)>) -> Vec<(String, String)> {
    let mut schemas = BTreeMap::new();
    let mut whole = Vec::with_capacity(files.len());
    for (path, text) in files {
        match modeline(&path).zip(mapping_of(&path)) {
            Some(((line, schema), mapping)) => {
                schemas.entry(schema).or_insert_with(|| json_schema(mapping.kind));
                whole.push((path, line + &text));
            }
            None => whole.push((path, text)),
        }
    }
    whole.extend(schemas);
    whole
}
