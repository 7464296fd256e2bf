//! Lists: points below points, and how they are counted.

use super::{block, markdown, screen};

const LIST: &str = "\
- list:
    - text: The north keeps the quay
      list:
        - and mends it after each flood, whoever has broken it
        - {text: but pays, list: [in spring, in autumn]}
    - The south keeps the crane
  ordered: true";

/// The same with bullets.
fn unordered() -> String {
    LIST.replace("\n  ordered: true", "")
}

#[test]
fn points_stand_below_points() {
    let expected = "\
• The north keeps the quay
  • and mends it after each flood,
    whoever has broken it
  • but pays
    • in spring
    • in autumn
• The south keeps the crane";
    assert_eq!(screen(&unordered(), 40), expected);
}

#[test]
fn ordered_points_are_counted_level_by_level() {
    let expected = "\
1. The north keeps the quay
   a. and mends it after each flood,
      whoever has broken it
   b. but pays
      i.  in spring
      ii. in autumn
2. The south keeps the crane";
    assert_eq!(screen(LIST, 40), expected);
}

#[test]
fn a_level_that_ends_is_counted_anew() {
    let body = "\
- list: [{text: A, list: [b, c]}, {text: D, list: [e]}]
  ordered: true";
    assert_eq!(screen(body, 40), "1. A\n   a. b\n   b. c\n2. D\n   a. e");
}

#[test]
fn markdown_nests_them() {
    let expected = "\
¶ 1

1. The north keeps the quay
   1. and mends it after each flood, whoever has broken it
   2. but pays
      1. in spring
      2. in autumn
2. The south keeps the crane";
    assert_eq!(markdown(LIST), expected);
    assert!(markdown(&unordered()).contains("\n- The north keeps the quay\n  - and mends"));
}

#[test]
fn json_nests_them() {
    let list = block(LIST);
    assert_eq!(list["ordered"], true);
    assert_eq!(list["items"][0]["items"][1]["items"][0]["plain"], "in spring");
    assert_eq!(list["items"][1]["plain"], "The south keeps the crane");
    assert_eq!(list["items"][1].get("items"), None);
    assert_eq!(block(&unordered()).get("ordered"), None);
}

/// Points that begin with an enumerator, each of them, keep it in place of a bullet.
#[test]
fn enumerators_of_their_own_are_kept() {
    let body = "\
- list:
    - text: (a) refrain from *force*, whatever the other may have done before
      list: [1. at sea, 2. on land]
    - (b) consult";
    let expected = "\
(a) refrain from force, whatever the
    other may have done before
    1. at sea
    2. on land
(b) consult";
    assert_eq!(screen(body, 40), expected);
    assert_eq!(block(body)["items"][0]["items"][1]["plain"], "2. on land");
    assert!(markdown(body).contains("- (a) refrain from _force_"), "{}", markdown(body));
    // A name is none.
    assert_eq!(screen("- list: [A. Smith came, and left]", 40), "• A. Smith came\n• and left");
}
