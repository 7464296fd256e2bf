//! Files of the briefing, edited from within the reader.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use tempfile::TempDir;

use super::tty::Tty;

/// A briefing, and an editor that writes down what it is given, and writes another word.
fn walk() -> (TempDir, String) {
    let folder = TempDir::new().unwrap();
    let (vim, yaml) = (folder.path().join("vim"), folder.path().join("way.yaml"));
    let asked = folder.path().join("asked");
    let script = format!(
        "#!/bin/sh\nprintf '%s\\n' \"$@\" >{}\nsed s/one/ten/ \"$2\" >\"$2.new\" && mv \"$2.new\" \"$2\"\n",
        asked.display()
    );
    fs::write(&vim, script).unwrap();
    fs::set_permissions(&vim, fs::Permissions::from_mode(0o755)).unwrap();
    let text = "format: 1\ntitle: A walk\nsections:\n  - id: way\n    title: The way\n    body:\n      - text: \
                Stage one.\n      - text: The rest.\n";
    fs::write(&yaml, text).unwrap();
    (folder, vim.to_str().unwrap().to_owned())
}

#[track_caller]
fn asked(folder: &Path, line: usize) {
    let asked = fs::read_to_string(folder.join("asked")).unwrap();
    assert_eq!(asked, format!("+{line}\n{}\n", folder.join("way.yaml").display()));
}

#[test]
fn an_editor_opens_the_line_and_what_it_saves_is_shown() {
    for watch in ["--watch", "--no-watch"] {
        let (folder, vim) = walk();
        let path = folder.path().join("way.yaml");
        let args = [watch, path.to_str().unwrap()];
        let mut tty = Tty::attache(&args, (100, 30), &[("EDITOR", &vim)]);
        tty.wait_for("⏎ read").send("\r").wait_for("Stage one.").send("}").wait_for("¶ 2 of 2");
        tty.send("E").wait_for("Stage ten.").wait_for("¶ 2 of 2");
        asked(folder.path(), 8);
        tty.send("q");
        assert_eq!(tty.finish(), 0);
    }
}

#[test]
fn a_dialogue_lends_its_terminal_to_an_editor() {
    let (folder, vim) = walk();
    let path = folder.path().join("way.yaml");
    let args = ["--linear", path.to_str().unwrap()];
    let mut tty = Tty::attache(&args, (100, 30), &[("EDITOR", &vim)]);
    tty.wait_for("> ").send("next\r").wait_for("Stage one.").send("edit file\r");
    tty.wait_for("1 paragraph new or changed").send("again\r").wait_for("Stage ten.");
    asked(folder.path(), 7);
    tty.send("quit\r");
    assert_eq!(tty.finish(), 0);
}

#[test]
fn where_no_file_can_be_opened_that_is_said() {
    let (folder, vim) = walk();
    let path = folder.path().join("way.yaml");
    let path = path.to_str().unwrap();
    for (args, editor, said) in [
        (vec![], vim.as_str(), "this briefing is inside the program"),
        (vec![path], "", "set EDITOR to use one"),
        (vec![path], "/no/such/editor", "/no/such/editor: "),
        (
            vec!["--restricted", path],
            vim.as_str(),
            "not here: this reader leads to no other program",
        ),
    ] {
        let mut tty = Tty::attache(&args, (100, 30), &[("EDITOR", editor)]);
        tty.wait_for("⏎ read").send("\r").wait_for("¶ 1 of").send("E").wait_for(said);
        tty.send("}").wait_for("¶ 2 of").send("q");
        assert_eq!(tty.finish(), 0);
    }
    assert!(!folder.path().join("asked").exists());
}
