//! The bundled editions of a briefing: in every language the same things under the same ids, with the same links,
//! dates, sources and degrees of certainty, so that a reader can turn from a place in one to that place in another.
#![allow(clippy::unwrap_used)] // a test may fail where it stands

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// What is said in the language of the edition. Only where its links lead is the same.
const SAID: [&str; 27] = [
    "at",
    "choices",
    "cue",
    "definition",
    "do",
    "elements",
    "gist",
    "heading",
    "hint",
    "label",
    "list",
    "meaning",
    "name",
    "note",
    "part",
    "publisher",
    "question",
    "role",
    "short",
    "stance",
    "subtitle",
    "summary",
    "term",
    "text",
    "theme",
    "title",
    "why",
];

/// What an edition has of its own.
const ITS_OWN: [&str; 3] = ["aliases", "edition_of", "language"];

/// The files of a briefing, by their paths in its folder.
fn files(folder: &Path) -> BTreeMap<PathBuf, Value> {
    let sections = folder.join("sections");
    let entries = [folder, &sections].into_iter().flat_map(|one| fs::read_dir(one).unwrap());
    let paths = entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    let file = |path: PathBuf| {
        let content = serde_yaml::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        (path.strip_prefix(folder).unwrap().to_owned(), content)
    };
    paths.map(file).collect()
}

/// Each value that is no list and no mapping, behind the keys that lead to it; of what is said, its links.
fn facts(value: &Value, place: &str, is_said: bool, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            // An article whose number is a word has a label where that word is of another language.
            let is_labelled = |key: &str| key == "label" && object.contains_key("number");
            let shared = object
                .iter()
                .filter(|(key, _)| !ITS_OWN.contains(&key.as_str()) && !is_labelled(key));
            for (key, value) in shared {
                let is_said = is_said || SAID.contains(&key.as_str());
                facts(value, &format!("{place}/{key}"), is_said, found);
            }
        }
        Value::Array(values) => {
            for (at, value) in values.iter().enumerate() {
                facts(value, &format!("{place}/{at}"), is_said, found);
            }
        }
        Value::String(text) if is_said => {
            let links = links(text).join(" ");
            found.insert(format!("{place}: {links}"));
        }
        value => {
            found.insert(format!("{place}: {value}"));
        }
    }
}

/// Where the links of a text lead, in alphabetical order.
fn links(text: &str) -> Vec<&str> {
    let mut links: Vec<&str> = text.split("](").skip(1).map(until_closed).collect();
    links.sort_unstable();
    links
}

/// What stands before the bracket that closes the one before the text.
fn until_closed(text: &str) -> &str {
    let mut open = 1;
    let end = text.find(|c| {
        open += i32::from(c == '(') - i32::from(c == ')');
        open == 0
    });
    &text[..end.unwrap()]
}

#[test]
fn an_edition_is_of_the_same_things_as_the_original() {
    let shelf = Path::new(env!("CARGO_MANIFEST_DIR")).join("briefings");
    let mut editions = 0;
    for folder in fs::read_dir(&shelf).unwrap().map(|entry| entry.unwrap().path()) {
        let edition = files(&folder);
        let Some(of) = edition[Path::new("briefing.yaml")]["edition_of"].as_str() else { continue };
        let original = files(&shelf.join(of));
        assert!(edition.keys().eq(original.keys()), "{}", folder.display());
        for (path, content) in &edition {
            let [mut here, mut there] = [BTreeSet::new(), BTreeSet::new()];
            facts(content, "", false, &mut here);
            facts(&original[path], "", false, &mut there);
            let apart: Vec<_> = here.symmetric_difference(&there).collect();
            assert!(apart.is_empty(), "{}: {apart:#?}", folder.join(path).display());
        }
        editions += 1;
    }
    assert_eq!(editions, 1);
}
