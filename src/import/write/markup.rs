//! Words as the markup of a briefing that says exactly these words.

use crate::base::{cut, encoded};
use crate::import::document::{Run, Words};

/// What is markup wherever it stands.
const ANYWHERE: [char; 8] = ['\\', '`', '*', '[', ']', '<', '~', '|'];
/// The schemes of addresses inside of a briefing.
const SCHEMES: [&str; 7] = ["article", "instrument", "actor", "term", "event", "source", "section"];

/// `words` as a text with markup. A line feed in them is one in it, behind a backslash.
pub(super) fn prose(words: &Words) -> String {
    let runs = trimmed(words);
    let mut out = String::new();
    for (at, run) in runs.iter().enumerate() {
        let next = runs.get(at + 1);
        let before = at.checked_sub(1).and_then(|at| runs.get(at));
        push_run(&mut out, run, before, next);
    }
    out
}

/// A line of a law: what would begin a heading, a list or a quotation elsewhere is text there.
pub(super) fn law(line: &str) -> String {
    escaped(line, Some(' '), false)
}

/// Words with one blank between them, and none at the beginning and the end of a line.
fn trimmed(words: &Words) -> Words {
    let mut runs = Words::new();
    let mut is_blank = true;
    for run in words.iter().filter(|run| run.footnote.is_none()) {
        if run.code {
            is_blank = false;
            runs.push(run.clone());
            continue;
        }
        let mut text = String::with_capacity(run.text.len());
        for c in run.text.chars() {
            match c {
                '\n' => {
                    let kept = text.trim_end_matches(' ').len();
                    text.truncate(kept);
                    if text.is_empty() {
                        trim_end(&mut runs);
                    }
                    if !text.is_empty() || !runs.is_empty() {
                        text.push('\n');
                    }
                    is_blank = true;
                }
                ' ' if is_blank => {}
                c => {
                    text.push(c);
                    is_blank = c == ' ';
                }
            }
        }
        // An empty label takes the name of what it leads to.
        if !text.is_empty() || run.link.is_some() {
            runs.push(Run { text, ..run.clone() });
        }
    }
    while trim_end(&mut runs) {}
    // Empty lines are none.
    for run in &mut runs {
        while run.text.contains("\n\n") {
            run.text = run.text.replace("\n\n", "\n");
        }
    }
    runs
}

/// Takes the blanks off the end; whether a run is gone with them.
fn trim_end(runs: &mut Words) -> bool {
    let Some(last) = runs.last_mut() else { return false };
    let kept = last.text.trim_end().len();
    last.text.truncate(kept);
    let is_gone = kept == 0 && last.link.is_none();
    if is_gone {
        runs.pop();
    }
    is_gone
}

fn push_run(out: &mut String, run: &Run, before: Option<&Run>, next: Option<&Run>) {
    let next_begins = next.and_then(|next| {
        let has_mark = next.link.is_some() || next.strong || next.emphasised || next.code;
        if has_mark { Some('[') } else { next.text.chars().next() }
    });
    let is_before_link = next.is_some_and(|next| next.link.is_some());
    if let Some(link) = &run.link {
        let words = run.text.replace('\n', " ");
        if words == *link && is_plain_address(link) {
            out.extend(["<", link, ">"]);
            return;
        }
        let mark = mark(run);
        let label = match code(words.trim()).filter(|_| run.code) {
            Some(code) => code,
            None => escaped(words.trim(), Some('['), false),
        };
        let is_safe = !label.is_empty() && !mark.is_empty();
        let mark = if is_safe { mark } else { "" };
        let blanks = |c: Option<char>| if c == Some(' ') { " " } else { "" };
        out.push_str(blanks(words.chars().next().filter(|_| !label.is_empty())));
        out.extend(["[", mark, &label, mark, "](", &destination(link), ")"]);
        out.push_str(blanks(words.chars().next_back().filter(|_| !label.is_empty())));
        return;
    }
    let words = run.text.as_str();
    if run.code
        && !out.ends_with('`')
        && let Some(code) = code(words)
    {
        out.push_str(&code);
        return;
    }
    let mark = mark(run);
    let inner = words.trim_matches([' ', '\n']);
    let touches = |other: Option<&Run>, blank: bool| {
        !blank
            && other.is_some_and(|other| (other.strong || other.emphasised) && other.link.is_none())
    };
    let start = words.len() - words.trim_start_matches([' ', '\n']).len();
    let head = cut(words, ..start);
    let tail = cut(words, start + inner.len()..);
    let is_safe = !mark.is_empty()
        && !inner.is_empty()
        && !inner.contains('\n')
        && !touches(before, start > 0 || out.ends_with([' ', '\n']))
        && !touches(next, !tail.is_empty() || next_begins.is_none_or(|c| c == ' ' || c == '\n'));
    if !is_safe {
        out.push_str(&escaped(words, out.chars().next_back(), is_before_link));
        return;
    }
    out.push_str(&escaped(head, out.chars().next_back(), false));
    let inside = escaped(inner, Some('*'), false);
    let outer = out.chars().next_back();
    let behind = tail.chars().next().or(next_begins);
    let opens = flanks(outer, inside.chars().next());
    let closes = flanks(behind, inside.chars().next_back());
    if opens && closes {
        out.extend([mark, &inside, mark]);
    } else {
        let is_last = is_before_link && tail.is_empty();
        out.push_str(&escaped(inner, out.chars().next_back(), is_last));
    }
    out.push_str(&escaped(tail, out.chars().next_back(), is_before_link));
}

