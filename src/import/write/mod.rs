//! A draft as the files of a briefing.

mod instruments;
mod markup;
mod section;
mod yaml;

use super::document::Run;
use super::draft::{Draft, DraftActor, DraftSource};
use super::words;
use yaml::{comment, pair};

/// The files, each with its path in the briefing's folder.
pub(super) fn files(draft: &Draft) -> Vec<(String, String)> {
    let mut files = vec![("briefing.yaml".to_owned(), briefing(draft))];
    for one in &draft.sections {
        files.push((format!("sections/{}.yaml", one.id), section::section(one)));
    }
    let lists = [
        ("instruments.yaml", instruments::instruments(&draft.instruments)),
        ("actors.yaml", actors(&draft.actors)),
        ("sources.yaml", sources(&draft.sources)),
    ];
    let lists = lists.into_iter().filter(|(_, text)| !text.is_empty());
    files.extend(lists.map(|(path, text)| (path.to_owned(), text)));
    files
}

fn briefing(draft: &Draft) -> String {
    let mut out = String::new();
    comment(&mut out, "", words::OF_BRIEFING);
    out.push_str("format: 1\n");
    pair(&mut out, "title", &draft.title);
    if let Some(language) = &draft.language {
        if draft.is_language_guessed {
            comment(&mut out, "", words::GUESSED_LANGUAGE);
        }
        pair(&mut out, "language", language);
    }
    if let Some(date) = &draft.date {
        out.extend(["date: ", date, "\n"]);
    }
    if !draft.authors.is_empty() {
        out.extend(["authors: ", &yaml::list(&draft.authors), "\n"]);
    }
    if let Some(summary) = &draft.summary {
        let words = vec![Run { text: summary.clone(), ..Run::default() }];
        yaml::text(&mut out, "summary:", 2, &markup::prose(&words));
    }
    if draft.sections.is_empty() {
        out.push_str("sections: []\n");
        return out;
    }
    out.push_str("sections:\n");
    for section in &draft.sections {
        out.extend(["  - ", &yaml::scalar(&section.id), "\n"]);
    }
    out
}

/// A value on one line, as it stands behind a key.
pub(super) fn one_line(value: &str) -> String {
    yaml::scalar(value)
}

/// The list of sections with one section in it, whose file would have this text.
pub(super) fn sections_inline(id: &str, text: &str) -> String {
    let mut out = format!("sections:\n  - id: {id}\n");
    for line in text.lines() {
        let indent = if line.is_empty() { "" } else { "    " };
        out.extend([indent, line, "\n"]);
    }
    out
}

fn actors(actors: &[DraftActor]) -> String {
    let mut out = String::new();
    if actors.is_empty() {
        return out;
    }
    comment(&mut out, "", words::OF_ACTORS);
    out.push_str("actors:\n");
    for actor in actors {
        comment(&mut out, "  ", &words::guessed_actor(actor.found, actor.kind.is_some()));
        out.extend(["  - id: ", &yaml::scalar(&actor.id), "\n"]);
        out.extend(["    name: ", &yaml::scalar(&actor.name), "\n"]);
        if !actor.aliases.is_empty() {
            out.extend(["    aliases: ", &yaml::list(&actor.aliases), "\n"]);
        }
        if let Some(kind) = actor.kind {
            out.extend(["    kind: ", kind, "\n"]);
        }
    }
    out
}

fn sources(sources: &[DraftSource]) -> String {
    let mut out = String::new();
    if sources.is_empty() {
        return out;
    }
    comment(&mut out, "", words::OF_SOURCES);
    out.push_str("sources:\n");
    for source in sources {
        out.extend(["  - id: ", &yaml::scalar(&source.id), "\n"]);
        out.extend(["    title: ", &yaml::scalar(&source.title), "\n"]);
        let fields = [("publisher", &source.publisher), ("url", &source.url)];
        for (key, value) in fields {
            if let Some(value) = value {
                out.extend(["    ", key, ": ", &yaml::scalar(value), "\n"]);
            }
        }
        if let Some(date) = &source.date {
            out.extend(["    date: ", date, "\n"]);
        }
    }
    out
}
