//! Pages that are made to cost time, or to end the program.

use super::super::error::{ReadError, TooMuch};
use super::page;
use proptest::prelude::*;

use super::shown::shown;

/// That `html` is refused for having more than a page may have.
#[track_caller]
fn refused(html: &str, why: TooMuch) {
    match page(html.as_bytes(), false) {
        Err(ReadError::TooMuch(found)) => assert_eq!(found, why),
        other => panic!("not refused for {why}: {:?}", other.map(|read| read.title)),
    }
}

#[test]
fn what_is_too_much_is_named() {
    for element in ["div", "blockquote", "section", "span", "ul><li", "table><tr><td"] {
        refused(&format!("<{element}>").repeat(10_000), TooMuch::Levels { most: 512 });
    }
    let attributes = (0..100_000).map(|n| format!(" a{n}=1")).collect::<Vec<_>>().concat();
    refused(&format!("<p{attributes}>x"), TooMuch::Attributes { most: 256 });
    refused(&format!("<p title='{}'>x", "y".repeat(70_000)), TooMuch::Tag { most: 64 });
    refused(&"<br>".repeat(400_001), TooMuch::Elements { most: 400_000 });
    refused(&" ".repeat((16 << 20) + 1), TooMuch::File { most: 16 });
    let marks = (0..16).map(|n| format!("<font size={n}>")).collect::<Vec<_>>().concat();
    refused(&format!("{marks}{}", "<p>x".repeat(150_000)), TooMuch::OpenMarks { most: 500_000 });
}

#[test]
fn what_is_odd_is_read() {
    let picture = format!("<img alt='A map' src='data:image/png;base64,{}'>", "A".repeat(200_000));
    for (html, words) in [
        (format!("<p>x{picture}</p>"), "x[A map]"),
        ("<b>".repeat(20_000) + "x", "**x**"),
        (format!("<p>{}</p>", "a&amp;".repeat(5)), "a&a&a&a&a&"),
        ("<p>a</p><!--".to_owned() + &"-".repeat(100_000), "a"),
        ("<p>a < b <3 </ p></p>".to_owned(), "a < b <3"),
        ("<p title=\"x>y\" a='b\"c'>d</p>".to_owned(), "d"),
        ("<script>if (a</script><p>b</p>".to_owned(), "b"),
        (
            "<?xml version='1.0'?><title/><p>a<a id='x'/>b<i/>c</p><div/><p>d</p>".to_owned(),
            "abc\nd",
        ),
        ("<p>x</p></div></table></td></p>".to_owned(), "x"),
    ] {
        let beginning = html.get(..80).unwrap_or(&html);
        let read = page(html.as_bytes(), true).expect(beginning);
        assert_eq!(shown(&read).trim(), words, "{beginning}");
    }
}

#[test]
fn many_entities_and_deep_lists_are_read() {
    let read = page("<p>&#44032;&amp;".repeat(10_000).as_bytes(), true).expect("it is read");
    assert_eq!(read.blocks.len(), 10_000);
    let deep = "<ul><li>x".repeat(500);
    assert_eq!(shown(&page(deep.as_bytes(), false).expect("it is read")).matches('x').count(), 500);
}

/// An element that may be in a body, with words in it that are all different.
fn element() -> impl Strategy<Value = String> {
    let leaf = "[a-z]{1,8}".prop_map(|word| format!(" {word} "));
    leaf.prop_recursive(5, 40, 5, |inner| {
        let names = prop::sample::select(vec![
            "p",
            "div",
            "b",
            "i",
            "ul",
            "ol",
            "li",
            "table",
            "tr",
            "td",
            "th",
            "caption",
            "blockquote",
            "h2",
            "a",
            "sup",
            "q",
            "dl",
            "dt",
            "dd",
            "pre",
            "span",
            "font",
            "details",
            "summary",
            "thead",
            "section",
            "ruby",
            "rt",
        ]);
        (names, prop::collection::vec(inner, 0..5), any::<bool>()).prop_map(
            |(name, inner, ended)| {
                let end = if ended { format!("</{name}>") } else { String::new() };
                format!("<{name}>{}{end}", inner.concat())
            },
        )
    })
}

/// The letters of a page, sorted: tables bring words out of their order, as a browser does.
fn letters(text: &str) -> Vec<char> {
    let mut letters: Vec<char> = text.chars().filter(char::is_ascii_lowercase).collect();
    letters.sort_unstable();
    letters
}

proptest! {
    /// Whatever elements stand in each other, every word that goes in comes out, and once.
    #[test]
    fn no_word_is_lost(parts in prop::collection::vec(element(), 1..6)) {
        let html = parts.concat();
        let mut bare = String::new();
        let mut tag = false;
        for c in html.chars() {
            match c {
                '<' => tag = true,
                '>' => tag = false,
                c if !tag => bare.push(c),
                _ => {}
            }
        }
        match page(html.as_bytes(), true) {
            Ok(read) => prop_assert_eq!(letters(&shown(&read)), letters(&bare), "{}", html),
            Err(error) => prop_assert!(letters(&bare).is_empty(), "{} {}", error, html),
        }
    }

    /// Any bytes end in a document or in an error.
    #[test]
    fn anything_ends(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = page(&bytes, false);
    }
}
