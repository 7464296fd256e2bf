//! Sees when the files of the open briefing change, whoever changes them.
//!
//! Folders are watched, never files: an editor that saves by rename puts another file in the place of the old
//! one. Where no watch can be had, as on some file systems and beyond the limits of the system, nothing is seen.

use std::collections::BTreeSet;
use std::fs;
use std::path::{self, Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use notify::event::{EventKind, ModifyKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::load;

use super::event::SessionEvent;
use super::event_sender::EventSender;
use super::words;

/// How long no file has to change before it is told that some did: who saves writes several, or one in pieces.
const QUIET: Duration = Duration::from_millis(50);
/// How many files are watched to which links lead.
const OUTSIDE: usize = 64;
/// How many entries of a folder are looked at for links.
const ENTRIES: usize = 20_000;
/// How far the time of a file may lag behind the clock.
const CLOCK: Duration = Duration::from_millis(20);
/// How often it is looked again what is to be watched, where that changes while it is being watched.
const LOOKS: usize = 4;

/// Whether a session sees when the files of the briefing change that it reads.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum WatchMode {
    /// No.
    #[default]
    Never,
    /// Where it can, and else it says nothing.
    Possible,
    /// Where it can, and else it says why not.
    Insisted,
}

/// Watches the files of one briefing, on a thread of its own. It sleeps until the system tells of a change.
#[derive(Debug)]
pub(super) struct FileWatch {
    heard: Sender<Heard>,
}

/// What the thread hears.
#[derive(Debug)]
enum Heard {
    /// The briefing at this path is to be watched, if there is one, and no other; it is read from this time on.
    Follow(Option<PathBuf>, SystemTime),
    /// Something happened in a folder.
    Event(Event),
    /// Nobody wants to know any more.
    End,
}

impl FileWatch {
    /// Tells the session of changes as [`SessionEvent::FilesChanged`]; and if that is `insisted`
    /// on, that they cannot be seen. Nothing is watched yet.
    pub(super) fn new(events: EventSender, mode: WatchMode) -> Option<Self> {
        let (heard, inbox) = mpsc::channel();
        let sender = heard.clone();
        let work = move || run(&inbox, &sender, &events, mode);
        thread::Builder::new().name("watch".to_owned()).spawn(work).ok()?;
        Some(Self { heard })
    }

    /// Watches the briefing at `path` from now on, or none, and no other.
    pub(super) fn follow(&self, path: Option<PathBuf>) {
        // If the thread is gone, nothing is seen any more.
        let _ = self.heard.send(Heard::Follow(path, SystemTime::now()));
    }
}

impl Drop for FileWatch {
    fn drop(&mut self) {
        let _ = self.heard.send(Heard::End);
    }
}

/// Hears what happens, and tells the session of changes once they are over.
fn run(inbox: &Receiver<Heard>, heard: &Sender<Heard>, events: &EventSender, mode: WatchMode) {
    let mut watched: Option<WatchedBriefing> = None;
    let mut tells_at: Option<Instant> = None;
    loop {
        let next = match tells_at {
            Some(at) => inbox.recv_timeout(at.saturating_duration_since(Instant::now())),
            None => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        match (next, &mut watched) {
            (Ok(Heard::Follow(path, since)), _) => {
                (watched, tells_at) = (None, None);
                match path.map(|path| WatchedBriefing::new(&path, heard.clone())).transpose() {
                    Ok(briefing) => {
                        // What was written before it was watched may have been read before that.
                        let written = briefing.as_ref().and_then(|one| one.seen.written);
                        let is_new = written.is_some_and(|at| at + CLOCK >= since);
                        tells_at = is_new.then(|| Instant::now() + QUIET);
                        watched = briefing;
                    }
                    Err(error) if mode == WatchMode::Insisted => {
                        let _ = events.send(SessionEvent::NotWatched(words::not_watched(&error)));
                    }
                    Err(_) => {}
                }
            }
            (Ok(Heard::Event(event)), Some(briefing)) => {
                if briefing.takes(&event) {
                    tells_at = Some(Instant::now() + QUIET);
                }
            }
            (Ok(Heard::Event(_)), None) => {}
            (Err(RecvTimeoutError::Timeout), _) => {
                tells_at = None;
                if let Some(briefing) = &mut watched {
                    // First: what changes from now on is told again.
                    briefing.look();
                }
                if events.send(SessionEvent::FilesChanged).is_err() {
                    return;
                }
            }
            (Ok(Heard::End) | Err(RecvTimeoutError::Disconnected), _) => return,
        }
    }
}

/// A briefing whose files are watched.
struct WatchedBriefing {
    path: PathBuf,
    watcher: RecommendedWatcher,
    seen: Surroundings,
    /// Whether one of the folders themselves went away or was moved since it was watched.
    is_moved: bool,
}

impl WatchedBriefing {
    /// Watches the briefing at `path`, and sends what happens to `heard`.
    fn new(path: &Path, heard: Sender<Heard>) -> notify::Result<Self> {
        let path = path::absolute(path).map_err(notify::Error::io)?;
        let handler = move |event: notify::Result<Event>| {
            // To read a file is an event too, and not to be told of.
            if let Ok(event) = event
                && !matches!(event.kind, EventKind::Access(_))
            {
                let _ = heard.send(Heard::Event(event));
            }
        };
        let watcher = notify::recommended_watcher(handler)?;
        let mut briefing = Self { path, watcher, seen: Surroundings::default(), is_moved: false };
        let error = briefing.look();
        match error.filter(|_| briefing.seen.folders.is_empty()) {
            Some(error) => Err(error),
            None => Ok(briefing),
        }
    }

    /// Watches what there is to watch by now; the last fault that this met.
    fn look(&mut self) -> Option<notify::Error> {
        if std::mem::take(&mut self.is_moved) {
            for folder in std::mem::take(&mut self.seen.folders) {
                // One that went away is watched no longer as it is.
                let _ = self.watcher.unwatch(&folder);
            }
        }
        let mut error = None;
        for _ in 0..LOOKS {
            let now = Surroundings::of(&self.path);
            let gone = self.seen.folders.difference(&now.folders);
            gone.for_each(|folder| _ = self.watcher.unwatch(folder));
            let mut folders = now.folders.clone();
            for folder in now.folders.difference(&self.seen.folders) {
                if let Err(fault) = self.watcher.watch(folder, RecursiveMode::NonRecursive) {
                    folders.remove(folder);
                    error = Some(fault);
                }
            }
            let is_known = now == self.seen;
            self.seen = Surroundings { folders, ..now };
            if is_known {
                break;
            }
        }
        error
    }

    /// Takes in what happened. Answers whether that may change what is read.
    fn takes(&mut self, event: &Event) -> bool {
        // More happened than the system could tell.
        if event.need_rescan() {
            return true;
        }
        let is_going =
            matches!(event.kind, EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_)));
        self.is_moved |=
            is_going && event.paths.iter().any(|path| self.seen.folders.contains(path));
        event.paths.iter().any(|path| self.seen.concerns(path))
    }
}

