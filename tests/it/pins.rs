//! A pane that is pinned: it stays as it is, wherever one goes.

use attache::desk::PaneId;

use crate::common::Desk;

#[test]
fn a_pinned_pane_stays() {
    let mut desk = Desk::new(120, 40);
    desk.press("p } }");
    assert!(desk.screen().contains("Article 4 · The gate"));
    assert!(desk.screen().contains("pinned"));
    desk.press("p");
    assert!(desk.screen().contains("No article is cited here."));
}

#[test]
fn a_pinned_pane_does_not_claim_to_follow() {
    let mut desk = Desk::new(120, 40);
    desk.press("p }");
    assert!(!desk.screen().contains("cited here"), "{}", desk.screen());
}

#[test]
fn pinning_one_pane_leaves_the_other() {
    let mut desk = Desk::new(120, 40);
    desk.press("2 Right Enter");
    let before = desk.reader().pane(PaneId::Articles).items().to_vec();
    desk.press("3 p");
    assert_eq!(desk.reader().pane(PaneId::Articles).items(), before);
}

#[test]
fn a_pin_survives_following_and_coming_back() {
    let mut desk = Desk::new(120, 40);
    desk.press("p } Right Enter");
    // The pinned pane stays, and the article comes up as a card.
    assert!(desk.reader().is_pinned(PaneId::Articles));
    assert_eq!(desk.app.overlays().len(), 1);
    desk.press("Esc Backspace");
    assert!(desk.reader().is_pinned(PaneId::Articles));
    assert!(desk.screen().contains("Article 4 · The gate"));
}

#[test]
fn a_pin_is_the_sessions_own() {
    let check = |keys: &str, expected: &str| {
        let mut desk = Desk::new(120, 40);
        desk.press(keys);
        assert!(desk.screen().contains(expected), "{keys}\n{}", desk.screen());
    };
    // Going back neither sets nor takes off a pin, and leaves what is pinned as it is.
    check("p } G Right Enter Esc p } } Backspace", "Articles · cited here");
    check("} p G Right Enter Backspace", "Article 5 · Dues");
    check("} p G Right Enter Backspace", "pinned");
}
