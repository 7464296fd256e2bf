//! What comes from a terminal, in bytes and pauses, and the keys, pastes and answers that it is.

use std::time::{Duration, Instant};

use attache::app::Msg;
use attache::runtime::keys::{Input, KeyParser, Reply};
use proptest::prelude::*;

use crate::common::Desk;

/// A pause in milliseconds, and what comes after it.
type Piece<'a> = (u64, &'a [u8]);

/// What is heard of the pieces, and of the silence after them. The clock is a false one.
fn heard(pieces: &[Piece]) -> Vec<Input> {
    let mut now = Instant::now();
    let mut parser = KeyParser::default();
    let mut heard = Vec::new();
    for (pause, bytes) in pieces {
        let then = now + Duration::from_millis(*pause);
        // Who reads waits no longer than to the deadline, and asks then.
        if let Some(deadline) = parser.deadline().filter(|deadline| *deadline < then) {
            heard.extend(parser.expire(deadline));
            assert_eq!(parser.deadline(), None, "it is at rest after its deadline");
        }
        now = then;
        heard.extend(parser.feed(bytes, now));
    }
    if let Some(deadline) = parser.deadline() {
        heard.extend(parser.expire(deadline));
    }
    assert_eq!(parser.deadline(), None, "it is at rest after its deadline");
    heard
}

/// The inputs in words, a blank between two.
fn told(inputs: &[Input]) -> String {
    let word = |input: &Input| match input {
        Input::Key(key) => key.to_string(),
        Input::Paste(words) => format!("{words:?}"),
        Input::Reply(Reply::Background { r, g, b }) => format!("background({r},{g},{b})"),
        Input::Reply(Reply::Attributes) => "attributes".to_owned(),
        Input::Reply(Reply::Status) => "status".to_owned(),
        Input::Reply(Reply::Margins(has)) => format!("margins({has})"),
    };
    inputs.iter().map(word).collect::<Vec<_>>().join(" ")
}

/// The same whether the bytes come at once, one by one, or in any two pieces.
#[track_caller]
fn check(bytes: impl AsRef<[u8]>, expected: &str) {
    let bytes = bytes.as_ref();
    let shown = bytes.escape_ascii();
    assert_eq!(told(&heard(&[(0, bytes)])), expected, "{shown} at once");
    let each: Vec<Piece> = bytes.chunks(1).map(|byte| (0, byte)).collect();
    assert_eq!(told(&heard(&each)), expected, "{shown} one by one");
    // A slow line: less than what a key may take.
    let slow: Vec<Piece> = bytes.chunks(1).map(|byte| (100, byte)).collect();
    assert_eq!(told(&heard(&slow)), expected, "{shown} with pauses");
    for at in 0..=bytes.len() {
        let (one, two) = bytes.split_at(at);
        assert_eq!(told(&heard(&[(0, one), (20, two)])), expected, "{shown}, parted at {at}");
    }
}

#[track_caller]
fn check_pieces(pieces: &[(u64, &str)], expected: &str) {
    let bytes: Vec<Piece> = pieces.iter().map(|(pause, text)| (*pause, text.as_bytes())).collect();
    assert_eq!(told(&heard(&bytes)), expected, "{pieces:?}");
    // Nor does it matter whether anybody has asked at the deadline.
    let mut now = Instant::now();
    let mut parser = KeyParser::default();
    let mut heard = Vec::new();
    for (pause, bytes) in bytes {
        now += Duration::from_millis(pause);
        heard.extend(parser.feed(bytes, now));
    }
    heard.extend(parser.expire(now + Duration::from_mins(1)));
    assert_eq!(told(&heard), expected, "{pieces:?}, late");
}

#[test]
fn letters_and_controls() {
    check("j", "j");
    check("}]G?", "} ] G ?");
    check(" ", "Space");
    check("\r", "Enter");
    check("\t", "Tab");
    check("\n", "Ctrl-j");
    check("\x08\x7f", "Backspace Backspace");
    check("\0\x01\x1a", "Ctrl-Space Ctrl-a Ctrl-z");
    check("\x1c\x1d\x1e\x1f", "Ctrl-\\ Ctrl-] Ctrl-^ Ctrl-_");
    check("é한😀", "é 한 😀");
    // Two-set jamo, and a letter that is put together of three.
    check("ㅓ\u{1112}\u{1161}\u{11ab}", "ㅓ \u{1112} \u{1161} \u{11ab}");
}

