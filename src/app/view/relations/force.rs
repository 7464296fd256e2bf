//! Where points come to rest that push each other away while edges pull some together.
//!
//! The same points and edges always come to rest in the same places. The cost is that of so many
//! steps, each over all pairs of points: 60 points take a few milliseconds.

use crate::model::Tone;

/// How often every point moves.
const STEPS: u16 = 120;
/// How far a point moves in the first step, at most; the whole field is 1 wide and high.
const HEAT: f64 = 0.15;
/// How strongly everything is drawn to the middle.
const GRAVITY: f64 = 0.4;

/// A place in a field that is about 1 wide and high, or a way in it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Point {
    pub x: f64,
    pub y: f64,
}

impl Point {
    fn to(self, other: Self) -> Self {
        Self { x: other.x - self.x, y: other.y - self.y }
    }

    fn length(self) -> f64 {
        // Not `hypot`, which takes care of lengths that no field has and comes from a library.
        (self.x * self.x + self.y * self.y).sqrt()
    }

    fn scaled(self, by: f64) -> Self {
        Self { x: self.x * by, y: self.y * by }
    }

    fn plus(self, other: Self) -> Self {
        Self { x: self.x + other.x, y: self.y + other.y }
    }
}

/// How strongly the spirit of an edge pulls its ends together.
fn pull(tone: Option<Tone>) -> f64 {
    match tone {
        Some(Tone::Ally) => 1.5,
        Some(Tone::Partner) => 1.0,
        Some(Tone::Neutral) | None => 0.5,
        Some(Tone::Strained) => 0.15,
        Some(Tone::Adversary) => 0.0,
    }
}

/// How strongly it pushes them apart, beyond what pushes any two.
fn push(tone: Option<Tone>) -> f64 {
    if tone == Some(Tone::Adversary) { 2.0 } else { 0.0 }
}

/// Where `points` come to rest, each given by its edges: the number of the other end, and the
/// spirit.
pub(super) fn spread(points: &[Vec<(usize, Option<Tone>)>]) -> Vec<Point> {
    let mut places: Vec<Point> = (0..points.len()).map(start).collect();
    let count = f64::from(u32::try_from(points.len().max(1)).unwrap_or(u32::MAX));
    // How far apart two points are that neither pull nor are pulled.
    let apart = 1.0 / count.sqrt();
    for step in 0..STEPS {
        let heat = HEAT * f64::from(STEPS - step) / f64::from(STEPS);
        let moves = points.iter().zip(&places).map(|(edges, here)| {
            let away = places.iter().fold(here.to(MIDDLE).scaled(GRAVITY), |sum, other| {
                let way = other.to(*here);
                let length = way.length().max(0.01);
                sum.plus(way.scaled(apart * apart / (length * length)))
            });
            let way = edges.iter().fold(away, |sum, (other, tone)| {
                let way = here.to(places.get(*other).copied().unwrap_or(*here));
                let length = way.length().max(0.01);
                let away = push(*tone) * apart * apart / (length * length);
                sum.plus(way.scaled(pull(*tone) * length / apart - away))
            });
            let length = way.length();
            let way = if length > heat { way.scaled(heat / length) } else { way };
            here.plus(way)
        });
        places = moves.collect();
    }
    places
}

const MIDDLE: Point = Point { x: 0.5, y: 0.5 };

/// Where a point is at first: evenly spread, no two in one place.
fn start(number: usize) -> Point {
    let number = f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    // The powers of the plastic ratio's inverse spread points over a square as the golden ratio
    // does over a line.
    let part = |by: f64| (0.5 + number * by).fract();
    Point { x: part(0.754_877_666_246_693), y: part(0.569_840_290_998_053) }
}
