//! What the host, the readers and the log are told.

use std::net::{IpAddr, SocketAddr};
use std::path::Path;

use super::asked::Asked;

pub(super) fn host_key_unreadable(path: &Path, why: &str) -> String {
    format!(
        "the host key {} cannot be used: {why}; it is not made anew, for those who have been here would be \
         warned: mend it, or remove it to begin with another",
        path.display()
    )
}

pub(super) fn host_key_open(path: &Path) -> String {
    format!("others may read the host key: run chmod 600 {}", path.display())
}

pub(super) fn host_key_unwritable(path: &Path, why: &str) -> String {
    format!("the host key {} cannot be made: {why}", path.display())
}

pub(super) fn keys_unreadable(path: &Path, why: &str) -> String {
    format!("the keys in {} cannot be read: {why}", path.display())
}

pub(super) fn too_large() -> &'static str {
    "it is larger than 1 MiB"
}

pub(super) fn no_key_in_line(path: &Path, line: usize) -> String {
    format!(
        "{}:{line}: this is no key; a line has the kind of a key, the key and a comment, and no options",
        path.display()
    )
}

pub(super) fn no_keys(path: &Path) -> String {
    format!("there is no key in {}; nobody could come in", path.display())
}

pub(super) fn not_listening(address: &SocketAddr, why: &str) -> String {
    format!("nobody can be served at {address}: {why}; --listen takes another address or port")
}

pub(super) fn no_threads(why: &str) -> String {
    format!("nobody can be served: {why}")
}

pub(super) fn no_randomness() -> String {
    "no code can be made: the system has no randomness; --code takes one of yours".to_owned()
}

/// The first line that a host says: other programs read it.
pub(super) fn listening(addresses: &[SocketAddr]) -> String {
    let addresses: Vec<String> = addresses.iter().map(SocketAddr::to_string).collect();
    format!("listening on {}", addresses.join(" "))
}

pub(super) fn type_this() -> &'static str {
    "To read, type in a terminal (NAME is any name you like):"
}

pub(super) fn command(address: IpAddr, port: u16) -> String {
    match port {
        22 => format!("ssh NAME@{address}"),
        port => format!("ssh -p {port} NAME@{address}"),
    }
}

pub(super) fn the_code() -> &'static str {
    "and when it asks, the code:"
}

pub(super) fn no_code() -> &'static str {
    "No code is asked for: whoever reaches this machine can read."
}

pub(super) fn keys_only() -> &'static str {
    "Only those can read whose key is listed."
}

pub(super) fn fingerprint(fingerprint: &str) -> String {
    format!("The host's key, for those who come for the first time: {fingerprint}")
}

pub(super) fn ctrl_c_ends() -> &'static str {
    "Ctrl-c says goodbye to all readers and ends."
}

pub(super) fn ask_code() -> &'static str {
    "Code: "
}

pub(super) fn ask_word(name: &str) -> String {
    format!("The word of {name} (none: read as a guest): ")
}

pub(super) fn new_here(name: &str) -> String {
    format!(
        "{name} is new here. Choose a word of your own: with it you find your place and your notes again. \
         Without one you read as a guest, and nothing is kept."
    )
}

pub(super) fn not_the_same() -> &'static str {
    "The two are not the same. Choose a word of your own, or none to read as a guest."
}

pub(super) fn ask_new_word() -> &'static str {
    "Your word: "
}

pub(super) fn ask_again() -> &'static str {
    "The same again: "
}

pub(super) fn not_remembered(why: &str) -> String {
    format!("Your word cannot be looked up ({why}). You read as a guest, and nothing is kept.")
}

/// What a reader is told at the beginning, if anything.
pub(super) fn welcome(is_guest: bool, motd: Option<&str>) -> Option<String> {
    match (is_guest, motd) {
        (false, None) => None,
        (false, Some(motd)) => Some(motd.to_owned()),
        (true, None) => Some("you read as a guest: nothing that you leave is kept".to_owned()),
        (true, Some(motd)) => {
            Some(format!("{motd} · you read as a guest: nothing that you leave is kept"))
        }
    }
}

pub(super) fn needs_terminal() -> &'static str {
    "attache: this is read in a terminal: leave out -T, or ask for print, notes or quiz"
}

pub(super) fn no_terminal_to_draw_on() -> &'static str {
    "attache: nothing can be drawn on this terminal; ssh with the word print behind it prints the text"
}

pub(super) fn refused() -> &'static str {
    "attache: only notes, print and quiz can be asked for"
}

pub(super) fn is_full() -> &'static str {
    "attache: all seats are taken; come again later"
}

pub(super) fn no_notes_of_guests() -> &'static str {
    "attache: a guest leaves nothing; come with a name and a word, or with a key"
}

pub(super) fn nothing_of(asked: Asked) -> &'static str {
    match asked {
        Asked::Notes => "attache: you have left nothing yet",
        Asked::Print => "attache: there is no text",
        Asked::Quiz => "attache: there is no quiz",
    }
}

pub(super) fn not_printed(why: &str) -> String {
    format!("attache: {why}")
}

pub(super) fn goodbye() -> &'static str {
    "attache: the host has ended; goodbye"
}

pub(super) fn idle(minutes: u64) -> String {
    format!("attache: nothing was pressed for {minutes} minutes; goodbye")
}

pub(super) fn session_failed() -> &'static str {
    "attache: a fault of the program has ended this session; what you left before is kept"
}

pub(super) fn came(name: &str, address: IpAddr) -> String {
    format!("{name} came from {address}")
}

pub(super) fn left(name: &str) -> String {
    format!("{name} left")
}

pub(super) fn printed(name: &str, asked: Asked) -> String {
    match asked {
        Asked::Notes => format!("{name} took notes along"),
        Asked::Print => format!("{name} took the text along"),
        Asked::Quiz => format!("{name} took the quiz along"),
    }
}

pub(super) fn wrong_code(address: IpAddr) -> String {
    format!("a wrong code from {address}")
}

pub(super) fn wrong_word(name: &str, address: IpAddr) -> String {
    format!("a wrong word for {name} from {address}")
}

pub(super) fn failed(name: &str) -> String {
    format!("the session of {name} was ended by a fault of the program")
}

pub(super) fn not_all_kept(name: &str) -> String {
    format!("not all that {name} left could be kept")
}

pub(super) fn not_accepted(why: &str) -> String {
    format!("a connection could not be taken: {why}")
}
