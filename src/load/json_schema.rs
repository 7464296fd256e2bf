//! The format as JSON Schema, from the same table as the loader's: for editors.
//!
//! The dialect is 2020-12 (<https://json-schema.org/draft/2020-12>), with keywords that draft 7 has as well, but
//! for `$defs`: what editors have knows no more.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::files;
use super::format::{
    ArticleYaml, Content, FormatKey, LocatorYaml, Mapping, MappingKind, PartYaml, PointYaml,
    Presence, ProvisionYaml, SectionYaml, ValueType, Yaml as _, mappings,
};
use super::language_tag::LANGUAGE_TAG;
use super::reference::SCHEMES;

/// Text that says something.
const WORDS: &str = r"\S";
/// An id.
const ID: &str = "^[a-z0-9-]+$";
/// A year, a month or a day.
const DAY: &str = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";
/// What EDTF is written with (level 1), ranges included.
const DAY_OR_RANGE: &str = "^[0-9XY~?%./-]+$";
/// An address of the outside world.
const WEB: &str = r"^([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)\S+$";

/// The folder in that of a briefing where the schemas of its files are kept; the loader passes it over.
const FOLDER: &str = ".schema";

/// The JSON Schema of a file, which is this mapping as a whole; it ends in a line break.
pub fn json_schema(kind: MappingKind) -> String {
    let mut schema = Schema::default();
    let mut root = Map::new();
    root.insert("$schema".to_owned(), "https://json-schema.org/draft/2020-12/schema".into());
    if let Some(mapping) = mappings().find(|mapping| mapping.kind == kind)
        && let Value::Object(whole) = schema.whole(mapping, false)
    {
        root.extend(whole);
    }
    root.insert("$defs".to_owned(), schema.defs.into_iter().collect());
    format!("{:#}\n", Value::Object(root))
}

/// The line that a file begins with, so that yaml-language-server finds its schema, and the path of that in the
/// briefing's folder; `None` for what is no file of a briefing.
pub fn modeline(path: &str) -> Option<(String, String)> {
    let is_section = files::is_section(path);
    let stem = if is_section { "section" } else { path.strip_suffix(".yaml")? };
    if !is_section && !files::is_part(path) {
        return None;
    }
    let up = if is_section { "../" } else { "" };
    let schema = format!("{FOLDER}/{stem}.json");
    Some((format!("# yaml-language-server: $schema={up}{schema}\n"), schema))
}

/// What is referred to by name.
#[derive(Default)]
struct Schema {
    defs: BTreeMap<String, Value>,
}

