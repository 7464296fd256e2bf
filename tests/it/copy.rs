//! Taking words away: what is copied, to the letter; the panel; the bytes that the terminal gets.

#![allow(clippy::expect_used, reason = "a test that cannot go on shall stop")]

use std::io::{self, Write};
use std::sync::mpsc;
use std::sync::{Arc, Mutex};

use attache::app::{App, Effect, Msg, Opened, Options, View};
use attache::desk::Size;
use attache::model::kept::{Anchor, Highlight, Kept};
use attache::model::{BlockIx, SectionIx};
use attache::runtime::{
    BriefingSource, Capabilities, Library, Renderer, ScreenOutlet, Session, SessionEvent,
    StoreClient, StoreOptions,
};
use attache::theme::{Depth, Name, Theme};

use crate::common::{self, Desk};

/// The briefing and its date, as citations have them.
const WHERE: &str = "The harbour treaty of 1907, section 1 What the treaty says";
const GAZETTE: &str = "Northtown Press, Harbour Gazette, 4 March 1907, https://example.org/gazette";

/// What is copied after `keys`.
#[track_caller]
fn check(keys: &str, expected: &str) {
    let mut desk = Desk::new(120, 40);
    desk.press(keys);
    assert_copied(&desk, expected);
}

#[track_caller]
fn assert_copied(desk: &Desk, expected: &str) {
    let Some(Effect::Copy(words)) = desk.effects.last() else {
        panic!("nothing was copied\n{}", desk.screen())
    };
    assert_eq!(words, expected);
    // The panel has the same words, whatever the terminal did.
    let top = desk.app.overlays().last().expect("the panel");
    let View::Copied(copied) = &top.view else { panic!("no panel, but {:?}", top.view) };
    assert_eq!(copied.words(), words);
}

#[test]
fn a_quotation_in_a_quotation_has_single_marks() {
    for (said, quoted) in [
        ("He said “no”, twice.", "He said ‘no’, twice."),
        ("He said „nein“.", "He said ‚nein‘."),
        ("He said \"no\".", "He said 'no'."),
        ("He said “they shout ‘no’, don’t they”.", "He said ‘they shout “no”, don’t they’."),
        ("He said ‘no’, and « rien ».", "He said ‘no’, and « rien »."),
    ] {
        let yaml = format!(
            "format: 1\ntitle: T\nsections: [{{id: s, title: S, body: [{{text: '{}'}}]}}]\n",
            said.replace('\'', "''")
        );
        let mut desk = Desk::open(&yaml, 80, 24);
        desk.press("y");
        assert_copied(&desk, &format!("“{quoted}” — T, section 1 S, ¶ 1"));
    }
}

#[test]
fn a_citation_says_what_where_when_and_on_what_it_rests() {
    let sources = format!("sources: {GAZETTE}; Letter of the harbour master, 1907");
    check(
        "y",
        &format!(
            "“Ada Marsh and Ben Holt signed on 3 March.” — {WHERE}, ¶ 1 (as of 1 January 1908; {sources})"
        ),
    );
    check("} y", &format!("“A second paragraph follows.” — {WHERE}, ¶ 2 (as of 1 January 1908)"));
    check(
        "} } y",
        &format!(
            "“We shall share the water.” — Ada Marsh, quoted in {WHERE}, ¶ 3 (as of 1 January 1908; source: {GAZETTE})"
        ),
    );
    check(
        "} } } } y",
        &format!(
            "“The gazette prints 2 March; the letter says the third.” — {WHERE}, ¶ 5, editor's note (as of 1 January 1908; source: Letter of the harbour master, 1907)"
        ),
    );
}

#[test]
fn the_sentence_of_the_chosen_link_is_quoted() {
    let sources = format!("sources: {GAZETTE}; Letter of the harbour master, 1907");
    let model = "The core is Article 4, whose model is Article 1 of 1880.";
    check("l l l l y", &format!("“{model}” — {WHERE}, ¶ 1 (as of 1 January 1908; {sources})"));
    // Here from the end of the paragraph.
    check(
        "} Left Left y",
        "“It cites Article 5 and names the port council alone.” — The harbour treaty of 1907, section 1 What the treaty says, ¶ 2 (as of 1 January 1908)",
    );
}

