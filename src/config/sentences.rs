//! What is said of the file: each sentence a function of what it speaks of.

use std::io::{self, ErrorKind};

use crate::base::{Hazard, hazard, short, visible_line, why};
use crate::command::Key;
use crate::diagnostic::Severity;
use crate::theme::Name;

use super::fault::ConfigFault;

fn error(rule: &'static str, message: impl Into<String>, help: impl Into<String>) -> ConfigFault {
    ConfigFault { severity: Severity::Error, rule, message: message.into(), help: help.into() }
}

fn warning(rule: &'static str, message: impl Into<String>, help: impl Into<String>) -> ConfigFault {
    ConfigFault { severity: Severity::Warning, ..error(rule, message, help) }
}

fn did_you_mean(word: &str) -> String {
    format!("did you mean `{word}`?")
}

/// The place that another one has to do with.
pub(super) const FIRST: &str = "first";

// Of the file as a whole.

pub(super) fn unreadable(cause: &io::Error) -> ConfigFault {
    let why = match cause.kind() {
        ErrorKind::PermissionDenied => "permission is denied".to_owned(),
        ErrorKind::NotFound => "the link leads nowhere".to_owned(),
        _ => why(cause),
    };
    error("unreadable", format!("the file cannot be read: {why}"), "let it be read, or remove it")
}

pub(super) fn no_file() -> ConfigFault {
    error("unreadable", "this is no file", "put a file there, or nothing")
}

pub(super) fn too_large(bytes: u64) -> ConfigFault {
    let message = format!("the file has more than {} KiB", bytes >> 10);
    error(
        "too-large",
        message,
        "take out what attache has anyway: attache config default says what",
    )
}

pub(super) fn more_faults(most: usize) -> ConfigFault {
    let help = "mend these first";
    error("more", format!("there are more than {most} faults"), help)
}

/// The rule that the file is UTF-8.
pub(super) const NO_UTF8: &str = "encoding";

pub(super) fn no_utf8() -> ConfigFault {
    error(NO_UTF8, "these bytes are no UTF-8", "save the file as UTF-8")
}

/// The rule that everything in the file is seen, and drives no terminal.
pub(super) const HAZARD: &str = "control-character";

pub(super) fn hazardous(c: char) -> ConfigFault {
    let why = match hazard(c) {
        Some(Hazard::Control) => "a control character",
        Some(Hazard::Bidi) => "a bidirectional control",
        _ => "a character that is not seen",
    };
    error(HAZARD, format!("U+{:04X} is {why}", u32::from(c)), "remove it")
}

/// The rule that the file is TOML.
pub(super) const NO_TOML: &str = "syntax";

/// `why` is what the parser says.
pub(super) fn no_toml(why: &str) -> ConfigFault {
    if why == "duplicate key" {
        let help = "put both into one, and take the other out";
        return error(NO_TOML, "this is here a second time", help);
    }
    // What begins as the words of TOML do (`true`, `nan`) is called a slip in those.
    if ["string values must be quoted", "invalid boolean", "invalid float"]
        .iter()
        .any(|one| why.starts_with(one))
    {
        return error(NO_TOML, "this is not in quotes", "write `name = \"value\"`");
    }
    let help =
        "write `name = \"value\"` on a line, under `[keys]` or `[theme.dark]`; text in quotes";
    error(NO_TOML, format!("this is no TOML: {}", visible_line(why)), help)
}

/// `of_keys`: a command is called so.
pub(super) fn unknown_section(name: &str, near: Option<&str>, of_keys: bool) -> ConfigFault {
    let help = match near {
        _ if of_keys => "write `[keys]` on a line above it".to_owned(),
        Some(near) => did_you_mean(near),
        None => "the sections are: keys, theme; above them may stand scrolljump".to_owned(),
    };
    error("unknown-section", format!("there is no section `{}`", short(name)), help)
}

pub(super) fn no_table(name: &str, what: &str) -> ConfigFault {
    let message = format!("`{name}` must be a section, and this is {what}");
    error(
        "type",
        message,
        format!("write `[{name}]` on a line of its own, and below it what belongs to it"),
    )
}

// Of what stands above the sections.

pub(super) fn no_number(name: &str, what: &str) -> ConfigFault {
    let message = format!("`{name}` must be a number, and this is {what}");
    error("type", message, format!("write `{name} = 5`, without quotes"))
}

/// `rows` and `hundredths` are the most that there may be.
pub(super) fn no_scroll_jump(name: &str, rows: i16, hundredths: i16) -> ConfigFault {
    let message = format!("`{name}` cannot be this number");
    let help = format!(
        "write 1 to {rows} for rows, or -1 to -{hundredths} for hundredths of the pane's height"
    );
    error("number", message, help)
}

pub(super) fn below_a_section(name: &str) -> ConfigFault {
    let message = format!("`{name}` belongs above all sections, and stands in one here");
    error("section", message, "move it to the beginning of the file")
}

// Of keys.

pub(super) fn unknown_command(id: &str, near: Option<&str>) -> ConfigFault {
    let help = near.map_or_else(|| "attache config default lists them".to_owned(), did_you_mean);
    error("unknown-command", format!("there is no command `{}`", short(id)), help)
}

/// A key stands where the command does, and the command where the key does.
pub(super) fn other_way_round(key: Key, id: &str) -> ConfigFault {
    let help = format!("the command comes first: {id} = \"{key}\"");
    error("unknown-command", format!("there is no command `{key}`"), help)
}

pub(super) fn no_key_name(what: &str) -> ConfigFault {
    let message = format!("a key must be text, and this is {what}");
    error("type", message, "write its name in quotes, as \"1\" or \"F9\"")
}

