//! The picture of all states and persons: where their names stand, and which are tied.

use std::collections::HashSet;

use crate::desk::Area;
use crate::model::{ActorIx, Tone};
use crate::text::{Glyphs, columns, fit};

use super::super::super::words;
use super::super::Scene;
use super::bond::{self, Bond, TONES};
use super::force::{self, Point};

/// The smallest room that a picture has, in columns and rows.
const SMALLEST: (usize, usize) = (100, 26);
/// The most names in a picture.
const MOST: usize = 60;
/// Columns of margin, and between the picture and the words beside it.
const BETWEEN: u16 = 7;
/// The widest name, in columns.
const WIDEST: usize = 20;

/// States and persons with the edges between them, in columns and rows from the picture's corner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Columns, those of the words beside it not counted.
    pub width: u16,
    /// Rows, those of the lines' meaning not counted.
    pub height: u16,
    /// The names, those with the most edges first.
    pub vertices: Vec<Vertex>,
    /// The edges between them.
    pub edges: Vec<Edge>,
    /// What the lines mean, in the last rows of the view.
    pub legend: Vec<LegendLine>,
    pub(super) left_out: usize,
    /// The room that it was made for.
    pub(super) room: (usize, usize),
}

/// A name in the picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vertex {
    /// Whose it is.
    pub actor: ActorIx,
    /// The name, shortened where it is long.
    pub name: String,
    /// Its first column.
    pub x: u16,
    /// Its row.
    pub y: u16,
    /// Its columns.
    pub width: u16,
}

/// A line between two names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edge {
    /// The numbers of the names.
    pub ends: (usize, usize),
    /// In what spirit.
    pub tone: Option<Tone>,
}

/// A kind of line, and where it is explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LegendLine {
    /// What it stands for.
    pub tone: Option<Tone>,
    /// The same in a word.
    pub words: &'static str,
    /// Where the line begins, in columns.
    pub x: u16,
    /// Its row, counted from the first of them.
    pub y: u16,
}

impl LegendLine {
    /// The columns of a line in the legend.
    pub const WIDTH: u16 = 5;
}

/// Whether a picture can be seen: there is somebody to show and room for it, and the terminal has
/// the dots.
pub(super) fn has_room(scene: &Scene) -> bool {
    let (width, height) = scene.room;
    let room = width >= SMALLEST.0 && height >= SMALLEST.1;
    room && *scene.setting.glyphs == Glyphs::UNICODE
        && bond::shown(scene.setting.briefing).next().is_some()
}

impl Picture {
    /// The picture of `bonds` for the room of a view.
    pub(super) fn new(scene: &Scene, bonds: &[Bond]) -> Self {
        let briefing = scene.setting.briefing;
        let [room_width, room_height] =
            [scene.room.0, scene.room.1].map(|room| u16::try_from(room).unwrap_or(u16::MAX));
        let width = room_width.saturating_sub(column(room_width) + BETWEEN);
        let legend = legend(bonds, width);
        // Below it are a blank row and what the lines mean.
        let below = legend.last().map_or(0, |last| last.y + 2);
        let height = room_height.saturating_sub(below);
        let mut actors: Vec<_> = bond::shown(briefing).map(|at| (at, 0_usize)).collect();
        for bond in bonds.iter().filter(|bond| bond.one != bond.other) {
            for end in [bond.one, bond.other] {
                // They are in the order of their numbers.
                if let Ok(at) = actors.binary_search_by_key(&end, |(actor, _)| *actor) {
                    actors[at].1 += 1;
                }
            }
        }
        actors.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
        let all = actors.len();
        let mut room = usize::from(width) * usize::from(height);
        let names = actors.into_iter().take(MOST).map_while(|(actor, _)| {
            let name = fit(&briefing.actor(actor).name, WIDEST, scene.setting.glyphs.ellipsis);
            // With the lines between them, names are to take no more than a third of it.
            room = room.checked_sub((columns(&name) + 3) * 3)?;
            Some((actor, name.into_owned()))
        });
        let names: Vec<_> = names.collect();
        let edges = edges(&names, bonds);
        let vertices = place(names, &edges, width, height);
        let left_out = all - vertices.len();
        Self { width, height, vertices, edges, legend, left_out, room: scene.room }
    }

    /// Where the words stand beside it, in the body of the screen.
    pub(super) fn beside(&self, body: Area) -> Area {
        let width = body.width.saturating_sub(self.width + BETWEEN);
        let x = body.x + body.width.saturating_sub(width + 1);
        Area { x, width, ..body }
    }
}

/// The columns of the words beside the picture, in a view of so many.
fn column(width: u16) -> u16 {
    (width / 3).clamp(34, 48)
}

/// One line for each pair of which both are among `names`.
fn edges(names: &[(ActorIx, String)], bonds: &[Bond]) -> Vec<Edge> {
    let mut seen = HashSet::new();
    let number = |actor: ActorIx| names.iter().position(|(other, _)| *other == actor);
    let edges = bonds.iter().filter(|bond| bond.one != bond.other).filter_map(|bond| {
        let ends = (number(bond.one)?, number(bond.other)?);
        seen.insert(ends).then_some(Edge { ends, tone: bond.tone })
    });
    edges.collect()
}

