//! Going to anything by a few letters of its name: keys in, places and screens out.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

use std::sync::Arc;

use attache::app::{Effect, Msg, Opened};
use attache::command::{Code, Key};
use attache::desk::PaneId;
use attache::diagnostic::Severity;
use attache::export::{Audience, Edition, Plain, print};
use attache::model::kept::{Anchor, Bookmark, Change, Chosen, Kept};
use attache::model::{BlockIx, Briefing, SectionIx};
use attache::text::Glyphs;

use crate::common::Desk;

const PACT: &str = "
format: 1
title: A pact
language: en
sections:
  - id: content
    title: What the treaty says
    body:
      - heading: The promise at its heart
      - id: gate
        text: >-
          Kim signed it in [the capital](actor:pyongyang) on 19 June 2024, and nobody asked the
          Marshal whether Articles 4 and 18 say what Article 51 of the UN Charter says.
      - id: line
        text: Beyond the demarcation line everybody waits for [Article 4](term:mdl) from Sunchon.
      - id: nothing
        text: The rest says nothing of them.
  - id: impact
    title: Regional impact
    body:
      - heading: Who noticed
      - id: noticed
        text: 김정은은 그것에 서명했다, and [the 2024 treaty](instrument:treaty-2024) was signed.
instruments:
  - id: treaty-2024
    title: Treaty on Comprehensive Strategic Partnership
    short: 2024 treaty
    articles:
      - {number: 1, title: Lasting partnership, gist: It lasts.}
      - {number: 4, title: Military assistance, gist: Each helps.}
      - {number: 18, title: Information security, gist: Cables.}
  - id: un-charter
    title: Charter of the United Nations
    short: UN Charter
    articles:
      - {number: 51, title: Self-defence, gist: It is inherent.}
  - id: treaty-1961
    title: Treaty of Friendship of 1961
    short: 1961 treaty
    articles:
      - {number: 1, title: Mutual help, gist: At once.}
      - {number: 11, title: Term, gist: Ten years.}
actors:
  - {id: kim-jong-un, name: Kim Jong Un, aliases: [Kim, 김정은, Kim Chŏng-ŭn, the Marshal], kind: person}
  - {id: pyongyang, name: P’yŏngyang, kind: state}
  - {id: kimchi, name: Kimchi makers, kind: group}
terms:
  - {id: mdl, term: Demarcation line, aliases: [MDL], definition: A line.}
events:
  - {id: visit, date: 2024-06-18, title: A visit}
  - {id: signing, date: 2024-06-19, title: Treaty signed, sources: [kcna]}
  - {id: entry, date: 2024-12-04, title: Entry into force}
sources:
  - {id: kcna, title: Full text of the pact, publisher: KCNA, date: 2024-06-20}
";

/// A briefing of one file. That names in it are no links is what it is for, so hints do not count.
fn pact(yaml: &str) -> Briefing {
    let loaded = attache::load::from_files("pact", [("briefing.yaml", yaml.as_bytes())]);
    let faults: Vec<_> =
        loaded.diagnostics.iter().filter(|fault| fault.severity != Severity::Hint).collect();
    assert!(faults.is_empty(), "{faults:?}");
    loaded.briefing.unwrap()
}

/// The pact with a bookmark in it, open at the beginning of its text.
fn desk(width: u16, height: u16) -> Desk {
    let pact = pact(PACT);
    kept(pact, width, height)
}

fn kept(briefing: Briefing, width: u16, height: u16) -> Desk {
    let at = BlockIx::new(SectionIx::new(1), 1);
    let bookmark = |id: &str, mark, label: &str, anchor| {
        let (id, label) = (id.to_owned(), label.to_owned());
        Bookmark { id, mark, label, anchor, made: 1 }
    };
    let gone = Anchor { section: "lost".to_owned(), ..Anchor::default() };
    let mut kept = Kept::default();
    kept.bookmarks.push(bookmark(
        "b1",
        Some('k'),
        "Quote for the talk",
        Anchor::at(&briefing, at, None),
    ));
    kept.bookmarks.push(bookmark("b2", None, "Vanished words", gone));
    let mut desk = Desk::bare(width, height, true);
    let briefing = Arc::new(briefing);
    desk.app.update(Msg::Opened(Opened { briefing, faults: Vec::new(), kept }));
    desk.press("Esc");
    desk
}

