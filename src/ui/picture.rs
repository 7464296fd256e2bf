//! The picture of who stands how to whom: names, and lines of dots between them.

use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::Marker;
use ratatui::widgets::Widget;
use ratatui::widgets::canvas::{Canvas, Points};

use crate::app::{Edge, LegendLine, Picture, Vertex};
use crate::desk::{Area, Pane};
use crate::model::{Target, Tone};
use crate::text::Link;
use crate::theme::Scope;

use super::pen::{Pen, rect};

/// Dots of a cell.
const DOTS: (u16, u16) = (2, 4);

/// Draws a picture into the body of a view. The name that the cursor of `pane` is on stands out
/// with its lines, and so does the one that the chosen link leads to.
pub(super) fn draw(picture: &Picture, pane: &Pane, body: Area, pen: &mut Pen) {
    let area = Area { x: body.x + 2, width: picture.width, height: picture.height, ..body };
    let here = pane.cursor().item;
    let (near, far): (Vec<_>, Vec<_>) =
        picture.edges.iter().partition(|edge| edge.ends.0 == here || edge.ends.1 == here);
    lines(picture, &far, area, Modifier::empty(), pen);
    lines(picture, &near, area, Modifier::BOLD, pen);
    let tied = |at: usize| near.iter().any(|edge| edge.ends.0 == at || edge.ends.1 == at);
    let chosen = match pane.link() {
        Some(Link::To(Target::Actor(at))) => Some(*at),
        _ => None,
    };
    for (at, vertex) in picture.vertices.iter().enumerate() {
        let scope = if tied(at) || at == here { Scope::Strong } else { Scope::Text };
        let mut style = pen.theme.style(scope);
        if at == here || chosen == Some(vertex.actor) {
            style = pen.theme.chosen(style);
        }
        name(vertex, area, style, pen);
        if at == here {
            pen.read_at(area.x + vertex.x, area.y + vertex.y);
        }
    }
    legend(picture, area, pen);
}

/// A name with a blank on both sides, which the lines end at.
fn name(vertex: &Vertex, area: Area, style: Style, pen: &mut Pen) {
    let (x, y) = (area.x + vertex.x, area.y + vertex.y);
    pen.text(x.saturating_sub(1), y, 1, " ", Scope::Text);
    let end = pen.styled(x, y, vertex.width, &vertex.name, style);
    pen.text(end, y, 1, " ", Scope::Text);
}

fn lines(picture: &Picture, edges: &[&Edge], area: Area, weight: Modifier, pen: &mut Pen) {
    for tone in Tone::ALL.iter().map(|(tone, _)| Some(*tone)).chain([None]) {
        let ends = edges.iter().filter(|edge| edge.tone == tone).filter_map(|edge| {
            Some((
                middle(picture.vertices.get(edge.ends.0)?),
                middle(picture.vertices.get(edge.ends.1)?),
            ))
        });
        let ends: Vec<_> = ends.collect();
        let dots: Vec<_> = ends.iter().flat_map(|(from, to)| dotted(tone, *from, *to)).collect();
        paint(&dots, tone, area, weight, pen);
        for ((x, y), (to_x, to_y)) in ends {
            let half = |from: u16, to: u16, dots: u16| u16::midpoint(from, to) / dots;
            let at = (area.x + half(x, to_x, DOTS.0), area.y + half(y, to_y, DOTS.1));
            cross(tone, at, weight, pen);
        }
    }
}

/// The cross in the middle of a line between enemies.
fn cross(tone: Option<Tone>, (x, y): (u16, u16), weight: Modifier, pen: &mut Pen) {
    if tone == Some(Tone::Adversary) {
        let style = line_style(tone, weight, pen);
        pen.styled(x, y, 1, "╳", style);
    }
}

/// Below the picture, each kind of line with what it means.
fn legend(picture: &Picture, area: Area, pen: &mut Pen) {
    for line in &picture.legend {
        let (x, y) = (area.x + line.x, area.y + area.height + 1 + line.y);
        let row = Area { x, y, width: LegendLine::WIDTH, height: 1 };
        let dots = dotted(line.tone, (0, 1), (LegendLine::WIDTH * DOTS.0 - 1, 1));
        paint(&dots, line.tone, row, Modifier::empty(), pen);
        cross(line.tone, (x + LegendLine::WIDTH / 2, y), Modifier::empty(), pen);
        pen.text(x + LegendLine::WIDTH + 1, y, area.width - line.x, line.words, Scope::Dim);
    }
}

