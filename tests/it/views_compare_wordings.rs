//! Wordings beside each other: provision by provision, of one language or of two, and a provision alone.
#![allow(clippy::expect_used, reason = "a test that cannot go on shall stop")]

use std::sync::Arc;

use attache::model::{ProvisionAddress, Target};

use crate::common::{self, Desk, words};

/// A clause with its wording, and three that it is compared with: an older one in the same language, one in
/// another language, and a provision of a longer article.
const BELLS: &str = "\
format: 1
title: Four bells
sections:
  - id: text
    title: The text
    body:
      - {id: start, text: 'It is [Article 4](article:4) that counts.'}
      - {id: pond, text: 'The pond is [another thing](article:pond/2).'}
instruments:
  - id: new
    title: Treaty on Bells
    articles:
      - number: 4
        text: |
          1. Each town shall:
             (a) ring its bell at noon;
             (b) answer the bell of the other without delay.
          2. No bell is rung at night.
        compare: [old/4, han/4, pond/2]
  - id: old
    title: Older treaty
    short: 1880 treaty
    articles:
      - number: 4
        text: |
          1. Each town shall ring its bell at noon.
          2. No bell is rung at night, or on a Sunday.
          3. The bells are sold together.
  - id: han
    title: 종 협약
    language: ko
    articles:
      - number: 4
        text: |
          ① 각 마을은 정오에 종을 친다.
          ② 밤에는 종을 치지 아니한다.
  - id: pond
    title: Rules of the Pond
    articles:
      - number: 2
        title: Geese
        gist: On geese and bells.
        text: |
          1. Geese are free.
          2. No bell is rung near:
             (a) geese;
             (b) ducks.
          3. The pond is large.
";

fn desk(width: u16, height: u16, keys: &str) -> Desk {
    of(BELLS, width, height, keys)
}

/// A briefing whose last counterpart is a provision.
fn of(yaml: &str, width: u16, height: u16, keys: &str) -> Desk {
    let mut briefing = common::briefing(yaml);
    let compare = &mut briefing.instruments[0].articles[0].compare;
    let article = compare.pop().and_then(|pond| pond.article()).expect("the pond");
    compare.push(Target::Provision(ProvisionAddress { article, steps: Arc::from("(2)") }));
    let mut desk = Desk::read(briefing.indexed(), width, height);
    desk.press(keys);
    desk
}

#[test]
fn provisions_hang_and_stand_level_with_those_of_their_place() {
    insta::assert_snapshot!("150x45", desk(150, 45, "c").screen());
    insta::assert_snapshot!("80x24", desk(80, 24, "c }").screen());
    insta::assert_snapshot!("60x20", desk(60, 20, "c }").screen());
}

#[test]
fn the_words_of_two_languages_are_not_compared_and_it_says_why() {
    let screen = words(&desk(80, 24, "c > }"));
    assert!(screen.contains("in Korean and in English, so no"), "{screen}");
    assert!(!screen.contains('‹') && !screen.contains("shared"), "{screen}");
    // The language of an article goes before that of its instrument.
    let yaml = BELLS.replace(
        "    articles:\n      - number: 4\n        text: |\n          ①",
        "    articles:\n      - number: 4\n        language: en-GB\n        text: |\n          ①",
    );
    let screen = words(&of(&yaml, 80, 24, "c > }"));
    assert!(screen.contains("shared") && !screen.contains("in Korean"), "{screen}");
}

#[test]
fn a_provision_stands_alone_from_both_ends() {
    let screen = words(&desk(80, 24, "c > > }"));
    for said in ["Rules of the Pond, Article 2(2) ·", "‹near›:", "(b) ‹ducks›"] {
        assert!(screen.contains(said), "{said}\n{screen}");
    }
    assert!(
        !screen.contains("Geese are free") && !screen.contains("The pond is large"),
        "{screen}"
    );
    // What is told of the article is told as its own.
    assert!(screen.contains("│ Article 2\n"), "{screen}");
    // From the other end: the article whole.
    let screen = words(&desk(80, 24, "} c"));
    assert!(screen.contains("Compare: Rules of the Pond, Article 2 "), "{screen}");
    assert!(screen.contains("Geese are free") && screen.contains("Article 4"), "{screen}");
    // The provision that is compared, by its link.
    let screen = words(&desk(80, 24, "c > > l l c"));
    assert!(screen.contains("Compare: Rules of the Pond, Article 2(2) "), "{screen}");
    assert!(!screen.contains("Geese are free"), "{screen}");
    // The list has it once.
    let screen = words(&desk(80, 24, "c v"));
    assert!(
        screen.contains("1880 treaty, Article 4 · 종 협약 제4조 · Rules of the Pond,"),
        "{screen}"
    );
    assert_eq!(screen.matches("Pond").count(), 1, "{screen}");
}
