//! What the server says itself.

pub(super) fn too_early() -> String {
    "the server is not initialized".to_owned()
}

pub(super) fn too_late() -> String {
    "the server was told to shut down".to_owned()
}

pub(super) fn failed() -> String {
    "the request failed; this is a fault of attache".to_owned()
}

pub(super) fn unknown_method(method: &str) -> String {
    format!("`{method}` is not known")
}

/// What is wrong, with what to do about it.
pub(super) fn fault(message: &str, help: Option<&str>) -> String {
    match help {
        Some(help) => format!("{message}\n{help}"),
        None => message.to_owned(),
    }
}

/// Whether a file that stands alone may be a briefing: it says the version of its format.
pub(super) fn may_be_briefing(text: &str) -> bool {
    text.lines().any(|line| line.starts_with("format:"))
}

/// A key of the format, with what it says and what may stand behind it.
pub(super) fn key(name: &str, about: &str, words: &[&str]) -> String {
    let about = if about.is_empty() { String::new() } else { format!(": {about}") };
    if words.is_empty() {
        return format!("**{name}**{about}");
    }
    format!("**{name}**{about}\n\none of {}", listed(words))
}

fn listed(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

pub(super) fn nothing_to_rename() -> String {
    "there is no id here that can be renamed".to_owned()
}

pub(super) fn fix_all() -> String {
    "Mend all that can be mended".to_owned()
}

pub(super) fn initialized_twice() -> String {
    "the server is initialized already".to_owned()
}

pub(super) fn cancelled() -> String {
    "the request was cancelled".to_owned()
}

pub(super) fn no_action() -> String {
    "this action was not offered".to_owned()
}

/// A request is longer than what is read of one.
pub(super) fn too_long(most: u64) -> String {
    format!("the message has more than {} MB", most >> 20)
}

/// What an editor said of a file cannot be taken in, so that its text is not known any more.
pub(super) fn lost_text(file: &str) -> String {
    format!(
        "attache does not know the text of {file} any more: the editor said of it what cannot be \
         read. Close the file and open it again"
    )
}
