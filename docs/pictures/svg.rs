//! A screen as an SVG picture: cell by cell, in whatever monospace font the viewer has.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use attache::text::columns;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

/// Red, green and blue.
pub(crate) type Rgb = [u8; 3];

/// The colours that a terminal has of its own.
#[derive(Clone, Copy)]
pub(crate) struct Page {
    pub(crate) ink: Rgb,
    pub(crate) paper: Rgb,
}

/// The size of a cell in pixels: that of most monospace fonts at 14 pixels.
const WIDTH: f64 = 8.43;
const HEIGHT: f64 = 17.0;
/// From the top of a cell to the foot of its letters.
const BASELINE: f64 = 13.0;
/// From the edge of the picture to the screen.
const PADDING: f64 = 14.0;
const FONTS: &str = "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace";

/// Draws a screen. `title` is for those who cannot see it.
pub(crate) fn svg(buffer: &Buffer, title: &str, page: Page) -> String {
    let (columns, rows) = (buffer.area.width, buffer.area.height);
    let width = f64::from(columns) * WIDTH + 2.0 * PADDING;
    let height = f64::from(rows) * HEIGHT + 2.0 * PADDING;
    let (ink, paper) = (hex(page.ink), hex(page.paper));
    let edge = hex(mix(page.ink, page.paper, 0.2));
    let (w, h, pad, title) = (px(width), px(height), px(PADDING), escape(title));
    let (inner_w, inner_h) = (px(width - 1.0), px(height - 1.0));
    let mut out = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}" role="img">
<title>{title}</title>
<rect x="0.5" y="0.5" width="{inner_w}" height="{inner_h}" rx="8" fill="{paper}" stroke="{edge}"/>
<g transform="translate({pad} {pad})" font-family="{FONTS}" font-size="14" fill="{ink}" xml:space="preserve">
"#
    );
    for (color, path) in fills(buffer, page) {
        let _ = writeln!(out, r#"<path fill="{}" d="{path}"/>"#, hex(color));
    }
    for y in 0..rows {
        words(buffer, y, page, &mut out);
    }
    out.push_str("</g>\n</svg>\n");
    out
}

/// How a cell looks.
#[derive(Clone, Copy, PartialEq)]
struct Look {
    ink: Rgb,
    ground: Option<Rgb>,
    modifiers: Modifier,
}

fn look(cell: &Cell, page: Page) -> Look {
    let own = |color| match color {
        Color::Rgb(r, g, b) => Some([r, g, b]),
        _ => None,
    };
    let mut look = Look {
        ink: own(cell.fg).unwrap_or(page.ink),
        ground: own(cell.bg),
        modifiers: cell.modifier & (Modifier::BOLD | Modifier::ITALIC | Modifier::UNDERLINED),
    };
    if cell.modifier.contains(Modifier::DIM) {
        look.ink = mix(look.ink, page.paper, 0.62);
    }
    if cell.modifier.contains(Modifier::REVERSED) {
        (look.ink, look.ground) = (look.ground.unwrap_or(page.paper), Some(look.ink));
    }
    look
}

/// Writes the words of a row: one element for each run that looks the same.
fn words(buffer: &Buffer, y: u16, page: Page, out: &mut String) {
    let mut x = 0;
    while x < buffer.area.width {
        let (start, style) = (x, look(&buffer[(x, y)], page));
        let mut run = String::new();
        while x < buffer.area.width && look(&buffer[(x, y)], page) == style {
            let symbol = buffer[(x, y)].symbol();
            if !run.is_empty() && (strange(symbol) || strange(&run)) {
                break;
            }
            run.push_str(if shape(symbol).is_some() { " " } else { symbol });
            x += u16::try_from(columns(symbol).max(1)).unwrap_or(1);
        }
        element(start, y, &run, style, page, out);
    }
}

/// Whether a character may come from another font, which has other widths: it goes alone, and
/// is made to fit.
fn strange(words: &str) -> bool {
    words.chars().any(|c| c >= '\u{2100}')
}

