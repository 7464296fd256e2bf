//! The way to one client: what is sent waits for it, but not for ever.
//!
//! Nothing is sent from within a handler of the SSH library: that would queue without end for a client that does not
//! read. Who waits here waits alone.

use std::time::Duration;

use russh::ChannelId;
use russh::server::Handle;
use tokio::time::{sleep, timeout};

use super::stream::Cut;

/// How long a client may take for what it is sent at once.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long it may take for the last words.
const LAST: Duration = Duration::from_secs(2);
/// The most that is sent at once, in bytes.
const MOST: usize = 32 * 1024;
/// What a program writes besides its output (RFC 4254, 5.2).
const STANDARD_ERROR: u32 = 1;

/// The channel of a client.
pub(super) struct Wire {
    pub(super) handle: Handle,
    pub(super) channel: ChannelId,
    pub(super) cut: Cut,
}

impl Wire {
    /// Sends bytes. Answers whether the client takes them; if not, its line is cut.
    pub(super) async fn send(&self, bytes: &[u8]) -> bool {
        for part in bytes.chunks(MOST) {
            let sent = timeout(PATIENCE, self.handle.data(self.channel, part.to_vec())).await;
            if !matches!(sent, Ok(Ok(()))) {
                self.cut.cut();
                return false;
            }
        }
        true
    }

    /// Says something beside the output, in lines.
    pub(super) async fn say(&self, words: &str) {
        let lines = words.replace('\n', "\r\n") + "\r\n";
        let said = self.handle.extended_data(self.channel, STANDARD_ERROR, lines.into_bytes());
        // Who does not hear it is cut off at the end.
        let _ = timeout(LAST, said).await;
    }

    /// Ends the channel with an exit status, and sees that the line ends too. The order is the one by which clients
    /// take the status over.
    pub(super) async fn close(self, status: u32) {
        let Self { handle, channel, cut } = self;
        let close = async {
            let _ = handle.exit_status_request(channel, status).await;
            let _ = handle.eof(channel).await;
            let _ = handle.close(channel).await;
            // The client closes its end, and by that the line.
            sleep(LAST).await;
        };
        let _ = timeout(2 * LAST, close).await;
        cut.cut();
    }
}
