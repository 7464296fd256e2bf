//! Large briefings, the same in every run.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const WORDS: &[&str] = &[
    "treaty",
    "party",
    "shall",
    "give",
    "military",
    "assistance",
    "without",
    "delay",
    "under",
    "the",
    "charter",
    "and",
    "in",
    "accordance",
    "with",
    "its",
    "own",
    "laws",
    "government",
    "ministry",
    "stated",
    "that",
    "exercise",
    "would",
    "continue",
    "region",
    "a",
    "of",
    "to",
];

/// A briefing as files: `sections` of them with `paragraphs` each, about 190 bytes a paragraph.
pub fn files(sections: usize, paragraphs: usize) -> Vec<(String, String)> {
    let mut seed: usize = 7;
    let mut next = move || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        seed >> 33
    };
    let mut files = Vec::new();
    let ids: Vec<String> = (0..sections).map(|n| format!("s{n}")).collect();
    files.push((
        "briefing.yaml".to_owned(),
        format!(
            "format: 1\ntitle: A large briefing\nlanguage: en\nsections: [{}]\n",
            ids.join(", ")
        ),
    ));
    for id in &ids {
        let mut yaml = format!("title: Section {id}\nbody:\n");
        for n in 0..paragraphs {
            if n % 12 == 0 {
                let _ = writeln!(yaml, "  - heading: Part {n}");
            }
            let _ = write!(yaml, "  - text: >-\n      As [](article:{}) says,", next() % 60 + 1);
            let _ = write!(yaml, " [this one](actor:actor-{}) may", next() % 40);
            for _ in 0..13 {
                let _ = write!(yaml, " {}", WORDS[next() % WORDS.len()]);
            }
            yaml.push_str(".\n    evidence: analysis\n");
        }
        files.push((format!("sections/{id}.yaml"), yaml));
    }
    let mut yaml = "instruments:\n  - id: law\n    title: The law\n    articles:\n".to_owned();
    for n in 1..=60 {
        let _ = writeln!(yaml, "      - {{number: {n}, title: Title {n}, gist: It says {n}.}}");
    }
    files.push(("instruments.yaml".to_owned(), yaml));
    let mut yaml = "actors:\n".to_owned();
    for n in 0..40 {
        let _ = writeln!(yaml, "  - {{id: actor-{n}, name: Actor {n}, role: Who it is.}}");
    }
    files.push(("actors.yaml".to_owned(), yaml));
    files
}

/// A briefing of a constitution's size: 465 articles of which each has two counterparts, 12 sections
/// of 250 paragraphs, 60 actors with relations, 300 events, 40 questions.
pub fn constitution() -> Vec<(String, String)> {
    let mut files = files(12, 250);
    for (path, yaml) in &mut files {
        match path.as_str() {
            "instruments.yaml" => *yaml = law(),
            "actors.yaml" => *yaml = circle(),
            _ => {}
        }
    }
    let mut yaml = "events:\n".to_owned();
    for n in 0..300 {
        let (year, month) = (1900 + n / 3, n % 12 + 1);
        let title = format!("{{id: e{n}, date: {year}-{month:02}, title: Event {n}");
        let _ = writeln!(yaml, "  - {title}, text: \"With [](actor:actor-{}).\"}}", n % 40);
    }
    files.push(("timeline.yaml".to_owned(), yaml));
    let mut yaml = "quiz:\n".to_owned();
    for n in 0..40 {
        let _ = writeln!(yaml, "  - {{question: Which is {n}?, choices: [One, Two], answer: 1}}");
    }
    files.push(("questions.yaml".to_owned(), yaml));
    files
}

fn law() -> String {
    let mut yaml = "instruments:\n".to_owned();
    for (id, others) in
        [("law", ["old", "older"]), ("old", ["older", "law"]), ("older", ["law", "old"])]
    {
        let _ = write!(yaml, "  - id: {id}\n    title: The {id} law\n    articles:\n");
        for n in 1..=155 {
            let compare = others.map(|other| format!("{other}/{n}")).join(", ");
            let words = WORDS.join(" ");
            let _ = writeln!(
                yaml,
                "      - {{number: {n}, title: Title {n}, gist: It says {n}., text: {words} {n}, compare: [{compare}]}}"
            );
        }
    }
    yaml
}

fn circle() -> String {
    let mut yaml = "actors:\n".to_owned();
    for n in 0..60 {
        let _ = write!(yaml, "  - {{id: actor-{n}, name: Actor {n}, kind: person, relations: [");
        for step in 1..6 {
            let _ = write!(yaml, "{{to: actor-{}, label: knows, tone: ally}}, ", (n + step) % 60);
        }
        yaml.push_str("]}\n");
    }
    yaml
}

/// A briefing on two articles of 1.1 MB, 5,000 provisions each, which are compared with each other; its paragraphs
/// cite a provision at the beginning, in the middle and at the end of the first.
pub fn long_law() -> Vec<(String, String)> {
    let mut yaml = "format: 1\ntitle: Lamps\nlanguage: en\nsections:\n".to_owned();
    yaml += "  - id: lamps\n    title: Lamps\n    body:\n";
    for cited in [10, 2_500, 4_990] {
        let _ = writeln!(yaml, "      - text: Of lamps says [](article:1({cited})) enough.");
    }
    yaml += "instruments:\n  - id: rules\n    title: Rules for lamps\n    articles:\n";
    for (number, keeper) in [(1, "keeper"), (2, "warden")] {
        let _ = write!(yaml, "      - number: {number}\n        compare: [{}]\n", 3 - number);
        yaml += "        gist: Lamps burn oil.\n        text: |\n";
        for n in 1..=5_000 {
            let _ = writeln!(
                yaml,
                "          {n}. The {keeper} of lamp {n} writes the oil that it burned into the book of the \
                 shore before the evening of the same day, in words that another can read without asking, \
                 and signs below them with the hour."
            );
        }
    }
    vec![("briefing.yaml".to_owned(), yaml)]
}

/// A briefing on two articles of 1 MB, one provision each, which are compared with each other; and with a paragraph
/// of 1 MB.
pub fn long_text() -> Vec<(String, String)> {
    let words = |keeper: &str| {
        let mut words = String::new();
        for n in 1..=9_000 {
            let _ = write!(
                words,
                "The {keeper} of lamp {n} writes the oil that it burned into the book of the shore before the \
                 evening. "
            );
        }
        words.trim_end().to_owned()
    };
    let (keeper, warden) = (words("keeper"), words("warden"));
    let yaml = format!(
        "format: 1\ntitle: Lamps\nlanguage: en\nsections:\n  - id: lamps\n    title: Lamps\n    body:\n      \
         - text: Of lamps says [](article:1) enough.\n      - text: |\n          {keeper}\n      \
         - text: Of lamps says [](article:2) enough.\n\
         instruments:\n  - id: rules\n    title: Rules for lamps\n    articles:\n      - number: 1\n        \
         compare: [2]\n        text: |\n          1. {keeper}\n      - number: 2\n        compare: [1]\n        \
         text: |\n          1. {warden}\n"
    );
    vec![("briefing.yaml".to_owned(), yaml)]
}

/// Writes files under a folder.
pub fn write(files: &[(String, String)], folder: &Path) {
    fs::create_dir_all(folder.join("sections")).unwrap();
    for (path, content) in files {
        fs::write(folder.join(path), content).unwrap();
    }
}
