//! The commands that move inside a pane, whichever it is.

use crate::command::Command;

use super::Pane;
use super::pane::{LayoutContext, Moved, Way};

/// Carries out a movement; `None` if the command is none.
pub(crate) fn apply(command: Command, pane: &mut Pane, layout: &LayoutContext) -> Option<Moved> {
    let height = pane.size().1;
    // Two rows of the last page stay in sight, so that the eye finds its place; of a low one, one.
    let most = height.saturating_sub(if height < 8 { 1 } else { 2 });
    Some(match command {
        Command::LineDown => pane.line(Way::Down, layout),
        Command::LineUp => pane.line(Way::Up, layout),
        Command::NextParagraph => pane.item(Way::Down, layout),
        Command::PreviousParagraph => pane.item(Way::Up, layout),
        Command::PageDown => pane.page(Way::Down, most, layout),
        Command::PageUp => pane.page(Way::Up, most, layout),
        Command::HalfDown => pane.page(Way::Down, height / 2, layout),
        Command::HalfUp => pane.page(Way::Up, height / 2, layout),
        Command::Start => {
            pane.start(layout);
            Moved::Yes
        }
        Command::End => {
            pane.end(layout);
            Moved::Yes
        }
        Command::NextLink => pane.next_link(Way::Down, layout),
        Command::PreviousLink => pane.next_link(Way::Up, layout),
        _ => return None,
    })
}
