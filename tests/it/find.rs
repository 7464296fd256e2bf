//! Searching through keys and screens: what is found as one types, where that leads, and back.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

use std::fmt::Write as _;

use attache::app::{Effect, Msg};
use attache::model::kept::Kept;
use ratatui::style::Modifier;

use crate::common::{self, Desk};

fn last_row(desk: &Desk) -> String {
    desk.screen().lines().last().unwrap_or_default().trim().to_owned()
}

/// Types `words` into a new search; where the reader is taken, and what the prompt says.
#[track_caller]
fn check(words: &str, focus: &str, row: &str) {
    let mut desk = Desk::new(120, 40);
    desk.press("/").write(words);
    let said = last_row(&desk).split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!((desk.focus().as_str(), said.as_str()), (focus, row), "{}", desk.screen());
}

#[test]
fn each_letter_takes_the_reader_to_the_first_match() {
    check("long letter about", "text/signing", "search: long letter about 1/1");
    check("a second paragraph", "text/p2", "search: a second paragraph 1/1");
    check("quay", "text/p4", "search: quay 1/3");
    check("gate", "quarrel/start", "search: gate 1/7");
    check("kraken", "text/signing", "search: kraken no match");
    check("   ", "text/signing", "search: Ctrl-r regex");
}

#[test]
fn what_the_eye_does_not_see_does_not_matter() {
    check("harbour master who", "text/signing", "search: harbour master who no match");
    check("harbour master, who learned", "text/signing", "search: harbour master, who learned 1/1");
    check(
        "Ada Marsh and Ben Holt signed",
        "text/signing",
        "search: Ada Marsh and Ben Holt signed 1/1",
    );
    check("큰 항구", "quarrel/start", "search: 큰 항구 1/1");
    check("부산항은", "quarrel/start", "search: 부산항은 1/1");
    check("whóse", "text/signing", "search: whóse 1/1");
    check("whose mode\u{301}l", "text/signing", "search: whose mode\u{301}l 1/1");
    check("Gazette", "text/signing", "search: Gazette 1/1");
    check("gazette", "text/p5", "search: gazette 1/2");
}

#[test]
fn a_match_is_found_in_everything_that_is_said() {
    let check = |words: &str, seen: &str| {
        let mut desk = Desk::new(120, 40);
        desk.press("/").write(words).press("Enter");
        assert!(desk.screen().contains(seen), "{words}: {seen}\n{}", desk.screen());
        // Where nothing lay over the text before, nothing does after the way back.
        desk.press("Backspace");
        assert_eq!(
            (desk.focus().as_str(), desk.app.overlays().len()),
            ("text/signing", 0),
            "{words}"
        );
    };
    check("divides the harbour", "─ 1907 treaty ");
    check("both bells", "─ Article 4, cited 4 times ");
    check("bells were sold", "─ Article 4, cited 4 times ");
    check("stand open by day", "─ 1880 treaty, Article 1, cited once ");
    check("collects", "─ Port council, cited twice ");
    check("spring tide", "─ Tide line, cited once ");
    check("on the quay", "─ Treaty signed, cited once ");
    check("northtown press", "─ Harbour Gazette, cited ");
    check("was it fair", "Class: questions to talk about");
    check("either town", "─ Article 4, cited 4 times ");
    check("nobody", "Nobody");
}

#[test]
fn a_question_is_opened_where_it_is_asked() {
    let mut desk = Desk::new(80, 24);
    desk.press("/").write("who may close").press("Enter");
    let screen = desk.screen();
    assert!(screen.contains("Class: quiz") && screen.contains("a)  Nobody"), "{screen}");
}

#[test]
fn from_the_last_match_it_goes_on_at_the_first() {
    let mut desk = Desk::new(120, 40);
    desk.press("]").press("/").write("second paragraph");
    assert!(last_row(&desk).ends_with("from the top · 1/1"), "{}", last_row(&desk));
    assert_eq!(desk.focus(), "text/p2");
}

