//! Messages over standard input and output.
//!
//! The transport of lsp-server ends at the first message that is none, and makes room for as many bytes as a
//! client says. This one passes over what it cannot read.

use std::io::{self, BufRead, Read, Write};
use std::thread::{self, JoinHandle};

use lsp_server::{Connection, Message};

/// A message of more bytes is passed over.
const LONGEST: u64 = 256 << 20;
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
        while let Ok(Some(bytes)) = frame(&mut input) {
            let Ok(message) = serde_json::from_slice::<Message>(&bytes) else { continue };
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

/// The bytes of the next message; `None` at the end.
fn frame(input: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    loop {
        let Some(length) = length(input)? else { return Ok(None) };
        let mut message = input.by_ref().take(length);
        if length > LONGEST {
            io::copy(&mut message, &mut io::sink())?;
            continue;
        }
        let mut bytes = Vec::new();
        message.read_to_end(&mut bytes)?;
        return Ok(Some(bytes));
    }
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
    use super::frame;

    #[track_caller]
    fn check(input: &str, expected: &[&str]) {
        let mut input = input.as_bytes();
        let mut found = Vec::new();
        while let Ok(Some(bytes)) = frame(&mut input) {
            found.push(String::from_utf8_lossy(&bytes).into_owned());
        }
        assert_eq!(found, expected);
    }

    #[test]
    fn what_is_no_message_is_passed_over() {
        check("Content-Length: 2\r\n\r\n{}Content-Length: 1\r\n\r\n1", &["{}", "1"]);
        check("content-length:2\n\n{}", &["{}"]);
        check("hello\r\n\r\nContent-Length: two\r\n\r\nContent-Length: 2\r\n\r\n{}", &["{}"]);
        check("Content-Type: x\r\nContent-Length: 2\r\n\r\n{}", &["{}"]);
        check("Content-Length: 99999999999999999999999\r\n\r\n", &[]);
        check("Content-Length: 999999999999\r\n\r\n{}", &[]);
        check("Content-Length: 10\r\n\r\n{}", &["{}"]);
        check("", &[]);
    }
}
