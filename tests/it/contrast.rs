//! Every style of every theme can be read (WCAG 2.2, 1.4.3: 4.5:1 at least), on the backgrounds that the theme
//! is for and at every depth.

#![allow(clippy::expect_used, reason = "a test that cannot go on shall stop")]

use attache::theme::{Depth, Name, Scope, Theme};
use ratatui::style::{Color, Modifier, Style};

use crate::paint::SIXTEEN;

/// A colour as 24 bits.
type Rgb = u32;

const LEAST: f64 = 4.5;

/// Black, and the backgrounds of Catppuccin Mocha, Solarized Dark, One Dark and Tango.
const DARK: [Rgb; 5] = [0x00_0000, 0x1e_1e2e, 0x00_2b36, 0x28_2c34, 0x2e_3436];

/// White, and the backgrounds of One Light, Solarized Light and Gruvbox's hard light one.
const LIGHT: [Rgb; 4] = [0xff_ffff, 0xfa_fafa, 0xfd_f6e3, 0xf9_f5d7];

/// What terminals show for the sixteen. Not here is Solarized, which has greys in the place of bright
/// colours: with its palette no choice among the sixteen can be read on both of its backgrounds.
const PALETTES: [(&str, [Rgb; 16]); 8] = [
    // XTerm-col.ad of xterm's sources.
    (
        "xterm",
        [
            0x00_0000, 0xcd_0000, 0x00_cd00, 0xcd_cd00, 0x00_00ee, 0xcd_00cd, 0x00_cdcd, 0xe5_e5e5,
            0x7f_7f7f, 0xff_0000, 0x00_ff00, 0xff_ff00, 0x5c_5cff, 0xff_00ff, 0x00_ffff, 0xff_ffff,
        ],
    ),
    // drivers/tty/vt/vt.c of the Linux kernel, default_red, default_grn, default_blu.
    (
        "Linux console",
        [
            0x00_0000, 0xaa_0000, 0x00_aa00, 0xaa_5500, 0x00_00aa, 0xaa_00aa, 0x00_aaaa, 0xaa_aaaa,
            0x55_5555, 0xff_5555, 0x55_ff55, 0xff_ff55, 0x55_55ff, 0xff_55ff, 0x55_ffff, 0xff_ffff,
        ],
    ),
    // "Campbell" of Windows Terminal's documentation, Color schemes.
    (
        "Windows Terminal",
        [
            0x0c_0c0c, 0xc5_0f1f, 0x13_a10e, 0xc1_9c00, 0x00_37da, 0x88_1798, 0x3a_96dd, 0xcc_cccc,
            0x76_7676, 0xe7_4856, 0x16_c60c, 0xf9_f1a5, 0x3b_78ff, 0xb4_009e, 0x61_d6d6, 0xf2_f2f2,
        ],
    ),
    // The console before it, in Wikipedia's table of ANSI colours ("Windows XP").
    (
        "Windows console",
        [
            0x00_0000, 0x80_0000, 0x00_8000, 0x80_8000, 0x00_0080, 0x80_0080, 0x00_8080, 0xc0_c0c0,
            0x80_8080, 0xff_0000, 0x00_ff00, 0xff_ff00, 0x00_00ff, 0xff_00ff, 0x00_ffff, 0xff_ffff,
        ],
    ),
    // The profile Basic, as mbadolato/iTerm2-Color-Schemes has it ("Terminal Basic").
    (
        "macOS Terminal",
        [
            0x00_0000, 0x99_0000, 0x00_a600, 0x99_9900, 0x00_00b2, 0xb2_00b2, 0x00_a6b2, 0xbf_bfbf,
            0x66_6666, 0xe5_0000, 0x00_d900, 0xe5_e500, 0x00_00ff, 0xe5_00e5, 0x00_e5e5, 0xe5_e5e5,
        ],
    ),
    // terminal-preferences.c of GNOME Terminal: Tango, and its own.
    (
        "Tango",
        [
            0x2e_3436, 0xcc_0000, 0x4e_9a06, 0xc4_a000, 0x34_65a4, 0x75_507b, 0x06_989a, 0xd3_d7cf,
            0x55_5753, 0xef_2929, 0x8a_e234, 0xfc_e94f, 0x72_9fcf, 0xad_7fa8, 0x34_e2e2, 0xee_eeec,
        ],
    ),
    (
        "GNOME",
        [
            0x17_1421, 0xc0_1c28, 0x26_a269, 0xa2_734c, 0x12_488b, 0xa3_47ba, 0x2a_a1b3, 0xd0_cfcc,
            0x5e_5c64, 0xf6_6151, 0x33_da7a, 0xe9_ad0c, 0x2a_7bde, 0xc0_61cb, 0x33_c7de, 0xff_ffff,
        ],
    ),
    // windows/config.c of PuTTY's sources.
    (
        "PuTTY",
        [
            0x00_0000, 0xbb_0000, 0x00_bb00, 0xbb_bb00, 0x00_00bb, 0xbb_00bb, 0x00_bbbb, 0xbb_bbbb,
            0x55_5555, 0xff_5555, 0x55_ff55, 0xff_ff55, 0x55_55ff, 0xff_55ff, 0x55_ffff, 0xff_ffff,
        ],
    ),
];

