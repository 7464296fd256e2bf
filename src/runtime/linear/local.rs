//! A dialogue over the standard input and output of the process.

use std::io::{self, BufRead as _, IsTerminal as _, Read as _, Write as _};
use std::process;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use signal_hook::consts::SIGTSTP;

use crate::app::App;

use super::super::capabilities::Capabilities;
use super::super::editor::{self, EditorError};
use super::super::event::SessionEvent;
use super::super::event_sender::EventSender;
use super::super::file_editor::{self, FilePlace};
use super::super::library::Library;
use super::super::local::{event, is_of_editor, terminal_size};
use super::super::signals::{self, Signal};
use super::super::store_client::{StoreClient, StoreOptions};
use super::super::watch::WatchMode;
use super::dialogue::{Dialogue, Turn, no_dialogue};

/// The longest line that is taken, in bytes; what goes beyond is dropped.
const LONGEST: u64 = 64 * 1024;

/// How long a signal that ends the process waits to be heard of.
const PATIENCE: Duration = Duration::from_millis(800);

/// How long a dialogue that may be none waits for its first line before it tells anything: one that another
/// program holds may wait to be told something first.
const BEGINNING: Duration = Duration::from_millis(500);

/// How a dialogue is held.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DialogueOptions {
    /// The widest line, in columns; by default what the terminal has, and in a pipe any.
    pub width: Option<usize>,
    /// Whether UTF-8 can be shown.
    pub utf8: bool,
    /// Whether it is seen that the files of the briefing change.
    pub watch: WatchMode,
    /// Whether a standard input that does not begin with a word of the dialogue is none.
    pub is_strict: bool,
}

/// How a dialogue ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum DialogueEnd {
    /// The reader left, or there were no more lines.
    Left,
    /// By the signal of this number.
    Killed(u8),
    /// It was none: what came first.
    NoDialogue(String),
}

/// Reads in a dialogue until the reader leaves, or a signal ends it.
///
/// # Errors
/// What it writes to is gone.
pub(crate) fn run_dialogue(
    app: App,
    library: Library,
    store_options: StoreOptions,
    options: DialogueOptions,
) -> io::Result<DialogueEnd> {
    let (send, events) = mpsc::channel();
    let signals = signals::catch()?;
    let others = EventSender::from(send.clone());
    let store = StoreClient::new(store_options, others.clone());
    let mut dialogue = Dialogue::new(app, io::stdout(), library, store)
        .with_events(others)
        .watching(options.watch);
    let terminal = io::stdout().is_terminal();
    match options.width {
        Some(width) => dialogue = dialogue.with_width(width),
        None if terminal => {
            dialogue = dialogue
                .with_terminal_width(usize::from(terminal_size(Capabilities::default()).width));
        }
        None => {}
    }
    if !options.utf8 {
        dialogue = dialogue.with_ascii();
    }
    // A dialogue of another program needs none.
    if terminal && io::stdin().is_terminal() {
        dialogue = dialogue.with_prompts();
    }
    if options.is_strict {
        dialogue = dialogue.with_strict_beginning();
    }
    let heard = Arc::new(AtomicBool::new(false));
    let _listener = signals.forward(watched(Arc::clone(&heard), send.clone()))?;
    let (ready, next) = mpsc::channel();
    let end = listen(send.clone(), next).and_then(|()| {
        // If nobody reads any more, that is told.
        let _ = ready.send(());
        let first = if options.is_strict { events.recv_timeout(BEGINNING).ok() } else { None };
        if let Some(SessionEvent::Line(line)) = &first
            && let Some(end) = no_dialogue(line)
        {
            return Ok(DialogueEnd::NoDialogue(end));
        }
        dialogue.start()?;
        first.map(|first| send.send(first));
        turns(&mut dialogue, (&send, &events), &ready, &heard)
    });
    if let Err(remainder) = dialogue.finish() {
        // Nothing can be done about a standard error that cannot be written to.
        let _ = writeln!(io::stderr(), "{}", remainder.told());
    }
    end
}

/// Turns until the end. A line is read when the one before is answered.
fn turns(
    dialogue: &mut Dialogue<io::Stdout>,
    (send, events): (&Sender<SessionEvent>, &Receiver<SessionEvent>),
    ready: &Sender<()>,
    heard: &AtomicBool,
) -> io::Result<DialogueEnd> {
    loop {
        let turn = dialogue.turn(events)?;
        match turn {
            None => {}
            Some(Turn::End) => return Ok(DialogueEnd::Left),
            Some(Turn::Killed(signal)) => {
                heard.store(true, Ordering::Relaxed);
                return Ok(DialogueEnd::Killed(signal));
            }
            Some(Turn::NoDialogue(line)) => return Ok(DialogueEnd::NoDialogue(line)),
            Some(Turn::EditFile(place)) => {
                let edited = edit(&place);
                // The signals that were meant for the editor.
                let heard: Vec<_> = events.try_iter().filter(|one| !is_of_editor(one)).collect();
                for event in heard {
                    let _ = send.send(event);
                }
                dialogue.file_edited(edited)?;
            }
            Some(Turn::Suspend) => {
                dialogue.flush();
                signal_hook::low_level::emulate_default_handler(SIGTSTP)?;
            }
        }
        if dialogue.take_answered() {
            let _ = ready.send(());
        }
    }
}

/// Lets the reader edit a file, where there is a terminal for that.
fn edit(place: &FilePlace) -> Result<(), EditorError> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Err(EditorError::NoTerminal);
    }
    file_editor::open(&editor::command(|name| std::env::var(name).ok())?, place)
}

/// What is heard of a signal. One that ends the process ends it even where nobody hears of it, because what
/// is told goes nowhere: a terminal that is stopped or gone takes none. What the reader left is with the
/// thread that keeps it by then.
fn watched(heard: Arc<AtomicBool>, events: Sender<SessionEvent>) -> impl Fn(Signal) -> bool + Send {
    move |signal| {
        let event = event(signal, Capabilities::default());
        if let (SessionEvent::Terminate(number), false) = (&event, signal == Signal::Interrupt) {
            let (number, heard) = (i32::from(*number), Arc::clone(&heard));
            thread::spawn(move || {
                thread::sleep(PATIENCE);
                if !heard.load(Ordering::Relaxed) {
                    process::exit(128 + number);
                }
            });
        }
        events.send(event).is_ok()
    }
}

/// Sends a line whenever one is asked for, until there are no more.
fn listen(events: Sender<SessionEvent>, next: Receiver<()>) -> io::Result<()> {
    let read = move || {
        let mut input = io::stdin().lock();
        for () in next {
            let mut line = Vec::new();
            let read = input.by_ref().take(LONGEST).read_until(b'\n', &mut line);
            if line.len() as u64 == LONGEST && !line.ends_with(b"\n") {
                // The rest is no line of its own. Where it cannot be read, nor can the next.
                let _ = input.skip_until(b'\n');
            }
            // Whatever ends it: there are no more.
            let event = match read {
                Ok(0) | Err(_) => SessionEvent::EndOfLines,
                Ok(_) => SessionEvent::Line(String::from_utf8_lossy(&line).into_owned()),
            };
            let ends = matches!(event, SessionEvent::EndOfLines);
            if events.send(event).is_err() || ends {
                return;
            }
        }
    };
    thread::Builder::new().name("lines".into()).spawn(read).map(|_| ())
}