#[test]
fn escape_leaves_everything_as_it_was() {
    for (before, words) in [
        ("", "gate"),
        ("} } j l", "council"),
        ("] }", "signed"),
        ("2 ? Esc", "gate"),
        ("o j j", "bells"),
        ("2 Enter", "quay"),
        ("x", "quay"),
        ("i", "quay"),
        ("2 L }", "signed"),
        ("z z", "gate"),
        ("/ g a t e Enter n", "quay"),
    ] {
        for (width, height) in [(120, 40), (80, 24), (60, 20), (20, 5)] {
            let mut desk = Desk::new(width, height);
            // The last key ends what is said of the one before.
            desk.press(before).press("? Esc");
            let painting = desk.painting();
            desk.press("/").write(words);
            assert!(desk.app.prompt().is_some());
            desk.press("Esc");
            assert_eq!(desk.painting(), painting, "{before} {words}");
            let place = |desk: &Desk| {
                let reader = desk.reader();
                let cursor = reader.pane(reader.active()).cursor();
                (reader.active(), cursor, desk.focus(), desk.app.overlays().len())
            };
            let began = place(&desk);
            desk.press("/").write(words).press("Tab } } Esc");
            assert_eq!(place(&desk), began, "{before} {words}");
        }
    }
}

#[test]
fn enter_stays_and_backspace_goes_back_to_where_it_began() {
    let mut desk = Desk::new(80, 24);
    desk.press("} }");
    let before = desk.focus();
    desk.press("/").write("gate").press("Enter");
    assert_eq!(desk.focus(), "quarrel/start");
    assert!(last_row(&desk).starts_with("1/7 “gate”"), "{}", last_row(&desk));
    desk.press("Backspace");
    assert_eq!(desk.focus(), before);
    desk.press("Alt-Right");
    assert_eq!(desk.focus(), "quarrel/start");
}

#[test]
fn the_next_match_replaces_the_card_of_the_last() {
    let mut desk = Desk::new(120, 40);
    desk.press("/").write("gate").press("Enter");
    let mut seen = Vec::new();
    for _ in 0..6 {
        desk.press("n");
        let top = desk.app.overlays().last();
        let title =
            top.map_or_else(|| desk.focus(), |top| top.title(Some(desk.reader().briefing())));
        seen.push((
            title,
            desk.app.overlays().len(),
            last_row(&desk).chars().take(30).collect::<String>(),
        ));
    }
    insta::assert_debug_snapshot!(seen);
    desk.press("N N");
    assert!(desk.screen().contains("Port council") || desk.app.overlays().len() < 2);
    desk.press("Backspace");
    assert_eq!((desk.focus().as_str(), desk.app.overlays().len()), ("text/signing", 0));
}

#[test]
fn after_reading_on_the_next_match_is_the_next_from_here() {
    let mut desk = Desk::new(120, 40);
    desk.press("/").write("a").press("Enter");
    assert_eq!(desk.focus(), "text/signing");
    desk.press("] } N");
    assert_eq!(desk.focus(), "quarrel/start");
    desk.press("[ } n");
    assert_eq!(desk.focus(), "text/p2");
    desk.press("} N");
    assert_eq!(desk.focus(), "text/p2");
}

#[test]
fn an_expression_is_searched_for_and_its_fault_is_shown() {
    let mut desk = Desk::new(80, 24);
    desk.press("/ Ctrl-r").write("ga(te|zette");
    assert!(last_row(&desk).starts_with("regex: ga(te|zette"), "{}", last_row(&desk));
    assert!(last_row(&desk).ends_with("unclosed group"), "{}", last_row(&desk));
    // Enter does not leave a fault behind.
    desk.press("Enter");
    assert!(desk.app.prompt().is_some());
    desk.write(")");
    assert!(last_row(&desk).ends_with("1/9"), "{}", last_row(&desk));
    desk.press("Ctrl-r");
    assert!(last_row(&desk).starts_with("search: ga(te|zette)"), "{}", last_row(&desk));
    assert!(last_row(&desk).ends_with("no match"), "{}", last_row(&desk));
}