#[test]
fn without_a_link_the_sentence_is_quoted_that_is_being_read() {
    let begins = |width: u16, keys: &str, expected: &str| {
        let mut desk = Desk::new(width, 40);
        desk.press(keys);
        let Some(Effect::Copy(words)) = desk.effects.last() else { panic!("nothing was copied") };
        assert!(words.starts_with(&format!("“{expected}")), "{keys:?} at {width}: {words}");
    };
    begins(120, "y", "Ada Marsh and Ben Holt signed");
    // The second line begins inside the second sentence, the third inside the third.
    begins(120, "j y", "The core is Article 4");
    begins(120, "j j y", "Nobody had asked");
    begins(60, "} j j k y", "It cites Article 5");
    // What stands before a text is no part of it, and every item of a list is its own.
    begins(40, "} } y", "We shall share");
    begins(120, "} } } j y", "The crane goes to the council");
    begins(40, "} } } } j j y", "The gazette prints 2 March");
}

#[test]
fn a_quoted_sentence_does_not_end_at_a_shortened_word() {
    let yaml = "format: 1\ntitle: T\nsections:\n  - {id: s, title: S, body: [{text: \
        'The U.S. President met Gov. Park. They signed Art. 4. Korea [itself](https://example.org/x) \
        did not.'}]}\n";
    let check = |keys: &str, expected: &str| {
        let mut desk = Desk::open(yaml, 120, 40);
        desk.press(keys);
        assert_copied(&desk, &format!("“{expected}” — T, section 1 S, ¶ 1"));
    };
    check("y", "The U.S. President met Gov. Park.");
    check("l y", "Korea itself did not.");
}

#[test]
fn highlighted_words_come_first() {
    let briefing = common::sample();
    let at = BlockIx::new(SectionIx::new(0), 1);
    let text = briefing.block(at).logical().into_owned();
    let mark = |words: &str| {
        let start = text.find(words).expect("the words are in the paragraph");
        Highlight {
            id: words.to_owned(),
            anchor: Anchor::at(&briefing, at, Some(start..start + words.len())),
            made: 0,
        }
    };
    let highlights = vec![mark("never defines"), mark("the newspaper")];
    let kept = Kept { highlights, ..Kept::default() };
    let mut desk = Desk::bare(120, 40, true);
    desk.app.update(Msg::Opened(Opened { briefing, faults: Vec::new(), kept }));
    desk.press("Esc l y");
    let Some(Effect::Copy(words)) = desk.effects.last() else { panic!("nothing was copied") };
    assert!(words.starts_with("“the newspaper […] never defines” — The harbour"), "{words}");
}

#[test]
fn articles_actors_and_cards_have_their_own() {
    check(
        "2 y",
        &format!(
            "Article 4, Treaty on the Common Harbour, as summarised in The harbour treaty of 1907 (as of 1 January 1908; source: {GAZETTE}): Either town may close the gate when both bells ring."
        ),
    );
    check(
        "3 y",
        "“Mayor of Northtown. She built the quay.” — The harbour treaty of 1907, on Ada Marsh (as of 1 January 1908; source: Letter of the harbour master, 1907)",
    );
    // A term, looked at; the source in a list of sources; an address.
    check(
        "l l l l l l K y",
        "“Where the water stands at spring tide.” — The harbour treaty of 1907, on Tide line (as of 1 January 1908)",
    );
    check("Left Enter y", GAZETTE);
    check("G l l Enter y", "https://example.org/a");
    // Of those who cite an article, the one under the cursor, with the sentence that does.
    let model = "The core is Article 4, whose model is Article 1 of 1880.";
    let mut desk = Desk::new(120, 40);
    desk.press("2 Enter y");
    let Some(Effect::Copy(words)) = desk.effects.last() else { panic!("nothing was copied") };
    assert!(words.starts_with(&format!("“{model}” — {WHERE}, ¶ 1 (")), "{words}");
}

