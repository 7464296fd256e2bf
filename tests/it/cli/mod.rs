//! The program as a shell sees it: arguments in, text and an exit code out.
#![allow(clippy::unwrap_used)] // a test may fail where it stands

mod check;
mod completions;
mod config;
mod damage;
mod fix;
mod handout;
mod help;
mod import;
mod input;
mod json;
mod list;
mod man;
mod markdown;
mod new;
mod notes;
mod paths;
mod print;
mod rename;
mod run;
mod sort_keys;
mod streams;
mod writing;

/// A briefing of one file without a fault.
const SMALL: &str = "\
format: 1
title: A small title
sections:
  - id: one
    title: The first
    body: [{text: Hello there.}]
  - id: two
    title: The second
    body: [{text: Goodbye.}]
";

/// A briefing of one file with one fault, a warning.
const FAULTY: &str = "\
format: 1
title: A title with a slip
sections:
  - id: one
    title: The first
    bdoy: []
    body: [{text: Hello there.}]
";
