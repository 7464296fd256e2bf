//! A slip in the files of a briefing while it is read, over a real session: what is shown, what is said
//! of it, and where the reader stands when it is mended.

#![allow(clippy::expect_used, reason = "a test that cannot go on shall stop")]

use std::fs;
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};

use attache::app::{App, Options};
use attache::desk::Size;
use attache::runtime::{
    BriefingSource, Library, Renderer, Request, ScreenOutlet, Session, SessionEvent, StoreClient,
    StoreOptions,
};
use attache::theme::{Depth, Name, Theme};

/// A terminal that several can look at.
#[derive(Clone)]
struct Terminal(Arc<Mutex<vt100::Parser>>);

impl Write for Terminal {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("nobody panicked").process(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

pub(crate) const MANIFEST: &str = "format: 1\ntitle: A walk\nsections: [plain, way]\n";
const PLAIN: &str =
    "title: The plain\nbody:\n  - text: It is flat. [Article 1](article:1) says so.\n";
const LAW: &str = "instruments:\n  - id: law\n    title: The law of walks\n    articles:\n      - {number: 1, \
                   title: Flatness, gist: What is flat is flat.}\n";

pub(crate) fn way() -> String {
    let stage = |n: usize| format!("  - text: Stage {n} of the walk goes on from the last.\n");
    format!("title: The way\nbody:\n{}", (1..=20).map(stage).collect::<String>())
}

/// A session that reads a folder.
pub(crate) struct Walk {
    folder: tempfile::TempDir,
    terminal: Terminal,
    session: Session<ScreenOutlet<Terminal>>,
    send: Sender<SessionEvent>,
    events: Receiver<SessionEvent>,
}

impl Walk {
    /// At stage 7.
    pub(crate) fn new() -> Self {
        let mut walk = Self::open(Self::folder());
        walk.press("Esc ] } } } } } }");
        assert_eq!(walk.stage(), "Stage 7");
        walk
    }

    pub(crate) fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join("sections")).expect("a folder");
        for (path, text) in [
            ("briefing.yaml", MANIFEST),
            ("instruments.yaml", LAW),
            ("sections/plain.yaml", PLAIN),
            ("sections/way.yaml", &way()),
        ] {
            fs::write(folder.path().join(path), text).expect("a file");
        }
        folder
    }

    pub(crate) fn open(folder: tempfile::TempDir) -> Self {
        let terminal = Terminal(Arc::new(Mutex::new(vt100::Parser::new(30, 110, 0))));
        let (send, events) = mpsc::channel();
        let size = Size { width: 110, height: 30 };
        let mut session = Session::new(
            App::new(size, Options::new(true)),
            ScreenOutlet::new(
                Theme::new(Name::Dark, Depth::Sixteen, true),
                Renderer::new(terminal.clone(), 110, 30),
            ),
            Library::new(vec![BriefingSource::Path(folder.path().to_owned())]),
            StoreClient::new(StoreOptions { file: None, theme: true, keeper: None }, send.clone()),
        );
        session.start().expect("the terminal takes all");
        Self { folder, terminal, session, send, events }
    }

    pub(crate) fn press(&mut self, keys: &str) {
        for key in keys.split_whitespace() {
            self.send.send(SessionEvent::Key(key.parse().expect("a key"))).expect("it listens");
            self.session.turn(&self.events).expect("the terminal takes all");
        }
    }

    /// Presses a key; what is asked for then of what holds the terminal.
    pub(crate) fn request(&mut self, key: &str) -> Option<Request> {
        self.send.send(SessionEvent::Key(key.parse().expect("a key"))).expect("it listens");
        self.session.turn(&self.events).expect("the terminal takes all")
    }

    /// Its files have changed, as it is told.
    pub(crate) fn changed(&mut self) {
        self.send.send(SessionEvent::FilesChanged).expect("it listens");
        self.session.turn(&self.events).expect("the terminal takes all");
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(path), bytes).expect("a file");
    }

    pub(crate) fn screen(&self) -> String {
        let screen = self.terminal.0.lock().expect("nobody panicked").screen().contents();
        screen.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
    }

    /// The paragraph that the reader is at.
    pub(crate) fn stage(&self) -> String {
        let screen = self.screen();
        let line =
            screen.lines().find_map(|line| line.split_once('▌')).map_or("", |(_, line)| line);
        // What is new or changed has a mark.
        line.trim_start_matches(['~', '+', ' '])
            .split_inclusive(' ')
            .take(2)
            .collect::<String>()
            .trim()
            .to_owned()
    }

    #[track_caller]
    pub(crate) fn shows(&self, words: &str) {
        // A long notice goes on in the next row.
        let screen = self.screen().split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(screen.contains(words), "{words:?} is not on\n{}", self.screen());
    }
}