/// A treaty whose first article is what its `keys` say, by a briefing of such `authors`.
fn law(authors: &str, keys: &str) -> String {
    format!(
        "format: 1\ntitle: Two towns\nauthors: [{authors}]\ndate: 1908\n\
         sections:\n  - {{id: s, title: S, body: [{{text: 'It is [](article:4) of [it](instrument:t).'}}]}}\n\
         instruments:\n  - id: t\n    title: Treaty on the Common Harbour\n    short: 1907 treaty\n{keys}\n\
         sources: [{{id: g, title: Harbour Gazette}}]\n"
    )
}

/// What is copied after `keys` of an article with `fields`, in a briefing by `authors`.
#[track_caller]
fn check_article(authors: &str, fields: &str, keys: &str, expected: &str) {
    let yaml = law(authors, &format!("    articles: [{{number: 4, title: The gate{fields}}}]"));
    let mut desk = Desk::open(&yaml, 120, 40);
    desk.press(keys);
    assert_copied(&desk, expected);
}

#[test]
fn the_wording_of_an_article_is_quoted_and_nothing_else() {
    const GIST: &str = ", gist: The gate may be *closed*.";
    const TEXT: &str = ", text: Each town may close the gate., sources: [g]";
    const MEANING: &str = ", meaning: It started the quarrel.";
    let quoted = "“Each town may close the gate.” — Article 4, Treaty on the Common Harbour, quoted in Two towns (as of 1908; source: Harbour Gazette)";
    let summary = "Article 4, Treaty on the Common Harbour, as summarised in Two towns (as of 1908): The gate may be closed.";
    for keys in ["2 y", "l K y", ": 4 Enter y"] {
        check_article("", TEXT, keys, quoted);
        check_article("", &format!("{GIST}{TEXT}{MEANING}"), keys, quoted);
        check_article("", &format!("{GIST}{MEANING}"), keys, summary);
    }
    check_article(
        "A. Marsh, B. Holt",
        GIST,
        "2 y",
        "Article 4, Treaty on the Common Harbour, as summarised by A. Marsh, B. Holt, Two towns (as of 1908): The gate may be closed.",
    );
    check_article(
        "A. Marsh",
        TEXT,
        "2 y",
        "“Each town may close the gate.” — Article 4, Treaty on the Common Harbour, quoted in A. Marsh, Two towns (as of 1908; source: Harbour Gazette)",
    );
    // Neither is there: what the briefing says it means, or its name.
    check_article(
        "A. Marsh",
        MEANING,
        "2 y",
        "Article 4, Treaty on the Common Harbour, as explained by A. Marsh, Two towns (as of 1908): It started the quarrel.",
    );
    check_article(
        "",
        "",
        "2 y",
        "Article 4, Treaty on the Common Harbour, named in Two towns (as of 1908)",
    );
    // The words alone are those that are cited, and their marks are nobody's.
    check_article("", &format!("{GIST}{TEXT}"), "2 Y", "Each town may close the gate.");
    check_article("", GIST, "2 Y", "The gate may be closed.");
}

#[test]
fn the_summary_of_an_instrument_is_not_quoted() {
    let check = |authors: &str, fields: &str, expected: &str| {
        let mut desk = Desk::open(&law(authors, fields), 120, 40);
        desk.press("Left K y");
        assert_copied(&desk, expected);
    };
    let (summary, articles) =
        ("    summary: It divides the harbour.\n", "    articles: [{number: 4, title: D}]");
    check(
        "",
        &format!("{summary}{articles}"),
        "Treaty on the Common Harbour, as summarised in Two towns (as of 1908): It divides the harbour.",
    );
    check(
        "A. Marsh",
        &format!("{summary}{articles}"),
        "Treaty on the Common Harbour, as summarised by A. Marsh, Two towns (as of 1908): It divides the harbour.",
    );
    check(
        "A. Marsh",
        articles,
        "Treaty on the Common Harbour, named in A. Marsh, Two towns (as of 1908)",
    );
}

