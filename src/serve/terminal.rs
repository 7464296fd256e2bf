//! What is known of a client's terminal: the name that it was given, and the variables that are taken of it.

use crate::runtime::Capabilities;
use crate::theme::{Depth, Name, Theme};

/// The longest value that is taken, in bytes; what goes beyond is dropped.
const LONGEST: usize = 64;
/// The most variables that are taken: all that locales have, and two more.
const MOST: usize = 20;

/// A client's terminal.
#[derive(Debug, Clone, Default)]
pub(super) struct ClientTerminal {
    variables: Vec<(String, String)>,
}

impl ClientTerminal {
    /// Takes the name of the terminal's kind.
    pub(super) fn name(&mut self, term: &str) {
        self.set("TERM", term);
    }

    /// Takes a variable, if it is one of those that say how to show text. Answers whether it is.
    pub(super) fn take(&mut self, name: &str, value: &str) -> bool {
        let is_taken = matches!(name, "LANG" | "COLORTERM" | "NO_COLOR") || is_of_locale(name);
        if is_taken {
            self.set(name, value);
        }
        is_taken
    }

    fn set(&mut self, name: &str, value: &str) {
        self.variables.retain(|(known, _)| known != name);
        if self.variables.len() < MOST {
            let kept = value.chars().filter(char::is_ascii_graphic).take(LONGEST).collect();
            self.variables.push((name.to_owned(), kept));
        }
    }

    fn get(&self, name: &str) -> Option<String> {
        let mut variables = self.variables.iter();
        variables.find(|(known, _)| known == name).map(|(_, value)| value.clone())
    }

    /// What it has; none if nothing can be drawn on it.
    pub(super) fn capabilities(&self) -> Option<Capabilities> {
        let mut has = Capabilities::detect(|name| self.get(name))?;
        if !self.is_utf8() {
            has.remove(Capabilities::UTF8);
        }
        Some(has)
    }

    /// The colours to begin with, on a terminal that has so much.
    pub(super) fn theme(&self, has: Capabilities) -> Theme {
        let shows_all = has.contains(Capabilities::UTF8 | Capabilities::GLYPHS);
        Theme::new(Name::Dark, self.depth(), shows_all)
    }

    fn depth(&self) -> Depth {
        Capabilities::depth(|name| self.get(name))
    }

    /// Whether its characters are UTF-8. Clients seldom say, and then they are.
    fn is_utf8(&self) -> bool {
        let said = ["LC_ALL", "LC_CTYPE", "LANG"].iter().filter_map(|name| self.get(name));
        said.filter(|value| !value.is_empty())
            .map(|value| value.to_ascii_lowercase())
            .next()
            .is_none_or(|locale| locale.contains("utf-8") || locale.contains("utf8"))
    }
}

/// `LC_CTYPE` and its like.
fn is_of_locale(name: &str) -> bool {
    let rest = name.strip_prefix("LC_").unwrap_or_default();
    !rest.is_empty()
        && name.len() <= LONGEST
        && rest.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_variables_those_are_taken_that_say_how_to_show_text() {
        let mut terminal = ClientTerminal::default();
        for name in ["LANG", "LC_ALL", "LC_CTYPE", "COLORTERM", "NO_COLOR"] {
            assert!(terminal.take(name, "C"), "{name}");
        }
        let refused = ["PATH", "LD_PRELOAD", "TERM", "EDITOR", "LC_", "LC_x", "LC_A/B", "lang", ""];
        for name in refused {
            assert!(!terminal.take(name, "C"), "{name}");
        }
        for number in 0..100_u8 {
            terminal.take(&format!("LC_{}", "A".repeat(usize::from(number))), "C");
        }
        assert!(terminal.variables.len() <= MOST);
    }

    #[test]
    fn a_terminal_is_what_its_name_says() {
        let has = |term: &str, variables: &[(&str, &str)]| {
            let mut terminal = ClientTerminal::default();
            terminal.name(term);
            for (name, value) in variables {
                terminal.take(name, value);
            }
            let has = terminal.capabilities()?;
            Some((has.contains(Capabilities::UTF8), terminal.depth()))
        };
        assert_eq!(has("xterm-256color", &[]), Some((true, Depth::Indexed)));
        assert_eq!(
            has("xterm-256color", &[("LANG", "de_DE.ISO-8859-1")]).map(|has| has.0),
            Some(false)
        );
        assert_eq!(has("xterm-256color", &[("NO_COLOR", "1")]), Some((true, Depth::Mono)));
        assert_eq!(has("xterm-256color", &[("COLORTERM", "truecolor")]), Some((true, Depth::True)));
        assert_eq!(has("vt100", &[]).map(|has| has.1), Some(Depth::Mono));
        assert_eq!(has("dumb", &[]), None);
        assert_eq!(has("", &[]), None);
        assert_eq!(has(&"x".repeat(100_000), &[]).map(|has| has.0), Some(true));
    }
}
