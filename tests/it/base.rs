//! Where sentences end, and the days of the calendar.

use attache::base::{day, moment, sentence};

/// Sentences with a bar between each two: every byte of each lies in it, and in no more.
#[track_caller]
fn sentences(barred: &str) {
    let text = barred.replace('|', "");
    let mut at = 0;
    for part in barred.split('|') {
        for byte in at..at + part.len() {
            assert_eq!(&text[sentence(&text, byte)], part.trim(), "at byte {byte} of {text:?}");
        }
        at += part.len();
    }
    assert_eq!(sentence(&text, at), at..at, "past the end of {text:?}");
}

#[test]
fn sentences_end_where_unicode_says() {
    sentences("");
    sentences("One.");
    sentences("One two. |Three four.");
    sentences("Is it? |It is! |\"So.\" |Then.");
    sentences("An item\n|Another");
    sentences("It rose by 3.4 metres. |Then it fell.");
    sentences("See example.org. |It has more.");
    sentences("  One.  |Two.  ");
    sentences("큰 항구이다. |그는 썼다.");
    sentences("그는 떠났다.|他来了。|他走了！|真的吗？|是的。");
    sentences("「他来了。」|然后走了。");
}

#[test]
fn titles_and_initials_end_no_sentence() {
    sentences("Mr. Kim met Gen. Park in Seoul. |They signed Art. 4 of it.");
    sentences("Mrs. Rhee, Ms. Ahn and Dr. Cho came. |Prof. Yun did not.");
    sentences("Maj. Gen. Lee and Lt. Col. Han commanded. |Brig.-Gen. Noh obeyed.");
    sentences("Sgt. Oh, Adm. Joy and Capt. Ri stayed. |So did Mr. An and Gen. He.");
    sentences("J. F. Kennedy and Kim D. J. Park agreed. |J.-F. Revel did not.");
    sentences("They met Kim J. |He said nothing.");
    sentences("It is in Annex A. |Korea refused it.");
    sentences("The (Rev.) Kim spoke. |He left.");
    sentences("Mr. “Jack” Kim spoke.");
}

#[test]
fn abbreviations_of_law_and_places() {
    sentences("They signed Art. 4. |Korea did not.");
    sentences("Under Art. IV Korea may ask. |Under Arts. 4 and 5 Japan may. |See para. 2.");
    sentences("See paras. 2 and 3, pp. 4–5, p. 12, Sec. 7 and No. 9. |Nothing else.");
    sentences("He was asked and said No. |Korea agreed.");
    sentences("He saw No. 10 Downing Street. |Nos. 11 and 12 are near.");
    sentences("He studied Art. |Many did.");
    sentences("Compare it (cf. Art. 4 and, e.g. Japan, i.e. Tokyo). |Then read Korea v. Japan.");
    sentences("It is East vs. West. |So it was.");
    sentences(
        "On Jan. 4, 1951, Seoul fell. |It was free in Mar. 1951. |That was in Mar. |Then Ridgway came.",
    );
    sentences("The U.S. President and the U.N. Council met. |Both wrote.");
    sentences("He left the U.S. |The war went on.");
    sentences("He left the U.S. |In 1953, it ended.");
    sentences(
        "The United States (U.S.) Army came. |(It had left the D.P.R.K.) |Korea was divided.",
    );
    sentences("He landed at St. Petersburg. |It was at 4 p.m. |Then he slept.");
    sentences("Ford Motor Co. Chairman Ford came. |He liked Ford Motor Co. |He said so.");
}

#[test]
fn quotations_brackets_ellipses_and_numbers() {
    sentences("“Who gains?” asked Kim. |“Nobody!” he cried. |Then he left.");
    sentences("He said: “I go.” |Then he left. |(He came back.) |Twice.");
    sentences("He... stayed. |He hesitated... |Then he signed.");
    sentences("He … stayed … Korea left.");
    sentences("“The parties [...] Korea and Japan agree.” |They did (...) Tokyo signed.");
    sentences("1. The gate is open. |2. It is shut at night.");
    sentences("IV. The gate is open. |2.1. Who shuts it?");
    sentences("b. It is shut. |Who shut it?");
    sentences("가. 문을 연다. |나. 문을 닫는다.");
    sentences("How many? |36,574. |Most were young.");
    // In a list every item ends, whatever it ends with.
    sentences("Signed by Gen.\n|Park\n|in the U.S.\n|President");
}

#[test]
fn days_are_those_of_the_calendar() {
    let check = |seconds: i64, expected: &str| assert_eq!(day(seconds), expected);
    check(0, "1970-01-01");
    check(86_399, "1970-01-01");
    check(86_400, "1970-01-02");
    check(-1, "1969-12-31");
    check(951_782_400, "2000-02-29");
    check(951_868_800, "2000-03-01");
    check(1_718_755_200, "2024-06-19");
    check(4_107_542_400, "2100-03-01");
    check(-2_203_891_200, "1900-03-01");
    check(1_795_600_000, "2026-11-25");
}

#[test]
fn moments_are_told_as_iso_8601_has_them() {
    for (seconds, expected) in [
        (0, "1970-01-01T00:00:00Z"),
        (-1, "1969-12-31T23:59:59Z"),
        (951_782_400, "2000-02-29T00:00:00Z"),
        (1_718_750_400, "2024-06-18T22:40:00Z"),
        (4_107_542_399, "2100-02-28T23:59:59Z"),
        (4_107_542_400, "2100-03-01T00:00:00Z"),
        (-62_135_596_800, "0001-01-01T00:00:00Z"),
    ] {
        assert_eq!(moment(seconds), expected);
    }
    // Whatever is in the file, nothing overflows.
    for seconds in [i64::MIN, i64::MAX] {
        assert!(moment(seconds).ends_with('Z'));
    }
}
