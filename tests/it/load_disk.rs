//! Loading from the disk: what is read, what is refused, and what each refusal says.
#![allow(clippy::expect_used)] // a test may fail where it stands

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

use attache::load::{Stream, find, open};
use tempfile::TempDir;

use crate::common::yaml;

const BRIEFING: &str = ">>> briefing.yaml
format: 1
title: A title
sections: [one]
>>> sections/one.yaml
title: One
body:
  - text: Hello.
";

/// A folder with the briefing `b` in it.
fn folder() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    write(&folder.path().join("b"), BRIEFING);
    folder
}

fn write(at: &Path, text: &str) {
    for (path, content) in yaml::files(text) {
        let path = at.join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, content).expect("a file");
    }
}

/// What is said of `path`, with the folder's own path left out.
#[track_caller]
fn check(folder: &TempDir, path: &str, expected: &str) {
    let loaded = open(&folder.path().join(path));
    let root = format!("{}/", folder.path().display());
    assert_eq!(yaml::lines(&loaded).replace(&root, ""), expected);
}

#[test]
fn a_folder_is_read() {
    let folder = folder();
    check(&folder, "b", "");
    let briefing = open(&folder.path().join("b")).briefing.expect("a briefing");
    assert_eq!((briefing.id.as_str(), briefing.title.as_str()), ("b", "A title"));
    assert_eq!(briefing.sections.len(), 1);
}

#[test]
fn a_file_is_read() {
    let folder = TempDir::new().expect("a folder");
    let text =
        ">>> my.yaml\nformat: 1\ntitle: T\nsections: [{id: s, title: S, body: [{text: A}]}]\n";
    write(folder.path(), text);
    check(&folder, "my.yaml", "");
    assert_eq!(open(&folder.path().join("my.yaml")).briefing.expect("a briefing").id, "my");
}

#[test]
fn a_path_to_nothing() {
    check(&folder(), "c", "c: error[no-briefing]: there is nothing at this path\n");
}

#[test]
fn a_folder_that_is_no_briefing() {
    let said =
        "b/sections: error[no-briefing]: the folder has no briefing.yaml, so it is no briefing\n";
    check(&folder(), "b/sections", said);
}

#[test]
fn a_folder_in_place_of_a_file() {
    let folder = folder();
    fs::create_dir(folder.path().join("b/actors.yaml")).expect("a folder");
    let said = "b/actors.yaml: error[unreadable]: this must be a file, and it is a folder\n";
    check(&folder, "b", said);
}

#[test]
fn a_file_in_place_of_the_folder_of_sections() {
    let folder = folder();
    fs::remove_dir_all(folder.path().join("b/sections")).expect("removed");
    fs::write(folder.path().join("b/sections"), "").expect("a file");
    check(
        &folder,
        "b",
        "b/briefing.yaml:3:12: error[section-file]: section `one` has no file sections/one.yaml\n\
         b/sections: error[unreadable]: this must be a folder, one file for each section\n",
    );
}

#[test]
fn a_link_out_of_the_folder() {
    let folder = folder();
    symlink("/etc/passwd", folder.path().join("b/actors.yaml")).expect("a link");
    let said =
        "b/actors.yaml: error[unreadable]: it links to a file outside the briefing's folder\n";
    check(&folder, "b", said);
}

#[test]
fn a_link_inside_the_folder_is_followed() {
    let folder = folder();
    let section = folder.path().join("b/sections/one.yaml");
    fs::rename(&section, folder.path().join("b/one.txt")).expect("moved");
    symlink("../one.txt", section).expect("a link");
    check(&folder, "b", "");
}

#[test]
fn a_link_to_itself() {
    let folder = folder();
    symlink("actors.yaml", folder.path().join("b/actors.yaml")).expect("a link");
    let loaded = open(&folder.path().join("b"));
    assert!(yaml::lines(&loaded).contains("error[unreadable]: it cannot be read"));
}

#[test]
fn a_pipe_does_not_hang() {
    let folder = folder();
    let pipe = folder.path().join("b/actors.yaml");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs");
    assert!(made.success());
    let said = "b/actors.yaml: error[unreadable]: this must be a file, and it is a device, a pipe or a socket\n";
    check(&folder, "b", said);
    let said = "b/actors.yaml: error[no-briefing]: this is neither a file nor a folder\n";
    check(&folder, "b/actors.yaml", said);
    assert_eq!(yaml::lines(&open(Path::new("/dev/zero"))).lines().count(), 1);
}

