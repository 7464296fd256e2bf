//! Keys in, places out, through the real update loop.

use attache::app::{Effect, View};
use attache::command::Context;
use attache::desk::PaneId;

use crate::common::{self, Desk};

/// Presses `keys` on the sample at 120x40 and says which block is in focus then.
fn check(keys: &str, expected: &str) {
    let mut desk = Desk::new(120, 40);
    desk.press(keys);
    assert_eq!(desk.focus(), expected, "after {keys:?}");
}

#[test]
fn paragraphs() {
    check("", "text/signing");
    check("}", "text/p2");
    check("} } }", "text/p4");
    check("} {", "text/signing");
    check("{", "text/signing");
    // A hidden cue is passed over; a heading is never in focus.
    check("} } } } }", "text/p6");
    check("} } } } } }", "text/p8");
    check("C } } } } } }", "text/p7");
    // Past the last paragraph the next section begins.
    check("} } } } } } }", "quarrel/start");
    check("} } } } } } } {", "text/p8");
}

#[test]
fn ends_and_sections() {
    check("G", "text/p8");
    check("G g", "text/signing");
    check("End Home", "text/signing");
    check("]", "quarrel/start");
    check("] ]", "quarrel/start");
    check("] [", "text/signing");
}

#[test]
fn every_paragraph_is_in_focus_once_line_by_line() {
    for (width, height) in [(150, 60), (120, 40), (80, 24), (60, 20), (20, 5)] {
        let mut desk = Desk::new(width, height);
        // What stands before the first paragraph may be higher than the screen.
        while !in_view(&desk) {
            desk.press("j");
        }
        let mut seen = vec![desk.focus()];
        for _ in 0..200 {
            desk.press("j");
            // What closes a section may be higher than the screen, too: nothing is in focus then.
            if desk.focus() == "nothing" {
                continue;
            }
            assert_in_view(&desk);
            if seen.last() != Some(&desk.focus()) {
                seen.push(desk.focus());
            }
        }
        let all = ["signing", "p2", "p3", "p4", "p5", "p6", "p8"];
        assert_eq!(seen, all.map(|id| format!("text/{id}")), "at {width}x{height}");
        for _ in 0..200 {
            desk.press("k");
            assert!(in_view(&desk) || desk.focus() == "nothing");
        }
        let at_start = desk.focus();
        assert!(at_start == "text/signing" || height < 10, "{at_start}");
    }
}

#[test]
fn every_line_is_on_the_screen_once() {
    for (width, height) in [(120, 40), (80, 24), (60, 20), (40, 10), (20, 5)] {
        let mut desk = Desk::new(width, height);
        let mut shown = std::collections::HashSet::new();
        for _ in 0..300 {
            let pane = desk.reader().pane(PaneId::Text);
            let lines = pane.seen().filter_map(|row| row.line);
            shown.extend(lines.flat_map(|line| line.segments.iter().map(|one| one.words.clone())));
            desk.press("j");
        }
        let all = shown.into_iter().collect::<Vec<_>>().join(" ");
        for words in ["What", "clauses", "signing", "quay", "gazette", "archive", "Next"] {
            assert!(all.contains(words), "{words} never shows at {width}x{height}");
        }
    }
}

#[test]
fn what_only_the_teacher_sees_is_not_told() {
    let yaml = "\
format: 1
title: T
sections:
  - id: s
    title: S
    body:
      - text: 'Open: [](article:1).'
      - cue: 'SECRET [](article:1)'
      - {question: Why?, hint: 'HINT [](article:1)'}
instruments:
  - {id: i, title: I, articles: [{number: 1, title: A}]}
";
    let mut desk = Desk::open(yaml, 100, 30);
    desk.press("2 r");
    let screen = desk.screen();
    assert!(screen.contains("Article 1, cited once"), "{screen}");
    assert!(!screen.contains("SECRET") && !screen.contains("HINT"), "{screen}");
}

#[test]
fn cues_that_are_put_away_lose_the_focus() {
    for (width, height) in [(120, 40), (60, 20)] {
        let mut desk = Desk::new(width, height);
        desk.press("C } } } } } }");
        assert_eq!(desk.focus(), "text/p7");
        desk.press("C");
        assert_eq!(desk.focus(), "text/p8", "at {width}x{height}");
        assert_in_view(&desk);
        // Also while the text is not the pane that shows.
        desk.press("{ 2 C 1 } }");
        assert_in_view(&desk);
    }
}

