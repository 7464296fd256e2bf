//! Saved pages, as they become briefings. How each element of a page, of a DOCX and of an EPUB is read stands in
//! `src/import/format_tests`.

use super::{briefing, imported};

#[test]
fn a_page_becomes_sections_with_its_notes_and_links() {
    let sentence =
        "The two sides agreed on a line, on a zone around it, and on those who watch over both. ";
    let page = format!(
        "<!doctype html><html lang=en><head><title>The line</title><link rel=canonical href='https://x.test/line'></head>\
         <body><nav><a href=/>Home</a></nav><main><h2>Before</h2><p>{}</p><h2>After</h2><p>{} See \
         <a href='/map'>the map</a>.<sup><a href='#fn1'>1</a></sup></p></main><ol><li id=fn1>With care.</li></ol></body></html>",
        sentence.repeat(4),
        sentence.repeat(4),
    );
    let imported = imported(&[("line.html", &page)], None);
    let briefing = briefing(&imported);
    assert_eq!(briefing.title.as_str(), "The line");
    assert_eq!(briefing.sections.len(), 2);
    assert_eq!(imported.summary.around, 1);
    let text: String = imported.files.iter().map(|(_, text)| text.as_str()).collect();
    for kept in ["https://x.test/map", "With care.", "watch over both"] {
        assert!(text.contains(kept), "{kept} in\n{text}");
    }
}

#[test]
fn a_page_of_a_law_becomes_a_legal_text() {
    let articles = (1..5)
        .map(|n| {
            format!(
                "<p class=ti>Article {n}</p><p class=sti>Aid of kind {n}</p><p>For this law:</p><table><tr><td>(a)</td>\
                 <td><p>aid means help number {n};</p></td></tr></table><table><tr><td>(b)</td><td><p>no more.</p></td></tr></table>"
            )
        })
        .collect::<Vec<_>>()
        .concat();
    let page = format!(
        "<!doctype html><html lang=en><title>An Act on Aid</title><body>{articles}</body></html>"
    );
    let imported = imported(&[("act.html", &page)], None);
    let briefing = briefing(&imported);
    let law = &imported.summary.laws[0];
    assert_eq!((law.articles, briefing.instruments.len()), (4, 1));
    let text: String = imported.files.iter().map(|(_, text)| text.as_str()).collect();
    assert!(text.contains("(a) aid means help number 3;"), "{text}");
}
