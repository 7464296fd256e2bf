//! Reading in a dialogue: a line asks, lines answer.

use std::io::{self, Write};
use std::iter;
use std::mem;
use std::sync::mpsc::RecvTimeoutError;

use crate::app::{App, Msg, Reader, View};
use crate::command::{Command, Context, Edit, Follow, Motion, Program};
use crate::desk::Purpose;
use crate::model::kept::Kept;
use crate::text::fit;
use crate::ui::{self, Numbered};

use super::super::editor::EditorError;
use super::super::event::SessionEvent;
use super::super::event_sender::EventSender;
use super::super::event_source::EventSource;
use super::super::file_editor::FilePlace;
use super::super::library::Library;
use super::super::remainder::Remainder;
use super::super::session::{Request, Session, now};
use super::super::store_client::StoreClient;
use super::super::watch::WatchMode;
use super::super::words;
use super::line_outlet::{LineOutlet, Width};
use super::vocabulary::{self, Asked};

/// The number of SIGINT.
const INTERRUPT: u8 = 2;
/// What ends a note, alone on a line: as in ed and mail.
const END_OF_NOTE: &str = ".";
/// The same from an input method for Chinese or Japanese.
const WIDE_END_OF_NOTE: &str = "。";
/// The columns of a word that is quoted, at most.
const WORD: usize = 40;
/// More layers than ever lie over the text.
const LAYERS: usize = 64;

/// How a dialogue goes on where it does not wait for the next line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Turn {
    /// It ends.
    End,
    /// It ends as a signal of this number ends a process.
    Killed(u8),
    /// It stops until somebody says to go on.
    Suspend,
    /// It lets the reader edit a file, and goes on with [`Dialogue::file_edited`].
    EditFile(FilePlace),
    /// It ends: what came first is none of its words.
    NoDialogue(String),
}

/// One reader's session in plain lines.
pub struct Dialogue<W> {
    session: Session<LineOutlet<W>>,
    /// The command that opened a layer or a side pane, and how many layers there were then.
    opened: Option<(Command, usize)>,
    /// Whether what comes first is to be one of its words.
    is_strict: bool,
    /// Whether the last that was heard was that it be interrupted.
    is_interrupted: bool,
    /// Whether a line was taken, and the next was not asked for yet.
    has_answered: bool,
}

impl<W: Write> Dialogue<W> {
    /// A dialogue that is written to `out`; nothing is told yet.
    pub fn new(app: App, out: W, library: Library, store: StoreClient) -> Self {
        // Without keys what is told of a command has its name.
        let app = app.with_keymap(iter::empty().collect());
        let session = Session::new(app, LineOutlet::new(out), library, store);
        Self { session, opened: None, is_strict: false, is_interrupted: false, has_answered: false }
    }

    /// Breaks lines at so many columns.
    #[must_use]
    pub fn with_width(mut self, columns: usize) -> Self {
        self.session.outlet().set_width(Width::Columns(columns));
        self
    }

    /// Breaks lines at the columns of the terminal, which has so many now.
    #[must_use]
    pub(super) fn with_terminal_width(mut self, columns: usize) -> Self {
        self.session.outlet().set_width(Width::Terminal(columns));
        self
    }

    /// Writes nothing but ASCII.
    #[must_use]
    pub fn with_ascii(mut self) -> Self {
        self.session.outlet().set_ascii();
        self
    }

    /// Writes a prompt where a line is awaited.
    #[must_use]
    pub fn with_prompts(mut self) -> Self {
        self.session.outlet().set_prompts();
        self
    }

    /// Ends if what comes first is none of its words: then it is no dialogue.
    #[must_use]
    pub fn with_strict_beginning(mut self) -> Self {
        self.is_strict = true;
        self
    }

    /// Does what takes long on a thread of its own.
    #[must_use]
    pub(super) fn with_events(mut self, events: EventSender) -> Self {
        self.session = self.session.with_events(events);
        self
    }

    /// Reads the files of the open briefing again when they change, if that is so wanted.
    #[must_use]
    pub(super) fn watching(mut self, mode: WatchMode) -> Self {
        self.session = self.session.watching(mode);
        self
    }

