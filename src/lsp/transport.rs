//! Messages over standard input and output.
//!
//! The transport of lsp-server ends at the first message that is none, and makes room for as many bytes as a
//! client says. This one passes over what it cannot read.

use std::io::{self, BufRead, Read, Write};
use std::thread::{self, JoinHandle};

use lsp_server::{Connection, Message, Notification, RequestId};
use serde::{Deserialize, Serialize};

/// Of a message of more bytes no more is read than what it is about.
pub(super) const LONGEST: u64 = 256 << 20;
/// A header of more bytes is no header.
const HEADER: u64 = 4096;

/// A connection to the client at standard input and output, and the thread that writes to it: that ends when
/// the connection is dropped.
pub(crate) fn standard() -> (Connection, JoinHandle<io::Result<()>>) {
    let (here, there) = Connection::memory();
    let Connection { sender, receiver } = there;
    thread::spawn(move || {
        let mut input = io::stdin().lock();
        // The channel is closed at the end of the input, which ends the server.
        while let Ok(Some(message)) = message(&mut input, LONGEST) {
            if sender.send(message).is_err() {
                break;
            }
        }
    });
    let writer = thread::spawn(move || {
        let mut output = io::stdout().lock();
        receiver.into_iter().try_for_each(|message| {
            message.write(&mut output)?;
            output.flush()
        })
    });
    (here, writer)
}

/// The next message; `None` at the end. One of more bytes than `longest` is a [`TooLong`].
fn message(input: &mut impl BufRead, longest: u64) -> io::Result<Option<Message>> {
    loop {
        let Some(length) = length(input)? else { return Ok(None) };
        let mut frame = input.by_ref().take(length);
        let message = if length > longest {
            let head = serde_json::from_reader(&mut frame).unwrap_or_default();
            io::copy(&mut frame, &mut io::sink())?;
            Some(too_long(head))
        } else {
            let mut bytes = Vec::new();
            frame.read_to_end(&mut bytes)?;
            serde_json::from_slice(&bytes).ok()
        };
        if let Some(message) = message {
            return Ok(Some(message));
        }
    }
}

fn too_long(head: Head) -> Message {
    let document = head.params.and_then(|params| params.text_document);
    let told = TooLong { id: head.id, uri: document.and_then(|document| document.uri) };
    let params = serde_json::to_value(told).unwrap_or_default();
    Notification { method: TooLong::METHOD.to_owned(), params }.into()
}

/// Stands in the place of a message that is too long.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct TooLong {
    /// That of the request, if it is one.
    pub(super) id: Option<RequestId>,
    /// The address of the file that it is about.
    pub(super) uri: Option<String>,
}

impl TooLong {
    pub(super) const METHOD: &str = "attache/tooLong";
}

/// What is read of a message that is too long.
#[derive(Debug, Default, Deserialize)]
struct Head {
    id: Option<RequestId>,
    params: Option<HeadParams>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct HeadParams {
    text_document: Option<HeadDocument>,
}

#[derive(Debug, Deserialize)]
struct HeadDocument {
    uri: Option<String>,
}

/// What the headers of the next message say of its length. Lines that are no headers are passed over.
fn length(input: &mut impl BufRead) -> io::Result<Option<u64>> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        if input.by_ref().take(HEADER).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&line);
        let line = line.trim();
        if line.is_empty() && length.is_some() {
            return Ok(length);
        }
        if let Some((name, value)) = line.split_once(':')
            && name.trim().eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().ok();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Message, message};

    /// The messages of an input, of which none may have more than 99 bytes: their methods, or what they are.
    #[track_caller]
    fn check(input: &str, expected: &[&str]) {
        let mut input = input.as_bytes();
        let mut found = Vec::new();
        while let Ok(Some(message)) = message(&mut input, 99) {
            found.push(match message {
                Message::Notification(note) if note.params.is_null() => note.method,
                Message::Notification(note) => format!("{} {}", note.method, note.params),
                other => format!("{other:?}"),
            });
        }
        assert_eq!(found, expected);
    }

    /// A message with its length.
    fn framed(json: &str) -> String {
        format!("Content-Length: {}\r\n\r\n{json}", json.len())
    }

    #[test]
    fn what_is_no_message_is_passed_over() {
        let one = r#"{"jsonrpc":"2.0","method":"one"}"#;
        let framed_one = framed(one);
        check(&format!("{framed_one}{}{framed_one}", framed("7")), &["one", "one"]);
        check(&format!("content-length:32\n\n{one}"), &["one"]);
        check(&format!("hello\r\n\r\nContent-Length: two\r\n\r\n{framed_one}"), &["one"]);
        check(&format!("Content-Type: x\r\n{framed_one}"), &["one"]);
        check("Content-Length: 99999999999999999999999\r\n\r\n", &[]);
        check("Content-Length: 10\r\n\r\n{}", &[]);
        check("", &[]);
    }

    #[test]
    fn of_what_is_too_long_is_told_what_it_is_about() {
        let text = "x".repeat(200);
        let document = format!(r#"{{"text":"{text}","uri":"file:///a"}}"#);
        let change = framed(&format!(r#"{{"method":"m","params":{{"textDocument":{document}}}}}"#));
        let ask = framed(&format!(r#"{{"id":4,"method":"{text}","params":[]}}"#));
        let rubbish = framed(&text);
        let one = framed(r#"{"jsonrpc":"2.0","method":"one"}"#);
        let about = |id: &str, uri: &str| format!(r#"attache/tooLong {{"id":{id},"uri":{uri}}}"#);
        let of_change = about("null", r#""file:///a""#);
        check(&format!("{change}{one}"), &[&of_change, "one"]);
        check(&format!("{ask}{one}"), &[&about("null", "null"), "one"]);
        check(&format!("{rubbish}{one}"), &[&about("null", "null"), "one"]);
        let ask = framed(&format!(r#"{{"id":4,"params":{{"query":"{text}"}}}}"#));
        check(&format!("{ask}{one}"), &[&about("4", "null"), "one"]);
        check("Content-Length: 999999999999\r\n\r\n{}", &[&about("null", "null")]);
    }
}
