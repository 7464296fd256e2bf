//! Which files a briefing is made of.

use std::path::Path;

use super::format::{
    FormatKey, Mapping, MappingKind, Presence, SectionYaml, ValueType, Yaml as _, mappings,
};

pub(super) use super::format::BRIEFING;

/// The files that give parts of the briefing, each with what it is.
pub(super) fn part_files() -> impl Iterator<Item = (&'static str, &'static Mapping)> {
    let parts = mappings().filter(|mapping| mapping.kind != MappingKind::Briefing);
    parts.filter_map(|mapping| mapping.file.map(|file| (file, mapping)))
}

/// The names of a briefing's files, without those of sections.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    part_files().map(|(path, _)| path).chain([BRIEFING])
}

/// Whether `path` is that of a section.
pub(super) fn is_section(path: &str) -> bool {
    path.strip_prefix("sections/").is_some_and(|name| !name.contains('/'))
}

/// Whether a file at the top of a briefing's folder belongs to it.
pub(super) fn is_part(name: &str) -> bool {
    names().any(|part| part == name)
}

/// The keys of the lists that a file must have; none for briefing.yaml.
pub(super) fn needed_lists(path: &str) -> impl Iterator<Item = &'static str> {
    let part = part_files().find(|(file, _)| *file == path).map(|(_, mapping)| mapping);
    let mapping = if is_section(path) { Some(SectionYaml::mapping()) } else { part };
    let keys = mapping.into_iter().flat_map(|mapping| mapping.keys);
    let is_needed_list = |key: &&FormatKey| {
        key.presence == Presence::Required && matches!(key.value, ValueType::List(_))
    };
    keys.filter(is_needed_list).map(|key| key.name)
}

/// Whether a file's name ends in `.yaml` or `.yml`.
pub(super) fn is_yaml(name: &str) -> bool {
    let extension = Path::new(name).extension();
    extension.is_some_and(|e| e.eq_ignore_ascii_case("yaml") || e.eq_ignore_ascii_case("yml"))
}

/// Whether a name is that of briefing.yaml in other capitals, or with another end.
pub(super) fn is_nearly_briefing(name: &str) -> bool {
    name != BRIEFING && is_yaml(name) && {
        let (stem, _) = name.rsplit_once('.').unwrap_or_default();
        BRIEFING.strip_suffix(".yaml").is_some_and(|briefing| stem.eq_ignore_ascii_case(briefing))
    }
}

/// Whether a path inside a briefing's folder is one that would be read, or warned of.
pub(crate) fn belongs(path: &str) -> bool {
    let name = path.strip_prefix("sections/");
    let hidden = path.split('/').any(|name| name.starts_with('.'));
    (name.is_some() || !path.contains('/')) && !hidden && is_yaml(path)
}

/// The file that gives the things of this scheme, as [`super::addresses::EntityKind::scheme`] has it.
pub(super) fn file_of(scheme: &str) -> Option<&'static str> {
    let gives = |mapping: &Mapping| {
        mapping.keys.iter().any(|key| key.name.strip_suffix('s') == Some(scheme))
    };
    part_files().find(|(_, mapping)| gives(mapping)).map(|(path, _)| path)
}

/// The path of a section's file.
pub(super) fn section_path(id: &str) -> String {
    format!("sections/{id}.yaml")
}

/// Whether a path is that of a section's file in other capitals, or with another end.
pub(super) fn is_nearly_section(path: &str, id: &str) -> bool {
    let name = path.strip_prefix("sections/").filter(|name| is_yaml(name));
    let stem = name.and_then(|name| name.rsplit_once('.')).map(|(stem, _)| stem);
    stem.is_some_and(|stem| stem.eq_ignore_ascii_case(id))
}

/// The section that a file in sections/ is.
pub(super) fn section_id(path: &str) -> Option<&str> {
    path.strip_prefix("sections/")?.strip_suffix(".yaml").filter(|id| !id.contains('/'))
}