fn write(desk: &mut Desk, words: &str) {
    for c in words.chars() {
        let effects = desk.app.update(Msg::Key(Key::plain(Code::Char(c))));
        desk.effects.extend(effects);
    }
}

/// What the list shows, line by line, without blanks at the ends.
fn list(desk: &Desk) -> Vec<String> {
    let Some(top) = desk.app.overlays().last() else { return Vec::new() };
    let lines = top.pane().seen().filter_map(|row| row.line);
    let words = lines.map(|line| {
        let words: String = line.segments.iter().map(|part| part.words.as_str()).collect();
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    });
    words.collect()
}

/// Where the reader is: what lies on top, else the pane with the keys and what is in focus there.
fn place(desk: &Desk) -> String {
    let reader = desk.reader();
    if let Some(top) = desk.app.overlays().last() {
        return top.title(Some(reader.briefing()));
    }
    let pane = reader.pane(reader.active());
    let eye = pane.seen().find(|row| row.eye).and_then(|row| row.line);
    let words = || eye.unwrap().segments.iter().map(|part| part.words.as_str()).collect::<String>();
    match reader.active() {
        PaneId::Text => desk.focus(),
        PaneId::Articles => format!("articles: {}", words()),
        PaneId::Actors => format!("actors: {}", words()),
    }
}

/// `typed` puts `first` on top of the list, and Enter leads to `expected`.
#[track_caller]
fn check(typed: &str, first: &str, expected: &str) {
    let mut desk = desk(120, 40);
    desk.press(":");
    write(&mut desk, typed);
    assert_eq!(list(&desk).first().unwrap(), first, "{typed:?}");
    desk.press("Enter");
    assert_eq!(place(&desk), expected, "{typed:?}");
    assert_eq!(desk.app.prompt(), None);
}

/// `*` after `keys` brings the go-to up with `expected` written.
#[track_caller]
fn check_word(keys: &str, expected: &str, leads: &str) {
    let mut desk = desk(120, 40);
    desk.press(keys).press("*");
    assert_eq!(desk.app.prompt().unwrap().words(), expected, "after {keys:?}\n{}", desk.screen());
    desk.press("Enter");
    assert_eq!(place(&desk), leads, "after {keys:?}");
}

#[test]
fn every_kind_of_thing_is_found_and_opened() {
    check(
        "4",
        "article Article 4: Military assistance 2024 treaty",
        "articles: Article 4 · Military assistance",
    );
    check(
        "art 18",
        "article Article 18: Information security 2024 treaty",
        "articles: Article 18 · Information security",
    );
    check(
        "un 51",
        "article UN Charter, Article 51: Self-defence",
        "articles: Article 51 · Self-defence",
    );
    check(
        "1961 1",
        "article 1961 treaty, Article 1: Mutual help",
        "articles: Article 1 · Mutual help",
    );
    check(
        "1961 treaty",
        "instrument 1961 treaty Treaty of Friendship of 1961",
        "articles: Treaty of Friendship of 1961",
    );
    check("kim", "actor Kim Kim Jong Un", "actors: ○ Kim Jong Un");
    check("chongun", "actor Kim Chŏng-ŭn Kim Jong Un", "actors: ○ Kim Jong Un");
    check("김정", "actor 김정은 Kim Jong Un", "actors: ○ Kim Jong Un");
    check("pyongyang", "actor P’yŏngyang state", "actors: ● P’yŏngyang");
    check("mdl", "term MDL Demarcation line", "Demarcation line");
    check("2024-06", "event 2024-06-18 A visit", "A visit");
    check("2024-06-19", "event 2024-06-19 Treaty signed", "Treaty signed");
    check("full text", "source Full text of the pact KCNA", "Full text of the pact");
    check("regional", "section Regional impact 2", "impact/noticed");
    check("noticed", "heading Who noticed Regional impact", "impact/noticed");
    check("quote", "bookmark Quote for the talk 'k Regional impact", "impact/noticed");
    check("contents", "view Contents o · Table of contents", "Contents");
    check("timeline", "view Timeline t · What came when", "Timeline");
    check(
        "next par",
        "command Next paragraph } · Next paragraph, article, actor or entry",
        "content/line",
    );
}