#[test]
fn what_proves_an_answer_is_shown_and_copied_as_what_it_is() {
    let mut desk = Desk::new(60, 20);
    desk.press("Q v j Enter Enter");
    let screen = desk.screen();
    assert!(screen.contains("In short  Either town may close the gate"), "{screen}");
    desk.press("y");
    let expected = format!(
        "Article 4, Treaty on the Common Harbour, as summarised in The harbour treaty of 1907 (as of 1 January 1908; source: {GAZETTE}): Either town may close the gate when both bells ring."
    );
    assert_copied(&desk, &expected);
}

#[test]
fn the_words_alone() {
    check(
        "} Y",
        "A second paragraph follows. It cites Article 5 and names the port council alone.",
    );
    check("} } } Y", "• The quay goes to the north\n• The crane goes to the council");
    check("2 Y", "Either town may close the gate when both bells ring.");
    check("3 } Y", "Mayor of Southtown.");
}

#[test]
fn of_a_source_the_words_are_its_address() {
    // In the list of what a paragraph rests on, on its card, looked at.
    for keys in ["Left Enter Y", "Left Enter Enter Y", "Left K Y"] {
        check(keys, "https://example.org/gazette");
    }
    // The letter has none: it is known by its name alone.
    check("Left Enter } Y", "Letter of the harbour master, 1907");
    check("G l l Enter Y", "https://example.org/a");
}

#[test]
fn what_helps_the_teacher_is_not_taken_along() {
    check("} } } } } Y", "Who gains from Article 4?");
    check("C } } } } } } Y", "Let them read the article first.");
}

#[test]
fn sentences_end_where_they_do() {
    let check = |text: &str, expected: &str| {
        let yaml = format!(
            "format: 1\ntitle: T\nsections: [{{id: s, title: S, body: [{{text: {text:?}}}]}}]\n"
        );
        let mut desk = Desk::open(&yaml, 80, 24);
        desk.press("y");
        assert_copied(&desk, &format!("“{expected}” — T, section 1 S, ¶ 1"));
    };
    check("The U.S. President came. He left.", "The U.S. President came.");
    check("Mr. Holt met J. Marsh. They spoke.", "Mr. Holt met J. Marsh.");
    check("It cost 3.5 million! A lot.", "It cost 3.5 million!");
    check("“We came.” Then they left.", "‘We came.’");
    check("조약이 서명되었다. 다음 날.", "조약이 서명되었다.");
    check("No end", "No end");
}

#[test]
fn without_utf8_the_marks_are_ascii() {
    let mut desk = Desk::bare(80, 24, false);
    let briefing = common::sample();
    desk.app.update(Msg::Opened(Opened { briefing, faults: Vec::new(), kept: Kept::default() }));
    desk.press("Esc } y");
    assert_copied(
        &desk,
        &format!("\"A second paragraph follows.\" - {WHERE}, para 2 (as of 1 January 1908)"),
    );
}

#[test]
fn the_panel_goes_with_escape_and_never_piles_up() {
    let mut desk = Desk::new(80, 24);
    desk.press("} y y Y");
    assert_eq!(desk.app.overlays().len(), 1);
    let copies = desk.effects.iter().filter(|effect| matches!(effect, Effect::Copy(_)));
    assert_eq!(copies.count(), 3);
    assert!(desk.screen().lines().last().unwrap_or_default().contains("Esc close"));
    desk.press("Esc");
    assert!(desk.app.overlays().is_empty());
    assert_eq!(desk.focus(), "text/p2");
}

