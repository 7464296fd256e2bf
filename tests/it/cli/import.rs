//! `attache import`

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use attache::load::{MappingKind, json_schema};

use super::run::attache;

const ARTICLE: &str = "# On ponds\n\nSee Article 2.\n";
const LAW: &str = "Pond Treaty\n\nArticle 1\n\nWet.\n\nArticle 2\n\nDry.\n\nArticle 3\n\nCold.\n";

#[test]
fn an_article_and_a_law_make_a_briefing_that_checks_clean() {
    let run = attache("import ponds.md treaty.txt -o out");
    let run = run.file("ponds.md", ARTICLE).file("treaty.txt", LAW);
    let said = "\
out: a briefing was made
  1 section of 1 paragraph, 3 words
  a legal text, Pond Treaty: 3 articles
  1 reference to articles, made links
Read it: attache out
Check it, after each change: attache check out
";
    run.run().prints(said);
    let files = ["briefing.yaml", "instruments.yaml", "sections/on-ponds.yaml"];
    for file in files {
        assert!(run.path("out").join(file).is_file(), "{file}");
    }
    let section = fs::read_to_string(run.path("out/sections/on-ponds.yaml")).unwrap();
    let schema = fs::read_to_string(run.path("out/.schema/section.json")).unwrap();
    assert!(section.starts_with("# yaml-language-server: $schema=../.schema/section.json\n#"));
    assert_eq!(schema, json_schema(MappingKind::Section));
    assert!(section.ends_with("  - text: \"See [Article 2](article:2).\"\n"), "{section}");
    // A second time there is something, and nothing is written over.
    let fault = "out: this folder is not empty, and nothing is written over; name one that is not there yet";
    run.run().fails(fault);
    let check = std::process::Command::new(env!("CARGO_BIN_EXE_attache"))
        .args(["check", "--hints"])
        .arg(run.path("out"))
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&check.stdout), "no faults\n");
}

#[test]
fn nothing_is_left_of_an_import_that_fails() {
    let fails = |args: &str, sentence: &str| {
        let run = attache(args).file("ponds.md", ARTICLE).file("empty.txt", "").folder("folder");
        let before = fs::read_dir(run.path(".")).unwrap().count();
        run.run().fails(sentence);
        assert_eq!(fs::read_dir(run.path(".")).unwrap().count(), before, "{args}");
    };
    let why = "there are no words in it; if its text is a picture, have it read by a program for that (OCR)";
    fails("import ponds.md empty.txt -o out", &format!("empty.txt: {why}"));
    fails("import folder -o out", "folder: this is a folder; name the files in it");
    fails(
        "import nowhere.md -o out",
        "nowhere.md: this cannot be read: no such file or directory; check the path and its permissions",
    );
    fails(
        "import ponds.md -o ponds.md",
        "ponds.md: there is a file, and nothing is written over; name a folder that is not there yet",
    );
}

#[test]
fn a_folder_that_may_not_be_written_to_is_told() {
    let run = attache("import ponds.md -o held/out").file("ponds.md", ARTICLE).folder("held");
    fs::set_permissions(run.path("held"), fs::Permissions::from_mode(0o500)).unwrap();
    if fs::write(run.path("held/probe"), "").is_ok() {
        return; // root may write anywhere
    }
    run.run().fails(
        "held/out: this cannot be written: permission denied; check the permissions of the folder that it is in",
    );
}

#[test]
fn an_empty_folder_may_be_there() {
    let run = attache("import ponds.md -o out").file("ponds.md", ARTICLE).folder("out");
    run.run().succeeds();
}
