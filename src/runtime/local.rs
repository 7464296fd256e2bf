//! A session on the terminal that the process was started in.

use std::io::{self, Stdout, Write};
use std::sync::mpsc::{self, Receiver, Sender};

use crate::app::App;
use crate::base::visible;
use crate::desk::Size;
use crate::text::ascii_cell;
use crate::theme::Theme;

use super::abilities::Abilities;
use super::editor::{self, EditorOutcome};
use super::event::Event;
use super::input::{self, Input};
use super::keeper::{Keeper, Keeping};
use super::library::Library;
use super::screen::Screen;
use super::session::{Request, Session};
use super::signals::{self, Signal};
use super::terminal::LocalTerminal;
use super::words;

/// What a terminal has that does not say (DEC VT100).
const USUAL: Size = Size { width: 80, height: 24 };

/// The numbers of SIGINT and SIGQUIT.
const INTERRUPT: u8 = 2;
const QUIT: u8 = 3;

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
    abilities: Abilities,
    keeping: Keeping,
) -> io::Result<Option<u8>> {
    let size = app.size();
    let (send, events) = mpsc::channel();
    // Before the terminal is taken: from then on no signal may end the process by default.
    let signals = signals::catch()?;
    let mut terminal = LocalTerminal::enter(io::stdout())?;
    terminal.leave_on_panic();
    let screen = Screen::new(io::stdout(), size.width, size.height);
    let mut screen = screen.with_hyperlinks(abilities.hyperlinks);
    if !theme.utf8() {
        screen = screen.with_substitute(ascii_cell);
    }
    let keeper = Keeper::new(keeping, send.clone());
    let session = Session::new(app, theme, screen, library, keeper);
    let session = session.with_clipboard(abilities.clipboard);
    let mut session = session.with_events(send.clone());
    session.start()?;
    // Only now: a thread takes a while to start, and there is something to read meanwhile.
    let _listener = signals.forward(send.clone(), event)?;
    // It may have changed before anybody listened.
    if terminal_size() != session.app().size() {
        come_back(&mut session)?;
    }
    let input = input::listen(send.clone());
    let end = turns(&mut session, &mut terminal, &input, &events, &send);
    // Before the session, which waits for the disk at its end.
    terminal.leave();
    if let Err(failure) = session.finish() {
        let sentence = visible(&failure.to_string()).replace('\n', " ");
        // Nothing can be done about a standard error that cannot be written to.
        let _ = writeln!(io::stderr(), "{}", words::on_standard_error(&sentence));
    }
    end
}

/// Turns until the end; the signal that ended it, if any.
fn turns(
    session: &mut Session<Stdout>,
    terminal: &mut LocalTerminal<Stdout>,
    input: &Input,
    events: &Receiver<Event>,
    send: &Sender<Event>,
) -> io::Result<Option<u8>> {
    loop {
        match session.turn(events)? {
            None => {}
            Some(Request::Edit(words)) => {
                let (outcome, resumed) = edit(terminal, input, &words);
                after_editor(events, send);
                // First: the words are the reader's even if the terminal is gone by now.
                session.written(outcome);
                resumed?;
                come_back(session)?;
            }
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

/// Lets the reader write in an editor, which has the terminal meanwhile; also answers whether that
/// could be taken again.
fn edit(
    terminal: &mut LocalTerminal<Stdout>,
    input: &Input,
    words: &str,
) -> (EditorOutcome, io::Result<()>) {
    let command = match editor::command(|name| std::env::var(name).ok()) {
        Ok(command) => command,
        Err(error) => return (EditorOutcome::nothing(error), Ok(())),
    };
    input.pause();
    terminal.leave();
    let outcome = editor::edit(&command, words);
    let resumed = terminal.resume();
    input.resume();
    (outcome, resumed)
}

/// Forgets the signals that were meant for the editor: the terminal sends them to both.
fn after_editor(events: &Receiver<Event>, send: &Sender<Event>) {
    let others: Vec<Event> = events.try_iter().filter(|event| !is_of_editor(event)).collect();
    for event in others {
        // The receiver is at hand, so this cannot fail.
        let _ = send.send(event);
    }
}

fn is_of_editor(event: &Event) -> bool {
    matches!(event, Event::Suspend | Event::Continued | Event::Terminate(INTERRUPT | QUIT))
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
        Signal::Interrupt => Event::Terminate(INTERRUPT),
        Signal::Quit => Event::Terminate(QUIT),
        Signal::Suspend => Event::Suspend,
        Signal::Continue => Event::Continued,
        Signal::Resize => Event::Resize(terminal_size()),
    }
}
