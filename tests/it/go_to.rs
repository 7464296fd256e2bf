//! Going to anything by a few letters of its name: keys in, places and screens out.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

use std::sync::Arc;

use attache::app::{Effect, Msg, Opened};
use attache::command::{Code, Key};
use attache::desk::PaneId;
use attache::diagnostic::Severity;
use attache::model::kept::{Anchor, Bookmark, Change, Chosen, Kept};
use attache::model::{BlockIx, Briefing, SectionIx};

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
pub(crate) fn pact(yaml: &str) -> Briefing {
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

pub(crate) fn write(desk: &mut Desk, words: &str) {
    for c in words.chars() {
        let effects = desk.app.update(Msg::Key(Key::plain(Code::Char(c))));
        desk.effects.extend(effects);
    }
}

/// What the list shows, line by line, without blanks at the ends.
pub(crate) fn list(desk: &Desk) -> Vec<String> {
    let Some(top) = desk.app.overlays().last() else { return Vec::new() };
    let lines = top.pane().seen().filter_map(|row| row.line);
    let words = lines.map(|line| {
        let words: String = line.segments.iter().map(|part| part.words.as_str()).collect();
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    });
    words.collect()
}

/// Where the reader is: what lies on top, else the pane with the keys and what is in focus there.
pub(crate) fn place(desk: &Desk) -> String {
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
    check("1961 treaty", "instrument 1961 treaty read through", "Instrument: 1961 treaty");
    // Its card comes next, and is what its reference leads to.
    check(
        "instrument:treaty-1961",
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
    check("contents", "view Contents o · Contents: the sections and their headings", "Contents");
    check("timeline", "view Timeline t · Timeline: what came when", "Timeline");
    check(
        "next par",
        "command Next paragraph } · Next paragraph, article, actor or entry",
        "content/line",
    );
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
    for before in ["", "} l", "2 ? Esc", "o", "t", "l K"] {
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
    let key = "read:treaty-1961".to_owned();
    assert!(desk.effects.contains(&Effect::Keep(vec![Change::Chosen(key.clone(), 1_000_000)])));
    assert_eq!(desk.app.kept().chosen[&key], Chosen { count: 2, last: 1_000_000 });
    let old = "instrument 1961 treaty read through";
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
    check_word("j j", "UN Charter", "Instrument: UN Charter");
    // A term in a sentence has no capital.
    check_word("}", "Demarcation line", "Demarcation line");
    // The words of the chosen link name something else than it leads to.
    check_word("} l", "Article 4", "articles: Article 4 · Military assistance");
    // Korean particles stand at the name.
    check_word("]", "김정은", "actors: ○ Kim Jong Un");
    // A card in the pane: its instrument.
    check_word(": 4 Enter j", "2024 treaty", "Instrument: 2024 treaty");
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
    for typed in ["kimchi", "mdl", "2024-12", "full text", "instrument:treaty-1961", "1961 11"] {
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

#[test]
fn what_leaves_elsewhere_leaves_here() {
    for typed in ["q", "q!", "quit", "wq", "ㅂ", "й"] {
        for before in ["", "2", "i", "t ?", "v", "z z"] {
            let mut desk = Desk::new(120, 40);
            desk.press(before).press(":").write(typed).press("Enter");
            assert_eq!(desk.asked(), [&Effect::Quit], ":{typed} after {before}\n{}", desk.screen());
        }
    }
    let mut desk = Desk::bare(80, 24, true);
    assert!(desk.press(":").screen().contains("go to:"), "{}", desk.screen());
    assert_eq!(desk.write("q").press("Enter").asked(), [&Effect::Quit]);
    let mut desk = Desk::bare(80, 24, true);
    desk.press(":").write("help").press("Enter");
    assert!(desk.screen().contains("nothing has a name here; :q leaves"), "{}", desk.screen());
    assert_eq!(desk.asked(), [] as [&Effect; 0]);
}

#[test]
fn a_name_is_found_with_the_letters_of_another_keyboard() {
    // "help" on two-set Korean, "timeline" on Russian.
    for (typed, seen) in [("ㅗ디ㅔ", "One line down"), ("ешьудшту", "by year")] {
        let mut desk = Desk::new(120, 40);
        desk.press(":").write(typed).press("Enter");
        assert!(desk.screen().contains(seen), "{typed}\n{}", desk.screen());
    }
}
