//! SSH in front of many sessions: whoever comes in reads the same briefings, each on a terminal of their own.
//!
//! A client reaches a session and what three words print, and nothing else: there is no shell, no program is run, no
//! file is named. The SSH library, its threads and its types stand in this layer alone. Sessions are turned by its
//! few threads when something has come for them; what takes long is done aside, and one thread has the file of all
//! that readers leave.

mod asked;
mod code;
mod connection;
mod door;
mod doors;
mod host;
mod host_key;
mod inbox;
mod listening;
mod lobby;
mod log;
mod opening;
mod own_words;
mod printing;
mod reading;
mod roster;
mod sign_in;
mod stream;
mod terminal;
mod window;
mod wire;
mod words;

use std::io::{self, Write};
use std::net::{SocketAddr, TcpListener as StdListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use russh::keys::PrivateKey;
use russh::server::Config;
use russh::{MethodSet, SshId};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use tokio::net::TcpListener;
use tokio::runtime::Builder;
use tokio::signal::unix::{SignalKind, signal};
use tokio::time::timeout;

use crate::base::why;
use crate::runtime::{Aside, Keeper, SharedBriefing};

pub(crate) use code::Code;
pub(crate) use doors::{Doors, read_keys};
pub(crate) use log::Log;

use host::Host;
use host_key::HostKeyError;
use lobby::Lobby;
use own_words::OwnWords;
use roster::Roster;

/// How many connections are held that have not come in.
const AT_THE_DOOR: usize = 300;
/// The most threads that wait for the disk or hash words.
const BLOCKING: usize = 8;
/// How long all sessions may take to end.
const GOODBYE: Duration = Duration::from_secs(5);

/// What is served, where, and to whom.
pub(crate) struct ServeOptions {
    /// What there is to read.
    pub briefings: Vec<Arc<SharedBriefing>>,
    /// The addresses to listen at; port 0 is one that is free.
    pub listen: Vec<SocketAddr>,
    /// Who may come in. Where that is nobody, a code is made.
    pub doors: Doors,
    /// How many sessions there are at once.
    pub seats: usize,
    /// What readers are told at the beginning.
    pub motd: Option<String>,
    /// Where the host's key is, and the file of what readers leave.
    pub folder: PathBuf,
    /// What happens is written down there.
    pub log: Log,
}

/// Why nobody can be served.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ServeError {
    /// There is no host key.
    #[error(transparent)]
    HostKey(#[from] HostKeyError),
    /// An address cannot be listened at.
    #[error("{}", words::not_listening(.address, .why))]
    NotListening {
        /// The address.
        address: SocketAddr,
        /// What the system says.
        why: String,
    },
    /// The system gives no threads.
    #[error("{}", words::no_threads(.0))]
    NoThreads(String),
    /// No code can be made.
    #[error("{}", words::no_randomness())]
    NoRandomness,
    /// What is said at the beginning cannot be written.
    #[error(transparent)]
    Output(#[from] io::Error),
}

/// Serves until a signal ends it (SIGINT, SIGTERM). What is said at the beginning goes to `out`.
pub(crate) fn serve(options: ServeOptions, out: &mut impl Write) -> Result<(), ServeError> {
    let ServeOptions { briefings, listen, mut doors, seats, motd, folder, log } = options;
    if !doors.lets_in() {
        doors.code = Some(Code::made().map_err(|_| ServeError::NoRandomness)?);
    }
    allow_many_lines();
    let key = host_key::host_key(&folder)?;
    let fingerprint = host_key::fingerprint(key.public_key());
    let listeners = listen_at(&listen)?;
    let bound: Vec<SocketAddr> =
        listeners.iter().map(StdListener::local_addr).collect::<io::Result<_>>()?;
    let no_threads = |error: io::Error| ServeError::NoThreads(why(&error));
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let runtime = Builder::new_multi_thread()
        .worker_threads(cores)
        .max_blocking_threads(BLOCKING)
        .thread_name("serve")
        .enable_all()
        .build()
        .map_err(no_threads)?;
    let keeper = Keeper::start(Ok(folder.join("readers.sqlite3")));
    let keeper = keeper.ok_or_else(|| no_threads(io::ErrorKind::OutOfMemory.into()))?;
    let said = opening::opening(&bound, &doors, &fingerprint);
    let config = Arc::new(config(key, doors.methods()));
    let host = Arc::new(Host {
        briefings,
        doors,
        words: OwnWords::new(keeper.clone()),
        keeper,
        aside: Aside::shared(cores).map_err(no_threads)?,
        lobby: Lobby::new(AT_THE_DOOR),
        roster: Roster::new(seats),
        log,
        motd,
    });
    runtime.block_on(async {
        // Before anything is said: who reads that may end it at once.
        let mut ends = [signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?];
        for listener in listeners {
            let listener = TcpListener::from_std(listener)?;
            let (host, config) = (Arc::clone(&host), Arc::clone(&config));
            tokio::spawn(listening::take_connections(listener, host, config));
        }
        out.write_all(said.as_bytes())?;
        out.flush()?;
        let [interrupt, terminate] = &mut ends;
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
        host.roster.close();
        let _ = timeout(GOODBYE, host.roster.empty()).await;
        Ok::<(), io::Error>(())
    })?;
    runtime.shutdown_timeout(Duration::from_secs(1));
    Ok(())
}

/// Has as many lines open as the system lets a program have that asks. If it lets it have no more, those that come
/// later wait.
fn allow_many_lines() {
    let limit = getrlimit(Resource::Nofile);
    let _ = setrlimit(Resource::Nofile, Rlimit { current: limit.maximum, ..limit });
}

/// Listens at all of these. Of addresses that stand for all of the machine, those of a kind that it has not are passed
/// over, as long as one is left.
fn listen_at(addresses: &[SocketAddr]) -> Result<Vec<StdListener>, ServeError> {
    let mut listeners = Vec::new();
    let mut failed = None;
    for address in addresses {
        match listening::listen(*address) {
            Ok(listener) => listeners.push(listener),
            Err(error) => {
                let failure = ServeError::NotListening { address: *address, why: why(&error) };
                if !address.ip().is_unspecified() || error.kind() == io::ErrorKind::AddrInUse {
                    return Err(failure);
                }
                failed = Some(failure);
            }
        }
    }
    match failed {
        Some(failure) if listeners.is_empty() => Err(failure),
        _ => Ok(listeners),
    }
}

/// How connections are looked after. What the library does not limit, `door.rs`, `stream.rs` and `wire.rs` do.
fn config(key: PrivateKey, methods: MethodSet) -> Config {
    Config {
        server_id: SshId::Standard("SSH-2.0-attache".into()),
        methods,
        auth_rejection_time: Duration::from_millis(300),
        // Every client begins by asking which ways there are.
        auth_rejection_time_initial: Some(Duration::ZERO),
        keys: vec![key],
        window_size: 64 * 1024,
        maximum_packet_size: 32 * 1024,
        channel_buffer_size: 4,
        event_buffer_size: 2,
        // Each key that a client has may count for one.
        max_auth_attempts: 12,
        inactivity_timeout: Some(Duration::from_mins(5)),
        keepalive_interval: Some(Duration::from_secs(30)),
        keepalive_max: 3,
        nodelay: true,
        ..Config::default()
    }
}