/// Words as code, every letter and blank as it is; nothing if they have none, or a line ends in them.
fn code(words: &str) -> Option<String> {
    if words.trim().is_empty() || words.contains('\n') {
        return None;
    }
    let rows = words.split(|c| c != '`').map(str::len);
    let fence = "`".repeat(rows.max().unwrap_or_default() + 1);
    // One blank on either side is none (CommonMark 6.1).
    let touches = words.starts_with('`') || words.ends_with('`');
    let pad = if touches || (words.starts_with(' ') && words.ends_with(' ')) { " " } else { "" };
    Some(format!("{fence}{pad}{words}{pad}{fence}"))
}

fn mark(run: &Run) -> &'static str {
    match (run.strong, run.emphasised) {
        (false, false) => "",
        (false, true) => "*",
        (true, false) => "**",
        (true, true) => "***",
    }
}

/// Whether a row of asterisks between these two is a mark: the one outside, and the one inside (CommonMark 6.2).
fn flanks(outer: Option<char>, inner: Option<char>) -> bool {
    let is_sign = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
    let Some(inner) = inner.filter(|c| !c.is_whitespace()) else { return false };
    !is_sign(inner) || outer.is_none_or(|outer| outer.is_whitespace() || is_sign(outer))
}

/// `words`, escaped. They begin a text, or stand behind `before`; a link may stand right behind them.
fn escaped(words: &str, before: Option<char>, is_before_link: bool) -> String {
    let mut out = String::with_capacity(words.len() + 8);
    // Where the line begins, if that is in these words.
    let mut line = if before.is_none_or(|before| before == '\n') { Some(0) } else { None };
    let mut last = before;
    for (at, c) in words.char_indices() {
        let rest = cut(words, at + c.len_utf8()..);
        let next = rest.chars().next();
        if c == '\n' {
            out.push_str("\\\n");
            line = Some(at + 1);
            last = Some(c);
            continue;
        }
        let is_first = line == Some(at);
        let begins = is_first && matches!(c, '#' | '>' | '+' | '-' | '=');
        let counts = line.is_some_and(|line| {
            let digits = cut(words, line..at);
            matches!(c, '.' | ')')
                && !digits.is_empty()
                && digits.bytes().all(|b| b.is_ascii_digit())
        });
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let is_markup = match c {
            '_' => !(is_word(last) && is_word(next)),
            '&' => is_entity(rest),
            '!' => next == Some('[') || (next.is_none() && is_before_link),
            ':' => is_scheme(cut(words, ..at), next),
            c => ANYWHERE.contains(&c),
        };
        if is_markup || begins || counts {
            out.push('\\');
        }
        out.push(c);
        last = Some(c);
    }
    out
}

/// Whether what follows an ampersand makes a character of it.
fn is_entity(rest: &str) -> bool {
    let name = rest.trim_start_matches('#');
    let len = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
    len > 0 && cut(name, len..).starts_with(';')
}

/// Whether a colon behind `words` makes an address of them that a briefing would take for one of its own, or for that
/// of a link with wide brackets.
fn is_scheme(words: &str, next: Option<char>) -> bool {
    let letters = words.bytes().rev().take_while(u8::is_ascii_alphabetic).count();
    let (before, word) = words.split_at(words.len() - letters);
    let is_outside = matches!(word, "https" | "http" | "mailto");
    let in_brackets = before.ends_with(['(', '（']);
    let goes_on = next.is_some_and(char::is_alphanumeric);
    (SCHEMES.contains(&word) && (goes_on || in_brackets)) || (is_outside && in_brackets)
}

/// Whether an address can stand between angle brackets as it is.
fn is_plain_address(address: &str) -> bool {
    let is_plain = |b: u8| b.is_ascii_graphic() && !matches!(b, b'<' | b'>' | b'\\' | b'&');
    address.bytes().all(is_plain) && address.starts_with("http")
}

/// An address as where a link leads to.
fn destination(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for (at, c) in address.char_indices() {
        match c {
            '&' if is_entity(cut(address, at + 1..)) => out.push_str("&amp;"),
            c if c.is_whitespace()
                || c.is_control()
                || matches!(c, '<' | '>' | '\\' | '`' | '"' | '|') =>
            {
                out.push_str(&encoded(c.encode_utf8(&mut [0; 4])));
            }
            c => out.push(c),
        }
    }
    let is_inside = SCHEMES.iter().any(|scheme| out.starts_with(scheme));
    if out.contains(['(', ')', '*', '_']) && !is_inside { format!("<{out}>") } else { out }
}
