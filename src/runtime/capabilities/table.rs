//! What terminals lack, and where that is said.
//!
//! The names of terminfo are those of ncurses' database (`infocmp -x NAME`, version 6.4): `smcup` is the
//! alternate screen, `civis` hiding the cursor, `rmam` the margin, `ech` erasing, `hpa` and `vpa` going to
//! a column or a row, `csr` `ind` `ri` the region, `il` `dl` lines, `indn` `rin` panning, `sitm` slanted
//! letters, `BE` pastes, `Ms` the clipboard, `colors` what it says. Synchronized updates
//! and OSC 8 have no common name there: those count as lacking where the terminal's own documents do not
//! have them.
//!
//! DSR 5 and DA1 are the VT100's own (DEC EK-VT100-UG, chapter 3), and who is like it answers them. DECRQM
//! came later (VT320): who reads control sequences by ECMA-48 passes over it, but the Linux console, and
//! others that stop at its `$`, print its `p`. It is for left and right margins, and who surely has none is
//! not asked.

use super::set::Capabilities as Has;

/// All that a name can say.
pub(super) const NAMED: Has = Has::all().difference(Has::MARGINS);

/// Strings, and what came with them: none that was built before about 1990 has any.
const RECENT: Has = Has::STRINGS
    .union(Has::ALTERNATE)
    .union(Has::PASTE)
    .union(Has::SYNCHRONIZED)
    .union(Has::ITALIC)
    .union(Has::PANNING)
    .union(Has::MODE_REPORTS);

/// The Linux console: terminfo `linux` has neither `indn` nor `rin`, `smcup`, `sitm`, nor more than 8
/// `colors`. The manual page `console_codes`: strings are for its palette alone; 90 to 97 make the letters bold for good.
/// It reads UTF-8, but a font has 256 or 512 signs (`setfont`).
const LINUX: Has = RECENT.union(Has::GLYPHS).union(Has::BRIGHT);

/// VT220, VT320, VT420: terminfo `vt220` has no `indn`, `hpa`, `sitm`, `colors`; DEC EK-VT220-RM, chapter
/// 4. Their letters are 8 bits of DEC's own.
const VT220: Has = RECENT
    .union(Has::UTF8)
    .union(Has::GLYPHS)
    .union(Has::COLOURS)
    .union(Has::BRIGHT)
    .union(Has::DIRECT);

/// VT100 and VT102: terminfo `vt100` has no `ech`, `il`, `civis` either; DEC EK-VT100-UG, chapter 3.
const VT100: Has = VT220.union(Has::LINES).union(Has::ERASING).union(Has::HIDING);

/// Consoles of BSD before they read UTF-8: terminfo `wsvt25`, `pcvt25`, `pccon` have no `hpa`.
const WSCONS: Has = LINUX.union(Has::UTF8).union(Has::DIRECT);

/// Those that follow ECMA-48 and ANSI.SYS, but no VT100: terminfo `ansi`, `cons25`, `sun-color`, `mach`,
/// `minix`, `interix` have neither `csr` nor `rmam`, and most no `civis`; who prints what he does not know is asked
/// nothing.
const ANSI: Has = WSCONS
    .union(Has::REGION)
    .union(Has::MARGIN)
    .union(Has::HIDING)
    .union(Has::ERASING)
    .union(Has::REPORTS);

/// GNU screen: its manual, "Control Sequences", has SU, SD, ECH, CNL, CHA and VPA, but SGR 3 is standout
/// there and of OSC it knows titles. terminfo `screen` has neither `sitm`, `BE` nor `Ms`.
pub(super) const SCREEN: Has = Has::STRINGS
    .union(Has::PASTE)
    .union(Has::SYNCHRONIZED)
    .union(Has::ITALIC)
    .union(Has::MODE_REPORTS);

/// A terminal of another name: it is taken for a VT100 with colours, UTF-8 and a font, as everything is
/// that was built since.
const UNKNOWN: Has = RECENT.union(Has::LINES).union(Has::ERASING).union(Has::DIRECT);

