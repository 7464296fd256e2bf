//! DOCX files, made of their parts.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::super::document::Document;
use super::super::docx::read;
use super::super::error::ReadError;
use super::shown::shown;

/// A ZIP with these parts.
pub(super) fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        zip.start_file(*name, options).expect("a part begins");
        zip.write_all(bytes).expect("a part is written");
    }
    zip.finish().expect("it is whole").into_inner()
}

const STYLES: &str = "<w:styles>\
    <w:style w:styleId='H1'><w:name w:val='heading 1'/><w:rPr><w:b/></w:rPr></w:style>\
    <w:style w:styleId='T'><w:name w:val='Title'/></w:style>\
    <w:style w:styleId='Q'><w:name w:val='Quote'/><w:rPr><w:i/></w:rPr></w:style>\
    <w:style w:styleId='Base'><w:name w:val='Base'/><w:pPr><w:outlineLvl w:val='1'/></w:pPr></w:style>\
    <w:style w:styleId='Own'><w:name w:val='Own'/><w:basedOn w:val='Base'/></w:style>\
    <w:style w:styleId='S'><w:name w:val='Strong'/><w:rPr><w:b/></w:rPr></w:style>\
    <w:style w:styleId='Code'><w:name w:val='Source Code'/></w:style>\
    <w:style w:styleId='TOC1'><w:name w:val='toc 1'/></w:style></w:styles>";

const NUMBERING: &str = "<w:numbering>\
    <w:abstractNum w:abstractNumId='0'>\
      <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>\
      <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='(%2)'/></w:lvl></w:abstractNum>\
    <w:abstractNum w:abstractNumId='1'>\
      <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='Article %1'/></w:lvl>\
      <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.%2'/></w:lvl>\
      <w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='upperRoman'/><w:lvlText w:val='%3)'/></w:lvl></w:abstractNum>\
    <w:abstractNum w:abstractNumId='2'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText w:val='o'/></w:lvl></w:abstractNum>\
    <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num>\
    <w:num w:numId='3'><w:abstractNumId w:val='2'/></w:num>\
    <w:num w:numId='4'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='7'/></w:lvlOverride></w:num>\
    </w:numbering>";

fn document(body: &str, more: &[(&str, &str)]) -> Result<Document, ReadError> {
    let body =
        format!("<?xml version='1.0'?><w:document><w:body>{body}<w:sectPr/></w:body></w:document>");
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("word/document.xml", body.as_bytes()),
        ("word/styles.xml", STYLES.as_bytes()),
        ("word/numbering.xml", NUMBERING.as_bytes()),
    ];
    parts.extend(more.iter().map(|(name, text)| (*name, text.as_bytes())));
    read(&zip(&parts))
}

fn check(body: &str, expected: &str) {
    assert_eq!(shown(&document(body, &[]).expect("it is read")).trim_end(), expected, "\n{body}");
}

