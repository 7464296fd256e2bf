//! What a reader leaves, and finds again.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::tty::Tty;

/// An account that reads several times.
pub(super) struct Account {
    home: TempDir,
}

impl Account {
    pub(super) fn new() -> Self {
        Self { home: TempDir::new().unwrap() }
    }

    pub(super) fn read(&self, args: &[&str]) -> Tty {
        let home = self.home.path().to_str().unwrap();
        Tty::attache(args, (120, 40), &[("HOME", home)])
    }

    /// The bundled briefing, at its first paragraph.
    pub(super) fn begin(&self) -> Tty {
        let mut tty = self.read(&[]);
        tty.wait_for("⏎ read").send("\r").wait_for("¶ 1 of");
        tty
    }

    /// The same in a terminal that answers nothing.
    pub(super) fn begin_silent(&self) -> Tty {
        let home = self.home.path().to_str().unwrap();
        let mut tty = Tty::silent(&[], (120, 40), &[("HOME", home)]);
        tty.wait_for("⏎ read").send("\r").wait_for("¶ 1 of");
        tty
    }

    pub(super) fn home(&self) -> &Path {
        self.home.path()
    }

    pub(super) fn folder(&self) -> PathBuf {
        self.home.path().join(".local/state/attache")
    }

    pub(super) fn file(&self) -> PathBuf {
        self.folder().join("state.sqlite3")
    }

    /// Every path under the home.
    fn listing(&self) -> Vec<PathBuf> {
        let mut found = Vec::new();
        let mut folders = vec![self.home.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path.clone());
                }
                found.push(path);
            }
        }
        found.sort();
        found
    }

    /// How many rows a query counts in the file; none while it is being made.
    pub(super) fn count(&self, query: &str) -> i64 {
        let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_WRITE;
        let file = rusqlite::Connection::open_with_flags(self.file(), flags);
        file.and_then(|file| file.query_row(query, [], |row| row.get(0))).unwrap_or(0)
    }
}

/// The id of the bundled briefing's fifth paragraph.
fn fifth() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("briefings/russia-dprk-treaty");
    let briefing = attache::load::open(&folder).briefing.unwrap();
    let fifth = briefing
        .blocks()
        .find(|(at, block)| block.is_numbered() && briefing.index().number(*at) == 5);
    fifth.unwrap().1.id.clone()
}

/// Leaves, whatever lies on top.
pub(super) fn leave(mut tty: Tty) {
    tty.send("\x03");
    assert_eq!(tty.finish(), 0);
}

pub(super) fn kill(tty: &mut Tty, signal: &str) {
    let id = tty.child.process_id().unwrap().to_string();
    let sent = Command::new("sh").args(["-c", &format!("kill -{signal} {id}")]).status();
    assert!(sent.unwrap().success());
}

/// It opens in its fifth paragraph, and the title page is not even seen.
#[track_caller]
fn assert_opens_in_the_fifth(account: &Account) {
    let mut tty = account.read(&[]);
    tty.wait_for("¶ 5 of");
    assert!(!String::from_utf8_lossy(&tty.bytes).contains("Title page"));
    leave(tty);
}

#[test]
fn it_opens_where_it_was_left() {
    let account = Account::new();
    let mut tty = account.begin();
    tty.send("}}}}").wait_for("¶ 5 of");
    leave(tty);
    assert_opens_in_the_fifth(&account);
}

/// Waits until the query counts something. The disk is written beside the screen.
#[track_caller]
fn await_count(account: &Account, tty: &mut Tty, query: &str) {
    let end = Instant::now() + Duration::from_secs(30);
    while account.count(query) == 0 {
        assert!(Instant::now() < end, "nothing is kept of {query}");
        tty.bytes_within(Duration::from_millis(10));
    }
}

#[test]
fn it_opens_where_it_was_killed() {
    let account = Account::new();
    let mut tty = account.begin();
    tty.send("}}}}").wait_for("¶ 5 of");
    let query = format!("SELECT count(*) FROM place WHERE block = '{}'", fifth());
    await_count(&account, &mut tty, &query);
    kill(&mut tty, "KILL");
    tty.finish();
    assert_opens_in_the_fifth(&account);
}