/// Two sections whose paragraphs have the same numbers; in the first a cue stands before the third.
const TWO: &str = "
format: 1
title: Two halves
language: en
sections:
  - id: gate
    title: The gate
    body:
      - heading: First
      - text: It opened.
      - text: It shut.
        id: shut
      - cue: Wait.
      - note: Nobody saw it.
        about: p1
      - question: Who asked?
  - id: toll
    title: The toll and 9 quarrels
    body:
      - {text: It rose.}
      - {text: It fell.}
      - {text: It ended.}
      - {text: It came back.}
      - {text: It went.}
instruments:
  - id: pact
    title: A pact of the harbour
    short: Pact
    articles:
      - {number: 2, title: The quay, gist: Here.}
      - {number: 8, title: The crane, gist: There.}
  - id: rules
    title: Rules of the water
    articles:
      - {number: 2, title: The tide, gist: Up.}
      - {number: Rule-7, title: Risk, gist: Look.}
";

/// `typed` in the first section of [`TWO`] lists `expected` on top, and Enter leads to `place`.
#[track_caller]
fn check_address(typed: &str, expected: &[&str], leads: &str) {
    let mut desk = Desk::read(pact(TWO), 120, 40);
    desk.press(":");
    write(&mut desk, typed);
    let list = list(&desk);
    assert_eq!(&list[..expected.len().min(list.len())], expected, "{typed:?}");
    desk.press("Enter");
    assert_eq!(place(&desk), leads, "{typed:?}");
}

/// The whole list for `typed` in the first section of [`TWO`].
#[track_caller]
fn check_whole(typed: &str, expected: &[&str]) {
    let mut desk = Desk::read(pact(TWO), 120, 40);
    desk.press(":");
    write(&mut desk, typed);
    assert_eq!(list(&desk), expected, "{typed:?}");
}

const THIRD: &str = "paragraph ¶ 3 1 The gate Nobody saw it.";
const OTHER: &str = "paragraph ¶ 3 2 The toll and 9 quarrels It ended.";

#[test]
fn a_paragraph_by_its_number_in_this_section_and_then_in_the_others() {
    for typed in ["¶ 3", "¶3", "para 3", "par. 3", "paragraph 3", "Paragraph 3", "P. 3", "¶ 3 of 4"]
    {
        check_address(typed, &[THIRD, OTHER], "gate/p4");
    }
    for typed in ["¶¶ 3-4", "at ¶ 3", "Editor's note on ¶ 3"] {
        check_address(typed, &[THIRD], "gate/p4");
    }
    // Nothing else is meant by that.
    check_whole(
        "¶ 2",
        &["paragraph ¶ 2 1 The gate It shut.", "paragraph ¶ 2 2 The toll and 9 quarrels It fell."],
    );
    check_whole(
        "¶2",
        &["paragraph ¶ 2 1 The gate It shut.", "paragraph ¶ 2 2 The toll and 9 quarrels It fell."],
    );
    for typed in ["p.2", "p. 2", "par.2"] {
        check_address(typed, &["paragraph ¶ 2 1 The gate It shut."], "gate/shut");
    }
    // No other section has so many that this one has not.
    check_address("¶ 5", &["paragraph ¶ 5 2 The toll and 9 quarrels It went."], "toll/p5");
}

#[test]
fn a_paragraph_of_a_section_however_that_is_told() {
    for typed in ["2 ¶ 3", "2 ¶3", "2¶3", "2 3", "2.3", "2:3", "2/3", "2, 3", "section 2 ¶ 3"] {
        check_address(typed, &[OTHER], "toll/p3");
    }
    for typed in ["Section 2, paragraph 3", "paragraph 3 of section 2", "para 3 in 2", "toll ¶ 3"]
    {
        check_address(typed, &[OTHER], "toll/p3");
    }
    for typed in [
        "2 The toll and 9 quarrels, ¶ 3",
        "The toll and 9 quarrels, paragraph 3",
        "section 2 The toll and 9 quarrels, ¶ 3, editor's note",
        "“It ended.” — Two halves, section 2 The toll and 9 quarrels, ¶ 3 (as of 1 May 1907)",
        "section:toll/p3",
        "toll/p3",
        "toll p3",
    ] {
        check_address(typed, &[], "toll/p3");
    }
    check_address("gate/shut", &["paragraph ¶ 2 1 The gate It shut."], "gate/shut");
}

