//! What of a page is its text.

use super::super::document::Document;
use super::page;

use super::shown::shown;

const SENTENCE: &str = "The two sides agreed on a line, on a zone around it, and on those who were to watch over both of them. ";

fn read(html: &str) -> Document {
    page(html.as_bytes(), false).expect("it is read")
}

#[test]
fn menus_are_out_and_counted() {
    let text = format!("<p>{}</p>", SENTENCE.repeat(4)).repeat(6);
    let read = read(&format!(
        "<body><nav><ul><li><a href=/>Home page</a><li><a href=/w>World news</a></ul></nav>\
         <div class=page><article><h1>The line</h1>{text}<div class=share>Share this now</div></article></div>\
         <footer>All rights kept</footer></body>"
    ));
    let shown = shown(&read);
    assert!(shown.contains("who were to watch") && !shown.contains("rights"), "{shown}");
    assert!(!shown.contains("World") && !shown.contains("Share this"), "{shown}");
    assert!((10..=12).contains(&read.around), "{}", read.around);
}

#[test]
fn a_law_of_many_pieces_is_kept_whole() {
    let articles = (1..40)
        .map(|n| {
            format!(
                "<div class=eli id=art_{n}><p class=ti-art>Article {n}</p><div><p>1. {SENTENCE}</p>\
                 <table><tr><td>(a)</td><td>aid, number {n};</td></tr></table></div></div>"
            )
        })
        .collect::<Vec<_>>()
        .concat();
    let read =
        read(&format!("<body><nav><a href=/>Home</a></nav><div id=doc>{articles}</div></body>"));
    let shown = shown(&read);
    for n in 1..40 {
        assert!(shown.contains(&format!("Article {n}\n")), "Article {n}");
        assert!(shown.contains(&format!("- (a) aid, number {n};")), "point of {n}");
    }
    assert_eq!(read.around, 1);
}

#[test]
fn a_page_with_hardly_a_word_is_kept_whole() {
    let read = read("<body><nav>Home</nav><p>Article 4</p></body>");
    assert_eq!(shown(&read).trim(), "Home\nArticle 4");
    assert_eq!(read.around, 0);
}

#[test]
fn what_is_folded_is_kept_in_a_whole_page_and_counted_otherwise() {
    let text = format!("<p>{}</p>", SENTENCE.repeat(4)).repeat(6);
    let html = format!(
        "<body><article>{text}<div style='display: none'>First fold</div><p hidden>Second fold</p>\
         <details><summary>Third fold</summary>opens</details></article>\
         <form><textarea>never this</textarea><select><option>nor that<option>nor these</select></form>\
         <noscript><b>nor without</b> scripts</noscript></body>"
    );
    let kept = read(&html);
    assert!(!shown(&kept).contains("First") && !shown(&kept).contains("Second"));
    assert!(shown(&kept).contains("Third fold") && shown(&kept).contains("opens"));
    assert_eq!((kept.around, kept.left_out), (4, 9));
    let whole = page(html.as_bytes(), true).expect("it is read");
    for words in ["First fold", "Second fold", "Third fold", "opens"] {
        assert!(shown(&whole).contains(words), "{words}");
    }
    assert!(!shown(&whole).contains("never") && !shown(&whole).contains("nor"));
    assert_eq!((whole.around, whole.left_out), (0, 9));
}