    /// Opens the only briefing of the library where the reader left it, or the shelf, and tells what is
    /// there.
    ///
    /// # Errors
    /// What it writes to is gone.
    pub fn start(&mut self) -> io::Result<()> {
        let hint = words::how_to_go_on();
        self.session.outlet().say([hint.to_owned()]);
        self.session.start()?;
        self.hear()
    }

    /// Waits for something to happen, and answers to it.
    ///
    /// # Errors
    /// What it writes to is gone.
    pub fn turn(&mut self, mut events: impl EventSource) -> io::Result<Option<Turn>> {
        let event = match events.wait(self.session.next_due()) {
            Ok(event) => event,
            Err(RecvTimeoutError::Timeout) => {
                self.session.tick();
                return self.show().map(|()| None);
            }
            Err(RecvTimeoutError::Disconnected) => return Ok(Some(Turn::End)),
        };
        self.session.take(Msg::Now(now()));
        let turn = self.event(event)?;
        if turn.is_none() {
            self.session.tick();
            self.show()?;
        }
        Ok(turn)
    }

    fn event(&mut self, event: SessionEvent) -> io::Result<Option<Turn>> {
        Ok(match event {
            SessionEvent::Line(line) => {
                self.session.outlet().leave_prompt();
                (self.has_answered, self.is_interrupted) = (true, false);
                self.line(line.trim_end_matches(['\n', '\r']))
            }
            SessionEvent::EndOfLines => {
                self.session.take(Msg::Leaving);
                self.session.outlet().break_prompt()?;
                Some(Turn::End)
            }
            SessionEvent::Terminate(INTERRUPT) if self.session.app().prompt().is_some() => {
                self.session.outlet().break_prompt()?;
                self.give_up();
                None
            }
            // The terminal has thrown away what was written of a line, and told nobody that there was any.
            SessionEvent::Terminate(INTERRUPT)
                if self.session.outlet().has_prompts() && !self.is_interrupted =>
            {
                self.is_interrupted = true;
                self.session.outlet().break_prompt()?;
                self.say(vec![words::interrupt_again().to_owned()])
            }
            // It is the dialogue that is another's to stop, not the screen.
            SessionEvent::Suspend => {
                self.session.outlet().break_prompt()?;
                self.run(Program::Suspend.into())
            }
            SessionEvent::Resize(size) => {
                crate::runtime::Outlet::resize(self.session.outlet(), size);
                None
            }
            SessionEvent::Continued => None,
            event => {
                let request = self.session.event(event);
                if matches!(request, Some(Request::Killed(_))) {
                    self.session.outlet().break_prompt()?;
                }
                turn(request)
            }
        })
    }

    /// Answers to a line.
    fn line(&mut self, line: &str) -> Option<Turn> {
        if let Some(prompt) = self.session.app().prompt() {
            let purpose = prompt.purpose;
            return self.write(purpose, line);
        }
        let is_first = std::mem::take(&mut self.is_strict);
        if let Some(line) = no_dialogue(line).filter(|_| is_first) {
            self.session.take(Msg::Leaving);
            return Some(Turn::NoDialogue(line));
        }
        if let Some(key) = vocabulary::letter(line).filter(|key| self.session.app().answers(*key)) {
            self.listen(ui::Wish::Other);
            return self.take(Msg::Key(key));
        }
        match vocabulary::asked(line) {
            Asked::On => self.go_on(),
            Asked::Command(command, rest) => self.carry_out(command, &rest),
            Asked::Number(number) => self.take_number(number),
            Asked::Again => {
                self.listen(ui::Wish::Other);
                self.session.outlet().teller.tell_again();
                None
            }
            Asked::Where => {
                let lines = ui::whereabouts(self.session.app());
                self.say(lines)
            }
            Asked::Help { all } => {
                let others = vocabulary::others().filter(|_| all);
                let lines = vocabulary::usual().chain(others);
                let lines: Vec<String> =
                    lines.map(|(word, help)| words::word(&word, help)).collect();
                let first = words::how_to_go_on().to_owned();
                self.say([first].into_iter().chain(lines).collect())
            }
            Asked::NeedsScreen(name) => self.say(vec![words::needs_screen(&name)]),
            Asked::TakesNothing(name) => self.say(vec![words::takes_nothing(&name)]),
            Asked::Unknown(word, near) => {
                self.say(vec![words::unknown_word(&word, near.as_deref())])
            }
            Asked::Several(word, names) => self.say(vec![words::several_words(&word, &names)]),
        }
    }

