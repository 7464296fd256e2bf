//! The points of a list, as deep as a briefing has them.

use super::document::{DocumentBlock, Run, says};
use super::draft::DraftPoint;
use super::footnotes::{paragraphs, without_calls};

/// Lists of a briefing are no deeper.
const LEVELS: usize = 8;

/// The points of a list, and the footnotes that they call.
pub(super) fn list_points(
    points: Vec<Vec<DocumentBlock>>,
    level: usize,
    calls: &mut Vec<usize>,
) -> Vec<DraftPoint> {
    let mut made: Vec<DraftPoint> = Vec::new();
    for blocks in points {
        let mut point = DraftPoint::default();
        for block in blocks {
            if let DocumentBlock::List { ordered, points } = block {
                let below = list_points(points, (level + 1).min(LEVELS), calls);
                let below = if ordered { with_numbers(below) } else { below };
                point.below.extend(below);
            } else {
                let (words, called) = without_calls(paragraphs(&[block]));
                calls.extend(called);
                if !point.words.is_empty() && says(&words) {
                    point.words.push(Run { text: "\n".to_owned(), ..Run::default() });
                }
                if says(&words) {
                    point.words.extend(words);
                }
            }
        }
        if !says(&point.words) || level == LEVELS {
            let below = std::mem::take(&mut point.below);
            if says(&point.words) {
                made.push(point);
            }
            made.extend(below);
        } else {
            made.push(point);
        }
    }
    made
}

/// Points of a list that is counted below one that need not be: with their numbers in their words.
fn with_numbers(points: Vec<DraftPoint>) -> Vec<DraftPoint> {
    let numbered = points.into_iter().enumerate().map(|(at, mut point)| {
        point.words.insert(0, Run { text: format!("{}. ", at + 1), ..Run::default() });
        point
    });
    numbered.collect()
}
