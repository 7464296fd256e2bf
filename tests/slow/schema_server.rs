//! The schemas as an editor reads them, through the real yaml-language-server.
//!
//! It is looked for below `YAML_LANGUAGE_SERVER`, a folder with a `node_modules`, or where `.ci/run` puts it.
#![allow(clippy::unwrap_used, clippy::print_stderr)] // a test may fail where it stands, or say what it left out

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use attache::load::{MappingKind, json_schema, modeline};
use serde_json::{Value, json};

/// The program of the server, if it is installed.
fn program() -> Option<PathBuf> {
    let folder = std::env::var_os("YAML_LANGUAGE_SERVER").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("target/yaml-language-server"),
        PathBuf::from,
    );
    let program = folder.join("node_modules/.bin/yaml-language-server");
    program.exists().then_some(program)
}

/// A server that runs, and a client of it.
struct Server {
    child: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    asked: u64,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    fn start(program: &Path) -> Self {
        let mut child = Command::new(program)
            .arg("--stdio")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let (to, from) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        let mut server = Self { child, to, from: BufReader::new(from), asked: 0 };
        let capabilities = json!({ "workspace": { "configuration": true } });
        server.ask(
            "initialize",
            &json!({ "processId": null, "rootUri": null, "capabilities": capabilities }),
        );
        server.tell("initialized", &json!({}));
        server
    }

    fn send(&mut self, message: &Value) {
        let message = message.to_string();
        write!(self.to, "Content-Length: {}\r\n\r\n{message}", message.len()).unwrap();
        self.to.flush().unwrap();
    }

    fn tell(&mut self, method: &str, params: &Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// The next message, after what the server asks of its client was answered.
    fn next(&mut self) -> Value {
        loop {
            let mut length = 0;
            loop {
                let mut line = String::new();
                assert!(self.from.read_line(&mut line).unwrap() > 0, "the server has ended");
                match line.trim().split_once(": ") {
                    Some(("Content-Length", number)) => length = number.parse().unwrap(),
                    Some(_) => {}
                    None => break,
                }
            }
            let mut message = vec![0; length];
            self.from.read_exact(&mut message).unwrap();
            let message: Value = serde_json::from_slice(&message).unwrap();
            let is_question = message.get("method").is_some() && message.get("id").is_some();
            if !is_question {
                return message;
            }
            let result = match message["method"].as_str() {
                Some("workspace/configuration") => {
                    let items = message["params"]["items"].as_array().unwrap();
                    items.iter().map(|item| settings(&item["section"])).collect()
                }
                _ => Value::Null,
            };
            self.send(&json!({ "jsonrpc": "2.0", "id": message["id"], "result": result }));
        }
    }

    fn ask(&mut self, method: &str, params: &Value) -> Value {
        self.asked += 1;
        let id = self.asked;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        loop {
            let mut message = self.next();
            if message["id"] == id {
                return message["result"].take();
            }
        }
    }

    /// What the server finds wrong with a file that is opened.
    fn faults(&mut self, uri: &str, text: &str) -> Vec<String> {
        let document = json!({ "uri": uri, "languageId": "yaml", "version": 1, "text": text });
        self.tell("textDocument/didOpen", &json!({ "textDocument": document }));
        loop {
            let message = self.next();
            if message["method"] == "textDocument/publishDiagnostics"
                && message["params"]["uri"] == uri
            {
                let all = message["params"]["diagnostics"].as_array().unwrap();
                return all.iter().map(|one| one["message"].as_str().unwrap().to_owned()).collect();
            }
        }
    }

    /// What it offers at a place of the file, counted from 0.
    fn offers(&mut self, uri: &str, line: usize, character: usize) -> Vec<String> {
        let place = json!({ "line": line, "character": character });
        let params = json!({ "textDocument": { "uri": uri }, "position": place });
        let offers = self.ask("textDocument/completion", &params);
        let items = offers["items"].as_array().unwrap();
        items.iter().map(|one| one["label"].as_str().unwrap().to_owned()).collect()
    }
}

fn settings(section: &Value) -> Value {
    match section.as_str() {
        Some("yaml") => json!({
            "validate": true, "completion": true, "hover": true,
            "schemaStore": { "enable": false }, "schemas": {},
        }),
        _ => json!({}),
    }
}

#[test]
fn an_editor_completes_keys_and_words_and_marks_what_is_wrong() {
    let Some(program) = program() else {
        eprintln!("left out: there is no yaml-language-server");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let (line, schema) = modeline("sections/a.yaml").unwrap();
    let schema = folder.path().join(schema);
    fs::create_dir_all(schema.parent().unwrap()).unwrap();
    fs::create_dir_all(folder.path().join("sections")).unwrap();
    fs::write(schema, json_schema(MappingKind::Section)).unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join("sections").join(name);
        let text = format!("{line}{text}");
        fs::write(&path, &text).unwrap();
        (format!("file://{}", path.display()), text)
    };
    let mut server = Server::start(&program);

    let (good, text) = file("good.yaml", "title: T\nbody:\n  - text: A.\n    evidence: \n  - \n");
    let faults = server.faults(&good, &text);
    assert!(faults.iter().all(|fault| !fault.contains("draft")), "{faults:?}");
    let words = server.offers(&good, 4, 14);
    assert!(words.contains(&"reporting".to_owned()), "{words:?}");
    let keys = server.offers(&good, 5, 4);
    for key in ["text", "quote", "question"] {
        assert!(keys.iter().any(|offer| offer.contains(key)), "{key} is not in {keys:?}");
    }

    let (clean, text) =
        file("clean.yaml", "title: T\nbody:\n  - text: A.\n    evidence: reporting\n");
    assert_eq!(server.faults(&clean, &text), Vec::<String>::new());
    let (bad, text) =
        file("bad.yaml", "title: T\nbdoy: []\nbody:\n  - {text: A., evidence: rumour}\n");
    let faults = server.faults(&bad, &text);
    assert!(faults.iter().any(|fault| fault.contains("bdoy")), "{faults:?}");
    assert!(faults.len() >= 2, "{faults:?}");
}