    fn say(&mut self, lines: Vec<String>) -> Option<Turn> {
        self.session.outlet().say(lines);
        None
    }

    fn listen(&mut self, request: ui::Wish) {
        self.session.outlet().teller.listen(request);
    }

    /// Takes a line for what is being written.
    fn write(&mut self, purpose: Purpose, line: &str) -> Option<Turn> {
        let is_note = purpose == Purpose::Note;
        self.listen(ui::Wish::Other);
        match line.trim() {
            END_OF_NOTE | WIDE_END_OF_NOTE if is_note => {
                self.take(Msg::Command(Edit::Accept.into()))
            }
            "" if !is_note => {
                self.give_up();
                None
            }
            _ if is_note => {
                self.add_line(line);
                // The next line is awaited, and nothing is said.
                self.session.outlet().teller.answered();
                None
            }
            words => self.finish_line(words),
        }
    }

    /// Adds a line to a note.
    fn add_line(&mut self, line: &str) {
        let before = self.session.app().prompt().is_some_and(|prompt| !prompt.words().is_empty());
        let line = if before { format!("\n{line}") } else { line.to_owned() };
        self.session.take(Msg::Paste(line));
    }

    /// Writes what is asked for, and takes it; what cannot be taken is given up.
    fn finish_line(&mut self, words: &str) -> Option<Turn> {
        if self.session.app().prompt().is_some_and(|prompt| prompt.purpose == Purpose::Note) {
            self.add_line(words);
        } else {
            self.session.take(Msg::Paste(words.to_owned()));
        }
        let turn = self.take(Msg::Command(Edit::Accept.into()));
        if self.session.app().prompt().is_some() {
            let why = ui::why_not(self.session.app());
            self.session.outlet().say(why);
            self.session.take(Msg::Command(Edit::Cancel.into()));
        }
        turn
    }

    /// Leaves what is being written.
    fn give_up(&mut self) {
        self.session.take(Msg::Command(Edit::Cancel.into()));
        self.session.outlet().say([words::given_up().to_owned()]);
    }

    /// Reads on: what lies beside the text to its end, then the text.
    fn go_on(&mut self) -> Option<Turn> {
        if let Some(lines) = self.session.outlet().teller.more() {
            return self.say(lines);
        }
        self.listen(ui::Wish::Command(Motion::NextParagraph.into()));
        if self.session.app().context() == Context::Instrument {
            return self.take(Msg::Command(Motion::NextParagraph.into()));
        }
        let was_aside = self.leave_asides();
        self.session.app().reader()?;
        if was_aside && !self.session.told_of(|outlet, app| outlet.teller.has_read(app)) {
            return None;
        }
        self.take(Msg::Command(Motion::NextParagraph.into()))
    }

    /// Closes what lies beside the text or over it. Answers whether anything did.
    fn leave_asides(&mut self) -> bool {
        let mut was_aside = false;
        for _ in 0..LAYERS {
            let app = self.session.app();
            let in_text = app.reader().is_none_or(Reader::is_in_text);
            if app.overlays().is_empty() && in_text {
                break;
            }
            was_aside = true;
            self.session.take(Msg::Command(Program::Close.into()));
        }
        self.opened = None;
        was_aside
    }

