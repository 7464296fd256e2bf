//! A session on the terminal that the process was started in.

use std::io::{self, Stdout};
use std::sync::mpsc::{self, Receiver};

use crate::app::{App, Size};
use crate::text::ascii_cell;
use crate::theme::Theme;

use super::screen::Screen;
use super::session::{Event, Request, Session};
use super::signals::{self, Signal};
use super::terminal::LocalTerminal;
use super::{Keeper, Keeping, Library, input};

/// What a terminal has that does not say (DEC VT100).
const USUAL: Size = Size { width: 80, height: 24 };

/// The size of the process's terminal: 80x24 where it does not say.
pub fn terminal_size() -> Size {
    match crossterm::terminal::size() {
        Ok((width, height)) if width > 0 && height > 0 => Size { width, height },
        _ => USUAL,
    }
}

/// Reads on the process's terminal until the reader leaves, or a signal ends it, whose number is
/// returned. The terminal is given back as it was, however the session ends.
///
/// # Errors
/// There is no terminal, or it went away.
pub fn run_local(
    app: App,
    theme: Theme,
    library: Library,
    keeping: Keeping,
) -> io::Result<Option<u8>> {
    let size = app.size();
    let (send, events) = mpsc::channel();
    // Before the terminal is taken: from then on no signal may end the process by default.
    let signals = signals::catch()?;
    let mut terminal = LocalTerminal::enter(io::stdout())?;
    terminal.leave_on_panic();
    let mut screen = Screen::new(io::stdout(), size.width, size.height);
    if !theme.utf8() {
        screen = screen.with_substitute(ascii_cell);
    }
    let keeper = Keeper::new(keeping, send.clone());
    let mut session = Session::new(app, theme, screen, library, keeper);
    session.start()?;
    // Only now: a thread takes a while to start, and there is something to read meanwhile.
    let _listener = signals.forward(send.clone(), event)?;
    // It may have changed before anybody listened.
    if terminal_size() != session.app().size() {
        come_back(&mut session)?;
    }
    input::listen(send);
    let end = turns(&mut session, &mut terminal, &events);
    // Before the session, which waits for the disk at its end.
    terminal.leave();
    end
}

/// Turns until the end; the signal that ended it, if any.
fn turns(
    session: &mut Session<Stdout>,
    terminal: &mut LocalTerminal<Stdout>,
    events: &Receiver<Event>,
) -> io::Result<Option<u8>> {
    loop {
        match session.turn(events)? {
            None => {}
            Some(Request::End) => return Ok(None),
            Some(Request::Killed(signal)) => return Ok(Some(signal)),
            Some(Request::Suspend) => {
                terminal.suspend()?;
                come_back(session)?;
            }
            Some(Request::Resume) => {
                terminal.leave();
                terminal.resume()?;
                come_back(session)?;
            }
        }
    }
}

/// After a stop the screen is the shell's, and it may have another size.
fn come_back(session: &mut Session<Stdout>) -> io::Result<usize> {
    session.resize(terminal_size());
    session.redraw()
}

fn event(signal: Signal) -> Event {
    match signal {
        Signal::Terminate => Event::Terminate(15),
        Signal::HangUp => Event::Terminate(1),
        Signal::Interrupt => Event::Terminate(2),
        Signal::Quit => Event::Terminate(3),
        Signal::Suspend => Event::Suspend,
        Signal::Continue => Event::Continued,
        Signal::Resize => Event::Resize(terminal_size()),
    }
}
