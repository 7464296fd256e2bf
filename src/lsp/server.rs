//! The loop: what the client says, and what it is told.

use std::any::Any;
use std::collections::{BTreeMap, BTreeSet};
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use lsp_server::{Connection, ErrorCode, Message, Notification, Request, Response};
use lsp_types::notification::{
    DidChangeTextDocument, DidChangeWatchedFiles, DidChangeWorkspaceFolders, DidCloseTextDocument,
    DidOpenTextDocument, DidSaveTextDocument, Notification as _,
};
use lsp_types::request::RegisterCapability;
use lsp_types::{
    DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams,
    InitializeParams,
};
use serde::de::DeserializeOwned;

use super::answers;
use super::client::Client;
use super::documents::Documents;
use super::positions::Columns;
use super::publish::Publisher;
use super::view::View;
use super::{uri, words};
use crate::load::{Plan, WholeLoad, Workspace};

/// How long after the last change it is read: several in one moment are one.
const SOON: Duration = Duration::from_millis(25);
/// How long after it a large briefing is read as a whole.
const QUIET: Duration = Duration::from_millis(250);

/// What comes to the loop.
enum Event {
    Message(Message),
    /// A briefing was read as a whole; nothing if that could not be done.
    Whole(PathBuf, Option<Box<WholeLoad>>),
    /// The client is gone.
    End,
}

/// Serves a client until it says `exit` or is gone: 0 if it had said `shutdown` before, 1 if not.
pub fn serve(connection: Connection) -> u8 {
    let receiver = connection.receiver.clone();
    let (events, inbox) = mpsc::channel();
    let messages = events.clone();
    thread::spawn(move || {
        let told = receiver.into_iter().try_for_each(|one| messages.send(Event::Message(one)));
        // Nobody listens any more when the server has ended.
        let _ = told.and_then(|()| messages.send(Event::End));
    });
    let client = Client::new(connection);
    let Some(params) = initialized(&client, &inbox) else { return 1 };
    if watches(&params) {
        client.ask::<RegisterCapability>("files", answers::watched_files());
    }
    Server::new(client, events, columns(&params)).run(&inbox)
}

/// What the client said of itself at the beginning; `None` if it has ended before. Until then every request is
/// refused.
fn initialized(client: &Client, inbox: &Receiver<Event>) -> Option<InitializeParams> {
    loop {
        let Ok(Event::Message(message)) = inbox.recv() else { return None };
        match message {
            Message::Request(Request { id, method, params }) if method == "initialize" => {
                match serde_json::from_value::<InitializeParams>(params) {
                    Ok(params) => {
                        let columns = columns(&params);
                        client.answer(Response::new_ok(id, answers::capabilities(columns)));
                        return Some(params);
                    }
                    Err(error) => client.refuse(id, ErrorCode::InvalidParams, error.to_string()),
                }
            }
            Message::Request(request) => {
                client.refuse(request.id, ErrorCode::ServerNotInitialized, words::too_early());
            }
            Message::Notification(note) if note.method == "exit" => return None,
            _ => {}
        }
    }
}

fn columns(params: &InitializeParams) -> Columns {
    let general = params.capabilities.general.as_ref();
    Columns::of(general.and_then(|general| general.position_encodings.as_deref()))
}

/// Whether the client tells of files that change, once it is asked to.
fn watches(params: &InitializeParams) -> bool {
    let workspace = params.capabilities.workspace.as_ref();
    let watched = workspace.and_then(|workspace| workspace.did_change_watched_files.as_ref());
    watched.and_then(|watched| watched.dynamic_registration).unwrap_or(false)
}

struct Server {
    client: Client,
    events: Sender<Event>,
    columns: Columns,
    documents: Documents,
    briefings: BTreeMap<PathBuf, Workspace>,
    published: BTreeMap<PathBuf, Publisher>,
    /// The open texts that have changed and were not read.
    changed: BTreeSet<PathBuf>,
    /// When they are read.
    soon: Option<Instant>,
    /// When the briefings are read as a whole that must be.
    quiet: Option<Instant>,
    /// The briefing that is being read aside.
    aside: Option<PathBuf>,
    has_shut_down: bool,
}