    /// Carries out a command, in the text if it has no meaning where the reader is.
    fn carry_out(&mut self, command: Command, words: &str) -> Option<Turn> {
        let command = vocabulary::meant_in(self.session.app().context(), command);
        self.listen(ui::Wish::Command(command));
        let layers = self.session.app().overlays().len();
        if layers > 0 && self.opened == Some((command, layers)) {
            // It would close what it has opened.
            self.session.outlet().teller.tell_again();
            return None;
        }
        if command == Follow::Back.into()
            && layers == 0
            && self.opened.is_some_and(|(opened, _)| is_of_side(opened))
        {
            // To ask for a side pane is no step of the trail.
            self.leave_asides();
            return None;
        }
        let has = |context: Context| command.entry().contexts.has(context);
        if !has(self.session.app().context()) {
            if !has(Context::Text) {
                return self.say(vec![words::not_here(&command.entry().id.replace('-', " "))]);
            }
            self.leave_asides();
        }
        if let (Ok(number), false) = (words.parse(), vocabulary::takes_words(command)) {
            let last = self.session.outlet().teller.numbers();
            match self.session.outlet().teller.numbered(number) {
                Some(&Numbered::Entry(at)) => _ = self.session.take(Msg::Point(at)),
                Some(Numbered::Link(_)) | None => {
                    return self.say(vec![words::no_such_number(number, last)]);
                }
            }
        }
        let layers = self.session.app().overlays().len();
        let turn = self.run(command);
        if self.session.app().prompt().is_some() && !words.is_empty() {
            let written = self.finish_line(words);
            return turn.or(written);
        }
        let now = self.session.app().overlays();
        if now.last().is_some_and(|top| matches!(top.view, View::Copied(_))) {
            // The words are told, and that is all there is to see.
            self.session.take(Msg::Command(Program::Close.into()));
        } else if self.session.app().prompt().is_none()
            && (now.len() > layers || is_of_side(command))
        {
            self.opened = Some((command, now.len()));
        }
        turn
    }

    /// Takes what a number stands for.
    fn take_number(&mut self, number: usize) -> Option<Turn> {
        let teller = &mut self.session.outlet().teller;
        let (found, last) = (teller.numbered(number).cloned(), teller.numbers());
        self.listen(ui::Wish::Other);
        match found {
            Some(Numbered::Entry(at)) => {
                self.session.take(Msg::Point(at));
                self.run(Follow::Follow.into())
            }
            Some(Numbered::Link(link)) => self.take(Msg::Follow(link)),
            None => self.say(vec![words::no_such_number(number, last)]),
        }
    }

    fn run(&mut self, command: Command) -> Option<Turn> {
        self.take(Msg::Command(command))
    }

    fn take(&mut self, msg: Msg) -> Option<Turn> {
        self.session.outlet().teller.forget_said();
        turn(self.session.take(msg))
    }

    /// Tells what is new; what went wrong is told one after the other.
    fn show(&mut self) -> io::Result<()> {
        self.session.draw()?;
        self.hear()
    }

    /// What went wrong and was told is no longer shown; tells what comes next.
    fn hear(&mut self) -> io::Result<()> {
        while self.session.app().notice().is_some() {
            self.session.take(Msg::Heard);
            self.session.draw()?;
        }
        Ok(())
    }

    /// What the reader left in the open briefing.
    pub fn kept(&self) -> &Kept {
        self.session.app().kept()
    }

    /// Ends: the last changes are written, if the disk takes them in time.
    ///
    /// # Errors
    /// Not all is kept.
    pub(super) fn finish(mut self) -> Result<(), Remainder> {
        let finished = self.session.finish();
        // The process ends, and gives back all at once.
        mem::forget(self.session);
        finished
    }

    /// The editor that [`Turn::EditFile`] asked for is done, or there is none: tells what has changed.
    ///
    /// # Errors
    /// What it writes to is gone.
    pub(super) fn file_edited(&mut self, edited: Result<(), EditorError>) -> io::Result<()> {
        self.session.file_edited(edited);
        self.show()
    }

    /// Whether a line was answered since this was asked last.
    pub(super) fn take_answered(&mut self) -> bool {
        std::mem::take(&mut self.has_answered)
    }

    /// Has all that is kept written, before the process stops.
    pub(super) fn flush(&mut self) {
        self.session.flush();
    }
}

/// The beginning of a line that is none of a dialogue's.
pub(super) fn no_dialogue(line: &str) -> Option<String> {
    matches!(vocabulary::asked(line), Asked::Unknown(..))
        .then(|| fit(line.trim(), WORD, "...").into_owned())
}

/// Whether a command asks for what a side pane holds.
fn is_of_side(command: Command) -> bool {
    [Motion::ArticlesPane.into(), Motion::ActorsPane.into()].contains(&command)
}

/// What a request of the session is to a dialogue. There is no editor for notes, and nothing to take again.
fn turn(request: Option<Request>) -> Option<Turn> {
    match request? {
        Request::End => Some(Turn::End),
        Request::Killed(signal) => Some(Turn::Killed(signal)),
        Request::Suspend => Some(Turn::Suspend),
        Request::EditFile(place) => Some(Turn::EditFile(place)),
        Request::Resume | Request::Edit(_) => None,
    }
}
