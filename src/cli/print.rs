//! `attache print`

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use anyhow::bail;

use crate::export::{self, Plain};
use crate::load::Loaded;
use crate::model::Briefing;
use crate::runtime::Library;
use crate::text::Marks;

use super::args::Print;

pub(super) fn run(args: &Print) -> anyhow::Result<ExitCode> {
    let library = super::library(args.path.as_deref())?;
    print(&library, args.section.as_deref(), usize::from(args.width))
}

/// Prints every briefing of a library, or one section of the only one.
pub(super) fn print(
    library: &Library,
    section: Option<&str>,
    width: usize,
) -> anyhow::Result<ExitCode> {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut code = ExitCode::SUCCESS;
    let marks = if super::utf8() { &Marks::UNICODE } else { &Marks::ASCII };
    for loaded in library.read_all() {
        let Loaded { briefing, diagnostics, .. } = loaded;
        let Some(briefing) = briefing else {
            let Some(fault) = diagnostics.first() else { bail!("the briefing cannot be read") };
            bail!("{}: {}", fault.at.words(), fault.message);
        };
        let section = section.map(|id| find(&briefing, id)).transpose()?;
        export::print(&briefing, section, Plain { width, marks }, &mut out)?;
        if crate::diagnostic::is_faulty(&diagnostics) {
            code = ExitCode::FAILURE;
            super::eprint(&anyhow::anyhow!(
                "{}: its files have faults, and some of it may be missing; \
                 attache check lists them",
                briefing.id
            ));
        }
    }
    out.flush()?;
    Ok(code)
}

fn find(briefing: &Briefing, id: &str) -> anyhow::Result<crate::model::SectionIx> {
    if let Some(at) = briefing.find_section(id) {
        return Ok(at);
    }
    let ids: Vec<&str> = briefing.sections.iter().map(|section| section.id.as_str()).collect();
    bail!("there is no section {id} in {}; there is {}", briefing.id, ids.join(", "))
}