#[test]
fn what_is_the_teachers_is_found_while_it_is_shown() {
    let mut desk = Desk::new(80, 24);
    desk.press("/").write("dues").press("Enter");
    assert!(last_row(&desk).starts_with("1/3 "), "{}", last_row(&desk));
    desk.press("C");
    assert!(last_row(&desk).contains("/4 “dues”"), "{}", last_row(&desk));
    desk.press("C");
    assert!(last_row(&desk).contains("/3 “dues”"), "{}", last_row(&desk));
}

#[test]
fn an_earlier_search_comes_back() {
    let mut desk = Desk::new(80, 24);
    desk.press("/").write("gate").press("Enter Backspace /").write("quay").press("Enter Backspace");
    desk.press("/ Up");
    assert!(last_row(&desk).starts_with("search: quay"), "{}", last_row(&desk));
    desk.press("Up Up");
    assert!(last_row(&desk).starts_with("search: gate"), "{}", last_row(&desk));
    desk.press("Down Down");
    assert!(last_row(&desk).starts_with("search:  "), "{}", last_row(&desk));
    desk.press("Esc / Enter");
    assert!(last_row(&desk).contains("1/3 “quay”"), "{}", last_row(&desk));
    desk.press("/ Enter");
    assert!(last_row(&desk).contains("2/3 “quay”"), "{}", last_row(&desk));
}

/// How many cells are marked, and how many stand out.
fn marked(desk: &Desk) -> (usize, usize) {
    let buffer = desk.buffer();
    let has = |modifiers: Modifier| {
        buffer.content.iter().filter(|cell| cell.modifier.contains(modifiers)).count()
    };
    let found = Modifier::BOLD | Modifier::UNDERLINED;
    (has(found), has(found | Modifier::REVERSED))
}

#[test]
fn matches_are_marked_until_they_are_let_go_of() {
    let mut desk = Desk::new(120, 40);
    assert_eq!(marked(&desk), (0, 0));
    desk.press("/").write("treaty");
    let (all, here) = marked(&desk);
    assert!(all >= 18 && here == 6, "{all} {here}");
    desk.press("Enter");
    assert_eq!(marked(&desk), (all, here));
    desk.press("Esc");
    assert_eq!(marked(&desk), (0, 0));
    // Nor does an accepted line of which all was deleted leave any.
    desk.press("/").write("treaty").press("Enter / x Backspace Enter");
    assert_eq!(marked(&desk), (0, 0));
    desk.press("n");
    assert!(desk.screen().contains("nothing is searched for"), "{}", desk.screen());
}

#[test]
fn a_match_over_a_line_break_is_marked_on_both_lines() {
    let mut desk = Desk::new(60, 20);
    desk.press("/").write("harbour master, who learned of it from the newspaper").press("Enter");
    let rows: Vec<String> = desk
        .painting()
        .lines()
        .filter(|row| row.contains("REVERSED"))
        .map(|row| row.trim().to_owned())
        .collect();
    insta::assert_debug_snapshot!(rows);
}

#[test]
fn a_bar_shows_where_the_matches_are() {
    let mut desk = Desk::new(80, 24);
    let bars = |desk: &Desk| desk.screen().chars().filter(|c| "┊━╋◆".contains(*c)).count();
    let before = bars(&desk);
    desk.press("/").write("council").press("Enter");
    assert!(desk.screen().contains('◆') && desk.screen().contains('┊'), "{}", desk.screen());
    desk.press("Esc");
    assert_eq!(bars(&desk), before + usize::from(false), "{}", desk.screen());
}

