//! A reader for an account that others share: nothing leads out of it.

use attache::app::Effect;

use crate::common::Desk;

/// What the keys that lead out say.
const NOT_HERE: &str = "not here: this reader leads to no other program";

fn desk() -> Desk {
    let mut desk = Desk::new(100, 120);
    desk.app = desk.app.clone().restricted();
    desk
}

#[test]
fn no_key_leads_to_the_shell() {
    for before in ["", "?", "t", "w", ":", "/"] {
        let mut desk = desk();
        desk.press(before).press("Ctrl-z");
        assert!(!desk.effects.contains(&Effect::Suspend), "{before}");
    }
    let mut desk = desk();
    assert!(desk.press("Ctrl-z").screen().contains(NOT_HERE));
}

#[test]
fn no_note_leads_to_an_editor() {
    let mut desk = desk();
    desk.press("a").write("A note");
    assert!(!desk.screen().contains("Ctrl-e"), "{}", desk.screen());
    assert!(desk.press("Ctrl-e").screen().contains(NOT_HERE));
    assert!(!desk.effects.iter().any(|effect| matches!(effect, Effect::Edit(_))));
    // And it is written on.
    assert!(desk.press("Enter").screen().contains("note saved"));
}

#[test]
fn what_leads_out_is_not_offered() {
    let has = |desk: &mut Desk, words: &str| desk.screen().contains(words);
    for (mut desk, offered) in [(Desk::new(100, 120), true), (desk(), false)] {
        desk.press("?");
        let help = [desk.screen(), desk.press("G").screen()].concat();
        assert_eq!(help.contains("Back to the shell"), offered);
        assert_eq!(help.contains("$EDITOR"), offered);
        desk.press("Esc :").write("back to the shell");
        assert_eq!(has(&mut desk, "fg returns"), offered, "{}", desk.screen());
        desk.press("Esc a");
        assert_eq!(has(&mut desk, "editor"), offered);
    }
}

#[test]
fn all_else_is_as_ever() {
    let (mut free, mut held) = (Desk::new(100, 30), Desk::new(100, 30));
    held.app = held.app.clone().restricted();
    assert_eq!(free.screen(), held.screen());
    for keys in ["}", "Right Enter", "Backspace", "t", "Esc", "Q", "Esc", "o"] {
        assert_eq!(free.press(keys).screen(), held.press(keys).screen(), "{keys}");
    }
}