#[test]
fn what_is_no_utf8_is_nothing_and_takes_no_other_with_it() {
    check(b"\xffj", "j");
    check(b"\xe4j", "j");
    check(b"\xed\x95j", "j");
    check(b"\xed\x95\xed\x95\x9c", "한");
    check(b"\xc0\xafj", "j");
    check(b"\xed\xa0\x80j", "j");
    check(b"\xf4\x90\x80\xa0j", "j");
    // What is left of a letter opens no sequence.
    check(b"\xe3\xe3\x9bj\x9b", "j");
    check(b"\xb0\x9bj", "j");
    check(b"\xed\x95", "");
    check(b"\xed\x95\x1b[A", "Up");
    // The rest comes too late.
    check_pieces(&[(0, "j")], "j");
    assert_eq!(told(&heard(&[(0, b"\xed\x95"), (151, b"\x9cj")])), "j");
    assert_eq!(told(&heard(&[(0, b"\xed\x95"), (150, b"\x9cj")])), "한 j");
}

#[test]
fn arrows_and_their_like() {
    check("\x1b[A\x1b[B\x1b[C\x1b[D", "Up Down Right Left");
    check("\x1bOA\x1bOB\x1bOC\x1bOD", "Up Down Right Left");
    check("\x1b[H\x1b[F\x1bOH\x1bOF", "Home End Home End");
    check("\x1b[1~\x1b[4~\x1b[7~\x1b[8~", "Home End Home End");
    check("\x1b[3~\x1b[5~\x1b[6~", "Del PgUp PgDn");
    check("\x1b[Z\x1b[1Z", "Shift-Tab Shift-Tab");
    // The keypad's five is none that attache knows.
    check("\x1b[2~j\x1b[Ej\x1bOEj", "Ins j j Alt-O E j");
}

#[test]
fn function_keys_of_every_terminal() {
    check("\x1bOP\x1bOQ\x1bOR\x1bOS", "F1 F2 F3 F4");
    check("\x1b[P\x1b[Q\x1b[R\x1b[S", "F1 F2 F3 F4");
    check("\x1b[[A\x1b[[B\x1b[[C\x1b[[D\x1b[[E", "F1 F2 F3 F4 F5");
    check("\x1b[11~\x1b[12~\x1b[13~\x1b[14~\x1b[15~", "F1 F2 F3 F4 F5");
    check("\x1b[17~\x1b[18~\x1b[19~\x1b[20~\x1b[21~", "F6 F7 F8 F9 F10");
    check("\x1b[23~\x1b[24~\x1b[25~\x1b[26~\x1b[28~\x1b[29~", "F11 F12 F13 F14 F15 F16");
    check("\x1b[31~\x1b[34~\x1b[16~\x1b[22~\x1b[27~\x1b[99~", "F17 F20");
    check("\x1b[[F\x1b[[1j", "j");
}

#[test]
fn modifiers_as_xterm_writes_them() {
    check(
        "\x1b[1;5B\x1b[1;3C\x1b[1;2A\x1b[1;8D",
        "Ctrl-Down Alt-Right Shift-Up Ctrl-Alt-Shift-Left",
    );
    check("\x1b[1;9A", "Alt-Up");
    check("\x1b[3;5~\x1b[6;3~\x1b[15;2~", "Ctrl-Del Alt-PgDn Shift-F5");
    check("\x1b[1;2P\x1b[1;5H\x1b[1;5Z", "Shift-F1 Ctrl-Home Ctrl-Shift-Tab");
    // Older ones: the modifiers alone.
    check("\x1b[5A\x1bO5C\x1bO2P\x1bO1;5D", "Ctrl-Up Ctrl-Right Shift-F1 Ctrl-Left");
    // No modifiers that there are.
    check("\x1b[1;0Aj\x1b[1;999Aj\x1b[1;5;5Aj\x1b[9999999999Aj\x1b[1;xAj", "j j j j A j");
}

