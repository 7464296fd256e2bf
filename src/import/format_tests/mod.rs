//! Pages, word processors' files and books, read as documents.

mod docx;
mod epub;
mod html_facts;
mod html_hostile;
mod html_law;
mod html_main_text;
mod html_notes;
mod html_words;
mod shown;

use super::document::Document;
use super::error::ReadError;
use super::html;

use shown::shown;

/// The text of a page.
fn page(bytes: &[u8], whole: bool) -> Result<Document, ReadError> {
    html::read(bytes, whole)
}

/// What is in a body, read whole.
fn body(html: &str) -> Document {
    page(format!("<!doctype html><body>{html}").as_bytes(), true).expect("it is read")
}

/// That the body of a page is read as `expected`, in the shorthand of [`shown`].
fn check(html: &str, expected: &str) {
    assert_eq!(shown(&body(html)).trim_end(), expected.trim_matches('\n'), "\n{html}");
}