impl Schema {
    /// A reference to a mapping, which is entered if it is not yet.
    fn named(&mut self, mapping: &'static Mapping, inline: bool) -> Value {
        let name = format!("{:?}", mapping.kind);
        if !self.defs.contains_key(&name) {
            // It may hold itself.
            self.defs.insert(name.clone(), Value::Null);
            let whole = self.whole(mapping, inline);
            self.defs.insert(name.clone(), whole);
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }

    fn whole(&mut self, mapping: &'static Mapping, inline: bool) -> Value {
        let contents: Vec<_> = mapping.contents().collect();
        if contents.is_empty() {
            return self.object(mapping, inline, None);
        }
        let each = contents.iter().map(|(content, _)| self.object(mapping, inline, Some(*content)));
        json!({ "type": "object", "oneOf": each.collect::<Vec<_>>() })
    }

    /// A mapping; of what may be one of several things, the one that it is.
    fn object(&mut self, mapping: &'static Mapping, inline: bool, is: Option<Content>) -> Value {
        let mut properties = Map::new();
        let mut required = Vec::new();
        for key in mapping.keys {
            let (may_be, must_be) = match (key.presence, is) {
                (Presence::Required, _) => (true, true),
                (Presence::Optional, _) => (true, false),
                (Presence::Inline, _) => (inline, inline),
                (Presence::Content(this), Some(is)) => (this == is, this == is),
                (Presence::Beside(these), Some(is)) => (these.contains(&is), false),
                _ => (false, false),
            };
            if may_be {
                properties.insert(key.name.to_owned(), self.key(mapping, key));
            }
            if must_be {
                required.push(key.name);
            }
        }
        let mut object = json!({
            "type": "object",
            "properties": properties,
            "additionalProperties": false,
        });
        if !required.is_empty() {
            object["required"] = required.into();
        }
        object
    }

    fn key(&mut self, mapping: &Mapping, key: &FormatKey) -> Value {
        let value = match (mapping.kind, &key.value) {
            // The number of a page is as good as words.
            (MappingKind::Locator, ValueType::OneLine) => text_or_number(),
            (_, value) => self.value(value),
        };
        if key.about.is_empty() {
            return value;
        }
        if value.get("$ref").is_some() {
            // In draft 7 nothing counts that stands beside a reference.
            return json!({ "description": key.about, "allOf": [value] });
        }
        let mut value = value;
        value["description"] = key.about.into();
        value
    }

    fn value(&mut self, value: &ValueType) -> Value {
        let text = || json!({ "type": "string", "pattern": WORDS });
        match value {
            ValueType::Version => json!({ "const": 1 }),
            ValueType::OneLine | ValueType::Prose => text(),
            ValueType::ArticleLabel => json!({ "type": "string", "pattern": r"\{n\}" }),
            ValueType::Elements | ValueType::ElementTitles => {
                json!({ "type": "object", "additionalProperties": text() })
            }
            ValueType::Provisions => {
                let provision = self.named(ProvisionYaml::mapping(), false);
                let item = json!({ "anyOf": [text(), provision] });
                json!({ "anyOf": [text(), { "type": "array", "items": item }] })
            }
            ValueType::Paragraphs => {
                json!({ "anyOf": [text(), { "type": "array", "items": text() }] })
            }
            ValueType::PointEntry => {
                json!({ "anyOf": [text(), self.named(PointYaml::mapping(), false)] })
            }
            ValueType::ArticleEntry => {
                let part = self.named(PartYaml::mapping(), false);
                json!({ "anyOf": [self.named(ArticleYaml::mapping(), false), part] })
            }
            ValueType::SourceEntry => {
                json!({ "anyOf": [id(), self.named(LocatorYaml::mapping(), false)] })
            }
            ValueType::SectionEntry => {
                json!({ "anyOf": [id(), self.named(SectionYaml::mapping(), true)] })
            }
            ValueType::YesOrNo => json!({ "type": "boolean" }),
            ValueType::Cell => json!({ "type": ["string", "number", "boolean", "null"] }),
            ValueType::OwnId | ValueType::BriefingId | ValueType::ActorId | ValueType::SourceId => {
                id()
            }
            ValueType::ArticleNumber
            | ValueType::Enumerator
            | ValueType::ArticleAddress
            | ValueType::Paragraph
            | ValueType::SpeakerName => text_or_number(),
            ValueType::LanguageTag => json!({ "type": "string", "pattern": LANGUAGE_TAG }),
            ValueType::WebUrl => json!({ "type": "string", "pattern": WEB }),
            ValueType::Day => json!({ "type": ["string", "integer"], "pattern": DAY }),
            ValueType::DayOrRange => {
                json!({ "type": ["string", "integer"], "pattern": DAY_OR_RANGE })
            }
            ValueType::WholeNumber => json!({ "type": "integer", "minimum": 1 }),
            ValueType::OneOf(words) => json!({ "enum": words() }),
            ValueType::Address => {
                json!({ "type": "string", "pattern": format!("^({}):", SCHEMES.join("|")) })
            }
            ValueType::List(item) => json!({ "type": "array", "items": self.value(item) }),
            ValueType::Mapping(of) => self.named(of(), false),
        }
    }
}

fn id() -> Value {
    json!({ "type": ["string", "integer"], "pattern": ID })
}

fn text_or_number() -> Value {
    json!({ "type": ["string", "number"], "pattern": WORDS })
}
