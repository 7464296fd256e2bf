//! The commands that move inside a pane, whichever it is.

use crate::command::Command;

use super::Pane;
use super::pane::{Moved, Press, Way};

/// Carries out a movement; `None` if the command is none.
pub(super) fn apply(command: Command, pane: &mut Pane, press: &Press) -> Option<Moved> {
    let height = pane.size().1;
    // Two rows of the last page stay in sight, so that the eye finds its place; of a low one, one.
    let most = height.saturating_sub(if height < 8 { 1 } else { 2 });
    Some(match command {
        Command::LineDown => pane.line(Way::Down, press),
        Command::LineUp => pane.line(Way::Up, press),
        Command::NextParagraph => pane.item(Way::Down, press),
        Command::PreviousParagraph => pane.item(Way::Up, press),
        Command::PageDown => pane.page(Way::Down, most, press),
        Command::PageUp => pane.page(Way::Up, most, press),
        Command::HalfDown => pane.page(Way::Down, height / 2, press),
        Command::HalfUp => pane.page(Way::Up, height / 2, press),
        Command::Start => {
            pane.start(press);
            Moved::Yes
        }
        Command::End => {
            pane.end(press);
            Moved::Yes
        }
        Command::NextLink => pane.next_link(Way::Down, press),
        Command::PreviousLink => pane.next_link(Way::Up, press),
        _ => return None,
    })
}
