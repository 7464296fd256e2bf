//! Values as YAML that reads as exactly these values.

use unicode_width::UnicodeWidthStr as _;

/// The columns that lines of prose are folded at.
const COLUMNS: usize = 100;
/// Words that YAML takes for something else, in small letters.
const WORDS: [&str; 12] =
    ["true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf", "nil"];

/// A value on one line, behind a key or a dash.
pub(super) fn scalar(value: &str) -> String {
    if is_plain(value) { value.to_owned() } else { quoted(value) }
}

/// Whether a value is itself without quotes.
fn is_plain(value: &str) -> bool {
    let is_safe = |c: char| c.is_alphanumeric() || " -._(),/;?’–—§".contains(c);
    value.starts_with(char::is_alphabetic)
        && value.chars().all(is_safe)
        && !value.ends_with(' ')
        && !WORDS.contains(&value.to_lowercase().as_str())
}

/// A value in quotes: single ones where it has a backslash, which means nothing in them.
fn quoted(value: &str) -> String {
    let is_single = value.contains(['\\', '"']) && !value.contains('\n');
    if is_single {
        return format!("'{}'", value.replace('\'', "''"));
    }
    let mut out = String::with_capacity(value.len() + 2);
    out.push('"');
    for c in value.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A text behind `head`, which ends in a colon or a dash: on that line if it is short, else below it.
/// `indent` is how far its own lines are indented. One whose lines are lines is kept as it is.
pub(super) fn text(out: &mut String, head: &str, indent: usize, value: &str) {
    out.push_str(head);
    let blanks = " ".repeat(indent);
    if value.contains('\n') || value.contains("  ") {
        out.push_str(" |-\n");
        for line in value.lines() {
            out.extend([&blanks, line, "\n"]);
        }
    } else if head.width() + value.width() < COLUMNS {
        out.extend([" ", &scalar(value), "\n"]);
    } else {
        out.push_str(" >-\n");
        folded(out, &blanks, value);
    }
}

fn folded(out: &mut String, blanks: &str, value: &str) {
    let mut columns = 0;
    for word in value.split(' ') {
        let wide = word.width();
        if columns > 0 && columns + 1 + wide > COLUMNS {
            out.push('\n');
            columns = 0;
        }
        if columns == 0 {
            out.push_str(blanks);
            columns = blanks.len();
        } else {
            out.push(' ');
            columns += 1;
        }
        out.push_str(word);
        columns += wide;
    }
    out.push('\n');
}

/// The lines of a law below `head`, each indented by so many levels, the first by none.
pub(super) fn lines(out: &mut String, head: &str, indent: usize, lines: &[(usize, String)]) {
    out.extend([head, " |\n"]);
    let base = lines.first().map_or(0, |(depth, _)| *depth);
    for (depth, line) in lines {
        let blanks = indent + 2 * depth.saturating_sub(base);
        out.extend([&" ".repeat(blanks), line.as_str(), "\n"]);
    }
}

/// A list of values between brackets.
pub(super) fn list(values: &[String]) -> String {
    // A comma parts what stands between brackets.
    let item = |value: &String| if value.contains(',') { quoted(value) } else { scalar(value) };
    let values: Vec<_> = values.iter().map(item).collect();
    format!("[{}]", values.join(", "))
}

/// A key and its value, on one line.
pub(super) fn pair(out: &mut String, key: &str, value: &str) {
    out.extend([key, ": ", &scalar(value), "\n"]);
}

/// A comment of one or more lines.
pub(super) fn comment(out: &mut String, indent: &str, words: &str) {
    for line in words.lines() {
        out.extend([indent, "# ", line, "\n"]);
    }
}
