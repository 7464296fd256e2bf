//! The file of legal texts.

use super::markup::{law, prose};
use super::yaml::{self, comment};
use crate::import::draft::{DraftArticle, DraftInstrument, Piece};
use crate::import::words;

/// The text of `instruments.yaml`; empty if there is none.
pub(super) fn instruments(instruments: &[DraftInstrument]) -> String {
    let mut out = String::new();
    if instruments.is_empty() {
        return out;
    }
    comment(&mut out, "", words::OF_INSTRUMENTS);
    out.push_str("instruments:\n");
    for one in instruments {
        out.extend(["  - id: ", &yaml::scalar(&one.id), "\n"]);
        out.extend(["    title: ", &yaml::scalar(&one.title), "\n"]);
        if let Some(language) = &one.language {
            out.extend(["    language: ", &yaml::scalar(language), "\n"]);
        }
        if !one.label.is_empty() {
            out.extend(["    label: ", &yaml::scalar(&one.label), "\n"]);
        }
        out.push_str("    articles:\n");
        for piece in &one.pieces {
            match piece {
                Piece::Part { name, title, level } => {
                    out.extend(["      - part: ", &yaml::scalar(name), "\n"]);
                    if let Some(title) = title {
                        out.extend(["        title: ", &yaml::scalar(title), "\n"]);
                    }
                    if *level > 1 {
                        out.extend(["        level: ", &level.to_string(), "\n"]);
                    }
                }
                Piece::Article(one) => article(&mut out, one),
            }
        }
    }
    out
}

fn article(out: &mut String, article: &DraftArticle) {
    let number = &article.number;
    let is_whole = number.len() < 6 && number.bytes().all(|b| b.is_ascii_digit());
    let number = if is_whole { number.clone() } else { yaml::scalar(number) };
    out.extend(["      - number: ", &number, "\n"]);
    for (key, value) in [("label", &article.label), ("title", &article.title)] {
        if let Some(value) = value {
            out.extend(["        ", key, ": ", &yaml::scalar(value), "\n"]);
        }
    }
    if !article.lines.is_empty() {
        let lines: Vec<_> = article.lines.iter().map(|(depth, line)| (*depth, law(line))).collect();
        yaml::lines(out, "        text:", 10, &lines);
    }
    if let Some(note) = &article.note {
        yaml::text(out, "        note:", 10, &prose(note));
    }
}