/// A paragraph with these properties.
fn p(properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn point(list: u32, level: u32, text: &str) -> String {
    p(&format!("<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr>"), text)
}

#[test]
fn styles_say_what_a_paragraph_is() {
    check(
        &[
            p("<w:pStyle w:val='H1'/>", "Aid"),
            p("<w:pStyle w:val='Own'/>", "Below"),
            p("", "Text &amp; &#44032;"),
            p("<w:pStyle w:val='Q'/>", "So it was"),
            p("<w:pStyle w:val='Q'/>", "said."),
            p("<w:pStyle w:val='Code'/>", "a  b"),
            p("<w:pStyle w:val='Code'/>", "c"),
        ]
        .concat(),
        "# Aid\n## Below\nText & 가\n> *So it was*\n> *said.*\n    a  b\n    c",
    );
}

#[test]
fn runs_are_set_off() {
    check(
        "<w:p><w:r><w:t xml:space='preserve'>A </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>b</w:t></w:r>\
         <w:r><w:rPr><w:b w:val='0'/><w:i/></w:rPr><w:tab/><w:t>c</w:t></w:r><w:r><w:rPr><w:rStyle w:val='S'/></w:rPr><w:t>d</w:t></w:r>\
         <w:r><w:br/><w:t>e</w:t><w:noBreakHyphen/><w:t>f</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>2</w:t></w:r>\
         <w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>",
        "A **b** *c***d** / e-f²",
    );
}

#[test]
fn lists_and_what_they_count() {
    check(
        &[
            point(1, 0, "one"),
            point(1, 1, "in it"),
            point(1, 1, "and"),
            point(1, 0, "two"),
            point(3, 0, "dot"),
        ]
        .concat(),
        "1. one\n  - (a) in it\n  - (b) and\n2. two\n- dot",
    );
    check(
        &[point(1, 0, "one"), p("", "between"), point(1, 0, "two")].concat(),
        "1. one\nbetween\n- 2. two",
    );
    check(&[point(4, 0, "seven"), point(4, 0, "eight")].concat(), "- 7. seven\n- 8. eight");
}

#[test]
fn numbers_of_a_law_are_words() {
    check(
        &[
            point(2, 0, "Aid"),
            point(2, 1, "Each side helps."),
            point(2, 2, "At once."),
            point(2, 2, "In full."),
            point(2, 0, "Force"),
            point(2, 1, "None."),
            point(2, 0, "End"),
            point(3, 0, "Done."),
        ]
        .concat(),
        "Article 1 Aid\n1.1 Each side helps.\nI) At once.\nII) In full.\nArticle 2 Force\n2.1 None.\nArticle 3 End\n- Done.",
    );
    check(
        &[
            p("", "제1조(목적)"),
            point(1, 0, "돕는다."),
            p("", "제2조(정의)"),
            p("", "제3조(끝)"),
            point(1, 0, "끝."),
        ]
        .concat(),
        "제1조(목적)\n1. 돕는다.\n제2조(정의)\n제3조(끝)\n2. 끝.",
    );
}

#[test]
fn tables_keep_their_cells() {
    let cell = |properties: &str, text: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p("", text))
    };
    check(
        &format!(
            "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>{}{}</w:tr><w:tr>{}{}</w:tr><w:tr>{}</w:tr><w:tr>{}<w:tc><w:p/></w:tc></w:tr></w:tbl>",
            cell("", "Who"),
            cell("", "When"),
            cell("<w:vMerge w:val='restart'/>", "A"),
            cell("", "1961"),
            cell("<w:gridSpan w:val='2'/>", "both"),
            cell("<w:vMerge/>", "B"),
        ),
        "| Who | When |\n---\n| A | 1961 |\n| both |  |\n| B |  |",
    );
    check(
        &format!(
            "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>",
            cell("", "(a)"),
            cell("", "aid;"),
            cell("", "(b)"),
            cell("", "help.")
        ),
        "- (a) aid;\n- (b) help.",
    );
    check(
        &format!("<w:tbl><w:tr><w:tc>{}{}</w:tc></w:tr></w:tbl>", p("", "One"), p("", "two")),
        "One\ntwo",
    );
    check(
        &format!(
            "<w:tbl><w:tr>{}<w:tc><w:tbl><w:tr>{}{}</w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>",
            cell("", "x"),
            cell("", "a"),
            cell("", "b")
        ),
        "| x | a / b |",
    );
}

#[test]
fn notes_links_fields_and_changes() {
    let read = document(
        "<w:p><w:r><w:t>Aid</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:t xml:space='preserve'> or </w:t></w:r>\
         <w:hyperlink r:id='r9'><w:r><w:t>there</w:t></w:r></w:hyperlink><w:r><w:endnoteReference w:id='1'/></w:r>\
         <w:ins><w:r><w:t>, new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>\
         <w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE </w:instrText></w:r>\
         <w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>17</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>\
         <w:fldSimple w:instr='HYPERLINK \"https://x.test/b\"'><w:r><w:t>, b</w:t></w:r></w:fldSimple>\
         <w:r><w:commentReference w:id='0'/></w:r></w:p>\
         <w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr><w:sdtContent>\
         <w:p><w:r><w:t>Contents here</w:t></w:r></w:p></w:sdtContent></w:sdt>\
         <w:sdt><w:sdtContent><w:p><w:r><w:t>Kept</w:t></w:r></w:p></w:sdtContent></w:sdt>\
         <w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>Boxed</w:t></w:r></w:p></w:txbxContent></mc:Choice>\
         <mc:Fallback><w:txbxContent><w:p><w:r><w:t>Boxed</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        &[
            ("word/_rels/document.xml.rels", "<r><x Id='r9' Type='t/hyperlink' Target='https://x.test/a' TargetMode='External'/></r>"),
            ("word/footnotes.xml", "<w:footnotes><w:footnote w:id='-1'><w:p><w:r><w:separator/></w:r></w:p></w:footnote>\
                <w:footnote w:id='2'><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space='preserve'> Art. 4.</w:t></w:r></w:p></w:footnote></w:footnotes>"),
            ("word/endnotes.xml", "<w:endnotes><w:endnote w:id='1'><w:p><w:r><w:t>The end.</w:t></w:r></w:p></w:endnote></w:endnotes>"),
            ("word/comments.xml", "<w:comments><w:comment><w:p><w:r><w:t>Is it so?</w:t></w:r></w:p></w:comment></w:comments>"),
            ("docProps/core.xml", "<c><dc:title>On aid</dc:title><dc:creator>Kim Mina; Lee</dc:creator><dcterms:created>2024-06-19T08:00:00Z</dcterms:created></c>"),
        ],
    )
    .expect("it is read");
    assert_eq!(
        shown(&read).trim_end(),
        "Aid1[^0] or [there](https://x.test/a)2[^1], new[, b](https://x.test/b)\nKept\nBoxed\n[^0]: Art. 4.\n[^1]: The end.",
    );
    assert_eq!((read.title.as_str(), read.left_out), ("On aid", 5));
    assert_eq!(read.authors, ["Kim Mina", "Lee"]);
    assert_eq!(read.date.as_deref(), Some("2024-06-19T08:00:00Z"));
}

