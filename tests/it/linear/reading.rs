//! Reading on, and back: what is told of a text, and how.

use attache::runtime::{Dialogue, SessionEvent};

use crate::common;

use super::{BACK_AT_FIRST, FIRST, Paper, QUOTATION, SECOND, Talk, check};

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
    let article = "Article 5, Dues\n1907 treaty\nIn short: Dues are split evenly.\nSee also: Article 4 [1]\nCited \
                   by: 1 paragraph in 1 section [2]\nNamed in: Article 4 [3]\n";
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
