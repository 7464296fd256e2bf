//! What a terminal is sent, by what the environment says of it.

#![allow(clippy::expect_used, reason = "a test that cannot go on shall stop")]

use attache::runtime::Capabilities as Has;

/// A terminal of this environment has `has` and lacks `lacks`.
#[track_caller]
fn check(variables: &[(&str, &str)], has: Has, lacks: Has) {
    let found = detect(variables).expect("a terminal that can be drawn on");
    assert_eq!((has - found, lacks & found), (Has::empty(), Has::empty()), "{variables:?}");
}

fn detect(variables: &[(&str, &str)]) -> Option<Has> {
    let get = |name: &str| {
        let found = variables.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| (*value).to_owned())
    };
    Has::detect(get)
}

/// All that a name can say: margins are answered for by the terminal itself.
const NAMED: Has = Has::all().difference(Has::MARGINS);

const STRINGS: Has = Has::HYPERLINKS.union(Has::CLIPBOARD).union(Has::BACKGROUND);

#[test]
fn terminals_of_today_have_all_of_it() {
    for term in [
        "xterm",
        "xterm-256color",
        "xterm-direct",
        "xterm-kitty",
        "xterm-ghostty",
        "tmux",
        "tmux-256color",
        "alacritty",
        "alacritty-direct",
        "foot",
        "foot-extra",
        "vte-256color",
        "mintty",
        "wezterm",
    ] {
        check(&[("TERM", term)], NAMED, Has::MARGINS);
    }
}

#[test]
fn a_text_console_has_neither_panning_nor_strings_nor_glyphs() {
    let lacks = STRINGS | Has::GLYPHS | Has::PANNING | Has::ALTERNATE | Has::ITALIC | Has::BRIGHT;
    let has = Has::UTF8 | Has::COLOURS | Has::REGION | Has::LINES | Has::ERASING | Has::DIRECT;
    for term in ["linux", "linux-16color", "linux2.6", "linux-m"] {
        check(&[("TERM", term)], has, lacks);
    }
}

#[test]
fn a_vt_has_no_colour_and_no_utf_8() {
    let lacks = STRINGS
        | Has::GLYPHS
        | Has::UTF8
        | Has::COLOURS
        | Has::ALTERNATE
        | Has::PANNING
        | Has::DIRECT;
    let both = Has::REGION | Has::MARGIN;
    for term in ["vt100", "vt100-nav", "vt102"] {
        check(&[("TERM", term)], both, lacks | Has::LINES | Has::ERASING | Has::HIDING);
    }
    for term in ["vt220", "vt220-8bit", "vt320", "vt420", "vt525"] {
        check(&[("TERM", term)], both | Has::LINES | Has::ERASING | Has::HIDING, lacks);
    }
}

#[test]
fn screen_and_tmux_are_told_apart() {
    let lacks = STRINGS | Has::ITALIC | Has::SYNCHRONIZED;
    let has = Has::PANNING | Has::ERASING | Has::DIRECT | Has::ALTERNATE | Has::GLYPHS;
    for term in ["screen", "screen-256color", "screen.xterm-256color", "screen.rxvt"] {
        check(&[("TERM", term)], has, lacks);
        check(&[("TERM", term), ("TMUX", "/tmp/tmux-0/default,1,0")], NAMED, Has::MARGINS);
        check(&[("TERM", term), ("TMUX", "")], has, lacks);
        check(&[("TERM", term), ("TMUX", "x"), ("STY", "1.tty")], has, lacks);
    }
    check(&[("TERM", "screen.linux")], has - Has::GLYPHS, lacks | Has::GLYPHS);
    // Within screen the name may be any; the one of tmux within screen is tmux's.
    check(&[("TERM", "xterm-256color"), ("STY", "1.tty")], has, lacks);
    check(&[("TERM", "tmux-256color"), ("STY", "1.tty"), ("TMUX", "x")], NAMED, Has::MARGINS);
    // tmux runs in whatever it was started in, and a console within it has its own name.
    check(&[("TERM", "linux"), ("TMUX", "x")], Has::UTF8, Has::PANNING | STRINGS);
}

#[test]
fn others_lack_what_their_terminfo_lacks() {
    check(
        &[("TERM", "rxvt-unicode-256color")],
        Has::PANNING | Has::BACKGROUND,
        Has::HYPERLINKS | Has::CLIPBOARD,
    );
    check(&[("TERM", "rxvt")], Has::REGION | Has::LINES, Has::PANNING | Has::ERASING | STRINGS);
    check(&[("TERM", "st-256color")], Has::PANNING | Has::CLIPBOARD, Has::HYPERLINKS);
    check(&[("TERM", "putty-256color")], Has::PANNING | Has::ALTERNATE, STRINGS);
    check(&[("TERM", "konsole-256color")], Has::HYPERLINKS, Has::CLIPBOARD);
    check(
        &[("TERM", "eterm-color")],
        Has::REGION | Has::LINES | Has::COLOURS,
        Has::MARGIN | Has::DIRECT | STRINGS,
    );
    check(&[("TERM", "cons25")], Has::COLOURS, Has::REGION | Has::MARGIN | Has::GLYPHS);
    check(&[("TERM", "sun")], Has::empty(), Has::REGION | Has::MARGIN | Has::COLOURS | STRINGS);
    // Of one that nobody has heard of only what all have had since the VT100.
    let all_have = Has::REGION | Has::MARGIN | Has::UTF8 | Has::GLYPHS | Has::BRIGHT;
    check(
        &[("TERM", "somebodys-own")],
        all_have,
        STRINGS | Has::PANNING | Has::ALTERNATE | Has::DIRECT,
    );
}

#[test]
fn who_answers_is_asked() {
    let check = |term: &str, reports: bool, mode_reports: bool| {
        let has = |has, asked| if asked { has } else { Has::empty() };
        let asked = has(Has::REPORTS, reports) | has(Has::MODE_REPORTS, mode_reports);
        check(&[("TERM", term)], asked, (Has::REPORTS | Has::MODE_REPORTS) - asked);
    };
    for term in ["xterm-256color", "xterm", "foot", "xterm-kitty", "mintty", "wezterm", "mlterm"] {
        check(term, true, true);
    }
    // They answer what a VT100 answers.
    for term in
        ["vt100", "vt220", "linux", "screen", "rxvt", "st-256color", "putty", "nsterm", "wsvt25"]
    {
        check(term, true, false);
    }
    check("somebodys-own", true, false);
    for term in ["ansi", "cons25", "sun", "cygwin", "eterm-color"] {
        check(term, false, false);
    }
}

/// Its name is xterm's.
#[test]
fn apples_terminal_is_not_asked_for_modes() {
    let apple = [("TERM", "xterm-256color"), ("TERM_PROGRAM", "Apple_Terminal")];
    check(&apple, NAMED - Has::MODE_REPORTS, Has::MARGINS | Has::MODE_REPORTS);
}

#[test]
fn on_some_nothing_can_be_drawn() {
    for term in
        ["", "dumb", "dumb-emacs-ansi", "unknown", "vt52", "stv52", "hpterm", "wy60", "minitel1"]
    {
        assert_eq!(detect(&[("TERM", term), ("TMUX", "x"), ("STY", "y")]), None, "{term}");
    }
    assert_eq!(detect(&[]), None);
}