#[test]
fn the_list_shows_each_place_and_escape_goes_back() {
    let mut desk = Desk::new(120, 40);
    let before = desk.painting();
    desk.press("/").write("gate").press("Tab");
    assert_eq!(desk.focus(), "quarrel/start");
    desk.press("}");
    assert!(desk.screen().contains("─ Article 4"), "{}", desk.screen());
    desk.press("Esc Esc");
    assert_eq!(desk.painting(), before);
    desk.press("/").write("gate").press("Tab } } Enter");
    assert_eq!(desk.app.overlays().len(), 1);
    assert!(last_row(&desk).starts_with("3/7 “gate”"), "{}", last_row(&desk));
    desk.press("Backspace");
    assert_eq!((desk.focus().as_str(), desk.app.overlays().len()), ("text/signing", 0));
    desk.press(";");
    assert!(desk.screen().contains("7 matches for “gate”"), "{}", desk.screen());
    desk.press(";");
    assert_eq!(desk.app.overlays().len(), 0);
}

#[test]
fn the_list_tells_wording_from_what_the_briefing_says_of_it() {
    const LAW: &str = "\
format: 1
title: T
sections: [{id: s, title: S, summary: The gate., body: [{text: 'It is [](article:4).'}]}]
instruments:
  - id: t
    title: Treaty
    summary: It has a gate.
    articles:
      - number: 4
        title: A gate
        gist: The gate may be closed.
        text: Each town may close the gate.
        meaning: The gate started it.
        note: The gate was sold.
";
    for width in [120, 80, 60] {
        let mut desk = Desk::open(LAW, width, 40);
        desk.press("/").write("gate").press("Tab");
        let screen = desk.screen().replace(['\u{a0}', '▌'], " ");
        for said in [
            "  The gate.",
            "  Treaty  In short  It has a gate.",
            "  Article 4  A gate",
            "  Article 4  In short  The gate may be closed.",
            "  Article 4  Wording  Each town may close the gate.",
            "  Article 4  What it means  The gate started it.",
            "  Article 4  Editor's note  The gate was sold.",
        ] {
            assert!(screen.contains(said), "{said} at {width}\n{screen}");
        }
    }
}

/// A key that the runtime is asked something by, which it did not answer yet.
fn waiting() -> (Desk, Vec<Effect>) {
    let mut desk = Desk::new(80, 24);
    desk.press("/ Ctrl-r").write("gat");
    let effects = desk.app.update(Msg::Key("e".parse().unwrap()));
    (desk, effects)
}

fn answer(desk: &mut Desk, effects: Vec<Effect>) {
    for effect in effects {
        if let Effect::Search(job) = effect {
            desk.send(Msg::Found(job.run(|| true).unwrap()));
        }
    }
}

#[test]
fn no_key_waits_for_a_slow_search() {
    let (mut desk, effects) = waiting();
    assert!(last_row(&desk).ends_with("searching"), "{}", last_row(&desk));
    assert!(matches!(effects.as_slice(), [Effect::Search(_)]), "{effects:?}");
    desk.press("Enter");
    assert!(last_row(&desk).starts_with("searching for /gate/"), "{}", last_row(&desk));
    desk.press("n");
    answer(&mut desk, effects);
    assert!(last_row(&desk).starts_with("2/7 /gate/"), "{}", last_row(&desk));
    desk.press("Backspace");
    assert_eq!(desk.focus(), "text/signing");
}

#[test]
fn an_answer_that_comes_too_late_takes_nobody_away() {
    let (mut desk, effects) = waiting();
    let again = desk.app.update(Msg::Key("Backspace".parse().unwrap()));
    assert!(matches!(again.as_slice(), [Effect::GiveUp, Effect::Search(_)]), "{again:?}");
    answer(&mut desk, effects);
    assert!(last_row(&desk).ends_with("searching"), "{}", last_row(&desk));
    answer(&mut desk, again);
    assert!(last_row(&desk).ends_with("1/7"), "{}", last_row(&desk));

    let (mut desk, effects) = waiting();
    desk.press("Enter }");
    let focus = desk.focus();
    answer(&mut desk, effects);
    assert_eq!(desk.focus(), focus);
    assert!(last_row(&desk).contains("7 /gate/"), "{}", last_row(&desk));

    let (mut desk, effects) = waiting();
    desk.press("Esc");
    answer(&mut desk, effects);
    assert_eq!((desk.focus().as_str(), marked(&desk)), ("text/signing", (0, 0)));
}