#[test]
fn words_that_are_hidden_are_counted() {
    let body = "<w:p><w:r><w:t>seen</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>not seen</w:t></w:r></w:p>";
    assert_eq!(document(body, &[]).expect("it is read").left_out, 2);
}

#[test]
fn a_field_says_what_the_words_are_that_stand_in_it_and_in_the_fields_within() {
    let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>");
    let asks =
        |asks: &str| format!("{}<w:r><w:instrText>{asks}</w:instrText></w:r>", mark("begin"));
    let answers = |words: &str| format!("{}<w:r><w:t>{words}</w:t></w:r>", mark("separate"));
    let check = |fields: [(&str, &str); 2], expected: &str| {
        let open: String = fields.iter().map(|(one, words)| asks(one) + &answers(words)).collect();
        let text =
            format!("<w:p>{open}{}{}<w:r><w:t>end</w:t></w:r></w:p>", mark("end"), mark("end"));
        self::check(&text, expected);
    };
    let link = "HYPERLINK &quot;https://a.example/&quot;";
    check([("REF x", "a"), ("REF y", "b")], "abend");
    check([(link, "a"), ("REF y", "b")], "[ab](https://a.example/)end");
    check([("PAGE", "a"), (link, "b")], "end");
    check([("TOC", "a"), ("REF y", "b")], "end");
    check([("REF x", "a"), ("PAGE", "b")], "aend");
}

#[test]
fn what_is_no_docx_is_said() {
    let whole = zip(&[(
        "word/document.xml",
        b"<w:document><w:body><w:p><w:r><w:t>x</w:t></w:r></w:p></w:body></w:document>",
    )]);
    let cases: Vec<(Vec<u8>, &str)> = vec![
        (zip(&[("../../x", b"y")]), "it is no text"),
        (b"\xD0\xCF\x11\xE0 and so on".to_vec(), "it is encrypted"),
        (whole.get(..whole.len() / 2).expect("a half").to_vec(), "it is a damaged DOCX"),
        (zip(&[("word/document.xml", b"<w:document><w:body></w:p>")]), "it is a damaged DOCX"),
        (
            zip(&[("word/document.xml", b"<w:document><w:body/></w:document>")]),
            "there are no words",
        ),
        (
            zip(&[
                ("word/document.xml", "<d><body>".as_bytes()),
                ("word/styles.xml", &[0xFF, 0x00]),
            ]),
            "it is a damaged DOCX",
        ),
        (
            zip(&[("word/document.xml", "<a>".repeat(10_000).as_bytes())]),
            "its elements stand in each other more than 2048 deep",
        ),
        (
            zip(&[("word/document.xml", &vec![b' '; (64 << 20) + 1])]),
            "there are more than 64 MB of text in it",
        ),
    ];
    for (bytes, expected) in cases {
        let said = read(&bytes).map(|read| shown(&read)).expect_err(expected).to_string();
        assert!(said.starts_with(expected), "{said}");
    }
}
