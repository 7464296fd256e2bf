//! A reader's own keys, colours and how far a pane scrolls, from `config.toml`, with everything that is wrong with it.
//!
//! What is right is taken, whatever else is wrong: what is not said, or not said well, stays as attache
//! has it.

mod fault;
mod faults;
mod file;
mod key;
mod keys;
mod scroll_jump;
mod sentences;
mod styles;
mod template;
mod value;

use std::path::Path;

use toml::de::{DeTable, DeValue};

use crate::command::Keymap;
use crate::diagnostic::{Bad, Diagnostic, File};
use crate::theme::{Name, OwnStyles};

use faults::ConfigFaults;
use scroll_jump::SCROLL_JUMP;
use value::{entries, table};

pub(crate) use file::path;
pub use template::template;

/// What a reader has set.
#[derive(Debug, Clone, Default)]
pub struct Config {
    /// The keys.
    pub keymap: Keymap,
    /// How the parts of the screen look.
    pub styles: OwnStyles,
    /// The theme that a session begins with, if it is not to be chosen by the terminal's background.
    pub theme: Option<Name>,
    /// How many rows a pane scrolls at once, as vim counts them: less than 0 in hundredths of its height.
    pub scroll_jump: Option<i16>,
}

impl Config {
    /// What the file at `path` says, with all that is wrong with it; `None`, if there is none.
    pub(crate) fn open(path: &Path) -> Option<(Self, Vec<Diagnostic>)> {
        match file::bytes(path).transpose()? {
            Ok(bytes) => Some(Self::read(&path.to_string_lossy(), bytes)),
            Err(fault) => Some((Self::default(), vec![fault.of_file(path)])),
        }
    }

    /// What a file of this name with these bytes says, with all that is wrong with it.
    pub fn read(name: &str, bytes: Vec<u8>) -> (Self, Vec<Diagnostic>) {
        let (file, hazards) = File::new(name.to_owned(), name, bytes);
        let mut faults = ConfigFaults::new(&file);
        for (range, bad) in hazards {
            let fault = match bad {
                Bad::Char(c) => sentences::hazardous(c),
                Bad::Bytes => sentences::no_utf8(),
            };
            faults.add_no_text(range, fault);
        }
        let (root, errors) = DeTable::parse_recoverable(&file.text);
        for error in errors {
            let range = error.span().unwrap_or(0..0);
            faults.add_no_toml(range, sentences::no_toml(error.message()));
        }
        let mut config = Self::default();
        for (key, value) in entries(root.get_ref()) {
            match key.get_ref().as_ref() {
                KEYS => {
                    if let Some(keys) = table(KEYS, value, &mut faults) {
                        config.keymap = keys::read(keys, &mut faults);
                    }
                }
                THEME => {
                    if let Some(theme) = table(THEME, value, &mut faults) {
                        (config.theme, config.styles) = styles::read(theme, &mut faults);
                    }
                }
                SCROLL_JUMP => config.scroll_jump = scroll_jump::read(value, &mut faults),
                other => {
                    let near = faults.suggest.nearest(other, [KEYS, THEME, SCROLL_JUMP]);
                    // A command by its id is most likely meant to have these keys.
                    let is_value = !matches!(value.get_ref(), DeValue::Table(_));
                    let of_keys = is_value && keys::entry(other).is_some();
                    faults.add(key.span(), sentences::unknown_section(other, near, of_keys));
                }
            }
        }
        (config, faults.in_order())
    }
}

/// The sections of the file.
const KEYS: &str = "keys";
const THEME: &str = "theme";
