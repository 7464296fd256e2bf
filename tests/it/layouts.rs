//! Keyboards whose letters are not Latin, and keys that do nothing.

use attache::app::{Effect, Msg};
use attache::command::{Code, Key, by_place, strokes};

use crate::common::Desk;

fn letter(letter: char) -> Key {
    Key::plain(Code::Char(letter))
}

#[test]
fn a_letter_is_the_key_that_it_is_on() {
    let check = |sent: &str, keys: &str| {
        assert_eq!(sent.chars().count(), keys.chars().count(), "{sent}");
        for (sent, key) in sent.chars().zip(keys.chars()) {
            assert_eq!(by_place(letter(sent)), Some(letter(key)), "{sent}");
        }
    };
    // Korean, two-set; only these have capitals of their own.
    check("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ", "qwertyuiopasdfghjklzxcvbnm");
    check("ㅃㅉㄸㄲㅆㅒㅖ", "QWERTOP");
    // Russian, Ukrainian, Belarusian.
    check("йцукенгшщзхъфывапролджэячсмитьбюё", "qwertyuiop[]asdfghjkl;'zxcvbnm,.`");
    check("ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ", "QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~");
    check("іїєґІЇЄў", "s]'\\S}\"o");
    // Greek, Hebrew, Arabic, Persian, Thai, Georgian.
    check("ςερτυθιοπασδφγηξκλζχψωβνμΣΩΞ", "wertyuiopasdfghjklzxcvbnmSVJ");
    check("קראטוןםפשדגכעיחלךףזסבהנמצתץ", "ertyuiopasdfghjkl;zxcvbnm,.");
    check("ضصثقفغعهخحشسيبلاتنم", "qwertyuiopasdfghjkl");
    check("یکگچپ", "d;']m");
    check("ๆไำพะัีรนยฟหกดเ้่าสผปแอิืท", "qwertyuiopasdfghjklzxcvbnm");
    check("ქწერტყუიოპასდფგჰჯკლზხცვბნმ", "qwertyuiopasdfghjklzxcvbnm");
    // As wide as a Chinese character; signs of an input method; digits.
    check("ｊＫ：？／\u{3000}。「」", "jK:?/ .[]");
    check("٣۴५๖１", "34561");
}

#[test]
fn what_no_layout_has_and_what_is_ascii_is_no_other_key() {
    let ascii = (' '..='~').map(letter);
    let others = ['é', 'ö', 'ß', 'ñ', 'あ', '中', 'ط', '\u{7f}', '\u{301}', '😀'].map(letter);
    for key in ascii.chain(others).chain([Key::plain(Code::Up)]) {
        assert_eq!(by_place(key), None, "{key}");
    }
}

#[test]
fn modifiers_stay() {
    let (key, expected): (Key, Key) =
        ("Ctrl-ㅇ".parse().expect("a key"), "Ctrl-d".parse().expect("a key"));
    assert_eq!(by_place(key), Some(expected));
}

#[test]
fn a_syllable_is_the_keys_that_made_it() {
    let check = |composed: &str, expected: &str| {
        let keys = composed.chars().flat_map(|part| strokes(letter(part)));
        let keys: String = keys.map(|key| by_place(key).unwrap_or(key).to_string()).collect();
        assert_eq!(keys, expected, "{composed}");
    };
    check("어", "dj");
    check("없", "djqt");
    check("꽤", "Rho");
    check("의", "dml");
    check("있", "dlT");
    check("닭", "ekfr");
    check("힣", "glg");
    check("ㄳㅄㅘㅢ", "rtqthkml");
    // Conjoining letters, and those half as wide.
    check("\u{1103}\u{1161}\u{11b0}", "ekfr");
    check("\u{ffc3}\u{ffa1}\u{ffa4}", "ors");
    check("jй", "jq");
}

/// Keys of another layout do what the Latin ones do, in every kind of place.
#[test]
fn every_command_is_reached_by_place() {
    let check = |own: &str, latin: &str| {
        let (mut one, mut other) = (Desk::new(100, 30), Desk::new(100, 30));
        // The first says what it says once.
        one.press("ㅓ ㅏ").press(own);
        other.press("j k").press(latin);
        assert_eq!(one.painting(), other.painting(), "{own}");
        assert_eq!(one.asked(), other.asked(), "{own}");
    };
    check("ㅓ", "j");
    check("어", "d j");
    check("ㅡ", "m");
    check("ㅐ ㅓ ㅓ Enter", "o j j Enter");
    check("ㅅ ㅓ", "t j");
    check("ㅂ", "q");
    check("ㄲ", "R");
    check("Ctrl-ㅇ", "Ctrl-d");
    check("о л", "j k");
    check("П", "G");
    check("Ъ", "}");
    check("Ж", ":");
    check("v д в", "v l d");
    check("ξ", "j");
    check("Γ", "G");
    check("ח", "j");
    check("？", "?");
    // What a note is begun with opens it, and what was composed with it is written.
    check("말", "a ㅏ ㄹ");
}

