//! Saying something to the client.

use lsp_server::{Connection, ErrorCode, Message, Notification, Request, RequestId, Response};
use lsp_types::notification::{Notification as Note, ShowMessage};
use lsp_types::request::Request as Ask;
use lsp_types::{MessageType, ShowMessageParams};

/// Why a request has no answer.
pub(super) type Refusal = (ErrorCode, String);

/// The way to the client.
pub(super) struct Client(Connection);

impl Client {
    pub(super) fn new(connection: Connection) -> Self {
        Self(connection)
    }

    /// Says something to it. Whether it still listens, the loop finds out.
    fn send(&self, message: impl Into<Message>) {
        let _ = self.0.sender.send(message.into());
    }

    pub(super) fn answer(&self, response: Response) {
        self.send(response);
    }

    pub(super) fn refuse(&self, id: RequestId, code: ErrorCode, why: String) {
        self.send(Response::new_err(id, code as i32, why));
    }

    /// Asks it for something. Nothing hangs on its answer.
    pub(super) fn ask<R: Ask>(&self, id: &str, params: R::Params) {
        self.send(Request::new(id.to_owned().into(), R::METHOD.to_owned(), params));
    }

    /// Tells whoever writes that something cannot be done.
    pub(super) fn warn(&self, message: String) {
        self.tell::<ShowMessage>(ShowMessageParams { typ: MessageType::WARNING, message });
    }

    pub(super) fn tell<N: Note>(&self, params: N::Params) {
        self.send(Notification::new(N::METHOD.to_owned(), params));
    }
}