/// The kinds of line that there are, in rows of at most `width` columns.
fn legend(bonds: &[Bond], width: u16) -> Vec<LegendLine> {
    let (mut x, mut y) = (0, 0);
    let drawn =
        |tone: &Option<Tone>| bonds.iter().any(|bond| bond.one != bond.other && bond.tone == *tone);
    let tones = TONES.into_iter().filter(drawn);
    let legend = tones.map(|tone| {
        let words = tone.map_or(words::NO_TONE, Tone::words);
        let columns = LegendLine::WIDTH + 1 + u16::try_from(columns(words)).unwrap_or(0);
        if x + columns > width {
            (x, y) = (0, y + 1);
        }
        let line = LegendLine { tone, words, x, y };
        x += columns + 3;
        line
    });
    legend.collect()
}

/// Finds each name its place: near to where its edges draw it, and clear of all others.
fn place(names: Vec<(ActorIx, String)>, edges: &[Edge], width: u16, height: u16) -> Vec<Vertex> {
    let mut neighbours = vec![Vec::new(); names.len()];
    for Edge { ends: (one, other), tone } in edges {
        neighbours[*one].push((*other, *tone));
        neighbours[*other].push((*one, *tone));
    }
    let points = force::spread(&neighbours);
    let across = even(&points, |point| point.x);
    let down = even(&points, |point| point.y);
    let mut vertices: Vec<Vertex> = Vec::new();
    for ((actor, name), (x, y)) in names.into_iter().zip(across.into_iter().zip(down)) {
        let columns = u16::try_from(columns(&name)).unwrap_or(0);
        let x = part(x, width.saturating_sub(columns));
        let y = part(y, height.saturating_sub(1));
        let wish = Vertex { actor, name, x, y, width: columns };
        let (x, y) = nearest_free(&wish, &vertices, width, height).unwrap_or((x, y));
        vertices.push(Vertex { x, y, ..wish });
    }
    vertices
}

/// The places of `points` along one side, from 0 to 1: half where they are, half by their order,
/// so that a crowd has room and what stands apart does not take it.
fn even(points: &[Point], side: impl Fn(&Point) -> f64) -> Vec<f64> {
    let mut order: Vec<(usize, f64)> = points.iter().map(side).enumerate().collect();
    order.sort_by(|(_, a), (_, b)| a.total_cmp(b));
    let [first, last] = [order.first(), order.last()].map(|end| end.map_or(0.0, |(_, at)| *at));
    let steps = f64::from(u32::try_from(points.len().saturating_sub(1).max(1)).unwrap_or(u32::MAX));
    let mut even = vec![0.5; points.len()];
    for ((number, at), step) in order.into_iter().zip(0_u32..) {
        let here = (at - first) / (last - first).max(0.001);
        even[number] = f64::midpoint(here, f64::from(step) / steps);
    }
    even
}

/// `part` of `whole`, in whole columns or rows.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it lies between 0 and `whole`"
)]
fn part(part: f64, whole: u16) -> u16 {
    (part.clamp(0.0, 1.0) * f64::from(whole)).round() as u16
}

/// The free place nearest to the one that is wished for: two columns from the names in its row, and
/// not right above or below one, if that can be had nearby.
fn nearest_free(wish: &Vertex, taken: &[Vertex], width: u16, height: u16) -> Option<(u16, u16)> {
    let last = width.checked_sub(wish.width)?;
    let around = taken.iter().flat_map(|vertex| {
        [Some(vertex.x + vertex.width + 2), vertex.x.checked_sub(wish.width + 2)]
            .into_iter()
            .flatten()
    });
    let columns: Vec<u16> = around.chain([wish.x]).filter(|x| *x <= last).collect();
    let meets =
        |x: u16, vertex: &Vertex| x < vertex.x + vertex.width + 2 && vertex.x < x + wish.width + 2;
    let cost = |x: u16, y: u16| {
        let mut near = taken.iter().filter(|vertex| vertex.y.abs_diff(y) <= 1 && meets(x, vertex));
        let touching = near.try_fold(0, |sum, vertex| (vertex.y != y).then_some(sum + 1));
        Some(x.abs_diff(wish.x) + 3 * y.abs_diff(wish.y) + 12 * touching?)
    };
    let mut best: Option<(u16, (u16, u16))> = None;
    for far in 0..height {
        if best.is_some_and(|(cost, _)| cost <= 3 * far) {
            break;
        }
        let rows = [wish.y.checked_sub(far), wish.y.checked_add(far)];
        for y in rows.into_iter().flatten().filter(|y| *y < height) {
            let places = columns.iter().filter_map(|x| Some((cost(*x, y)?, (*x, y))));
            best = places.chain(best).min();
        }
    }
    best.map(|(_, place)| place)
}
