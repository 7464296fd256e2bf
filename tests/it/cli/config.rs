//! `attache config`

use std::process::Command;

use super::run::attache;

/// Where the file is in a home of its own.
const PATH: &str = ".config/attache/config.toml";

#[test]
fn it_is_where_settings_are() {
    let run = attache("config path");
    let home = run.path("");
    run.run().prints(&format!("{}{PATH}\n", home.display()));
    let run = attache("config path").env("XDG_CONFIG_HOME", "/etc/somewhere");
    run.run().prints("/etc/somewhere/attache/config.toml\n");
    // What is no full path does not count (XDG Base Directory Specification).
    let run = attache("config path").env("XDG_CONFIG_HOME", "somewhere");
    let home = run.path("");
    run.run().prints(&format!("{}{PATH}\n", home.display()));
}

#[test]
fn without_a_file_nothing_is_wrong() {
    let run = attache("config check");
    let path = run.path(PATH);
    let path = path.display();
    run.run().prints(&format!("there is no {path}: attache has its own keys and colours\n"));
    attache("config check my.toml").run().fails("there is nothing at my.toml");
}

#[test]
fn what_is_printed_is_what_is_read() {
    let page = attache("config default").run();
    let page = page.succeeds();
    assert!(page.contains("\n# Timeline: what came when\ntimeline = \"t\"\n"), "{page}");
    attache("config check").file(PATH, page).run().prints("no faults\n");
}

#[test]
fn faults_are_told_as_those_of_briefings() {
    let text = "[keys]\ntmeline = \"F9\"\n[theme.dark]\nlink = \"#444444\"\n";
    let out = "\
my.toml:2:1: error[unknown-command]: there is no command `tmeline`
  |
2 | tmeline = \"F9\"
  | ^^^^^^^
  = help: did you mean `timeline`?

my.toml:4:8: hint[contrast]: `#444444` on black has a contrast of 2.2 for `link`
  |
4 | link = \"#444444\"
  |        ^^^^^^^^^
  = help: 4.5 or more is read well (WCAG 2)

1 error, 1 hint
";
    attache("config check my.toml").file("my.toml", text).run().ends(1, out, "");
    let out = "\
my.toml:2:1: error[unknown-command]: there is no command `tmeline`
my.toml:4:8: hint[contrast]: `#444444` on black has a contrast of 2.2 for `link`
";
    let short = attache("config check my.toml --format short").file("my.toml", text);
    short.run().ends(1, out, "");
    let hint = attache("config check my.toml --format short")
        .file("my.toml", "[theme.dark]\nlink = 238\n");
    assert!(hint.run().succeeds().starts_with("my.toml:2:8: hint[contrast]: "));
}

#[test]
fn what_is_no_file_is_a_fault_and_not_waited_for() {
    let check = |run: &super::run::Run, sentence: &str| {
        run.run().ends(1, &format!("config.toml: error[{sentence}\n"), "");
    };
    let run = || attache("config check config.toml --format short");
    check(&run().folder("config.toml"), "unreadable]: this is no file");
    let pipe = run();
    let made = Command::new("mkfifo").arg(pipe.path("config.toml")).status();
    assert!(made.unwrap().success());
    check(&pipe, "unreadable]: this is no file");
    let large = vec![b'#'; (256 << 10) + 1];
    check(&run().file("config.toml", large), "too-large]: the file has more than 256 KiB");
    let nowhere = run();
    std::os::unix::fs::symlink("nowhere", nowhere.path("config.toml")).unwrap();
    check(&nowhere, "unreadable]: the file cannot be read: the link leads nowhere");
}

#[test]
fn many_faults_are_told_up_to_a_number() {
    let commands: Vec<String> = (0..150).map(|n| format!("no-{n} = 'x'")).collect();
    for lines in
        [commands.join("\n"), "=\n".repeat(5000), format!("copy = '{}'", "\u{1}".repeat(5000))]
    {
        let text = format!("[keys]\n{lines}\n");
        let run = attache("config check my.toml --format short").file("my.toml", text);
        let done = run.run();
        let last = done.out().lines().last().unwrap();
        assert_eq!(last, "my.toml: error[more]: there are more than 100 faults");
        assert_eq!(done.out().lines().count(), 101);
    }
}
