//! A session on a terminal that is somewhere else: bytes of it in, its size, the time; out come bytes for it, and
//! when the session wants to be turned again.

use std::collections::VecDeque;
use std::mem;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::task::Waker;
use std::time::{Duration, Instant};

use crate::app::App;
use crate::desk::Size;
use crate::theme::Theme;

use super::aside::Aside;
use super::capabilities::Capabilities;
use super::editor::EditorOutcome;
use super::event::SessionEvent;
use super::event_sender::EventSender;
use super::event_source::EventSource;
use super::keys::KeyParser;
use super::library::Library;
use super::renderer::{Renderer, substitute};
use super::screen_outlet::ScreenOutlet;
use super::session::{Request, Session};
use super::store_client::{StoreClient, StoreOptions};
use super::terminal::{entering, leaving};

/// How long the terminal's first answer is waited for: as long as the way there and back may take.
const GRACE: Duration = Duration::from_secs(1);

/// The number of SIGTERM, by which the host ends.
const TERMINATE: u8 = 15;

/// What a session is made of whose terminal is somewhere else.
pub struct RemoteOptions {
    /// Its state. Nothing leads out of it.
    pub app: App,
    /// Its colours, until the terminal's background or what was kept says others.
    pub theme: Theme,
    /// What there is to read.
    pub library: Library,
    /// What the terminal has.
    pub has: Capabilities,
    /// Where is kept what the reader leaves.
    pub store: StoreOptions,
    /// Where what takes long is done.
    pub aside: Aside,
    /// Woken when the session is to be turned, for something has come that was done aside.
    pub wake: Waker,
}

/// A session whose terminal is somewhere else. It neither waits nor writes to anything, but at its end.
pub struct RemoteSession {
    session: Session<ScreenOutlet<Vec<u8>>>,
    events: RemoteEvents,
    has: Capabilities,
    is_over: bool,
}

impl RemoteSession {
    /// A session that has begun; [`RemoteSession::turn`] gives what takes the terminal.
    pub fn new(options: RemoteOptions) -> Self {
        let RemoteOptions { app, theme, library, has, store, aside, wake } = options;
        let (channel, others) = mpsc::channel();
        let send = EventSender::waking(channel, wake);
        let Size { width, height } = app.size();
        let mut renderer = Renderer::new(entering(has), width, height).with_capabilities(has);
        if let Some(substitute) = substitute(has) {
            renderer = renderer.with_substitute(substitute);
        }
        let guesses = store.theme;
        let store = StoreClient::without_waiting(store, send.clone());
        let screen = ScreenOutlet::new(theme, renderer).guessing_theme(guesses).asking(GRACE);
        let session = Session::new(app.restricted(), screen, library, store).with_events(send);
        let mut session = session.aside_in(aside).loading_aside();
        session.begin();
        let events = RemoteEvents { come: VecDeque::new(), others, parser: KeyParser::default() };
        Self { session, events, has, is_over: false }
    }

    /// The terminal has sent bytes.
    pub fn feed(&mut self, bytes: &[u8]) {
        let inputs = self.events.parser.feed(bytes, Instant::now());
        self.events.come.extend(inputs.into_iter().map(SessionEvent::from));
    }

    /// The terminal has another size. Where a letter in the last column begins the next row, that column is left
    /// alone.
    pub fn resize(&mut self, size: Size) {
        self.events.come.push_back(SessionEvent::Resize(self.has.usable(size)));
    }

    /// Whoever has all sessions ends: so does this one with the next turn.
    pub fn end(&mut self) {
        self.events.come.push_back(SessionEvent::Terminate(TERMINATE));
    }

    /// Takes in all that has come, and draws once; returns the bytes for the terminal. To be called when something
    /// has come, and when [`RemoteSession::due`] is over.
    pub fn turn(&mut self) -> Vec<u8> {
        let late = self.events.parser.expire(Instant::now());
        self.events.come.extend(late.into_iter().map(SessionEvent::from));
        // Before anything is there to be seen, nothing is drawn.
        let is_due = self.session.next_due().is_some_and(|due| due <= Instant::now());
        let mut goes_on = is_due || self.events.has_come();
        while goes_on && !self.is_over {
            // A terminal in memory never fails.
            match self.session.turn(&mut self.events) {
                Ok(Some(Request::End | Request::Killed(_))) | Err(_) => self.is_over = true,
                // No program is run for a reader, so the words stay as they are.
                Ok(Some(Request::Edit(words))) => {
                    self.session.edited(EditorOutcome { words: Ok(words), notice: None });
                }
                Ok(None | Some(Request::EditFile(_) | Request::Suspend | Request::Resume)) => {}
            }
            goes_on = self.events.has_come();
        }
        if self.is_over {
            self.events.come.clear();
        }
        mem::take(self.session.outlet().writer_mut())
    }

    /// Whether it has come to its end, and is to be finished.
    pub fn is_over(&self) -> bool {
        self.is_over
    }

    /// When it is to be turned even if nothing comes.
    pub fn due(&self) -> Option<Instant> {
        self.session.next_due().into_iter().chain(self.events.parser.deadline()).min()
    }

    /// What gives the terminal back as it was.
    pub fn leaving(&self) -> Vec<u8> {
        leaving(self.has)
    }

    /// Ends: waits until the last changes are kept, or are not, for two seconds at most.
    ///
    /// # Errors
    /// Not all is kept; what is to be said of that, in lines.
    pub fn finish(mut self) -> Result<(), String> {
        self.session.finish().map_err(|remainder| remainder.told())
    }
}

/// What has come for a session that is turned when something has.
struct RemoteEvents {
    come: VecDeque<SessionEvent>,
    /// What threads have sent.
    others: Receiver<SessionEvent>,
    parser: KeyParser,
}

impl RemoteEvents {
    fn has_come(&mut self) -> bool {
        if self.come.is_empty() {
            self.come.extend(self.others.try_iter());
        }
        !self.come.is_empty()
    }
}

impl EventSource for &mut RemoteEvents {
    /// Never waits.
    fn wait(&mut self, _until: Option<Instant>) -> Result<SessionEvent, RecvTimeoutError> {
        self.next_come().ok_or(RecvTimeoutError::Timeout)
    }

    fn next_come(&mut self) -> Option<SessionEvent> {
        self.come.pop_front().or_else(|| self.others.try_recv().ok())
    }
}