/// Whatever shows a blank screen again does nothing else.
#[test]
fn a_syllable_shows_a_blank_screen_again_as_one_key_does() {
    let mut desk = Desk::new(100, 30);
    desk.press("z z .");
    assert!(desk.screen().trim().is_empty(), "{}", desk.screen());
    let focus = desk.focus();
    desk.press("어");
    assert!(!desk.screen().trim().is_empty());
    assert_eq!(desk.focus(), focus);
    assert_eq!(desk.reader().pane(desk.reader().active()).cursor().line, 0);
}

#[test]
fn letters_stay_letters_where_words_are_written() {
    let check = |keys: &str, typed: &str| {
        let mut desk = Desk::new(100, 30);
        desk.press(keys).write(typed);
        let prompt = desk.app.prompt().map(|prompt| prompt.words().to_owned());
        assert_eq!(prompt.as_deref(), Some(typed), "{keys}");
    };
    for keys in ["/", "a", "m", ":", "t /", "Ж", "ㅁ", "ф"] {
        check(keys, "어ㅓой１");
    }
}

#[test]
fn what_capitals_want_is_said_once() {
    let mut desk = Desk::new(100, 30);
    let said = |desk: &Desk| desk.app.said().map(str::to_owned);
    desk.press("ㅓ");
    assert_eq!(said(&desk).as_deref(), Some("capitals want 한/영, or : and a name"));
    assert!(desk.screen().contains("capitals want 한/영"), "{}", desk.screen());
    assert_eq!(said(desk.press("ㅓ")), None);
    // A key that has something to say of its own says that, and the next one this.
    let mut desk = Desk::new(100, 30);
    assert_eq!(said(desk.press("ㅜ")).as_deref(), Some("nothing is searched for; / begins"));
    assert!(said(desk.press("ㅓ")).is_some_and(|words| words.starts_with("capitals want 한/영")));
    for (key, expected) in [
        ("ח", "capitals want Shift, or : and a name"),
        ("ت", "capitals want another layout, or : and a name"),
        ("่", "capitals want another layout, or : and a name"),
        ("ჯ", "capitals want Shift, or : and a name"),
    ] {
        assert_eq!(said(Desk::new(100, 30).press(key)).as_deref(), Some(expected), "{key}");
    }
    // Where Shift makes capitals there is nothing to say.
    for key in ["о", "ξ", "ｊ"] {
        assert_eq!(said(Desk::new(100, 30).press(key)), None, "{key}");
    }
}

#[test]
fn a_key_that_does_nothing_says_so_and_changes_nothing() {
    let check = |before: &str, key: &str, said: &str| {
        let mut desk = Desk::new(100, 30);
        desk.press(before);
        let without_footer = |desk: &Desk| {
            let screen = desk.screen();
            screen.trim_end().rsplit_once('\n').map(|(above, _)| above.to_owned())
        };
        let (above, place) =
            (without_footer(&desk), desk.reader().pane(desk.reader().active()).cursor());
        desk.press(key);
        assert_eq!(desk.app.said(), Some(said), "{key} after {before}");
        assert_eq!(without_footer(&desk), above, "{key} after {before}");
        assert_eq!(desk.reader().pane(desk.reader().active()).cursor(), place);
        // It goes with the next key.
        desk.press("i");
        assert_eq!(desk.app.said(), None);
    };
    for (before, key) in [
        ("", "Z"),
        ("", "F7"),
        ("", "Alt-F7"),
        ("", "Ins"),
        ("2", "Z"),
        ("t", "Z"),
        ("x", "*"),
        ("o", "Ctrl-t"),
        ("?", "Z"),
        ("i", "X"),
        ("v", "Z"),
        ("Q", "Z"),
        ("j j", "ö"),
    ] {
        check(before, key, &format!("“{key}” does nothing here; ? lists the keys"));
    }
    check("", "中", "“中”: turn the input method off");
    check("", "す", "“す”: turn the input method off");
}

#[test]
fn what_is_pasted_where_nothing_is_written_is_not_taken() {
    let mut desk = Desk::new(100, 30);
    let before = desk.focus();
    desk.send(Msg::Paste("jjq".to_owned()));
    assert!(desk.screen().contains("pasted text is not taken here"), "{}", desk.screen());
    assert_eq!(desk.focus(), before);
    assert!(!desk.effects.contains(&Effect::Quit));
}

/// An answer of the quiz, too, is the key that a letter is on.
#[test]
fn a_quiz_is_answered_by_place() {
    let (mut one, mut other) = (Desk::new(100, 30), Desk::new(100, 30));
    one.press("ㅓ Q v ㅁ");
    other.press("j Q v a");
    assert_eq!(one.screen(), other.screen());
}
