//! Of values.

use super::help::{A_DATE, did_you_mean, write_wanted};
use super::noun::{Expected, Subject, what_is};
use crate::base::{CLUSTER, Hazard, Why, hazard, short};
use crate::diagnostic::Location;
use crate::load::date::{BadDate, UntakenForm};
use crate::load::fault::Fault;
use crate::load::rule::{
    COMMENT, CONTROL, DATE, DUPLICATE, EMPTY, FORMAT, MARKS, TOO_LARGE, TYPE, UNSEEN, VALUE,
};
use crate::load::words::LINE;
use crate::load::yaml::YamlNode;
use crate::model::{NoDate, Quiz};

pub(in crate::load) fn wrong_type(
    subject: Subject,
    wanted: Expected,
    node: &YamlNode<'_>,
) -> Fault {
    let message =
        format!("{} must be {}, and this is {}", subject.words(), wanted.words(), what_is(node));
    Fault::new(&TYPE, message, write_wanted(wanted, node))
}

pub(in crate::load) fn empty(subject: Subject) -> Fault {
    let help = "write something, or leave the key out if it is optional";
    Fault::new(&EMPTY, format!("{} is empty", subject.words()), help)
}

/// A value that a comment hides.
pub(in crate::load) fn empty_before_comment(subject: Subject) -> Fault {
    let help = "a # begins a comment: put the value in quotes if it is meant";
    Fault::new(&EMPTY, format!("{} is empty", subject.words()), help)
}

pub(in crate::load) fn empty_body(key: &str) -> Fault {
    let help = "write a block, or take the section out";
    Fault::new(&EMPTY, format!("`{key}` is empty"), help)
}

pub(in crate::load) fn empty_list(key: &str) -> Fault {
    Fault::new(&EMPTY, format!("`{key}` is empty"), "write an item, or remove the block")
}

/// What stands after a `#` that begins a comment right behind a value.
pub(in crate::load) fn comment(lost: &str) -> Fault {
    let message = format!("`{}` begins a comment, so it is not part of the value", short(lost));
    let help = "put the value in quotes if it is meant, or write a space after the #";
    Fault::new(&COMMENT, message, help)
}

pub(in crate::load) fn not_one_of(
    subject: Subject,
    word: &str,
    near: Option<&str>,
    all: &[&str],
) -> Fault {
    let message = format!("{} cannot be `{}`", subject.words(), short(word));
    let list = || format!("write one of: {}", all.join(", "));
    Fault::new(&VALUE, message, near.map_or_else(list, did_you_mean))
}

pub(in crate::load) fn not_positive(subject: Subject) -> Fault {
    let message = format!("{} must be a whole number, 1 or more", subject.words());
    Fault::new(&VALUE, message, "write 1, 2, 3 or another such number")
}

pub(in crate::load) fn bad_date(why: BadDate) -> Fault {
    let order = "check the year, the month and the day, in this order";
    let (message, help) = match why {
        BadDate::None(word, NoDate::Shape) => (format!("`{}` is no date", short(&word)), A_DATE),
        BadDate::None(_, NoDate::Year) => ("there is no year 0000".to_owned(), order),
        BadDate::None(_, NoDate::Month(month)) => (format!("there is no month {month:02}"), order),
        BadDate::None(_, NoDate::Day(month, day)) => (format!("{month} has no day {day}"), order),
        BadDate::Range(word) => (
            format!("`{}` is a range, and only an event's date may be one", short(&word)),
            "write one date of the two",
        ),
        BadDate::OfEvent(word) => (
            format!("`{}` is a date that only an event may have", short(&word)),
            "write the year, the month or the day that it is known by, and the rest in words",
        ),
        BadDate::Form(word, form) => {
            (format!("`{}` is a date of a form that is not taken", short(&word)), instead_of(form))
        }
        BadDate::NoEnds => (
            "neither end of the range is known".to_owned(),
            "write a date at one of its ends: 1950/.. or ../1953",
        ),
        BadDate::ManySlashes => (
            "a range has two dates with one / between them".to_owned(),
            "write the first and the last one: 1950/1953",
        ),
        BadDate::Backwards { start, end } => (
            format!("the range ends before it begins: {end} is before {start}"),
            "put the earlier date first",
        ),
    };
    Fault::new(&DATE, message, help)
}

/// What to write in place of a date of EDTF that is not taken.
fn instead_of(form: UntakenForm) -> &'static str {
    match form {
        UntakenForm::Digits => {
            "put X for the last digits of a year alone, or for the whole month or day: 156X, 15XX, 1560-XX, 1560-12-XX"
        }
        UntakenForm::Marks => {
            "put one of ~ (about), ? (perhaps) and % (both) behind the whole date: 2004-06-11~"
        }
        UntakenForm::Part => {
            "write 21 for spring, 22 for summer, 23 for autumn, 24 for winter, or the months: 2001-01/2001-03"
        }
        UntakenForm::Several => "write the first and the last one as a range: 1667/1672",
        UntakenForm::LongYear => {
            "write a year of four digits without Y, and one of five to nine with all of them: Y170000002"
        }
    }
}

