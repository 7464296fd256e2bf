//! Fields: places of a DOCX whose words a program has put there, and may put there anew.

use std::rc::Rc;

/// The fields that are open, outermost first. What is said where they stand is known of the innermost alone, so that
/// fields that nobody closes cost no more than others.
#[derive(Default)]
pub(super) struct Fields {
    open: Vec<Field>,
}

#[derive(Default)]
struct Field {
    /// What it asks for.
    asks: String,
    /// What stands in it, as it and all around it say.
    said: Said,
}

/// What words are that stand in fields.
#[derive(Debug, Clone, Default)]
pub(super) enum Said {
    /// None of the text: what a field asks for, or the number of a page.
    #[default]
    Nothing,
    /// A table of contents, or an index.
    Contents,
    /// Text of the document, and the address that it leads to.
    Text(Option<Rc<str>>),
}

impl Fields {
    /// A field begins; its answer follows once it was asked.
    pub(super) fn begin(&mut self) {
        let said = match self.said() {
            Said::Contents => Said::Contents,
            Said::Nothing | Said::Text(_) => Said::Nothing,
        };
        self.open.push(Field { asks: String::new(), said });
    }

    /// A part of what the innermost field asks for.
    pub(super) fn ask(&mut self, words: &str) {
        if let Some(field) = self.open.last_mut() {
            field.asks.push_str(words);
        }
    }

    /// The answer of the innermost field follows.
    pub(super) fn answer(&mut self) {
        let Some(field) = self.open.pop() else { return };
        let said = match self.said() {
            Said::Text(link) => answer(&field.asks, link),
            around => around,
        };
        self.open.push(Field { said, ..field });
    }

    /// The innermost field ends.
    pub(super) fn end(&mut self) {
        self.open.pop();
    }

    /// What the words are that stand here.
    pub(super) fn said(&self) -> Said {
        self.open.last().map_or(Said::Text(None), |field| field.said.clone())
    }
}

/// What the answer of a field is (ECMA-376, 17.16.5) that stands in text which leads to `link`.
fn answer(asks: &str, link: Option<Rc<str>>) -> Said {
    let mut words = asks.split_whitespace();
    match words.next().unwrap_or_default().to_ascii_uppercase().as_str() {
        "HYPERLINK" => {
            let address = words.next().unwrap_or_default().trim_matches('"');
            if address.starts_with('\\') {
                Said::Text(link)
            } else {
                Said::Text(Some(address.into()))
            }
        }
        "PAGE" | "PAGEREF" | "NUMPAGES" | "SECTIONPAGES" => Said::Nothing,
        "TOC" | "INDEX" | "TC" | "XE" => Said::Contents,
        _ => Said::Text(link),
    }
}
