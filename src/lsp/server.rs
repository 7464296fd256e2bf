//! The loop: what the client says, and what it is told.

use std::any::Any;
use std::collections::{BTreeMap, BTreeSet};
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use lsp_server::{Connection, ErrorCode, Message, Notification, Request, RequestId, Response};
use lsp_types::notification::{
    Cancel, DidChangeTextDocument, DidChangeWatchedFiles, DidChangeWorkspaceFolders,
    DidCloseTextDocument, DidOpenTextDocument, DidSaveTextDocument, Notification as _,
};
use lsp_types::request::{RegisterCapability, Request as _, WorkspaceSymbolRequest};
use lsp_types::{
    CancelParams, DidChangeTextDocumentParams, DidCloseTextDocumentParams,
    DidOpenTextDocumentParams, NumberOrString,
};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::abilities::Abilities;
use super::answer::{Answer, Work};
use super::client::{Client, Refusal};
use super::documents::Documents;
use super::event::Event;
use super::names::NameCache;
use super::pending::Pending;
use super::publish::Publisher;
use super::transport::{self, TooLong};
use super::view::View;
use super::{answers, handshake, uri, words};
use crate::load::{Plan, WholeLoad, Workspace};

/// How long after the last change it is read: several in one moment are one.
const SOON: Duration = Duration::from_millis(25);
/// How long after it a large briefing is read as a whole.
const QUIET: Duration = Duration::from_millis(250);

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
    let Some(abilities) = handshake::abilities(&client, &inbox) else { return 1 };
    if abilities.watches {
        client.ask::<RegisterCapability>("files", answers::watched_files());
    }
    Server::new(client, events, abilities).run(&inbox)
}

