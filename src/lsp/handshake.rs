//! The beginning: both sides say what they can do.

use std::sync::mpsc::Receiver;

use lsp_server::{ErrorCode, Message, Request, Response};
use lsp_types::InitializeParams;

use super::abilities::Abilities;
use super::client::Client;
use super::event::Event;
use super::{answers, words};

/// What the client can do, as it says at the beginning; `None` if it has ended before. Until then every request is
/// refused.
pub(super) fn abilities(client: &Client, inbox: &Receiver<Event>) -> Option<Abilities> {
    loop {
        let Ok(Event::Message(message)) = inbox.recv() else { return None };
        match message {
            Message::Request(Request { id, method, params }) if method == "initialize" => {
                match serde_json::from_value::<InitializeParams>(params) {
                    Ok(params) => {
                        let abilities = Abilities::of(&params);
                        let told = answers::capabilities(abilities.columns);
                        client.answer(Response::new_ok(id, told));
                        return Some(abilities);
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
