//! `attache man`: one page for all subcommands, from the same definitions as the help.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::CommandFactory;
use clap_mangen::Man;

use super::args::Cli;

pub(super) fn run() -> anyhow::Result<ExitCode> {
    let page = page()?;
    let mut out = io::stdout().lock();
    out.write_all(page.as_bytes())?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// What the generator begins each part with; once for the whole page is enough.
const PREAMBLE: &str = ".ie \\n(.g .ds Aq \\(aq\n.el .ds Aq '\n";

/// The whole page. The generator would make a page for each subcommand; here they are parts of
/// one, because nobody looks for `attache-print(1)`.
fn page() -> io::Result<String> {
    let mut command = Cli::command();
    command.build();
    let man = Man::new(command.clone()).manual("User Commands");
    let mut page = PREAMBLE.to_owned();
    page.push_str(&part(|out| man.render_title(out))?);
    page.push_str(&part(|out| man.render_name_section(out))?);
    page.push_str(&part(|out| man.render_synopsis_section(out))?);
    page.push_str(&part(|out| man.render_description_section(out))?);
    page.push_str(&part(|out| man.render_options_section(out))?);
    page.push_str(".SH COMMANDS\n");
    for sub in command.get_subcommands() {
        page.push_str(&subcommand(sub)?);
    }
    page.push_str(".SH \"KEYS AND EXAMPLES\"\n");
    page.push_str(&as_set(&headless(&part(|out| man.render_extra_section(out))?)));
    page.push_str(&part(|out| man.render_version_section(out))?);
    Ok(page)
}

/// A subcommand, without the headings that its own page would have.
fn subcommand(command: &clap::Command) -> io::Result<String> {
    let man = Man::new(command.clone());
    let name = command.get_bin_name().unwrap_or_else(|| command.get_name());
    let mut page = format!(".SS \"{name}\"\n");
    page.push_str(&headless(&part(|out| man.render_synopsis_section(out))?));
    page.push_str(".PP\n");
    page.push_str(&headless(&part(|out| man.render_description_section(out))?));
    page.push_str(&headless(&part(|out| man.render_options_section(out))?));
    let extra = headless(&part(|out| man.render_extra_section(out))?);
    if !extra.is_empty() {
        page.push_str(".PP\n");
        page.push_str(&as_set(&extra));
    }
    Ok(page)
}

/// What `render` writes, without the preamble.
fn part(render: impl Fn(&mut dyn Write) -> io::Result<()>) -> io::Result<String> {
    let mut bytes = Vec::new();
    render(&mut bytes)?;
    let part = String::from_utf8_lossy(&bytes).into_owned();
    Ok(part.strip_prefix(PREAMBLE).map_or(part.clone(), str::to_owned))
}

/// A part without its heading.
fn headless(part: &str) -> String {
    part.split_inclusive('\n').filter(|line| !line.starts_with(".SH")).collect()
}

/// Lines that stay as they are: examples stand in columns.
fn as_set(lines: &str) -> String {
    format!(".nf\n{lines}.fi\n")
}