#[test]
fn modifiers_as_rxvt_writes_them() {
    check("\x1b[a\x1b[b\x1b[c\x1b[d", "Shift-Up Shift-Down Shift-Right Shift-Left");
    check("\x1bOa\x1bOb\x1bOc\x1bOd", "Ctrl-Up Ctrl-Down Ctrl-Right Ctrl-Left");
    check("\x1b[5^\x1b[7^", "Ctrl-PgUp Ctrl-Home");
    check("\x1b[3$\x1b[6$j", "Shift-Del Shift-PgDn j");
    check("\x1b[3@", "Ctrl-Shift-Del");
    check("\x1b[2$yj", "j");
}

#[test]
fn the_keypad_of_an_application() {
    check("\x1bOM\x1bOp\x1bOy\x1bOk\x1bOm\x1bOn\x1bOj\x1bOo", "Enter 0 9 + - . * /");
    check("\x1bOX\x1bOI\x1bO ", "= Tab Space");
    // A letter has no Shift of its own.
    check("\x1bO2l\x1bO6k\x1bO2M\x1bO2 ", ", Ctrl-+ Shift-Enter Space");
}

#[test]
fn keys_that_tell_their_code() {
    // kitty's protocol.
    check("\x1b[27u\x1b[13u\x1b[9u\x1b[127u\x1b[32u", "Esc Enter Tab Backspace Space");
    check("\x1b[106u\x1b[106;1u\x1b[106;1:1u\x1b[106;1:2u", "j j j j");
    check("\x1b[106;1:3uj", "j");
    check("\x1b[1;1:3Aj\x1b[3;1:3~j", "j j");
    check("\x1b[97;5u\x1b[97;6u\x1b[13;3u\x1b[9;2u", "Ctrl-a Ctrl-a Alt-Enter Shift-Tab");
    check("\x1b[97;2u\x1b[97:65;2u\x1b[49:33;2u\x1b[97;;97u\x1b[97;2;65u", "A A ! a A");
    check("\x1b[12619u\x1b[12619;3u", "ㅋ Alt-ㅋ");
    check("\x1b[1;65A\x1b[106;129u", "Up j");
    check("\x1b[57417u\x1b[57426;5u\x1b[57400u\x1b[57414u\x1b[57376u", "Left Ctrl-Del 1 Enter F13");
    // Ctrl with what is a control character of its own.
    check("\x1b[91;5u\x1b[105;5u\x1b[109;5u\x1b[104;5u", "Esc Tab Enter Backspace");
    // xterm's modifyOtherKeys.
    check(
        "\x1b[27;5;13~\x1b[27;3;13~\x1b[27;5;100~\x1b[27;6;68~",
        "Ctrl-Enter Alt-Enter Ctrl-d Ctrl-d",
    );
    check("\x1b[27;2;9~", "Shift-Tab");
    // Shift itself, Super with a letter, a key for the volume, and no character at all.
    check("\x1b[57441;2uj\x1b[106;9uj\x1b[57439uj\x1b[55296uj\x1b[uj\x1b[;5uj", "j j j j j j");
    check("\x1b[27;5~j\x1b[1;2;3;4uj\x1b[0uj\x1b[1uj", "j j j j");
}

#[test]
fn escape_and_what_follows_it_soon_are_one_key() {
    for pause in [0, 2, 20, 80, 100, 150] {
        for (rest, key) in [
            ("[C", "Right"),
            ("[B", "Down"),
            ("[H", "Home"),
            ("OA", "Up"),
            ("\r", "Alt-Enter"),
            ("j", "Alt-j"),
        ] {
            check_pieces(&[(0, "\x1b"), (pause, rest)], key);
        }
        check_pieces(&[(0, "\x1b["), (pause, "C")], "Right");
        check_pieces(&[(0, "\x1b"), (pause, "["), (pause, "C")], "Right");
        check_pieces(
            &[(0, "\x1b"), (pause, "["), (pause, "1"), (pause, ";"), (pause, "5C")],
            "Ctrl-Right",
        );
        check_pieces(&[(0, "\x1b["), (pause, "6"), (pause, "~")], "PgDn");
    }
    check_pieces(&[(0, "\x1b"), (151, "[C")], "Esc [ C");
    check_pieces(&[(0, "\x1b"), (200, "j")], "Esc j");
    check_pieces(&[(0, "\x1b["), (151, "C")], "Alt-[ C");
    // Nothing else begins so: it is waited for longer.
    check_pieces(&[(0, "\x1b[1;5"), (900, "C")], "Ctrl-Right");
    check_pieces(&[(0, "\x1b[1;5"), (1001, "j")], "j");
}