#[test]
fn the_panel_at_every_size() {
    for (width, height) in [(120, 40), (80, 24), (60, 20)] {
        let mut desk = Desk::new(width, height);
        insta::assert_snapshot!(format!("citation-{width}x{height}"), desk.press("y").screen());
        let mut desk = Desk::new(width, height);
        insta::assert_snapshot!(format!("text-{width}x{height}"), desk.press("Y").screen());
    }
    let mut desk = Desk::new(20, 5);
    desk.press("j j j j j j y");
    assert_eq!(desk.app.overlays().len(), 1, "{}", desk.screen());
}

#[test]
fn too_much_is_cut_between_two_characters_and_the_panel_says_so() {
    let text = "가나다라 ".repeat(10_000);
    let yaml =
        format!("format: 1\ntitle: T\nsections: [{{id: s, title: S, body: [{{text: {text}}}]}}]\n");
    let mut desk = Desk::open(&yaml, 80, 24);
    desk.press("Y");
    let Some(Effect::Copy(words)) = desk.effects.last() else { panic!("nothing was copied") };
    assert!((74_980..=74_994).contains(&words.len()), "{}", words.len());
    desk.press("G");
    assert!(desk.screen().contains("Only the first 74 kilobytes"), "{}", desk.screen());
}

/// A writer that several can look at.
#[derive(Clone, Default)]
struct Wire(Arc<Mutex<Vec<Vec<u8>>>>);

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("nobody panicked").push(bytes.to_vec());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The writes that keys bring about in a session over a real loop.
fn written(capabilities: Capabilities, keys: &str) -> Vec<String> {
    let wire = Wire::default();
    let size = Size { width: 80, height: 24 };
    let screen = Renderer::new(wire.clone(), size.width, size.height);
    let theme = Theme::new(Name::Dark, Depth::Sixteen, true);
    let files = vec![("briefing.yaml", common::SAMPLE.as_bytes())];
    let library = Library::new(vec![BriefingSource::Bundled("sample", files)]);
    let (send, events) = mpsc::channel();
    let mut session = Session::new(
        App::new(size, Options::new(true)),
        ScreenOutlet::new(theme, screen.with_capabilities(capabilities)),
        library,
        StoreClient::new(StoreOptions { file: None, theme: true, keeper: None }, send.clone()),
    );
    session.start().expect("the wire takes all");
    for key in keys.split(' ') {
        send.send(SessionEvent::Key(key.parse().expect("a key"))).expect("somebody listens");
        session.turn(&events).expect("the wire takes all");
    }
    let writes = wire.0.lock().expect("nobody panicked").clone();
    writes.into_iter().map(|bytes| String::from_utf8(bytes).expect("UTF-8")).collect()
}

#[test]
fn the_terminal_is_asked_once_in_one_write() {
    let writes = written(Capabilities::default() | Capabilities::CLIPBOARD, "Esc } } Y");
    let asked: Vec<&String> = writes.iter().filter(|bytes| bytes.contains("\x1b]")).collect();
    // "We shall share the water."
    assert_eq!(asked, ["\x1b]52;c;V2Ugc2hhbGwgc2hhcmUgdGhlIHdhdGVyLg==\x1b\\"]);
}

#[test]
fn a_terminal_that_knows_no_strings_gets_none() {
    let writes = written(Capabilities::default(), "Esc } } Y Esc Left Enter");
    assert!(writes.iter().all(|bytes| !bytes.contains("\x1b]")));
}

#[test]
fn an_address_in_a_list_of_sources_is_a_hyperlink() {
    let writes = written(Capabilities::default() | Capabilities::HYPERLINKS, "Esc Left Enter");
    let opened = writes.last().expect("a frame");
    let link = "\x1b]8;id=1;https://example.org/gazette\x1b\\";
    let (_, after) = opened.split_once(link).unwrap_or_else(|| panic!("{opened:?}"));
    assert!(after.contains("https://example.org/gazette"), "{opened:?}");
    assert!(after.contains("\x1b]8;;\x1b\\"), "{opened:?}");
}
