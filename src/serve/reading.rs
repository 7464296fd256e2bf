//! One reader: a session that is turned when something has come, and its frames on their way to the client.
//!
//! While a frame is on its way nothing is turned, and what comes meanwhile waits in the inbox: the next frame is the
//! newest, however slow the line.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::task::Waker;
use std::time::Duration;

use tokio::task::spawn_blocking;
use tokio::time::{Instant, sleep_until};

use crate::app::{App, Options};
use crate::desk::Size;
use crate::model::kept::Ids;
use crate::runtime::{Capabilities, RemoteOptions, RemoteSession};
use crate::store;

use super::host::{Admitted, Host};
use super::inbox::{Ending, Inbox};
use super::terminal::ClientTerminal;
use super::wire::Wire;
use super::words;

/// How long nothing may be pressed, in minutes.
const IDLE_MINUTES: u64 = 60;
/// The least time from one turn to the next: whoever sends keys without end has them drawn so often and no more.
const BETWEEN: Duration = Duration::from_millis(10);

/// How a session came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// The reader has left.
    Left,
    /// The client takes nothing any more.
    Gone,
    /// The host ends.
    HostEnds,
    /// Nothing was pressed for long.
    Idle,
    /// A fault of the program.
    Panicked,
}

/// A reader's screen: what the client says of it.
pub(super) struct ReaderScreen {
    pub(super) terminal: ClientTerminal,
    pub(super) has: Capabilities,
    pub(super) size: Size,
}

/// Reads until the reader leaves, the line is gone or the host ends.
pub(super) async fn read(
    host: Arc<Host>,
    admitted: Admitted,
    screen: ReaderScreen,
    inbox: Arc<Inbox>,
    wire: Wire,
) {
    let begun = catch_unwind(AssertUnwindSafe(|| begin(&host, &admitted, &screen, &inbox)));
    let Ok(mut session) = begun else {
        host.log.say(&words::failed(&admitted.name));
        wire.say(words::session_failed()).await;
        return wire.close(1).await;
    };
    let end = turns(&mut session, &inbox, &wire).await;
    if end != End::Gone {
        wire.send(&session.leaving()).await;
    }
    match end {
        End::Left | End::Gone => {}
        End::HostEnds => wire.say(words::goodbye()).await,
        End::Idle => wire.say(&words::idle(IDLE_MINUTES)).await,
        End::Panicked => {
            host.log.say(&words::failed(&admitted.name));
            wire.say(words::session_failed()).await;
        }
    }
    // Where waiting for the disk keeps nobody from reading.
    let finished = spawn_blocking(move || {
        catch_unwind(AssertUnwindSafe(|| session.finish())).unwrap_or(Ok(()))
    });
    if let Ok(Err(told)) = finished.await {
        host.log.say(&words::not_all_kept(&admitted.name));
        wire.say(&told).await;
    }
    wire.close(u32::from(end == End::Panicked)).await;
}

fn begin(
    host: &Host,
    admitted: &Admitted,
    screen: &ReaderScreen,
    inbox: &Arc<Inbox>,
) -> RemoteSession {
    let ReaderScreen { terminal, has, size } = screen;
    let shows_all = has.contains(Capabilities::UTF8 | Capabilities::GLYPHS);
    let reader = admitted.id.as_ref();
    let app = App::new(has.usable(*size), Options::new(shows_all).sharing_indexes());
    let app = app.with_ids(Ids::new(store::seed()));
    let app = app.with_notice(words::welcome(reader.is_none(), host.motd.as_deref()));
    RemoteSession::new(RemoteOptions {
        app: if reader.is_none() { app.keeping_nothing() } else { app },
        theme: terminal.theme(*has),
        library: host.library(reader),
        has: *has,
        store: host.store(reader),
        aside: host.aside.clone(),
        wake: Waker::from(Arc::clone(inbox)),
    })
}

/// Turns the session until its end.
async fn turns(session: &mut RemoteSession, inbox: &Inbox, wire: &Wire) -> End {
    let mut idle = idle_at();
    let mut ending = None;
    loop {
        let come = inbox.take();
        if !come.bytes.is_empty() {
            idle = idle_at();
        }
        ending = come.ending.or(ending);
        if ending == Some(Ending::Gone) {
            return End::Gone;
        }
        let turned = Instant::now();
        let frame = catch_unwind(AssertUnwindSafe(|| {
            session.feed(&come.bytes);
            come.size.into_iter().for_each(|size| session.resize(size));
            if ending.is_some() {
                session.end();
            }
            session.turn()
        }));
        let Ok(frame) = frame else { return End::Panicked };
        if !frame.is_empty() && !wire.send(&frame).await {
            return End::Gone;
        }
        if session.is_over() {
            return if ending == Some(Ending::HostEnds) { End::HostEnds } else { End::Left };
        }
        let due = session.due().map_or(idle, |due| idle.min(due.into()));
        tokio::select! {
            () = inbox.woken() => sleep_until(turned + BETWEEN).await,
            () = sleep_until(due) => {}
        }
        if Instant::now() >= idle {
            return End::Idle;
        }
    }
}

/// When a session ends in which nothing is pressed from now on.
fn idle_at() -> Instant {
    Instant::now() + Duration::from_secs(60 * IDLE_MINUTES)
}