/// What there is to watch around a briefing. Of each path all links are followed, but for its last name: the
/// system tells of a folder by one path only.
#[derive(Debug, Default, PartialEq, Eq)]
struct Surroundings {
    folders: BTreeSet<PathBuf>,
    /// What lies elsewhere than in the briefing's folder: its own path, and files that links in it lead to.
    outside: BTreeSet<PathBuf>,
    /// The briefing's folder; nothing for a briefing of one file.
    root: Option<PathBuf>,
    /// When any of its files was written last.
    written: Option<SystemTime>,
}

impl Surroundings {
    /// Of the briefing at `path`, a folder or a file.
    fn of(path: &Path) -> Self {
        let mut around = Self::default();
        around.entry(path);
        let root = fs::canonicalize(path).ok().filter(|root| root.is_dir());
        let Some(root) = root else { return around };
        for folder in [root.clone(), root.join("sections")] {
            // A link to another folder that a briefing's may be.
            let Ok(folder) = fs::canonicalize(folder) else { continue };
            let Ok(entries) = fs::read_dir(&folder) else { continue };
            around.folders.insert(folder);
            for entry in entries.take(ENTRIES).filter_map(Result::ok) {
                if around.outside.len() < OUTSIDE
                    && entry.file_type().is_ok_and(|kind| kind.is_symlink())
                {
                    around.linked(&entry.path());
                } else if let Ok(meta) = entry.metadata() {
                    around.written = around.written.max(meta.modified().ok());
                }
            }
        }
        around.root = Some(root);
        around
    }

