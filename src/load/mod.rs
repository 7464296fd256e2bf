//! From YAML files to a [`Briefing`](crate::model::Briefing), with everything that is wrong with
//! them.
//!
//! Loading is a chain of small steps: files are read (`source`), each becomes a tree whose every
//! value knows its place (`tree`, `yaml`), the trees are sorted into parts (`parts`), every address
//! is collected (`collect`), and the parts become the model (`lower`), texts and links included
//! (`markup`, `reference`). No step stops at the first fault, and none panics.

mod addresses;
mod briefing_files;
mod by_name;
mod cited;
mod collect;
mod date;
mod decode;
mod disk;
mod encoding;
mod fault;
mod faults;
mod file_place;
mod files;
mod find;
mod foreign;
mod format;
mod id;
mod id_places;
mod json_schema;
mod key_order;
mod labels;
mod language_tag;
mod lint;
mod locate;
mod lower;
mod lowering;
mod markup;
mod meant_date;
mod meant_time;
mod open;
mod parts;
mod preview;
mod provisions;
mod reference;
mod referent;
mod rename;
mod reopen;
mod rule;
mod sentences;
mod shown;
mod source;
mod stand_ins;
mod stream;
mod tree;
mod turned;
mod words;
mod workspace;
mod yaml;

pub(crate) use briefing_files::BriefingFiles;
pub(crate) use files::belongs;
pub(crate) use find::reads;
pub use find::{FoundBriefing, find};
pub use format::{Content, FormatKey, Mapping, MappingKind, Presence, ValueType, mappings};
pub use json_schema::{json_schema, modeline};
pub(crate) use language_tag::is_language_tag;
pub use open::{Loaded, from_files, open};
pub use preview::{PreviewFiles, preview, preview_section};
pub(crate) use referent::{Referent, schemes};
pub(crate) use rename::{Renaming, rename};
pub(crate) use reopen::{LastGood, Reopened, reopen};
pub use rule::{RULES, Rule};
pub(crate) use source::BYTES;
pub use stream::Stream;
pub(crate) use stream::is_pipe;
pub(crate) use workspace::{
    Entry, Grade, Occurrence, Plan, Standing, WholeLoad, WorkFile, Workspace, mapping_in,
    mapping_of, section_of,
};