#[test]
fn a_search_that_is_no_longer_wanted_is_given_up() {
    let (_, effects) = waiting();
    let Some(Effect::Search(job)) = effects.first() else { panic!("{effects:?}") };
    assert!(job.run(|| false).is_none());
}

#[test]
fn what_is_read_again_is_searched_again() {
    let mut desk = Desk::new(80, 24);
    desk.press("/").write("gate").press("Enter");
    let yaml = common::SAMPLE.replace("closed the gate", "closed the door");
    let briefing = std::sync::Arc::new(common::briefing(&yaml));
    desk.send(Msg::Opened(attache::app::Opened {
        briefing,
        faults: Vec::new(),
        kept: Kept::default(),
    }));
    assert!(last_row(&desk).starts_with("6 “gate”"), "{}", last_row(&desk));
}

/// 60 sections of 400 times the same word: more matches than are kept.
fn crowd() -> Desk {
    let words = "gate ".repeat(400);
    let mut yaml = "format: 1\ntitle: Crowd\nsections:\n".to_owned();
    for n in 0..60 {
        let blocks = format!("[{{text: Number {n}.}}, {{text: {words}}}]");
        writeln!(yaml, "  - {{id: s{n}, title: Part {n}, body: {blocks}}}").unwrap();
    }
    Desk::open(&yaml, 80, 24)
}

#[test]
fn of_very_many_matches_those_around_the_reader_are_kept() {
    let mut desk = crowd();
    desk.press(&"] ".repeat(50));
    desk.press("/").write("gate").press("Enter");
    assert_eq!(desk.focus(), "s50/p2");
    assert!(last_row(&desk).starts_with("20001/24000 “gate”"), "{}", last_row(&desk));
    desk.press(";");
    let screen = desk.screen();
    assert!(screen.contains("24000 matches for “gate”"), "{screen}");
    desk.press("g");
    assert!(desk.screen().contains("15000 more before these"), "{}", desk.screen());
    desk.press("Esc N");
    assert!(last_row(&desk).contains("20000/24000"), "{}", last_row(&desk));
    // Over the end, and back over the beginning.
    desk.press("] ] ] ] ] ] ] ] ] ] ] } N");
    desk.press("/").write("number 0").press("Enter /").write("gate").press("Enter N");
    assert!(last_row(&desk).contains("24000/24000"), "{}", last_row(&desk));
    assert_eq!(desk.focus(), "s59/p2");
    desk.press("n");
    assert!(last_row(&desk).contains("1/24000"), "{}", last_row(&desk));
    assert_eq!(desk.focus(), "s0/p2");
}

#[test]
fn a_search_looks_well_at_every_size() {
    for (width, height) in [(120, 40), (80, 24), (60, 20)] {
        let name = |what: &str| format!("{what}_{width}x{height}");
        let mut desk = Desk::new(width, height);
        desk.press("/").write("harbour");
        insta::assert_snapshot!(name("typing"), desk.painting());
        desk.press("Enter n");
        insta::assert_snapshot!(name("next"), desk.screen());
        desk.press("; }");
        insta::assert_snapshot!(name("list"), desk.painting());
    }
}

#[test]
fn without_utf8_and_on_the_smallest_screen_it_is_plain() {
    let mut desk = Desk::bare(80, 24, false);
    let briefing = common::sample();
    desk.send(Msg::Opened(attache::app::Opened {
        briefing,
        faults: Vec::new(),
        kept: Kept::default(),
    }));
    desk.press("Esc /").write("council").press("Enter");
    assert!(desk.screen().lines().nth(2).is_some_and(|row| row.contains('#')));
    let drawn: String = desk.screen().chars().filter(|c| !c.is_ascii() && *c != '\u{a0}').collect();
    assert_eq!(drawn, "", "{}", desk.screen());
    desk.resize(20, 5);
    for keys in ["n n", "; } }", "Esc", "/ g a t e", "Tab", "Enter"] {
        desk.press(keys);
        assert_eq!(desk.screen().lines().count(), 5);
    }
}

