//! Reading in plain lines: what is asked, and what is told in answer.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

use std::io::{self, Write};
use std::mem;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};

use attache::app::{App, Options};
use attache::desk::Size;
use attache::runtime::{
    BriefingSource, Dialogue, Library, SessionEvent, StoreClient, StoreOptions, Turn,
};

use crate::common;

/// What is written on, and read by others.
#[derive(Clone, Default)]
struct Paper(Arc<Mutex<Vec<u8>>>);

impl Write for Paper {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A dialogue about briefings of one file each.
struct Talk {
    dialogue: Dialogue<Paper>,
    paper: Paper,
    send: Sender<SessionEvent>,
    events: Receiver<SessionEvent>,
    turn: Option<Turn>,
}

impl Talk {
    fn about(files: &[&'static str]) -> Self {
        Self::begun(files, App::keeping_nothing, |dialogue| dialogue)
    }

    fn begun(
        files: &[&'static str],
        app: impl FnOnce(App) -> App,
        with: impl FnOnce(Dialogue<Paper>) -> Dialogue<Paper>,
    ) -> Self {
        let (send, events) = mpsc::channel();
        let source = |yaml: &&'static str| {
            BriefingSource::Bundled("sample", vec![("briefing.yaml", yaml.as_bytes())])
        };
        let paper = Paper::default();
        let mut dialogue = with(Dialogue::new(
            app(App::new(Size { width: 100, height: 40 }, Options::by_ear())),
            paper.clone(),
            Library::new(files.iter().map(source).collect()),
            StoreClient::new(StoreOptions { file: None, theme: false }, send.clone()),
        ));
        dialogue.start().unwrap();
        Self { dialogue, paper, send, events, turn: None }
    }

    /// What was told since this was asked last.
    fn told(&mut self) -> String {
        String::from_utf8(mem::take(&mut *self.paper.0.lock().unwrap())).unwrap()
    }

    fn hear(&mut self, event: SessionEvent) -> String {
        self.told();
        self.send.send(event).unwrap();
        self.turn = self.dialogue.turn(&self.events).unwrap();
        self.told()
    }

    /// The answer to a line.
    fn ask(&mut self, line: &str) -> String {
        self.hear(SessionEvent::Line(format!("{line}\n")))
    }
}

/// Lines with `|` between them, and the answer to the last one.
#[track_caller]
fn check(lines: &str, expected: &str) {
    let mut talk = Talk::about(&[common::SAMPLE]);
    let answers: Vec<String> = lines.split('|').map(|line| talk.ask(line)).collect();
    assert_eq!(answers.last().unwrap(), expected, "{lines}");
}

const FIRST: &str = "\
Section 1: What the treaty says, 5 paragraphs, 1 note and 1 class question, 1 min
The clauses that matter.
Heading: The signing
Ada Marsh [1] and Ben Holt [2] signed on 3 March [3]. The core is Article 4 [4], whose model is \
Article 1 of 1880 [5]. Nobody had asked the harbour master, who learned of it from the newspaper and \
wrote a long letter about the tide line [6], which the treaty never defines.
treaty text, 2 sources [7]
Articles: Article 4; 1880 treaty, Article 1. Actors: Ada Marsh; Ben Holt.
";
const SECOND: &str = "\
A second paragraph follows. It cites Article 5 [1] and names the port council [2] alone.
analysis, medium confidence
Articles: Article 5. Actors: Port council.
";
const QUOTATION: &str = "\
Quotation: “We shall share the water.”
By Ada Marsh [1], 1 source [2]
Actors: Ada Marsh.
";
/// The first paragraph, with what the reader has written on it.
fn noted(note: &str) -> String {
    let paragraph = FIRST.lines().skip(3).collect::<Vec<_>>();
    let [words, rests_on, beside] = paragraph.try_into().unwrap();
    format!("{words}\n{rests_on}\n{note}\n{beside}\n")
}

const BACK_AT_FIRST: &str = "Back in the text, section 1, paragraph 1: Ada Marsh and Ben Holt signed on 3 \
                             March. The core is ...\n";

#[test]
fn it_begins_with_the_title_page_and_how_to_go_on() {
    let mut talk = Talk::about(&[common::SAMPLE]);
    assert_eq!(
        talk.told(),
        "\
Enter reads on, a number follows the link or takes the entry that has it, help lists the words, quit leaves.
The harbour treaty of 1907
A small briefing for tests
as of 1 January 1908
Two towns share a harbour. What the treaty says, and who quarrels over it.
2 min in all, 2 instruments, 3 articles, 3 actors, 1 event, 1 term, 2 sources, 2 questions to talk \
about, 1 of them in the text, 1 quiz question
1. Section 1: What the treaty says
5 paragraphs, 1 note and 1 class question, 1 min
The clauses that matter.
2. Section 2: The quarrel
2 paragraphs, 1 min
"
    );
}

#[test]
fn enter_reads_on() {
    check("", FIRST);
    check("|", SECOND);
    check("|next", SECOND);
    check("|n", SECOND);
    check("||", QUOTATION);
    check(
        "|||",
        "- The quay goes to the north\n- The crane goes to the council [1]\nActors: Port council.\n",
    );
    check(
        "||||",
        "Editor's note on paragraph 1 [1]. The gazette prints 2 March; the letter says the third. 1 source \
         [2]\nNo articles and no actors here.\n",
    );
    check(
        "|||||",
        "Heading: For the class\nFor the class, question 2, 5 min\nWho gains from Article 4 [1]?\n\
         Articles: Article 4.\n",
    );
    // Over the end of a section, and to that of the briefing.
    check(
        "|||||||",
        "Section 2: The quarrel, 2 paragraphs, 1 min\nBen [1] closed the gate in 1907, citing Article 4 \
         [2]. 부산항은 큰 항구이다, wrote a visitor.\nreporting\nArticles: Article 4. Actors: Ben Holt.\n",
    );
    check("|||||||||", "this is the end\n");
}

#[test]
fn a_number_takes_what_was_read_with_it() {
    check(
        "2",
        "Section 2: The quarrel, 2 paragraphs, 1 min\nBen [1] closed the gate in 1907, citing \
                Article 4 [2]. 부산항은 큰 항구이다, wrote a visitor.\nreporting\nArticles: Article 4. \
                Actors: Ben Holt.\n",
    );
    let event = "Treaty signed\n3 March 1907\nOn the quay.\nCited by: 1 \
                 paragraph in 1 section [1]\nRests on: 1 source [2]\n3. Section 1: What the treaty says, \
                 paragraph 1\nAda Marsh and Ben Holt signed on 3 March. The core is Article 4, whose model \
                 is Article 1 of 1880. Nobody had asked...\n";
    check("|3", event);
    check("|[3]", event);
    check("|follow 3", event);
    let article = "Article 5, Dues\n1907 treaty\nIn short: Dues are split evenly.\nSee also: 4 [1]\nCited \
                   by: 1 paragraph in 1 section [2]\n";
    check("||1", article);
    check("|8", "There is no 8: the numbers go from 1 to 7.\n");
    check("||||||||||3", "Nothing here has a number, so there is no 3.\n");
}

#[test]
fn back_tells_where_that_is_and_enter_reads_on_from_there() {
    check("|3|back", BACK_AT_FIRST);
    check("|4|b", BACK_AT_FIRST);
    check("|3|", SECOND);
    check("|4|", SECOND);
    // The numbers are those of the paragraph again.
    check("|3|back|99", "There is no 99: the numbers go from 1 to 7.\n");
    check(
        "|2",
        "Ben Holt\nperson\nMayor of Southtown.\nRelation to Ada Marsh [1]: co-signatory. The relation is strained.\nCited \
                 by: 2 paragraphs in 2 sections [2]\n",
    );
}

#[test]
fn what_stands_beside_the_text_is_read_on_request() {
    check(
        "|actors",
        "Actors named here: 2 of the section's 3\n1. Ada Marsh, person, named here\nMayor of Northtown.\n2. \
         Ben Holt, person, named here\nMayor of Southtown.\n3. Port council, institution\n",
    );
    check("|actors|back", BACK_AT_FIRST);
    check("|actors|", SECOND);
    check(
        "||||||articles",
        "Articles cited here: 1\nArticle 4, The gate\n1907 treaty, passage, medium confidence\nIn short: \
         Either town may close the gate when both bells ring.\nWhat it means: The clause that started the \
         quarrel.\nSee also: 5 [1]\nCompare: 1880 treaty 1 [2]\nEditor's note. The bells were sold in \
         1905.\nCited by: 2 paragraphs and 1 class question in 2 sections [3]\nRests on: 1 source [4]\n",
    );
    check(
        "||||||articles|2",
        "Article 1, Passage\n1880 treaty, ended 1899\nIn short: The gate stays open.\nWording: The gate \
         shall stand open by day and by night.\nCompare: 1907 treaty 4 [1]\nCited by: 1 paragraph in 1 \
         section [2]\n",
    );
    check("|||||articles", "No article is cited here.\n");
}

#[test]
fn it_says_where_the_reader_is() {
    check(
        "||where",
        "The harbour treaty of 1907. Section 1 of 2: What the treaty says, under the heading The signing, \
         paragraph 2 of 7. 47 percent of the section, 1 minute left, 0 read.\nArticles: Article 5. Actors: \
         Port council.\n",
    );
    check("||again", SECOND);
    check("||a", SECOND);
    check(
        "||timeline|w",
        "Timeline, over the text.\nThe harbour treaty of 1907. Section 1 of 2: What the treaty says, under the heading The signing, \
         paragraph 2 of 7. 47 percent of the section, 1 minute left, 0 read.\n\
         Articles: Article 5. Actors: Port council.\n",
    );
}

#[test]
fn a_paragraph_that_the_reader_is_taken_to_has_its_place() {
    let quarrel = "Section 2: The quarrel, paragraph 1 of 2.\nBen [1] closed the gate in 1907, citing \
                   Article 4 [2]. 부산항은 큰 항구이다, wrote a visitor.\nreporting\nArticles: Article 4. \
                   Actors: Ben Holt.\n";
    check("|||||||||previous", quarrel);
    check("|previous", "this is the beginning\n");
    check("||next section|next section", "this is the last section\n");
    check(
        "|search visitor",
        &format!(
            "match 1 of 1 for “visitor”\n{}",
            quarrel.replace(", paragraph 1 of 2.", ", 2 paragraphs, 1 min")
        ),
    );
    check("|search nowhere at all", "no match for “nowhere at all”\n");
}

#[test]
fn the_contents_and_other_views_are_lists_with_numbers() {
    check(
        "|contents",
        "Contents\n1. Section 1: What the treaty says, 5 paragraphs, 1 note and 1 class question, 1 min\n\
         2. The signing\n3. For the class\n4. Section 2: The quarrel, 2 paragraphs, 1 min\n",
    );
    // What is asked for twice is told twice.
    check(
        "|contents|c",
        "Contents\n1. Section 1: What the treaty says, 5 paragraphs, 1 note and 1 class question, 1 min\n\
         2. The signing\n3. For the class\n4. Section 2: The quarrel, 2 paragraphs, 1 min\n",
    );
    check("|contents|back", BACK_AT_FIRST);
    check("|contents|", SECOND);
    // What the text has is asked for from anywhere.
    check(
        "|contents|next section|where",
        "The harbour treaty of 1907. Section 2 of 2: The quarrel, paragraph 1 of 2. 0 percent of the \
         section, 1 minute left, 0 read.\nArticles: Article 4. Actors: Ben Holt.\n",
    );
    check(
        "|relations",
        "Relations: 1 relation\n1. Ada Marsh, person\nMayor of Northtown. She built the quay.\ncited by 2 \
         paragraphs\nStrained, 1\n2. Relation to Ben Holt, both ways: co-signatory\n",
    );
    check(
        "|class",
        "Class: questions to talk about: 1 of 2\nQuestion 1, 10 minutes\nWas it fair?\n1. See: Article 4\n",
    );
    check(
        "|class|turn view",
        "Class: quiz: 1 of 1\nQuestion 1\nWho may close the gate?\na) Nobody\nb) Either town\nIts letter is the answer.\n",
    );
    // Only what is another is told.
    let answered =
        "Class: quiz: 1 of 1, 1 of 1 right\nb) Either town, right\n1. Proof: Article 4\n";
    for letter in ["b", "b)", "B", "ㅠ"] {
        check(&format!("|class|turn view|{letter}"), answered);
    }
    // Then, and of no choice, it is a word again.
    check("|class|turn view|b|b", BACK_AT_FIRST);
    check("|class|turn view|1", "Nothing here has a number, so there is no 1.\n");
    check("|matrix", "matrix needs a screen, and is not in the dialogue.\n");
    let told = |lines: &[&str]| {
        let mut talk = Talk::about(&[common::SAMPLE]);
        lines.iter().map(|line| talk.ask(line)).last().unwrap()
    };
    let compared = told(&["", "compare"]);
    assert!(
        compared.starts_with(
            "Compare: Article 4: 1 counterpart\nArticle 4 [1], The gate\nTreaty on the Common Harbour, passage, \
             medium confidence\n1880 treaty, Article 1 [2], Passage\n"
        ),
        "{compared}"
    );
}

#[test]
fn what_lies_on_top_is_told_again_only_by_its_own_word() {
    let mut talk = Talk::about(&[common::SAMPLE]);
    let asked = ["", "contents", "go", "", "go Article 5"];
    let answers: Vec<String> = asked.iter().map(|line| talk.ask(line)).collect();
    assert!(answers.last().unwrap().starts_with("Article 5, Dues\n1907 treaty\n"), "{answers:?}");
    let questions = "Class: questions to talk about: 1 of 2\nQuestion 1, 10 minutes\nWas it fair?\n1. See: \
                     Article 4\n";
    check("|class|1|class", questions);
    // What needs a screen is not gone to either.
    check("|go matrix", "Nothing here has a name like that.\n");
}

#[test]
fn what_is_left_of_a_timeline_is_told_whole() {
    check(
        "|timeline|filter treaty",
        "Timeline: 1 of 1, “treaty”, by year\n1. 3 March 1907: Treaty signed, cited here\nas of 1 January 1908\n",
    );
}

#[test]
fn headings_with_nothing_under_them_are_told() {
    let yaml = "format: 1\ntitle: T\nsections:\n  - {id: a, title: A, body: [{text: One.}, {heading: Last}]}\n  \
                - {id: b, title: B, body: [{heading: Alone}]}\n";
    let mut talk = Talk::about(&[yaml]);
    assert_eq!(
        talk.ask(""),
        "Section 1: A, 1 paragraph, 1 min\nOne.\nHeading: Last\nNo articles and no actors here.\n"
    );
    assert_eq!(talk.ask(""), "Section 2: B, 0 paragraphs, 1 min\nHeading: Alone\n");
}

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
fn numbers_of_entries_are_told_apart_from_those_of_sources() {
    check(
        "|sources",
        "Sources\n1. Source 1: Harbour Gazette\nNorthtown Press, 4 March 1907, used by 2 paragraphs; 2 cards\n\
         2. Source 2: Letter of the harbour master\n1907, used by 1 paragraph and 1 note; 1 card\n",
    );
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
fn a_shelf_is_a_list_of_briefings() {
    let other = "format: 1\ntitle: Another\nsections:\n  - {id: s, title: S, body: [{text: Of other things.}]}\n";
    let mut talk = Talk::about(&[common::SAMPLE, Box::leak(other.to_owned().into_boxed_str())]);
    let shelf = "The shelf, 2 briefings\n1. The harbour treaty of 1907, sample\nTwo towns share a harbour. \
                 What the treaty says, and who quarrels over it.\n2. Another, sample\n";
    assert!(talk.told().ends_with(shelf));
    assert_eq!(talk.ask("2"), "Another\n1 min in all\n1. Section 1: S\n1 paragraph, 1 min\n");
    talk.ask("");
    assert_eq!(talk.ask("shelf"), shelf);
    talk.ask("1");
    assert_eq!(talk.ask(""), FIRST);
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
fn a_match_where_the_reader_is_already_is_told() {
    check(
        "|search ask",
        "match 1 of 1 for “ask”\nparagraph 1: ...Article 1 of 1880. Nobody had asked the harbour master, who \
         learned of it...\n",
    );
    check(
        "|go Article 4|search bell|next match",
        "match 2 of 2 for “bell”\nArticle 4: Editor's note: The bells were sold in 1905.\n",
    );
}

#[test]
fn what_is_told_of_the_timeline_is_whole() {
    let events: String = [1950, 1953, 1990, 1992]
        .into_iter()
        .map(|year| format!("  - {{id: e{year}, date: {year}, title: Of {year}}}\n"))
        .chain((0..10).map(|n| format!("  - {{id: f{n}, date: 2001-02-03, title: F{n}}}\n")))
        .collect();
    let yaml = format!(
        "format: 1\ntitle: T\nsections:\n  - {{id: a, title: A, body: [{{text: One.}}]}}\nevents:\n{events}"
    );
    let yaml: &'static str = Box::leak(yaml.into_boxed_str());
    let mut talk = Talk::about(&[yaml]);
    let told = talk.ask("timeline");
    assert!(
        told.starts_with(
            "Timeline: 14 events, by year\n1. 1950: Of 1950\n1951: no event\n1952: no event\n2. 1953: Of \
             1953\n37 years without an event\n3. 1990: Of 1990\n1991: no event\n4. 1992: Of 1992\n"
        ),
        "{told}"
    );
    assert_eq!(
        talk.ask("zoom out"),
        "Timeline: 14 events, by decade\n1. 1950s, 2 events: Of 1950; Of 1953\n1960s to 1980s: no event\n2. \
         1990s, 2 events: Of 1990; Of 1992\n3. 2000s, 10 events: F0; F1; F2; F3; F4; F5; F6; F7; and 2 more\n"
    );
}

#[test]
fn a_text_that_is_not_told_whole_ends_with_a_word() {
    let yaml = format!(
        "format: 1\ntitle: T\nsections:\n  - {{id: a, title: A, body: [{{text: One {}}}]}}\n",
        "entangled ".repeat(60)
    );
    let mut talk = Talk::about(&[Box::leak(yaml.into_boxed_str())]);
    talk.ask("");
    let told = talk.ask("evidence");
    assert!(told.contains("entangled entangled...\n"), "{told}");
    talk.ask("bookmark x");
    let told = talk.ask("marks");
    assert!(told.contains("entangled entangled...\n"), "{told}");
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
fn lines_are_as_wide_as_is_asked_and_ascii_where_that_is_all() {
    let narrow = |dialogue: Dialogue<Paper>| dialogue.with_width(40).with_ascii();
    let mut talk = Talk::begun(&[common::SAMPLE], |app| app, narrow);
    assert!(talk.told().lines().all(|line| line.len() <= 40));
    let quarrel = "Section 2: The quarrel, 2 paragraphs,\n1 min\nBen [1] closed the gate in 1907, \
                   citing\nArticle 4 [2]. ???????? ?? ????????,\nwrote a visitor.\nreporting\nArticles: \
                   Article 4. Actors: Ben Holt.\n";
    assert_eq!(talk.ask("2"), quarrel);
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

#[test]
fn what_went_wrong_is_told_once() {
    let mut talk = Talk::about(&[common::SAMPLE]);
    talk.ask("");
    assert_eq!(talk.hear(SessionEvent::SearchPanicked), "the search broke down; search again\n");
    assert_eq!(talk.ask(""), SECOND);
    assert_eq!(talk.hear(SessionEvent::SearchPanicked), "the search broke down; search again\n");
}

#[test]
fn nothing_that_is_told_drives_a_terminal() {
    let mut talk = Talk::about(&[common::SAMPLE]);
    let mut told = talk.told();
    for line in [
        "",
        "\u{1b}[31m",
        "search \u{1b}[31m",
        "note \u{1b}]0;x\u{7}",
        "marks",
        "bookmark \u{9b}1m",
        "marks",
    ] {
        told.push_str(&talk.ask(line));
    }
    let drives = |c: char| c.is_control() && c != '\n';
    assert_eq!(told.find(drives), None, "{told:?}");
}