#[test]
fn a_file_without_permission() {
    let folder = folder();
    let file = folder.path().join("b/actors.yaml");
    fs::write(&file, "actors: []").expect("a file");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o000)).expect("permissions");
    if fs::read(&file).is_err() {
        let said = "b/actors.yaml: error[unreadable]: it cannot be read: permission is denied\n";
        check(&folder, "b", said);
    }
}

#[test]
fn a_file_that_is_not_utf8() {
    let folder = folder();
    let actors = b"actors:\n  - {id: a, name: \xff\xfe, role: Caf\xe9}\n  - {id: b, name: B}\n";
    fs::write(folder.path().join("b/actors.yaml"), actors).expect("a file");
    let loaded = open(&folder.path().join("b"));
    let spans: Vec<_> = loaded.diagnostics.iter().filter_map(|d| d.at.span).collect();
    assert_eq!(spans.iter().map(|s| (s.start, s.end)).collect::<Vec<_>>(), [(26, 28)]);
    let said = "b/actors.yaml:2:19: error[encoding]: this is not UTF-8, nor is one other place in the file\n";
    check(&folder, "b", said);
    let briefing = loaded.briefing.expect("a briefing");
    let names: Vec<_> = briefing.actors.iter().map(|actor| actor.name.as_str()).collect();
    assert_eq!(names, ["\u{fffd}\u{fffd}", "B"]);
}

#[test]
fn a_file_in_another_encoding_is_one_fault() {
    let folder = folder();
    let text = "actors:\n  - {id: a, name: 김}\n".repeat(40);
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let in_utf16 = "b/actors.yaml: error[encoding]: the file is in UTF-16\n";
    for (bytes, said) in [
        ([b"\xFF\xFE", little.as_slice()].concat(), in_utf16),
        ([b"\xFE\xFF", big.as_slice()].concat(), in_utf16),
        (little, in_utf16),
        (big, in_utf16),
        (
            b"actors: \x01\0\0\x02\0\0\x7F\0".repeat(30),
            "b/actors.yaml: error[encoding]: the file is no text: 150 of its bytes are NUL\n",
        ),
        (
            b"actors:\n  - id: a\n    name: caf\xE9 \xB1\xE8 \xC1\xA4 \xC0\xBA\n".to_vec(),
            "b/actors.yaml:3:14: error[encoding]: this is not UTF-8, nor are 3 other places in the file\n",
        ),
    ] {
        fs::write(folder.path().join("b/actors.yaml"), bytes).expect("a file");
        check(&folder, "b", said);
    }
}

#[test]
fn names_in_other_capitals_or_with_another_end() {
    let folder = folder();
    let b = folder.path().join("b");
    for name in ["Briefing.yaml", "briefing.yml", "BRIEFING.YAML"] {
        let path = b.join(name);
        fs::rename(b.join("briefing.yaml"), &path).expect("another name");
        let said = format!(
            "b/{name}: error[no-briefing]: a briefing with files for its parts begins in \
             briefing.yaml, small letters and all\n"
        );
        check(&folder, "b", &said);
        let found = find(&b).map_err(|fault| attache::diagnostic::one_line(&fault));
        let root = format!("{}/", folder.path().display());
        assert_eq!(found.map_err(|said_now| said_now.replace(&root, "") + "\n"), Err(said));
        assert!(find(&path).is_err(), "{name}");
        fs::rename(path, b.join("briefing.yaml")).expect("its name");
        assert!(find(&b).is_ok());
    }
    fs::rename(b.join("sections"), b.join("Sections")).expect("another name");
    check(
        &folder,
        "b",
        "b/briefing.yaml:3:12: error[section-file]: section `one` has no file sections/one.yaml\n\
         b/Sections: warning[unknown-file]: sections are read from a folder called sections, and from no other\n",
    );
    fs::rename(b.join("Sections"), b.join("sections")).expect("its name");
    fs::create_dir(b.join("sections/x.yaml")).expect("a folder");
    check(
        &folder,
        "b",
        "b/sections/x.yaml: error[unreadable]: this must be a file, and it is a folder\n",
    );
}