#[test]
fn what_is_set_and_set_back_leaves_the_screen_as_it_was() {
    for keys in ["C C", "H H", "- +", "o Esc", "? Esc", "p p"] {
        let mut desk = Desk::new(100, 26);
        desk.press("} j");
        let before = desk.screen();
        // The last key ends what the footer says of the one before.
        desk.press(keys).press("? Esc");
        assert_eq!(desk.screen(), before, "{keys}");
    }
}

#[test]
fn a_chosen_link_is_in_view() {
    let mut desk = Desk::new(40, 10);
    desk.press("} } } } } Enter");
    assert_in_view(&desk);
    desk.press("g } { Left");
    assert_in_view(&desk);
}

#[test]
fn who_cites_a_peek_takes_its_place() {
    let mut desk = Desk::new(120, 40);
    desk.press("l l l l K r");
    assert_eq!(desk.app.overlays().len(), 1);
    desk.press("Esc");
    assert!(desk.app.overlays().is_empty());
}

#[test]
fn a_smaller_screen_shows_the_whole_paragraph_in_focus() {
    for (width, height) in [(100, 30), (80, 24), (60, 30)] {
        let mut desk = Desk::new(150, 60);
        desk.press("} } }");
        desk.resize(width, height);
        let pane = desk.reader().pane(PaneId::Text);
        let seen = pane.seen().filter(|row| row.focus).count();
        assert_eq!(seen, pane.focus_lines(), "{width}x{height}\n{}", desk.screen());
    }
}

#[test]
fn overlays_do_not_pile_up() {
    let mut desk = Desk::new(120, 40);
    desk.press("? o ? o ? o ? o");
    assert!(desk.app.overlays().len() <= 2, "{}", desk.app.overlays().len());
}

#[test]
fn the_footer_offers_only_keys_that_do_something() {
    let yaml = "\
format: 1
title: T
sections: [{id: s, title: S, body: [{text: Alone.}]}]
";
    let mut desk = Desk::open(yaml, 120, 40);
    let footer = |desk: &Desk| desk.screen().lines().last().unwrap_or_default().to_owned();
    for word in ["next", "link", "follow", "section"] {
        assert!(!footer(&desk).contains(word), "{}", footer(&desk));
    }
    desk.press("2");
    assert!(!footer(&desk).contains("follow"), "{}", footer(&desk));
}

fn in_view(desk: &Desk) -> bool {
    desk.reader().pane(PaneId::Text).seen().any(|row| row.eye)
}

/// The paragraph in focus is at least partly on the screen.
fn assert_in_view(desk: &Desk) {
    assert!(in_view(desk), "{} is out of view\n{}", desk.focus(), desk.screen());
}

#[test]
fn pages() {
    let mut desk = Desk::new(60, 12);
    desk.press("Space Space");
    assert_ne!(desk.focus(), "text/signing");
    assert_in_view(&desk);
    desk.press("b b");
    assert_eq!(desk.focus(), "text/signing");
    // Page by page one comes to the next section, and back.
    desk.press("Space Space Space Space Space Space Space Space Space");
    assert!(desk.focus().starts_with("quarrel/"), "{}", desk.focus());
    desk.press("b b b b");
    assert!(desk.focus().starts_with("text/"), "{}", desk.focus());
}

#[test]
fn the_place_survives_every_resize() {
    let mut desk = Desk::new(120, 40);
    desk.press("} } } j");
    let place = desk.focus();
    for (width, height) in [(40, 10), (200, 60), (20, 5), (10, 3), (1, 1), (90, 30), (300, 100)] {
        desk.resize(width, height);
        assert_eq!(desk.focus(), place, "at {width}x{height}");
        if width >= 20 && height >= 5 {
            assert_in_view(&desk);
        }
    }
}

