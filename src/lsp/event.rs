//! What comes to the loop: from the client, and from what is worked out aside.

use std::path::PathBuf;

use lsp_server::{Message, RequestId};
use serde_json::Value;

use super::client::Refusal;
use crate::load::WholeLoad;

/// What comes to the loop.
pub(super) enum Event {
    Message(Message),
    /// A briefing was read as a whole; nothing if that could not be done.
    Whole(PathBuf, Option<Box<WholeLoad>>),
    /// The answer to a request, which was worked out aside.
    Answer(RequestId, Result<Value, Refusal>),
    /// The client is gone.
    End,
}