#[cfg(target_os = "linux")] // other systems have no such names
#[test]
fn sections_that_no_list_can_name() {
    use std::os::unix::ffi::OsStrExt as _;
    let folder = folder();
    let sections = folder.path().join("b/sections");
    fs::create_dir_all(sections.join("sub/deep")).expect("a folder");
    fs::create_dir_all(sections.join("pictures")).expect("a folder");
    fs::write(sections.join("sub/deep/b.yaml"), "title: B").expect("a file");
    fs::write(sections.join("pictures/b.png"), "").expect("a file");
    let name = std::ffi::OsStr::from_bytes(b"caf\xE9.yaml");
    fs::write(sections.join(name), "title: A\nbody: [{text: A}]\n").expect("a file");
    check(
        &folder,
        "b",
        "b/sections/caf\u{fffd}.yaml: error[unlisted-section]: no list names the section `caf\u{fffd}`\n\
         b/sections/sub/deep/b.yaml: error[unlisted-section]: a section's file stands right in sections/, so this one is not read\n",
    );
}

#[test]
fn a_folder_with_more_files_than_are_looked_at() {
    let folder = folder();
    // One file under many names is made sooner than many files.
    let named = |n: u32| folder.path().join(format!("b/{n}.txt"));
    fs::write(named(0), "").expect("a file");
    for n in 1..20_000 {
        fs::hard_link(named(0), named(n)).expect("another name");
    }
    let said = "b: error[too-large]: of more than 20000 entries the others are not looked at\n";
    check(&folder, "b", said);
    assert!(open(&folder.path().join("b")).briefing.is_some());
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let folder = folder();
    let file = fs::File::create(folder.path().join("b/actors.yaml")).expect("a file");
    file.set_len(65 << 20).expect("a sparse file");
    let said =
        "b/actors.yaml: error[too-large]: with this file the briefing has more than 64 MiB\n";
    check(&folder, "b", said);
}

#[test]
fn a_pipe_that_does_not_end_is_not_read_on() {
    let fault = Stream::read("standard input", std::io::repeat(b'#')).expect_err("too much");
    let said = "standard input: error[too-large]: with this file the briefing has more than 64 MiB";
    assert_eq!(attache::diagnostic::one_line(&fault), said);
}

#[test]
fn references_into_a_file_that_cannot_be_read_are_not_reported() {
    let folder = folder();
    let b = folder.path().join("b");
    fs::write(b.join("actors.yaml"), "actors: [").expect("a file");
    fs::write(b.join("sections/one.yaml"), "title: One\nbody: [{text: 'See [him](actor:putin).'}]")
        .expect("a file");
    check(&folder, "b", "b/actors.yaml:1:9: error[syntax]: this bracket is never closed\n");
}

#[test]
fn sections_are_shown_without_a_list_that_can_be_read() {
    let folder = folder();
    fs::write(folder.path().join("b/briefing.yaml"), "format: 1\ntitle: [").expect("a file");
    check(&folder, "b", "b/briefing.yaml:2:8: error[syntax]: this bracket is never closed\n");
    let briefing = open(&folder.path().join("b")).briefing.expect("a briefing");
    assert_eq!((briefing.title.as_str(), briefing.sections.len()), ("b", 1));
}

#[test]
fn hidden_files_and_other_kinds_are_passed_over() {
    let folder = folder();
    for name in
        [".#briefing.yaml", ".swap.yaml", "README.md", "sections/.one.yaml", "sections/a.txt"]
    {
        fs::write(folder.path().join("b").join(name), "x: [").expect("a file");
    }
    check(&folder, "b", "");
}

#[test]
fn briefings_are_found() {
    let folder = folder();
    let text = ">>> single.yaml\nformat: 1\ntitle: >-\n  A folded\n  title\nsections: []\n\
                >>> no.yaml\na: 1\n>>> empty/x.txt\n\n>>> also/briefing.yaml\nformat: 1\n";
    write(folder.path(), text);
    let found = find(folder.path()).expect("briefings");
    let found: Vec<_> = found.iter().map(|f| (f.id.as_str(), f.title.as_deref())).collect();
    assert_eq!(found, [("also", None), ("b", Some("A title")), ("single", Some("A folded title"))]);
    assert_eq!(find(&folder.path().join("b")).expect("itself").len(), 1);
    assert_eq!(find(&folder.path().join("single.yaml")).expect("itself").len(), 1);
    assert!(find(&folder.path().join("empty")).is_err());
    assert!(find(&folder.path().join("nothing")).is_err());
}