#[test]
fn the_number_in_the_file_counts_cues_and_says_so() {
    let third = "paragraph ¶ 3 · p4 in the file 1 The gate Nobody saw it.";
    check_address("p4", &[third], "gate/p4");
    check_address("p2", &["paragraph ¶ 2 · shut in the file 1 The gate It shut."], "gate/shut");
    let both = [
        "paragraph cue · p3 in the file 1 The gate",
        "paragraph ¶ 3 · p3 in the file 2 The toll and 9 quarrels It ended.",
        THIRD,
    ];
    check_address("p3", &both, "gate/p4");
}

#[test]
fn a_number_alone_is_an_article_a_paragraph_and_a_section() {
    let all = [
        "article Article 2: The quay Pact",
        "paragraph ¶ 2 1 The gate It shut.",
        "section The toll and 9 quarrels 2",
        "article Rules of the water, Article 2: The tide",
    ];
    check_address("2", &all, "articles: Article 2 · The quay");
    check_address("5", &["paragraph ¶ 5 2 The toll and 9 quarrels It went."], "toll/p5");
    check_address("7", &["article Rules of the water, Rule-7: Risk"], "articles: Rule-7 · Risk");
    check_address(
        "Rule 7, paragraph 2",
        &["article Rules of the water, Rule-7: Risk"],
        "articles: Rule-7 · Risk",
    );
    check_address(
        "Rule 7 ¶ 2",
        &["article Rules of the water, Rule-7: Risk"],
        "articles: Rule-7 · Risk",
    );
}

#[test]
fn a_number_that_does_not_exist_is_said_with_what_does() {
    for (typed, expected) in [
        ("77", "No article, section, paragraph or date here has a number like that."),
        ("6 6", "No article, section, paragraph or date here has a number like that."),
        ("Article 77", "No article, section, paragraph or date here has a number like that."),
        ("¶ 77", "Section 1 The gate ends with ¶ 4."),
        ("p77", "Section 1 The gate ends with ¶ 4."),
        ("2 ¶ 77", "Section 2 The toll and 9 quarrels ends with ¶ 5."),
        ("1.77", "Section 1 The gate ends with ¶ 4."),
        ("¶ 0", "Section 1 The gate ends with ¶ 4."),
        (
            "99999999999999999999999",
            "No article, section, paragraph or date here has a number like that.",
        ),
        ("¶ 99999999999999999999999", "Section 1 The gate ends with ¶ 4."),
        ("xyzzy", "Nothing here has a name like that."),
    ] {
        let mut desk = Desk::read(pact(TWO), 120, 40);
        desk.press(":");
        write(&mut desk, typed);
        assert_eq!(list(&desk), [expected], "{typed:?}");
        desk.press("Enter");
        assert_eq!(desk.app.prompt().unwrap().words(), typed, "{typed:?}");
    }
}

#[test]
fn a_command_is_run_as_if_its_key_were_pressed() {
    let mut desk = desk(120, 40);
    desk.press(":");
    write(&mut desk, "theme");
    assert_eq!(list(&desk)[0], "command Theme T · Next theme: dark, light, mono");
    desk.press("Enter");
    assert!(desk.effects.contains(&Effect::NextTheme));
    // Where the text is not, what belongs to it is not offered.
    desk.press("t :");
    write(&mut desk, "text pane");
    assert!(!list(&desk).iter().any(|line| line.starts_with("command Text pane")));
    desk.press("Esc :");
    write(&mut desk, "closer");
    assert!(list(&desk)[0].starts_with("command Zoom in"), "{:?}", list(&desk));
}

