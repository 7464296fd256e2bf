//! One reader's session over any outlet: messages in, effects carried out, what is so now shown.

mod changed;
mod files;
mod opening;

use std::io;
use std::mem;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant, SystemTime};

use crate::app::{App, Effect, Job, Msg};
use crate::desk::Size;
use crate::store::Glance;

use super::aside::Aside;
use super::editor::{EditorError, EditorOutcome};
use super::event::SessionEvent;
use super::event_sender::EventSender;
use super::event_source::EventSource;
use super::file_editor::FilePlace;
use super::library::Library;
use super::load::LoadTarget;
use super::loaded::LoadNumber;
use super::outlet::Outlet;
use super::output::TerminalOutput;
use super::remainder::Remainder;
use super::search_worker::SearchWorker;
use super::store_client::StoreClient;
use super::words;
use files::Files;

/// What the session asks of what holds the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    /// Give the terminal back until it says to go on.
    Suspend,
    /// Take the terminal again: somebody else may have had it.
    Resume,
    /// Let the reader write these words in an editor, and answer with [`Session::edited`].
    Edit(String),
    /// Let the reader edit a file, and answer with [`Session::file_edited`].
    EditFile(FilePlace),
    /// End.
    End,
    /// End as a signal of this number ends a process.
    Killed(u8),
}

/// One reader's session.
pub struct Session<O> {
    app: App,
    outlet: O,
    library: Library,
    store: StoreClient,
    /// When the next second is over, while seconds are counted.
    clock: Option<Instant>,
    /// Where what is done aside is told of.
    events: Option<EventSender>,
    /// Where that is done.
    aside: Aside,
    search_worker: Option<SearchWorker>,
    /// Whether briefings are read aside.
    loads_aside: bool,
    /// The load that was begun last.
    load: LoadNumber,
    /// Whether the files of the open briefing have changed.
    files: Files,
    /// What comes of the first look at what is kept.
    glance: Option<Receiver<Glance>>,
    /// Whether the file is to be opened in which is kept what the reader leaves, once what was read is seen.
    opens_store: bool,
    /// What tells whether the terminal has taken the frame before; where it always waits, none does.
    output: Option<TerminalOutput>,
    /// Until when a frame is held, if there may be one to draw: the terminal has not read those before.
    held: Option<Instant>,
}

/// The number of SIGHUP, by which a process ends whose terminal is gone.
pub(super) const HANG_UP: u8 = 1;
/// Between two ticks.
const SECOND: Duration = Duration::from_secs(1);

impl<O: Outlet> Session<O> {
    /// A session that is shown through `outlet`. Nothing is shown yet.
    pub fn new(app: App, outlet: O, library: Library, store: StoreClient) -> Self {
        Self {
            app,
            outlet,
            library,
            store,
            clock: None,
            events: None,
            aside: Aside::default(),
            search_worker: None,
            loads_aside: false,
            load: 0,
            files: Files::default(),
            glance: None,
            opens_store: false,
            output: None,
            held: None,
        }
    }

    /// Does what takes long aside, and hears of it by `events`. Without it everything is done at once.
    #[must_use]
    pub(super) fn with_events(mut self, events: EventSender) -> Self {
        self.events = Some(events);
        self
    }

    /// Does it where others have theirs done too, and not on threads of its own.
    #[must_use]
    pub(super) fn aside_in(mut self, aside: Aside) -> Self {
        self.aside = aside;
        self
    }

    /// Reads briefings aside too: keys are taken meanwhile, and a part of the briefing is shown that can be had
    /// quickly. To be asked of a session that has events.
    #[must_use]
    pub(super) fn loading_aside(mut self) -> Self {
        self.loads_aside = true;
        self
    }

    /// Draws no frame before the last is sent: no key waits for the terminal, and what it shows is never
    /// older than one frame and what it has taken itself.
    #[must_use]
    pub(super) fn with_output(mut self, output: TerminalOutput) -> Self {
        self.output = Some(output);
        self
    }

    /// What it is shown through.
    pub(super) fn outlet(&mut self) -> &mut O {
        &mut self.outlet
    }

    /// What `told` makes of what it is shown through and of its state.
    pub(super) fn told_of<T>(&self, told: impl FnOnce(&O, &App) -> T) -> T {
        told(&self.outlet, &self.app)
    }

    /// Waits until all that is kept is on the disk.
    pub(super) fn flush(&mut self) {
        self.store.flush();
    }

    /// The session's state.
    pub(super) fn app(&self) -> &App {
        &self.app
    }

    /// Draws, and sends what has changed; returns the bytes sent. An unchanged screen sends none, nor does a
    /// terminal get any that is behind: it is drawn when that has taken what it was sent, and has read all but
    /// one of the frames before.
    ///
    /// # Errors
    /// The terminal is gone.
    ///
    /// What is shown of the reader's own words is on the disk, or it is said that it is not yet.
    pub(super) fn draw(&mut self) -> io::Result<usize> {
        if self.output.as_ref().is_some_and(TerminalOutput::is_behind) {
            // It says when it has taken all; until then no time is worth waking up for.
            self.held = None;
            return Ok(0);
        }
        self.held = self.outlet.held_until(Instant::now());
        if self.held.is_some() {
            return Ok(0);
        }
        if let Some(kept) = self.store.settle() {
            self.take(if kept { Msg::Kept } else { Msg::Behind });
        }
        let sent = self.outlet.show(&self.app);
        if mem::take(&mut self.opens_store) {
            // Only now: making a file takes longer than all the rest.
            self.store.open();
        }
        sent
    }