#[test]
fn a_lone_escape_is_a_key() {
    check("\x1b", "Esc");
    check("\x1b\x1b", "Esc Esc");
    check("\x1b\x1b\x1b", "Esc Esc Esc");
    check("\x1b\x1bj", "Esc Alt-j");
    check("\x1b\x1b[A", "Esc Up");
    check("\x1b\x1bOC", "Esc Right");
    check_pieces(&[(0, "\x1b"), (151, "\x1b"), (151, "[A")], "Esc Esc [ A");
}

#[test]
fn alt_is_escape_before_the_key() {
    check("\x1bb\x1bf\x1b\x7f\x1b\x08", "Alt-b Alt-f Alt-Backspace Alt-Backspace");
    check("\x1b\r\x1b\t\x1b\x0c\x1b ", "Alt-Enter Alt-Tab Ctrl-Alt-l Alt-Space");
    check("\x1bㅓ\x1b한\x1b😀", "Alt-ㅓ Alt-한 Alt-😀");
    check(b"\x1b\xffj", "Esc j");
    check(b"\x1b\xed\x95", "Esc");
    check(b"\x1b\xed\x95j", "Esc j");
    // What also opens a sequence: if nothing comes that belongs to one.
    check("\x1b[", "Alt-[");
    check("\x1bO", "Alt-O");
    check("\x1b]", "Alt-]");
    check("\x1bP\x1b", "Alt-P Esc");
    check("\x1b]]j", "Alt-] ] j");
    check("\x1b]\x1b[B", "Alt-] Down");
    check("\x1b[\r", "Alt-[ Enter");
    check("\x1bO\x03", "Alt-O Ctrl-c");
}

#[test]
fn a_paste_is_one_whole_in_whatever_pieces() {
    check("\x1b[200~words\x1b[201~j", "\"words\" j");
    check("\x1b[200~\x1b[201~", "\"\"");
    check("j\x1b[200~q\rQ\x03\x1b[201~k", "j \"q\\rQ\\u{3}\" k");
    check("\x1b[200~한글\x1b[201~", "\"한글\"");
    check(b"\x1b[200~\xff\x1b[201~", "\"\u{fffd}\"");
    // What looks like its end and is not.
    check("\x1b[200~\x1b[20\x1b[201~", "\"\\u{1b}[20\"");
    check("\x1b[200~\x1b\x1b[201~", "\"\\u{1b}\"");
    check("\x1b[200~\x1b[201\x1b[201~", "\"\\u{1b}[201\"");
    check("\x1b[200~\x1b[200~q\x1b[201~q", "\"\\u{1b}[200~q\" q");
    // One that stops: what has come is a paste, and then there are keys again.
    check_pieces(&[(0, "\x1b[200~one "), (5000, "two\x1b[201~j")], "\"one two\" j");
    check_pieces(&[(0, "\x1b[200~one"), (5001, "j")], "\"one\" j");
    check_pieces(&[(0, "\x1b[201~j")], "j");
}

#[test]
fn a_paste_takes_no_more_memory_than_a_note() {
    let mut parser = KeyParser::default();
    let now = Instant::now();
    assert!(parser.feed(b"\x1b[200~", now).is_empty());
    for _ in 0..64 {
        assert!(parser.feed(&[b'x'; 1 << 12], now).is_empty());
    }
    let inputs = parser.feed(b"\x1b[201~j", now);
    let [Input::Paste(words), Input::Key(_)] = inputs.as_slice() else {
        panic!("{}", inputs.len())
    };
    assert!(words.len() > 64 << 10, "a note is full, and says so");
    assert!(words.len() < 256 << 10);
}

