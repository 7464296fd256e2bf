//! The section of the theme: which one a session begins with, and how each part of the screen looks.

use toml::de::DeValue;

use crate::theme::{ATTRIBUTES, Colour, Name, OwnStyle, OwnStyles, Scope};

use super::faults::ConfigFaults;
use super::scroll_jump::SCROLL_JUMP;
use super::sentences;
use super::value::{TomlTable, TomlValue, entries, one_or_more, table, text, what_is};

/// Which theme a session begins with.
const NAME: &str = "name";
/// The colour of a style.
const COLOUR: &str = "fg";
/// What is read well (WCAG 2, 1.4.3).
const CONTRAST: f64 = 4.5;

/// The theme that a session begins with, if it says so, and what is to look otherwise.
pub(super) fn read(section: &TomlTable, faults: &mut ConfigFaults) -> (Option<Name>, OwnStyles) {
    let (mut begin, mut styles) = (None, OwnStyles::default());
    for (key, value) in entries(section) {
        let word = key.get_ref().as_ref();
        if word == NAME {
            begin = begin_with(value, faults);
        } else if let Some(name) = Name::named(word) {
            if let Some(roles) = table(&format!("theme.{word}"), value, faults) {
                theme(name, roles, &mut styles, faults);
            }
        } else if word == SCROLL_JUMP {
            faults.add(key.span(), sentences::below_a_section(word));
        } else if Scope::named(word).is_some() {
            faults.add(key.span(), sentences::role_without_theme(word));
        } else {
            let near = faults.suggest.nearest(word, themes().chain([NAME]));
            faults.add(key.span(), sentences::unknown_theme(word, near));
        }
    }
    (begin, styles)
}

fn themes() -> impl Iterator<Item = &'static str> {
    Name::ALL.into_iter().map(|(_, words)| words)
}

fn begin_with(value: &TomlValue, faults: &mut ConfigFaults) -> Option<Name> {
    let Some((word, at)) = text(value) else {
        faults.add(value.span(), sentences::no_theme_name(what_is(value.get_ref())));
        return None;
    };
    let name = Name::named(word);
    if name.is_none() {
        let near = faults.suggest.nearest(word, themes());
        faults.add(at, sentences::unknown_theme(word, near));
    }
    name
}

/// The roles of one theme.
fn theme(name: Name, roles: &TomlTable, styles: &mut OwnStyles, faults: &mut ConfigFaults) {
    for (key, value) in entries(roles) {
        let word = key.get_ref().as_ref();
        if let Some(scope) = Scope::named(word) {
            styles.put(name, scope, style(name, word, value, faults));
        } else {
            let near = faults.suggest.nearest(word, Scope::names());
            faults.add(key.span(), sentences::unknown_role(word, near));
        }
    }
}

/// A colour, several to choose from, or a table with a colour and attributes.
fn style(name: Name, role: &str, value: &TomlValue, faults: &mut ConfigFaults) -> OwnStyle {
    let DeValue::Table(parts) = value.get_ref() else {
        return coloured(name, role, value, faults);
    };
    let mut style = OwnStyle::default();
    for (key, value) in entries(parts) {
        let word = key.get_ref().as_ref();
        if word == COLOUR {
            style = coloured(name, role, value, faults).and(style);
            continue;
        }
        match (ATTRIBUTES.iter().find(|(its, _)| *its == word), value.get_ref()) {
            (Some((_, attribute)), DeValue::Boolean(on)) => style = style.turned(*attribute, *on),
            (Some(_), other) => {
                faults.add(value.span(), sentences::no_bool(word, what_is(other)));
            }
            (None, _) => {
                let known = ATTRIBUTES.iter().map(|(its, _)| *its).chain([COLOUR]);
                let is_colour = ["color", "colour", "foreground"].contains(&word);
                let near = faults.suggest.nearest(word, known);
                let near = if is_colour { Some(COLOUR) } else { near };
                faults.add(key.span(), sentences::unknown_attribute(word, near));
            }
        }
    }
    style
}

fn coloured(name: Name, role: &str, value: &TomlValue, faults: &mut ConfigFaults) -> OwnStyle {
    let values = one_or_more(value);
    if let Some(beyond) = values.get(OwnStyle::COLOURS) {
        faults.add(beyond.span(), sentences::too_many_colours(OwnStyle::COLOURS));
    }
    let mut colours = Vec::new();
    for (at, value) in values.into_iter().take(OwnStyle::COLOURS).enumerate() {
        let Some(colour) = colour(value, faults) else { continue };
        if name == Name::Mono && colour != Colour::Default {
            faults.add(value.span(), sentences::colour_without_colours());
            continue;
        }
        let is_named = colour.is_named();
        // Behind others it is for a terminal that has no better.
        let contrast = colour.contrast(name).filter(|_| !is_named || at == 0);
        if let Some(contrast) = contrast.filter(|contrast| *contrast < CONTRAST) {
            let fault = sentences::faint(&colour.to_string(), is_named, role, name, contrast);
            faults.add(value.span(), fault);
        }
        colours.push(colour);
    }
    OwnStyle::default().coloured(&colours)
}

fn colour(value: &TomlValue, faults: &mut ConfigFaults) -> Option<Colour> {
    let words = match value.get_ref() {
        DeValue::String(words) => words.as_ref().to_owned(),
        DeValue::Integer(number) => number.to_string(),
        other => {
            faults.add(value.span(), sentences::no_colour(what_is(other)));
            return None;
        }
    };
    let colour = words.parse().ok();
    if colour.is_none() {
        let near = faults.suggest.nearest(&words, Colour::names());
        faults.add(value.span(), sentences::unknown_colour(&words, near));
    }
    colour
}
