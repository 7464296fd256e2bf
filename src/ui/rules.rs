//! The thin rules between the parts of the screen.

use crate::desk::{Area, Screen};
use crate::theme::Scope;

use super::pen::Pen;

pub(super) fn draw(screen: &Screen, pen: &mut Pen) {
    let (level, upright) = (pen.mark("─", "-"), pen.mark("│", "|"));
    let crosswise = screen.rules.iter().flatten().filter(|rule| rule.width > 1);
    let ends = [screen.top_rule, screen.bottom_rule];
    for rule in ends.iter().flatten().chain(crosswise) {
        pen.fill(*rule, level, Scope::Rule);
    }
    for rule in screen.rules.iter().flatten().filter(|rule| rule.width == 1) {
        pen.fill(*rule, upright, Scope::Rule);
        join(screen, *rule, pen);
    }
}

/// Joins an upright rule to the level ones that it meets.
fn join(screen: &Screen, upright: Area, pen: &mut Pen) {
    if let Some(top) = screen.top_rule.filter(|top| top.y + 1 == upright.y) {
        pen.text(upright.x, top.y, 1, pen.mark("┬", "+"), Scope::Rule);
    }
    if let Some(bottom) = screen.bottom_rule.filter(|rule| upright.y + upright.height == rule.y) {
        pen.text(upright.x, bottom.y, 1, pen.mark("┴", "+"), Scope::Rule);
    }
    for side in screen.rules.iter().flatten().filter(|rule| rule.width > 1) {
        pen.text(upright.x, side.y, 1, pen.mark("├", "+"), Scope::Rule);
    }
}
