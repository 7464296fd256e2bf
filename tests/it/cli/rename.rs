//! `attache rename`

use std::fs;

use super::run::{Run, attache};

/// The files of a briefing in which ids are named in every way that there is.
const FILES: [(&str, &str); 6] = [
    ("briefing.yaml", "format: 1\ntitle: T\nsections: [one, 'two']\n"),
    (
        "sections/one.yaml",
        "\
title: One
body:
  - id: ada
    text: >-
      [Ada](actor:ada) and [](actor:ada-two) of [](article:law/4(1)), [](article:4) and
      [](section:two/end), [](section:two).  # actor:ada
    sources: [{id: ada, at: p. 1}]
  - quote: Ada. # ada
    from: \"ada\"
    sources: [ada]
  - note: See [it](section:one/ada).
    about: ada
",
    ),
    (
        "sections/two.yaml",
        "title: Two\nbody:\n  - {id: end, text: \"\\\"[A](actor:ada)\\\" is.\"}\n",
    ),
    (
        "actors.yaml",
        "\
actors:
  - {id: ada, name: ada, kind: person}
  - {id: ada-two, name: Bo, kind: person, relations: [{to: ada, label: ada}]}
",
    ),
    (
        "instruments.yaml",
        "\
instruments:
  - id: law
    title: Law
    parties: [ada]
    articles:
      - number: 4
        text: |
          1. [Ada](actor:ada) is.
          2. So says [](article:law/4(1)).
      - {number: 5, see: ['law/4', article:4, 4(2)]}
",
    ),
    ("sources.yaml", "sources:\n  - {id: ada, title: ada}\n"),
];

fn briefing(args: &str) -> Run {
    let run = attache(args);
    FILES.into_iter().fold(run, |run, (path, text)| run.file(format!("b/{path}"), text))
}

/// A renaming that succeeds, and changes `changes` in the files where they stand, and nothing else.
#[track_caller]
fn check(args: &str, said: &str, changes: &[(&str, &[(&str, &str)])]) {
    let run = briefing(&format!("rename {args} b"));
    run.run().ends(0, "", &format!("attache: {said}\n"));
    for (path, text) in FILES {
        let edits = changes.iter().find(|(one, _)| *one == path).map(|(_, all)| *all);
        let expected =
            edits.unwrap_or_default().iter().fold(text.to_owned(), |text, (old, new)| {
                assert!(text.contains(old), "{old} in {path}");
                text.replace(old, new)
            });
        let read = fs::read_to_string(run.path(format!("b/{path}")));
        if let Ok(read) = read {
            assert_eq!(read, expected, "{path} after {args}");
        } else {
            assert!(args.starts_with("section"), "{path} is gone after {args}");
        }
    }
}

#[test]
fn an_actor_is_renamed_wherever_it_is_named() {
    check(
        "actor ada eve",
        "ada is now eve, in 7 places of 4 files",
        &[
            (
                "sections/one.yaml",
                &[("[Ada](actor:ada)", "[Ada](actor:eve)"), ("from: \"ada\"", "from: \"eve\"")],
            ),
            ("sections/two.yaml", &[("actor:ada", "actor:eve")]),
            ("actors.yaml", &[("{id: ada,", "{id: eve,"), ("to: ada", "to: eve")]),
            ("instruments.yaml", &[("[ada]", "[eve]"), ("actor:ada", "actor:eve")]),
        ],
    );
}

#[test]
fn what_is_of_another_kind_stays() {
    check(
        "source ada eve",
        "ada is now eve, in 3 places of 2 files",
        &[
            (
                "sections/one.yaml",
                &[("{id: ada, at", "{id: eve, at"), ("sources: [ada]", "sources: [eve]")],
            ),
            ("sources.yaml", &[("id: ada", "id: eve")]),
        ],
    );
    check(
        "block one/ada eve",
        "one/ada is now eve, in 3 places of 1 file",
        &[(
            "sections/one.yaml",
            &[
                ("id: ada\n", "id: eve\n"),
                ("section:one/ada", "section:one/eve"),
                ("about: ada", "about: eve"),
            ],
        )],
    );
    check(
        "instrument law act",
        "law is now act, in 4 places of 2 files",
        &[
            ("sections/one.yaml", &[("law/4", "act/4")]),
            ("instruments.yaml", &[("id: law", "id: act"), ("law/4", "act/4")]),
        ],
    );
    check(
        "article 4 4bis",
        "4 is now 4bis, in 7 places of 2 files",
        &[
            ("sections/one.yaml", &[("law/4", "law/4bis"), ("article:4)", "article:4bis)")]),
            (
                "instruments.yaml",
                &[
                    ("number: 4", "number: 4bis"),
                    ("law/4", "law/4bis"),
                    ("article:4,", "article:4bis,"),
                    (" 4(2)", " 4bis(2)"),
                ],
            ),
        ],
    );
}

#[test]
fn a_section_takes_its_file_along() {
    let run = briefing("rename section two three b");
    run.run().ends(0, "", "attache: two is now three, in 3 places of 2 files\n");
    let read = |path: &str| fs::read_to_string(run.path(path)).unwrap();
    assert_eq!(read("b/briefing.yaml"), "format: 1\ntitle: T\nsections: [one, 'three']\n");
    assert!(read("b/sections/one.yaml").contains("[](section:three/end), [](section:three)."));
    assert_eq!(read("b/sections/three.yaml"), FILES[2].1);
    assert!(!run.path("b/sections/two.yaml").exists());
}

#[test]
fn a_section_whose_file_cannot_be_renamed_leaves_everything_as_it_was() {
    let long = "a".repeat(251);
    let run = briefing(&format!("rename section two {long} b"));
    let said = format!(
        "b/sections/two.yaml cannot be renamed to b/sections/{long}.yaml: file name too long; the briefing was not changed"
    );
    run.run().fails(&said);
    for (path, text) in FILES {
        assert_eq!(fs::read_to_string(run.path(format!("b/{path}"))).unwrap(), text, "{path}");
    }
    assert_eq!(fs::read_dir(run.path("b")).unwrap().count(), 5);
    let run = briefing("rename section two three b").file("b/sections/three.yaml", "x");
    run.run().fails("nothing was changed: there is a b/sections/three.yaml already");
}

#[test]
fn what_cannot_be_renamed_is_said() {
    let fails =
        |args: &str, sentence: &str| briefing(&format!("rename {args} b")).run().fails(sentence);
    fails("actor eve ada", "there is no actor `eve`");
    fails("actor ada ada-two", "the actor `ada-two` is there already");
    fails("actor ada Ada", "`Ada` is no id: use lower-case letters, digits and hyphens");
    fails("article law/9 10", "there is no article `law/9`");
    let run = briefing("rename actor ada eve b").file("b/sections/two.yaml", "title: [\n");
    let done = run.run();
    assert!(done.err().ends_with("cannot be read, and may name it: mend that first\n"), "{done:?}");
}