/// Paints dots, given from the top left corner of `area`. Those of one kind at a time: a cell has
/// one style.
fn paint(dots: &[(f64, f64)], tone: Option<Tone>, area: Area, weight: Modifier, pen: &mut Pen) {
    if dots.is_empty() {
        return;
    }
    let style = line_style(tone, weight, pen);
    let (right, bottom) = (f64::from(area.width * DOTS.0 - 1), f64::from(area.height * DOTS.1 - 1));
    let points: Vec<_> = dots.iter().map(|(x, y)| (*x, bottom - y)).collect();
    let canvas = Canvas::default()
        .marker(Marker::Braille)
        .x_bounds([0.0, right])
        .y_bounds([0.0, bottom])
        .paint(|context| {
            context.draw(&Points { coords: &points, color: style.fg.unwrap_or(Color::Reset) });
        });
    let within = rect(area).intersection(pen.buffer.area);
    // On a sheet of its own: lines of one kind do not take the colour of another.
    let mut sheet = ratatui::buffer::Buffer::empty(Rect { x: 0, y: 0, ..within });
    canvas.render(sheet.area, &mut sheet);
    for y in 0..within.height {
        for x in 0..within.width {
            let Some(symbol) = sheet.cell((x, y)).map(ratatui::buffer::Cell::symbol) else {
                continue;
            };
            if symbol.chars().all(|c| c == ' ' || c == '\u{2800}') {
                continue;
            }
            let (x, y) = (within.x + x, within.y + y);
            if let Some(cell) = pen.buffer.cell_mut((x, y)) {
                cell.set_symbol(symbol).set_style(Style::reset().patch(style));
            }
        }
    }
}

/// The style of a line: the colour of its kind, and a weight.
fn line_style(tone: Option<Tone>, weight: Modifier, pen: &Pen) -> Style {
    let style = pen.theme.style(scope(tone)).remove_modifier(Modifier::UNDERLINED);
    style.remove_modifier(Modifier::BOLD).add_modifier(weight)
}

/// The dots of a line in the pattern of its kind: double for allies, whole for partners, dotted,
/// dashed, and dash-dot for enemies.
fn dotted(tone: Option<Tone>, from: (u16, u16), to: (u16, u16)) -> Vec<(f64, f64)> {
    let [from, to] = [from, to].map(|(x, y)| (f64::from(x), f64::from(y)));
    let (across, down) = (to.0 - from.0, to.1 - from.1);
    let steps = across.abs().max(down.abs()).max(1.0);
    let (on, off): (u32, u32) = match tone {
        Some(Tone::Ally | Tone::Partner) => (1, 0),
        Some(Tone::Neutral) => (1, 2),
        Some(Tone::Strained) => (4, 3),
        Some(Tone::Adversary) => (5, 5),
        None => (1, 5),
    };
    let double = tone == Some(Tone::Ally);
    let mut dots = Vec::new();
    for step in (0..).take_while(|step| f64::from(*step) <= steps) {
        let part = f64::from(step) / steps;
        let (x, y) = (from.0 + across * part, from.1 + down * part);
        let phase = step % (on + off);
        // The dot in the gap of a dash-dot line.
        let dot = tone == Some(Tone::Adversary) && phase == on + 2;
        if phase < on || dot {
            dots.push((x, y));
        }
        if double {
            dots.push(if across.abs() > down.abs() { (x, y + 1.0) } else { (x + 1.0, y) });
        }
    }
    dots
}

/// The middle of a name, in dots.
fn middle(vertex: &Vertex) -> (u16, u16) {
    (vertex.x * DOTS.0 + vertex.width, vertex.y * DOTS.1 + 1)
}

/// The scope that a kind of relation is drawn in; its words and its pattern say the same.
fn scope(tone: Option<Tone>) -> Scope {
    match tone {
        Some(Tone::Ally) => Scope::Actor,
        Some(Tone::Partner) => Scope::Link,
        Some(Tone::Strained) => Scope::Note,
        Some(Tone::Adversary) => Scope::Warning,
        Some(Tone::Neutral) | None => Scope::Dim,
    }
}
