//! The words of the dialogue: what each does, and how it ends.

use attache::app::App;
use attache::runtime::{Dialogue, SessionEvent, Turn};

use crate::common;

use super::{BACK_AT_FIRST, Paper, SECOND, Talk, check, noted};

#[test]
fn what_is_done_is_told_where_it_is_done() {
    check("|class|clock", "Countdown: 10 minutes left.\n");
    check("|class|clock|clock", "Countdown held: 10 minutes left.\n");
    check("|class|minutes 5", "Countdown: 5 minutes left.\n");
    check(
        "|actors|pin",
        "Articles: Article 4; 1880 treaty, Article 1. Actors, pinned: Ada Marsh; Ben Holt; Port council.\n",
    );
    check("|close", "nothing to close; quit leaves\n");
    check(
        "|marks",
        "Marks: bookmarks, highlights and notes\nNothing yet. In the text, bookmark marks a paragraph and \
         note writes a note.\n",
    );
    check("|lens|1", &format!("lens: Ada Marsh, 2 here\n{BACK_AT_FIRST}"));
    // A step within a list tells the entry that it leads to.
    check("|contents|next paragraph", "3. For the class\n");
    let second = "2. paragraph 1: ...is Article 4, whose model is Article 1 of 1880. Nobody had asked the \
                  harbour...\n";
    check("|search Article|results|next match", second);
}

#[test]
fn a_note_is_written_on_its_line_or_on_several() {
    check("|note The gate", "note on paragraph 1, kept only until you leave\n");
    check("||note Dues", "note on paragraph 2, kept only until you leave\n");
    check("|4|note The gate", "note on Article 4, kept only until you leave\n");
    check("|note The gate|again", &noted("Your note: The gate"));
    check("|note", "Write the note; a line with a full stop alone ends it.\n");
    check("|note|One line", "");
    check("|note|One line||another|.", "note on paragraph 1, kept only until you leave\n");
    check("|note|One line||another|。", "note on paragraph 1, kept only until you leave\n");
    check("|note|One line||another|.|again", &noted("Your note: One line\nanother"));
    check("|note One|note Two|again", &noted("Your note: One\nTwo"));
    check(
        "|note One|note",
        "Write the note; a line with a full stop alone ends it.\nSo far: One\n",
    );
    let beginning = "Ada Marsh and Ben Holt signed on 3 March. The core is Article 4, whose model is Article 1 \
                     of 1880. Nobody had asked the harbour master, who learned of it from the newspaper and \
                     wrote a long letter about the tide line, which the treaty never defines.";
    let place = "1 What the treaty says, paragraph 1";
    let marks = |talk: &mut Talk| {
        talk.ask("marks").lines().skip(1).take(2).map(str::to_owned).collect::<Vec<_>>()
    };
    let mut talk = Talk::about(&[common::SAMPLE]);
    talk.ask("");
    assert_eq!(talk.ask("bookmark the gate"), "bookmark the gate on paragraph 1\n");
    let [first, words] = marks(&mut talk).try_into().unwrap();
    assert!(first.starts_with(&format!("1. Bookmark: the gate, {place}, ")), "{first}");
    assert_eq!(words, beginning);
    assert!(talk.ask("remove 1").starts_with("removed; remove puts it back\n"));
    assert!(talk.ask("remove 1").starts_with("put back\n"));
    check("|bookmark|", "Given up.\n");
}

#[test]
fn a_citation_is_told_and_not_sent_to_a_clipboard() {
    check(
        "||copy",
        "“A second paragraph follows.” - The harbour treaty of 1907, section 1 What the treaty says, \
         paragraph 2 (as of 1 January 1908)\n",
    );
}

#[test]
fn a_pin_is_told() {
    check(
        "|pin",
        "Articles, pinned: Article 4; 1880 treaty, Article 1. Actors: Ada Marsh; Ben Holt.\n",
    );
    check(
        "|pin|",
        "A second paragraph follows. It cites Article 5 [1] and names the port council [2] alone.\n\
         analysis, medium confidence\nArticles, pinned: Article 4; 1880 treaty, Article 1. Actors: Port \
         council.\n",
    );
}

#[test]
fn what_is_no_word_is_told_and_what_was_meant() {
    check("nxt", "nxt is no word of the dialogue; did you mean next?\n");
    check("next sectoin", "next sectoin is no word of the dialogue; did you mean next section?\n");
    check("xyzzy", "xyzzy is no word of the dialogue; help lists them.\n");
    check("back to the start", "back stands alone on its line.\n");
    check("zen", "zen needs a screen, and is not in the dialogue.\n");
    check(
        "||ac|back",
        "Back in the text, section 1, paragraph 2: A second paragraph follows. It cites Article 5 and names ...\n",
    );
    check("re", "re may be results or remove or relations or reveal or reload.\n");
    check("|go", "Where to? An empty line gives it up.\n");
    check("|go|", "Given up.\n");
    check("|go xyzzyqq", "Nothing here has a name like that.\n");
    check(
        "|go tide|where",
        "Tide line, over the text.\nThe harbour treaty of 1907. Section 1 of 2: What the treaty says, under the heading The signing, paragraph 1 of 7. 1 percent of the section, 1 minute left, 0 read.\nArticles: Article 4; 1880 treaty, Article 1. Actors: Ada Marsh; Ben Holt.\n",
    );
}