#[test]
fn escape_leaves_everything_as_it_was() {
    for before in ["", "} l", "2 j", "o", "t", "l K"] {
        let mut desk = desk(120, 40);
        desk.press(before);
        desk.effects.clear();
        let painting = desk.painting();
        desk.press(":");
        write(&mut desk, "kim");
        assert_ne!(desk.painting(), painting, "after {before:?}");
        desk.press("Down Esc");
        assert_eq!(desk.painting(), painting, "after {before:?}");
        assert!(!desk.effects.iter().any(|effect| matches!(effect, Effect::Keep(_))));
    }
}

#[test]
fn arrows_choose_while_one_types() {
    let mut desk = desk(120, 40);
    desk.press(":");
    write(&mut desk, "2024-06");
    desk.press("Down Down Up Enter");
    assert_eq!(place(&desk), "Treaty signed");
    // Another letter makes another list, with the best on top again.
    desk.press("Ctrl-p 4 Ctrl-n Ctrl-n 1 Backspace Enter");
    assert_eq!(place(&desk), "Article 4");
}

#[test]
fn back_returns_from_wherever_it_led() {
    for typed in ["regional", "noticed", "quote", "un 51", "pyongyang"] {
        let mut desk = desk(120, 40);
        desk.press("} :");
        write(&mut desk, typed);
        desk.press("Enter Backspace");
        assert_eq!(place(&desk), "content/line", "after {typed:?}");
    }
}

#[test]
fn over_an_overlay_articles_and_actors_are_cards() {
    let mut desk = desk(120, 40);
    desk.press("o :");
    write(&mut desk, "un 51");
    desk.press("Enter");
    assert_eq!(place(&desk), "UN Charter, Article 51");
    desk.press("Esc");
    assert_eq!(place(&desk), "Contents");
    desk.press(":");
    write(&mut desk, "regional");
    desk.press("Enter");
    assert_eq!(place(&desk), "impact/noticed");
}

#[test]
fn a_bookmark_whose_paragraph_is_gone_says_so() {
    let mut desk = desk(120, 40);
    desk.press(":");
    write(&mut desk, "vanished");
    desk.press("Enter");
    assert_eq!(place(&desk), "content/gate");
    assert!(desk.screen().contains("no longer in the briefing"), "{}", desk.screen());
}

#[test]
fn what_is_chosen_often_and_lately_comes_first() {
    let mut desk = desk(120, 40);
    desk.app.update(Msg::Now(1_000_000));
    let first = |desk: &mut Desk, typed: &str| {
        desk.press("Esc Esc :");
        write(desk, typed);
        let first = list(desk)[0].clone();
        desk.press("Esc");
        first
    };
    assert_eq!(first(&mut desk, ""), "section What the treaty says 1");
    assert_eq!(first(&mut desk, "trea"), "section What the treaty says 1");
    for typed in ["shelf", "1961 treaty", "1961 treaty"] {
        desk.press(":");
        write(&mut desk, typed);
        desk.press("Enter");
    }
    let key = "instrument:treaty-1961".to_owned();
    assert!(desk.effects.contains(&Effect::Keep(vec![Change::Chosen(key.clone(), 1_000_000)])));
    assert_eq!(desk.app.kept().chosen[&key], Chosen { count: 2, last: 1_000_000 });
    let old = "instrument 1961 treaty Treaty of Friendship of 1961";
    assert_eq!(first(&mut desk, ""), old);
    assert_eq!(first(&mut desk, "trea"), old);
    // What was named exactly stays first.
    assert_eq!(first(&mut desk, "4"), "article Article 4: Military assistance 2024 treaty");
    // With time it weighs less: what was chosen once, but now, comes before it.
    desk.app.update(Msg::Now(1_000_000 + 60 * 24 * 60 * 60));
    desk.press(":");
    write(&mut desk, "mdl");
    desk.press("Enter");
    assert_eq!(first(&mut desk, ""), "term Demarcation line");
}

