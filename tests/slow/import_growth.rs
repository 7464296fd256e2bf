//! Four times as much of anything takes about four times as long to import.
#![cfg(unix)]
#![allow(clippy::expect_used, reason = "a test that cannot go on shall stop")]

use std::io::{Cursor, Write as _};

use attache::import::{ImportAs, ImportInput, ImportOptions, import};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::load_growth::work_grows_evenly;

/// Whether it is refused in the end is all the same.
#[track_caller]
fn grows_evenly(n: usize, name: &str, as_what: Option<ImportAs>, bytes: impl Fn(usize) -> Vec<u8>) {
    let input = |n| [ImportInput { name: name.to_owned(), bytes: bytes(n) }];
    let options = ImportOptions { as_what, ..ImportOptions::default() };
    work_grows_evenly(n, input, |inputs| drop(import(inputs, options)));
}

#[test]
fn sections_of_one_title() {
    grows_evenly(20_000, "a.md", None, |n| "# Title\n\nWords.\n\n".repeat(n).into());
}

#[test]
fn articles_of_one_number() {
    let law = |n| format!("Title\n\n{}", "Annex 1\n\nWords.\n\n".repeat(n));
    grows_evenly(8000, "a.txt", Some(ImportAs::Instrument), |n| {
        law(n).replacen("Annex 1", "Article 1", 1).into()
    });
}

#[test]
fn a_long_footnote_that_all_articles_call() {
    grows_evenly(2000, "a.md", Some(ImportAs::Instrument), |n| {
        let articles = (1..=n).map(|at| format!("## Article {at}\n\nWords[^n].\n\n"));
        format!("{}[^n]: {}\n", articles.collect::<String>(), "word ".repeat(n)).into()
    });
}

/// A DOCX with this body.
fn docx(body: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", SimpleFileOptions::default()).expect("a part begins");
    write!(zip, "<w:document><w:body>{body}</w:body></w:document>").expect("it is written");
    zip.finish().expect("it is whole").into_inner()
}

#[test]
fn fields_that_nobody_closes() {
    let field = "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>\
                 <w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>word </w:t></w:r>";
    grows_evenly(8000, "a.docx", None, |n| docx(&format!("<w:p>{}</w:p>", field.repeat(n))));
}

#[test]
fn footnotes_that_are_called() {
    grows_evenly(8000, "a.docx", None, |n| {
        let calls =
            (0..n).map(|at| format!("<w:r><w:t>a</w:t><w:footnoteReference w:id='{at}'/></w:r>"));
        docx(&format!("<w:p>{}</w:p>", calls.collect::<String>()))
    });
}

#[test]
fn rows_of_a_table() {
    let row = |at| format!("<tr><td>Row {at}<td>{at}<td>Place of {at}</tr>");
    grows_evenly(1000, "a.html", None, |n| {
        format!("<p>Words.<table>{}</table>", (0..n).map(row).collect::<String>()).into()
    });
}

#[test]
fn lists_that_nest_deep() {
    let deep = format!("{}{}", "<ul><li>x".repeat(60), "</ul>".repeat(60));
    grows_evenly(80, "a.html", None, |n| format!("<p>Words.{}", deep.repeat(n)).into());
}

#[test]
fn laws_that_a_paragraph_names() {
    let law = "Treaty\n\nArticle 1\n\nWet.\n\nArticle 2\n\nDry.\n\nArticle 3\n\nCold.\n";
    let input = |n: usize| {
        let text = "The Lake Convention, then the Treaty, and Article 2. ".repeat(n);
        [("a.md", text), ("b.txt", law.to_owned())]
            .map(|(name, text)| ImportInput { name: name.to_owned(), bytes: text.into() })
    };
    work_grows_evenly(2000, input, |inputs| drop(import(inputs, ImportOptions::default())));
}