#[test]
fn answers_are_heard() {
    check("\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\", "background(30,30,46)");
    check("\x1b]11;rgb:ffff/ffff/ffff\x07", "background(255,255,255)");
    check("\x1b]11;rgb:ff/80/00\x07", "background(255,128,0)");
    check(
        "\x1b]11;rgb:f/8/0\x07\x1b]11;rgb:fff/888/000\x07",
        "background(255,136,0) background(255,136,0)",
    );
    check("\x1b]11;rgba:fdfd/f6f6/e3e3/ffff\x07", "background(253,246,227)");
    check("\x1b]11;#fdf6e3\x07\x1b]11;#fff\x07", "background(253,246,227) background(255,255,255)");
    check("\x1b]11;#fdfdf6f6e3e3\x07", "background(253,246,227)");
    check("\u{9d}11;rgb:0/0/0\u{9c}", "background(0,0,0)");
    check(b"\x9d11;rgb:0/0/0\x9c", "background(0,0,0)");
    check("\x1b[?62;22c", "attributes");
    check("\x1b[?6cj", "attributes j");
    check("\u{9b}?1;2c", "attributes");
    check("\x1b[0nj", "status j");
    check("\x1b[3n\x1b[0n", "status status");
    check("\x1b[n\x1b[1n\x1b[?0n\x1b[0;0nj", "j");
    for (setting, has) in [("0", false), ("1", true), ("2", true), ("3", false), ("4", false)] {
        check(format!("\x1b[?69;{setting}$yj"), &format!("margins({has}) j"));
    }
    check("\x1b[?2026;2$y\x1b[?69;2y\x1b[69;2$yj", "j");
    check("\x1b]11;rgb:0/0/0\x1b\\\x1b[?62;22cj", "background(0,0,0) attributes j");
}

#[test]
fn what_is_no_key_is_nothing() {
    for answer in [
        // What was not asked, or is no colour.
        "\x1b]11;rgb:xxxx/0000/0000\x07",
        "\x1b]11;rgb:00000/0/0\x07",
        "\x1b]11;rgb:0/0\x07",
        "\x1b]11;rgb:0/0/0/0\x07",
        "\x1b]11;?\x07",
        "\x1b]11;#ffff\x07",
        "\x1b]11;#\x07",
        "\x1b]11;#한한한\x07",
        "\x1b]11;\x07",
        "\x1b]11\x07",
        "\x1b]10;rgb:1e1e/1e1e/2e2e\x1b\\",
        "\x1b]4;7;rgb:1e1e/1e1e/2e2e\x1b\\",
        "\x1b]52;c;cXFx\x07",
        "\x1b]lqQ:한글\x1b\\",
        "\x1b]Lq\x1b\\",
        // XTVERSION, XTGETTCAP, DECRQSS, DA3.
        "\x1bP>|XTerm(390)\x1b\\",
        "\x1bP1+r544e=787465726d\x1b\\",
        "\x1bP0+r\x1b\\",
        "\x1bP1$r0m\x1b\\",
        "\x1bP!|7E565445\x1b\\",
        // APC (kitty's pictures), PM, SOS.
        "\x1b_Gi=31;OK\x1b\\",
        "\x1b^q\x1b\\",
        "\x1bXq\x07",
        "\u{9f}q\u{9c}",
        "\u{90}q\u{9c}",
        // DA2, DSR, CPR, and CPR in the first row, which is no F3.
        "\x1b[>41;390;0c",
        "\x1b[>0;276;0c",
        "\x1b[?997;1n",
        "\x1b[24;80R",
        "\x1b[1;5R",
        "\x1b[1;2R",
        "\x1b[?1;2R",
        // DECRPM, of private modes and others; kitty's flags; sizes of xterm.
        "\x1b[?2026;2$y",
        "\x1b[4;2$y",
        "\x1b[?1u",
        "\x1b[?0u",
        "\x1b[8;24;80t",
        "\x1b[4;600;800t",
        "\x1b[>4;2m",
        // Focus; mice of X10, xterm, rxvt and SGR; a selection.
        "\x1b[I",
        "\x1b[O",
        "\x1b[M q!",
        "\x1b[M jq",
        "\x1b[M#\u{c8}\u{101}",
        "\x1b[<0;10;10M",
        "\x1b[<0;10;10m",
        "\x1b[32;10;10M",
        "\x1b[tqq",
        "\x1b[Tqqqqqq",
        // Controls of C1 alone, and a string that ends without a beginning.
        "\u{85}\u{84}\u{9c}",
        "\x1b\\",
        // Sequences that nobody knows, or that are broken off.
        "\x1b[1;2;3;4;5;6x",
        "\x1b[!p",
        "\x1b[ q",
        "\x1b[1;5\x18",
        "\x1b[\x31\x1a",
        "\x1b]11;q\x18",
        "\x1b]11;q\x1a",
        "\x1bO5\x18",
        // Cut off.
        "\x1b[1;5",
        "\x1b[[",
        "\x1b[M q",
        "\x1b]11;rgb",
        "\x1b]11;rgb:0/0/0\x1b",
        "\x1bP1$r",
    ] {
        check(answer, "");
        // And the reader's next key is one, at once or after the deadline.
        check_pieces(&[(0, answer), (1001, "j")], "j");
    }
}

#[test]
fn late_answers_in_pieces_are_no_keys() {
    for pause in [20, 150, 400, 1000] {
        check_pieces(
            &[(0, "\x1b]"), (pause, "11;rgb:1e1e/1e1e/2e2e\x1b\\")],
            "background(30,30,46)",
        );
        check_pieces(
            &[(0, "\x1b]1"), (pause, "1;rgb:1e1e/1e"), (pause, "1e/2e2e\x1b"), (pause, "\\j")],
            "background(30,30,46) j",
        );
        check_pieces(&[(0, "\x1bP"), (pause, ">|XTerm(390)"), (pause, "\x1b\\j")], "j");
        check_pieces(&[(0, "\x1b[?"), (pause, "62"), (pause, ";22cj")], "attributes j");
        check_pieces(&[(0, "\x1b[M"), (pause, " q"), (pause, "!j")], "j");
        check_pieces(&[(0, "\x1b_G"), (pause, "i=1;OK"), (pause, "\x07j")], "j");
    }
}

#[test]
fn keys_come_back_though_the_end_of_an_answer_never_comes() {
    for begun in ["\x1b]11;rgb:", "\x1bP1$r", "\x1b_q", "\x1b^q", "\x1bXq", "\u{9d}11"] {
        // Whatever is typed is taken for a part of it, but no longer than a second of silence.
        check_pieces(&[(0, begun), (500, "j"), (500, "k"), (1001, "l")], "l");
        // What cannot be a part of it ends it.
        check_pieces(&[(0, begun), (500, "\x03"), (0, "j")], "Ctrl-c j");
        check_pieces(&[(0, begun), (500, "\x1b[B"), (0, "j")], "Down j");
        check_pieces(&[(0, begun), (500, "\x1bj"), (0, "k")], "Alt-j k");
        check_pieces(&[(0, begun), (500, "\x18"), (0, "j")], "j");
        check_pieces(&[(0, begun), (500, "\x1b\x1b"), (200, "j")], "Esc j");
    }
    // A letter of three bytes has the one that was ST within it, and is not the end.
    check("\x1b]2;뜀\x07j", "j");
}

#[test]
fn an_answer_without_end_takes_no_memory() {
    let now = Instant::now();
    for begun in ["\x1b]11;", "\x1bP", "\x1b_", "\x1b[1;", "\x1b[?", "\x1bO1"] {
        let mut parser = KeyParser::default();
        assert!(parser.feed(begun.as_bytes(), now).is_empty());
        for _ in 0..16 {
            assert!(parser.feed(&[b'1'; 1 << 12], now).is_empty());
        }
        assert!(format!("{parser:?}").len() < 2000, "{begun:?}");
        assert!(parser.expire(now + Duration::from_secs(1)).is_empty());
        assert_eq!(told(&parser.feed(b"j", now + Duration::from_secs(2))), "j");
    }
}

#[test]
fn a_flood_of_keys_is_every_one_of_them() {
    let flood = "j\x1b[B한\x1bOA".repeat(5000);
    let inputs = heard(&[(0, flood.as_bytes())]);
    assert_eq!(inputs.len(), 20_000);
    assert_eq!(told(inputs.get(19_996..).unwrap_or_default()), "j Down 한 Up");
}

/// Esc and a key that come at once are the bytes of Alt with that key: where that is bound to nothing, both
/// are taken.
#[test]
fn escape_and_a_key_at_once_lose_neither() {
    let desk = |before: &str| {
        let mut desk = Desk::new(100, 30);
        desk.press(before);
        desk
    };
    for (before, bytes, keys) in [
        ("?", "\x1bj", "Esc j"),
        ("?", "\x1b}", "Esc }"),
        ("o", "\x1b}\x1b}", "Esc } Esc }"),
        ("? ?", "\x1b\x1b", "Esc Esc"),
        ("?", "\x1b\x1b[B", "Esc Down"),
        ("?", "\x1b\x1bj", "Esc Esc j"),
        ("?", "\x1b]j", "Esc ] j"),
        ("l", "\x1b\r", "Esc Enter"),
        ("l", "\x1b\t", "Esc Tab"),
        ("} l Enter", "\x1b\x7f", "Esc Backspace"),
        ("?", "\x1b\x0c", "Esc Ctrl-l"),
        // By place, on a Korean and a Russian keyboard; and a syllable that is two keys.
        ("?", "\x1bㅓ", "Esc ㅓ"),
        ("?", "\x1bо", "Esc о"),
        ("?", "\x1b어", "Esc 어"),
        // A line that is written is left, and the key is a command.
        (":", "\x1b}", "Esc }"),
        ("/", "\x1bo", "Esc o"),
        // Alt has a meaning of its own there.
        ("a x Space y", "\x1bbz", "Alt-b z"),
        ("a x", "\x1b\ry", "Alt-Enter y"),
    ] {
        let mut typed = desk(before);
        for input in heard(&[(0, bytes.as_bytes())]) {
            let Input::Key(key) = input else { panic!("{input:?}") };
            typed.send(Msg::Key(key));
        }
        let pressed = desk(before).press(keys).screen();
        assert_eq!(typed.screen(), pressed, "{before}, then {bytes:?}");
    }
}

#[test]
fn escape_and_what_leaves_at_once_leave() {
    let mut desk = Desk::new(100, 30);
    desk.press("?");
    for input in heard(&[(0, b"\x1bq")]) {
        let Input::Key(key) = input else { panic!("{input:?}") };
        desk.send(Msg::Key(key));
    }
    assert!(desk.asked().contains(&&attache::app::Effect::Quit), "{:?}", desk.asked());
}

/// Bytes such as come from terminals: pieces of sequences more often than any others.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let parts: Vec<&[u8]> = vec![
        b"\x1b",
        b"[",
        b"]",
        b"O",
        b"P",
        b"\\",
        b"\x07",
        b"200~",
        b"201~",
        b"1;5",
        b"~",
        b"$",
        b"M",
        b"u",
        b"11;rgb:0/0/0",
        b"?62c",
        b"\xed\x95\x9c",
        b"\xc2\x9b",
        b"\x9c",
        b"j",
        b"\r",
        b"\x03",
        b"\x18",
        b"27;5;13",
    ];
    let part = prop_oneof![
        8 => proptest::sample::select(parts).prop_map(<[u8]>::to_vec),
        1 => any::<u8>().prop_map(|byte| vec![byte]),
    ];
    proptest::collection::vec(part, 0..24).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn the_same_bytes_are_the_same_in_any_pieces(bytes in bytes(), cuts in proptest::collection::vec(any::<usize>(), 0..6)) {
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut % (bytes.len() + 1)).collect();
        cuts.extend([0, bytes.len()]);
        cuts.sort_unstable();
        let pieces: Vec<Piece> = cuts.windows(2).map(|ends| (0, &bytes[ends[0]..ends[1]])).collect();
        prop_assert_eq!(heard(&pieces), heard(&[(0, &bytes)]));
    }

    #[test]
    fn no_pause_makes_a_control_character_a_letter(pieces in proptest::collection::vec((0..2000_u64, bytes()), 0..6)) {
        let pieces: Vec<Piece> = pieces.iter().map(|(pause, bytes)| (*pause, bytes.as_slice())).collect();
        for input in heard(&pieces) {
            if let Input::Key(key) = input {
                let name = key.to_string();
                prop_assert!(!name.chars().any(char::is_control), "{name:?}");
            }
        }
    }
}