/// A date as it is written elsewhere, and what it may be here, the likeliest first.
pub(in crate::load) fn other_date(word: &str, meant: &[String]) -> Fault {
    let message = format!("`{}` is no date", short(word));
    let help = match meant {
        [first, second, ..] => {
            format!("write {first}, or {second} if the day stands before the month")
        }
        _ => format!("write {}", meant.join(" or ")),
    };
    let only = if let [one] = meant { Some(one.as_str()) } else { None };
    Fault::new(&DATE, message, help).meant(only)
}

/// A year of which only a part is meant.
pub(in crate::load) fn part_of_year(word: &str, year: &str) -> Fault {
    let message = format!("`{}` is no date", short(word));
    Fault::new(&DATE, message, format!("write {year}, and in the title which part of it"))
}

/// A year with a sign before it, and too few digits: that so many years before our era, and that which is counted so.
pub(in crate::load) fn signed_year(word: &str, before: &str, counted: &str) -> Fault {
    let message = format!("`{}` is no date", short(word));
    let years = word.trim_start_matches(['-', '−', '–']);
    let help = format!(
        "write {before} for {years} BC; {counted} is the year before that, as there is a year 0"
    );
    Fault::new(&DATE, message, help)
}

/// A value with more characters than one line may have.
pub(in crate::load) fn too_long(subject: Subject) -> Fault {
    let message = format!("{} has more than {LINE} characters", subject.words());
    Fault::new(&TOO_LARGE, message, "make it shorter: it is shown wherever it is named")
}

pub(in crate::load) fn hazardous(c: char) -> Fault {
    let why = match hazard(c) {
        Some(Hazard::Control) => "a control character, which could drive a reader's terminal",
        Some(Hazard::Bidi) => {
            "a bidirectional control, which could make text read as what it is not"
        }
        _ => "a character that hides in text",
    };
    let message = format!("U+{:04X} is {why}", u32::from(c));
    Fault::new(&CONTROL, message, "remove it; readers see a mark in its place")
}

/// What is in a text and not shown: a character that is not seen and shapes nothing there, or the end of
/// a letter with very many marks.
pub(in crate::load) fn unshown(why: Why) -> Fault {
    match why {
        Why::Unseen(c) => {
            let message = format!("U+{:04X} is not seen, and shapes nothing here", u32::from(c));
            Fault::new(&UNSEEN, message, "remove it; readers see a mark in its place")
        }
        Why::Marks(all) => {
            let message = format!("a letter of {all} code points, of which {CLUSTER} are shown");
            Fault::new(&MARKS, message, "take marks off it")
        }
    }
}

/// What a list names a second time.
pub(in crate::load) fn twice_in_list(key: &str, word: &str, first: Location) -> Fault {
    let message = format!("`{key}` has `{}` twice; first at {}", short(word), first.words());
    Fault::new(&DUPLICATE, message, "take one of the two out").also(first, "first")
}

pub(in crate::load) fn no_version() -> Fault {
    Fault::new(&FORMAT, "`format` must be 1", "write `format: 1`")
}

pub(in crate::load) fn quoted_version() -> Fault {
    let message = "`format` must be a number, and this is text";
    Fault::new(&FORMAT, message, "take the quotes off: `format: 1`").meant(Some("1"))
}

pub(in crate::load) fn other_version(version: &str) -> Fault {
    let message = format!("this reads format 1, and the briefing says `{}`", short(version));
    Fault::new(&FORMAT, message, "write `format: 1`, or take a newer attache")
}

/// A label that has no place for the number.
pub(in crate::load) fn no_number_in_label(label: &str) -> Fault {
    let message = format!("`{}` does not say where the number stands", short(label));
    Fault::new(&VALUE, message, "write {n} in its place: `label: \"Rule {n}\"`")
}

pub(in crate::load) fn no_language(tag: &str) -> Fault {
    let message = format!("`{}` is no language tag", short(tag));
    Fault::new(&VALUE, message, "for example en, ko or pt-BR (BCP 47)")
}

/// A lesson that is longer or shorter than its steps.
pub(in crate::load) fn minutes_that_do_not_add_up(minutes: u32, steps: u32) -> Fault {
    let message = format!("the lesson has {minutes} minutes, and its steps take {steps}");
    Fault::new(&VALUE, message, format!("write `minutes: {steps}`, or change those of a step"))
}

pub(in crate::load) fn too_few_choices() -> Fault {
    let message = "a quiz question needs two choices or more";
    Fault::new(&VALUE, message, "add what else might be thought right")
}

pub(in crate::load) fn too_many_choices(count: usize) -> Fault {
    let letters = Quiz::CHOICES;
    let message =
        format!("a quiz question has {count} choices, and there are letters for {letters}");
    Fault::new(&VALUE, message, "leave some out")
}

pub(in crate::load) fn no_such_choice(answer: usize, choices: usize) -> Fault {
    let message = format!("`answer` is {answer}, and there are {choices} choices");
    Fault::new(&VALUE, message, "choices are counted from 1")
}