    /// Draws everything anew, whatever the terminal shows.
    ///
    /// # Errors
    /// The terminal is gone.
    pub(super) fn redraw(&mut self) -> io::Result<usize> {
        self.outlet.invalidate();
        self.draw()
    }

    /// Waits for an event, takes in all that have come by then, and draws once: a key held down
    /// or a storm of resizes costs one frame, not one each.
    ///
    /// # Errors
    /// The terminal is gone.
    pub fn turn(&mut self, events: impl EventSource) -> io::Result<Option<Request>> {
        let request = self.turn_once(events)?;
        if request == Some(Request::Suspend) {
            // A process that is stopped in the middle of writing would keep all others from it.
            self.flush();
        }
        Ok(request)
    }

    fn turn_once(&mut self, mut events: impl EventSource) -> io::Result<Option<Request>> {
        let first = match events.wait(self.next_due()) {
            Ok(event) => event,
            Err(RecvTimeoutError::Timeout) => {
                // What time it is is not told: that a countdown runs says nothing of the reader.
                self.tick();
                return self.draw().map(|_| None);
            }
            Err(RecvTimeoutError::Disconnected) => return Ok(Some(Request::End)),
        };
        let (mut news, mut resized) = (false, None);
        for event in std::iter::once(first).chain(std::iter::from_fn(|| events.next_come())) {
            if event.is_news() && !std::mem::replace(&mut news, true) {
                self.take(Msg::Now(now()));
            }
            if let SessionEvent::Resize(size) = event {
                resized = Some(size);
                continue;
            }
            if let Some(size) = resized.take() {
                self.resize(size);
            }
            if let Some(request) = self.event(event) {
                return Ok(Some(request));
            }
        }
        if let Some(size) = resized {
            self.resize(size);
        }
        self.tick();
        if news || self.held.is_some() {
            self.draw()?;
        }
        Ok(None)
    }

    /// Until when an event is waited for: while seconds are counted, to the end of this one at most, and while a
    /// frame is held, until it may go.
    pub(super) fn next_due(&self) -> Option<Instant> {
        self.clock.into_iter().chain(self.held).min()
    }

    /// Tells of the seconds that have passed: after a stop they are several.
    pub(super) fn tick(&mut self) {
        while let Some(next) = self.clock.filter(|next| *next <= Instant::now()) {
            self.clock = Some(next + SECOND);
            self.take(Msg::Tick);
        }
    }

    /// Takes an event in.
    pub(super) fn event(&mut self, event: SessionEvent) -> Option<Request> {
        let request = self.take_event(event);
        request.or_else(|| self.take_held())
    }

    fn take_event(&mut self, event: SessionEvent) -> Option<Request> {
        match event {
            SessionEvent::Key(key) => return self.take(Msg::Key(key)),
            SessionEvent::Paste(words) => return self.take(Msg::Paste(words)),
            SessionEvent::Answer(answer) => return self.take(Msg::Found(answer)),
            SessionEvent::Resize(size) => self.resize(size),
            SessionEvent::Continued => return Some(Request::Resume),
            SessionEvent::Suspend => {
                self.take(Msg::Leaving);
                return Some(Request::Suspend);
            }
            SessionEvent::Terminate(signal) => {
                self.take(Msg::Leaving);
                return Some(Request::Killed(signal));
            }
            SessionEvent::Gone => {
                self.take(Msg::Leaving);
                return Some(Request::Killed(HANG_UP));
            }
            SessionEvent::NotKept(failure) => _ = self.take(Msg::NotKept(failure.to_string())),
            // Something may have come since; then it comes again.
            SessionEvent::Kept if self.store.is_settled() => _ = self.take(Msg::Kept),
            SessionEvent::Reply(reply) => {
                if let Some(is_slow) = self.outlet.hear(reply) {
                    self.take(Msg::SlowLine(is_slow));
                }
            }
            SessionEvent::Removed(path) => {
                self.take(Msg::Told(words::store_removed(&path)));
            }
            SessionEvent::Anew => self.store.restore(self.app.kept()),
            SessionEvent::SetAside(file) => _ = self.take(Msg::Told(file.to_string())),
            SessionEvent::SearchPanicked => {
                self.take(Msg::Told(words::search_panicked().to_owned()));
            }
            SessionEvent::Ahead(number, ahead) if number == self.load => self.look_ahead(*ahead),
            SessionEvent::Read(number, read) if number == self.load => {
                return self.take_read(read);
            }
            SessionEvent::FilesChanged => return self.files_changed(),
            SessionEvent::NotWatched(sentence) => _ = self.take(Msg::Told(sentence)),
            SessionEvent::LoadPanicked(number) if number == self.load => {
                self.files.fail();
                return self.take(Msg::Failed(words::load_panicked().to_owned()));
            }
            SessionEvent::Shelf(volumes) => {
                self.opens_store = true;
                return self.take(Msg::Shelf(volumes));
            }
            SessionEvent::Volume(at, volume) => return self.take(Msg::Volume(at, *volume)),
            // Something else is to be read by now.
            SessionEvent::Ahead(..)
            | SessionEvent::Read(..)
            | SessionEvent::LoadPanicked(_)
            // When the terminal has taken all, there may be a frame to draw, as after every event; and lines
            // are a dialogue's, which has taken them before.
            | SessionEvent::Kept
            | SessionEvent::Sent
            | SessionEvent::Line(_)
            | SessionEvent::EndOfLines => {}
            SessionEvent::Loaded(briefing, kept) => {
                if let Some(kept) = self.store.loaded(briefing, *kept) {
                    self.take(Msg::Late(kept));
                }
            }
            SessionEvent::Rescued(briefing, notes) => {
                let notes = self.store.rescued(&briefing, notes);
                self.take(Msg::Rescued(notes));
            }
        }
        None
    }