struct Server {
    client: Client,
    events: Sender<Event>,
    abilities: Abilities,
    documents: Documents,
    briefings: BTreeMap<PathBuf, Workspace>,
    published: BTreeMap<PathBuf, Publisher>,
    names: NameCache,
    pending: Pending,
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
    fn new(client: Client, events: Sender<Event>, abilities: Abilities) -> Self {
        Self {
            client,
            events,
            abilities,
            documents: Documents::default(),
            briefings: BTreeMap::new(),
            published: BTreeMap::new(),
            names: NameCache::default(),
            pending: Pending::default(),
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
                Ok(Event::Answer(id, answer)) => self.answer(id, answer),
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
                done.unwrap_or_else(|_: Box<dyn Any + Send>| {
                    self.client.refuse(id, ErrorCode::InternalError, words::failed());
                });
            }
            Message::Notification(_) if self.has_shut_down => {}
            Message::Notification(note) => {
                let _ = panic::catch_unwind(AssertUnwindSafe(|| self.note(note)));
            }
            Message::Response(_) => {}
        }
    }

    fn request(&mut self, request: Request) {
        let id = request.id.clone();
        match request.method.as_str() {
            _ if self.has_shut_down => {
                self.client.refuse(id, ErrorCode::InvalidRequest, words::too_late());
            }
            "shutdown" => {
                self.has_shut_down = true;
                for id in self.pending.end_all() {
                    self.client.refuse(id, ErrorCode::ServerCancelled, words::cancelled());
                }
                self.client.answer(Response::new_ok(id, ()));
            }
            "initialize" => {
                self.client.refuse(id, ErrorCode::InvalidRequest, words::initialized_twice());
            }
            _ => self.ask(request),
        }
    }

    /// Answers a request, once what it is about was read.
    fn ask(&mut self, request: Request) {
        // An answer is one on the texts as they are.
        self.read_changed();
        if self.must_wait(&request) {
            return self.pending.wait(request);
        }
        let Request { id, method, params } = request;
        let view = View {
            abilities: self.abilities,
            documents: &self.documents,
            briefings: &self.briefings,
            names: &self.names,
        };
        match answers::answer(&view, &method, params) {
            Ok(Answer::Later(work)) => self.work(id, work),
            Ok(Answer::Now(value)) => self.client.answer(Response::new_ok(id, value)),
            Err((code, why)) => self.client.refuse(id, code, why),
        }
    }

    /// Whether a request is about a briefing that is not read yet, or about all there are.
    fn must_wait(&self, request: &Request) -> bool {
        let mut unread = self.briefings.iter().filter(|(_, briefing)| !briefing.is_read());
        match answers::document(&request.params).and_then(|uri| uri::path(&uri)) {
            None => request.method == WorkspaceSymbolRequest::METHOD && unread.next().is_some(),
            Some(path) => {
                let root = self.documents.root(&path).map(Path::to_owned);
                let root = root.unwrap_or_else(|| Workspace::root_of(&path));
                unread.any(|(path, _)| *path == root)
            }
        }
    }

    /// Works an answer out aside.
    fn work(&mut self, id: RequestId, work: Work) {
        self.pending.begin(id.clone());
        let events = self.events.clone();
        thread::spawn(move || {
            let failed = |_| Err((ErrorCode::InternalError, words::failed()));
            let answer = panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(failed);
            // The server may have ended.
            let _ = events.send(Event::Answer(id, answer));
        });
    }

    /// Gives the answer that was worked out aside, unless the request was cancelled.
    fn answer(&mut self, id: RequestId, answer: Result<Value, Refusal>) {
        if !self.pending.end(&id) {
            return;
        }
        match answer {
            Ok(value) => self.client.answer(Response::new_ok(id, value)),
            Err((code, why)) => self.client.refuse(id, code, why),
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
                let document = answers::document(&params).and_then(|uri| uri::path(&uri));
                let Some(path) = document else { return };
                let Some(params) = read::<DidChangeTextDocumentParams>(params) else {
                    return self.lose(&path);
                };
                let version = params.text_document.version;
                let changes = params.content_changes;
                if self.documents.change(&path, version, &changes, self.abilities.columns) {
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
            Cancel::METHOD => {
                let Some(CancelParams { id }) = read(params) else { return };
                let id = match id {
                    NumberOrString::Number(id) => id.into(),
                    NumberOrString::String(id) => RequestId::from(id),
                };
                if self.pending.end(&id) {
                    self.client.refuse(id, ErrorCode::RequestCanceled, words::cancelled());
                }
            }
            TooLong::METHOD => {
                let Some(TooLong { id, uri }) = read(params) else { return };
                let path = uri.and_then(|uri| uri::path(&uri.parse().ok()?));
                match (id, path) {
                    (Some(id), _) => {
                        let why = words::too_long(transport::LONGEST);
                        self.client.refuse(id, ErrorCode::InvalidRequest, why);
                    }
                    (None, Some(path)) => self.lose(&path),
                    (None, None) => self.client.warn(words::too_long(transport::LONGEST)),
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
                self.briefings.entry(root.clone()).or_insert_with(|| Workspace::new(&root));
            if let Some(inner) = briefing.inner(&path) {
                briefing.lay(&inner, &text);
            }
            roots.insert(root);
        }
        for root in roots {
            self.publish(&root);
        }
        if self.briefings.values().any(|briefing| !briefing.is_read()) {
            self.read_aside();
        }
    }

    /// Says what is wrong with a briefing that was read, and looks whether it must be read as a whole.
    fn publish(&mut self, root: &Path) {
        let Some(briefing) = self.briefings.get(root).filter(|one| one.is_read()) else { return };
        if briefing.plan().is_some() {
            self.quiet = Some(Instant::now() + QUIET);
        }
        let publisher = self.published.entry(root.to_owned()).or_default();
        publisher.publish(briefing, &self.documents, self.abilities.columns, &self.client);
    }

    /// Takes away a briefing, and what was said of it.
    fn forget(&mut self, root: &Path) {
        self.briefings.remove(root);
        self.names.forget(root);
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

    /// Says that an open text is not known any more, and goes on as if it were not open.
    fn lose(&mut self, path: &Path) {
        if self.documents.get(path).is_some() {
            self.close(path);
        }
        self.client.warn(words::lost_text(&path.to_string_lossy()));
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

    /// Has a briefing read as a whole that is not known as it is; one at a time, and first one of which nothing is
    /// known.
    fn read_aside(&mut self) {
        self.quiet = None;
        if self.aside.is_some() {
            return;
        }
        let due = self.briefings.iter().filter(|(_, briefing)| briefing.plan().is_some());
        let Some((path, briefing)) = due.min_by_key(|(_, briefing)| briefing.is_read()) else {
            return;
        };
        let plan = briefing.now();
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
        if let Some(briefing) = self.briefings.get_mut(path) {
            match whole {
                Some(whole) => briefing.adopt(*whole),
                None => briefing.give_up(),
            }
            self.publish(path);
        }
        for request in self.pending.take_waiting() {
            self.take(request.into());
        }
        // Another may wait.
        if self.briefings.values().any(|briefing| !briefing.is_read()) {
            self.read_aside();
        } else {
            self.quiet.get_or_insert(Instant::now() + QUIET);
        }
    }
}

/// The parameters of a note; one that cannot be read is passed over.
fn read<P: DeserializeOwned>(params: serde_json::Value) -> Option<P> {
    serde_json::from_value(params).ok()
}