fn element(x: u16, y: u16, run: &str, look: Look, page: Page, out: &mut String) {
    let words = run.trim_end();
    let blanks = columns(words) - columns(words.trim_start());
    let words = words.trim_start();
    if words.is_empty() {
        return;
    }
    let x = px((f64::from(x) + count(blanks)) * WIDTH);
    let y = px(f64::from(y) * HEIGHT + BASELINE);
    let _ = write!(out, r#"<text x="{x}" y="{y}""#);
    let wide = columns(words);
    if wide > 1 || strange(words) {
        let _ = write!(out, r#" textLength="{}""#, px(count(wide) * WIDTH));
    }
    if strange(words) {
        out.push_str(r#" lengthAdjust="spacingAndGlyphs""#);
    }
    if look.ink != page.ink {
        let _ = write!(out, r#" fill="{}""#, hex(look.ink));
    }
    for (modifier, attribute) in [
        (Modifier::BOLD, r#" font-weight="bold""#),
        (Modifier::ITALIC, r#" font-style="italic""#),
        (Modifier::UNDERLINED, r#" text-decoration="underline""#),
    ] {
        out.push_str(if look.modifiers.contains(modifier) { attribute } else { "" });
    }
    let _ = writeln!(out, ">{}</text>", escape(words));
}

/// The strokes of a character that is drawn as a shape, so that it joins its neighbours.
#[derive(Clone, Copy)]
struct Shape {
    /// Where they go from the middle: left, right, up, down.
    strokes: &'static str,
    /// Where the upright stroke begins and how wide it is, in cells.
    upright: (f64, f64),
}

/// The shape of a rule, a corner or a bar.
fn shape(symbol: &str) -> Option<Shape> {
    let thin = (0.5 - 0.5 / WIDTH, 1.0 / WIDTH);
    let (strokes, upright) = match symbol {
        "─" => ("lr", thin),
        "│" => ("ud", thin),
        "┌" => ("rd", thin),
        "┐" => ("ld", thin),
        "└" => ("ru", thin),
        "┘" => ("lu", thin),
        "├" => ("rud", thin),
        "┤" => ("lud", thin),
        "┬" => ("lrd", thin),
        "┴" => ("lru", thin),
        "┼" => ("lrud", thin),
        "┃" => ("ud", (0.4, 0.25)),
        "▎" => ("ud", (0.0, 0.25)),
        "▍" => ("ud", (0.0, 0.375)),
        "▌" => ("ud", (0.0, 0.5)),
        "█" => ("ud", (0.0, 1.0)),
        _ => return None,
    };
    Some(Shape { strokes, upright })
}

/// What is filled, by colour: first the grounds, then the strokes on them.
fn fills(buffer: &Buffer, page: Page) -> impl Iterator<Item = (Rgb, String)> {
    let (mut below, mut above) = (BTreeMap::new(), BTreeMap::new());
    let area = buffer.area;
    let cell = |x, y| {
        let cell = &buffer[(x, y)];
        (look(cell, page), shape(cell.symbol()))
    };
    for y in 0..area.height {
        let top = f64::from(y) * HEIGHT;
        let grounds = (0..area.width).map(|x| cell(x, y).0.ground);
        for (start, length, color) in spans(grounds) {
            fill(&mut below, color, [start * WIDTH, top, length * WIDTH, HEIGHT]);
        }
        let strokes = (0..area.width).flat_map(|x| {
            let (look, shape) = cell(x, y);
            ['l', 'r'].map(|to| shape.filter(|shape| shape.strokes.contains(to)).map(|_| look.ink))
        });
        let half = WIDTH / 2.0;
        for (start, length, color) in spans(strokes) {
            fill(&mut above, color, [start * half, top + 8.0, length * half, 1.0]);
        }
    }
    for x in 0..area.width {
        let strokes = (0..area.height).flat_map(|y| {
            let (look, shape) = cell(x, y);
            ['u', 'd'].map(|to| {
                let shape = shape.filter(|shape| shape.strokes.contains(to))?;
                Some((look.ink, shape.upright))
            })
        });
        let half = HEIGHT / 2.0;
        for (start, length, (color, (from, wide))) in spans(strokes) {
            let left = (f64::from(x) + from) * WIDTH;
            fill(&mut above, color, [left, start * half, wide * WIDTH, length * half]);
        }
    }
    below.into_iter().chain(above)
}

/// The runs of equal values: where each begins, how long it is, and its value.
fn spans<T: Copy + PartialEq>(values: impl Iterator<Item = Option<T>>) -> Vec<(f64, f64, T)> {
    let values: Vec<_> = values.collect();
    let mut start = 0;
    let mut found = Vec::new();
    for run in values.chunk_by(PartialEq::eq) {
        found.extend(run[0].map(|value| (count(start), count(run.len()), value)));
        start += run.len();
    }
    found
}

fn fill(paths: &mut BTreeMap<Rgb, String>, color: Rgb, [x, y, width, height]: [f64; 4]) {
    let [x, y, width, height] = [x, y, width, height].map(px);
    let path = paths.entry(color).or_default();
    let _ = write!(path, "M{x} {y}h{width}v{height}h-{width}z");
}

fn count(cells: usize) -> f64 {
    f64::from(u32::try_from(cells).unwrap_or(u32::MAX))
}

/// A length, to a hundredth of a pixel.
fn px(length: f64) -> String {
    let digits = format!("{length:.2}");
    digits.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn hex([r, g, b]: Rgb) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// So much of `ink`, the rest of `paper`.
fn mix(ink: Rgb, paper: Rgb, part: f64) -> Rgb {
    let mut mixed = paper;
    for (paper, ink) in mixed.iter_mut().zip(ink) {
        let value = f64::from(ink) * part + f64::from(*paper) * (1.0 - part);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 255")]
        (*paper = value.round() as u8);
    }
    mixed
}

fn escape(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
