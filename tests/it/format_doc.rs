//! Every example in docs/format.md is a briefing that loads, or a part of one, and its tables of keys
//! are those of the format.
#![allow(clippy::expect_used)] // a test may fail where it stands

use std::fmt::Write;
use std::fs;

use attache::load::{
    Content, FormatKey, Mapping, MappingKind, Presence, ValueType, from_files, mappings,
};

use crate::common::yaml;

/// The YAML blocks of the document.
pub(crate) fn examples() -> Vec<&'static str> {
    let text = include_str!("../../docs/format.md");
    let blocks = text.split("```yaml\n").skip(1);
    blocks.filter_map(|block| block.split("```").next()).collect()
}

/// The file of a briefing that an example is, by a key that only that file has.
pub(crate) fn path(example: &str) -> Option<&'static str> {
    let has = |key: &str| example.lines().any(|line| line.starts_with(key));
    let files = [
        ("body:", "sections/treaty-content.yaml"),
        ("instruments:", "instruments.yaml"),
        ("actors:", "actors.yaml"),
        ("terms:", "glossary.yaml"),
        ("events:", "timeline.yaml"),
        ("sources:", "sources.yaml"),
        ("quiz:", "questions.yaml"),
        ("format:", "briefing.yaml"),
    ];
    files.into_iter().find(|(key, _)| has(key)).map(|(_, path)| path)
}

fn told(loaded: &attache::load::Loaded) -> String {
    let mut told = String::new();
    for diagnostic in &loaded.diagnostics {
        let _ = writeln!(told, "{}", attache::diagnostic::one_line(diagnostic));
    }
    told
}

#[test]
fn the_examples_make_one_briefing() {
    let whole = |example: &&str| example.contains("format: 1") && example.contains("body:");
    let mut files: Vec<_> = examples()
        .into_iter()
        .filter(|example| !whole(example) && !example.starts_with("articles:"))
        .map(|example| (path(example).expect("a known file"), example))
        .collect();
    assert_eq!(files.len(), 8);
    files.push((
        "sections/south-koreas-needs.yaml",
        "title: Needs\nbody: [{id: ports, text: Words.}]",
    ));
    let loaded = from_files("doc", files);
    assert_eq!(told(&loaded), "");
    let briefing = loaded.briefing.expect("a briefing");
    assert_eq!(briefing.sections.len(), 2);
    assert_eq!(briefing.quiz.len(), 1);
}

#[test]
fn the_examples_of_articles_are_those_of_an_instrument() {
    for example in examples().into_iter().filter(|example| example.starts_with("articles:")) {
        let articles = example.replace('\n', "\n    ");
        let file = format!("instruments:\n  - id: t\n    title: T\n    {}\n", articles.trim_end());
        let briefing = "format: 1\ntitle: T\nsections: [{id: s, title: S, body: [{text: x}]}]\n";
        let loaded = from_files("b", [("briefing.yaml", briefing), ("instruments.yaml", &file)]);
        assert_eq!(told(&loaded), "", "{example}");
    }
}

#[test]
fn the_single_file_is_a_briefing() {
    let example = examples().into_iter().find(|example| example.contains("A small briefing"));
    let loaded = from_files("one", [("briefing.yaml", example.expect("the example"))]);
    assert_eq!(told(&loaded), "");
}

/// The document, with the tables of keys as the format's table has them.
fn with_tables(doc: &str) -> String {
    let mut tables: Vec<_> = mappings()
        .filter(|mapping| !is_part(mapping))
        .map(|mapping| (format!("<!-- keys: {:?} -->\n", mapping.kind), keys(mapping)))
        .collect();
    tables.push(("<!-- keys of the files -->\n".to_owned(), files()));
    let mut doc = doc.to_owned();
    for (marker, table) in tables {
        let at = doc.find(&marker).map(|at| at + marker.len());
        let at = at.unwrap_or_else(|| panic!("docs/format.md has no line {marker}"));
        let end = doc[at..].find("\n\n").map_or(doc.len(), |len| at + len + 1);
        doc.replace_range(at..end, &table);
    }
    doc
}

/// Whether a mapping is the whole of a file that gives lists.
fn is_part(mapping: &Mapping) -> bool {
    mapping.file.is_some() && mapping.kind != MappingKind::Briefing
}