impl Server {
    fn new(client: Client, events: Sender<Event>, columns: Columns) -> Self {
        Self {
            client,
            events,
            columns,
            documents: Documents::default(),
            briefings: BTreeMap::new(),
            published: BTreeMap::new(),
            changed: BTreeSet::new(),
            soon: None,
            quiet: None,
            aside: None,
            has_shut_down: false,
        }
    }

    fn run(mut self, inbox: &Receiver<Event>) -> u8 {
        loop {
            let next = match self.soon.into_iter().chain(self.quiet).min() {
                None => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(at) => inbox.recv_timeout(at.saturating_duration_since(Instant::now())),
            };
            match next {
                Ok(Event::Message(Message::Notification(note))) if note.method == "exit" => break,
                Ok(Event::End) | Err(RecvTimeoutError::Disconnected) => break,
                Ok(Event::Message(message)) => self.take(message),
                Ok(Event::Whole(path, whole)) => self.adopt(&path, whole),
                Err(RecvTimeoutError::Timeout) => {}
            }
            let is_due = |at: &Option<Instant>| at.is_some_and(|at| at <= Instant::now());
            if is_due(&self.soon) {
                self.read_changed();
            }
            if is_due(&self.quiet) {
                self.read_aside();
            }
        }
        u8::from(!self.has_shut_down)
    }

    /// Takes a message. Were one to show a fault of ours, that request would fail and not the server.
    fn take(&mut self, message: Message) {
        match message {
            Message::Request(request) => {
                let id = request.id.clone();
                let done = panic::catch_unwind(AssertUnwindSafe(|| self.request(request)));
                let response = done.unwrap_or_else(|_: Box<dyn Any + Send>| {
                    Response::new_err(id, ErrorCode::InternalError as i32, words::failed())
                });
                self.client.answer(response);
            }
            Message::Notification(note) => {
                let _ = panic::catch_unwind(AssertUnwindSafe(|| self.note(note)));
            }
            Message::Response(_) => {}
        }
    }

    fn request(&mut self, request: Request) -> Response {
        let Request { id, method, params } = request;
        if self.has_shut_down {
            let code = ErrorCode::InvalidRequest as i32;
            return Response::new_err(id, code, words::too_late());
        }
        if method == "shutdown" {
            self.has_shut_down = true;
            return Response::new_ok(id, ());
        }
        // An answer is one on the texts as they are.
        self.read_changed();
        let view =
            View { columns: self.columns, documents: &self.documents, briefings: &self.briefings };
        match answers::answer(&view, &method, params) {
            Ok(value) => Response::new_ok(id, value),
            Err((code, why)) => Response::new_err(id, code as i32, why),
        }
    }

    fn note(&mut self, note: Notification) {
        let Notification { method, params } = note;
        match method.as_str() {
            DidOpenTextDocument::METHOD => {
                let Some(DidOpenTextDocumentParams { text_document: one }) = read(params) else {
                    return;
                };
                if let Some(path) = uri::path(&one.uri) {
                    self.documents.open(path.clone(), one.uri, one.version, one.text);
                    self.changed.insert(path);
                    self.read_changed();
                }
            }
            DidChangeTextDocument::METHOD => {
                let Some(params) = read::<DidChangeTextDocumentParams>(params) else { return };
                let Some(path) = uri::path(&params.text_document.uri) else { return };
                let version = params.text_document.version;
                let (columns, changes) = (self.columns, params.content_changes);
                if self.documents.change(&path, version, changes, columns) {
                    self.changed.insert(path);
                    self.soon = Some(Instant::now() + SOON);
                }
            }
            DidCloseTextDocument::METHOD => {
                let params = read::<DidCloseTextDocumentParams>(params);
                if let Some(path) = params.and_then(|one| uri::path(&one.text_document.uri)) {
                    self.close(&path);
                }
            }
            DidSaveTextDocument::METHOD
            | DidChangeWatchedFiles::METHOD
            | DidChangeWorkspaceFolders::METHOD => self.touch(),
            _ => {}
        }
    }

