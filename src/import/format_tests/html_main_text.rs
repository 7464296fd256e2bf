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

/// That of a page whose text is in `around` and a menu before it, the text is kept and no more.
#[track_caller]
fn check(before: &str, text: &str, behind: &str) {
    let paragraphs = format!("<p>{}</p>", SENTENCE.repeat(4)).repeat(6);
    let read = read(&format!("<body>{before}{text}{paragraphs}{behind}</body>"));
    let shown = shown(&read);
    for word in ["Menu", "Elsewhere", "Previous"] {
        assert!(!shown.contains(word), "{word} in\n{shown}");
    }
    assert!(shown.starts_with("# Navigation\n") && shown.contains("## Search\n"), "{shown}");
    assert_eq!(shown.matches("who were to watch").count(), 24);
}

#[test]
fn menus_of_documentation_are_out_and_headings_that_are_called_like_them_stay() {
    let links = "<ul><li><a href=a.html>Menu</a><li><a href=b.html>Elsewhere</a></ul>";
    // As mdBook has them.
    check(
        &format!(
            "<div id=sidebar class=sidebar>{links}</div><div id=content><div id=menu-bar><a href=/>Menu</a></div><main>"
        ),
        "<h1 id=navigation><a class=header href='#navigation'>Navigation</a></h1><h2 id=search>Search</h2>",
        "</main></div><div class=nav-chapters><a href=p.html>Previous chapter</a></div>",
    );
    // As Sphinx has them.
    check(
        &format!(
            "<div class=document><div class=body role=main><div class=toctree-wrapper role=navigation>{links}</div>"
        ),
        "<section id=navigation><h1>Navigation<a class=headerlink href='#navigation'>¶</a></h1>\
         <section id=search><h2>Search<a class=headerlink href='#search'>¶</a></h2>",
        "</section></section></div></div><div class=sphinxsidebar role=navigation><h3>Menu</h3><p>Elsewhere</p></div>\
         <div class=related role=navigation><h3>Menu</h3></div>",
    );
    // As Wikipedia has them.
    check(
        &format!("<div id=content><div id=bodyContent><div id=toc class=toc>{links}</div>"),
        "<h1>Navigation</h1><h2><span id=Search>Search</span><span class=mw-editsection>[<a href=/e>Menu</a>]</span></h2>",
        &format!(
            "<div role=navigation class=navbox><table><tr><th>Menu<td>{links}</table></div></div></div>"
        ),
    );
}

#[test]
fn a_short_text_is_without_menus_where_the_page_says_where_it_is() {
    let links = "<li><a href=a.html>Menu</a>".repeat(40);
    let read =
        read(&format!("<body><ul>{links}</ul><main><h1>Pond</h1><p>It is wet.</p></main></body>"));
    assert_eq!(shown(&read).trim(), "# Pond\nIt is wet.");
    assert_eq!(read.around, 40);
}
