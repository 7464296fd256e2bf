//! What a page says of itself, and the encodings that it may be in.

use super::super::error::ReadError;
use super::page;
use encoding_rs::{EUC_KR, SHIFT_JIS, WINDOWS_1252};

use super::shown::shown;

#[test]
fn the_head_says_who_when_and_where() {
    let read = page(
        "<html lang=en-GB><head><title>The line of 1953 | The Hanbando Review</title>\
         <meta property='og:title' content='The line of 1953'><meta name=author content='By Kim Mina'>\
         <meta property='og:site_name' content='The Hanbando Review'>\
         <meta property='article:published_time' content='2024-06-19T08:00:00Z'>\
         <link rel=canonical href='https://review.test/2024/line.html'></head>\
         <body><p>See <a href='../map'>the map</a> and <a href='#x'>below</a>.</p></body></html>"
            .as_bytes(),
        true,
    )
    .expect("it is read");
    assert_eq!(read.title, "The line of 1953");
    assert_eq!(read.authors, ["Kim Mina"]);
    assert_eq!(read.publisher.as_deref(), Some("The Hanbando Review"));
    assert_eq!(read.date.as_deref(), Some("2024-06-19T08:00:00Z"));
    assert_eq!(read.language.as_deref(), Some("en-GB"));
    assert_eq!(read.address.as_deref(), Some("https://review.test/2024/line.html"));
    assert_eq!(shown(&read).trim(), "See [the map](https://review.test/map) and below.");
}

#[test]
fn a_page_is_read_in_the_encoding_that_it_says() {
    let korean = "<meta charset=euc-kr><p>조약 제4조</p>";
    let japanese =
        "<meta http-equiv=Content-Type content='text/html; charset=Shift_JIS'><p>条約 第四条</p>";
    let german = "<?xml version='1.0' encoding='windows-1252'?><p>§ 3 Grundsätze – „ja“</p>";
    for (text, encoding) in [(korean, EUC_KR), (japanese, SHIFT_JIS), (german, WINDOWS_1252)] {
        let (bytes, _, _) = encoding.encode(text);
        let read = page(&bytes, true).expect("it is read");
        let words = text.rsplit_once("<p>").expect("a paragraph").1.trim_end_matches("</p>");
        assert_eq!(shown(&read).trim(), words, "{}", encoding.name());
    }
    let mut wide = vec![0xFF, 0xFE];
    wide.extend("<p>조약</p>".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(shown(&page(&wide, true).expect("it is read")).trim(), "조약");
    assert_eq!(page(b"<p>Grunds\xe4tze</p>", true), Err(ReadError::Encoding));
}