/// By how names begin, before what is no letter, what those terminals lack. The first row that fits
/// counts.
const LACKS: &[(&[&str], Has)] = &[
    (&["linux"], LINUX),
    (&["screen"], SCREEN),
    // They have all of it, or pass over what they have not. xterm: ctlseqs; tmux: tmux(1) and its
    // terminfo extensions; the others follow xterm's ctlseqs and say so in their own documents.
    (
        &[
            "xterm",
            "tmux",
            "alacritty",
            "foot",
            "kitty",
            "vte",
            "gnome",
            "xfce",
            "mintty",
            "ms-terminal",
            "iterm",
            "iTerm",
            "wezterm",
            "contour",
            "rio",
            "ghostty",
            "mlterm",
            "hterm",
            "vscode",
            "domterm",
            "zutty",
            "terminator",
            "mosh",
        ],
        Has::empty(),
    ),
    // Konsole: terminfo `konsole` has no `Ms`. It printed of DECRQM once, and has no margins.
    (&["konsole"], Has::CLIPBOARD.union(Has::MODE_REPORTS)),
    // urxvt(7): OSC 8 and 52 are not in its list, nor are margins.
    (
        &["rxvt-unicode"],
        Has::HYPERLINKS.union(Has::CLIPBOARD).union(Has::SYNCHRONIZED).union(Has::MODE_REPORTS),
    ),
    // terminfo `rxvt`: no `indn`, `ech`, `sitm`, `BE`, `Ms`.
    (&["rxvt"], RECENT.difference(Has::ALTERNATE).union(Has::ERASING)),
    // st says "erresc: unknown str" of OSC 8 on standard error, and "unknown csi" of DECRQM.
    (&["st", "stterm"], Has::HYPERLINKS.union(Has::SYNCHRONIZED).union(Has::MODE_REPORTS)),
    // terminfo `putty`: no `sitm`, `Ms`; PuTTY's changes have OSC 8 nowhere, and no margins.
    (&["putty"], Has::STRINGS.union(Has::SYNCHRONIZED).union(Has::ITALIC).union(Has::MODE_REPORTS)),
    // terminfo `nsterm`, Apple's Terminal: no `indn`, `ech`, `BE`, `Ms`. Of DECRQM it prints the `p`.
    (
        &["nsterm", "Apple"],
        RECENT.difference(Has::ALTERNATE.union(Has::ITALIC)).union(Has::ERASING),
    ),
    // Emacs's own terminal, terminfo `eterm-color`: like a VT102 with colours, without `rmam`, `civis`.
    // Its term.el answers no DA1, and DSR 5 with where the cursor is.
    (
        &["eterm"],
        UNKNOWN
            .difference(Has::LINES)
            .union(Has::MARGIN)
            .union(Has::HIDING)
            .union(Has::BRIGHT)
            .union(Has::REPORTS),
    ),
    (&["vt2", "vt3", "vt4", "vt510", "vt520", "vt525"], VT220),
    (&["vt1"], VT100),
    (&["wsvt", "pcvt", "pccon"], WSCONS),
    (&["ansi", "pcansi", "cons", "sun-color", "mach-color", "minix", "interix", "scoansi"], ANSI),
    // terminfo `sun`, `mach`, `rcons`, `amiga`: the same without colours.
    (&["sun", "mach", "rcons", "amiga", "iris-ansi"], ANSI.union(Has::COLOURS)),
    // terminfo `cygwin`: no `csr`, `ech`, `rmam`, `civis`.
    (
        &["cygwin"],
        ANSI.difference(Has::UTF8.union(Has::GLYPHS).union(Has::ALTERNATE).union(Has::DIRECT)),
    ),
];

/// Names of terminals that do not know ECMA-48, or of none at all (terminfo, `cup`).
const OTHERS: &[&str] = &[
    "dumb", "unknown", "network", "dialup", "lpr", "emacs", "vt52", "stv52", "hp", "hpterm", "wy",
    "tvi", "adm", "minitel",
];

/// What the terminal of this name has; none if it does not know ECMA-48.
pub(super) fn look_up(term: &str) -> Option<Has> {
    let fits = |names: &[&str]| {
        let rests = names.iter().filter_map(|name| term.strip_prefix(name));
        let mut nexts = rests.map(|rest| rest.chars().next());
        nexts.any(|next| next.is_none_or(|next| !next.is_ascii_alphabetic()))
    };
    let row = LACKS.iter().find(|(names, _)| fits(names));
    match row {
        Some((_, lacks)) => Some(NAMED - *lacks),
        None if term.is_empty() || fits(OTHERS) => None,
        None => Some(NAMED - UNKNOWN),
    }
}