#[test]
fn nothing_that_fits_is_a_sentence_and_enter_keeps_the_line() {
    let mut desk = desk(80, 24);
    desk.press(":");
    write(&mut desk, "xyzzy");
    assert_eq!(list(&desk), ["Nothing here has a name like that."]);
    desk.press("Enter Up Down");
    assert_eq!(desk.app.prompt().unwrap().words(), "xyzzy");
    assert!(!desk.screen().contains("open"), "{}", desk.screen());
    desk.press("Ctrl-u");
    assert_eq!(list(&desk)[0], "section What the treaty says 1");
}

#[test]
fn what_is_named_in_the_line_is_written_already() {
    // No link is chosen: the first name that is no link.
    check_word("", "Kim", "actors: ○ Kim Jong Un");
    // What begins in the line comes before what began in the line before.
    check_word("j", "Article 4", "articles: Article 4 · Military assistance");
    check_word("j j", "UN Charter", "articles: Charter of the United Nations");
    // A term in a sentence has no capital.
    check_word("}", "Demarcation line", "Demarcation line");
    // The words of the chosen link name something else than it leads to.
    check_word("} l", "Article 4", "articles: Article 4 · Military assistance");
    // Korean particles stand at the name.
    check_word("]", "김정은", "actors: ○ Kim Jong Un");
    // A card in the pane: its instrument.
    check_word(": 4 Enter j", "2024 treaty", "articles: Treaty on Comprehensive Strategic");
}

#[test]
fn each_number_after_the_word_articles_is_one() {
    for (text, expected) in [
        ("It names Articles 4 and 18 alone.", "Article 4"),
        ("It names Articles 99, 18 and 4.", "Article 18"),
        ("It names Art. 51 of the UN Charter.", "UN Charter, Article 51"),
        ("It names the 1961 treaty's Article 1.", "1961 treaty"),
        ("It names Articles 99 and 51, if any.", "UN Charter, Article 51"),
    ] {
        let yaml = PACT.replace("The rest says nothing of them.", text);
        let mut desk = Desk::read(pact(&yaml), 120, 40);
        desk.press("} } *");
        assert_eq!(desk.app.prompt().unwrap().words(), expected, "{text}");
    }
}

#[test]
fn without_a_name_the_most_telling_word_or_none_is_written() {
    for (text, expected) in [
        ("The station at Sunchon and the bridge.", "Sunchon"),
        ("What the IAEA said of it.", "IAEA"),
        ("The rest says nothing.", ""),
    ] {
        let yaml = PACT.replace("The rest says nothing of them.", text);
        let mut desk = Desk::read(pact(&yaml), 120, 40);
        desk.press("} } *");
        assert_eq!(desk.app.prompt().unwrap().words(), expected, "{text}");
    }
}

#[test]
fn what_is_pasted_is_searched_for() {
    let mut desk = desk(120, 40);
    desk.press(":");
    desk.app.update(Msg::Paste("un\n51".to_owned()));
    assert_eq!(list(&desk)[0], "article UN Charter, Article 51: Self-defence");
}

#[test]
fn a_briefing_that_is_read_again_leaves_no_line_behind() {
    let mut desk = desk(80, 24);
    desk.press(":");
    let again = pact(PACT);
    let kept = desk.app.kept().clone();
    desk.app.update(Msg::Opened(Opened { briefing: Arc::new(again), faults: Vec::new(), kept }));
    assert_eq!((desk.app.prompt(), desk.app.overlays().len()), (None, 0));
}

/// Everything that has a name opens with its card, which says who cites it; from there Enter goes
/// to the place.
#[test]
fn from_every_card_enter_goes_to_where_it_is_cited() {
    let linked = "See [a](actor:kimchi) [b](term:mdl) [c](event:entry) [d](source:kcna) \
                  [e](instrument:treaty-1961) [f](article:treaty-1961/11)";
    let yaml = PACT.replace("The rest says nothing of them.", linked);
    for typed in ["kimchi", "mdl", "2024-12", "full text", "1961 treaty", "1961 11"] {
        let mut desk = Desk::read(pact(&yaml), 120, 40);
        // Over the contents everything is a card.
        desk.press("o :");
        write(&mut desk, typed);
        desk.press("Enter");
        assert!(desk.screen().contains("Cited by"), "{typed}\n{}", desk.screen());
        desk.press("G Enter");
        // What rests on a source comes after the paragraphs that cite it.
        let expected = if typed == "full text" { "Treaty signed" } else { "content/nothing" };
        assert_eq!(place(&desk), expected, "{typed}");
    }
}