    /// Reads the texts that have changed, and says what is wrong.
    fn read_changed(&mut self) {
        self.soon = None;
        let mut roots = BTreeSet::new();
        for path in std::mem::take(&mut self.changed) {
            let Some(text) = self.documents.text(&path) else { continue };
            let root = Workspace::root_of(&path);
            if let Some(old) = self.documents.move_to(&path, &root) {
                self.leave(&old, &path);
            }
            if root == path && !words::may_be_briefing(&text) {
                self.forget(&root);
                continue;
            }
            let briefing =
                self.briefings.entry(root.clone()).or_insert_with(|| Workspace::open(&root));
            if let Some(inner) = briefing.inner(&path) {
                briefing.lay(&inner, &text);
            }
            roots.insert(root);
        }
        for root in roots {
            self.publish(&root);
        }
    }

    /// Says what is wrong with a briefing, and looks whether it must be read as a whole.
    fn publish(&mut self, root: &Path) {
        let Some(briefing) = self.briefings.get(root) else { return };
        if briefing.plan().is_some() {
            self.quiet = Some(Instant::now() + QUIET);
        }
        let publisher = self.published.entry(root.to_owned()).or_default();
        publisher.publish(briefing, &self.documents, self.columns, &self.client);
    }

    /// Takes away a briefing, and what was said of it.
    fn forget(&mut self, root: &Path) {
        self.briefings.remove(root);
        if let Some(mut publisher) = self.published.remove(root) {
            publisher.clear(&self.documents, &self.client);
        }
    }

    fn close(&mut self, path: &Path) {
        let root = self.documents.root(path).map(Path::to_owned);
        self.documents.close(path);
        self.changed.remove(path);
        if let Some(root) = root {
            self.leave(&root, path);
        }
    }

    /// Takes an open text away from a briefing that it is no part of any more.
    fn leave(&mut self, root: &Path, path: &Path) {
        let Some(briefing) = self.briefings.get_mut(root) else { return };
        if let Some(inner) = briefing.inner(path) {
            briefing.lift(&inner);
        }
        if self.documents.are_in(root) {
            self.publish(root);
        } else {
            self.forget(root);
        }
    }

    /// Files may have changed on the disk.
    fn touch(&mut self) {
        // A briefing.yaml that appears or goes makes files parts of another briefing.
        let is_moved = |path: &&PathBuf| {
            self.documents.root(path).is_some_and(|root| root != Workspace::root_of(path))
        };
        self.changed.extend(self.documents.paths().filter(is_moved).cloned());
        self.read_changed();
        let roots: Vec<PathBuf> = self.briefings.keys().cloned().collect();
        for root in roots {
            if let Some(briefing) = self.briefings.get_mut(&root) {
                briefing.touch();
            }
            self.publish(&root);
        }
    }

    /// Has a briefing read as a whole that is not known as it is; one at a time.
    fn read_aside(&mut self) {
        self.quiet = None;
        if self.aside.is_some() {
            return;
        }
        let due = self.briefings.iter().find_map(|(path, one)| Some((path, one.plan()?)));
        let Some((path, plan)) = due else { return };
        let (path, events) = (path.clone(), self.events.clone());
        self.aside = Some(path.clone());
        let work = move |plan: Plan| Box::new(plan.load());
        thread::spawn(move || {
            let whole = panic::catch_unwind(AssertUnwindSafe(|| work(plan))).ok();
            // The server may have ended.
            let _ = events.send(Event::Whole(path, whole));
        });
    }

    fn adopt(&mut self, path: &Path, whole: Option<Box<WholeLoad>>) {
        self.aside = None;
        if let (Some(briefing), Some(whole)) = (self.briefings.get_mut(path), whole) {
            briefing.adopt(*whole);
            self.publish(path);
        }
        // Another may wait.
        self.quiet.get_or_insert(Instant::now() + QUIET);
    }
}

/// The parameters of a note; one that cannot be read is passed over.
fn read<P: DeserializeOwned>(params: serde_json::Value) -> Option<P> {
    serde_json::from_value(params).ok()
}
