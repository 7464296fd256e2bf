//! `attache list`

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use crate::base::visible_line;
use crate::model::SectionIx;
use crate::text::words::edition_of;
use crate::text::{Glyphs, Typesetting, columns};

use super::args::ListArgs;
use super::{library, locale, stderr};

pub(super) fn run(args: &ListArgs) -> anyhow::Result<ExitCode> {
    let library = library::find_all(args.path.as_deref())?;
    let mut out = BufWriter::new(io::stdout().lock());
    let glyphs = if locale::is_utf8() { &Glyphs::UNICODE } else { &Glyphs::ASCII };
    let mut code = ExitCode::SUCCESS;
    for (_, loaded) in library.read_all() {
        let Some(briefing) = &loaded.briefing else {
            code = ExitCode::FAILURE;
            stderr::tell_unreadable(&loaded);
            continue;
        };
        let setting =
            Typesetting { briefing, glyphs, teacher: false, slides: false, annotations: None };
        writeln!(out, "{}  {}", visible_line(&briefing.id), briefing.title)?;
        if let Some(of) = &briefing.edition_of {
            writeln!(out, "  {}", edition_of(&briefing.language, of))?;
        }
        let ids = briefing.sections.iter().map(|section| columns(&section.id));
        let titles = briefing.sections.iter().map(|section| columns(&section.title));
        let (id, title) = (ids.max().unwrap_or(0), titles.max().unwrap_or(0));
        for (at, section) in briefing.sections.iter().enumerate() {
            let gap = |words: &str, width: usize| " ".repeat(width - columns(words));
            let (id_gap, title_gap) = (gap(&section.id, id), gap(&section.title, title));
            let extent = setting.extent(SectionIx::new(at)).replace('\u{a0}', " ");
            writeln!(out, "  {}{id_gap}  {}{title_gap}  {extent}", section.id, section.title)?;
        }
    }
    out.flush()?;
    Ok(code)
}