#[test]
fn a_term_is_peeked_at_in_place_and_opened_with_who_cites_it() {
    let mut desk = desk(120, 40);
    desk.press("} l K");
    assert!(desk.screen().contains("─ Term"), "{}", desk.screen());
    desk.press("Esc");
    assert_eq!(place(&desk), "content/line");
    desk.press("Enter");
    assert_eq!(place(&desk), "Demarcation line");
    assert!(desk.screen().contains("Cited by   1 paragraph in 1 section"), "{}", desk.screen());
    desk.press("Enter Enter");
    assert_eq!(place(&desk), "content/line");
}

#[test]
fn the_list_at_every_size() {
    for (width, height) in [(120, 40), (80, 24), (60, 20), (20, 5)] {
        let mut desk = desk(width, height);
        desk.press(":");
        write(&mut desk, "tre");
        insta::assert_snapshot!(format!("list-{width}x{height}"), desk.screen());
    }
    let mut desk = desk(60, 20);
    desk.press(":");
    insta::assert_snapshot!("empty-60x20", desk.screen());
    write(&mut desk, "xyzzy");
    insta::assert_snapshot!("nothing-60x20", desk.screen());
    // A smaller screen while it is open.
    desk.press("Ctrl-u").resize(20, 5);
    desk.resize(60, 20);
    assert_eq!(list(&desk)[0], "section What the treaty says 1");
}

#[test]
fn the_letters_that_were_typed_are_bold() {
    let mut desk = desk(60, 20);
    desk.press(":");
    write(&mut desk, "un 51");
    insta::assert_snapshot!("letters", desk.painting());
}

#[test]
fn without_utf_8_and_colours_it_is_as_plain() {
    use attache::theme::{Depth, Name, Theme};
    let briefing = pact(PACT);
    let mut desk = Desk::bare(60, 20, false);
    desk.theme = Theme::new(Name::Mono, Depth::Mono, false);
    let briefing = Arc::new(briefing);
    desk.app.update(Msg::Opened(Opened { briefing, faults: Vec::new(), kept: Kept::default() }));
    desk.press("Esc :");
    write(&mut desk, "treaty");
    insta::assert_snapshot!("ascii", desk.painting());
}

#[test]
fn a_key_that_is_written_means_its_command() {
    for (key, expected) in [("q", "Leave attache"), ("T", "Next theme"), ("x", "matrix")] {
        let mut desk = Desk::new(100, 30);
        desk.press(":").write(key);
        let screen = desk.screen();
        let list: String = screen.lines().filter(|line| line.contains("│▌")).collect();
        assert!(list.to_lowercase().contains(&expected.to_lowercase()), "{key}\n{screen}");
    }
}

#[test]
fn a_number_is_no_part_of_what_a_command_does() {
    for typed in ["7", "76", "3", "[3]", "[7]", "¶ 7", "76 3", "3.7", "2"] {
        let mut desk = Desk::read(pact(TWO), 120, 40);
        desk.press(":").write(typed);
        let list = list(&desk);
        assert!(!list.iter().any(|line| line.starts_with("command")), "{typed:?}\n{list:#?}");
    }
    let mut desk = Desk::read(pact(TWO), 120, 40);
    desk.press(":").write("wider");
    let list = list(&desk);
    assert_eq!(list.first().unwrap(), "command Wider + · Wider lines, up to 76 columns");
}

