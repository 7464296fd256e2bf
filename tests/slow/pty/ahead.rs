//! What can be done before a large briefing is read.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::keeping::Account;
use super::tty::Tty;

/// How many sections the briefing has, and how many paragraphs each of them: it takes seconds to be read.
const SECTIONS: usize = 60;
const PARAGRAPHS: usize = 150;

/// A large briefing in a folder of this name.
fn large(folder: &Path, name: &str) -> String {
    let folder = folder.join(name);
    fs::create_dir_all(folder.join("sections")).unwrap();
    let ids: Vec<String> = (1..=SECTIONS).map(|n| format!("s{n}")).collect();
    let manifest = format!("format: 1\ntitle: The {name}\nsections: [{}]\n", ids.join(", "));
    fs::write(folder.join("briefing.yaml"), manifest).unwrap();
    for id in ids {
        let mut words = format!("title: Section {id}\nbody:\n");
        for n in 1..=PARAGRAPHS {
            let links = "[this one](actor:ada) as in [the law](article:1)";
            writeln!(
                words,
                "  - text: >-\n      Paragraph {n} of {id} has {links}, which {}",
                "goes on and on ".repeat(15)
            )
            .unwrap();
        }
        fs::write(folder.join(format!("sections/{id}.yaml")), words).unwrap();
    }
    let law =
        "instruments: [{id: law, title: The law, articles: [{number: 1, title: T, gist: G.}]}]\n";
    fs::write(folder.join("instruments.yaml"), law).unwrap();
    let actors = "actors: [{id: ada, name: Ada, role: Who she is.}]\n";
    fs::write(folder.join("actors.yaml"), actors).unwrap();
    folder.to_str().unwrap().to_owned()
}

/// Somebody who has left the second paragraph of the third section of a large briefing.
fn left(account: &Account) -> String {
    let path = large(account.home(), "large");
    let mut tty = account.read(&[&path]);
    tty.wait_for("⏎ read").send("\r").wait_for("¶ 1 of");
    tty.send("]]}").wait_for("Paragraph 2 of s3").wait_for("¶ 2 of").send("q");
    assert_eq!(tty.finish(), 0);
    path
}

/// Waits for a screen on which the rest is still being read.
fn come_back(account: &Account, path: &str) -> Tty {
    let mut tty = account.read(&[path]);
    tty.wait_for("Paragraph 2 of s3").wait_for("the rest is being read");
    tty
}

#[test]
fn the_section_that_was_left_is_read_while_the_rest_is() {
    let account = Account::new();
    let path = left(&account);
    let mut tty = come_back(&account, &path);
    tty.send("}").wait_for("¶ 3 of").wait_for("the rest is being read");
    tty.send("]}").wait_for("2 keys wait");
    tty.wait(|screen| !screen.contains("being read"), "the whole briefing");
    tty.wait_for("Section s4").wait_for("¶ 2 of");
    tty.send("q");
    assert_eq!(tty.finish(), 0);
}

#[test]
fn who_leaves_before_the_rest_is_read_finds_the_place_again() {
    let account = Account::new();
    let path = left(&account);
    let mut tty = come_back(&account, &path);
    tty.send("}}").wait_for("¶ 4 of").wait_for("the rest is being read").send("q");
    assert_eq!(tty.finish(), 0);
    let mut tty = account.read(&[&path]);
    tty.wait_for("¶ 4 of").send("\x03");
    assert_eq!(tty.finish(), 0);
}

#[test]
fn what_was_typed_ahead_can_be_left_by_ctrl_c() {
    let account = Account::new();
    let path = left(&account);
    let mut tty = come_back(&account, &path);
    tty.send("/goesq").wait_for("6 keys wait").send("\x03");
    assert_eq!(tty.finish(), 0);
    assert!(!tty.screen().contains("goes on"), "the screen is not given back");
}

#[test]
fn it_is_left_at_once_where_nothing_is_kept() {
    let account = Account::new();
    let path = large(account.home(), "large");
    let mut tty = account.read(&[&path]);
    tty.wait_for("The large").wait_for("the rest is being read").send("q");
    assert_eq!(tty.finish(), 0);
}

#[test]
fn it_is_left_at_once_from_a_shelf_and_from_what_is_opened_there() {
    for keys in ["q", "\r"] {
        let account = Account::new();
        let shelf = account.home().join("shelf");
        large(&shelf, "first");
        large(&shelf, "second");
        let mut tty = account.read(&[shelf.to_str().unwrap()]);
        tty.wait_for("The first").wait_for("The second").send(keys);
        if keys != "q" {
            tty.wait_for("the briefing is being read").send("q");
        }
        assert_eq!(tty.finish(), 0);
    }
}

#[test]
fn it_is_left_at_once_while_the_files_are_read_again() {
    let account = Account::new();
    let path = left(&account);
    let mut tty = account.read(&[&path]);
    tty.wait_for("Paragraph 2 of s3");
    tty.wait(|screen| !screen.contains("being read"), "the whole briefing");
    tty.send("R").wait_for("the files are being read");
    tty.send("}").wait_for("¶ 3 of").send("q");
    assert_eq!(tty.finish(), 0);
}
