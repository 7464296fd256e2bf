//! A session on the terminal that the process was started in.

use std::io::{self, Write};
use std::mem;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use crate::app::App;
use crate::command::{Code, Key};
use crate::desk::Size;
use crate::theme::Theme;

use super::capabilities::Capabilities;
use super::editor::{self, EditorOutcome};
use super::event::SessionEvent;
use super::event_source::EventSource as _;
use super::file_editor;
use super::library::Library;
use super::local_events::LocalEvents;
use super::outlet::Outlet as _;
use super::output::TerminalOutput;
use super::renderer::{Renderer, substitute};
use super::screen_outlet::ScreenOutlet;
use super::session::{HANG_UP, Request, Session};
use super::signals::{self, Signal};
use super::store_client::{StoreClient, StoreOptions};
use super::terminal::{self, LocalTerminal};
use super::watch::WatchMode;

/// The numbers of SIGINT and SIGQUIT.
const INTERRUPT: u8 = 2;
const QUIT: u8 = 3;

/// How long a signal that ends the session lets answers of the terminal be waited for: it may take a second, and
/// a half of that is the terminal's that takes nothing.
const SOON: Duration = Duration::from_millis(400);

/// Within this time all signals are heard of that came with the one to go on.
const TOGETHER: Duration = Duration::from_millis(200);

/// What can be used of the process's terminal.
pub(crate) fn terminal_size(has: Capabilities) -> Size {
    let (width, height) = crossterm::terminal::size().unwrap_or_default();
    has.usable(Size { width, height })
}

/// How long the terminal's first answer is waited for: as long as the way there and back may take, if sshd says
/// that the terminal is far away, and else a moment.
fn grace() -> Duration {
    let is_far = ["SSH_CONNECTION", "SSH_TTY"].iter().any(|name| std::env::var_os(name).is_some());
    Duration::from_millis(if is_far { 1000 } else { 40 })
}

/// Reads on the process's terminal until the reader leaves, or a signal ends it, whose number is
/// returned. The terminal is given back as it was, however the session ends.
///
/// # Errors
/// There is no terminal that could be taken. If it goes away later, that ends the session as SIGHUP does,
/// whether or not somebody sends that.
pub(crate) fn run_local(
    app: App,
    theme: &Theme,
    library: Library,
    capabilities: Capabilities,
    store_options: StoreOptions,
    watch: WatchMode,
) -> io::Result<Option<u8>> {
    terminal::await_foreground()?;
    let size = app.size();
    let (send, mut events) = LocalEvents::new()?;
    // Before the terminal is taken: from then on no signal may end the process by default.
    let signals = signals::catch()?;
    let output = TerminalOutput::new()?;
    let renderer = Renderer::new(output.clone(), size.width, size.height);
    let mut renderer = renderer.with_capabilities(capabilities);
    if let Some(substitute) = substitute(capabilities) {
        renderer = renderer.with_substitute(substitute);
    }
    let guesses = store_options.theme;
    let store = StoreClient::new(store_options, send.clone());
    let screen = ScreenOutlet::new(*theme, renderer).guessing_theme(guesses).asking(grace());
    let session = Session::new(app, screen, library, store).with_events(send.clone());
    let mut session = session.with_output(output.clone()).loading_aside().watching(watch);
    // What is kept is looked up while the terminal is taken.
    session.start()?;
    let mut terminal = LocalTerminal::enter(output.clone(), capabilities)?;
    terminal.leave_on_panic();
    let end = (|| -> io::Result<Option<u8>> {
        session.show_first()?;
        // Before the whole is read: no key and no signal waits for that.
        let others = send.clone();
        let _listener =
            signals.forward(move |signal| others.send(event(signal, capabilities)).is_ok())?;
        output.send_on(send)?;
        // It may have changed before anybody listened.
        if terminal_size(capabilities) != session.app().size() {
            session.resize(terminal_size(capabilities));
            session.redraw()?;
        }
        let end = turns(&mut session, &mut terminal, &mut events)?;
        let until = end.map(|_| Instant::now() + SOON);
        let _ = part(&mut session, &mut terminal, until, &mut events);
        Ok(end)
    })();
    // Before the session, which waits for the disk at its end.
    terminal.leave();
    let finished = session.finish();
    // To give back what was read piece by piece would take longer than all the rest of leaving. The process,
    // which ends, gives back all at once.
    mem::forget(session);
    if let Err(remainder) = finished {
        // Nothing can be done about a standard error that cannot be written to.
        let _ = writeln!(io::stderr(), "{}", remainder.told());
    }
    Ok(end.unwrap_or(Some(HANG_UP)))
}

