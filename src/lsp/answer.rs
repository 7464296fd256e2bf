//! The answer to a request: now, or once it is worked out.

use lsp_server::ErrorCode;
use serde_json::Value;

use super::client::Refusal;

/// The answer to a request.
pub(super) enum Answer {
    /// It is here.
    Now(Value),
    /// It takes a while, and can be worked out aside.
    Later(Work),
}

/// What works an answer out.
pub(super) type Work = Box<dyn FnOnce() -> Result<Value, Refusal> + Send>;

impl Answer {
    pub(super) fn later(work: impl FnOnce() -> Result<Value, Refusal> + Send + 'static) -> Self {
        Self::Later(Box::new(work))
    }
}

/// An answer as it is sent.
pub(super) fn written(value: impl serde::Serialize) -> Result<Value, Refusal> {
    serde_json::to_value(value).map_err(|error| (ErrorCode::InternalError, error.to_string()))
}
