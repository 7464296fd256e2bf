//! One connection, as the SSH library tells of it: who comes in, and what is asked for. Everything else is refused,
//! and said to be: a client that is not answered waits for ever.

use std::net::IpAddr;
use std::sync::Arc;

use russh::server::{
    Auth, ChannelOpenHandle, Handler, Msg, PublicKeyOffer, Response, Session, VerifiedPublicKey,
};
use russh::{Channel, ChannelId, ChannelOpenFailure, Pty};
use tokio::sync::watch;

use crate::desk::Size;

use super::asked::Asked;
use super::host::{Admitted, Host};
use super::inbox::{Ending, Inbox};
use super::printing::print;
use super::reading::{ReaderScreen, read};
use super::roster::{NoSeat, Seat};
use super::sign_in::SignIn;
use super::stream::Cut;
use super::terminal::ClientTerminal;
use super::window::screen;
use super::wire::Wire;
use super::words;

/// The longest exec request that is looked at, in bytes.
const LONGEST_EXEC: usize = 1024;
/// The most answers that are taken at once.
const MOST_ANSWERS: usize = 2;
/// The smallest packet that a client may ask for, in bytes: of one byte each, a frame would take thousands.
const SMALLEST_PACKET: usize = 256;

/// How far a connection is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// It has been taken.
    New,
    /// Its reader is asked for words.
    Asked,
    /// Its reader has been let in.
    In,
    /// Something was begun for its reader.
    Begun,
}

/// One connection.
pub(super) struct Connection {
    host: Arc<Host>,
    address: IpAddr,
    cut: Cut,
    stage: watch::Sender<Stage>,
    sign_in: SignIn,
    terminal: ClientTerminal,
    /// Of the terminal, if there is one.
    size: Option<Size>,
    channel: Option<ChannelId>,
    inbox: Arc<Inbox>,
}

impl Connection {
    pub(super) fn new(
        host: Arc<Host>,
        address: IpAddr,
        cut: Cut,
        stage: watch::Sender<Stage>,
    ) -> Self {
        let sign_in = SignIn::new(Arc::clone(&host), address);
        Self {
            host,
            address,
            cut,
            stage,
            sign_in,
            terminal: ClientTerminal::default(),
            size: None,
            channel: None,
            inbox: Arc::default(),
        }
    }

    /// Where what is typed arrives, and where the session is told that the line is gone.
    pub(super) fn inbox(&self) -> Arc<Inbox> {
        Arc::clone(&self.inbox)
    }

    fn go_on_to(&self, stage: Stage) {
        self.stage.send_replace(stage);
    }

    /// Whether a request is about the one channel that there is, on which nothing has begun yet.
    fn may_begin(&self, channel: ChannelId) -> bool {
        self.channel == Some(channel) && *self.stage.borrow() != Stage::Begun
    }

    /// Begins something: what is needed for it, if there is a seat. A client without one is told.
    fn begin(&mut self, channel: ChannelId, session: &Session) -> Option<(Admitted, Seat, Wire)> {
        let admitted = self.sign_in.admitted()?.clone();
        self.go_on_to(Stage::Begun);
        let wire = Wire { handle: session.handle(), channel, cut: self.cut.clone() };
        let why = match self.host.roster.sit(self.inbox()) {
            Ok(seat) => return Some((admitted, seat, wire)),
            Err(NoSeat::Full) => words::is_full(),
            Err(NoSeat::Closed) => words::goodbye(),
        };
        tokio::spawn(end_with(wire, why));
        None
    }

    /// Begins reading on the client's terminal.
    fn begin_reading(&mut self, channel: ChannelId, session: &Session) {
        let wire = Wire { handle: session.handle(), channel, cut: self.cut.clone() };
        let Some(size) = self.size else {
            self.go_on_to(Stage::Begun);
            tokio::spawn(end_with(wire, words::needs_terminal()));
            return;
        };
        let terminal = self.terminal.clone();
        let Some(has) = terminal.capabilities() else {
            self.go_on_to(Stage::Begun);
            tokio::spawn(end_with(wire, words::no_terminal_to_draw_on()));
            return;
        };
        let Some((admitted, seat, wire)) = self.begin(channel, session) else { return };
        let (host, inbox) = (Arc::clone(&self.host), self.inbox());
        let address = self.address;
        tokio::spawn(async move {
            let name = admitted.name.clone();
            host.log.say(&words::came(&name, address));
            let screen = ReaderScreen { terminal, has, size };
            read(Arc::clone(&host), admitted, screen, inbox, wire).await;
            drop(seat);
            host.log.say(&words::left(&name));
        });
    }
}

/// Says why nothing begins, and ends.
async fn end_with(wire: Wire, why: &'static str) {
    wire.say(why).await;
    wire.close(1).await;
}

impl Handler for Connection {
    type Error = russh::Error;

    async fn auth_none(&mut self, _user: &str) -> Result<Auth, Self::Error> {
        Ok(self.sign_in.refuse())
    }

    async fn auth_password(&mut self, user: &str, password: &str) -> Result<Auth, Self::Error> {
        Ok(self.sign_in.by_password(user, password))
    }

    async fn auth_publickey_offered(
        &mut self,
        _user: &str,
        offer: PublicKeyOffer<'_>,
    ) -> Result<Auth, Self::Error> {
        Ok(self.sign_in.offered(offer.public_key))
    }