#[test]
fn leaving_a_search_takes_back_the_place_and_nothing_else() {
    let mut desk = Desk::new(100, 30);
    desk.press("/").write("the").press("Enter ;");
    desk.press("C H - Esc Esc");
    assert_eq!(desk.reader().measure(), desk.app.options().measure());
    assert!(desk.app.options().teacher);
    desk.press("G");
    assert!(desk.screen().contains("Teacher"), "{}", desk.screen());
}

#[test]
fn the_readers_own_notes_are_found() {
    let mut desk = Desk::new(100, 30);
    desk.press("} a").write("Ask whether the toll was fair").press("Enter g");
    desk.press("/").write("toll");
    assert!(last_row(&desk).contains("  1 of your notes"), "{}", desk.screen());
    desk.press("Tab");
    assert!(desk.screen().contains("▌ ¶ 2  Ask whether the toll was fair"), "{}", desk.screen());
    desk.press("Enter");
    assert_eq!(desk.focus(), "text/p2");
    // One step back is where the search began.
    desk.press("Backspace");
    assert_eq!(desk.focus(), "text/signing");
    // Beside matches in the text they come last.
    desk.press("/").write("the").press("Tab G");
    assert!(desk.screen().contains("Your notes  1"), "{}", desk.screen());
}

#[test]
fn a_search_that_finds_only_own_notes_leads_to_them() {
    let mut desk = Desk::new(100, 30);
    desk.press("} a").write("toll one").press("Enter } a").write("toll two").press("Enter");
    // On a card too.
    desk.press("g Tab a").write("toll three").press("Enter 1 g");
    let check = |desk: &mut Desk, keys: &str, focus: &str, status: &str| {
        desk.press(keys);
        assert_eq!(desk.focus(), focus, "{keys}\n{}", desk.screen());
        assert!(last_row(desk).contains(status), "{keys}: {status}\n{}", desk.screen());
    };
    check(&mut desk, "/ t o l l", "text/signing", "3 of your notes");
    check(&mut desk, "Enter", "text/p2", "found only in your notes   1/3 “toll”");
    assert!(desk.screen().contains("toll one"), "{}", desk.screen());
    check(&mut desk, "n", "text/p3", "2/3 “toll”");
    check(&mut desk, "n", "text/p3", "3/3 “toll”");
    assert!(desk.screen().contains("toll three"), "{}", desk.screen());
    assert_eq!(desk.app.overlays().len(), 1);
    check(&mut desk, "n", "text/p2", "from the top   1/3 “toll”");
    assert_eq!(desk.app.overlays().len(), 0);
    check(&mut desk, "N N", "text/p3", "2/3 “toll”");
    // The list begins at the one that is read, and it goes on from the one that is taken there.
    desk.press("; j Enter");
    assert!(desk.screen().contains("toll three"), "{}", desk.screen());
    check(&mut desk, "N", "text/p3", "2/3 “toll”");
    desk.press("; k Enter");
    check(&mut desk, "n", "text/p3", "2/3 “toll”");
    // From elsewhere it goes to the first behind that.
    check(&mut desk, "g n", "text/p2", "1/3 “toll”");
    check(&mut desk, "Esc", "text/p2", "");
    assert!(!last_row(&desk).contains("toll"), "{}", desk.screen());
    // One step back is where the search began.
    let mut desk = Desk::new(100, 30);
    desk.press("} a").write("toll").press("Enter g / t o l l Enter");
    assert_eq!(desk.focus(), "text/p2");
    desk.press("Backspace");
    assert_eq!(desk.focus(), "text/signing");
}