/// Turns until the end; the signal that ended it, if any.
fn turns(
    session: &mut Session<ScreenOutlet<TerminalOutput>>,
    terminal: &mut LocalTerminal<TerminalOutput>,
    events: &mut LocalEvents,
) -> io::Result<Option<u8>> {
    loop {
        match session.turn(&mut *events)? {
            None => {}
            Some(Request::Edit(words)) => {
                let command = editor::command(|name| std::env::var(name).ok());
                let (outcome, resumed) = match command {
                    Ok(command) => {
                        if part(session, terminal, None, events).is_break() {
                            continue;
                        }
                        lend(terminal, || editor::edit(&command, &words))
                    }
                    Err(error) => (EditorOutcome::nothing(error), Ok(())),
                };
                // The signals that were meant for the editor: the terminal sends them to both.
                events.retain(|event| !is_of_editor(event));
                // First: the words are the reader's even if the terminal is gone by now.
                session.edited(outcome);
                resumed?;
                come_back(session)?;
            }
            Some(Request::EditFile(place)) => {
                let command = editor::command(|name| std::env::var(name).ok());
                let (edited, resumed) = match command {
                    Ok(command) => {
                        if part(session, terminal, None, events).is_break() {
                            continue;
                        }
                        lend(terminal, || file_editor::open(&command, &place))
                    }
                    Err(error) => (Err(error), Ok(())),
                };
                events.retain(|event| !is_of_editor(event));
                session.file_edited(edited);
                resumed?;
                come_back(session)?;
            }
            Some(Request::End) => return Ok(None),
            Some(Request::Killed(signal)) => return Ok(Some(signal)),
            Some(Request::Suspend) => {
                if terminal::can_be_continued() && part(session, terminal, None, events).is_break()
                {
                    continue;
                }
                if terminal.suspend()?
                    && let Some(signal) = await_terminal(events)?
                {
                    return Ok(Some(signal));
                }
                terminal.resume()?;
                come_back(session)?;
            }
            Some(Request::Resume) => {
                if !terminal::is_foreground()
                    && let Some(signal) = await_terminal(events)?
                {
                    return Ok(Some(signal));
                }
                terminal.leave();
                terminal.resume()?;
                come_back(session)?;
            }
        }
    }
}

/// Waits, once the process was continued, for the shell to give it the terminal; the signal that ended it
/// instead, if any. Continued without the terminal, as by `bg`, it stops again: so does whoever writes there.
/// But `kill %1` continues it to hear that it is to end.
fn await_terminal(events: &mut LocalEvents) -> io::Result<Option<u8>> {
    let mut others = Vec::new();
    let end = loop {
        match events.wait_aside(TOGETHER) {
            Ok(SessionEvent::Terminate(signal)) => break Some(signal),
            Ok(SessionEvent::Continued) | Err(_) if terminal::is_foreground() => break None,
            Ok(SessionEvent::Continued) => {}
            Ok(other) => others.push(other),
            Err(_) => terminal::stop()?,
        }
    };
    events.put_back(others);
    Ok(end)
}

/// Lets an editor run, which has the terminal meanwhile; also answers whether that could be taken again.
fn lend<T>(
    terminal: &mut LocalTerminal<TerminalOutput>,
    run: impl FnOnce() -> T,
) -> (T, io::Result<()>) {
    terminal.leave();
    let outcome = run();
    let resumed = terminal.resume();
    (outcome, resumed)
}

pub(super) fn is_of_editor(event: &SessionEvent) -> bool {
    matches!(
        event,
        SessionEvent::Suspend | SessionEvent::Continued | SessionEvent::Terminate(INTERRUPT | QUIT)
    )
}

/// After a stop the screen is the shell's, and it may have another size.
fn come_back(session: &mut Session<ScreenOutlet<TerminalOutput>>) -> io::Result<usize> {
    let has = session.outlet().capabilities();
    session.resize(terminal_size(has));
    session.outlet().begin_anew();
    session.redraw()
}

/// Has the terminal show what it did before, and waits for its answers that are on their way, up to `until` if
/// that is said: whoever reads the terminal next, a shell or an editor, would take them for keys.
///
/// What is typed before the last answer is read with it, and cannot be given to them; what is typed after it
/// is theirs. Ctrl-c ends the waiting, and so does, soon, what ends the session: then it breaks off what it was
/// to make way for.
fn part(
    session: &mut Session<ScreenOutlet<TerminalOutput>>,
    terminal: &mut LocalTerminal<TerminalOutput>,
    mut until: Option<Instant>,
    mut events: &mut LocalEvents,
) -> ControlFlow<()> {
    events.sip(true);
    // What it does not get it does not answer.
    let answers = terminal.part();
    let (mut others, mut end) = (Vec::new(), ControlFlow::Continue(()));
    while let Some(due) = session.outlet().answers_due().filter(|_| answers) {
        let due = until.map_or(due, |until| until.min(due));
        match events.wait(Some(due)) {
            Ok(SessionEvent::Reply(reply)) => _ = session.outlet().hear(reply),
            Ok(SessionEvent::Key(Key { code: Code::Char('c'), ctrl: true, .. })) | Err(_) => break,
            Ok(other) => {
                if matches!(other, SessionEvent::Gone | SessionEvent::Terminate(_)) {
                    end = ControlFlow::Break(());
                    until = until.or(Some(Instant::now() + SOON));
                }
                others.push(other);
            }
        }
    }
    events.sip(false);
    events.put_back(others);
    end
}

/// What a session hears of a signal, on a terminal that has so much.
pub(super) fn event(signal: Signal, has: Capabilities) -> SessionEvent {
    match signal {
        Signal::Terminate => SessionEvent::Terminate(15),
        Signal::HangUp => SessionEvent::Terminate(HANG_UP),
        Signal::Interrupt => SessionEvent::Terminate(INTERRUPT),
        Signal::Quit => SessionEvent::Terminate(QUIT),
        Signal::Suspend => SessionEvent::Suspend,
        Signal::Continue => SessionEvent::Continued,
        Signal::Resize => SessionEvent::Resize(terminal_size(has)),
    }
}