fn keys(mapping: &Mapping) -> String {
    let mut table = "| key | | value | |\n|---|---|---|---|\n".to_owned();
    for FormatKey { name, presence, value, about } in mapping.keys {
        let (presence, value) = (present(*presence), valued(value));
        let _ = writeln!(table, "| `{name}` | {presence} | {value} | {about} |");
    }
    table.replace("|  |", "| |")
}

fn files() -> String {
    let mut table = "| file | key | | value |\n|---|---|---|---|\n".to_owned();
    for mapping in mappings().filter(|mapping| is_part(mapping)) {
        for FormatKey { name, presence, value, .. } in mapping.keys {
            let (file, presence) = (mapping.file.unwrap_or_default(), present(*presence));
            let _ = writeln!(table, "| `{file}` | `{name}` | {presence} | {} |", valued(value));
        }
    }
    table.replace("|  |", "| |")
}

fn present(presence: Presence) -> String {
    let block = mappings().find(|mapping| mapping.kind == MappingKind::Block);
    let name = |content| block.map_or("", |block| block.content_key(content));
    match presence {
        Presence::Required => "required".to_owned(),
        Presence::Optional => String::new(),
        Presence::Inline => "required in briefing.yaml".to_owned(),
        Presence::Content(_) => "exactly one of these".to_owned(),
        Presence::Beside(all) => {
            let all: Vec<_> = all.iter().map(|content| format!("`{}`", name(*content))).collect();
            format!("beside {}", all.join(", "))
        }
    }
}

fn valued(value: &ValueType) -> String {
    let words = match value {
        ValueType::Version => "the number 1",
        ValueType::OneLine => "text on one line",
        ValueType::Prose => "text with markup",
        ValueType::Provisions => "text with markup, read by its lines, or a list of such texts",
        ValueType::Enumerator => "an enumerator such as `(a)` or `1.`",
        ValueType::Elements => "names, each with text with markup",
        ValueType::ElementTitles => "names, each with text on one line",
        ValueType::ArticleLabel => "text on one line, `{n}` in it for the number",
        ValueType::ArticleEntry => "article or part",
        ValueType::Paragraphs => "text with markup, or a list of such texts",
        ValueType::PointEntry => "text with markup, or a point",
        ValueType::YesOrNo => "`true` or `false`",
        ValueType::Cell => "text with markup, a number, or nothing",
        ValueType::OwnId => "an id",
        ValueType::BriefingId => "a briefing's id",
        ValueType::ArticleNumber => "a number or a name",
        ValueType::LanguageTag => "a BCP 47 tag",
        ValueType::WebUrl => "an address: `https:`, `http:` or `mailto:`",
        ValueType::Day => "a date",
        ValueType::DayOrRange => "a date or a range of two",
        ValueType::WholeNumber => "a whole number from 1 up",
        ValueType::OneOf(all) => {
            let all: Vec<_> = all().into_iter().map(|word| format!("`{word}`")).collect();
            return format!("one of {}", all.join(", "));
        }
        ValueType::ActorId => "an actor's id",
        ValueType::SourceId => "a source's id",
        ValueType::SourceEntry => "a source's id, or a locator",
        ValueType::ArticleAddress => {
            "an article: `NUMBER` or `INSTRUMENT/NUMBER`, or a provision of one: `4(2)(b)`"
        }
        ValueType::Paragraph => "the address of a paragraph in this section",
        ValueType::Address => "a reference such as `article:4`",
        ValueType::SpeakerName => "an actor's id, or a name in free words",
        ValueType::SectionEntry => "a section's id, or the section",
        ValueType::List(of) => return format!("list: {}", valued(of)),
        ValueType::Mapping(of) if of().kind == MappingKind::LessonStep => "step of a lesson",
        ValueType::Mapping(of) => return format!("{:?}", of().kind).to_lowercase(),
    };
    words.to_owned()
}

/// `UPDATE_FORMAT=1 cargo test --test it format_doc` writes the tables as they must be.
#[test]
fn the_tables_of_keys_are_those_of_the_format() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/format.md");
    let doc = fs::read_to_string(path).expect("the document");
    let right = with_tables(&doc);
    if std::env::var_os("UPDATE_FORMAT").is_some() {
        fs::write(path, right).expect("the document can be written");
        return;
    }
    let wrong = right.lines().find(|line| !doc.contains(line));
    assert!(doc == right, "UPDATE_FORMAT=1 writes the tables as they must be: {wrong:?}");
}

