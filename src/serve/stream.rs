//! A client's line, which can be cut at any moment, and cuts itself when nothing of what is sent is taken.
//!
//! The SSH library writes from the loop that also looks after a connection: while a client takes nothing, that loop
//! looks after nothing, and none of its own ways ends it.

use std::future::Future as _;
use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Waker, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Sleep, sleep};

/// How long a client may take nothing of what is sent to it.
const STALL: Duration = Duration::from_secs(30);

/// A client's line.
pub(super) struct Line {
    stream: TcpStream,
    cut: Cut,
    /// Runs while something waits to be taken.
    stalled: Option<Pin<Box<Sleep>>>,
}

/// Cuts a line, whatever is under way on it.
#[derive(Clone, Default)]
pub(super) struct Cut(Arc<Mutex<CutState>>);

#[derive(Default)]
struct CutState {
    is_cut: bool,
    /// Who waits to read, and who waits to write.
    waiting: [Option<Waker>; 2],
}

/// Which way bytes go.
#[derive(Clone, Copy)]
enum Way {
    In,
    Out,
}

impl Line {
    pub(super) fn new(stream: TcpStream, cut: Cut) -> Self {
        Self { stream, cut, stalled: None }
    }

    /// Ends in time what waits for the client to take something.
    fn watched<T>(
        &mut self,
        cx: &mut Context<'_>,
        written: Poll<io::Result<T>>,
    ) -> Poll<io::Result<T>> {
        if written.is_ready() {
            self.stalled = None;
            return written;
        }
        let stalled = self.stalled.get_or_insert_with(|| Box::pin(sleep(STALL)));
        ready!(stalled.as_mut().poll(cx));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl Cut {
    /// Cuts it. It is cut for ever.
    pub(super) fn cut(&self) {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        state.is_cut = true;
        let waiting = state.waiting.each_mut().map(Option::take);
        drop(state);
        waiting.into_iter().flatten().for_each(Waker::wake);
    }

    /// An error if it is cut; who waits is woken when it is.
    fn check(&self, way: Way, cx: &Context<'_>) -> io::Result<()> {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if state.is_cut {
            return Err(io::ErrorKind::ConnectionAborted.into());
        }
        let [reads, writes] = &mut state.waiting;
        let waiting = match way {
            Way::In => reads,
            Way::Out => writes,
        };
        if !waiting.as_ref().is_some_and(|waker| waker.will_wake(cx.waker())) {
            *waiting = Some(cx.waker().clone());
        }
        Ok(())
    }
}

impl AsyncRead for Line {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.cut.check(Way::In, cx)?;
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

impl AsyncWrite for Line {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.cut.check(Way::Out, cx)?;
        let written = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.watched(cx, written)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.cut.check(Way::Out, cx)?;
        let flushed = Pin::new(&mut self.stream).poll_flush(cx);
        self.watched(cx, flushed)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.cut.check(Way::Out, cx)?;
        let shut = Pin::new(&mut self.stream).poll_shutdown(cx);
        self.watched(cx, shut)
    }
}