/// Relative luminance (WCAG 2.2).
fn luminance(rgb: Rgb) -> f64 {
    let [_, r, g, b] = rgb.to_be_bytes().map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// Contrast ratio (WCAG 2.2).
fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The colour of one of xterm's 256 above the sixteen (256colres.pl of xterm's sources).
fn indexed(index: u8) -> Rgb {
    let index = u32::from(index);
    if index >= 232 {
        return (8 + 10 * (index - 232)) * 0x01_0101;
    }
    let level = |part: u32| if part == 0 { 0 } else { 55 + 40 * part };
    let cube = index - 16;
    level(cube / 36) << 16 | level(cube / 6 % 6) << 8 | level(cube % 6)
}

fn of_sixteen(colour: Color) -> usize {
    SIXTEEN.iter().position(|name| *name == colour).expect("one of the sixteen")
}

/// The colours that a style's letters may have on one of these terminals. Its own colour, on its own
/// background, is the terminal's care.
fn shown(style: Style) -> Vec<Rgb> {
    match style.fg {
        None => Vec::new(),
        Some(Color::Rgb(r, g, b)) => vec![u32::from_be_bytes([0, r, g, b])],
        Some(Color::Indexed(index)) => vec![indexed(index)],
        Some(colour) => {
            let at = of_sixteen(colour);
            // Half of the terminals show bold letters bright, and the others do not.
            let bright = (at < 8 && style.add_modifier.contains(Modifier::BOLD)).then_some(at + 8);
            let both = PALETTES.iter().flat_map(|(_, palette)| {
                [Some(at), bright].into_iter().flatten().map(|at| palette[at])
            });
            both.collect()
        }
    }
}

/// Every style that a theme gives, with its name.
fn styles(theme: &Theme) -> Vec<(String, Style)> {
    let mut styles = Vec::new();
    for (scope, role, _) in Scope::ALL {
        let plain = theme.style(*scope);
        for (face, style) in [
            ("", plain),
            (", bold", theme.bold(plain)),
            (", found", theme.found(plain)),
            (", found here", theme.found_here(plain)),
            (", lit", theme.lit(plain)),
            (", lit and found", theme.found(theme.lit(plain))),
            (", chosen", theme.chosen(plain)),
            (", lit and chosen", theme.chosen(theme.lit(plain))),
        ] {
            styles.push((format!("{role}{face}"), style));
        }
    }
    styles.push(("picked".to_owned(), theme.picked()));
    styles.push(("link hint".to_owned(), theme.link_hint()));
    styles
}

#[test]
fn every_style_can_be_read() {
    for (name, backgrounds) in [(Name::Dark, &DARK[..]), (Name::Light, &LIGHT[..])] {
        for depth in [Depth::Sixteen, Depth::Indexed, Depth::True] {
            for (what, style) in styles(&Theme::new(name, depth, true)) {
                // Reversed, the two are the same two.
                assert!(
                    !style.add_modifier.contains(Modifier::DIM),
                    "{what}: nobody knows how faint"
                );
                assert_eq!(style.bg, None, "{what}");
                for (colour, on) in shown(style)
                    .into_iter()
                    .flat_map(|rgb| backgrounds.iter().map(move |on| (rgb, *on)))
                {
                    let ratio = contrast(colour, on);
                    assert!(
                        ratio >= LEAST,
                        "{name:?} {depth:?} {what}: {colour:06x} on {on:06x}: {ratio:.2}"
                    );
                }
            }
        }
    }
}

/// The kernel's console (`build_attr` in drivers/tty/vt/vt.c): underlined letters are cyan, bold ones
/// bright; reversed, the two colours change places, but not what is bright.
#[test]
fn every_style_can_be_read_on_a_text_console() {
    let (_, palette) = PALETTES[1];
    let depths = [Depth::Eight, Depth::Mono];
    for (name, depth) in [Name::Dark, Name::Light, Name::Mono]
        .into_iter()
        .flat_map(|name| depths.map(|depth| (name, depth)))
    {
        for (what, style) in styles(&Theme::new(name, depth, false)) {
            let has = |modifier| style.add_modifier.contains(modifier);
            let (text, background) = if name == Name::Light { (0, 15) } else { (7, 0) };
            let colour = match style.fg {
                _ if has(Modifier::UNDERLINED) && name != Name::Light => 6,
                Some(colour) => of_sixteen(colour),
                None => text,
            };
            assert!(colour < 8, "{what}: SGR 90 to 97 leave the letters bold");
            let (mut front, mut back) = (colour, background);
            if has(Modifier::REVERSED) {
                (front, back) = (back, front);
            }
            if has(Modifier::BOLD) {
                front ^= 8;
            }
            let ratio = contrast(palette[front], palette[back]);
            assert!(ratio >= LEAST, "{name:?} {what}: {front} on {back}: {ratio:.2}");
        }
    }
}

#[test]
fn without_colour_there_is_none() {
    for theme in
        [Theme::new(Name::Mono, Depth::True, true), Theme::new(Name::Light, Depth::Mono, true)]
    {
        for (what, style) in styles(&theme) {
            assert_eq!((style.fg, style.bg), (None, None), "{what}");
            assert!(!style.add_modifier.contains(Modifier::DIM), "{what}");
        }
    }
}

#[test]
fn contrast_is_that_of_the_standard() {
    let check = |one, other, expected: f64| {
        let ratio = contrast(one, other);
        assert!((ratio - expected).abs() < 0.01, "{ratio}");
    };
    check(0x00_0000, 0xff_ffff, 21.0);
    check(0xff_ffff, 0xff_ffff, 1.0);
    // The grey that just passes on white.
    check(0x76_7676, 0xff_ffff, 4.54);
}
