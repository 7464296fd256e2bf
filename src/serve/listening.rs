//! Where clients come in, and how many at once.

use std::io;
use std::net::{SocketAddr, TcpListener as StdListener};
use std::sync::Arc;
use std::time::Duration;

use russh::server::Config;
use socket2::{Domain, Protocol, Socket, Type};
use tokio::net::TcpListener;
use tokio::time::sleep;

use super::door::attend;
use super::host::Host;
use super::words;

/// How much of what is sent to a client waits in the system: no more, so that what a slow one sees is not old.
const SEND_BUFFER: usize = 64 * 1024;
/// How many connections wait to be taken.
const BACKLOG: i32 = 256;
/// How long nothing is taken after a failure, such as too many open files.
const AFTER_FAILURE: Duration = Duration::from_millis(50);

/// Listens at an address.
///
/// # Errors
/// The system does not let it.
pub(super) fn listen(address: SocketAddr) -> io::Result<StdListener> {
    let socket = Socket::new(Domain::for_address(address), Type::STREAM, Some(Protocol::TCP))?;
    if address.is_ipv6() {
        // So that the other kind of addresses has its own.
        socket.set_only_v6(true)?;
    }
    socket.set_reuse_address(true)?;
    // What is accepted has the same.
    socket.set_send_buffer_size(SEND_BUFFER)?;
    socket.bind(&address.into())?;
    socket.listen(BACKLOG)?;
    socket.set_nonblocking(true)?;
    Ok(socket.into())
}

/// Takes connections for ever.
pub(super) async fn take_connections(listener: TcpListener, host: Arc<Host>, config: Arc<Config>) {
    loop {
        match listener.accept().await {
            Ok((stream, from)) => {
                // A frame is one write: none waits for the answer to the one before.
                let _ = stream.set_nodelay(true);
                tokio::spawn(attend(Arc::clone(&host), Arc::clone(&config), stream, from));
            }
            Err(error) => {
                host.log.say(&words::not_accepted(&crate::base::why(&error)));
                sleep(AFTER_FAILURE).await;
            }
        }
    }
}