/// A briefing with a mapping that has one entry, which stands where `@` is.
fn around(kind: MappingKind) -> &'static str {
    match kind {
        MappingKind::Briefing => ">>> briefing.yaml\n@\n",
        MappingKind::Instruments => ">>> briefing.yaml\nformat: 1\n>>> instruments.yaml\n@\n",
        MappingKind::Actors => ">>> briefing.yaml\nformat: 1\n>>> actors.yaml\n@\n",
        MappingKind::Glossary => ">>> briefing.yaml\nformat: 1\n>>> glossary.yaml\n@\n",
        MappingKind::Timeline => ">>> briefing.yaml\nformat: 1\n>>> timeline.yaml\n@\n",
        MappingKind::Sources => ">>> briefing.yaml\nformat: 1\n>>> sources.yaml\n@\n",
        MappingKind::Questions => ">>> briefing.yaml\nformat: 1\n>>> questions.yaml\n@\n",
        MappingKind::Section => ">>> briefing.yaml\nsections: [{@}]\n",
        MappingKind::Block => ">>> briefing.yaml\nsections: [{id: s, body: [{@}]}]\n",
        MappingKind::Point => ">>> briefing.yaml\nsections: [{id: s, body: [{list: [{@}]}]}]\n",
        MappingKind::Table => ">>> briefing.yaml\nsections: [{id: s, body: [{table: {@}}]}]\n",
        MappingKind::Instrument => ">>> briefing.yaml\ninstruments: [{@}]\n",
        MappingKind::Article | MappingKind::Part => {
            ">>> briefing.yaml\ninstruments: [{articles: [{@}]}]\n"
        }
        MappingKind::Provision => {
            ">>> briefing.yaml\ninstruments: [{articles: [{number: 1, text: [{@}]}]}]\n"
        }
        MappingKind::Actor => ">>> briefing.yaml\nactors: [{@}]\n",
        MappingKind::Relation => ">>> briefing.yaml\nactors: [{relations: [{@}]}]\n",
        MappingKind::Term => ">>> briefing.yaml\nterms: [{@}]\n",
        MappingKind::Event => ">>> briefing.yaml\nevents: [{@}]\n",
        MappingKind::Locator => {
            ">>> briefing.yaml\nsections: [{id: s, body: [{text: A, sources: [{@}]}]}]\n"
        }
        MappingKind::Source => ">>> briefing.yaml\nsources: [{@}]\n",
        MappingKind::Lesson => ">>> briefing.yaml\nlessons: [{@}]\n",
        MappingKind::LessonStep => ">>> briefing.yaml\nlessons: [{steps: [{@}]}]\n",
        MappingKind::Discussion => ">>> briefing.yaml\ndiscussion: [{@}]\n",
        MappingKind::Quiz => ">>> briefing.yaml\nquiz: [{@}]\n",
    }
}

/// What must stand beside a key of a mapping.
fn beside(kind: MappingKind, key: &FormatKey) -> &'static str {
    match key.presence {
        Presence::Optional if kind == MappingKind::Part => "part: A, ",
        Presence::Beside([Content::Quote, ..]) => "quote: A, ",
        Presence::Beside([Content::List, ..]) => "list: [A], ",
        Presence::Beside([Content::Note, ..]) => "note: A, ",
        Presence::Beside([Content::Question, ..]) => "question: A, ",
        Presence::Beside(_) => "text: A, ",
        _ => "",
    }
}

/// No key takes an empty mapping, so that whatever is read says so.
#[test]
fn every_key_of_the_format_is_read() {
    for mapping in mappings() {
        for key in mapping.keys {
            let entry = format!("{}{}: {{}}", beside(mapping.kind, key), key.name);
            let text = around(mapping.kind).replace('@', &entry);
            let loaded = yaml::load(&text);
            let (_, file) = text.rsplit_once(".yaml\n").expect("a file");
            let at = file.find("{}").expect("the value");
            let told = loaded.diagnostics.iter().any(|one| {
                one.rule != "unknown-key" && one.at.span.is_some_and(|span| span.start == at)
            });
            assert!(told, "{:?} has `{}`, and nothing reads it:\n{text}", mapping.kind, key.name);
        }
    }
}
