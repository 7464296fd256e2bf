//! A reader's own keys and colours in the real reader.

use std::fs;

use tempfile::TempDir;

use super::tty::Tty;

const CONFIG: &str = "\
[keys]
next-paragraph = \"é\"
timelin = \"F9\"
[theme.dark]
text = { italic = true }
";

#[test]
fn own_keys_are_shown_and_pressed_and_what_is_wrong_is_told() {
    let home = TempDir::new().unwrap();
    let folder = home.path().join(".config/attache");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("config.toml"), CONFIG).unwrap();
    let variables = [("HOME", home.path().to_str().unwrap())];
    let begin = |args: &[&str]| Tty::attache(args, (120, 40), &variables);
    for args in [&[][..], &["--no-state"]] {
        let mut tty = begin(args);
        tty.wait_for("1 fault in config.toml; in the shell, attache config check lists it");
        tty.wait_for("é next").send("\r").wait_for("¶ 1 of").send("é").wait_for("¶ 2 of");
        assert!(tty.bytes.windows(4).any(|bytes| bytes == b"\x1b[3m"), "nothing is slanted");
        tty.send("\x03");
        assert_eq!(tty.finish(), 0);
    }
    // Another reader of a shared account has left it.
    let mut tty = begin(&["--restricted"]);
    tty.wait_for("⏎ read").send("\r").wait_for("¶ 1 of").wait_for("} ");
    assert!(!tty.terminal().contents().contains("config.toml"));
    tty.send("\x03");
    assert_eq!(tty.finish(), 0);
}
