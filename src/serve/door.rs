//! A connection from its first byte to its last: how long it may take for what.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use russh::server::{Config, run_stream};
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until, timeout_at};

use super::connection::{Connection, Stage};
use super::host::Host;
use super::inbox::Ending;
use super::stream::{Cut, Line};

/// How long a client may take until its reader is asked for something, or let in.
const HANDSHAKE: Duration = Duration::from_secs(20);
/// How long a reader may take to type what is asked for, all in all. People read a code off a wall.
const TYPING: Duration = Duration::from_mins(2);
/// How long a client that was let in may take to ask for something.
const IDLE: Duration = Duration::from_secs(10);

/// Looks after a connection until it ends.
pub(super) async fn attend(
    host: Arc<Host>,
    config: Arc<Config>,
    stream: TcpStream,
    from: SocketAddr,
) {
    let begun = Instant::now();
    let cut = Cut::default();
    let address = from.ip().to_canonical();
    let mut place = Some(host.lobby.enter(address, cut.clone()));
    let (stage, mut stages) = watch::channel(Stage::New);
    let connection = Connection::new(Arc::clone(&host), address, cut.clone(), stage);
    let inbox = connection.inbox();
    let line = Line::new(stream, cut.clone());
    let running = timeout_at(begun + HANDSHAKE, run_stream(config, line, connection)).await;
    let Ok(Ok(mut running)) = running else { return };
    loop {
        let stage = *stages.borrow_and_update();
        let until = match stage {
            Stage::New => Some(begun + HANDSHAKE),
            Stage::Asked => Some(begun + TYPING),
            Stage::In => Some(Instant::now() + IDLE),
            Stage::Begun => None,
        };
        if matches!(stage, Stage::In | Stage::Begun) {
            place = None;
        }
        tokio::select! {
            // However it ended: on a line of strangers there is nothing to be said of that.
            _ = &mut running => break,
            Ok(()) = stages.changed() => {}
            () = over(until) => cut.cut(),
        }
        if until.is_some_and(|until| until <= Instant::now()) {
            // It ends by itself now that its line is cut.
            let _ = running.await;
            break;
        }
    }
    drop(place);
    // The line is gone, whether or not its client has said so.
    inbox.end(Ending::Gone);
}

/// Waits until a time, if there is one.
async fn over(until: Option<Instant>) {
    match until {
        Some(until) => sleep_until(until).await,
        None => std::future::pending().await,
    }
}