    /// Takes a new size.
    pub(super) fn resize(&mut self, size: Size) {
        let size = size.bounded();
        // Even if it is the old size again: on the way there the terminal has cut its content.
        self.outlet.invalidate();
        if size != self.app.size() {
            self.outlet.resize(size);
            self.take(Msg::Resize(size));
        }
    }

    /// The editor that [`Request::Edit`] asked for is done.
    pub(super) fn edited(&mut self, outcome: EditorOutcome) {
        self.take(match outcome.words {
            Ok(words) => Msg::Edited(words),
            Err(error) => Msg::NotEdited(error.to_string()),
        });
        if let Some(notice) = outcome.notice {
            self.take(Msg::Told(notice));
        }
    }

    /// The editor that [`Request::EditFile`] asked for is done, or there is none.
    pub(super) fn file_edited(&mut self, edited: Result<(), EditorError>) -> Option<Request> {
        match edited {
            Ok(()) => self.load(LoadTarget::Again),
            Err(error) => self.take(Msg::NoFile(error.to_string())),
        }
    }

    /// Takes a message in, and carries out what comes of it.
    pub(super) fn take(&mut self, msg: Msg) -> Option<Request> {
        for effect in self.app.update(msg) {
            match effect {
                Effect::Quit => return Some(Request::End),
                Effect::Suspend => return Some(Request::Suspend),
                Effect::Redraw => self.outlet.invalidate(),
                Effect::Keep(changes) => self.store.save(changes),
                Effect::Copy(words) => self.outlet.copy(&words),
                Effect::Ring => self.outlet.ring(),
                Effect::Edit(words) => return Some(Request::Edit(words)),
                Effect::EditFile(edited) => match self.library.file_place(&edited) {
                    Ok(place) => return Some(Request::EditFile(place)),
                    Err(error) => _ = self.take(Msg::NoFile(error.to_string())),
                },
                Effect::Ticks(on) => self.clock = on.then(|| Instant::now() + SECOND),
                Effect::NextTheme => {
                    let name = self.outlet.next_theme();
                    self.take(Msg::Themed(name));
                }
                Effect::Theme(name) if self.store.takes_theme() => self.outlet.take_theme(&name),
                Effect::Theme(_) => {}
                Effect::Search(job) => self.search(job),
                Effect::GiveUp => {
                    if let Some(worker) = &self.search_worker {
                        worker.cancel();
                    }
                }
                Effect::Open(at) => {
                    if let Some(request) = self.load(LoadTarget::Open(at)) {
                        return Some(request);
                    }
                }
                Effect::Reload => {
                    if let Some(request) = self.load(LoadTarget::Again) {
                        return Some(request);
                    }
                }
            }
        }
        None
    }

    /// Ends: the last changes are written, if the disk takes them in time. Nothing is to be asked of it afterwards.
    ///
    /// # Errors
    /// Not all is kept.
    pub(super) fn finish(&mut self) -> Result<(), Remainder> {
        // However it came to its end, the terminal's among them.
        self.take(Msg::Leaving);
        self.store.finish(Some(self.app.kept()))
    }

    /// Runs a job: aside, if there is a thread to be had.
    fn search(&mut self, job: Job) {
        if let Some(answer) = self.library.answer(&job) {
            self.take(Msg::Found(answer));
            return;
        }
        if let (None, Some(events)) = (&self.search_worker, &self.events) {
            self.search_worker = Some(SearchWorker::new(self.aside.clone(), events.clone()));
        }
        let left = match &self.search_worker {
            Some(worker) => worker.run(job).err(),
            None => Some(job),
        };
        if let Some(answer) = left.and_then(|job| job.run(|| true)) {
            self.take(Msg::Found(answer));
        }
    }
}

/// Unix seconds.
pub(super) fn now() -> i64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    since.ok().and_then(|since| i64::try_from(since.as_secs()).ok()).unwrap_or(0)
}
