//! The language server, as an editor meets it: messages in, messages out.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test may fail where it stands

mod answers;
mod completion;
mod faults;
mod protocol;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use lsp_server::{Connection, Message, Notification, Request, RequestId, Response};
use serde_json::{Value, json};

/// Longer than any answer takes.
const LONG: Duration = Duration::from_mins(1);

/// The files of a small briefing. What a test needs otherwise it changes.
const FILES: [(&str, &str); 5] = [
    ("briefing.yaml", "format: 1\ntitle: Ports\nsections: [harbour, sea]\n"),
    (
        "instruments.yaml",
        "instruments:
  - id: port-treaty
    title: Treaty on Ports
    short: Port Treaty
    parties: [kim]
    articles:
      - number: 1
        title: Scope
        text: \"1. Ports are open.\\n2. Ships may:\\n(a) enter;\\n(b) leave.\"
      - number: 2
        title: Dues
        see: [1]
  - id: sea-act
    title: Sea Act
    articles:
      - number: 7
        title: Waves
",
    ),
    (
        "actors.yaml",
        "actors:
  - id: kim
    name: Kim Harbour
    kind: person
    role: Keeps the harbour.
  - id: guild
    name: Guild of Pilots
    kind: organization
    relations:
      - {to: kim, label: works for}
",
    ),
    (
        "sources.yaml",
        "sources:
  - id: log
    title: Log of the harbour
    url: https://log.example/1
",
    ),
    (
        "sections/harbour.yaml",
        "title: The harbour
body:
  - id: gate
    text: >-
      [Kim](actor:kim) keeps it, as
      [Article 1](article:1(2)(a)) says.
    sources: [log]
  - text: \"See [the gate](section:harbour/gate), [](actor:guild) and [log](https://log.example/2).\"
",
    ),
];

const SEA: (&str, &str) =
    ("sections/sea.yaml", "title: The sea\nbody:\n  - text: It is [wide](article:sea-act/7).\n");

/// An editor at work on a briefing.
struct Editor {
    folder: tempfile::TempDir,
    client: Connection,
    server: Option<JoinHandle<u8>>,
    last_id: i32,
    version: i32,
    /// How many answers came to what was not asked, or was answered already.
    unasked: usize,
    /// What the server has asked, and what it has told whoever writes.
    asked: Vec<(String, Value)>,
    /// What was said of each file last, and of which version of it.
    said: BTreeMap<String, (Option<i64>, Vec<Value>)>,
}

impl Editor {
    /// At the briefing of [`FILES`].
    fn new() -> Self {
        let mut editor = Self::bare();
        for (path, text) in FILES.iter().chain([&SEA]) {
            editor.write(path, text);
        }
        editor.initialize(&json!({}));
        editor
    }

    /// With a server that was told nothing yet, and no files.
    fn bare() -> Self {
        let (client, server) = Connection::memory();
        Self {
            folder: tempfile::tempdir().unwrap(),
            client,
            server: Some(thread::spawn(move || attache::lsp::serve(server))),
            last_id: 0,
            version: 0,
            unasked: 0,
            asked: Vec::new(),
            said: BTreeMap::new(),
        }
    }

    fn initialize(&mut self, capabilities: &Value) -> Value {
        let answer = self.ask("initialize", json!({"capabilities": capabilities})).unwrap();
        self.tell("initialized", json!({}));
        answer
    }

    fn path(&self, inner: &str) -> PathBuf {
        self.folder.path().join(inner)
    }

