//! Files that change while they are read.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::TempDir;

use super::tty::Tty;

const MANIFEST: &str = "format: 1\ntitle: A walk\nsections: [way]\n";

/// A briefing of one section, which begins with `first`.
fn text(first: &str) -> String {
    format!("title: The way\nbody:\n  - text: {first}\n  - text: The rest of the way.\n")
}

/// A briefing in a folder, and who reads it.
struct Walk {
    folder: TempDir,
    tty: Tty,
}

impl Walk {
    fn new(args: &[&str]) -> Self {
        let folder = TempDir::new().unwrap();
        make(&folder.path().join("walk"));
        Self::read("walk", folder, args)
    }

    /// Reads what is at a path in a folder, to its second paragraph.
    fn read(path: &str, folder: TempDir, args: &[&str]) -> Self {
        let path = folder.path().join(path);
        let args: Vec<&str> = args.iter().copied().chain(path.to_str()).collect();
        let mut tty = Tty::attache(&args, (100, 30), &[]);
        tty.wait_for("⏎ read").send("\r").wait_for("Stage one.").send("}").wait_for("¶ 2 of 2");
        Self { folder, tty }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join("walk").join(path)
    }

    fn write(&self, first: &str) {
        fs::write(self.path("sections/way.yaml"), text(first)).unwrap();
    }

    /// Waits until the text begins so. The reader is where he was.
    #[track_caller]
    fn shows(&mut self, first: &str) {
        self.tty.wait_for(first).wait_for("¶ 2 of 2");
    }

    #[track_caller]
    fn leave(mut self) {
        self.tty.send("\x03");
        assert_eq!(self.tty.finish(), 0);
    }
}

fn make(folder: &Path) {
    fs::create_dir_all(folder.join("sections")).unwrap();
    fs::write(folder.join("briefing.yaml"), MANIFEST).unwrap();
    fs::write(folder.join("sections/way.yaml"), text("Stage one.")).unwrap();
}

#[test]
fn what_is_saved_is_shown_however_it_is_saved() {
    let mut walk = Walk::new(&[]);
    walk.write("Written in place.");
    walk.shows("Written in place.");
    // As vim does, and most others.
    let (new, file) = (walk.path("sections/4913"), walk.path("sections/way.yaml"));
    fs::write(&new, text("Put in its place.")).unwrap();
    fs::rename(&file, walk.path("sections/way.yaml~")).unwrap();
    fs::rename(&new, &file).unwrap();
    walk.shows("Put in its place.");
    // What cannot be read is as it was, until it is mended.
    fs::write(&file, "title: [\n").unwrap();
    walk.tty.wait_for("▲ ");
    walk.shows("Put in its place.");
    walk.write("Mended.");
    walk.shows("Mended.");
    walk.leave();
}

#[test]
fn a_folder_may_go_away_and_come_back() {
    let mut walk = Walk::new(&[]);
    for (gone, first) in
        [("", "Back again."), ("sections", "Back once more."), ("", "The third time.")]
    {
        let (path, away) = (walk.path(gone), walk.folder.path().join("away"));
        fs::rename(&path, &away).unwrap();
        walk.tty.wait_for("▲ ");
        fs::remove_dir_all(&away).unwrap();
        make(&walk.path(""));
        walk.write(first);
        walk.shows(first);
        walk.write("Changed after that.");
        walk.shows("Changed after that.");
    }
    walk.leave();
}

#[test]
fn a_link_is_watched_where_it_leads() {
    let folder = TempDir::new().unwrap();
    let (real, single) = (folder.path().join("real"), folder.path().join("single"));
    make(&real);
    fs::create_dir_all(&single).unwrap();
    symlink(&real, folder.path().join("walk")).unwrap();
    let mut walk = Walk::read("walk", folder, &[]);
    walk.write("Behind a link.");
    walk.shows("Behind a link.");
    // It is turned to another.
    let other = walk.folder.path().join("other");
    make(&other);
    fs::write(other.join("sections/way.yaml"), text("In another folder.")).unwrap();
    symlink(&other, walk.folder.path().join("new")).unwrap();
    fs::rename(walk.folder.path().join("new"), walk.folder.path().join("walk")).unwrap();
    walk.shows("In another folder.");
    walk.write("And changed there.");
    walk.shows("And changed there.");
    walk.leave();
}

#[test]
fn a_briefing_of_one_file_is_watched() {
    let folder = TempDir::new().unwrap();
    let yaml = |first: &str| {
        format!(
            "format: 1\ntitle: A walk\nsections:\n  - id: way\n    title: The way\n    body:\n      - text: \
             {first}\n      - text: The rest.\n"
        )
    };
    fs::write(folder.path().join("way.yaml"), yaml("Stage one.")).unwrap();
    symlink("way.yaml", folder.path().join("link.yaml")).unwrap();
    for path in ["way.yaml", "link.yaml"] {
        let file = folder.path().join("way.yaml");
        fs::write(&file, yaml("Stage one.")).unwrap();
        let linked = TempDir::new().unwrap();
        symlink(folder.path(), linked.path().join("walk")).unwrap();
        let mut walk = Walk::read(&format!("walk/{path}"), linked, &[]);
        fs::write(&file, yaml("Written in place.")).unwrap();
        walk.shows("Written in place.");
        fs::write(folder.path().join("new"), yaml("Put in its place.")).unwrap();
        fs::rename(folder.path().join("new"), &file).unwrap();
        walk.shows("Put in its place.");
        walk.leave();
    }
}

#[test]
fn of_a_thousand_changes_the_last_is_shown() {
    let mut walk = Walk::new(&[]);
    for n in 1..=1000 {
        walk.write(&format!("Change {n}."));
    }
    walk.shows("Change 1000.");
    walk.leave();
}

#[test]
fn the_watch_follows_to_the_briefing_that_is_open() {
    let folder = TempDir::new().unwrap();
    make(&folder.path().join("walk"));
    make(&folder.path().join("other"));
    let path = folder.path().to_str().unwrap().to_owned();
    let mut tty = Tty::attache(&[&path], (100, 30), &[]);
    let write = |name: &str, first: &str| {
        fs::write(folder.path().join(name).join("sections/way.yaml"), text(first)).unwrap();
    };
    for (name, keys) in [("other", "\r"), ("walk", "j\r")] {
        tty.wait_for("2 briefings").send(keys).wait_for("⏎ read").send("\r").wait_for("Stage one.");
        write(name, "Changed here.");
        tty.wait_for("Changed here.").send("s").wait_for("2 briefings");
    }
    tty.send("q");
    assert_eq!(tty.finish(), 0);
}

#[test]
fn what_is_not_to_be_watched_is_read_again_by_its_key() {
    for args in [["--no-watch"].as_slice(), &["--restricted"], &["--watch", "--no-watch"]] {
        let mut walk = Walk::new(args);
        walk.write("Not seen yet.");
        walk.tty.bytes_within(Duration::from_millis(300));
        assert!(walk.tty.screen().contains("Stage one."), "{args:?}");
        walk.tty.send("R");
        walk.shows("Not seen yet.");
        walk.leave();
    }
    let mut walk = Walk::new(&["--restricted", "--watch"]);
    walk.write("Seen at once.");
    walk.shows("Seen at once.");
    walk.leave();
}