const CITED: &str = "
format: 1
title: What is cited
language: en
summary: It began with [a list](https://example.org/list).
sections:
  - id: gate
    title: The gate
    body:
      - text: It opened.
      - cue: Show [the map](https://example.org/map).
      - text: It shut, as [the log](https://example.org/log) and [a letter](https://example.org/letter) say.
        sources: [log, book]
      - text: Nobody saw [the letter](https://example.org/letter) but [Ada](actor:ada).
actors:
  - {id: ada, name: Ada, role: 'Wrote [verses](https://example.org/verses).'}
sources:
  - {id: book, title: The book}
  - {id: log, title: The log, url: 'https://example.org/log'}
";

#[test]
fn a_number_in_print_leads_to_what_it_stands_for() {
    let letter = "address https://example.org/letter [4]";
    for (typed, first, leads) in [
        ("[1]", "source The book", "The book"),
        ("source 2", "source The log", "The log"),
        ("[3]", "address https://example.org/list [3]", "https://example.org/list"),
        ("[4]", letter, "gate/p3"),
        ("source 4", letter, "gate/p3"),
        ("4", letter, "gate/p3"),
        ("[5]", "address https://example.org/verses [5]", "actors: ○ Ada"),
        // A cue is not shown before it is asked for, and what follows it is.
        ("[6]", "address https://example.org/map [6]", "gate/p3"),
    ] {
        let mut desk = Desk::read(pact(CITED), 120, 40);
        desk.press(":").write(typed);
        assert_eq!(list(&desk).first().unwrap(), first, "{typed:?}");
        desk.press("Enter");
        assert_eq!(place(&desk), leads, "{typed:?}");
    }
}

#[test]
fn print_gives_the_numbers_by_which_one_goes_there() {
    let edition = Edition { audience: Audience::Teacher, ..Edition::default() };
    let plain = Plain { width: 76, glyphs: &Glyphs::UNICODE };
    let mut printed = Vec::new();
    print(&pact(CITED), edition, plain, None, &mut printed).unwrap();
    let printed = String::from_utf8(printed).unwrap();
    for (number, name) in [
        (1, "The book"),
        (2, "The log"),
        (3, "https://example.org/list"),
        (4, "https://example.org/letter"),
        (5, "https://example.org/verses"),
        (6, "https://example.org/map"),
    ] {
        let line = format!("[{number}] {name}");
        assert!(printed.lines().any(|one| one.trim().starts_with(&line)), "{line}\n{printed}");
    }
}

#[test]
fn a_class_is_led_to_no_address_of_a_cue() {
    let mut desk = Desk::read(pact(CITED), 120, 40);
    desk.press("F5 :").write("[6]");
    assert_eq!(
        list(&desk),
        ["No article, section, paragraph or date here has a number like that."]
    );
    desk.press("Esc :").write("[4]");
    assert_eq!(list(&desk), ["address https://example.org/letter [4]"]);
}

#[test]
fn a_note_is_found_by_its_words() {
    let mut desk = Desk::new(100, 30);
    desk.press("} a").write("Ask whether the toll was fair").press("Enter g :").write("toll fair");
    assert!(
        desk.screen().contains("▌ note        Ask whether the toll was fair"),
        "{}",
        desk.screen()
    );
    desk.press("Enter");
    assert_eq!(desk.focus(), "text/p2");
}

#[test]
fn events_of_a_month_and_of_a_year_come_as_they_came_about() {
    const EVENTS: &str = "\
format: 1
title: Events
sections:
  - id: one
    title: Of June 2024
    body:
      - text: It was.
events:
  - {id: a, date: 2024-07-01, title: The end}
  - {id: b, date: 2024-06-19, title: June}
  - {id: c, date: 2024-06-02/2024-06-20, title: A long visit of the mayor in June 2024}
  - {id: d, date: 2024-06-18, title: A visit}
  - {id: e, date: 2023-06-18, title: A visit before June 2024}
";
    let check = |typed: &str, days: &[&str]| {
        let mut desk = Desk::read(pact(EVENTS), 120, 40);
        desk.press(":");
        write(&mut desk, typed);
        let list = list(&desk);
        let events = list.iter().filter_map(|line| line.strip_prefix("event "));
        let found: Vec<&str> = events.map(|line| &line[..10]).take(days.len()).collect();
        assert_eq!(found, days, "{typed:?}\n{list:?}");
    };
    let june = ["2024-06-02", "2024-06-18", "2024-06-19"];
    for typed in ["2024-06", "June 2024", "june 2024", "Jun 2024", "Jun. 2024", "2024 June"] {
        check(typed, &june);
    }
    check("2024", &["2024-06-02", "2024-06-18", "2024-06-19", "2024-07-01"]);
    check("2023", &["2023-06-18"]);
}