#[test]
fn links_are_chosen_in_order_and_over_paragraphs() {
    let check = |keys: &str, expected: &str| {
        let mut desk = Desk::new(120, 40);
        desk.press(keys);
        let pane = desk.reader().pane(PaneId::Text);
        let words: String = pane
            .seen()
            .filter_map(|row| Some((row.line?, row.link?)))
            .flat_map(|(line, link)| {
                line.segments.iter().filter(move |part| part.link == Some(link))
            })
            .map(|part| part.words.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        assert_eq!(words, expected, "after {keys:?}");
    };
    check("Right", "Ada Marsh");
    check("l l", "Ben Holt");
    check("Right Right Right Right", "Article 4");
    check("Right Right Left", "Ada Marsh");
    check("Right Esc", "");
    check("Right Right Right Right Right Right Right", "2 sources");
    check("Right Right Right Right Right Right Right Right", "Article 5");
    check("} Left", "the port council");
    check("} Right Left", "2 sources");
}

#[test]
fn following_an_article_shows_it_and_back_returns() {
    let mut desk = Desk::new(120, 40);
    desk.press("Right Right Right Right Enter");
    assert_eq!(desk.reader().active(), PaneId::Articles);
    assert!(desk.screen().contains("Article 4 · The gate"));
    desk.press("Backspace");
    assert_eq!(desk.reader().active(), PaneId::Text);
    assert_eq!(desk.focus(), "text/signing");
    assert_eq!(desk.reader().pane(PaneId::Text).link_number(), Some(3));
    desk.press("Alt-Right");
    assert_eq!(desk.reader().active(), PaneId::Articles);
}

#[test]
fn an_article_says_who_cites_it_and_enter_goes_there() {
    let mut desk = Desk::new(120, 40);
    desk.press("2 Enter");
    assert!(matches!(desk.app.overlays()[0].view, View::Card(_)));
    desk.press("} } Enter");
    assert_eq!(desk.focus(), "quarrel/start");
    assert!(desk.app.overlays().is_empty());
    // Back brings the list back, as it was.
    desk.press("Backspace");
    assert_eq!(desk.focus(), "text/signing");
    assert_eq!(desk.app.overlays().len(), 1);
    desk.press("Esc");
    assert_eq!(desk.reader().active(), PaneId::Articles);
}

#[test]
fn peek_looks_without_leaving() {
    let mut desk = Desk::new(120, 40);
    desk.press("Right Right Right Right Right Right K");
    let screen = desk.screen();
    assert!(screen.contains("Where the water stands at spring tide."), "{screen}");
    desk.press("Esc");
    assert_eq!(desk.focus(), "text/signing");
    assert!(desk.app.overlays().is_empty());
}

#[test]
fn contents_go_to_headings() {
    let mut desk = Desk::new(120, 40);
    desk.press("o } Enter");
    assert_eq!(desk.focus(), "text/p6");
    desk.press("o } Enter");
    assert_eq!(desk.focus(), "quarrel/start");
}

#[test]
fn section_links_and_addresses() {
    let mut desk = Desk::new(120, 40);
    desk.press("G Right Enter");
    assert_eq!(desk.focus(), "quarrel/start");
    desk.press("Backspace");
    assert_eq!(desk.focus(), "text/p8");
    desk.press("Right Enter");
    assert!(desk.screen().contains("https://example.org/a"));
}

#[test]
fn the_cues_and_hints_are_hidden_until_asked_for() {
    let mut desk = Desk::new(120, 60);
    assert!(!desk.screen().contains("Let them read"));
    assert!(!desk.screen().contains("Look at the dues"));
    desk.press("C");
    assert!(desk.screen().contains("Let them read"));
    assert!(desk.screen().contains("Look at the dues"));
    desk.press("C");
    assert!(!desk.screen().contains("Let them read"));
}

#[test]
fn escape_closes_one_layer_and_never_quits() {
    let mut desk = Desk::new(120, 40);
    desk.press("? o Esc Esc Esc Esc Esc");
    assert!(desk.app.overlays().is_empty());
    assert_eq!(desk.effects, []);
    desk.press("q");
    assert_eq!(desk.asked(), [&Effect::Quit]);
}

#[test]
fn q_closes_what_lies_on_top_and_leaves_from_the_panes() {
    let closes = |before: &str| {
        let mut desk = Desk::new(120, 40);
        desk.press(before);
        let layers = desk.app.overlays().len();
        assert!(layers > 0, "{before}");
        desk.press("q");
        assert_eq!(desk.asked(), [] as [&Effect; 0], "{before}");
        assert_eq!(desk.app.overlays().len(), layers - 1, "{before}");
    };
    for before in
        ["?", "o", "i", "t", "x", "w", "e", "Q", "c", "!", "'", "J", "l K", "t ?", "i o", "z z Q"]
    {
        closes(before);
    }
    // Whatever is chosen, searched or folded in the panes, and however they are shown.
    let leaves = |desk: &mut Desk, before: &str| {
        assert_eq!(desk.press(before).asked(), [] as [&Effect; 0], "{before}");
        assert!(
            desk.screen().contains("q quit") || before.contains('/'),
            "{before}\n{}",
            desk.screen()
        );
        assert_eq!(desk.press("q").asked(), [&Effect::Quit], "{before}");
    };
    for before in ["", "2", "3", "l", "/ t h e Enter", "2 L", "z", "z z", "i Esc", "i q", "o q"] {
        leaves(&mut Desk::new(120, 40), before);
    }
    leaves(&mut Desk::title_page(common::sample(), 120, 40), "");
    leaves(&mut Desk::bare(120, 40, true), "");
    closes_words(&mut Desk::new(120, 40));
}

/// Words that are chosen lie on top of what they are chosen in.
fn closes_words(desk: &mut Desk) {
    desk.press("v l q");
    assert_eq!(desk.app.context(), Context::Text);
    assert_eq!(desk.press("l K v q").app.overlays().len(), 1);
    assert_eq!(desk.press("q").app.overlays().len(), 0);
    assert_eq!(desk.press("q").asked(), [&Effect::Quit]);
}

#[test]
fn what_the_runtime_does_is_asked_for() {
    let check = |key: &str, effect: Effect| {
        let mut desk = Desk::new(120, 40);
        desk.press(key);
        assert_eq!(desk.asked(), [&effect], "{key}");
    };
    check("q", Effect::Quit);
    check("Ctrl-c", Effect::Quit);
    check("Ctrl-z", Effect::Suspend);
    check("Ctrl-l", Effect::Redraw);
    check("T", Effect::NextTheme);
    check("R", Effect::Reload);
}

#[test]
fn what_fills_a_small_screen_has_no_focus() {
    let mut desk = Desk::new(20, 5);
    assert_eq!(desk.focus(), "nothing");
    while desk.focus() == "nothing" {
        desk.press("j");
    }
    assert_eq!(desk.focus(), "text/signing");
    assert_in_view(&desk);
    // A larger screen has room for both.
    let mut desk = Desk::new(20, 5);
    desk.resize(80, 24);
    assert_eq!(desk.focus(), "text/signing");
}

#[test]
fn what_is_gone_to_is_unfolded() {
    let check = |keys: &str, expected: &str| {
        let mut desk = Desk::new(80, 24);
        // The lens on the port council, who is named in one paragraph alone.
        desk.press("} l l L");
        assert!(desk.screen().contains("lens: Port council"), "{}", desk.screen());
        desk.press(keys);
        assert_eq!(desk.focus(), expected, "{keys}");
        assert!(desk.screen().contains("all unfolded"), "{keys}\n{}", desk.screen());
    };
    check("e Enter", "text/signing");
}

#[test]
fn the_lens_passes_over_sections_without_anything_on_it() {
    let mut desk = Desk::new(100, 30);
    desk.press("} l l L ]");
    assert!(desk.screen().contains("none here, 2 in section 1"), "{}", desk.screen());
    desk.press("{");
    assert_eq!(desk.focus(), "text/p4");
}

#[test]
fn one_at_a_time_every_paragraph_is_in_focus() {
    for (width, height) in [(80, 24), (60, 20), (40, 16), (20, 5)] {
        for key in ["Space", "}"] {
            let mut desk = Desk::new(width, height);
            desk.press("z z");
            let mut seen = vec![desk.focus()];
            // A page of a long one comes before the next.
            for _ in 0..40 {
                desk.press(key);
                if seen.last() != Some(&desk.focus()) && seen.len() < 6 {
                    seen.push(desk.focus());
                }
            }
            let all = ["signing", "p2", "p3", "p4", "p5", "p6"].map(|id| format!("text/{id}"));
            assert_eq!(seen, all, "{key} at {width}x{height}");
        }
    }
}

/// What stands after the last entry that the focus stops at may be higher than the screen.
#[test]
fn page_keys_reach_the_end_of_what_is_listed_last() {
    for (width, height) in [(100, 30), (80, 24), (80, 15), (60, 20), (40, 12), (20, 5)] {
        for key in ["G", "Space", "}", "d", "j", "Ctrl-e"] {
            for open in ["", "?", "o", "W"] {
                let mut desk = Desk::title_page(crate::common::sample(), width, height);
                desk.press(open);
                while desk.press(key).app.said().is_none() {}
                let more = desk.app.overlays().last().unwrap().pane().more();
                assert!(!more.1, "{open} {key} at {width} by {height}\n{}", desk.screen());
                assert_eq!(desk.app.said(), Some("this is the end"), "{open} {key}");
                for back in ["g", "{", "PgUp", "k"] {
                    while desk.press(back).app.said().is_none() {}
                    let more = desk.app.overlays().last().unwrap().pane().more();
                    assert!(
                        !more.0,
                        "{open} {key} {back} at {width} by {height}\n{}",
                        desk.screen()
                    );
                    desk.press("G");
                }
            }
        }
    }
}