#[test]
fn every_word_of_the_help_is_one() {
    let mut talk = Talk::about(&[common::SAMPLE]);
    let help = talk.ask("help all");
    let words: Vec<&str> = help
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once(": "))
        .flat_map(|(words, _)| words.split(", "))
        .collect();
    assert!(words.len() > 40, "{help}");
    for word in words {
        let answer = talk.ask(word);
        assert!(
            !answer.contains("no word") && !answer.contains("needs a screen"),
            "{word}: {answer}"
        );
        if answer.contains("gives it up") {
            talk.ask("");
        } else if answer.contains("ends it") {
            talk.ask(".");
        }
    }
}

#[test]
fn it_ends_with_the_input_and_by_a_word() {
    let mut talk = Talk::about(&[common::SAMPLE]);
    for word in ["quit", "q", "exit", ":q"] {
        talk.ask(word);
        assert_eq!(talk.turn, Some(Turn::End), "{word}");
    }
    talk.hear(SessionEvent::EndOfLines);
    assert_eq!(talk.turn, Some(Turn::End));
    talk.hear(SessionEvent::Terminate(15));
    assert_eq!(talk.turn, Some(Turn::Killed(15)));
}

#[test]
fn ctrl_c_gives_up_what_is_being_written_or_leaves() {
    let mut talk = Talk::about(&[common::SAMPLE]);
    talk.ask("");
    talk.ask("search");
    assert_eq!(talk.hear(SessionEvent::Terminate(2)), "Given up.\n");
    assert_eq!(talk.turn, None);
    assert!(talk.ask("where").contains("paragraph 1 of 7"));
    talk.hear(SessionEvent::Terminate(2));
    assert_eq!(talk.turn, Some(Turn::Killed(2)));
}

#[test]
fn ctrl_c_at_a_prompt_leaves_when_it_is_pressed_twice() {
    let prompts = |dialogue: Dialogue<Paper>| dialogue.with_prompts();
    let mut talk = Talk::begun(&[common::SAMPLE], |app| app, prompts);
    let once = "\nThe line is gone. Ctrl-c once more leaves, or quit.\n> ";
    assert_eq!(talk.hear(SessionEvent::Terminate(2)), once);
    assert_eq!(talk.turn, None);
    talk.ask("where");
    assert_eq!(talk.hear(SessionEvent::Terminate(2)), once);
    talk.hear(SessionEvent::Terminate(2));
    assert_eq!(talk.turn, Some(Turn::Killed(2)));
    // What else ends it does so at once.
    talk.ask("where");
    talk.hear(SessionEvent::Terminate(15));
    assert_eq!(talk.turn, Some(Turn::Killed(15)));
}

#[test]
fn words_may_be_written_by_the_keys_that_they_are_on() {
    check("|ㅜ", SECOND);
    check("|ㅜㄷㅌㅅ", SECOND);
    check("|туче", SECOND);
    check("|ｎ", SECOND);
    check("|２", &{
        let mut talk = Talk::about(&[common::SAMPLE]);
        talk.ask("");
        talk.ask("2")
    });
    // What stands behind a word is what it is.
    check(
        "|ㄴ 부산항은|where",
        "The harbour treaty of 1907. Section 2 of 2: The quarrel, paragraph 1 of 2. 0 percent of the section, 1 minute left, 0 read.\nArticles: Article 4. Actors: Ben Holt.\nmatch 1 of 1 for “부산항은”\n",
    );
    check("ㅋㅋㅋ", "ㅋㅋㅋ is no word of the dialogue; help lists them.\n");
}

#[test]
fn a_restricted_reader_does_not_stop() {
    let mut talk = Talk::begun(&[common::SAMPLE], App::restricted, |dialogue| dialogue);
    assert_eq!(
        talk.hear(SessionEvent::Suspend),
        "not here: this reader leads to no other program\n"
    );
    assert_eq!(talk.turn, None);
}

#[test]
fn a_file_in_place_of_a_dialogue_is_none() {
    let strict = |dialogue: Dialogue<Paper>| dialogue.with_strict_beginning();
    let mut talk = Talk::begun(&[common::SAMPLE], |app| app, strict);
    talk.ask("format: 1");
    assert_eq!(talk.turn, Some(Turn::NoDialogue("format: 1".to_owned())));
    // Later a slip is a slip.
    let mut talk = Talk::begun(&[common::SAMPLE], |app| app, strict);
    talk.ask("");
    assert_eq!(talk.ask("format: 1"), "format: is no word of the dialogue; help lists them.\n");
}

#[test]
fn a_prompt_stands_where_a_line_is_awaited() {
    let prompts = |dialogue: Dialogue<Paper>| dialogue.with_prompts();
    let mut talk = Talk::begun(&[common::SAMPLE], |app| app, prompts);
    assert!(talk.told().ends_with("\n> "));
    assert!(talk.ask("").ends_with("\n> "));
    // What comes by itself begins a line, and the prompt stands again.
    assert_eq!(
        talk.hear(SessionEvent::SearchPanicked),
        "\nthe search broke down; search again\n> "
    );
}
