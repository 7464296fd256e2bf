//! Fields: places of a DOCX whose words a program has put there, and may put there anew.

/// A field that is open.
#[derive(Default)]
pub(super) struct Field {
    /// What it asks for.
    pub(super) asks: String,
    /// Whether what follows is its answer.
    pub(super) answers: bool,
}

/// What the answer of a field is.
pub(super) enum Answer {
    /// Text of the document.
    Text,
    /// Text that leads to an address.
    Link(String),
    /// The number of a page.
    Page,
    /// A table of contents, or an index.
    Contents,
}

impl Field {
    /// What its answer is (ECMA-376, 17.16.5).
    pub(super) fn answer(&self) -> Answer {
        let mut words = self.asks.split_whitespace();
        match words.next().unwrap_or_default().to_ascii_uppercase().as_str() {
            "HYPERLINK" => {
                let address = words.next().unwrap_or_default().trim_matches('"');
                if address.starts_with('\\') {
                    Answer::Text
                } else {
                    Answer::Link(address.to_owned())
                }
            }
            "PAGE" | "PAGEREF" | "NUMPAGES" | "SECTIONPAGES" => Answer::Page,
            "TOC" | "INDEX" | "TC" | "XE" => Answer::Contents,
            _ => Answer::Text,
        }
    }
}