#[test]
fn a_signal_leaves_the_line_too() {
    let account = Account::new();
    for (signal, line) in [("TERM", 3), ("HUP", 6)] {
        let mut tty = account.read(&[]);
        tty.wait(|screen| screen.contains("¶ 1 of") || screen.contains("⏎ read"), "a screen");
        if tty.screen().contains("⏎ read") {
            tty.send("\r").wait_for("¶ 1 of");
        }
        // The help comes up after the lines.
        tty.send("jjj?").wait_for("One line down");
        kill(&mut tty, signal);
        tty.finish();
        assert_eq!(account.count("SELECT line FROM place"), line, "SIG{signal}");
    }
}

#[test]
fn settings_outlive_the_session() {
    let account = Account::new();
    let mut tty = account.begin();
    tty.send("T").wait_for("light theme");
    tty.send("-").wait_for("up to 62 columns");
    tty.send("H").wait_for("hyphens off");
    tty.send("zzC").wait_for("cues and notes shown");
    leave(tty);
    let mut tty = account.read(&[]);
    // What was shown to a class, and how, is not.
    tty.wait_for("¶ ").wait_for("Articles");
    tty.send("T").wait_for("mono theme");
    tty.send("-").wait_for("up to 58 columns");
    tty.send("H").wait_for("hyphens on");
    tty.send("C").wait_for("cues shown");
    leave(tty);
    // What is asked for on the command line wins, and stays only for the session.
    let mut tty = account.read(&["--theme", "dark"]);
    tty.wait_for("¶ ");
    tty.send("T").wait_for("light theme");
    leave(tty);
}

#[test]
fn without_state_no_disk_is_touched() {
    let account = Account::new();
    let mut tty = account.read(&["--no-state"]);
    tty.wait_for("⏎ read").send("\r}}}T").wait_for("light theme");
    leave(tty);
    assert_eq!(account.listing(), Vec::<PathBuf>::new());
    // Nor is anything taken over that is there.
    leave_in_the_fifth(&account);
    let before = account.listing();
    let mut tty = account.read(&["--no-state"]);
    tty.wait_for("⏎ read").send("\r}").wait_for("¶ 2 of");
    leave(tty);
    assert_eq!(account.listing(), before);
    assert_opens_in_the_fifth(&account);
}

fn leave_in_the_fifth(account: &Account) {
    let mut tty = account.begin();
    tty.send("}}}}").wait_for("¶ 5 of");
    leave(tty);
}

#[test]
fn a_damaged_file_is_set_aside_and_said() {
    let account = Account::new();
    leave_in_the_fifth(&account);
    fs::write(account.file(), "this is no database, and it is long enough to be seen").unwrap();
    let mut tty = account.read(&[]);
    tty.wait_for("what was kept was damaged").wait_for("state.sqlite3.damaged-1");
    tty.send("\r").wait_for("¶ 1 of");
    tty.send("\x1b").wait(|screen| !screen.contains("damaged"), "the banner, closed");
    tty.send("}}}}").wait_for("¶ 5 of");
    leave(tty);
    assert!(account.folder().join("state.sqlite3.damaged-1").exists());
    assert_opens_in_the_fifth(&account);
}

#[test]
fn a_folder_that_cannot_be_made_is_told_once() {
    let account = Account::new();
    let state = account.home.path().join(".local");
    fs::write(&state, "a file where a folder should be").unwrap();
    let mut tty = account.read(&[]);
    tty.wait_for("nothing is kept: the folder").wait_for("check the path");
    tty.send("\r").wait_for("¶ 1 of");
    tty.send("\x1b").wait(|screen| !screen.contains("nothing is kept"), "the banner, closed");
    tty.send("}}}}T").wait_for("¶ 5 of").wait_for("light theme");
    assert!(!tty.screen().contains("nothing is kept"));
    leave(tty);
}

#[test]
fn without_a_home_it_is_told_once() {
    let mut tty = Tty::attache(&[], (120, 40), &[("HOME", "no/full/path")]);
    tty.wait_for("there is no home folder for it").wait_for("to a full path");
    tty.send("\r").wait_for("¶ 1 of");
    tty.send("\x1b").wait(|screen| !screen.contains("no home"), "the banner, closed");
    tty.send("}}}}T").wait_for("¶ 5 of").wait_for("light theme");
    assert!(!tty.screen().contains("no home"));
    leave(tty);
}