pub(super) fn unknown_key(name: &str, meant: Option<&str>) -> ConfigFault {
    let all = || {
        let names = Key::names().collect::<Vec<_>>().join(", ");
        format!("write one character, or {names} or F1, with Ctrl-, Alt- or Shift- before it")
    };
    error(
        "unknown-key",
        format!("there is no key `{}`", short(name)),
        meant.map_or_else(all, did_you_mean),
    )
}

/// `sent` is what a terminal sends for it.
pub(super) fn unsent_key(name: &str, sent: Option<Key>) -> ConfigFault {
    let name = short(name);
    match sent {
        Some(sent) => error(
            "unsent-key",
            format!("a terminal sends `{name}` as `{sent}`"),
            format!("write `{sent}`, if that is meant"),
        ),
        None => error("unsent-key", format!("no terminal sends `{name}`"), "take another key"),
    }
}

/// Terminals send what tells where the cursor is for it too.
pub(super) fn report_key(name: &str) -> ConfigFault {
    let message = format!("terminals send `{}` as they tell where the cursor is", short(name));
    error("unsent-key", message, "write `F3` alone, or take another function key")
}

pub(super) fn letter(name: &str, id: &str) -> ConfigFault {
    let message = format!("`{}` writes itself where `{id}` works", short(name));
    error("letter", message, "take a key with Ctrl- or Alt-, or one that writes nothing")
}

pub(super) fn repeated(name: &str) -> ConfigFault {
    warning("repeated-key", format!("`{}` is here twice", short(name)), "take one of the two out")
}

pub(super) fn taken(name: &str, id: &str, other: &str) -> ConfigFault {
    let message =
        format!("`{}` is the key of `{other}`, in the same places as `{id}`", short(name));
    error("key-taken", message, format!("`{other}` keeps it: give one of the two another key"))
}

pub(super) fn needed(id: &str) -> ConfigFault {
    let message = format!("`{id}` must have a key");
    error("needed-key", message, "it keeps those that attache gives it: write another, or nothing")
}

pub(super) fn last_of_needed(key: Key, id: &str) -> ConfigFault {
    let message = format!("`{key}` is the last key of `{id}`, which must have one");
    error("needed-key", message, format!("it keeps it: give `{id}` another key too"))
}

pub(super) fn left_without(id: &str, by: &str) -> ConfigFault {
    let message = format!("`{by}` takes the last key of `{id}`");
    let help = format!("the go-to still finds `{id}`; give it another key, or write `{id} = []`");
    ConfigFault { severity: Severity::Hint, ..error("no-key", message, help) }
}

// Of colours.

const THEMES: &str = "the themes are: dark, light, mono";

pub(super) fn unknown_theme(name: &str, near: Option<&str>) -> ConfigFault {
    let help = near.map_or_else(|| THEMES.to_owned(), did_you_mean);
    error("unknown-theme", format!("there is no theme `{}`", short(name)), help)
}

pub(super) fn role_without_theme(role: &str) -> ConfigFault {
    let message = format!("`{role}` looks otherwise in each theme");
    error(
        "unknown-theme",
        message,
        "put it under `[theme.dark]`, `[theme.light]` or `[theme.mono]`",
    )
}

pub(super) fn no_theme_name(what: &str) -> ConfigFault {
    error("type", format!("`name` must be the name of a theme, and this is {what}"), THEMES)
}

pub(super) fn unknown_role(role: &str, near: Option<&str>) -> ConfigFault {
    let help = near.map_or_else(|| "attache config default lists them".to_owned(), did_you_mean);
    error("unknown-role", format!("nothing on the screen is called `{}`", short(role)), help)
}

pub(super) fn unknown_attribute(word: &str, near: Option<&str>) -> ConfigFault {
    let all = || "write fg, bold, dim, italic, underline or reverse".to_owned();
    let message = format!("a style has no `{}`", short(word));
    error("unknown-attribute", message, near.map_or_else(all, did_you_mean))
}

pub(super) fn no_bool(attribute: &str, what: &str) -> ConfigFault {
    let message = format!("`{attribute}` must be true or false, and this is {what}");
    error("type", message, "write true or false, without quotes")
}

const A_COLOUR: &str =
    "write \"#87afff\", \"111\" (xterm's 256), \"bright blue\" (the sixteen) or \"default\"";

pub(super) fn no_colour(what: &str) -> ConfigFault {
    error("type", format!("a colour must be text, and this is {what}"), A_COLOUR)
}

pub(super) fn unknown_colour(words: &str, near: Option<&str>) -> ConfigFault {
    let help = near.map_or_else(|| A_COLOUR.to_owned(), did_you_mean);
    error("colour", format!("there is no colour `{}`", short(words)), help)
}

pub(super) fn too_many_colours(most: usize) -> ConfigFault {
    let help = "one with 24 bits, one of the 256 and one of the sixteen are enough";
    error("colour", format!("a style has {most} colours at most"), help)
}

pub(super) fn colour_without_colours() -> ConfigFault {
    let help = "use bold, italic, underline or reverse";
    error("colour", "the theme mono has no colours", help)
}

/// `is_named` says that each terminal shows the colour in its own way.
pub(super) fn faint(
    colour: &str,
    is_named: bool,
    role: &str,
    theme: Name,
    contrast: f64,
) -> ConfigFault {
    let background = if theme == Name::Light { "white" } else { "black" };
    let message =
        format!("`{colour}` on {background} has a contrast of {contrast:.1} for `{role}`");
    let help = if is_named {
        "4.5 or more is read well (WCAG 2); it is reckoned as xterm shows it, and your terminal may not"
    } else {
        "4.5 or more is read well (WCAG 2)"
    };
    ConfigFault { severity: Severity::Hint, ..error("contrast", message, help) }
}
