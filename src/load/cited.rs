//! The articles below which something is cited: only of these the wordings are read before all texts are.

use std::collections::BTreeSet;

use super::parts::Parts;
use super::words::unspaced;
use super::yaml::YamlValue;
use crate::base::cut;
use crate::diagnostic::File;

/// No address of an article is longer, in bytes.
const LONGEST: usize = 1200;

/// Addresses of articles: `4`, `un-charter/51`; numbers in lower case, without blanks.
#[derive(Default)]
pub(super) struct CitedBelow(BTreeSet<String>);

impl CitedBelow {
    pub(super) fn of(files: &[File], parts: &Parts<'_>) -> Self {
        let mut cited = Self::default();
        for file in files {
            let text = file.text.as_str();
            for at in memchr::memmem::find_iter(text.as_bytes(), "article:") {
                let rest = cut(text, at + "article:".len()..);
                cited.enter(cut(rest, ..rest.floor_char_boundary(LONGEST.min(rest.len()))));
            }
        }
        for item in &parts.lists.instruments.items {
            let Some(file) = files.get(item.file) else { continue };
            let articles = item.node.get("articles").map(|node| &node.value);
            let Some(YamlValue::List(articles)) = articles else { continue };
            for article in articles {
                for key in ["see", "compare"] {
                    let Some(YamlValue::List(items)) = article.get(key).map(|node| &node.value)
                    else {
                        continue;
                    };
                    items
                        .iter()
                        .filter_map(|one| one.spelling(&file.text))
                        .for_each(|one| cited.enter(one));
                }
            }
        }
        cited
    }

    /// Enters the address of an article that words begin with, if steps follow it.
    fn enter(&mut self, words: &str) {
        let end = words.find(['(', '（', ')', ']', '"', '\'', ',', '\n']);
        if let Some((article, _)) =
            end.map(|at| words.split_at(at)).filter(|(_, rest)| rest.starts_with(['(', '（']))
        {
            self.0.insert(unspaced(article).to_lowercase());
        }
    }

    /// Whether something is cited below this article.
    pub(super) fn has(&self, instrument: &str, is_first: bool, number: &str) -> bool {
        if self.0.is_empty() {
            return false;
        }
        let number = unspaced(number).to_lowercase();
        (is_first && self.0.contains(&number)) || self.0.contains(&format!("{instrument}/{number}"))
    }
}