/// A slip, of which `said` is told; all stays. Mended, all is as before.
#[track_caller]
fn check(slip: impl Fn(&Walk), said: &str) {
    let mut walk = Walk::new();
    slip(&walk);
    walk.press("R");
    walk.shows(said);
    walk.shows("until it is mended, this part is as it was");
    assert_eq!(walk.stage(), "Stage 7", "{}", walk.screen());
    // Nor is it lost when the files are read once more.
    walk.press("R j");
    assert_eq!(walk.stage(), "Stage 8", "{}", walk.screen());
    walk.press("! Esc k");
    for (path, text) in
        [("briefing.yaml", MANIFEST), ("instruments.yaml", LAW), ("sections/way.yaml", &way())]
    {
        let path = walk.path(path);
        let _ = fs::remove_file(&path);
        fs::write(path, text).expect("a file");
    }
    walk.press("R");
    assert_eq!(walk.stage(), "Stage 7", "{}", walk.screen());
    assert!(!walk.screen().contains("until it is mended"), "{}", walk.screen());
    walk.press("[");
    walk.shows("What is flat is flat.");
}

#[test]
fn a_file_that_cannot_be_read_any_more_is_as_it_was() {
    let way_is = |text: &'static [u8]| move |walk: &Walk| walk.write("sections/way.yaml", text);
    check(
        |walk| walk.write("sections/way.yaml", way() + "  slip: [\n"),
        "sections/way.yaml:23:3: this line is not indented like the list",
    );
    check(way_is(b""), "sections/way.yaml:1:1: the file is empty");
    check(way_is(b"Only words.\n"), "sections/way.yaml:1:1: a section must be a mapping");
    check(
        way_is(b"\xff\xfet\0i\0t\0l\0e\0:\0 \0x\0\n\0"),
        "sections/way.yaml: the file is in UTF-16",
    );
    check(|walk| walk.write("briefing.yaml", "title: [\n"), "briefing.yaml:1:8: this bracket");
    check(|walk| walk.write("instruments.yaml", "instruments: {\n"), "instruments.yaml:1:14:");
    // The system lets some accounts read everything: for them a link that leads nowhere will do.
    check(
        |walk| {
            let path = walk.path("sections/way.yaml");
            fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("it is ours");
            if fs::read(&path).is_ok() {
                fs::remove_file(&path).expect("it was there");
                std::os::unix::fs::symlink("nowhere", path).expect("a link");
            }
        },
        "sections/way.yaml: it cannot be read:",
    );
}

#[test]
fn a_file_that_is_gone_is_as_it_was() {
    let remove = |path: &'static str| {
        move |walk: &Walk| fs::remove_file(walk.path(path)).expect("it was there")
    };
    check(remove("sections/way.yaml"), "section `way` has no file sections/way.yaml");
    check(
        |walk| {
            let (from, to) = (walk.path("sections/way.yaml"), walk.path("sections/road.yaml"));
            fs::rename(from, to).expect("it was there");
        },
        "section `way` has no file sections/way.yaml",
    );
    check(remove("instruments.yaml"), "instruments.yaml: the file is gone");
    check(remove("briefing.yaml"), "the folder has no briefing.yaml");
}

#[test]
fn a_file_whose_list_is_gone_is_as_it_was() {
    let way_is = |text: &'static str| move |walk: &Walk| walk.write("sections/way.yaml", text);
    check(way_is("title: X\n"), "sections/way.yaml:1:1: a section needs the key `body`");
    check(way_is("title: X\nbody:\n"), "sections/way.yaml:2:5: `body` is empty");
    check(way_is("title: X\nbody: words\n"), "sections/way.yaml:2:7: `body` must be a list");
    check(
        |walk| walk.write("sections/way.yaml", way().replace("body:", "bdy:")),
        "sections/way.yaml:2:1: a section has no key `bdy`",
    );
    check(
        |walk| walk.write("instruments.yaml", LAW.replace("instruments:", "instrumnets:")),
        "instruments.yaml:1:1: instruments.yaml has no key `instrumnets`",
    );
}

#[test]
fn a_section_that_a_slip_takes_off_the_list_is_as_it_was() {
    let sections = |list: &str| MANIFEST.replace("[plain, way]", list);
    let list = |list: &'static str| move |walk: &Walk| walk.write("briefing.yaml", sections(list));
    check(list("[plain, wya]"), "briefing.yaml:3:19: section `wya` has no file");
    check(list("[wya, plain]"), "briefing.yaml:3:12: section `wya` has no file");
    check(list("[plain, way.yaml]"), "briefing.yaml:3:19: `way.yaml` is no id");
    check(list("[plain way]"), "briefing.yaml:3:12: `plain way` is no id");
    check(list("[plain, plain]"), "briefing.yaml:3:19: section `plain` is listed twice");
    check(list("[plain, way: ]"), "briefing.yaml:3:19: an inline section needs the key `id`");
    check(list("[plain, [way]]"), "briefing.yaml:3:19: a section is listed by its id");
    check(list("[]"), "briefing.yaml:3:11: the briefing lists no section");
    check(list("plain"), "briefing.yaml:3:11: `sections` must be a list");
    check(list(""), "briefing.yaml:3:9: `sections` is empty");
    check(
        |walk| walk.write("briefing.yaml", "format: 1\ntitle: A walk\n"),
        "briefing.yaml:1:1: briefing.yaml needs the key `sections`",
    );
    check(
        |walk| walk.write("briefing.yaml", MANIFEST.replace("sections:", "sectoins:")),
        "briefing.yaml:3:1: briefing.yaml has no key `sectoins`",
    );
    // Whatever else is wrong stands elsewhere in the file.
    check(
        |walk| walk.write("briefing.yaml", format!("colour: red\n{}", sections("[plain, wya]"))),
        "briefing.yaml:4:19: section `wya` has no file",
    );
}