    async fn auth_publickey(
        &mut self,
        user: &str,
        key: VerifiedPublicKey<'_>,
    ) -> Result<Auth, Self::Error> {
        Ok(self.sign_in.by_key(user, key.public_key))
    }

    async fn auth_keyboard_interactive<'a>(
        &'a mut self,
        user: &str,
        _submethods: &str,
        response: Option<Response<'a>>,
    ) -> Result<Auth, Self::Error> {
        let answers = response.map(|all| {
            let said = all.take(MOST_ANSWERS);
            said.map(|answer| String::from_utf8_lossy(&answer).trim().to_owned()).collect()
        });
        let answer = self.sign_in.by_answers(user, answers).await;
        if matches!(answer, Auth::Partial { .. }) {
            self.go_on_to(Stage::Asked);
        }
        Ok(answer)
    }

    async fn auth_succeeded(&mut self, _session: &mut Session) -> Result<(), Self::Error> {
        self.go_on_to(Stage::In);
        Ok(())
    }

    async fn channel_open_session(
        &mut self,
        channel: Channel<Msg>,
        reply: ChannelOpenHandle,
        _session: &mut Session,
    ) -> Result<(), Self::Error> {
        // The channel itself is dropped: one that is held and not read from stops the connection.
        let packet = channel.writable_packet_size().await;
        let is_tiny = (1..SMALLEST_PACKET).contains(&packet);
        if self.channel.is_some() || self.sign_in.admitted().is_none() || is_tiny {
            reply.reject(ChannelOpenFailure::ResourceShortage).await;
            return Ok(());
        }
        self.channel = Some(channel.id());
        reply.accept().await;
        Ok(())
    }

    async fn pty_request(
        &mut self,
        channel: ChannelId,
        term: &str,
        columns: u32,
        rows: u32,
        _width: u32,
        _height: u32,
        _modes: &[(Pty, u32)],
        session: &mut Session,
    ) -> Result<(), Self::Error> {
        if !self.may_begin(channel) {
            return session.channel_failure(channel);
        }
        self.terminal.name(term);
        self.size = Some(screen(columns, rows));
        session.channel_success(channel)
    }

    async fn env_request(
        &mut self,
        channel: ChannelId,
        name: &str,
        value: &str,
        session: &mut Session,
    ) -> Result<(), Self::Error> {
        if self.may_begin(channel) && self.terminal.take(name, value) {
            return session.channel_success(channel);
        }
        session.channel_failure(channel)
    }

    async fn window_change_request(
        &mut self,
        channel: ChannelId,
        columns: u32,
        rows: u32,
        _width: u32,
        _height: u32,
        session: &mut Session,
    ) -> Result<(), Self::Error> {
        if self.channel != Some(channel) || self.size.is_none() {
            return session.channel_failure(channel);
        }
        let size = screen(columns, rows);
        self.size = Some(size);
        self.inbox.resize(size);
        session.channel_success(channel)
    }

    async fn shell_request(
        &mut self,
        channel: ChannelId,
        session: &mut Session,
    ) -> Result<(), Self::Error> {
        if !self.may_begin(channel) {
            return session.channel_failure(channel);
        }
        session.channel_success(channel)?;
        self.begin_reading(channel, session);
        Ok(())
    }

    async fn exec_request(
        &mut self,
        channel: ChannelId,
        words: &[u8],
        session: &mut Session,
    ) -> Result<(), Self::Error> {
        if !self.may_begin(channel) {
            return session.channel_failure(channel);
        }
        session.channel_success(channel)?;
        let Some(asked) = Asked::of(words).filter(|_| words.len() <= LONGEST_EXEC) else {
            self.go_on_to(Stage::Begun);
            let wire = Wire { handle: session.handle(), channel, cut: self.cut.clone() };
            tokio::spawn(end_with(wire, words::refused()));
            return Ok(());
        };
        if let Some((admitted, seat, wire)) = self.begin(channel, session) {
            let host = Arc::clone(&self.host);
            tokio::spawn(async move {
                print(host, admitted, asked, wire).await;
                drop(seat);
            });
        }
        Ok(())
    }

    async fn subsystem_request(
        &mut self,
        channel: ChannelId,
        _name: &str,
        session: &mut Session,
    ) -> Result<(), Self::Error> {
        session.channel_failure(channel)
    }

    async fn x11_request(
        &mut self,
        channel: ChannelId,
        _single_connection: bool,
        _protocol: &str,
        _cookie: &str,
        _number: u32,
        session: &mut Session,
    ) -> Result<(), Self::Error> {
        session.channel_failure(channel)
    }

    async fn data(
        &mut self,
        channel: ChannelId,
        bytes: &[u8],
        _session: &mut Session,
    ) -> Result<(), Self::Error> {
        if self.channel == Some(channel) && !self.inbox.type_in(bytes).await {
            // It sends without end, and takes nothing.
            self.cut.cut();
        }
        Ok(())
    }

    async fn channel_eof(
        &mut self,
        channel: ChannelId,
        _session: &mut Session,
    ) -> Result<(), Self::Error> {
        // Nothing more is typed: as at the end of a terminal.
        if self.channel == Some(channel) {
            self.inbox.end(Ending::Eof);
        }
        Ok(())
    }

    async fn channel_close(
        &mut self,
        channel: ChannelId,
        session: &mut Session,
    ) -> Result<(), Self::Error> {
        if self.channel == Some(channel) {
            self.inbox.end(Ending::Gone);
            session.disconnect(russh::Disconnect::ByApplication, "", "")?;
        }
        Ok(())
    }
}
