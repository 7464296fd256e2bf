//! What lies over the text or beside it, told as lists.

use crate::common;

use super::{BACK_AT_FIRST, FIRST, SECOND, Talk, check};

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
         quarrel.\nSee also: Article 5 [1]\nCompare: 1880 treaty, Article 1 [2]\nEditor's note. The bells were sold in \
         1905.\nCited by: 2 paragraphs and 1 class question in 2 sections [3]\nNamed in: Article 5 [4]\nRests on: 1 \
         source [5]\n",
    );
    check(
        "||||||articles|2",
        "Article 1, Passage\n1880 treaty, ended 1899\nIn short: The gate stays open.\nWording\nThe gate \
         shall stand open by day and by night.\nCompare: 1907 treaty, Article 4 [1]\nCited by: 1 paragraph in 1 \
         section [2]\n",
    );
    check("|||||articles", "No article is cited here.\n");
}

#[test]
fn the_contents_and_other_views_are_lists_with_numbers() {
    check(
        "|contents",
        "Contents\n1. Section 1: What the treaty says, 5 paragraphs, 1 note and 1 class question, 1 min\n\
         2. The signing\n3. For the class\n4. Section 2: The quarrel, 2 paragraphs, 1 min\n\
         5. 1907 treaty, 2 articles\n6. 1880 treaty, 1 article\n",
    );
    // What is asked for twice is told twice.
    check(
        "|contents|c",
        "Contents\n1. Section 1: What the treaty says, 5 paragraphs, 1 note and 1 class question, 1 min\n\
         2. The signing\n3. For the class\n4. Section 2: The quarrel, 2 paragraphs, 1 min\n\
         5. 1907 treaty, 2 articles\n6. 1880 treaty, 1 article\n",
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
fn clauses_are_compared_element_by_element() {
    let yaml = common::SAMPLE
        .replace(
            "compare: [old/1]",
            "compare: [old/1]\n        elements: {when: At night, bells: Two}",
        )
        .replace("text: The gate shall", "elements: {when: Always}\n        text: The gate shall");
    let mut talk = Talk::about(&[yaml.leak()]);
    talk.ask("");
    assert_eq!(
        talk.ask("compare"),
        "Compare: Article 4: 1 counterpart, by element\nwhen\nArticle 4 [1]: At night\n1880 treaty, Article 1 \
         [2]: Always\nbells\nhere alone: Article 4 [3]: Two\n1880 treaty, Article 1 [4]: not given\n"
    );
    let words = talk.ask("elements or words");
    assert!(
        words.starts_with("Compare: Article 4: 1 counterpart\nArticle 4 [1], The gate\n"),
        "{words}"
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
fn numbers_of_entries_are_told_apart_from_those_of_sources() {
    check(
        "|sources",
        "Sources\n1. Source 1: Harbour Gazette\nNorthtown Press, 4 March 1907, used by 2 paragraphs; 2 cards\n\
         2. Source 2: Letter of the harbour master\n1907, used by 1 paragraph and 1 note; 1 card\n",
    );
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