#[test]
fn a_section_is_taken_off_a_list_that_has_had_its_fault_before() {
    let mut walk = Walk::new();
    let list = |list: &str| MANIFEST.replace("[plain, way]", list);
    walk.write("briefing.yaml", list("[plain, way, later]"));
    walk.press("R");
    walk.shows("1 fault in the briefing's files");
    assert_eq!(walk.stage(), "Stage 7");
    walk.write("briefing.yaml", list("[plain, later]"));
    walk.press("R");
    walk.shows("2 faults in the briefing's files");
    assert_eq!(walk.stage(), "It is");
}

#[test]
fn what_is_taken_out_on_purpose_is_gone() {
    let mut walk = Walk::new();
    walk.write("briefing.yaml", MANIFEST.replace(", way", ""));
    walk.press("R");
    assert_eq!(walk.stage(), "It is");
    walk.shows("1 fault in the briefing's files");
    let mut walk = Walk::new();
    walk.write("briefing.yaml", MANIFEST.replace(", way", ""));
    fs::remove_file(walk.path("sections/way.yaml")).expect("it was there");
    walk.press("R");
    assert_eq!(walk.stage(), "It is");
    walk.shows("1 The plain");
    assert!(!walk.screen().contains("fault"), "{}", walk.screen());
}

#[test]
fn what_lies_open_stays_open_over_a_slip() {
    for (keys, words) in [
        ("o", "Contents"),
        ("/ f l a t Enter", "1 of"),
        ("[ p ]", "pinned"),
        ("[ 2 Enter", "What is flat is flat."),
        ("? j j", "Keys"),
    ] {
        let mut walk = Walk::new();
        walk.press(keys);
        // Above what is said of the reading.
        let above = |walk: &Walk| walk.screen().rsplit_once('\n').unwrap().0.to_owned();
        let before = above(&walk);
        walk.shows(words);
        walk.write("sections/way.yaml", way() + "  slip: [\n");
        walk.press("R");
        walk.shows("this part is as it was");
        walk.shows(words);
        walk.write("sections/way.yaml", way());
        walk.press("R");
        assert_eq!(above(&walk), before, "{keys}");
    }
}

#[test]
fn a_file_that_has_faults_is_shown_anew() {
    let mut walk = Walk::new();
    let dead = way().replace("Stage 7 of", "Stage 7 by [law](article:9) of");
    walk.write("sections/way.yaml", &dead);
    walk.press("R");
    walk.shows("1 fault in the briefing's files; ! lists them");
    walk.shows("Stage 7 by law of the walk");
    assert_eq!(walk.stage(), "Stage 7");
    // A text that is there and says nothing.
    walk.write("sections/way.yaml", "title: The way\nbody: []\n");
    walk.press("R");
    walk.shows("in the briefing's files");
    assert_eq!(walk.stage(), "", "{}", walk.screen());
    walk.press("R ! Esc");
    walk.write("sections/way.yaml", way());
    walk.press("R");
    assert_eq!(walk.stage(), "Stage 7");
    // Who has gone elsewhere in the meantime stays there.
    walk.write("sections/way.yaml", "title: The way\nbody: []\n");
    walk.press("R [");
    walk.write("sections/way.yaml", way());
    walk.press("R");
    assert_eq!(walk.stage(), "It is");
}

#[test]
fn a_slip_at_the_first_opening_is_told_as_ever() {
    let folder = Walk::folder();
    fs::write(folder.path().join("sections/way.yaml"), "title: [\n").expect("a file");
    let mut walk = Walk::open(folder);
    walk.shows("1 fault in the briefing's files; ! lists them");
    walk.press("Esc R");
    walk.shows("1 fault in the briefing's files; ! lists them");
    assert!(!walk.screen().contains("as it was"), "{}", walk.screen());
    walk.write("sections/way.yaml", way());
    walk.press("R ]");
    assert_eq!(walk.stage(), "Stage 1");
    // From now on it has been read.
    walk.write("sections/way.yaml", "title: [\n");
    walk.press("} R");
    walk.shows("this part is as it was");
    assert_eq!(walk.stage(), "Stage 2");
}
