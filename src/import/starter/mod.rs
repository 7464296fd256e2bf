//! A briefing to begin with, which teaches by its comments.

use super::write::{one_line, sections_inline};
use crate::model::article_label;

/// The id of its section.
const SECTION: &str = "what-the-treaty-says";

/// The files of a briefing with this title, each with its path in the briefing's folder.
pub(crate) fn starter(title: &str, language: &str) -> Vec<(String, String)> {
    let briefing = include_str!("briefing.yaml")
        .replace("{title}", &one_line(title))
        .replace("{language}", language);
    let mut files = vec![
        ("briefing.yaml".to_owned(), format!("{briefing}sections:\n  - {SECTION}\n")),
        (format!("sections/{SECTION}.yaml"), include_str!("section.yaml").to_owned()),
    ];
    files.extend(parts(language).map(|(path, text)| (path.to_owned(), text)));
    files
}

/// The same as one file.
pub(crate) fn starter_file(title: &str, language: &str) -> String {
    let mut file = include_str!("briefing.yaml")
        .replace("{title}", &one_line(title))
        .replace("{language}", language);
    file.push_str(&sections_inline(SECTION, include_str!("section.yaml")));
    for (_, text) in parts(language) {
        file.extend(["\n", &text]);
    }
    file
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
