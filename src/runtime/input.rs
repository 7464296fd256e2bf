//! Keys from the local terminal.

use std::sync::mpsc::Sender;
use std::thread;

use crossterm::event::{self, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::command::{Code, Key};

use super::Event;

/// Forwards what is typed, until the terminal or the receiver is gone.
///
/// The thread sleeps in a blocking read: it wakes for a key and for nothing else.
pub(super) fn listen(events: Sender<Event>) {
    thread::spawn(move || {
        loop {
            let event = match event::read() {
                Ok(event::Event::Key(key)) => self::key(key).map(Event::Key),
                Ok(event::Event::Paste(words)) => Some(Event::Paste(words)),
                // A new size is heard of as a signal, once.
                Ok(_) => None,
                Err(error) => Some(Event::Gone(error)),
            };
            let gone = matches!(event, Some(Event::Gone(_)));
            if event.is_some_and(|event| events.send(event).is_err()) || gone {
                return;
            }
        }
    });
}

/// A key as the reader means it; `None` for a release and for keys that attache does not know.
fn key(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let has = |modifier| event.modifiers.contains(modifier);
    let (ctrl, alt, shift) =
        (has(KeyModifiers::CONTROL), has(KeyModifiers::ALT), has(KeyModifiers::SHIFT));
    let code = match event.code {
        // A terminal sends Ctrl-] as the byte 0x1D, which crossterm reports as Ctrl-5.
        KeyCode::Char('5') if ctrl => Code::Char(']'),
        // Some terminals send the byte 0x08 for Backspace.
        KeyCode::Char('h') if ctrl => return Some(Key::plain(Code::Backspace)),
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::F(n) => Code::F(n),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab | KeyCode::BackTab => Code::Tab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        _ => return None,
    };
    let shift = (shift || event.code == KeyCode::BackTab) && !matches!(code, Code::Char(_));
    Some(Key { code, ctrl, alt, shift })
}