    fn write(&self, inner: &str, text: &str) {
        let path = self.path(inner);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    fn uri(&self, inner: &str) -> String {
        format!("file://{}", self.path(inner).display())
    }

    fn document(&self, inner: &str) -> Value {
        json!({"uri": self.uri(inner)})
    }

    /// Opens a file with this text, which is not saved.
    fn open(&mut self, inner: &str, text: &str) {
        let uri = self.uri(inner);
        self.version += 1;
        let document =
            json!({"uri": uri, "languageId": "yaml", "version": self.version, "text": text});
        self.tell("textDocument/didOpen", json!({"textDocument": document}));
    }

    /// Changes all of an open text.
    fn change(&mut self, inner: &str, text: &str) {
        self.edit(inner, &json!([{"text": text}]));
    }

    fn edit(&mut self, inner: &str, changes: &Value) {
        self.version += 1;
        let document = json!({"uri": self.uri(inner), "version": self.version});
        let params = json!({"textDocument": document, "contentChanges": changes});
        self.tell("textDocument/didChange", params);
    }

    fn tell(&self, method: &str, params: Value) {
        self.client.sender.send(Notification::new(method.to_owned(), params).into()).unwrap();
    }

    /// Asks, and waits for the answer: a value, or a code.
    fn ask(&mut self, method: &str, params: Value) -> Result<Value, i32> {
        self.last_id += 1;
        let id = self.last_id;
        let request = Request::new(id.into(), method.to_owned(), params);
        self.client.sender.send(request.into()).unwrap();
        self.answer(&id.into())
    }

    /// Waits for the answer to a request: a value, or a code.
    fn answer(&mut self, id: &RequestId) -> Result<Value, i32> {
        loop {
            let message = self.client.receiver.recv_timeout(LONG).expect("an answer");
            match message {
                Message::Response(Response { id: of, response_result }) if of == *id => {
                    return response_result.map_err(|error| error.code);
                }
                Message::Response(_) => self.unasked += 1,
                other => self.hear(other),
            }
        }
    }

    fn hear(&mut self, message: Message) {
        if let Message::Request(Request { method, params, .. }) = message {
            self.asked.push((method, params));
            return;
        }
        let Message::Notification(Notification { method, params }) = message else { return };
        if method == "window/showMessage" {
            self.asked.push((method, params));
            return;
        }
        assert_eq!(method, "textDocument/publishDiagnostics");
        let uri = params["uri"].as_str().unwrap();
        let inner = uri.strip_prefix(&self.uri("")).unwrap_or(uri).to_owned();
        let faults = params["diagnostics"].as_array().unwrap().clone();
        self.said.insert(inner, (params["version"].as_i64(), faults));
    }

    /// Waits until all that was said before was heard and answered, and all briefings were read.
    fn settle(&mut self) {
        assert!(self.ask("workspace/symbol", json!({"query": ""})).is_ok());
    }

    /// What was said of a file last: `line:column rule`, as editors count them.
    fn faults(&mut self, inner: &str) -> Vec<String> {
        self.settle();
        let faults = self.said.get(inner).map(|(_, faults)| faults.clone()).unwrap_or_default();
        let told = |fault: &Value| {
            let start = &fault["range"]["start"];
            format!("{}:{} {}", start["line"], start["character"], fault["code"].as_str().unwrap())
        };
        faults.iter().map(told).collect()
    }

    /// Ends the server; its exit code.
    fn end(mut self) -> u8 {
        self.tell("exit", json!(null));
        self.server.take().unwrap().join().unwrap()
    }
}

/// A text without its `|`, and where that stood, in lines and columns of UTF-16.
fn cursor(text: &str) -> (String, Value) {
    let at = text.find('|').expect("a cursor");
    let before = &text[..at];
    let line = before.matches('\n').count();
    let column = before.rsplit('\n').next().unwrap_or_default().encode_utf16().count();
    (text.replacen('|', "", 1), json!({"line": line, "character": column}))
}

/// The words of a text in a range, in columns of UTF-16.
fn words(text: &str, range: &Value) -> String {
    let place = |at: &Value| {
        let number = |key: &str| usize::try_from(at[key].as_u64().unwrap()).unwrap();
        let (line, column) = (number("line"), number("character"));
        let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
        let mut units = 0;
        let rest = &text[start..];
        let inside = rest.char_indices().find(|(_, c)| {
            let is_there = units >= column;
            units += c.len_utf16();
            is_there
        });
        start + inside.map_or(rest.len(), |(at, _)| at)
    };
    text[place(&range["start"])..place(&range["end"])].to_owned()
}

/// The text of one of [`FILES`].
fn text_of(inner: &str) -> &'static str {
    let mut files = FILES.iter().chain([&SEA]);
    files.find(|(path, _)| *path == inner).map(|(_, text)| *text).unwrap()
}

/// The text of one of [`FILES`] with other words in the place of some, of which one `|` marks the cursor.
fn with(inner: &str, words: &str, others: &str) -> String {
    let text = text_of(inner);
    assert!(text.contains(words), "{words}");
    text.replacen(words, others, 1)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}
