//! Books, made of their parts.

use super::super::document::Document;
use super::super::epub::read;
use super::super::error::ReadError;
use super::docx::zip;
use super::shown::shown;

const CONTAINER: &str =
    "<container><rootfiles><rootfile full-path='OPS/book.opf'/></rootfiles></container>";
const BOOK: &str = "<package><metadata><dc:title>On the &amp; line</dc:title><dc:creator>Kim Mina</dc:creator>\
    <dc:creator>Lee Jun</dc:creator><dc:language>en</dc:language><dc:date>2024-06-19T00:00:00Z</dc:date></metadata><manifest>\
    <item id='nav' href='nav.xhtml' media-type='application/xhtml+xml' properties='nav'/>\
    <item id='c1' href='text/one%20a.xhtml' media-type='application/xhtml+xml'/>\
    <item id='c2' href='text/two.xhtml' media-type='application/xhtml+xml'/>\
    <item id='n' href='notes.xhtml' media-type='application/xhtml+xml'/>\
    <item id='cover' href='cover.xhtml' media-type='application/xhtml+xml'/>\
    <item id='css' href='s.css' media-type='text/css'/></manifest>\
    <spine><itemref idref='cover'/><itemref idref='nav'/><itemref idref='c2'/><itemref idref='c1'/><itemref idref='n' linear='no'/></spine></package>";

fn book(more: &[(&str, &str)]) -> Result<Document, ReadError> {
    let parts = [
        ("META-INF/container.xml", CONTAINER),
        ("OPS/book.opf", BOOK),
        ("OPS/cover.xhtml", "<p>Cover</p>"),
        ("OPS/nav.xhtml", "<p>Contents</p>"),
        (
            "OPS/text/one a.xhtml",
            "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><head><title/></head><body><h1>One</h1>\
             <p>Aid<a epub:type='noteref' href='../notes.xhtml#n1'>1</a><a id='p2'/>, <i/>then.</p></body></html>",
        ),
        (
            "OPS/text/two.xhtml",
            "<h1>Two</h1><p>More<sup><a href='two.xhtml#x'>2</a></sup></p><aside epub:type='footnote' id='x'><p>2 Here.</p></aside>",
        ),
        (
            "OPS/notes.xhtml",
            "<aside epub:type='footnote' id='n1'><p><a href='text/one%20a.xhtml#p2'>1</a>. There.</p></aside>",
        ),
    ];
    let parts =
        parts.iter().filter(|(name, _)| more.iter().all(|(own, _)| own != name)).chain(more);
    let parts: Vec<(&str, &[u8])> = parts.map(|(name, text)| (*name, text.as_bytes())).collect();
    read(&zip(&parts))
}

#[test]
fn chapters_are_read_in_their_order() {
    let read = book(&[]).expect("it is read");
    assert_eq!(
        shown(&read).trim_end(),
        "# Two\nMore2[^0]\n# One\nAid1[^1], then.\n[^0]: Here.\n[^1]: There."
    );
    assert_eq!(read.title, "On the & line");
    assert_eq!(read.authors, ["Kim Mina", "Lee Jun"]);
    assert_eq!(
        (read.language.as_deref(), read.date.as_deref()),
        (Some("en"), Some("2024-06-19T00:00:00Z"))
    );
}

#[test]
fn what_is_no_book_is_said() {
    let locked =
        |part: &str| format!("<e><CipherData><CipherReference URI='{part}'/></CipherData></e>");
    for (name, text, expected) in [
        ("META-INF/encryption.xml", locked("OPS/text/two.xhtml"), "it is encrypted or protected"),
        ("META-INF/container.xml", "<container/>".to_owned(), "it is a damaged EPUB"),
        (
            "META-INF/container.xml",
            CONTAINER.replace("OPS/book.opf", "../../../etc/passwd"),
            "there are no words",
        ),
        (
            "OPS/book.opf",
            BOOK.replace("two.xhtml", "gone.xhtml"),
            "it is a damaged EPUB: a chapter is missing",
        ),
        (
            "OPS/text/two.xhtml",
            "<div>".repeat(9000),
            "its elements stand in each other more than 512 deep",
        ),
        ("OPS/text/two.xhtml", "x".repeat((16 << 20) + 1), "it has more than 16 MB"),
    ] {
        let said = book(&[(name, &text)]).map(|read| shown(&read)).expect_err(expected).to_string();
        assert!(said.starts_with(expected), "{said}");
    }
    let fonts = book(&[("META-INF/encryption.xml", &locked("OPS/font.otf"))]);
    assert!(fonts.is_ok(), "{fonts:?}");
}