    /// Takes in a path as it is named, and what it leads to. Where there is nothing, the first folder above is
    /// watched, in which it may come again.
    fn entry(&mut self, path: &Path) {
        let above = path.ancestors().skip(1).find_map(|above| {
            let real = fs::canonicalize(above).ok().filter(|real| real.is_dir())?;
            Some(real.join(path.strip_prefix(above).ok()?)).zip(Some(real))
        });
        let Some((path, folder)) = above else { return };
        // A folder tells of itself.
        if path.is_symlink() || !path.is_dir() {
            self.folders.insert(folder);
        }
        self.linked(&path);
        self.outside.insert(path);
    }

    /// Takes in the file that a path leads to.
    fn linked(&mut self, path: &Path) {
        let Ok(real) = fs::canonicalize(path) else { return };
        let written = fs::metadata(&real).and_then(|meta| meta.modified());
        self.written = self.written.max(written.ok());
        if !real.is_dir() {
            self.folders.extend(real.parent().map(Path::to_owned));
            self.outside.insert(real);
        }
    }

    /// Whether something at `path` is read, or is above what is. What editors put beside a file while they write
    /// it is not.
    fn concerns(&self, path: &Path) -> bool {
        let inner = self.root.as_ref().and_then(|root| path.strip_prefix(root).ok()?.to_str());
        inner.is_some_and(|inner| matches!(inner, "" | "sections") || load::belongs(inner))
            || self.outside.iter().any(|outside| outside.starts_with(path))
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn what_is_read_concerns_and_what_editors_put_beside_it_does_not() {
        let folder = tempfile::tempdir().unwrap();
        let top = fs::canonicalize(folder.path()).unwrap();
        let absolute = |path: &str| top.join(path).to_str().unwrap().to_owned();
        let (root, other) = (top.join("walk"), top.join("other"));
        for made in [root.join("sections"), other.clone()] {
            fs::create_dir_all(made).unwrap();
        }
        fs::write(other.join("way.txt"), "").unwrap();
        symlink(other.join("way.txt"), root.join("sections/way.yaml")).unwrap();
        symlink(root.join("sections/way.yaml"), root.join("actors.yaml")).unwrap();
        symlink(&root, top.join("link")).unwrap();
        for name in ["walk", "link"] {
            let around = Surroundings::of(&top.join(name));
            let mut folders = BTreeSet::from([other.clone(), root.clone(), root.join("sections")]);
            folders.extend((name == "link").then(|| top.clone()));
            assert_eq!(around.folders, folders);
            let check = |expected: bool, paths: &[&str]| {
                for path in paths {
                    assert_eq!(around.concerns(&root.join(path)), expected, "{path:?}");
                }
            };
            check(true, &["", "briefing.yaml", "sections", "sections/way.yaml", "notes.yml"]);
            check(true, &[&absolute(""), &absolute("other/way.txt"), &absolute(name)]);
            check(false, &["4913", ".briefing.yaml.swp", "briefing.yaml~", "#briefing.yaml#"]);
            check(false, &[".#briefing.yaml", "x.tmp", "sections/.way.yaml.swp", "sections/4913"]);
            check(false, &["drafts/way.yaml", "state.sqlite3", &absolute("other/way.yaml")]);
        }
    }

    #[test]
    fn where_there_is_nothing_the_folder_above_is_watched() {
        let folder = tempfile::tempdir().unwrap();
        let top = fs::canonicalize(folder.path()).unwrap();
        for path in ["walk", "walk/deeper", "walk.yaml"] {
            let around = Surroundings::of(&top.join(path));
            assert_eq!(around.folders, [top.clone()].into(), "{path}");
            assert!(around.concerns(&top.join(path)), "{path}");
            assert!(!around.concerns(&top.join("other")), "{path}");
        }
    }
}
