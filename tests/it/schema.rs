//! `attache schema`: what the loader takes is valid by the schemas, and what they refuse it refuses.
#![allow(clippy::unwrap_used)] // a test may fail where it stands

use std::fs;
use std::path::Path;

use attache::load::{MappingKind, json_schema, modeline};
use regex::Regex;
use serde_json::Value;

use crate::format_doc::{examples, path};

const PARTS: [(&str, MappingKind); 7] = [
    ("briefing.yaml", MappingKind::Briefing),
    ("instruments.yaml", MappingKind::Instruments),
    ("actors.yaml", MappingKind::Actors),
    ("glossary.yaml", MappingKind::Glossary),
    ("timeline.yaml", MappingKind::Timeline),
    ("sources.yaml", MappingKind::Sources),
    ("questions.yaml", MappingKind::Questions),
];

/// A schema, as far as ours go: every keyword that they have is known here, or it is refused.
struct Schema(Value);

impl Schema {
    fn of(path: &str) -> Self {
        let part = PARTS.iter().find(|(name, _)| *name == path);
        let kind = part.map_or(MappingKind::Section, |(_, kind)| *kind);
        Self(serde_json::from_str(&json_schema(kind)).unwrap())
    }

    fn is_valid(&self, yaml: &str) -> bool {
        let options = serde_yaml::options! { strict_booleans: true };
        self.takes(&self.0, &serde_yaml::from_str_with_options(yaml, options).unwrap())
    }

    fn takes(&self, schema: &Value, value: &Value) -> bool {
        schema.as_object().unwrap().iter().all(|(keyword, wanted)| match keyword.as_str() {
            "$schema" | "$defs" | "description" => true,
            "$ref" => {
                let name = wanted.as_str().unwrap().strip_prefix("#/$defs/").unwrap();
                self.takes(&self.0["$defs"][name], value)
            }
            "type" => match wanted {
                Value::Array(types) => types.iter().any(|one| is_type(one, value)),
                one => is_type(one, value),
            },
            "const" => wanted == value,
            "enum" => wanted.as_array().unwrap().contains(value),
            "pattern" => {
                let wanted = Regex::new(wanted.as_str().unwrap()).unwrap();
                value.as_str().is_none_or(|words| wanted.is_match(words))
            }
            "minimum" => value.as_f64().is_none_or(|number| number >= wanted.as_f64().unwrap()),
            "items" => {
                value.as_array().is_none_or(|all| all.iter().all(|one| self.takes(wanted, one)))
            }
            "required" => {
                let mut keys = wanted.as_array().unwrap().iter().map(|key| key.as_str().unwrap());
                value.as_object().is_none_or(|object| keys.all(|key| object.contains_key(key)))
            }
            "properties" => value.as_object().is_none_or(|object| {
                object
                    .iter()
                    .all(|(key, value)| wanted.get(key).is_none_or(|one| self.takes(one, value)))
            }),
            "additionalProperties" => value.as_object().is_none_or(|object| {
                let known = |key: &String| schema["properties"].get(key).is_some();
                let mut others = object.iter().filter(|(key, _)| !known(key));
                others.all(|(_, value)| *wanted != Value::Bool(false) && self.takes(wanted, value))
            }),
            "anyOf" | "allOf" | "oneOf" => {
                let all = wanted.as_array().unwrap();
                let count = all.iter().filter(|one| self.takes(one, value)).count();
                match keyword.as_str() {
                    "anyOf" => count > 0,
                    "oneOf" => count == 1,
                    _ => count == all.len(),
                }
            }
            other => panic!("{other}"),
        })
    }
}

fn is_type(wanted: &Value, value: &Value) -> bool {
    match wanted.as_str().unwrap() {
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("{other}"),
    }
}

#[test]
fn the_bundled_briefings_are_valid() {
    let mut count = 0;
    for briefing in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("briefings")).unwrap() {
        let folder = briefing.unwrap().path();
        let sections = fs::read_dir(folder.join("sections")).into_iter().flatten();
        let sections = sections.map(|entry| entry.unwrap().path());
        let parts = PARTS.iter().map(|(name, _)| folder.join(name)).filter(|path| path.exists());
        for path in parts.chain(sections) {
            let name = path.strip_prefix(&folder).unwrap().to_str().unwrap();
            assert!(
                Schema::of(name).is_valid(&fs::read_to_string(&path).unwrap()),
                "{}",
                path.display()
            );
            count += 1;
        }
    }
    assert!(count > 8, "{count}");
}

#[test]
fn the_examples_of_the_format_are_valid() {
    let file = |example: &str| {
        if example.contains("format: 1") { Some("briefing.yaml") } else { path(example) }
    };
    let files = examples().into_iter().filter_map(|example| Some((file(example)?, example)));
    for (path, example) in files {
        assert!(Schema::of(path).is_valid(example), "{path}:\n{example}");
    }
}

#[test]
fn what_the_loader_refuses_is_not_valid() {
    let check = |path: &str, good: &str, bad: &[&str]| {
        assert!(Schema::of(path).is_valid(good), "{good}");
        for bad in bad {
            assert!(!Schema::of(path).is_valid(bad), "{bad}");
        }
    };
    let block = |block: &str| format!("title: T\nbody:\n  - {block}\n");
    let bad = [
        "{txet: A.}",
        "{}",
        "{text: A., quote: B.}",
        "{text: A., ordered: true}",
        "{text: A., evidence: rumour}",
        "{text: A., id: One Two}",
        "{question: A?, minutes: 0}",
        "{quote: A., language: '?'}",
    ]
    .map(block);
    let bad: Vec<_> = bad.iter().map(String::as_str).collect();
    check("sections/a.yaml", &block("{text: A., evidence: reporting, id: a}"), &bad);
    check("sections/a.yaml", &block("{list: [A, {text: B, list: [C]}]}"), &["title: T\n"]);
    check(
        "briefing.yaml",
        "{format: 1, title: T, date: 2024-06-19, sections: [a, {id: b, title: B, body: []}]}",
        &[
            "{format: 2, title: T, sections: [a]}",
            "{format: 1, title: 1984, sections: [a]}",
            "{format: 1, title: T, date: 06/19/2024, sections: [a]}",
            "{format: 1, title: T, sections: [{title: B, body: []}]}",
        ],
    );
}

#[test]
fn a_file_names_its_schema() {
    let check = |path: &str, expected: Option<(&str, &str)>| {
        let line = |at: &str| format!("# yaml-language-server: $schema={at}\n");
        let expected = expected.map(|(at, schema)| (line(at), schema.to_owned()));
        assert_eq!(modeline(path), expected, "{path}");
    };
    check("briefing.yaml", Some((".schema/briefing.json", ".schema/briefing.json")));
    check("glossary.yaml", Some((".schema/glossary.json", ".schema/glossary.json")));
    check("sections/a.yaml", Some(("../.schema/section.json", ".schema/section.json")));
    check("other.yaml", None);
    check("notes.txt", None);
}