/// Who reads on a disk that can only be read: as root on one that is mounted so, as anybody else in
/// a folder that may not be written. `None` where neither can be made.
fn read_only(account: &Account) -> Option<Tty> {
    let set = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    let folder = account.folder();
    for (path, mode) in [(&account.file(), 0o444), (&folder, 0o555)] {
        set(path, mode);
    }
    // Root writes where it likes.
    if fs::write(folder.join("probe"), "").is_err() {
        return Some(account.read(&[]));
    }
    fs::remove_file(folder.join("probe")).unwrap();
    let may = Command::new("unshare").args(["-m", "true"]).status();
    may.ok().filter(std::process::ExitStatus::success)?;
    let script = "mount --bind \"$0\" \"$0\" && mount -o remount,ro,bind \"$0\" && exec \"$1\"";
    let folder = folder.to_str().unwrap();
    let args = ["-m", "sh", "-c", script, folder, env!("CARGO_BIN_EXE_attache")];
    let home = account.home.path().to_str().unwrap();
    Some(Tty::run("unshare", &args, (120, 40), &[("HOME", home)]))
}

#[test]
fn a_disk_that_cannot_be_written_is_told_once_and_read() {
    let account = Account::new();
    leave_in_the_fifth(&account);
    if let Some(mut tty) = read_only(&account) {
        tty.wait_for("¶ 5 of").send("}").wait_for("¶ 6 of");
        tty.wait_for("nothing new is kept").wait_for("may not be written");
        tty.send("\x1b").wait(|screen| !screen.contains("is kept"), "the banner, closed");
        tty.send("}").wait_for("¶ 7 of");
        assert!(!tty.screen().contains("is kept"));
        leave(tty);
    }
    fs::set_permissions(account.folder(), fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn a_failure_is_told_again_when_it_comes_again_and_at_the_end() {
    let account = Account::new();
    let mut tty = account.begin();
    tty.send("T").wait_for("light theme");
    // Whatever is put into the table is refused, as often as the trigger is there.
    let file = |query| rusqlite::Connection::open(account.file()).unwrap().execute_batch(query);
    let refuse = "CREATE TRIGGER no BEFORE INSERT ON setting BEGIN SELECT RAISE(FAIL, 'nay'); END";
    await_count(&account, &mut tty, "SELECT count(*) FROM setting WHERE name = 'theme'");
    for theme in ["mono", "dark"] {
        file("DROP TRIGGER IF EXISTS no").unwrap();
        tty.send("H").wait_for("hyphens");
        let hyphens = i32::from(theme == "dark");
        let saved =
            format!("SELECT count(*) FROM setting WHERE name = 'hyphens' AND value = {hyphens}");
        await_count(&account, &mut tty, &saved);
        file(refuse).unwrap();
        tty.send("T").wait_for(&format!("{theme} theme")).wait_for("could not be used: nay");
        tty.send("\x1b").wait(|screen| !screen.contains("nay"), "the banner, closed");
    }
    let before = tty.bytes.len();
    tty.send("q");
    assert_eq!(tty.finish(), 0);
    let said = String::from_utf8_lossy(&tty.bytes[before..]);
    let (_, after) = said.split_once("\x1b[?1049l").unwrap();
    assert!(after.starts_with("attache: nothing new is kept: "), "{after}");
}

#[test]
fn a_disk_that_answers_late_loses_nothing() {
    let account = Account::new();
    leave_in_the_fifth(&account);
    // Who opens the file waits for whoever holds the folder.
    let folder = fs::File::open(account.folder()).unwrap();
    folder.lock().unwrap();
    let mut tty = account.read(&[]);
    // Where it was left can be read all the same.
    tty.wait_for("another program holds").wait_for("¶ 5 of").send("}").wait_for("¶ 6 of");
    folder.unlock().unwrap();
    // On a slow machine it has given up by then, and tries again with the next change.
    tty.send("T").wait(|screen| !screen.contains("another program holds"), "what was kept");
    leave(tty);
    assert_eq!(account.count("SELECT count(*) FROM place"), 1);
    let mut tty = account.read(&[]);
    tty.wait_for("¶ 6 of");
    leave(tty);
}

#[test]
fn what_an_editor_saved_before_it_was_killed_is_a_draft() {
    let account = Account::new();
    let editor = r#"sh -c 'printf "words that were saved" >"$0"; kill -9 $$'"#;
    let home = account.home.path().to_str().unwrap();
    let mut tty = Tty::attache(&[], (120, 40), &[("HOME", home), ("EDITOR", editor)]);
    tty.wait_for("⏎ read").send("\r").wait_for("¶ 1 of");
    tty.send("a").wait_for("note:").send("\x05");
    tty.wait_for("words that were saved").wait_for("sh was killed; what it had saved is here");
    kill(&mut tty, "TERM");
    tty.finish();
    assert_eq!(account.count("SELECT count(*) FROM draft WHERE text = 'words that were saved'"), 1);
}

#[test]
fn a_link_that_comes_to_lead_elsewhere_leads_to_another_briefing() {
    let account = Account::new();
    let path = |name: &str| account.home.path().join(name);
    let another = "format: 1\ntitle: Another\nsections:\n  - id: one\n    title: One\n    body: \
                   [{text: First.}, {text: Second.}, {text: Third.}]\n";
    fs::write(path("one.yaml"), crate::common::SAMPLE).unwrap();
    fs::write(path("another.yaml"), another).unwrap();
    let link = path("link.yaml");
    let lead_to = |name: &str| {
        let _ = fs::remove_file(&link);
        std::os::unix::fs::symlink(name, &link).unwrap();
    };
    lead_to("one.yaml");
    let mut tty = account.read(&[link.to_str().unwrap()]);
    tty.wait_for("⏎ read").send("\r}").wait_for("¶ 2 of");
    lead_to("another.yaml");
    tty.send("R").wait_for("⏎ read").send("\r}}").wait_for("¶ 3 of");
    lead_to("one.yaml");
    tty.send("R").wait_for("¶ 2 of");
    leave(tty);
    assert_eq!(account.count("SELECT count(*) FROM place"), 2);
}

#[test]
fn two_readers_lose_nothing() {
    let account = Account::new();
    let mut one = account.begin();
    let mut two = account.read(&[]);
    two.wait(|screen| screen.contains("⏎ read") || screen.contains("¶ "), "a screen");
    one.send("T").wait_for("light theme");
    two.send("\r-").wait_for("up to 62 columns");
    one.send("H").wait_for("hyphens off");
    leave(one);
    leave(two);
    assert_eq!(account.count("SELECT count(*) FROM setting"), 3);
}

/// Without bracketed paste a terminal sends what is pasted as keys, as many at once as there are.
#[test]
fn many_keys_at_once_are_all_taken() {
    let mut tty = Account::new().begin();
    let words = "a word ".repeat(400);
    tty.send("a").wait_for("note").send(&words).send("¤").wait_for("¤");
    tty.send("\r").wait_for("note saved");
    leave(tty);
}

#[test]
fn a_note_is_there_after_a_restart() {
    let account = Account::new();
    let mut tty = account.begin();
    tty.send("}}}}").wait_for("¶ 5 of");
    tty.send("aAsk the class.\r").wait_for("note saved");
    leave(tty);
    let mut tty = account.read(&[]);
    tty.wait_for("¶ 5 of").wait_for("Your note  Ask the class.");
    // And in the middle of the next one it is killed: the draft is there.
    tty.send("}aHalf a thou").wait_for("Half a thou");
    let end = Instant::now() + Duration::from_secs(30);
    while account.count("SELECT count(*) FROM draft WHERE text = 'Half a thou'") == 0 {
        assert!(Instant::now() < end, "the draft is not kept");
        tty.bytes_within(Duration::from_millis(10));
    }
    kill(&mut tty, "KILL");
    tty.finish();
    let mut tty = account.read(&[]);
    tty.wait_for("Your note (draft)").wait_for("Half a thou");
    leave(tty);
}

#[test]
fn a_note_is_on_the_briefing_at_its_path_and_goes_along_with_it() {
    let account = Account::new();
    let path = |path: &str| account.home.path().join(path).to_str().unwrap().to_owned();
    for (day, words) in [("monday", "Bridges fall."), ("friday", "Ships sail.")] {
        let yaml = format!(
            "format: 1\ntitle: {day}\nsections:\n  - {{id: one, title: One, body: [{{text: {words}}}]}}\n"
        );
        fs::create_dir(path(day)).unwrap();
        fs::write(path(&format!("{day}/lesson.yaml")), yaml).unwrap();
    }
    let mut tty = account.read(&[&path("monday/lesson.yaml")]);
    tty.wait_for("⏎ read")
        .send("\r")
        .wait_for("Bridges")
        .send("afor monday\r")
        .wait_for("Your note");
    leave(tty);
    let mut tty = account.read(&[&path("friday/lesson.yaml")]);
    tty.wait_for("⏎ read").send("\r").wait_for("Ships").send("'").wait_for("Nothing yet");
    assert!(!tty.screen().contains("for monday"));
    leave(tty);
    // Unwatched: a reader that sees the folder go reads it anew, which is another matter.
    let mut open = account.read(&["--no-watch", &path("monday/lesson.yaml")]);
    open.wait_for("for monday");
    fs::rename(path("monday"), path("sunday")).unwrap();
    let mut tty = account.read(&[&path("sunday/lesson.yaml")]);
    tty.wait_for("for monday");
    leave(tty);
    open.send("m").send("late\r").wait_for("bookmark");
    leave(open);
    let mut tty = account.read(&[&path("sunday/lesson.yaml")]);
    tty.wait_for("for monday").send("'").wait_for("late");
    leave(tty);
}

#[test]
fn a_slip_in_the_files_costs_no_place() {
    let account = Account::new();
    let path = account.home.path().join("walk.yaml");
    let stage = |n: usize| format!("      - text: Stage {n} of the walk.\n");
    let stages: String = (1..=9).map(stage).collect();
    let good = format!(
        "format: 1\ntitle: A walk\nsections:\n  - id: way\n    title: The way\n    body:\n{stages}"
    );
    let slips = [format!("{good}slip: [\n"), good.replace("body:", "bdy:")];
    fs::write(&path, &good).unwrap();
    let args = [path.to_str().unwrap()];
    let mut tty = account.read(&args);
    tty.wait_for("⏎ read").send("\r").wait_for("¶ 1 of 9").send("}}}}").wait_for("¶ 5 of 9");
    // Left while the slip is there, and opened with the second one in its place.
    fs::write(&path, &slips[0]).unwrap();
    tty.send("R").wait_for("until it is mended, this part is as it was").wait_for("¶ 5 of 9");
    leave(tty);
    fs::write(&path, &slips[1]).unwrap();
    let mut tty = account.read(&args);
    tty.wait_for("1 fault in the briefing's files");
    leave(tty);
    fs::write(&path, &good).unwrap();
    account.read(&args).wait_for("¶ 5 of 9");
}

#[test]
fn what_has_changed_since_is_told_and_marked() {
    let account = Account::new();
    let path = account.home.path().join("lesson.yaml");
    let path = path.to_str().unwrap();
    let write = |words: &str| {
        let yaml = format!(
            "format: 1\ntitle: A lesson\nsections:\n  - id: one\n    title: One\n    body:\n      \
             - text: Bridges fall.\n      - text: {words}\n"
        );
        fs::write(path, yaml).unwrap();
    };
    let told = "1 paragraph new or changed";
    write("Iron rusts in the rain.");
    let mut tty = account.read(&[path]);
    tty.wait_for("⏎ read").send("\r").wait_for("Iron");
    leave(tty);
    write("Iron rusts in the fog.");
    let mut tty = account.read(&[path]);
    tty.wait_for(told).wait_for("~  Iron").send(">K").wait_for("in the ‹rain›");
    leave(tty);
    // It was looked at.
    let mut tty = account.read(&[path]);
    tty.wait_for("Iron");
    assert!(!tty.screen().contains("changed"));
    leave(tty);
    // Without a state what is open is known all the same.
    let mut tty = account.read(&["--no-state", path]);
    tty.wait_for("⏎ read").send("\r").wait_for("Iron");
    write("Iron rusts in the snow.");
    tty.send("R").wait_for(told).send(">K").wait_for("in the ‹fog›");
    leave(tty);
}
