//! A briefing to begin with, which teaches by its comments.

use super::schemas::with_schemas;
use super::write::{one_line, sections_inline};
use crate::model::article_label;

/// The file that a briefing begins in, and that a briefing in one file is like.
const BRIEFING: &str = "briefing.yaml";
/// The id of its section.
const SECTION: &str = "what-the-treaty-says";

/// The files of a briefing with this title and their schemas, each with its path in the briefing's folder.
pub(crate) fn starter(title: &str, language: &str) -> Vec<(String, String)> {
    let briefing = include_str!("briefing.yaml")
        .replace("{title}", &one_line(title))
        .replace("{language}", language);
    let mut files = vec![
        (BRIEFING.to_owned(), format!("{briefing}sections:\n  - {SECTION}\n")),
        (format!("sections/{SECTION}.yaml"), include_str!("section.yaml").to_owned()),
    ];
    files.extend(parts(language).map(|(path, text)| (path.to_owned(), text)));
    with_schemas(files)
}

/// The same as one file, and the schemas beside it, each with its path in the file's folder.
pub(crate) fn starter_file(title: &str, language: &str) -> (String, Vec<(String, String)>) {
    let mut file = include_str!("briefing.yaml")
        .replace("{title}", &one_line(title))
        .replace("{language}", language);
    file.push_str(&sections_inline(SECTION, include_str!("section.yaml")));
    for (_, text) in parts(language) {
        file.extend(["\n", &text]);
    }
    let mut schemas = with_schemas(vec![(BRIEFING.to_owned(), file)]);
    let (_, file) = schemas.remove(0);
    (file, schemas)
}

fn parts(language: &str) -> impl Iterator<Item = (&'static str, String)> {
    let instruments = include_str!("instruments.yaml").replace("{label}", article_label(language));
    [
        ("instruments.yaml", instruments),
        ("actors.yaml", include_str!("actors.yaml").to_owned()),
        ("glossary.yaml", include_str!("glossary.yaml").to_owned()),
        ("timeline.yaml", include_str!("timeline.yaml").to_owned()),
        ("sources.yaml", include_str!("sources.yaml").to_owned()),
    ]
    .into_iter()
}
