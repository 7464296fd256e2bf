//! Sessions whose terminals are somewhere else: bytes in, bytes out.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

use std::sync::{Arc, Condvar, Mutex};
use std::task::Wake;
use std::time::{Duration, Instant};

use attache::app::{App, Options};
use attache::desk::Size;
use attache::model::kept::Ids;
use attache::runtime::{
    Aside, BriefingSource, Capabilities, Keeper, Library, RemoteOptions, RemoteSession,
    SharedBriefing, StoreOptions,
};
use attache::store::{Home, ReaderId, seed};
use attache::theme::{Depth, Name, Theme};
use vt100::Parser;

use crate::common;
use crate::common::state::Folder;

/// How long what is done aside may take. Generous: a test machine may be busy.
const PATIENCE: Duration = Duration::from_secs(30);

/// Says that the session is to be turned.
#[derive(Default)]
struct Bell {
    rung: Mutex<bool>,
    changed: Condvar,
}

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        *self.rung.lock().unwrap() = true;
        self.changed.notify_all();
    }
}

/// A reader with a terminal.
struct Far {
    session: RemoteSession,
    terminal: Parser,
    bell: Arc<Bell>,
}

fn shared() -> Arc<SharedBriefing> {
    let home = Home::Bundled("sample".to_owned());
    Arc::new(SharedBriefing::new(common::sample(), home, true))
}

impl Far {
    /// A reader of `shared`, or a guest, on a terminal of this size.
    fn new(
        shared: &Arc<SharedBriefing>,
        size: (u16, u16),
        reader: Option<(&Keeper, &Folder, &str)>,
    ) -> Self {
        let id = reader.map(|(_, _, name)| ReaderId::of_name(name).unwrap());
        let size = Size { width: size.0, height: size.1 };
        let bell = Arc::<Bell>::default();
        let app = App::new(size, Options::new(true).sharing_indexes()).with_ids(Ids::new(seed()));
        let session = RemoteSession::new(RemoteOptions {
            app: if id.is_some() { app } else { app.keeping_nothing() },
            theme: Theme::new(Name::Dark, Depth::Indexed, true),
            library: Library::new(vec![BriefingSource::Shared(Arc::clone(shared), id)]),
            has: Capabilities::default(),
            store: StoreOptions {
                file: reader.map(|(_, folder, _)| Ok(folder.file())),
                theme: false,
                keeper: reader.map(|(keeper, ..)| keeper.clone()),
            },
            aside: Aside::shared(1).unwrap(),
            wake: Arc::clone(&bell).into(),
        });
        let terminal = Parser::new(size.height, size.width, 0);
        let mut far = Self { session, terminal, bell };
        far.turn();
        far
    }

    fn turn(&mut self) {
        let bytes = self.session.turn();
        self.terminal.process(&bytes);
    }

    /// Turns whenever it is to be, until the screen is as it should be.
    #[track_caller]
    fn wait_for(&mut self, words: &str) -> &mut Self {
        let end = Instant::now() + PATIENCE;
        while !self.screen().contains(words) {
            assert!(Instant::now() < end, "{words} never came:\n{}", self.screen());
            self.wait(end);
        }
        self
    }

    /// Waits until it is to be turned, and turns it.
    fn wait(&mut self, end: Instant) {
        let until = self.session.due().map_or(end, |due| due.min(end));
        let left = until.saturating_duration_since(Instant::now());
        let rung = self.bell.rung.lock().unwrap();
        let (mut rung, _) =
            self.bell.changed.wait_timeout_while(rung, left, |rung| !*rung).unwrap();
        *rung = false;
        drop(rung);
        self.turn();
    }

    fn type_in(&mut self, bytes: &str) -> &mut Self {
        self.session.feed(bytes.as_bytes());
        self.turn();
        self
    }

    fn screen(&self) -> String {
        self.terminal.screen().contents()
    }
}

#[test]
fn bytes_come_in_and_a_screen_goes_out() {
    let mut far = Far::new(&shared(), (100, 30), None);
    far.wait_for("q quit");
    assert!(far.terminal.screen().alternate_screen());
    far.type_in("\r").wait_for("¶ 1 of");
    // In any pieces, and what is no key becomes none.
    far.type_in("\x1b[").type_in("B\x1b[?1;2c\x1b[0n");
    far.type_in("}").wait_for("¶ 2 of");
    assert!(!far.session.is_over());
    far.type_in("q");
    assert!(far.session.is_over());
    let leaving = far.session.leaving();
    far.terminal.process(&leaving);
    assert!(!far.terminal.screen().alternate_screen());
    far.session.finish().unwrap();
}

#[test]
fn nothing_leads_out() {
    let mut far = Far::new(&shared(), (100, 30), None);
    far.wait_for("q quit").type_in("\r").wait_for("¶ 1 of");
    far.type_in("\x1a").wait_for("not here: this reader leads to no other program");
    far.type_in("E");
    assert!(!far.session.is_over());
}

#[test]
fn each_has_a_size_of_ones_own() {
    let shared = shared();
    let sizes = [(120, 40), (80, 24), (20, 5)];
    let mut all = sizes.map(|size| Far::new(&shared, size, None));
    for far in &mut all {
        far.type_in("");
    }
    let [wide, narrow, _] = &mut all;
    wide.wait_for("q quit").type_in("\r").wait_for("¶ 1 of");
    narrow.wait_for("q quit").type_in("\r").wait_for("¶ 1 of").type_in("}").wait_for("¶ 2 of");
    assert!(wide.screen().contains("¶ 1 of"), "{}", wide.screen());
    narrow.terminal.screen_mut().set_size(30, 100);
    narrow.session.resize(Size { width: 100, height: 30 });
    narrow.turn();
    narrow.wait_for("¶ 2 of");
    assert!(narrow.screen().lines().count() > 24, "{}", narrow.screen());
}

#[test]
fn what_all_have_is_searched_and_gone_to() {
    let mut far = Far::new(&shared(), (100, 30), None);
    far.wait_for("q quit").type_in("\r").wait_for("¶ 1 of");
    far.type_in("/water").type_in("\r");
    assert!(far.screen().contains("water"), "{}", far.screen());
    // What begins other keys is one when time is over.
    far.type_in("\x1b");
    far.wait(Instant::now() + PATIENCE);
    far.type_in(":art");
    assert!(far.screen().to_lowercase().contains("article"), "{}", far.screen());
}

#[test]
fn readers_of_one_file_find_their_own_and_no_others() {
    let folder = Folder::new();
    let keeper = Keeper::start(Ok(folder.file())).unwrap();
    let shared = shared();
    let come = |name| Far::new(&shared, (100, 30), Some((&keeper, &folder, name)));
    let mut kim = come("kim");
    kim.wait_for("q quit").type_in("\r").wait_for("¶ 1 of").type_in("}").wait_for("¶ 2 of");
    kim.type_in("a").type_in("Of kim alone.\r").wait_for("Of kim alone.");
    kim.type_in("q");
    kim.session.finish().unwrap();
    let mut lee = come("lee");
    lee.wait_for("q quit").type_in("\r").wait_for("¶ 1 of").type_in("}").wait_for("¶ 2 of");
    assert!(!lee.screen().contains("Of kim alone."), "{}", lee.screen());
    lee.type_in("q");
    lee.session.finish().unwrap();
    let mut kim = come("kim");
    kim.wait_for("¶ 2 of").wait_for("Of kim alone.");
    kim.session.end();
    kim.turn();
    assert!(kim.session.is_over());
    kim.session.finish().unwrap();
}
